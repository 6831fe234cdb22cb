"""What is true of meetings: who counts as expected and present, and how numbers are written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Final, NamedTuple

from jinlin.core.clock import Clock
from jinlin.core.days.said_days import parse_day, parse_moment, parse_nearest
from jinlin.core.days.spoken_days import spoken_day
from jinlin.core.days.time_of_day import TIME_OF_DAY, day_and_time
from jinlin.core.days.written import day_words
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import as_typed
from jinlin.core.text import compact
from jinlin.core.word import Word

_NUMBER = re.compile(r"m?(\d{1,9})")
_ITEM: Final = re.compile(r"m(?P<meeting>\d{1,9})/(?P<item>\d{1,3})")


FRIDAY_COUNCIL: Final = "friday_council"
PARTY_MEETINGS: Final = frozenset(
    {
        "general_meeting",
        "committee_meeting",
        "group_meeting",
        "party_lecture",
        "party_day",
        "organisational_life",
        "appraisal",
        "heart_to_heart",
        "election",
    }
)
"""Types of meeting that are the branch's own life, not the complex's affairs."""


class AttendanceState(Word, refusal=N_("There is no attendance “{text}”."), error=NotFoundError):
    """Where somebody was while a meeting was held."""

    PRESENT = "present", N_("present"), "实到", "出席", "到会", "到"
    LATE = "late", N_("late"), "迟到", "晚到", "来晚了"
    EXCUSED = "excused", N_("excused"), "请假", "假"
    ABSENT = "absent", N_("absent"), "缺席", "缺", "没来", "没到", "未到"
    SITTING_IN = "sitting_in", N_("sitting in"), "列席", "旁听"
    EXPECTED = "expected", N_("expected"), "应到"


HERE: Final = frozenset({AttendanceState.PRESENT, AttendanceState.LATE})
"""Who counts as present; somebody late is."""
ON_ROLL: Final = frozenset(AttendanceState) - {AttendanceState.SITTING_IN}
"""Who counts as one that should attend: a guest, or who is not of the body that meets, sits in."""
WITH_REASON: Final = frozenset(
    {AttendanceState.LATE, AttendanceState.EXCUSED, AttendanceState.ABSENT}
)


BRACKET: Final = "（"
"""After a unit's name its representative stands in brackets: `春江银行（王经理）`."""


def unit_of(name: str) -> str:
    """Return a unit's name without its representative."""
    return name.partition(BRACKET)[0]


class Turnout(NamedTuple):
    """How many people there were at a meeting.

    Attributes:
        expected: everybody on the roll, wherever she was; who sits in is not on it.
        present: who came, late or not.
        excused: who had asked to be excused.
        absent: who stayed away without.
        sitting_in: who was there without being on the roll.
        unknown: who is on the roll and of whom nothing else is recorded.
    """

    expected: int
    present: int
    excused: int
    absent: int
    sitting_in: int
    unknown: int


def turnout(states: Iterable[AttendanceState]) -> Turnout:
    """Count people by where they were."""
    each = list(states)
    return Turnout(
        expected=sum(state in ON_ROLL for state in each),
        present=sum(state in HERE for state in each),
        excused=each.count(AttendanceState.EXCUSED),
        absent=each.count(AttendanceState.ABSENT),
        sitting_in=each.count(AttendanceState.SITTING_IN),
        unknown=each.count(AttendanceState.EXPECTED),
    )


def parse_number(text: str) -> int:
    """Read the number of a meeting: `M12`, `m12`, `12`.

    Raises:
        UsageError: it is no number of a meeting.
    """
    said = compact(text)
    match = _NUMBER.fullmatch(said)
    if match is None and (item := _ITEM.fullmatch(said)):
        raise UsageError(
            _("“{text}” is an item; the meeting is M{meeting}.").format(
                text=text, meeting=item["meeting"]
            ),
            hint=_("Write its item by itself: M{meeting} … {option} {item}").format(
                meeting=item["meeting"], option=as_typed("--item"), item=item["item"]
            ),
        )
    if match is None:
        raise UsageError(
            _("“{text}” is not the number of a meeting.").format(text=text),
            hint=_("Write it like M12; see: jinlin meeting list"),
        )
    return int(match[1])


def meeting_label(number: int) -> str:
    """Return how we write the number of a meeting: `M12`."""
    return f"M{number}"


def resolution_label(meeting: int, number: int) -> str:
    """Return how we write the number of a resolution: `M12-1`."""
    return f"M{meeting}-{number}"


def vote_label(meeting: int, number: int) -> str:
    """Return how we write the number of a vote: `M12-V1`."""
    return f"M{meeting}-V{number}"


YEARS: Final = range(1949, 2100)


def parse_meeting_time(text: str, clock: Clock, *, ahead: bool = False) -> str:
    """Read when a meeting is: `2026-11-06 19:30`, `11-06 19:30`, `周五 19:30`, `昨天`.

    A day without a year is the nearest one before or after today.

    Args:
        text: the words.
        clock: for what they are relative to.
        ahead: it is not yet held: a day that is spoken of, such as `周六`, is the next one.

    Returns:
        The moment as the database keeps it; midnight stands for a day without a time.

    Raises:
        UsageError: the day or the time cannot be read.
    """
    day_words, time_words = day_and_time(text)
    spoken = spoken_day(day_words, clock.today, planned=True)
    day = (
        parse_day(day_words, clock, planned=True)
        if ahead and spoken
        else parse_nearest(day_words, clock)
    )
    if day.year not in YEARS:
        raise UsageError(
            _("No meeting can be in the year {year}.").format(year=day.year),
            hint=_("Write the day like 2026-11-05, 11-05 or 周五."),
        )
    return parse_moment(f"{day.isoformat()} {time_words}", clock)


class SaidTime(NamedTuple):
    """A moment of a meeting as it was said: on its day `21:00`, or a day and a time."""

    text: str

    def __bool__(self) -> bool:
        """Tell whether anything was said."""
        return bool(self.text)

    def after(self, begun: str, clock: Clock) -> str:
        """Return what is meant, empty text for what is to be cleared.

        A time alone is of the day on which the meeting began.

        Args:
            begun: when it began, as the database keeps it.
            clock: for what the words are relative to.

        Raises:
            UsageError: it cannot be read.
        """
        if not self.text:
            return ""
        if re.match(TIME_OF_DAY, compact(self.text)):
            day = clock.local(begun).date().isoformat()
            return parse_moment(f"{day} {self.text}", clock)
        return parse_meeting_time(self.text, clock)


NO_TIME: Final = SaidTime("")
"""What is said of a moment that is to be cleared."""


def has_time(moment: datetime) -> bool:
    """Return whether a civil moment tells more than its day."""
    return bool(moment.hour or moment.minute)


def usual_title(type_name: str, day: date) -> str:
    """Return the title of a meeting that was given none."""
    return _("{type}, {day}").format(type=type_name, day=day_words(day))
