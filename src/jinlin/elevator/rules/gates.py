"""Stage gates: what must be true before a project goes on to its next stage, as data."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from jinlin.core.i18n import N_, Message
from jinlin.core.word import Word
from jinlin.elevator.rules.stages import BEFORE_RUNNING, STAGES, Milestone, Stage


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


class Requirement(NamedTuple):
    """One thing a gate asks for.

    Attributes:
        met: whether it is so.
        reason: why the gate stays shut otherwise.
        way: what to type.
        counted: what `{count}` in the reason stands for.
    """

    met: Callable[[GateFacts], bool]
    reason: Message
    way: Message
    counted: Callable[[GateFacts], int] | None = None


class Blocker(NamedTuple):
    """Why a gate is shut, and what opens it."""

    reason: Message
    way: Message


def _milestone(milestone: Milestone) -> Requirement:
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


def _ballot(state: BallotState) -> Requirement:
    reason, way = _BALLOT[state]
    return Requirement(
        lambda standing: standing.ballot is not state or Milestone.NO_BALLOT in standing.milestones,
        Message(reason),
        Message(way),
    )


GATES: Final[Mapping[Stage, tuple[Requirement, ...]]] = {
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
            lambda standing: standing.objections,
        ),
    ),
    Stage.WORKS: (
        _milestone(Milestone.CONTRACT),
        Requirement(
            lambda standing: standing.affected_open == 0,
            Message(N_("affected owners with whom nothing is settled: {count}")),
            Message("jinlin elevator affected"),
            lambda standing: standing.affected_open,
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


def next_stage(stage: Stage) -> Stage | None:
    """Return the stage after this one; None after the last."""
    place = STAGES.index(stage) + 1
    return STAGES[place] if place < len(STAGES) else None


def blockers(standing: GateFacts, *, after: Stage, to: Stage) -> list[Blocker]:
    """Return what stands in the way from one stage to a later one, each thing once.

    Args:
        standing: what is known of the project.
        after: where it is.
        to: where it is to go; the gates of all stages between are asked too.
    """
    found: list[Blocker] = []
    for stage in STAGES[STAGES.index(after) + 1 : STAGES.index(to) + 1]:
        for asked in GATES[stage]:
            if not asked.met(standing):
                reason = asked.reason
                if asked.counted is not None:
                    reason = reason._replace(values={"count": asked.counted(standing)})
                blocker = Blocker(reason, asked.way)
                if blocker not in found:
                    found.append(blocker)
    return found
