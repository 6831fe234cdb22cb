"""`undo` of an edit says from what to what, in people's words, masked, and keeps nothing of it."""

from __future__ import annotations

import re
from importlib import import_module

import pytest
from harness import Jinlin
from house.sources import SOURCE

from jinlin.cli.history.both_values import TABLES
from jinlin.output.register.row import RegisterRow

HOME = ("household", "add", "3-1-502", "--area", "104.7")


@pytest.mark.parametrize(
    ("before", "edit", "said", "change"),
    [
        (
            (("building", "add", "1", "--floors", "6"),),
            ("building", "edit", "1", "--floors", "8"),
            "层数：8 → 6",
            {"field": "floors", "before": "8", "after": "6"},
        ),
        (
            (("issue", "add", "路灯不亮", "--category", "公共照明"),),
            ("issue", "edit", "1", "--urgency", "urgent"),
            "紧急程度：紧急 → 一般",
            {"field": "urgency", "before": "紧急", "after": "一般"},
        ),
        (
            (("building", "add", "3"), HOME),
            ("household", "edit", "3-1-502", "--area", "99.5"),
            "专有部分面积：99.50 → 104.70",
            {"field": "area", "before": "99.50", "after": "104.70"},
        ),
        (
            (("member", "add", "王甲", "--phone", "13805910003"),),
            ("member", "edit", "P2", "--phone", "13811112222"),
            "联系电话：138****2222 → 138****0003",
            {"field": "phone", "before": "138****2222", "after": "138****0003"},
        ),
        (
            (("team", "add", "红管家服务队", "--kind", "red_stewards"),),
            ("team", "edit", "红管家服务队", "--duties", "巡楼"),
            "职责：巡楼 → （空）",
            {"field": "duties", "before": "巡楼", "after": ""},
        ),
    ],
)  # fmt: skip
def test_both_values_are_said_and_redo_turns_them_round(
    jinlin: Jinlin,
    before: tuple[tuple[str, ...], ...],
    edit: tuple[str, ...],
    said: str,
    change: dict[str, str],
) -> None:
    for line in before:
        jinlin(*line)
    jinlin(*edit)
    assert said in jinlin("undo").err
    assert "→" not in str(jinlin.sql("SELECT did FROM entry ORDER BY seq DESC LIMIT 1"))
    field, _colon, values = said.partition("：")
    old, _arrow, new = values.partition(" → ")
    assert f"{field}：{new} → {old}" in jinlin("redo").err
    assert change in jinlin("undo", "--json").data["changes"]


def test_what_was_added_or_is_much_is_not_told_value_by_value(jinlin: Jinlin) -> None:
    jinlin("building", "add", "1", "--floors", "6")
    assert "→" not in jinlin("undo").err
    for number in range(12):
        jinlin("issue", "add", f"路灯{number}", "--category", "公共照明")
    jinlin("issue", "bulk", "--category", "公共照明", "--set-category", "绿化与虫害", "--yes")
    assert jinlin("undo", "--yes", "--json").data["changes"] == []


def test_every_register_and_every_label_is_known() -> None:
    declared = set()
    for path in SOURCE.rglob("*.py"):
        declared |= set(
            re.findall(r'^class \w+\(\w+, table="(\w+)"\)', path.read_text("utf-8"), re.MULTILINE)
        )
    assert declared <= TABLES.keys()
    for table, known in TABLES.items():
        module, _colon, name = known.labels.partition(":")
        named = getattr(import_module(module), name)
        if isinstance(named, type):
            assert issubclass(named, RegisterRow)
            assert named.table == table
        for word in known.words.values():
            module, _colon, name = word.partition(":")
            assert getattr(import_module(module), name).labels()
