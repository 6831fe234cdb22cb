"""Days that are kept as numbers: 46300 by a spreadsheet, 20261005 by a bank, is 2026-10-05."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final

_SERIAL: Final = re.compile(r"\d{5}(?:\.\d+)?")
_IN_DIGITS: Final = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_FIRST: Final = datetime(1899, 12, 30)  # noqa: DTZ001  (a civil day, of no zone)
"""Day 0 of Excel and WPS from March 1900 on."""
_BELIEVED: Final = range(36526, 73051)
"""From 2000 to 2099; any other number is no day."""


def day_in_words(text: str) -> str:
    """Return a day, or a moment to the minute, for the number that is kept; else the text.

    Args:
        text: the cell: `46300` is `2026-10-05`, `46300.5` is `2026-10-05 12:00`, and `20261005`
            is the day that it spells.
    """
    said = text.strip()
    if spelled := _IN_DIGITS.fullmatch(said):
        return "-".join(spelled.groups())
    if not _SERIAL.fullmatch(said) or int(said[:5]) not in _BELIEVED:
        return text
    days, _point, rest = said.partition(".")
    minutes = round(int(rest) * 1440 / 10 ** len(rest)) if rest else 0
    moment = _FIRST + timedelta(days=int(days), minutes=minutes)
    return f"{moment:%Y-%m-%d %H:%M}" if minutes else f"{moment:%Y-%m-%d}"
