"""Rules that hold for every paper but for those that are known to be still wrong."""

from __future__ import annotations

import pytest


def only_what_is_known(rule: str, broken: dict[str, list[str]], still: str) -> None:
    """Fail unless exactly the papers that are known to break a rule do.

    Args:
        rule: what it is called.
        broken: the papers that break it, with where.
        still: the known ones, one a line: `会议纪要: blank, sheets`.
    """
    lines = (line.split(": ") for line in still.strip().splitlines())
    known = {name for name, rules in lines if rule in rules.split(", ")}
    said = [
        *(f"{name} ({rule}): {found[:5]}" for name, found in broken.items() if name not in known),
        *(f"{name}: take “{rule}” off STILL, it is mended" for name in known - broken.keys()),
    ]
    if said:
        pytest.fail("\n".join(said), pytrace=False)
