"""The list of small powers (小微权力清单), as `powers.toml` keeps it."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from jinlin.core.files.shipped import shipped

SOURCE: Final = "概念出自报道（监督一点通），条目为惯例，以街道要求为准"


class Power(NamedTuple):
    """One line: what is decided, by whom, by which steps, what of it is public, and when.

    The texts are Chinese: they are the branch's own list, made to hang on its board.
    """

    matter: str
    decides: str
    steps: str
    shown: str
    when: str


@cache
def powers() -> tuple[Power, ...]:
    """Return the list in its order."""
    return tuple(Power(**line) for line in shipped("notice/powers.toml")["power"])
