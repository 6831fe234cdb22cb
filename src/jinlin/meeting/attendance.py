"""Who was at a meeting: typed many times in a row, so plain SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any, NamedTuple

from jinlin.complex.people import people_called, the_one
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.meeting.holding import freeze
from jinlin.meeting.locking import meeting_to_change
from jinlin.meeting.moments import has_time
from jinlin.meeting.queries import MeetingRow, find_meeting
from jinlin.meeting.rules import HERE, STATE_LABELS, WITH_REASON, State
from jinlin.meeting.standing_rules import type_on
from jinlin.member.queries import Filter, members
from jinlin.member.rules import MEMBERS, Affiliation
from jinlin.person.queries import PersonRow
from jinlin.person.rules import parse_name, person_number, phone_ending
from jinlin.store.tx import Reader, Tx

_IN_ROOM = HERE | {State.SITTING_IN}


class Attending(NamedTuple):
    """How people attended; moments as the database keeps them.

    Attributes:
        state: where they were; None for present, or late where they arrived after it began.
        reason: why they were late, excused or absent.
        arrived_at: when they came.
        left_at: when they left; empty text takes a leaving back.
        written: what they handed in beforehand instead of coming.
    """

    state: State | None = None
    reason: str | None = None
    arrived_at: str | None = None
    left_at: str | None = None
    written: str | None = None


class Attended(NamedTuple):
    """What recording attendance did, by name.

    Attributes:
        meeting: which meeting.
        state: where they are recorded now.
        added: who was not recorded before.
        changed: who was recorded in another state, for another reason, or with other times.
        unchanged: who was recorded just so.
        guests: those of the added who are not among the people of the complex.
    """

    meeting: MeetingRow
    state: State
    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    guests: tuple[str, ...]


class _Named(NamedTuple):
    """Somebody to be recorded; a guest has no person."""

    name: str
    person_id: int | None


def attend(tx: Tx, number: int, names: Sequence[str], how: Attending) -> Attended:
    """Record where people were; who is recorded already gets the new state.

    Args:
        tx: the transaction.
        number: the meeting's number.
        names: names, `P12`, `name@building`; a name nobody here has is a guest's.
        how: where they were, why, from when to when.

    Raises:
        NotFoundError: there is no such meeting, or a name may be several people's.
        RuleError: somebody is named twice, everybody is recorded just so, somebody left before
            she came, or opinions in writing do not count there.
        UsageError: a reason or a time does not go with the state, or a name is none.
    """
    meeting = meeting_to_change(tx, number)
    state = _state(tx, meeting, how)
    named = _each_once(tx, names)
    leaving = how.state is None and how.left_at is not None and how.arrived_at is None
    did: dict[str, list[str]] = {"added": [], "changed": [], "unchanged": []}
    guests = []
    states: set[State] = set()
    for one in named:
        what, recorded = _record(tx, meeting, one, how._replace(state=state), leaving=leaving)
        did[what].append(one.name)
        states.add(recorded)
        if what == "added" and one.person_id is None:
            guests.append(one.name)
    touched = len(did["added"]) + len(did["changed"])
    if named and not touched:
        raise RuleError(
            _("Recorded just so before: {names}").format(names=_(", ").join(did["unchanged"])),
            hint=_("See: jinlin meeting show {number}").format(number=meeting.label),
        )
    if touched and (how.arrived_at or how.left_at):
        freeze(tx, meeting)
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
    if len(states) == 1:
        [state] = states
    told = {key: tuple(value) for key, value in did.items()}
    return Attended(meeting=meeting, state=state, **told, guests=tuple(guests))


def represent(
    tx: Tx, number: int, bearer: str, absent: Sequence[str], *, authority: str
) -> tuple[str, ...]:
    """Record that somebody who is there votes for others who are not, by written authority.

    Args:
        tx: the transaction.
        number: the meeting's number.
        bearer: who is there.
        absent: who is not.
        authority: the paper (民法典 165: name, matter, period, signature).

    Returns:
        The names of those who are represented.

    Raises:
        NotFoundError: there is no such meeting, or a name may be several people's.
        RuleError: nobody can be represented there; the bearer is not there, or the others are.
    """
    meeting = meeting_to_change(tx, number)
    known = type_on(tx, meeting.type, meeting.held_at.date())
    if not known.proxies:
        raise RuleError(
            _("Nobody can vote for another in {type}.").format(type=known.name),
            hint=_("Who cannot come is excused: --state excused --reason WHY"),
        )
    by = _named(tx, bearer)
    row = _known(tx, meeting, by)
    if row is None or row["state"] not in HERE:
        raise RuleError(
            _("{name} is not there to vote for others.").format(name=by.name),
            hint=_("Record her first: jinlin meeting attend {number} {name}").format(
                number=meeting.label, name=by.name
            ),
        )
    names = []
    for one in _each_once(tx, absent):
        line = _known(tx, meeting, one)
        if one == by or (line is not None and line["state"] in _IN_ROOM):
            raise RuleError(
                _("{name} is there herself.").format(name=one.name),
                hint=_("Only who is absent is represented."),
            )
        values = {"represented_by": row["id"], "authority": authority, "written": None}
        if line is None:
            _insert(tx, meeting, one, state=State.EXCUSED.value, **values)
        else:
            excused = State.ABSENT if line["state"] == State.ABSENT else State.EXCUSED
            tx.update("attendance", line["id"], state=excused.value, **values)
        names.append(one.name)
    words: dict[str, Value] = {"number": meeting.label, "count": len(names)}
    tx.describe(
        Message(N_("Recorded written authority at meeting {number}: {count}"), words),
        reverse=Message(N_("take back written authority at meeting {number}: {count}"), words),
        subject=meeting.label,
    )
    return tuple(names)


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


def _state(tx: Tx, meeting: MeetingRow, how: Attending) -> State:
    """Return the state that is meant.

    Raises:
        RuleError: opinions in writing do not count in this kind of meeting.
        UsageError: a reason or a time does not go with it.
    """
    begun = meeting.opened_at or meeting.held_at
    late = how.arrived_at is not None and has_time(begun) and tx.clock.local(how.arrived_at) > begun
    usual = State.EXCUSED if how.written else State.LATE if late else State.PRESENT
    state = how.state or usual
    if how.reason and state not in WITH_REASON:
        raise UsageError(
            _("A reason goes with late, excused or absent."), hint=_("Leave --reason out.")
        )
    if (how.arrived_at or how.left_at) and state not in _IN_ROOM:
        raise UsageError(_("A time goes with who was there."), hint=_("Leave --at and --left out."))
    if how.written is not None:
        _check_written(tx, meeting, state)
    return state


def _check_written(tx: Tx, meeting: MeetingRow, state: State) -> None:
    """Refuse an opinion in writing from who is there, or where none counts.

    Raises:
        RuleError: it is so.
    """
    if state in _IN_ROOM:
        raise RuleError(
            _("An opinion in writing counts only from who is absent."),
            hint=_("Leave --state out; who hands one in is excused."),
        )
    known = type_on(tx, meeting.type, meeting.held_at.date())
    if not any(rule.written for rule in known.rules.values()):
        raise RuleError(
            _("Opinions in writing do not count in {type}.").format(type=known.name),
            hint=_("See what counts: jinlin meeting types {code}").format(code=known.code),
        )


def _each_once(tx: Tx, names: Sequence[str]) -> list[_Named]:
    """Return who is meant.

    Raises:
        RuleError: two of the words mean one person.
    """
    found: list[_Named] = []
    for text in names:
        one = _named(tx, text)
        if one in found:
            raise RuleError(
                _("{name} is named twice.").format(name=one.name),
                hint=_("Nobody attends twice; was somebody else meant?"),
            )
        found.append(one)
    return found


def _named(tx: Tx, text: str) -> _Named:
    """Return who is meant: somebody of the complex, or a guest by her name alone."""
    found = people_called(tx, text)
    if found or person_number(text) is not None or "@" in text or phone_ending(text):
        person = the_one(tx, found, text)
        return _Named(person.name, person.id)
    return _Named(parse_name(text), None)


def _known(tx: Tx, meeting: MeetingRow, named: _Named) -> sqlite3.Row | None:
    return tx.row(
        "SELECT * FROM attendance WHERE meeting_id = ?"
        " AND removed_at IS NULL AND (person_id = ? OR (person_id IS NULL AND name = ?))",
        (meeting.id, named.person_id, named.name),
    )


def _insert(tx: Tx, meeting: MeetingRow, named: _Named, **values: object) -> None:
    tx.insert(
        "attendance",
        meeting_id=meeting.id,
        person_id=named.person_id,
        name=named.name,
        **values,
    )


def _record(
    tx: Tx, meeting: MeetingRow, named: _Named, how: Attending, *, leaving: bool
) -> tuple[str, State]:
    """Write one line of the attendance. Who only leaves stays late, or sitting in, as she was.

    Returns:
        Whether it was added, changed or unchanged; and the state it has now.
    """
    known = _known(tx, meeting, named)
    if leaving and known is not None and known["state"] in _IN_ROOM:
        how = how._replace(state=State(known["state"]))
    values = _values(known, how)
    _check_stay(tx, meeting, named, values)
    if known is None:
        _insert(tx, meeting, named, **values)
        return "added", State(values["state"])
    if all(known[column] == value for column, value in values.items()):
        return "unchanged", State(values["state"])
    tx.update("attendance", known["id"], person_id=named.person_id, **values)
    return "changed", State(values["state"])


def _values(known: sqlite3.Row | None, how: Attending) -> dict[str, Any]:
    """Return the columns of a line: what was told now, and of the rest what still holds."""
    state = how.state or State.PRESENT
    before = dict(known) if known is not None else {}
    same = before.get("state") == state
    values: dict[str, Any] = {
        "state": state.value,
        "reason": how.reason or (before.get("reason") if same else None),
        "arrived_at": None,
        "left_at": None,
        "represented_by": None,
        "authority": None,
        "written": how.written,
    }
    if state in _IN_ROOM:
        values["arrived_at"] = how.arrived_at or before.get("arrived_at")
        values["left_at"] = (
            (how.left_at or None) if how.left_at is not None else before.get("left_at")
        )
    elif how.written is None and before.get("state") not in _IN_ROOM:
        # Still away: what she gave in writing holds.
        values |= {key: before.get(key) for key in ("represented_by", "authority", "written")}
    return values


def _check_stay(tx: Tx, meeting: MeetingRow, named: _Named, values: dict[str, Any]) -> None:
    """Refuse times that cannot be.

    Raises:
        RuleError: she left before she came, or one of both was outside the meeting.
    """
    arrived, left = values["arrived_at"], values["left_at"]
    local = tx.clock.local
    if left is not None and (
        local(left) <= meeting.held_at or (arrived is not None and left <= arrived)
    ):
        raise RuleError(
            _("{name} cannot leave at {time}, before she came.").format(
                name=named.name, time=f"{local(left):%H:%M}"
            ),
            hint=_("Compare --at and --left; to take a leaving back: --left none"),
        )
    for moment in (arrived, left):
        if moment is not None and meeting.ended_at is not None and local(moment) > meeting.ended_at:
            raise RuleError(
                _("The meeting ended at {time}.").format(time=f"{meeting.ended_at:%H:%M}"),
                hint=_("Compare with: jinlin meeting show {number}").format(number=meeting.label),
            )
