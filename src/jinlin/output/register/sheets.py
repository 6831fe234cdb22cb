"""A register as a table: what is read of a file, compared, written, given out, to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.people.wholenames import check_unmasked
from jinlin.core.said import as_kept
from jinlin.core.text import compact
from jinlin.documents.template import Blank
from jinlin.exchange.table.fields import field_label
from jinlin.exchange.table.rows import Row
from jinlin.output.delivery.export import ExportedRegister
from jinlin.output.importing.outcome import Outcome
from jinlin.output.importing.sheet import (
    RegisterSheet,
    SheetColumn,
    Values,
    describe_import,
    take_sheet,
)
from jinlin.output.listing.listing import Listing
from jinlin.output.register.pages import cell_of
from jinlin.output.register.register import Register
from jinlin.output.register.row import RegisterField
from jinlin.output.register.rules import Draft, TableColumn
from jinlin.store.transaction.tx import Reader, Tx

_BETWEEN: Final = re.compile(r"[；;\n]")
_NUMBERS: Final = frozenset({Kind.INTEGER, Kind.MONEY, Kind.AREA})


class RegisterTable:
    """The table of a register.

    Args:
        register: the register.
        reader: the database, for the columns that the branch made for itself.
    """

    def __init__(self, register: Register[Any], reader: Reader) -> None:
        self.register, self.more = register, register.rules.more
        self.fields = [one for one in register.record.fields if one.sheet is not None]
        self._clock = reader.clock
        self._beside = self.more.columns(reader) if self.more is not None else ()
        self._tx: Tx
        self._draft: Draft
        self._records: Mapping[int, Any] = {}
        self._names: dict[str, str] = {}

    def columns(self) -> Iterator[TableColumn]:
        """Yield its columns: the fields of the register, then those beside them."""
        for one in self.fields:
            assert one.sheet is not None
            header = one.sheet.field or _(one.label)
            labels = _labels(one)
            column = Column(
                one.key, field_label(header), one.column or Kind.TEXT, one.personal, labels
            )
            read = one.sheet.read or partial(self._read, one)
            note = N_("required: {help}") if one.asked else N_("optional: {help}")
            blank = Blank(
                column.heading,
                _(note).format(help=_(one.help or one.label)),
                one.column in _NUMBERS,
                tuple(labels.values()) if labels else (),
            )
            yield TableColumn(SheetColumn(header, column, read, bool(one.asked)), blank)
        yield from self._beside

    def sheet(self) -> RegisterSheet:
        """Return what may be imported, and how."""
        what = _(self.register.wording.what)
        return RegisterSheet(
            columns=[column.taken for column in self.columns()],
            known=self._known,
            write=self._write,
            check=self._check,
            twice=_("the same {what} as in {row}").format(what=what, row="{row}"),
        )

    def take(self, tx: Tx, rows: Iterable[Row], *, origin: Mapping[str, str]) -> Outcome:
        """Take a table: new records are added, changed ones updated, missing ones only told.

        What it leaves empty stays as it is.

        Args:
            tx: the transaction.
            rows: the rows of the file.
            origin: where the file comes from and on what basis it is used.
        """
        outcome = take_sheet(tx, rows, self.sheet())
        words: dict[str, Any] = {**origin, "title": Message(self.register.wording.title)}
        describe_import(
            tx,
            outcome,
            words,
            did=N_(
                "Imported into “{title}”: {added} added, {changed} changed"
                " (from {source}, basis {basis})"
            ),
            reverse=N_("take back the import into “{title}”: {added} added, {changed} changed"),
        )
        return outcome

    def exported(self, reader: Reader) -> ExportedRegister:
        """Return all records as an import reads them again."""
        records = self.register.rows(reader)
        held = self._held(reader, [one.id for one in records])
        taken = [column.taken for column in self.columns()]
        columns = [one.column._replace(key=one.field) for one in taken]
        for place, one in enumerate(self.fields):
            if one.flag:
                columns[place] = columns[place]._replace(labels={"yes": _("yes"), "no": _("no")})
        rows = [
            (
                *(_given_out(one, record) for one in self.fields),
                *(held.get(record.id, {}).get(one.column.key) for one in taken[len(self.fields) :]),
            )
            for record in records
        ]
        telling = any(one.personal not in {None, Personal.TEXT} for one in self.fields)
        title = _(self.register.wording.title)
        listing = Listing(self.register.wording.key, title, tuple(columns), rows)
        return ExportedRegister(listing, persons=len(rows) if telling else 0)

    def _held(self, reader: Reader, rows: Sequence[int]) -> Mapping[int, Values]:
        return self.more.held(reader, rows) if self._beside and self.more is not None else {}

    def _known(self, tx: Tx) -> dict[str, Values]:
        """Return what is recorded, by the names of the records."""
        self._tx, records = tx, self.register.rows(tx)
        self._records = {one.id: one for one in records}
        held = self._held(tx, list(self._records))
        known: dict[str, Values] = {
            str(getattr(one, self.register.known_by)): {
                **{field.key: cell_of(field, getattr(one, field.key)) for field in self.fields},
                **held.get(one.id, {}),
                "id": one.id,
            }
            for one in reversed(records)  # of several of a name the one listed first
        }
        self._names = {compact(name): name for name in known}
        return known

    def _check(self, row: Row, known: Values | None, said: Values) -> None:
        self._draft = row.read(
            "", lambda: self.register.drafted(self._tx, *self._meant(known, said))
        )

    def _write(self, tx: Tx, _known: Values | None, said: Values) -> None:
        """Write what was checked last, which is the row that is said."""
        row = self.register.write(self._draft).id
        own = {one.key for one in self.fields}
        beside = {key: value for key, value in said.items() if key not in own}
        if beside and self.more is not None:
            self.more.write(tx, row, beside)

    def _meant(self, known: Values | None, said: Values) -> tuple[Any, dict[str, Any]]:
        """Return the record a row is about, None for a new one, and what it says of its fields."""
        values = {
            one.key: tuple(said[one.key].split("；")) if one.is_list else said[one.key]
            for one in self.fields
            if one.key in said
        }
        return (self._records[known["id"]] if known else None), values

    def _read(self, one: RegisterField, row: Row, header: str) -> Any:
        """Return what a cell says, as it is kept; of several words, those between semicolons."""
        text = row.text(header)
        if not text or one.kind is None:
            return text or None
        if one.is_list:
            parts = (part.strip() for part in _BETWEEN.split(text))
            return "；".join(part for part in parts if part)
        read = row.read(header, lambda: as_kept(_taken(one, text, header), self._clock))
        named = one.key == self.register.known_by
        return self._names.setdefault(compact(read), read) if named else read


def _taken(one: RegisterField, text: str, header: str) -> Any:
    assert one.kind is not None
    check_unmasked(text)
    try:
        return one.kind.take(text, header)
    except ValueError as error:
        raise UsageError(_("“{text}” is not a whole number").format(text=text)) from error


def _labels(one: RegisterField) -> Mapping[Any, str] | None:
    if one.flag:
        return {True: _("yes"), False: _("no")}
    return one.words.labels() if one.words is not None else None


def _given_out(one: RegisterField, record: Any) -> Any:
    value = getattr(record, one.key)
    return ("yes" if value else "no") if one.flag else cell_of(one, value)
