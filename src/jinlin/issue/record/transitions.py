"""A step taken with an issue: what the table of steps allows, written down in its life."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.said import SaidMoment
from jinlin.issue.record.life import back_at
from jinlin.issue.record.moments import ToldMoment, to_the_minute
from jinlin.issue.record.queries import IssueRow, by_id
from jinlin.issue.rules.events import EventKind
from jinlin.issue.rules.numbers import issue_label
from jinlin.issue.rules.statuses import Status, Transition, step_of
from jinlin.store.transaction.tx import Reader, Tx


def take(
    tx: Tx,
    issue: IssueRow,
    kind: EventKind,
    *,
    after: Status | None = None,
    who: object = None,
    changes: Mapping[str, object] | None = None,
    **event: Any,
) -> Status:
    """Take a step, as the table of steps allows: write it down and change the issue.

    A step that changes the due day keeps the one that held before, for reports on months before it.

    Args:
        tx: the transaction.
        issue: as it is now.
        kind: which step.
        after: the status it leads to, where steps of that kind lead to several.
        who: whoever is named with it.
        changes: further columns of the issue to write.
        event: what else the step keeps: `note` for the reason, the request or what was said, `at`
            where it was not taken now, `person_id`, `reference`.

    Returns:
        The status it has now.

    Raises:
        RuleError: the step cannot be taken now.
        UsageError: something that must be said with it is missing.
    """
    step = step_for(tx, issue, kind, after)
    values = dict(changes or {})
    _check_said(issue, step, who, values.get("deferred_until"), event.get("note"))
    if issue.back:
        back = {"from_status": Status.DEFERRED, "to_status": issue.status}
        write_event(tx, issue.id, EventKind.RESUMED, at=back_at(tx, issue), **back)
        values = {"status": issue.status, "deferred_until": None, **values}
    if step.after is not None:
        rests = {} if step.after is Status.DEFERRED else {"deferred_until": None}
        values = {**rests, **values, "status": step.after}
        event |= {"from_status": issue.status, "to_status": step.after}
    if values:
        tx.update("issue", issue.id, **values)
    if values.get("due_on", issue.due_on) != issue.due_on:
        event["due_on"] = issue.due_on or ""
    write_event(tx, issue.id, kind, **event)
    return step.after or issue.status


def step_for(
    reader: Reader, issue: IssueRow, kind: EventKind, after: Status | None = None
) -> Transition:
    """Return the step of a kind that an issue can take; what was merged says where it goes on.

    Raises:
        RuleError: it cannot be taken now.
    """
    try:
        return step_of(issue.label, kind, issue.status, after)
    except RuleError as error:
        other = merged_into(reader, issue)
        if other is None:
            raise
        raise RuleError(
            _("Issue {number} was merged into {other} and goes on there.").format(
                number=issue.label, other=other
            ),
            hint=_(
                "See: jinlin issue show {other}. To part them: jinlin issue reopen {number}"
                " --reason TEXT"
            ).format(number=issue.label, other=other),
        ) from error


def merged_into(reader: Reader, issue: IssueRow) -> str | None:
    """Return the number of the issue that one says again; None where it stands for itself."""
    if issue.merged_into is None:
        return None
    row = reader.row("SELECT year, number FROM issue WHERE id = ?", (issue.merged_into,))
    return issue_label(row["year"], row["number"]) if row is not None else None


def _check_said(issue: IssueRow, step: Transition, who: object, when: object, why: object) -> None:
    """Refuse a step with which something is not said that must be."""
    needed = ((step.who, who, _("who")), (step.when, when, _("when")), (step.why, why, _("why")))
    missing = [name for wanted, given, name in needed if wanted and not given]
    if missing:
        raise UsageError(
            _("Issue {number}: “{step}” needs {what}.").format(
                number=issue.label, step=step.kind.label, what=_(", ").join(missing)
            ),
            hint=_("Give it on the command line."),
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
        values: further columns of `issue_event`, such as `reference`.
    """
    tx.insert(
        "issue_event",
        issue_id=issue_id,
        at=at or tx.clock.stamp,
        kind=kind,
        user=tx.user,
        **values,
    )


def describe_step(tx: Tx, issue: IssueRow, did: Message, after: Status | None = None) -> None:
    """Put the sentence of a step into the history, with what undoing it would do.

    Args:
        tx: the transaction.
        issue: as it was before.
        did: what was done.
        after: its status now.
    """
    if after is None or after is issue.status:
        reverse = Message(N_("take back: {did}"), {"did": did})
    else:
        reverse = Message(
            N_("set issue {number} back from “{now}” to “{before}”"),
            {
                "number": issue.label,
                "now": Message(after.msgid),
                "before": Message(issue.status.msgid),
            },
        )
    tx.describe(did, reverse=reverse, subject=issue.label)


def concluded(tx: Tx, issue: IssueRow, did: Message, after: Status | None = None) -> IssueRow:
    """Put the sentence of a step into the history, as `describe_step`.

    Returns:
        The issue as it is now.
    """
    describe_step(tx, issue, did, after)
    return by_id(tx, issue.id)


def happened(tx: Tx, issue: IssueRow, said: SaidMoment | None) -> str:
    """Return the moment a step was taken; now where it is not said.

    Args:
        tx: the transaction.
        issue: whose step it is.
        said: the moment that was said; a day alone is its first moment.

    Raises:
        UsageError: it cannot be read, is in the future, or before the report.
    """
    if said is None:
        return tx.clock.stamp
    moment = ToldMoment.of(said, tx.clock)
    if moment.after(tx.clock.stamp):
        raise UsageError(
            _("{moment} is in the future.").format(moment=to_the_minute(tx.clock, moment.at)),
            hint=_("Give the moment at which it happened."),
        )
    reported = tx.clock.local(issue.reported_at).date()
    if moment.day < reported:
        raise UsageError(
            _("{moment} is before issue {number} was reported, {reported}.").format(
                moment=to_the_minute(tx.clock, moment.at), number=issue.label, reported=reported
            ),
            hint=_("Give the moment at which it happened."),
        )
    return max(moment.at, issue.reported_at)
