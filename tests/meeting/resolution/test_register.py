"""The register of resolutions, action items, and what both write back to the issues."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from harness import NOON, Jinlin, seeded
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.errors import UsageError
from jinlin.meeting.rules.resolutions import (
    action_label,
    is_action,
    parse_action,
    parse_item,
    parse_percent,
    parse_resolution,
)


@seeded
def lamp(held: Jinlin) -> Jinlin:
    """Issue 1, put up for the Friday council `M2`, whose only item it is."""
    held("issue", "add", "3号楼路灯不亮", "--category", "公共照明", "--date", "2026-10-01")
    held("issue", "agenda", "1")
    held("meeting", "agenda", "--build")
    held.now = NOON + timedelta(days=1)
    return held


def events(jinlin: Jinlin) -> list[tuple[Any, ...]]:
    return jinlin.sql(
        "SELECT kind, note, reference, to_status FROM issue_event WHERE reference IS NOT NULL"
        " AND reference <> 'M2' ORDER BY id"
    )


def status(jinlin: Jinlin) -> str:
    found: str = jinlin("issue", "show", "1", "--json").data["status"]
    return found


def test_a_decision_is_written_back_to_the_issue_its_item_is_about(lamp: Jinlin) -> None:
    before = lamp.dump()
    outcome = lamp("meeting", "resolve", "M2", "请供电部门换线", "--item", "1", "--status",
                   "事项协商中", "--json", lang="en")  # fmt: skip
    assert outcome.data["issues"] == ["2026-0001"]
    assert events(lamp) == [("decided", "请供电部门换线", "M2-1", "under_consultation")]
    assert status(lamp) == "under_consultation"
    assert "2026-0001" in outcome.err
    lamp("undo")
    after = lamp.dump()
    assert after == before, "undo takes back the resolution and what it wrote"


def test_a_decision_can_close_the_issue_and_name_others(lamp: Jinlin) -> None:
    lamp("issue", "add", "围墙开裂", "--category", "公共照明")
    lamp("meeting", "resolve", "M2", "已换灯", "--item", "1", "--status", "已办结")
    assert status(lamp) == "closed_solved"
    lamp("meeting", "resolve", "M2", "请物业修墙", "--issue", "2", "--issue", "2026-0002")
    assert [row[2] for row in events(lamp)][-1] == "M2-2"
    assert lamp.sql("SELECT count(*) FROM resolution_issue")[0][0] == 2


def test_what_cannot_be_is_refused_and_nothing_is_kept(lamp: Jinlin) -> None:
    before = lamp.db.read_bytes()
    for words, code in (
        (("resolve", "M1", "x", "--status", "办理中"), 2),
        (("resolve", "M2", "x", "--item", "1", "--status", "在办"), 2),
        (("resolve", "M2", "x", "--item", "1", "--status", "天气"), 2),
        (("resolve", "M2", "x", "--item", "1", "--status", "部门呼叫中"), 1),
        (("resolve", "M2", "x", "--issue", "9"), 3),
        (("resolve", "M1", "x", "--effective", "2026-11-03"), 1),
        (("resolve", "M1", "x", "--review", "2026-11-03"), 1),
        (("review", "M1-9", "--note", "x"), 3),
        (("review", "M1", "--note", "x"), 2),
        (("review", "M1-1"), 2),
        (("done", "M1-9"), 3),
        (("done", "M1-1", "--percent", "40"), 2),
        (("done", "A9"), 3),
        (("done", "三"), 2),
        (("action", "M1"), 2),
        (("action", "M9", "x"), 3),
        (("action", "M1", "x", "--item", "9"), 3),
        (("action", "M1", "x", "--resolution", "M1-9"), 3),
        (("action", "M1", "x", "--resolution", "M2-1"), 2),
        (("action", "M1", "x", "--due", "2026-11-03"), 1),
        (("action", "M1", "x", "--percent", "40"), 2),
        (("action", "A9", "--percent", "40"), 3),
    ):
        assert lamp("meeting", *words, code=code).err, words
        assert lamp.db.read_bytes() == before, words


def test_what_came_of_a_resolution_is_asked_for(lamp: Jinlin) -> None:
    lamp("meeting", "resolve", "M1", "修路灯")
    lamp("meeting", "review", "M1-1", typed="已报价\n")
    [row] = lamp("meeting", "resolutions", "--meeting", "M1", "--json").data
    assert row["remark"] == "已报价"


def test_a_secret_issue_is_given_to_no_meeting(lamp: Jinlin) -> None:
    lamp("issue", "add", "邻居打孩子", "--category", "人身侵害线索")
    before = lamp.db.read_bytes()
    lamp("meeting", "resolve", "M1", "x", "--issue", "2", code=1)
    lamp("meeting", "action", "M1", "x", "--issue", "2", code=1)
    assert lamp.db.read_bytes() == before


def test_the_register_shows_what_is_open_overdue_and_to_be_reviewed(held: Jinlin) -> None:
    held("meeting", "resolve", "M1", "装灯", "--owner", "P2", "--due", "2026-11-10",
         "--basis", "议事规则", "--result", "一致同意", "--effective", "2026-11-05")  # fmt: skip
    held("meeting", "resolve", "M1", "修墙", "--review", "2026-11-20")
    held("meeting", "resolve", "M1", "种花")
    held("meeting", "done", "M1-3", "--note", "已种")
    held.now = NOON + timedelta(days=20)

    def labels(*words: str) -> list[str]:
        return [r["number"] for r in held("meeting", "resolutions", *words, "--json").data]

    assert labels() == ["M1-1", "M1-2", "M1-3"]
    assert labels("--undone") == ["M1-1", "M1-2"]
    assert labels("--overdue") == ["M1-1"]
    assert labels("--review") == ["M1-2"]
    assert labels("--owner", "陈建国") == ["M1-1"]
    assert labels("--text", "花") == ["M1-3"]
    assert labels("--meeting", "M9") == []
    first, _second, third = held("meeting", "resolutions", "--json").data
    assert (first["basis"], first["result"], first["effective_on"]) == (
        "议事规则", "一致同意", "2026-11-05",
    )  # fmt: skip
    assert (third["status"], third["ended_on"], third["remark"]) == ("done", "2026-11-05", "已种")


def test_a_resolution_is_reviewed_until_it_is_carried_out_or_revoked(held: Jinlin) -> None:
    held("meeting", "resolve", "M1", "装灯", "--review", "2026-11-04")
    got = held("meeting", "review", "M1-1", "--note", "在装", "--next", "2026-12-01", "--json").data
    assert (got["status"], got["review_on"], got["remark"]) == ("open", "2026-12-01", "在装")
    held("meeting", "review", "M1-1", "--note", "x", "--next", "2026-11-05", code=2)
    held("meeting", "review", "M1-1", "--note", "x", "--next", "2027-01-01", "--revoke", code=2)
    held("meeting", "done", "M1-1", "--date", "2026-11-03", code=2)
    got = held("meeting", "review", "M1-1", "--note", "另行决定", "--revoke", "--json").data
    assert (got["status"], got["review_on"], got["remark"]) == ("revoked", None, "在装\n另行决定")
    held("meeting", "done", "M1-1", code=1)
    held("meeting", "review", "M1-1", "--note", "x", code=1)
    held("undo")
    held("meeting", "done", "M1-1")


def test_an_action_item_is_followed_until_it_is_done(lamp: Jinlin) -> None:
    lamp("meeting", "resolve", "M2", "换灯", "--item", "1")
    got = lamp("meeting", "action", "M2", "买灯", "--owner", "物业", "--due", "2026-11-10",
               "--resolution", "1", "--json").data  # fmt: skip
    assert (got["number"], got["item"], got["resolution"]) == ("A1", 1, "M2-1")
    assert got["issues"] == ["2026-0001"], "its resolution's item is about it"
    got = lamp("meeting", "action", "A1", "--percent", "40%", "--note", "已下单", "--json").data
    assert (got["percent"], got["done_on"], got["remark"]) == (40, None, "已下单")
    lamp("meeting", "action", "A1", "--percent", "40", code=1)
    lamp("meeting", "done", "A1", "--date", "2026-12-01", code=2)
    got = lamp("meeting", "done", "A1", "--note", "都亮了", "--json").data
    assert (got["percent"], got["done_on"]) == (100, "2026-11-06")
    assert [(e[0], e[2]) for e in events(lamp)] == [
        ("decided", "M2-1"), ("decided", "A1"), ("noted", "A1"),
    ]  # fmt: skip
    assert "都亮了" in events(lamp)[-1][1]
    lamp("undo")
    assert [e[2] for e in events(lamp)] == ["M2-1", "A1"]
    assert lamp("meeting", "actions", "--undone", "--json").data[0]["percent"] == 40


def test_action_items_are_listed_undone_and_soonest_first(held: Jinlin) -> None:
    assert held("meeting", "actions", "--json").data == []
    held("meeting", "action", "M1", "甲", "--due", "2026-12-01", "--owner", "物业")
    held("meeting", "action", "M1", "乙")
    held("meeting", "action", "M1", "丙", "--due", "2026-11-05")
    held("meeting", "action", "M1", "丁", "--due", "2026-11-04")
    held("meeting", "done", "A4")

    def labels(*words: str) -> list[str]:
        return [a["number"] for a in held("meeting", "actions", *words, "--json").data]

    assert labels() == ["A3", "A1", "A2", "A4"]
    assert labels("--undone") == ["A3", "A1", "A2"]
    assert labels("--overdue") == []
    assert labels("--owner", "物业") == ["A1"]
    held.now = NOON + timedelta(days=2)
    assert labels("--overdue") == ["A3"]


def test_today_names_what_is_due_and_what_to_type(held: Jinlin) -> None:
    held("meeting", "action", "M1", "问报价", "--due", "2026-11-06", "--owner", "P2")
    held("meeting", "resolve", "M1", "装灯", "--review", "2026-11-05")
    data = held("today", "--json").data
    assert (data["actions"]["total"], data["actions"]["next"]) == (1, "jinlin 完成 A1")
    assert data["actions"]["first"][0]["who"] == "陈建国"
    assert data["reviews"]["first"][0]["number"] == "M1-1"
    held(*data["actions"]["next"].split()[1:])
    assert held("today", "--json").data["actions"]["total"] == 0


def test_owners_and_texts_of_people_who_are_forgotten_go(held: Jinlin) -> None:
    held("member", "add", "赵小梅")
    held("meeting", "say", "M1", "1", "赵小梅", "我家在3-1-502，赵小梅不同意")
    held("meeting", "action", "M1", "请赵小梅补签")
    held("member", "forget", "赵小梅", "--yes")
    assert "赵小梅" not in str(held.sql("SELECT speaker, text FROM statement"))
    assert "赵小梅" not in str(held.sql("SELECT text FROM action_item"))


numbers = st.integers(1, 99_999)


@given(numbers, numbers)
def test_numbers_are_read_as_they_are_written(meeting: int, own: int) -> None:
    assert parse_action(action_label(own)) == own
    assert is_action(action_label(own).lower())
    assert parse_resolution(f"M{meeting}-{own}") == (meeting, own)
    assert parse_item(f"Ｍ{meeting}/{own}") == (meeting, own)
    assert not is_action(f"M{meeting}")


@given(st.text(max_size=6))
def test_what_is_no_percentage_is_refused(text: str) -> None:
    try:
        assert 0 <= parse_percent(text) <= 100
    except UsageError:
        assert not (text.isascii() and text.isdecimal() and int(text) <= 100)


def test_a_status_is_for_the_issues_that_are_named_and_each_is_told(lamp: Jinlin) -> None:
    lamp("issue", "add", "楼道堆物", "--category", "公共照明", "--date", "2026-11-01")
    told = lamp("meeting", "resolve", "M2", "换灯并清理", "--item", "1", "--issue", "2",
                "--status", "已办结").err  # fmt: skip
    own, named = (lamp("issue", "show", n, "--json").data["status"] for n in ("1", "2"))
    assert (own, named) == ("in_progress", "closed_solved")
    assert "2026-0002 已办结" in told
    assert "2026-0001" in told
    assert "不变" in told


def test_the_same_resolution_of_the_same_item_is_asked_about(held: Jinlin) -> None:
    held("meeting", "resolve", "M1", "每月清扫架空层", "--item", "1")
    before = held.db.read_bytes()
    said = held("meeting", "resolve", "M1", " 每月清扫架空层", "--item", "1", code=2).err
    assert "M1-1" in said
    assert "--确认" in said
    assert held.db.read_bytes() == before
    held("meeting", "resolve", "M1", "每月清扫架空层", "--item", "2")
    held("meeting", "resolve", "M1", "每月清扫架空层", "--item", "1", "--yes")


def test_in_a_meeting_of_the_party_nobody_was_elected_without_an_election(held: Jinlin) -> None:
    held("meeting", "attend", "M1", "P1", "P2")
    before = held.db.read_bytes()
    said = held("meeting", "resolve", "M1", "陈建国当选组织委员", "--item", "2", code=1).err
    assert "jinlin 会议 选举 M1" in said
    assert held.db.read_bytes() == before
    held("meeting", "resolve", "M1", "陈建国当选组织委员", "--item", "2", "--result", "票决2票")
    assert "选定" in held("meeting", "resolve", "M1", "榕城物业当选", "--result", "比选").err
