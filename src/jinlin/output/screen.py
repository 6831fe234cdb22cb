"""Listings and records on the screen: tables that align Chinese text and cut nothing."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Literal

from jinlin.core.call import Call
from jinlin.core.columns import Kind
from jinlin.core.i18n import _
from jinlin.core.text import pad, shown, width, wrapped
from jinlin.output.listing import Listing, Record
from jinlin.output.values import as_text

if TYPE_CHECKING:
    from rich.console import Console


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
    _print_table(call, listing.for_people(), whole=call.fields is not None)
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
    filled = [whole or any(row[n] for row in rows) for n in range(len(listing.columns))]
    for column, kept in zip(listing.columns, filled, strict=True):
        if kept:
            justify: Literal["right", "left"] = "right" if column.kind.numeric else "left"
            table.add_column(
                Text(column.heading),
                justify=justify,
                overflow="fold",
                # half a number reads as another number, half a day as another day
                no_wrap=column.kind.numeric or column.kind is Kind.DATE,
            )
    for row in rows:
        table.add_row(*(Text(text) for text, kept in zip(row, filled, strict=True) if kept))
    try:
        _console(call).print(table)
    except SystemExit as leaving:  # Rich leaves by itself when the reader of a pipe has gone
        raise BrokenPipeError from leaving
    more = (listing.total or len(rows)) - len(rows)
    if more > 0:
        line(call, _("{count} more; show them with --limit all.").format(count=more))


def _console(call: Call) -> Console:
    from rich.console import Console

    return Console(
        file=call.environment.stdout,
        width=screen_width(call),
        no_color=True if "NO_COLOR" in call.environment.variables else None,
        markup=False,
        emoji=False,
        highlight=False,
    )
