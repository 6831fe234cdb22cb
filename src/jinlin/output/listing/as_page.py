"""A listing or a record as a page, for Word and html."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from jinlin.core.call import Call
from jinlin.core.errors import FileError
from jinlin.core.i18n import _
from jinlin.documents.page import Block, Field, Form, Heading, Page, Paragraph, Table
from jinlin.output.listing.listing import Listing, Record
from jinlin.output.listing.values import as_text

MOST_ROWS: Final = 5000
"""More rows than this are for a workbook; Word takes minutes to open them."""
NARROW: Final = 5
"""More columns than this lie on the paper's long side."""


def page_of(call: Call, what: Listing | Record) -> Page:
    """Return what a command has to show as a page, masked as everywhere.

    Raises:
        FileError: there are more rows than a page is for.
    """
    listings = (what.for_people(),) if isinstance(what, Listing) else what.listings
    if isinstance(what, Listing):
        blocks: Iterator[Block] = _listing(call, listings[0])
    else:
        blocks = _record(call, what)
    wide = any(len(listing.for_people().columns) > NARROW for listing in listings)
    notes = tuple(Paragraph(note, flush=True) for note in what.notes)
    return Page(what.title, (*blocks, *notes), form=Form.SHEET, wide=wide)


def _record(call: Call, record: Record) -> Iterator[Block]:
    for column, value in zip(record.columns, record.masked_values(call), strict=True):
        if value not in (None, ""):
            yield Field(column.heading, as_text(column, value))
    for listing in record.listings:
        yield Heading(listing.title)
        yield from _listing(call, listing.for_people())


def _listing(call: Call, listing: Listing) -> Iterator[Block]:
    rows = tuple(
        tuple(as_text(c, v) for c, v in zip(listing.columns, row, strict=True))
        for row in islice(listing.masked_rows(call), MOST_ROWS + 1)
    )
    if len(rows) > MOST_ROWS:
        raise FileError(
            _("A page holds at most {count} rows.").format(count=MOST_ROWS),
            hint=_("Write .xlsx instead, or narrow the list with filters."),
        )
    if not rows and listing.empty:
        yield Paragraph(listing.empty)
        return
    yield Table(
        headings=tuple(column.heading for column in listing.columns),
        rows=rows,
        numeric=tuple(column.kind.numeric for column in listing.columns),
    )
