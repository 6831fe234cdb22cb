"""A day as it stands on a paper, with its year: 2026年10月28日."""

from __future__ import annotations

from datetime import date

from jinlin.core.days.stretch import quarter_of
from jinlin.core.i18n import _, speaking
from jinlin.core.sentences import ordinal


def day_words(day: date) -> str:
    """Return a day in the user's language."""
    return _("{year}-{month:02d}-{day:02d}").format(year=day.year, month=day.month, day=day.day)


def written_day(iso: str | None) -> str:
    """Return a day that is kept as ISO text as it stands on a paper; nothing for none."""
    return day_words(date.fromisoformat(iso)) if iso else ""


def day_short(day: date) -> str:
    """Return a day as it stands in a narrow column: 2026.10.28."""
    return f"{day.year}.{day.month}.{day.day}" if speaking() == "zh" else day.isoformat()


def written_short(iso: str | None) -> str:
    """Return a day that is kept as ISO text as it stands in a narrow column; nothing for none."""
    return day_short(date.fromisoformat(iso)) if iso else ""


def month_words(day: date) -> str:
    """Return the month of a day as it stands on a paper: 2026年10月."""
    return _("{year}-{month:02d}").format(year=day.year, month=day.month)


def span_words(first: date, last: date) -> str:
    """Return from which day to which, as on a paper: 2026年7月15日至11月3日."""
    stop = day_words(last)
    if first.year == last.year:
        stop = _("{month:02d}-{day:02d}").format(month=last.month, day=last.day)
    return _("{start} to {stop}").format(start=day_words(first), stop=stop)


def quarter_words(first: date) -> str:
    """Return the quarter that begins on a day: 2026年第三季度."""
    return _("quarter {quarter} of {year}").format(
        quarter=ordinal(quarter_of(first)), year=first.year
    )
