"""A title that takes two lines is broken evenly, and never within a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.text import width
from jinlin.documents.titles import title_lines, title_words

LONG = "关于2026年10月18日业主大会决定的公告"


def test_a_title_that_fits_stays_on_one_line() -> None:
    assert title_lines("会议纪要", 40) == ["会议纪要"]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (LONG, ["关于2026年10月18日", "业主大会决定的公告"]),
        ("2026年第三季度启动经费、工作经费收支情况公开", ["2026年第三季度启动经费、", "工作经费收支情况公开"]),
    ],
)  # fmt: skip
def test_a_long_title_is_broken_evenly(title: str, lines: list[str]) -> None:
    assert title_lines(title, 34) == lines


def test_a_title_of_two_lines_keeps_them() -> None:
    assert title_lines("会议\n纪要", 40) == ["会议", "纪要"]
    assert "".join(title_words("会议\n纪要")) == "会议\n纪要"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("关于王海涛同志在居住地表现情况的复函", "王海涛"),
        ("Reply on how 王海涛 has served at home", "王海涛"),
        ("“2026年下半年两评”评议结果公开", "两评"),
    ],
)
def test_a_name_is_not_broken(title: str, name: str) -> None:
    assert any(name in word for word in title_words(title))


@given(
    st.text("关于梅苑小区3号楼1单元的、（）公示2026年", min_size=1, max_size=80),
    st.integers(12, 60),
)
def test_nothing_of_a_title_is_lost(title: str, columns: int) -> None:
    lines = title_lines(title, columns)
    assert "".join(lines) == title
    assert len(lines) == 1 or max(map(width, lines)) <= columns
