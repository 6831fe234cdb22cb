"""Tables from files: the one way in for everything that is imported."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final, TypeVar

from jinlin.core.errors import FileError, RowProblem
from jinlin.core.i18n import _
from jinlin.exchange.file.sheets import Line, Sheet
from jinlin.exchange.file.source import read_book
from jinlin.exchange.table.fields import field_label
from jinlin.exchange.table.headers import SEARCHED_ROWS, Headers, check_mapping, find_headers
from jinlin.exchange.table.leftovers import is_instruction, is_leftover
from jinlin.exchange.table.repeats import Repeats
from jinlin.exchange.table.rows import Row, RowError

QUANTITIES: Final = frozenset({
    "gross_area", "exclusive_area", "fund_balance", "share", "occupants", "amount", "paid",
    "arrears", "percent", "hours", "people_served", "dues",
})  # fmt: skip
"""Fields that a joined cell does not repeat: one area over two homes is not twice that area."""
LISTED_PROBLEMS: Final = 50
"""So many faults of a file that is taken whole or not at all are listed."""
_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A row that holds no data.

    Attributes:
        row: its number in the file.
        text: what its first cell says.
        sheet: which sheet, where the file has several; else empty.
    """

    row: int
    text: str
    sheet: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetTable:
    """A sheet whose columns are known.

    Attributes:
        path: the file.
        sheet: what the tab says; empty for a csv.
        headers: what the columns hold.
        others: further sheets of the file that have such a header and are not read.
        skipped: totals, notes and signatures; filled while `rows` is read.
        source: the sheet itself.
    """

    path: Path
    sheet: str
    headers: Headers
    others: tuple[str, ...]
    source: Sheet
    skipped: list[Skipped] = field(default_factory=list)

    def rows(self) -> Iterator[Row]:
        """Read the data from the top; may be called again.

        A cell that says `同上` holds what the cell above holds, and so does one joined with it.

        Raises:
            FileError: the file turns out to be broken or too long further down.
        """
        fields = self.headers.columns
        repeats = Repeats(
            fields.values(),
            joined=(column for wanted, column in fields.items() if wanted not in QUANTITIES),
            merges=self.source.merges,
        )
        self.skipped.clear()
        for number, cells in self._data():
            repeats.fill(number, cells)
            yield Row(number, cells, self.headers)

    def _data(self) -> Iterator[Line]:
        """Yield the rows below the header that hold data, and note the others."""
        names, columns = self.headers.names, tuple(self.headers.columns.values())
        first, name = columns[0], names[columns[0]]
        below = True
        for number, cells in self.source.lines():
            if number <= self.headers.row:
                continue
            no_data = is_leftover(cells) or (below and is_instruction(cells))
            below = False
            if no_data:
                text = next(cell for cell in cells if cell.strip()).strip()
                sheet = self.headers.sheet if self.headers.several else ""
                skipped = Skipped(row=number, text=text, sheet=sheet)
                self.skipped.append(skipped)
            elif first >= len(cells) or cells[first] != name or not _repeats(cells, names, columns):
                yield number, cells


def _repeats(cells: Sequence[str], names: Sequence[str], columns: Sequence[int]) -> bool:
    """Return whether a row is the header printed again on a further page."""
    return all(column < len(cells) and cells[column] == names[column] for column in columns)


def read_tables(
    path: Path, wanted: Collection[str], *, mapping: Mapping[str, str] | None = None
) -> list[SheetTable]:
    """Read every sheet of a file that has a header; hidden sheets only when no other has one.

    Args:
        path: an xlsx, xls, csv or JSON file, known by its content.
        wanted: the fields that are asked for, keys of `fields.LABELS`, or fields of one's own.
        mapping: what somebody said a header means: header to field.

    Returns:
        The tables in the order of the sheets; their rows are read as they are asked for.

    Raises:
        FileError: the file cannot be read, or no sheet has a header.
        UsageError: the mapping names a header or a field that is not there.
    """
    return tables_of(path, with_headers(path, read_book(path).sheets, wanted, mapping=mapping))


def with_headers(
    path: Path,
    sheets: Sequence[Sheet],
    wanted: Collection[str],
    *,
    mapping: Mapping[str, str] | None,
) -> list[tuple[Sheet, Headers]]:
    """Return the sheets that have a header, with it."""
    found: list[tuple[Sheet, Headers]] = []
    for hidden in (False, True):
        for sheet in sheets:
            if sheet.hidden is hidden:
                first_rows = list(islice(sheet.lines(), SEARCHED_ROWS))
                headers = find_headers(path, first_rows, wanted, mapping=mapping)
                if headers:
                    found.append((sheet, headers))
        if found:
            break
    if not found:
        raise FileError(
            _("{path} has no header row among its first {count} rows.").format(
                path=path, count=SEARCHED_ROWS
            ),
            hint=_("One row must name the columns, for example: {fields}.").format(
                fields=_(", ").join(field_label(field) for field in list(wanted)[:4])
            ),
        )
    if mapping:
        check_mapping(mapping, wanted, *(headers for _sheet, headers in found))
    return found


def tables_of(path: Path, found: Sequence[tuple[Sheet, Headers]]) -> list[SheetTable]:
    """Return the tables of the sheets that have a header."""
    return [
        SheetTable(
            path=path,
            sheet=sheet.name,
            headers=headers,
            others=tuple(other.name for other, _headers in found if other is not sheet),
            source=sheet,
        )
        for sheet, headers in found
    ]


def read_table(
    path: Path,
    wanted: Collection[str],
    *,
    mapping: Mapping[str, str] | None = None,
    sheet: str | None = None,
) -> SheetTable:
    """Read one sheet of a file: the one that is named, or the one whose header explains most.

    Args:
        path: as for `read_tables`.
        wanted: as for `read_tables`.
        mapping: as for `read_tables`.
        sheet: what the sheet's tab says.

    Raises:
        FileError: as for `read_tables`; or no sheet of that name has a header.
        UsageError: as for `read_tables`.
    """
    tables = read_tables(path, wanted, mapping=mapping)
    if sheet is None:
        return max(tables, key=lambda table: len(table.headers.columns))
    return named_table(path, tables, sheet)


def read_whole(table: SheetTable, read: Callable[[Row], _Read], *, refusal: str) -> list[_Read]:
    """Read every row of a table, or none.

    Args:
        table: the table.
        read: reads one row.
        refusal: what is said when rows cannot be read: a marked text with `count` and `path`.

    Raises:
        FileError: rows cannot be read; the first `LISTED_PROBLEMS` faults are listed.
    """
    found: list[_Read] = []
    problems: list[RowProblem] = []
    rows = 0
    for row in table.rows():
        try:
            found.append(read(row))
        except RowError as error:
            problems += error.problems
            rows += 1
    if problems:
        raise FileError(
            _(refusal).format(count=rows, path=table.path),
            hint=_("Mend these rows, then try again."),
            rows=tuple(problems[:LISTED_PROBLEMS]),
        )
    return found


def named_table(path: Path, tables: Sequence[SheetTable], sheet: str) -> SheetTable:
    """Return the table of the sheet that is named.

    Raises:
        FileError: no sheet of that name has a header.
    """
    for table in tables:
        if table.sheet == sheet:
            return table
    raise FileError(
        _("{path} has no sheet “{sheet}” with a header.").format(path=path, sheet=sheet),
        hint=_("Its sheets are: {sheets}.").format(
            sheets=_(", ").join(table.sheet for table in tables)
        ),
    )
