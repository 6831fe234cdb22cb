"""What a secretary stumbled over while typing: each line is taken, or told clearly."""

from __future__ import annotations

import pytest
from elevator.adopted import with_account
from harness import Jinlin


@pytest.fixture
def lamp(jinlin: Jinlin) -> Jinlin:
    jinlin("building", "add", "3")
    jinlin("member", "add", "杨卫国")
    jinlin("member", "add", "蔡文清")
    jinlin("issue", "add", "路灯不亮", "--category", "公共照明")
    return jinlin


def test_closing_asks_on_a_terminal_what_was_done(lamp: Jinlin) -> None:
    asked = lamp("办结", "1", typed="已换灯泡\n")
    assert "做了什么" in asked.err
    assert lamp("issue", "show", "1", "--json").data["result"] == "已换灯泡"


def test_closing_asks_nothing_where_nobody_can_answer(lamp: Jinlin) -> None:
    assert "做了什么" not in lamp("办结", "1").err
    assert lamp("issue", "show", "1", "--json").data["result"] is None


def test_what_may_be_asked_early_is_told_so(lamp: Jinlin) -> None:
    assert "提前回访也可以" in lamp("办结", "1", "已换灯泡").err
    assert "满意" in lamp("回访", "1", "满意").out


def test_the_place_that_a_title_begins_with_is_taken_and_said(lamp: Jinlin) -> None:
    said = lamp("issue", "add", "3号楼2单元楼道灯不亮")
    assert "地点读作：3号楼2单元" in said.err
    kept = lamp("issue", "show", "2", "--json").data
    assert (kept["title"], kept["place"], kept["building"]) == (
        "3号楼2单元楼道灯不亮",
        "3号楼2单元",
        "3",
    )


def test_the_only_place_within_a_title_is_taken(lamp: Jinlin) -> None:
    lamp("building", "add", "东区3")
    places = {
        "昨晚3号楼电梯困人": "3号楼",
        "有人反映３号楼２单元漏水": "3号楼2单元",
        "昨天东区3号楼停水": "东区3号楼",
        "从3号楼搬到东区3号楼": None,
        "有三栋楼没水": None,
        "两位住户在13号楼争吵": None,
    }
    assert {
        title: lamp("issue", "add", title, "--json").data["place"] for title in places
    } == places


def test_a_building_nobody_recorded_is_no_place_and_is_said_to_be_none(lamp: Jinlin) -> None:
    said = lamp("issue", "add", "昨晚9号楼2单元楼道灯不亮").err
    assert "地点读作" not in said
    assert "jinlin 楼栋 新增 9号楼" in said
    assert lamp("issue", "show", "2", "--json").data["place"] is None
    lamp("楼栋", "新增", "9号楼")
    lamp("事项", "修改", "2", "--楼栋", "9号楼")
    assert lamp("issue", "show", "2", "--json").data["building"] == "9"


def test_how_urgent_an_issue_is_is_said_or_told_by_who_is_trapped(lamp: Jinlin) -> None:
    urgencies = {
        "昨晚3号楼电梯困人": "critical",
        "老人被关在电梯里": "critical",
        "电梯困人应急演练": "normal",
        "电梯困人 不急": "normal",
        "加急 门锁坏了": "urgent",
        "门锁坏了 紧急": "urgent",
        "门锁坏了 特急": "critical",
    }
    assert {
        line: lamp("issue", "add", *line.split(), "--json").data["urgency"] for line in urgencies
    } == urgencies


def test_an_assignment_may_say_by_when_even_where_nobody_else_takes_it_on(lamp: Jinlin) -> None:
    assert "期限2026-11-20" in lamp("派单", "1", "杨卫国", "十一月二十号之前").out
    assert "期限2026-12-31" in lamp("派单", "1", "杨卫国", "年底").out
    lamp("派单", "1", "杨卫国", "年底", code=1)
    lamp("撤销")
    lamp("撤销")
    shown = lamp("issue", "show", "1", "--json").data
    assert (shown["steward"], shown["due_on"]) == (None, "2026-11-10")


@pytest.mark.parametrize("who", ["给杨卫国", "由杨卫国", "交给杨卫国"])
def test_what_hands_an_issue_to_somebody_is_no_part_of_the_name(lamp: Jinlin, who: str) -> None:
    assert f"“{who}”读作 杨卫国" in lamp("派单", "1", who).err
    assert lamp("issue", "show", "1", "--json").data["steward"] == "杨卫国"


@pytest.mark.parametrize("hand", ["给", "由", "交给"])
def test_what_hands_an_issue_to_somebody_may_stand_alone(lamp: Jinlin, hand: str) -> None:
    assert "读作：事项 派单 1 杨卫国" in lamp("派单", "1", hand, "杨卫国").err
    assert lamp("issue", "show", "1", "--json").data["steward"] == "杨卫国"


def test_a_text_keeps_the_word_that_hands_something_on(lamp: Jinlin) -> None:
    lamp("记一笔", "1", "请", "杨卫国", "去看")
    assert lamp.sql("SELECT note FROM issue_event ORDER BY id DESC LIMIT 1") == [
        ("请 杨卫国 去看",)
    ]


@pytest.mark.parametrize("slip", ["杨卫囯", "羊卫国"])
def test_a_slip_in_a_name_is_answered_by_the_line_with_the_name(lamp: Jinlin, slip: str) -> None:
    refused = lamp("派单", "1", slip, code=3).err
    assert "jinlin 派单 1 杨卫国" in refused
    assert "党员 新增" not in refused


def test_who_joins_is_not_taken_for_a_team(lamp: Jinlin) -> None:
    lamp("team", "add", "和美", "--kind", "红管家")
    refused = lamp("服务队", "入队", "吴小妹", code=2).err
    assert "还缺：队伍" in refused


def test_which_team_is_asked_with_the_teams_there_are(lamp: Jinlin) -> None:
    for name in ("和美", "平安"):
        lamp("team", "add", name, "--kind", "红管家")
    asked = lamp("服务队", "入队", "杨卫国", typed="2\n")
    assert "队伍（1 和美、2 平安）" in asked.err
    assert lamp.sql("SELECT count(*) FROM team_member WHERE team_id = 2") == [(1,)]


def test_a_team_may_be_called_as_its_kind(lamp: Jinlin) -> None:
    asked = lamp("服务队", "新增", "红管家服务队", typed="1\n")
    assert "队伍类型" in asked.err
    assert lamp.sql("SELECT name, kind FROM team") == [("红管家服务队", "red_stewards")]


def test_searching_finds_people_and_what_was_noted_of_them(lamp: Jinlin) -> None:
    lamp("issue", "note", "1", "杨卫国去看过")
    found = lamp("搜索", "杨卫国").out
    assert "P2" in found
    assert "2026-0001" in found


@pytest.mark.parametrize("who", ["杨卫国", "P2"])
def test_a_name_or_number_alone_shows_who_it_is(lamp: Jinlin, who: str) -> None:
    number = lamp("member", "show", "杨卫国", "--json").data["number"]
    assert "杨卫国" in lamp(number if who == "P2" else who).out


def test_the_receipts_of_a_door_are_had_by_the_door(jinlin: Jinlin) -> None:
    with_account(jinlin)
    jinlin("elevator", "pay", "3-1-502", "1万")
    assert "R1" in jinlin("收据", "502").out
    assert "收据" in jinlin("收据", "402", code=3).err


def test_it_can_be_looked_at(lamp: Jinlin) -> None:
    assert lamp("查看", "它").out == lamp("issue", "show", "1").out


@pytest.mark.parametrize(
    ("made", "shown"),
    [
        (("meeting", "add", "--type", "支委会", "--time", "2026-11-06 19:30"), "会议 查看 M1"),
        (("project", "add", "雨棚", "--kind", "其他", "--matter-reason", "不用"), "项目 查看 G1"),
        (("member", "add", "吴小妹"), "党员 查看 P4"),
    ],
)
def test_it_is_what_was_written_last_whatever_it_is(
    lamp: Jinlin, made: tuple[str, ...], shown: str
) -> None:
    lamp(*made)
    assert f"读作：{shown}" in lamp("查看", "它").err
    assert f"读作：{shown}" in lamp("它").err


def test_going_back_is_told_where_nothing_can_be_gone_back_from(lamp: Jinlin) -> None:
    refused = lamp("返回", code=2).err
    assert "jinlin 撤销" in refused
    assert "jinlin 今天" in refused


def test_the_log_of_a_month(lamp: Jinlin) -> None:
    assert lamp("日志", "11月", "--json").data
    assert lamp("日志", "10月", "--json").data == []


def test_storeys_may_say_that_they_are(jinlin: Jinlin) -> None:
    jinlin("楼栋", "新增", "5", "6层")
    assert jinlin("building", "list", "--json").data[0]["floors"] == 6


def test_a_begun_verb_says_once_how_it_is_read(lamp: Jinlin) -> None:
    said = lamp("事项", "暂", "1", "11月10日", "等配件").err
    assert said.count("读作") == 1
    assert "读作：事项 暂缓 1" in said


def test_a_name_alone_tells_which_open_issues_she_has_in_hand(lamp: Jinlin) -> None:
    for title in ("门坏了", "灯又不亮", "漏水"):
        lamp("issue", "add", title, "--category", "公共照明", "--assign", "杨卫国")
    lamp("issue", "close", "3", "--result", "换了")
    lamp("issue", "assign", "4", "蔡文清", "--doing", "杨卫国")
    lamp("issue", "assign", "1", "蔡文清")
    found = lamp("党员", "查看", "杨卫国", "--json").data["issues"]
    assert [one["number"] for one in found] == ["2026-0002", "2026-0004"]
    assert "在办事项" in lamp("杨卫国").out


def test_the_beginning_of_a_name_shows_her_and_a_slip_is_answered_with_the_name(
    lamp: Jinlin,
) -> None:
    shown = lamp("杨卫国").out
    assert lamp("杨卫").out == lamp("查看", "杨卫国").out == lamp("查看", "杨卫").out == shown
    assert "请输入：jinlin 杨卫国" in lamp("杨卫囯", code=2).err
    assert "请输入：jinlin 查看 杨卫国" in lamp("查看", "杨卫囯", code=3).err
    assert "请输入：jinlin 党员 查看 杨卫国" in lamp("党员", "查看", "杨卫囯", code=3).err


def test_what_is_looked_at_may_be_a_noun_a_team_or_a_building(lamp: Jinlin) -> None:
    lamp("team", "add", "和美", "--kind", "红管家")
    assert lamp("查看", "和美").out == lamp("和美").out == lamp("服务队", "查看", "和美").out
    assert lamp("查看", "3号楼").out == lamp("3号楼").out == lamp("楼栋", "查看", "3").out
    assert lamp("查看", "事项", "1").out == lamp("1").out
    refused = lamp("查看", "冇人识", code=3).err
    assert "不是登记过的编号或名称" in refused


def test_a_page_goes_into_a_file_of_the_kind_that_is_said(lamp: Jinlin) -> None:
    lamp("月报", "十月", "存成word")
    lamp("事项", "列表", "导出excel")
    lamp("打印", "周报")
    made = {"月报十月.docx", "事项列表.xlsx", "周报.docx"}
    assert {one.name for one in lamp.folder.glob("*.[dx]*x")} == made
    assert "用法：事项 办结" in lamp("办结", "帮助").out
    assert lamp("事项", "导出word怎么用的问题").code == 0


def test_works_tell_their_kind_and_a_payer_that_it_is_for_another(jinlin: Jinlin) -> None:
    assert "取自标题" in jinlin("立项", "加装充电桩").err
    assert jinlin("project", "list", "--json").data[0]["kind"] == "charging"
    with_account(jinlin)
    jinlin("收款", "3-1-502", "老陈代交", "现金", "5000")
    assert jinlin.sql("SELECT counterparty FROM elevator_entry") == [("老陈",)]
