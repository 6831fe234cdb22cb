"""How wide the columns of a table are on paper: by what they hold, and no figure is broken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from jinlin.core.text import width
from jinlin.documents.page import Table

CELL_SIDES: Final = 3.8
"""What the margins of a cell take of its width; millimetres."""
_NARROWEST, _WIDEST = 4, 40
"""Columns of a screen that a table's column is taken for, at least and at most."""
_BESIDE: Final = 2
"""What the margins of a cell take, in such columns; else 楼栋 breaks beside a long text."""
_WHOLE: Final = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日|[!-~￥]+")
"""What no end of a line may part: a day, an amount, a number, a word in Latin letters."""
_LONGEST: Final = 24
"""What is longer, such as an address in the net, is parted all the same; columns of a screen."""
_A_COLUMN: Final = 0.64
"""How wide a figure is at most, for letters one high: those of LibreOffice's fallback are wide."""


def column_widths(table: Table, whole: float, letters: float) -> list[float]:
    """Share the text's width among the columns, by their longest text where none is told.

    Each is as wide as its longest day, amount or number, as long as the paper is.

    Args:
        table: the table.
        whole: how wide it is; millimetres.
        letters: how high its letters are; millimetres.
    """
    columns = list(zip(table.headings, *table.rows, strict=True))
    shares = table.widths or tuple(
        min(_WIDEST, max(_NARROWEST, *map(width, cells))) + _BESIDE for cells in columns
    )
    needed = [CELL_SIDES + max(map(_unbroken, cells)) * letters * _A_COLUMN for cells in columns]
    if sum(needed) > whole:
        return shared(shares, whole)
    return _at_least(shares, needed, whole)


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


def _unbroken(text: str) -> int:
    """Return how wide the widest piece of a text is that stays whole; columns of a screen."""
    return min(_LONGEST, max(map(width, _WHOLE.findall(text)), default=0))
