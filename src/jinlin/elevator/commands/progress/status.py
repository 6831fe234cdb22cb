"""`jinlin elevator status`, `stage`, `milestone`: where a project stands, and how it goes on."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.elevator.commands import shared
from jinlin.elevator.commands.project.projects import as_json
from jinlin.elevator.progress.actions import go_to
from jinlin.elevator.progress.milestones import NewMilestone, record_milestone, remove_milestone
from jinlin.elevator.progress.status import project_status
from jinlin.elevator.project.projects import project, projects
from jinlin.elevator.rules.stages import (
    MILESTONE_LABELS,
    STAGE_LABELS,
    parse_milestone,
    parse_stage,
)
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Listing
from jinlin.store.check.proofs import proof_if_named
from jinlin.store.command.command import reading, writing


def status(ctx: typer.Context, number: shared.Number = None) -> None:
    from jinlin.elevator.progress.pages import status_record, statuses_listing

    call = called(ctx)
    with reading(call) as reader:
        if number is None and len(going_on := projects(reader, open_only=True)) != 1:
            what: Any = statuses_listing([project_status(reader, one) for one in going_on])
        else:
            what = status_record(project_status(reader, project(reader, number)))
    show(call, what)
    if isinstance(what, Listing) and not call.json:
        call.tell(_("One by itself: jinlin elevator status X1"))


def stage(
    ctx: typer.Context,
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
    call = called(ctx)
    number, word = (first, second) if second is not None else (None, first)
    to = parse_stage(shared.asked(call, _("STAGE"), _("Into which stage"), word))
    with writing(call) as tx:
        moved, overridden = go_to(
            tx,
            project(tx, number),
            to,
            on=shared.day_or_today(on, tx.clock),
            override=shared.kept(override),
        )
    reasons = [one.reason.text() for one in overridden]
    done(
        call,
        _("{number} is at the stage “{stage}” now.").format(
            number=moved.label, stage=_(STAGE_LABELS[moved.stage])
        ),
        number=moved.label,
        data={**as_json(moved), "overridden": reasons},
    )
    if reasons:
        call.tell(
            _("On record, with the reason: {reasons}.").format(reasons=_("; ").join(reasons)),
        )


def milestone(
    ctx: typer.Context,
    first: Annotated[
        str | None, typer.Argument(metavar="X1", help=_("The project; may be left away."))
    ] = None,
    second: Annotated[
        str | None,
        typer.Argument(metavar=_("MILESTONE"), help=_("Such as 施工合同, 监督检验, 使用登记.")),
    ] = None,
    on: shared.On = None,
    detail: Annotated[
        str | None,
        typer.Option(metavar=_("TEXT"), help=_("Its number, or who: contract, report, name.")),
    ] = None,
    source: shared.Source = None,
    file: shared.File = None,
    remove: Annotated[
        bool, typer.Option("--remove", help=_("It was recorded by mistake; take it out."))
    ] = False,
) -> None:
    call = called(ctx)
    number, word = (first, second) if second is not None else (None, first)
    which = parse_milestone(shared.asked(call, _("MILESTONE"), _("What was done"), word))
    if remove and (on or detail or source or file):
        raise UsageError(
            _("--remove takes it out; there is nothing to record."),
            hint=_("Leave the other options away."),
        )
    proof = proof_if_named(call, file)
    with writing(call) as tx:
        found = project(tx, number)
        if remove:
            remove_milestone(tx, found, which)
        else:
            new = NewMilestone(
                which,
                shared.day_or_today(on, tx.clock),
                shared.kept(detail),
                shared.kept(source),
                proof,
            )
            record_milestone(tx, found, new)
    said = _("{number}: taken out: {what}.") if remove else _("{number}: recorded: {what}.")
    done(
        call,
        said.format(number=found.label, what=_(MILESTONE_LABELS[which])),
        number=found.label,
        data={"number": found.label, "milestone": which.value, "removed": remove},
    )
