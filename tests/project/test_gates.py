"""The gates of works: what each asks for, how it is opened, and what no order of commands passes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.project.rules.facts import (
    Assembly,
    Decision,
    DecisionState,
    ProjectFacts,
    Proposals,
    Talk,
    TalkState,
)
from jinlin.project.rules.gates import PROJECT_COURSE
from jinlin.project.rules.stages import PASSED_OVER, PROJECT_STAGES, ProjectMilestone, ProjectStage

HELD = Talk(TalkState.HELD, "M1", "2026-11-01")
PROPOSED = Proposals(
    title="works",
    member="Lin",
    door="2-201",
    evening="11-06 19:30",
    assembly_evening="11-21 19:30",
    assembly=None,
    matter="common_parts",
    owners=" --building 2",
    hanging="--place hall",
    firm="甲公司",
    quote=2,
    objection="N1-1",
)
READY = ProjectFacts(
    number="G1",
    stage=ProjectStage.SOUNDING,
    stages=PROJECT_STAGES,
    watched=True,
    doors=3,
    council=HELD,
    first=HELD,
    decision=Decision(DecisionState.CARRIED, "M5-V1"),
    posted="N1",
    ends_on="2026-11-12",
    commented=True,
    objections=0,
    chosen=True,
    quotes=3,
    fewer=False,
    responsible=True,
    result=True,
    milestones=frozenset(ProjectMilestone),
    proposals=PROPOSED,
)
ASSEMBLY = "jinlin meeting add 业主大会 11-21 19:30 --item works --about G1"
POST = "jinlin notice post --from project --of G1 --place hall"
AFTER_THE_VOTE = PROJECT_STAGES[PROJECT_STAGES.index(ProjectStage.NOTICE) :]


def shut(stage: ProjectStage, **missing: Any) -> list[tuple[str, str]]:
    before = PROJECT_STAGES[PROJECT_STAGES.index(stage) - 1]
    known = READY._replace(stage=before, **missing)
    found = PROJECT_COURSE.blockers(known, after=before, to=stage)
    return [(one.reason.text(), one.way.text()) for one in found]


def lacking(*gone: ProjectMilestone) -> dict[str, Any]:
    return {"milestones": frozenset(ProjectMilestone) - set(gone)}


def decision(state: DecisionState, **more: str) -> dict[str, Any]:
    return {"decision": Decision(state, "M5-V1", **more)}


S, M, D = ProjectStage, ProjectMilestone, DecisionState
TRUTH: list[tuple[ProjectStage, dict[str, Any], str, str]] = [
    (S.COUNCIL, {"doors": 0}, "no door was asked", "jinlin household visit 2-201 --about G1 --by Lin"),
    (S.PLAN, {"council": Talk()}, "no council",
     "jinlin meeting add 邻里议事会 11-06 19:30 --item works --about G1"),
    (S.PLAN, {"council": Talk(TalkState.AHEAD, "M2", "2026-11-20")}, "is only on 2026-11-20",
     "jinlin meeting notify M2"),
    (S.PLAN, {"council": Talk(TalkState.NOBODY, "M2", "2026-11-01")}, "to have come to M2",
     "jinlin meeting attend M2 Lin"),
    (S.DECISION, {"first": Talk()}, "not deliberated it first",
     "jinlin meeting add 支委会 11-06 19:30 --item works --about G1"),
    (S.DECISION, lacking(M.PLAN), "plan written down",
     'jinlin project note G1 "plan written down" --done "plan written down"'),
    (S.NOTICE, decision(D.NONE), "have not voted", ASSEMBLY),
    (S.NOTICE, decision(D.ADVICE), "M5-V1 is of a council, whose opinion is advice", ASSEMBLY),
    (S.NOTICE, decision(D.LOST), "did not agree: M5-V1", ASSEMBLY),
    (S.NOTICE, decision(D.BESIDE, on="this", needed="that"),
     "M5-V1 was on this; what is needed is a vote on that", ASSEMBLY),
    (S.SITING, {"posted": "", "commented": False}, "not posted", POST),
    (S.SURVEY, {"commented": False}, "until 2026-11-12", "jinlin notice show N1"),
    (S.DESIGN, {"objections": 2}, "without an answer: 2",
     "jinlin notice answer N1-1 ANSWER --outcome 成立"),
    (S.CONTRACT, {"chosen": False}, "no quote was chosen",
     "jinlin project quote accept 2 --reason 报价最低 --project G1"),
    (S.CONTRACT, {"quotes": 2}, "fewer than three",
     "jinlin project quote add 甲公司 8.2万 --project G1"),
    (S.WORKS, lacking(M.CONTRACT), "works contract signed",
     'jinlin project note G1 "works contract signed" --done "works contract signed"'),
    (S.WORKS, {"responsible": False}, "nobody is named",
     "jinlin project edit G1 --responsible 业委会"),
    (S.ACCEPTANCE, lacking(M.WORKS_DONE), "works finished",
     'jinlin project note G1 "works finished" --done "works finished"'),
    (S.ACCOUNT, lacking(M.ACCEPTED), "works accepted",
     'jinlin project note G1 "works accepted" --done "works accepted" --by 业委会,Lin'),
    (S.ACCOUNT, lacking(M.BALANCED), "money balanced",
     'jinlin project note G1 "money balanced" --done "money balanced"'),
    (S.USE, {"result": False}, "was not posted", POST),
]  # fmt: skip


def test_works_that_have_everything_go_all_the_way() -> None:
    assert PROJECT_COURSE.blockers(READY, after=S.SOUNDING, to=S.USE) == []


@pytest.mark.parametrize(("stage", "missing", "said", "way"), TRUTH)
def test_a_gate_names_the_one_thing_that_is_missing_and_the_line_that_opens_it(
    stage: ProjectStage, missing: dict[str, Any], said: str, way: str
) -> None:
    [(reason, line)] = shut(stage, **missing)
    assert said in reason
    assert line == way


def test_who_signs_the_plan_is_asked_for_before_it_is_to_hang() -> None:
    ways = [way for _reason, way in shut(S.SITING, posted="", commented=False, responsible=False)]
    assert ways == ["jinlin project edit G1 --responsible 业委会", POST]


@pytest.mark.parametrize("stage", PROJECT_STAGES[1:])
def test_no_stage_is_left_without_a_member_of_the_branch(stage: ProjectStage) -> None:
    left = PROJECT_STAGES[PROJECT_STAGES.index(stage) - 1]
    [(reason, way)] = shut(stage, watched=False)
    assert reason.endswith(f"“{left.label}”")
    assert way == 'jinlin project note G1 "on the spot" --by Lin'


@pytest.mark.parametrize("stage", AFTER_THE_VOTE)
@pytest.mark.parametrize("state", [D.NONE, D.ADVICE, D.BESIDE, D.LOST])
def test_a_vote_that_no_longer_stands_shuts_every_later_gate(
    stage: ProjectStage, state: DecisionState
) -> None:
    [(_reason, way)] = shut(stage, **decision(state))
    assert way == ASSEMBLY


@pytest.mark.parametrize(
    ("announced", "way"),
    [
        (False, "jinlin meeting announce M9"),
        (True, "jinlin meeting ballot M9 2 表决.csv --matter common_parts --building 2"),
    ],
)
def test_an_owners_meeting_that_is_to_come_is_the_one_named(*, announced: bool, way: str) -> None:
    proposals = PROPOSED._replace(assembly=Assembly("M9", 2, announced))
    [(_reason, said)] = shut(S.NOTICE, proposals=proposals, **decision(D.NONE))
    assert said == way


def test_where_the_owners_decide_nothing_no_vote_is_asked_for() -> None:
    known = READY._replace(decision=Decision(DecisionState.NOT_NEEDED))
    assert PROJECT_COURSE.blockers(known, after=S.SOUNDING, to=S.USE) == []


def test_fewer_than_three_quotes_are_enough_where_it_is_said_why() -> None:
    assert shut(S.CONTRACT, quotes=1, fewer=True) == []


@given(passed=st.sets(st.sampled_from(PASSED_OVER)))
def test_what_a_stage_between_asks_for_is_asked_at_the_next_that_is_not_passed_over(
    passed: set[ProjectStage],
) -> None:
    course = PROJECT_COURSE.without(passed)
    known = READY._replace(stage=S.NOTICE, commented=False)
    following = course.following(S.NOTICE)
    assert following is not None
    reasons = course.blockers(known, after=S.NOTICE, to=following)
    assert [one.reason.text() for one in reasons] == [
        "the period of the notice is not over (until 2026-11-12)"
    ]
