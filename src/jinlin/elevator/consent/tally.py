"""The ballot counted by law: heads and area, question by question; and who is worth a visit."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Final, NamedTuple

from jinlin.complex.rules.address import label
from jinlin.core.errors import RuleError
from jinlin.elevator.consent.ballots import AskedMatter, Ballot, latest_ballot
from jinlin.elevator.project.projects import Project, adopted_plan
from jinlin.elevator.rules.answers import BallotQuestion, Opinion, stands
from jinlin.elevator.rules.gates import BallotState
from jinlin.meeting.rules.heads_and_area import BallotDoor, OwnersVote
from jinlin.meeting.rules.owners_matters import OwnersScope
from jinlin.meeting.rules.owners_vote import owners_vote
from jinlin.meeting.rules.vote_rules import Answer
from jinlin.store.transaction.tx import Reader

DEVELOPER: Final = "developer"
"""The one head of everything unsold or not handed over (建筑物区分所有权解释 9)."""


class BallotVoter(NamedTuple):
    """One door as it is counted. Fen, area in 0.01 m².

    Attributes:
        basis: what its area rests on; None when nobody said.
        head: whose it is: an owner, a set of co-owners, the developer.
        choice: what its ballot says; None when it gave none, or must be asked again.
        asked_again: it voted in favour, but is to pay more now than it was told. Who was against
            at less is against it still, and goes on counting among those who took part.
        opinion: what it said in the consultation last.
    """

    household_id: int
    label: str
    floor: int
    area: int | None
    basis: str | None
    head: str
    choice: Answer | None
    asked_again: bool
    opinion: Opinion | None


class BallotCount(NamedTuple):
    """One question of the ballot, counted."""

    asked: AskedMatter
    vote: OwnersVote
    voters: tuple[BallotVoter, ...]

    @property
    def related(self) -> tuple[list[BallotVoter], OwnersVote] | None:
        """Doors whose owners are partly the same, and the count if they were one head.

        Husband and wife own one flat together and one of them another: whether that is the same
        buyer (建筑物区分所有权解释 9) is open; each set of owners counts as a head of its own here.
        None where nobody owns in two sets.
        """
        merged = _merged_heads(voter.head for voter in self.voters)
        doors = [voter for voter in self.voters if merged[voter.head] != voter.head]
        if not doors:
            return None
        among = {merged[voter.head] for voter in doors}
        return [v for v in self.voters if merged[v.head] in among], owners_vote(
            [BallotDoor(v.label, merged[v.head], v.area, v.choice) for v in self.voters],
            matter=self.asked.matter,
            scope=self.vote.scope,
        )

    @property
    def asked_again(self) -> list[BallotVoter]:
        """Doors whose vote no longer holds since they are to pay more."""
        return [voter for voter in self.voters if voter.asked_again]


_VOTERS: Final = """
    SELECT h.id, b.code AS building, h.entrance, h.room, h.floor, h.area, h.area_basis,
           h.state, o.people,
           v.choice, v.amount AS told, s.amount AS now,
           (SELECT p.answer FROM elevator_opinion AS p WHERE p.project_id = :project
            AND p.household_id = h.id AND p.superseded_at IS NULL
            ORDER BY p.round DESC LIMIT 1) AS opinion
    FROM household AS h JOIN building AS b ON b.id = h.building_id
    LEFT JOIN (SELECT household_id, group_concat(person_id, '+') AS people FROM (
                   SELECT household_id, person_id FROM ownership WHERE removed_at IS NULL
                   ORDER BY household_id, person_id) GROUP BY household_id)
         AS o ON o.household_id = h.id
    LEFT JOIN elevator_vote AS v ON v.ballot_id = :ballot AND v.question = :question
         AND v.household_id = h.id AND v.superseded_at IS NULL AND v.signer <> 'tenant'
    LEFT JOIN plan_share AS s ON s.plan_id = :plan AND s.household_id = h.id
    WHERE h.removed_at IS NULL AND (:building IS NULL OR h.building_id = :building)
          AND (NOT :one_entrance OR h.entrance IS :entrance)
    ORDER BY b.code, h.entrance, h.floor, length(h.room), h.room"""


def voters(
    reader: Reader,
    project: Project,
    ballot: Ballot,
    question: BallotQuestion,
    *,
    scope: OwnersScope,
) -> list[BallotVoter]:
    """Return every door that takes part in deciding, with what its ballot says."""
    plan = adopted_plan(reader, project)
    rows = reader.connection.execute(
        _VOTERS,
        {
            "project": project.id,
            "ballot": ballot.id,
            "question": question,
            "plan": None if plan is None else plan.id,
            "building": None if scope.code == "complex" else project.building_id,
            "one_entrance": scope.code == "entrance",
            "entrance": project.entrance,
        },
    )
    return list(map(_voter, rows))


def _voter(row: sqlite3.Row) -> BallotVoter:
    choice = Answer(row["choice"]) if row["choice"] else None
    lapsed = choice is Answer.FOR and not stands(row["told"], row["now"])
    return BallotVoter(
        household_id=row["id"],
        label=label(row["building"], row["entrance"], row["room"]),
        floor=row["floor"],
        area=row["area"],
        basis=row["area_basis"],
        head=DEVELOPER if row["state"] == DEVELOPER else row["people"] or f"door {row['id']}",
        choice=None if lapsed else choice,
        asked_again=lapsed,
        opinion=Opinion(row["opinion"]) if row["opinion"] else None,
    )


def counted(
    reader: Reader,
    project: Project,
    ballot: Ballot,
    *,
    questions: Iterable[BallotQuestion],
    scope: OwnersScope | None = None,
) -> list[BallotCount]:
    """Count questions of a ballot by heads and area, each by the rule of its matter.

    Args:
        reader: the database.
        project: the project.
        ballot: the ballot.
        questions: which of its questions.
        scope: whose owners decide; the ballot's own scope when None.

    Raises:
        RuleError: areas are not known, or nobody is entitled.
    """
    wanted = set(questions)
    found = []
    for asked in ballot.asked:
        if asked.question in wanted:
            of = scope or ballot.scope
            doors = voters(reader, project, ballot, asked.question, scope=of)
            vote = owners_vote(
                [BallotDoor(v.label, v.head, v.area, v.choice) for v in doors],
                matter=asked.matter,
                scope=of,
            )
            found.append(BallotCount(asked, vote, tuple(doors)))
    return found


def scheme_count(reader: Reader, project: Project, ballot: Ballot) -> BallotCount | None:
    """Return the count on the scheme; None where areas are not known, or nobody is entitled."""
    try:
        [count] = counted(reader, project, ballot, questions=[BallotQuestion.SCHEME])
    except RuleError:
        return None
    return count


def ballot_state(reader: Reader, project: Project) -> BallotState:
    """Return how the ballot on the scheme stands; areas that are not known count as not passed."""
    ballot = latest_ballot(reader, project)
    if ballot is None:
        return BallotState.NONE
    if ballot.is_open(reader.clock.today):
        return BallotState.OPEN
    count = scheme_count(reader, project, ballot)
    return BallotState.PASSED if count and count.vote.passed else BallotState.FAILED


def _merged_heads(heads: Iterable[str]) -> dict[str, str]:
    """Return for each set of owners the first set that shares an owner with it, or itself."""
    parent: dict[str, str] = {}
    of_person: dict[str, str] = {}

    def root(head: str) -> str:
        while parent[head] != head:
            parent[head] = parent[parent[head]]
            head = parent[head]
        return head

    for head in heads:
        if head in parent:
            continue
        parent[head] = head
        for person in head.split("+") if head[:1].isdecimal() else ():
            parent[root(head)] = root(of_person.setdefault(person, head))
    return {head: root(head) for head in parent}


LIKELIEST: Final = (
    Opinion.AGREE,
    Opinion.CONDITIONAL,
    Opinion.NO_ANSWER,
    None,
    Opinion.NOT_REACHED,
    Opinion.ABSTAIN,
)
"""Whose ballot is likeliest to come, first; who disagrees is not pressed."""


def worth_a_visit(count: BallotCount) -> list[BallotVoter]:
    """Return the doors without a vote whose votes in favour would carry it, the likeliest first.

    For the secretary's eyes alone: it is never written to a file (practice.md 6.1).
    """
    vote = count.vote
    if vote.passed or vote.more is None:
        return []
    silent = [v for v in count.voters if v.choice is None and v.opinion in LIKELIEST]
    silent.sort(key=lambda v: (LIKELIEST.index(v.opinion), -(v.area or 0)))
    chosen: list[BallotVoter] = []
    heads = {v.head for v in count.voters if v.choice is not None}
    gained, area = 0, 0
    for voter in silent:
        if gained >= vote.more.heads and area >= vote.more.area:
            break
        chosen.append(voter)
        gained += voter.head not in heads
        heads.add(voter.head)
        area += voter.area or 0
    return chosen
