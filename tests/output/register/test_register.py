"""What every declared register does, shown on the branch's rooms and a project's subsidies."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from harness import Jinlin, seeded
from house.sources import registers

from jinlin.core.i18n import catalogue


@seeded
def two(jinlin: Jinlin) -> Jinlin:
    """A database with two rooms."""
    jinlin("branch", "room", "add", "党群活动室", "--use", "书画 周六")
    jinlin("branch", "room", "add", "党员会议室", "--place", "二楼")
    return jinlin


def names(jinlin: Jinlin) -> list[str]:
    return [row["name"] for row in jinlin("branch", "room", "--json").data]


def last(jinlin: Jinlin, lang: str = "zh") -> str:
    return str(jinlin("log", "--limit", "1", "--json", lang=lang).data[0]["did"])


def test_a_record_is_meant_by_a_part_of_its_name_that_only_one_has(two: Jinlin) -> None:
    assert two("branch", "room", "show", "会议", "--json").data["name"] == "党员会议室"
    error = two("branch", "room", "show", "党", "--json", code=3).error
    assert "党群活动室、党员会议室" in error["message"]
    error = two("branch", "room", "show", "书屋", "--json", code=3).error
    assert "党群活动室、党员会议室" in error["hint"]


def test_of_none_it_is_said_how_to_begin(jinlin: Jinlin) -> None:
    assert "jinlin 支部 场所 新增 党群活动室" in jinlin("branch", "room").out
    error = jinlin("branch", "room", "show", "书屋", "--json", code=3).error
    assert error["hint"] == "请先新增：jinlin 支部 场所 新增 书屋"


def test_the_name_of_another_is_refused(two: Jinlin, unchanged: Callable[[], None]) -> None:
    two("branch", "room", "add", "党员 会议室", code=1)
    two("branch", "room", "edit", "活动", "--name", "党员会议室", code=1)
    two("branch", "room", "edit", "活动", "--name", "", code=2)
    unchanged()


def test_an_edit_that_changes_nothing_is_refused_and_says_so(
    two: Jinlin, unchanged: Callable[[], None]
) -> None:
    assert "已经是这样了" in two("branch", "room", "edit", "会议", "--place", "二楼", code=1).err
    assert "没有写要改什么" in two("branch", "room", "edit", "会议", code=2).err
    assert "例如：--名称" in two("branch", "room", "edit", "会议", code=2).err
    unchanged()


def test_a_field_is_cleared_and_undone(two: Jinlin) -> None:
    two("branch", "room", "edit", "会议", "--place", "")
    assert two("branch", "room", "show", "会议", "--json").data["place"] is None
    two("undo")
    assert two("branch", "room", "show", "会议", "--json").data["place"] == "二楼"
    two("redo")
    assert two("branch", "room", "show", "会议", "--json").data["place"] is None


def test_what_is_missing_is_asked_for(jinlin: Jinlin) -> None:
    jinlin("branch", "room", "add", typed="书屋\n")
    jinlin("branch", "room", "remove", typed="书屋\n")
    assert names(jinlin) == []


def test_the_history_says_it_in_both_languages(two: Jinlin) -> None:
    two("branch", "room", "edit", "会议", "--place", "三楼", "--note", "有空调")
    assert last(two) == "修改了场所“党员会议室”：地点、备注"
    assert last(two, "en") == "Changed room 党员会议室: Place, Remark"
    two("branch", "room", "remove", "党员会议室")
    assert last(two) == "删除了场所“党员会议室”"
    two("undo")
    assert names(two) == ["党群活动室", "党员会议室"]


def test_a_rehearsal_saves_nothing(two: Jinlin, unchanged: Callable[[], None]) -> None:
    two("branch", "room", "add", "书屋", "--dry-run")
    two("branch", "room", "remove", "党员会议室", "--dry-run")
    unchanged()


def test_what_stands_in_a_listing_and_a_page_is_what_was_kept(two: Jinlin) -> None:
    assert two("branch", "room", "--json").data[0] == {
        "name": "党群活动室", "whose": None, "place": None, "uses": "书画 周六", "note": None,
    }  # fmt: skip
    shown = two("branch", "room", "show", "活动", "--json").data
    assert [use["use"] for use in shown["uses"]] == ["书画 周六"]


@pytest.mark.parametrize("register", registers(), ids=lambda one: one.wording.command)
def test_every_register_says_what_it_is_in_chinese(register: object) -> None:
    words = vars(register)["wording"]
    labels = [one.label for one in vars(register)["record"].fields if one.column is not None]
    for said in (words.what, words.title, *labels):
        assert not catalogue("zh").say(said).isascii(), said


@seeded
def project(jinlin: Jinlin) -> Jinlin:
    """A database with a project and a compensation that names somebody."""
    jinlin("building", "add", "3", "--floors", "6")
    for room in ("101", "102"):
        jinlin("household", "add", f"3-1-{room}")
    jinlin("elevator", "add", "3-1", "--kind", "加装")
    jinlin(
        "elevator", "cost", "add", "补偿13800138000", "1万", "--source", "协议", "--to", "3-1-101"
    )
    return jinlin


def test_an_edit_of_what_has_no_option_of_its_own_is_said_in_the_history(project: Jinlin) -> None:
    project("elevator", "cost", "edit", "1", "--to", "3-1-102")
    assert last(project) == "修改了 X1 的费用明细“1（10,000.00元）”：房屋"
    project("elevator", "subsidy", "add", "1万", "--text", "甲")
    project("elevator", "subsidy", "edit", "1", "--date", "2026-12-01")
    assert last(project) == "修改了 X1 的补助“1（10,000.00元）”：日期"


def test_a_change_and_a_refusal_tell_no_phone_of_a_text(project: Jinlin) -> None:
    told = project("elevator", "cost", "edit", "1", "--source", "来电13900001111", "--json")
    refused = project("elevator", "cost", "remove", "9", code=3)
    for said in (told.out, refused.err, project("elevator", "cost", "remove", "1").out):
        assert "13800138000" not in said
        assert "13900001111" not in said


def test_what_is_no_compensation_goes_to_no_home(project: Jinlin) -> None:
    project("elevator", "cost", "edit", "1", "--kind", "extra")
    assert project("elevator", "cost", "--json").data[0]["household"] is None


def test_a_point_of_the_checklist_is_changed_as_its_refusal_says(jinlin: Jinlin) -> None:
    error = jinlin("branch", "venue", "add", "有制度", "--json", code=1).error
    assert "jinlin 支部 六有 修改 有制度" in error["hint"]
    jinlin("branch", "venue", "edit", "有制度", "--note", "挂墙")
    assert jinlin("branch", "venue", "--json").data[5]["note"] == "挂墙"


def test_a_sentence_in_english_begins_with_a_capital(jinlin: Jinlin) -> None:
    assert jinlin("branch", "room", "add", "书屋", lang="en").out == "Room 书屋 was added.\n"


def test_the_leaders_of_a_team_are_a_list(jinlin: Jinlin) -> None:
    jinlin("member", "add", "张三")
    words = ("team", "add", "红管家服务队", "--kind", "红管家", "--leader", "张三")
    assert jinlin(*words, "--json").data["leaders"] == ["张三"]


def test_a_compensation_is_no_reduction(project: Jinlin) -> None:
    words = ("甲", "100", "--source", "协议", "--to", "3-1-102", "--minus")
    before = project.db.read_bytes()
    assert "补偿" in project("elevator", "cost", "add", *words, code=1).err
    assert project.db.read_bytes() == before
    project("elevator", "cost", "add", "旧梯残值", "100", "--source", "协议", "--minus")
    project("elevator", "cost", "edit", "2", "--to", "3-1-102", code=1)
