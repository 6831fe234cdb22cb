"""What is true of visits: what comes of one, and when the next is to be."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final, NamedTuple

from jinlin.core.clock import Clock, Month
from jinlin.core.days.said_days import parse_bound, parse_day
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.numerals import NUMERALS, int_of
from jinlin.core.text import compact, listed
from jinlin.core.word import Word

_KNOCKING: Final = re.compile(
    "(?:今天|昨天|上午|中午|下午|晚上|刚才|敲了?门|敲了?(?!不)|按了?门?铃|去了?|上门|到访|走访|"
    r"第?[\d一二两三几多]+[次遍趟]|半天|很久|好久|的?时候?|后|但|又|还是|仍|都|再|家里|家中|屋里|全家|"
    "(?:we)?(?:knocked|rang)(?:twice|again)?(?:but)?)+门?"
)
"""How a remark begins before it says whether anybody was there, folded as by `compact`."""
_SOMEBODY: Final = re.compile(
    "^(?:业主|户主|住户|房主|租户|租客|主人|老人家?|家属|本人|对方|[他她]们?|人)都?"
)


class VisitOutcome(Word, refusal=N_("“{text}” is not what comes of a visit.")):
    """What came of a visit."""

    MET = "met", N_("met somebody"), "见到", "已见", "见面"
    NOT_AT_HOME = (
        "not_at_home", N_("nobody at home"), "没人", "无人", "没有人", "没人在", "没人在家",
        "没有人在家", "无人在家", "不在", "没在", "没在家", "未在家", "人不在", "人不在家",
        "没人应", "没人应门", "没人应声", "没人应答", "没人答应", "没人回应", "没有人应", "无人应",
        "无人应门", "无人应答", "无人回应", "没回应", "没有回应", "无回应", "没应", "没应答",
        "没动静", "没人开", "没人开门", "没有人开门", "无人开门", "敲不开", "敲不开门", "敲门不应",
        "没见到", "没见到人", "没见着", "没见着人", "没见人", "未见到", "未见到人", "没碰到人",
        "没碰着人", "没遇到人", "没遇上人", "没找到人", "未遇", "未遇到人", "扑空", "扑了空",
        "扑了个空", "锁着门", "锁门", "门锁着", "大门紧锁", "锁着", "外出", "出门了", "出去了",
        "nobody home", "nobody in", "nobody there", "nobody answered", "no one home",
        "no one at home", "no one in", "no one there", "no one answered", "not home",
        "not at home", "no answer", "no reply", "wasn't home",
    )  # fmt: skip
    REFUSED = (
        "refused", N_("not let in"), "拒绝", "不让进", "不让进门", "不让进屋", "不让入户", "不给进",
        "不准进", "不许进", "拒绝开门", "拒不开门", "不开门", "不给开门", "不肯开门", "不愿开门",
        "不愿意开门", "不想开门", "没开门", "未开门", "没让进", "没让进门", "拒绝进门", "拒绝入户",
        "拒绝走访", "拒绝来访", "拒绝接待", "拒绝见面", "拒不见面", "拒见", "不肯见",
        "不愿见", "不愿意见", "不想见", "不愿见面", "不肯见面", "不接待", "被拒", "被拒绝",
        "被拒之门外", "拒之门外", "闭门羹", "吃闭门羹", "吃了闭门羹",
        "refused entry", "refused to open", "refused to open the door", "did not open",
        "did not open the door", "didn't open the door", "would not open", "wouldn't open",
        "would not open the door", "wouldn't open the door", "would not let us in",
        "wouldn't let us in", "did not let us in", "didn't let us in", "turned away",
    )  # fmt: skip

    @classmethod
    def in_remark(cls, text: str) -> VisitOutcome | None:
        """Return what a remark says came of the visit; None where it says nothing of it.

        Its first clause tells, without how often and when somebody knocked. Of one who is not at
        home others may tell more: only alone does it mean that nobody was.
        """
        clauses = [
            (whole, bare)
            for clause in listed(text, also="。.！!")
            if (bare := _without_knocking(whole := compact(clause)))
        ]
        if not clauses:
            return None
        whole, bare = clauses[0]
        if (said := cls.said(whole) or cls.said(bare) or cls.said(bare.rstrip("了"))) is not None:
            return said
        of_one = cls.said(_SOMEBODY.sub("", bare))
        return None if of_one is cls.NOT_AT_HOME and len(clauses) > 1 else of_one


def _without_knocking(clause: str) -> str:
    begun = _KNOCKING.match(clause)
    return clause[begun.end() :] if begun else clause


class VisitReason(Word):
    """Why a door is to be visited; it never says what is kept of the people there."""

    PLANNED = "planned", N_("planned at the last visit")
    REGULAR = "regular", N_("regular visit")


_LATER: Final = (
    rf"(\d{{1,3}}|[{NUMERALS}]{{1,3}}|半)个?(天|日|周|星期|月|年|days?|weeks?|months?)"
    "(?:后|以后|之后)?"
)
_AGAIN: Final = (
    rf"(?s)(.+?)[\s，,；;。]+((?:下+个?)?(?:周|星期|礼拜)[一二三四五六日天]|明天|大?后天"
    rf"|(?:\d{{1,3}}|[{NUMERALS}]{{1,3}}|半)个?(?:天|日|周|星期|月|年)(?:后|以后|之后)"
    r"|\d{1,2}月\d{1,2}[日号]?)再(?:去|来|访|走访|上门|看)(?:看看|看|访|一次)?[。.]?"
)
_DAYS: Final = {"天": 1, "日": 1, "d": 1, "周": 7, "星": 7, "w": 7}
FARTHEST: Final = 3660
"""No visit is planned more than ten years ahead."""


def parse_next(text: str, clock: Clock, *, after: date) -> date:
    """Read when the next visit is to be: a day, or `2周后`, `10天后`, `1个月后`, `3 weeks`.

    Args:
        text: the words.
        clock: for what they are relative to.
        after: the day of this visit, from which days, weeks and months count.

    Raises:
        UsageError: it is no day, or not after this visit.
    """
    match = re.fullmatch(_LATER, compact(text))
    day = _later(match[1], match[2][0], after) if match else _day(text, clock, after)
    if day is None or not 0 < (day - after).days <= FARTHEST:
        raise UsageError(
            _("The next visit on {day} would not be after this one.").format(day=day or text),
            hint=_("Write it like 2周后, 10天后 or 2026-12-05."),
        )
    return day


def next_in_remark(text: str) -> tuple[str, str]:
    """Return a remark without its end that plans the next visit, and when that is: `下周三再去`."""
    match = re.fullmatch(_AGAIN, text.strip())
    return (match[1], match[2]) if match else (text, "")


class SaidNext(NamedTuple):
    """When the next visit is to be, as it was said."""

    text: str

    def after(self, visit: date, clock: Clock) -> date:
        """Return which day is meant after a visit; as for `parse_next`."""
        return parse_next(self.text, clock, after=visit)


def _day(text: str, clock: Clock, after: date) -> date:
    """Return a day; one without a year is the first after the visit, which may be past by now."""
    if text.strip()[:1].isdecimal() and (latest := parse_bound(text, clock)) > after:
        return latest
    return parse_day(text, clock, planned=True)


def _later(number: str, unit: str, after: date) -> date | None:
    if number == "半":
        return after + timedelta(days=15) if unit in "月m" else None
    count = int_of(number) or 0
    if unit in _DAYS:
        return after + timedelta(days=count * _DAYS[unit])
    months = after.year * 12 + after.month - 1 + count * (12 if unit == "年" else 1)
    target = Month(months // 12, months % 12 + 1)
    return target.first.replace(day=min(after.day, target.last.day))
