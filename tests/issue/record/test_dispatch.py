"""Who is in charge, who does the work, who is told; accepting, handing back, visiting, urging."""

from __future__ import annotations

from typing import Any

from harness import Jinlin, seeded
from issue.adding import Add


def shown(jinlin: Jinlin, number: str = "1") -> Any:
    return jinlin("issue", "show", number, "--json").data


@seeded
def people(jinlin: Jinlin) -> Jinlin:
    for name in ("李华", "王师傅", "张三"):
        jinlin("member", "add", name)
    return jinlin


@seeded
def reported(people: Jinlin, add: Add) -> Jinlin:
    """The same people with one issue."""
    add()
    return people


def test_responsible_doing_and_informed_are_different_people(reported: Jinlin) -> None:
    given = reported(
        "issue", "assign", "1", "李华", "--doing", "王师傅", "--inform", "张三", "--json"
    ).data
    assert (given["steward"], given["doer"], given["status"]) == ("李华", "王师傅", "in_progress")
    assert shown(reported)["informed"] == "张三"
    reported("issue", "assign", "1", "--inform", "王师傅", "--uninform", "张三")
    issue = shown(reported)
    assert (issue["informed"], issue["steward"]) == ("王师傅", "李华")
    reported("issue", "assign", "1", "--inform", "王师傅", code=1)


def test_accepting_and_handing_back_are_steps_with_times_and_reasons(reported: Jinlin) -> None:
    reported("issue", "assign", "1", "李华")
    accepted = reported("issue", "accept", "1", "--json").data
    assert accepted["accepted_at"] == "2026-11-05T12:00:00+08:00"
    reported("issue", "accept", "1", code=1)
    back = reported("issue", "hand-back", "1", "--reason", "不会修", "--json").data
    assert (back["status"], back["steward"], back["accepted_at"]) == ("reported", None, None)
    assert back["handed_back"] == 1
    steps = shown(reported)["events"]
    assert [(step["kind"], step["person"]) for step in steps] == [
        ("reported", None), ("assigned", "李华"), ("accepted", "李华"), ("handed_back", "李华"),
    ]  # fmt: skip
    assert steps[-1]["note"] == "不会修"


def test_somebody_may_claim_what_nobody_has(reported: Jinlin) -> None:
    claimed = reported("issue", "accept", "1", "--by", "李华", "--json").data
    assert (claimed["steward"], claimed["status"]) == ("李华", "in_progress")


def test_another_steward_has_not_accepted_yet(reported: Jinlin) -> None:
    reported("issue", "accept", "1", "--by", "李华")
    assert reported("issue", "assign", "1", "张三", "--json").data["accepted_at"] is None


def test_who_visits_has_accepted_and_is_named(people: Jinlin, add: Add) -> None:
    add("x", "--date", "2026-11-03 08:00")
    people("issue", "assign", "1", "李华", "--doing", "王师傅")
    visited = people("issue", "visit", "1", "换了灯泡", "--date", "11-04 09:30", "--json").data
    assert visited["accepted_at"] == "2026-11-04T09:30:00+08:00"
    step = next(step for step in shown(people)["events"] if step["kind"] == "visited")
    assert (step["person"], step["note"]) == ("王师傅", "换了灯泡")


def test_urging_is_counted_and_leads_upward(reported: Jinlin) -> None:
    assert "agenda" not in reported("issue", "urge", "1", lang="en").err
    again = reported("issue", "urge", "1", "业主又来电话", lang="en")
    assert "jinlin issue agenda 2026-0001" in again.err
    assert reported("issue", "urge", "1", "--json").data["urged"] == 3
    reported("issue", "close", "1")
    reported("issue", "urge", "1", code=1)


def test_whoever_looks_after_the_building_is_named_and_taken(people: Jinlin) -> None:
    people("building", "add", "3")
    people("team", "cover", "李华", "--building", "3", "--skill", "维修员")
    people("team", "cover", "张三", "--building", "3", "--skill", "矛盾调处员")
    added = people("issue", "add", "灯坏", "--category", "公共照明", "--building", "3", lang="en")
    assert "李华 looks after building 3" in added.err
    assert "jinlin issue assign 2026-0001 --default" in added.err
    assert people("issue", "assign", "1", "--default", "--json").data["steward"] == "李华"
    people("issue", "add", "吵", "--category", "生活与装修噪声", "--building", "3")
    assert people("issue", "assign", "2", "--default", "--json").data["steward"] == "张三"


def test_where_nobody_looks_after_it_nobody_is_guessed(people: Jinlin, add: Add) -> None:
    people("building", "add", "3")
    add("灯坏", "--building", "3")
    refused = people("issue", "assign", "1", "--default", "--json", lang="en", code=3).error
    assert "jinlin team cover NAME --building 3" in refused["hint"]


SECRET = ("issue", "add", "打孩子", "--category", "人身侵害线索")


def test_what_is_secret_is_given_to_nobody(people: Jinlin) -> None:
    people(*SECRET)
    before = people.db.read_bytes()
    for words in (
        ("assign", "1", "李华"),
        ("accept", "1", "--by", "李华"),
        ("agenda", "1"),
        ("escalate", "1", "--to", "街道", "--request", "x"),
    ):
        refused = people("issue", *words, "--json", lang="en", code=1).error
        assert "110" in refused["hint"], words
        assert people.db.read_bytes() == before, words


def test_what_is_secret_is_not_assigned_at_entry_either(people: Jinlin) -> None:
    people(*SECRET, "--assign", "李华", code=1)
    assert people.sql("SELECT count(*) FROM issue") == [(0,)]


def test_what_turns_out_secret_is_taken_out_of_all_hands(people: Jinlin, add: Add) -> None:
    add("楼上天天打孩子")
    people("issue", "assign", "1", "李华", "--doing", "王师傅", "--inform", "张三")
    people("issue", "edit", "1", "--category", "人身侵害线索")
    issue = shown(people)
    assert (issue["steward"], issue["doer"], issue["private"]) == (None, None, True)
    assert not issue.get("informed")


@seeded
def two(reported: Jinlin, add: Add) -> Jinlin:
    """The same people with two issues."""
    add("另一件")
    return reported


STEPS: tuple[tuple[str, ...], ...] = (
    ("assign", "1", "李华", "--doing", "王师傅", "--inform", "张三"),
    ("accept", "1", "--by", "李华"),
    ("visit", "1", "x"),
    ("urge", "1"),
    ("consult", "1", "和物业谈"),
    ("partly", "1", "修好一半"),
    ("agenda", "1", "x"),
    ("decline", "1", "--reason", "x"),
    ("defer", "1", "--until", "2026-12-01", "--reason", "x"),
    ("escalate", "1", "--to", "街道", "--request", "x"),
    ("link", "1", "2"),
    ("link", "1", "2", "--part-of"),
    ("merge", "1", "--into", "2"),
)


def test_every_step_can_be_rehearsed_taken_back_and_done_again(two: Jinlin) -> None:
    before, file = two.dump(), two.db.read_bytes()
    for words in STEPS:
        two.db.write_bytes(file)
        two("issue", *words, "--dry-run")
        assert two.db.read_bytes() == file, words
        two("issue", *words)
        after = two.dump()
        assert after != before, words
        two("undo", "--yes")
        assert two.dump() == before, words
        two("redo", "--yes")
        assert two.dump() == after, words


def test_two_of_one_name_are_told_apart_by_their_homes(jinlin: Jinlin, add: Add) -> None:
    roster = jinlin.folder / "房屋.csv"
    roster.write_text("楼栋,单元,房号,业主,电话\n1,1,101,李华,13805915678\n", "utf-8")
    jinlin("household", "import", roster, "--yes")
    jinlin("member", "add", "李华", "--phone", "13805919999", "--party-state", "full", "--namesake")
    add()
    said = jinlin("issue", "assign", "1", "李华", "--json", lang="en", code=3).error["message"]
    assert "李华 1-1-101" in said
    assert "李华 this branch" in said
    assert "13805915678" not in said
    owner = jinlin.sql("SELECT number FROM person WHERE phone = '13805915678'")[0][0]
    assert f"P{owner} 李华（1-1-101）" in jinlin("issue", "assign", "1", f"P{owner}").out


def test_who_urges_what_nobody_has_is_told_to_assign_it(one: Jinlin) -> None:
    assert "issue assign 2026-0001" in one("issue", "urge", "1", lang="en").err
    one("issue", "assign", "1", "--unit", "物业公司")
    assert "issue assign" not in one("issue", "urge", "1", lang="en").err


def test_a_body_needs_no_option_and_a_name_that_ends_like_one_is_somebody(one: Jinlin) -> None:
    for name in ("张国会", "王建厂"):
        assert f"没有找到“{name}”" in one("issue", "assign", "1", name, code=3).err
    for name in ("供电局", "安居物业", "春江银行"):
        assert f"已派给{name}" in one("issue", "assign", "1", name).out
