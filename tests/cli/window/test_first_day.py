"""What a newcomer types on the first day in the window is never swallowed and leads nowhere bad."""

from __future__ import annotations

from datetime import timedelta

import pytest
from harness import Jinlin
from talk import talk


@pytest.fixture
def lamp(jinlin: Jinlin) -> Jinlin:
    jinlin("issue", "add", "路灯不亮", "--category", "公共照明")
    return jinlin


def test_the_database_named_alone_opens_its_window(lamp: Jinlin) -> None:
    said = talk(lamp, words=("--db", str(lamp.db), "--语言=zh"))
    assert said.code == 0
    assert " 1 记一件事" in said.err


def test_what_is_no_answer_to_a_confirmation_is_not_passed_over(lamp: Jinlin) -> None:
    said = talk(lamp, "撤销", "月报", "取消")
    assert "还没有办：按回车就办" in said.err
    assert lamp.sql("SELECT count(*) FROM issue") == [(1,)]


@pytest.mark.parametrize("line", ["派单 1 谁", "派单 1 …", "事项 派单 1 --谁 …"])
def test_a_line_copied_from_the_list_asks_for_what_it_leaves_open(lamp: Jinlin, line: str) -> None:
    lamp("member", "add", "郑国梁")
    said = talk(lamp, line, "郑国梁", "")
    assert said.ran == ["事项 派单 1 郑国梁"], said.err
    assert lamp.sql("SELECT count(*) FROM issue WHERE steward_id IS NOT NULL") == [(1,)]


def test_a_number_past_the_last_choice_is_none(lamp: Jinlin) -> None:
    lamp("issue", "close", "1", "--result", "已换")
    said = talk(lamp, "回访", "7", "1")
    assert "请按数字选一项" in said.err
    assert lamp.sql("SELECT satisfaction FROM issue") == [("satisfied",)]


def test_a_question_explains_itself_without_options(lamp: Jinlin) -> None:
    said = talk(lamp, "公示 张贴", "4", "?", "<", "<", "取消")
    assert "纸上怎么写，这里就怎么填" in said.err
    assert "这是第一问" in said.err
    assert "--title" not in said.err


def test_an_item_is_asked_for(jinlin: Jinlin) -> None:
    jinlin("meeting", "add", "--type", "支委会", "--time", "2026-11-06 19:30")
    said = talk(jinlin, "加一个议题", "M1", "换届", "")
    assert said.ran == ["会议 议题 M1 换届"], said.err


def test_an_empty_sheet_is_no_vote(jinlin: Jinlin) -> None:
    jinlin("meeting", "add", "--type", "党员大会", "--time", "2026-11-05 08:00", "--item", "转正")
    jinlin("member", "add", "郑国梁", "--party-state", "full")
    jinlin("meeting", "attend", "M1", "郑国梁")
    said = talk(jinlin, "会议 表决 空表 M1 1")
    assert said.ran == ["会议 表决 模板 M1 1"], said.err


def test_the_building_of_a_stilt_floor_is_asked_for(jinlin: Jinlin) -> None:
    jinlin("building", "add", "2", "--floors", "11", "--stilt-floor")
    said = talk(jinlin, "项目 立项 架空层改造", "2", "")
    assert said.ran == ["项目 立项 架空层改造 --楼栋 2"], said.err


def test_no_payment_is_asked_for_before_there_is_a_plan(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3", "--floors", "7", "--entrances", "1")
    jinlin("household", "add", "3-1-502", "--floor", "5")
    jinlin("elevator", "add", "3-1", "--kind", "加装")
    said = talk(jinlin, "收款")
    assert "还没有确定的方案" in said.err
    assert "哪一户" not in said.err


def test_another_day_names_the_whole_line(jinlin: Jinlin) -> None:
    assert "会议 修改 M12 --时间 周五19:30" in talk(jinlin, "改期").err


def test_a_meeting_that_ended_is_not_ahead(jinlin: Jinlin) -> None:
    jinlin("meeting", "add", "--type", "支委会", "--time", "2026-11-05 19:30")
    assert "三天内的会" in jinlin("today").out
    jinlin("meeting", "open", "M1", "--time", "11:00")
    jinlin("meeting", "close", "M1", "--time", "11:30")
    assert "三天内的会" not in jinlin("today").out


def test_a_vote_before_the_planned_time_ends_with_the_meeting(jinlin: Jinlin) -> None:
    for name in ("郑国梁", "何丽娟"):
        jinlin("member", "add", name, "--party-state", "full")
    jinlin("meeting", "add", "--type", "党员大会", "--time", "2026-11-05 23:00", "--item", "转正")
    jinlin("meeting", "open", "M1", "--time", "11:00")
    jinlin("meeting", "attend", "M1", "郑国梁", "何丽娟")
    jinlin("meeting", "vote", "M1", "1", "--for", "2")
    assert jinlin("meeting", "close", "M1").code == 0


POSTED = ("公示 张贴", "1", "装门禁", "3号楼装门禁", "", "居民反映", "", "大门", "林秀英 0591-1")


def test_before_a_notice_is_up_it_is_said_that_everybody_reads_it_and_how_long(
    jinlin: Jinlin,
) -> None:
    left = talk(jinlin, *POSTED, "取消")
    assert "贴出后人人可见" in left.err
    assert "期限至2026-11-12，7个自然日" in left.err
    assert jinlin.sql("SELECT count(*) FROM notice") == [(0,)]
    talk(jinlin, *POSTED, "")
    assert jinlin.sql("SELECT count(*) FROM notice") == [(1,)]


def test_what_an_earlier_notice_says_of_the_contact_is_told_where_it_stands_again(
    jinlin: Jinlin,
) -> None:
    talk(jinlin, *POSTED, "")
    said = talk(jinlin, *POSTED[:7], "", "", "取消")
    assert "反馈方式沿用N1：林秀英 0591-1" in said.err
    assert "张贴地点沿用N1：大门" in said.err
    changed = talk(jinlin, *POSTED[:7], "", "郑国梁 0591-2", "")
    assert "反馈方式沿用" not in changed.err
    assert jinlin.sql("SELECT contact FROM notice WHERE number = 2") == [("郑国梁 0591-2",)]


def test_taking_a_notice_down_early_is_asked_about_with_how_long_it_must_hang(
    jinlin: Jinlin,
) -> None:
    talk(jinlin, *POSTED, "")
    said = talk(jinlin, "公示 撤下 N1", "取消")
    assert "N1的期限到2026-11-12，至少要挂7个自然日（依据：惯例）" in said.err
    assert jinlin.sql("SELECT taken_down_on FROM notice") == [(None,)]
    talk(jinlin, "公示 撤下 N1", "")
    assert jinlin.sql("SELECT taken_down_on FROM notice") == [("2026-11-05",)]
    jinlin.now += timedelta(days=8)
    assert "至少要挂" not in talk(jinlin, "公示 撤下 N1").err


@pytest.mark.parametrize(("lang", "line"), [("zh", "事项 列表"), ("en", "issue list")])
def test_a_hint_names_a_line_as_it_is_typed_in_the_window(
    jinlin: Jinlin, lang: str, line: str
) -> None:
    jinlin.variables["JINLIN_LANG"] = lang
    told = talk(jinlin, "issue show 99").err
    assert line in told
    assert "jinlin" not in told.splitlines()[-1]
