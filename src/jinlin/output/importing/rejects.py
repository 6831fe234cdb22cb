"""The rows an import refused, given back in a file that can be mended and imported."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from jinlin.core.call import Call
from jinlin.core.columns import Column
from jinlin.core.errors import FileError, RowProblem
from jinlin.core.i18n import _
from jinlin.exchange.table.book import Tables
from jinlin.exchange.table.reader import SheetTable
from jinlin.output.delivery.files import write_whole
from jinlin.output.importing.outcome import Outcome, Rejected

ENDINGS: Final = ("-退回", "-refused")
"""How the name of such a file ends, in both languages."""
_MARKED: Final = re.compile(r"(?P<reason>.*) #(?P<mark>[0-9a-f]{8})", re.DOTALL)
"""A reason that lasts as long as nobody mends its row."""


def give_back(call: Call, tables: Tables, outcome: Outcome) -> Path:
    """Write the refused rows beside the file, in its format, with its headers and the reasons.

    A file that is being imported is never written over: it may hold the only copy of what she
    mended. An older one that nobody has mended is.

    Raises:
        FileError: it cannot be written.
    """
    from jinlin.documents.xlsx import Leaf, write_tables

    ending = ".xlsx" if tables.path.suffix.lower() in (".xlsx", ".xls") else ".csv"
    by_sheet: dict[str, list[Rejected]] = {}
    for row in outcome.rejected:
        by_sheet.setdefault(row.problem.sheet, []).append(row)
    leaves = [
        Leaf(table.sheet or _("Refused rows"), _columns(table), list(_cells(table, rows)))
        for table in tables.tables
        if (rows := by_sheet.get(table.headers.sheet if table.headers.several else ""))
    ]
    target = _target(tables, ending)
    replacing = call._replace(force=True)
    if ending == ".xlsx":
        return write_whole(replacing, str(target), lambda file: write_tables(file, leaves))
    from jinlin.output.listing.formats import write_csv
    from jinlin.output.listing.listing import Listing

    [leaf] = leaves
    listing = Listing(key="refused", title=leaf.title, columns=tuple(leaf.columns), rows=leaf.rows)
    return write_whole(replacing, str(target), lambda file: write_csv(call, listing, file))


def _columns(table: SheetTable) -> tuple[Column, ...]:
    headers = table.headers
    names = map(headers.remembering, range(len(headers.names)))
    shown = (name or _("Column {number}").format(number=n + 1) for n, name in enumerate(names))
    columns = [Column(key=str(n), heading=name) for n, name in enumerate(shown)]
    kept = [column for column in columns if column.heading not in _reasons()]
    return (*kept, Column(key="reason", heading=_("Why it was refused")))


def _reasons() -> set[str]:
    """Return the headings of the column with the reasons, in both languages."""
    return {"退回原因", "Why it was refused", _("Why it was refused")}


def is_reject_file(tables: Tables) -> bool:
    """Return whether a file is one of those written here: it has the column with the reasons."""
    return any(not _reasons().isdisjoint(table.headers.names) for table in tables.tables)


def unmended(tables: Tables) -> dict[tuple[str, int], Rejected]:
    """Return the rows of such a file that contradicted another row and still say the same.

    Alone in their file they would pass, and overwrite what was taken from the other row.

    Returns:
        By sheet and number.
    """
    found: dict[tuple[str, int], Rejected] = {}
    if not is_reject_file(tables):
        return found
    for row in tables.rows():
        names = row.headers.names
        for name, cell in zip(names, row.cells, strict=False):
            marked = _MARKED.fullmatch(cell.strip()) if name in _reasons() else None
            if marked and marked["mark"] == _mark(_said(row.cells, names)):
                problem = RowProblem(row.number, "", marked["reason"], row.sheet, lasting=True)
                found[row.sheet, row.number] = Rejected(tuple(row.cells), problem)
    return found


def _said(cells: Sequence[str], names: Sequence[str]) -> list[str]:
    """Return the cells of a row without the reasons."""
    reasons = {place for place, name in enumerate(names) if name in _reasons()}
    return [cell for place, cell in enumerate(cells) if place not in reasons]


def _mark(cells: Sequence[str]) -> str:
    """Return by what a row is known again that nobody has mended."""
    from hashlib import sha256

    return sha256("\x1f".join(_row(cells)).encode()).hexdigest()[:8]


def _cells(table: SheetTable, rows: Sequence[Rejected]) -> Iterator[list[str]]:
    names = table.headers.names
    for row in rows:
        cells = [*row.cells, *[""] * (len(names) - len(row.cells))]
        said = _said(cells[: len(names)], names)
        reasons = (problem.in_row for problem in row.problems)
        mark = f" #{_mark(said)}" if any(p.lasting for p in row.problems) else ""
        yield [*said, _("; ").join(reasons) + mark]


def _target(tables: Tables, ending: str) -> Path:
    """Return where the rows go: `房屋-退回.xlsx`, and `房屋-退回2.xlsx` beside one in work."""
    path = tables.path
    refused = _("refused")
    older = path.stem.rstrip("0123456789")
    stem = path.with_name(older if older.endswith(ENDINGS) else f"{path.stem}-{refused}")
    serial = 1
    target = stem.with_name(stem.name + ending)
    while target.exists() and (target.samefile(path) or not _untouched(target, tables)):
        serial += 1
        target = stem.with_name(f"{stem.name}{serial}{ending}")
    return target


def _untouched(target: Path, tables: Tables) -> bool:
    """Return whether every row of an older file still stands in the file it came from."""
    from jinlin.exchange.file.source import read_book

    here = {_row(_said(row.cells, row.headers.names)) for row in tables.rows()}
    try:
        sheets = read_book(target).sheets
        rows = [cells for sheet in sheets for _number, cells in list(sheet.lines())]
    except FileError:
        return False
    headers = {name for table in tables.tables for name in (*table.headers.names, *_reasons())}
    headers |= {column.heading for table in tables.tables for column in _columns(table)}
    data = [cells for cells in rows if not set(filter(None, cells)) <= headers]
    return all(_row(cells[:-1]) in here for cells in data)


def _row(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the cells of a row that hold something, to compare rows of two files."""
    return tuple(cell.strip() for cell in cells if cell.strip())
