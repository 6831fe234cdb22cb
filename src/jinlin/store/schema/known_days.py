"""The days off and the make-up working days of China, as they came with this release."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

COLUMNS: Final = ("day", "kind", "name", "source")
WRITTEN: Final = 2026
"""The last year that is written into a new database; later ones are read from the release."""
_SATURDAY: Final = 5
_KINDS: Final = {"休": "off", "班": "work"}

KnownDay: TypeAlias = tuple[str, str, str, str]


def known_days() -> Iterator[KnownDay]:
    """Yield what is written into a new database: days off, then working days, in this order.

    `db check` expects it row by row, so that it stays as it is for good.
    """
    days = [day for line in _lines() if _year(line) <= WRITTEN for day in _days(line)]
    for kind in _KINDS.values():
        yield from sorted(day for day in days if day[1] == kind)


@cache
def later_days() -> tuple[KnownDay, ...]:
    """Return the days of the years that came with a release after the last one written down."""
    return tuple(day for line in _lines() if _year(line) > WRITTEN for day in _days(line))


def last_year() -> int:
    """Return the last year whose days came with this release."""
    return max(map(_year, _lines()))


def _lines() -> list[str]:
    lines = Path(__file__).with_name("known_days.txt").read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def _year(line: str) -> int:
    return int(line[:4])


def _days(line: str) -> Iterator[KnownDay]:
    """Yield the days of a line such as `2026 元旦 休 1.1-1.3 班 1.4`."""
    year, name, *words = line.split()
    source, kind = f"国务院办公厅关于{year}年部分节假日安排的通知", ""
    for word in words:
        if word in _KINDS:
            kind = _KINDS[word]
            continue
        first, _dash, last = word.partition("-")
        day, end = _day(year, first), _day(year, last or first)
        while day <= end:
            if kind == "work" or day.weekday() < _SATURDAY:
                yield day.isoformat(), kind, name, source
            day += timedelta(days=1)


def _day(year: str, text: str) -> date:
    month, _dot, day = text.partition(".")
    return date(int(year), int(month), int(day))
