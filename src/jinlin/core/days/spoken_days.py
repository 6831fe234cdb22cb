"""Days as they are spoken of: `后天`, `下周五`, `next friday`, `3天后`, `+3`, `5号`, `月底`."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from jinlin.core.text import compact

_NEAR: Final = {
    "today": 0, "今天": 0, "今日": 0, "yesterday": -1, "昨天": -1, "昨日": -1, "前天": -2,
    "大前天": -3, "tomorrow": 1, "明天": 1, "明日": 1, "后天": 2, "大后天": 3,
}  # fmt: skip
_WEEKDAYS: Final = {
    "一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6,
    "mon": 0, "tues": 1, "wednes": 2, "thurs": 3, "fri": 4, "satur": 5, "sun": 6,
}  # fmt: skip
_WEEKS: Final = {
    "上": -1, "last": -1, "这": 0, "本": 0, "this": 0, "下": 1, "next": 1, "下下": 2,
}  # fmt: skip
# Plain texts, which `re` compiles when one is first used and keeps: most commands use none.
_WEEKDAY: Final = r"(上|这|本|下下|下)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])"
_ENGLISH_WEEKDAY: Final = r"(last|this|next)?(mon|tues|wednes|thurs|fri|satur|sun)day"
_COUNTS: Final = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "十": 10}
_AWAY: Final = r"(\d{1,3}|[一两二三四五六七十])(?:个)?(天|日|周|星期|礼拜)(?:以)?(后|前)"
_ENGLISH_AWAY: Final = r"(in)?(\d{1,3})(day|week)s?(?(1)|(ago|later))"
_PLUS: Final = r"[+＋](\d{1,3})"
_OF_MONTH: Final = r"(\d{1,2})[日号]"
_END: Final = {"月底": 0, "本月底": 0, "这个月底": 0, "下月底": 1, "下个月底": 1, "上月底": -1}
_ENGLISH_END: Final = r"(?:the)?endof(?:the|this|(next|last))?(month|year)|(month|year)end"
_MONTHS_END: Final = r"(1[0-2]|0?[1-9])月[底末]"
_YEARS_END: Final = r"(?:(今|明|去)年?)?年[底末]"
_IN_CHINESE: Final = {
    (None, "month"): "月底", ("next", "month"): "下月底", ("last", "month"): "上月底",
    (None, "year"): "年底", ("next", "year"): "明年底", ("last", "year"): "去年底",
}  # fmt: skip
_YEARS: Final = {"去": -1, "明": 1}


def spoken_day(text: str, today: date, *, planned: bool) -> date | None:
    """Return the day that is spoken of; None for what is none.

    A weekday, or a day of the month, without more is the nearest in its direction, today with it.
    A week begins on Monday.

    Args:
        text: the words.
        today: the day from which it is counted.
        planned: what is to come; otherwise what has happened.
    """
    said = compact(text)
    if said in _NEAR:
        return today + timedelta(days=_NEAR[said])
    if match := re.fullmatch(_WEEKDAY, said) or re.fullmatch(_ENGLISH_WEEKDAY, said):
        return _weekday(match[1], _WEEKDAYS[match[2]], today, planned=planned)
    if (days := _days_away(said)) is not None:
        return today + timedelta(days=days)
    if match := re.fullmatch(_OF_MONTH, said):
        return _day_of_month(int(match[1]), today, planned=planned)
    if match := re.fullmatch(_ENGLISH_END, said):
        said = _IN_CHINESE[match[1], match[2] or match[3]]
    if said in _END:
        return _end_of_month(_END[said], today, planned=planned)
    return _end_of_named(said, today, planned=planned) or _end_of_year(said, today)


def _days_away(said: str) -> int | None:
    """Return how far off a day is that is told by it: `三天后`, `2周前`, `in 3 days`, `+3`."""
    if match := re.fullmatch(_PLUS, said):
        return int(match[1])
    if match := re.fullmatch(_ENGLISH_AWAY, said):
        days = int(match[2]) * (1 if match[3] == "day" else 7)
        return -days if match[4] == "ago" else days
    match = re.fullmatch(_AWAY, said)
    if match is None:
        return None
    count = _COUNTS[match[1]] if match[1] in _COUNTS else int(match[1])
    days = count * (1 if match[2] in "天日" else 7)
    return days if match[3] == "后" else -days


def _weekday(week: str | None, weekday: int, today: date, *, planned: bool) -> date:
    if week is not None:
        return today + timedelta(days=weekday - today.weekday() + 7 * _WEEKS[week])
    ahead = (weekday - today.weekday()) % 7
    return today + timedelta(days=ahead if planned or ahead == 0 else ahead - 7)


def _day_of_month(day: int, today: date, *, planned: bool) -> date | None:
    first = today.replace(day=1)
    for _month in range(4):  # of two months in a row one has 31 days
        try:
            found = first.replace(day=day)
        except ValueError:
            found = None
        if found is not None and ((found >= today) if planned else (found <= today)):
            return found
        first = _next_month(first) if planned else (first - timedelta(days=1)).replace(day=1)
    return None


def _end_of_month(months: int, today: date, *, planned: bool) -> date:
    first = _next_month(today.replace(day=1))
    if months < 0:
        return today.replace(day=1) - timedelta(days=1)
    end = (_next_month(first) if months else first) - timedelta(days=1)
    return end if planned or end <= today else today.replace(day=1) - timedelta(days=1)


def _end_of_named(said: str, today: date, *, planned: bool) -> date | None:
    """Return the last day of a month that is named: the nearest in its direction."""
    match = re.fullmatch(_MONTHS_END, said)
    if match is None:
        return None
    ends = (
        _next_month(date(year, int(match[1]), 1)) - timedelta(days=1)
        for year in range(today.year - 1, today.year + 2)
    )
    near = [end for end in ends if (end >= today if planned else end <= today)]
    return min(near) if planned else max(near)


def _end_of_year(said: str, today: date) -> date | None:
    match = re.fullmatch(_YEARS_END, said)
    if match is None:
        return None
    return date(today.year + _YEARS.get(match[1], 0), 12, 31)


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
