"""Days and times as they are spoken of; today is Thursday, 5 November 2026."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.days.spoken_days import spoken_day
from jinlin.core.days.time_of_day import day_and_time, time_of_day
from jinlin.core.numerals import chinese_numeral

TODAY = date(2026, 11, 5)


@pytest.mark.parametrize(
    ("text", "past", "planned"),
    [
        ("周五", "2026-10-30", "2026-11-06"),
        ("周四", "2026-11-05", "2026-11-05"),
        ("下周五", "2026-11-13", "2026-11-13"),
        ("Friday", "2026-10-30", "2026-11-06"),
        ("next friday", "2026-11-13", "2026-11-13"),
        ("last Tuesday", "2026-10-27", "2026-10-27"),
        ("下下周一", "2026-11-16", "2026-11-16"),
        ("上周日", "2026-11-01", "2026-11-01"),
        ("本周三", "2026-11-04", "2026-11-04"),
        ("这个星期天", "2026-11-08", "2026-11-08"),
        ("大后天", "2026-11-08", "2026-11-08"),
        ("3天后", "2026-11-08", "2026-11-08"),
        ("+3", "2026-11-08", "2026-11-08"),
        ("in 3 days", "2026-11-08", "2026-11-08"),
        ("2 weeks ago", "2026-10-22", "2026-10-22"),
        ("两周后", "2026-11-19", "2026-11-19"),
        ("十天前", "2026-10-26", "2026-10-26"),
        ("5号", "2026-11-05", "2026-11-05"),
        ("6号", "2026-10-06", "2026-11-06"),
        ("31日", "2026-10-31", "2026-12-31"),
        ("月底", "2026-10-31", "2026-11-30"),
        ("下月底", "2026-10-31", "2026-12-31"),
        ("上月底", "2026-10-31", "2026-10-31"),
        ("年底", "2026-12-31", "2026-12-31"),
        ("12月底", "2025-12-31", "2026-12-31"),
        ("明年底", "2027-12-31", "2027-12-31"),
    ],
)
def test_spoken_days_are_read(text: str, past: str, planned: str) -> None:
    assert str(spoken_day(text, TODAY, planned=False)) == past
    assert str(spoken_day(text, TODAY, planned=True)) == planned


@pytest.mark.parametrize(
    "text",
    ["周八", "+", "3", "in 3", "3 days", "32号", "0号", "下周", "明年", "路灯", "", "今天下午"],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert spoken_day(text, TODAY, planned=True) is None


@given(st.dates(date(2000, 1, 1), date(2190, 1, 1)), st.integers(1, 31))
def test_a_day_of_the_month_lies_in_its_direction(today: date, day: int) -> None:
    ahead = spoken_day(f"{day}号", today, planned=True)
    past = spoken_day(f"{day}号", today, planned=False)
    assert ahead is not None
    assert past is not None
    assert past <= today <= ahead
    assert past.day == ahead.day == day


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("19:30", (19, 30, 0)),
        ("19：30", (19, 30, 0)),
        ("7点", (7, 0, 0)),
        ("晚上7点半", (19, 30, 0)),
        ("下午3点", (15, 0, 0)),
        ("下午3点一刻", (15, 15, 0)),
        ("中午12点", (12, 0, 0)),
        ("中午1点", (13, 0, 0)),
        ("早上8点整", (8, 0, 0)),
        ("上午9点20分", (9, 20, 0)),
        ("9:05:07", (9, 5, 7)),
        ("下午三点半", (15, 30, 0)),
        ("八点一刻", (8, 15, 0)),
        ("上午九点", (9, 0, 0)),
        ("晚上八点零五分", (20, 5, 0)),
        ("两点钟", (2, 0, 0)),
    ],
)
def test_times_of_day_are_read(text: str, time: tuple[int, int, int]) -> None:
    assert time_of_day(text) == time


@given(
    st.sampled_from(["", "上午", "下午", "晚上"]),
    st.integers(2, 23),
    st.one_of(st.sampled_from(["", "半", "一刻", "整"]), st.integers(10, 59)),
)
def test_a_time_in_numerals_is_that_in_figures(half: str, hour: int, minute: str | int) -> None:
    told = chinese_numeral(minute) if isinstance(minute, int) else minute
    in_figures = time_of_day(f"{half}{hour}点{minute}")
    assert time_of_day(f"{half}{chinese_numeral(hour)}点{told}") == in_figures
    assert in_figures or half


@given(
    st.sampled_from(["周五", "周二", "星期一", "礼拜天", "明天", "5号", "三天后"]),
    st.sampled_from(["", "上午", "晚上"]),
    st.integers(2, 19),
)
def test_a_time_in_numerals_is_told_from_its_day(day: str, half: str, hour: int) -> None:
    time = f"{half}{chinese_numeral(hour)}点"
    assert day_and_time(day + time) == (day, time)


@pytest.mark.parametrize(
    "text",
    [
        "25:00",
        "7",
        "半夜",
        "7点70分",
        "",
        "19:3",
        "晚上12点",
        "晚上1点半",
        "凌晨12点",
        "早上15点",
        "一点",
        "二十四点",
        "三点六十分",
        "四点半课堂",
    ],
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert time_of_day(text) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("周五 19:30", ("周五", "19:30")),
        ("周五晚上7点", ("周五", "晚上7点")),
        ("今晚7点半", ("今天", "晚7点半")),
        ("今晚七点", ("今天", "晚七点")),
        ("周二十点", ("周二", "十点")),
        ("星期二二十点半", ("星期二", "二十点半")),
        ("三天后九点", ("三天后", "九点")),
        ("11月6日9点", ("11月6日", "9点")),
        ("2026-11-06T19:30", ("2026-11-06", "19:30")),
        ("11-06", ("11-06", "")),
        ("19:30", ("19:30", "")),
    ],
)
def test_a_day_and_its_time_may_stand_together(text: str, parts: tuple[str, str]) -> None:
    assert day_and_time(text) == parts
