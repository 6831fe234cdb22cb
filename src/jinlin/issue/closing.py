"""Closing an issue, opening it again, and what the resident says about the result."""

from __future__ import annotations

from datetime import date
from typing import Final

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.issue.actions import write_event
from jinlin.issue.queries import IssueRow, find, last_turn
from jinlin.issue.rules import SATISFACTION_LABELS, EventKind, Satisfaction
from jinlin.issue.statuses import STATUS_LABELS, Status, check_follows
from jinlin.store.tx import Tx

RATEABLE: Final = frozenset({Status.CLOSED_SOLVED, Status.CLOSED_UNSOLVED})


def close_issue(
    tx: Tx, issue: IssueRow, *, solved: bool, text: str | None, day: date | None = None
) -> IssueRow:
    """Close an issue.

    Args:
        tx: the transaction.
        issue: which one.
        solved: whether the matter is settled; otherwise the resident got an answer only.
        text: the result, or the reason why it is not solved.
        day: when it was closed; None for now.

    Raises:
        RuleError: its status does not allow it.
        UsageError: that day is in the future, or before the report or the last reopening.
    """
    after = Status.CLOSED_SOLVED if solved else Status.CLOSED_UNSOLVED
    check_follows(issue.label, issue.status, after)
    at = _closing_moment(tx, issue, day)
    tx.update("issue", issue.id, status=after, closed_at=at, result=text)
    write_event(
        tx,
        issue.id,
        EventKind.CLOSED,
        at=at,
        from_status=issue.status,
        to_status=after,
        note=text,
    )
    _describe_status(
        tx,
        issue,
        Message(
            N_("Closed issue {number}: {status}"),
            {"number": issue.label, "status": Message(STATUS_LABELS[after])},
        ),
        after,
    )
    return find(tx, issue.label)


def _closing_moment(tx: Tx, issue: IssueRow, day: date | None) -> str:
    """Return when an issue was closed: on the day of the report not before it."""
    if day is None or day == tx.clock.today:
        return tx.clock.stamp
    if day > tx.clock.today:
        raise UsageError(
            _("{day} is in the future: nothing was closed then.").format(day=day),
            hint=_("Give the day it was closed with --date, today or before."),
        )
    turn = last_turn(tx, issue.id)
    if day < tx.clock.local(turn).date():
        raise UsageError(
            _(
                "Issue {number} was not open on {day}: it was reported or reopened on {turn}."
            ).format(number=issue.label, day=day, turn=tx.clock.local(turn).date()),
            hint=_("Give a later day with --date."),
        )
    return max(tx.clock.moment(day), turn)


def reopen_issue(tx: Tx, issue: IssueRow, reason: str) -> IssueRow:
    """Open a closed issue again; what the resident said about the result no longer counts.

    Raises:
        RuleError: it is open.
    """
    if not issue.closed:
        raise RuleError(
            _("Issue {number} is open: “{status}”.").format(
                number=issue.label, status=_(STATUS_LABELS[issue.status])
            ),
            hint=_("See: jinlin issue show {number}").format(number=issue.label),
        )
    after = Status.IN_PROGRESS
    check_follows(issue.label, issue.status, after)
    tx.update("issue", issue.id, status=after, closed_at=None, result=None, satisfaction=None)
    write_event(
        tx,
        issue.id,
        EventKind.REOPENED,
        from_status=issue.status,
        to_status=after,
        note=reason,
    )
    _describe_status(
        tx, issue, Message(N_("Reopened issue {number}"), {"number": issue.label}), after
    )
    return find(tx, issue.label)


def _describe_status(tx: Tx, issue: IssueRow, did: Message, after: Status) -> None:
    tx.describe(
        did,
        reverse=Message(
            N_("set issue {number} back from “{now}” to “{before}”"),
            {
                "number": issue.label,
                "now": Message(STATUS_LABELS[after]),
                "before": Message(STATUS_LABELS[issue.status]),
            },
        ),
        subject=issue.label,
    )


def rate_issue(
    tx: Tx, issue: IssueRow, satisfaction: Satisfaction, *, reason: str | None = None
) -> IssueRow:
    """Record what the resident says about the result; said again, the last word counts.

    Raises:
        RuleError: the issue is not closed with a result or an answer.
    """
    if issue.status not in RATEABLE:
        raise RuleError(
            _("Issue {number} is “{status}”; satisfaction is asked once it is closed.").format(
                number=issue.label, status=_(STATUS_LABELS[issue.status])
            ),
            hint=_("Close it first: jinlin issue close {number}").format(number=issue.label),
        )
    tx.update("issue", issue.id, satisfaction=satisfaction)
    write_event(tx, issue.id, EventKind.RATED, satisfaction=satisfaction, note=reason)
    now = Message(SATISFACTION_LABELS[satisfaction])
    before = issue.satisfaction
    tx.describe(
        Message(N_("Rated issue {number}: {now}"), {"number": issue.label, "now": now}),
        reverse=Message(
            N_("set the rating of issue {number} back from “{now}” to “{before}”"),
            {"number": issue.label, "now": now, "before": Message(SATISFACTION_LABELS[before])},
        )
        if before
        else Message(N_("take the rating of issue {number} back"), {"number": issue.label}),
        subject=issue.label,
    )
    return find(tx, issue.label)
