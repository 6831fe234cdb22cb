"""Who arrived when the street called, what was done together, and how the departments did it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

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
NO_SHOW: Final = "未到"
"""As it stands in the record of an issue."""


class DepartmentScore(NamedTuple):
    """How a department did, for the street's reference.

    Attributes:
        score: from 1 to 5, which is best.
        no_show: it did not come when it was called.
    """

    score: int
    by: ScoredBy
    note: str | None = None
    no_show: bool = False


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


def _came(issue: IssueRow, department: str, asked: Sequence[CalledRow]) -> CalledRow:
    """Return the last call a department answered."""
    came = [row for row in asked if row.arrived_at is not None]
    if came:
        return came[-1]
    raise RuleError(
        _("{department} has not arrived for issue {number} yet.").format(
            department=department, number=issue.label
        ),
        hint=_(
            "Record the arrival first: jinlin issue arrive {number} --department {department};"
            " one that did not come is scored with --no-show."
        ).format(number=issue.label, department=department),
    )


def _stayed_away(tx: Tx, issue: IssueRow, last: CalledRow) -> CalledRow:
    """Return the last call, which a department did not answer by the day it was wanted."""
    told = {"department": last.department, "number": issue.label}
    if last.arrived_at is not None:
        raise RuleError(
            _("{department} arrived for issue {number} already.").format(**told),
            hint=_("Score it without --no-show."),
        )
    wanted = last.wanted_by or tx.clock.local(last.called_at).date().isoformat()
    if wanted >= tx.clock.today.isoformat():
        raise RuleError(
            _("{department} may still come to issue {number}: it is wanted by {day}.").format(
                **told, day=wanted
            ),
            hint=_("Score it when that day is over."),
        )
    return last


def score_department(tx: Tx, issue: IssueRow, department: str, given: DepartmentScore) -> IssueRow:
    """Record how a department did, in the last round it came or stayed away.

    Raises:
        RuleError: it was not called, has never arrived, or may still come.
    """
    rows = called(tx, issue)
    asked = [row for row in rows if row.department == department]
    if not asked:
        raise _not_called(issue, rows, department)
    if given.no_show:
        scored = _stayed_away(tx, issue, asked[-1])
    else:
        scored = _came(issue, department, asked)
    tx.update(
        "called_department",
        scored.id,
        score=given.score,
        scored_by=given.by,
        score_note=given.note,
    )
    said = (department, NO_SHOW if given.no_show else "", str(given.score), given.note)
    take(tx, issue, EventKind.SCORED, who=department, note="；".join(filter(None, said)))
    told = {"number": issue.label, "department": department, "score": str(given.score)}
    did = Message(N_("Scored {department} for issue {number}: {score}"), told)
    return concluded(tx, issue, did)
