"""`jinlin elevator list`, `show` and `remove`: the saved plans, and one project by its number."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import _
from jinlin.core.text import compact
from jinlin.elevator.commands.apportionment.split import print_split
from jinlin.elevator.project import plans
from jinlin.elevator.project.version_listing import ALONE, LONELY, plan_columns, plan_values
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.store.command.command import reading, writing


def list_(ctx: typer.Context) -> None:
    call = called(ctx)
    with reading(call) as reader:
        rows = [
            (*plan_values(plan), reader.clock.local(plan.made_at))
            for plan in plans.plans(reader, limit=rows_wanted(call))
        ]
        total = plans.count_plans(reader)
    show(
        call,
        Listing(
            key="plans",
            title=_("Elevator plans"),
            columns=(
                *plan_columns(),
                Column(key="made_at", heading=_("Saved at"), kind=Kind.TIME),
            ),
            rows=rows,
            total=total,
            aside=ALONE if any(row[2] for row in rows) else LONELY,
            empty=_("No plan is saved yet. Save one: jinlin elevator split … --save NAME"),
        ),
    )


def show_(
    ctx: typer.Context,
    number: Annotated[
        str | None,
        typer.Argument(
            metavar=_("NUMBER"), help=_("Like E3, or X1 for a project; else the latest plan.")
        ),
    ] = None,
) -> None:
    from jinlin.elevator.project.plan_actions import saved_split

    call = called(ctx)
    if number is not None and compact(number).startswith("x"):
        from jinlin.elevator.progress.project_pages import project_record
        from jinlin.elevator.project.projects import project

        with reading(call) as reader:
            record = project_record(reader, project(reader, number))
        show(call, record)
        return
    with reading(call) as reader:
        plan = plans.find_plan(reader, number)
        result = saved_split(reader, plan)
    title = _("Plan {number} “{name}”").format(number=plan.label, name=plan.name)
    print_split(call, result, title=title, plan=plan.label)


def remove(
    ctx: typer.Context,
    number: Annotated[
        str, typer.Argument(metavar="E3", help=_("The draft; one that was in force stays."))
    ],
) -> None:
    from jinlin.elevator.project.plan_actions import remove_plan

    call = called(ctx)
    with writing(call) as tx:
        plan = plans.find_plan(tx, number)
        remove_plan(tx, plan)
    done(
        call,
        _("Plan {number} “{name}” was removed.").format(number=plan.label, name=plan.name),
        number=plan.label,
        data={"number": plan.label, "name": plan.name},
    )
