"""What a user can do with meetings: hold them, fill their agenda, change what was wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from jinlin.complex.people import find_person
from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.sentences import enumerated
from jinlin.core.text import clean
from jinlin.meeting.kinds import type_name
from jinlin.meeting.locking import meeting_to_change
from jinlin.meeting.moments import usual_title
from jinlin.meeting.queries import Item, MeetingRow, find_meeting, items
from jinlin.person.rules import person_number, phone_ending
from jinlin.store.tx import Reader, Tx

FIELD_LABELS: Final[Mapping[str, str]] = {
    "type": N_("Type"),
    "title": N_("Title"),
    "held_at": N_("Time"),
    "ended_at": N_("Ended"),
    "place": N_("Place"),
    "chair": N_("Chair"),
    "recorder": N_("Recorder"),
    "note": N_("Discussion"),
}
"""What people call the fields of a meeting."""


class NewMeeting(NamedTuple):
    """A meeting as it is to be recorded; moments as the database keeps them.

    Attributes:
        type: the code of its kind.
        held_at: when it begins.
        title: None for the usual one.
        items: its agenda.
    """

    type: str
    held_at: str
    title: str | None = None
    ended_at: str | None = None
    place: str | None = None
    chair: str | None = None
    recorder: str | None = None
    note: str | None = None
    items: tuple[str, ...] = ()


def add_meeting(tx: Tx, new: NewMeeting) -> MeetingRow:
    """Record a meeting under a new permanent number.

    Raises:
        RuleError: it would end before it begins.
    """
    from jinlin.meeting.tables import AgendaItem, Meeting

    _check_end(new.held_at, new.ended_at)
    meeting = Meeting(
        number=tx.next_number("meeting"),
        type=new.type,
        title=new.title or _usual_title(tx, new.type, new.held_at),
        held_at=new.held_at,
        ended_at=new.ended_at,
        place=new.place,
        chair=new.chair,
        recorder=new.recorder,
        note=new.note,
    )
    tx.session.add(meeting)
    tx.session.flush()
    assert meeting.id is not None
    for position, title in enumerate(new.items, start=1):
        tx.session.add(AgendaItem(meeting_id=meeting.id, position=position, title=title))
    row = find_meeting(tx, meeting.number)
    words: dict[str, Value] = {"number": row.label, "day": row.held_at.date().isoformat()}
    tx.describe(
        Message(N_("Added meeting {number} of {day}"), words),
        reverse=Message(N_("remove meeting {number} of {day}"), words),
        subject=row.label,
    )
    return row


def edit_meeting(tx: Tx, number: int, changes: Mapping[str, str | None]) -> MeetingRow:
    """Change what is kept of a meeting; a title that nobody chose follows type and day.

    Args:
        tx: the transaction.
        number: the meeting's number.
        changes: the new values by field; None clears one.

    Returns:
        The meeting as it is now.

    Raises:
        NotFoundError: there is no such meeting.
        RuleError: nothing would change, or it would end before it begins.
    """
    from jinlin.meeting.tables import Meeting

    row = meeting_to_change(tx, number)
    meeting = tx.session.get_one(Meeting, row.id)
    values = dict(changes)
    if meeting.title == _usual_title(tx, meeting.type, meeting.held_at):
        usual = _usual_title(
            tx, values.get("type") or meeting.type, values.get("held_at") or meeting.held_at
        )
        values.setdefault("title", usual)
    changed = {f: value for f, value in values.items() if value != getattr(meeting, f)}
    if not changed:
        raise RuleError(
            _("Meeting {number} is recorded like that already.").format(number=row.label),
            hint=_("See: jinlin meeting show {number}").format(number=row.label),
        )
    for field, value in changed.items():
        setattr(meeting, field, value)
    _check_end(meeting.held_at, meeting.ended_at)
    tx.session.add(meeting)
    words: dict[str, Value] = {
        "number": row.label,
        "fields": enumerated(FIELD_LABELS[field] for field in changed),
    }
    tx.describe(
        Message(N_("Meeting {number} was changed: {fields}"), words),
        reverse=Message(N_("set meeting {number} back: {fields}"), words),
        subject=row.label,
    )
    return find_meeting(tx, number)


def add_item(tx: Tx, number: int, title: str, *, note: str | None = None) -> Item:
    """Put one more item on the agenda of a meeting.

    Raises:
        NotFoundError: there is no such meeting.
    """
    from jinlin.meeting.tables import AgendaItem

    meeting = meeting_to_change(tx, number)
    position = max((item.position for item in items(tx, meeting.id)), default=0) + 1
    tx.session.add(AgendaItem(meeting_id=meeting.id, position=position, title=title, note=note))
    words: dict[str, Value] = {"number": meeting.label, "position": position}
    tx.describe(
        Message(N_("Put item {position} on the agenda of meeting {number}"), words),
        reverse=Message(N_("take item {position} off the agenda of meeting {number}"), words),
        subject=meeting.label,
    )
    return find_item(tx, meeting, position)


def edit_item(
    tx: Tx, number: int, position: int, *, title: str | None = None, note: str | None = None
) -> Item:
    """Give an item of the agenda another title, or write down more of what was said about it.

    Args:
        tx: the transaction.
        number: the meeting's number.
        position: the item's place on the agenda.
        title: the new title; None keeps it.
        note: what was said; it is added below what is there.

    Raises:
        NotFoundError: there is no such meeting or item.
    """
    from jinlin.meeting.tables import AgendaItem

    meeting = meeting_to_change(tx, number)
    item = tx.session.get_one(AgendaItem, find_item(tx, meeting, position).id)
    if title is not None:
        item.title = title
    if note is not None:
        item.note = f"{item.note}\n{note}" if item.note else note
    tx.session.add(item)
    words: dict[str, Value] = {"number": meeting.label, "position": position}
    tx.describe(
        Message(N_("Changed item {position} of meeting {number}"), words),
        reverse=Message(N_("set item {position} of meeting {number} back"), words),
        subject=meeting.label,
    )
    return find_item(tx, meeting, position)


def find_item(reader: Reader, meeting: MeetingRow, position: int) -> Item:
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


def spoken_name(reader: Reader, text: str) -> str:
    """Return the name minutes write: found by number, building or phone, else as it was said.

    Raises:
        NotFoundError: a number, building or phone's end says nobody.
    """
    if person_number(text) is not None or "@" in text or phone_ending(text):
        return find_person(reader, text).name
    return clean(text)


def _usual_title(tx: Tx, type_code: str, held_at: str) -> str:
    return usual_title(type_name(type_code), tx.clock.local(held_at).date())


def _check_end(held_at: str, ended_at: str | None) -> None:
    if ended_at is not None and ended_at <= held_at:
        raise RuleError(
            _("A meeting cannot end before it begins."),
            hint=_("Compare --time and --end."),
        )
