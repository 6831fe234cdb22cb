"""A resolution that was recorded by itself is put to its item of the agenda, and to its issues."""

from __future__ import annotations

from collections.abc import Sequence

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.issue.rules.statuses import Status
from jinlin.meeting.agenda.agenda_items import find_item
from jinlin.meeting.record.agenda import AgendaItem
from jinlin.meeting.record.opening import meeting_to_change
from jinlin.meeting.record.queries import MeetingRow
from jinlin.meeting.record.register import Resolution
from jinlin.meeting.record.resolution_register import find_resolution, resolution_row
from jinlin.meeting.record.write_back import issues_meant
from jinlin.meeting.resolution.own_vote import vote_of_new
from jinlin.meeting.resolution.resolutions import tell_issues
from jinlin.store.transaction.tx import Tx


def attach_resolution(
    tx: Tx,
    meeting_number: int,
    number: int,
    *,
    item: int | None = None,
    issues: Sequence[str] = (),
    issue_status: Status | None = None,
    vote: str | None = None,
) -> Resolution:
    """Say to which item a resolution belongs, and about which issues it is; they hear of it.

    Args:
        tx: the transaction.
        meeting_number: the meeting.
        number: the resolution's number within it.
        item: the place of its item on the agenda; None where it has none or has it already.
        issues: the numbers of the issues it is about, besides the one its item is about.
        issue_status: what the issues that are named become; that of its item, where none is.
        vote: the vote on its item that it stands on, of several: `V2`, or `none`.

    Raises:
        NotFoundError: there is no such meeting, resolution, item or issue.
        RuleError: it belongs to another item, it is about these issues already, its minutes are
            confirmed; its vote was lost and would close an issue; an issue is secret or cannot
            become what was said.
    """
    meeting = meeting_to_change(tx, meeting_number)
    row = find_resolution(tx, meeting_number, number)
    place = None if item is None else _place(tx, meeting, row, item)
    meant = issues_meant(tx, issues, place).without(row.issues)
    made = meant.becoming(issue_status)
    if issue_status is not None and not any(becomes for _one, becomes in made):
        raise UsageError(
            _("--status says what an issue becomes, and none is added."),
            hint=_("Name it: --issue 2026-0007, or --item N of an item that is about one."),
        )
    if not meant.rows and (place is None or (row.item is not None and not vote)):
        raise RuleError(
            _("{number} is recorded like that already.").format(number=row.label),
            hint=_("See: jinlin meeting resolutions"),
        )
    if place is not None:
        stands_on = _stands_on(tx, meeting, row, place, vote)
        tx.update("resolution", row.id, item_id=place.id, vote=stands_on)
        row = resolution_row(tx, row.id)
    tx.insert_many(
        "resolution_issue", ("resolution_id", "issue_id"), [(row.id, one.id) for one in meant.rows]
    )
    tell_issues(tx, meeting, row, made)
    words: dict[str, Value] = {"number": row.label}
    tx.describe(
        Message(N_("Put resolution {number} to its item or issues"), words),
        reverse=Message(N_("take resolution {number} off its item or issues"), words),
        subject=meeting.label,
    )
    return resolution_row(tx, row.id)


def _place(tx: Tx, meeting: MeetingRow, row: Resolution, position: int) -> AgendaItem:
    """Return the item a resolution is put to.

    Raises:
        NotFoundError: there is none at this place.
        RuleError: it belongs to another one.
    """
    if row.item not in {None, position}:
        raise RuleError(
            _("Resolution {number} belongs to item {item} already.").format(
                number=row.label, item=row.item
            ),
            hint=_("See: jinlin meeting show {number}").format(number=meeting.label),
        )
    return find_item(tx, meeting, position)


def _stands_on(
    tx: Tx, meeting: MeetingRow, row: Resolution, place: AgendaItem, vote: str | None
) -> int | None:
    """Return the vote it stands on at its item: what was said, else as it does already."""
    if row.own_vote and row.item is not None and not vote:
        return row.own_vote
    said = vote or (f"V{row.own_vote}" if row.own_vote else None)
    return vote_of_new(tx, meeting, place, said, settled=row.result)
