"""What a user can do with an issue: one transaction, one sentence in the history.

The sentences name no resident and no title: what is forgotten later must not live on in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, _
from jinlin.issue.categories import Category
from jinlin.issue.limits import check_due, check_reported, due_day
from jinlin.issue.numbers import issue_label
from jinlin.issue.queries import IssueRow, find
from jinlin.issue.rules import EventKind, NewIssue
from jinlin.issue.statuses import STATUS_LABELS, Status
from jinlin.store.tx import Tx

if TYPE_CHECKING:
    from jinlin.person.queries import PersonRow

COUNTER: Final = "issue-{year}"
"""The numbers of one year."""


def add_issue(
    tx: Tx,
    issue: NewIssue,
    *,
    category: Category,
    steward: PersonRow | None = None,
    handler: str | None = None,
) -> IssueRow:
    """Record an issue under the next number of the year it was reported in.

    Args:
        tx: the transaction.
        issue: what is recorded.
        category: what it is about; its limit gives the due date where none is named.
        steward: the person it is given to at once.
        handler: the body it is given to at once, in words.

    Raises:
        UsageError: it was reported in the future, or is due before.
    """
    reported = tx.clock.local(issue.reported_at)
    check_reported(reported, tx.clock.now)
    due = issue.due_on or due_day(category.close, reported)
    check_due(due, reported.date())
    number = tx.next_number(COUNTER.format(year=reported.year))
    issue_id = tx.insert(
        "issue",
        year=reported.year,
        number=number,
        category_id=category.id,
        status=Status.REPORTED,
        **issue._asdict()
        | {
            "due_on": due.isoformat(),
            "private": int(issue.private or category.privacy != "open"),
        },
    )
    write_event(tx, issue_id, EventKind.REPORTED, at=issue.reported_at, to_status=Status.REPORTED)
    if steward or handler:
        _hand_over(tx, issue_id, Status.REPORTED, steward=steward, handler=handler)
    label = issue_label(reported.year, number)
    tx.describe(
        Message(N_("Recorded issue {number}"), {"number": label}),
        reverse=Message(N_("take back issue {number}"), {"number": label}),
        subject=label,
    )
    return find(tx, label)


def note_issue(tx: Tx, issue: IssueRow, text: str) -> None:
    """Write something into the life of an issue."""
    write_event(tx, issue.id, EventKind.NOTED, note=text)
    tx.describe(
        Message(N_("Added a note to issue {number}"), {"number": issue.label}),
        reverse=Message(N_("remove the note from issue {number}"), {"number": issue.label}),
        subject=issue.label,
    )


def assign_issue(
    tx: Tx, issue: IssueRow, *, steward: PersonRow | None, handler: str | None
) -> IssueRow:
    """Put an issue in the charge of a person, a body, or both; a new one is then in progress.

    Raises:
        RuleError: it is closed, or in that charge already.
    """
    if issue.closed:
        raise RuleError(
            _("Issue {number} is “{status}” and needs nobody in charge.").format(
                number=issue.label, status=_(STATUS_LABELS[issue.status])
            ),
            hint=_("Open it again first: jinlin issue reopen {number}").format(number=issue.label),
        )
    before = in_charge(issue.steward, issue.handler)
    if (steward.id if steward else None, handler) == (issue.steward_id, issue.handler):
        raise RuleError(
            _("Issue {number} is with {who} already.").format(number=issue.label, who=before)
        )
    now = in_charge(steward.name if steward else None, handler)
    _hand_over(tx, issue.id, issue.status, steward=steward, handler=handler)
    tx.describe(
        Message(N_("Assigned issue {number} to {who}"), {"number": issue.label, "who": now}),
        reverse=Message(
            N_("give issue {number} back from {who} to {before}")
            if before
            else N_("take issue {number} back from {who}"),
            {"number": issue.label, "who": now, "before": before},
        ),
        subject=issue.label,
    )
    return find(tx, issue.label)


def in_charge(steward: str | None, handler: str | None) -> str:
    """Return who is in charge, in words; empty when nobody is."""
    return "、".join(name for name in (steward, handler) if name)


def _hand_over(
    tx: Tx, issue_id: int, before: Status, *, steward: PersonRow | None, handler: str | None
) -> None:
    after = Status.IN_PROGRESS if before is Status.REPORTED else before
    person = steward.id if steward else None
    tx.update("issue", issue_id, status=after, steward_id=person, handler=handler)
    changed = before is not after
    write_event(
        tx,
        issue_id,
        EventKind.ASSIGNED,
        from_status=before if changed else None,
        to_status=after if changed else None,
        person_id=person,
        note=handler,
    )


def write_event(
    tx: Tx,
    issue_id: int,
    kind: EventKind,
    *,
    at: str | None = None,
    **values: object,
) -> None:
    """Add a step to the life of an issue.

    Args:
        tx: the transaction.
        issue_id: the issue.
        kind: which step.
        at: when; now where it is not said.
        values: further columns of `issue_event`.
    """
    tx.insert(
        "issue_event",
        issue_id=issue_id,
        at=at or tx.clock.stamp,
        kind=kind,
        user=tx.user,
        **values,
    )
