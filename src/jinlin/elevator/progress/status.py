"""Where a project stands: its stage, what blocks the next one, and the three papers apart."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from jinlin.core.errors import RuleError
from jinlin.elevator.consent.ballots import Ballot, latest_ballot
from jinlin.elevator.consent.sounding import Signed, Sounding, sounding_and_signed
from jinlin.elevator.consent.tally import BallotCount, counted
from jinlin.elevator.money.dues import dues
from jinlin.elevator.money.queries import totals
from jinlin.elevator.progress.facts import standing_of
from jinlin.elevator.project.costs import COSTS, gross_cost
from jinlin.elevator.project.plans import PlanRow
from jinlin.elevator.project.projects import LIFTS, Project, adopted_plan
from jinlin.elevator.project.subsidies import SUBSIDIES
from jinlin.elevator.rules.answers import BallotQuestion
from jinlin.elevator.rules.books import AccountTotals, Books
from jinlin.elevator.rules.gates import GateFacts
from jinlin.elevator.rules.stages import Stage
from jinlin.store.transaction.tx import Reader
from jinlin.works.gates import Blocker


class ProjectStatus(NamedTuple):
    """A project on a day.

    Attributes:
        plan: the version in force; None while there is none.
        cost: the sum of the cost lines in fen.
        following: the next stage; None at the last, and where the project was given up.
        shut: what blocks the next stage.
        ballot: the latest ballot.
        votes: its questions, counted; empty without a ballot, or while areas are missing.
        owed: what the doors bear together in fen, by the version in force or the settlement.
        books: what has moved for the works.
        promised: the sum of the recorded subsidies in fen, received or not.
    """

    project: Project
    today: date
    plan: PlanRow | None
    cost: int
    standing: GateFacts
    following: Stage | None
    shut: tuple[Blocker, ...]
    sounding: Sounding
    signed: Signed
    ballot: Ballot | None
    votes: tuple[BallotCount, ...]
    owed: int
    books: AccountTotals
    promised: int


def project_status(reader: Reader, project: Project) -> ProjectStatus:
    """Return where a project stands today."""
    standing = standing_of(reader, project)
    following = None if project.ended_on else LIFTS.course.following(project.stage)
    ballot = latest_ballot(reader, project)
    sounding, signed = sounding_and_signed(reader, project)
    plan = adopted_plan(reader, project)
    doors = () if plan is None else dues(reader, project).doors
    return ProjectStatus(
        project=project,
        today=reader.clock.today,
        plan=plan,
        cost=gross_cost(COSTS.rows(reader, project)),
        standing=standing,
        following=following,
        shut=()
        if following is None
        else tuple(LIFTS.course.blockers(standing, after=project.stage, to=following)),
        sounding=sounding,
        signed=signed,
        ballot=ballot,
        votes=_votes(reader, project, ballot),
        owed=sum(door.amount for door in doors),
        books=totals(reader, project, Books.WORKS),
        promised=sum(one.amount for one in SUBSIDIES.rows(reader, project)),
    )


def _votes(reader: Reader, project: Project, ballot: Ballot | None) -> tuple[BallotCount, ...]:
    if ballot is None:
        return ()
    try:
        return tuple(counted(reader, project, ballot, questions=BallotQuestion))
    except RuleError:  # areas are missing: the tally says which, the status says the rest
        return ()
