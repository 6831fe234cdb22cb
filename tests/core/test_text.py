"""Text as people type it, as it is kept, and as it fits a screen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.text import clean, compact, folded, pad, shown, width, wrapped

CHINESE = st.text(st.sampled_from("张王李路灯不亮楼道堆物，。、；：？！（）“”"), max_size=60)
MIXED = st.text(st.sampled_from("路灯不亮，。（） abcXYZ 019.-_\n"), max_size=120)


def controls(text: str) -> list[str]:
    return [c for c in text if unicodedata.category(c) == "Cc" and c not in "\n\t"]


@pytest.mark.parametrize(
    ("text", "half"),
    [("３号楼", "3号楼"), ("  ＡＢ ", "AB"), ("１－５０２", "1-502"), ("", "")],
)
def test_comparing_is_half_width(text: str, half: str) -> None:
    assert folded(text) == half


def test_names_of_things_are_compared_without_spaces_and_case() -> None:
    assert compact(" Ａ 座 \u3000") == compact("a座") == "a座"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("张\x1b[31m伟", "张[31m伟"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\u202e张伟\u202c", "张伟"),
        ("\ufeff房号", "房号"),
        ("  张伟\x00 ", "张伟"),
        ("张\u200b伟\u2060", "张伟"),
        ("a\u2028b\u2029c", "a\nb\nc"),
        (" \u200b\u2028\ufeff\u3000", ""),
    ],
)
def test_what_is_kept_has_no_controls(text: str, kept: str) -> None:
    assert clean(text) == kept


@given(st.text())
def test_cleaning_is_done_once_and_leaves_no_control(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert controls(clean(text)) == []


@given(st.text())
def test_nothing_shown_can_steer_a_terminal(text: str) -> None:
    seen = shown(text)
    assert controls(seen) == []
    assert not set(seen) & set("\t\u2028\u2029")
    assert not set(seen) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200e\u200f")
    assert len(seen) == len(text)


def test_what_ends_a_line_elsewhere_is_a_blank_on_a_screen() -> None:
    assert shown("a\u2028b\u2029c\td") == "a b c d"


@given(CHINESE)
def test_ordinary_text_is_shown_and_kept_as_it_is(text: str) -> None:
    assert shown(text) == text
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("张伟", 4), ("Ａ", 2), ("e\u0301", 1), ("，", 2), ("", 0)]
)
def test_a_chinese_character_takes_two_columns(text: str, columns: int) -> None:
    assert width(text) == columns


@given(MIXED, st.integers(0, 30))
def test_padding_fills_up_and_cuts_nothing(text: str, columns: int) -> None:
    padded = pad(text, columns)
    assert padded.startswith(text)
    assert width(padded) == max(columns, width(text))


@given(MIXED, st.integers(10, 40))
def test_wrapping_loses_nothing_and_fits(text: str, columns: int) -> None:
    lines = wrapped(text, columns)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line) <= columns for line in lines), lines


@given(st.text(max_size=60), st.integers(-3, 30))
def test_wrapping_ends_on_the_narrowest_screen_and_loses_nothing(text: str, columns: int) -> None:
    lines = wrapped(text, columns)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line) <= max(columns, 2) for line in lines), lines


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    assert wrapped("路灯不亮路灯不亮，请修。", 16) == ["路灯不亮路灯不", "亮，请修。"]
    assert wrapped("路灯不亮（三号楼）", 10) == ["路灯不亮", "（三号楼）"]


def test_a_latin_word_stays_whole() -> None:
    assert wrapped("use jinlin issue list", 12) == ["use jinlin", "issue list"]
