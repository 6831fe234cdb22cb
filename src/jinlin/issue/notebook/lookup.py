"""What the words of a notebook are looked up in; what was asked once is not asked again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache, partial
from typing import NamedTuple

from jinlin.core.clock import Clock
from jinlin.core.days.workdays import Calendar
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.issue.record.categories import Category, categories, find_category, promises
from jinlin.issue.record.whereabouts import Place, place_in_words, read_place
from jinlin.issue.rules.limits import Promise
from jinlin.member.management.offers import OfferedService, find_ordered
from jinlin.store.holidays import calendar
from jinlin.store.transaction.tx import Reader


class Lookup(NamedTuple):
    """What the words of a row are looked up in.

    Attributes:
        categories: all of them, the last one for what nobody sorted.
        buildings: the ids by code.
        clock: for days without a year, and for what lies in the future.
        promises: what was promised for each category and when.
        calendar: which days are working days.
        category: the category a word means; its answers are remembered.
        place: the building and home that a building and a room mean, or a text begins with, as far
            as they are known; its answers are remembered.
        offer: what a whole name means of what is offered on a day; its answers are remembered.
    """

    categories: Sequence[Category]
    buildings: Mapping[str, int]
    clock: Clock
    promises: Mapping[int, Sequence[Promise]]
    calendar: Calendar
    category: Callable[[str], Category]
    place: Callable[[str | None, str], Place]
    offer: Callable[[str, date], OfferedService]

    @classmethod
    def of(cls, reader: Reader) -> Lookup:
        """Return what a database knows."""
        rows = reader.rows("SELECT code, id FROM building WHERE removed_at IS NULL")
        known = reader.once(categories)
        return cls(
            categories=known,
            buildings={row["code"]: row["id"] for row in rows},
            clock=reader.clock,
            promises=promises(reader),
            calendar=calendar(reader),
            category=cache(partial(find_category, known, whole=True)),
            place=cache(partial(_known_place, reader)),
            offer=cache(partial(find_ordered, reader, whole=True)),
        )


def _known_place(reader: Reader, building: str | None, text: str) -> Place:
    """Return what a room means, beside a building or alone; nothing where it is not certain."""
    if building is not None:
        try:
            return read_place(reader, building=building, room=text)
        except (UsageError, NotFoundError):
            pass
    return place_in_words(reader, text)
