"""A page to hand in: its parts, and the same parts as text for a screen and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from jinlin.core.text import pad, width, wrapped
from jinlin.documents.markdown import escaped

PAGE_WIDTH: Final = 80
_HANGING: Final = 2
"""Columns that a closing mark may hang over the edge."""
_GAP: Final = "  "
_MARGIN: Final = 4
_SIGNED_AT: Final = 32
_NARROWEST: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A text without line breaks."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A numbered list."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under headings.

    Attributes:
        numeric: for each column, whether it stands at its right edge.
    """

    headings: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]


Block: TypeAlias = Paragraph | Items | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part under a heading.

    Attributes:
        heading: as it stands on a line of its own.
        lead: as it stands before the first sentence; empty where it never does.
    """

    heading: str
    lead: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page with what hangs on it.

    Attributes:
        titles: the lines in the middle of the page's head.
        subtitle: the line below them.
        addressee: whom it is for; empty where nobody is known.
        indent: what a paragraph begins with on a screen.
        signature: the lines at its foot.
        attachments: what follows the foot.
    """

    titles: tuple[str, ...]
    subtitle: str
    addressee: str
    indent: str
    opening: tuple[Block, ...]
    sections: tuple[Section, ...] = ()
    signature: tuple[str, ...] = ()
    attachments: tuple[Section, ...] = ()


def text_lines(page: Page, *, columns: int) -> Iterator[str]:
    """Return a page as lines of at most so many columns."""
    inner = columns - _HANGING
    for title in page.titles:
        yield from _centred(title, inner)
    yield ""
    yield from _centred(page.subtitle, inner)
    if page.addressee:
        yield from wrapped(page.addressee, inner)
    yield from _block_lines(page.opening, page, inner)
    for section in page.sections:
        yield from _section_lines(section, page, inner)
    if page.signature:
        yield ""
    for line in page.signature:
        margin = max(0, min(_SIGNED_AT, inner - width(line)))
        yield from (" " * margin + part for part in wrapped(line, inner - margin))
    for attachment in page.attachments:
        yield from ("", *wrapped(attachment.heading, inner))
        yield from _block_lines(attachment.blocks, page, inner)


def _centred(text: str, columns: int) -> Iterator[str]:
    for line in wrapped(text, columns):
        yield " " * max(0, (columns - width(line)) // 2) + line


def _section_lines(section: Section, page: Page, columns: int) -> Iterator[str]:
    """Return a section; its heading runs into the first sentence."""
    first, *rest = section.blocks
    if isinstance(first, Paragraph):
        yield from wrapped(page.indent + section.lead + first.text, columns)
        yield from _block_lines(tuple(rest), page, columns)
    else:
        yield from wrapped(page.indent + section.lead.rstrip(), columns)
        yield from _block_lines(section.blocks, page, columns)


def _block_lines(blocks: tuple[Block, ...], page: Page, columns: int) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from wrapped(page.indent + block.text, columns)
        elif isinstance(block, Items):
            for number, text in enumerate(block.texts, 1):
                mark = f"{number}. "
                first, *rest = wrapped(text, columns - _MARGIN - len(mark))
                yield " " * _MARGIN + mark + first
                yield from (" " * (_MARGIN + len(mark)) + line for line in rest)
        else:
            yield from _table_lines(block, columns)


def _table_lines(table: Table, columns: int) -> Iterator[str]:
    rows = (table.headings, *table.rows)
    widths = [max(map(width, cells)) for cells in zip(*rows, strict=True)]
    if _total(widths) > columns + _HANGING:
        widths = _fitted(widths, columns)
    margin = " " * min(_MARGIN, max(0, columns - _total(widths)))
    for row in rows:
        cells = [wrapped(text, space) for text, space in zip(row, widths, strict=True)]
        for level in range(max(map(len, cells))):
            parts = [cell[level] if level < len(cell) else "" for cell in cells]
            line = _GAP.join(
                " " * (space - width(part)) + part if right else pad(part, space)
                for part, space, right in zip(parts, widths, table.numeric, strict=True)
            )
            yield (margin + line).rstrip()


def _fitted(widths: list[int], columns: int) -> list[int]:
    """Return the widths of columns, the widest made narrower until all fit."""
    fitted = list(widths)
    while _total(fitted) > columns and max(fitted) > _NARROWEST:
        fitted[fitted.index(max(fitted))] -= 1
    return fitted


def _total(widths: list[int]) -> int:
    return sum(widths) + len(_GAP) * (len(widths) - 1)


def markdown_lines(page: Page) -> Iterator[str]:
    """Return a page as lines of Markdown."""
    yield f"# {escaped(' '.join(page.titles))}"
    yield from ("", escaped(page.subtitle))
    if page.addressee:
        yield from ("", escaped(page.addressee))
    yield from _block_markdown(page.opening)
    for section in page.sections:
        yield from ("", f"## {escaped(section.heading)}")
        yield from _block_markdown(section.blocks)
    if page.signature:
        yield from ("", "  \n".join(map(escaped, page.signature)))
    for attachment in page.attachments:
        yield from ("", f"## {escaped(attachment.heading)}")
        yield from _block_markdown(attachment.blocks)


def _block_markdown(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield ""
        if isinstance(block, Paragraph):
            yield escaped(block.text)
        elif isinstance(block, Items):
            yield from (f"{n}. {escaped(text)}" for n, text in enumerate(block.texts, 1))
        else:
            yield _markdown_row(map(escaped, block.headings))
            yield _markdown_row("---:" if right else "---" for right in block.numeric)
            yield from (_markdown_row(map(escaped, row)) for row in block.rows)


def _markdown_row(cells: Iterator[str]) -> str:
    return "| " + " | ".join(cells) + " |"
