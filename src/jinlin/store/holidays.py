"""The days off and the make-up working days of China, kept in the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from jinlin.core.days.workdays import Calendar
from jinlin.core.i18n import N_, Message, Value

if TYPE_CHECKING:
    from jinlin.store.transaction.tx import Reader, Tx


class Holiday(NamedTuple):
    """A day that differs from the week; kind is `off` or `work`."""

    day: date
    kind: str
    name: str
    source: str = ""


def holidays(reader: Reader, year: int) -> list[Holiday]:
    """Return what differs from the week in a year, day by day."""
    rows = reader.rows(
        "SELECT day, kind, name, source FROM public_holiday WHERE day LIKE ? ORDER BY day",
        (f"{year:04d}-%",),
    )
    return [Holiday(date.fromisoformat(row["day"]), *row[1:]) for row in rows]


def keep_holidays(tx: Tx, year: int, days: Sequence[Holiday]) -> bool:
    """Let a year have these days and no others; days of other years are put beside theirs.

    Args:
        tx: the transaction.
        year: the year that is replaced.
        days: its days, and perhaps the last of the year before, which a notice may hold too.

    Returns:
        Whether that is a change.
    """
    from jinlin.store.schema.known_days import COLUMNS

    others = {day.day.year for day in days} - {year}
    known = {day.day: day for about in {year, *others} for day in holidays(tx, about)}
    new = {day.day: day for day in days}
    kept = {day: holiday for day, holiday in known.items() if day.year != year} | new
    if {d: h[:3] for d, h in kept.items()} == {d: h[:3] for d, h in known.items()}:
        return False
    tx.write("DELETE FROM public_holiday WHERE day LIKE ?", (f"{year:04d}-%",))
    for day in days:
        if day.day.year != year:
            tx.write("DELETE FROM public_holiday WHERE day = ?", (day.day.isoformat(),))
    tx.insert_many(
        "public_holiday", COLUMNS, [(d.day.isoformat(), d.kind, d.name, d.source) for d in days]
    )
    words: dict[str, Value] = {"year": year, "count": len(days)}
    tx.describe(
        Message(N_("Took the public holidays of {year}: {count} days"), words),
        reverse=Message(N_("set the public holidays of {year} back"), words),
    )
    return True


def calendar(reader: Reader) -> Calendar:
    """Return the calendar of working days as the database knows it."""
    return reader.once(_calendar)


def _calendar(reader: Reader) -> Calendar:
    rows = reader.rows("SELECT day, kind FROM public_holiday")
    days = {kind: frozenset(_days(rows, kind)) for kind in ("off", "work")}
    return Calendar(
        off=days["off"], work=days["work"], years=frozenset(day.year for day in days["off"])
    )


def _days(rows: Sequence[sqlite3.Row], kind: str) -> Iterator[date]:
    return (date.fromisoformat(row["day"]) for row in rows if row["kind"] == kind)
