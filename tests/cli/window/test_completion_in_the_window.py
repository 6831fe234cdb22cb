"""What is offered while somebody types in the window: Chinese, pinyin initials, English, the data."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from calls import call_in
from harness import Jinlin

from jinlin.cli.nouns import root
from jinlin.cli.window.completion import Offering
from jinlin.cli.window.line_words import ListedRecords
from jinlin.cli.window.menu import command_at
from jinlin.core import i18n

Offered = Callable[[str], list[str]]
LISTED = ListedRecords(("issue",), {"1": "2026-0001"})


@pytest.fixture
def offered(jinlin: Jinlin) -> Offered:
    jinlin("issue", "add", "路灯不亮", "--category", "公共照明")
    jinlin("issue", "add", "井盖松动", "--category", "公共照明")
    jinlin("building", "add", "3")
    i18n.install("zh")
    offering = Offering(call_in(jinlin.folder), root())
    return lambda text: [offer.text for offer in offering.after(text, LISTED)]


@pytest.mark.parametrize("begun", ["事", "sx", "iss"])
def test_a_noun_is_found_in_three_ways(offered: Offered, begun: str) -> None:
    assert offered(begun)[0] == "事项"


@pytest.mark.parametrize("begun", ["办", "bj", "clo"])
def test_a_verb_is_found_in_three_ways(offered: Offered, begun: str) -> None:
    assert "办结" in offered(f"事项 {begun}")


@pytest.mark.parametrize("begun", ["ldbl", "路灯", "2026-0001"])
def test_a_record_is_found_by_its_title(offered: Offered, begun: str) -> None:
    assert offered(f"事项 办结 {begun}") == ["2026-0001"]


def test_an_option_and_its_words_are_offered(offered: Offered) -> None:
    assert offered("事项 新增 路灯 --cat") == offered("事项 新增 路灯 --类") == ["--类别"]
    assert offered("事项 新增 路灯 --category ggzm") == ["公共照明"]


def test_behind_a_verb_alone_and_behind_numbers_the_same_is_offered(offered: Offered) -> None:
    assert offered("办结 ldbl") == ["2026-0001"]
    assert "收款" in offered("sk")
    assert "办结" in offered("1 bj")
    assert offered("7 bj") == []


def test_an_answer_is_found_like_a_word_of_a_line(jinlin: Jinlin) -> None:
    jinlin("issue", "add", "路灯不亮", "--category", "公共照明")
    i18n.install("zh")
    offering = Offering(call_in(jinlin.folder), root())
    close = command_at(root(), ["issue", "close"])
    assert [one.text for one in offering.values_of(close.params[0], "ldbl")] == ["2026-0001"]
    assert offering.values_of(None, "l") == []
    assert [one.text for one in offering.among(["一般", "紧急"], "jj")] == ["紧急"]


def test_nothing_is_offered_where_nothing_can_be_known(offered: Offered) -> None:
    assert offered("") == []
    assert offered("没有这个词 ") == []
    assert offered("楼栋 新增 ") == []
