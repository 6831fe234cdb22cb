"""What a user can do with meetings: hold them, fill their agenda, change what was wrong."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Final, NamedTuple

from jinlin.complex.household.people import find_person
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.sentences import enumerated
from jinlin.core.text import clean
from jinlin.meeting.record.branch_first import is_first
from jinlin.meeting.record.held import HELD, NUMBERED
from jinlin.meeting.record.opening import check_end, meeting_to_change
from jinlin.meeting.record.queries import MeetingRow, meeting_row
from jinlin.meeting.rules.kinds import is_usual_title, service_types, type_name
from jinlin.meeting.rules.meetings import usual_title
from jinlin.person.rules import person_number, phone_ending
from jinlin.store.transaction.tx import Reader, Tx

FIELD_LABELS: Final[Mapping[str, str]] = {
    "type": N_("Type"),
    "title": N_("Title"),
    "held_at": N_("Time"),
    "ended_at": N_("Ended"),
    "place": N_("Place"),
    "chair": N_("Chair"),
    "recorder": N_("Recorder"),
    "note": N_("Discussion"),
    "sent_to": N_("Sent to"),
}
"""What people call the fields of a meeting."""


class NewMeeting(NamedTuple):
    """A meeting as it is to be recorded; moments as the database keeps them.

    Attributes:
        type: the code of its kind.
        held_at: when it begins.
        title: None for the usual one.
        items: its agenda.
        source: what its items are about, as columns of `agenda_item`.
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
    source: Mapping[str, str] = {}


def add_meeting(tx: Tx, new: NewMeeting) -> MeetingRow:
    """Record a meeting under a new permanent number, and say so in the history.

    Raises:
        RuleError: it would end before it begins.
    """
    row = record_meeting(tx, new)
    words: dict[str, Value] = {"number": row.label, "day": row.held_at.date().isoformat()}
    tx.describe(
        Message(N_("Added meeting {number} of {day}"), words),
        reverse=Message(N_("remove meeting {number} of {day}"), words),
        subject=row.label,
    )
    return row


def record_meeting(tx: Tx, new: NewMeeting) -> MeetingRow:
    """Record a meeting under a new permanent number; the caller describes it.

    Raises:
        RuleError: it would end before it begins.
    """
    _check_end(new.held_at, new.ended_at)
    number = tx.next_number("meeting")
    meeting_id = tx.insert(
        "meeting",
        number=number,
        type=new.type,
        title=new.title or _usual_title(tx, new.type, new.held_at),
        held_at=new.held_at,
        ended_at=new.ended_at,
        place=new.place,
        chair=new.chair,
        recorder=new.recorder,
        note=new.note,
    )
    tx.insert_many(
        "agenda_item",
        ("meeting_id", "position", "title", "branch_first", *new.source),
        [
            (meeting_id, position, title, int(is_first(tx, new.type, title)), *new.source.values())
            for position, title in enumerate(new.items, start=1)
        ],
    )
    return meeting_row(tx, meeting_id)


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
        RuleError: nothing would change, it would end before it begins, or it voted and would be
            of another kind or day, or it is a service day with numbers and would be none.
    """
    row = meeting_to_change(tx, number)
    kept = tx.row("SELECT * FROM meeting WHERE id = ?", (row.id,))
    assert kept is not None
    changed = _changed(tx, kept, changes)
    if not changed:
        raise RuleError(
            _("Meeting {number} is recorded like that already.").format(number=row.label),
            hint=_("See: jinlin meeting show {number}").format(number=row.label),
        )
    now = {**dict(kept), **changed}
    _check_end(now["held_at"], now["ended_at"])
    if changed.get("ended_at"):
        check_end(tx, row, now["ended_at"])
    _check_votes(tx, row, changed)
    _check_service(tx, row, changed.get("type"))
    if kept["opened_at"] == kept["held_at"] and "held_at" in changed:
        changed["opened_at"] = changed["held_at"]
    if _is_put_off(tx, row, changed.get("held_at")):
        changed["planned_for"] = kept["held_at"]
    tx.update("meeting", row.id, **changed)
    words: dict[str, Value] = {
        "number": row.label,
        "fields": enumerated(FIELD_LABELS[field] for field in changed if field in FIELD_LABELS),
    }
    tx.describe(
        Message(N_("Meeting {number} was changed: {fields}"), words),
        reverse=Message(N_("set meeting {number} back: {fields}"), words),
        subject=row.label,
    )
    return meeting_row(tx, row.id)


def _check_service(tx: Tx, row: MeetingRow, type_: str | None) -> None:
    """Refuse that a service day whose numbers are recorded becomes a meeting: they would be lost.

    Raises:
        RuleError: it is so.
    """
    recorded = f"SELECT {NUMBERED} FROM meeting AS m WHERE m.id = ?"  # noqa: S608  (our own condition)
    if type_ is None or type_ in service_types() or not tx.value(recorded, (row.id,)):
        return
    raise RuleError(
        _("The numbers of {number} are those of a service day; a meeting has none.").format(
            number=row.label
        ),
        hint=_("If it was recorded by mistake: jinlin meeting remove {number}").format(
            number=row.label
        ),
    )


def _changed(tx: Tx, kept: sqlite3.Row, changes: Mapping[str, str | None]) -> dict[str, str | None]:
    """Return what would be different, a title that nobody chose among it."""
    values = dict(changes)
    if is_usual_title(kept["title"], kept["type"], tx.clock.local(kept["held_at"]).date()):
        usual = _usual_title(
            tx, values.get("type") or kept["type"], values.get("held_at") or kept["held_at"]
        )
        values.setdefault("title", usual)
    return {field: value for field, value in values.items() if value != kept[field]}


def remove_meeting(tx: Tx, number: int) -> MeetingRow:
    """Take a meeting out of the register: called off, or recorded by mistake; undo brings it back.

    Raises:
        NotFoundError: there is no such meeting.
        RuleError: its minutes are confirmed, or it resolved something or gave out a task.
    """
    meeting = meeting_to_change(tx, number)
    left = tx.value(
        "SELECT EXISTS (SELECT 1 FROM resolution WHERE meeting_id = ?1 AND removed_at IS NULL)"
        " OR EXISTS (SELECT 1 FROM action_item WHERE meeting_id = ?1 AND removed_at IS NULL)"
        " OR EXISTS (SELECT 1 FROM vote WHERE meeting_id = ?1 AND removed_at IS NULL)",
        (meeting.id,),
    )
    if left:
        raise RuleError(
            _("Meeting {number} voted, resolved or gave out tasks; it stays.").format(
                number=meeting.label
            ),
            hint=_("See: jinlin meeting show {number}").format(number=meeting.label),
        )
    tx.update("meeting", meeting.id, removed_at=tx.clock.stamp)
    words: dict[str, Value] = {"number": meeting.label, "day": meeting.held_at.date().isoformat()}
    tx.describe(
        Message(N_("Removed meeting {number} of {day}"), words),
        reverse=Message(N_("bring meeting {number} of {day} back"), words),
        subject=meeting.label,
    )
    return meeting


def spoken_name(reader: Reader, text: str) -> str:
    """Return the name minutes write: found by number, building or phone, else as it was said.

    Raises:
        NotFoundError: a number, building or phone's end says nobody.
    """
    if person_number(text) is not None or "@" in text or phone_ending(text):
        return find_person(reader, text).name
    return clean(text)


def name_if_said(reader: Reader, text: str | None) -> str | None:
    """Return the name minutes write for somebody, or for a unit; nobody stays nobody.

    Raises:
        NotFoundError: as for `spoken_name`.
    """
    return spoken_name(reader, text) if text else text


def _usual_title(tx: Tx, type_code: str, held_at: str) -> str:
    return usual_title(type_name(type_code), tx.clock.local(held_at).date())


def _is_put_off(tx: Tx, meeting: MeetingRow, held_at: str | None) -> bool:
    """Return whether a meeting that was not held yet is put off, for the first time."""
    if held_at is None or meeting.planned_for is not None or meeting.opened_at is not None:
        return False
    return tx.clock.local(held_at).date() > meeting.held_at.date() and not tx.value(
        f"SELECT {HELD} FROM meeting AS m WHERE m.id = ?",  # noqa: S608  (our own condition)
        (meeting.id,),
    )


def _check_votes(tx: Tx, meeting: MeetingRow, changed: Mapping[str, str | None]) -> None:
    """Refuse another kind or day of a meeting that voted: both say who votes, and by which rule.

    Raises:
        RuleError: it is so.
    """
    held_at = changed.get("held_at")
    moved = held_at is not None and tx.clock.local(held_at).date() != meeting.held_at.date()
    if not moved and changed.get("type") is None:
        return
    if tx.value(
        "SELECT EXISTS (SELECT 1 FROM vote WHERE meeting_id = ? AND removed_at IS NULL)",
        (meeting.id,),
    ):
        raise RuleError(
            _(
                "Meeting {number} voted by the rules of its kind and day; neither can be changed."
            ).format(number=meeting.label),
            hint=_("Take the votes back first: jinlin undo"),
        )


def _check_end(held_at: str, ended_at: str | None) -> None:
    if ended_at is not None and ended_at <= held_at:
        raise RuleError(
            _("A meeting cannot end before it begins."),
            hint=_("Compare --time and --end."),
        )
