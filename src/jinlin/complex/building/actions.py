"""Writes on the card of a building, and which complex the buildings stand in."""

from __future__ import annotations

from datetime import date

from jinlin.complex.building.queries import building_id
from jinlin.complex.rules.buildings import NoteKind
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import N_, Message, _
from jinlin.store.transaction.tx import Tx


def add_note(tx: Tx, code: str, text: str, *, kind: NoteKind, on: date) -> int:
    """Write a line on the card of a building.

    Returns:
        Its number.

    Raises:
        NotFoundError: there is no such building.
    """
    building = building_id(tx, code)
    number = tx.insert(
        "building_note", building_id=building, kind=kind, text=text, noted_on=on.isoformat()
    )
    tx.describe(
        Message(N_("Wrote on the card of building {code}"), {"code": code}),
        reverse=Message(N_("remove the line from the card of building {code}"), {"code": code}),
        subject=code,
    )
    return number


def remove_note(tx: Tx, code: str, number: int) -> None:
    """Take a line off the card of a building.

    Raises:
        NotFoundError: there is no such building or line.
    """
    building = building_id(tx, code)
    known = tx.value(
        "SELECT 1 FROM building_note WHERE id = ? AND building_id = ? AND removed_at IS NULL",
        (number, building),
    )
    if known is None:
        raise NotFoundError(
            _("The card of building {code} has no line {number}.").format(code=code, number=number),
            hint=_("See: jinlin building show {code}").format(code=code),
        )
    tx.update("building_note", number, removed_at=tx.clock.stamp)
    tx.describe(
        Message(N_("Removed a line from the card of building {code}"), {"code": code}),
        reverse=Message(N_("bring back a line on the card of building {code}"), {"code": code}),
        subject=code,
    )


def found_complex(
    tx: Tx, *, name: str, street: str | None = None, community: str | None = None
) -> None:
    """Record which complex the new database is about."""
    tx.insert("complex", id=1, name=name, street=street, community=community)
