"""What the owners decided about works: by a vote of theirs on that matter, of those concerned."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Final, NamedTuple, TypeAlias

from jinlin.complex.rules.address import place_words
from jinlin.core.i18n import _
from jinlin.meeting.rules.meetings import vote_label
from jinlin.meeting.rules.owners_matters import matters, scopes
from jinlin.meeting.rules.vote_rules import BallotKind
from jinlin.project.record.projects import KIND, CommunityProject
from jinlin.project.rules.facts import COUNCILS, Decision, DecisionState
from jinlin.store.transaction.tx import Reader

Question: TypeAlias = tuple[str | None, ...]
"""Matter, scope, building and entrance: what is decided, and by whose owners."""


class VoteAbout(NamedTuple):
    """A vote on an item that is about works.

    Attributes:
        id: the row of `vote`.
        meeting_id: the row of `meeting`.
        meeting: the number of the meeting.
        number: its number in the meeting.
        type: the kind of meeting.
        kind: what kind of vote it is.
        passed: whether it was carried.
        question: what owners voted on; of nothing, of another vote.
    """

    id: int
    meeting_id: int
    meeting: int
    number: int
    type: str
    kind: BallotKind
    passed: bool
    question: Question

    @property
    def label(self) -> str:
        """Its number as people read it: `M12-V1`."""
        return vote_label(self.meeting, self.number)


_ABOUT: Final = """
    SELECT v.id, v.meeting_id, m.number AS meeting, v.number, m.type, v.kind, v.passed,
           o.matter, o.scope, b.code AS building, o.entrance
    FROM agenda_item AS i
    JOIN vote AS v ON v.item_id = i.id JOIN meeting AS m ON m.id = i.meeting_id
    LEFT JOIN owners_vote AS o ON o.vote_id = v.id LEFT JOIN building AS b ON b.id = o.building_id
    WHERE i.source_kind = ? AND i.source_ref = ? AND i.removed_at IS NULL
      AND NOT v.superseded AND v.removed_at IS NULL AND m.removed_at IS NULL
    ORDER BY v.taken_at DESC, v.id DESC"""


def votes_about(reader: Reader, project: CommunityProject) -> list[VoteAbout]:
    """Return the votes about works as they stand, the latest first."""
    return [_vote(row) for row in reader.rows(_ABOUT, (KIND, project.label))]


def _vote(row: sqlite3.Row) -> VoteAbout:
    return VoteAbout(
        id=row["id"],
        meeting_id=row["meeting_id"],
        meeting=row["meeting"],
        number=row["number"],
        type=row["type"],
        kind=BallotKind(row["kind"]),
        passed=bool(row["passed"]),
        question=(row["matter"], row["scope"], row["building"], row["entrance"]),
    )


def decided(project: CommunityProject, votes: Sequence[VoteAbout]) -> Decision:
    """Return what the owners decided, by the votes about works, the latest first."""
    if project.matter is None:
        return Decision(DecisionState.NOT_NEEDED)
    if vote := deciding(project, votes):
        return Decision(DecisionState.CARRIED if vote.passed else DecisionState.LOST, vote.label)
    if vote := next((one for one in votes if one.kind is BallotKind.OWNERS), None):
        return Decision(
            DecisionState.BESIDE,
            vote.label,
            _in_words(vote.question),
            needed_words(project),
        )
    if vote := next((one for one in votes if one.type in COUNCILS), None):
        return Decision(DecisionState.ADVICE, vote.label)
    return Decision(DecisionState.NONE)


def deciding(project: CommunityProject, votes: Sequence[VoteAbout]) -> VoteAbout | None:
    """Return the last vote on the matter of works by the owners of their place, carried or not.

    None where none was taken.
    """
    needed = _needed(project)
    return next((one for one in votes if project.matter and one.question == needed), None)


def _needed(project: CommunityProject) -> Question:
    return project.matter, project.scope, *owners_place(project)


def owners_place(project: CommunityProject) -> tuple[str | None, str | None]:
    """Return the building and the entrance whose owners decide; None and None for all."""
    if project.scope == "complex":
        return None, None
    return project.building, project.entrance if project.scope == "entrance" else None


def needed_words(project: CommunityProject) -> str:
    """Return what the owners are to decide about works; empty where they decide nothing."""
    return _in_words(_needed(project)) if project.matter else ""


def _in_words(question: Question) -> str:
    matter, scope, building, entrance = question
    return _("“{matter}” by the owners of {where}").format(
        matter=matters()[matter or ""].name,
        where=place_words(building, entrance) if building else scopes()[scope or ""].name,
    )
