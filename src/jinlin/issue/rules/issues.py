"""What is true of residents' issues."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.text import clean, compact
from jinlin.issue.rules.choices import choices_of, said_word

TITLE_LENGTH: Final = 200
NAME_LENGTH: Final = 50
TEXT_LENGTH: Final = 2000


class Urgency(StrEnum):
    """How urgent an issue is."""

    NORMAL = "normal"
    URGENT = "urgent"
    CRITICAL = "critical"


URGENCY_LABELS: Final[Mapping[Urgency, str]] = {
    Urgency.NORMAL: N_("normal"),
    Urgency.URGENT: N_("urgent"),
    Urgency.CRITICAL: N_("critical"),
}
URGENCY_WORDS: Final[Mapping[str, Urgency]] = {
    "一般": Urgency.NORMAL,
    "普通": Urgency.NORMAL,
    "紧急": Urgency.URGENT,
    "急": Urgency.URGENT,
    "特急": Urgency.CRITICAL,
    **{urgency.value: urgency for urgency in Urgency},
}


class Channel(StrEnum):
    """How an issue came in."""

    DOOR = "door"
    PHONE = "phone"
    WECHAT = "wechat"
    PATROL = "patrol"
    MEETING = "meeting"
    HOTLINE = "12345"
    NOTICE_BOARD = "notice_board"
    OTHER = "other"


CHANNEL_LABELS: Final[Mapping[Channel, str]] = {
    Channel.DOOR: N_("at the door"),
    Channel.PHONE: N_("phone call"),
    Channel.WECHAT: N_("WeChat message"),
    Channel.PATROL: N_("patrol"),
    Channel.MEETING: N_("in a meeting"),
    Channel.HOTLINE: N_("hotline 12345"),
    Channel.NOTICE_BOARD: N_("notice board"),
    Channel.OTHER: N_("another way"),
}
CHANNEL_WORDS: Final[Mapping[str, Channel]] = {
    "上门": Channel.DOOR,
    "来访": Channel.DOOR,
    "当面": Channel.DOOR,
    "电话": Channel.PHONE,
    "来电": Channel.PHONE,
    "微信": Channel.WECHAT,
    "微信群": Channel.WECHAT,
    "巡查": Channel.PATROL,
    "走访": Channel.PATROL,
    "会议": Channel.MEETING,
    "12345热线": Channel.HOTLINE,
    "公示栏": Channel.NOTICE_BOARD,
    "其他": Channel.OTHER,
    "noticeboard": Channel.NOTICE_BOARD,
    **{channel.value: channel for channel in Channel},
}


class Satisfaction(StrEnum):
    """What the resident says about the result."""

    SATISFIED = "satisfied"
    BASICALLY_SATISFIED = "basically_satisfied"
    NOT_SATISFIED = "not_satisfied"


SATISFACTION_LABELS: Final[Mapping[Satisfaction, str]] = {
    Satisfaction.SATISFIED: N_("satisfied"),
    Satisfaction.BASICALLY_SATISFIED: N_("basically satisfied"),
    Satisfaction.NOT_SATISFIED: N_("not satisfied"),
}
SATISFACTION_WORDS: Final[Mapping[str, Satisfaction]] = {
    "满意": Satisfaction.SATISFIED,
    "非常满意": Satisfaction.SATISFIED,
    "很满意": Satisfaction.SATISFIED,
    "5": Satisfaction.SATISFIED,
    "4": Satisfaction.SATISFIED,
    "基本满意": Satisfaction.BASICALLY_SATISFIED,
    "一般": Satisfaction.BASICALLY_SATISFIED,
    "3": Satisfaction.BASICALLY_SATISFIED,
    "不满意": Satisfaction.NOT_SATISFIED,
    "很不满意": Satisfaction.NOT_SATISFIED,
    "2": Satisfaction.NOT_SATISFIED,
    "1": Satisfaction.NOT_SATISFIED,
    **{word.replace("_", ""): word for word in Satisfaction},
}
"""Scores from 5 to 1 are read as the three words."""


class EventKind(StrEnum):
    """A step in the life of an issue."""

    REPORTED = "reported"
    NOTED = "noted"
    ASSIGNED = "assigned"
    ACCEPTED = "accepted"
    HANDED_BACK = "handed_back"
    VISITED = "visited"
    CONSULTED = "consulted"
    URGED = "urged"
    DEFERRED = "deferred"
    RESUMED = "resumed"
    AGENDA = "agenda"
    DECIDED = "decided"
    ESCALATED = "escalated"
    CALLED = "called"
    ARRIVED = "arrived"
    JOINT_HANDLING = "joint_handling"
    PARTLY_SOLVED = "partly_solved"
    SCORED = "scored"
    EDITED = "edited"
    LINKED = "linked"
    MERGED = "merged"
    CLOSED = "closed"
    DECLINED = "declined"
    REOPENED = "reopened"
    RATED = "rated"
    CHECKED = "checked"
    REPLIED = "replied"


EVENT_LABELS: Final[Mapping[EventKind, str]] = {
    EventKind.REPORTED: N_("recorded"),
    EventKind.NOTED: N_("noted"),
    EventKind.ASSIGNED: N_("assigned"),
    EventKind.ACCEPTED: N_("accepted"),
    EventKind.HANDED_BACK: N_("handed back"),
    EventKind.VISITED: N_("visited"),
    EventKind.CONSULTED: N_("talked over"),
    EventKind.URGED: N_("urged"),
    EventKind.DEFERRED: N_("deferred"),
    EventKind.RESUMED: N_("taken up again"),
    EventKind.AGENDA: N_("put on the Friday agenda"),
    EventKind.DECIDED: N_("decided in a meeting"),
    EventKind.ESCALATED: N_("escalated"),
    EventKind.CALLED: N_("called by the street"),
    EventKind.ARRIVED: N_("department arrived"),
    EventKind.JOINT_HANDLING: N_("joint handling"),
    EventKind.PARTLY_SOLVED: N_("partly solved"),
    EventKind.SCORED: N_("department scored"),
    EventKind.EDITED: N_("edited"),
    EventKind.LINKED: N_("linked"),
    EventKind.MERGED: N_("merged"),
    EventKind.CLOSED: N_("closed"),
    EventKind.DECLINED: N_("declined"),
    EventKind.REOPENED: N_("reopened"),
    EventKind.RATED: N_("rated"),
    EventKind.CHECKED: N_("quality checked"),
    EventKind.REPLIED: N_("replied"),
}


class Quality(StrEnum):
    """What the branch's own check of the result found."""

    PASSED = "passed"
    FAILED = "failed"


QUALITY_LABELS: Final[Mapping[Quality, str]] = {
    Quality.PASSED: N_("passed"),
    Quality.FAILED: N_("failed"),
}


def one_line(text: str, *, what: str, longest: int = TITLE_LENGTH) -> str:
    """Return a text for keeping on one line.

    Args:
        text: as it was typed.
        what: what it is, for the message.
        longest: how many characters it may have.

    Raises:
        UsageError: nothing is left, or it is too long.
    """
    kept = " ".join(clean(text).split())
    _check_length(
        kept, what, longest, _("Shorten it; details go into a note: jinlin issue note NUMBER TEXT")
    )
    return kept


def several_lines(text: str, *, what: str) -> str:
    """Return a text for keeping as it was written.

    Raises:
        UsageError: nothing is left, or it is too long.
    """
    kept = clean(text)
    _check_length(kept, what, TEXT_LENGTH, _("Shorten it, or write it in several parts."))
    return kept


def _check_length(text: str, what: str, longest: int, hint: str) -> None:
    if not text:
        raise UsageError(
            _("{what} is empty.").format(what=what), hint=_("Write at least one character.")
        )
    if len(text) > longest:
        raise UsageError(
            _("{what} has {count} characters; at most {most} are kept.").format(
                what=what, count=len(text), most=longest
            ),
            hint=hint,
        )


_NAMELESS: Final = frozenset({"匿名", "不具名", "不愿具名", "不愿透露", "无名氏", "anonymous"})


def named(name: str) -> str:
    """Return the name of who brought an issue; empty for the words of who names nobody."""
    return "" if compact(name) in _NAMELESS else name


def read_urgency(text: str) -> Urgency:
    """Read `normal`, `urgent`, `critical`, `一般`, `紧急`, `特急`.

    Raises:
        UsageError: it is none of them.
    """
    urgency = said_word(text, URGENCY_WORDS, URGENCY_LABELS)
    if urgency is None:
        raise UsageError(
            _("“{text}” is not an urgency.").format(text=text), hint=choices_of(URGENCY_LABELS)
        )
    return urgency


def read_channel(text: str) -> Channel:
    """Read `door`, `phone`, `wechat`, `12345`, `上门`, `电话` and the like.

    Raises:
        UsageError: it is none of them.
    """
    channel = said_word(text, CHANNEL_WORDS, CHANNEL_LABELS)
    if channel is None:
        raise UsageError(
            _("“{text}” is not a channel.").format(text=text), hint=choices_of(CHANNEL_LABELS)
        )
    return channel


def read_satisfaction(text: str) -> Satisfaction:
    """Read `满意`, `基本满意`, `不满意`, the English words, or a score from 5 to 1.

    Raises:
        UsageError: it is none of them.
    """
    satisfaction = said_word(text, SATISFACTION_WORDS, SATISFACTION_LABELS)
    if satisfaction is None:
        raise UsageError(
            _("“{text}” is no satisfaction.").format(text=text),
            hint=choices_of(SATISFACTION_LABELS),
        )
    return satisfaction
