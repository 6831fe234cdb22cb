"""Words of her own for lines she types often."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from harness import Jinlin

from jinlin.core.typed import quoted


def test_a_word_of_her_own_stands_for_a_line(jinlin: Jinlin) -> None:
    jinlin("设置", "别名", "灯=事项 新增 路灯不亮 --category 公共照明")
    said = jinlin("灯", "--place", "3号楼门口")
    assert "路灯不亮" in said.out
    assert jinlin.sql("SELECT place FROM issue") == [("3号楼门口",)]
    assert jinlin("config", "alias", "--json").data == [
        {"word": "灯", "line": "事项 新增 路灯不亮 --category 公共照明"}
    ]


def test_a_word_of_her_own_is_taken_away_and_comes_back_by_undo(jinlin: Jinlin) -> None:
    jinlin("config", "alias", "灯", "事项 新增 路灯不亮")
    jinlin("config", "alias", "灯=")
    jinlin("灯", code=2)
    jinlin("undo", "--yes")
    assert jinlin("config", "alias", "--json").data[0]["word"] == "灯"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("事项=今天",), 2),
        (("办结=今天",), 2),
        (("帮助=今天",), 2),
        (("12=今天",), 2),
        (("灯=吃饭 睡觉",), 2),
        (("灯=",), 3),
        (("=今天",), 2),
    ],
)
def test_what_cannot_be_one_is_refused(
    jinlin: Jinlin, unchanged: Callable[[], None], words: tuple[str, ...], code: int
) -> None:
    jinlin("config", "alias", *words, code=code)


def test_a_verb_alone_may_be_what_a_word_stands_for(jinlin: Jinlin) -> None:
    jinlin("issue", "add", "路灯不亮")
    jinlin("config", "alias", "好=办结")
    assert "2026-0001" in jinlin("好", "1", "已换灯泡").out


def test_a_path_keeps_its_backslashes(jinlin: Jinlin) -> None:
    jinlin("config", "alias", r"存=事项 列表 -o D:\台账\事项.xlsx")
    assert (
        jinlin("config", "alias", "--json").data[0]["line"].endswith(quoted(r"D:\台账\事项.xlsx"))
    )


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("灯=事项 新增 '3号楼 路灯不亮'", "3号楼 路灯不亮"),
        ('灯=jinlin 事项 新增 路灯"不亮', '路灯"不亮'),
    ],
)
def test_its_words_are_read_as_the_window_reads_a_line(
    jinlin: Jinlin, line: str, title: str
) -> None:
    jinlin("config", "alias", line)
    jinlin("灯")
    assert jinlin.sql("SELECT title FROM issue") == [(title,)]


def test_without_any_it_says_how_to_make_one(jinlin: Jinlin) -> None:
    assert "设置 别名 灯=" in jinlin("config", "alias").out
