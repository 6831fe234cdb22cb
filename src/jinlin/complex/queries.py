"""Questions about buildings and households."""

from __future__ import annotations

from dataclasses import dataclass

from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.store.tx import Reader


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


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdRow:
    """One household with its owners. Area in hundredths of a square metre."""

    id: int
    building: str
    entrance: str | None
    room: str
    floor: int
    area: int | None
    state: str | None
    note: str | None
    owners: tuple[dict[str, str | None], ...]


def households(
    reader: Reader,
    *,
    building: str | None = None,
    entrance: str | None = None,
    text: str | None = None,
    limit: int = 0,
) -> list[HouseholdRow]:
    """Return households in the order of building, entrance, floor, room.

    Args:
        reader: the database.
        building: only those of this building, by its code.
        entrance: only those of this entrance.
        text: only those whose room, note or owner's name contains it.
        limit: at most so many; 0 means all.
    """
    where, values = _household_filter(building, entrance, text)
    rows = reader.rows(
        "SELECT h.id, b.code AS building, h.entrance, h.room, h.floor, h.area, h.state, h.note"
        f" FROM household AS h JOIN building AS b ON b.id = h.building_id WHERE {where}"
        " ORDER BY CAST(b.code AS INTEGER) = 0, CAST(b.code AS INTEGER), b.code,"
        " h.entrance, h.floor, length(h.room), h.room LIMIT ?",
        (*values, limit or -1),
    )
    owners = _owners(reader, [row["id"] for row in rows])
    return [HouseholdRow(**dict(row), owners=tuple(owners.get(row["id"], ()))) for row in rows]


def count_households(
    reader: Reader,
    *,
    building: str | None = None,
    entrance: str | None = None,
    text: str | None = None,
) -> int:
    """Return how many households a filter finds."""
    where, values = _household_filter(building, entrance, text)
    return int(
        reader.value(
            "SELECT count(*) FROM household AS h JOIN building AS b ON b.id = h.building_id"
            f" WHERE {where}",
            values,
        )
    )


def _household_filter(
    building: str | None, entrance: str | None, text: str | None
) -> tuple[str, list[str]]:
    where = ["h.removed_at IS NULL"]
    values: list[str] = []
    if building is not None:
        where.append("b.code = ?")
        values.append(building)
    if entrance is not None:
        where.append("h.entrance = ?")
        values.append(entrance)
    if text:
        where.append(
            "(instr(h.room, ?) OR instr(ifnull(h.note, ''), ?) OR h.id IN"
            " (SELECT o.household_id FROM ownership AS o JOIN person AS p ON p.id = o.person_id"
            " WHERE o.removed_at IS NULL AND instr(p.name, ?)))"
        )
        values += [text] * 3
    return " AND ".join(where), values


def _owners(reader: Reader, ids: list[int]) -> dict[int, list[dict[str, str | None]]]:
    """Return the owners of these households, in one question."""
    import json

    found: dict[int, list[dict[str, str | None]]] = {}
    for row in reader.rows(
        "SELECT o.household_id, p.name, o.share FROM ownership AS o"
        " JOIN person AS p ON p.id = o.person_id"
        " WHERE o.removed_at IS NULL AND o.household_id IN (SELECT value FROM json_each(?))"
        " ORDER BY o.id",
        (json.dumps(ids),),
    ):
        found.setdefault(row[0], []).append({"name": row["name"], "share": row["share"]})
    return found


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
