"""What stands on a home, an entrance, a building or works: each room says it, removal asks all."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Final, NamedTuple

from jinlin.core.i18n import _
from jinlin.store.transaction.tx import Reader

ROOMS: Final = (
    "complex",
    "member",
    "notice",
    "issue",
    "survey",
    "meeting",
    "elevator",
    "project",
    "partner",
)
"""The rooms whose `references.py` has `HOLDINGS`, `LOOSE` and, for `store.known`, `KNOWN`."""


class Holding(NamedTuple):
    """Rows of a room because of which a place or works stay on record.

    Attributes:
        place: `household`, `building`, `entrance`, or `project`.
        keys: the foreign keys that lead there, as `table.column`.
        said: what they are, not yet translated; `{names}` are what a user knows them by.
        sql: returns these names; `?1` is the household or the building, `?2` the entrance; of a
            project `?1` is its number, `G1`.
    """

    place: str
    keys: tuple[str, ...]
    said: str
    sql: str


def all_holdings() -> Iterator[Holding]:
    """Return what every room says of its rows."""
    for room in ROOMS:
        yield from import_module(f"jinlin.{room}.references").HOLDINGS


def held_by(reader: Reader, place: str, *values: object) -> list[str]:
    """Return in words what stands on a place; empty where it may leave the register.

    Args:
        reader: the database.
        place: `household`, `building`, `entrance`, or `project`.
        values: the id of the household or the building; of an entrance, the building's and its
            number; of a project its number, `G1`.
    """
    return [
        _(holding.said).format(names=_(", ").join(names))
        for holding in all_holdings()
        if holding.place == place
        and (names := [str(row[0]) for row in reader.rows(holding.sql, values)])
    ]
