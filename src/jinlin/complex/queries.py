"""Questions about buildings and households."""

from __future__ import annotations

from dataclasses import dataclass

from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.store.command import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildingRow:
    """One building with its number of households."""

    id: int
    code: str
    name: str | None
    floors: int | None
    floors_below: int
    entrances: int | None
    stilt_floor: bool
    elevator: bool
    households: int


def buildings(reader: Reader) -> list[BuildingRow]:
    """Return all buildings in the order people count them: 2 before 10, numbers before letters."""
    rows = reader.rows(
        "SELECT b.id, b.code, b.name, b.floors, b.floors_below, b.entrances, b.stilt_floor,"
        " b.elevator, count(h.id) AS households FROM building AS b"
        " LEFT JOIN household AS h ON h.building_id = b.id AND h.removed_at IS NULL"
        " WHERE b.removed_at IS NULL GROUP BY b.id"
        " ORDER BY CAST(b.code AS INTEGER) = 0, CAST(b.code AS INTEGER), b.code"
    )
    return [
        BuildingRow(
            id=row["id"],
            code=row["code"],
            name=row["name"],
            floors=row["floors"],
            floors_below=row["floors_below"],
            entrances=row["entrances"],
            stilt_floor=bool(row["stilt_floor"]),
            elevator=bool(row["elevator"]),
            households=row["households"],
        )
        for row in rows
    ]


def building_id(reader: Reader, code: str) -> int:
    """Return the building with this code.

    Raises:
        NotFoundError: there is none; the message lists those there are.
    """
    row = reader.row("SELECT id FROM building WHERE code = ? AND removed_at IS NULL", (code,))
    if row is not None:
        return int(row[0])
    known = [b.code for b in buildings(reader)]
    raise NotFoundError(
        _("There is no building “{code}”.").format(code=code),
        hint=_("Known: {known}.").format(known=_(", ").join(known[:30]))
        if known
        else _("Add it first: jinlin building add {code}").format(code=code),
    )
