"""`jinlin elevator stage`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.clock import day_or_today
from jinlin.core.i18n import _
from jinlin.elevator.commands import shared
from jinlin.elevator.commands.project.projects import as_json
from jinlin.elevator.progress.actions import go_to
from jinlin.elevator.project.projects import project
from jinlin.elevator.rules.stages import Stage
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def stage(
    call: Call,
    first: Annotated[
        str | None, typer.Argument(metavar="X1", help=_("The project; may be left away."))
    ] = None,
    second: Annotated[
        str | None, typer.Argument(metavar=_("STAGE"), help=_("The stage, such as 公示 or 施工."))
    ] = None,
    override: Annotated[
        str | None,
        typer.Option(metavar=_("REASON"), help=_("Go on although something is missing, and why.")),
    ] = None,
    on: shared.On = None,
) -> None:
    number, word = (first, second) if second is not None else (None, first)
    to = Stage.read(shared.asked(call, _("STAGE"), _("Into which stage"), word))
    with writing(call) as tx:
        moved, overridden = go_to(
            tx,
            project(tx, number),
            to,
            on=day_or_today(on, tx.clock, past=True),
            override=shared.kept(override),
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
