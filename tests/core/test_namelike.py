"""What looks like somebody's name in a sentence, and what does not."""

from __future__ import annotations

import pytest

from jinlin.core.folding import fold
from jinlin.core.namelike import namelike


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
