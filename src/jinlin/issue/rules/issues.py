"""The words an issue is described in, and the texts that are kept with it."""

from __future__ import annotations

from typing import Final

from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.text import clean, compact
from jinlin.core.word import Word

TITLE_LENGTH: Final = 200
NAME_LENGTH: Final = 50
TEXT_LENGTH: Final = 2000


class Urgency(Word, refusal=N_("“{text}” is not an urgency.")):
    """How urgent an issue is."""

    NORMAL = "normal", N_("normal"), "普通"
    URGENT = "urgent", N_("urgent"), "急"
    CRITICAL = "critical", N_("critical")


class Channel(Word, refusal=N_("“{text}” is not a channel.")):
    """How an issue came in."""

    DOOR = "door", N_("at the door"), "来访", "当面"
    PHONE = "phone", N_("phone call"), "来电"
    WECHAT = "wechat", N_("WeChat message"), "微信群"
    PATROL = "patrol", N_("patrol"), "走访"
    MEETING = "meeting", N_("in a meeting")
    HOTLINE = "12345", N_("hotline 12345")
    NOTICE_BOARD = "notice_board", N_("notice board")
    OTHER = "other", N_("another way")


class Satisfaction(Word, refusal=N_("“{text}” is no satisfaction.")):
    """What the resident says about the result; scores from 5 to 1 are read as the three words."""

    SATISFIED = "satisfied", N_("satisfied"), "非常满意", "很满意", "5", "4"
    BASICALLY_SATISFIED = "basically_satisfied", N_("basically satisfied"), "一般", "3"
    NOT_SATISFIED = "not_satisfied", N_("not satisfied"), "很不满意", "2", "1"


class EventKind(Word):
    """A step in the life of an issue."""

    REPORTED = "reported", N_("recorded")
    NOTED = "noted", N_("noted")
    ASSIGNED = "assigned", N_("assigned")
    ACCEPTED = "accepted", N_("accepted")
    HANDED_BACK = "handed_back", N_("handed back")
    VISITED = "visited", N_("visited")
    CONSULTED = "consulted", N_("talked over")
    URGED = "urged", N_("urged")
    DEFERRED = "deferred", N_("deferred")
    RESUMED = "resumed", N_("taken up again")
    AGENDA = "agenda", N_("put on the Friday agenda")
    DECIDED = "decided", N_("decided in a meeting")
    ESCALATED = "escalated", N_("escalated")
    CALLED = "called", N_("called by the street")
    ARRIVED = "arrived", N_("department arrived")
    JOINT_HANDLING = "joint_handling", N_("joint handling")
    PARTLY_SOLVED = "partly_solved", N_("partly solved")
    SCORED = "scored", N_("department scored")
    EDITED = "edited", N_("edited")
    LINKED = "linked", N_("linked")
    MERGED = "merged", N_("merged")
    CLOSED = "closed", N_("closed")
    DECLINED = "declined", N_("declined")
    REOPENED = "reopened", N_("reopened")
    RATED = "rated", N_("rated")
    CHECKED = "checked", N_("quality checked")
    REPLIED = "replied", N_("replied")


class Quality(Word):
    """What the branch's own check of the result found."""

    PASSED = "passed", N_("passed")
    FAILED = "failed", N_("failed")


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
