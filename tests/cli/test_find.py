"""`jinlin find`: one word, looked for in every room."""

from __future__ import annotations

import pytest
from harness import Jinlin

from jinlin.core.people.pinyin import lettered


@pytest.fixture
def full(jinlin: Jinlin) -> Jinlin:
    """Return a complex in which 水泵 stands somewhere in every room."""
    jinlin("building", "add", "3")
    jinlin("household", "add", "3-1-502")
    jinlin("household", "owner", "3-1-502", "张美华", "--phone", "13805911903")
    jinlin("member", "add", "杨卫国")
    jinlin("issue", "add", "地下室积水", "--category", "设施", "--building", "3")
    jinlin("issue", "note", "1", "水泵坏了，已报修")
    jinlin("meeting", "add", "议事会", "--at", "2026-11-05 19:30")
    jinlin("meeting", "item", "M1", "换水泵")
    jinlin("meeting", "resolve", "M1", "三日内换水泵", "--owner", "杨卫国", "--due", "2026-11-20")
    jinlin("notice", "ask", "水泵何时换好")
    jinlin("project", "add", "种树", "--kind", "绿化义务劳动")
    jinlin("project", "note", "G1", "水泵房一并粉刷")
    jinlin("partner", "add", "春江水泵厂", "--kind", "国企")
    jinlin("household", "visit", "3-1-502", "--result", "水泵声音大")
    return jinlin


def rows(jinlin: Jinlin, *words: str) -> list[tuple[str, str]]:
    return [(row["number"], row["text"]) for row in jinlin("find", *words, "--json").data]


def test_a_word_is_found_in_every_room_also_in_what_was_noted(full: Jinlin) -> None:
    assert {number for number, _text in rows(full, "水泵")} == {
        "2026-0001", "M1", "M1-1", "Q1", "G1", "D1", "3-1-502",
    }  # fmt: skip
    shown = full("找", "水泵").out
    assert "事项" in shown
    assert "看其中一条：jinlin 2026-0001" in shown
    assert "地下室积水" in full("2026-0001").out


def test_every_word_must_be_found_in_the_same_record(full: Jinlin) -> None:
    assert [number for number, _text in rows(full, "积水 3号楼")] == ["2026-0001"]
    assert "没有找到" in full("找", "积水", "9号楼", code=3).err


def test_initials_find_what_is_spoken_so(full: Jinlin) -> None:
    assert [number for number, _text in rows(full, "dxsjs")] == ["2026-0001"]
    assert ("P3", "张美华") not in rows(full, "zmh")
    assert [number for number, _text in rows(full, "zmh")] == ["P2"]


def test_residents_are_masked_and_named_when_asked_for(full: Jinlin) -> None:
    shown = full("找", "张美华").out
    assert "张**" in shown
    assert "张美华（" not in shown
    assert "张美华（" in full("找", "张美华", "--unmask").out


def test_a_home_is_found_by_its_door_and_by_who_lives_there(full: Jinlin) -> None:
    assert ("3-1-502", "3号楼1单元502室") in [
        (row["number"], row["text"]) for row in full("找", "502", "--json").data
    ]


def test_signs_stand_for_themselves(full: Jinlin) -> None:
    for sign in ("%", "_", "\\", "'", '"'):
        assert "没有找到" in full("找", sign, code=3).err


def test_what_is_left_out_of_a_long_list_is_counted(full: Jinlin) -> None:
    for number in range(10):
        full("issue", "add", f"第{number}处墙皮脱落", "--category", "设施")
    assert "还有未列出的：事项2条" in full("找", "墙皮").out
    assert len(rows(full, "墙皮")) == 10
    assert len(rows(full, "墙皮", "--limit", "3")) == 3


def test_what_was_taken_out_is_not_found(full: Jinlin) -> None:
    full("meeting", "unresolve", "M1-1", "--reason", "记重了", "--yes")
    assert "没有找到" in full("找", "三日内", code=3).err


@pytest.mark.parametrize(
    ("text", "letters"),
    [("路灯不亮", "ldbl"), ("T8灯管", "t8dg"), ("3号楼，门禁", "3hlmj"), ("", "")],
)
def test_a_sentence_is_lettered_character_by_character(text: str, letters: str) -> None:
    assert lettered(text) == letters


def test_what_is_not_public_says_so(full: Jinlin) -> None:
    full("issue", "add", "水泵旁有人争吵", "--category", "设施", "--private")
    full("notice", "ask", "我家水泵费能否缓交", "--private")
    found = dict(rows(full, "水泵"))
    assert found["2026-0002"] == "【不公开】水泵旁有人争吵"
    assert found["Q2"] == "【不公开】我家水泵费能否缓交"
    assert found["Q1"] == "水泵何时换好"
