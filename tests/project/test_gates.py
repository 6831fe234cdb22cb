"""The gates of works: what each asks for, and that no stage is left without a member."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.project.rules.gates import PROJECT_COURSE, ProjectFacts
from jinlin.project.rules.stages import PASSED_OVER, PROJECT_STAGES, ProjectMilestone, ProjectStage

READY = ProjectFacts(
    number="G1",
    stage=ProjectStage.SOUNDING,
    watched=True,
    doors=3,
    council=True,
    first=True,
    undecided=False,
    posted=True,
    commented=True,
    objections=0,
    chosen=True,
    quotes=3,
    fewer=False,
    responsible=True,
    result=True,
    milestones=frozenset(ProjectMilestone),
)


def shut(stage: ProjectStage, **missing: Any) -> list[str]:
    before = PROJECT_STAGES[PROJECT_STAGES.index(stage) - 1]
    known = replace(READY, stage=before, **missing)
    return [one.reason.text() for one in PROJECT_COURSE.blockers(known, after=before, to=stage)]


def test_works_that_have_everything_go_all_the_way() -> None:
    found = PROJECT_COURSE.blockers(READY, after=ProjectStage.SOUNDING, to=ProjectStage.USE)
    assert found == []


@pytest.mark.parametrize("stage", PROJECT_STAGES[1:])
def test_no_stage_is_left_without_a_member_of_the_branch(stage: ProjectStage) -> None:
    left = PROJECT_STAGES[PROJECT_STAGES.index(stage) - 1]
    [reason] = shut(stage, watched=False)
    assert reason.endswith(f"“{left.label}”")


@pytest.mark.parametrize(
    ("stage", "missing", "said"),
    [
        (ProjectStage.COUNCIL, {"doors": 0}, "no door was asked"),
        (ProjectStage.PLAN, {"council": False}, "no council"),
        (ProjectStage.DECISION, {"first": False}, "not deliberated it first"),
        (ProjectStage.DECISION, {"milestones": frozenset()}, "plan written down"),
        (ProjectStage.NOTICE, {"undecided": True}, "no vote of the owners"),
        (ProjectStage.SITING, {"posted": False, "commented": False}, "not posted"),
        (ProjectStage.SURVEY, {"commented": False}, "not over"),
        (ProjectStage.DESIGN, {"objections": 2}, "without an answer: 2"),
        (ProjectStage.CONTRACT, {"chosen": False}, "no quote was chosen"),
        (ProjectStage.CONTRACT, {"quotes": 2}, "fewer than three"),
        (ProjectStage.WORKS, {"milestones": frozenset()}, "works contract signed"),
        (ProjectStage.WORKS, {"responsible": False}, "nobody is named"),
        (ProjectStage.ACCEPTANCE, {"milestones": frozenset()}, "works finished"),
        (
            ProjectStage.ACCOUNT,
            {"milestones": frozenset({ProjectMilestone.BALANCED})},
            "works accepted",
        ),
        (
            ProjectStage.ACCOUNT,
            {"milestones": frozenset({ProjectMilestone.ACCEPTED})},
            "money balanced",
        ),
        (ProjectStage.USE, {"result": False}, "was not posted"),
    ],
)
def test_a_gate_names_the_one_thing_that_is_missing(
    stage: ProjectStage, missing: dict[str, Any], said: str
) -> None:
    [reason] = shut(stage, **missing)
    assert said in reason


def test_fewer_than_three_quotes_are_enough_where_it_is_said_why() -> None:
    assert shut(ProjectStage.CONTRACT, quotes=1, fewer=True) == []


@given(passed=st.sets(st.sampled_from(PASSED_OVER)))
def test_what_a_stage_between_asks_for_is_asked_at_the_next_that_is_not_passed_over(
    passed: set[ProjectStage],
) -> None:
    course = PROJECT_COURSE.without(passed)
    known = replace(READY, stage=ProjectStage.NOTICE, commented=False)
    following = course.following(ProjectStage.NOTICE)
    assert following is not None
    reasons = course.blockers(known, after=ProjectStage.NOTICE, to=following)
    assert [one.reason.text() for one in reasons] == ["the period of the notice is not over"]
