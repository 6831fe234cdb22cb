"""Issues that rest until a day, and are taken up again: by themselves on that day, or before."""

from __future__ import annotations

from datetime import date

from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.issue.record.dates import raised
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.record.transitions import concluded, take
from jinlin.issue.rules.events import EventKind
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.limits import LONGEST
from jinlin.store.transaction.tx import Tx


def defer_issue(tx: Tx, issue: IssueRow, until: date, reason: str) -> IssueRow:
    """Let an issue rest until a day, on which it is in progress again by itself.

    Its due day moves to that day where it lies before: it is not overdue while it rests.

    Raises:
        RuleError: its status does not allow it.
        UsageError: that day is not after today, or more than ten years away.
    """
    if until <= tx.clock.today:
        raise UsageError(
            _("{day} is not after today: an issue rests until a day to come.").format(day=until),
            hint=_("Give a later day with --until."),
        )
    if until - tx.clock.today > LONGEST:
        raise UsageError(
            _("{day} is more than ten years away.").format(day=until),
            hint=_("Check the year of --until."),
        )
    after = take(
        tx,
        issue,
        EventKind.DEFERRED,
        note=f"{until}；{reason}",
        changes={"deferred_until": until.isoformat(), **_put_off(issue, until)},
    )
    told = {"number": issue.label, "day": until.isoformat()}
    return concluded(tx, issue, Message(N_("Deferred issue {number} until {day}"), told), after)


def _put_off(issue: IssueRow, until: date) -> dict[str, str]:
    """Return the days of an issue that rests until a day: none of them lies before it."""
    days = {"due_on": issue.due_on, "warn_on": issue.warn_on, "raise_on": issue.raise_on}
    return {name: max(until.isoformat(), day or "") for name, day in days.items()}


def resume_issue(tx: Tx, issue: IssueRow, reason: str) -> IssueRow:
    """Take an issue up again in the complex: from deferral, from talks, or down the ladder.

    Raises:
        RuleError: it is in progress already, or closed.
    """
    down = issue.level is not Level.COMPLEX
    changes: dict[str, object] = {}
    if down:
        now = tx.clock.stamp
        changes |= {
            "level": Level.COMPLEX,
            "level_since": now,
            "raise_on": raised(tx, issue, now),
        }
    after = take(tx, issue, EventKind.RESUMED, note=reason, changes=changes)
    did = Message(N_("Took up issue {number} again"), {"number": issue.label})
    return concluded(tx, issue, did, after)
