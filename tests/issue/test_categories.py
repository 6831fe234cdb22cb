"""Which category is meant, and which would fit better."""

from __future__ import annotations

import pytest
from conftest import Jinlin


def test_every_usual_category_is_there_with_its_group(jinlin: Jinlin) -> None:
    found = jinlin("issue", "categories", "--json").data
    assert len(found) == 38
    assert len({row["group"] for row in found}) == 8
    lighting = next(row for row in found if row["category_code"] == "lighting")
    assert (lighting["group"], lighting["category"]) == ("设施", "公共照明")
    assert "路灯不亮" in lighting["spoken"]


def test_each_group_stands_before_its_own(jinlin: Jinlin) -> None:
    found = jinlin("issue", "categories", "--json").data
    first = {row["group"]: row["category"] for row in reversed(found)}
    assert all(group == category for group, category in first.items())
    assert found[-1]["category"] == "其他"


def test_limits_are_numbers_for_programs_and_words_for_people(jinlin: Jinlin) -> None:
    [emergency] = (
        row
        for row in jinlin("issue", "categories", "--json").data
        if row["category_code"] == "emergency"
    )
    assert emergency["respond"] == {"amount": 0, "unit": "at_once"}
    assert emergency["close"] == {"amount": 1, "unit": "working_days"}
    assert "at once" in jinlin("issue", "categories", lang="en").out


def test_a_group_of_private_matters_is_private(jinlin: Jinlin) -> None:
    privacy = {
        row["category"]: row["privacy"] for row in jinlin("issue", "categories", "--json").data
    }
    assert (privacy["邻里"], privacy["设施"], privacy["人身侵害线索"]) == (
        "private",
        "open",
        "secret",
    )


@pytest.mark.parametrize("word", ["公共照明", "lighting", " 公共 照明 ", "LIGHTING"])
def test_a_category_has_a_name_and_a_code(jinlin: Jinlin, word: str) -> None:
    added = jinlin("issue", "add", "路灯不亮", "--category", word, "--json").data
    assert added["category_code"] == "lighting"


@pytest.mark.parametrize("word", ["elevator_run", "elevator-run", "电梯运行故障"])
def test_dashes_in_a_code_do_not_matter(jinlin: Jinlin, word: str) -> None:
    assert (
        jinlin("issue", "add", "x", "--category", word, "--json").data["category"] == "电梯运行故障"
    )


def test_a_group_says_which_category_would_fit(jinlin: Jinlin) -> None:
    added = jinlin("issue", "add", "2单元路灯坏了", "--category", "设施", lang="en")
    assert "issue edit 2026-0001 --category 公共照明" in added.err
    assert jinlin("issue", "show", "1", "--json").data["category"] == "设施"


@pytest.mark.parametrize(
    ("title", "category"),
    [("路灯不亮", "公共照明"), ("随便写写", "设施"), ("路灯不亮", "垃圾与保洁")],
)
def test_nothing_is_said_where_nothing_fits_better(
    jinlin: Jinlin, title: str, category: str
) -> None:
    assert "--category" not in jinlin("issue", "add", title, "--category", category).err


@pytest.mark.usefixtures("unchanged")
def test_a_spoken_word_is_no_category_but_suggests_one(jinlin: Jinlin) -> None:
    refused = jinlin("issue", "add", "x", "--category", "路灯", "--json", code=3)
    assert refused.error["kind"] == "not_found"
    assert "公共照明" in refused.error["hint"]
    assert "设施" in refused.error["hint"]


@pytest.mark.usefixtures("unchanged")
def test_an_unknown_category_lists_the_groups(jinlin: Jinlin) -> None:
    hint = jinlin("issue", "add", "x", "--category", "天文", "--json", code=3).error["hint"]
    for group in ("设施", "环境", "安全", "邻里", "物业", "部门", "民生", "其他"):
        assert group in hint
