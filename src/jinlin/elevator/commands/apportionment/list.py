"""`jinlin elevator list`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import _
from jinlin.elevator.project import plans
from jinlin.elevator.project.version_listing import ALONE, LONELY, plan_columns, plan_values
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.store.command.command import reading


def list_(call: Call) -> None:
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
