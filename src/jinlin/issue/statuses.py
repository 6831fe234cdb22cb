"""The statuses of an issue, and which may follow which."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.issue.words import choices_of, said_word


class Status(StrEnum):
    """How far an issue is."""

    REPORTED = "reported"
    IN_PROGRESS = "in_progress"
    UNDER_CONSULTATION = "under_consultation"
    ESCALATED = "escalated"
    DEPARTMENTS_CALLED = "departments_called"
    DEPARTMENTS_ARRIVED = "departments_arrived"
    DEFERRED = "deferred"
    CLOSED_SOLVED = "closed_solved"
    CLOSED_UNSOLVED = "closed_unsolved"
    DECLINED = "declined"


STATUS_LABELS: Final[Mapping[Status, str]] = {
    Status.REPORTED: N_("reported"),
    Status.IN_PROGRESS: N_("in progress"),
    Status.UNDER_CONSULTATION: N_("under consultation"),
    Status.ESCALATED: N_("escalated"),
    Status.DEPARTMENTS_CALLED: N_("departments called"),
    Status.DEPARTMENTS_ARRIVED: N_("departments arrived"),
    Status.DEFERRED: N_("deferred"),
    Status.CLOSED_SOLVED: N_("closed, solved"),
    Status.CLOSED_UNSOLVED: N_("closed, unsolved"),
    Status.DECLINED: N_("declined"),
}

CLOSED: Final = frozenset({Status.CLOSED_SOLVED, Status.CLOSED_UNSOLVED, Status.DECLINED})
OPEN: Final = frozenset(Status) - CLOSED

_ENDS = frozenset({Status.CLOSED_SOLVED, Status.CLOSED_UNSOLVED})
_REOPENED = frozenset({Status.IN_PROGRESS})

FOLLOWERS: Final[Mapping[Status, frozenset[Status]]] = {
    Status.REPORTED: _ENDS
    | {
        Status.IN_PROGRESS,
        Status.UNDER_CONSULTATION,
        Status.ESCALATED,
        Status.DEFERRED,
        Status.DECLINED,
    },
    Status.IN_PROGRESS: _ENDS
    | {Status.UNDER_CONSULTATION, Status.ESCALATED, Status.DEFERRED, Status.DECLINED},
    Status.UNDER_CONSULTATION: _ENDS | {Status.IN_PROGRESS, Status.ESCALATED, Status.DEFERRED},
    Status.ESCALATED: _ENDS
    | {
        Status.IN_PROGRESS,
        Status.UNDER_CONSULTATION,
        Status.DEPARTMENTS_CALLED,
        Status.DEFERRED,
    },
    Status.DEPARTMENTS_CALLED: _ENDS | {Status.IN_PROGRESS, Status.DEPARTMENTS_ARRIVED},
    Status.DEPARTMENTS_ARRIVED: _ENDS
    | {Status.IN_PROGRESS, Status.UNDER_CONSULTATION, Status.DEFERRED},
    Status.DEFERRED: _ENDS | {Status.IN_PROGRESS, Status.UNDER_CONSULTATION, Status.ESCALATED},
    Status.CLOSED_SOLVED: _REOPENED,
    Status.CLOSED_UNSOLVED: _REOPENED,
    Status.DECLINED: _REOPENED,
}
"""For each status those that may come next; what is closed can only be opened again."""

STATUS_WORDS: Final[Mapping[str, frozenset[Status]]] = {
    "open": OPEN,
    "在办": OPEN,
    "未办结": OPEN,
    "closed": CLOSED,
    "已结": CLOSED,
    "待受理": frozenset({Status.REPORTED}),
    "办理中": frozenset({Status.IN_PROGRESS}),
    "处理中": frozenset({Status.IN_PROGRESS}),
    "事项协商中": frozenset({Status.UNDER_CONSULTATION}),
    "协商中": frozenset({Status.UNDER_CONSULTATION}),
    "已上报": frozenset({Status.ESCALATED}),
    "部门呼叫中": frozenset({Status.DEPARTMENTS_CALLED}),
    "部门已报到": frozenset({Status.DEPARTMENTS_ARRIVED}),
    "暂缓办理": frozenset({Status.DEFERRED}),
    "暂缓": frozenset({Status.DEFERRED}),
    "已办结": frozenset({Status.CLOSED_SOLVED}),
    "办结": frozenset({Status.CLOSED_SOLVED}),
    "已完成": frozenset({Status.CLOSED_SOLVED}),
    "已答复(暂未解决)": frozenset({Status.CLOSED_UNSOLVED}),
    "已答复": frozenset({Status.CLOSED_UNSOLVED}),
    "暂未解决": frozenset({Status.CLOSED_UNSOLVED}),
    "不予受理": frozenset({Status.DECLINED}),
    **{status.replace("_", ""): frozenset({status}) for status in Status},
}
"""What people say for a status or a kind of status, folded and without spaces."""


def read_statuses(text: str) -> frozenset[Status]:
    """Read a status or a kind of status: `办理中`, `in-progress`, `open`, `已结`.

    Raises:
        UsageError: it is none of them.
    """
    found = said_word(text, STATUS_WORDS)
    if found is None:
        raise UsageError(
            _("“{text}” is no status.").format(text=text), hint=choices_of(STATUS_LABELS)
        )
    return found


def check_follows(number: str, before: Status, after: Status) -> None:
    """Refuse a status that cannot come next.

    Args:
        number: the issue, for the message.
        before: what it is now.
        after: what it is to become.

    Raises:
        RuleError: it cannot.
    """
    if after in FOLLOWERS[before]:
        return
    raise RuleError(
        _("Issue {number} is “{status}” and cannot become “{next}”.").format(
            number=number, status=_(STATUS_LABELS[before]), next=_(STATUS_LABELS[after])
        ),
        hint=_("Open it again first: jinlin issue reopen {number}").format(number=number)
        if before in CLOSED
        else _("It is open; see: jinlin issue show {number}").format(number=number),
    )
