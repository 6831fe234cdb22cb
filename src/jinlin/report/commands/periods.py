"""`jinlin report weekly`, `monthly`, `quarterly` and `yearly`: a period on one page."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from jinlin.core.call import Call
from jinlin.core.days.stretch import Length
from jinlin.core.i18n import _
from jinlin.report.commands.edition import Edition, report

Full: TypeAlias = Annotated[
    bool,
    typer.Option("--full", help=_("With comparisons, times, stewards, departments and charts.")),
]
Public: TypeAlias = Annotated[
    bool,
    typer.Option("--public", help=_("The edition that is posted: no Party matters, no names.")),
]
HandedIn: TypeAlias = Annotated[
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
    call: Call,
    week: Annotated[
        str | None,
        typer.Argument(metavar=_("WEEK"), help=_("Such as 2026-W45, last, or a day in it.")),
    ] = None,
    full: Full = False,
    public: Public = False,
    final: HandedIn = False,
    reason: Reason = None,
    figure: Figure = None,
) -> None:
    edition = Edition(full=full, public=public, final=final, reason=reason, figure=figure)
    report(call, week, Length.WEEK, edition)


def monthly(
    call: Call,
    month: Annotated[
        str | None,
        typer.Argument(metavar=_("MONTH"), help=_("Such as 2026-10, 10, last or 上月.")),
    ] = None,
    full: Full = False,
    public: Public = False,
    final: HandedIn = False,
    reason: Reason = None,
    figure: Figure = None,
) -> None:
    edition = Edition(full=full, public=public, final=final, reason=reason, figure=figure)
    report(call, month, Length.MONTH, edition)


def quarterly(
    call: Call,
    quarter: Annotated[
        str | None,
        typer.Argument(metavar=_("QUARTER"), help=_("Such as 2026-Q3, 3, last or 三季度.")),
    ] = None,
    full: Full = False,
    public: Public = False,
    final: HandedIn = False,
    reason: Reason = None,
    figure: Figure = None,
) -> None:
    edition = Edition(full=full, public=public, final=final, reason=reason, figure=figure)
    report(call, quarter, Length.QUARTER, edition)


def yearly(
    call: Call,
    year: Annotated[
        str | None, typer.Argument(metavar=_("YEAR"), help=_("Such as 2026, last or 去年."))
    ] = None,
    full: Full = False,
    public: Public = False,
    final: HandedIn = False,
    reason: Reason = None,
    figure: Figure = None,
) -> None:
    edition = Edition(full=full, public=public, final=final, reason=reason, figure=figure)
    report(call, year, Length.YEAR, edition)
