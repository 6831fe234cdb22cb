"""The gates of works in a complex: what must be true before they go on, as data.

The order is the article's: from door to door, at the table, the plan; the owners decide (民法典
278), the plan hangs for comment, and in each stage a member of the branch takes part.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final, TypeAlias

from jinlin.core.i18n import N_, Message, Value
from jinlin.project.rules.facts import DecisionState, ProjectFacts, Talk, TalkState
from jinlin.project.rules.kinds import ProjectKind
from jinlin.project.rules.stages import PROJECT_STAGES, ProjectMilestone, ProjectStage
from jinlin.works.gates import Course, Requirement

COMPARED: Final = 3
"""So many quotes are compared, or it is said why there are fewer (practice.md 6)."""
_Asked: TypeAlias = Requirement[ProjectFacts]


def _asked(
    met: Callable[[ProjectFacts], bool],
    reason: str,
    way: str,
    more: Callable[[ProjectFacts], Mapping[str, Value]] = lambda _known: {},
) -> _Asked:
    """Return what a gate asks for; the places of both sentences are filled from what is known."""
    return Requirement(
        met, Message(reason), Message(way), lambda known: {**_told(known), **more(known)}
    )


def _told(known: ProjectFacts) -> Mapping[str, Value]:
    proposed = known.proposals._asdict() | {"assembly": ""}
    return {**proposed, "number": known.number, "stage": Message(known.stage.msgid)}


_WATCHED: Final = _asked(
    lambda known: known.watched,
    N_("no member of the branch took part in the stage “{stage}”"),
    N_('jinlin project note {number} "on the spot" --by {member}'),
)
"""每个环节都有党支部成员参加: so the gate of each stage asks for the one that is left."""


def _recorded(milestone: ProjectMilestone, way: str = "") -> _Asked:
    return _asked(
        lambda known: milestone in known.milestones,
        N_("not recorded: {what}"),
        way or N_('jinlin project note {number} "{what}" --done "{what}"'),
        lambda _known: {"what": Message(milestone.msgid)},
    )


def _where(known_to: Callable[[ProjectFacts], bool], asked: _Asked) -> _Asked:
    """Return what is asked only of some works."""
    met = asked.met
    return asked._replace(met=lambda known: not known_to(known) or met(known))


def _talked(of: Callable[[ProjectFacts], Talk], reason: str, way: str) -> tuple[_Asked, ...]:
    """Return that a meeting of a kind talked about works."""
    said = {
        TalkState.NONE: (reason, way),
        TalkState.AHEAD: (
            N_("{meeting}, which is to talk about it, is only on {day}"),
            N_("jinlin meeting notify {meeting}"),
        ),
        TalkState.NOBODY: (
            N_("nobody is recorded to have come to {meeting}, which was to talk about it"),
            N_("jinlin meeting attend {meeting} {member}"),
        ),
    }
    return tuple(
        _asked(
            _is_not(lambda known: of(known).state, state), *told, lambda known: of(known)._asdict()
        )
        for state, told in said.items()
    )


def _is_not(
    of: Callable[[ProjectFacts], StrEnum], state: StrEnum
) -> Callable[[ProjectFacts], bool]:
    return lambda known: of(known) is not state


_NO_VOTE: Final[Mapping[DecisionState, str]] = {
    DecisionState.NONE: N_("the owners have not voted about it"),
    DecisionState.ADVICE: N_(
        "{vote} is of a council, whose opinion is advice; the owners have not voted about it"
    ),
    DecisionState.BESIDE: N_("{vote} was on {on}; what is needed is a vote on {needed}"),
    DecisionState.LOST: N_("the owners did not agree: {vote}"),
}


def _to_vote(known: ProjectFacts) -> Mapping[str, Value]:
    """Return what the owners voted, and the line that leads to the vote that is missing."""
    meeting = known.proposals.assembly
    if meeting is None:
        said = N_("jinlin meeting add 业主大会 {assembly_evening} --item {title} --about {number}")
    elif not meeting.announced:
        said = N_("jinlin meeting announce {meeting}")
    else:
        said = N_("jinlin meeting ballot {meeting} {item} 表决.csv --matter {matter}{owners}")
    values = {**_told(known), **(meeting._asdict() if meeting else {})}
    return {**known.decision._asdict(), "way": Message(said, values)}


_DECIDED: Final = tuple(
    _asked(_is_not(lambda known: known.decision.state, state), reason, "{way}", _to_vote)
    for state, reason in _NO_VOTE.items()
)
"""Asked again at every later stage: a vote may be corrected, or what is to be decided."""
_NOBODY: Final = (
    N_("nobody is named who carries it out for the owners (never the branch)"),
    N_("jinlin project edit {number} --responsible 业委会"),
)
_TO_POST: Final = N_("jinlin notice post --from project --of {number} {hanging}")
_PERIOD: Final = (
    _asked(
        lambda known: (
            known.responsible
            or known.posted != ""
            or known.decision.state is DecisionState.NOT_NEEDED
        ),
        *_NOBODY,
    ),
    _asked(lambda known: known.posted != "", N_("the plan was not posted for comment"), _TO_POST),
    _asked(
        lambda known: known.commented or not known.posted,
        N_("the period of the notice is not over (until {ends_on})"),
        N_("jinlin notice show {notice}"),
        lambda known: {"ends_on": known.ends_on, "notice": known.posted},
    ),
    _asked(
        lambda known: known.objections == 0,
        N_("objections without an answer: {count}"),
        N_("jinlin notice answer {objection} ANSWER --outcome 成立"),
        lambda known: {"count": known.objections},
    ),
)
_PREPARED: Final = (
    _recorded(ProjectMilestone.PLAN),
    *_talked(
        lambda known: known.first,
        N_("the branch has not deliberated it first"),
        N_("jinlin meeting add 支委会 {evening} --item {title} --about {number}"),
    ),
)
"""What is ready before the owners decide; where they decide nothing, before the plan hangs."""
_ASKED: Final[Mapping[ProjectStage, tuple[_Asked, ...]]] = {
    ProjectStage.COUNCIL: (
        _asked(
            lambda known: known.doors > 0,
            N_("no door was asked about it yet"),
            N_("jinlin household visit {door} --about {number} --by {member}"),
        ),
    ),
    ProjectStage.PLAN: _talked(
        lambda known: known.council,
        N_("no council or residents' meeting was held about it"),
        N_("jinlin meeting add 邻里议事会 {evening} --item {title} --about {number}"),
    ),
    ProjectStage.DECISION: _PREPARED,
    ProjectStage.NOTICE: tuple(
        _where(lambda known: ProjectStage.DECISION not in known.stages, one) for one in _PREPARED
    ),
    ProjectStage.SITING: _PERIOD,
    ProjectStage.SURVEY: _PERIOD,
    ProjectStage.DESIGN: _PERIOD,
    ProjectStage.CONTRACT: (
        *_PERIOD,
        _asked(
            lambda known: known.quotes >= COMPARED or known.fewer,
            N_("fewer than three firms with a quote are compared"),
            N_("jinlin project quote add {firm} 8.2万 --project {number}"),
        ),
        _asked(
            lambda known: known.chosen or known.quotes < COMPARED,
            N_("no quote was chosen with a reason"),
            N_("jinlin project quote accept {quote} --reason 报价最低 --project {number}"),
        ),
    ),
    ProjectStage.WORKS: (
        _where(
            lambda known: ProjectStage.NOTICE not in known.stages, _recorded(ProjectMilestone.PLAN)
        ),
        _where(
            lambda known: ProjectStage.CONTRACT in known.stages,
            _recorded(ProjectMilestone.CONTRACT),
        ),
        _asked(lambda known: known.responsible, *_NOBODY),
    ),
    ProjectStage.ACCEPTANCE: (_recorded(ProjectMilestone.WORKS_DONE),),
    ProjectStage.ACCOUNT: (
        _recorded(
            ProjectMilestone.ACCEPTED,
            N_('jinlin project note {number} "{what}" --done "{what}" --by 业委会,{member}'),
        ),
        _recorded(ProjectMilestone.BALANCED),
    ),
    ProjectStage.USE: (
        _asked(lambda known: known.result, N_("what came of it was not posted"), _TO_POST),
    ),
}


_ONCE_DECIDED: Final = PROJECT_STAGES[PROJECT_STAGES.index(ProjectStage.NOTICE) :]
PROJECT_GATES: Final = {
    stage: (*(_DECIDED if stage in _ONCE_DECIDED else ()), *_ASKED.get(stage, ()), _WATCHED)
    for stage in PROJECT_STAGES[1:]
}
"""What works must have before they enter a stage."""
PROJECT_COURSE: Final = Course(PROJECT_STAGES, PROJECT_GATES)
"""The way of works about which the owners decide."""


def project_course(
    kind: ProjectKind, at: ProjectStage, *, owners_decide: bool
) -> Course[ProjectStage, ProjectFacts]:
    """Return the way works of a kind go.

    Args:
        kind: their kind.
        at: the stage they are in; it belongs to their way, though they would not enter it now.
        owners_decide: whether the owners decide about them; then they go through every stage.
    """
    if owners_decide:
        return PROJECT_COURSE
    passed_over = {one for one in PROJECT_STAGES if one not in kind.stages and one is not at}
    return PROJECT_COURSE.without(passed_over)
