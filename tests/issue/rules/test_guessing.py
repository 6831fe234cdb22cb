"""Which category a title tells: a table of what people write, and what always holds."""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from jinlin.issue.rules.danger import danger_in
from jinlin.issue.rules.guessing import LikeTitles, decided, guessed

TABLE = Path(__file__).parents[2] / "data" / "guessed_titles.tsv"
"""A title a line, behind a tab what it may be put under; `-` where nothing need be guessed."""


def titles() -> list[tuple[str, list[str]]]:
    lines = TABLE.read_text("utf-8").splitlines()
    return [(title, codes.split("/")) for title, codes in (line.split("\t") for line in lines)]


def test_of_what_people_write_most_is_guessed_and_nearly_nothing_wrongly() -> None:
    table = titles()
    found = [(title, guessed(title), codes) for title, codes in table]
    wrong = [one for one in found if len(one[1]) == 1 and one[1][0] not in one[2]]
    wanted = [one for one in found if "-" not in one[2]]
    right = [one for one in wanted if len(one[1]) == 1 and one not in wrong]
    assert len(wanted) >= 200
    assert wrong == []
    assert len(right) / len(wanted) >= 0.95, [one for one in wanted if one not in right]


def test_each_spoken_word_of_a_category_tells_it_or_nothing() -> None:
    text = resources.files("jinlin.issue").joinpath("categories.toml").read_text("utf-8")
    for category in tomllib.loads(text)["category"]:
        for word in (category["name"], *category["spoken"]):
            told = guessed(word)
            if word != "堵了":  # anything can be
                assert len(told) != 1 or told[0] in {category["code"], "emergency"}, word


def test_of_two_told_alike_none_is_guessed() -> None:
    assert set(guessed("路灯与树枝")) == {"lighting", "green"}
    assert set(guessed("1号楼漏水")) == {"pipes", "roof_wall", "leak_dispute"}
    assert guessed("花坛边的积水") == ("pipes",)  # beside it, and not of it
    assert guessed("万家灯火活动") == ()


@given(st.text(max_size=40))
def test_danger_counts_before_anything_else_and_nothing_is_told_twice(title: str) -> None:
    told = guessed(title)
    assert len(set(told)) == len(told)
    danger = danger_in(title)
    assert danger is None or told == (danger.value,)


@given(st.sampled_from([title for title, _codes in titles()]), st.integers(1, 40))
def test_where_something_is_does_not_change_what_it_is(title: str, building: int) -> None:
    assert guessed(f"{building}号楼2单元{title}") == guessed(title)


@given(st.text(min_size=1, max_size=30), st.integers(1, 40))
def test_a_title_is_like_itself_at_another_place(title: str, building: int) -> None:
    assert LikeTitles(title).hold(title)
    assert LikeTitles(f"{building}号楼路灯不亮").hold("2号楼路灯不亮")
    assert not LikeTitles("小区东门灯不亮").hold("小区东门漏水")


CODES = st.lists(st.sampled_from("abc"), unique=True, max_size=3).map(tuple)
BEFORE = st.dictionaries(st.sampled_from("abcd"), st.integers(1, 5))


@given(CODES, BEFORE)
def test_what_was_always_chosen_is_chosen_again_and_else_only_what_is_told(
    told: tuple[str, ...], before: dict[str, int]
) -> None:
    code = decided(told, before)
    if len(before) == 1:
        assert [code] == list(before)
    elif len(told) == 1:
        assert code == told[0]
    else:
        assert code is None or (code in before and (code in told or not told))
