"""Who was at a meeting, and what it resolved: typed many times in a row, so plain SQL."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from jinlin.complex.people import people_called, the_one
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.meeting.actions import find_item
from jinlin.meeting.locking import meeting_to_change
from jinlin.meeting.queries import MeetingRow, find_meeting
from jinlin.meeting.rules import STATE_LABELS, WITH_REASON, State, resolution_label
from jinlin.member.queries import Filter, members
from jinlin.member.rules import MEMBERS, Affiliation
from jinlin.person.queries import PersonRow
from jinlin.person.rules import parse_name, person_number, phone_ending
from jinlin.store.tx import Reader, Tx


class Attended(NamedTuple):
    """What recording attendance did, by name.

    Attributes:
        meeting: which meeting.
        added: who was not recorded before.
        changed: who was recorded in another state, or for another reason.
        unchanged: who was recorded just so.
        guests: those of the added who are not among the people of the complex.
    """

    meeting: MeetingRow
    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    guests: tuple[str, ...]


class _Named(NamedTuple):
    """Somebody to be recorded; a guest has no person."""

    name: str
    person_id: int | None


def attend(
    tx: Tx, number: int, names: Sequence[str], *, state: State, reason: str | None = None
) -> Attended:
    """Record where people were; who is recorded already gets the new state.

    Args:
        tx: the transaction.
        number: the meeting's number.
        names: names, `P12`, `name@building`; a name nobody here has is a guest's.
        state: where they were.
        reason: why, for who was late, excused or absent.

    Raises:
        NotFoundError: there is no such meeting, or a name may be several people's.
        UsageError: a reason does not go with the state, or a name is none.
    """
    meeting = meeting_to_change(tx, number)
    if reason and state not in WITH_REASON:
        raise UsageError(
            _("A reason goes with late, excused or absent."), hint=_("Leave --reason out.")
        )
    did: dict[str, list[str]] = {"added": [], "changed": [], "unchanged": []}
    guests = []
    for named in dict.fromkeys(_named(tx, name) for name in names):
        what = _record(tx, meeting, named, state, reason)
        did[what].append(named.name)
        if what == "added" and named.person_id is None:
            guests.append(named.name)
    touched = len(did["added"]) + len(did["changed"])
    if touched:
        words: dict[str, Value] = {
            "number": meeting.label,
            "count": touched,
            "state": Message(STATE_LABELS[state]),
        }
        tx.describe(
            Message(N_("Attendance at meeting {number}, {state}: {count}"), words),
            reverse=Message(
                N_("take back attendance at meeting {number}, {state}: {count}"), words
            ),
            subject=meeting.label,
        )
    return Attended(meeting=meeting, **{k: tuple(v) for k, v in did.items()}, guests=tuple(guests))


def unrecorded_members(reader: Reader, number: int) -> list[PersonRow]:
    """Return the members of this branch of whom a meeting records nothing yet.

    Raises:
        NotFoundError: there is no such meeting.
    """
    meeting = find_meeting(reader, number)
    recorded = {
        row[0]
        for row in reader.rows(
            "SELECT person_id FROM attendance WHERE meeting_id = ? AND removed_at IS NULL",
            (meeting.id,),
        )
    }
    own = Filter(party_states=tuple(MEMBERS), affiliations=(Affiliation.HERE,))
    return [m.person for m in members(reader, own) if m.person.id not in recorded]


def _named(tx: Tx, text: str) -> _Named:
    """Return who is meant: somebody of the complex, or a guest by her name alone."""
    found = people_called(tx, text)
    if found or person_number(text) is not None or "@" in text or phone_ending(text):
        person = the_one(tx, found, text)
        return _Named(person.name, person.id)
    return _Named(parse_name(text), None)


def _record(tx: Tx, meeting: MeetingRow, named: _Named, state: State, reason: str | None) -> str:
    """Write one line of the attendance; say whether it was added, changed or unchanged."""
    known = tx.row(
        "SELECT id, person_id, state, reason FROM attendance WHERE meeting_id = ?"
        " AND removed_at IS NULL AND (person_id = ? OR (person_id IS NULL AND name = ?))",
        (meeting.id, named.person_id, named.name),
    )
    if known is None:
        tx.insert(
            "attendance",
            meeting_id=meeting.id,
            person_id=named.person_id,
            name=named.name,
            state=state.value,
            reason=reason,
        )
        return "added"
    if known["state"] == state and reason in {None, known["reason"]}:
        return "unchanged"
    tx.update(
        "attendance", known["id"], person_id=named.person_id, state=state.value, reason=reason
    )
    return "changed"


class NewResolution(NamedTuple):
    """A decision as it is to be recorded.

    Attributes:
        text: the decision itself.
        item: the place on the agenda of the item it belongs to.
        owner: who carries it out.
        due_on: by when.
    """

    text: str
    item: int | None = None
    owner: str | None = None
    due_on: date | None = None


def resolve(tx: Tx, number: int, new: NewResolution) -> str:
    """Record what a meeting decided.

    Returns:
        The resolution's number, such as `M12-1`.

    Raises:
        NotFoundError: there is no such meeting or item.
        RuleError: it would be due before the meeting.
    """
    meeting = meeting_to_change(tx, number)
    if new.due_on is not None and new.due_on < meeting.held_at.date():
        raise RuleError(
            _("A resolution cannot be due before its meeting, {day}.").format(
                day=meeting.held_at.date().isoformat()
            ),
            hint=_("Write the year too, like --due 2026-12-01."),
        )
    given = tx.next_number(f"resolution {meeting.label}")
    tx.insert(
        "resolution",
        meeting_id=meeting.id,
        item_id=None if new.item is None else find_item(tx, meeting, new.item).id,
        number=given,
        text=new.text,
        owner=new.owner,
        due_on=new.due_on.isoformat() if new.due_on else None,
    )
    label = resolution_label(meeting.number, given)
    tx.describe(
        Message(N_("Recorded resolution {number}"), {"number": label}),
        reverse=Message(N_("remove resolution {number}"), {"number": label}),
        subject=meeting.label,
    )
    return label
