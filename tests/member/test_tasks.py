"""`jinlin branch task`: what street or community gave the branch to do, and how far it is."""

from __future__ import annotations

from datetime import timedelta

import pytest
from harness import Jinlin, seeded

ADD = ("branch", "task", "add", "充电桩排查", "--due", "2026-11-20", "--owner", "郑国梁")


@seeded
def given(jinlin: Jinlin) -> Jinlin:
    jinlin(*ADD)
    return jinlin


def test_a_task_is_recorded_with_who_gave_it_and_stands_at_nothing(given: Jinlin) -> None:
    [task] = given("branch", "task", "--json").data
    assert (task["what"], task["given_by"], task["percent"], task["state"]) == (
        "充电桩排查", "街道", 0, "open",
    )  # fmt: skip
    assert "郑**" in given("branch", "task").out
    assert given("branch", "task", "add", "充电桩排查", "--due", "2026-11-20", code=1).err


def test_how_far_it_is_is_said_again_and_again_and_nothing_is_lost(given: Jinlin) -> None:
    said = given("branch", "task", "progress", "1", "60%", "已摸排两栋楼")
    assert "完成60%" in said.out
    given("branch", "task", "progress", "1", "60%", "已摸排两栋楼", code=2)
    given.now += timedelta(days=2)
    given("支部", "任务", "进展", "充电桩", "完成")
    shown = given("branch", "task", "show", "1", "--json").data
    assert (shown["percent"], shown["state"]) == (100, "done")
    assert [row["percent"] for row in shown["progress"]] == [100, 60]
    given("undo", "--yes")
    assert given("branch", "task", "show", "1", "--json").data["told"] == "已摸排两栋楼"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("progress", "1", "101"), 2),
        (("progress", "1", "很多"), 2),
        (("progress", "9", "50"), 3),
        (("progress", "1", "50", "--date", "2026-11-01"), 1),
        (("progress", "1", "50", "--date", "2026-12-01"), 2),
        (("add", "别的", "--due", "2026-11-01"), 1),
        (("add", "别的", "--due", "某天"), 2),
        (("edit", "1", "--due", "2026-10-01"), 1),
        (("show", "2"), 3),
    ],
)
def test_what_cannot_be_changes_nothing(given: Jinlin, words: tuple[str, ...], code: int) -> None:
    before = given.db.read_bytes()
    given("branch", "task", *words, code=code)
    assert given.db.read_bytes() == before


def test_where_nothing_is_given_that_is_said(jinlin: Jinlin) -> None:
    assert jinlin("branch", "task", "--json").data == []
    assert jinlin("today", "--json").data["tasks"]["total"] == 0
    assert "交办" not in jinlin("report", "monthly", "2026-11").out


def test_what_is_near_or_late_stands_in_today_and_is_handed_over(given: Jinlin) -> None:
    assert not given("today", "--json").data["tasks"]["total"]
    given.now += timedelta(days=10)
    [line] = given("today", "--json").data["tasks"]["first"]
    assert line["number"] == "1"
    assert "充电桩排查" in given("db", "handover", "--md").out
    given("branch", "task", "progress", "1", "100")
    assert not given("today", "--json").data["tasks"]["total"]


def test_the_monthly_report_tells_each_task_as_it_stood_when_the_month_ended(given: Jinlin) -> None:
    given("branch", "task", "add", "反诈宣传", "--from", "社区")
    given("branch", "task", "progress", "1", "60", "已摸排两栋楼")
    given("branch", "task", "progress", "2", "100")
    given.now += timedelta(days=30)
    given("branch", "task", "progress", "1", "90")
    text = "".join(given("report", "monthly", "2026-11", "--md").out.split())
    assert "街道、社区交办任务2项，本月完成1项，逾期未完成1项" in text
    assert "“反诈宣传”已完成" in text
    assert "“充电桩排查”完成60%（11月20日前），已摸排两栋楼" in text
    assert "done to 60%" in given("report", "monthly", "2026-11", "--md", lang="en").out
    after = "".join(given("report", "monthly", "2026-12", "--md").out.split())
    assert "交办任务1项，逾期未完成1项：“充电桩排查”完成90%" in after
    assert "充电桩排查" not in given("report", "monthly", "2026-11", "--public", "--md").out
    data = given("report", "monthly", "2026-11", "--json").data["tasks"]
    assert [(row["number"], row["percent"], row["late"]) for row in data] == [
        ("1", 60, True), ("2", 100, False),
    ]  # fmt: skip


def test_the_streets_list_goes_in_and_comes_out_alike(given: Jinlin) -> None:
    given("branch", "task", "export", "-o", "任务.csv", "--yes")
    given("branch", "task", "import", "任务.csv", "--yes")
    assert len(given("branch", "task", "--json").data) == 1
    (given.folder / "街道.csv").write_text("任务,完成时限\n消防检查,2026-12-01\n", "utf-8")
    given("branch", "task", "import", "街道.csv", "--yes")
    assert [row["what"] for row in given("branch", "task", "--json").data] == [
        "充电桩排查", "消防检查",
    ]  # fmt: skip
