"""What is known of works where their gates ask, and what the lines that open them can name."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from jinlin.project.rules.stages import ProjectMilestone, ProjectStage

COUNCILS: Final = (
    "friday_council", "neighbours_council", "building_council", "complex_hearing",
    "joint_meeting", "residents_meeting",
)  # fmt: skip
"""The tables at which residents deliberate; their vote is advice, never the owners' decision."""


class TalkState(StrEnum):
    """Whether a meeting talked about works; to one that is over nobody may have come."""

    NONE = "none"
    AHEAD = "ahead"
    NOBODY = "nobody"
    HELD = "held"


class Talk(NamedTuple):
    """The meeting of a kind that has works on its agenda; one that was held before the others.

    Attributes:
        state: whether it was held.
        meeting: its number, `M12`; empty where there is none.
        day: when it is or was, as ISO text.
    """

    state: TalkState = TalkState.NONE
    meeting: str = ""
    day: str = ""


class DecisionState(StrEnum):
    """What the owners have decided about works.

    A vote of a council is advice (议事会的意见为建议); one of owners on another matter, or of other
    owners than those whose parts are concerned, decides nothing here (民法典 278).
    """

    NOT_NEEDED = "not_needed"
    NONE = "none"
    ADVICE = "advice"
    BESIDE = "beside"
    LOST = "lost"
    CARRIED = "carried"


class Decision(NamedTuple):
    """What the owners have decided about works.

    Attributes:
        state: what came of it.
        vote: the number of the vote that says so, `M12-V1`; empty where there is none.
        on: what that vote was on and of whom, in words.
        needed: what is to be decided and by whom, in words.
    """

    state: DecisionState
    vote: str = ""
    on: str = ""
    needed: str = ""


class Assembly(NamedTuple):
    """A meeting of owners that has works on its agenda.

    Attributes:
        meeting: its number, `M12`.
        item: the number of the item.
        announced: the owners were told of it.
    """

    meeting: str
    item: int
    announced: bool


class Proposals(NamedTuple):
    """What the lines that open a gate can name, so that they work as they are printed.

    Attributes:
        title: what is to be done, as a word of a line.
        member: a member of the branch, the secretary where there is one.
        door: a home that can be asked.
        evening: when a meeting could be, as it is typed.
        assembly_evening: the same of owners, who are told beforehand.
        assembly: the owners' meeting that has them on its agenda, not voted on yet.
        matter: what is to be decided, as it is typed.
        owners: the options that say whose owners decide; empty for all.
        hanging: the options that say where a notice could hang, and whom to ask.
        firm: what a firm that has no quote yet could be called.
        quote: the number of the lowest quote that is not excluded.
        objection: the number of an objection nobody has answered.
    """

    title: str
    member: str
    door: str
    evening: str
    assembly_evening: str
    assembly: Assembly | None
    matter: str
    owners: str
    hanging: str
    firm: str
    quote: int
    objection: str


class ProjectFacts(NamedTuple):
    """What is known of works, as far as their gates ask.

    Attributes:
        number: theirs, `G1`.
        stage: where they are.
        stages: those they go through.
        watched: a member of the branch takes part in that stage.
        doors: how many doors were asked, or answered in a survey about them.
        council: whether a council or residents' meeting talked about them.
        first: whether the branch has deliberated them.
        decision: what the owners decided.
        posted: the number of the notice by which the plan is out for comment; empty for none.
        ends_on: the last day of it, as ISO text.
        commented: it hung long enough.
        objections: objections nobody has answered.
        chosen: a quote was chosen, with a reason.
        quotes: how many firms with a quote were compared; without those left out.
        fewer: it is said why there are fewer.
        responsible: somebody is named who carries them out.
        result: what came of them was posted.
        milestones: what is recorded as done.
        proposals: what the lines that open a gate can name.
    """

    number: str
    stage: ProjectStage
    stages: Sequence[ProjectStage]
    watched: bool
    doors: int
    council: Talk
    first: Talk
    decision: Decision
    posted: str
    ends_on: str
    commented: bool
    objections: int
    chosen: bool
    quotes: int
    fewer: bool
    responsible: bool
    result: bool
    milestones: Collection[ProjectMilestone]
    proposals: Proposals

    @property
    def undecided(self) -> bool:
        """Whether the owners are to decide, and have not agreed."""
        return self.decision.state not in (DecisionState.NOT_NEEDED, DecisionState.CARRIED)
