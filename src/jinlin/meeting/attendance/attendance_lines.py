"""One line of the attendance: whose it is, what stands in it, and which times cannot be."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from jinlin.complex.household.people import people_called, the_one
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.line.command_words import OF_PEOPLE
from jinlin.core.people.parties import Party, party_in
from jinlin.meeting.record.queries import MeetingRow
from jinlin.meeting.rules.meetings import BRACKET, HERE, AttendanceState, unit_of
from jinlin.person.rules import parse_typed_name, person_number, phone_ending
from jinlin.store.transaction.tx import Reader, Tx

IN_ROOM: Final = HERE | {AttendanceState.SITTING_IN}
"""Who is in the room, on the roll or not."""


class Attending(NamedTuple):
    """How people attended; moments as the database keeps them.

    Attributes:
        state: where they were; None for present, or late where they arrived after it began.
        reason: why they were late, excused or absent.
        arrived_at: when they came.
        left_at: when they left; empty text takes a leaving back.
        written: what they handed in beforehand instead of coming.
    """

    state: AttendanceState | None = None
    reason: str | None = None
    arrived_at: str | None = None
    left_at: str | None = None
    written: str | None = None


class NamedAttendee(NamedTuple):
    """Somebody to be recorded; a guest has no person."""

    name: str
    person_id: int | None


def each_once(tx: Tx, names: Sequence[str]) -> list[NamedAttendee]:
    """Return who is meant.

    Raises:
        RuleError: two of the words mean one person.
    """
    found: list[NamedAttendee] = []
    for text in names:
        one = named_as(tx, text)
        if one in found:
            raise RuleError(
                _("{name} is named twice.").format(name=one.name),
                hint=_("Nobody attends twice; was somebody else meant?"),
            )
        found.append(one)
    return found


def named_as(reader: Reader, text: str) -> NamedAttendee:
    """Return who is meant: somebody of the complex, or a guest by her name alone."""
    found = people_called(reader, text)
    if found or person_number(text) is not None or "@" in text or phone_ending(text):
        person = the_one(reader, found, text)
        return NamedAttendee(person.name, person.id)
    return NamedAttendee(
        text.strip() if text.strip() in OF_PEOPLE else parse_typed_name(text), None
    )


def known_line(reader: Reader, meeting: MeetingRow, named: NamedAttendee) -> sqlite3.Row | None:
    """Return what is recorded of somebody at a meeting; None where nothing is.

    A unit is known by its name, whoever of it stands behind that in brackets: 春江银行（李主任）.
    """
    unit = unit_of(named.name)
    if party_in(unit) is not Party.ORGANISATION:
        unit = named.name
    return reader.row(
        "SELECT * FROM attendance WHERE meeting_id = ?1 AND removed_at IS NULL AND (person_id = ?2"
        " OR (person_id IS NULL AND (name IN (?3, ?4)"
        " OR substr(name, 1, length(?4) + 1) = ?4 || ?5)))"
        " ORDER BY name = ?3 DESC, id LIMIT 1",
        (meeting.id, named.person_id, named.name, unit, BRACKET),
    )


def insert_line(tx: Tx, meeting: MeetingRow, named: NamedAttendee, **values: object) -> None:
    """Write somebody's first line at a meeting."""
    tx.insert(
        "attendance",
        meeting_id=meeting.id,
        person_id=named.person_id,
        name=named.name,
        **values,
    )


def line_values(known: sqlite3.Row | None, how: Attending) -> dict[str, Any]:
    """Return the columns of a line: what was told now, and of the rest what still holds."""
    state = how.state or AttendanceState.PRESENT
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
    if state in IN_ROOM:
        values["arrived_at"] = how.arrived_at or before.get("arrived_at")
        values["left_at"] = (
            (how.left_at or None) if how.left_at is not None else before.get("left_at")
        )
    elif how.written is None and before.get("state") not in IN_ROOM:
        # Still away: what she gave in writing holds.
        values |= {key: before.get(key) for key in ("represented_by", "authority", "written")}
    return values


def check_stay(tx: Tx, meeting: MeetingRow, named: NamedAttendee, values: dict[str, Any]) -> None:
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
            hint=_("Compare --time and --left; to take a leaving back: --left none"),
        )
    for moment in (arrived, left):
        if moment is not None and meeting.ended_at is not None and local(moment) > meeting.ended_at:
            raise RuleError(
                _("The meeting ended at {time}.").format(time=f"{meeting.ended_at:%H:%M}"),
                hint=_("Compare with: jinlin meeting show {number}").format(number=meeting.label),
            )


def check_unvoted(tx: Tx, meeting: MeetingRow, named: NamedAttendee, line_id: int) -> None:
    """Refuse to record somebody as away who voted there by name, for herself or for another.

    Raises:
        RuleError: she did, in a vote that stands.
    """
    number = tx.value(
        "SELECT min(v.number) FROM vote AS v JOIN vote_answer AS x ON x.vote_id = v.id"
        " LEFT JOIN attendance AS a ON a.meeting_id = v.meeting_id AND a.removed_at IS NULL"
        " AND a.represented_by = ?4 AND x.how = 'proxy'"
        " AND (a.person_id = x.person_id OR (x.person_id IS NULL AND a.name = x.name))"
        " WHERE v.meeting_id = ?1 AND v.removed_at IS NULL AND NOT v.superseded"
        " AND (a.id IS NOT NULL OR (x.how = 'present'"
        " AND (x.person_id = ?2 OR (x.person_id IS NULL AND x.name = ?3))))",
        (meeting.id, named.person_id, named.name, line_id),
    )
    if number is not None:
        vote = f"{meeting.label}-V{number}"
        raise RuleError(
            _("{name} voted by name in {vote} and cannot be recorded as away.").format(
                name=named.name, vote=vote
            ),
            hint=_(
                "Put the vote right first: jinlin meeting vote {number} --revise V{vote}"
                " --reason WHY"
            ).format(number=meeting.label, vote=number),
        )
