"""Markdown in which what people wrote stands as they wrote it, whatever marks are in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from jinlin.core.i18n import _
from jinlin.documents.box import Box, told
from jinlin.documents.page import (
    Attachments,
    Block,
    Chart,
    Closing,
    Cut,
    Field,
    Heading,
    Items,
    Page,
    Paragraph,
    Table,
    attached,
)

_LINES = re.compile("[\n\u2028\u2029]")
_INLINE = re.compile(r"([\\`*_\[\]<>|#~&$])")
_LINE_START = re.compile(r"^(\s*)(?:([-+=])|(\d{1,9})([.)])(?=\s|$))", re.MULTILINE)


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    return " ".join(line for line in escaped_lines(text) if line)


def escaped_lines(text: str) -> list[str]:
    """Return the lines of a text, each as Markdown shows it as it is."""
    return [_escaped_line(line.strip()) for line in _LINES.split(text)]


def _escaped_line(line: str) -> str:
    marked = _INLINE.sub(r"\\\1", line)
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", marked)


def markdown_of(pages: Sequence[Page]) -> str:
    """Return pages as Markdown."""
    return "\n---\n\n".join("".join(f"{line}\n" for line in _page(page)) for page in pages)


def table_row(cells: Iterable[str]) -> str:
    """Return a line of a table; the cells are Markdown already."""
    return "| " + " | ".join(cells) + " |"


def _page(page: Page) -> Iterator[str]:
    yield f"# {escaped(' '.join((*page.above, page.title)))}"
    for line in page.below:
        yield from ("", escaped(line))
    before: Block | None = None
    for block in page.blocks:
        if not (isinstance(block, Field) and isinstance(before, Field)):
            yield ""
        yield from _block(block)
        before = block
    if page.code:
        yield from ("", escaped(page.code))


def _block(block: Block) -> Iterator[str]:  # noqa: C901  (one case a block)
    match block:
        case Heading(text=text, level=level):
            yield f"{'#' * (level + 1)} {escaped(text)}"
        case Paragraph(text=text):
            yield escaped(text)
        case Field(label=label, text=text):
            yield _("- **{label}**: {text}").format(label=escaped(label), text=escaped(text))
        case Items(texts=texts, numbered=numbered):
            yield from (
                f"{n}. {escaped(text)}" if numbered else f"- {escaped(text)}"
                for n, text in enumerate(texts, 1)
            )
        case Table():
            numeric = block.numeric or (False,) * len(block.headings)
            yield table_row(map(escaped, block.headings))
            yield table_row("---:" if right else "---" for right in numeric)
            yield from (table_row(map(escaped, row)) for row in block.rows)
        case Box():
            yield from (
                _("- **{label}**: {text}").format(label=escaped(label), text=escaped(text))
                if label
                else f"- {escaped(text)}"
                for label, text in told(block)
            )
        case Attachments():
            yield "  \n".join(map(escaped, attached(block)))
        case Closing(texts=texts):
            yield "  \n".join(map(escaped, texts))
        case Cut(text=text):
            yield f"-- -- {escaped(text)} -- --"
        case Chart(title=title):
            yield from (f"**{escaped(title)}**", "", *_block(block.table))
