"""Questions about buildings."""

from __future__ import annotations

from typing import Final

from jinlin.complex.rules.buildings import BuildingSize, Extent
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.core.naming import the_one
from jinlin.store.transaction.tx import Reader

IN_ORDER: Final = "CAST(b.code AS INTEGER) = 0, CAST(b.code AS INTEGER), b.code"
"""Buildings `b` in the order people count them: 2 before 10, numbers before letters."""


def codes(reader: Reader) -> list[str]:
    """Return the codes of all buildings in that order."""
    return [
        row[0]
        for row in reader.rows(
            f"SELECT code FROM building AS b WHERE removed_at IS NULL ORDER BY {IN_ORDER}"
        )
    ]


def size_of(reader: Reader, building: int) -> BuildingSize:
    """Return how large a building is."""
    [row] = reader.rows(
        "SELECT code, floors, floors_below, entrances FROM building WHERE id = ?", (building,)
    )
    return BuildingSize(*row)


def building_id(reader: Reader, code: str, *, near: bool = False) -> int:
    """Return the building with this code.

    Args:
        reader: the database.
        code: what was typed, as `parse_building` reads it.
        near: its name or a piece of it is taken too; not where money, votes or deletions follow.

    Raises:
        NotFoundError: there is none; the message lists those there are.
    """
    row = reader.row("SELECT id FROM building WHERE code = ? AND removed_at IS NULL", (code,))
    if row is not None:
        return int(row[0])
    known = codes(reader)

    def none() -> NotFoundError:
        return NotFoundError(
            _("There is no building “{code}”.").format(code=code),
            hint=_("Known: {known}.").format(known=_(", ").join(known[:30]))
            if known
            else _("Add it first: jinlin building add {code}").format(code=code),
        )

    rows = reader.rows("SELECT id, code, name FROM building WHERE removed_at IS NULL")
    found = the_one(
        code,
        rows,
        lambda row: (row["code"], *filter(None, [row["name"]])),
        none=none,
        whole=not near,
    )
    return int(found["id"])


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
            hint=_("Known: {known}.").format(known=_(", ").join(known))
            if known
            else _("No home there is recorded with an entrance: write the building alone."),
        )


def complex_name(reader: Reader) -> str:
    """Return what the complex is called."""
    return str(reader.value("SELECT name FROM complex"))
