"""`jinlin meeting attend` and `resolve`: what is typed while it goes on."""

from __future__ import annotations

from typing import Any

import pytest
from harness import Jinlin
from hypothesis import given
from hypothesis import strategies as st

from jinlin.meeting.rules.meetings import AttendanceState, turnout


def attendance(jinlin: Jinlin) -> list[tuple[str, str, Any]]:
    rows = jinlin("meeting", "show", "M1", "--json").data["attendance"]
    return [(row["name"], row["state"], row["reason"]) for row in rows]


def test_people_are_recorded_by_name_number_and_phone_and_counted(held: Jinlin) -> None:
    held("meeting", "attend", "M1", "林秀英、1234")
    held("meeting", "attend", "M1", "5678", "--state", "请假", "--reason", "出差")
    got = held("meeting", "attend", "m1", "P5", "--state", "sitting-in", "--json").data
    assert attendance(held) == [
        ("林秀英", "present", None),
        ("陈建国", "present", None),
        ("张伟", "excused", "出差"),
        ("李雷", "sitting_in", None),
    ]
    assert {key: got[key] for key in ("expected", "present", "excused", "absent", "sitting_in")} == {
        "expected": 3, "present": 2, "excused": 1, "absent": 0, "sitting_in": 1,
    }  # fmt: skip


def test_who_is_nobody_here_is_kept_as_a_guest_and_that_is_said(held: Jinlin) -> None:
    outcome = held("meeting", "attend", "M1", "赵经理", "--state", "列席", "--json")
    assert outcome.data["guests"] == ["赵经理"]
    assert "赵经理" in outcome.err
    assert held.sql("SELECT name, person_id FROM attendance") == [("赵经理", None)]
    held("member", "add", "赵经理", "--post", "组织委员")
    held("meeting", "attend", "M1", "赵经理", "--state", "present")
    assert held.sql("SELECT name, person_id, state FROM attendance") == [("赵经理", 6, "present")]


def test_who_is_recorded_already_gets_the_new_state_and_that_is_said(held: Jinlin) -> None:
    held("meeting", "attend", "M1", "陈建国", "--state", "缺席", "--reason", "生病")
    before = held.db.read_bytes()
    again = held("meeting", "attend", "M1", "陈建国", "--state", "absent", code=1, lang="en")
    assert "just so before: 陈建国" in again.err, "nothing would change: it is said, not done again"
    assert held.db.read_bytes() == before
    changed = held("meeting", "attend", "M1", "陈建国", "P1", "--state", "late", "--json")
    assert (changed.data["changed"], changed.data["added"]) == (["陈建国"], ["林秀英"])
    assert "陈建国" in changed.err
    assert attendance(held) == [("陈建国", "late", None), ("林秀英", "late", None)]


def test_two_of_one_name_are_listed_and_nobody_is_recorded(held: Jinlin) -> None:
    before = held.db.read_bytes()
    error = held("meeting", "attend", "M1", "林秀英", "张伟", "--json", code=3).error
    assert "P3" in error["message"]
    assert "P4" in error["message"]
    assert held.db.read_bytes() == before


def test_all_members_of_the_branch_are_recorded_at_once_after_asking(held: Jinlin) -> None:
    held("meeting", "attend", "M1", "P2", "--state", "excused")
    before = held.db.read_bytes()
    held("meeting", "attend", "M1", "--members", code=2)
    assert held.db.read_bytes() == before
    held("meeting", "attend", "M1", "--members", typed="y\n")
    assert attendance(held) == [
        ("陈建国", "excused", None),
        ("林秀英", "present", None),
        ("张伟", "sitting_in", None),
        ("张伟", "sitting_in", None),
    ]
    again = held("meeting", "attend", "M1", "--members", "--json").data
    assert (again["added"], again["present"]) == ([], 1)


def test_who_is_not_of_the_body_sits_in_and_never_counts_among_who_should_attend(
    held: Jinlin,
) -> None:
    told = held("meeting", "attend", "M1", "陈建国", "P3", "赵经理", "街道张科", "--state", "实到")
    assert "名单上1人，实到1人" in told.out
    assert "不在应到范围，记为列席：张伟、赵经理、街道张科" in told.err
    before = held.db.read_bytes()
    for state in ("请假", "缺席", "应到"):
        refused = held("meeting", "attend", "M1", "王大明", "--state", state, code=1).err
        assert f"王大明不在2026年11月4日支部委员会会议的应到范围，不登记{state}" in refused
        assert held.db.read_bytes() == before
    [row] = held("meeting", "list", "--json").data
    assert (row["expected"], row["present"]) == (1, 1)
    [month] = held("report", "monthly", "11", "--json").data["meetings"]["by_type"]
    assert (month["expected"], month["present"]) == (1, 1)
    said = held("meeting", "attend", "M1", "赵经理", "P3", "--json", lang="en", code=1).error
    assert "recorded just so before" in said["message"].lower()


def test_bad_attendance_is_refused_and_nothing_is_kept(held: Jinlin) -> None:
    before = held.db.read_bytes()
    for words, code in (
        (("M9", "林秀英"), 3),
        (("M1",), 2),
        (("M1", "、"), 2),
        (("M1", "林秀英", "--state", "迷路"), 3),
        (("M1", "林秀英", "--reason", "出差"), 2),
        (("M1", "P99"), 3),
        (("M1", "张**"), 2),
        (("M1", "林秀英@99"), 3),
        (("M1", "林秀英", "林秀英"), 1),
        (("M1", "林秀英", "P1"), 1),
        (("M1", "陈建国", "1234"), 1),
        (("M1", "赵经理、赵经理"), 1),
        (("场次", "林秀英"), 2),
    ):
        held("meeting", "attend", *words, code=code)
        assert held.db.read_bytes() == before, words


def test_a_resolution_gets_a_number_under_its_meeting(held: Jinlin) -> None:
    words = ("逐户征求意见", "--item", "1", "--owner", "P2", "--due", "12-20", "--json")
    assert held("meeting", "resolve", "M1", *words).data == {
        "number": "M1-1", "text": "逐户征求意见", "item": 1, "owner": "陈建国",
        "due_on": "2026-12-20", "basis": None, "vote": None, "result": None, "effective_on": None,
        "review_on": None, "issues": [], "dry_run": False,
    }  # fmt: skip
    assert (
        held("meeting", "resolve", "1", "请物业报价", "--owner", "物业公司", "-q").out == "M1-2\n"
    )
    held("undo")
    assert held("meeting", "resolve", "1", "请物业报价", "-q").out == "M1-3\n"
    kept = held("meeting", "show", "M1", "--json").data["resolutions"]
    keys = ("number", "text", "item", "owner", "due_on", "status")
    assert [tuple(row[key] for key in keys) for row in kept] == [
        ("M1-1", "逐户征求意见", 1, "陈建国", "2026-12-20", "open"),
        ("M1-3", "请物业报价", None, None, None, "open"),
    ]


def test_a_bad_resolution_is_refused_and_nothing_is_kept(held: Jinlin) -> None:
    before = held.db.read_bytes()
    for words, code in (
        (("M9", "x"), 3),
        (("M1", "x", "--item", "7"), 3),
        (("M1", "x", "--due", "2026-11-03"), 1),
        (("M1", "x", "--due", "以后"), 2),
        (("M1", " "), 2),
        (("M1", "x", "--owner", "P99"), 3),
        (("M1",), 2),
    ):
        held("meeting", "resolve", *words, code=code)
        assert held.db.read_bytes() == before, words


def test_dry_runs_leave_the_file_as_it_was(held: Jinlin) -> None:
    before = held.db.read_bytes()
    assert held("meeting", "attend", "M1", "林秀英", "--dry-run", "--json").data["present"] == 1
    assert held("meeting", "resolve", "M1", "x", "--dry-run", "--json").data["number"] == "M1-1"
    assert held.db.read_bytes() == before


def test_undo_takes_attendance_and_resolutions_back_without_naming_anybody(held: Jinlin) -> None:
    held("meeting", "attend", "M1", "李雷", "赵经理")
    first = held.sql("SELECT * FROM attendance")
    held("meeting", "attend", "M1", "李雷", "--state", "excused", "--reason", "出差")
    held("meeting", "resolve", "M1", "x")
    log = "".join(entry["did"] for entry in held("log", "--json").data)
    assert not {"李雷", "赵经理"} & {name for name in ("李雷", "赵经理") if name in log}
    assert held("undo", lang="en").out.strip() == "Undone: remove resolution M1-1"
    assert held("undo", lang="en").out.strip() == (
        "Undone: take back attendance at meeting M1, excused: 1"
    )
    assert held.sql("SELECT * FROM attendance") == first
    assert held("undo", lang="en").out.strip() == (
        "Undone: take back attendance at meeting M1, present: 2"
    )
    assert held.sql("SELECT * FROM attendance") == []


@given(st.lists(st.sampled_from(list(AttendanceState))))
def test_everybody_is_counted_once(states: list[AttendanceState]) -> None:
    count = turnout(states)
    assert count.expected == count.present + count.excused + count.absent + count.unknown
    assert count.expected + count.sitting_in == len(states)
    assert count.present == sum(
        state in {AttendanceState.PRESENT, AttendanceState.LATE} for state in states
    )


@pytest.mark.parametrize(
    ("said", "state"),
    [("出席", AttendanceState.PRESENT), ("实到", AttendanceState.PRESENT), ("sitting-in", AttendanceState.SITTING_IN),
     ("sitting_in", AttendanceState.SITTING_IN), ("列席", AttendanceState.SITTING_IN), ("应到", AttendanceState.EXPECTED)],
)  # fmt: skip
def test_states_are_read_in_both_languages(said: str, state: AttendanceState) -> None:
    assert AttendanceState.read(said) is state
