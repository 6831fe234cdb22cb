"""`jinlin elevator list` and `show`: the saved plans."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import _
from jinlin.elevator import queries
from jinlin.elevator.commands.split import print_split
from jinlin.output.grammar import called
from jinlin.output.listing import Listing, rows_wanted
from jinlin.output.show import show
from jinlin.store.command import reading


def list_(ctx: typer.Context) -> None:
    call = called(ctx)
    with reading(call) as reader:
        rows = [
            (
                plan.label,
                plan.name,
                plan.building,
                plan.entrance,
                plan.total,
                plan.subsidy,
                plan.scheme,
                plan.payers,
                reader.clock.local(plan.made_at),
            )
            for plan in queries.plans(reader, limit=rows_wanted(call))
        ]
        total = queries.count_plans(reader)
    show(
        call,
        Listing(
            key="plans",
            title=_("Elevator plans"),
            columns=(
                Column(key="number", heading=_("Number")),
                Column(key="name", heading=_("Title")),
                Column(key="building", heading=_("Building")),
                Column(key="entrance", heading=_("Entrance")),
                Column(key="total_fen", heading=_("Gross cost (yuan)"), kind=Kind.MONEY),
                Column(key="subsidy_fen", heading=_("Subsidy (yuan)"), kind=Kind.MONEY),
                Column(key="scheme", heading=_("Scheme")),
                Column(key="payers", heading=_("Payers"), kind=Kind.INTEGER),
                Column(key="made_at", heading=_("Saved at"), kind=Kind.TIME),
            ),
            rows=rows,
            total=total,
            empty=_("No plan is saved yet. Save one: jinlin elevator split … --save NAME"),
        ),
    )


def show_(
    ctx: typer.Context,
    number: Annotated[
        str | None,
        typer.Argument(metavar=_("NUMBER"), help=_("Like E3; the latest when nothing is given.")),
    ] = None,
) -> None:
    from jinlin.elevator.actions import saved_split

    call = called(ctx)
    with reading(call) as reader:
        plan = queries.find_plan(reader, number)
        result = saved_split(reader, plan)
    title = _("Plan {number} “{name}”").format(number=plan.label, name=plan.name)
    print_split(call, result, title=title, plan=plan.label)
