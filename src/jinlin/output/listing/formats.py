"""Listings and records as JSON, csv, Markdown, text, workbook, Word, html; written, never shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from jinlin.core.call import Call
from jinlin.core.columns import Column
from jinlin.core.days.written import day_short, day_words
from jinlin.core.i18n import _
from jinlin.documents.markdown import escaped
from jinlin.output.listing.listing import Listing, Record
from jinlin.output.listing.values import as_csv, as_json, dated, guarded

if TYPE_CHECKING:
    from jinlin.documents.xlsx import Leaf

_STEERING: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Controls beyond those JSON escapes anyhow, and marks that turn the direction of a line."""

Writer = Callable[[Call, Listing | Record, BinaryIO], None]


def write_json(call: Call, what: Listing | Record, file: BinaryIO) -> None:
    """Write the versioned JSON document, row by row for a listing."""
    if isinstance(what, Record):
        file.write(json_document(_record_json(call, what)))
        return
    file.write(b'{"schema": 1, "data": [')
    for number, row in enumerate(_json_rows(call, what)):
        file.write(b",\n " if number else b"\n ")
        file.write(json_text(row).encode())
    file.write(b"\n]}\n")


def write_jsonl(call: Call, what: Listing | Record, file: BinaryIO) -> None:
    """Write JSON Lines, one object a row (https://jsonlines.org); a record is one line."""
    rows = [_record_json(call, what)] if isinstance(what, Record) else _json_rows(call, what)
    file.writelines(f"{json_text(row)}\n".encode() for row in rows)


def json_document(data: Any) -> bytes:
    """Return one whole JSON document."""
    return (json_text({"schema": 1, "data": data}) + "\n").encode()


def json_text(what: Any) -> str:
    """Return JSON as text, with what could steer a terminal escaped: it reads back the same."""
    import json

    text = json.dumps(what, ensure_ascii=False)
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _json_rows(call: Call, listing: Listing) -> Iterator[dict[str, Any]]:
    for row in listing.masked_rows(call):
        yield {c.key: as_json(c, v) for c, v in zip(listing.columns, row, strict=True)}


def _record_json(call: Call, record: Record) -> dict[str, Any]:
    values = zip(record.columns, record.masked_values(call), strict=True)
    return (
        {c.key: as_json(c, v) for c, v in values}
        | dict(record.extra)
        | {listing.key: list(_json_rows(call, listing)) for listing in record.listings}
    )


def write_csv(call: Call, what: Listing | Record, file: BinaryIO) -> None:
    """Write csv as Excel opens it: UTF-8 with BOM, CRLF; a record as field and value."""
    import csv
    import io

    text = io.TextIOWrapper(file, "utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    if isinstance(what, Record):
        writer.writerow((_("Field"), _("Value")))
        for column, value in zip(what.columns, what.masked_values(call), strict=True):
            writer.writerow((guarded(column.heading), as_csv(column, value)))
    else:
        writer.writerow(guarded(column.heading) for column in what.columns)
        for row in what.masked_rows(call):
            writer.writerow(as_csv(c, v) for c, v in zip(what.columns, row, strict=True))
    text.detach()


def write_markdown(call: Call, what: Listing | Record, file: BinaryIO) -> None:
    """Write Markdown: a table for a listing, fields and tables for a record."""
    file.writelines(f"{line}\n".encode() for line in _markdown(call, what))


def _markdown(call: Call, what: Listing | Record) -> Iterator[str]:
    from jinlin.output.listing.as_page import notes_on_paper

    yield f"# {escaped(what.title)}"
    yield ""
    if isinstance(what, Listing):
        yield from _markdown_table(call, what)
    else:
        for column, value in zip(what.columns, what.masked_values(call), strict=True):
            if value not in (None, ""):
                yield f"- **{escaped(column.heading)}**: {escaped(dated(column, value, day_words))}"
        for listing in what.listings:
            yield from ("", f"## {escaped(listing.title)}", "")
            yield from _markdown_table(call, listing)
    for note in notes_on_paper(what.notes):
        yield from ("", escaped(note.text))


def _markdown_table(call: Call, listing: Listing) -> Iterator[str]:
    listing = listing.for_people()
    yield _markdown_row(escaped(column.heading) for column in listing.columns)
    yield _markdown_row("---:" if c.kind.numeric else "---" for c in listing.columns)
    for row in listing.masked_rows(call):
        yield _markdown_row(
            escaped(dated(c, v, day_short)) for c, v in zip(listing.columns, row, strict=True)
        )


def _markdown_row(cells: Iterator[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def write_xlsx(call: Call, what: Listing | Record, file: BinaryIO) -> None:
    """Write a workbook; of a record its fields, and each listing that has rows on its own sheet.

    Each chart has a sheet of its own, with its figures.
    """
    from jinlin.documents.xlsx import chart_leaf, write_tables

    write_tables(file, [*_leaves(call, what), *map(chart_leaf, what.charts)])


def _leaves(call: Call, what: Listing | Record) -> Iterator[Leaf]:
    from jinlin.documents.xlsx import Leaf, OwnKind

    if isinstance(what, Listing):
        listing = what.for_paper(call)
        yield Leaf(listing.title, listing.columns, listing.masked_rows(call))
        return
    columns = (
        Column(key="field", heading=_("Field")),
        Column(key="value", heading=_("Value")),
    )
    values = zip(what.columns, what.masked_values(call), strict=True)
    fields = [(column.heading, OwnKind(column, value)) for column, value in values]
    if fields:
        yield Leaf(what.title, columns, fields)
    for listing in (one.for_paper(call) for one in what.listings):
        if rows := list(listing.masked_rows(call)):
            yield Leaf(listing.title, listing.columns, rows)


def write_docx(call: Call, what: Listing | Record, file: BinaryIO) -> None:
    """Write a Word document."""
    from jinlin.documents.word import document as docx
    from jinlin.output.listing.as_page import page_of

    docx.write_docx(file, [page_of(call, what)])


def write_txt(call: Call, what: Listing | Record, file: BinaryIO) -> None:
    """Write text as it is pasted or printed; with BOM, so that Notepad reads it."""
    from jinlin.documents.screen import text_of
    from jinlin.output.listing.as_page import page_of

    file.write(text_of([page_of(call, what)]).encode("utf-8-sig"))


def write_html(call: Call, what: Listing | Record, file: BinaryIO) -> None:
    """Write a html page."""
    from jinlin.documents.html import html_of
    from jinlin.output.listing.as_page import page_of

    file.write(html_of([page_of(call, what)]).encode())


BY_ENDING: dict[str, Writer] = {
    ".json": write_json,
    ".csv": write_csv,
    ".md": write_markdown,
    ".xlsx": write_xlsx,
    ".docx": write_docx,
    ".html": write_html,
    ".txt": write_txt,
    ".jsonl": write_jsonl,
}
