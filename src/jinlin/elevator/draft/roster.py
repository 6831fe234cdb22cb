"""Households of a stairwell from a spreadsheet, for a split without a database."""

from __future__ import annotations

from pathlib import Path

from jinlin.complex.rules.address import floor_of, parse_building, parse_entrance
from jinlin.core.errors import FileError, JinlinError, RowProblem
from jinlin.core.i18n import _
from jinlin.elevator.apportionment.household import Household, floor_exists
from jinlin.exchange.table.reader import read_table
from jinlin.exchange.table.rows import Row, RowError

WANTED = ("building", "entrance", "room", "floor", "exclusive_area", "gross_area")


def read_households(path: Path) -> list[Household]:
    """Read the households of a file with at least rooms and floors.

    A missing floor is told by the room (`502` is on floor 5). The exclusive area comes first.

    Raises:
        FileError: the file cannot be read, or one of its rows cannot: nothing is shared then.
    """
    table = read_table(path, WANTED)
    households: list[Household] = []
    problems: list[RowProblem] = []
    for row in table.rows():
        try:
            households.append(_household(row))
        except RowError as error:
            problems.append(error.problem)
    if problems:
        raise FileError(
            _("{count} rows of {path} cannot be read; nothing was shared.").format(
                count=len(problems), path=path
            ),
            hint=_("Mend these rows, then try again."),
            rows=tuple(problems[:50]),
        )
    if not households:
        raise FileError(
            _("{path} holds no household.").format(path=path),
            hint=_("Below the header it needs a row for each household: room and floor."),
        )
    return households


def _household(row: Row) -> Household:
    room = row.required("room")
    floor = row.floor("floor")
    if floor is None:
        floor = floor_of(room)
    if floor is None:
        raise row.error("floor", _("nothing is filled in"))
    if not floor_exists(floor):
        raise row.error("floor", _("floor {floor} does not exist").format(floor=floor))
    building, entrance = row.text("building"), row.text("entrance")
    try:
        return Household(
            room=room,
            floor=floor,
            building=parse_building(building) if building else None,
            entrance=parse_entrance(entrance) if entrance else None,
            area=row.area("exclusive_area") or row.area("gross_area"),
        )
    except JinlinError as error:
        raise row.error("building", error.message.rstrip(".。")) from error
