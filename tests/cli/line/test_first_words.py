"""A line that does not begin with its noun, or whose verb is only begun."""

from __future__ import annotations

import pytest
from elevator.adopted import with_account
from harness import Jinlin

from jinlin.cli.line.verb_homes import SHORT_CUTS
from jinlin.cli.nouns import root
from jinlin.core.typed import quoted
from jinlin.output.command.noun import Noun
from jinlin.output.command.verb import Later


def _command(path: str) -> object:
    command: object = root()
    for name in path.split():
        assert isinstance(command, Noun), path
        found = command.commands[name]
        command = found.load() if isinstance(found, Later) else found
    return command


def test_every_short_cut_leads_to_a_command() -> None:
    for line in SHORT_CUTS.values():
        assert _command(line.partition(" --")[0])


@pytest.fixture
def lamp(jinlin: Jinlin) -> Jinlin:
    jinlin("issue", "add", "路灯不亮", "--category", "公共照明")
    return jinlin


def test_a_verb_without_its_noun_is_understood(lamp: Jinlin) -> None:
    done = lamp("办结", "1", "已换灯泡")
    assert "已办结" in done.out
    assert "读作：事项 办结 1" in done.err


def test_a_verb_of_several_nouns_goes_where_its_words_suit(lamp: Jinlin) -> None:
    lamp("member", "add", "蔡文清")
    assert "没有先呼叫" not in lamp("报到", "1", "城管", code=None).err
    assert "事项 报到 1" in lamp("报到", "1", "城管", code=None).err
    assert "蔡文清" in lamp("报到", "蔡文清").out


def test_a_number_alone_shows_the_record(lamp: Jinlin) -> None:
    assert lamp("1").out == lamp("issue", "show", "1").out == lamp("事项", "1").out


def test_words_after_the_noun_of_issues_are_a_new_one(lamp: Jinlin) -> None:
    said = lamp("事项", "楼道堆了杂物", "--category", "楼道堆物")
    assert "读作：事项 新增 楼道堆了杂物" in said.err
    assert "楼道堆了杂物" in said.out


@pytest.mark.parametrize("words", [("事项", "办", "1"), ("iss", "clo", "1"), ("issue", "办", "1")])
def test_the_beginning_of_a_noun_or_verb_is_enough(lamp: Jinlin, words: tuple[str, ...]) -> None:
    assert "已办结" in lamp(*words).out


def test_what_takes_something_away_is_typed_whole(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3")
    jinlin("building", "remo", "3", code=2)
    jinlin("楼栋", "删", "3", code=2)
    assert jinlin("building", "list", "--json").data


def test_a_bare_remove_says_which_verbs_take_something_away(jinlin: Jinlin) -> None:
    said = jinlin("删除", "3", code=2).err
    assert "撤销" in said
    assert "不予受理" in said


def test_what_is_going_on_needs_no_number(jinlin: Jinlin) -> None:
    jinlin("会议", "新增", "支委会", "2026-11-05", "09:00")
    jinlin("会议", "开会", "M1", "--at", "09:00")
    assert "林秀英" in jinlin("签到", "林秀英").out
    jinlin("会议", "新增", "支委会", "2026-11-05", "09:30")
    jinlin("会议", "开会", "M2", "--at", "09:30")
    jinlin("签到", "林秀英", code=2)


def test_a_vote_that_can_be_read_two_ways_is_refused_with_both(jinlin: Jinlin) -> None:
    jinlin("会议", "新增", "支委会", "2026-11-05", "09:00")
    jinlin("会议", "开会", "M1", "--at", "09:00")
    refused = jinlin("表决", "1", "4", "0", "0", code=2).err
    assert "会议 表决 记录 1 " in refused
    assert "会议 表决 记录 M1 1 " in refused


def test_a_day_that_lies_ahead_is_no_day_of_what_happened(jinlin: Jinlin) -> None:
    said = jinlin("事项", "新增", "昨天", "路灯不亮", "--category", "公共照明")
    assert "2026-11-04" in said.err
    assert jinlin.sql("SELECT substr(reported_at, 1, 10) FROM issue") == [("2026-11-03",)]


@pytest.mark.parametrize(
    ("day", "line", "read"),
    [
        (3, ("暂缓", "1", "本周三", "等配件"), "暂缓 1 --到 本周三 --原因 等配件"),
        (7, ("记一笔", "1", "本周五", "打了电话"), "记一笔 1 打了电话 --日期 本周五"),
        (3, ("记一笔", "1", "本周五", "打了电话"), f"记一笔 1 {quoted('本周五 打了电话')}"),
    ],
)
def test_whether_a_day_lies_ahead_is_told_by_today(
    lamp: Jinlin, day: int, line: tuple[str, ...], read: str
) -> None:
    lamp.now = lamp.now.replace(day=day)
    assert f"读作：事项 {read}" in lamp(*line, code=None).err


def test_on_a_terminal_it_is_asked_which_of_several_lines_is_meant(lamp: Jinlin) -> None:
    lamp("member", "add", "蔡文清")
    lamp("member", "add", "郑国梁")
    asked = lamp("派单", "1", "蔡文清", "郑国梁", typed="2\n")
    assert "几种读法" in asked.err
    assert "读作：事项 派单 1 蔡文清 --知会 郑国梁" in asked.err
    with_account(lamp)
    lamp("冲销", code=2)
    assert "可能是几个命令" in lamp("冲销", typed="", code=None).err


def test_an_answer_that_is_read_out_of_order_is_confirmed(jinlin: Jinlin) -> None:
    with_account(jinlin)
    said = jinlin("电梯", "表决", "同意", "502", typed="n\n", code=None)
    assert "继续吗" in said.err


def test_the_line_that_is_named_is_in_the_language_that_is_spoken(jinlin: Jinlin) -> None:
    assert "jinlin 事项 新增 红管家服务队" in jinlin("新增", "红管家服务队", code=2).err
    assert "jinlin issue add 红管家服务队" in jinlin("新增", "红管家服务队", lang="en", code=2).err


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (("close", "1", "lamp replaced"), f"事项 办结 1 --结果 {quoted('lamp replaced')}"),
        (("派", "1", "蔡文清"), "事项 派单 1 蔡文清"),
        (("clo", "1", "done"), "事项 办结 1 --结果 done"),
    ],
)
def test_english_verbs_and_what_begins_one_stand_alone(
    lamp: Jinlin, line: tuple[str, ...], read: str
) -> None:
    lamp("member", "add", "蔡文清")
    assert f"读作：{read}" in lamp(*line).err


def test_an_english_verb_of_several_nouns_goes_where_its_words_suit(jinlin: Jinlin) -> None:
    with_account(jinlin)
    assert "R1" in jinlin("pay", "502", "1万").out
    refused = jinlin("reverse", code=2).err
    assert "jinlin 电梯 冲销" in refused
    assert "jinlin 支部 经费 冲销" in refused


@pytest.mark.parametrize("word", ["取消", "cancel", "remove"])
def test_what_takes_a_record_away_is_named_whole_and_asked_about(jinlin: Jinlin, word: str) -> None:
    jinlin("会议", "新增", "支委会", "2026-11-06", "19:30")
    refused = jinlin(word, "M1", code=2).err
    assert "jinlin 会议 删除 M1；jinlin 撤销" in refused
    assert jinlin("meeting", "list", "--json").data
    jinlin(word, "M1", typed="1\n")
    assert not jinlin("meeting", "list", "--json").data


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("09:05", "jinlin 会议 新增 支委会 周五 09:05"),
        ("周五", "jinlin 日志 周五"),
        ("表", "请输入：jinlin 表决；"),
        ("表绝", "请输入：jinlin 表决\n"),
        ("zzqq", "全部命令：jinlin --帮助"),
    ],
)
def test_what_is_no_command_is_answered_in_one_line_with_what_is_near(
    lamp: Jinlin, typed: str, told: str
) -> None:
    refused = lamp(typed, code=2).err
    assert typed in refused
    assert told in refused
    assert len(refused.splitlines()) == 1
    assert "服务队" not in refused


def test_the_place_of_a_lift_shows_how_its_project_stands(jinlin: Jinlin) -> None:
    with_account(jinlin)
    assert jinlin("电梯", "3-1").out == jinlin("elevator", "status", "X1").out
    assert jinlin("elevator", "status", "3号楼1单元").out == jinlin("elevator", "status").out


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("43 已联系物业", "jinlin 事项 记一笔 43 已联系物业；jinlin 事项 办结 43 已联系物业"),
        ("林秀英 电话", "jinlin 党员 查找 林秀英"),
        ("花了 320", "支部 经费 支出"),
    ],
)
def test_what_is_about_something_and_says_no_more_is_told_what_may_follow(
    lamp: Jinlin, line: str, read: str
) -> None:
    assert read in lamp(*line.split(), code=2).err


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("蔡文清 入队 红管家服务队", "服务队 入队 红管家服务队 蔡文清"),
        ("登记 党员 李小四", ""),
        ("帮助 派单", "事项 派单"),
        ("支委会 周五 19:30", "会议 新增"),
        ("爱心日 25日", "服务 新增 爱心日 --日期 25日"),
        ("爱心日 25日 修脚=12", "服务 完成 爱心日 --服务人次 修脚=12 --日期 25日"),
        ("10月月报", "2026年10月工作月报"),
        ("10月报", "2026年10月工作月报"),
        ("1 派给 林秀英", "已派给林秀英"),
        ("催 1", "事项 催办 1"),
        ("暂缓 1 到12月1日 等配件", "事项 暂缓 1 --到 12月1日 --原因 等配件"),
    ],
)
def test_verb_noun_and_number_stand_where_people_put_them(
    lamp: Jinlin, line: str, read: str
) -> None:
    lamp("服务队", "新增", "红管家服务队", "--kind", "红管家")
    lamp("党员", "新增", "蔡文清")
    done = lamp(*line.split())
    assert read in done.out + done.err


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (("assign", "1", "to", "林秀英"), "Read as: issue assign 1 林秀英"),
        (("1", "--lang", "en"), "Number"),
        (("overdue",), "issue list --overdue"),
        (("issue", "street", "lamp", "out"), f"issue add {quoted('street lamp out')}"),
        (("help", "close"), "issue close"),
    ],
)
def test_english_lines_as_they_are_typed(lamp: Jinlin, line: tuple[str, ...], read: str) -> None:
    done = lamp(*line, lang="en")
    assert read in done.out + done.err


@pytest.mark.parametrize("day", [("friday",), ("next", "friday"), ("next friday",)])
def test_a_meeting_is_on_a_weekday_in_english_too(jinlin: Jinlin, day: tuple[str, ...]) -> None:
    jinlin("支委会", *day, "19:30", lang="en")
    held = jinlin("meeting", "list", "--json").data[0]["held_at"]
    assert held[:16] == ("2026-11-06T19:30" if day == ("friday",) else "2026-11-13T19:30")
    assert "类型" in jinlin("会议", *day, "19:30", code=2).err


def test_the_number_that_is_missing_is_called_by_what_it_is_of(jinlin: Jinlin) -> None:
    assert "还缺：会议编号（M12）" in jinlin("纪要", code=2).err


def test_two_words_of_one_choice_are_one(jinlin: Jinlin) -> None:
    line = ("income", "5万", "start-up", "grant", "--from", "街道", "--for", "启动")
    jinlin(*line, lang="en")
    assert jinlin.sql("SELECT purse, amount FROM fund_entry") == [("start_up_grant", 5_000_000)]


def test_undo_may_be_written_in_both_ways(lamp: Jinlin) -> None:
    lamp("撤消", "--yes")
    assert lamp("issue", "list", "--json").data == []


def test_the_near_verb_is_taken_once_it_is_confirmed(lamp: Jinlin) -> None:
    assert "已办结" in lamp("办结结", "1", "已换灯泡", typed="y\n").out
