"""Amounts in capital Chinese figures, 人民币大写."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.money import MAX_FEN
from jinlin.core.numerals import in_capitals


@pytest.mark.parametrize(
    ("fen", "words"),
    [
        # The examples of the appendix of the 支付结算办法.
        (1_409_50, "壹仟肆佰零玖元伍角整"),
        (6_007_14, "陆仟零柒元壹角肆分"),
        (1_680_32, "壹仟陆佰捌拾元叁角贰分"),
        (107_000_53, "壹拾万柒仟元伍角叁分"),
        (16_409_02, "壹万陆仟肆佰零玖元零贰分"),
        (325_04, "叁佰贰拾伍元零肆分"),
        # What receipts of an elevator hold.
        (480_000_00, "肆拾捌万元整"),
        (1_005_30, "壹仟零伍元叁角整"),
        (20_000_00, "贰万元整"),
        (10_00, "壹拾元整"),
        (100_00, "壹佰元整"),
        (0, "零元整"),
        (5, "伍分"),
        (50, "伍角整"),
        (1_00, "壹元整"),
        (1_000_05, "壹仟元零伍分"),
        (10_001_00, "壹万零壹元整"),
        (100_010_00, "壹拾万零壹拾元整"),
        (100_000_000_00, "壹亿元整"),
        (100_001_000_00, "壹亿零壹仟元整"),
        (100_010_000_00, "壹亿零壹万元整"),
        (1_005_000_600_00, "壹拾亿零伍佰万零陆佰元整"),
        (MAX_FEN, "壹拾万亿元整"),
    ],
)
def test_amounts_are_spelled_as_the_payment_rules_say(fen: int, words: str) -> None:
    assert in_capitals(fen) == words


def test_a_negative_amount_has_no_capitals() -> None:
    with pytest.raises(ValueError, match="-1"):
        in_capitals(-1)


def read_back(words: str) -> int:
    """Read capitals as a cashier does, figure by figure."""
    match = re.fullmatch(r"(?:(.+)元)?零?(?:(.)角)?零?(?:(.)分)?整?", words)
    assert match is not None
    whole, jiao, ones = match.groups()
    digits = "零壹贰叁肆伍陆柒捌玖"
    fen = digits.index(jiao or "零") * 10 + digits.index(ones or "零")
    return _whole(whole or "零") * 100 + fen


def _whole(words: str) -> int:
    digits, places = "零壹贰叁肆伍陆柒捌玖", {"拾": 10, "佰": 100, "仟": 1000}
    for name, size in (("亿", 10**8), ("万", 10**4)):
        upper, found, lower = words.rpartition(name)
        if found:
            return _whole(upper) * size + _whole(lower)
    total = figure = 0
    for word in words:
        if word in places:
            total += figure * places[word]
            figure = 0
        else:
            figure = digits.index(word)
    return total + figure


@given(
    st.one_of(
        st.integers(0, MAX_FEN),
        st.lists(st.sampled_from("000123456789"), min_size=1, max_size=15).map(
            lambda digits: int("".join(digits))
        ),
    )
)
def test_every_amount_reads_back(fen: int) -> None:
    words = in_capitals(fen)
    assert read_back(words) == fen
    assert "零零" not in words
    assert not re.search("零[元万亿角整]", words.replace("零元整", "") if fen == 0 else words)
    assert words.endswith("整") is (fen % 10 == 0)
