"""`jinlin elevator stage`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import day_on
from jinlin.elevator.commands import shared
from jinlin.elevator.commands.project.projects import as_json
from jinlin.elevator.progress.actions import go_to
from jinlin.elevator.project.projects import project
from jinlin.elevator.rules.stages import Stage
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import choice
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing
from jinlin.works.words import On, Override


def stage(
    call: Call,
    number: shared.FirstProject = None,
    *,
    to: Annotated[
        Stage,
        choice(Stage, called=N_("STAGE")).argument(
            help=N_("The stage, such as 公示 or 施工."), asked=AskedFor(N_("Into which stage"))
        ),
    ],
    override: Override = None,
    on: On = None,
) -> None:
    with writing(call) as tx:
        moved, overridden = go_to(
            tx, project(tx, number), to, on=day_on(on, tx.clock), override=override
        )
    reasons = [one.reason.text() for one in overridden]
    done(
        call,
        _("{number} is at the stage “{stage}” now.").format(
            number=moved.label, stage=moved.stage.label
        ),
        number=moved.label,
        data={**as_json(moved), "overridden": reasons},
    )
    if reasons:
        call.tell(
            _("On record, with the reason: {reasons}.").format(reasons=_("; ").join(reasons)),
        )
