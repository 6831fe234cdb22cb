"""The days off and the make-up working days of China, kept in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from jinlin.core.days.workdays import Calendar
from jinlin.core.i18n import N_, Message, Value

if TYPE_CHECKING:
    from jinlin.store.transaction.tx import Reader, Tx


BY_HAND: Final = "by hand"
"""The source of a day that was entered by itself: it says nothing of the other days of its year."""
_SATURDAY: Final = 5


class Holiday(NamedTuple):
    """A day that differs from the week; kind is `off` or `work`."""

    day: date
    kind: str
    name: str
    source: str = ""


def holidays(reader: Reader, year: int) -> list[Holiday]:
    """Return what differs from the week in a year, day by day.

    Where the database knows at most single days of it, the others are those of the release.
    """
    kept = _kept(reader, f"{year:04d}-%")
    if any(day.source != BY_HAND for day in kept):
        return kept
    found = {day.day: day for day in _released() if day.day.year == year}
    return [day for _day, day in sorted({**found, **{day.day: day for day in kept}}.items())]


def is_published(days: Sequence[Holiday]) -> bool:
    """Return whether the days of a year are known, not only single ones entered by hand."""
    return any(day.source != BY_HAND for day in days)


def keep_day(tx: Tx, day: date, kind: str, name: str) -> bool:
    """Say of one day that nobody works on it, or everybody; the others of its year stay.

    What is then as the week has it is no longer kept.

    Returns:
        Whether that is a change.
    """
    before = holidays(tx, day.year)
    after = {each.day: each for each in before}
    if (kind == "work") == (day.weekday() >= _SATURDAY):
        if day in after and after[day].kind == kind:
            return False
        after[day] = Holiday(day, kind, name, BY_HAND)
    elif after.pop(day, None) is None:
        return False
    there = {each.day for each in _kept(tx, f"{day.year:04d}-%")} - {day}
    tx.write("DELETE FROM public_holiday WHERE day = ?", (day.isoformat(),))
    _add(tx, [each for each in after.values() if each.day not in there])
    tx.describe(
        Message(_KEPT[kind], {"day": day.isoformat()}),
        reverse=Message(N_("set {day} back as it was"), {"day": day.isoformat()}),
    )
    return True


_KEPT: Final = {
    "off": N_("Noted {day} as a day off"),
    "work": N_("Noted {day} as a working day"),
}


def keep_holidays(tx: Tx, year: int, days: Sequence[Holiday]) -> bool:
    """Let a year have these days and no others; days of other years are put beside theirs.

    Args:
        tx: the transaction.
        year: the year that is replaced.
        days: its days, and perhaps the last of the year before, which a notice may hold too.

    Returns:
        Whether that is a change.
    """
    others = {day.day.year for day in days} - {year}
    known = {day.day: day for about in {year, *others} for day in _kept(tx, f"{about:04d}-%")}
    new = {day.day: day for day in days}
    kept = {day: holiday for day, holiday in known.items() if day.year != year} | new
    if {d: h[:3] for d, h in kept.items()} == {d: h[:3] for d, h in known.items()}:
        return False
    tx.write("DELETE FROM public_holiday WHERE day LIKE ?", (f"{year:04d}-%",))
    for day in days:
        if day.day.year != year:
            tx.write("DELETE FROM public_holiday WHERE day = ?", (day.day.isoformat(),))
    _add(tx, days)
    words: dict[str, Value] = {"year": year, "count": len(days)}
    tx.describe(
        Message(N_("Took the public holidays of {year}: {count} days"), words),
        reverse=Message(N_("set the public holidays of {year} back"), words),
    )
    return True


def _add(tx: Tx, days: Sequence[Holiday]) -> None:
    from jinlin.store.schema.known_days import COLUMNS

    tx.insert_many(
        "public_holiday", COLUMNS, [(d.day.isoformat(), d.kind, d.name, d.source) for d in days]
    )


def calendar(reader: Reader) -> Calendar:
    """Return the calendar of working days, as the database knows it and else the release."""
    return reader.once(_calendar)


def _calendar(reader: Reader) -> Calendar:
    kept = _kept(reader, "%")
    years = {day.day.year for day in kept if day.kind == "off" and day.source != BY_HAND}
    later = [day for day in _released() if day.day.year not in years]
    days = {day.day: day for day in (*later, *kept)}.values()
    return Calendar(
        off=frozenset(day.day for day in days if day.kind == "off"),
        work=frozenset(day.day for day in days if day.kind == "work"),
        years=frozenset(years | {day.day.year for day in later}),
    )


def _kept(reader: Reader, like: str) -> list[Holiday]:
    """Return the days on record that are written so."""
    rows = reader.rows(
        "SELECT day, kind, name, source FROM public_holiday WHERE day LIKE ? ORDER BY day", (like,)
    )
    return [Holiday(date.fromisoformat(row["day"]), *row[1:]) for row in rows]


def _released() -> list[Holiday]:
    from jinlin.store.schema.known_days import later_days

    return [Holiday(date.fromisoformat(day), *rest) for day, *rest in later_days()]
