"""A page as lines of text, for a screen or to paste where nothing but text goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from jinlin.core.i18n import _, speaking
from jinlin.core.text import pad, width, wrapped
from jinlin.documents.box import Box, told
from jinlin.documents.columns import fitted, unbroken
from jinlin.documents.page import (
    BLANK,
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
    led,
)

PAGE_WIDTH: Final = 80
_HANGING: Final = 2
"""Columns that a closing mark may hang over the edge."""
_GAP: Final = "  "
_MARGIN: Final = 4
_SIGNED_AT: Final = 32
_NARROWEST: Final = 8
"""Columns a text has at least beside a label or in a table; on a narrow screen it hangs over."""
_GLYPHS: Final = "█▒▓░"
"""What the bars of each series are made of."""
_SHORTEST_BAR: Final = 8
_DEEPEST: Final = 16
"""How far the lines below a field's first may hang."""


def text_of(pages: Sequence[Page], *, columns: int = PAGE_WIDTH) -> str:
    """Return pages as text whose lines take at most so many columns."""
    parted = "\n" + "=" * min(columns, PAGE_WIDTH) + "\n\n"
    return parted.join(
        "".join(f"{line}\n" for line in page_lines(page, columns=columns)) for page in pages
    )


def page_lines(page: Page, *, columns: int) -> Iterator[str]:
    """Return one page as lines of at most so many columns; never two empty ones together."""
    before = ""
    for line in _lines(page, columns):
        if line or before:
            yield line
        before = line


def _lines(page: Page, columns: int) -> Iterator[str]:
    inner = columns - _HANGING
    for title in (*page.above, page.title):
        yield from _centred(title, inner)
    if page.below:
        yield ""
    for line in page.below:
        yield from _centred(line, inner)
    if not page.below and page.blocks:
        yield ""
    yield from _blocks(page.blocks, inner)
    if page.code:
        labelled = ":" in page.code or "：" in page.code
        code = page.code if labelled else _("Number: {code}").format(code=page.code)
        yield from ("", *wrapped(code, inner))


def _centred(text: str, columns: int) -> Iterator[str]:
    for line in wrapped(text, columns):
        yield " " * max(0, (columns - width(line)) // 2) + line


def _blocks(blocks: Sequence[Block], columns: int) -> Iterator[str]:
    for block, lead in led(blocks):
        yield from _block(block, lead, columns)


def _block(block: Block, lead: str, columns: int) -> Iterator[str]:  # noqa: C901  (one case a block)
    match block:
        case Heading(lead=""):
            yield from ("", *wrapped(block.text, columns))
        case Heading(lead=own):
            yield from wrapped(_indent() + own.rstrip(), columns)
        case Paragraph(text=text, flush=flush):
            yield from wrapped(("" if flush else _indent()) + lead + text, columns)
        case Field(label=label, text=text):
            yield from _field(label, text, columns)
        case Items():
            yield from _items(block, columns)
        case Table():
            yield from _table(block, columns)
        case Box():
            yield from _box(block, columns)
        case Attachments():
            for line in attached(block):
                yield from wrapped(_indent() + line, columns)
        case Closing():
            yield from _closing(block, columns)
        case Cut(text=text):
            yield from ("", *_centred(f"- - - - - - {text} - - - - - -", columns), "")
        case Chart():
            yield from ("", *wrapped(block.title, columns), *_bars(block, columns))


def _indent() -> str:
    return "　　" if speaking() == "zh" else ""


def _field(label: str, text: str, columns: int) -> Iterator[str]:
    head = _("{label}: ").format(label=label)
    hang = min(width(head), _DEEPEST)
    first, *rest = wrapped(text, _beside(head, columns)) if text else [""]
    yield (head + first).rstrip()
    for line in rest:
        for part in wrapped(line, max(columns - hang, _NARROWEST)):
            yield " " * hang + part


def _beside(label: str, columns: int) -> int:
    """Return how many columns a text has beside its label."""
    return max(columns - width(label), _NARROWEST)


def _items(items: Items, columns: int) -> Iterator[str]:
    for number, text in enumerate(items.texts, 1):
        mark = " " * _MARGIN + (f"{number}. " if items.numbered else "- ")
        first, *rest = wrapped(text, _beside(mark, columns))
        yield mark + first
        yield from (" " * len(mark) + line for line in rest)


def _box(box: Box, columns: int) -> Iterator[str]:
    for label, text in told(box):
        if label:
            yield from _field(label, text or BLANK, columns)
        else:
            yield from wrapped(text, columns)


def _closing(closing: Closing, columns: int) -> Iterator[str]:
    if not closing.left:
        yield ""
    for text in closing.texts:
        margin = 0 if closing.left else max(0, min(_SIGNED_AT, columns - width(text)))
        yield from (" " * margin + part for part in wrapped(text, columns - margin))


def _table(table: Table, columns: int) -> Iterator[str]:
    rows = (table.headings, *table.rows)
    numeric = table.numeric or (False,) * len(table.headings)
    widths = [max(map(width, cells)) for cells in zip(*rows, strict=True)]
    if _total(widths) > columns + _HANGING:
        least = [max(_NARROWEST, *map(unbroken, cells)) for cells in zip(*rows, strict=True)]
        widths = fitted(widths, least, columns - len(_GAP) * (len(widths) - 1))
    margin = " " * min(_MARGIN, max(0, columns - _total(widths)))
    for row in rows:
        cells = [wrapped(text, space) for text, space in zip(row, widths, strict=True)]
        for level in range(max(map(len, cells))):
            parts = [cell[level] if level < len(cell) else "" for cell in cells]
            line = _GAP.join(
                " " * (space - width(part)) + part if right else pad(part, space)
                for part, space, right in zip(parts, widths, numeric, strict=True)
            )
            yield (margin + line).rstrip()


def _bars(chart: Chart, columns: int) -> Iterator[str]:
    """Return a bar a value, the longest of the chart as long as there is room for."""
    names = max((width(label) for label in chart.labels), default=0)
    kinds = max(width(one.name) for one in chart.series) if len(chart.series) > 1 else 0
    most = max((v for one in chart.series for v in one.values if v is not None), default=0)
    room = max(_SHORTEST_BAR, columns - _MARGIN - names - kinds - len(str(most)) - 3 * len(_GAP))
    for place, label in enumerate(chart.labels):
        for number, one in enumerate(chart.series):
            value = one.values[place]
            if value is None:
                continue
            said = pad(label if not number else "", names) + _GAP
            said += pad(one.name, kinds) + _GAP if kinds else ""
            bar = _GLYPHS[number % len(_GLYPHS)] * -(-value * room // most) if most else ""
            yield (" " * _MARGIN + said + (f"{bar} {value}" if bar else str(value))).rstrip()


def _total(widths: list[int]) -> int:
    return sum(widths) + len(_GAP) * (len(widths) - 1)
