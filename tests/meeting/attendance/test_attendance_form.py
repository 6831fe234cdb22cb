"""Attendance on a form: the roll goes out, and comes back with where each was."""

from __future__ import annotations

from typing import Any

import pytest
from forms import choices_of, fill, rows_of
from harness import Jinlin

ROLL = ["P4 张伟", "P3 张伟", "林秀英", "陈建国"]


@pytest.fixture
def form(branch: Jinlin) -> Jinlin:
    """A party day `M1` and its form."""
    branch("meeting", "add", "--type", "主题党日", "--time", "2026-11-04 19:30")
    branch("meeting", "attend", "M1", "陈建国", "--state", "请假", "--reason", "出差")
    branch("meeting", "attend", "template", "M1", "-o", "出席.xlsx")
    return branch


def taken(form: Jinlin, *words: str, code: int = 0) -> Any:
    line = ("meeting", "attend", "import", "M1", "出席.xlsx", "--yes", "--json", *words)
    return form(*line, code=code).data


def states(jinlin: Jinlin) -> dict[str, tuple[str, str | None]]:
    rows = jinlin.sql("SELECT name, state, reason FROM attendance WHERE removed_at IS NULL")
    return {row[0]: (row[1], row[2]) for row in rows}


def test_the_roll_stands_there_with_what_is_recorded_and_room_for_others(form: Jinlin) -> None:
    rows = rows_of(form, "出席.xlsx")
    named = [row["姓名"] for row in rows if row["姓名"]]
    assert sorted(named) == sorted([*ROLL, "李雷"])
    assert rows[0]["目前记录"] == "请假"
    assert len(rows) == len(named) + 5
    assert choices_of(form, "出席.xlsx") == {"出席情况": ["实到", "迟到", "请假", "缺席", "列席"]}


def test_a_half_filled_form_is_taken_once_and_undone_as_one(form: Jinlin) -> None:
    fill(
        form,
        "出席.xlsx",
        {
            "林秀英": {"出席情况": "出席"},
            "P3 张伟": {"到会时间": "19:45", "理由": ""},
            "陈建国": {"出席情况": "缺席", "理由": "没来"},
        },
        added=[{"姓名": "王经理", "出席情况": "列席"}],
    )
    before = form.dump()
    got = taken(form)
    assert (got["added"], got["changed"]) == (3, 1)
    [note] = got["notes"]
    assert "李雷" in note
    assert states(form) == {
        "陈建国": ("absent", "没来"), "林秀英": ("present", None), "张伟": ("late", None),
        "王经理": ("sitting_in", None),
    }  # fmt: skip
    now = form.dump()
    assert (taken(form)["unchanged"], form.dump()) == (4, now)
    form("undo", "--yes")
    assert form.dump() == before


def test_what_cannot_be_is_refused_with_its_row_and_column(form: Jinlin) -> None:
    fill(
        form,
        "出席.xlsx",
        {
            "林秀英": {"出席情况": "来了吧"},
            "P3 张伟": {"出席情况": "出席", "理由": "路上堵"},
            "P4 张伟": {"到会时间": "晚上"},
        },
        added=[
            {"姓名": "陈建囯", "出席情况": "出席"},
            {"姓名": "张伟", "出席情况": "出席"},
            {"姓名": "李雷", "出席情况": "出席"},
            {"姓名": "李雷", "出席情况": "缺席"},
            {"出席情况": "出席"},
        ],
    )
    got = taken(form, code=5)
    assert got["added"] == 1
    refused = {one["row"]: one["column"] for one in got["rejected"]}
    assert sorted(refused.values()) == sorted(
        ["出席情况", "姓名", "到会时间", "姓名", "姓名", "姓名", "姓名"]
    )
    assert states(form)["李雷"] == ("present", None)


def test_another_meeting_s_form_is_refused_and_a_renamed_header_named(form: Jinlin) -> None:
    fill(form, "出席.xlsx", {"林秀英": {"出席情况": "出席"}}, renamed={"出席情况": "来没来"})
    form("meeting", "attend", "import", "M1", "出席.xlsx", "--yes", code=5)
    form("meeting", "add", "--type", "主题党日", "--time", "2026-11-03 19:30")
    words = ("--map", "来没来=出席情况", "--yes", "--json")
    before = form.db.read_bytes()
    wrong = form("meeting", "attend", "import", "M2", "出席.xlsx", *words, code=5)
    assert "梅苑小区-M1" in wrong.err
    assert form.db.read_bytes() == before
    assert taken(form, *words[:2])["added"] == 1
