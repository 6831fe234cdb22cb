"""A sheet is declared: its columns, what a row is, and what writes one record (upsert).

    SHEET = RegisterSheet(
        columns=(
            SheetColumn("building", Column("code", _("Building")), read_code, required=True),
            SheetColumn("floors_total", Column("floors", _("Floors"), Kind.INTEGER), read_count),
        ),
        known=recorded_buildings,  # what is recorded, by its key
        write=write_building,
    )
    take(call, tables, partial(take_sheet, sheet=SHEET), terms)

The headings and their aliases belong to the field (`exchange.table.fields`, `aliases.toml`); a
field of a register's own is found under its name. From the declaration come what is wanted and
needed of a file, the values of a row with all its faults, what is new, changed, the same and
missing, and the rows that are refused. A rule that looks at the whole row is `check`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, NamedTuple

from jinlin.core.columns import Column
from jinlin.core.errors import NotFoundError, RuleError, UsageError
from jinlin.core.i18n import Message, _
from jinlin.exchange.table.book import Needed
from jinlin.exchange.table.rows import Row, RowError, all_faults, reason_of
from jinlin.output.importing.comparison import Difference, RegisterComparison, differences
from jinlin.output.importing.form import is_empty, left_empty
from jinlin.output.importing.outcome import Outcome, Rejected, rejected
from jinlin.store.transaction.tx import Tx

Values = Mapping[str, Any]
"""What a row says, or what is recorded, by the keys of the columns."""


class SheetColumn(NamedTuple):
    """A column of a sheet.

    Attributes:
        field: what it holds: a key of `exchange.table.fields.LABELS`, or its own heading.
        column: the value it fills: its key, what people call it, how it is shown and hidden.
        read: reads the field of a row, as `Row.text`, `Row.money` or `Row.integer` do; None or an
            empty text where it says nothing.
        required: whether each row must say it; the first such column tells which record is meant.
    """

    field: str
    column: Column
    read: Callable[[Row, str], Any]
    required: bool = False


def _no_check(_row: Row, _known: Values | None, _said: Values) -> None:
    """Have nothing against a row."""


class RegisterSheet(NamedTuple):
    """What may be imported into a register, and how.

    Attributes:
        columns: the columns.
        known: returns what is recorded: by the value of the first column, each with its `id`.
        write: writes what is new of a record: the transaction, what is recorded of it or None for
            a new one, and what is to be kept of what the row says; what it refuses is told as the
            row's fault, and what it wrote of the row is taken back.
        check: refuses a row that cannot be true: the row, what is recorded, what it says.
        twice: what is said of a record that stands in two rows: a marked text with `row`.
        asked: of a form, the fields to be filled in: a row without any of them is left alone and
            told, and what the form does not name is not missing.
    """

    columns: Sequence[SheetColumn]
    known: Callable[[Tx], Mapping[Any, Values]]
    write: Callable[[Tx, Values | None, Values], object]
    twice: str
    check: Callable[[Row, Values | None, Values], None] = _no_check
    asked: Sequence[str] = ()

    @property
    def wanted(self) -> tuple[str, ...]:
        """The fields that are taken."""
        return tuple(one.field for one in self.columns)

    @property
    def needed(self) -> Needed:
        """The fields a file must have."""
        return tuple((one.field,) for one in self.columns if one.required)

    def read(self, row: Row) -> dict[str, Any]:
        """Return what a row says.

        Raises:
            RowError: something in it cannot be taken; all that is so is told.
        """
        said: dict[str, Any] = {}

        def read(one: SheetColumn) -> None:
            value = one.read(row, one.field)
            if value not in (None, ""):
                said[one.column.key] = value
            elif one.required:
                raise row.error(one.field, _("nothing is filled in"))

        all_faults(partial(read, one) for one in self.columns)
        return said


def describe_import(
    tx: Tx, outcome: Outcome, origin: Mapping[str, str], *, did: str, reverse: str
) -> None:
    """Say in the history what an import did.

    Args:
        tx: the transaction.
        outcome: what came of it.
        origin: where the file comes from and on what basis it is used.
        did: a marked sentence with `added`, `changed`, `source` and `basis`.
        reverse: likewise what takes it back.
    """
    words: dict[str, Any] = {"added": outcome.added, "changed": outcome.changed, **origin}
    tx.describe(Message(did, words), reverse=Message(reverse, words))


def take_sheet(tx: Tx, rows: Iterable[Row], sheet: RegisterSheet) -> Outcome:
    """Take a sheet: new records are added, changed ones updated, missing ones only told.

    What a row leaves empty stays as it is.
    """
    known = sheet.known(tx)
    key_of = sheet.columns[0]
    compared: RegisterComparison[Any] = RegisterComparison(str)
    refused: list[Rejected] = []
    first: dict[Any, str] = {}
    named: set[Any] = set()
    empty: list[str] = []
    for row in rows:
        if sheet.asked and is_empty(row, sheet.asked):
            empty += filter(None, [row.text(key_of.field)])
            continue
        with suppress(RowError):
            named.add(key_of.read(row, key_of.field))
        try:
            said = sheet.read(row)
            key = said[key_of.column.key]
            if key in first:
                raise row.error(key_of.field, _(sheet.twice).format(row=first[key]), lasting=True)
            before = known.get(key)
            sheet.check(row, before, said)
            found = list(_differences(sheet, before, said))
            if before is None or found:
                new = {k: v for k, v in said.items() if before is None or v != before.get(k)}
                with tx.savepoint():
                    sheet.write(tx, before, new)
        except RowError as error:
            refused.append(rejected(row, *error.problems))
            continue
        except (NotFoundError, RuleError, UsageError) as error:
            fault = row.error(key_of.field, reason_of(error))
            refused.append(rejected(row, fault.problem))
            continue
        first[key] = row.where
        if before is None:
            compared.added.append(key)
        else:
            compared.met(key, found)
    if not sheet.asked:
        compared.missing = [key for key in known if key not in named]
    return compared.outcome(refused, left_empty(empty))


def _differences(sheet: RegisterSheet, before: Values | None, said: Values) -> Iterable[Difference]:
    columns = (one.column for one in sheet.columns)
    return () if before is None else differences(columns, before, said)
