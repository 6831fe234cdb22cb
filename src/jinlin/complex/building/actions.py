"""What a user can do with buildings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from jinlin.complex.building.queries import BuildingRow, extent_of, find_building
from jinlin.complex.rules.buildings import (
    BUILDING_FIELDS,
    NewBuilding,
    NoteKind,
    check_against,
)
from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.sentences import enumerated
from jinlin.store.references import held_by
from jinlin.store.transaction.tx import Reader, Tx


def add_building(tx: Tx, building: NewBuilding) -> None:
    """Record a building.

    Raises:
        RuleError: there is one with the same code.
    """
    _check_code(tx, building.code)
    tx.insert("building", **_columns(building))
    tx.describe(
        Message(N_("Added building {code}"), {"code": building.code}),
        reverse=Message(N_("remove building {code}"), {"code": building.code}),
        subject=building.code,
    )


def edit_building(tx: Tx, row: BuildingRow, changes: Mapping[str, Any]) -> NewBuilding:
    """Change what is kept of a building.

    Args:
        tx: the transaction.
        row: the building.
        changes: the new values by field of `NewBuilding`.

    Returns:
        The building as it is now.

    Raises:
        UsageError: a number is out of range.
        RuleError: nothing would change, or the households recorded contradict it.
    """
    before, code = building_of(row), row.code
    now = replace(before, **changes)
    changed = [field for field, value in asdict(now).items() if value != getattr(before, field)]
    if not changed:
        raise RuleError(
            _("Building {code} is recorded like that already.").format(code=code),
            hint=_("See: jinlin building show {code}").format(code=code),
        )
    if "code" in changed:
        _check_code(tx, now.code)
    check_against(now, extent_of(tx, row.id))
    tx.update("building", row.id, **{field: _columns(now)[field] for field in changed})
    said: dict[str, str | Message] = {
        "code": code,
        "fields": enumerated(BUILDING_FIELDS[field] for field in changed),
    }
    tx.describe(
        Message(N_("Changed of building {code}: {fields}"), said),
        reverse=Message(N_("change back of building {code}: {fields}"), said),
        subject=now.code,
    )
    return now


def remove_building(tx: Tx, code: str) -> None:
    """Take a building out of the register.

    Raises:
        NotFoundError: there is none.
        RuleError: households stand in it, or anything else is recorded of it.
    """
    building = find_building(tx, code)
    if building.households:
        raise RuleError(
            _("Building {code} has {count} recorded households.").format(
                code=code, count=building.households
            ),
            hint=_("Remove them first: jinlin household list --building {code}").format(code=code),
        )
    check_building_free(tx, building.id, code)
    tx.update("building", building.id, removed_at=tx.clock.stamp)
    tx.describe(
        Message(N_("Removed building {code}"), {"code": code}),
        reverse=Message(N_("bring building {code} back"), {"code": code}),
        subject=code,
    )


def add_note(tx: Tx, code: str, text: str, *, kind: NoteKind, on: date) -> int:
    """Write a line on the card of a building.

    Returns:
        Its number.

    Raises:
        NotFoundError: there is no such building.
    """
    building = find_building(tx, code)
    number = tx.insert(
        "building_note", building_id=building.id, kind=kind, text=text, noted_on=on.isoformat()
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
    building = find_building(tx, code)
    known = tx.value(
        "SELECT 1 FROM building_note WHERE id = ? AND building_id = ? AND removed_at IS NULL",
        (number, building.id),
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


def building_of(row: BuildingRow) -> NewBuilding:
    """Return a recorded building as one to be recorded."""
    return NewBuilding(**{field: getattr(row, field) for field in BUILDING_FIELDS})


def found_complex(
    tx: Tx, *, name: str, street: str | None = None, community: str | None = None
) -> None:
    """Record which complex the new database is about."""
    tx.insert("complex", id=1, name=name, street=street, community=community)


def _check_code(tx: Tx, code: str) -> None:
    if tx.value("SELECT 1 FROM building WHERE code = ? AND removed_at IS NULL", (code,)):
        raise RuleError(
            _("Building {code} is recorded already.").format(code=code),
            hint=_("See: jinlin building list"),
        )


def _columns(building: NewBuilding) -> dict[str, Any]:
    values = asdict(building)
    return {k: int(v) if isinstance(v, bool) else v for k, v in values.items()}


def check_building_free(reader: Reader, building_id: int, code: str) -> None:
    """Refuse to take a building out of the register on which something stands.

    Raises:
        RuleError: something does; it says what.
    """
    held = held_by(reader, "building", building_id)
    if held:
        raise RuleError(
            _("Building {code} cannot be removed: the records still hold {what}.").format(
                code=code, what=_("; ").join(held)
            ),
            hint=_("It stays in the register. Wrong name: jinlin building edit {code} --code NAME")
            .format(code=code),
        )  # fmt: skip
