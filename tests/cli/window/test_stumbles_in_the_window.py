"""What a day in the window stumbled over: numbers just told, places one comes back to, loops."""

from __future__ import annotations

from datetime import timedelta

import pytest
from harness import Jinlin
from talk import talk


@pytest.fixture
def lamps(jinlin: Jinlin) -> Jinlin:
    for title in ("路灯不亮", "井盖松动"):
        jinlin("issue", "add", title, "--category", "公共照明")
    return jinlin


def test_the_issue_just_recorded_is_meant_by_its_number(lamps: Jinlin) -> None:
    said = talk(lamps, "事项 列表", "事项 新增 水管漏水", "3 办结 已修")
    assert said.ran[-1] == "事项 办结 2026-0003 --结果 已修"


def test_an_issue_on_no_list_is_meant_by_its_number_once_it_is_agreed(lamps: Jinlin) -> None:
    lamps("issue", "close", "2", "已换")
    said = talk(lamps, "今天", "2 办结 已换", "\x03", "2 记一笔 又看过", "")
    assert "刚才的列表里没有 2" in said.err
    assert said.ran == ["今天", "事项 记一笔 2 又看过"]


def test_who_stops_a_command_is_shown_what_can_be_chosen(lamps: Jinlin) -> None:
    said = talk(lamps, "5", "3", "\x03", "2")
    assert said.ran == ["今天"]
    assert said.err.count("2 今天要办") == 2


def test_a_noun_alone_shows_its_verbs_by_number(lamps: Jinlin) -> None:
    said = talk(lamps, "服务", "3", "支部 经费 余额", "调查")
    assert said.ran[0] == "服务 列表"
    assert "1 答卷" in said.err
    assert "用法" not in said.out


def test_everything_else_begins_with_the_newer_nouns_on_one_screen(lamps: Jinlin) -> None:
    said = talk(lamps, "9", "0")
    lines = said.err[said.err.index("回访：") :].splitlines()
    for label in ("服务日", "上门问卷", "小区项目", "共建单位", "权力清单", "评议", "报送"):
        assert label in said.err
    assert len(lines) < 15


def test_a_title_that_is_no_command_is_offered_without_the_name_of_the_program(
    lamps: Jinlin,
) -> None:
    said = talk(lamps, "西门口那棵树要倒了", "y")
    assert "全部命令：帮助。现在就记为事项，请输入：y" in said.err
    assert "jinlin" not in said.err
    assert said.ran == ["事项 新增 西门口那棵树要倒了"]


def test_an_answer_in_a_walk_is_read_at_once(lamps: Jinlin) -> None:
    said = talk(lamps, "月报", "", "党小组会", "9月31日", "-", "\x03")
    assert said.err.count("9月31日") == 1
    assert "日期" in said.err


def test_a_council_can_end_at_the_moment_at_which_it_began_and_a_step_be_left_out(
    lamps: Jinlin,
) -> None:
    lamps("issue", "agenda", "1")
    lamps.now += timedelta(days=1, hours=8)
    said = talk(lamps, "3", "", "", "", "-", "-", "-", "08:00", "-", "-", "")
    assert "不能在此之前散会" in said.err
    assert "走完了" in said.err
    assert not any("散会" in line for line in said.ran)
    assert talk(lamps, "会议 散会 M1").ran == ["会议 散会 M1"]


def test_in_a_walk_the_first_question_of_a_command_leads_back(lamps: Jinlin) -> None:
    said = talk(lamps, "月报", "", "", *[""] * 4, "300", "<", "", "\x03")
    assert "程序内部出错" not in said.err
    assert "这是第一问" not in said.err


def test_before_saving_one_back_is_the_last_question(jinlin: Jinlin) -> None:
    said = talk(jinlin, "1", "路灯不亮", "门口", "", "", "", "<", "11-20", "")
    assert said.ran == ["事项 新增 路灯不亮 --地点 门口 --期限 11-20"]


def test_a_service_day_is_asked_for_whole(jinlin: Jinlin) -> None:
    said = talk(jinlin, "9", "3", "1", "", "修脚=12", "10-25", "")
    assert said.ran == ["服务 完成 爱心日 --服务人次 修脚=12 --日期 10-25"]


def test_what_a_refusal_names_is_asked_for(jinlin: Jinlin) -> None:
    jinlin.now -= timedelta(days=11)
    said = talk(jinlin, "服务 完成", "1", "", "", "", "", "", "修脚=3", "")
    assert said.ran == ["服务 完成 爱心日 --服务人次 修脚=3"]


def test_a_survey_is_made_and_answered_question_by_question(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3", "--floors", "7")
    jinlin("household", "add", "3-1-502")
    said = talk(
        jinlin, "问卷 新增 用餐", "困难吗=有、没有", "愿意吗=愿意、不愿意", "", "",
        "问卷 答卷", "3-1-502", "", "2", "", "",
    )  # fmt: skip
    assert said.ran == [
        "问卷 新增 用餐 --问题 '困难吗=有、没有' --问题 '愿意吗=愿意、不愿意'",
        "问卷 答卷 '3-1-502 没有 -'",
    ], said.err


def test_who_came_is_asked_for(lamps: Jinlin) -> None:
    lamps("meeting", "add", "支委会", "今天 08:00")
    said = talk(lamps, "签到 M1", "王甲", "")
    assert said.ran[-1:] == ["会议 签到 记录 M1 王甲"]


def test_of_many_notes_it_is_said_how_the_older_ones_are_seen(jinlin: Jinlin) -> None:
    jinlin("project", "add", "东门充电棚", "--kind", "充电棚", "--matter-reason", "不占共有部分")
    for number in range(12):
        jinlin("project", "note", f"第{number + 1}次进场")
    said = talk(jinlin, "项目 查看 G1")
    assert "还有2条更早的：项目 查看 G1 --全部" in said.out
    assert "第1次进场" not in said.out
    assert "第1次进场" in jinlin("project", "show", "G1", "--all").out
