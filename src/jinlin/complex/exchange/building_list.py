"""A list of buildings into the database."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, Final, NamedTuple

from jinlin.complex.building.queries import extents
from jinlin.complex.field.own_cells import read_own
from jinlin.complex.field.own_fields import values_of, write_values
from jinlin.complex.rules.address import parse_building
from jinlin.complex.rules.buildings import BUILDING_FIELDS, Extent, NewBuilding, check_against
from jinlin.complex.rules.own_fields import OwnField
from jinlin.core.clock import Clock
from jinlin.core.errors import JinlinError, RowProblem, RuleError, UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.numerals import int_of
from jinlin.core.text import compact
from jinlin.exchange.table.rows import Row, RowError, all_faults
from jinlin.output.importing.outcome import Change, Details, Outcome, rejected
from jinlin.store.transaction.tx import Tx

WANTED: Final = (
    "building", "building_name", "floors_total", "floors_below", "entrances", "stilt_floor",
    "elevator", "remark",
)  # fmt: skip
NEEDED: Final = (("building",),)

LABELS: Final[Mapping[str, str]] = {
    "name": N_("Name of the building"),
    "floors": N_("Floors of the building"),
    "floors_below": N_("Floors below ground"),
    "entrances": N_("Number of entrances"),
    "stilt_floor": N_("Has a stilt floor"),
    "elevator": N_("Has an elevator"),
    "note": N_("Remark"),
}

_COUNT: Final = re.compile(
    r"(?:地上|地下|负)?(\d{1,3}|[一二两三四五六七八九十百零]{1,5})(?:层|楼|个|个?单元|梯|道)?"
)
_OTHER_SIDE: Final[Mapping[str, tuple[str, ...]]] = {
    "floors_total": ("地下", "负"), "floors_below": ("地上",), "entrances": ("地上", "地下", "负"),
}  # fmt: skip
"""What a count of floors does not begin with."""
_COUNTS: Final = {
    "floors": "floors_total", "floors_below": "floors_below", "entrances": "entrances",
}  # fmt: skip
_YES: Final = frozenset({"是", "有", "√", "✓", "已装", "已加装", "有电梯", "有架空层", "yes", "y"})
_NO: Final = frozenset({"否", "无", "没有", "×", "x", "未装", "无电梯", "无架空层", "no", "n"})
_PIECES: Final = re.compile(r"(\d{1,2})[部台层个]?")


class ListedBuilding(NamedTuple):
    """A building as a row states it.

    Attributes:
        row: the row.
        code: what we call it.
        stated: the columns of `building` the row says something of.
        own: the branch's own fields the row says something of.
    """

    row: Row
    code: str
    stated: Mapping[str, Any]
    own: Mapping[int, str]


def read_line(row: Row, own: Sequence[OwnField], clock: Clock) -> ListedBuilding:
    """Read one row.

    Raises:
        RowError: something in it cannot be taken; all that is so is told.
    """
    stated: dict[str, Any] = {}
    held: dict[int, str] = {}
    code = ""

    def read_code() -> None:
        nonlocal code
        try:
            code = parse_building(row.required("building"))
        except UsageError as error:
            raise row.error("building", error.message.rstrip(".。")) from error

    def read_texts() -> None:
        for name, field in (("name", "building_name"), ("note", "remark")):
            if said := row.text(field):
                stated[name] = said

    def keeps(name: str, read: Callable[[], Any]) -> Callable[[], None]:
        def reads() -> None:
            value = read()
            if value is not None:
                stated[name] = value

        return reads

    all_faults(
        [
            read_code,
            *(keeps(name, partial(_count, row, field)) for name, field in _COUNTS.items()),
            *(keeps(name, partial(_yes_no, row, name)) for name in ("stilt_floor", "elevator")),
            read_texts,
            lambda: held.update(read_own(row, own, clock)),
        ]
    )
    try:
        NewBuilding(code=code, **{name: stated[name] for name in stated if name != "note"})
    except JinlinError as error:
        raise row.error("", error.message.rstrip(".。")) from error
    return ListedBuilding(row, code, stated, held)


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


def import_buildings(
    tx: Tx, rows: Iterable[Row], *, origin: Mapping[str, str], own: Sequence[OwnField] = ()
) -> Outcome:
    """Take a list: new buildings are added, changed ones updated, missing ones only told.

    What the list leaves empty stays as it is.

    Args:
        tx: the transaction.
        rows: the rows of the file.
        origin: where the file comes from and on what basis it is used.
        own: the branch's own fields of buildings.
    """
    lines, refused = _read(tx, rows, own)
    known = {
        row["code"]: dict(row) for row in tx.rows("SELECT * FROM building WHERE removed_at IS NULL")
    }
    held = values_of(tx, "building", [row["id"] for row in known.values()]) if own else {}
    names = {field.id: field.name for field in own}
    homes = extents(tx)
    added, unchanged, changed = [], [], []
    for code, line in lines.items():
        if code not in known:
            row_id = tx.insert("building", code=code, **line.stated)
            write_values(tx, ((field, row_id, value) for field, value in line.own.items()))
            added.append(Change(code))
            continue
        row = known[code]
        try:
            _check_homes(line, row, homes.get(row["id"], Extent()))
        except RowError as error:
            refused.append((line.row, error))
            continue
        before = held.get(row["id"], {})
        values = {name: value for name, value in line.stated.items() if value != row[name]}
        own_values = {f: value for f, value in line.own.items() if value != before.get(names[f])}
        if values:
            tx.update("building", row["id"], **values)
        write_values(tx, ((field, row["id"], value) for field, value in own_values.items()))
        if values or own_values:
            what = [*(_(LABELS[name]) for name in values), *(names[f] for f in own_values)]
            changed.append(Change(code, _(", ").join(what)))
        else:
            unchanged.append(Change(code))
    named = {*lines, *(_code(row) for row, _error in refused)}
    missing = [Change(code) for code in known if code not in named]
    _describe(tx, len(added), len(changed), origin)
    return Outcome(
        added=len(added),
        changed=len(changed),
        unchanged=len(unchanged),
        missing=len(missing),
        rejected=tuple(rejected(row, *error.problems) for row, error in refused),
        details=Details(added, changed, unchanged, missing),
    )


def _check_homes(line: ListedBuilding, known: Mapping[str, Any], homes: Extent) -> None:
    """Refuse a row that the recorded homes of its building contradict.

    Raises:
        RowError: there are homes above, below, or in more entrances.
    """
    values = {**known, **line.stated}
    try:
        check_against(NewBuilding(**{field: values[field] for field in BUILDING_FIELDS}), homes)
    except RuleError as error:
        raise line.row.error("", error.message.rstrip(".。")) from error


def _code(row: Row) -> str | None:
    """Return which building a refused row is about, as far as that can be read."""
    with suppress(RowError, UsageError):
        return parse_building(row.text("building"))
    return None


def _read(
    tx: Tx, rows: Iterable[Row], own: Sequence[OwnField]
) -> tuple[dict[str, ListedBuilding], list[tuple[Row, RowError]]]:
    """Return what the file says by the codes of the buildings, and the rows it cannot say."""
    lines: dict[str, ListedBuilding] = {}
    refused: list[tuple[Row, RowError]] = []
    first: dict[str, str] = {}
    for row in rows:
        try:
            line = read_line(row, own, tx.clock)
            if line.code in first:
                raise row.error(
                    "building",
                    _("the same building as in {row}").format(row=first[line.code]),
                    lasting=True,
                )
        except RowError as error:
            refused.append((row, error))
            continue
        first[line.code] = RowProblem(row.number, "", "", row.sheet).where
        lines[line.code] = line
    return lines, refused


def _describe(tx: Tx, added: int, changed: int, origin: Mapping[str, str]) -> None:
    words: dict[str, Any] = {"added": added, "changed": changed, **origin}
    tx.describe(
        Message(
            N_(
                "Imported buildings: {added} added, {changed} changed"
                " (from {source}, basis {basis})"
            ),
            words,
        ),
        reverse=Message(
            N_("take back the import of buildings: {added} added, {changed} changed"), words
        ),
    )
