"""How well a word suits a kind, by its looks alone or by what is on record (shape matching)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from jinlin.cli.line.several import several
from jinlin.core import said
from jinlin.core.clock import DEFAULT_ZONE, Clock
from jinlin.core.days.said_days import parse_bound, parse_month, without_before
from jinlin.core.days.spoken_days import spoken_day
from jinlin.core.days.time_of_day import day_and_time, time_of_day
from jinlin.core.errors import JinlinError
from jinlin.core.naming import whole_only
from jinlin.core.numerals import has_figure
from jinlin.core.reference import SHAPES
from jinlin.core.text import compact, listed
from jinlin.output.command.kind import Several, WordKind

if TYPE_CHECKING:
    from jinlin.cli.line.on_record import OnRecord


class Fit(IntEnum):
    """How well a word suits a kind."""

    NO = 0
    UNLIKE = 1
    """It can be one, and does not look so: a name that is none of a person or body."""
    OPEN = 2
    """It is no worse than any other word: a text, or a name nobody knows."""
    MAYBE = 3
    """It looks like one, and like other things: a bare number."""
    SURE = 4


_A_TEXT: Final = frozenset({"text", "name", "file", "folder", ""})
"""Kinds whose words are anything at all."""

_ON_RECORD: Final = frozenset(
    {
        "building",
        "category",
        "filter",
        "group",
        "offer",
        "partner",
        "person",
        "place",
        "post",
        "room",
        "team",
        "title",
        "visitor",
    }
)
"""Kinds whose words are names of what is on record; but for a place, the command refuses others."""
_TITLED: Final = frozenset({"works"})
"""Kinds of numbers of records that a piece of their title may stand for."""
_REGISTERED_FIRST: Final = frozenset({"category", "group", "room", "team"})
"""Kinds of them whose words nobody says before they are on record."""
_PLACES: Final = frozenset({"building", "entrance", "home", "place"})
"""Kinds whose reader takes any name: of a place nobody would guess it."""
_AT: Final = r"地点[:：是在]?|在(?![职册建岗校线])"
"""What stands before a place and is no part of it; not in 在职党员."""
_A_HOUSE: Final = (
    r"(?:[\da-z甲乙丙丁东西南北]{1,4}|[一二三四五六七八九十]{1,3})(?:号楼|栋|幢|座|#楼?)"
)
_IN_A_HOUSE: Final = r"(?:大厅|门厅|门口|楼下|架空层|[\d一二三四五六七八九十]{1,2}[层楼])?"
_A_PLACE: Final = (
    r"[一-鿿]{1,10}(?:广场|长廊|连廊|大厅|门厅|大堂|门口|[活动会议阅览]{2}室|服务站|服务中心|架空层"
    r"|凉亭|操场|球场|花园|公园)"
)

NUMBERED: Final[Mapping[str, str]] = {
    "issue": "issue", "open issue": "issue", "plan": "plan", "elevator entry": "elevator_entry",
    "meeting": "meeting", "resolution": "resolution", "vote": "vote", "fund entry": "fund_entry",
    "notice": "notice", "opinion": "opinion", "project": "elevator_project",
    "works": "project", "support": "partner_support", "partner": "partner",
    "survey": "survey", "offer": "offer",
}  # fmt: skip
"""Kinds of numbers of records, and how `core.reference` calls the record."""

_PART = r"[\w\-#号楼栋幢座单元室]"
_NO_ISSUE = r"(?!20\d\d-\d+$)"
_A_FILE: Final = r".+\.(?:txt|csv|tsv|xlsx?|json|md)"
_SERVED_ONE: Final = r"[^\d=:：,，、]+[=:：]?\d{1,6}(?:人次|人|次)?"
_LOOKS: Final[Mapping[str, tuple[str, str]]] = {
    "home": (
        rf"{_NO_ISSUE}\w+(?:[-#]|号楼|号|栋|幢|座|单元){_PART}*\d[室号]?",
        rf"{_NO_ISSUE}(?:\d{{3,5}}室?|(?=.*\d\D|\D.*\d){_PART}{{1,20}})",
    ),
    "building": (r"\w+(?:号楼|栋|幢|座|#楼?)", r"\d{1,3}"),
    "place": (rf"(?:{_AT}).+|{_A_HOUSE}{_IN_A_HOUSE}", _A_PLACE),
    "entrance": (r"\w+单元", r"(?=.*\d)[\w\-]{1,12}"),
    "project": (
        r"x\d+",
        r"[\da-z甲乙丙丁]{1,3}(?:号楼|号|栋|幢|座|#)?(?:[-－]?\d{1,2}(?:单元)?)?(?:[-－]?\d{2,5}[室号]?)?",
    ),
    "works": (r"g\d+", ""),
    "survey": (r"w\d+", ""),
    "support": (r"d\d+-\d+", ""),
    "elevator entry": (r"(?:x\d+-)?[rv]\d+", ""),
    "money": (
        (
            r"[¥￥]?\d[\d,，]*(?:\.\d+)?(?:[万亿千百]+(?:元|块钱?)?|[kw]|元|块钱?)"
            r"|(?=.+[万千百])[\d零〇一二两三四五六七八九十百千万亿]+(?:元|块钱?)?"
        ),
        r"\d[\d,，]*(?:\.\d{1,2})?",
    ),
    "area": (r"\d+(?:\.\d+)?(?:㎡|平|平米|平方|平方米|m2|m²)", r"\d+(?:\.\d+)?"),
    "phone": (r"1[3-9]\d{9}|0\d{2,3}-?\d{7,8}", ""),
    "percent": (r"\d{1,3}[%％]", r"\d{1,3}"),
    "resolution": (r"m\d+-\d+", r"m\d+"),
    "meeting or resolution": (r"m\d+(?:-\d+)?", ""),
    "action item": (r"a\d+|m\d+(?:-\d+)?", ""),
    "task": (r"a\d+|m\d+-\d+", ""),
    "count or people": ("", r"\d{1,6}"),
    "people": (_A_FILE, r"[^=,，、]+(?:[,，、][^=,，、]+)+"),
    "served": (rf"{_SERVED_ONE}(?:[,，、]{_SERVED_ONE})*", ""),
    "hours": (r"\d+(?:\.\d+)?(?:个?(?:小时|钟头)半?|分钟)", r"\d(?:\.5)?"),
    "issue or record": ("|".join([r"p\d+", *(one.pattern.pattern for one in SHAPES)]), r"\d{1,9}"),
    "minutes": (r"\d+(?:分钟|分|小时)", r"\d+"),
    "vote": (r"v\d+|m\d+-v\d+", r"\d+"),
    "item": (r"m\d+/\d+", ""),
    "time": (r"\d{1,2}[:：]\d{2}", ""),
}  # fmt: skip
"""By kind how a word of it looks, surely and perhaps, folded to small half-width letters."""
_FIGURED: Final = frozenset(
    {"home", "phone", "money", "area", "percent", "hours", "minutes"}
    | (NUMBERED.keys() - _ON_RECORD - _TITLED)
)
"""Kinds of which no word is without a figure; but for a home, by who lives there."""
_WITH_AN_ITEM: Final = frozenset({"meeting or resolution", "action item"})
"""Kinds of numbers with a dash in them: without its letter, `12-20` is a day."""
IT: Final = frozenset({"它", "it", "."})
"""What stands for the record that was named last."""


def fit(kind: WordKind[Any], text: str, record: OnRecord, *, sure_only: bool = False) -> Fit:
    """Return how well a word suits a kind.

    Args:
        kind: the kind.
        text: the word.
        record: what the database holds, where looks do not tell.
        sure_only: it counts alone whether it surely does; of a name nothing else is found out.
    """
    each, parts = _parts(kind, text)
    if sure_only and each.name == "person":
        held = parts and all(record.holds(each.name, part) for part in parts)
        return Fit.SURE if held else Fit.OPEN
    return min((_one_fits(each, part, record) for part in parts), default=Fit.NO)


def _one_fits(kind: WordKind[Any], text: str, record: OnRecord) -> Fit:
    if kind.words is not None or (kind.knows is not None and kind.name not in _LOOKS):
        return _as_known(kind, text)
    if kind.name in ("day", "moment", "time"):
        return _as_time(kind, text, record)
    by_name = kind.name in _ON_RECORD | _TITLED and record.holds(kind.name, text)
    if by_name or (kind.name in NUMBERED and text in IT) or (kind.knows and kind.knows(text)):
        return Fit.SURE
    if kind.name in ("person", "party"):
        return _as_name(text, record, paid=kind.name == "party")
    if kind.name in _LOOKS or kind.name in NUMBERED:
        may = kind.name not in _FIGURED or has_figure(text) or _lives_there(kind, text, record)
        unfit = Fit.UNLIKE if kind.name == "home" else Fit.NO  # any name may be who lives there
        return _as_it_looks(kind, text, record) if may else unfit
    return _as_called(kind, text)


def _parts(kind: WordKind[Any], text: str) -> tuple[WordKind[Any], Sequence[str]]:
    """Return the words that one stands for, and of which kind they are."""
    if isinstance(kind, Several):
        return kind.each, listed(text, also=kind.also)
    return kind, several(text) if kind.name in NUMBERED else [text]


def _as_known(kind: WordKind[Any], text: str) -> Fit:
    if kind.words is not None:
        if kind.words.said(text) is None:
            return Fit.NO
        return Fit.MAYBE if text.isdecimal() else Fit.SURE
    return Fit.SURE if kind.knows is not None and kind.knows(text) else Fit.OPEN


def _as_called(kind: WordKind[Any], text: str) -> Fit:
    """Return how well a word suits a kind of names, none of which it is yet."""
    if kind.name in _REGISTERED_FIRST:
        return Fit.UNLIKE
    return Fit.OPEN if kind.name in _A_TEXT | _ON_RECORD else _as_read(kind, text)


def _as_name(text: str, record: OnRecord, *, paid: bool) -> Fit:
    """Return how well a word names a person or body that is not on record, or is paid.

    Who is paid is never guessed: other words are what for.
    """
    from jinlin.core.people.parties import Party, names_a_body, party_in

    party = party_in(text)
    if re.fullmatch(_A_FILE, compact(text)):
        return Fit.NO
    if not paid:
        return Fit.UNLIKE if party is Party.DOUBT else Fit.OPEN
    if record.holds("person", text) or record.pays(text) or names_a_body(text):
        return Fit.SURE
    return Fit.OPEN if party is Party.PERSON else Fit.NO


def _as_it_looks(kind: WordKind[Any], text: str, record: OnRecord) -> Fit:
    sure, perhaps = _looks(kind.name)
    word = compact(text)
    if sure is not None and sure.fullmatch(word):
        return Fit.SURE
    if kind.name not in NUMBERED and any(one.pattern.fullmatch(word) for one in SHAPES):
        return Fit.NO
    if _lives_there(kind, text, record) or (perhaps is not None and perhaps.fullmatch(word)):
        return Fit.MAYBE
    if (kind.name == "home" and word.isdecimal()) or (
        kind.name in _WITH_AN_ITEM and _BARE_DAY.fullmatch(word)
    ):
        return Fit.NO
    read = _as_read(kind, text)
    if read is Fit.NO or (kind.name in NUMBERED.keys() - _ON_RECORD and read is Fit.OPEN):
        return Fit.NO
    return Fit.UNLIKE if read is Fit.OPEN or kind.name in _PLACES else Fit.MAYBE


def _lives_there(kind: WordKind[Any], text: str, record: OnRecord) -> bool:
    return kind.name == "home" and record.holds(kind.name, text)


@cache
def _looks(name: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    if name in _LOOKS:
        sure, perhaps = _LOOKS[name]
        return (re.compile(sure) if sure else None, re.compile(perhaps) if perhaps else None)
    [shape] = [one for one in SHAPES if one.kind == NUMBERED[name]]
    return shape.pattern, re.compile(r"\d{1,6}")


_BARE_DAY: Final = re.compile(r"\d{1,2}[-/.]\d{1,2}")
_NOON: Final = Clock(datetime(2026, 11, 5, 4, tzinfo=UTC), DEFAULT_ZONE)


def is_time(text: str) -> bool:
    """Return whether a word is a day or a month, and not only a number."""
    return is_day(text) or _as_month(text) is Fit.SURE


def with_times(words: Sequence[str]) -> list[str]:
    """Return the words of a line, a day and the time of day behind it as one: `周五 19:30`."""
    joined: list[str] = []
    days: list[int] = []
    for word in words:
        if days and time_of_day(word):
            joined[days.pop()] += f" {word}"
            continue
        if is_day(word):
            days.append(len(joined))
        joined.append(word)
    return joined


def _without_at(text: str) -> str:
    return re.sub(rf"^(?:{_AT})(?=.)", "", text)


def _without_paid(text: str) -> str:
    return re.sub(r"^(?:直接)?(?:付给|支付给)(?=.)", "", text)


BARE: Final[Mapping[str, Callable[[str], str]]] = {"place": _without_at, "party": _without_paid}
"""By kind what leaves out of a word that it is one: `地点小区广场`, `直接付给城建公司`."""


def _as_time(kind: WordKind[Any], text: str, record: OnRecord) -> Fit:
    if time_of_day(text):
        return Fit.SURE if kind.name == "time" else Fit.NO
    day, time = (text, "") if kind.name == "day" else day_and_time(text)
    day = without_before(day) if kind.read in _AHEAD else day
    if (time and not time_of_day(time)) or not is_day(day) or _other_way(kind, day, record):
        return Fit.NO
    return Fit.MAYBE if _BARE_DAY.fullmatch(compact(day)) else Fit.SURE


def is_day(text: str) -> bool:
    """Return whether a word is a day."""
    try:
        parse_bound(text, _NOON)
    except JinlinError:
        return False
    return True


_AHEAD: Final = frozenset({said.planned, said.moment_planned})
_BEHIND: Final = frozenset({said.past, said.come, said.moment_past, said.happened})


def _other_way(kind: WordKind[Any], day: str, record: OnRecord) -> bool:
    """Return whether a day that is spoken of lies where one of the kind cannot: `昨天`."""
    if kind.read not in _AHEAD | _BEHIND or spoken_day(day, _NOON.today, planned=True) is None:
        return False
    meant, today = spoken_day(day, record.today, planned=True), record.today
    if meant is None or meant != spoken_day(day, today, planned=False):
        return False
    return meant < today if kind.read in _AHEAD else meant > today


def looks_back(kind: WordKind[Any]) -> bool:
    """Return whether a day of the kind cannot lie ahead."""
    return kind.read in _BEHIND


def _as_read(kind: WordKind[Any], text: str) -> Fit:
    """Return how well a word suits a kind of which only its reader can tell."""
    if not reads(kind, text):
        return Fit.NO
    if kind.name == "month":
        return _as_month(text)
    if reads(kind, _NOTHING):
        return Fit.OPEN
    return Fit.MAYBE if compact(text).isdecimal() else Fit.SURE


_NOTHING: Final = "☃"
"""What is a word of no kind that refuses any."""


def reads(kind: WordKind[Any], text: str) -> bool:
    """Return whether a word can be one of a kind, whatever it looks like."""
    try:
        with whole_only():
            kind.take(text, "")
    except (JinlinError, ValueError):
        return False
    return True


def _as_month(text: str) -> Fit:
    try:
        parse_month(text, _NOON)
    except JinlinError:
        return Fit.NO
    return Fit.MAYBE if text.isdecimal() else Fit.SURE
