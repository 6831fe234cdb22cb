"""Reading how often a kind of meeting is due, as people say it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.numerals import int_of
from jinlin.core.text import compact
from jinlin.meeting.rules.frequency import ANY, LAST, WEEKDAY_CODES, Frequency, PeriodLength

_NEVER: Final = frozenset({"none", "无", "按需", "不定期"})
_LONGEST_MONTH: Final = 31
_ONES: Final = "[一二两三四五六七八九]"
_NUMBER: Final = rf"(?:\d{{1,2}}|(?:{_ONES}?十|廿|卅){_ONES}?|{_ONES})"
_TIMES: Final = re.compile(
    rf"(?:(?:(\d{{1,2}})(?:次|times?|/|x|per)+)|({_NUMBER})次|^(\d{{1,2}})(?=[a-z]))"
)
_A: Final = {True: re.compile("^(?:一个?|每个)"), False: re.compile("^每个")}
"""What stands for 每 before a period, with a count and without one, where 一月 is January."""
_WEEKDAY: Final = (
    rf"(?:(?:周|星期|礼拜)(?P<zh>[一二三四五六日天1-7])|(?P<en>{'|'.join(WEEKDAY_CODES)})[a-z]*?)"
)
_EACH_WEEK: Final = re.compile(
    rf"(?:每个?|逢|every|week/?|每周/?|on)*{_WEEKDAY}s?(?:下午|上午|晚上)?"
)
_MONTH: Final = r"(?:(?:每个?月|月|month(?:ly)?|onthe|on|the)+[/的]*)"
_EACH: Final = r"(?:of(?:each|every|the)month)?"
_NTH: Final = re.compile(
    rf"{_MONTH}?(?:第?(?P<nth>[一二三四1-4])(?:st|nd|rd|th)?个?"
    rf"|(?P<last>最后一?个?|末个?|last)|(?P<word>first|second|third|fourth)){_WEEKDAY}{_EACH}"
)
_DAY: Final = re.compile(rf"{_MONTH}(?:day)?(?P<day>{_NUMBER})(?:日|号|st|nd|rd|th)?{_EACH}")
_LAST_DAY: Final = re.compile(rf"{_MONTH}(?:最后一天|月?底|月?末|last(?:day)?){_EACH}")
_ORDINALS: Final = ("first", "second", "third", "fourth")


def parse_frequency(text: str) -> Frequency | None:
    """Read how often: `1/month`, `每季度1次`, `一年两次`, `每周四`, `每月廿五`, `每月最后一个周六`.

    Returns:
        It, without a day where none is said; None for `none` and `按需`.

    Raises:
        UsageError: it cannot be read.
    """
    said = re.sub(r"[-_,，、：:()]", "", compact(text))
    if said in _NEVER:
        return None
    match = _TIMES.search(said)
    times = int_of(next(filter(None, match.groups()))) if match else 1
    rest = said[: match.start()] + said[match.end() :] if match else said
    any_day = rest.removesuffix("any").removesuffix("任意一天").removesuffix("不限日子").rstrip("/")
    period_said = _A[match is not None].sub("每", any_day)
    period = PeriodLength.said(period_said)
    if times and period is not None:
        return Frequency(times, period, week=ANY if any_day != rest.rstrip("/") else None)
    found = (
        next((f for f in (read(rest, times) for read in _WITH_DAY) if f), None) if times else None
    )
    if found is None:
        raise UsageError(
            _("“{text}” does not say how often.").format(text=text),
            hint=_(
                "Write it like 1/month, 2/year, 每季度1次, 每周四, 每月25日, 每月最后一个周六, or"
                " none."
            ),
        )
    return found


def _weekly(said: str, times: int) -> Frequency | None:
    match = _EACH_WEEK.fullmatch(said)
    return Frequency(times, PeriodLength.WEEK, weekday=_weekday(match)) if match else None


def _nth(said: str, times: int) -> Frequency | None:
    match = _NTH.fullmatch(said)
    if match is None:
        return None
    if match["last"]:
        week = LAST
    elif match["word"]:
        week = _ORDINALS.index(match["word"]) + 1
    else:
        week = int_of(match["nth"]) or 1
    return Frequency(times, PeriodLength.MONTH, weekday=_weekday(match), week=week)


def _on_day(said: str, times: int) -> Frequency | None:
    match = _DAY.fullmatch(said)
    day = int_of(match["day"]) if match else None
    if day is None or not 1 <= day <= _LONGEST_MONTH:
        return None
    return Frequency(times, PeriodLength.MONTH, day=day)


def _last_day(said: str, times: int) -> Frequency | None:
    return Frequency(times, PeriodLength.MONTH, day=LAST) if _LAST_DAY.fullmatch(said) else None


_WITH_DAY: Final[tuple[Callable[[str, int], Frequency | None], ...]] = (
    _weekly, _nth, _last_day, _on_day,
)  # fmt: skip


def _weekday(match: re.Match[str]) -> int:
    if match["en"]:
        return WEEKDAY_CODES.index(match["en"]) + 1
    return int_of(match["zh"]) or len(WEEKDAY_CODES)
