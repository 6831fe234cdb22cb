"""The time of day as people say it: `19:30`, `晚上7点半`, `下午三点`."""

from __future__ import annotations

import re
from typing import Final

from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.numerals import has_figure, int_of
from jinlin.core.text import compact

_NOON: Final = 12
_HALF: Final = "上午|早上|早晨|清晨|凌晨|中午|下午|傍晚|晚上|晚|早"
_AFTERNOON: Final = frozenset({"下午", "傍晚", "晚上", "晚"})
_LASTS: Final = {
    "凌晨": range(7), "中午": range(11, 15), "下午": range(12, 21), "傍晚": range(16, 21),
    **dict.fromkeys(("上午", "早上", "早晨", "清晨", "早"), range(4, 13)),
    **dict.fromkeys(("晚上", "晚"), range(17, 24)),
}  # fmt: skip
"""The hours of each part of the day; `晚上12点` and `晚上1点` are of no day that is said."""
_ONES: Final = "[一二三四五六七八九]"
_HOUR: Final = (
    rf"(?:[01]?\d|2[0-3])(?=[:点时])|(?<![周期拜])(?:二十[一二三]?|十{_ONES}?|{_ONES}|两)(?=[点时])"
)
"""The weekday before an hour keeps its numeral: `周二十点` is ten o'clock on Tuesday."""
_MINUTE: Final = rf"[0-5]\d|[二三四五]?十{_ONES}?|零{_ONES}|{_ONES}(?=分)"
TIME_OF_DAY: Final = (
    rf"(?:(?P<half>{_HALF})|(?!一点$))(?P<hour>{_HOUR})[:点时]"
    rf"(?:(?P<minute>{_MINUTE})分?|(?P<part>半|[一1]刻|[三3]刻))?(?::(?P<second>[0-5]\d))?[整钟]?"
)
"""`一点` alone is a little, not one in the night."""
_WITH_DAY: Final = rf"(?P<day>.*?[^\d:.-])(?P<time>{TIME_OF_DAY})"
_LIKE_A_TIME: Final = r"\d{1,3}[:：]\d{1,3}(?:[:：]\d{1,3})?"
_TODAY: Final = {"今": "今天", "明": "明天", "昨": "昨天"}
_PARTS: Final = {"半": 30, "一刻": 15, "1刻": 15, "三刻": 45, "3刻": 45}


def time_of_day(text: str) -> tuple[int, int, int] | None:
    """Return hour, minute and second of a time of day; None for what is none."""
    match = re.fullmatch(TIME_OF_DAY, compact(text)) if has_figure(text) else None
    if match is None:
        return None
    hour = int_of(match["hour"]) or 0
    if (match["half"] in _AFTERNOON and hour < _NOON) or (
        match["half"] == "中午" and hour in {1, 2}
    ):
        hour += _NOON
    if match["half"] and hour not in _LASTS[match["half"]]:
        return None
    minute = _PARTS[match["part"]] if match["part"] else int_of(match["minute"] or "0") or 0
    return hour, minute, int(match["second"] or 0)


def is_slip_of_a_time(text: str) -> bool:
    """Return whether a word is written like a time of day, and there is none such: `25:00`."""
    return re.fullmatch(_LIKE_A_TIME, text.strip()) is not None and time_of_day(text) is None


def no_time_of_day(text: str) -> UsageError:
    """Return the refusal of what is no time of day."""
    return UsageError(
        _("“{text}” is not a time of day.").format(text=text), hint=_("Write it like 19:30.")
    )


def day_and_time(text: str) -> tuple[str, str]:
    """Return the words for the day and those for the time of day; empty where none is said.

    They may stand together: `周五晚上7点`, `今晚七点`, `11-06 19:30`.
    """
    said = re.sub(r"(?<=\d)T(?=\d)", " ", text.strip())
    day, _space, time = said.partition(" ")
    if re.fullmatch("this|next|last", day, re.IGNORECASE):
        weekday, _space, time = time.strip().partition(" ")
        day += weekday
    if (
        time.strip()
        or not has_figure(said)
        or (match := re.fullmatch(_WITH_DAY, compact(said))) is None
    ):
        return day, time.strip()
    return _TODAY.get(match["day"], match["day"]), match["time"]
