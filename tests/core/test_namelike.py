"""What looks like somebody's name in a sentence, and what does not."""

from __future__ import annotations

import pytest

from jinlin.core.people.folding import fold
from jinlin.core.people.forms_of_address import addressed
from jinlin.core.people.namelike import namelike


def found(text: str, none: tuple[str, ...] = ()) -> list[str]:
    folded = fold(text).text
    return [folded[start:end] for start, end in namelike(folded, none)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("梁祎姝反映漏水", ["梁祎姝"]),
        ("余志远与王大明争吵", ["余志远", "王大明"]),
        ("3号楼梁祎姝说灯不亮", ["梁祎姝"]),
        ("居民王小明家漏水", ["王小明"]),
        ("王国庆投诉噪音", ["王国庆"]),
        ("欧阳小兰称电梯坏", ["欧阳小兰"]),
        ("梁 祎姝反映漏水", ["梁 祎姝"]),
        ("梁\u200b祎姝的车占道", ["梁祎姝"]),
        ("与陈建国协商", ["陈建国"]),
        ("昨天马云来电", ["马云"]),
        ("林黛玉女士来电", ["林黛玉"]),
        ("找王小明修灯", ["王小明"]),
    ],
)
def test_a_surname_and_a_given_name_beside_what_people_do(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text", ["向社区反映路灯", "曾多次投诉", "居民反映路灯", "路灯的问题", "高层与低层", "施工说明", "请于明日。"]
)  # fmt: skip
def test_words_that_only_begin_with_such_a_character(text: str) -> None:
    assert found(text) == []


def test_what_was_said_to_be_no_name_is_none() -> None:
    assert found("梅小路的灯") == ["梅小路"]
    assert found("梅小路的灯", none=("梅小路",)) == []


def test_the_way_back_leads_to_where_a_character_stood() -> None:
    folded = fold("３\u200b号 楼").closed_up()
    assert folded.text == "3号楼"
    assert folded.span(0, 3) == (0, 5)
    assert folded.span(1, 2) == (2, 3)


@pytest.mark.parametrize(
    "text",
    [
        "启动经费收支的公开",
        "工作经费支出的公开",
        "启动经费使用的公开",
        "对方正在修",
        "日常明细的公开",
    ],
)
def test_no_name_begins_within_a_word(text: str) -> None:
    assert found(text) == []


def test_a_measure_after_a_figure_is_no_beginning_of_a_word() -> None:
    assert found("3层高明反映灯坏") == ["高明"]


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("小李说电梯坏了", ["小李"]),
        ("老林家门口灯坏", ["老林"]),
        ("联系小李。", ["小李"]),
        ("找小高修灯，203室老高漏水，三单元小杨", ["小高", "老高", "小杨"]),
        ("阿芳反映漏水，阿姨反映漏水", ["阿芳"]),
        ("小李负责，老陈值班", ["小李", "老陈"]),
        ("老陈醋，小周期", []),
        ("林家与周家和解", ["林", "周"]),
        ("余家让出车位", ["余"]),
        ("周女士、陈大姐和小李", ["周女士", "陈大姐", "小李"]),
        ("找王师傅", ["王师傅"]),
        ("反映人周阿姨", ["周阿姨"]),
        ("语文老师、门卫大爷、水电师傅", []),
        ("农家菜、管家、张家界路、李家村", []),
        ("小路不平，老房漏水，小高层，小龙虾店，三单元老房漏水", []),
    ],
)
def test_somebody_called_by_a_surname_alone(text: str, called: list[str]) -> None:
    folded = fold(text).text
    assert [folded[start:end] for start, end in addressed(folded)] == called


SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢"
GIVEN = (
    "伟强磊洋勇军杰涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆芳娜敏静丽艳娟霞燕玲丹萍红英梅莉 "
    "秀英 建国 志强 桂英 玉兰 建军 桂兰 秀珍 玉梅 凤英 海燕 冬梅 淑珍 丽华 金凤 雪梅 建平 文博 子涵 志远 "
    "大山 美华 国庆 晓明 雅琴 永福 德胜 春生 长根 欣怡 梓轩 浩然 佳怡"
)


@pytest.mark.parametrize("around", ["{}的车占道", "{}反映漏水", "{}堵门", "3号楼{}与物业协商"])
def test_nine_names_in_ten_are_found_though_nobody_knows_them(around: str) -> None:
    first, *others = GIVEN.split(" ")
    names = [surname + given for surname in SURNAMES for given in (*first, *others)]
    hits = sum(name in found(around.format(name)) for name in names)
    assert hits >= 0.9 * len(names)
