"""What is locked when minutes are confirmed, in one form that never changes, and its SHA-256."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Final

from jinlin.core.clock import stamp
from jinlin.meeting.record.queries import MeetingRow
from jinlin.store.transaction.tx import Reader

_PARTS: Final[Mapping[str, str]] = {
    "meeting": "SELECT number, type, title, held_at, opened_at, ended_at, place, chair, recorder,"
    " note FROM meeting WHERE id = ?1",
    "attendance": "SELECT a.name, a.state, a.reason, a.arrived_at, a.left_at, a.authority,"
    " a.written, b.name FROM attendance AS a LEFT JOIN attendance AS b ON b.id = a.represented_by"
    " WHERE a.meeting_id = ?1 AND a.removed_at IS NULL ORDER BY a.id",
    "items": "SELECT position, title, note, view, internal, announced_on FROM agenda_item"
    " WHERE meeting_id = ?1 AND removed_at IS NULL ORDER BY position, id",
    "changes": "SELECT at, kind, before, reason FROM agenda_change WHERE meeting_id = ?1"
    " ORDER BY id",
    "statements": "SELECT s.number, i.position, s.speaker, s.text, s.dissent FROM statement AS s"
    " LEFT JOIN agenda_item AS i ON i.id = s.item_id WHERE s.meeting_id = ?1"
    " AND s.removed_at IS NULL ORDER BY s.number",
    "votes": "SELECT v.number, v.revision, v.superseded, i.position, v.reason, v.subject, v.kind,"
    " v.method, v.taken_at, v.quorum, v.passing, v.base, v.source, v.confidence, v.entitled,"
    " v.present, v.proxies, v.written, v.recused, v.recused_present, v.recused_out,"
    " v.quorum_needed, v.base_count, v.needed, v.in_favour, v.against, v.abstained, v.invalid,"
    " v.not_voting, v.handed_out, v.collected, v.seats, v.passed FROM vote AS v"
    " JOIN agenda_item AS i ON i.id = v.item_id WHERE v.meeting_id = ?1"
    " AND v.removed_at IS NULL ORDER BY v.number, v.revision",
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
    "owners": "SELECT v.number, v.revision, x.matter, x.scope, x.building_id, x.entrance,"
    " x.clause, x.clause_since, x.silence FROM owners_vote AS x JOIN vote AS v ON v.id = x.vote_id"
    " WHERE v.meeting_id = ?1 AND v.removed_at IS NULL ORDER BY x.id",
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


_PARTS_OF: Final[Mapping[str, str]] = {
    "meeting": "id = ?1",
    **dict.fromkeys(
        (
            "attendance", "agenda_item", "agenda_change", "statement", "vote", "resolution",
            "action_item", "minutes_objection",
        ),
        "meeting_id = ?1",
    ),
    **dict.fromkeys(
        ("vote_answer", "vote_recusal", "vote_batch", "vote_candidate"),
        "vote_id IN (SELECT id FROM vote WHERE meeting_id = ?1)",
    ),
}  # fmt: skip
"""The tables of what is locked in which somebody can be named, and which rows are a meeting's."""


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


def forgotten_on(reader: Reader, meeting: MeetingRow) -> date | None:
    """Return the day on which somebody was last deleted for good from confirmed minutes.

    The law asks for it (个人信息保护法 47); what was confirmed then no longer fits its digest.
    """
    if meeting.confirmed_at is None:
        return None
    rows = " OR ".join(
        f"(c.table_name = '{table}' AND c.row_id IN (SELECT id FROM {table} WHERE {mine}))"  # noqa: S608  (our own tables)
        for table, mine in _PARTS_OF.items()
    )
    at = reader.value(
        "SELECT max(e.at) FROM entry AS e JOIN row_change AS c ON c.entry = e.seq"  # noqa: S608  (ours)
        f" WHERE e.command = 'member forget' AND e.at >= ?2 AND ({rows})",
        (meeting.id, stamp(meeting.confirmed_at)),
    )
    return reader.clock.local(at).date() if at else None
