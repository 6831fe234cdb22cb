"""Amounts, rates and areas as people write them, exact to the fen."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.errors import UsageError
from jinlin.core.money import (
    MAX_AREA,
    MAX_FEN,
    parse_area,
    parse_money,
    parse_rate,
    square_metres,
    yuan,
)
from jinlin.core.naming import taken_for


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("480000", 48_000_000),
        ("480,000.00", 48_000_000),
        ("480，000", 48_000_000),
        ("48万", 48_000_000),
        ("４８万", 48_000_000),
        ("48 万 元", 48_000_000),
        ("1.5万元", 1_500_000),
        ("0.0001万", 100),
        ("¥480", 48_000),
        ("￥480.5元", 48_050),
        ("1.2亿", 12_000_000_000),
        ("0", 0),
        ("0.01", 1),
        ("100.10", 10_010),
        ("1000000000000000", None),
        ("10000000000000", MAX_FEN),
    ],
)
def test_an_amount_is_read_as_it_is_meant(text: str, fen: int | None) -> None:
    if fen is None:
        with pytest.raises(UsageError):
            parse_money(text)
    else:
        assert parse_money(text) == fen


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("两万二", 22_000),
        ("2万2", 22_000),
        ("2万2千", 22_000),
        ("2万2000", 22_000),
        ("三千五", 3_500),
        ("三千五百元", 3_500),
        ("3千5", 3_500),
        ("一百五", 150),
        ("一百零五块", 105),
        ("两万零二", 20_002),
        ("十五万", 150_000),
        ("四十八万", 480_000),
        ("一百二十万五", 1_205_000),
        ("三百块钱", 300),
    ],
)
def test_an_amount_may_be_said_as_people_speak_and_is_said_back(text: str, figure: int) -> None:
    taken_for()
    assert parse_money(text) == figure * 100
    [(said, told)] = taken_for()
    assert (said, told.split()[0]) == (text, f"{figure:,}")


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "-1", "+1", "1e30", "abc", "万", "4.8.0", "48万万", "48,00", "1,0000", "0.001",
        "0.0000001万", "1/3", "NaN", "inf", "0x10", "1_000", "48千", "48%", "1" * 400,
        "2万50", "两万零五千", "二万三万", "百五", "三零二", "2万02", "万二", "千百", "1.5万5",
    ],
)  # fmt: skip
def test_what_is_no_amount_is_refused_with_a_hint(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_money(text)
    assert refused.value.hint


@given(st.integers(0, MAX_FEN))
def test_an_amount_reads_back_as_it_was_written(fen: int) -> None:
    assert parse_money(yuan(fen)) == fen
    assert parse_money(yuan(fen).replace(",", "")) == fen


@given(st.integers(-(10**14), 10**14))
def test_an_amount_is_written_with_two_decimals(fen: int) -> None:
    whole, _point, decimals = yuan(fen).partition(".")
    assert Fraction(f"{whole.replace(',', '')}.{decimals}") == Fraction(fen, 100)
    assert len(decimals) == 2
    assert all(len(group) == 3 for group in whole.lstrip("-").split(",")[1:])


@given(st.integers(0, 10**9), st.integers(0, 9999))
def test_ten_thousands_are_exact(wan: int, rest: int) -> None:
    text = f"{wan}.{rest:04d}万"
    fen = (wan * 10_000 + rest) * 100
    if fen <= MAX_FEN:
        assert parse_money(text) == fen


@pytest.mark.parametrize(
    ("text", "rate"),
    [("40%", Fraction(2, 5)), ("４０％", Fraction(2, 5)), ("0%", 0), ("100%", 1),
     ("33.33%", Fraction(3333, 10_000))],
)  # fmt: skip
def test_a_rate_is_a_fraction_of_one(text: str, rate: Fraction) -> None:
    assert parse_rate(text) == rate


@pytest.mark.parametrize("text", ["", "40", "0.4", "-1%", "100.01%", "40%%", "%", "a%"])
def test_what_is_no_rate_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_rate(text)


@pytest.mark.parametrize(
    ("text", "area"),
    [("89.5", 8950), ("89.50㎡", 8950), ("89.5平方米", 8950), ("89平", 8900), ("８９．５", 8950),
     ("89.500", 8950), ("0.01", 1), ("100000", MAX_AREA)],
)  # fmt: skip
def test_an_area_is_hundredths_of_a_square_metre(text: str, area: int) -> None:
    assert parse_area(text) == area


@pytest.mark.parametrize("text", ["", "0", "0.00", "-5", "89.555", "100000.01", "1e3", "89 亩"])
def test_what_is_no_area_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_area(text)


@given(st.integers(1, MAX_AREA))
def test_an_area_reads_back_as_it_was_written(area: int) -> None:
    assert parse_area(square_metres(area)) == area


@given(st.text(max_size=12))
def test_no_text_at_all_breaks_a_reader(text: str) -> None:
    for read in (parse_money, parse_rate, parse_area):
        try:
            assert read(text) >= 0
        except UsageError:
            continue
