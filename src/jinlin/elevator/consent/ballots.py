"""The ballot on a version of the scheme: opened, ended, and how it stands."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.elevator.project.projects import Project, adopted_plan
from jinlin.elevator.rules.answers import BallotQuestion
from jinlin.elevator.rules.stages import WorksKind
from jinlin.meeting.rules.owners_matters import (
    Confidence,
    OwnersMatter,
    OwnersScope,
    matters,
    scopes,
)
from jinlin.meeting.rules.threshold import parse_threshold
from jinlin.store.transaction.tx import Reader, Tx

USUAL_MATTERS: Final[Mapping[tuple[BallotQuestion, WorksKind], str]] = {
    (BallotQuestion.SCHEME, WorksKind.INSTALLATION): "elevator_installation",
    (BallotQuestion.SCHEME, WorksKind.REPLACEMENT): "elevator_replacement",
    (BallotQuestion.FUND, WorksKind.INSTALLATION): "elevator_fund",
    (BallotQuestion.FUND, WorksKind.REPLACEMENT): "elevator_fund",
}
"""Which matter of 民法典 278 a question is, unless it is said otherwise."""


class AskedMatter(NamedTuple):
    """A question of a ballot, and the matter it is with its rule and source."""

    question: BallotQuestion
    matter: OwnersMatter


class Ballot(NamedTuple):
    """A ballot on one version of the scheme. Days as ISO text.

    Attributes:
        round: the first ballot of a project is round 1.
        scope_source: where it stands who decides.
        closes_on: the last day on which a vote is given or changed.
        ended_on: when it was ended before that day; None otherwise.
    """

    id: int
    project_id: int
    round: int
    plan_id: int
    plan: int
    scope: OwnersScope
    scope_source: str | None
    opened_on: str
    closes_on: str
    ended_on: str | None
    ended_reason: str | None
    asked: tuple[AskedMatter, ...]

    def is_open(self, today: date) -> bool:
        """Whether votes are still given and changed."""
        return self.ended_on is None and today.isoformat() <= self.closes_on

    @property
    def questions(self) -> tuple[BallotQuestion, ...]:
        """What it asks."""
        return tuple(asked.question for asked in self.asked)


class NewBallot(NamedTuple):
    """A ballot as it is to be opened.

    Attributes:
        matters: what is asked, each with the matter it is.
        fresh: earlier votes are not carried over.
    """

    closes_on: date
    matters: Mapping[BallotQuestion, OwnersMatter]
    scope: OwnersScope
    scope_source: str | None = None
    fresh: bool = False


_BALLOTS: Final = (
    "SELECT b.id, b.project_id, b.round, b.plan_id, p.number AS plan, b.scope, b.scope_source,"
    " b.opened_on, b.closes_on, b.ended_on, b.ended_reason FROM elevator_ballot AS b"
    " JOIN plan AS p ON p.id = b.plan_id WHERE b.removed_at IS NULL AND b.project_id = ?"
    " ORDER BY b.round DESC"
)


def ballots(reader: Reader, project: Project) -> list[Ballot]:
    """Return the ballots of a project, the latest round first."""
    asked: dict[int, list[AskedMatter]] = {}
    for row in reader.rows(
        "SELECT q.ballot_id, q.question, q.matter, q.passing, q.source FROM elevator_question AS q"
        " JOIN elevator_ballot AS b ON b.id = q.ballot_id WHERE b.project_id = ?"
        " ORDER BY q.question DESC",
        (project.id,),
    ):
        asked.setdefault(row["ballot_id"], []).append(
            AskedMatter(BallotQuestion(row["question"]), _matter(row))
        )
    return [
        Ballot(**{**dict(row), "scope": scopes()[row["scope"]], "asked": tuple(asked[row["id"]])})
        for row in reader.rows(_BALLOTS, (project.id,))
    ]


def _matter(row: sqlite3.Row) -> OwnersMatter:
    """Return a matter as a ballot has it: by its own rule, or by another one that was named."""
    matter = matters()[row["matter"]]
    passing = parse_threshold(row["passing"])
    if passing == matter.passing:
        return matter
    return matter._replace(passing=passing, source=row["source"], confidence=Confidence.OWN)


def latest_ballot(reader: Reader, project: Project) -> Ballot | None:
    """Return the ballot of the latest round; None when none was held."""
    return next(iter(ballots(reader, project)), None)


def open_ballot(reader: Reader, project: Project) -> Ballot | None:
    """Return the ballot in which votes can be given today; None when there is none."""
    ballot = latest_ballot(reader, project)
    return ballot if ballot is not None and ballot.is_open(reader.clock.today) else None


def needed_ballot(reader: Reader, project: Project) -> Ballot:
    """Return the ballot in which votes can be given today.

    Raises:
        NotFoundError: none is open.
    """
    ballot = open_ballot(reader, project)
    if ballot is None:
        raise NotFoundError(
            _("No ballot of {project} is open.").format(project=project.label),
            hint=_("Open one: jinlin elevator ballot open --closes 12-15"),
        )
    return ballot


def usual_matter(question: BallotQuestion, project: Project) -> OwnersMatter:
    """Return which matter a question is, with its rule and source."""
    return matters()[USUAL_MATTERS[question, project.kind]]


def open_new(tx: Tx, project: Project, new: NewBallot) -> Ballot:
    """Open a ballot on the version in force.

    After a new version the votes of the ballot before are carried over, except those in favour of
    doors that pay more than they were told; a second ballot on the same version begins from
    nothing.

    Raises:
        RuleError: no version is in force, a ballot is open, or it would end in the past.
    """
    plan = adopted_plan(tx, project)
    if plan is None:
        raise RuleError(
            _("No version of the scheme is in force; there is nothing to vote on."),
            hint=_("Adopt one first: jinlin elevator adopt E1"),
        )
    before = latest_ballot(tx, project)
    if before is not None and before.is_open(tx.clock.today):
        raise RuleError(
            _("A ballot is open until {day}.").format(day=before.closes_on),
            hint=_("End it first: jinlin elevator ballot end --reason …"),
        )
    if new.closes_on < tx.clock.today:
        raise RuleError(
            _("The ballot would have ended on {day}.").format(day=new.closes_on),
            hint=_("Give a day to come: --closes 12-15"),
        )
    ballot_id = tx.insert(
        "elevator_ballot",
        project_id=project.id,
        round=1 if before is None else before.round + 1,
        plan_id=plan.id,
        scope=new.scope.code,
        scope_source=new.scope_source,
        opened_on=tx.clock.today.isoformat(),
        closes_on=new.closes_on.isoformat(),
    )
    tx.insert_many(
        "elevator_question",
        ("ballot_id", "question", "matter", "passing", "source"),
        [
            (ballot_id, question, matter.code, matter.passing.code, matter.source)
            for question, matter in new.matters.items()
        ],
    )
    if before is not None and before.plan_id != plan.id and not new.fresh:
        _carry_over(tx, before, ballot_id, plan.id)
    ballot = ballots(tx, project)[0]
    _describe(
        tx,
        project,
        ballot,
        N_("Opened ballot {round} of {project}, until {day}"),
        N_("remove ballot {round} of {project}"),
    )
    return ballot


def _carry_over(tx: Tx, before: Ballot, ballot_id: int, plan_id: int) -> None:
    """Take over votes, but those in favour of doors that pay more now than they were told."""
    tx.write(
        "INSERT INTO elevator_vote (ballot_id, recorded_at, question, household_id, amount, choice,"
        " signer, signed_name, authority, voted_on, visit_id, file, sha256, user)"
        " SELECT ?, ?, v.question, v.household_id, v.amount, v.choice, v.signer, v.signed_name,"
        " v.authority, v.voted_on, v.visit_id, v.file, v.sha256, v.user"
        " FROM elevator_vote AS v LEFT JOIN plan_share AS s ON s.plan_id = ?"
        " AND s.household_id = v.household_id WHERE v.ballot_id = ? AND v.superseded_at IS NULL"
        " AND (v.choice <> 'for' OR v.amount IS NULL OR s.amount IS NULL OR s.amount <= v.amount)"
        " AND v.question IN (SELECT question FROM elevator_question WHERE ballot_id = ?)",
        (ballot_id, tx.clock.stamp, plan_id, before.id, ballot_id),
    )


def end_ballot(tx: Tx, project: Project, *, reason: str) -> Ballot:
    """End a ballot before its day, since the scheme is to change; its votes stay on record.

    Raises:
        NotFoundError: none is open.
    """
    ballot = needed_ballot(tx, project)
    tx.update(
        "elevator_ballot",
        ballot.id,
        ended_on=tx.clock.today.isoformat(),
        ended_reason=reason,
    )
    _describe(
        tx,
        project,
        ballot,
        N_("Ended ballot {round} of {project} before its day"),
        N_("let ballot {round} of {project} go on until {day}"),
    )
    return ballot


def _describe(tx: Tx, project: Project, ballot: Ballot, did: str, reverse: str) -> None:
    words: dict[str, Value] = {
        "round": ballot.round,
        "project": project.label,
        "day": ballot.closes_on,
    }
    tx.describe(Message(did, words), reverse=Message(reverse, words), subject=project.label)


def entitled_ids(reader: Reader, project: Project, ballot: Ballot) -> list[int]:
    """Return the households that take part in deciding."""
    rows = reader.rows(
        "SELECT id FROM household WHERE removed_at IS NULL AND (?1 = 'complex' OR building_id = ?2)"
        " AND (?1 <> 'entrance' OR entrance IS ?3)",
        (ballot.scope.code, project.building_id, project.entrance),
    )
    return [int(row["id"]) for row in rows]
