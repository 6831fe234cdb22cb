"""What is true of notices: their types, how long they hang, who signs, how they are numbered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from jinlin.core.days.workdays import Calendar
from jinlin.core.errors import NotFoundError, RuleError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.text import compact, plain_word
from jinlin.core.word import Word

LONGEST_PERIOD: Final = 366
_NUMBER = re.compile(r"n?(\d{1,9})")
_QUESTION = re.compile(r"q(\d{1,9})")
_OBJECTION = re.compile(r"n(\d{1,9})-(\d{1,9})")
_UNFINISHED = re.compile(
    r"^阶段性?答复|^(?:已?在|正在|尽快|待.{1,8}后)|(?:核实|调查|研究|处理|查账)中$|[后再][给将]?(?:答复|回复|告知)|另行"
)
_PERIOD = re.compile(
    r"(\d{1,3})[个-]?(自然日|工作日|天|日|days?|working-?days?|natural(?:-?days?)?)?"
)


class Type(Word, refusal=N_("There is no type of notice “{text}”."), error=NotFoundError):
    """What kind of paper hangs on the board (practice.md 2.1); titles end with its first word."""

    PUBLIC_NOTICE = "public_notice", N_("public notice"), "公示", "notice"
    ANNOUNCEMENT = "announcement", N_("announcement"), "公告"
    DISCLOSURE = "disclosure", N_("disclosure"), "公开"
    NOTIFICATION = "notification", N_("notification"), "通知"

    @property
    def passes(self) -> bool:
        """Whether what it tells of is over some day, and it comes down then."""
        return self in {Type.ANNOUNCEMENT, Type.NOTIFICATION}


class NoticeStatus(Word, refusal=N_("There is no state “{text}”."), error=NotFoundError):
    """Where a notice stands on a day."""

    DRAFT = "draft", N_("draft")
    RUNNING = "running", N_("on the board")
    ENDED = "ended", N_("ended")
    WITHDRAWN = "withdrawn", N_("withdrawn")


class Unit(Word):
    """How the days of a period are counted."""

    NATURAL = "natural_days", N_("calendar days")
    WORKING = "working_days", N_("working days")


class ObjectionOutcome(Word, refusal=N_("There is no outcome “{text}”."), error=NotFoundError):
    """What became of an objection."""

    UPHELD = "upheld", N_("upheld"), "采纳", "异议成立"
    PARTLY = "partly", N_("partly upheld"), "部分采纳"
    REJECTED = "rejected", N_("not upheld"), "不采纳", "未采纳", "异议不成立"


class ProofKind(Word):
    """What a photo of a notice shows."""

    POSTED = "posted", N_("put up")
    TAKEN_DOWN = "taken_down", N_("taken down")


class Signer(Word):
    """Whose paper it is, as far as its name tells."""

    BRANCH = "branch", N_("the branch")
    OWNERS_COMMITTEE = "owners_committee", N_("owners' committee")
    OWNERS_REPRESENTATIVE = "owners_representative", N_("owners' representative")
    IMPLEMENTING_BODY = "implementing_body", N_("the body that carries it out")
    APPLICANT = "applicant", N_("the applicant")
    PROPERTY_COMPANY = "property_company", N_("property company")
    COMMUNITY = "community", N_("community Party organisation")
    RESIDENTS_COMMITTEE = "residents_committee", N_("residents' committee")
    OTHER = "other", N_("another body")


_SIGNER_WORDS: Final[tuple[tuple[Signer, tuple[str, ...]], ...]] = (
    (Signer.OWNERS_COMMITTEE, ("业主委员会", "业委会", "ownerscommittee")),
    (Signer.OWNERS_REPRESENTATIVE, ("业主代表", "ownersrepresentative")),
    (Signer.IMPLEMENTING_BODY, ("实施主体", "implementingbody")),
    (Signer.APPLICANT, ("申请人", "applicant")),
    (Signer.RESIDENTS_COMMITTEE, ("居民委员会", "居委会", "residentscommittee")),
    (Signer.COMMUNITY, ("社区党委", "社区党总支", "社区党支部", "社区党组织", "community")),
    (Signer.BRANCH, ("支部", "支委会", "branch")),
    (Signer.PROPERTY_COMPANY, ("物业", "propertycompany")),
)
"""The first that stands in a signer's name says whose paper it is."""


class NoticePeriod(NamedTuple):
    """How long a notice hangs.

    Attributes:
        days: how many.
        unit: which of them count.
        source: where that stands; empty when she said it herself.
    """

    days: int
    unit: Unit
    source: str = ""


def check_answer(label: str, *, came_on: date, answered_on: date | None, on: date) -> None:
    """Refuse to answer an objection or a question twice, or before it came.

    Raises:
        RuleError: it says when that was.
    """
    if answered_on is not None:
        raise RuleError(
            _("{number} was answered on {day}.").format(number=label, day=answered_on),
            hint=_("If the answer is wrong, take it back first: jinlin undo"),
        )
    if on < came_on:
        raise RuleError(
            _("{number} came on {day}: it cannot be answered before.").format(
                number=label, day=came_on
            ),
            hint=_("Leave --date away for today."),
        )


def sounds_unfinished(text: str) -> bool:
    """Return whether an answer sounds as if it was none yet: `正在核实`, `查清后答复`."""
    return _UNFINISHED.search(compact(text)) is not None


def notice_label(number: int) -> str:
    """Return a number as we write it: `N12`."""
    return f"N{number}"


def question_label(number: int) -> str:
    """Return the number of a question as we write it: `Q7`."""
    return f"Q{number}"


def parse_number(text: str) -> int:
    """Read the number of a notice: `N12`, `n12`, `12`.

    Raises:
        UsageError: it is no number of a notice.
    """
    match = _NUMBER.fullmatch(compact(text))
    if match is None:
        raise UsageError(
            _("“{text}” is not the number of a notice.").format(text=text),
            hint=_("Write it like N12; see: jinlin notice list"),
        )
    return int(match[1])


def is_number(text: str) -> bool:
    """Return whether a text is the number of a notice with its letter: `N12`."""
    said = compact(text)
    return said.startswith("n") and _NUMBER.fullmatch(said) is not None


def parse_answered(text: str) -> tuple[int | None, int]:
    """Read what is answered: `Q7` is a question, `N12-1` an objection to a notice.

    Returns:
        The notice, None for a question, and the number.

    Raises:
        UsageError: it is neither.
    """
    said = compact(text)
    if match := _QUESTION.fullmatch(said):
        return None, int(match[1])
    if match := _OBJECTION.fullmatch(said):
        return int(match[1]), int(match[2])
    raise UsageError(
        _("“{text}” is neither a question nor an objection.").format(text=text),
        hint=_("Write a question like Q7 and an objection like N12-1."),
    )


def type_in(title: str) -> Type | None:
    """Return the type a title ends with, as `关于停水的通知` does; None where it says none."""
    said = title.strip().strip("《》").lower()
    return next((one for one in Type if said.endswith((one.spoken[0], one.msgid))), None)


_NAMED: Final = ("决定", "决议", "名单", "清单", "结果", "账目")
"""What is itself made public, not how matters stand with it."""


def full_title(type_: Type, title: str) -> str:
    """Return a title as it stands on the paper: 《关于××的公示》 (practice.md 5.1), ××情况公开."""
    title = " ".join(title.split()).strip("《》")
    if type_in(title) is type_:
        return title
    if type_ is Type.DISCLOSURE:
        bare = title.removeprefix("关于").removesuffix("情况")
        named = bare.partition("（")[0].endswith(_NAMED)
        said = _("Disclosed: {title}") if named else _("Disclosure: {title}")
        return said.format(title=bare)
    return _("{type}: {title}").format(
        type=type_.label.capitalize(), title=title.removeprefix("关于")
    )


def subject(type_: Type, title: str) -> str:
    """Return what a full title is about: of 《关于停水的通知》 停水."""
    said = title.strip("《》").removeprefix("关于").removesuffix(type_.spoken[0])
    return said.removesuffix("的").removeprefix(f"{type_.label.capitalize()}: ")


class SaidPeriod(NamedTuple):
    """How long a notice hangs, as it was said; without a unit, in the usual one."""

    days: int
    unit: Unit | None


def parse_period(text: str) -> SaidPeriod:
    """Read how long: `15`, `15天`, `7个工作日`, `5 working days`.

    Raises:
        UsageError: it is no number of days, or more than a year.
    """
    match = _PERIOD.fullmatch(compact(text))
    days = int(match[1]) if match else 0
    if match is None or not 0 < days <= LONGEST_PERIOD:
        raise UsageError(
            _("“{text}” is not a number of days.").format(text=text),
            hint=_("Write it like 15, 7个工作日 or 5 working days; a year at most."),
        )
    said = match[2] or ""
    if said.startswith(("工作", "working")):
        return SaidPeriod(days, Unit.WORKING)
    return SaidPeriod(days, Unit.NATURAL if said.startswith(("自然", "natural")) else None)


def ends_on(posted_on: date, period: NoticePeriod, calendar: Calendar) -> date:
    """Return the last day of a period.

    The day it is posted is not counted; a last day on which nobody works moves to the next
    working day (民法典 201, 203; practice.md 5.1).
    """
    if period.unit is Unit.WORKING:
        return calendar.after(posted_on, period.days)
    last = posted_on + timedelta(days=period.days)
    return last if calendar.is_working(last) else calendar.after(last, 1)


def without_period(type_: Type) -> str:
    """Return how long a notice hangs that has no period."""
    if type_.passes:
        return _("until it is over")
    return _("until it changes")


def signer_of(text: str) -> Signer:
    """Return whose paper it is, as far as the name tells that signs it."""
    said = plain(text)
    for signer, words in _SIGNER_WORDS:
        if any(word in said for word in words):
            return signer
    return Signer.OTHER


def status_on(day: date, row: Mapping[str, str | None]) -> NoticeStatus:
    """Return where a notice stands on a day.

    Args:
        day: the civil day.
        row: its days as ISO text: `posted_on`, `ends_on`, `taken_down_on`, `withdrawn_on`.
    """
    if row["withdrawn_on"] is not None:
        return NoticeStatus.WITHDRAWN
    if row["posted_on"] is None:
        return NoticeStatus.DRAFT
    over = row["ends_on"] is not None and row["ends_on"] < day.isoformat()
    return NoticeStatus.ENDED if over or row["taken_down_on"] is not None else NoticeStatus.RUNNING


def plain(text: str) -> str:
    """Return a text for comparing names of matters and signers: no dashes, no apostrophes."""
    return plain_word(text).replace("'", "").replace("’", "")
