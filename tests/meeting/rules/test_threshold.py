"""The boundary of a share of votes: included or exceeded, and as people write it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core import i18n
from jinlin.core.errors import UsageError
from jinlin.meeting.rules.threshold import MORE_THAN_HALF, Threshold, parse_threshold

TWO_THIRDS = Threshold(Fraction(2, 3), inclusive=True)
FOUR_FIFTHS = Threshold(Fraction(4, 5), inclusive=True)


@pytest.mark.parametrize(
    ("threshold", "base", "needed"),
    [
        (TWO_THIRDS, 30, 20),
        (TWO_THIRDS, 31, 21),
        (MORE_THAN_HALF, 20, 11),
        (MORE_THAN_HALF, 21, 11),
        (parse_threshold(">=3/4"), 20, 15),
        (parse_threshold(">=3/4"), 22, 17),
        (parse_threshold(">=1/2"), 20, 10),
        (parse_threshold(">=1/2"), 21, 11),
        (FOUR_FIFTHS, 20, 16),
        (FOUR_FIFTHS, 21, 17),
        (FOUR_FIFTHS, 22, 18),
    ],
)
def test_at_the_boundary(threshold: Threshold, base: int, needed: int) -> None:
    assert threshold.needed(base) == needed
    assert threshold.reached(needed, base)
    assert not threshold.reached(needed - 1, base)


@given(
    st.fractions(Fraction(1, 100), 1, max_denominator=100),
    st.booleans(),
    st.integers(1, 10_000),
    st.integers(0, 10_000),
)
def test_reached_is_what_the_fraction_says(
    fraction: Fraction, inclusive: bool, base: int, count: int
) -> None:
    share = Fraction(count, base)
    enough = share >= fraction if inclusive else share > fraction
    assert Threshold(fraction, inclusive).reached(count, base) == enough


def test_of_nobody_nothing_is_enough() -> None:
    assert not TWO_THIRDS.reached(0, 0)
    assert not MORE_THAN_HALF.reached(1, 0)


@pytest.mark.parametrize(
    ("text", "code", "chinese", "english"),
    [
        (">=2/3", ">=2/3", "三分之二以上", "at least 2/3"),
        ("≥２／３", ">=2/3", "三分之二以上", "at least 2/3"),
        ("三分之二以上", ">=2/3", "三分之二以上", "at least 2/3"),
        ("2/3", ">=2/3", "三分之二以上", "at least 2/3"),
        (">1/2", ">1/2", "过半数", "more than half"),
        ("过半数", ">1/2", "过半数", "more than half"),
        ("半数以上", ">=1/2", "半数以上", "half or more"),
        ("more than half", ">1/2", "过半数", "more than half"),
        ("80%", ">=4/5", "五分之四以上", "at least 4/5"),
        ("不少于五分之四", ">=4/5", "五分之四以上", "at least 4/5"),
        ("超过3/4", ">3/4", "超过四分之三", "more than 3/4"),
        (">=13/20", ">=13/20", "13/20以上", "at least 13/20"),
        ("100%", ">=1/1", "全部", "all"),
    ],
)
def test_is_read_as_people_write_it(text: str, code: str, chinese: str, english: str) -> None:
    threshold = parse_threshold(text)
    assert (threshold.code, threshold.words) == (code, english)
    assert parse_threshold(threshold.code) == threshold
    i18n.install("zh")
    assert threshold.words == chinese


@pytest.mark.parametrize("text", ["", "many", "0", "3/2", "1/0", "0%", "101%", ">1/1", "-1/2", "2"])
def test_what_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_threshold(text)
