"""What a service needs before it begins: the lists to tick, as `needs.toml` keeps them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from typing import Any

from jinlin.core.i18n import speaking
from jinlin.core.text import compact


@cache
def _lists() -> Sequence[Any]:
    import tomllib

    text = resources.files(__package__).joinpath("needs.toml").read_text("utf-8")
    return tuple(tomllib.loads(text)["need"])


def needs_of(items: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the services that need something, each with what, in the user's language."""
    for item in items:
        for one in _lists():
            if any(word in compact(item) for word in one["words"]):
                yield item, tuple(one[f"needs_{speaking()}"])
                break
