"""`jinlin elevator tally`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.elevator.commands import shared
from jinlin.elevator.commands.kinds import QUESTION
from jinlin.elevator.consent.ballots import latest_ballot
from jinlin.elevator.consent.sounding import sounding_and_signed
from jinlin.elevator.consent.tally import counted
from jinlin.elevator.project.projects import project
from jinlin.elevator.rules.answers import BallotQuestion
from jinlin.meeting.commands.kinds import OWNERS_SCOPE
from jinlin.meeting.rules.owners_matters import OwnersScope
from jinlin.output.delivery.show import show
from jinlin.store.command.command import reading


def tally(
    call: Call,
    number: shared.Number = None,
    question: Annotated[
        BallotQuestion | None,
        QUESTION.option(help=N_("Only this one: scheme (方案) or fund.")),
    ] = None,
    scope: Annotated[
        OwnersScope | None,
        OWNERS_SCOPE.option(help=N_("Count for entrance, building or complex.")),
    ] = None,
) -> None:
    from jinlin.elevator.progress.tally_pages import tally_record

    wanted = [question] if question else list(BallotQuestion)
    with reading(call) as reader:
        found = project(reader, number)
        ballot = latest_ballot(reader, found)
        sounding, signed = sounding_and_signed(reader, found)
        votes = counted(reader, found, ballot, questions=wanted, scope=scope) if ballot else []
        today = reader.clock.today
    alone = not (call.json or call.csv or call.md or call.output) or call.names_columns
    show(
        call,
        tally_record(
            found, ballot, votes, sounding=sounding, signed=signed, today=today, screen=alone
        ),
    )
