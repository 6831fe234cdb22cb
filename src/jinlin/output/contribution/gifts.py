"""What others gave for a record, as a room's `gifts` tells it to the room that keeps the record."""

from __future__ import annotations

from typing import NamedTuple

from jinlin.core.reference import Reference
from jinlin.output.contribution.rooms import contributed
from jinlin.store.transaction.tx import Reader


class Gift(NamedTuple):
    """Something a unit gave for a record, or promised; fen, days as ISO text.

    Attributes:
        number: its number: `D1-3`.
        giver: the unit.
        received_on: when it came; None while it is to come.
        due_on: by when it is to come.
        paid_to: whom the unit paid itself.
    """

    number: str
    giver: str
    what: str
    amount: int | None
    received_on: str | None
    due_on: str | None
    paid_to: str | None


def gifts_for(reader: Reader, about: Reference) -> list[Gift]:
    """Return what was given or promised for a record."""
    return [gift for room in contributed("given_for") for gift in room.gifts(reader, about)]
