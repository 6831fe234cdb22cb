"""`jinlin elevator ballot list`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.elevator.commands import shared
from jinlin.elevator.commands.consent.ballot.shared import ballot_meant
from jinlin.elevator.consent.ballots import entitled_ids
from jinlin.elevator.consent.doors import paper_doors
from jinlin.elevator.project.projects import project
from jinlin.output.delivery.show import show
from jinlin.store.command.command import reading


def list_(call: Call, number: shared.Project = None) -> None:
    from jinlin.elevator.consent.listings import ballot_listing

    with reading(call) as reader:
        found = project(reader, number)
        ballot = ballot_meant(reader, found)
        doors = paper_doors(reader, found, ids=entitled_ids(reader, found, ballot))
    show(call, ballot_listing(call, found, ballot, doors))
