"""An issue without a category: guessed and said, asked about, or kept to be sorted."""

from __future__ import annotations

import pytest
from harness import Jinlin


def test_a_title_is_enough_and_what_was_guessed_is_said(jinlin: Jinlin) -> None:
    added = jinlin("issue", "add", "路灯不亮", "--json")
    assert (added.data["category"], added.data["category_guessed"]) == ("公共照明", True)
    assert "按字面归入 公共照明；不对：jinlin 事项 修改 2026-0001 --类别" in added.err
    said = jinlin("issue", "add", "路灯不亮", "--category", "公共照明", "--json")
    assert said.data["category_guessed"] is False
    assert "按字面" not in said.err


def test_what_nobody_sorts_waits_in_today_and_gets_its_days_from_the_report(
    jinlin: Jinlin,
) -> None:
    added = jinlin("issue", "add", "群里发米", "--reported", "2026-11-02", "--json")
    assert (added.data["category_code"], added.data["category_guessed"]) == ("unsorted", True)
    waiting = jinlin("today", "--json").data
    assert "2026-0001" in str(waiting["unsorted"])
    assert "jinlin 事项 修改 1 --类别" in jinlin("today").out
    assert jinlin("issue", "board", "--json").data == []
    sorted_ = jinlin("issue", "edit", "1", "--category", "公共照明", "--json").data
    assert sorted_["due_on"] == "2026-11-05"  # three working days from the report
    assert not jinlin("today", "--json").data["unsorted"]["total"]
    assert [row["number"] for row in jinlin("issue", "board", "--json").data] == ["2026-0001"]


def test_what_is_not_sorted_is_counted_by_itself_in_a_report(jinlin: Jinlin) -> None:
    jinlin("issue", "add", "路灯不亮")
    assert "待归类" not in jinlin("report", "monthly", "2026-11").out
    jinlin("issue", "add", "群里发米")
    groups = {
        row["category"]: row["received"]
        for row in jinlin("report", "monthly", "2026-11", "--json").data["categories"]
    }
    assert (groups["facilities"], groups["unsorted"]) == (1, 1)
    assert "待归类" in jinlin("report", "monthly", "2026-11").out


def test_two_told_alike_are_both_named_and_what_was_chosen_before_decides(jinlin: Jinlin) -> None:
    added = jinlin("issue", "add", "树枝挡住路灯", "--json")
    assert added.data["category_code"] == "unsorted"
    assert "绿化与虫害" in added.err
    assert "公共照明" in added.err
    jinlin("issue", "edit", "1", "--category", "绿化与虫害")
    again = jinlin("issue", "add", "5号楼树枝挡住路灯", "--json")
    assert again.data["category_code"] == "green"
    assert "公共照明" in again.err


def test_what_was_put_right_is_not_guessed_wrongly_again(jinlin: Jinlin) -> None:
    jinlin("issue", "add", "书画室门锁")
    jinlin("issue", "edit", "1", "--category", "健身休闲设施")
    assert jinlin("issue", "add", "书画室门锁", "--json").data["category_code"] == "fitness"


@pytest.mark.parametrize(("answer", "code"), [("绿化", "green"), ("", "unsorted")])
def test_on_a_terminal_a_tie_is_asked_about_once(jinlin: Jinlin, answer: str, code: str) -> None:
    added = jinlin("issue", "add", "树枝挡住路灯", "--json", typed=f"{answer}\n")
    assert added.data["category_code"] == code
    assert added.err.count("哪个类别") == 1
    assert "哪个类别" not in jinlin("issue", "add", "路灯不亮", typed="").err


def test_harm_and_danger_are_heard_before_anything_else(jinlin: Jinlin) -> None:
    harm = jinlin("issue", "add", "楼上路灯下有人打老婆", "--json")
    assert harm.data["category_code"] == "harm"
    assert "立即报警" in harm.err
    assert jinlin("issue", "add", "路灯杆漏电", "--json").data["urgency"] == "critical"


def test_of_typed_lines_each_says_what_was_guessed(jinlin: Jinlin) -> None:
    made = jinlin("issue", "add", "-", piped="路灯不亮\n群里发米\n楼上的狗 #生活与\n井盖 #设施\n")
    assert "2026-0001 路灯不亮 → 公共照明（按字面归的）" in made.out
    assert "jinlin 事项 修改 2026-0002 --类别" in made.err
