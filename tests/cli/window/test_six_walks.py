"""The six walks as they are gone, each on a small notebook of its own."""

from __future__ import annotations

import sys
from datetime import timedelta
from types import SimpleNamespace

import pytest
from elevator.adopted import with_account
from harness import Jinlin
from talk import talk

from jinlin.cli.window import walks
from jinlin.cli.window.walk import GuidedStep, GuidedWalk, StepLine


@pytest.fixture
def lamps(jinlin: Jinlin) -> Jinlin:
    for title in ("路灯不亮", "井盖松动"):
        jinlin("issue", "add", title, "--category", "公共照明")
    return jinlin


def test_on_friday_each_item_is_decided_and_put_up(lamps: Jinlin) -> None:
    lamps("issue", "agenda", "1")
    lamps("issue", "agenda", "2")
    lamps.now += timedelta(days=1, hours=8)
    said = talk(
        lamps, "3", "", "19:30", "林秀英",
        "灯杆锈了", "周内换灯", "林秀英", "下周五", "1", "协调", "", "", "", "", "",
        "-", "-", "", "小区大门", "",
    )  # fmt: skip
    assert said.ran[1:] == [
        "会议 开会 M1 --时间 19:30",
        "会议 签到 记录 M1 林秀英",
        "会议 议题 M1 --议题 1 --备注 灯杆锈了",
        "会议 决议 M1 周内换灯 --议题 1 --责任人 林秀英 --期限 下周五",
        "事项 上报 2026-0001 --上报至 社区 --请求 协调",
        "会议 散会 M1",
        "公示 张贴 --取自 决议 --哪个 M1 --地点 小区大门",
    ]
    assert lamps.sql("SELECT text, due_on FROM resolution") == [("周内换灯", "2026-11-13")]
    assert "走完了" in said.err


def test_a_walk_goes_on_at_the_row_and_step_where_it_was_left(lamps: Jinlin) -> None:
    lamps("issue", "agenda", "1")
    lamps("issue", "agenda", "2")
    lamps.now += timedelta(days=1, hours=8)
    said = talk(
        lamps,
        "3",
        "",
        "19:30",
        "",
        "-",
        "-",
        "-",
        "\x03",
        "周五",
        "",
        "井盖换新",
        "",
        "",
        "\x03",
        "撤销",
        "",
    )
    assert "停在第4步" in said.err
    assert said.ran[-2:] == ["会议 议题 M1 --议题 2 --备注 井盖换新", "撤销"]
    assert said.err.count("[1/1] 议题2　井盖松动") == 1
    assert lamps.sql("SELECT note FROM agenda_item WHERE note IS NOT NULL") == []


def test_before_its_day_the_friday_leads_to_what_can_be_done_until_then(lamps: Jinlin) -> None:
    lamps("issue", "agenda", "1")
    said = talk(lamps, "周五", "", "清单.docx", "")
    assert said.ran[1:] == ["会议 通知 M1", "会议 议题清单 M1 --存为 清单.docx"]
    assert "到那天再输入“周五议事”" in said.err
    assert "几点开的" not in said.err
    moved = talk(lamps, "周五", "", "", "今天11:30", "11:30", "", "\x03")
    assert moved.ran[-2:] == ["会议 修改 M1 --时间 今天11:30", "会议 开会 M1 --时间 11:30"]


def test_after_its_day_the_friday_asks_when_it_began_and_does_not_take_now(lamps: Jinlin) -> None:
    lamps("issue", "agenda", "1")
    lamps("meeting", "agenda", "--build")
    lamps.now += timedelta(days=2)
    said = talk(lamps, "周五", "", "-", "", "19:30", "", "\x03")
    assert "这一项必须填" in said.err
    assert said.ran == ["会议 开会 M1 --时间 19:30"]


def test_a_council_of_today_is_gone_on_with_before_the_next_friday_is_planned(
    lamps: Jinlin,
) -> None:
    lamps("issue", "agenda", "1")
    lamps("meeting", "agenda", "--build")
    lamps("meeting", "edit", "M1", "--time", "今天10:00")
    said = talk(lamps, "周五", "", "10:00", "", "\x03")
    assert said.ran == ["会议 议题清单 M1 --生成", "会议 开会 M1 --时间 10:00"]
    going_on = talk(lamps, "周五", "郑国梁", "\x03")
    assert going_on.ran == ["会议 签到 记录 M1 郑国梁"]
    assert lamps.sql("SELECT count(*) FROM meeting") == [(1,)]


def test_beside_a_council_that_was_never_held_the_next_one_can_be_planned(lamps: Jinlin) -> None:
    lamps("issue", "agenda", "1")
    lamps("meeting", "agenda", "--build")
    lamps.now += timedelta(days=3)
    said = talk(lamps, "周五", "2", "", "\x03")
    assert said.ran == ["会议 议题清单 --生成"]
    assert "已安排 M2：2026-11-13" in said.err


def test_a_council_begins_on_its_day_and_no_time_signs_in(lamps: Jinlin) -> None:
    lamps("issue", "agenda", "1")
    lamps.now += timedelta(days=1, hours=8)
    said = talk(lamps, "周五", "", "昨天19:30", "19:30", "今天08:30", "林秀英", "\x03")
    assert "M1 是2026-11-06的会，不是昨天19:30的" in said.err
    assert "“今天08:30”是时间，不是姓名" in said.err
    assert said.ran[1:] == ["会议 开会 M1 --时间 19:30", "会议 签到 记录 M1 林秀英"]


def test_what_was_opened_already_is_not_opened_again(lamps: Jinlin) -> None:
    lamps("issue", "agenda", "1")
    lamps("meeting", "agenda", "--build")
    lamps.now += timedelta(days=1, hours=8)
    lamps("meeting", "open", "M1", "--at", "19:30")
    said = talk(lamps, "周五", "林秀英", "\x03")
    assert said.ran == ["会议 签到 记录 M1 林秀英"]
    assert lamps.sql("SELECT count(*) FROM meeting") == [(1,)]


def test_for_the_month_what_is_missing_is_asked_before_it_is_filed(lamps: Jinlin) -> None:
    lamps("issue", "close", "1", "--result", "已换灯泡")
    lamps.now += timedelta(days=30)
    said = talk(lamps, "月报", "", "", "", "等配件", "1", "", "", "月报.docx")
    assert said.ran == [
        "会议 日程 --月份 上月",
        "事项 记一笔 2026-0002 等配件",
        "事项 回访 记录 2026-0001 满意",
        "报告 月报 上月",
        "报告 月报 上月 --定稿 --存为 月报.docx",
    ]
    assert (lamps.folder / "月报.docx").exists()


def test_a_month_is_not_filed_by_enter_alone_nor_before_it_is_over(lamps: Jinlin) -> None:
    assert not any("定稿" in line for line in talk(lamps, "月报", *[""] * 12).ran)
    for said in ("", "1"):
        assert "什么都没有改动" in talk(lamps, "报告 月报 本月 --定稿", said).err
    assert lamps.sql("SELECT count(*) FROM filed_report") == [(0,)]
    talk(lamps, "报告 月报 本月 --定稿", "2")
    assert lamps.sql("SELECT count(*) FROM filed_report") == [(1,)]


def test_where_nothing_was_decided_nothing_is_put_up(lamps: Jinlin) -> None:
    lamps("issue", "agenda", "1")
    lamps.now += timedelta(days=1, hours=8)
    said = talk(lamps, "3", "", "19:30", "", "", "", "", "")
    assert "走完了" in said.err, said.err
    assert "挂在哪里" not in said.err


def test_what_was_refused_of_a_payment_is_asked_again_and_nothing_else(jinlin: Jinlin) -> None:
    with_account(jinlin)
    said = talk(jinlin, "收款", "502", "很多钱", "", "2万", "", "取消")
    assert [line for line in said.ran if "收款" in line] == ["电梯 收款 502 2万 --项目 X1"]


def test_a_question_of_a_walk_goes_back_to_the_one_before(lamps: Jinlin) -> None:
    lamps("issue", "agenda", "1")
    lamps.now += timedelta(days=1, hours=8)
    said = talk(lamps, "3", "", "19:30", "", "", "<", "灯杆锈了", "换灯", "<", "取消")
    assert said.ran[-1] == "会议 议题 M1 --议题 1 --备注 灯杆锈了"
    again = talk(lamps, "3", "", "<", "取消")
    assert "这是第一问" in again.err


def test_on_the_board_what_must_hang_is_shown_before_it_is_put_up(lamps: Jinlin) -> None:
    said = talk(lamps, "上墙", "小区大门", "", "-", "-", "-", "-", "-", "-", "公示.docx")
    assert said.err.index("将上墙") < said.err.index("＝")
    assert said.ran == [
        "公示 张贴 --取自 事项 --地点 小区大门",
        "公示 打印 N1 --存为 公示.docx",
    ]
    assert lamps.sql("SELECT count(*) FROM notice") == [(1,)]


def test_a_question_on_the_board_is_answered_and_not_asked_where_it_hangs(lamps: Jinlin) -> None:
    lamps("notice", "ask", "门禁什么时候换")
    said = talk(lamps, "上墙", "", "下个月", "", "\x03")
    assert said.ran == ["公示 答复 Q1 下个月"]


def test_what_hangs_already_is_told_before_it_is_put_up_again(
    lamps: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    lamps("notice", "post", "--from", "事项", "--place", "小区大门")
    step = GuidedStep(
        "Once more", (StepLine("notice post --from 事项 --place 小区大门", rehearsed=True),)
    )
    monkeypatch.setitem(walks.WALKS, "again", ("再来",))
    monkeypatch.setitem(
        sys.modules,
        "jinlin.cli.window.walks.again",
        SimpleNamespace(WALK=GuidedWalk("Again", (step,))),
    )
    said = talk(lamps, "再来", "-")
    assert "N1 自2026-11-05起张贴着" in said.err
    assert said.ran == []


def test_satisfaction_is_one_key_for_each_and_a_reason_where_it_is_none(lamps: Jinlin) -> None:
    for number in (1, 2):
        lamps("issue", "close", number, "--result", "已修好")
    said = talk(lamps, "回访", "1", "3", "又坏了", "")
    assert "2026-0002 井盖松动　办理结果：已修好\n" in said.err  # nobody is known to be asked
    assert [line.rpartition(" 2026-")[2] for line in said.ran] == [
        "0001 满意", "0002 不满意 --原因 又坏了",
    ]  # fmt: skip


def test_door_after_door_pays_and_gets_its_receipt(jinlin: Jinlin) -> None:
    with_account(jinlin)
    said = talk(jinlin, "收款", "502", "2万", "2", "602", "500", "", "")
    assert [line for line in said.ran if "欠缴" not in line] == [
        "电梯 收款 502 2万 --方式 现金 --项目 X1",
        "电梯 收据 X1-R1",
        "电梯 收款 602 500 --项目 X1",
        "电梯 收据 X1-R2",
    ]
    assert "贰万元整" in said.out


def test_the_next_secretary_gets_the_posts_the_list_and_the_signature(jinlin: Jinlin) -> None:
    jinlin("member", "add", "陈国强")
    said = talk(jinlin, "移交", "今天", "陈国强", "书记", "", "", "3", "今天", "", "陈国强")
    assert jinlin.sql("SELECT value FROM setting WHERE key = 'secretary'") == [("陈国强",)]
    assert (jinlin.folder / "移交清单.docx").exists()
    assert "走完了" in said.err
