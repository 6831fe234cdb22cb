"""The statuses of an issue, and the one table of steps between them (a state machine)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.naming import the_one
from jinlin.core.word import Word
from jinlin.issue.rules.events import EventKind


class Status(Word):
    """How far an issue is."""

    REPORTED = "reported", N_("reported")
    IN_PROGRESS = "in_progress", N_("in progress"), "处理中"
    UNDER_CONSULTATION = "under_consultation", N_("under consultation"), "协商中"
    ESCALATED = "escalated", N_("escalated")
    DEPARTMENTS_CALLED = "departments_called", N_("departments called")
    DEPARTMENTS_ARRIVED = "departments_arrived", N_("departments arrived")
    DEFERRED = "deferred", N_("deferred"), "暂缓"
    CLOSED_SOLVED = "closed_solved", N_("closed, solved"), "办结", "已完成", "已解决"
    CLOSED_UNSOLVED = "closed_unsolved", N_("closed, unsolved"), "已答复", "暂未解决"
    DECLINED = "declined", N_("declined")


class Merged(Word):
    """What is printed of an issue that goes on in another: that one was not declined."""

    MERGED = "merged", N_("merged into another"), "已并入", "并入"


MERGED: Final = Merged.MERGED
TOLD: Final[Sequence[Word]] = (*Status, MERGED)
"""All that may be printed for the status of an issue."""
CLOSED: Final = frozenset({Status.CLOSED_SOLVED, Status.CLOSED_UNSOLVED, Status.DECLINED})
OPEN: Final = frozenset(Status) - CLOSED


class _Several(Word):
    """What people say for several statuses; what is unsolved never counts as solved."""

    OPEN = "open", "", "在办", "未办结"
    CLOSED = "closed", "", "已结"
    SOLVED = "solved"
    UNSOLVED = "unsolved"


_SEVERAL: Final[Mapping[_Several, frozenset[Status]]] = {
    _Several.OPEN: OPEN,
    _Several.CLOSED: CLOSED,
    _Several.SOLVED: frozenset({Status.CLOSED_SOLVED}),
    _Several.UNSOLVED: frozenset({Status.CLOSED_UNSOLVED, Status.DECLINED}),
}


def told_labels() -> dict[str, str]:
    """Return by stored word what is printed for a status, as a column's labels."""
    return {word.value: word.label for word in TOLD}


def means_merged(text: str) -> bool:
    """Return whether a word is the status of what was merged, as it is printed or said."""
    return Merged.said(text) is not None


def read_statuses(
    text: str, known: Iterable[Word] = TOLD, *, whole: bool = False
) -> frozenset[Status]:
    """Read a status or a word for several: `办理中`, `in-progress`, `open`, `已结`.

    Args:
        text: the word.
        known: what is offered where it is none.
        whole: no piece of a word is taken, as in a file of many rows.

    Raises:
        UsageError: it is none of them.
    """
    if (several := _Several.said(text)) is not None:
        return _SEVERAL[several]
    if (status := Status.said(text)) is not None:
        return frozenset({status})

    def none() -> UsageError:
        return UsageError(_("“{text}” is no status.").format(text=text), hint=Word.choices(known))

    found = the_one(
        text, Status, lambda one: (one.label, one.value, *one.spoken), none=none, whole=whole
    )
    return frozenset({found})


_ALL: Final = frozenset(Status)
_ENDED: Final = frozenset({Status.CLOSED_SOLVED, Status.CLOSED_UNSOLVED})
_HERE: Final = frozenset({Status.REPORTED, Status.IN_PROGRESS, Status.UNDER_CONSULTATION})
"""Statuses of what the complex has in its own hands."""


class Transition(NamedTuple):
    """A step an issue can take, from some statuses to another or the same.

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


_step = Transition
"""Short, so that most rows of the table stay on one line."""

_NEW = frozenset({Status.REPORTED})
_DEFERRED = frozenset({Status.DEFERRED})
_CALLED = frozenset({Status.DEPARTMENTS_CALLED})
_ARRIVED = frozenset({Status.DEPARTMENTS_ARRIVED})
_RISEN = frozenset({Status.ESCALATED})
_GOES_ON = frozenset({Status.IN_PROGRESS, Status.UNDER_CONSULTATION, Status.ESCALATED})

STEPS: Final[tuple[Transition, ...]] = (
    # In hand
    _step(EventKind.ASSIGNED, _NEW, Status.IN_PROGRESS, who=True),
    _step(EventKind.ASSIGNED, OPEN - _NEW, who=True),
    _step(EventKind.ACCEPTED, _NEW, Status.IN_PROGRESS, who=True),
    _step(EventKind.ACCEPTED, OPEN - _NEW, who=True),
    _step(EventKind.HANDED_BACK, frozenset({Status.IN_PROGRESS}), Status.REPORTED, why=True),
    _step(EventKind.HANDED_BACK, OPEN - {Status.IN_PROGRESS}, why=True),
    _step(EventKind.VISITED, _NEW, Status.IN_PROGRESS, why=True),
    _step(EventKind.VISITED, _ALL - _NEW, why=True),
    _step(EventKind.CONSULTED, OPEN - {Status.UNDER_CONSULTATION} - _CALLED,
          Status.UNDER_CONSULTATION, why=True),
    _step(EventKind.CONSULTED, frozenset({Status.UNDER_CONSULTATION}), why=True),
    _step(EventKind.DEFERRED, OPEN - _DEFERRED - _CALLED, Status.DEFERRED, when=True, why=True),
    _step(EventKind.RESUMED, OPEN - _NEW - {Status.IN_PROGRESS}, Status.IN_PROGRESS, why=True),
    # Up the ladder
    _step(EventKind.AGENDA, _NEW, Status.IN_PROGRESS),
    _step(EventKind.AGENDA, OPEN - _NEW),
    _step(EventKind.DECIDED, _ALL, why=True),
    *(_step(EventKind.DECIDED, OPEN - {after} - _CALLED, after, why=True)
      for after in sorted(_GOES_ON)),
    _step(EventKind.ESCALATED, _HERE | _DEFERRED | _ARRIVED, Status.ESCALATED, who=True, why=True),
    _step(EventKind.ESCALATED, _RISEN | _CALLED, who=True, why=True),
    _step(EventKind.CALLED, _RISEN | _ARRIVED, Status.DEPARTMENTS_CALLED, who=True),
    _step(EventKind.CALLED, _CALLED, who=True),
    _step(EventKind.ARRIVED, _CALLED, Status.DEPARTMENTS_ARRIVED, who=True),
    _step(EventKind.ARRIVED, _ARRIVED, who=True),
    _step(EventKind.JOINT_HANDLING, _ARRIVED, why=True),
    _step(EventKind.SCORED, _ALL, who=True),
    # To the end
    _step(EventKind.PARTLY_SOLVED, OPEN, why=True),
    _step(EventKind.CLOSED, OPEN, Status.CLOSED_SOLVED),
    _step(EventKind.CLOSED, OPEN, Status.CLOSED_UNSOLVED, why=True),
    _step(EventKind.DECLINED, frozenset({Status.REPORTED, Status.IN_PROGRESS}), Status.DECLINED,
          why=True),
    _step(EventKind.MERGED, OPEN, Status.DECLINED),
    _step(EventKind.REOPENED, CLOSED, Status.IN_PROGRESS, why=True),
    _step(EventKind.RATED, _ENDED),
    _step(EventKind.CHECKED, _ENDED),
    # At any time
    _step(EventKind.NOTED, _ALL, why=True),
    _step(EventKind.EDITED, _ALL),
    _step(EventKind.LINKED, _ALL),
    _step(EventKind.REPLIED, _ALL),
    _step(EventKind.URGED, OPEN),
)  # fmt: skip
"""Every step there is. Handing back is a step, not a status; being back from deferral by itself is
none that anybody takes (see `record.queries.STATUS_NOW`)."""


def ending_step(status: Status) -> EventKind:
    """Return the step by which an issue gets a status in which it is closed."""
    return EventKind.DECLINED if status is Status.DECLINED else EventKind.CLOSED


def step_of(
    number: str, kind: EventKind, before: Status, after: Status | None = None
) -> Transition:
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
    if after is not None and after is not before and after not in _followers(kind, before):
        raise _cannot_become(number, kind, before, after)
    raise RuleError(
        _("Issue {number} is “{status}”; “{step}” cannot follow.").format(
            number=number, status=before.label, step=kind.label
        ),
        hint=_way_on(number, kind, before),
    )


def _cannot_become(number: str, kind: EventKind, before: Status, after: Status) -> RuleError:
    """Return the error that refuses a status that cannot come next, and says which can."""
    ways = [status.label for status in Status if status in _followers(kind, before)]
    told = _("It can become: {statuses}.").format(statuses=_(", ").join(ways))
    return RuleError(
        _("Issue {number} is “{status}” and cannot become “{next}”.").format(
            number=number, status=before.label, next=after.label
        ),
        hint=told if ways and before in OPEN else _way_on(number, kind, before),
    )


def _followers(kind: EventKind, before: Status) -> frozenset[Status]:
    """Return what an issue can become by a step of a kind; a decision can also close it."""
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


def reopen_first(number: str) -> str:
    """Return the hint with which a step on a closed issue is refused."""
    return _("Open it again first: jinlin issue reopen {number} --reason TEXT").format(
        number=number
    )


def _way_on(number: str, kind: EventKind, before: Status) -> str:
    if before in CLOSED:
        return reopen_first(number)
    hint = _FIRST.get(kind, N_("It is open; see: jinlin issue show {number}"))
    return _(hint).format(number=number)
