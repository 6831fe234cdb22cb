"""A guided walk: existing commands in a row, row by row; it can be left and taken up again."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest
from harness import Jinlin
from talk import talk

from jinlin.cli.window import walks
from jinlin.cli.window.walk import GuidedStep, GuidedWalk, PlaceAsked, StepLine, filled
from jinlin.core.errors import UsageError

CLOSING = GuidedWalk(
    "清一清",
    steps=(
        GuidedStep(
            "Close what is done",
            (
                StepLine(
                    "issue close {number} --result {result}",
                    (PlaceAsked("result", "What was done"),),
                ),
            ),
            each="issue list",
        ),
        GuidedStep("See what is left", (StepLine("issue list"),)),
    ),
)


@pytest.fixture
def lamps(jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch) -> Jinlin:
    for title in ("路灯不亮", "井盖松动", "水管漏水"):
        jinlin("issue", "add", title, "--category", "公共照明")
    monkeypatch.setitem(walks.WALKS, "closing", ("清一清",))
    monkeypatch.setitem(
        sys.modules, "jinlin.cli.window.walks.closing", SimpleNamespace(WALK=CLOSING)
    )
    return jinlin


def closed(jinlin: Jinlin) -> list[int]:
    rows = jinlin.sql("SELECT number FROM issue WHERE closed_at IS NOT NULL ORDER BY number")
    return [number for (number,) in rows]


def test_each_row_is_shown_asked_about_done_or_left_out(lamps: Jinlin) -> None:
    said = talk(lamps, "清一清", "已换灯", "-", "已修", "")
    assert "2026-0002 井盖松动" in said.err
    assert said.ran == [
        "事项 办结 2026-0001 --结果 已换灯",
        "事项 办结 2026-0003 --结果 已修",
        "事项 列表",
    ]
    assert closed(lamps) == [1, 3]


def test_a_walk_that_was_left_goes_on_where_it_was(lamps: Jinlin) -> None:
    said = talk(lamps, "清一清", "已换灯", "-", "-", "\x03", "清一清", "", "")
    assert said.ran == ["事项 办结 2026-0001 --结果 已换灯", "事项 列表"]
    assert said.err.count("── 1/2") == 1
    assert said.err.count("── 2/2") == 2


def test_a_walk_that_was_left_begins_anew_where_she_says_so(lamps: Jinlin) -> None:
    said = talk(lamps, "清一清", "已换灯", "-", "返回", "清一清", "2", "已紧", "-", "-", "")
    assert "停在第1步" in said.err
    assert said.ran == [
        "事项 办结 2026-0001 --结果 已换灯",
        "事项 办结 2026-0002 --结果 已紧",
        "事项 列表",
    ]


def test_what_was_left_before_anything_was_done_is_not_asked_about(lamps: Jinlin) -> None:
    said = talk(
        lamps,
        "清一清",
        "取消",
        "清一清",
        "已换灯",
        "取消",
        "清一清",
        "取消",
        "清一清",
        "",
        "已紧",
        "取消",
    )
    assert said.err.count("已离开“清一清”。") == 1
    assert [line.split()[2] for line in said.ran] == ["2026-0001", "2026-0002"]


def test_a_dash_leaves_out_what_a_command_asks_for_itself(
    lamps: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = GuidedStep("", (StepLine("issue decline {number}"),), each="issue list")
    monkeypatch.setitem(
        sys.modules,
        "jinlin.cli.window.walks.closing",
        SimpleNamespace(WALK=GuidedWalk("清一清", (step,))),
    )
    said = talk(lamps, "清一清", "", "-", "随便", "-", "", "不归小区管", "")
    assert said.ran == ["事项 不予受理 2026-0003 --原因 不归小区管"]
    assert "走完了" in said.err


def test_rows_that_cannot_be_read_are_not_taken_for_none(
    lamps: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_words: object) -> None:
        raise UsageError("被占用", hint="稍等")

    with monkeypatch.context() as patch:
        patch.setattr("jinlin.issue.commands.lists.list.show", refused)
        said = talk(lamps, "清一清", "楼栋 列表")
    assert "被占用" in said.err
    assert "走完了" not in said.err
    assert said.ran == ["楼栋 列表"]


def test_what_was_done_is_undone_like_any_command(lamps: Jinlin) -> None:
    talk(lamps, "清一清", "已换灯", "\x03", "撤销", "")
    assert closed(lamps) == []


def test_a_part_of_a_line_falls_away_where_its_place_is_empty() -> None:
    line = "meeting item add {meeting} [--owner {owner}] [--due {due}]"
    assert filled(line, {"meeting": "M1", "owner": "张 三", "due": ""}) == [
        "meeting", "item", "add", "M1", "--owner", "张 三",
    ]  # fmt: skip
