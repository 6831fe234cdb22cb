"""What others gave for a record, as a room's `gifts` tells it to the room that keeps the record."""

from __future__ import annotations

from typing import NamedTuple


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
