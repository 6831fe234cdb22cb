"""The sheets of one file that hold the same kind of table, read together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeAlias

from jinlin.core.errors import FileError
from jinlin.exchange.file.source import read_book
from jinlin.exchange.table.fields import FORM, field_label
from jinlin.exchange.table.headers import Headers
from jinlin.exchange.table.reader import SheetTable, Skipped, named_table, tables_of, with_headers
from jinlin.exchange.table.rows import Row

Needed: TypeAlias = Sequence[tuple[str, ...]]
"""What a sheet must have to be read: of each tuple of fields at least one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """The sheets of a file that are read together.

    Attributes:
        path: the file.
        tables: one for each sheet, in the order of the file.
        unread: names of further sheets that hold something and are not read.
        digest: the SHA-256 of the file.
    """

    path: Path
    tables: tuple[SheetTable, ...]
    unread: tuple[str, ...]
    digest: str

    def rows(self) -> Iterator[Row]:
        """Read the data of every sheet from the top; may be called again.

        Raises:
            FileError: the file turns out to be broken or too long further down.
        """
        for table in self.tables:
            yield from table.rows()

    @property
    def headers(self) -> Headers:
        """The headers of the first sheet."""
        return self.tables[0].headers

    @property
    def skipped(self) -> list[Skipped]:
        """Totals, notes and signatures; filled while `rows` is read."""
        return [skipped for table in self.tables for skipped in table.skipped]

    @property
    def count(self) -> int:
        """About how many rows there are."""
        return sum(table.source.count for table in self.tables)


def read_book_tables(
    path: Path,
    wanted: Collection[str],
    *,
    mapping: Mapping[str, str] | None = None,
    sheet: str | None = None,
    needed: Needed = (),
) -> Tables:
    """Read all sheets of a file that hold what is needed, together; or the one that is named.

    Args:
        path: as for `read_tables`.
        wanted: as for `read_tables`.
        mapping: as for `read_tables`.
        sheet: what the sheet's tab says.
        needed: what a sheet must have to be read.

    Raises:
        FileError: as for `read_tables`; or no sheet holds what is needed.
        UsageError: as for `read_tables`.
    """
    book = read_book(path)
    found = with_headers(path, book.sheets, wanted, mapping=mapping)
    tables = tables_of(path, found)
    named = [named_table(path, tables, sheet)] if sheet is not None else tables
    whole = [table for table in named if not _lacking(table.headers, needed)]
    if not whole:
        best = max(named, key=lambda table: len(table.headers.columns))
        raise best.headers.lacking(_lacking(best.headers, needed))
    read = {table.sheet for table in whole}
    return Tables(
        path=path,
        tables=tuple(_numbered(whole)),
        unread=tuple(s.name for s in book.sheets if s.name not in read and s.count),
        digest=book.digest,
    )


_TELLING: Final = 3
"""A kind that surely takes less than a third of the columns is not told by them."""


def recognised(path: Path, kinds: Mapping[str, tuple[Collection[str], Needed]]) -> list[str]:
    """Return which kinds of table the sheets of a file may be; several where nothing tells.

    Args:
        path: as for `read_tables`.
        kinds: by kind the fields that are taken and those that are needed. A form that was sent
            out is only of a kind that takes its number.

    Raises:
        FileError: it cannot be read.
    """
    sheets = read_book(path).sheets
    taken: dict[str, dict[str, set[int]]] = {}
    for kind, (wanted, needed) in kinds.items():
        with suppress(FileError):  # none has a header of this kind
            for sheet, headers in with_headers(path, sheets, {*wanted, FORM}, mapping=None):
                ours = FORM in wanted or FORM not in headers.columns
                if ours and not _lacking(headers, needed):
                    sure = headers.columns.keys() - set(headers.uncertain)
                    columns = {headers.columns[field] for field in sure}
                    if len(columns) * _TELLING >= sum(map(bool, headers.names)):
                        taken.setdefault(sheet.name, {})[kind] = columns
    likeliest = {kind for of in taken.values() for kind in _likeliest(of)}
    return [kind for kind in kinds if kind in likeliest]


def _likeliest(taken: Mapping[str, set[int]]) -> list[str]:
    """Return the kinds that surely take most columns of a sheet, or all of them but one."""
    most = max(map(len, taken.values()))
    return [
        kind
        for kind, columns in taken.items()
        if len(columns) >= most - 1 and not any(columns < more for more in taken.values())
    ]


def _lacking(headers: Headers, needed: Needed) -> list[str]:
    """Return what a sheet lacks, as people call it."""
    return [
        field_label(fields[0])
        for fields in needed
        if not any(field in headers.columns for field in fields)
    ]


def _numbered(tables: Sequence[SheetTable]) -> Iterator[SheetTable]:
    """Let the rows know their sheet, and say it where there are several."""
    for table in tables:
        headers = replace(table.headers, sheet=table.sheet, several=len(tables) > 1)
        yield replace(table, headers=headers)
