"""The register of resolutions (决议台账): questions."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Final

from jinlin.core.clock import kept_day
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.meeting.record.grounds import BESIDE_VOTES, GROUND, OWN_VOTE, TO_CARRY_OUT, Ground
from jinlin.meeting.record.register import Resolution, VoteFigures, kept_numbers
from jinlin.meeting.rules.meetings import resolution_label, vote_label
from jinlin.meeting.rules.resolutions import ResolutionStatus
from jinlin.meeting.rules.vote_rules import BallotKind
from jinlin.meeting.rules.votes import are_people
from jinlin.output.listing.filter import Condition
from jinlin.store.transaction.tx import Reader

UNDONE: Final = Condition(f"r.status = 'open' AND {TO_CARRY_OUT}")
"""Whether `resolution AS r` is a decision that is still to be carried out."""


_RESOLUTIONS = f"""
    SELECT r.*, m.number AS meeting, m.held_at, i.position AS item,
           (SELECT json_group_array(printf('%04d-%04d', s.year, s.number))
            FROM resolution_issue AS l JOIN issue AS s ON s.id = l.issue_id
            WHERE l.resolution_id = r.id) AS issues,
           {GROUND} AS ground, {BESIDE_VOTES} AS beside, v.number AS stands_on,
           v.subject AS question, v.seats, v.kind AS vote_kind,
           v.in_favour, v.against, v.abstained, v.passed, (SELECT count(*) FROM vote_candidate AS c
            WHERE c.vote_id = v.id AND c.elected) AS elected,
           (SELECT json_group_array(c.name) FROM vote_candidate AS c
            WHERE c.vote_id = v.id AND c.person_id IS NULL) AS unknown
    FROM resolution AS r JOIN meeting AS m ON m.id = r.meeting_id
    LEFT JOIN vote AS v ON v.id = {OWN_VOTE}
    LEFT JOIN agenda_item AS i ON i.id = r.item_id AND i.removed_at IS NULL
    WHERE r.removed_at IS NULL AND m.removed_at IS NULL"""  # noqa: S608  (our own words)


def resolutions(
    reader: Reader, where: Condition, *, limit: int = 0
) -> tuple[list[Resolution], int]:
    """Return resolutions `r` of meetings `m`, the latest meeting first, and how many there are."""
    order = " ORDER BY m.held_at DESC, m.number DESC, r.number"
    rows = reader.rows(f"{_RESOLUTIONS} AND {where.sql}{order}", where.values)
    return [_resolution(reader, row) for row in rows[: limit or None]], len(rows)


def resolutions_of(reader: Reader, meeting_number: int) -> tuple[Resolution, ...]:
    """Return what one meeting decided, in the order of their numbers."""
    rows = reader.rows(f"{_RESOLUTIONS} AND m.number = ? ORDER BY r.number", (meeting_number,))
    return tuple(_resolution(reader, row) for row in rows)


def find_resolution(reader: Reader, meeting: int, number: int) -> Resolution:
    """Return the resolution of this number.

    Raises:
        NotFoundError: there is none.
    """
    row = reader.row(f"{_RESOLUTIONS} AND m.number = ? AND r.number = ?", (meeting, number))
    if row is None:
        raise NotFoundError(
            _("There is no resolution {number}.").format(number=resolution_label(meeting, number)),
            hint=_("See: jinlin meeting resolutions"),
        )
    return _resolution(reader, row)


def resolution_row(reader: Reader, row_id: int) -> Resolution:
    """Return a resolution as it stands, by the id of its row."""
    [row] = reader.rows(f"{_RESOLUTIONS} AND r.id = ?", (row_id,))
    return _resolution(reader, row)


def resolutions_about(
    reader: Reader, issues: Sequence[int], *, besides: int
) -> dict[int, Resolution]:
    """Return by issue what was resolved about it last, by another meeting than that number."""
    rows = reader.rows(
        f"SELECT l.issue_id, r.* FROM ({_RESOLUTIONS}) AS r"  # noqa: S608  (our own words)
        " JOIN resolution_issue AS l ON l.resolution_id = r.id"
        " WHERE l.issue_id IN (SELECT value FROM json_each(?)) AND r.meeting <> ?"
        " ORDER BY r.held_at, r.id",
        (json.dumps(list(issues)), besides),
    )
    return {row["issue_id"]: _resolution(reader, row) for row in rows}


def to_review(reader: Reader) -> list[Resolution]:
    """Return the resolutions a meeting should look at: their day has come, or they are overdue."""
    rows = reader.rows(
        f"{_RESOLUTIONS} AND {UNDONE.sql} AND (r.review_on <= ?1 OR r.due_on < ?1)"
        " ORDER BY min(ifnull(r.review_on, r.due_on), ifnull(r.due_on, r.review_on)), r.id",
        (reader.clock.today.isoformat(),),
    )
    return [_resolution(reader, row) for row in rows]


def _resolution(reader: Reader, row: sqlite3.Row) -> Resolution:
    return Resolution(
        label=resolution_label(row["meeting"], row["number"]),
        text=row["text"],
        item=row["item"],
        owner=row["owner"],
        due_on=kept_day(row["due_on"]),
        basis=row["basis"],
        result=row["result"],
        effective_on=kept_day(row["effective_on"]),
        review_on=kept_day(row["review_on"]),
        status=ResolutionStatus(row["status"]),
        ended_on=kept_day(row["ended_on"]),
        remark=row["remark"],
        issues=kept_numbers(row["issues"]),
        held_on=reader.clock.local(row["held_at"]).date(),
        id=row["id"],
        meeting_id=row["meeting_id"],
        vote=_figures(row) if row["stands_on"] else None,
        ground=Ground(row["ground"]),
        beside_votes=bool(row["beside"]),
        own_vote=row["vote"],
    )


def _figures(row: sqlite3.Row) -> VoteFigures:
    return VoteFigures(
        label=vote_label(row["meeting"], row["stands_on"]),
        seats=row["seats"],
        elected=row["elected"],
        in_favour=row["in_favour"],
        against=row["against"],
        abstained=row["abstained"],
        passed=bool(row["passed"]),
        people=are_people(json.loads(row["unknown"]), row["question"]),
        owners=row["vote_kind"] == BallotKind.OWNERS,
    )
