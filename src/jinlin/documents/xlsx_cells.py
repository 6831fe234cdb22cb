"""What a cell of a workbook keeps: a number, a moment, or a text that XML can carry."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any, Final

from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import _
from jinlin.documents.xmltext import xml_text

MAX_TEXT: Final = 32_767
"""The characters a cell holds."""


_SHORT = 1000


_EXACT = 2**53


_DIGITS = 15
_DECIMAL: Final = re.compile(r"-?\d+(?:\.\d+)?")


_FIRST_YEAR = 1901


def stored_in(kind: Kind, value: Any) -> float | datetime | None:
    """Return the number or moment a cell keeps; None for what is written as text.

    Fen and hundredths become the nearest float, which shows both decimals exactly up to 15 digits.
    """
    if kind is Kind.INTEGER:
        return value if isinstance(value, int) and abs(value) < _EXACT else None
    if kind in {Kind.MONEY, Kind.AREA}:
        return value / 100 if abs(value) < 10**15 else None
    if kind is Kind.RATE:
        return float(value)
    if kind is Kind.DECIMAL:
        return float(value) if len(value) <= _DIGITS and _DECIMAL.fullmatch(value) else None
    if kind in {Kind.DATE, Kind.TIME}:
        return _moment(value)
    return None


def _moment(value: date | str) -> datetime | None:
    """Return a day or a moment on the wall clock; None where Excel's calendar has not begun."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return None
    if not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)  # noqa: DTZ001  (a day has no zone)
    return value.replace(tzinfo=None) if value.year >= _FIRST_YEAR else None


def text_in(column: Column, value: Any) -> str:
    """Return what people read in a cell that is no number."""
    if (label := column.labelled(value)) is not None:
        return safe_text(label)
    if column.kind is Kind.BOOLEAN:
        return _("yes") if value else ""
    if isinstance(value, list | tuple):
        return safe_text("、".join(str(item["name"]) for item in value))
    return safe_text(str(value))


def safe_text(text: str) -> str:
    """Return text that XML can carry and a cell can hold."""
    if len(text) < _SHORT and text.isprintable():
        return text.strip()
    kept = xml_text(text)
    return kept if len(kept) <= MAX_TEXT else kept[: MAX_TEXT - 1] + "…"
