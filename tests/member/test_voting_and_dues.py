"""Who may vote, and what a member pays: both from published rules."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from harness import Jinlin
from hypothesis import given
from hypothesis import strategies as st

from jinlin.member.register.voters import needed
from jinlin.member.rules.party_dues import RATES, Payer, due


@pytest.mark.parametrize(
    ("should_attend", "quorum", "votes"),
    [(20, 10, 11), (21, 11, 11), (1, 1, 1), (2, 1, 2), (3, 2, 2)],
)
def test_half_makes_a_quorum_and_more_than_half_a_majority(
    should_attend: int, quorum: int, votes: int
) -> None:
    need = needed(entitled=should_attend, should_attend=should_attend)
    assert (need.quorum, need.votes) == (quorum, votes)


@given(st.integers(0, 500))
def test_the_numbers_needed_are_the_smallest_that_do(count: int) -> None:
    need = needed(entitled=count, should_attend=count)
    assert 2 * need.quorum >= count > 2 * (need.quorum - 1)
    assert 2 * need.votes > count >= 2 * (need.votes - 1)


def test_voters_are_counted_with_the_reason_of_who_is_not(jinlin: Jinlin) -> None:
    jinlin("member", "add", "陈建国", "--party-state", "full", "--full-on", "2000-07-01")
    jinlin("member", "add", "王芳", "--party-state", "预备")
    jinlin("member", "add", "李雷", "--party-state", "full", "--no-vote", "留党察看")
    jinlin("member", "add", "韩梅", "--party-state", "full", "--not-counted", "长期卧床")
    jinlin("member", "report-in", "张伟", "--employer", "市财政局")
    jinlin("member", "add", "赵丽", "--party-state", "积极分子")
    data = jinlin("member", "voters", "--json").data
    assert [data[key] for key in ("entitled", "should_attend", "quorum", "votes")] == [3, 2, 1, 2]
    assert [(row["number"], row["right"], row["reason"]) for row in data["members"]] == [
        ("P1", "votes", None),
        ("P2", "votes", None),
        ("P5", "not_counted", "长期卧床"),
        ("P4", "no_vote", "留党察看"),
        ("P3", "probationary", None),
    ]
    words = jinlin("member", "voters", lang="en").out
    assert "Of 2 who should attend at least 1 must be there" in " ".join(words.split())
    assert "陈建国" not in words
    voting = jinlin("member", "list", "--voting", "--json").data
    assert [row["number"] for row in voting] == ["P1", "P2", "P5"]


def test_who_voted_on_a_past_day_follows_from_days_and_transfers(jinlin: Jinlin) -> None:
    jinlin("member", "add", "陈建国", "--party-state", "full", "--full-on", "2026-07-01")
    jinlin("member", "transfer", "王芳", "--in", "--party-state", "full", "--other", "A支部",
           "--date", "2026-09-01")  # fmt: skip
    jinlin("member", "add", "李雷", "--party-state", "full")
    jinlin("member", "transfer", "李雷", "--out", "--other", "B支部", "--date", "2026-10-01")

    def numbers(day: str) -> list[str]:
        data = jinlin("member", "voters", "--date", day, "--json").data
        return [row["number"] for row in data["members"] if row["right"] == "votes"]

    assert numbers("2026-06-30") == ["P1", "P4"]
    assert numbers("2026-07-01") == ["P1", "P2", "P4"]
    assert numbers("2026-09-01") == ["P1", "P2", "P3", "P4"]
    assert numbers("2026-10-01") == ["P1", "P2", "P3"]


def test_the_register_holds_for_today_whatever_moved_before(jinlin: Jinlin) -> None:
    jinlin("member", "transfer", "林秀英", "--out", "--other", "B支部", "--date", "2026-10-01",
           "--stays")  # fmt: skip
    jinlin("member", "edit", "林秀英", "--affiliation", "here", "--reported", "")
    assert jinlin("member", "voters", "--json").data["should_attend"] == 1
    assert jinlin("branch", "show", "--json").data["voters"] == 1


def test_a_past_day_says_what_is_not_known_of_it(jinlin: Jinlin) -> None:
    assert "today's record" in jinlin("member", "voters", "--date", "2026-10-01", lang="en").out
    assert "today's record" not in jinlin("member", "voters", lang="en").out


def test_an_overlay_branch_that_may_collect_dues_reckons_them(jinlin: Jinlin) -> None:
    jinlin("branch", "edit", "--type", "兼合式", "--permission", "同意收党费")
    assert jinlin("member", "dues", "林秀英", "--income", "3000", "--json").data["due_fen"] == 1500


def test_lost_and_migrant_members_are_counted_and_the_user_is_told(jinlin: Jinlin) -> None:
    jinlin("member", "add", "陈建国", "--party-state", "full", "--standing", "lost-contact")
    assert jinlin("member", "voters", "--json").data["should_attend"] == 2
    assert "Migrant or lost members among them: 1." in jinlin("member", "voters", lang="en").out


def test_an_overlay_branch_has_no_voters_and_no_dues_and_says_why(jinlin: Jinlin) -> None:
    jinlin("branch", "edit", "--type", "兼合式", "--yes")
    data = jinlin("member", "voters", "--json").data
    assert (data["entitled"], data["members"]) == (0, [])
    assert "stays with the home branch" in jinlin("member", "voters", lang="en").out
    assert jinlin("member", "list", "--voting", "--json").data == []
    error = jinlin(
        "member", "dues", "林秀英", "--income", "5200", "--json", lang="en", code=1
    ).error
    assert "overlay" in error["message"]


@pytest.mark.parametrize(
    ("payer", "yuan", "fen"),
    [
        (Payer.WORKING, 3000_00, 15_00),
        (Payer.WORKING, 3001_00, 30_01),
        (Payer.WORKING, 5000_00, 50_00),
        (Payer.WORKING, 5001_00, 75_02),
        (Payer.WORKING, 10_000_00, 150_00),
        (Payer.WORKING, 10_001_00, 200_02),
        (Payer.WORKING, 0, 0),
        (Payer.RETIRED, 5000_00, 25_00),
        (Payer.RETIRED, 5001_00, 50_01),
        (Payer.STUDENT, 0, 20),
        (Payer.RELIEF, 9999_00, 20),
    ],
)
def test_dues_follow_the_published_rates_at_their_edges(payer: Payer, yuan: int, fen: int) -> None:
    assert due(payer, yuan).least == due(payer, yuan).most == fen


def test_a_farmer_pays_what_the_branch_settles_between_two_ends() -> None:
    assert (due(Payer.FARMER).least, due(Payer.FARMER).most) == (20, 100)


@given(st.sampled_from([Payer.WORKING, Payer.RETIRED]), st.integers(0, 10**9))
def test_exactly_one_rate_holds_and_rounding_is_within_half_a_fen(
    payer: Payer, income: int
) -> None:
    found = due(payer, income)
    matching = [
        step
        for step in RATES
        if step.payer is payer
        and (income > step.above or income == step.above == 0)
        and (step.up_to is None or income <= step.up_to)
    ]
    assert matching == [found.step]
    assert found.exact is not None
    assert abs(found.least - found.exact) * 2 <= 1


def test_neither_wage_nor_dues_leave_a_trace(jinlin: Jinlin, unchanged: Callable[[], None]) -> None:
    data = jinlin("member", "dues", "林秀英", "--income", "5001", "--json").data
    assert (data["due_fen"], data["exact_fen"], data["payer"]) == (7502, "15003/2", "working")
    assert "75.015" in jinlin("member", "dues", "林秀英", "--income", "5001", lang="en").out
    asked = jinlin("member", "dues", "林秀英", "--retired", typed="约一千\n5000\n")
    assert "25.00" in asked.out
    unchanged()


def test_without_a_name_the_rates_are_printed_with_their_source(jinlin: Jinlin) -> None:
    out = jinlin("member", "dues", lang="en").out
    assert "党费收缴" in out
    assert len(jinlin("member", "dues", "--json").data) == len(RATES)


def test_who_does_not_pay_here_is_told_so(jinlin: Jinlin) -> None:
    jinlin("member", "report-in", "张伟")
    jinlin("member", "add", "赵丽", "--affiliation", "here", "--party-state", "积极分子")
    before = jinlin.db.read_bytes()
    for words, code in (
        (("张伟", "--income", "5200"), 1),
        (("赵丽", "--income", "5200"), 1),
        (("林秀英",), 2),
        (("林秀英", "--income", "很多"), 2),
        (("林秀英", "--income", "-5"), 2),
        (("林秀英", "--retired", "--student"), 2),
        (("--income", "5200"), 2),
        (("陌生人", "--income", "5200"), 3),
    ):
        error = jinlin("member", "dues", *words, "--json", code=code).error
        assert error["hint"], words
        assert jinlin.db.read_bytes() == before, words


def test_who_is_no_member_pays_none(jinlin: Jinlin) -> None:
    jinlin("member", "add", "何一", "--party-state", "activist")
    error = jinlin("member", "dues", "何一", "--income", "5000", "--json", lang="en", code=1).error
    assert "pays no dues" in error["message"]


def test_a_branch_without_voters_says_that_nobody_may_vote(jinlin: Jinlin) -> None:
    jinlin("member", "edit", "林秀英", "--no-vote", "留党察看")
    shown = jinlin("member", "voters", "--json").data
    assert [member["right"] for member in shown["members"]] == ["no_vote"]
    assert "Nobody may vote on that day." in jinlin("member", "voters", lang="en").out


def test_the_superiors_words_are_told_where_an_overlay_branch_may_vote(jinlin: Jinlin) -> None:
    jinlin("branch", "edit", "--type", "兼合式", "--permission", "可选举支部委员")
    assert "可选举支部委员" in jinlin("member", "voters", lang="en").out


def test_who_becomes_a_full_member_later_has_no_vote_before(jinlin: Jinlin) -> None:
    jinlin("member", "add", "周敏", "--party-state", "full", "--joined", "2025-05-01",
           "--full-on", "2026-05")  # fmt: skip
    rights = {}
    for day in ("2025-04-30", "2025-05-01", "2026-04-30", "2026-05-01"):
        found = jinlin("member", "voters", "--date", day, "--unmask", "--json").data["members"]
        rights[day] = {row["name"]: row["right"] for row in found}.get("周敏")
    assert rights == {
        "2025-04-30": None,
        "2025-05-01": "probationary",
        "2026-04-30": "probationary",
        "2026-05-01": "votes",
    }


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("--student", "A fixed amount: 0.20 yuan."),
        ("--relief", "A fixed amount: 0.20 yuan."),
        ("--farmer", "From 0.20 to 1.00 yuan"),
    ],
)
def test_who_pays_a_fixed_amount_is_not_asked_what_she_earns(
    jinlin: Jinlin, option: str, told: str
) -> None:
    assert told in jinlin("member", "dues", "林秀英", option, lang="en").out


def test_only_one_way_of_paying_holds_and_an_income_needs_a_name(jinlin: Jinlin) -> None:
    for words in (("林秀英", "--student", "--farmer"), ("--income", "5000"), ("--retired",)):
        error = jinlin("member", "dues", *words, "--json", code=2).error
        assert error["hint"], words
