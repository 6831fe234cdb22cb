"""A resolution recorded wrongly is put right or taken out before the minutes are confirmed."""

from __future__ import annotations

from harness import Jinlin, seeded


@seeded
def resolved(held: Jinlin) -> Jinlin:
    """`M1-1` with a typo, written back to issue 1; `A1` carries it out."""
    held("issue", "add", "路灯不亮", "--category", "公共照明", "--date", "2026-10-01")
    held("meeting", "attend", "M1", "林秀英", "P2")
    held("meeting", "resolve", "M1", "换登", "--item", "1", "--issue", "1", "--owner", "P2",
         "--due", "2026-11-20", "--basis", "议事规则")  # fmt: skip
    held("meeting", "action", "M1", "买灯", "--resolution", "1")
    return held


def notes(jinlin: Jinlin) -> list[tuple[str, str | None, str | None]]:
    return jinlin.sql("SELECT kind, note, reference FROM issue_event ORDER BY id")


def test_a_typo_is_put_right_and_the_issue_hears_of_it(resolved: Jinlin) -> None:
    before = resolved.dump()
    outcome = resolved("meeting", "resolve", "M1-1", "换灯", "--json")
    assert (outcome.data["number"], outcome.data["text"], outcome.data["owner"]) == (
        "M1-1", "换灯", "陈建国",
    )  # fmt: skip
    assert "2026-0001" in outcome.err
    assert notes(resolved)[-1] == ("noted", "决议 M1-1 文字更正为：换灯", "M1-1")
    assert "换登" in str(notes(resolved)), "what was decided then stays in its life"
    assert "修改决议 M1-1" in resolved("log").out
    resolved("undo")
    assert resolved.dump() == before


def test_the_other_facts_are_changed_one_by_one_and_empty_takes_away(resolved: Jinlin) -> None:
    events = notes(resolved)
    row = resolved("meeting", "resolve", "M1-1", "--due", "2026-12-01", "--owner", "物业",
                   "--basis", "", "--effective", "2026-11-10", "--review", "2027-01-10",
                   "--result", "一致同意", "--json").data  # fmt: skip
    assert row == {
        "number": "M1-1", "text": "换登", "item": 1, "owner": "物业", "due_on": "2026-12-01",
        "basis": None, "vote": None, "result": "一致同意", "effective_on": "2026-11-10",
        "review_on": "2027-01-10", "issues": ["2026-0001"],
        "dry_run": False,
    }  # fmt: skip
    assert notes(resolved) == events, "its wording is the same"


def test_a_resolution_is_taken_out_and_its_number_is_not_given_again(resolved: Jinlin) -> None:
    before = resolved.dump()
    events = notes(resolved)
    outcome = resolved("meeting", "unresolve", "M1-1", "--reason", "记重了", "--json")
    assert outcome.data == {
        "number": "M1-1", "text": "换登", "reason": "记重了", "issues": ["2026-0001"],
        "actions": ["A1"], "dry_run": False,
    }  # fmt: skip
    assert "事项状态不变：2026-0001" in outcome.err
    assert "A1" in outcome.err
    assert notes(resolved) == [*events, ("noted", "决议 M1-1 登记有误，已删除：记重了", "M1-1")]
    assert resolved.sql("SELECT remark FROM resolution") == [("删除原因：记重了",)]
    assert resolved("meeting", "resolutions", "--json").data == []
    assert resolved("meeting", "actions", "--json").data[0]["resolution"] is None
    assert "换登" not in resolved("meeting", "minutes", "M1").out
    assert "记重了" not in resolved("log").out
    assert resolved("meeting", "resolve", "M1", "换灯", "--json").data["number"] == "M1-2"
    resolved("undo")
    resolved("undo")
    assert resolved.dump() == before


def test_confirmed_minutes_keep_their_resolutions(resolved: Jinlin) -> None:
    resolved("meeting", "confirm", "M1", "--yes")
    before = resolved.db.read_bytes()
    for words in (("resolve", "M1-1", "换灯"), ("unresolve", "M1-1", "--reason", "记重了")):
        said = resolved("meeting", *words, code=1).err
        assert "已于" in said
        assert "会议 更正 M1" in said
    assert resolved.db.read_bytes() == before


def test_what_cannot_be_is_refused(resolved: Jinlin) -> None:
    before = resolved.db.read_bytes()
    for words, code in (
        (("resolve", "M1-9", "x"), 3),
        (("resolve", "M9-1", "x"), 3),
        (("resolve", "M1"), 2),
        (("resolve", "M1-1"), 1),
        (("resolve", "M1-1", " "), 2),
        (("resolve", "M1-1", "换登", "--due", "2026-11-20"), 1),
        (("resolve", "M1-1", "--due", "2026-11-01"), 1),
        (("resolve", "M1-1", "x", "--item", "2"), 1),
        (("resolve", "M1-1", "x", "--issue", "1"), 1),
        (("resolve", "M1-1", "x", "--status", "办理中"), 2),
        (("unresolve", "M1-1"), 2),
        (("unresolve", "M1-1", "--reason", " "), 2),
        (("unresolve", "M1", "--reason", "x"), 2),
        (("unresolve", "M1-9", "--reason", "x"), 3),
    ):
        error = resolved("meeting", *words, "--json", code=code).error
        assert error["hint"], words
        assert resolved.db.read_bytes() == before, words


def test_what_is_carried_out_is_still_put_right_but_not_reviewed(resolved: Jinlin) -> None:
    resolved("meeting", "done", "M1-1")
    resolved("meeting", "resolve", "M1-1", "--review", "2027-01-10", code=1)
    assert resolved("meeting", "resolve", "M1-1", "换灯", "--json").data["text"] == "换灯"


def test_it_goes_by_its_chinese_name(resolved: Jinlin) -> None:
    resolved("会议", "删除决议", "M1-1", "--reason", "记重了")
    assert resolved("meeting", "resolutions", "--json").data == []


def test_a_resolution_is_put_to_its_item_and_its_issues_later(held: Jinlin) -> None:
    held("issue", "add", "路灯不亮", "--category", "公共照明", "--date", "2026-10-01")
    held("issue", "add", "门禁坏了", "--category", "门禁监控道闸", "--date", "2026-10-01")
    held("meeting", "resolve", "M1", "换灯")
    before = held.dump()
    told = held("meeting", "resolve", "M1-1", "--item", "1", "--issue", "1", "--json")
    assert (told.data["item"], told.data["issues"]) == (1, ["2026-0001"])
    assert "2026-0001" in told.err
    assert notes(held)[-1] == ("decided", "换灯", "M1-1")
    held("undo")
    assert held.dump() == before
    held("meeting", "resolve", "M1-1", "换灯管", "--issue", "1")
    row = held("meeting", "resolve", "M1-1", "--issue", "2", "--status", "协商中", "--json").data
    assert (row["text"], row["issues"]) == ("换灯管", ["2026-0001", "2026-0002"])
    assert held("issue", "show", "2", "--json").data["status"] == "under_consultation"
    assert held("issue", "show", "1", "--json").data["status"] == "reported"


def test_closing_an_issue_says_that_its_resolution_is_not_settled(resolved: Jinlin) -> None:
    before = resolved.db.read_bytes()
    said = resolved("issue", "close", "1", "--result", "换了").err
    assert "M1-1" in said
    assert "jinlin 会议 完成 M1-1" in said
    assert resolved("meeting", "resolutions", "--undone", "--json").data
    resolved.db.write_bytes(before)
    resolved("meeting", "resolve", "M1-1", "换灯")  # its wording is not its end
    assert "M1-1" in resolved("issue", "close", "1", "--result", "换了").err
    resolved.db.write_bytes(before)
    every = ("--status", "open", "--close", "换了", "--yes")
    assert "会议 完成 M1-1" in resolved("issue", "bulk", *every).err
    resolved.db.write_bytes(before)
    closed = ("x", "--issue", "1", "--status", "已办结")
    assert "会议 完成 M1-2" in resolved("meeting", "resolve", "M1", *closed).err
    resolved.db.write_bytes(before)
    resolved("meeting", "done", "M1-1")
    assert notes(resolved)[-1] == ("noted", "决议 M1-1：已落实", "M1-1")
    assert "M1-1" not in resolved("issue", "close", "1", "--result", "换了").err


def test_a_status_that_cannot_follow_a_decision_says_which_can(resolved: Jinlin) -> None:
    refused = resolved("meeting", "resolve", "M1", "x", "--issue", "1", "--status", "部门呼叫中",
                       "--json", code=1).error  # fmt: skip
    assert "部门呼叫中" in refused["message"]
    for word in ("办理中", "事项协商中", "已上报", "已办结", "已答复（暂未解决）"):
        assert word in refused["hint"]
        resolved("meeting", "resolve", "M1", "x", "--issue", "1", "--status", word, "--dry-run")
    assert "部门" not in refused["hint"]
    assert "暂缓" not in refused["hint"]


def test_what_a_meeting_with_one_item_decides_is_of_that_item(held: Jinlin) -> None:
    held("会议", "新增", "支委会", "2026-11-04 19:30", "--议题", "架空层改造")
    held("会议", "签到", "M2", "林秀英")
    assert "归入议题1" in held("会议", "决议", "M2", "提请业主表决").err
    minutes = held("会议", "会议记录", "M2").out
    assert "留待下次" not in minutes
    assert "二、其他" not in minutes
