"""What a meeting resolves, and what becomes of it: recorded, reviewed, carried out, revoked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Protocol

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.line.option_names import as_typed
from jinlin.core.text import compact
from jinlin.issue.record.queries import IssueRow, find
from jinlin.issue.rules.statuses import CLOSED, Status
from jinlin.meeting.agenda.agenda_items import find_item
from jinlin.meeting.record.agenda import AgendaItem, items
from jinlin.meeting.record.opening import check_day_has_come, meeting_to_change
from jinlin.meeting.record.queries import MeetingRow
from jinlin.meeting.record.register import Resolution
from jinlin.meeting.record.resolution_register import (
    find_resolution,
    resolution_row,
    resolutions_of,
)
from jinlin.meeting.record.write_back import issues_meant, note_progress, write_decision
from jinlin.meeting.resolution.election_claims import check_election
from jinlin.meeting.resolution.own_vote import item_voted_on, vote_of_new
from jinlin.meeting.rules.meetings import meeting_label
from jinlin.meeting.rules.resolutions import ResolutionStatus
from jinlin.store.transaction.tx import Reader, Tx


class NewResolution(NamedTuple):
    """A decision as it is to be recorded.

    Attributes:
        text: the decision itself.
        item: the place on the agenda of the item it belongs to.
        owner: who carries it out.
        due_on: by when.
        basis: on which law or rule it stands.
        result: how it was voted, in words.
        effective_on: from when it holds.
        review_on: when it is to be looked at again.
        issues: the numbers of the issues it is about, besides the one its item is about.
        issue_status: what the issues that are named become; that of its item, where none is.
        vote: the vote it stands on, in words: `V2`, or `none`; None for the one on its item.
    """

    text: str
    item: int | None = None
    owner: str | None = None
    due_on: date | None = None
    basis: str | None = None
    result: str | None = None
    effective_on: date | None = None
    review_on: date | None = None
    issues: tuple[str, ...] = ()
    issue_status: Status | None = None
    vote: str | None = None


def resolve(tx: Tx, number: int, new: NewResolution) -> Resolution:
    """Record what a meeting decided; what it decided about issues is written back to them.

    Of a meeting with one item it decided that, unless a vote or an issue is named.

    Raises:
        NotFoundError: there is no such meeting, item, vote or issue.
        RuleError: it would be due, effective or reviewed before the meeting; its minutes are
            confirmed; owners decide there and did not vote; an issue is secret or cannot become
            what was said.
        UsageError: a status is given, and no issue it could be for; or its item was voted on
            several times, and it is not said by which vote it stands.
    """
    meeting = meeting_to_change(tx, number)
    check_day_has_come(tx, meeting)
    check_days(meeting, new)
    item = _item_of(tx, meeting, new)
    vote = vote_of_new(tx, meeting, item, new.vote, settled=new.result)
    if item is None and vote:
        item = item_voted_on(tx, meeting, vote)
    check_election(tx, meeting, new.text, vote, new.result)
    meant = issues_meant(tx, new.issues, item)
    if new.issue_status is not None and not meant.rows:
        raise UsageError(
            _("--status says what an issue becomes, and none is named."),
            hint=_("Name it: --issue 2026-0007, or --item N of an item that is about one."),
        )
    given = tx.next_number(f"resolution {meeting.label}")
    row_id = tx.insert(
        "resolution",
        meeting_id=meeting.id,
        item_id=item.id if item else None,
        number=given,
        text=new.text,
        owner=new.owner,
        due_on=_iso(new.due_on),
        basis=new.basis,
        result=new.result,
        effective_on=_iso(new.effective_on),
        review_on=_iso(new.review_on),
        vote=vote,
    )
    tx.insert_many(
        "resolution_issue", ("resolution_id", "issue_id"), [(row_id, i.id) for i in meant.rows]
    )
    row = resolution_row(tx, row_id)
    tell_issues(tx, meeting, row, meant.becoming(new.issue_status))
    tx.describe(
        Message(N_("Recorded resolution {number}"), {"number": row.label}),
        reverse=Message(N_("remove resolution {number}"), {"number": row.label}),
        subject=meeting.label,
    )
    return row


def _item_of(reader: Reader, meeting: MeetingRow, new: NewResolution) -> AgendaItem | None:
    if new.item is not None:
        return find_item(reader, meeting, new.item)
    agenda = items(reader, meeting.id)
    return agenda[0] if len(agenda) == 1 and not (new.vote or new.issues) else None


def tell_issues(
    tx: Tx, meeting: MeetingRow, row: Resolution, issues: Sequence[tuple[IssueRow, Status | None]]
) -> None:
    """Write a resolution into the life of its issues, as what its vote makes of it.

    Args:
        tx: the transaction.
        meeting: which one decided.
        row: the resolution.
        issues: what each issue becomes; None where it stays what it is.

    Raises:
        RuleError: its vote was lost and would close them, or one cannot become what was said.
    """
    for issue, becomes in issues:
        _check_carried(row, becomes)
        write_decision(
            tx,
            meeting,
            [issue],
            text=row.told,
            reference=row.label,
            to_status=becomes,
            settles=row.lost,
        )


def same_as(
    reader: Reader, number: int, text: str, item: int | None, issues: Sequence[str] = ()
) -> Resolution | None:
    """Return the resolution of a meeting that says the same of the same matter; None for none.

    Args:
        reader: the database.
        number: the meeting's number.
        text: what is to be resolved.
        item: of which item.
        issues: about which issues; another one is another matter.
    """
    named = {find(reader, one).label for one in issues}
    return next(
        (
            row
            for row in resolutions_of(reader, number)
            if compact(row.text) == compact(text)
            and (None in {item, row.item} or row.item == item)
            and named <= set(row.issues)
        ),
        None,
    )


def _check_carried(row: Resolution, becomes: Status | None) -> None:
    """Refuse to close issues by a vote that was lost.

    Raises:
        RuleError: it was.
    """
    if row.lost and becomes in CLOSED:
        raise RuleError(
            _("The vote {vote} was not carried: it closes no issue.").format(
                vote=row.vote.label if row.vote else _("on its item")
            ),
            hint=_("Leave --status out, or name another vote: --vote V1"),
        )


class ResolutionOutcome(NamedTuple):
    """What has become of a resolution; None keeps what is there.

    Attributes:
        status: what it is now.
        on: the day it was carried out or revoked.
        review_on: when it is to be looked at next.
        remark: what came of it; it is added below what is there.
    """

    status: ResolutionStatus | None = None
    on: date | None = None
    review_on: date | None = None
    remark: str | None = None


def record_outcome(tx: Tx, meeting: int, number: int, outcome: ResolutionOutcome) -> Resolution:
    """Record that a resolution was carried out, revoked or looked at again.

    That is its life after the meeting, and goes on when the minutes are confirmed.

    Raises:
        NotFoundError: there is no such resolution.
        RuleError: it is carried out or revoked already.
        UsageError: the day is before its meeting or in the future, or the next review is not ahead.
    """
    row = find_resolution(tx, meeting, number)
    if row.status is not ResolutionStatus.OPEN:
        raise RuleError(
            _("Resolution {number} is “{status}” already.").format(
                number=row.label, status=row.status.label
            ),
            hint=_("See: jinlin meeting resolutions"),
        )
    values = _after(tx, row, outcome)
    if outcome.remark:
        values["remark"] = f"{row.remark}\n{outcome.remark}" if row.remark else outcome.remark
    tx.update("resolution", row.id, **values)
    did = Message(N_("Looked at resolution {number} again"), {"number": row.label})
    if outcome.status is not None:
        said = _("Resolution {number}: {status}").format(
            number=row.label, status=outcome.status.label
        )
        text = "；".join(part for part in (said, outcome.remark) if part)
        note_progress(tx, row.issues, text=text, reference=row.label, settles=True)
        words: dict[str, Value] = {
            "number": row.label, "status": Message(outcome.status.msgid),
        }  # fmt: skip
        did = Message(N_("Resolution {number} is “{status}”"), words)
    tx.describe(
        did,
        reverse=Message(N_("take back: {did}"), {"did": did}),
        subject=meeting_label(meeting),
    )
    return resolution_row(tx, row.id)


def _after(tx: Tx, row: Resolution, outcome: ResolutionOutcome) -> dict[str, object]:
    """Return the columns of what has become of a resolution.

    Raises:
        UsageError: the day is before its meeting or in the future, or the next review is not ahead.
    """
    if outcome.status is not None:
        ended = outcome.on or tx.clock.today
        _check_ended(tx, row, ended)
        return {"status": outcome.status, "ended_on": ended.isoformat(), "review_on": None}
    if outcome.review_on is not None and outcome.review_on <= tx.clock.today:
        raise UsageError(
            _("{day} is not ahead: the next review is on a later day.").format(
                day=outcome.review_on
            ),
            hint=_("Give a later day: --next 2027-05-01."),
        )
    return {"review_on": _iso(outcome.review_on)}


def _check_ended(tx: Tx, row: Resolution, day: date) -> None:
    if day > tx.clock.today or (row.held_on is not None and day < row.held_on):
        raise UsageError(
            _("{day} does not fit: the meeting was on {held}, today is {today}.").format(
                day=day, held=row.held_on, today=tx.clock.today
            ),
            hint=_("Give the day on which it happened."),
        )


class Days(Protocol):
    """The days of a resolution, new or changed."""

    @property
    def due_on(self) -> date | None:
        """By when."""

    @property
    def effective_on(self) -> date | None:
        """From when it holds."""

    @property
    def review_on(self) -> date | None:
        """When it is to be looked at again."""


def check_days(meeting: MeetingRow, new: Days) -> None:
    """Refuse days before the meeting.

    Raises:
        RuleError: a resolution would be due, effective or reviewed before its meeting.
    """
    held = meeting.held_at.date()
    for day, sentence, option in (
        (new.due_on, N_("A resolution cannot be due before its meeting, {day}."), "--due"),
        (new.effective_on, N_("A resolution cannot hold from before its meeting, {day}."),
         "--effective"),
        (new.review_on, N_("A resolution cannot be reviewed before its meeting, {day}."),
         "--review"),
    ):  # fmt: skip
        if day is not None and day < held:
            raise RuleError(
                _(sentence).format(day=held.isoformat()),
                hint=_("Write the year too, like {option} 2026-12-01.").format(
                    option=as_typed(option)
                ),
            )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
