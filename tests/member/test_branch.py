"""`jinlin branch show` and `edit`: the branch, its term, and what an overlay branch may not do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from harness import Jinlin
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.errors import UsageError
from jinlin.member.rules.branch import (
    BranchType,
    Roll,
    cautions,
    end_of_term,
    months_later,
    parse_term_years,
    warning,
)


def test_a_change_of_type_says_what_it_means(jinlin: Jinlin) -> None:
    told = jinlin("branch", "edit", "--type", "兼合式", lang="en").err
    assert "no Party votes, elections or dues" in told
    assert "votes" not in jinlin("branch", "edit", "--short-name", "梅苑", lang="en").err


def test_the_branch_of_a_new_database_has_what_init_knows(jinlin: Jinlin) -> None:
    got = jinlin("branch", "show", "--json").data
    assert got["name"] == "中共金山街道梅苑社区梅苑小区支部委员会"
    assert got["short_name"] == "梅苑小区党支部"
    assert (got["type"], got["superior"], got["secretary"]) == ("regular", "梅苑社区党委", "林秀英")
    assert (got["full"], got["voters"], got["venue"], got["purses"]) == (1, 1, "0/6", [])


def test_who_votes_is_told_from_the_register(jinlin: Jinlin) -> None:
    jinlin("member", "add", "甲一", "--party-state", "full")
    jinlin("member", "add", "甲二", "--party-state", "probationary")
    jinlin("member", "add", "甲三", "--party-state", "full", "--affiliation", "report-in")
    jinlin("member", "add", "甲四", "--party-state", "activist")
    got = jinlin("branch", "show", "--json").data
    assert (got["full"], got["probationary"], got["voters"], got["reported_in"]) == (2, 1, 2, 1)


def test_posts_of_the_branch_are_named(jinlin: Jinlin) -> None:
    jinlin("member", "add", "许文澜", "--party-state", "full", "--post", "副书记")
    jinlin("member", "add", "何丽娟", "--party-state", "full", "--post", "组织委员")
    got = jinlin("branch", "show", "--json").data
    assert (got["deputy_secretary"], got["committee"]) == ("许文澜", "何丽娟（组织委员）")


def test_the_end_of_the_term_follows_its_beginning_and_length(jinlin: Jinlin) -> None:
    got = jinlin("branch", "edit", "--term", "3年", "--term-from", "2024-06-18", "--json").data
    assert got["term_to"] == "2027-06-18"
    assert jinlin("branch", "edit", "--term", "5", "--json").data["term_to"] == "2029-06-18"
    jinlin("branch", "edit", "--term-to", "2029-06-30")
    assert jinlin("branch", "show", "--json").data["term_to"] == "2029-06-30"


def test_the_re_election_is_announced_six_three_and_one_month_before(jinlin: Jinlin) -> None:
    jinlin("branch", "edit", "--term", "3", "--term-from", "2024-06-18")
    for now, said in (
        ("2026-12-17", None),
        ("2026-12-18", "within 6 months"),
        ("2027-03-18", "within 3 months"),
        ("2027-05-18", "within 1 months"),
        ("2027-06-18", "within 1 months"),
        ("2027-06-19", "The term ended"),
    ):
        jinlin.now = datetime.fromisoformat(f"{now}T04:00").replace(tzinfo=UTC)
        out = jinlin("branch", "show", lang="en").out
        assert (said in out) if said else "The term end" not in out, now


@given(st.dates(date(2000, 1, 1), date(2080, 1, 1)), st.sampled_from([3, 5]))
def test_warnings_only_grow_more_urgent(begun: date, years: int) -> None:
    ends = end_of_term(begun, years)
    order = [warning(ends, ends + timedelta(days=n)) for n in range(-200, 3)]
    ranks = [9 if stage is None else stage for stage in order]
    assert ranks == sorted(ranks, reverse=True)
    assert (order[0], order[200], order[-1]) == (None, 1, 0)


def test_a_month_later_is_never_past_the_month() -> None:
    assert months_later(date(2024, 8, 31), 6) == date(2025, 2, 28)
    assert months_later(date(2024, 2, 29), -12) == date(2023, 2, 28)


def test_an_overlay_branch_is_told_what_it_may_not_do(jinlin: Jinlin) -> None:
    jinlin("branch", "edit", "--type", "兼合式")
    shown = jinlin("branch", "show", lang="en").out
    assert "no Party votes, elections or dues" in shown
    assert jinlin("branch", "show", "--json").data["voters"] == 0
    dues = (
        "branch",
        "fund",
        "income",
        "--purse",
        "党费",
        "--amount",
        "9",
        "--from",
        "甲一",
        "--for",
        "11月",
    )
    assert "overlay" in jinlin(*dues, code=1, lang="en").err
    jinlin("branch", "edit", "--permission", "街道党工委同意在小区缴纳党费")
    assert "街道党工委同意" in jinlin("branch", "show").out
    assert "no Party votes" not in jinlin("branch", "show", lang="en").out
    jinlin(*dues)


def test_what_cannot_be_is_refused(jinlin: Jinlin, unchanged: Callable[[], None]) -> None:
    for words, code in (
        ([], 2),
        (["--type", "大型"], 3),
        (["--term", "4"], 2),
        (["--term-from", "2024-13-01"], 2),
        (["--name", " "], 2),
        (["--type", "regular"], 1),
        (["--term-from", "2024-06-18", "--term-to", "2023-01-01"], 1),
    ):
        assert jinlin("branch", "edit", *words, code=code, lang="en").err.startswith("Error:"), (
            words
        )


def test_a_change_can_be_rehearsed_and_undone(jinlin: Jinlin) -> None:
    jinlin("branch", "edit", "--superior", "梅苑社区党总支", "--dry-run")
    assert jinlin("branch", "show", "--json").data["superior"] == "梅苑社区党委"
    jinlin("branch", "edit", "--superior", "梅苑社区党总支")
    assert "Superior" in jinlin("undo", lang="en").out
    assert jinlin("branch", "show", "--json").data["superior"] == "梅苑社区党委"


def test_init_takes_what_it_is_told_of_the_branch(bare: Jinlin) -> None:
    bare("init", "--name", "桂园", "--branch", "中共桂园支部", "--type", "联合", "--superior", "甲社区党委",
         "--term", "5", "--term-from", "2026-01-10", "--short-name", "桂园支部")  # fmt: skip
    got = bare("branch", "show", "--json").data
    assert (got["name"], got["short_name"], got["type"]) == ("中共桂园支部", "桂园支部", "joint")
    assert (got["superior"], got["term_years"], got["term_to"]) == ("甲社区党委", 5, "2031-01-10")


def test_init_asks_with_sensible_defaults(bare: Jinlin) -> None:
    typed = "梅苑小区\n金山街道\n梅苑社区\n林秀英\n\n\n兼合式\n\n六\n3\n2025-01-10\n\n"
    asked = bare("init", typed=typed, lang="en").err
    assert "[中共金山街道梅苑社区梅苑小区支部委员会]" in asked
    assert "[梅苑社区党委]" in asked
    got = bare("branch", "show", "--json").data
    assert (got["type"], got["superior"], got["term_to"]) == (
        "overlay",
        "梅苑社区党委",
        "2028-01-10",
    )


def test_a_bad_answer_on_the_line_makes_no_file(bare: Jinlin) -> None:
    bare("init", "--name", "桂园", "--type", "大", code=3)
    bare("init", "--name", "桂园", "--term-from", "2026-01-10", code=1)
    assert list(bare.folder.iterdir()) == []


def test_the_questions_for_the_street_office_need_no_database(bare: Jinlin) -> None:
    out = bare("init", "--questions").out
    assert "1. " in out
    assert "六有" in out
    asked = bare("init", "--questions", "--json", lang="en").data
    assert len(asked) > 8
    assert all(item["question"].isascii() or "N in" in item["question"] for item in asked)
    assert list(bare.folder.iterdir()) == []


def test_a_large_branch_is_told_what_the_regulation_says_of_its_committee(jinlin: Jinlin) -> None:
    for n in range(6):
        jinlin("member", "add", f"党员{'甲乙丙丁戊己'[n]}", "--party-state", "full")
    told = " ".join(jinlin("branch", "show", lang="en").out.split())
    assert "elects a committee of three to five; posts recorded: 1." in told
    for name, post in (("党员甲", "组织委员"), ("党员乙", "宣传委员")):
        jinlin("member", "edit", name, "--post", post)
    assert "elects a committee" not in jinlin("branch", "show", lang="en").out


@given(
    st.sampled_from(BranchType),
    st.integers(0, 60),
    st.integers(0, 20),
    st.booleans(),
    st.integers(0, 6),
)
def test_what_the_regulation_asks_is_told_exactly_where_it_is_not_so(
    kind: BranchType, full: int, probationary: int, permitted: bool, committee: int
) -> None:
    roll = Roll(full, probationary, reported_in=3)
    permission = "街道同意" if permitted else None
    told = [one.text() for one in cautions(kind, roll, permission=permission, committee=committee)]
    if kind is BranchType.OVERLAY:
        assert len(told) == (not permitted)
        return
    assert any("joint branch" in one for one in told) == (kind is BranchType.REGULAR and full < 3)
    assert any("elects a committee" in one for one in told) == (full >= 7 and committee < 3)
    assert any("generally has no more" in one for one in told) == (full + probationary > 50)


@pytest.mark.parametrize(
    ("said", "years"), [("3", 3), ("5年", 5), (" ５ ", 5), ("三年", None), ("4", None), ("", None)]
)
def test_a_term_has_three_or_five_years(said: str, years: int | None) -> None:
    if years is None:
        with pytest.raises(UsageError):
            parse_term_years(said)
    else:
        assert parse_term_years(said) == years


def test_each_field_is_kept_and_cleared_but_name_and_type(jinlin: Jinlin) -> None:
    said = {"--short-name": "梅苑支部", "--superior": "梅苑社区党委", "--founded": "2019-07",
            "--term": "5", "--term-from": "2024-06-18", "--permission": "无"}  # fmt: skip
    jinlin(
        "branch", "edit", *[word for pair in said.items() for word in pair], "--superior", "街道"
    )
    shown = jinlin("branch", "show", "--json").data
    assert (shown["short_name"], shown["superior"]) == ("梅苑支部", "街道")
    assert (shown["founded_on"], shown["term_to"]) == ("2019-07", "2029-06-18")
    jinlin("branch", "edit", "--superior", "", "--term-to", "")
    shown = jinlin("branch", "show", "--json").data
    assert (shown["superior"], shown["term_to"]) == (None, None)
    before = jinlin.db.read_bytes()
    for option in ("--name", "--type"):
        assert (
            "is empty"
            in jinlin("branch", "edit", option, "", "--json", code=2, lang="en").error["message"]
        )
    assert jinlin.db.read_bytes() == before


def test_a_term_does_not_end_on_the_day_it_begins(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    jinlin("branch", "edit", "--term-from", "2024-06-18", "--term-to", "2024-06-18", code=1)
