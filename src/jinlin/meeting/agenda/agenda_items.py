"""The items of an agenda, changed by hand; after opening a change needs a reason."""

from __future__ import annotations

from typing import NamedTuple

from jinlin.core.errors import NotFoundError, RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.reference import Reference
from jinlin.issue.record.actions import refuse_secret
from jinlin.issue.record.queries import find
from jinlin.meeting.record.agenda import AgendaChange, AgendaItem, SourceKind, item_row, items
from jinlin.meeting.record.branch_first import is_first
from jinlin.meeting.record.opening import meeting_to_change
from jinlin.meeting.record.queries import MeetingRow, find_meeting
from jinlin.store.known import known
from jinlin.store.transaction.tx import Reader, Tx


class ItemEdit(NamedTuple):
    """What is to be changed of an item, or said of a new one; None keeps what is there.

    Attributes:
        title: what it is about.
        note: what was said; it is added below what is there.
        view: what the meeting held of it, for the summary (会议认为).
        internal: it stands on no paper that leaves the house.
        branch_first: the branch deliberates it before this meeting does.
        settled: nothing of it is left for the next meeting.
        for_item: the item of another meeting that is deliberated here beforehand.
        reason: why the agenda is changed after the meeting was opened.
        issue: the number of the issue it is about.
        about: what else it is about: works, a plan.
    """

    title: str | None = None
    note: str | None = None
    view: str | None = None
    internal: bool | None = None
    branch_first: bool | None = None
    settled: bool | None = None
    for_item: tuple[int, int] | None = None
    reason: str | None = None
    issue: str | None = None
    about: Reference | None = None


def add_item(tx: Tx, number: int, title: str | None, edit: ItemEdit) -> AgendaItem:
    """Put one more item at the end of an agenda, called as the one it is for where nothing is said.

    Raises:
        NotFoundError: there is no such meeting or issue, or not the item it is to be deliberated
            for.
        RuleError: the minutes are confirmed, or the issue is secret.
        UsageError: the meeting was opened, and no reason is given.
    """
    meeting = meeting_to_change(tx, number)
    _check_reason(meeting, edit.reason)
    title = title or _title_of(tx, edit.for_item)
    item_id = tx.insert(
        "agenda_item",
        meeting_id=meeting.id,
        position=next_position(tx, meeting),
        title=title,
        note=edit.note,
        view=edit.view,
        internal=int(bool(edit.internal)),
        branch_first=int(_wants_branch_first(tx, meeting, title, edit)),
        for_item_id=_for_item(tx, edit.for_item),
        **source_of(tx, edit.about, edit.issue),
    )
    item = item_row(tx, item_id)
    _note_change(tx, meeting, item, AgendaChange.ADDED, edit.reason)
    words: dict[str, Value] = {"number": meeting.label, "position": item.position}
    tx.describe(
        Message(N_("Put item {position} on the agenda of meeting {number}"), words),
        reverse=Message(N_("take item {position} off the agenda of meeting {number}"), words),
        subject=meeting.label,
    )
    return item


def next_position(reader: Reader, meeting: MeetingRow) -> int:
    """Return the number of the next item; after opening one that was taken off keeps its own."""
    return 1 + int(
        reader.value(
            "SELECT coalesce(max(position), 0) FROM agenda_item WHERE meeting_id = ?"
            " AND (removed_at IS NULL OR ?)",
            (meeting.id, meeting.opened_at is not None),
        )
    )


def edit_item(tx: Tx, number: int, position: int, edit: ItemEdit) -> AgendaItem:
    """Change an item of an agenda, or write down more of what was said about it.

    Raises:
        NotFoundError: there is no such meeting, item or issue.
        RuleError: the minutes are confirmed, or the issue is secret.
        UsageError: the title is to change after opening, and no reason is given.
    """
    meeting = meeting_to_change(tx, number)
    item = find_item(tx, meeting, position)
    flags = (("internal", edit.internal), ("branch_first", edit.branch_first),
             ("settled", edit.settled))  # fmt: skip
    values: dict[str, object] = {name: int(flag) for name, flag in flags if flag is not None}
    if edit.title is not None and edit.title != item.title:
        _check_reason(meeting, edit.reason)
        values["title"] = edit.title
    if edit.note is not None:
        values["note"] = f"{item.note}\n{edit.note}" if item.note else edit.note
    if edit.view is not None:
        values["view"] = edit.view
    if edit.for_item is not None:
        values["for_item_id"] = _for_item(tx, edit.for_item)
    values |= source_of(tx, edit.about, edit.issue)
    if values:
        tx.update("agenda_item", item.id, **values)
    if "title" in values:
        _note_change(tx, meeting, item, AgendaChange.EDITED, edit.reason)
    words: dict[str, Value] = {"number": meeting.label, "position": position}
    tx.describe(
        Message(N_("Changed item {position} of meeting {number}"), words),
        reverse=Message(N_("set item {position} of meeting {number} back"), words),
        subject=meeting.label,
    )
    return item_row(tx, item.id)


def move_item(tx: Tx, number: int, position: int, to: int) -> AgendaItem:
    """Give an item another place; those between move up or down by one.

    Raises:
        NotFoundError: there is no such meeting or item.
        RuleError: the meeting was opened: numbers that were spoken of stay.
    """
    meeting = meeting_to_change(tx, number)
    item = find_item(tx, meeting, position)
    if meeting.opened_at is not None:
        raise RuleError(
            _("Meeting {number} was opened: its items keep their numbers.").format(
                number=meeting.label
            ),
            hint=_("Take it up when its turn comes; the minutes tell the order."),
        )
    order = [one.id for one in items(tx, meeting.id) if one.id != item.id]
    order.insert(max(to, 1) - 1, item.id)
    renumber(tx, order)
    place = order.index(item.id) + 1
    words: dict[str, Value] = {"number": meeting.label, "position": position, "to": place}
    tx.describe(
        Message(N_("Moved item {position} of meeting {number} to place {to}"), words),
        reverse=Message(N_("move item {to} of meeting {number} back to {position}"), words),
        subject=meeting.label,
    )
    return item_row(tx, item.id)


def remove_item(tx: Tx, number: int, position: int, reason: str | None = None) -> AgendaItem:
    """Take an item off an agenda; building the agenda again leaves it off.

    Raises:
        NotFoundError: there is no such meeting or item.
        RuleError: the minutes are confirmed, or something was resolved or said under it.
        UsageError: the meeting was opened, and no reason is given.
    """
    meeting = meeting_to_change(tx, number)
    item = find_item(tx, meeting, position)
    _check_reason(meeting, reason)
    if is_used(tx, item):
        raise RuleError(
            _("Something was said, voted on or resolved under item {position} of {number}.").format(
                position=position, number=meeting.label
            ),
            hint=_("It stays on the agenda; see: jinlin meeting show {number}").format(
                number=meeting.label
            ),
        )
    tx.update("agenda_item", item.id, removed_at=tx.clock.stamp)
    _note_change(tx, meeting, item, AgendaChange.REMOVED, reason)
    if meeting.opened_at is None:
        renumber(tx, [one.id for one in items(tx, meeting.id)])
    words: dict[str, Value] = {"number": meeting.label, "position": position}
    tx.describe(
        Message(N_("Took item {position} off the agenda of meeting {number}"), words),
        reverse=Message(N_("put item {position} back on the agenda of meeting {number}"), words),
        subject=meeting.label,
    )
    return item


def find_item(reader: Reader, meeting: MeetingRow, position: int) -> AgendaItem:
    """Return an item of a meeting's agenda.

    Raises:
        NotFoundError: there is none at this place; the agenda is listed.
    """
    agenda = items(reader, meeting.id)
    for item in agenda:
        if item.position == position:
            return item
    raise NotFoundError(
        _("Meeting {number} has no item {position}.").format(
            number=meeting.label, position=position
        ),
        hint=_("Its agenda: {items}.").format(
            items=_(", ").join(f"{item.position} {item.title}" for item in agenda)
        )
        if agenda
        else _("Its agenda is empty; add to it: jinlin meeting item {number} TEXT").format(
            number=meeting.label
        ),
    )


def _wants_branch_first(tx: Tx, meeting: MeetingRow, title: str, edit: ItemEdit) -> bool:
    """Return what was said, or else what the list of matters says for this kind of meeting."""
    if edit.branch_first is not None:
        return edit.branch_first
    return is_first(tx, meeting.type, title)


def _title_of(tx: Tx, wanted: tuple[int, int] | None) -> str:
    assert wanted is not None
    number, position = wanted
    return find_item(tx, find_meeting(tx, number), position).title


def _for_item(tx: Tx, wanted: tuple[int, int] | None) -> int | None:
    if wanted is None:
        return None
    number, position = wanted
    return find_item(tx, find_meeting(tx, number), position).id


def source_of(tx: Tx, about: Reference | None, issue: str | None = None) -> dict[str, str]:
    """Return what ties an item to a record, as if it were drawn from it.

    Args:
        tx: the transaction.
        about: the record.
        issue: the number of an issue, which goes before it.

    Raises:
        NotFoundError: there is no such record.
        RuleError: it is a secret issue.
    """
    if about is not None and about.kind == SourceKind.ISSUE:
        issue = issue or about.number
    elif about is not None:
        known(tx, about)
        return {"source_kind": about.kind, "source_ref": about.number}
    if issue is None:
        return {}
    found = find(tx, issue)
    refuse_secret(found.privacy)
    return {"source_kind": "issue", "source_ref": found.label}


def _check_reason(meeting: MeetingRow, reason: str | None) -> None:
    if meeting.opened_at is not None and not reason:
        raise UsageError(
            _("Meeting {number} was opened and its agenda is frozen; a change needs a reason.")
            .format(number=meeting.label),
            hint=_("Say why: --reason TEXT; the change is shown with the agenda."),
        )  # fmt: skip


def _note_change(
    tx: Tx, meeting: MeetingRow, item: AgendaItem, kind: AgendaChange, reason: str | None
) -> None:
    if meeting.opened_at is None:
        return
    tx.insert(
        "agenda_change",
        meeting_id=meeting.id,
        item_id=item.id,
        at=tx.clock.stamp,
        kind=kind,
        before=None if kind is AgendaChange.ADDED else item.title,
        reason=reason,
    )


def renumber(tx: Tx, order: list[int]) -> None:
    """Give the items of an agenda the places in which their ids stand."""
    tx.update_many("agenda_item", ["position"], list(enumerate(order, start=1)))


def is_used(tx: Tx, item: AgendaItem) -> bool:
    """Return whether something was resolved, said, voted on or given out under an item."""
    return bool(
        tx.value(
            "SELECT EXISTS (SELECT 1 FROM resolution WHERE item_id = ?1 AND removed_at IS NULL)"
            " OR EXISTS (SELECT 1 FROM statement WHERE item_id = ?1 AND removed_at IS NULL)"
            " OR EXISTS (SELECT 1 FROM vote WHERE item_id = ?1 AND removed_at IS NULL)"
            " OR EXISTS (SELECT 1 FROM action_item WHERE item_id = ?1 AND removed_at IS NULL)",
            (item.id,),
        )
    )
