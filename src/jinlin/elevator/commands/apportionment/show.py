"""`jinlin elevator show`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.text import compact
from jinlin.elevator.commands.apportionment.split import print_split
from jinlin.elevator.commands.kinds import PLAN
from jinlin.elevator.project import plans
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import on_paper
from jinlin.store.command.command import reading


def show_(
    call: Call,
    number: Annotated[
        str | None,
        PLAN.argument(
            called=N_("NUMBER"), help=N_("Like E3, or X1 for a project; else the latest plan.")
        ),
    ] = None,
) -> None:
    from jinlin.elevator.project.plan_actions import saved_split

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
    named = _("Plan “{name}”") if on_paper(call) else _("Plan {number} “{name}”")
    title = named.format(number=plan.label, name=plan.name)
    print_split(call, result, title=title, plan=plan.label)
