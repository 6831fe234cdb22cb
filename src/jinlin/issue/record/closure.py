"""The end of an issue: closed, declined or settled in part; and a beginning anew."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from typing import Any

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.said import SaidMoment
from jinlin.issue.record.dates import columns, promised
from jinlin.issue.record.evaluation import satisfaction_days
from jinlin.issue.record.life import last_turn
from jinlin.issue.record.moments import ToldMoment
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.record.transitions import concluded, step_for, take
from jinlin.issue.rules.events import EventKind
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.limits import dates_of
from jinlin.issue.rules.orders import IssueOrder
from jinlin.issue.rules.statuses import Status, ending_step
from jinlin.store.holidays import calendar
from jinlin.store.transaction.tx import Reader, Tx


def close_issue(
    tx: Tx,
    issue: IssueRow,
    *,
    solved: bool,
    text: str | None,
    said: SaidMoment | None = None,
    solved_at: SaidMoment | None = None,
    minutes: int | None = None,
) -> IssueRow:
    """Close an issue.

    Args:
        tx: the transaction.
        issue: which one.
        solved: whether the matter is settled; otherwise the resident got an answer only.
        text: the result, or the reason why it is not solved.
        said: when it was closed a day or a moment; None for now.
        solved_at: when the matter itself was put right, likewise; None for when it was closed.
        minutes: how long whoever did the work served; None where it is no service.

    Raises:
        RuleError: its status does not allow it, or nobody has it of whom that would be a service.
        UsageError: that day is in the future, or before the report or the last reopening; or the
            reason is missing.
    """
    after = Status.CLOSED_SOLVED if solved else Status.CLOSED_UNSOLVED
    step_for(tx, issue, EventKind.CLOSED, after)
    at = _closing_moment(tx, issue, said)
    service = {} if minutes is None else _service(issue, minutes)
    solved_on = _solving_moment(tx, issue, solved_at, at)
    end(tx, issue, after, text=text, at=at, solved_at=solved_on, **service)
    return concluded(
        tx,
        issue,
        Message(
            N_("Closed issue {number}: {status}"),
            {"number": issue.label, "status": Message(after.msgid)},
        ),
        after,
    )


def serve(tx: Tx, issue: IssueRow, minutes: int) -> None:
    """Keep how long whoever did the work served, of an issue that is closed; said again it counts.

    Raises:
        RuleError: nobody here has the issue.
    """
    tx.update("issue_event", _last_closing(tx, issue)["id"], **_service(issue, minutes))
    words: dict[str, Value] = {"number": issue.label, "minutes": minutes}
    tx.describe(
        Message(N_("Counted {minutes} minutes of service for issue {number}"), words),
        reverse=Message(N_("take back {minutes} minutes of service for issue {number}"), words),
        subject=issue.label,
    )


def who_served(reader: Reader, issue: IssueRow) -> str | None:
    """Return who of a team that is not paid closed an issue without a service being counted."""
    person = issue.doer_id or issue.steward_id
    if person is None or _last_closing(reader, issue)["minutes"] is not None:
        return None
    sql = (
        "SELECT 1 FROM team_member AS j JOIN team AS t ON t.id = j.team_id AND t.kind <> 'staff'"
        " AND t.removed_at IS NULL WHERE j.person_id = ? AND j.until IS NULL"
        " AND j.removed_at IS NULL"
    )
    return (issue.doer or issue.steward) if reader.value(sql, (person,)) else None


def _last_closing(reader: Reader, issue: IssueRow) -> sqlite3.Row:
    row = reader.row(
        "SELECT id, minutes FROM issue_event WHERE issue_id = ? AND kind = 'closed'"
        " ORDER BY at DESC, id DESC LIMIT 1",
        (issue.id,),
    )
    assert row is not None
    return row


def settle_order(tx: Tx, issue: IssueRow, order: IssueOrder) -> None:
    """Keep what a closed issue ordered, and what was paid: for what is free nothing."""
    if order.offer_id is None:
        return
    if order.paid is None:
        sql = "SELECT 1 FROM offer WHERE id = ? AND price = 0"
        order = order._replace(paid=0 if tx.value(sql, (order.offer_id,)) else None)
    tx.update("issue", issue.id, **order._asdict())


def end(
    tx: Tx,
    issue: IssueRow,
    after: Status,
    *,
    text: str | None,
    at: str | None = None,
    solved_at: str | None = None,
    **event: Any,
) -> None:
    """Close an issue at a moment, and set the day on which the resident is to be asked."""
    at = at or tx.clock.stamp
    ask = tx.clock.local(at).date() + timedelta(days=satisfaction_days(tx).days)
    solved = after is Status.CLOSED_SOLVED
    take(
        tx,
        issue,
        ending_step(after),
        after=after,
        at=at,
        note=text,
        **event,
        changes={
            "closed_at": at,
            "result": text,
            "solved_at": (solved_at or at) if solved else None,
            "ask_on": ask.isoformat() if after is not Status.DECLINED else None,
        },
    )


def _service(issue: IssueRow, minutes: int) -> dict[str, int]:
    """Return what the closing keeps of the service of whoever did the work.

    Raises:
        RuleError: nobody here has the issue.
    """
    person = issue.doer_id or issue.steward_id
    if person is None:
        raise RuleError(
            _("Issue {number} is in nobody's hands here; whose service is it?").format(
                number=issue.label
            ),
            hint=_("Say who did it first: jinlin issue assign {number} WHO").format(
                number=issue.label
            ),
        )
    return {"person_id": person, "minutes": minutes}


def _closing_moment(tx: Tx, issue: IssueRow, said: SaidMoment | None) -> str:
    """Return when an issue was closed: a day alone is its first moment while it was open."""
    if said is None:
        return tx.clock.stamp
    return _moment_since(
        tx,
        issue,
        said,
        last_turn(tx, issue.id),
        ahead=(
            _("{day} is in the future: nothing was closed then."),
            _("Give the day it was closed with --date, today or before."),
        ),
        early=_("Issue {number} was not open on {day}: it was reported or reopened on {turn}."),
    )


def _reopening_moment(tx: Tx, issue: IssueRow, said: SaidMoment | None) -> str:
    """Return when an issue was opened again: a day alone is its first moment since the closing."""
    if said is None:
        return tx.clock.stamp
    return _moment_since(
        tx,
        issue,
        said,
        issue.closed_at or issue.reported_at,
        ahead=(
            _("{day} is in the future: nothing was reopened then."),
            _("Give the day it was reopened with --date, today or before."),
        ),
        early=_("Issue {number} was closed only on {turn}; it cannot have been reopened on {day}."),
    )


def _moment_since(
    tx: Tx, issue: IssueRow, said: SaidMoment, turn: str, *, ahead: tuple[str, str], early: str
) -> str:
    """Return a moment that was said, between the last turn of an issue and now.

    Args:
        tx: the transaction.
        issue: whose moment it is.
        said: the moment; a day alone is its first moment since the turn.
        turn: when it was reported, closed or reopened before.
        ahead: what is said of a moment in the future, with its hint.
        early: what is said of one before the turn.

    Raises:
        UsageError: it is outside of these.
    """
    moment = ToldMoment.of(said, tx.clock)
    if moment.only_day and moment.day == tx.clock.today:
        return tx.clock.stamp
    if moment.after(tx.clock.stamp):
        raise UsageError(ahead[0].format(day=moment.told()), hint=ahead[1])
    if moment.before(turn):
        raise UsageError(
            early.format(number=issue.label, day=moment.told(), turn=moment.told(turn)),
            hint=_("Give a later day with --date."),
        )
    return max(moment.at, turn)


def _solving_moment(tx: Tx, issue: IssueRow, said: SaidMoment | None, closed: str) -> str | None:
    """Return when the matter itself was put right: not before the report, not after closing."""
    if said is None:
        return None
    moment = ToldMoment.of(said, tx.clock)
    if moment.before(issue.reported_at) or moment.after(closed):
        raise UsageError(
            _("{day} is not between the report of issue {number} and its closing.").format(
                day=moment.told(), number=issue.label
            ),
            hint=_("Give the day on which it was put right with --solved."),
        )
    return min(max(moment.at, issue.reported_at), closed)


def decline_issue(tx: Tx, issue: IssueRow, reason: str) -> IssueRow:
    """Decline an issue: it is not the branch's to take, and the resident is told why.

    Raises:
        RuleError: it was taken already.
    """
    end(tx, issue, Status.DECLINED, text=reason)
    did = Message(N_("Declined issue {number}"), {"number": issue.label})
    return concluded(tx, issue, did, Status.DECLINED)


def partly_solved(tx: Tx, issue: IssueRow, text: str) -> IssueRow:
    """Write down what is settled already and what is left; the issue stays open.

    Raises:
        RuleError: it is closed.
    """
    take(tx, issue, EventKind.PARTLY_SOLVED, note=text, changes={"partly_solved": text})
    did = Message(N_("Issue {number} is partly solved"), {"number": issue.label})
    return concluded(tx, issue, did)


def reopen_issue(
    tx: Tx, issue: IssueRow, reason: str, *, said: SaidMoment | None = None
) -> IssueRow:
    """Open a closed issue again: its days are promised anew from then on.

    What the resident said about the result no longer counts.

    Args:
        tx: the transaction.
        issue: which one.
        reason: why.
        said: when it was opened a day or a moment; None for now.

    Raises:
        RuleError: it is open.
        UsageError: that day is in the future, or before it was closed.
    """
    if not issue.closed:
        raise RuleError(
            _("Issue {number} is open: “{status}”.").format(
                number=issue.label, status=issue.status.label
            ),
            hint=_("See: jinlin issue show {number}").format(number=issue.label),
        )
    at = _reopening_moment(tx, issue, said)
    forgotten = (
        "closed_at", "solved_at", "result", "satisfaction", "satisfaction_reason", "ask_on",
        "quality", "quality_note", "merged_into", "accepted_at",
    )  # fmt: skip
    after = take(
        tx,
        issue,
        EventKind.REOPENED,
        at=at,
        note=reason,
        changes=dict.fromkeys(forgotten)
        | {
            "reopened": issue.reopened + 1,
            "level": Level.COMPLEX,
            "level_since": at,
        }
        | _days_anew(tx, issue, at),
    )
    did = Message(N_("Reopened issue {number}"), {"number": issue.label})
    return concluded(tx, issue, did, after)


def _days_anew(tx: Tx, issue: IssueRow, at: str) -> dict[str, str]:
    """Return the days that the promise of then gives an issue that begins again at a moment."""
    now = tx.clock.local(at)
    promise = promised(tx, issue.category_id, now, issue.urgency)
    return columns(dates_of(promise, now, calendar(tx)))
