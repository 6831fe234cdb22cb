"""How many sheets of paper a page takes, and how tightly it is set so that it takes no more.

Lines in our Word documents have an exact height, so what a page takes is reckoned from its texts:
a Chinese character is as wide as its letters are high, other letters half of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice
from math import inf
from typing import Final

from jinlin.core.text import width, wrapped
from jinlin.documents.box import Box
from jinlin.documents.chart_marks import height_on_paper
from jinlin.documents.columns import (
    CELL_SIDES,
    MEETING,
    column_widths,
    needs_long_side,
    shared,
    stays_whole,
)
from jinlin.documents.measures import MM_A_POINT, STEPS, Laid, Measures
from jinlin.documents.page import (
    Attachments,
    Block,
    Chart,
    Closing,
    Cut,
    Field,
    Form,
    Heading,
    Items,
    Page,
    Paragraph,
    Table,
    led,
)

ROW_TO_WRITE_IN: Final = 30
"""The least height of a row of a tall table; points."""
TABLES_APART: Final = 8
"""What is left empty between a table and the next; points."""
_RULE: Final = 0.5
"""What the line below a row takes; points."""
_INDENT: Final = 4
"""Columns that the first line of a paragraph is indented by."""
_WIDER: Final = 0.2
"""By how much figures and capitals of a fallback font may be wider than half a character."""
_NARROW: Final = re.compile(r"[a-z .,;:'()]")
"""What is on average narrower than half a character."""
_NARROWER: Final = 0.1
"""By how much, in the font that is named for Latin letters."""
_GAP: Final = 0.5
"""Columns that are left empty where Chinese meets Latin letters and figures."""
_ON_A_BOARD: Final = 12
"""So wide a column of texts is still read on a board, where paper stands upright if it can."""
_LEAST_LINES: Final = 7
"""A sheet with fewer lines of text looks forgotten: a closing, and two lines that it keeps with."""
_UNSURE: Final = 0.03
"""So much of a last sheet, for each sheet, is reckoned too closely: its closing may not fit."""


def fitted(pages: Sequence[Page]) -> Measures:
    """Return the measures in which pages are set, one for all of them.

    A page that must be one sheet decides. Others are one sheet where closer lines alone make them
    one; else they are tightened only where their last sheet would hold next to nothing. One that is
    reckoned to fill its sheet to the last line may spill in another font: it is set a step tighter
    where there is one. Where no step helps, the tightest is taken for the first and the usual one
    for the others; a test of each such paper says that it does not come to that.
    """

    @cache
    def begun(number: int, size: Measures) -> list[float]:
        return list(islice(_filled(Laid(pages[number], size)), 2))

    def single(size: Measures, most: float = inf) -> bool:
        """Return whether each page is one sheet, of which no more is filled than that part."""
        return all(
            len(begun(number, size)) == 1
            and begun(number, size)[0] <= most * Laid(page, size).height / MM_A_POINT
            for number, page in enumerate(pages)
        )

    steps = STEPS[pages[0].form]
    must = any(page.one_sheet for page in pages)
    scarcely = next(filter(single, steps), None)
    if scarcely and (must or scarcely.body == steps[0].body):
        return next((size for size in steps if single(size, 1 - _UNSURE)), scarcely)
    for size in steps:
        if all(_fits(Laid(page, size)) for page in pages):
            return size
    return steps[-1] if must else steps[0]


def sheets(laid: Laid) -> int:
    """Return how many sheets of paper a page takes."""
    return sum(1 for _sheet in _filled(laid))


def for_a_board(page: Page) -> Page:
    """Return a page that hangs, in the smaller letters of a form where that saves a sheet.

    They are taken too where a table is too wide for the usual ones, and the paper lies on its long
    side where it is too wide for them as well, unless that costs a sheet.
    """
    smaller = page._replace(form=Form.SHEET)
    usual, fewest = map(_fitted_sheets, (page, smaller))
    if not needs_long_side(page, of_texts=_ON_A_BOARD):
        return page if usual <= fewest else smaller._replace(one_sheet=fewest == 1)
    lying = smaller._replace(wide=needs_long_side(smaller, of_texts=_ON_A_BOARD))
    return lying if _fitted_sheets(lying) <= fewest else smaller._replace(one_sheet=fewest == 1)


def _fitted_sheets(page: Page) -> int:
    return sheets(Laid(page, fitted([page])))


def in_larger_letters(page: Page) -> Page:
    """Return a dense page of one sheet in the letters of a form, where it is one in them too."""
    larger = page._replace(form=Form.SHEET)
    size = fitted([larger])
    easier = size.body > STEPS[page.form][0].body
    return larger if easier and sheets(Laid(larger, size)) == 1 else page


def ending_well(page: Page) -> Page:
    """Return a page in the letters of a form where its last sheet would hold next to nothing."""
    laid = Laid(page, fitted([page]))
    return page if sheets(laid) == 1 or _fits(laid) else for_a_board(page)


def _fits(laid: Laid) -> bool:
    height = laid.height / MM_A_POINT
    least = _LEAST_LINES * laid.size.line
    most_sheets = int((1 - least / height) / _UNSURE)
    filled = list(islice(_filled(laid), most_sheets + 1))
    if len(filled) == 1:
        return filled[0] <= (1 - _UNSURE) * height
    most = (1 - _UNSURE * len(filled)) * height
    return not laid.page.one_sheet and len(filled) <= most_sheets and least <= filled[-1] <= most


def _filled(laid: Laid) -> Iterator[float]:
    """Yield how much of each sheet is filled, in points."""
    room = laid.height / MM_A_POINT
    filled = 0.0
    for height in _pieces(laid):
        if filled and filled + height > room:
            yield filled
            filled = 0.0
        filled += height
    yield filled


def _pieces(laid: Laid) -> Iterator[float]:
    """Yield the heights of what no sheet's end parts, a heading with what it heads; points."""
    page, size = laid
    for texts, body, line in (
        (page.above, size.body, size.line),
        ((page.title,), size.title, size.title_line),
        (page.below, size.body, size.line),
    ):
        for text in texts:
            yield _lines(text, laid.width, body) * line
    before: Block | None = None
    heading = 0.0
    for block, lead in led(page.blocks):
        if isinstance(before, Table | Box) and isinstance(block, Table | Box):
            yield TABLES_APART
        heights = _heights(block, lead, laid)
        if isinstance(block, Heading):
            heading += sum(heights)
        else:
            yield heading + next(heights, 0)
            yield from heights
            heading = 0.0
        before = block
    yield heading


def _heights(block: Block, lead: str, laid: Laid) -> Iterator[float]:  # noqa: C901  (one case a block)
    size, whole = laid.size, laid.width
    match block:
        case Heading(text=text):
            yield from _text(block.lead or text, _INDENT, laid)
        case Paragraph(text=text, flush=flush):
            yield from _text(lead + text, 0 if flush else _INDENT, laid)
        case Field(label=label, text=text):
            yield from _text(f"{label}：{text}", 0, laid)
        case Items(texts=texts) | Attachments(texts=texts):
            for text in texts:
                yield from _text(f"1. {text}", _INDENT, laid)
        case Table():
            yield from _table(block, laid)
        case Box():
            yield from _box(block, laid)
        case Closing(texts=texts, left=left):
            gap = 0 if left else size.gap
            yield (sum(_lines(text, whole, size.body) for text in texts) + gap) * size.line
        case Cut():
            yield size.line
        case Chart():
            yield size.line + height_on_paper(block, laid) / MM_A_POINT


def _text(text: str, indent: int, laid: Laid) -> Iterator[float]:
    """Yield the lines of a paragraph; the first and the last two stay together."""
    count = _lines("　" * (indent // 2) + text, laid.width, laid.size.body)
    yield min(count, 2) * laid.size.line
    if count > 2:  # noqa: PLR2004
        yield from (laid.size.line for _line in range(count - 2))


def _table(table: Table, laid: Laid) -> Iterator[float]:
    widths = column_widths(table, laid.width, laid.size.cell * MM_A_POINT)
    for row in (table.headings, *table.rows):
        height = _row(row, widths, laid.size)
        yield (
            max(height, ROW_TO_WRITE_IN + _RULE)
            if table.tall and row is not table.headings
            else height
        )


def _box(box: Box, laid: Laid) -> Iterator[float]:
    widths = shared(box.widths, laid.width)
    for row in box.rows:
        texts, wide, place = [], [], 0
        for cell in row.cells:
            texts.append("\n".join(part for part in (cell.text, cell.foot) if part))
            wide.append(sum(widths[place : place + cell.span]))
            place += cell.span
        yield max(
            _row(texts, wide, laid.size) + 2 * laid.size.air / MM_A_POINT,
            row.height / MM_A_POINT + _RULE,
        )


def _row(texts: Sequence[str], widths: Sequence[float], size: Measures) -> float:
    lines = max(
        1 if stays_whole(text) else _lines(text, wide - CELL_SIDES, size.cell)
        for text, wide in zip(texts, widths, strict=True)
    )
    return lines * size.cell_line + _RULE


def _lines(text: str, wide: float, letters: float) -> int:
    """Return on how many lines a text stands, of letters so many points high."""
    said, spare = _spare(text)
    columns = columns_of(wide * spare, letters)
    return 1 if said <= columns and "\n" not in text else len(wrapped(text, columns))


@lru_cache(maxsize=2**16)  # a table is measured again for each size of its letters
def _spare(text: str) -> tuple[int, float]:
    """Return how wide a text is, and what part of a line its letters fill that is as wide."""
    said = max(width(text), 1)
    gaps = _GAP * len(MEETING.findall(text))
    narrow = len(_NARROW.findall(text))
    broad = 2 * len(text) - said - narrow
    return said, said / (said + _WIDER * broad - _NARROWER * narrow + gaps)


def columns_of(wide: float, letters: float) -> int:
    """Return how many columns of a screen a line of text is as wide as.

    Args:
        wide: the line; millimetres.
        letters: how high its letters are; points.
    """
    return int(wide / MM_A_POINT / (letters / 2))
