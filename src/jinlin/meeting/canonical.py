"""What is locked when minutes are confirmed, in one form that never changes, and its SHA-256."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Final

from jinlin.meeting.queries import MeetingRow
from jinlin.store.tx import Reader

_PARTS: Final[Mapping[str, str]] = {
    "meeting": "SELECT number, type, title, held_at, opened_at, ended_at, place, chair, recorder,"
    " note FROM meeting WHERE id = ?1",
    "attendance": "SELECT name, state, reason, arrived_at, left_at, authority, written"
    " FROM attendance WHERE meeting_id = ?1 AND removed_at IS NULL ORDER BY id",
    "items": "SELECT position, title, note, view, internal FROM agenda_item WHERE meeting_id = ?1"
    " AND removed_at IS NULL ORDER BY position, id",
    "changes": "SELECT at, kind, before, reason FROM agenda_change WHERE meeting_id = ?1"
    " ORDER BY id",
    "statements": "SELECT s.number, i.position, s.speaker, s.text, s.dissent FROM statement AS s"
    " LEFT JOIN agenda_item AS i ON i.id = s.item_id WHERE s.meeting_id = ?1"
    " AND s.removed_at IS NULL ORDER BY s.number",
    "votes": "SELECT number, revision, reason, subject, kind, method, taken_at, quorum, passing,"
    " base, source, entitled, present, proxies, written, recused, quorum_needed, base_count,"
    " needed, in_favour, against, abstained, invalid, not_voting, handed_out, collected, seats,"
    " passed FROM vote WHERE meeting_id = ?1 AND removed_at IS NULL ORDER BY number, revision",
    "answers": "SELECT v.number, v.revision, x.name, x.answer, x.how FROM vote_answer AS x"
    " JOIN vote AS v ON v.id = x.vote_id WHERE v.meeting_id = ?1 AND v.removed_at IS NULL"
    " ORDER BY x.id",
    "recusals": "SELECT v.number, v.revision, x.name, x.reason FROM vote_recusal AS x"
    " JOIN vote AS v ON v.id = x.vote_id WHERE v.meeting_id = ?1 AND v.removed_at IS NULL"
    " ORDER BY x.id",
    "papers": "SELECT v.number, v.revision, x.label, x.handed_out, x.collected, x.in_favour,"
    " x.against, x.abstained, x.invalid FROM vote_batch AS x JOIN vote AS v ON v.id = x.vote_id"
    " WHERE v.meeting_id = ?1 AND v.removed_at IS NULL ORDER BY x.id",
    "candidates": "SELECT v.number, v.revision, x.name, x.votes, x.elected FROM vote_candidate AS x"
    " JOIN vote AS v ON v.id = x.vote_id WHERE v.meeting_id = ?1 AND v.removed_at IS NULL"
    " ORDER BY x.id",
    "doors": "SELECT v.number, v.revision, x.door, x.head, x.area, x.answer, x.served"
    " FROM vote_door AS x JOIN vote AS v ON v.id = x.vote_id WHERE v.meeting_id = ?1"
    " AND v.removed_at IS NULL ORDER BY x.id",
    "resolutions": "SELECT r.number, i.position, r.text, r.owner, r.due_on, r.basis, r.result,"
    " r.effective_on FROM resolution AS r LEFT JOIN agenda_item AS i ON i.id = r.item_id"
    " WHERE r.meeting_id = ?1 AND r.removed_at IS NULL ORDER BY r.number",
    "actions": "SELECT a.number, i.position, a.text, a.owner, a.due_on FROM action_item AS a"
    " LEFT JOIN agenda_item AS i ON i.id = a.item_id WHERE a.meeting_id = ?1"
    " AND a.removed_at IS NULL ORDER BY a.number",
    "objections": "SELECT at, name, text FROM minutes_objection WHERE meeting_id = ?1"
    " AND removed_at IS NULL ORDER BY id",
}
"""The records of a meeting, each with what of it is locked.

How far a task is and when a resolution is reviewed goes on afterwards and is not among it. The
columns are named one by one: a later version of the program that keeps more must not make the
minutes of today look changed.
"""


def canonical(reader: Reader, meeting: MeetingRow) -> str:
    """Return what is locked of a meeting as one text."""
    kept = {
        part: [list(row) for row in reader.rows(sql, (meeting.id,))] for part, sql in _PARTS.items()
    }
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(reader: Reader, meeting: MeetingRow) -> str:
    """Return the SHA-256 of what is locked of a meeting, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical(reader, meeting).encode()).hexdigest()


def fits(reader: Reader, meeting: MeetingRow) -> bool | None:
    """Return whether confirmed minutes are still what was confirmed; None of a draft."""
    if meeting.confirmed_hash is None:
        return None
    return digest(reader, meeting) == meeting.confirmed_hash
