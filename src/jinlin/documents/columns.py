"""How wide the columns of a table are: by what they hold, and no figure is broken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from jinlin.core.text import width
from jinlin.documents.measures import MM_A_POINT, STEPS, Laid
from jinlin.documents.page import Page, Table

CELL_SIDES: Final = 3.8
"""What the margins of a cell take of its width; millimetres."""
_NARROWEST, _WIDEST = 4, 40
"""Columns of a screen that a table's column is taken for, at least and at most."""
_EASY: Final = 16
"""So wide a column of long texts is easily read."""
_BESIDE: Final = 2
"""What the margins of a cell take, in such columns; else 楼栋 breaks beside a long text."""
_WHOLE: Final = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日|\d{1,2} [A-Z][a-z]{2,} \d{4}(?!\d)|[!-~￥]+")
"""What no end of a line may part: a day, an amount, a number, a word in Latin letters."""
_LONGEST: Final = 24
"""What is longer, such as an address in the net, is parted all the same; columns of a screen."""
_WORD: Final = 8
"""What is no longer, such as a name, stands in one line; columns of a screen."""
_HEADING: Final = 10
"""What is no longer, such as 收入（元）, stands in one line above a column of a paper."""
_SPARE: Final = 1.02
"""What a word takes is reckoned with a little to spare."""
MEETING: Final = re.compile(
    r"(?<=[0-9A-Za-z])(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])(?=[0-9A-Za-z])"
)
"""Where Chinese meets Latin letters and figures: an office leaves a gap there."""
_GAP: Final = 0.25
"""How wide it is, for letters one high."""
_A_MARK, _A_FIGURE, _A_CAPITAL, _A_BROAD_ONE = 0.4, 0.64, 0.82, 1.05
"""How wide a mark between figures, a figure, a capital and an M are at most, for letters one high:
by what an office takes that lacks Times New Roman, be it a font of Chinese letters.
"""
_MARKS: Final = frozenset(".,:;-/()'|")
_BROAD: Final = frozenset("MW%@&")


def column_widths(table: Table, whole: float, letters: float) -> list[float]:
    """Share the text's width among the columns, by their longest text where none is told.

    Each is as wide as its longest day, amount or number, and as its longest name where the paper
    has room for both; only where the figures alone are too wide for it are they parted.

    Args:
        table: the table.
        whole: how wide it is; millimetres.
        letters: how high its letters are; millimetres.
    """
    measured = _measured(table)
    shares = table.widths or tuple(column.share for column in measured)
    figures = [CELL_SIDES + column.figures * letters for column in measured]
    words = [CELL_SIDES + column.words * letters for column in measured]
    for needed in (list(map(max, figures, words)), figures):
        if sum(needed) <= whole:
            return _at_least(shares, needed, whole)
    return shared(shares, whole)


class _Column(NamedTuple):
    """What the texts of a column ask for, whatever the size of their letters.

    Attributes:
        share: its share of the table's width, where none is told.
        figures: how wide its longest day, amount or number is; letters.
        words: how wide its longest name is, or its heading; letters.
    """

    share: int
    figures: float
    words: float


@lru_cache(maxsize=16)  # a table is measured again for each size of its letters
def _measured(table: Table) -> tuple[_Column, ...]:
    return tuple(
        _Column(
            min(_WIDEST, max(_NARROWEST, *map(width, cells))) + _BESIDE,
            max(map(_whole_letters, cells)),
            max(_short_letters(cells[0], _HEADING), *map(_short_letters, cells)),
        )
        for cells in zip(table.headings, *table.rows, strict=True)
    )


def needs_long_side(page: Page, *, of_texts: int = _EASY) -> bool:
    """Return whether a table of a page is too wide to be read where the paper stands upright.

    Args:
        page: the page.
        of_texts: how wide a column of long texts is at least; columns of a screen.
    """
    size = STEPS[page.form][0]
    room = Laid(page._replace(wide=False), size).width / (size.cell * MM_A_POINT / 2)
    return any(
        least_width(block, of_texts) > room for block in page.blocks if isinstance(block, Table)
    )


def least_width(table: Table, of_texts: int) -> int:
    """Return how wide a table is that breaks no figure and no word; columns of a screen.

    Args:
        table: the table.
        of_texts: how wide a column of long texts is at least.
    """
    columns = zip(table.headings, *table.rows, strict=True)
    return sum(
        max(min(of_texts, max(map(width, cells))), *map(unbroken, cells)) + _BESIDE
        for cells in columns
    )


def shared(shares: Sequence[int], whole: float) -> list[float]:
    """Return widths in millimetres that are to each other as some shares are."""
    return [whole * share / sum(shares) for share in shares]


def _at_least(shares: Sequence[int], needed: Sequence[float], whole: float) -> list[float]:
    """Return widths as some shares are, and none below what it needs."""
    narrow: set[int] = set()
    while True:
        left = whole - sum(needed[place] for place in narrow)
        rest = sum(share for place, share in enumerate(shares) if place not in narrow)
        widths = [
            needed[place] if place in narrow else left * share / rest
            for place, share in enumerate(shares)
        ]
        short = {place for place, wide in enumerate(widths) if wide < needed[place] - 1e-9}
        if not short:
            return widths
        narrow |= short


def unbroken(text: str) -> int:
    """Return how wide the widest piece of a text is that stays whole; columns of a screen."""
    return max(_figures(text), _short(text))


def _short_letters(text: str, longest: int = _WORD) -> float:
    """Return how wide the longest line of a text may be on paper, in letters, if it is short."""
    if not _short(text, longest):
        return 0
    lines = text.split("\n")
    return _SPARE * max(sum(map(_set, one)) + _GAP * len(MEETING.findall(one)) for one in lines)


def _whole_letters(text: str) -> float:
    """Return how wide the longest figure of a text may be on paper, in letters."""
    whole = max((sum(map(_set, found)) for found in _WHOLE.findall(text)), default=0.0)
    return min(_LONGEST * _A_FIGURE, whole)


def _set(char: str) -> float:
    """Return how wide a character of what stays whole is on paper, in letters."""
    if not char.isascii():
        return 1
    if char in _MARKS:
        return _A_MARK
    if char in _BROAD:
        return _A_BROAD_ONE
    return _A_CAPITAL if char.isupper() else _A_FIGURE


def _figures(text: str) -> int:
    return min(_LONGEST, max(map(width, _WHOLE.findall(text)), default=0))


def _short(text: str, longest: int = _WORD) -> int:
    """Return how wide the longest line of a text is, where each is a name or a word."""
    wide = max(map(width, text.split("\n")))
    return wide if wide <= longest else 0


def fitted(widths: Sequence[int], least: Sequence[int], whole: int) -> list[int]:
    """Return the widths of columns, made narrower until all fit or nothing gives way.

    The widest gives way first, but stays the widest: it holds the longest texts.

    Args:
        widths: how wide they are by themselves; columns of a screen.
        least: what each is at least.
        whole: how wide they are together at most.
    """
    narrower = list(widths)
    while sum(narrower) > whole:
        room = [place for place, space in enumerate(narrower) if space > least[place]]
        if not room:
            break
        narrower[max(room, key=lambda place: narrower[place] ** 2 / widths[place])] -= 1
    return narrower


@lru_cache(maxsize=2**16)
def stays_whole(text: str) -> bool:
    """Return whether a text stays on one line: a short word, a day, an amount, a number."""
    found = _WHOLE.fullmatch(text)
    return bool(_short(text) if found is None else _figures(text))
