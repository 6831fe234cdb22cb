"""The statuses of an issue, and the one table of steps that lead from one to the next."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, NamedTuple

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.text import compact
from jinlin.issue.rules.choices import choices_of, said_word
from jinlin.issue.rules.issues import EVENT_LABELS, EventKind


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
MERGED: Final = "merged"
TOLD_LABELS: Final[Mapping[str, str]] = {
    **{str(status): label for status, label in STATUS_LABELS.items()},
    MERGED: N_("merged into another"),
}
"""What is printed for the status of an issue: one that goes on in another was not declined."""


class Outcome(StrEnum):
    """The three types of statuses."""

    OPEN = "open"
    SOLVED = "solved"
    UNSOLVED = "unsolved"


OUTCOMES: Final[Mapping[Status, Outcome]] = {
    **dict.fromkeys(Status, Outcome.OPEN),
    Status.CLOSED_SOLVED: Outcome.SOLVED,
    Status.CLOSED_UNSOLVED: Outcome.UNSOLVED,
    Status.DECLINED: Outcome.UNSOLVED,
}
"""Of each status the type; what is unsolved never counts as solved."""
OPEN: Final = frozenset(status for status in Status if OUTCOMES[status] is Outcome.OPEN)
CLOSED: Final = frozenset(Status) - OPEN

_ALL: Final = frozenset(Status)
_ENDED: Final = frozenset({Status.CLOSED_SOLVED, Status.CLOSED_UNSOLVED})
_HERE: Final = frozenset({Status.REPORTED, Status.IN_PROGRESS, Status.UNDER_CONSULTATION})
"""Statuses of what the complex has in its own hands."""


class Step(NamedTuple):
    """A step an issue can take.

    Attributes:
        kind: what the life of the issue keeps.
        before: the statuses in which it can be taken.
        after: the status it leads to; None where the status stays.
        who: whether a person or a body must be named.
        when: whether a day must be named.
        why: whether a reason, a request or a result must be given.
    """

    kind: EventKind
    before: frozenset[Status]
    after: Status | None = None
    who: bool = False
    when: bool = False
    why: bool = False


def _stays(
    kind: EventKind, before: frozenset[Status], *, who: bool = False, why: bool = False
) -> Step:
    return Step(kind, before, who=who, why=why)


_NEW = frozenset({Status.REPORTED})
_DEFERRED = frozenset({Status.DEFERRED})
_CALLED = frozenset({Status.DEPARTMENTS_CALLED})
_ARRIVED = frozenset({Status.DEPARTMENTS_ARRIVED})
_RISEN = frozenset({Status.ESCALATED})
_GOES_ON = frozenset({Status.IN_PROGRESS, Status.UNDER_CONSULTATION, Status.ESCALATED})

STEPS: Final[tuple[Step, ...]] = (
    # In hand
    Step(EventKind.ASSIGNED, _NEW, Status.IN_PROGRESS, who=True),
    _stays(EventKind.ASSIGNED, OPEN - _NEW, who=True),
    Step(EventKind.ACCEPTED, _NEW, Status.IN_PROGRESS, who=True),
    _stays(EventKind.ACCEPTED, OPEN - _NEW, who=True),
    Step(EventKind.HANDED_BACK, frozenset({Status.IN_PROGRESS}), Status.REPORTED, why=True),
    _stays(EventKind.HANDED_BACK, OPEN - {Status.IN_PROGRESS}, why=True),
    Step(EventKind.VISITED, _NEW, Status.IN_PROGRESS, why=True),
    _stays(EventKind.VISITED, _ALL - _NEW, why=True),
    Step(EventKind.CONSULTED, OPEN - {Status.UNDER_CONSULTATION} - _CALLED,
         Status.UNDER_CONSULTATION, why=True),
    _stays(EventKind.CONSULTED, frozenset({Status.UNDER_CONSULTATION}), why=True),
    Step(EventKind.DEFERRED, OPEN - _DEFERRED - _CALLED, Status.DEFERRED, when=True, why=True),
    Step(EventKind.RESUMED, OPEN - _NEW - {Status.IN_PROGRESS}, Status.IN_PROGRESS, why=True),
    # Up the ladder
    Step(EventKind.AGENDA, _NEW, Status.IN_PROGRESS),
    _stays(EventKind.AGENDA, OPEN - _NEW),
    _stays(EventKind.DECIDED, _ALL, why=True),
    *(Step(EventKind.DECIDED, OPEN - {after} - _CALLED, after, why=True)
      for after in sorted(_GOES_ON)),
    Step(EventKind.ESCALATED, _HERE | _DEFERRED | _ARRIVED, Status.ESCALATED, who=True, why=True),
    _stays(EventKind.ESCALATED, _RISEN | _CALLED, who=True, why=True),
    Step(EventKind.CALLED, _RISEN | _ARRIVED, Status.DEPARTMENTS_CALLED, who=True),
    _stays(EventKind.CALLED, _CALLED, who=True),
    Step(EventKind.ARRIVED, _CALLED, Status.DEPARTMENTS_ARRIVED, who=True),
    _stays(EventKind.ARRIVED, _ARRIVED, who=True),
    _stays(EventKind.JOINT_HANDLING, _ARRIVED, why=True),
    _stays(EventKind.SCORED, _ALL, who=True),
    # To the end
    _stays(EventKind.PARTLY_SOLVED, OPEN, why=True),
    Step(EventKind.CLOSED, OPEN, Status.CLOSED_SOLVED),
    Step(EventKind.CLOSED, OPEN, Status.CLOSED_UNSOLVED, why=True),
    Step(EventKind.DECLINED, frozenset({Status.REPORTED, Status.IN_PROGRESS}), Status.DECLINED,
         why=True),
    Step(EventKind.MERGED, OPEN, Status.DECLINED),
    Step(EventKind.REOPENED, CLOSED, Status.IN_PROGRESS, why=True),
    _stays(EventKind.RATED, _ENDED),
    _stays(EventKind.CHECKED, _ENDED),
    # At any time
    _stays(EventKind.NOTED, _ALL, why=True),
    _stays(EventKind.EDITED, _ALL),
    _stays(EventKind.LINKED, _ALL),
    _stays(EventKind.REPLIED, _ALL),
    _stays(EventKind.URGED, OPEN),
)  # fmt: skip
"""Every step there is. Handing back is a step, not a status; being back from deferral by itself is
none that anybody takes (see `issue.queries.STATUS_NOW`)."""

FOLLOWERS: Final[Mapping[Status, frozenset[Status]]] = {
    status: frozenset(step.after for step in STEPS if step.after and status in step.before)
    for status in Status
}
"""For each status those that may come next; what is closed can only be opened again."""

STATUS_WORDS: Final[Mapping[str, frozenset[Status]]] = {
    "open": OPEN,
    "在办": OPEN,
    "未办结": OPEN,
    "closed": CLOSED,
    "solved": frozenset({Status.CLOSED_SOLVED}),
    "unsolved": frozenset({Status.CLOSED_UNSOLVED, Status.DECLINED}),
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
    "已解决": frozenset({Status.CLOSED_SOLVED}),
    "已答复(暂未解决)": frozenset({Status.CLOSED_UNSOLVED}),
    "已答复": frozenset({Status.CLOSED_UNSOLVED}),
    "暂未解决": frozenset({Status.CLOSED_UNSOLVED}),
    "不予受理": frozenset({Status.DECLINED}),
    **{status.replace("_", ""): frozenset({status}) for status in Status},
}
"""What people say for a status or a kind of status, folded and without spaces."""


_MERGED_WORDS: Final = frozenset(
    {MERGED, compact(TOLD_LABELS[MERGED]), "已并入", "已并入其他事项", "并入"}
)


def means_merged(text: str) -> bool:
    """Return whether a word is the status of what was merged, as it is printed or said."""
    return compact(text) in _MERGED_WORDS or compact(text) == compact(_(TOLD_LABELS[MERGED]))


def read_statuses(text: str, choices: Mapping[Any, str] = TOLD_LABELS) -> frozenset[Status]:
    """Read a status or a kind of status: `办理中`, `in-progress`, `open`, `已结`.

    Args:
        text: the word.
        choices: what is offered where it is none.

    Raises:
        UsageError: it is none of them.
    """
    found = said_word(text, STATUS_WORDS)
    if found is None and (status := said_word(text, {}, STATUS_LABELS)) is not None:
        found = frozenset({status})
    if found is None:
        raise UsageError(_("“{text}” is no status.").format(text=text), hint=choices_of(choices))
    return found


def step_of(number: str, kind: EventKind, before: Status, after: Status | None = None) -> Step:
    """Return the step of a kind that an issue can take.

    Args:
        number: the issue, for the message.
        kind: which step.
        before: its status now.
        after: the status it is to lead to, where steps of that kind lead to several.

    Raises:
        RuleError: it cannot be taken now.
    """
    for step in STEPS:
        if step.kind is kind and before in step.before and after in {None, step.after}:
            return step
    if after is not None and after is not before:
        check_follows(number, before, after, kind)
    raise RuleError(
        _("Issue {number} is “{status}”; “{step}” cannot follow.").format(
            number=number, status=_(STATUS_LABELS[before]), step=_(EVENT_LABELS[kind])
        ),
        hint=_way_on(number, kind, before),
    )


def check_follows(
    number: str, before: Status, after: Status, kind: EventKind | None = None
) -> None:
    """Refuse a status that cannot come next, and say which can.

    Args:
        number: the issue, for the message.
        before: what it is now.
        after: what it is to become.
        kind: by which step; None for any.

    Raises:
        RuleError: it cannot.
    """
    possible = _by(kind, before)
    if after in possible:
        return
    ways = [_(STATUS_LABELS[status]) for status in Status if status in possible]
    told = _("It can become: {statuses}.").format(statuses=_(", ").join(ways))
    raise RuleError(
        _("Issue {number} is “{status}” and cannot become “{next}”.").format(
            number=number, status=_(STATUS_LABELS[before]), next=_(STATUS_LABELS[after])
        ),
        hint=told if ways and before in OPEN else _way_on(number, kind, before),
    )


def _by(kind: EventKind | None, before: Status) -> frozenset[Status]:
    """Return what an issue can become by a step of a kind; a decision can also close it."""
    if kind is None:
        return FOLLOWERS[before]
    found = {step.after for step in STEPS if step.kind is kind and before in step.before}
    if kind is EventKind.DECIDED and before in OPEN:
        found |= {Status.CLOSED_SOLVED, Status.CLOSED_UNSOLVED}
    return frozenset(status for status in found if status is not None)


_FIRST: Final[Mapping[EventKind, str]] = {
    EventKind.CALLED: N_("The branch asks first: jinlin issue escalate {number} --to street"),
    EventKind.ARRIVED: N_("Record the street's call first: jinlin issue call {number}"),
    EventKind.JOINT_HANDLING: N_("Record who arrived first: jinlin issue arrive {number}"),
    EventKind.RATED: N_("Close it first: jinlin issue close {number}"),
    EventKind.CHECKED: N_("Close it first: jinlin issue close {number}"),
    EventKind.DECLINED: N_("Close it unsolved: jinlin issue close {number} --unsolved"),
}
"""What comes before a step that cannot be taken."""


def _way_on(number: str, kind: EventKind | None, before: Status) -> str:
    if before in CLOSED:
        hint = _("Open it again first: jinlin issue reopen {number} --reason TEXT")
    elif kind is not None and kind in _FIRST:
        hint = _(_FIRST[kind])
    else:
        hint = _("It is open; see: jinlin issue show {number}")
    return hint.format(number=number)
