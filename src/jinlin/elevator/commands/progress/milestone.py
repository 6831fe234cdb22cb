"""`jinlin elevator milestone`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.said import day_on
from jinlin.elevator.commands import shared
from jinlin.elevator.progress.actions import record_done
from jinlin.elevator.project.projects import LIFTS, project
from jinlin.elevator.rules.stages import Milestone
from jinlin.output.command.kind import AskedFor, flag
from jinlin.output.command.kinds import TEXT, choice
from jinlin.output.delivery.show import done
from jinlin.store.check.proofs import proof_if_named
from jinlin.store.command.command import writing
from jinlin.works.milestones import NewMilestone, remove_milestone
from jinlin.works.words import On


def milestone(
    call: Call,
    number: shared.FirstProject = None,
    *,
    which: Annotated[
        Milestone,
        choice(Milestone, called=N_("MILESTONE")).argument(
            help=N_("Such as 施工合同, 监督检验, 使用登记."), asked=AskedFor(N_("What was done"))
        ),
    ],
    on: On = None,
    detail: Annotated[
        str | None, TEXT.option(help=N_("Its number, or who: contract, report, name."))
    ] = None,
    source: shared.Source = None,
    file: shared.File = None,
    remove: Annotated[
        bool, flag("--remove", help=N_("It was recorded by mistake; take it out."))
    ] = False,
) -> None:
    if remove and (on or detail or source or file):
        raise UsageError(
            _("--remove takes it out; there is nothing to record."),
            hint=_("Leave the other options away."),
        )
    proof = proof_if_named(call, file)
    with writing(call) as tx:
        found = project(tx, number)
        if remove:
            remove_milestone(tx, LIFTS, found, which)
        else:
            new = NewMilestone(which, day_on(on, tx.clock), detail, source, proof)
            record_done(tx, found, new)
    said = _("{number}: taken out: {what}.") if remove else _("{number}: recorded: {what}.")
    done(
        call,
        said.format(number=found.label, what=which.label),
        number=found.label,
        data={"number": found.label, "milestone": which.value, "removed": remove},
    )
