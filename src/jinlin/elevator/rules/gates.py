"""The gates of an elevator: what must be true before it goes on to its next stage, as data."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from jinlin.core.i18n import N_, Message
from jinlin.core.word import Word
from jinlin.elevator.rules.stages import BEFORE_RUNNING, STAGES, Milestone, Stage
from jinlin.works.gates import Course, Requirement


class BallotState(StrEnum):
    """How the ballot on the scheme stands."""

    NONE = "none"
    OPEN = "open"
    PASSED = "passed"
    FAILED = "failed"


class NoticeState(Word):
    """How the public notice of the scheme in force stands."""

    NONE = "none", N_("not posted")
    RUNNING = "running", N_("on the board")
    OVER = "over", N_("period over")


@dataclass(frozen=True, slots=True, kw_only=True)
class GateFacts:
    """What is known of a project, as far as its gates ask.

    Attributes:
        responsible: somebody is named who acts for the owners.
        sounded: how many doors gave an answer of any kind.
        quote_accepted: a quote was chosen.
        adopted: a version of the scheme is in force.
        ballot: the ballot on the scheme in force.
        notice: its public notice.
        objections: objections nobody has answered.
        affected_open: affected owners with whom nothing is settled yet.
        milestones: what is recorded as done.
    """

    responsible: bool
    sounded: int
    quote_accepted: bool
    adopted: bool
    ballot: BallotState
    notice: NoticeState
    objections: int
    affected_open: int
    milestones: Collection[Milestone]


def _milestone(milestone: Milestone) -> Requirement[GateFacts]:
    return Requirement(
        lambda standing: milestone in standing.milestones,
        Message(N_("not recorded: {what}"), {"what": Message(milestone.msgid)}),
        Message(N_('jinlin elevator milestone "{what}"'), {"what": Message(milestone.msgid)}),
    )


_BALLOT: Final[Mapping[BallotState, tuple[str, str]]] = {
    BallotState.NONE: (
        N_("no ballot was held on the scheme in force"),
        N_("jinlin elevator ballot open --closes …"),
    ),
    BallotState.OPEN: (N_("the ballot on the scheme is still open"), "jinlin elevator tally"),
    BallotState.FAILED: (N_("the ballot on the scheme has not passed"), "jinlin elevator tally"),
}


def _ballot(state: BallotState) -> Requirement[GateFacts]:
    reason, way = _BALLOT[state]
    return Requirement(
        lambda standing: standing.ballot is not state or Milestone.NO_BALLOT in standing.milestones,
        Message(reason),
        Message(way),
    )


GATES: Final[Mapping[Stage, tuple[Requirement[GateFacts], ...]]] = {
    Stage.SCHEME: (
        Requirement(
            lambda standing: standing.responsible,
            Message(N_("nobody is named who acts for the owners and signs (never the branch)")),
            Message(N_("jinlin elevator edit --responsible …")),
        ),
        Requirement(
            lambda standing: standing.sounded > 0,
            Message(N_("no door was sounded out yet")),
            Message("jinlin elevator consult 3-1-502 同意"),
        ),
    ),
    Stage.CONSULTATION: (
        Requirement(
            lambda standing: standing.adopted,
            Message(N_("no version of the scheme was adopted")),
            Message("jinlin elevator adopt E1"),
        ),
    ),
    Stage.NOTICE: (
        Requirement(
            lambda standing: standing.adopted,
            Message(N_("no version of the scheme was adopted")),
            Message("jinlin elevator adopt E1"),
        ),
        *map(_ballot, _BALLOT),
    ),
    Stage.CONTRACT: (
        Requirement(
            lambda standing: standing.quote_accepted,
            Message(N_("no quote was chosen")),
            Message("jinlin elevator quote accept 1"),
        ),
        Requirement(
            lambda standing: standing.notice is not NoticeState.NONE,
            Message(N_("the scheme in force was not posted for comment")),
            Message("jinlin elevator notice"),
        ),
        Requirement(
            lambda standing: standing.notice is not NoticeState.RUNNING,
            Message(N_("the period of the notice is not over")),
            Message("jinlin notice list"),
        ),
        Requirement(
            lambda standing: standing.objections == 0,
            Message(N_("objections without an answer: {count}")),
            Message("jinlin notice answer"),
            lambda standing: {"count": standing.objections},
        ),
    ),
    Stage.WORKS: (
        _milestone(Milestone.CONTRACT),
        Requirement(
            lambda standing: standing.affected_open == 0,
            Message(N_("affected owners with whom nothing is settled: {count}")),
            Message("jinlin elevator affected"),
            lambda standing: {"count": standing.affected_open},
        ),
    ),
    Stage.ACCEPTANCE: (_milestone(Milestone.WORKS_DONE),),
    Stage.SETTLEMENT: (_milestone(Milestone.INSPECTION),),
    Stage.RUNNING: tuple(map(_milestone, BEFORE_RUNNING)),
}
"""What a project must have before it enters a stage.

Notice: 民法典 278; contract: the scheme's own period of notice; works: 民法典 288, 293; running:
特种设备安全法 33, 38 and practice.md 6.1.
"""

COURSE: Final = Course(STAGES, GATES)
"""The way of an elevator."""
