"""`jinlin elevator remove`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.elevator.commands.kinds import PLAN
from jinlin.elevator.project import plans
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def remove(
    call: Call,
    number: Annotated[str, PLAN.argument(help=N_("The draft; one that was in force stays."))],
) -> None:
    from jinlin.elevator.project.plan_actions import remove_plan

    with writing(call) as tx:
        plan = plans.find_plan(tx, number)
        remove_plan(tx, plan)
    done(
        call,
        _("Plan {number} “{name}” was removed.").format(number=plan.label, name=plan.name),
        number=plan.label,
        data={"number": plan.label, "name": plan.name},
    )
