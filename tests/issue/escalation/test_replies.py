"""`jinlin issue reply` and `replies`: text for WeChat, without names."""

from __future__ import annotations

from datetime import timedelta

import pytest
from harness import Jinlin
from issue.adding import Add

from jinlin.issue.escalation.replies import LONGEST, PLACES, _shipped
from jinlin.issue.rules.statuses import Status


def text(jinlin: Jinlin, number: str = "1", *words: str) -> str:
    return str(jinlin("issue", "reply", number, *words, "--json").data["text"])


def test_there_is_a_text_for_every_status_and_each_can_be_filled_in() -> None:
    assert set(_shipped()) == {str(status) for status in Status}
    for texts in _shipped().values():
        assert "any" in texts
        for said in texts.values():
            said.format(**dict.fromkeys(PLACES, "x"))


def test_it_says_what_it_is_and_only_what_was_sent_is_noted(one: Jinlin) -> None:
    lines = text(one).splitlines()
    assert lines[0] == "【梅苑小区党支部】关于所反映事项的答复"
    assert "“路灯不亮”" in lines[1]
    assert "2026-0001" in lines[1]
    assert "11月10日" in "".join(lines)
    assert one.sql("SELECT kind FROM issue_event") == [("reported",)]
    assert text(one, "1", "--sent").splitlines() == lines
    assert one.sql("SELECT kind FROM issue_event ORDER BY id DESC LIMIT 1") == [("replied",)]
    one("undo", "--yes")
    assert one.sql("SELECT count(*) FROM issue_event") == [(1,)]


def test_a_rehearsal_only_prints(one: Jinlin) -> None:
    before = one.db.read_bytes()
    assert "路灯不亮" in one("issue", "reply", "1", "--sent", "--dry-run").out
    assert one.db.read_bytes() == before


def test_it_names_nobody_and_stays_short(jinlin: Jinlin, add: Add) -> None:
    jinlin("member", "add", "张美华")
    add("张美华家的灯" + "坏" * 180, "--reporter", "林阿妹")
    jinlin("issue", "close", "1", "--result", "林阿妹同意，" + "换了灯泡。" * 300)
    said = text(jinlin)
    assert len(said) <= LONGEST < 500
    assert "张美华" not in said
    assert "林阿妹" not in said
    assert "满意" in said


def test_a_day_that_is_over_is_not_promised_again(jinlin: Jinlin, add: Add) -> None:
    add("路灯不亮", "--date", "2026-10-01")
    assert "修好" not in text(jinlin)
    assert "10月" not in text(jinlin)
    jinlin("issue", "replies", "set", "全部", "待受理", "{title}，{due} 前办好")
    assert "路灯不亮" in text(jinlin)
    assert "10月" not in text(jinlin)


def test_a_line_with_nothing_to_say_is_left_out(one: Jinlin) -> None:
    one("issue", "close", "1")
    assert "办理结果" not in text(one)


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ((("escalate", "1", "--to", "街道", "--request", "协调"),), "报到街道"),
        ((("defer", "1", "--until", "2026-11-20", "--reason", "等配件"),), "11月20日"),
        ((("decline", "1", "--reason", "不归小区管"),), "不归小区管"),
        (
            (("escalate", "1", "--to", "街道", "--request", "协调"),
             ("call", "1", "--lead", "城管", "--department", "公安")),
            "城管",
        ),
    ],
)  # fmt: skip
def test_it_follows_the_status(one: Jinlin, steps: tuple[tuple[str, ...], ...], said: str) -> None:
    for step in steps:
        one("issue", *step)
    assert said in text(one)


@pytest.mark.parametrize("steps", [(), (("escalate", "1", "--to", "街道", "--request", "协调"),)])
def test_what_is_late_promises_news_once(one: Jinlin, steps: tuple[tuple[str, ...], ...]) -> None:
    for step in steps:
        one("issue", *step)
    one.now += timedelta(days=40)
    late = text(one)
    assert "晚了" in late
    assert late.count("有进展") == 1


def test_texts_of_the_branchs_own_come_first(one: Jinlin) -> None:
    one("issue", "replies", "set", "全部", "待受理", "收到：{title}")
    assert text(one).splitlines()[1:] == ["收到：路灯不亮"]
    one("issue", "replies", "set", "设施", "待受理", "灯会修的：{title}")
    assert text(one).splitlines()[1:] == ["灯会修的：路灯不亮"]
    own = [r for r in one("issue", "replies", "--json").data if r["own"]]
    assert [(r["category_code"], r["status"]) for r in own] == [
        ("any", "reported"), ("facilities", "reported"),
    ]  # fmt: skip
    one("issue", "replies", "remove", "设施", "待受理")
    assert text(one).splitlines()[1:] == ["收到：路灯不亮"]


@pytest.mark.usefixtures("unchanged")
def test_bad_words_change_nothing(jinlin: Jinlin) -> None:
    for words, code in (
        (("set", "设施"), 2),
        (("set", "设施", "已办结"), 2),
        (("set", "设施", "已办结", "{姓名}您好"), 2),
        (("set", "设施", "已办结", "好" * 500), 2),
        (("set", "天文", "已办结", "好"), 3),
        (("set", "设施", "在办", "好"), 2),
        (("remove", "设施", "已办结"), 3),
        (("erase", "设施", "已办结"), 2),
    ):
        jinlin("issue", "replies", *words, "--json", code=code)


def test_a_text_of_its_own_is_set_anew_and_one_that_is_not_there_cannot_go(one: Jinlin) -> None:
    one("issue", "replies", "remove", "any", "已办结", code=3)
    one("issue", "replies", "set", "any", "已办结", "办好了：{result}")
    one("issue", "replies", "set", "any", "已办结", "办好啦：{result}")
    assert one.sql("SELECT text FROM reply_template") == [("办好啦：{result}",)]
    too_long = "长" * 500
    before = one.db.read_bytes()
    one("issue", "replies", "set", "any", "已办结", too_long, code=2)
    one("issue", "replies", "set", "any", "open", "x", code=2)
    one("issue", "replies", "绘制", code=2)
    one("issue", "replies", "set", "any", code=2)
    assert one.db.read_bytes() == before
