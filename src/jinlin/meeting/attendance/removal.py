"""Taking people off the attendance of a meeting who were recorded there by mistake."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Final

from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.meeting.attendance.attendance_lines import NamedAttendee, each_once, known_line
from jinlin.meeting.record.opening import meeting_to_change
from jinlin.meeting.record.queries import MeetingRow
from jinlin.store.transaction.tx import Tx

_IN_USE: Final = (
    "SELECT EXISTS (SELECT 1 FROM attendance WHERE represented_by = ?1 AND removed_at IS NULL)"
    " OR EXISTS (SELECT 1 FROM vote_answer AS x JOIN vote AS v ON v.id = x.vote_id"
    " WHERE v.meeting_id = ?2 AND v.removed_at IS NULL AND NOT v.superseded"
    " AND (x.person_id = ?3 OR (x.person_id IS NULL AND x.name = ?4)))"
    " OR EXISTS (SELECT 1 FROM vote_recusal AS x JOIN vote AS v ON v.id = x.vote_id"
    " WHERE v.meeting_id = ?2 AND v.removed_at IS NULL AND NOT v.superseded"
    " AND (x.person_id = ?3 OR (x.person_id IS NULL AND x.name = ?4)))"
    " OR EXISTS (SELECT 1 FROM minutes_objection WHERE meeting_id = ?2 AND name = ?4"
    " AND removed_at IS NULL)"
)


def take_off(tx: Tx, number: int, names: Sequence[str]) -> tuple[MeetingRow, tuple[str, ...]]:
    """Take people off the attendance who were recorded by mistake; undo brings them back.

    Returns:
        The meeting, and the names of who is off it.

    Raises:
        NotFoundError: there is no such meeting, or somebody is not recorded there.
        RuleError: its minutes are confirmed, somebody is named twice, or has voted, votes for
            another or objected to the minutes.
    """
    meeting = meeting_to_change(tx, number)
    found = [(one, _line(tx, meeting, one)) for one in each_once(tx, names)]
    for one, line in found:
        if tx.value(_IN_USE, (line["id"], meeting.id, line["person_id"], line["name"])):
            raise RuleError(
                _("{name} voted, votes for another or objected at meeting {number}.").format(
                    name=one.name, number=meeting.label
                ),
                hint=_("Put the vote, the authority or the objection right first."),
            )
        tx.update("attendance", line["id"], removed_at=tx.clock.stamp)
    words: dict[str, Value] = {"number": meeting.label, "count": len(found)}
    tx.describe(
        Message(N_("Took {count} people off the attendance of meeting {number}"), words),
        reverse=Message(N_("put {count} people back on the attendance of {number}"), words),
        subject=meeting.label,
    )
    return meeting, tuple(one.name for one, _row in found)


def _line(tx: Tx, meeting: MeetingRow, one: NamedAttendee) -> sqlite3.Row:
    line = known_line(tx, meeting, one)
    if line is None:
        raise NotFoundError(
            _("{name} is not recorded at meeting {number}.").format(
                name=one.name, number=meeting.label
            ),
            hint=_("See: jinlin meeting show {number}").format(number=meeting.label),
        )
    return line
