"""The gates of works in a complex: what must be true before they go on, as data.

The order is the article's: from door to door, at the table, the plan; the owners decide (民法典
278), the plan hangs for comment, and in each stage a member of the branch takes part.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from jinlin.core.i18n import N_, Message, Value
from jinlin.project.rules.stages import PROJECT_STAGES, ProjectMilestone, ProjectStage
from jinlin.works.gates import Course, Requirement

COMPARED: Final = 3
"""So many quotes are compared, or it is said why there are fewer (practice.md 6)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFacts:
    """What is known of works, as far as their gates ask.

    Attributes:
        number: theirs, `G1`.
        stage: where they are.
        watched: a member of the branch takes part in that stage.
        doors: how many doors were asked.
        council: a council or residents' meeting was held with an item about them.
        first: the branch has deliberated them.
        undecided: the owners are to decide, and no vote of theirs about them was carried.
        posted: the plan was posted for comment.
        commented: it hung long enough.
        objections: objections nobody has answered.
        chosen: a quote was chosen, with a reason.
        quotes: how many quotes were compared.
        fewer: it is said why there are fewer.
        responsible: somebody is named who carries them out.
        result: what came of them was posted.
        milestones: what is recorded as done.
    """

    number: str
    stage: ProjectStage
    watched: bool
    doors: int
    council: bool
    first: bool
    undecided: bool
    posted: bool
    commented: bool
    objections: int
    chosen: bool
    quotes: int
    fewer: bool
    responsible: bool
    result: bool
    milestones: Collection[ProjectMilestone]


def _number(known: ProjectFacts) -> Mapping[str, Value]:
    return {"number": known.number}


_WATCHED: Final = Requirement[ProjectFacts](
    lambda known: known.watched,
    Message(N_("no member of the branch took part in the stage “{stage}”")),
    Message(N_("jinlin project note TEXT --by NAME")),
    lambda known: {"stage": Message(known.stage.msgid)},
)
"""每个环节都有党支部成员参加: so the gate of each stage asks for the one that is left."""


def _recorded(milestone: ProjectMilestone) -> Requirement[ProjectFacts]:
    return Requirement(
        lambda known: milestone in known.milestones,
        Message(N_("not recorded: {what}"), {"what": Message(milestone.msgid)}),
        Message(N_("jinlin project note TEXT --done “{what}”"), {"what": Message(milestone.msgid)}),
    )


_PERIOD: Final = (
    Requirement[ProjectFacts](
        lambda known: known.posted,
        Message(N_("the plan was not posted for comment")),
        Message(N_("jinlin notice post --from project --of {number}")),
        _number,
    ),
    Requirement[ProjectFacts](
        lambda known: known.commented or not known.posted,
        Message(N_("the period of the notice is not over")),
        Message("jinlin notice list"),
    ),
    Requirement[ProjectFacts](
        lambda known: known.objections == 0,
        Message(N_("objections without an answer: {count}")),
        Message("jinlin notice answer"),
        lambda known: {"count": known.objections},
    ),
)
_ASKED: Final[Mapping[ProjectStage, tuple[Requirement[ProjectFacts], ...]]] = {
    ProjectStage.COUNCIL: (
        Requirement[ProjectFacts](
            lambda known: known.doors > 0,
            Message(N_("no door was asked about it yet")),
            Message(N_("jinlin household visit 3-1-502 --about {number}")),
            _number,
        ),
    ),
    ProjectStage.PLAN: (
        Requirement[ProjectFacts](
            lambda known: known.council,
            Message(N_("no council or residents' meeting was held about it")),
            Message(N_("jinlin meeting item M12 --about {number}")),
            _number,
        ),
    ),
    ProjectStage.DECISION: (
        _recorded(ProjectMilestone.PLAN),
        Requirement[ProjectFacts](
            lambda known: known.first,
            Message(N_("the branch has not deliberated it first")),
            Message(N_("jinlin meeting item M12 --about {number}")),
            _number,
        ),
    ),
    ProjectStage.NOTICE: (
        Requirement[ProjectFacts](
            lambda known: not known.undecided,
            Message(N_("no vote of the owners about it was carried")),
            Message(N_("jinlin meeting ballot M12")),
        ),
    ),
    ProjectStage.SITING: _PERIOD,
    ProjectStage.SURVEY: _PERIOD,
    ProjectStage.DESIGN: _PERIOD,
    ProjectStage.CONTRACT: (
        *_PERIOD,
        Requirement[ProjectFacts](
            lambda known: known.chosen,
            Message(N_("no quote was chosen with a reason")),
            Message(N_("jinlin project quote accept 1 --reason TEXT")),
        ),
        Requirement[ProjectFacts](
            lambda known: known.quotes >= COMPARED or known.fewer or not known.chosen,
            Message(N_("fewer than three quotes were compared, and nothing says why")),
            Message(N_("jinlin project quote add COMPANY 8.2万")),
        ),
    ),
    ProjectStage.WORKS: (
        _recorded(ProjectMilestone.CONTRACT),
        Requirement[ProjectFacts](
            lambda known: known.responsible,
            Message(N_("nobody is named who carries it out for the owners (never the branch)")),
            Message(N_("jinlin project edit --responsible 业委会")),
        ),
    ),
    ProjectStage.ACCEPTANCE: (_recorded(ProjectMilestone.WORKS_DONE),),
    ProjectStage.ACCOUNT: (
        _recorded(ProjectMilestone.ACCEPTED),
        _recorded(ProjectMilestone.BALANCED),
    ),
    ProjectStage.USE: (
        Requirement[ProjectFacts](
            lambda known: known.result,
            Message(N_("what came of it was not posted")),
            Message(N_("jinlin notice post --from project --of {number}")),
            _number,
        ),
    ),
}
PROJECT_GATES: Final = {stage: (*_ASKED.get(stage, ()), _WATCHED) for stage in PROJECT_STAGES[1:]}
"""What works must have before they enter a stage."""
PROJECT_COURSE: Final = Course(PROJECT_STAGES, PROJECT_GATES)
