"""The filters of lists beyond the oldest ones, and filters kept under a name."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from harness import Jinlin, seeded
from issue.adding import Add
from issue.lives import written

from jinlin.core.i18n import Message

from .test_listing import numbers


@seeded
def several(jinlin: Jinlin, add: Add) -> Jinlin:
    """Eight issues, each with a peculiarity."""
    jinlin("building", "add", "3", "--floors", "6")
    jinlin("household", "add", "3-1-502")
    jinlin("household", "add", "3-1-602")
    jinlin("member", "add", "李华")
    jinlin("member", "add", "王红")
    add("一", "--channel", "微信", "--due", "2026-11-06")
    add("二", "--channel", "电话", "--urgency", "紧急", "--due", "2026-12-30")
    add("三", "--private", "--due", "2026-12-30", "--date", "2026-10-01")
    add("四", "--room", "3-1-502", "--due", "2026-12-30", "--assign", "李华")
    add("五", "--due", "2026-12-30")
    jinlin("issue", "assign", "5", "王红", "--doing", "李华")
    add("六", "--due", "2026-12-30", "--date", "2026-10-01")
    jinlin("issue", "close", "6", "--result", "好", "--date", "2026-10-02")
    add("七", "--due", "2026-12-30")
    jinlin("issue", "assign", "7", "--unit", "阳光物业公司")
    jinlin("issue", "escalate", "7", "--to", "社区", "--request", "协调")
    add("八", "--category", "人身侵害线索", "--due", "2026-12-30")
    jinlin("issue", "urge", "2", "又打电话催了")
    return jinlin


def test_filters(several: Jinlin) -> None:
    for words, found in (
        (("--channel", "微信"), [1]),
        (("--channel", "wechat,phone"), [1, 2]),
        (("--urgency", "紧急"), [2]),
        (("--level", "社区"), [7]),
        (("--level", "社区,街道"), [7]),
        (("--due-soon",), [1]),
        (("--unrated",), [6]),
        (("--urged",), [2]),
        (("--private",), [3, 8]),
        (("--public", "--status", "open"), [1, 2, 4, 5, 7]),
        (("--unassigned", "--status", "open"), [1, 2, 3, 8]),
        (("--room", "3-1-502"), [4]),
        (("--room", "3-1-602"), []),
        (("--steward", "李华"), [4, 5]),
        (("--steward", "物业"), [7]),
        (("--steward", "阳光物业公司,王红"), [5, 7]),
    ):
        assert sorted(numbers(several, *words)) == found, words


def test_what_is_unsolved_with_one_department(several: Jinlin) -> None:
    several("issue", "escalate", "7", "--to", "街道", "--request", "x", "--other",
            "--department", "文旅")  # fmt: skip
    several("issue", "call", "7", "--lead", "城管", "--department", "文旅", "--other")
    assert numbers(several, "--department", "综合执法", "--status", "open") == [7]
    assert numbers(several, "--department", "公安,文旅") == [7]
    assert numbers(several, "--department", "公安") == []
    several("issue", "filter", "save", "城管的", "--department", "城管")
    assert numbers(several, "--filter", "城管的") == [7]


def test_a_home_an_issue_also_affects_finds_it(several: Jinlin) -> None:
    several("issue", "affects", "1", "3-1-602")
    assert numbers(several, "--room", "3-1-602") == [1]


def test_what_was_deferred_is_back_on_its_day(several: Jinlin) -> None:
    several("issue", "defer", "5", "--until", "2026-11-20", "--reason", "等配件")
    assert numbers(several, "--deferred-back") == []
    assert numbers(several, "--status", "暂缓") == [5]
    several.now = datetime(2026, 11, 20, 1, tzinfo=UTC)
    assert numbers(several, "--deferred-back") == [5]
    assert numbers(several, "--status", "暂缓") == []
    assert 5 in numbers(several, "--status", "办理中")


def test_private_ones_are_marked_for_her(several: Jinlin) -> None:
    out = several("issue", "list", "--private", lang="en").out
    assert out.count("private]") == 2


def test_a_list_by_steward_never_holds_what_is_secret(several: Jinlin) -> None:
    """Even where somebody wrote a body into it: such a list is handed on."""
    with written(several) as tx:
        tx.update("issue", 8, handler="阳光物业公司")
    assert numbers(several, "--steward", "物业") == [7]
    assert "confidential: 1" in several("issue", "list", "--steward", "物业", lang="en").out


def test_a_saved_filter_is_used_with_others_and_read_anew(several: Jinlin) -> None:
    several("issue", "filter", "save", "快到期", "--due-soon", "--status", "在办")
    assert numbers(several, "--filter", "快到期") == [1]
    assert numbers(several, "--filter", "快到期", "--channel", "电话") == []
    several.now = datetime(2026, 12, 29, 1, tzinfo=UTC)
    assert 2 in numbers(several, "--filter", "快到期")


def test_saving_listing_replacing_removing_and_undoing(jinlin: Jinlin) -> None:
    def kept() -> dict[str, str]:
        return {f["name"]: f["words"] for f in jinlin("issue", "filter", "--json").data}

    jinlin("issue", "filter", "save", "路灯", "--category", "公共照明", "--overdue")
    assert kept() == {"路灯": "--类别 公共照明 --超期"}
    jinlin("issue", "筛选", "保存", "路灯", "--filter", "路灯", "--urged")
    assert kept() == {"路灯": "--类别 公共照明 --超期 --被催过"}
    jinlin("undo", "--yes")
    assert kept() == {"路灯": "--类别 公共照明 --超期"}
    jinlin("issue", "filter", "remove", "路灯")
    assert kept() == {}
    jinlin("undo", "--yes")
    assert list(kept()) == ["路灯"]


@pytest.mark.usefixtures("unchanged")
def test_bad_words_change_nothing(jinlin: Jinlin) -> None:
    for words, code in (
        (("filter", "save", "x"), 2),
        (("filter", "save"), 2),
        (("filter", "save", "x", "--category", "天文"), 3),
        (("filter", "save", "x", "--status", "差不多"), 2),
        (("filter", "remove", "x"), 3),
        (("filter", "make", "x"), 2),
        (("filter", "save", "x", "--overdue", "--dry-run"), 0),
        (("list", "--filter", "x"), 3),
        (("list", "--level", "月球"), 2),
        (("list", "--channel", "托梦"), 2),
        (("list", "--private", "--public"), 2),
        (("list", "--room", "9-1-101"), 3),
    ):
        jinlin("issue", *words, "--json", code=code)


def test_a_filter_of_a_newer_version_says_so(jinlin: Jinlin, add: Add) -> None:
    add()
    with written(jinlin) as tx:
        tx.insert("saved_filter", name="灯", words='{"weather": ["雨"]}')
        tx.describe(Message("x"), reverse=Message("y"))
    refused = jinlin("issue", "list", "--filter", "灯", "--json", lang="en", code=1).error
    assert "filter save" in refused["hint"]


def test_words_between_any_commas_ask_for_any_of_them(jinlin: Jinlin, add: Add) -> None:
    for title in ("甲", "乙", "丙"):
        add(title)
    for mark in (",", "，", "、", ";", "；", "\n"):
        rows = jinlin("issue", "list", "--text", f"甲{mark}乙", "--json").data
        assert [row["title"] for row in rows] == ["甲", "乙"], mark
    jinlin("issue", "list", "--text", "，", code=2)


def test_who_is_in_charge_of_nothing_is_no_filter(jinlin: Jinlin, add: Add) -> None:
    add()
    refused = jinlin("issue", "list", "--steward", "无此人", "--json", lang="en", code=3).error
    assert "stats --by steward" in refused["hint"]
