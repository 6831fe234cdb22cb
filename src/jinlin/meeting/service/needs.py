"""What a service needs before it begins: the lists to tick, as `needs.toml` keeps them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from jinlin.core.files.shipped import shipped
from jinlin.core.i18n import _, speaking
from jinlin.core.text import compact


class ServiceNeed(NamedTuple):
    """What services need.

    Attributes:
        item: the service, or those that need the same.
        needs: what must be there, in the user's language.
        basis: where that stands.
    """

    item: str
    needs: tuple[str, ...]
    basis: str


@cache
def _lists() -> Sequence[Any]:
    return tuple(shipped("meeting/service/needs.toml")["need"])


def needs_of(items: Sequence[str]) -> Iterator[ServiceNeed]:
    """Yield the services that need something, each with what; those alike together."""
    alike: dict[int, list[str]] = {}
    for item in items:
        for place, one in enumerate(_lists()):
            if any(word in compact(item) for word in one["words"]):
                alike.setdefault(place, []).append(item)
                break
    for place, those in alike.items():
        one = _lists()[place]
        yield ServiceNeed(_(", ").join(those), tuple(one[f"needs_{speaking()}"]), one["basis"])
