"""待办: who does what by when, given out by a meeting and followed until it is done."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.line.option_names import as_typed
from jinlin.core.reference import Reference
from jinlin.meeting.agenda.agenda_items import find_item
from jinlin.meeting.record.action_register import action_row, find_action
from jinlin.meeting.record.opening import meeting_to_change
from jinlin.meeting.record.queries import MeetingRow
from jinlin.meeting.record.register import ActionRow
from jinlin.meeting.record.resolution_register import find_resolution
from jinlin.meeting.record.write_back import issues_meant, note_progress, write_decision
from jinlin.meeting.rules.resolutions import WHOLE, action_label
from jinlin.store.known import known
from jinlin.store.transaction.tx import Tx


class NewAction(NamedTuple):
    """An action item as it is to be recorded.

    Attributes:
        text: what is to be done.
        owner: a person or a unit.
        due_on: by when.
        item: the place on the agenda of the item it belongs to.
        resolution: the number within the meeting of the resolution it carries out.
        issues: the numbers of the issues it is about, besides the one its item is about.
        about: what else it is about, such as the evaluation whose findings it puts right.
    """

    text: str
    owner: str | None = None
    due_on: date | None = None
    item: int | None = None
    resolution: int | None = None
    issues: tuple[str, ...] = ()
    about: Reference | None = None


def add_action(tx: Tx, number: int, new: NewAction) -> ActionRow:
    """Record what somebody is to do after a meeting; the issues it is about say so too.

    Raises:
        NotFoundError: there is no such meeting, item, resolution, issue, or nothing it is about.
        RuleError: it would be due before the meeting; the minutes are confirmed; an issue is
            secret.
    """
    meeting = meeting_to_change(tx, number)
    _check_due(meeting, new.due_on)
    resolution = None if new.resolution is None else find_resolution(tx, number, new.resolution)
    place = new.item if new.item is not None or resolution is None else resolution.item
    item = None if place is None else find_item(tx, meeting, place)
    issues = issues_meant(tx, new.issues, item).rows
    about = known(tx, new.about) if new.about else None
    given = tx.next_number("action item")
    label = action_label(given)
    row_id = tx.insert(
        "action_item",
        number=given,
        meeting_id=meeting.id,
        item_id=item.id if item else None,
        resolution_id=resolution.id if resolution else None,
        text=new.text,
        owner=new.owner,
        due_on=new.due_on.isoformat() if new.due_on else None,
        about_kind=about and about.kind,
        about_number=about and about.number,
    )
    tx.insert_many("action_issue", ("action_id", "issue_id"), [(row_id, i.id) for i in issues])
    write_decision(tx, meeting, issues, text=_told(new), reference=label)
    tx.describe(
        Message(
            N_("Recorded action item {number} of meeting {meeting}"),
            {"number": label, "meeting": meeting.label},
        ),
        reverse=Message(N_("remove action item {number}"), {"number": label}),
        subject=meeting.label,
    )
    return action_row(tx, row_id)


class ActionEdit(NamedTuple):
    """What is to be changed of an action item; None keeps what is there.

    Attributes:
        owner: a person or a unit; empty for nobody.
        percent: how much of it is done; 100 closes it.
        on: the day it was done.
        remark: what came of it; it is added below what is there.
    """

    text: str | None = None
    owner: str | None = None
    due_on: date | None = None
    percent: int | None = None
    on: date | None = None
    remark: str | None = None


def edit_action(tx: Tx, number: int, edit: ActionEdit) -> ActionRow:
    """Change an action item, or record how far it is; the issues it is about hear that it is done.

    How far it is may always be recorded; who is to do what by when stands in the minutes, and is
    locked with them.

    Raises:
        NotFoundError: there is no such action item.
        RuleError: nothing would change, or the minutes are confirmed and say otherwise.
        UsageError: it would be done in the future.
    """
    row = find_action(tx, number)
    told = {"text": edit.text, "owner": edit.owner,
            "due_on": edit.due_on.isoformat() if edit.due_on else None}  # fmt: skip
    values: dict[str, object] = {
        key: value or None for key, value in told.items() if value is not None
    }
    if values:
        _check_due(meeting_to_change(tx, int(row.meeting[1:])), edit.due_on)
    values |= _progress(tx, row, edit)
    if edit.remark:
        values["remark"] = f"{row.remark}\n{edit.remark}" if row.remark else edit.remark
    if not values:
        raise RuleError(
            _("Action item {number} is recorded like that already.").format(number=row.label),
            hint=_("See: jinlin meeting actions"),
        )
    tx.update("action_item", row.id, **values)
    if values.get("percent") == WHOLE:
        said = _("Done: {text}").format(text=row.text)
        remark = edit.remark and _("; {remark}").format(remark=edit.remark)
        note_progress(tx, row.issues, text=f"{said}{remark or ''}", reference=row.label)
    did = Message(
        N_("Action item {number} is done")
        if values.get("percent") == WHOLE
        else N_("Changed action item {number}"),
        {"number": row.label},
    )
    tx.describe(did, reverse=Message(N_("take back: {did}"), {"did": did}), subject=row.meeting)
    return action_row(tx, row.id)


def _progress(tx: Tx, row: ActionRow, edit: ActionEdit) -> dict[str, object]:
    """Return the columns of how far it is, where that is said and new."""
    if edit.percent is None or (edit.percent == row.percent and edit.on in {None, row.done_on}):
        return {}
    if edit.percent < WHOLE:
        return {"percent": edit.percent, "done_on": None}
    day = edit.on or tx.clock.today
    if day > tx.clock.today:
        raise UsageError(
            _("{day} is in the future: nothing is done then yet.").format(day=day),
            hint=_("Give the day on which it happened."),
        )
    return {"percent": WHOLE, "done_on": day.isoformat()}


def _check_due(meeting: MeetingRow, due_on: date | None) -> None:
    if due_on is not None and due_on < meeting.held_at.date():
        raise RuleError(
            _("An action item cannot be due before its meeting, {day}.").format(
                day=meeting.held_at.date().isoformat()
            ),
            hint=_("Write the year too, like {option} 2026-12-01.").format(
                option=as_typed("--due")
            ),
        )


def _told(new: NewAction) -> str:
    """Return what an issue's life says of an action item."""
    parts = [_("To do: {text}").format(text=new.text)]
    if new.owner:
        parts.append(_("responsible: {owner}").format(owner=new.owner))
    if new.due_on:
        parts.append(_("by {day}").format(day=new.due_on.isoformat()))
    return _("; ").join(parts)
