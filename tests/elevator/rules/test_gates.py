"""The gates between the stages: what each asks for, in words; overriding leaves its reason."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from elevator.projects import DOORS, adopted, next_version, project
from harness import Jinlin, seeded

from jinlin.elevator.rules.gates import (
    COURSE,
    GATES,
    BallotState,
    GateFacts,
    NoticeState,
)
from jinlin.elevator.rules.stages import BEFORE_RUNNING, STAGES, Milestone, Stage

READY = GateFacts(
    responsible=True,
    sounded=14,
    quote_accepted=True,
    adopted=True,
    ballot=BallotState.PASSED,
    notice=NoticeState.OVER,
    objections=0,
    affected_open=0,
    milestones=frozenset(set(Milestone) - {Milestone.NO_BALLOT}),
)


def shut(stage: Stage, **missing: Any) -> list[str]:
    standing = GateFacts(**{**{f: getattr(READY, f) for f in GateFacts.__slots__}, **missing})
    before = STAGES[STAGES.index(stage) - 1]
    return [one.reason.text() for one in COURSE.blockers(standing, after=before, to=stage)]


def test_a_project_that_has_everything_goes_all_the_way() -> None:
    assert COURSE.blockers(READY, after=Stage.SOUNDING, to=Stage.RUNNING) == []
    assert {Stage.SOUNDING, *GATES} == set(Stage)
    assert [COURSE.following(stage) for stage in STAGES] == [*STAGES[1:], None]


@pytest.mark.parametrize(
    ("stage", "missing", "said"),
    [
        (Stage.SCHEME, {"responsible": False}, "nobody is named"),
        (Stage.SCHEME, {"sounded": 0}, "no door was sounded out"),
        (Stage.CONSULTATION, {"adopted": False}, "no version of the scheme"),
        (Stage.NOTICE, {"ballot": BallotState.NONE}, "no ballot was held"),
        (Stage.NOTICE, {"ballot": BallotState.OPEN}, "still open"),
        (Stage.NOTICE, {"ballot": BallotState.FAILED}, "has not passed"),
        (Stage.CONTRACT, {"quote_accepted": False}, "no quote"),
        (Stage.CONTRACT, {"notice": NoticeState.NONE}, "not posted"),
        (Stage.CONTRACT, {"notice": NoticeState.RUNNING}, "not over"),
        (Stage.CONTRACT, {"objections": 2}, "objections without an answer: 2"),
        (Stage.WORKS, {"affected_open": 1}, "nothing is settled: 1"),
        (Stage.WORKS, {"milestones": frozenset()}, "works contract"),
        (Stage.ACCEPTANCE, {"milestones": frozenset()}, "works finished"),
        (Stage.SETTLEMENT, {"milestones": frozenset()}, "supervisory inspection"),
    ],
)
def test_a_gate_says_what_is_missing(stage: Stage, missing: dict[str, Any], said: str) -> None:
    [reason] = shut(stage, **missing)
    assert said in reason


def test_a_recorded_rule_may_stand_in_for_the_ballot() -> None:
    ruled = frozenset({Milestone.NO_BALLOT})
    assert shut(Stage.NOTICE, ballot=BallotState.NONE, milestones=ruled) == []


@pytest.mark.parametrize("missing", BEFORE_RUNNING)
def test_a_lift_runs_with_all_five_and_not_with_four(missing: Milestone) -> None:
    four = frozenset(set(BEFORE_RUNNING) - {missing})
    assert len(shut(Stage.RUNNING, milestones=four)) == 1
    assert shut(Stage.RUNNING, milestones=frozenset(BEFORE_RUNNING)) == []


def test_skipping_meets_every_gate_on_the_way_once() -> None:
    bare = GateFacts(
        responsible=False,
        sounded=0,
        quote_accepted=False,
        adopted=False,
        ballot=BallotState.NONE,
        notice=NoticeState.NONE,
        objections=0,
        affected_open=0,
        milestones=frozenset(),
    )
    found = [b.reason.text() for b in COURSE.blockers(bare, after=Stage.SOUNDING, to=Stage.RUNNING)]
    assert len(found) == len(set(found))
    assert sum("no version of the scheme" in reason for reason in found) == 1
    assert sum("supervisory inspection" in reason for reason in found) == 1


@seeded
def house(jinlin: Jinlin) -> Jinlin:
    project(jinlin)
    return jinlin


@seeded
def voting(jinlin: Jinlin) -> Jinlin:
    adopted(jinlin)
    jinlin("elevator", "consult", "3-1-101", "同意", "--by", "李华,王芳")
    jinlin("elevator", "stage", "方案")
    jinlin("elevator", "stage", "征求意见")
    jinlin("elevator", "ballot", "open", "--closes", "11-20")
    return jinlin


def vote(jinlin: Jinlin, doors: list[str]) -> None:
    """Record votes for both questions, as a filled sheet does."""
    lines = ["地址,表态,维修资金表态", *(f"{door},同意,同意" for door in doors)]
    (jinlin.folder / "票.csv").write_text("\n".join(lines) + "\n", "utf-8")
    jinlin("elevator", "ballot", "import", "票.csv", "--yes")


def blocked(jinlin: Jinlin) -> list[str]:
    return [
        row["reason"] for row in jinlin("elevator", "status", "--json", lang="en").data["blockers"]
    ]


def test_the_status_says_what_blocks_and_stage_refuses_the_same(house: Jinlin) -> None:
    assert blocked(house) == ["no door was sounded out yet"]
    before = house.db.read_bytes()
    err = house("elevator", "stage", "方案", code=1, lang="en").err
    assert "no door was sounded out yet" in err
    assert "elevator consult" in err
    assert house.db.read_bytes() == before


def test_stages_go_in_order_unless_a_reason_is_given(house: Jinlin) -> None:
    house("elevator", "consult", "3-1-101", "同意", "--by", "李华,王芳")
    house("elevator", "stage", "公示", code=1)
    house("elevator", "stage", "scheme")
    house("elevator", "stage", "scheme", code=1)
    house("elevator", "stage", "sounding", code=1)
    house("elevator", "stage", "X1", "sounding", "--override", "重新摸底")
    house("elevator", "stage", "nowhere", code=2)
    got = house("elevator", "stage", "合同", "--override", "街道批准先行", "--json", lang="en").data
    assert got["stage"] == "contract"
    assert "no quote was chosen" in got["overridden"]
    way = house("elevator", "show", "X1", "--json", lang="en").data["stages"]
    assert [row["stage"] for row in way] == ["sounding", "scheme", "sounding", "contract"]
    assert way[-1]["override_reason"] == "街道批准先行"
    assert "no version of the scheme was adopted" in way[-1]["overridden"]


def test_the_notice_waits_for_the_ballot_and_the_contract_for_the_notice(voting: Jinlin) -> None:
    vote(voting, DOORS[:11])
    assert blocked(voting) == ["the ballot on the scheme is still open"]
    voting.now += timedelta(days=16)
    assert blocked(voting) == []
    voting("elevator", "stage", "公示")
    voting("elevator", "quote", "add", "甲公司", "48万")
    voting("elevator", "quote", "accept", "1")
    assert blocked(voting) == ["the scheme in force was not posted for comment"]
    got = voting("elevator", "notice", "--place", "单元门口", "--contact", "王建国", "--json").data
    assert (got["notice"], got["posted_on"]) == ("N1", "2026-11-21")
    assert blocked(voting) == ["the period of the notice is not over"]
    voting("elevator", "notice", "--place", "单元门口", "--contact", "王建国", code=1)
    voting.now += timedelta(days=20)
    assert blocked(voting) == []
    voting("elevator", "stage", "签约")
    assert blocked(voting) == ["not recorded: works contract signed"]
    voting("elevator", "milestone", "施工合同", "--detail", "HT-2026-01")
    voting("elevator", "affected", "add", "3-1-101", "--effect", "采光")
    assert blocked(voting) == ["affected owners with whom nothing is settled: 1"]
    voting("elevator", "affected", "settle", "3-1-101", "--how", "玻璃井道")
    voting("elevator", "stage", "施工")
    for words in ("完工", "监督检验"):
        voting("elevator", "milestone", words)
    voting("elevator", "stage", "验收")
    voting("elevator", "stage", "结算")
    assert len(blocked(voting)) == 4
    for words in ("使用登记", "使用单位", "维保合同"):
        voting("elevator", "milestone", words)
    assert blocked(voting) == ["not recorded: safety officer"]
    voting("elevator", "milestone", "安全管理员", "--detail", "李强")
    voting("elevator", "stage", "运行")
    assert voting("elevator", "status", "--json").data["blockers"] == []


def test_a_ballot_that_fails_keeps_the_gate_shut(voting: Jinlin) -> None:
    vote(voting, DOORS[:9])  # 9 of 14 heads: fewer than two thirds take part
    voting.now += timedelta(days=16)
    assert blocked(voting) == ["the ballot on the scheme has not passed"]
    voting("elevator", "milestone", "无需表决", code=1)
    voting("elevator", "milestone", "无需表决", "--detail", "条文", "--source", "街道〔2026〕1号")
    assert blocked(voting) == []


def test_a_dearer_version_takes_the_votes_of_those_who_pay_more_away(voting: Jinlin) -> None:
    vote(voting, DOORS)
    voting("elevator", "split", "--total", "60万", "--save", "又一版")
    voting("elevator", "adopt", "--note", "x", "--yes", code=1)  # the ballot is open
    voting.now += timedelta(days=16)
    assert blocked(voting) == []
    next_version(voting, "60万")
    assert blocked(voting) == ["the ballot on the scheme has not passed"]


def test_an_objection_to_the_notice_blocks_the_contract(voting: Jinlin) -> None:
    from calls import call_in

    from jinlin.notice.objections import NewObjection, object_to
    from jinlin.store.command.command import writing

    vote(voting, DOORS)
    voting("elevator", "quote", "add", "甲公司", "48万")
    voting("elevator", "quote", "accept", "1")
    voting.now += timedelta(days=16)
    voting("elevator", "stage", "公示")
    voting("elevator", "notice", "--place", "单元门口", "--contact", "王建国")
    call = call_in(voting.folder)
    call = call._replace(environment=call.environment._replace(now=lambda: voting.now))
    with writing(call) as tx:
        object_to(tx, 1, NewObjection(text="挡光", received_on=tx.clock.today, objector="张三"))
    voting.now += timedelta(days=30)
    assert blocked(voting) == ["objections without an answer: 1"]
    voting("elevator", "stage", "签约", code=1)
    voting("elevator", "stage", "签约", "--override", "已当面答复，书面随后")


def test_a_milestone_is_corrected_and_taken_out(house: Jinlin) -> None:
    house("elevator", "milestone", "施工合同", "--detail", "旧")
    house("elevator", "milestone", "施工合同", "--detail", "新")
    rows = house("elevator", "show", "X1", "--json").data["milestones"]
    assert [(row["milestone"], row["detail"]) for row in rows] == [("contract", "新")]
    house("elevator", "milestone", "施工合同", "--remove")
    assert house("elevator", "show", "X1", "--json").data["milestones"] == []
    house("elevator", "milestone", "施工合同", "--remove", code=3)
    house("elevator", "milestone", "施工合同", "--date", "2026-12-30", code=2)
    house("elevator", "milestone", "别的", code=2)
