"""`jinlin report weekly`, `monthly`, `quarterly` and `yearly`: a period on one page."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.clock import Clock
from jinlin.core.days.stretch import Length, Stretch, stretch_named
from jinlin.core.i18n import N_
from jinlin.core.said import Said
from jinlin.output.command.kind import WordKind
from jinlin.output.command.kinds import FILE
from jinlin.report.commands.edition import Edition, report


def _said(length: Length, text: str) -> Said[Stretch]:
    def read(words: str, clock: Clock) -> Stretch:
        return stretch_named(words, length, clock)

    return Said(text, read)


_WEEK: Final = WordKind("week", N_("WEEK"), partial(_said, Length.WEEK))
MONTH: Final = WordKind("month", N_("MONTH"), partial(_said, Length.MONTH))
_QUARTER: Final = WordKind("quarter", N_("QUARTER"), partial(_said, Length.QUARTER))
_YEAR: Final = WordKind("year", N_("YEAR"), partial(_said, Length.YEAR))


def weekly(
    call: Call,
    *,
    week: Annotated[
        Said[Stretch] | None, _WEEK.argument(help=N_("Such as 2026-W45, last, or a day in it."))
    ] = None,
    edition: Edition,
) -> None:
    report(call, week, Length.WEEK, edition)


def monthly(
    call: Call,
    *,
    month: Annotated[
        Said[Stretch] | None, MONTH.argument(help=N_("Such as 2026-10, 10, last or 上月."))
    ] = None,
    edition: Edition,
) -> None:
    report(call, month, Length.MONTH, edition)


def quarterly(
    call: Call,
    *,
    quarter: Annotated[
        Said[Stretch] | None, _QUARTER.argument(help=N_("Such as 2026-Q3, 3, last or 三季度."))
    ] = None,
    edition: Edition,
) -> None:
    report(call, quarter, Length.QUARTER, edition)


def yearly(
    call: Call,
    *,
    year: Annotated[
        Said[Stretch] | None, _YEAR.argument(help=N_("Such as 2026, last or 去年."))
    ] = None,
    text: Annotated[
        str | None,
        FILE.option(
            "--text",
            help=N_("A text file with your own words: 主要做法, 存在不足, 明年打算 as headings."),
        ),
    ] = None,
    edition: Edition,
) -> None:
    report(call, year, Length.YEAR, edition, text)
