"""Listings and records on the screen: tables that align Chinese text and cut nothing."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import _
from jinlin.core.text import pad, shown, width, wrapped
from jinlin.documents.columns import fitted, unbroken
from jinlin.output.listing.listing import Listing, Record
from jinlin.output.listing.values import as_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console


_BETWEEN: Final = 2
"""So many columns lie between two columns of a table."""
_NAMED: Final = 16
"""So long a name of what a row is stays in one piece, where there is room for it."""
_FOLDS: Final = (80, 10, 8, 6, 4)
"""To how many columns the headings of numbers and days are folded, as far as it is necessary."""
_NUMBER: Final = 10
"""The longest number of a door or record that is kept in one piece."""


class _Shown(NamedTuple):
    """A column as the table shows it; how wide it is in columns of the screen.

    Attributes:
        cell: how wide its widest cell is.
        piece: how wide the widest piece of a cell is that is better not parted.
        firm: whether its cells are never folded.
        word: how wide the longest word of its heading is.
    """

    column: Column
    cell: int
    piece: int
    firm: bool
    word: int

    def heading(self, fold: int) -> int:
        """Return how wide its heading is at least, folded to so many columns."""
        return min(width(self.column.heading), max(fold, self.word))


def screen_width(call: Call) -> int:
    """Return how many columns the screen has; 80 where there is none."""
    columns = call.environment.variables.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return int(columns)
    if not call.environment.stdout.isatty():
        return 80
    return shutil.get_terminal_size().columns


def show_listing(call: Call, listing: Listing) -> None:
    """Print a listing as a table, with how many more rows there are."""
    _print_table(call, listing.for_people(), whole=call.names_columns)
    for note in listing.notes:
        line(call, note)


def show_record(call: Call, record: Record) -> None:
    """Print a record: its fields, then what belongs to it."""
    line(call, record.title)
    values = zip(record.columns, record.masked_values(call), strict=True)
    fields = [(c.heading, text) for c, v in values if (text := as_text(c, v))]
    label = max((width(heading) for heading, _text in fields), default=0)
    for heading, text in fields:
        lines = wrapped(shown(text), max(20, screen_width(call) - label - 4))
        for number, part in enumerate(lines):
            left = pad("" if number else heading, label)
            call.environment.stdout.write(f"  {left}  {part}\n")
    for listing in record.listings:
        line(call, "")
        _print_table(call, listing.for_people())
        for note in listing.notes:
            line(call, note)
    for note in record.notes:
        line(call, note)


def line(call: Call, text: str) -> None:
    """Print one line of a result, wrapped at the screen's width."""
    for part in wrapped(shown(text), screen_width(call)):
        call.environment.stdout.write(f"{part}\n")


def _print_table(call: Call, listing: Listing, *, whole: bool = False) -> None:
    """Print the rows; a column that is empty in all of them is left out, unless all are wanted."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    rows = [
        [shown(as_text(c, v)) for c, v in zip(listing.columns, row, strict=True)]
        for row in listing.masked_rows(call)
    ]
    if not rows:
        line(call, listing.empty or _("There is nothing here yet."))
        return
    table = Table(
        title=Text(listing.title),
        title_justify="left",
        box=SIMPLE_HEAD,
        pad_edge=False,
        collapse_padding=True,
    )
    whole = whole or not any(map(any, rows))
    filled = [whole or any(row[n] for row in rows) for n in range(len(listing.columns))]
    shown_columns = [
        _Shown(
            column,
            max(_widest(row[n]) for row in rows),
            max(unbroken(row[n]) for row in rows),
            _is_firm(column, [row[n] for row in rows]),
            unbroken(column.heading),
        )
        for n, column in enumerate(listing.columns)
        if filled[n]
    ]
    if _needed(shown_columns, _FOLDS[-1]) > screen_width(call):  # then words of headings part too
        shown_columns = [one._replace(word=0) for one in shown_columns]
    fold = _fold_headings(shown_columns, screen_width(call))
    spaces = _spaces(shown_columns, fold, screen_width(call))
    for one, space in zip(shown_columns, spaces, strict=True):
        justify: Literal["right", "left"] = "right" if one.column.kind.numeric else "left"
        heading = "\n".join(wrapped(one.column.heading, space))
        table.add_column(Text(heading), justify=justify, width=space, no_wrap=True)
    least = sum(spaces) + _BETWEEN * len(spaces)
    for row in rows:
        cells = [text for text, kept in zip(row, filled, strict=True) if kept]
        table.add_row(
            *(
                Text("\n".join(wrapped(text, space)))
                for text, space in zip(cells, spaces, strict=True)
            )
        )
    try:
        _console(call, least=least).print(table)
    except SystemExit as leaving:  # Rich leaves by itself when the reader of a pipe has gone
        raise BrokenPipeError from leaving
    more = (listing.total or len(rows)) - len(rows)
    if more > 0:
        line(call, _("{count} more; show them with --limit all.").format(count=more))


def _is_firm(column: Column, cells: Sequence[str]) -> bool:
    """Return whether a column is never folded: half a number, day or door reads as another one."""
    return column.kind.numeric or column.kind is Kind.DATE or all(map(_is_number, cells))


def _is_number(cell: str) -> bool:
    """Return whether a cell is empty, or the number of a door or record: `3-1-502`."""
    return len(cell) <= _NUMBER and cell.isascii() and not any(map(str.isspace, cell))


def _needed(columns: Sequence[_Shown], fold: int) -> int:
    """Return how wide a table is at least, its headings folded; long texts fold, words do not."""
    return sum(
        _BETWEEN
        + (
            max(c.cell, c.heading(fold))
            if c.firm
            else max(c.word, min(c.cell, max(_FOLDS[-1], c.piece)))
        )
        for c in columns
    )


def _spaces(columns: Sequence[_Shown], fold: int, screen: int) -> list[int]:
    """Return how wide each column is set; short words stay whole where there is room for them."""
    whole = [max(c.cell, c.heading(fold)) for c in columns]
    narrow = [
        space if c.firm else min(space, max(_FOLDS[-1], c.word))
        for c, space in zip(columns, whole, strict=True)
    ]
    kept = [
        max(least, min(space, c.piece))
        for c, space, least in zip(columns, whole, narrow, strict=True)
    ]
    if columns[0].cell <= _NAMED:
        kept[0] = whole[0]
    room = screen - _BETWEEN * len(columns)
    return fitted(whole, kept if sum(kept) <= room else narrow, room)


def _fold_headings(columns: Sequence[_Shown], screen: int) -> int:
    return next((fold for fold in _FOLDS if _needed(columns, fold) <= screen), _FOLDS[-1])


def _widest(cell: str) -> int:
    return max(map(width, cell.split("\n")))


def _console(call: Call, *, least: int) -> Console:
    from rich.console import Console

    return Console(
        file=call.environment.stdout,
        width=max(screen_width(call), least),  # rather too wide than a digit cut off
        no_color=True if "NO_COLOR" in call.environment.variables else None,
        markup=False,
        emoji=False,
        highlight=False,
    )
