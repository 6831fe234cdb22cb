"""How wide the columns of a table are on paper: by what they hold, and no date is broken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from jinlin.core.text import holds_day, width
from jinlin.documents.page import Table

_NARROWEST, _WIDEST = 4, 40
"""Columns of a screen that a table's column is taken for, at least and at most."""
_DAY_WIDE: Final = 26.0
"""What 2026-12-01 takes in a cell with its margins; millimetres."""
_BESIDE: Final = 2
"""What the margins of a cell take, in such columns; else 楼栋 breaks beside a long text."""


def column_widths(table: Table, whole: float) -> list[float]:
    """Share the text's width among the columns, by their longest text where none is told.

    Args:
        table: the table.
        whole: how wide it is; millimetres.
    """
    shares = table.widths or tuple(
        min(_WIDEST, max(_NARROWEST, *map(width, cells))) + _BESIDE
        for cells in zip(table.headings, *table.rows, strict=True)
    )
    days = [any(map(holds_day, cells)) for cells in zip(*table.rows, strict=True)] or [False] * len(
        shares
    )
    return _widths(whole, shares, days)


def shared(shares: Sequence[int], whole: float) -> list[float]:
    """Return widths in millimetres that are to each other as some shares are."""
    return [whole * share / sum(shares) for share in shares]


def _widths(whole: float, shares: Sequence[int], days: Sequence[bool]) -> list[float]:
    """Return the widths of columns in millimetres; in one with days a date stays whole."""
    narrow = {
        place
        for place, day in enumerate(days)
        if day and whole * shares[place] / sum(shares) < _DAY_WIDE
    }
    rest = sum(share for place, share in enumerate(shares) if place not in narrow)
    left = whole - _DAY_WIDE * len(narrow)
    if not rest or left <= 0:
        return shared(shares, whole)
    return [
        _DAY_WIDE if place in narrow else left * share / rest for place, share in enumerate(shares)
    ]
