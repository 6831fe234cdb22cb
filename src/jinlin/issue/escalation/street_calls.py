"""The street's call: which departments, the lead, and by when.

Only the street calls; the branch writes down that it did.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.word import Word
from jinlin.issue.escalation.ladder import last_escalation, raise_to_street
from jinlin.issue.record.dates import raised
from jinlin.issue.record.moments import ToldMoment, to_the_minute
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.record.transitions import concluded, take
from jinlin.issue.rules.events import EventKind
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.statuses import Status
from jinlin.store.transaction.tx import Reader, Tx


class ScoredBy(Word, refusal=N_("“{text}” does not score departments.")):
    """Who says how a department did."""

    STREET = "street", N_("street")
    BRANCH = "branch", N_("branch")


class CalledRow(NamedTuple):
    """A department that was called.

    Attributes:
        round: the number of the call, counted within the issue.
        called_at: the moment as the database keeps it.
        lead: the department in the lead of that call.
        wanted_by: the day by which they were wanted, as ISO text.
        score: 1 to 5, by the street or the branch.
    """

    id: int
    round: int
    called_at: str
    lead: str
    wanted_by: str | None
    department: str
    arrived_at: str | None
    who_came: str | None
    result: str | None
    score: int | None
    scored_by: ScoredBy | None
    score_note: str | None


class StreetCall(NamedTuple):
    """A call as the street made it.

    Attributes:
        lead: the department in the lead.
        others: further departments.
        at: when, as the database keeps it.
        wanted_by: the day by which they are wanted.
        timed: whether the moment was said; then it corrects that of a call nobody has answered.
    """

    lead: str
    others: Sequence[str]
    at: str
    wanted_by: date | None = None
    note: str | None = None
    timed: bool = False


def called(reader: Reader, issue: IssueRow) -> list[CalledRow]:
    """Return the departments that were called for an issue, round by round, the lead first."""
    return [
        CalledRow(**dict(row) | {"scored_by": row["scored_by"] and ScoredBy(row["scored_by"])})
        for row in reader.rows(
            "SELECT d.id, dense_rank() OVER (ORDER BY c.called_at, c.id) AS round, c.called_at,"
            " c.lead, c.wanted_by, d.department, d.arrived_at, d.who_came, d.result, d.score,"
            " d.scored_by, d.score_note"
            " FROM street_call AS c JOIN called_department AS d ON d.call_id = c.id"
            " WHERE c.issue_id = ?"
            " ORDER BY c.called_at, c.id, d.department <> c.lead, d.id",
            (issue.id,),
        )
    ]


def call_departments(tx: Tx, issue: IssueRow, call: StreetCall) -> IssueRow:
    """Record that the street called departments to an issue; a further call is another round.

    Raises:
        RuleError: the branch did not escalate it, or it is closed.
        UsageError: they are wanted before they were called, or called before it was escalated.
    """
    call = call._replace(at=_after_escalation(tx, issue, call.at))
    day = tx.clock.local(call.at).date()
    if call.wanted_by is not None and call.wanted_by < day:
        raise UsageError(
            _("{day} is before the day of the call.").format(day=call.wanted_by),
            hint=_("Give a later day with --wanted-by."),
        )
    departments = list(dict.fromkeys((call.lead, *call.others)))
    waiting = _still_called(tx, issue, departments)
    if waiting is not None:
        if not call.timed:
            raise _called_already(tx, issue, departments, waiting)
        return _correct_call(tx, issue, call, waiting)
    names = "、".join(departments)
    after = take(
        tx,
        issue,
        EventKind.CALLED,
        who=departments,
        at=call.at,
        note="；".join(part for part in (names, call.note) if part),
        changes=raise_to_street(tx, issue, call.at),
    )
    call_id = tx.insert(
        "street_call",
        issue_id=issue.id,
        called_at=call.at,
        lead=call.lead,
        wanted_by=call.wanted_by.isoformat() if call.wanted_by else None,
        note=call.note,
    )
    for department in departments:
        tx.insert("called_department", call_id=call_id, department=department)
    told = {"number": issue.label, "departments": names}
    did = Message(N_("The street called to issue {number}: {departments}"), told)
    return concluded(tx, issue, did, after)


def _after_escalation(reader: Reader, issue: IssueRow, at: str) -> str:
    """Return the moment of a call; a day alone is not before the escalation of that day.

    Raises:
        UsageError: it is before the escalation.
    """
    asked = last_escalation(reader, issue)
    if asked is None:
        return at
    if not ToldMoment(reader.clock, at).before(asked.escalated_at):
        return max(at, asked.escalated_at)
    raise UsageError(
        _("{moment} is before issue {number} was escalated, {escalated}.").format(
            moment=to_the_minute(reader.clock, at),
            number=issue.label,
            escalated=to_the_minute(reader.clock, asked.escalated_at),
        ),
        hint=_("Give a later moment with --date."),
    )


def _still_called(
    reader: Reader, issue: IssueRow, departments: Sequence[str]
) -> sqlite3.Row | None:
    """Return the last call, where it was to the same departments and none of them has arrived."""
    last = reader.row(
        "SELECT * FROM street_call WHERE issue_id = ? ORDER BY called_at DESC, id DESC LIMIT 1",
        (issue.id,),
    )
    if last is None or issue.status is not Status.DEPARTMENTS_CALLED:
        return None
    rows = reader.rows(
        "SELECT department, arrived_at FROM called_department WHERE call_id = ?", (last["id"],)
    )
    same = {row["department"] for row in rows} == set(departments)
    return last if same and not any(row["arrived_at"] for row in rows) else None


def _called_already(
    tx: Tx, issue: IssueRow, departments: Sequence[str], last: sqlite3.Row
) -> RuleError:
    return RuleError(
        _("{departments} were called to issue {number} already, on {moment}.").format(
            departments=_(", ").join(departments),
            number=issue.label,
            moment=to_the_minute(tx.clock, last["called_at"]),
        ),
        hint=_(
            "If the moment is wrong, type it again with --date; to hurry them: "
            "jinlin issue urge {number}"
        ).format(number=issue.label),
    )


def _correct_call(tx: Tx, issue: IssueRow, call: StreetCall, last: sqlite3.Row) -> IssueRow:
    """Put the moment of a call right, and what else was said of it; it stays one call."""
    changes: dict[str, object] = {"called_at": call.at, "lead": call.lead}
    if call.wanted_by is not None:
        changes["wanted_by"] = call.wanted_by.isoformat()
    if call.note is not None:
        changes["note"] = call.note
    tx.update("street_call", last["id"], **changes)
    event = tx.value(
        "SELECT max(id) FROM issue_event WHERE issue_id = ? AND kind = 'called'", (issue.id,)
    )
    tx.update("issue_event", event, at=call.at)
    if issue.level is Level.STREET and issue.level_since == last["called_at"]:
        since = {"level_since": call.at, "raise_on": raised(tx, issue, call.at)}
        tx.update("issue", issue.id, **since)
    did = Message(N_("Corrected the street's call to issue {number}"), {"number": issue.label})
    return concluded(tx, issue, did)
