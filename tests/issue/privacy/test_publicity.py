"""The one gate: in what form an issue that is kept back stands outside."""

from __future__ import annotations

import pytest
from calls import call_in
from harness import Jinlin, seeded
from hypothesis import given
from hypothesis import strategies as st

from jinlin.issue.privacy.publicity import (
    SHORTEST_TITLE,
    Disclosure,
    KeptBack,
    Withheld,
    all_counted,
    kept_back,
    strictest,
)
from jinlin.issue.privacy.redactors import discreet_texts
from jinlin.store.command.command import reading

NOTHING = KeptBack("2026-0001", "人身侵害线索", Disclosure.NOTHING, None, "丈夫动手打人了")
COUNTED = KeptBack("2026-0002", "邻里矛盾", Disclosure.COUNTED, None, "楼上502吵闹到半夜")
TITLED = KeptBack(
    "2026-0003", "邻里矛盾", Disclosure.TITLED, "某户噪声", "王家练琴太晚了", typed="某户噪声扰民"
)


@seeded
def kept(jinlin: Jinlin) -> Jinlin:
    """One issue for all, one private, one private with a title for boards, one secret."""
    jinlin("member", "add", "王建国")
    for title, category, *words in (
        ("路灯不亮", "公共照明"),
        ("楼上张家吵闹", "其他邻里矛盾"),
        ("王建国家练琴太晚", "其他邻里矛盾", "--public-title", "王建国家噪声"),
        ("隔壁打孩子", "人身侵害线索"),
    ):
        jinlin("issue", "add", title, "--category", category, *words)
    return jinlin


def test_each_that_is_kept_back_has_its_form_and_names_nobody(kept: Jinlin) -> None:
    with reading(call_in(kept.folder)) as reader:
        found = kept_back(reader)
    assert {number: one.form for number, one in found.items()} == {
        "2026-0002": Disclosure.COUNTED,
        "2026-0003": Disclosure.TITLED,
        "2026-0004": Disclosure.NOTHING,
    }
    assert "王建国" not in (found["2026-0003"].title or "")
    assert found["2026-0003"].typed == "王建国家噪声"


def test_the_strictest_form_is_that_which_says_least() -> None:
    assert strictest([TITLED, COUNTED]) is COUNTED
    assert strictest([TITLED, COUNTED, NOTHING]) is NOTHING
    assert strictest([]) is None


def test_several_are_counted_by_category_and_titles_stand_once() -> None:
    lines = all_counted([COUNTED, COUNTED._replace(number="2026-0009"), TITLED, TITLED, NOTHING])
    assert lines[0] == "某户噪声"
    assert len(lines) == 2
    assert "2" in lines[1]


@pytest.mark.parametrize("gap", ["", " ", "\n", "，", "、 "])
def test_a_text_that_stays_in_the_house_is_found_however_it_is_written(gap: str) -> None:
    withheld = Withheld((one.own, one) for one in (NOTHING, COUNTED, TITLED))
    said = f"会上说了{'楼上502吵闹到半夜'.replace('吵', gap + '吵')}的事"
    assert withheld.found(said) == [COUNTED]
    assert "吵闹" not in withheld.text(said)


def test_a_title_for_outside_stands_also_where_it_holds_what_is_kept_back() -> None:
    inner = COUNTED._replace(own="某户噪声扰民")
    withheld = Withheld([(TITLED.own, TITLED), (inner.own, inner)])
    assert withheld.text("关于某户噪声扰民的通报") == "关于某户噪声扰民的通报"


@given(st.text(max_size=SHORTEST_TITLE - 1), st.text())
def test_a_short_text_withholds_nothing(own: str, text: str) -> None:
    assert Withheld([(own, COUNTED)]).text(text) == text


@given(st.text(), st.text())
def test_what_stays_in_the_house_stands_in_no_text(before: str, after: str) -> None:
    withheld = Withheld([(NOTHING.own, NOTHING)])
    assert NOTHING.own not in withheld.text(f"{before}{NOTHING.own}{after}")


def test_free_text_loses_who_brought_it_also_where_she_has_a_post(kept: Jinlin) -> None:
    kept("issue", "add", "灯坏", "--category", "公共照明", "--reporter", "王建国")
    with reading(call_in(kept.folder)) as reader:
        [text] = discreet_texts(reader, ["王建国说灯坏了"])
        assert discreet_texts(reader, []) == []
    assert "王建国" not in text
