"""Questions about buildings."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Final

from jinlin.complex.rules.buildings import Extent
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.store.transaction.tx import Reader

IN_ORDER: Final = "CAST(b.code AS INTEGER) = 0, CAST(b.code AS INTEGER), b.code"
"""Buildings `b` in the order people count them: 2 before 10, numbers before letters."""

_BUILDINGS: Final = (
    "SELECT b.id, b.code, b.name, b.floors, b.floors_below, b.entrances, b.stilt_floor,"
    " b.elevator, count(h.id) AS households FROM building AS b"
    " LEFT JOIN household AS h ON h.building_id = b.id AND h.removed_at IS NULL"
    " WHERE b.removed_at IS NULL"
)


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
    return [
        _building(row) for row in reader.rows(f"{_BUILDINGS} GROUP BY b.id ORDER BY {IN_ORDER}")
    ]


def find_building(reader: Reader, code: str) -> BuildingRow:
    """Return the building with this code.

    Raises:
        NotFoundError: there is none; the message lists those there are.
    """
    wanted = building_id(reader, code)
    [row] = reader.rows(f"{_BUILDINGS} AND b.id = ? GROUP BY b.id", (wanted,))
    return _building(row)


def _building(row: sqlite3.Row) -> BuildingRow:
    flags = {flag: bool(row[flag]) for flag in ("stilt_floor", "elevator")}
    return BuildingRow(**{**dict(row), **flags})


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


def extents(
    reader: Reader, building: int | None = None, *, but: int | None = None
) -> dict[int, Extent]:
    """Return by building what its households say about it.

    Args:
        reader: the database.
        building: only this one.
        but: a household that is not asked.
    """
    only = "" if building is None else " AND building_id = ?1"
    return {
        row["building_id"]: Extent(
            highest=row["highest"] if row["highest"] > 0 else None,
            lowest=row["lowest"] if row["lowest"] < 0 else None,
            entrances=tuple(sorted(row["entrances"].split("\x1e"))) if row["entrances"] else (),
        )
        for row in reader.rows(
            "SELECT building_id, max(highest) AS highest, min(lowest) AS lowest,"
            " group_concat(entrance, char(30)) AS entrances FROM (SELECT building_id, entrance,"
            " max(floor) AS highest, min(floor) AS lowest FROM household"
            f" WHERE removed_at IS NULL{only} AND id IS NOT ?2 GROUP BY building_id, entrance)"
            " GROUP BY building_id",
            (building, but),
        )
    }


def extent_of(reader: Reader, building: int, *, but: int | None = None) -> Extent:
    """Return what the households of a building say about it, all but one."""
    return extents(reader, building, but=but).get(building, Extent())


def check_entrance(reader: Reader, building: str, entrance: str | None) -> None:
    """Refuse a building or an entrance nobody recorded.

    Raises:
        NotFoundError: the message lists those there are.
    """
    which = building_id(reader, building)
    known = [
        str(row[0])
        for row in reader.rows(
            "SELECT DISTINCT entrance FROM household WHERE building_id = ?"
            " AND entrance IS NOT NULL AND removed_at IS NULL ORDER BY entrance",
            (which,),
        )
    ]
    if entrance is not None and entrance not in known:
        raise NotFoundError(
            _("Building {building} has no entrance “{entrance}”.").format(
                building=building, entrance=entrance
            ),
            hint=_("Known: {known}.").format(known=_(", ").join(known)) if known else "",
        )


def complex_name(reader: Reader) -> str:
    """Return what the complex is called."""
    return str(reader.value("SELECT name FROM complex"))
