"""`jinlin report weekly`, `monthly`, `quarterly` and `yearly`: a period on one page."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.days.stretch import Length, Stretch
from jinlin.core.i18n import N_
from jinlin.core.said import Said
from jinlin.output.command.kinds import FILE
from jinlin.report.commands.edition import Edition, report
from jinlin.report.commands.kinds import MONTH, QUARTER, WEEK, YEAR


def weekly(
    call: Call,
    *,
    week: Annotated[
        Said[Stretch] | None, WEEK.argument(help=N_("Such as 2026-W45, last, or a day in it."))
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
        Said[Stretch] | None, QUARTER.argument(help=N_("Such as 2026-Q3, 3, last or 三季度."))
    ] = None,
    edition: Edition,
) -> None:
    report(call, quarter, Length.QUARTER, edition)


def yearly(
    call: Call,
    *,
    year: Annotated[
        Said[Stretch] | None, YEAR.argument(help=N_("Such as 2026, last or 去年."))
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
