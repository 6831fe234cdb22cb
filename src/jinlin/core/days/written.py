"""A day as it stands on a paper, with its year: 2026年10月28日, 28 October 2026."""

from __future__ import annotations

from datetime import date
from typing import Final

from jinlin.core.days.stretch import Length, Stretch, half_of, quarter_of
from jinlin.core.i18n import _, speaking
from jinlin.core.sentences import ordinal

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SHORT: Final = 3
"""So many letters of a month stand in a narrow column."""


def day_words(day: date) -> str:
    """Return a day in the user's language."""
    return (
        f"{day.year}年{_in_its_year(day)}"
        if speaking() == "zh"
        else f"{_in_its_year(day)} {day.year}"
    )


def _in_its_year(day: date) -> str:
    if speaking() == "zh":
        return f"{day.month}月{day.day}日"
    return f"{day.day} {month_name(day)}"


def month_name(day: date) -> str:
    """Return what the month of a day is called in English."""
    return _MONTHS[day.month - 1]


def month_short(day: date) -> str:
    """Return the English name of the month of a day as it stands in a narrow column: Oct."""
    return month_name(day)[:_SHORT]


def written_day(iso: str | None) -> str:
    """Return a day that is kept as ISO text as it stands on a paper; nothing for none."""
    return day_words(date.fromisoformat(iso)) if iso else ""


def day_short(day: date) -> str:
    """Return a day as it stands in a narrow column: 2026.10.28, 28 Oct 2026."""
    if speaking() == "zh":
        return f"{day.year}.{day.month}.{day.day}"
    return f"{day.day} {month_short(day)} {day.year}"


def written_short(iso: str | None) -> str:
    """Return a day that is kept as ISO text as it stands in a narrow column; nothing for none."""
    return day_short(date.fromisoformat(iso)) if iso else ""


def span_words(first: date, last: date) -> str:
    """Return from which day to which, its year named once: 2026年7月15日至11月3日; a day alone."""
    if first == last:
        return day_words(first)
    once = speaking() != "zh" and first.year == last.year
    start = _in_its_year(first) if once else day_words(first)
    return _("{start} to {stop}").format(start=start, stop=last_words(first, last))


def last_words(first: date, last: date) -> str:
    """Return the last day of days whose first was just told, in Chinese without the same year."""
    once = speaking() == "zh" and first.year == last.year
    return _in_its_year(last) if once else day_words(last)


def month_words(first: date) -> str:
    """Return the month that begins on a day: 2026年10月, October 2026."""
    if speaking() == "zh":
        return f"{first.year}年{first.month}月"
    return f"{month_name(first)} {first.year}"


def written_party_day(iso: str | None) -> str:
    """Return a day of which only the month may be known, kept as ISO text; nothing for none."""
    if iso and len(iso) == len("2022-03"):
        return month_words(date.fromisoformat(f"{iso}-01"))
    return written_day(iso)


def quarter_words(first: date) -> str:
    """Return the quarter that begins on a day: 2026年第三季度."""
    return _("quarter {quarter} of {year}").format(
        quarter=ordinal(quarter_of(first)), year=first.year
    )


def stretch_words(stretch: Stretch) -> str:
    """Return a stretch with its year: 2026年10月, 2026年第三季度, 2026年下半年, 2026年."""
    first = stretch.first
    match stretch.length:
        case Length.MONTH:
            return month_words(first)
        case Length.QUARTER:
            return quarter_words(first)
        case Length.HALF_YEAR:
            text = _("first half of {year}") if half_of(first) == 1 else _("second half of {year}")
            return text.format(year=first.year)
        case Length.YEAR:
            return _("the year {year}").format(year=first.year)
        case _:
            return span_words(first, stretch.last)
