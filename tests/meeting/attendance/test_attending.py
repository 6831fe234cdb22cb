"""Coming late, leaving early, voting for others, opinions in writing; the roll by its rule."""

from __future__ import annotations

from typing import Any

import pytest
from harness import Jinlin
from windows import while_asked


def attendance(jinlin: Jinlin) -> dict[str, dict[str, Any]]:
    return {
        row["name"]: row for row in jinlin("meeting", "show", "M1", "--json").data["attendance"]
    }


def test_times_are_kept_and_who_comes_after_the_beginning_is_late(held: Jinlin) -> None:
    held("meeting", "attend", "M1", "林秀英", "--time", "19:20")
    late = held("meeting", "attend", "M1", "陈建国", "--time", "19:50", "--reason", "加班")
    assert "迟到，19:50到会：陈建国" in late.out
    left = held("meeting", "attend", "M1", "陈建国", "--left", "20:40", "--json").data
    assert (left["state"], left["changed"]) == ("late", ["陈建国"])
    shown = attendance(held)
    assert (shown["林秀英"]["state"], shown["林秀英"]["arrived_at"]) == (
        "present", "2026-11-04T19:20:00+08:00",
    )  # fmt: skip
    assert shown["陈建国"]["state"] == "late"
    assert shown["陈建国"]["reason"] == "加班"
    assert shown["陈建国"]["left_at"] == "2026-11-04T20:40:00+08:00"
    held("meeting", "attend", "M1", "陈建国", "--left", "无")
    assert attendance(held)["陈建国"]["left_at"] is None


def test_who_is_away_after_all_loses_the_times(held: Jinlin) -> None:
    held("meeting", "attend", "M1", "陈建国", "--time", "19:50", "--left", "20:10")
    held("meeting", "attend", "M1", "陈建国", "--state", "缺席")
    row = attendance(held)["陈建国"]
    assert (row["state"], row["arrived_at"], row["left_at"]) == ("absent", None, None)


def test_what_does_not_fit_is_refused_and_nothing_is_kept(held: Jinlin) -> None:
    held("meeting", "edit", "M1", "--end", "21:00")
    before = held.db.read_bytes()
    for words, code in (
        (("林秀英", "--left", "19:00"), 1),
        (("林秀英", "--time", "20:00", "--left", "19:55"), 1),
        (("林秀英", "--time", "21:30"), 1),
        (("林秀英", "--time", "傍晚"), 2),
        (("林秀英", "--state", "请假", "--time", "20:00"), 2),
        (("林秀英", "--state", "缺席", "--left", "20:00"), 2),
        (("林秀英", "--written", "同意"), 1),
        (("林秀英", "--proxy-for", "陈建国"), 2),
        (("林秀英", "--authority", "委托书"), 2),
        (("林秀英", "P2", "--proxy-for", "李雷", "--authority", "委托书"), 2),
        (("林秀英", "--proxy-for", "陈建国", "--authority", "委托书"), 1),
        (("林秀英", "--proxy-for", "陈建国", "--authority", "委托书", "--time", "20:00"), 2),
        (("林秀英", "--proxy-for", "林秀英", "--authority", "委托书"), 1),
        (("林秀英", "--expected"), 2),
        (("--expected", "--state", "请假"), 2),
        (("--expected", "--group", "3号楼党小组"), 2),
    ):
        error = held("meeting", "attend", "M1", *words, "--yes", "--json", code=code).error
        assert error["hint"], words
        assert held.db.read_bytes() == before, words


def test_the_roll_of_a_general_meeting_is_every_member_here(branch: Jinlin) -> None:
    branch("meeting", "add", "--type", "党员大会", "--time", "2026-11-04 19:30")
    before = branch.db.read_bytes()
    branch("meeting", "attend", "M1", "--expected", code=2)
    assert branch.db.read_bytes() == before
    branch("meeting", "attend", "M1", "P2")
    got = branch("meeting", "attend", "M1", "--expected", typed="y\n", code=0)
    assert "共应到4人" in got.out
    assert {name: row["state"] for name, row in attendance(branch).items()} == {
        "陈建国": "present", "林秀英": "expected", "张伟": "expected",
    }  # fmt: skip
    again = branch("meeting", "attend", "M1", "--expected", "--json").data
    assert again["added"] == []
    branch("undo")
    assert list(attendance(branch)) == ["陈建国"]


def test_the_roll_follows_the_kind_of_meeting(branch: Jinlin) -> None:
    for kind in ("支委会", "主题党日", "党小组会", "邻里议事会", "业主大会", "业委会"):
        branch("meeting", "add", "--type", kind, "--time", "2026-11-05 19:30")
    assert branch("meeting", "attend", "M1", "--expected", "--json").data["added"] == [
        "林秀英", "陈建国",
    ]  # fmt: skip
    assert (
        len(branch("meeting", "attend", "M2", "--expected", "--yes", "--json").data["added"]) == 5
    )
    assert "哪个党小组" in branch("meeting", "attend", "M3", "--expected", code=2).err
    assert "没有固定的应到名单" in branch("meeting", "attend", "M4", "--expected", code=1).err
    assert "没有固定的应到名单" in branch("meeting", "attend", "M5", "--expected", code=1).err
    assert "没有登记应到人员" in branch("meeting", "attend", "M6", "--expected", code=1).err


@pytest.mark.parametrize("option", ["--expected", "--members"])
def test_other_windows_write_while_it_asks_and_whom_they_record_is_left_as_recorded(
    branch: Jinlin, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    branch("meeting", "add", "--type", "党员大会", "--time", "2026-11-04 19:30")
    words = ("meeting", "attend", "M1", "P2", "--state", "请假", "--reason", "出差")
    while_asked(monkeypatch, lambda: branch(*words))
    branch("meeting", "attend", "M1", option, typed="", code=1)
    assert {name: row["state"] for name, row in attendance(branch).items()} == {"陈建国": "excused"}
    while_asked(monkeypatch, lambda: branch("building", "add", "77"))
    branch("meeting", "attend", "M1", option, typed="")


def test_the_roll_of_a_group_is_its_members(branch: Jinlin) -> None:
    branch("building", "add", "3", "--floors", "7")
    branch("branch", "group", "add", "3号楼党小组", "--building", "3")
    branch("member", "edit", "P2", "--group", "3号楼党小组")
    branch("meeting", "add", "--type", "党小组会", "--time", "2026-11-04 19:30")
    got = branch("meeting", "attend", "M1", "--expected", "--group", "3号楼党小组", "--json").data
    assert got["added"] == ["陈建国"]
    assert branch("meeting", "attend", "M1", "--expected", "--group", "没有", code=3).err


def test_who_votes_for_another_is_there_and_the_other_is_not(council: Jinlin) -> None:
    words = ("--proxy-for", "孙业、孙东", "--authority", "11月3日授权委托书")
    council("meeting", "attend", "M1", "孙一", *words)
    shown = attendance(council)
    assert (shown["孙业"]["state"], shown["孙业"]["proxy"]) == ("excused", "孙一")
    council("meeting", "attend", "M1", "孙业")
    assert attendance(council)["孙业"]["proxy"] is None, "who comes after all votes herself"
    before = council.db.read_bytes()
    said = council(
        "meeting", "attend", "M1", "孙一", "--proxy-for", "孙业", "--authority", "x", code=1
    )
    assert "孙业本人已到会" in said.err
    said = council(
        "meeting", "attend", "M1", "孙丝", "--proxy-for", "孙云", "--authority", "x", code=1
    )
    assert "孙丝未到会" in said.err
    assert council.db.read_bytes() == before
    council("undo")
    council("undo")
    assert "孙业" not in attendance(council)


def test_a_proxy_who_leaves_takes_the_vote_along(council: Jinlin) -> None:
    council("meeting", "attend", "M1", "孙一", "--proxy-for", "孙业", "--authority", "委托书")
    council("meeting", "attend", "M1", "孙一", "--left", "20:30")
    for at, there in (("20:00", 11), ("20:45", 9)):
        assert council("meeting", "quorum", "M1", "--time", at, "--json").data["present"] == there


def test_who_was_recorded_by_mistake_is_taken_off(held: Jinlin) -> None:
    held("meeting", "attend", "M1", "林秀英", "陈建国", "林秀")
    got = held("meeting", "attend", "M1", "林秀", "--remove", "--json").data
    assert (got["removed"], got["expected"], got["present"]) == (["林秀"], 2, 2)
    assert "林秀、" not in held("meeting", "minutes", "M1").out
    held("undo")
    assert held("meeting", "show", "M1", "--json").data["sitting_in"] == 1
    before = held.db.read_bytes()
    held("meeting", "attend", "M1", "林秀", "--remove", "--dry-run")
    held("meeting", "attend", "M1", "李雷", "--remove", code=3)
    held("meeting", "attend", "M1", "林秀", "--remove", "--state", "列席", code=2)
    held("meeting", "attend", "M1", "--remove", code=2)
    assert held.db.read_bytes() == before


def test_who_voted_or_votes_for_another_is_not_taken_off(council: Jinlin) -> None:
    council("meeting", "attend", "M1", "孙业", "--state", "请假")
    council("meeting", "attend", "M1", "孙一", "--proxy-for", "孙业", "--authority", "委托书")
    council("meeting", "vote", "M1", "1", "--method", "named", "--for", "其余",
            "--recused", "孙丁")  # fmt: skip
    before = council.db.read_bytes()
    for name in ("孙一", "孙丁", "孙七"):
        assert "不能删去" in council("meeting", "attend", "M1", name, "--remove", code=1).err
    assert council.db.read_bytes() == before


def test_when_it_began_is_said_after_a_supposed_beginning(held: Jinlin) -> None:
    held("meeting", "attend", "M1", "林秀英", "--time", "19:45")
    held("meeting", "open", "M1", "--time", "19:40")
    assert held("meeting", "show", "M1", "--json").data["opened_at"].startswith("2026-11-04T19:40")
    before = held.db.read_bytes()
    held("meeting", "open", "M1", "--time", "19:35", code=1)
    assert held.db.read_bytes() == before


def test_nothing_opens_after_its_end(held: Jinlin) -> None:
    held("meeting", "edit", "M1", "--end", "21:00")
    before = held.db.read_bytes()
    assert "21:00" in held("meeting", "open", "M1", "--time", "21:30", code=1).err
    assert held.db.read_bytes() == before


def test_who_voted_by_name_does_not_become_absent(council: Jinlin) -> None:
    states = ("缺席", "请假", "列席", "应到")
    council("meeting", "vote", "M1", "1", "--method", "named", "--for", "其余", "--against", "孙丁")
    before = council.db.read_bytes()
    for state in states:
        said = council("meeting", "attend", "M1", "孙丁", "--state", state, code=1).err
        assert "孙丁在表决 M1-V1 中已记名表决" in said, state
        assert council.db.read_bytes() == before, state
    council("meeting", "attend", "M1", "孙丁", "--state", "迟到")
    council("meeting", "vote", "M1", "--revise", "V1", "--reason", "误记", "--method", "named",
            "--for", "孙一、孙七、孙万、孙丈、孙三、孙上、孙下、孙不、孙与", "--not-voting", "1")  # fmt: skip
    revised = council.db.read_bytes()
    for state in states:
        council.db.write_bytes(revised)
        council("meeting", "attend", "M1", "孙丁", "--state", state)


def test_who_cast_the_vote_of_another_by_name_does_not_become_absent(council: Jinlin) -> None:
    council("meeting", "attend", "M1", "孙一", "--proxy-for", "孙业", "--authority", "委托书")
    council("meeting", "vote", "M1", "1", "--method", "named", "--not-voting", "2",
            "--for", "孙业、孙丁、孙七、孙万、孙丈、孙三、孙下、孙不、孙与")  # fmt: skip
    before = council.db.read_bytes()
    assert "M1-V1" in council("meeting", "attend", "M1", "孙一", "--state", "缺席", code=1).err
    assert council.db.read_bytes() == before
    council("meeting", "attend", "M1", "孙上", "--state", "缺席")


def test_a_verb_is_no_guest_and_a_resident_without_a_name_is(jinlin: Jinlin) -> None:
    jinlin("meeting", "add", "--type", "周五议事日", "--time", "2026-11-05 09:00")
    before = jinlin.db.read_bytes()
    for word in ("show", "remove", "查看"):
        assert "不是姓名" in jinlin("meeting", "attend", "M1", word, code=2).err
    assert jinlin.db.read_bytes() == before
    jinlin("meeting", "attend", "M1", "业主")
    assert jinlin.sql("SELECT name FROM attendance WHERE person_id IS NULL") == [("业主",)]


def test_who_is_of_the_body_is_told_that_she_attends_and_does_not_sit_in(jinlin: Jinlin) -> None:
    for name in ("陈建国", "王芳"):
        jinlin(
            "member", "post", "add", name, "--new", "--title", "业委会委员", "--from", "2026-01-01"
        )
    jinlin("meeting", "add", "业委会会议", "2026-11-04 19:30")
    told = jinlin("meeting", "attend", "M1", "林秀英", "王芳", "--state", "列席")
    assert "王芳是这个会的组成人员，应记出席，不记列席" in told.err
    [line] = [line for line in told.err.splitlines() if "组成人员" in line]
    jinlin(*line.partition("jinlin ")[2].split())
    got = jinlin("meeting", "show", "M1", "--json").data
    assert (got["present"], got["sitting_in"]) == (1, 1)
    assert "组成人员" not in jinlin("meeting", "attend", "M1", "陈建国").err
