"""A resolution written down wrongly is put right or taken out while the minutes are a draft."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.meeting.agenda.agenda_items import find_item
from jinlin.meeting.record.grounds import Ground
from jinlin.meeting.record.opening import meeting_to_change
from jinlin.meeting.record.queries import MeetingRow, find_meeting
from jinlin.meeting.record.register import Resolution
from jinlin.meeting.record.resolution_register import find_resolution, resolution_row
from jinlin.meeting.record.write_back import note_progress
from jinlin.meeting.resolution.election_claims import check_election
from jinlin.meeting.resolution.own_vote import item_voted_on, vote_of_new
from jinlin.meeting.resolution.resolutions import check_days
from jinlin.meeting.rules.resolutions import ResolutionStatus, action_label
from jinlin.store.transaction.tx import Tx


class ResolutionEdit(NamedTuple):
    """What is to be changed of a resolution; None keeps what is there, empty text takes it away.

    Attributes:
        text: the decision itself; never empty.
        owner: who carries it out.
        due_on: by when.
        basis: on which law or rule it stands.
        result: how it was settled, where no vote is kept.
        effective_on: from when it holds.
        review_on: when it is to be looked at again.
        vote: the vote it stands on: `V2`, or `none`.
    """

    text: str | None = None
    owner: str | None = None
    due_on: date | None = None
    basis: str | None = None
    result: str | None = None
    effective_on: date | None = None
    review_on: date | None = None
    vote: str | None = None


def edit_resolution(tx: Tx, meeting_number: int, number: int, edit: ResolutionEdit) -> Resolution:
    """Change what was written down of a resolution; its issues hear what it says now.

    Raises:
        NotFoundError: there is no such meeting, resolution or vote.
        RuleError: its minutes are confirmed, nothing would change, a day is before the meeting, or
            it is to be reviewed though it is carried out or revoked.
    """
    row = find_resolution(tx, meeting_number, number)
    # Which vote one of before stands on is no part of what was confirmed.
    untold = row.ground is Ground.UNTOLD and edit == ResolutionEdit(vote=edit.vote)
    meeting = (find_meeting if untold else meeting_to_change)(tx, meeting_number)
    check_days(meeting, edit)
    told = {
        key: value for key, value in edit._replace(vote=None)._asdict().items() if value is not None
    }
    values: dict[str, object] = {
        key: value.isoformat() if isinstance(value, date) else value or None
        for key, value in told.items()
        if (value or None) != getattr(row, key)
    }
    if "text" in values:
        settled = row.result if edit.result is None else edit.result
        check_election(tx, meeting, str(values["text"]), row.own_vote, settled)
    if edit.vote:
        values |= _own_vote(tx, meeting, row, edit)
    if not values:
        raise RuleError(
            _("{number} is recorded like that already.").format(number=row.label),
            hint=_("See: jinlin meeting resolutions"),
        )
    if "review_on" in values and row.status is not ResolutionStatus.OPEN:
        raise RuleError(
            _("Resolution {number} is carried out or revoked; it is not reviewed again.").format(
                number=row.label
            ),
            hint=_("Leave --review out."),
        )
    tx.update("resolution", row.id, **values)
    if edit.text and "text" in values:
        said = _("The wording of {number} was put right: {text}").format(
            number=row.label, text=edit.text
        )
        note_progress(tx, row.issues, text=said, reference=row.label)
    words: dict[str, Value] = {"number": row.label}
    tx.describe(
        Message(N_("Changed resolution {number}"), words),
        reverse=Message(N_("set resolution {number} back"), words),
        subject=meeting.label,
    )
    return resolution_row(tx, row.id)


def _own_vote(
    tx: Tx, meeting: MeetingRow, row: Resolution, edit: ResolutionEdit
) -> dict[str, object]:
    """Return what is to be written so that a resolution stands on a vote; nothing where it does."""
    item = find_item(tx, meeting, row.item) if row.item else None
    settled = row.result if edit.result is None else edit.result
    vote = vote_of_new(tx, meeting, item, edit.vote, settled=settled)
    if vote == row.own_vote:
        return {}
    if item is None and vote:
        item = item_voted_on(tx, meeting, vote)
    return {"vote": vote, "item_id": item.id if item else None}


def remove_resolution(
    tx: Tx, meeting_number: int, number: int, reason: str
) -> tuple[Resolution, tuple[str, ...]]:
    """Take out a resolution that was recorded by mistake; its number is never given again.

    What was written back to issues stays in their life, followed by a note that the resolution
    was taken out and why; what they became stays too. Action items stand on their own from then
    on.

    Returns:
        The resolution as it was, and the numbers of the action items that belonged to it.

    Raises:
        NotFoundError: there is no such meeting or resolution.
        RuleError: its minutes are confirmed.
    """
    meeting = meeting_to_change(tx, meeting_number)
    row = find_resolution(tx, meeting_number, number)
    why = _("Taken out: {reason}").format(reason=reason)
    tx.update(
        "resolution",
        row.id,
        removed_at=tx.clock.stamp,
        remark=f"{row.remark}\n{why}" if row.remark else why,
    )
    tasks = tx.rows(
        "SELECT id, number FROM action_item WHERE resolution_id = ? AND removed_at IS NULL"
        " ORDER BY number",
        (row.id,),
    )
    tx.update_many("action_item", ["resolution_id"], [(None, task["id"]) for task in tasks])
    said = _("Resolution {number} was recorded by mistake and taken out: {reason}").format(
        number=row.label, reason=reason
    )
    note_progress(tx, row.issues, text=said, reference=row.label, settles=True)
    words: dict[str, Value] = {"number": row.label}
    tx.describe(
        Message(N_("Took out resolution {number}"), words),
        reverse=Message(N_("put resolution {number} back"), words),
        subject=meeting.label,
    )
    return row, tuple(action_label(task["number"]) for task in tasks)
