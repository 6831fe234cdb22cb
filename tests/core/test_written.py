"""Days, stretches of days and amounts as they stand in the sentences of a paper."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core import i18n
from jinlin.core.days.written import day_short, day_words, month_words, span_words, written_day
from jinlin.core.money import MAX_FEN, parse_money, yuan_words


def test_a_stretch_names_its_year_once() -> None:
    i18n.install("zh")
    assert span_words(date(2026, 7, 15), date(2026, 11, 3)) == "2026年7月15日至11月3日"
    assert span_words(date(2026, 12, 15), date(2027, 1, 3)) == "2026年12月15日至2027年1月3日"


def test_an_english_day_names_its_month() -> None:
    assert span_words(date(2026, 7, 15), date(2026, 11, 3)) == "15 July to 3 November 2026"
    assert day_words(date(2026, 7, 5)) == "5 July 2026"
    assert month_words(date(2026, 10, 1)) == "October 2026"


def test_a_day_in_a_narrow_column_is_short() -> None:
    assert day_short(date(2026, 7, 5)) == "5 Jul 2026"
    i18n.install("zh")
    assert day_short(date(2026, 7, 5)) == "2026.7.5"
    assert (written_day("2026-07-05"), written_day(None)) == ("2026年7月5日", "")


@pytest.mark.parametrize(
    ("fen", "said"),
    [
        (51_000_000, "51万元"), (1_800_000, "1.8万元"), (4_070_000, "40,700元"),
        (1_220_050, "12,200.50元"), (900_000, "9,000元"), (1, "0.01元"), (0, "0元"),
        (-1_200_000, "-1.2万元"), (2_000_000_000_00, "200,000万元"),
    ],
)  # fmt: skip
def test_an_amount_in_a_sentence_has_decimals_only_for_fen(fen: int, said: str) -> None:
    i18n.install("zh")
    assert yuan_words(fen) == said


def test_an_english_amount_is_never_in_ten_thousands() -> None:
    assert yuan_words(51_000_000) == "510,000 yuan"


@given(st.integers(0, MAX_FEN))
def test_an_amount_in_a_sentence_reads_back(fen: int) -> None:
    i18n.install("zh")
    assert parse_money(yuan_words(fen)) == fen
