"""A listing or a record as a page, for Word and html."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from jinlin.core.call import Call
from jinlin.core.columns import Kind
from jinlin.core.days.written import day_short, day_words
from jinlin.core.errors import FileError
from jinlin.core.i18n import _
from jinlin.documents.columns import needs_long_side
from jinlin.documents.page import Block, Field, Form, Heading, Page, Paragraph, Table
from jinlin.output.listing.listing import Listing, Record
from jinlin.output.listing.values import dated

_COMMAND: Final = re.compile(r"[^。.；;]*jinlin .*|[^。.；;]*--\w.*", re.DOTALL)
"""The sentence of a note that names a command or an option, and what follows it."""
MOST_ROWS: Final = 5000
"""More rows than this are for a workbook; Word takes minutes to open them."""


def page_of(call: Call, what: Listing | Record) -> Page:
    """Return what a command has to show as a page, masked as everywhere.

    Raises:
        FileError: there are more rows than a page is for.
    """
    blocks = _record(call, what) if isinstance(what, Record) else listing_blocks(call, what)
    page = Page(what.title, (*blocks, *notes_on_paper(what.notes)), form=Form.SHEET)
    return page._replace(wide=needs_long_side(page))


def _record(call: Call, record: Record) -> Iterator[Block]:
    for column, value in zip(record.columns, record.masked_values(call), strict=True):
        text = dated(column, value, day_words)
        if text and (column.kind is not Kind.INTEGER or value):  # a count of nothing says nothing
            yield Field(column.heading, text)
    yield from record.charts
    for listing in record.listings:
        yield Heading(listing.title)
        yield from listing_blocks(call, listing)


def listing_blocks(call: Call, listing: Listing) -> Iterator[Block]:
    """Yield a listing as it stands on paper: a table of the columns that hold anything."""
    listing = listing.for_paper(call)
    rows = tuple(
        tuple(dated(c, v, day_short) for c, v in zip(listing.columns, row, strict=True))
        for row in islice(listing.masked_rows(call), MOST_ROWS + 1)
    )
    if len(rows) > MOST_ROWS:
        raise FileError(
            _("A page holds at most {count} rows.").format(count=MOST_ROWS),
            hint=_("Write .xlsx instead, or narrow the list with filters."),
        )
    if not rows and listing.empty:
        yield Paragraph(_without_commands(listing.empty))
        return
    filled = [
        place
        for place in range(len(listing.columns))
        if call.names_columns or not rows or any(row[place] for row in rows)
    ]
    columns = [listing.columns[place] for place in filled]
    yield Table(
        headings=tuple(column.heading for column in columns),
        rows=tuple(tuple(row[place] for place in filled) for row in rows),
        numeric=tuple(column.kind.numeric for column in columns),
    )
    yield from listing.charts


def notes_on_paper(notes: Iterable[str]) -> Iterator[Paragraph]:
    """Yield notes without what they say to type."""
    for note in filter(None, map(_without_commands, notes)):
        yield Paragraph(note, flush=True)


def _without_commands(text: str) -> str:
    """Return a note without what it says to type, which helps nobody on paper."""
    return _COMMAND.sub("", text).strip()
