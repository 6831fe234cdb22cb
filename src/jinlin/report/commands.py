"""`jinlin report`: a week, a month, a quarter or a year on one page."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.i18n import _
from jinlin.output.grammar import Verb, called, noun
from jinlin.report.handing_in import ReportCommand, hand_in
from jinlin.report.queries import period_figures
from jinlin.report.stretch import Length, stretch_named
from jinlin.store.command import reading


def _verb(name: str, text: str) -> Verb:
    return Verb(name, module="jinlin.report.commands", function=name, text=text, kind=ReportCommand)


_FORMS = _(
    "The whole page goes to the screen, --md or -o FILE.docx .html .md, all figures to --json;"
    " --csv and -o FILE.xlsx hold the tables."
)

app = noun(
    _("Weekly, monthly, quarterly and yearly reports."),
    later=(
        _verb("weekly", _("What a week brought, on one page.\n") + _FORMS),
        _verb(
            "monthly",
            _(
                "What a month brought: issues, meetings, projects, money, on one page.\n"
                "Without a month it is the month before until the 10th, then the one that is"
                " running, up to now. "
            )
            + _FORMS,
        ),
        _verb("quarterly", _("What a quarter brought, on one page.\n") + _FORMS),
        _verb("yearly", _("What a year brought, on one page.\n") + _FORMS),
    ),
)


def weekly(
    ctx: typer.Context,
    week: Annotated[
        str | None,
        typer.Argument(metavar=_("WEEK"), help=_("Such as 2026-W45, last, or a day in it.")),
    ] = None,
) -> None:
    _report(ctx, week, Length.WEEK)


def monthly(
    ctx: typer.Context,
    month: Annotated[
        str | None,
        typer.Argument(metavar=_("MONTH"), help=_("Such as 2026-10, 10, last or 上月.")),
    ] = None,
) -> None:
    _report(ctx, month, Length.MONTH)


def quarterly(
    ctx: typer.Context,
    quarter: Annotated[
        str | None,
        typer.Argument(metavar=_("QUARTER"), help=_("Such as 2026-Q3, 3, last or 三季度.")),
    ] = None,
) -> None:
    _report(ctx, quarter, Length.QUARTER)


def yearly(
    ctx: typer.Context,
    year: Annotated[
        str | None, typer.Argument(metavar=_("YEAR"), help=_("Such as 2026, last or 去年."))
    ] = None,
) -> None:
    _report(ctx, year, Length.YEAR)


def _report(ctx: typer.Context, words: str | None, length: Length) -> None:
    call = called(ctx)
    with reading(call) as reader:
        stretch = stretch_named(words, length, reader.clock)
        figures = period_figures(reader, stretch, author=call.user or "")
    hand_in(call, figures)
