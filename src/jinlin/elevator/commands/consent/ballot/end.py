"""`jinlin elevator ballot end`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.elevator.commands import shared
from jinlin.elevator.commands.consent.ballot.shared import as_json
from jinlin.elevator.consent.ballots import end_ballot
from jinlin.elevator.project.projects import project
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def end_(call: Call, number: shared.Number = None, reason: shared.Reason = None) -> None:
    why = shared.asked(call, "--reason", _("Why it ends before its day"), reason)
    with writing(call) as tx:
        found = project(tx, number)
        ballot = end_ballot(tx, found, reason=why)
    done(
        call,
        _("Ballot {round} of {project} has ended; its votes stay on record.").format(
            round=ballot.round, project=found.label
        ),
        number=str(ballot.round),
        data=as_json(found, ballot),
    )
