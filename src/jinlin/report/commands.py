"""`jinlin report`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.i18n import _
from jinlin.output.grammar import ListingCommand, called, noun
from jinlin.report.handing_in import hand_in
from jinlin.report.period import month_named
from jinlin.report.queries import month_figures
from jinlin.store.command import reading

app = noun(_("The monthly report."))


@app.command(
    "monthly",
    cls=ListingCommand,
    help=_(
        "What a month brought: issues, meetings, elevator plans, report-ins, on one page.\n"
        "Without a month it is the month before until the 10th, then the month that is running,"
        " up to now. The whole page goes to the screen, --md or -o FILE.md, all figures to --json;"
        " --csv and -o FILE.xlsx hold the table by category."
    ),
)
def monthly(
    ctx: typer.Context,
    month: Annotated[
        str | None,
        typer.Argument(metavar=_("MONTH"), help=_("Such as 2026-10, 10, last or 上月.")),
    ] = None,
) -> None:
    call = called(ctx)
    with reading(call) as reader:
        figures = month_figures(reader, month_named(month, reader.clock), author=call.user or "")
    hand_in(call, figures)
