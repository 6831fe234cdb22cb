"""`jinlin project stage`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay, as_kept, day_on
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import PLANNED_DAY, TEXT, WHO, choice
from jinlin.output.delivery.show import done
from jinlin.project.commands import shared
from jinlin.project.progress.issue_life import issue_behind
from jinlin.project.progress.status import works_status
from jinlin.project.progress.steps import StageStep, take_step
from jinlin.project.record.projects import find_project, project_of_id
from jinlin.project.rules.stages import ProjectStage
from jinlin.store.command.command import writing
from jinlin.works.words import On, Override


def stage_(
    call: Call,
    number: shared.FirstProject = None,
    *,
    to: Annotated[
        ProjectStage,
        choice(ProjectStage, called=N_("STAGE")).argument(
            help=N_("The stage, such as 公示 or 施工."), asked=AskedFor(N_("Into which stage"))
        ),
    ],
    with_: Annotated[
        Sequence[str],
        WHO.several(called=N_("A,B")).option(
            "--with", help=N_("Which members of the branch take part.")
        ),
    ] = (),
    due: Annotated[
        SaidDay | None, PLANNED_DAY.option("--due", help=N_("By when it is to be over."))
    ] = None,
    skip: Annotated[
        str | None,
        TEXT.option(called=N_("REASON"), help=N_("Why 选址, 测量, 设计 are passed over.")),
    ] = None,
    override: Override = None,
    on: On = None,
) -> None:
    with writing(call) as tx:
        project = find_project(tx, number)
        step = StageStep(
            to, day_on(on, tx.clock), tuple(with_), as_kept(due, tx.clock), skip, override
        )
        overridden = [one.reason.text() for one in take_step(tx, project, step)]
        moved = project_of_id(tx, project.id)
        status = works_status(tx, moved)
        issue = None if moved.goes_on else issue_behind(tx, moved)
    done(
        call,
        _("{number} is at the stage “{stage}” now.").format(
            number=moved.label, stage=moved.stage.label
        ),
        number=moved.label,
        data={**shared.as_json(moved), "overridden": overridden},
    )
    if overridden:
        call.tell(
            _("On record, with the reason: {reasons}.").format(reasons=_("; ").join(overridden)),
        )
    if status.missing:
        call.tell(status.missing)
    if issue is not None and not issue.closed:
        call.tell(
            _("Tell whoever brought it: jinlin issue close {number} --result TEXT").format(
                number=issue.label
            ),
        )
