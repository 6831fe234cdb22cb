"""The days off and the make-up working days of China, as the library knows them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

COLUMNS: Final = ("day", "kind", "name", "source")


SINCE: Final = 2020
"""Notebooks that are copied in seldom reach further back."""


_SATURDAY: Final = 5


def known_days() -> Iterator[tuple[str, str, str, str]]:
    """Return the days that differ from the week, year by year, as the library knows them."""
    import chinese_calendar
    from chinese_calendar import constants

    source = f"chinesecalendar {chinese_calendar.__version__}"
    said = {holiday.value: holiday.chinese for holiday in constants.Holiday}
    for day, name in sorted(constants.holidays.items()):
        if day.year >= SINCE and day.weekday() < _SATURDAY:
            yield day.isoformat(), "off", said[name], source
    for day, name in sorted(constants.workdays.items()):
        if day.year >= SINCE:
            yield day.isoformat(), "work", said[name], source
