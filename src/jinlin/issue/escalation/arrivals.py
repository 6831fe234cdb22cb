"""Who arrived when the street called, what was done together, and how the departments did it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.issue.escalation.street_calls import CalledRow, ScoredBy, called
from jinlin.issue.record.dates import dates_anew
from jinlin.issue.record.moments import ToldMoment, to_the_minute
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.record.transitions import concluded, take
from jinlin.issue.rules.events import EventKind
from jinlin.issue.rules.statuses import step_of
from jinlin.store.transaction.tx import Tx

SCORES: Final = range(1, 6)


def record_arrival(
    tx: Tx,
    issue: IssueRow,
    departments: Sequence[str],
    *,
    who: str | None,
    at: str,
    result: str | None,
) -> IssueRow:
    """Record that departments reported in at the site.

    Args:
        tx: the transaction.
        issue: which one.
        departments: which departments.
        who: who came, as they are named in their post.
        at: when, as the database keeps it; a day alone is its first moment.
        result: what they did or said.

    Raises:
        RuleError: a department was not called, or arrived already.
        UsageError: it is before the call.
    """
    step_of(issue.label, EventKind.ARRIVED, issue.status)
    rows = called(tx, issue)
    waiting = [_waiting(issue, rows, department) for department in departments]
    moments = [_arrival(tx, row, at) for row in waiting]
    for row, moment in zip(waiting, moments, strict=True):
        tx.update("called_department", row.id, arrived_at=moment, who_came=who, result=result)
    names = "、".join(departments)
    after = take(
        tx,
        issue,
        EventKind.ARRIVED,
        who=names,
        at=max(moments),
        note="；".join(part for part in (names, who, result) if part),
    )
    told = {"number": issue.label, "departments": names}
    did = Message(N_("Arrived for issue {number}: {departments}"), told)
    return concluded(tx, issue, did, after)


def _waiting(issue: IssueRow, rows: Sequence[CalledRow], department: str) -> CalledRow:
    """Return the latest call of a department that it has not answered yet."""
    calls = [row for row in rows if row.department == department]
    if not calls:
        raise _not_called(issue, rows, department)
    waiting = [row for row in calls if row.arrived_at is None]
    if not waiting:
        raise RuleError(
            _("{department} arrived for issue {number} already.").format(
                department=department, number=issue.label
            ),
            hint=_("For another round the street calls again: jinlin issue call {number}").format(
                number=issue.label
            ),
        )
    return waiting[-1]


def _not_called(issue: IssueRow, rows: Sequence[CalledRow], department: str) -> RuleError:
    known = _(", ").join(dict.fromkeys(row.department for row in rows))
    return RuleError(
        _("{department} was not called to issue {number}.").format(
            department=department, number=issue.label
        ),
        hint=_("Called were: {known}.").format(known=known)
        if known
        else _("Record the street's call first: jinlin issue call {number}").format(
            number=issue.label
        ),
    )


def _arrival(tx: Tx, row: CalledRow, at: str) -> str:
    """Return when a department arrived: on the day of the call not before it."""
    if ToldMoment(tx.clock, at).before(row.called_at):
        raise UsageError(
            _("{department} cannot have arrived before the call of {moment}.").format(
                department=row.department, moment=to_the_minute(tx.clock, row.called_at)
            ),
            hint=_("Give the moment of the arrival with --date."),
        )
    return max(at, row.called_at)


def joint_handling(
    tx: Tx, issue: IssueRow, text: str, *, at: str, recheck: date | None
) -> IssueRow:
    """Write down what the departments and the branch did together.

    Args:
        tx: the transaction.
        issue: which one.
        text: the measures, and who takes them.
        at: when, as the database keeps it.
        recheck: when the result is looked at; it becomes the due day.

    Raises:
        RuleError: no department has arrived.
        UsageError: that day is over.
    """
    changes: dict[str, object] = {}
    if recheck is not None:
        if recheck < tx.clock.today:
            raise UsageError(
                _("{day} is over.").format(day=recheck),
                hint=_("Give a later day with --recheck."),
            )
        changes = {
            **dates_anew(
                tx, issue, category_id=issue.category_id, urgency=issue.urgency, due=recheck
            )
        }
    after = take(tx, issue, EventKind.JOINT_HANDLING, note=text, at=at, changes=changes)
    did = Message(N_("Recorded joint handling of issue {number}"), {"number": issue.label})
    return concluded(tx, issue, did, after)


def score_department(
    tx: Tx, issue: IssueRow, department: str, *, score: int, by: ScoredBy, note: str | None
) -> IssueRow:
    """Record how a department did, in the last round it came: 1 to 5, for the street's reference.

    Raises:
        RuleError: it was not called, or has never arrived.
    """
    rows = called(tx, issue)
    asked = [row for row in rows if row.department == department]
    if not asked:
        raise _not_called(issue, rows, department)
    calls = [row for row in asked if row.arrived_at is not None]
    if not calls:
        raise RuleError(
            _("{department} has not arrived for issue {number} yet.").format(
                department=department, number=issue.label
            ),
            hint=_(
                "Record the arrival first: jinlin issue arrive {number} --department {department}"
            ).format(number=issue.label, department=department),
        )
    tx.update("called_department", calls[-1].id, score=score, scored_by=by, score_note=note)
    take(
        tx,
        issue,
        EventKind.SCORED,
        who=department,
        note="；".join(part for part in (department, str(score), note) if part),
    )
    told = {"number": issue.label, "department": department, "score": str(score)}
    did = Message(N_("Scored {department} for issue {number}: {score}"), told)
    return concluded(tx, issue, did)
