"""A list of buildings into the database: its columns, and what the recorded homes allow."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Final, cast

from jinlin.complex.building.queries import extents
from jinlin.complex.field.own_cells import own_value
from jinlin.complex.field.own_fields import values_of, write_values
from jinlin.complex.rules.address import parse_building
from jinlin.complex.rules.buildings import BuildingSize, Extent, check_against, check_size
from jinlin.complex.rules.own_fields import OwnField
from jinlin.core.clock import Clock
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import N_, _
from jinlin.core.numerals import int_of
from jinlin.core.text import compact
from jinlin.exchange.table.fields import field_label
from jinlin.exchange.table.rows import Row
from jinlin.output.importing.outcome import Outcome
from jinlin.output.importing.sheet import (
    RegisterSheet,
    SheetColumn,
    Values,
    describe_import,
    take_sheet,
)
from jinlin.store.transaction.tx import Tx

_COUNT: Final = re.compile(
    r"(?:地上|地下|负)?(\d{1,3}|[一二两三四五六七八九十百零]{1,5})(?:层|楼|个|个?单元|梯|道)?"
)
_OTHER_SIDE: Final[Mapping[str, tuple[str, ...]]] = {
    "floors_total": ("地下", "负"), "floors_below": ("地上",), "entrances": ("地上", "地下", "负"),
}  # fmt: skip
"""What a count of floors does not begin with."""
_YES: Final = frozenset({"是", "有", "√", "✓", "已装", "已加装", "有电梯", "有架空层", "yes", "y"})
_NO: Final = frozenset({"否", "无", "没有", "×", "x", "未装", "无电梯", "无架空层", "no", "n"})
_PIECES: Final = re.compile(r"(\d{1,2})[部台层个]?")


def building_sheet(own: Sequence[OwnField], clock: Clock) -> RegisterSheet:
    """Return what a list of buildings may hold, with the branch's own fields of buildings."""

    def of(key: str, field: str, read: Callable[[Row, str], Any], **more: Any) -> SheetColumn:
        return SheetColumn(field, Column(key, field_label(field), **more), read)

    yes_no = {1: _("yes"), 0: _("no")}
    columns = (
        of("code", "building", _code)._replace(required=True),
        of("name", "building_name", Row.text),
        of("floors", "floors_total", _count, kind=Kind.INTEGER),
        of("floors_below", "floors_below", _count, kind=Kind.INTEGER),
        of("entrances", "entrances", _count, kind=Kind.INTEGER),
        of("stilt_floor", "stilt_floor", _yes_no, labels=yes_no),
        of("elevator", "elevator", _yes_no, labels=yes_no),
        of("note", "remark", Row.text, personal=Personal.TEXT),
        *(
            SheetColumn(one.name, one.column._replace(key=str(one.id)), partial(_own, one, clock))
            for one in own
        ),
    )
    return RegisterSheet(
        columns=columns,
        known=partial(_known, own=own),
        write=_write,
        check=_check,
        twice=N_("the same building as in {row}"),
    )


def import_buildings(
    tx: Tx, rows: Iterable[Row], *, origin: Mapping[str, str], sheet: RegisterSheet
) -> Outcome:
    """Take a list: new buildings are added, changed ones updated, missing ones only told.

    What the list leaves empty stays as it is.

    Args:
        tx: the transaction.
        rows: the rows of the file.
        origin: where the file comes from and on what basis it is used.
        sheet: as `building_sheet` returns it.
    """
    outcome = take_sheet(tx, rows, sheet)
    describe_import(
        tx,
        outcome,
        origin,
        did=N_(
            "Imported buildings: {added} added, {changed} changed (from {source}, basis {basis})"
        ),
        reverse=N_("take back the import of buildings: {added} added, {changed} changed"),
    )
    return outcome


def _known(tx: Tx, own: Sequence[OwnField]) -> dict[str, Values]:
    """Return the recorded buildings by their codes: their columns, homes, and own fields by id."""
    rows = tx.rows("SELECT * FROM building WHERE removed_at IS NULL")
    homes = extents(tx)
    held = values_of(tx, "building", [row["id"] for row in rows]) if own else {}
    return {
        row["code"]: {
            **dict(row),
            "homes": homes.get(row["id"], Extent()),
            **{str(one.id): held.get(row["id"], {}).get(one.name) for one in own},
        }
        for row in rows
    }


def _write(tx: Tx, known: Values | None, said: Values) -> None:
    """Write what is new of a building; a key that is a number is one of the branch's own fields."""
    values = {key: value for key, value in said.items() if not key.isdecimal()}
    if known is None:
        row_id = tx.insert("building", **values)
    else:
        row_id = cast("int", known["id"])
        if values:
            tx.update("building", row_id, **values)
    write_values(tx, ((int(key), row_id, said[key]) for key in said if key.isdecimal()))


def _check(row: Row, known: Values | None, said: Values) -> None:
    """Refuse a row that no building is like, or that its recorded homes contradict.

    Raises:
        RowError: a number is out of range; there are homes above, below, or in more entrances.
    """
    values = {**(known or {}), **said}
    size = BuildingSize(**{key: values[key] for key in BuildingSize._fields if key in values})
    row.read("", lambda: check_size(size))
    if known:
        row.read("", lambda: check_against(size, known["homes"]))


def _code(row: Row, field: str) -> str:
    said = row.required(field)
    return row.read(field, lambda: parse_building(said))


def _own(one: OwnField, clock: Clock, row: Row, _field: str) -> str | None:
    return own_value(row, one, clock)


def _count(row: Row, field: str) -> int | None:
    said = compact(row.text(field)).removesuffix(".0")
    if not said:
        return None
    match = _COUNT.fullmatch(said)
    number = int_of(match[1]) if match else None
    if number is None or said.startswith(_OTHER_SIDE[field]):
        raise row.error(field, _("“{text}” is not a whole number").format(text=said))
    return number


def _yes_no(row: Row, field: str) -> int | None:
    """Read whether there is one; `无` is an answer here, and `2部` is yes."""
    column = row.headers.columns.get(field)
    if column is None or column >= len(row.cells):
        return None
    said = compact(row.cells[column])
    if said in _NO:
        return 0
    if not row.text(field):
        return None
    if said in _YES:
        return 1
    if match := _PIECES.fullmatch(said.removesuffix(".0")):
        return int(int(match[1]) > 0)
    raise row.error(field, _("“{text}” is neither yes nor no").format(text=row.text(field)))
