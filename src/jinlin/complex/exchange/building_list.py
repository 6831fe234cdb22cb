"""A list of buildings into the database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any, Final

from jinlin.complex.building.queries import extents
from jinlin.complex.exchange.building_row import ListedBuilding, read_line
from jinlin.complex.field.own_fields import values_of, write_values
from jinlin.complex.rules.address import parse_building
from jinlin.complex.rules.buildings import BUILDING_FIELDS, Extent, NewBuilding, check_against
from jinlin.complex.rules.own_fields import OwnField
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.exchange.table.rows import Row, RowError
from jinlin.output.importing.outcome import Change, Details, Outcome, rejected
from jinlin.store.transaction.tx import Tx

LABELS: Final[Mapping[str, str]] = {
    "name": N_("Name of the building"),
    "floors": N_("Floors of the building"),
    "floors_below": N_("Floors below ground"),
    "entrances": N_("Number of entrances"),
    "stilt_floor": N_("Has a stilt floor"),
    "elevator": N_("Has an elevator"),
    "note": N_("Remark"),
}


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
        first[line.code] = row.where
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
