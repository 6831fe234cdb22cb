"""`jinlin elevator ballot end`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.elevator.commands import shared
from jinlin.elevator.commands.consent.ballot.shared import as_json
from jinlin.elevator.consent.ballots import end_ballot
from jinlin.elevator.project.projects import project
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import TEXT
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def end_(
    call: Call,
    number: shared.Number = None,
    *,
    reason: Annotated[
        str, TEXT.option(help=N_("Why."), asked=AskedFor(N_("Why it ends before its day")))
    ],
) -> None:
    with writing(call) as tx:
        found = project(tx, number)
        ballot = end_ballot(tx, found, reason=reason)
    done(
        call,
        _("Ballot {round} of {project} has ended; its votes stay on record.").format(
            round=ballot.round, project=found.label
        ),
        number=str(ballot.round),
        data=as_json(found, ballot),
    )
