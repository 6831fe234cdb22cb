"""An issue brought up to date from a row of its own notebook (upsert): only what differs.

An empty cell leaves what is there, and so does one in which part of the same is hidden. A row can
correct, put in charge, close and rate; what needs a reason or a step between (deferring, merging,
opening again) has its own command.
"""

from __future__ import annotations

import json
from typing import Any

from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.people.wholenames import hides
from jinlin.issue.notebook.notebook_rows import NotebookRow
from jinlin.issue.record.categories import UNSORTED
from jinlin.issue.record.closure import end
from jinlin.issue.record.correction import IssueCorrection, edit_issue
from jinlin.issue.record.dispatch import Hands, assign_issue
from jinlin.issue.record.evaluation import rate_issue
from jinlin.issue.record.life import last_turn
from jinlin.issue.record.moments import to_the_minute
from jinlin.issue.record.queries import IssueRow, by_id
from jinlin.issue.record.transitions import step_for, take
from jinlin.issue.record.whereabouts import Place
from jinlin.issue.rules.events import EventKind
from jinlin.issue.rules.statuses import CLOSED, MERGED, Status, ending_step, reopen_first
from jinlin.person.people.queries import namesakes
from jinlin.store.transaction.tx import Reader, Tx


def renew(tx: Tx, issue: IssueRow, row: NotebookRow) -> IssueRow:
    """Change what a row says differently.

    Returns:
        The issue as it is then.

    Raises:
        RuleError: the row is about another issue, or asks for a step it cannot take.
        UsageError: what it says contradicts itself.
    """
    _check_same(tx, issue, row)
    _check_status(tx, issue, row)
    if (wanted := _correction(issue, row)) != IssueCorrection():
        issue = edit_issue(tx, issue, wanted)
    issue = _in_hands(tx, issue, row)
    if row.status in CLOSED and not issue.closed:
        step_for(tx, issue, ending_step(row.status), row.status)
        at = max(row.closed_at or tx.clock.stamp, last_turn(tx, issue.id))
        end(tx, issue, row.status, text=row.result, at=at)
        issue = by_id(tx, issue.id)
    elif issue.closed and row.result and row.result != issue.result:
        changes = json.dumps({"result": [issue.result, row.result]}, ensure_ascii=False)
        take(tx, issue, EventKind.EDITED, note=changes, changes={"result": row.result})
        issue = by_id(tx, issue.id)
    said = (row.satisfaction, row.satisfaction_reason or issue.satisfaction_reason)
    if row.satisfaction and said != (issue.satisfaction, issue.satisfaction_reason):
        issue = rate_issue(tx, issue, row.satisfaction, reason=said[1])
    return issue


def _check_same(reader: Reader, issue: IssueRow, row: NotebookRow) -> None:
    """Refuse a row that bears the number of an issue and is about another one."""
    if not _agree(reader, issue.reported_at, row.reported_at):
        raise RuleError(
            _("Issue {number} was reported at {here} here, at {there} in the file.").format(
                number=issue.label,
                here=to_the_minute(reader.clock, issue.reported_at),
                there=to_the_minute(reader.clock, row.reported_at),
            ),
            hint=_("Is it another issue? Empty its number, and it is added under a new one."),
        )


def _agree(reader: Reader, kept: str, told: str) -> bool:
    """Return whether a table tells a moment that is kept: to the minute, or its day alone."""
    day = reader.clock.local(told).date()
    if told == reader.clock.moment(day):
        return reader.clock.local(kept).date() == day
    return kept[:16] == told[:16]


def _check_status(reader: Reader, issue: IssueRow, row: NotebookRow) -> None:
    """Refuse a status that a table cannot give an issue."""
    same = row.status is issue.status and row.merged == (issue.merged_into is not None)
    ends = row.status in CLOSED and not issue.closed and not row.merged
    if "status" not in row.said or same or ends:
        _check_closing(reader, issue, row)
        return
    if not issue.closed and row.status is Status.IN_PROGRESS and row.handler:
        return  # put in somebody's charge
    raise RuleError(
        _("Issue {number} is “{status}” here; a table cannot make it “{other}”.").format(
            number=issue.label,
            status=issue.told.label,
            other=(MERGED if row.merged else row.status).label,
        ),
        hint=_("Take the step itself: jinlin issue show {number}").format(number=issue.label),
    )


def _check_closing(reader: Reader, issue: IssueRow, row: NotebookRow) -> None:
    """Refuse another moment of closing than is kept, and one before it was open."""
    if row.closed_at is None:
        return
    if issue.closed_at is not None and not _agree(reader, issue.closed_at, row.closed_at):
        raise RuleError(
            _("Issue {number} was closed at {here} here, at {there} in the file.").format(
                number=issue.label,
                here=to_the_minute(reader.clock, issue.closed_at),
                there=to_the_minute(reader.clock, row.closed_at),
            ),
            hint=reopen_first(issue.label),
        )
    turn = last_turn(reader, issue.id)
    if row.closed_at < turn and not _agree(reader, turn, row.closed_at):
        raise RuleError(
            _(
                "Issue {number} was not open on {day}: it was reported or reopened on {turn}."
            ).format(
                number=issue.label,
                day=to_the_minute(reader.clock, row.closed_at),
                turn=to_the_minute(reader.clock, turn),
            )
        )


def _correction(issue: IssueRow, row: NotebookRow) -> IssueCorrection:
    """Return what a row corrects: of what is written in it, what differs.

    Raises:
        RuleError: something was paid and nothing ordered.
    """
    here = Place(issue.building_id, issue.household_id)
    by_category = issue.privacy != "open" and issue.category_code != UNSORTED
    placed = {"building", "entrance", "room"} & row.said
    pairs: tuple[tuple[str, str, Any, Any], ...] = (
        ("title", "title", row.title, issue.title),
        ("place", "place", row.place, issue.place),
        ("reporter", "reporter", row.reporter, issue.reporter),
        ("reporter_phone", "phone", row.phone, issue.reporter_phone),
        ("on_behalf_of", "on_behalf_of", row.on_behalf_of, issue.on_behalf_of),
        ("accused", "accused", row.accused, issue.accused),
        ("channel", "channel", row.channel, issue.channel),
        ("urgency", "urgency", row.urgency, issue.urgency),
        ("public_title", "public_title", row.public_title, issue.public_title),
        ("private", "private", row.private, issue.private or by_category),
    )
    changes = {
        column: now
        for column, field, now, was in pairs
        if field in row.said and now != was and not _hidden(now, was)
    }
    if "category" in row.said and row.category.id != issue.category_id:
        changes["category"] = row.category
    if placed and row.where != here:
        changes["where"] = row.where
    if "due_on" in row.said and row.dates.due_on.isoformat() != issue.due_on:
        changes["due_on"] = row.dates.due_on
    if (order := issue.order.with_said(row.order)) != issue.order:
        changes["order"] = order
    return IssueCorrection(**changes)


def _hidden(now: object, was: object) -> bool:
    """Return whether a cell says what is here, in a list in which part of it is hidden."""
    return isinstance(now, str) and isinstance(was, str) and hides(now, was)


def _in_hands(tx: Tx, issue: IssueRow, row: NotebookRow) -> IssueRow:
    """Return the issue in the charge of whom the row names, where that is another."""
    if not row.handler or row.handler == (issue.steward or issue.handler) or issue.closed:
        return issue
    people = namesakes(tx, row.handler)
    hands = Hands(steward=people[0]) if len(people) == 1 else Hands(handler=row.handler)
    return assign_issue(tx, issue, hands)
