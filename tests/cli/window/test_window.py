"""The window: numbers, lines, forms, and nothing of one command in the next."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from elevator.adopted import adopt
from harness import Jinlin
from talk import talk

from jinlin.core.errors import RuleError
from jinlin.core.text import in_lines, width


@pytest.fixture
def lamps(jinlin: Jinlin) -> Jinlin:
    for title in ("路灯不亮", "井盖松动", "水管漏水"):
        jinlin("issue", "add", title, "--category", "公共照明")
    return jinlin


def test_it_opens_with_the_day_and_nine_things_to_choose(lamps: Jinlin) -> None:
    said = talk(lamps)
    assert said.code == 0
    assert "2026-11-05 星期四" in said.out
    assert "路灯不亮" in said.out
    for number, label in enumerate(("记一件事", "今天要办", "周五议事", "电梯", "收钱付钱"), 1):
        assert f" {number} {label}" in said.err
    assert " 0 退出" in said.err
    assert not said.ran


@pytest.mark.parametrize("line", ["事项 列表", "jinlin 事项 列表", "issue list", "＝ 事项 列表"])
def test_a_line_is_a_command_without_the_name_of_the_program(lamps: Jinlin, line: str) -> None:
    said = talk(lamps, line)
    assert said.ran == ["事项 列表"]
    assert "井盖松动" in said.out


def test_numbers_act_on_what_was_listed(lamps: Jinlin) -> None:
    said = talk(lamps, "事项 列表", "2", "3 办结 --result 已换", "7 办结 --result 已换")
    assert said.ran == [
        "事项 列表",
        "事项 查看 2026-0002",
        "事项 办结 2026-0003 --结果 已换",
    ]
    assert "刚才的列表里没有 7" in said.err
    assert lamps.sql("SELECT number FROM issue WHERE closed_at IS NOT NULL") == [(3,)]


def test_a_number_that_is_a_place_and_a_number_is_asked_about(lamps: Jinlin) -> None:
    lamps("issue", "add", "电线冒烟", "--category", "公共照明", "--urgency", "特急")
    said = talk(lamps, "今天", "1", "1 办结 已换", "2", "3 办结 已修", "\x03", "今天")
    assert said.ran == [
        "今天", "事项 查看 2026-0004", "事项 办结 2026-0001 --结果 已换", "今天"
    ]  # fmt: skip
    assert lamps.sql("SELECT number FROM issue WHERE closed_at IS NOT NULL") == [(1,)]


def test_of_a_range_nothing_is_left_out(lamps: Jinlin) -> None:
    assert talk(lamps, "事项 列表", "1-500 办结 已换").ran == ["事项 列表"]


def test_several_numbers_are_one_command(lamps: Jinlin) -> None:
    said = talk(lamps, "事项 列表", "１，3 办结 已换灯泡")
    assert len(said.ran) == 2
    closed = lamps.sql(
        "SELECT number, result FROM issue WHERE closed_at IS NOT NULL ORDER BY number"
    )
    assert closed == [(1, "已换灯泡"), (3, "已换灯泡")]
    assert lamps.sql("SELECT count(*) FROM entry WHERE command = 'issue close'") == [(1,)]


def test_a_record_is_edited_by_choosing_what_is_to_change(lamps: Jinlin) -> None:
    said = talk(lamps, "事项 修改 1", "不是选项", "3", "3号楼门口", "")
    assert said.ran == ["事项 修改 1 --地点 3号楼门口"], said.err
    assert lamps.sql("SELECT place FROM issue WHERE number = 1") == [("3号楼门口",)]


def test_a_number_of_the_menu_chooses(lamps: Jinlin) -> None:
    said = talk(lamps, "2", "", "9", "16", "3", "0", leave="0\r")
    assert said.ran == ["今天"]
    assert "事项  居民反映的事项" in said.err
    assert "办结  办结一件事项" in said.err
    assert said.err.count("0 返回") == 3


def test_a_number_means_what_was_shown_last(lamps: Jinlin) -> None:
    said = talk(lamps, "楼栋 新增 3", "2", "事项 列表", "2", "0", "2", leave="0\r楼栋 列表\r0\r0\r")
    assert said.ran == [
        "楼栋 新增 3",
        "今天",
        "事项 列表",
        "事项 查看 2026-0002",
        "今天",
        "楼栋 列表",
    ]


def test_a_list_without_numbers_leaves_them_to_the_menu(lamps: Jinlin) -> None:
    assert talk(lamps, "事项 列表", "", "日程", "2").ran[-1] == "今天"
    assert talk(lamps, "回访", "2").ran == ["今天"]


def test_a_question_mark_tells_on_one_screen_what_can_be_typed(lamps: Jinlin) -> None:
    said = talk(lamps, "?")
    assert "12 办结 已换灯泡" in said.err
    assert "全部命令：帮助" in said.err
    assert len((said.out + said.err).splitlines()) < 24
    assert "用法：jinlin" in talk(lamps, "帮助").out


def test_a_form_asks_for_what_is_missing_and_saves_on_enter(jinlin: Jinlin) -> None:
    said = talk(jinlin, "1", "路灯不亮", "?", "3号楼门口", "", "2", "", "")
    line = "事项 新增 路灯不亮 --地点 3号楼门口 --紧急程度 紧急"
    assert f"将要保存：{line}" in said.err
    assert "在哪里，如" in said.err
    assert said.ran == [line]
    assert jinlin.sql("SELECT title, urgency FROM issue") == [("路灯不亮", "urgent")]


def test_a_form_can_be_gone_back_in_and_left(jinlin: Jinlin) -> None:
    said = talk(jinlin, "1", "路灯不亮", "门口", "<", "楼上", "", "", "", "\x03", "")
    assert "将要保存：事项 新增 路灯不亮 --地点 楼上" in said.err
    assert said.ran == []
    assert jinlin.sql("SELECT count(*) FROM issue") == [(0,)]
    again = talk(
        jinlin, "1", "路灯不亮", "门口", "", "", "", "<", "<", "<", "<", "楼上", "", "", "", ""
    )
    assert again.ran == ["事项 新增 路灯不亮 --地点 楼上"]


@pytest.mark.parametrize("word", ["取消", "返回"])
def test_a_word_leaves_a_form_wherever_it_is(jinlin: Jinlin, word: str) -> None:
    for typed in (["路灯不亮", word], ["路灯不亮", "", "", "", "", word]):
        assert talk(jinlin, "1", *typed, "楼栋 列表").ran == ["楼栋 列表"]
    assert jinlin.sql("SELECT count(*) FROM issue") == [(0,)]


def test_after_two_wrong_answers_it_is_said_how_to_leave(lamps: Jinlin) -> None:
    once, twice = (
        talk(lamps, "事项 修改 1", *wrong, "取消") for wrong in (["不是"], ["不是", "也不是"])
    )
    assert "不做了：输入 取消" not in once.err
    assert twice.err.count("不做了：输入 取消，或按 Ctrl+C。") == 1


def test_a_form_that_is_refused_asks_for_what_was_refused_alone(lamps: Jinlin) -> None:
    said = talk(lamps, "事项 合并", "3", "99", "", "1", "")
    assert "没有事项 2026-0099" in said.err
    assert said.ran == ["事项 合并 3 --并入 1"]


def test_an_item_that_is_none_is_asked_for_again_and_nothing_else(jinlin: Jinlin) -> None:
    jinlin("meeting", "add", "--type", "支委会", "--time", "2026-11-01 19:30", "--item", "花坛")
    said = talk(jinlin, "会议 表决 模板", "M1", "9", "", "1", "")
    assert "没有议题9" in said.err
    assert said.err.count("将要保存：会议 表决 模板 M1 1") == 1


def test_a_number_that_is_asked_for_is_asked_for_again_where_it_is_none(jinlin: Jinlin) -> None:
    jinlin("meeting", "add", "--type", "支委会", "--time", "2026-11-01 19:30", "--item", "花坛")
    said = talk(jinlin, "会议 表决 模板 M1", "第一项", "取消")
    assert "这里要填整数" in said.err
    assert "程序内部出错" not in said.err


def test_a_refusal_that_names_nothing_goes_through_the_answers_once_more(
    lamps: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_words: object) -> None:
        monkeypatch.undo()
        raise RuleError("今天不行")

    monkeypatch.setattr("jinlin.issue.record.links.merge_issues", refused)
    said = talk(lamps, "事项 合并", "3", "2", "", "", "", "1", "")
    assert "今天不行" in said.err
    assert said.ran == ["事项 合并 3 --并入 1"]


def test_one_person_is_refused_where_the_second_is_asked_for(jinlin: Jinlin) -> None:
    adopt(jinlin)
    said = talk(jinlin, "收款 502 2万", "", "黄志刚", "工行 1234", "许文澜", "许文澜", "何丽娟")
    assert "须是两个人，现在都是许文澜" in said.err
    [line] = said.ran
    assert line.startswith("电梯 收款 502 2万"), said.err


@pytest.mark.parametrize("answer", ["", "好像是", "取消", "今天"])
def test_what_is_no_command_is_noted_down_only_where_that_is_agreed_to_next(
    lamps: Jinlin, answer: str
) -> None:
    before = lamps.dump()
    said = talk(lamps, "周五开会讨论", answer, "y")
    assert "请输入：y" in said.err
    assert "事项 新增 周五开会讨论" not in said.ran
    assert lamps.dump() == before


@pytest.mark.parametrize(
    "line", ["谁没付物业费", "今天有什么事", "怎么办结事项", "还有哪些没办", "路灯修好了吗"]
)
def test_a_question_is_no_issue(lamps: Jinlin, line: str) -> None:
    said = talk(lamps, line, "y")
    assert "欠缴" in said.err
    assert "事项 新增" not in said.err
    assert "年报" not in said.err
    assert not said.ran


def test_she_may_leave_where_an_issue_is_proposed(lamps: Jinlin) -> None:
    assert not talk(lamps, "周五开会讨论", "退出", "今天").ran


def test_what_is_needed_is_asked_for_even_where_nothing_says_how(jinlin: Jinlin) -> None:
    said = talk(jinlin, "楼栋 新增", "3", "")
    assert said.ran == ["楼栋 新增 3"]


def test_a_refusal_and_a_fault_leave_the_window_as_it_was(
    lamps: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_words: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("jinlin.issue.commands.lists.list.show", broken)
    said = talk(lamps, "事项 办结 99 --result x", "事项 列表", "事项 查看 1")
    assert said.ran == ["事项 查看 1"]
    assert "没有事项 2026-0099" in said.err
    assert "程序内部出错，数据没有改动" in said.err


def test_a_fault_between_commands_ends_no_window(
    lamps: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_words: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("jinlin.cli.window.leading.lead", broken)
    said = talk(lamps, "回访", "事项 查看 1")
    assert said.ran == ["事项 查看 1"]
    assert "程序内部出错，数据没有改动" in said.err


def test_ctrl_c_behind_what_was_saved_does_not_say_that_nothing_was(
    lamps: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_words: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr("jinlin.cli.window.opening.history_wanted", stopped)
    assert "存好之后才停止" in talk(lamps, "办结 1 已换灯泡").err
    assert "什么都没有改动" in talk(lamps, "事项 列表").err


@pytest.mark.parametrize("option", ["--dry-run", "--yes", "--json", "--operation=A1"])
def test_what_holds_for_one_command_opens_no_window(lamps: Jinlin, option: str) -> None:
    said = talk(lamps, "楼栋 新增 9", words=["shell", option])
    assert said.code == 2
    assert lamps.sql("SELECT count(*) FROM building") == [(0,)]


def test_the_language_of_one_line_is_not_that_of_the_next(lamps: Jinlin) -> None:
    said = talk(lamps, "issue list --lang en", "issue list", "config set language en", "issue list")
    assert said.ran == [
        "issue list --lang en", "事项 列表", "设置 设置 language en", "issue list",
    ]  # fmt: skip
    assert [said.out.count(heading) for heading in ("Issue title", "办理时限")] == [2, 1]
    assert "Note something down" in talk(lamps).err


def test_one_copy_of_the_day_is_kept(lamps: Jinlin) -> None:
    talk(lamps, "今天")
    before = {file.name for file in (lamps.folder / "备份").iterdir()}
    talk(lamps, "楼栋 新增 3")
    assert {file.name for file in (lamps.folder / "备份").iterdir()} == before
    assert len([name for name in before if name.endswith(".db")]) == 1


def test_the_kept_history_says_nothing_about_people(lamps: Jinlin) -> None:
    talk(lamps, "事项 记一笔 1 张美华说的", "事项 列表")
    kept = (lamps.folder / "命令历史.txt").read_text("utf-8")
    assert kept == "事项 记一笔 1\n事项 列表\n"
    talk(lamps, "设置 设置 历史 关", "事项 列表")
    assert not (lamps.folder / "命令历史.txt").exists()


def test_without_a_database_it_leads_into_making_one(bare: Jinlin) -> None:
    said = talk(bare, "梅苑小区", "金山街道", "梅苑社区", "林秀英", "", "", "", "", "", "", "", "")
    assert said.code == 0, said
    assert bare.sql("SELECT name FROM complex") == [("梅苑小区",)]


def test_without_a_database_the_menu_makes_one_and_nothing_else(bare: Jinlin) -> None:
    left = talk(bare, "返回", "", "返回", "2", leave="0\r")
    assert left.code == 0
    assert left.err.count(" 1 建库   0 退出") == 3
    assert "记一件事" not in left.err
    made = talk(bare, "返回", "1", "梅苑小区", *[""] * 10, "楼栋 列表")
    assert made.ran == ["建库", "楼栋 列表"]
    assert "记一件事" in made.err.partition("＝ 建库")[2]


def test_a_question_about_the_branch_explains_itself(bare: Jinlin) -> None:
    said = talk(bare, "梅苑小区", "", "", "", "", "", "?", "", "", "?", "取消")
    assert "联合：几个小区或单位合建" in said.err
    assert "村、社区支部委员会每届5年" in said.err


def test_a_database_moved_away_is_one_clear_line(lamps: Jinlin) -> None:
    said = talk(lamps, "事项 列表", f"config set 历史 开 --db {lamps.folder}/gone.db", "事项 列表")
    assert said.ran == ["事项 列表", "事项 列表"]
    assert "gone.db" in said.err


def test_undo_says_what_it_takes_back_and_waits_for_enter(lamps: Jinlin) -> None:
    said = talk(lamps, "撤销", "\x03", "楼栋 列表")
    assert "将撤销" in said.err
    assert "2026-0003" in said.err
    assert len(lamps.sql("SELECT 1 FROM issue WHERE removed_at IS NULL")) == 3
    assert talk(lamps, "撤销", "").ran == ["撤销"]
    assert len(lamps.sql("SELECT 1 FROM issue WHERE removed_at IS NULL")) == 2
    assert talk(lamps, "重做", "").ran == ["重做"]
    assert len(lamps.sql("SELECT 1 FROM issue WHERE removed_at IS NULL")) == 3


def test_ctrl_c_brings_the_menu_and_drops_the_line(lamps: Jinlin) -> None:
    said = talk(lamps, "\x03", "今天")
    assert said.err.count("1 记一件事") == 2
    assert said.ran == ["今天"]


def test_the_database_and_the_language_it_was_opened_with_hold_for_every_line(
    jinlin: Jinlin, tmp_path: Path
) -> None:
    other = tmp_path / "桂园.db"
    jinlin("init", "--db", other, "--name", "桂园")
    said = talk(jinlin, "building add 7", words=["shell", "--db", str(other), "--lang", "en"])
    assert said.ran == ["building add 7"]
    assert "桂园, 2026-11-05 Thursday" in said.out
    assert jinlin.sql("SELECT count(*) FROM building") == [(0,)]
    assert "7" in jinlin("building", "list", "--db", other).out


def test_it_is_what_was_last_shown_or_written_in_the_window(lamps: Jinlin) -> None:
    said = talk(
        lamps,
        "查看 1",
        "办结 它 已换灯泡",
        "事项 新增 墙皮脱落",
        "派单 . 林秀英",
        "4,2",
        "办结 它 已修",
    )
    assert [line for line in said.ran if "查看" not in line] == [
        "事项 办结 1 --结果 已换灯泡",
        "事项 新增 墙皮脱落",
        "事项 派单 2026-0004 林秀英",
        "事项 办结 2 --结果 已修",
    ]
    assert "读作：事项 办结 2" in said.err


def test_it_is_whatever_was_named_last(lamps: Jinlin) -> None:
    said = talk(lamps, "查看 1", "党员 查看 林秀英", "查看 它", "派单 1 林秀英", "查看 它")
    assert "读作：党员 查看 林秀英" in said.err
    assert said.ran[-1] == "事项 查看 2026-0001"


def test_in_the_window_there_is_no_second_one(jinlin: Jinlin) -> None:
    assert "这里已经是窗口了" in talk(jinlin, "窗口").err
    assert "窗口要在终端里打开" in jinlin("shell", code=2).err


@pytest.mark.parametrize("chosen", range(1, 10))
def test_every_line_of_the_menu_opens(jinlin: Jinlin, chosen: int) -> None:
    said = talk(jinlin, str(chosen), "\x03", "菜单")
    assert said.code == 0
    assert "程序内部出错" not in said.err


def test_a_line_of_the_menu_is_typed_as_it_reads(jinlin: Jinlin) -> None:
    said = talk(jinlin, "记一件事", "路灯不亮", "", "", "", "", "", "谁还欠款")
    assert said.ran == ["事项 新增 路灯不亮"], said.err
    assert "没有正在进行的电梯项目" in said.err


def test_a_line_of_the_menu_is_typed_in_small_letters_too(jinlin: Jinlin) -> None:
    jinlin.variables["JINLIN_LANG"] = "en"
    said = talk(jinlin, "note something down", "灯坏", "", "", "", "", "", "what each purse holds")
    assert said.ran[:1] == ["issue add 灯坏"], said.err
    assert "branch fund balance" in said.ran


def test_a_whole_title_is_noted_down_where_she_says_so(jinlin: Jinlin) -> None:
    said = talk(jinlin, "门口的灯不亮了", "y", "井盖松动得厉害", "不是", "取消")
    assert said.ran == ["事项 新增 门口的灯不亮了"], said.err
    assert jinlin.sql("SELECT title FROM issue") == [("门口的灯不亮了",)]


def test_a_door_behind_a_list_is_no_range_of_its_numbers(lamps: Jinlin) -> None:
    said = talk(lamps, "事项 列表", "2-502", "2-302 搬入")
    assert "刚才的列表里没有" not in said.err
    assert "200" not in said.err


def test_words_are_suggested_in_the_language_that_is_spoken(lamps: Jinlin) -> None:
    said = talk(lamps, "事项 zzqq")
    assert "新增、列表" in said.err
    assert "list" not in said.err


def test_what_is_told_to_be_typed_is_typed_so_in_the_window(lamps: Jinlin) -> None:
    said = talk(lamps, "党员 查看 王五", "支部 查看")
    assert "jinlin " not in said.err + said.out
    assert "支部 修改 --任期" in said.out
    assert "jinlin 支部 修改 --任期" in lamps("branch", "show").out


def test_all_commands_are_told_as_they_are_typed_in_the_window(jinlin: Jinlin) -> None:
    assert "全部命令：帮助" in talk(jinlin, "昨天19:30").err


def test_the_name_of_the_program_stays_where_no_command_follows(lamps: Jinlin) -> None:
    said = talk(lamps, "事项 新增 jinlin 打不开了", "", "", "", "", "", "事项 列表")
    assert "jinlin 打不开了" in said.out


def test_a_long_line_breaks_between_words(lamps: Jinlin) -> None:
    said = talk(
        lamps, "elevator quote --lang en --help", "issue close 9999 done --lang en", "x"
    ).err
    lines = said.splitlines()
    assert max(map(width, lines)) <= 80
    told = next(n for n, line in enumerate(lines) if line.startswith("Error: "))
    assert all(re.search(r"[\w.:,]$", line) for line in lines[told : told + 2])


def test_no_option_and_no_file_is_parted_at_the_end_of_a_line() -> None:
    said = "征求意见填写表已生成，请填写：/tmp/line/tm/ex/征求意见填写表-梅苑小区-X1-C1.xlsx。电梯 表决 发起 --截止 12-15"
    for columns in range(20, 80):
        lines = in_lines(said, columns).splitlines()
        assert any("/tmp/line/tm/ex/征求意见填写表-梅苑小区-X1-C1.xlsx" in line for line in lines)
        assert any("--截止" in line for line in lines)
        assert "".join(lines).replace(" ", "") == said.replace(" ", "")


def test_a_reason_that_alone_is_missing_is_asked_for(jinlin: Jinlin) -> None:
    jinlin("meeting", "add", "--type", "支委会", "--time", "2026-11-05 11:00", "--item", "长椅")
    jinlin("meeting", "open", "M1")
    said = talk(jinlin, "会议 议题 M1 路灯", "临时提出", "")
    assert said.ran == ["会议 议题 M1 路灯 --原因 临时提出"]


def test_what_was_named_last_is_what_enter_means(jinlin: Jinlin) -> None:
    jinlin("meeting", "add", "--type", "支委会", "--time", "2026-11-05 11:00", "--item", "长椅")
    said = talk(jinlin, "会议 开会 M1", "会议 散会 M1", "会议记录", "")
    assert said.ran[-1] == "会议 会议记录 M1"
    removed = talk(jinlin, "会议 查看 M1", "会议 删除", "", "取消")
    assert "这一项必须填" in removed.err
