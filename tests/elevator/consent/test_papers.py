"""Consultation, ballot, payment agreement and affected owners: three papers, never mixed."""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import timedelta

import pytest
from elevator.projects import DOORS, adopted, next_version, project
from harness import Jinlin, seeded

from jinlin.core.errors import RuleError, UsageError
from jinlin.elevator.rules.answers import (
    Choice,
    Opinion,
    SigningCapacity,
    signed_for,
    stands,
)


@seeded
def house(jinlin: Jinlin) -> Jinlin:
    adopted(jinlin)
    return jinlin


@seeded
def voting(jinlin: Jinlin) -> Jinlin:
    adopted(jinlin)
    jinlin("elevator", "ballot", "open", "--closes", "11-20")
    return jinlin


@seeded
def early(jinlin: Jinlin) -> Jinlin:
    project(jinlin)
    return jinlin


def test_a_vote_that_is_asked_for_is_about_the_scheme(voting: Jinlin) -> None:
    voting("elevator", "ballot", "3-1-502", typed="改天\n同意\n")
    [row] = [
        r
        for r in voting("elevator", "ballot", "list", "--json").data
        if r["household"] == "3-1-502"
    ]
    assert (row["scheme"], row.get("fund")) == ("for", None)


def opinion(jinlin: Jinlin, door: str) -> dict[str, object]:
    rows = jinlin("elevator", "consult", "list", "--json").data
    found: dict[str, object] = next(row for row in rows if row["household"] == door)
    return found


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("同意", Opinion.AGREE), ("agree", Opinion.AGREE), ("不同意", Opinion.DISAGREE),
        ("有条件同意", Opinion.CONDITIONAL), ("附条件", Opinion.CONDITIONAL),
        ("弃权", Opinion.ABSTAIN), ("未表态", Opinion.NO_ANSWER), ("not-reached", Opinion.NOT_REACHED),
        ("撤回", Opinion.WITHDRAWN),
    ],
)  # fmt: skip
def test_answers_are_read_as_people_say_them(said: str, meant: Opinion) -> None:
    assert Opinion.read(said) is meant


@pytest.mark.parametrize("said", ["附条件", "同意但是要补偿", "不在家", ""])
def test_a_condition_is_no_vote(said: str) -> None:
    with pytest.raises(UsageError):
        Choice.read(said)
    assert Choice.read("同意") is Choice.FOR


@pytest.mark.parametrize(
    ("told", "now", "holds"),
    [
        (100, 100, True),
        (100, 99, True),
        (100, 101, False),
        (None, 5, True),
        (5, None, True),
        (0, 1, False),
    ],
)
def test_consent_holds_as_long_as_nobody_pays_more(
    told: int | None, now: int | None, holds: bool
) -> None:
    assert stands(told, now) is holds


def test_what_a_door_says_is_kept_with_visitors_next_visit_and_scan(house: Jinlin) -> None:
    (house.folder / "502.jpg").write_bytes(b"scan")
    got = house(
        "elevator", "consult", "3-1-502", "同意", "--by", "林秀英,陈国强", "--next", "11-20",
        "--file", "502.jpg", "--json",
    ).data  # fmt: skip
    assert (got["answer"], got["visitors"], got["next_on"]) == (
        "agree", ["林秀英", "陈国强"], "2026-11-20",
    )  # fmt: skip
    shown = house("elevator", "consult", "show", "3-1-502", "--json").data
    [row] = shown["opinions"]
    assert (row["file"], row["file_state"], row["amount_fen"]) == (
        "502.jpg",
        "there",
        got["amount_fen"],
    )
    assert house.sql("SELECT sha256 FROM elevator_opinion") == [
        (hashlib.sha256(b"scan").hexdigest(),)
    ]
    visits = house("household", "visits", "3-1-502", "--json").data
    assert [(v["outcome"], v["next_on"]) for v in visits] == [("met", "2026-11-20")]
    (house.folder / "502.jpg").write_bytes(b"other")
    again = house("elevator", "consult", "show", "502", "--json").data["opinions"][0]
    assert again["file_state"] == "changed"


def test_once_the_consultation_is_over_no_door_is_to_be_visited_for_it(house: Jinlin) -> None:
    house("elevator", "consult", "3-1-502", "未表态", "--by", "林秀英,陈国强", "--next", "11-20")
    for stage, planned in (("征求意见", "2026-11-20"), ("公示", None)):
        house("elevator", "stage", stage, "--override", "试")
        [visit] = house("household", "visits", "3-1-502", "--json").data
        assert visit["next_on"] == planned, stage


def test_who_was_not_reached_was_not_met(house: Jinlin) -> None:
    house("elevator", "consult", "3-1-502", "未联系上", "--by", "李华,王芳")
    assert house("household", "visits", "--json").data[0]["outcome"] == "not_at_home"


def test_a_refusal_needs_its_reason_and_a_condition_too(house: Jinlin) -> None:
    before = house.db.read_bytes()
    house("elevator", "consult", "3-1-502", "不同意", "--by", "李华,王芳", code=1)
    house("elevator", "consult", "3-1-502", "附条件", "--by", "李华,王芳", code=1)
    assert house.db.read_bytes() == before
    house(
        "elevator",
        "consult",
        "3-1-502",
        "不同意",
        "--reason",
        "担心采光",
        "--handling",
        "请设计院核算",
    )
    row = opinion(house, "3-1-502")
    assert (row["answer"], row["reason"], row["handling"]) == (
        "disagree",
        "担心采光",
        "请设计院核算",
    )


def test_what_was_said_before_stays_on_record(house: Jinlin) -> None:
    house("elevator", "consult", "3-1-502", "不同意", "--reason", "贵")
    house("elevator", "consult", "3-1-502", "同意")
    house("elevator", "consult", "3-1-502", "撤回")
    rows = house("elevator", "consult", "show", "3-1-502", "--json").data["opinions"]
    assert [(row["answer"], row["replaced"]) for row in rows] == [
        ("disagree", True), ("agree", True), ("withdrawn", False),
    ]  # fmt: skip
    house("elevator", "consult", "3-1-502", "撤回", code=1)
    house("elevator", "consult", "3-1-501", "撤回", code=1)


def test_a_new_round_begins_beside_the_old_one(house: Jinlin) -> None:
    house("elevator", "consult", "3-1-502", "同意")
    house("elevator", "consult", "3-1-502", "不同意", "--reason", "变卦", "--round", "2")
    house("elevator", "consult", "3-1-502", "同意", "--round", "4", code=1)
    rows = house("elevator", "consult", "show", "3-1-502", "--json").data["opinions"]
    assert [(row["round"], row["replaced"]) for row in rows] == [(1, False), (2, False)]
    assert (opinion(house, "3-1-502")["answer"], opinion(house, "3-1-502")["round"]) == (
        "disagree",
        2,
    )
    house("elevator", "consult", "3-1-501", "同意")
    assert opinion(house, "3-1-501")["round"] == 2


def test_doors_elsewhere_are_no_party(house: Jinlin) -> None:
    house("building", "edit", "3", "--entrances", "2")
    house("household", "add", "3-2-101", "--floor", "1", "--area", "90")
    assert "利害关系业主" in house("elevator", "consult", "3-2-101", "同意", code=3).err
    house("elevator", "consult", "3-1-999", "同意", code=3)
    house("elevator", "consult", "3-1-502", "也许", code=2)
    house("elevator", "consult", "3-1-502", "同意", "--date", "2026-12-30", code=2)
    house("elevator", "consult", "3-1-502", "同意", "--file", "没有.jpg", code=5)


def test_sounding_out_needs_no_scheme(early: Jinlin) -> None:
    early("elevator", "consult", "3-1-502", "同意", "--way", "微信")
    assert opinion(early, "3-1-502")["amount_fen"] is None
    early("elevator", "agreement", "3-1-502", code=1)
    early("elevator", "ballot", "open", "--closes", "12-15", code=1)


def test_lists_of_doors_carry_no_names(house: Jinlin) -> None:
    house("elevator", "consult", "3-1-502", "同意", "--by", "李华,王芳")
    house("elevator", "ballot", "open", "--closes", "11-20")
    house("elevator", "ballot", "3-1-502", "同意", "--signed", "业主戊二")
    house("elevator", "agreement", "3-1-502", "--signed", "业主戊二")
    for words in (
        ("consult", "list"), ("ballot", "list"), ("agreement", "list"), ("sheet", "--list"),
        ("status",), ("tally",), ("affected", "list"),
    ):  # fmt: skip
        for form in ((), ("--json",), ("--md",)):
            assert "业主戊" not in house("elevator", *words, *form).out
    shown = house("elevator", "consult", "show", "3-1-502").out
    assert "业主戊二" in shown  # a record shown by itself
    said = house("log").out
    assert "业主戊" not in said


# The ballot


def votes(jinlin: Jinlin, question: str = "scheme") -> Counter[str]:
    rows = jinlin("elevator", "ballot", "list", "--json").data
    return Counter(row[question] for row in rows if row[question])


def test_a_replacement_is_asked_two_questions_and_an_installation_one(jinlin: Jinlin) -> None:
    adopted(jinlin)
    got = jinlin("elevator", "ballot", "open", "--closes", "11-20", "--json").data
    assert [(q["question"], q["matter"]) for q in got["questions"]] == [
        ("scheme", "elevator_replacement"), ("fund", "elevator_fund"),
    ]  # fmt: skip
    jinlin("elevator", "ballot", "3-1-502", "同意", "--fund", "反对")
    assert (votes(jinlin), votes(jinlin, "fund")) == ({"for": 1}, {"against": 1})


def test_an_installation_asks_about_the_scheme_alone(jinlin: Jinlin) -> None:
    adopted(jinlin, kind="加装")
    got = jinlin("elevator", "ballot", "open", "--closes", "11-20", "--json").data
    assert [q["matter"] for q in got["questions"]] == ["elevator_installation"]
    jinlin("elevator", "ballot", "3-1-502", "同意", "--fund", "同意", code=1)


def test_a_vote_is_changed_until_the_closing_day_and_refused_afterwards(voting: Jinlin) -> None:
    voting("elevator", "ballot", "3-1-502", "同意")
    voting("elevator", "ballot", "3-1-502", "反对", "--reason", "担心采光")
    assert votes(voting) == {"against": 1}
    voting.now += timedelta(days=15)  # 20 November, the last day
    voting("elevator", "ballot", "3-1-501", "同意")
    voting.now += timedelta(days=1)
    before = voting.db.read_bytes()
    err = voting("elevator", "ballot", "3-1-401", "同意", code=1).err
    assert "2026-11-20" in err
    voting("elevator", "ballot", "3-1-502", "同意", "--date", "11-20", code=1)  # never changed
    assert voting.db.read_bytes() == before
    voting(
        "elevator", "ballot", "3-1-401", "同意", "--date", "11-19"
    )  # handed in before, typed late
    assert votes(voting) == {"against": 1, "for": 2}


def test_a_vote_that_was_given_is_changed_with_a_reason_only(voting: Jinlin) -> None:
    """Said the same again it needs none; a tenant's signature changes nothing."""
    voting("elevator", "ballot", "3-1-502", "同意")
    voting("elevator", "ballot", "3-1-502", "同意")
    before = voting.db.read_bytes()
    refused = voting("elevator", "ballot", "3-1-502", "反对", "--json", code=2).error
    assert "之前投的是“同意”" in refused["message"]
    assert "--原因" in refused["hint"]
    assert voting.db.read_bytes() == before
    voting("elevator", "ballot", "3-1-502", "反对", "--tenant", "租客")
    voting("elevator", "ballot", "3-1-502", "反对", typed="担心采光\n")
    said = voting("elevator", "consult", "show", "3-1-502", "--json").data["votes"]
    assert [(vote["choice"], vote["reason"]) for vote in said] == [
        ("for", None), ("for", None), ("against", None), ("against", "担心采光"),
    ]  # fmt: skip
    (voting.folder / "票.csv").write_text("房号,表决意见\n3-1-502,同意\n", "utf-8")
    voting("elevator", "ballot", "import", "票.csv", "--yes", code=5)
    (voting.folder / "票.csv").write_text("房号,表决意见,理由\n3-1-502,同意,想通了\n", "utf-8")
    voting("elevator", "ballot", "import", "票.csv", "--yes")
    assert votes(voting) == {"for": 1}


def test_a_vote_before_the_ballot_is_consultation(voting: Jinlin) -> None:
    assert (
        "征求意见" in voting("elevator", "ballot", "3-1-502", "同意", "--date", "11-01", code=1).err
    )


def test_a_tenants_signature_is_kept_and_not_counted(voting: Jinlin) -> None:
    got = voting("elevator", "ballot", "3-1-502", "同意", "--tenant", "租客", "--json").data
    assert got["counted"] is False
    assert votes(voting) == {}
    voting("elevator", "ballot", "3-1-502", "反对")
    assert votes(voting) == {"against": 1}
    rows = voting("elevator", "consult", "show", "3-1-502", "--json").data["votes"]
    assert [(row["signer"], row["choice"]) for row in rows] == [
        ("tenant", "for"),
        ("owners", "against"),
    ]


@pytest.mark.parametrize(
    ("signed", "agent", "authority", "representative", "signer"),
    [
        ((), None, None, None, SigningCapacity.OWNERS),
        (("张三", "李四"), None, None, None, SigningCapacity.OWNERS),
        (("张三",), None, "委托书1", None, SigningCapacity.AUTHORISED),
        (("张三",), None, None, "张三", SigningCapacity.AUTHORISED),
        ((), "王五", "委托书1", None, SigningCapacity.AGENT),
    ],
)
def test_co_owners_sign_all_or_one_with_authority(
    signed: tuple[str, ...], agent: str | None, authority: str | None,
    representative: str | None, signer: SigningCapacity,
) -> None:  # fmt: skip
    got = signed_for(
        signed,
        owners=("张三", "李四"),
        agent=agent,
        authority=authority,
        representative=representative,
    )
    assert got is signer


@pytest.mark.parametrize(
    ("signed", "agent"),
    [(("张三",), None), (("王五",), None), (("张三", "王五"), None), ((), "王五")],
)
def test_who_may_not_sign_is_refused(signed: tuple[str, ...], agent: str | None) -> None:
    with pytest.raises(RuleError):
        signed_for(signed, owners=("张三", "李四"), agent=agent, authority=None)


def test_an_owner_alone_does_not_sign_for_a_co_owner(voting: Jinlin) -> None:
    voting("household", "owner", "3-1-502", "周丽")
    voting("elevator", "ballot", "3-1-502", "同意", "--signed", "周丽", code=1)
    voting("elevator", "ballot", "3-1-502", "同意", "--signed", "周丽", "--authority", "委托书3")
    voting("elevator", "ballot", "3-1-501", "同意", "--agent", "周丽", code=1)
    voting("elevator", "ballot", "3-1-501", "同意", "--agent", "周丽", "--authority", "委托书4")
    rows = voting("elevator", "consult", "show", "3-1-502", "--json").data["votes"]
    assert [(row["signer"], row["authority"]) for row in rows] == [("authorised", "委托书3")]


def test_one_agent_for_many_doors_is_said(voting: Jinlin) -> None:
    for door in DOORS[:2]:
        voting("elevator", "ballot", door, "同意", "--agent", "周丽", "--authority", "委托书")
    err = voting(
        "elevator", "ballot", DOORS[2], "同意", "--agent", "周丽", "--authority", "委托书"
    ).err
    assert "3户" in err


def test_a_ballot_is_opened_once_and_ended_with_a_reason(voting: Jinlin) -> None:
    voting("elevator", "ballot", "open", "--closes", "12-01", code=1)
    voting("elevator", "ballot", "end", code=2)
    voting("elevator", "ballot", "3-1-502", "同意")
    voting("elevator", "ballot", "end", "--reason", "方案要改")
    voting("elevator", "ballot", "3-1-501", "同意", code=1)
    voting("elevator", "ballot", "end", "--reason", "方案要改", code=3)
    assert votes(voting) == {"for": 1}


def test_votes_are_carried_over_to_a_new_version_where_nobody_pays_more(voting: Jinlin) -> None:
    for door in ("3-1-201", "3-1-701", "3-1-702"):
        voting("elevator", "ballot", door, "同意", "--fund", "同意")
    voting("elevator", "ballot", "end", "--reason", "改用平缓坡度")
    next_version(voting, "48万", "--scheme", "gentle")  # 201 pays more, 701 and 702 less
    got = voting("elevator", "ballot", "open", "--closes", "12-01", "--json").data
    assert (got["ballot"], got["carried_over"]) == (2, 4)
    rows = voting("elevator", "ballot", "list", "--json").data
    assert {row["household"] for row in rows if row["scheme"]} == {"3-1-701", "3-1-702"}


def test_a_second_ballot_on_the_same_version_begins_from_nothing(voting: Jinlin) -> None:
    voting("elevator", "ballot", "3-1-201", "同意")
    voting("elevator", "ballot", "end", "--reason", "重新发起")
    assert (
        voting("elevator", "ballot", "open", "--closes", "12-01", "--json").data["carried_over"]
        == 0
    )


def test_another_share_of_votes_needs_its_source(house: Jinlin) -> None:
    house("elevator", "ballot", "open", "--closes", "11-20", "--scheme-needs", "过半数", code=2)
    house("elevator", "ballot", "open", "--closes", "11-20", "--scheme-needs", "别的", code=3)
    house(
        "elevator", "ballot", "open", "--closes", "11-20", "--scheme-needs", "过半数",
        "--source", "街道2026年1号", "--fund-needs", "筹集维修资金",
    )  # fmt: skip
    scheme, fund = house("elevator", "tally", "--json").data["votes"]
    assert (scheme["approval"]["threshold"], scheme["source"]) == (">1/2", "街道2026年1号")
    assert (fund["matter"], fund["item"], fund["approval"]["threshold"]) == (
        "raising_fund",
        6,
        ">=3/4",
    )


# The payment agreement


def test_an_agreement_is_over_the_amount_in_force(house: Jinlin) -> None:
    got = house("elevator", "agreement", "3-1-502", "--instalments", "签约付一半", "--json").data
    assert (got["plan"], got["version"]) == ("E1", 1)
    [row] = house("elevator", "consult", "show", "3-1-502", "--json").data["agreements"]
    assert (row["amount_fen"], row["instalments"]) == (got["amount_fen"], "签约付一半")
    house("elevator", "agreement", "3-1-502", code=1)
    house("elevator", "agreement", "3-1-101", code=1)  # a free floor owes nothing


def test_a_withdrawal_stays_on_record(house: Jinlin) -> None:
    house("elevator", "agreement", "3-1-502")
    house("elevator", "agreement", "withdraw", "3-1-502", code=2)
    house("elevator", "agreement", "withdraw", "3-1-502", "--reason", "家人不同意")
    house("elevator", "agreement", "withdraw", "3-1-502", "--reason", "x", code=3)
    assert house("elevator", "tally", "--json").data["signed_doors"] == 0
    [row] = house("elevator", "consult", "show", "3-1-502", "--json").data["agreements"]
    assert (row["withdrawn_on"], row["withdrawn_reason"]) == ("2026-11-05", "家人不同意")
    house("elevator", "agreement", "3-1-502")
    assert house("elevator", "tally", "--json").data["signed_doors"] == 1


def test_the_papers_are_undone_one_by_one(voting: Jinlin) -> None:
    before = voting.dump()
    voting("elevator", "consult", "3-1-502", "同意", "--by", "李华,王芳")
    voting("elevator", "ballot", "3-1-502", "同意", "--by", "李华,王芳")
    voting("elevator", "agreement", "3-1-502")
    voting("elevator", "affected", "add", "3-1-101", "--effect", "采光")
    for _step in range(4):
        voting("undo", "--yes")
    assert voting.dump() == before


def test_a_rehearsal_writes_nothing(voting: Jinlin) -> None:
    before = voting.db.read_bytes()
    voting("elevator", "consult", "3-1-502", "同意", "--dry-run")
    voting("elevator", "ballot", "3-1-502", "同意", "--dry-run")
    voting("elevator", "agreement", "3-1-502", "--dry-run")
    assert voting.db.read_bytes() == before


# Affected owners


def test_an_affected_owner_is_listed_objects_and_is_settled(house: Jinlin) -> None:
    house("elevator", "affected", "add", "3-1-101", "--effect", "采光", "--text", "南窗")
    house("elevator", "affected", "add", "3-1-101", "--effect", "采光", code=1)
    house("elevator", "affected", "add", "3-1-101", "--effect", "噪声")
    house("elevator", "affected", "object", "3-1-101", "挡光", code=1)  # which of the two?
    house(
        "elevator",
        "affected",
        "object",
        "3-1-101",
        "挡光",
        "--effect",
        "采光",
        "--handling",
        "改位置",
    )
    rows = house("elevator", "affected", "--json").data
    assert [(r["effect"], r["objection"]) for r in rows] == [("light", "挡光"), ("noise", None)]
    assert house("elevator", "status", "--json").data["affected_open"] == 1  # one owner
    house("elevator", "affected", "settle", "3-1-101", "--effect", "采光", "--how", "玻璃井道")
    house("elevator", "affected", "remove", "3-1-101", "--effect", "噪声")
    assert house("elevator", "status", "--json").data["affected_open"] == 0
    house("elevator", "affected", "object", "3-1-101", "还是挡光")  # it is open again
    assert house("elevator", "status", "--json").data["affected_open"] == 1
    house("elevator", "affected", "settle", "3-1-201", "--how", "x", code=3)


def test_who_is_forgotten_is_named_on_no_paper(voting: Jinlin) -> None:
    voting("elevator", "ballot", "3-1-502", "同意", "--signed", "业主戊二")
    voting("elevator", "agreement", "3-1-502", "--signed", "业主戊二")
    amounts = voting.sql("SELECT amount FROM plan_share ORDER BY position")
    voting("household", "sell", "3-1-502", "--to", "周丽", "--yes")
    voting("member", "forget", "业主戊二", "--yes")
    tables = ("plan_share", "elevator_vote", "elevator_agreement", "row_change")
    kept = "".join(str(voting.sql(f"SELECT * FROM {table}")) for table in tables)
    assert "业主戊二" not in kept
    assert voting.sql("SELECT amount FROM plan_share ORDER BY position") == amounts
    assert votes(voting) == {"for": 1}


def test_a_door_stays_in_one_piece_on_a_narrow_screen(house: Jinlin) -> None:
    house(
        "elevator", "consult", DOORS[0], "附条件", "--reason", "先修屋顶", "--handling", "已报物业"
    )
    house("elevator", "consult", DOORS[6], "同意", "--by", "李华,王芳", "--next", "2周后")
    next_version(house, "60万")
    lines = house("elevator", "consult", "list").out.splitlines()
    assert [door for door in DOORS if not any(f"{door} " in line for line in lines)] == []


def test_the_list_of_votes_names_its_questions(voting: Jinlin) -> None:
    voting("elevator", "ballot", "3-1-502", "同意", "--signed", "业主戊二")
    listed = voting("elevator", "ballot", "list").out
    assert "实施方案" in listed
    assert "分摊规则" not in listed


def test_a_new_objection_does_not_keep_the_paper_of_the_old_settlement(house: Jinlin) -> None:
    (house.folder / "协议.pdf").write_bytes(b"%PDF")
    house("elevator", "affected", "add", "3-1-101", "--effect", "采光")
    house("elevator", "affected", "settle", "3-1-101", "--how", "补偿", "--file", "协议.pdf")
    house("elevator", "affected", "object", "3-1-101", "窗又被挡")
    assert house.sql("SELECT settled_on, file, sha256 FROM affected_owner") == [(None, None, None)]
