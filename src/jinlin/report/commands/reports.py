"""`jinlin report`: a week, a month, a quarter or a year on one page."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from jinlin.core.i18n import _
from jinlin.output.command.grammar import ListingCommand, Verb, called, noun
from jinlin.output.delivery.show import show
from jinlin.report.edition.filed_pages import filed_listing
from jinlin.report.edition.filing import all_filed
from jinlin.report.edition.hand_in import Edition, ReportCommand, report
from jinlin.report.rules.stretch import Length
from jinlin.store.command.command import reading


def _verb(name: str, text: str) -> Verb:
    return Verb(
        name, module="jinlin.report.commands.reports", function=name, text=text, kind=ReportCommand
    )


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
        Verb(
            "list",
            module="jinlin.report.commands.reports",
            function="list_",
            text=_("The reports that were handed in with --final."),
            kind=ListingCommand,
        ),
    ),
)


Full: TypeAlias = Annotated[
    bool,
    typer.Option("--full", help=_("With comparisons, times, stewards, departments and charts.")),
]
Public: TypeAlias = Annotated[
    bool,
    typer.Option("--public", help=_("The edition that is posted: no Party matters, no names.")),
]
Filed: TypeAlias = Annotated[
    bool, typer.Option("--final", help=_("Keep the figures as handed in; later ones correct them."))
]
Reason: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("TEXT"), help=_("Why a filed report is corrected."))
]
Figure: TypeAlias = Annotated[
    str | None,
    typer.Option("--figure", metavar=_("FIGURE"), help=_("The issues behind one, such as 超期.")),
]


def weekly(
    ctx: typer.Context,
    week: Annotated[
        str | None,
        typer.Argument(metavar=_("WEEK"), help=_("Such as 2026-W45, last, or a day in it.")),
    ] = None,
    full: Full = False,
    public: Public = False,
    final: Filed = False,
    reason: Reason = None,
    figure: Figure = None,
) -> None:
    edition = Edition(full=full, public=public, final=final, reason=reason, figure=figure)
    report(called(ctx), week, Length.WEEK, edition)


def monthly(
    ctx: typer.Context,
    month: Annotated[
        str | None,
        typer.Argument(metavar=_("MONTH"), help=_("Such as 2026-10, 10, last or 上月.")),
    ] = None,
    full: Full = False,
    public: Public = False,
    final: Filed = False,
    reason: Reason = None,
    figure: Figure = None,
) -> None:
    edition = Edition(full=full, public=public, final=final, reason=reason, figure=figure)
    report(called(ctx), month, Length.MONTH, edition)


def quarterly(
    ctx: typer.Context,
    quarter: Annotated[
        str | None,
        typer.Argument(metavar=_("QUARTER"), help=_("Such as 2026-Q3, 3, last or 三季度.")),
    ] = None,
    full: Full = False,
    public: Public = False,
    final: Filed = False,
    reason: Reason = None,
    figure: Figure = None,
) -> None:
    edition = Edition(full=full, public=public, final=final, reason=reason, figure=figure)
    report(called(ctx), quarter, Length.QUARTER, edition)


def yearly(
    ctx: typer.Context,
    year: Annotated[
        str | None, typer.Argument(metavar=_("YEAR"), help=_("Such as 2026, last or 去年."))
    ] = None,
    full: Full = False,
    public: Public = False,
    final: Filed = False,
    reason: Reason = None,
    figure: Figure = None,
) -> None:
    edition = Edition(full=full, public=public, final=final, reason=reason, figure=figure)
    report(called(ctx), year, Length.YEAR, edition)


def list_(ctx: typer.Context) -> None:
    call = called(ctx)
    with reading(call) as reader:
        found = all_filed(reader)
        clock = reader.clock
    show(call, filed_listing(found, clock))
