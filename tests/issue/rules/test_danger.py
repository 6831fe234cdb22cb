"""Words of harm and danger: what to do first is said, and nothing of harm goes anywhere."""

from __future__ import annotations

import pytest
from harness import Jinlin
from issue.adding import Add

from jinlin.issue.rules.danger import Danger, danger_in


@pytest.mark.parametrize(
    "text",
    ["家暴", "丈夫打人", "老公又打老婆", "有人被打", "邻居打孩子", "虐待老人", "性侵", "夫妻打架"],
)
def test_words_of_harm(text: str) -> None:
    assert danger_in(text) is Danger.HARM


@pytest.mark.parametrize("text", ["楼道煤气味", "燃气味", "天然气漏了", "液化气", "冒烟", "着火"])
def test_words_of_danger(text: str) -> None:
    assert danger_in(text) is Danger.EMERGENCY


@pytest.mark.parametrize(
    "text",
    ["打电话没人接", "门被打碎", "老人打电话来", "丈夫打麻将扰民", "燃气费太贵", "天然气管道改造",
     "火灾隐患", "落水管坏了", "孩子打球", "路灯不亮"],
)  # fmt: skip
def test_other_words(text: str) -> None:
    assert danger_in(text) is None


def test_harm_under_another_category_is_private_and_what_to_do_is_said(jinlin: Jinlin) -> None:
    told = jinlin("issue", "add", "楼上老公打老婆", "--category", "邻里", lang="en").err
    assert "立即报警" in told
    assert "Signs of harm to a person" in told
    assert "kept off boards" in told
    assert jinlin.sql("SELECT private FROM issue") == [(1,)]
    assert jinlin("issue", "board", "--json").data == []


def test_danger_under_another_category_says_what_to_do(jinlin: Jinlin) -> None:
    told = jinlin("issue", "add", "楼道有煤气味", "--category", "公共照明", lang="en").err
    assert "119" in told
    assert "Emergencies" in told


def test_an_emergency_is_critical_and_deferring_it_warns(jinlin: Jinlin, add: Add) -> None:
    add("冒烟", "--category", "紧急险情")
    assert jinlin.sql("SELECT urgency FROM issue") == [("critical",)]
    words = ("issue", "defer", "1", "--until", "2026-11-20", "--reason", "等")
    assert "emergency" in jinlin(*words, lang="en").err


@pytest.mark.parametrize("category", ["人身侵害线索", "邻里"])
def test_about_harm_there_is_no_text_to_paste(jinlin: Jinlin, add: Add, category: str) -> None:
    add("楼上老公打老婆", "--category", category)
    refused = jinlin("issue", "reply", "1", lang="en", code=1)
    assert refused.out == ""
    assert "110" in refused.err


def test_a_title_that_names_somebody_is_pointed_out(jinlin: Jinlin) -> None:
    jinlin("member", "add", "张美华")
    words = ("--category", "公共照明")
    for title in ("张美华说灯坏", "3-1-502灯坏", "打13805911234", "陈小丫家灯坏"):
        assert "board" in jinlin("issue", "add", title, *words, lang="en").err
    assert "board" not in jinlin("issue", "add", "路灯不亮", *words, lang="en").err
