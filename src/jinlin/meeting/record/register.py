"""The register of resolutions (决议台账) and of action items (待办): questions."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.meeting.record.grounds import BESIDE_VOTES, DECIDED, GROUND, OWN_VOTE, STANDING, Ground
from jinlin.meeting.rules.meetings import resolution_label
from jinlin.meeting.rules.resolutions import ResolutionStatus, action_label
from jinlin.meeting.rules.votes import are_people, elected_words, vote_label
from jinlin.store.transaction.tx import Reader


class VoteFigures(NamedTuple):
    """What a vote came to, in short.

    Attributes:
        label: its number: `M12-V1`.
        seats: how many were to be elected; None unless it is an election.
        elected: how many were.
        people: it is people they chose among, not firms, places or plans.
    """

    label: str
    seats: int | None
    elected: int
    in_favour: int
    against: int
    abstained: int
    passed: bool
    people: bool = True

    @property
    def words(self) -> str:
        """Its result in words: `carried (for 11, against 2, abstained 1; M12-V1)`."""
        if self.seats is not None:
            said = elected_words(self.elected, self.seats, people=self.people)
            return _("{result} ({vote})").format(result=said, vote=self.label)
        said = _("carried") if self.passed else _("not carried")
        return _(
            "{result} (for {in_favour}, against {against}, abstained {abstained}; {vote})"
        ).format(
            result=said,
            in_favour=self.in_favour,
            against=self.against,
            abstained=self.abstained,
            vote=self.label,
        )


class Resolution(NamedTuple):
    """What a meeting decided.

    Attributes:
        label: its number: `M12-1`.
        text: the decision itself.
        item: the position of the item it belongs to.
        owner: who carries it out.
        due_on: by when.
        basis: on which law, rule or vote it stands.
        result: how it was voted, in words.
        effective_on: from when it holds.
        review_on: when the meeting is to look at it again.
        ended_on: when it was carried out or revoked.
        remark: what came of it.
        issues: the numbers of the issues it is about.
        held_on: the day of its meeting.
        id: the row's id.
        vote: the vote it stands on; None where it was not voted.
        ground: on what it stands.
        beside_votes: its item was voted on, and it stands on none of these votes.
    """

    label: str
    text: str
    item: int | None
    owner: str | None
    due_on: date | None
    basis: str | None = None
    result: str | None = None
    effective_on: date | None = None
    review_on: date | None = None
    status: ResolutionStatus = ResolutionStatus.OPEN
    ended_on: date | None = None
    remark: str | None = None
    issues: tuple[str, ...] = ()
    held_on: date | None = None
    id: int = 0
    vote: VoteFigures | None = None
    ground: Ground = Ground.AGREED
    beside_votes: bool = False

    @property
    def outcome(self) -> str | None:
        """How it was settled: what its vote came to, or what was written down."""
        if self.vote:
            return self.vote.words
        if not self.beside_votes:
            return self.result
        unvoted = _("not voted on")
        return (
            _("{title} ({remarks})").format(title=unvoted, remarks=self.result)
            if self.result
            else unvoted
        )

    @property
    def lost(self) -> bool:
        """Whether its vote was not carried, nor any other on its item if it stands on none."""
        return self.ground in {Ground.LOST, Ground.UNVOTED}

    @property
    def stands(self) -> bool:
        """Whether it is a decision at all, and may be told as one."""
        return self.ground in STANDING

    @property
    def told(self) -> str:
        """What its issues hear of it: what was decided, or that it was not carried."""
        if not self.lost:
            return self.text
        return _("Put to the vote and not carried: {text}").format(text=self.text)

    @property
    def standing(self) -> str:
        """What has become of it, or that it never was a decision."""
        open_ = self.status is ResolutionStatus.OPEN
        return self.status if self.stands or not open_ else self.ground

    @property
    def meeting(self) -> str:
        """The number of its meeting: `M12`."""
        return self.label.partition("-")[0]


class ActionRow(NamedTuple):
    """Something that somebody is to do.

    Attributes:
        label: its number: `A5`.
        meeting: the number of the meeting that gave it out: `M12`.
        item: the position of the item it belongs to.
        resolution: the number of the resolution it carries out.
        owner: a person or a unit.
        percent: how much of it is done, 100 when it is.
        done_on: the day it was done.
        remark: what came of it.
        issues: the numbers of the issues it is about.
        id: the row's id.
        locked: the minutes of its meeting are confirmed.
    """

    label: str
    text: str
    meeting: str
    item: int | None
    resolution: str | None
    owner: str | None
    due_on: date | None
    percent: int
    done_on: date | None
    remark: str | None
    issues: tuple[str, ...] = ()
    id: int = 0
    locked: bool = False


class RegisterFilter(NamedTuple):
    """Which resolutions or action items are asked for.

    Attributes:
        undone: only what is not carried out yet.
        overdue: of it only what is past its day.
        to_review: only resolutions whose day of review has come.
        meeting: only those of the meeting with this number.
        owner: a part of the name of who is to do it.
        text: stands in it.
    """

    undone: bool = False
    overdue: bool = False
    to_review: bool = False
    meeting: int | None = None
    owner: str = ""
    text: str = ""


_UNDONE: Final = f"r.status = 'open' AND {DECIDED}"
"""Whether `resolution AS r` is a decision that is still to be carried out."""

_RESOLUTIONS = f"""
    SELECT r.*, m.number AS meeting, m.held_at, i.position AS item,
           (SELECT json_group_array(printf('%04d-%04d', s.year, s.number))
            FROM resolution_issue AS l JOIN issue AS s ON s.id = l.issue_id
            WHERE l.resolution_id = r.id) AS issues,
           {GROUND} AS ground, {BESIDE_VOTES} AS beside, v.number AS own_vote,
           v.subject AS question, v.seats,
           v.in_favour, v.against, v.abstained, v.passed, (SELECT count(*) FROM vote_candidate AS c
            WHERE c.vote_id = v.id AND c.elected) AS elected,
           (SELECT json_group_array(c.name) FROM vote_candidate AS c
            WHERE c.vote_id = v.id AND c.person_id IS NULL) AS unknown
    FROM resolution AS r JOIN meeting AS m ON m.id = r.meeting_id
    LEFT JOIN vote AS v ON v.id = {OWN_VOTE}
    LEFT JOIN agenda_item AS i ON i.id = r.item_id AND i.removed_at IS NULL
    WHERE r.removed_at IS NULL AND m.removed_at IS NULL"""  # noqa: S608  (our own words)

_ACTIONS = """
    SELECT a.*, m.number AS meeting, m.confirmed_at IS NOT NULL AS locked, i.position AS item,
           r.number AS resolution,
           (SELECT json_group_array(printf('%04d-%04d', s.year, s.number))
            FROM action_issue AS l JOIN issue AS s ON s.id = l.issue_id
            WHERE l.action_id = a.id) AS issues
    FROM action_item AS a JOIN meeting AS m ON m.id = a.meeting_id
    LEFT JOIN agenda_item AS i ON i.id = a.item_id AND i.removed_at IS NULL
    LEFT JOIN resolution AS r ON r.id = a.resolution_id
    WHERE a.removed_at IS NULL AND m.removed_at IS NULL"""


def resolutions(
    reader: Reader, wanted: RegisterFilter, *, limit: int = 0
) -> tuple[list[Resolution], int]:
    """Return resolutions, the latest meeting first, and how many there are in all."""
    sql, values = _which(reader, wanted, "r", _UNDONE, "r.owner")
    if wanted.to_review:
        sql += f" AND {_UNDONE} AND r.review_on <= ?"
        values.append(reader.clock.today.isoformat())
    order = " ORDER BY m.held_at DESC, m.number DESC, r.number"
    rows = reader.rows(f"{_RESOLUTIONS}{sql}{order}", values)
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
        f"{_RESOLUTIONS} AND {_UNDONE} AND (r.review_on <= ?1 OR r.due_on < ?1)"
        " ORDER BY min(ifnull(r.review_on, r.due_on), ifnull(r.due_on, r.review_on)), r.id",
        (reader.clock.today.isoformat(),),
    )
    return [_resolution(reader, row) for row in rows]


def actions(
    reader: Reader, wanted: RegisterFilter, *, limit: int = 0
) -> tuple[list[ActionRow], int]:
    """Return action items, undone and soonest due first, and how many there are in all."""
    sql, values = _which(reader, wanted, "a", "a.done_on IS NULL", "a.owner")
    order = " ORDER BY a.done_on IS NOT NULL, a.done_on DESC, a.due_on IS NULL, a.due_on, a.id"
    rows = reader.rows(f"{_ACTIONS}{sql}{order}", values)
    return [_action(row) for row in rows[: limit or None]], len(rows)


def actions_of(reader: Reader, meeting_number: int) -> tuple[ActionRow, ...]:
    """Return the action items one meeting gave out, in the order of their numbers."""
    rows = reader.rows(f"{_ACTIONS} AND m.number = ? ORDER BY a.number", (meeting_number,))
    return tuple(map(_action, rows))


def overdue_actions(reader: Reader) -> list[ActionRow]:
    """Return the action items that are undone and past their day, the longest first."""
    rows = reader.rows(
        f"{_ACTIONS} AND a.done_on IS NULL AND a.due_on < ? ORDER BY a.due_on, a.id",
        (reader.clock.today.isoformat(),),
    )
    return [_action(row) for row in rows]


def actions_due(reader: Reader, *, until: date) -> list[ActionRow]:
    """Return the action items that are undone and due by a day, the longest overdue first."""
    rows = reader.rows(
        f"{_ACTIONS} AND a.done_on IS NULL AND a.due_on <= ? ORDER BY a.due_on, a.id",
        (until.isoformat(),),
    )
    return [_action(row) for row in rows]


def find_action(reader: Reader, number: int) -> ActionRow:
    """Return the action item of this number.

    Raises:
        NotFoundError: there is none.
    """
    row = reader.row(f"{_ACTIONS} AND a.number = ?", (number,))
    if row is None:
        raise NotFoundError(
            _("There is no action item {number}.").format(number=action_label(number)),
            hint=_("See: jinlin meeting actions"),
        )
    return _action(row)


def _which(
    reader: Reader, wanted: RegisterFilter, table: str, undone: str, owner: str
) -> tuple[str, list[object]]:
    """Return the conditions that resolutions and action items share, and the values in them."""
    sql, values = "", list[object]()
    if wanted.undone or wanted.overdue:
        sql += f" AND {undone}"
    if wanted.overdue:
        sql += f" AND {table}.due_on < ?"
        values.append(reader.clock.today.isoformat())
    if wanted.meeting is not None:
        sql += " AND m.number = ?"
        values.append(wanted.meeting)
    for column, text in ((owner, wanted.owner), (f"{table}.text", wanted.text)):
        if text:
            sql += f" AND instr(lower({column}), lower(?))"
            values.append(text)
    return sql, values


def _resolution(reader: Reader, row: sqlite3.Row) -> Resolution:
    return Resolution(
        label=resolution_label(row["meeting"], row["number"]),
        text=row["text"],
        item=row["item"],
        owner=row["owner"],
        due_on=_day(row["due_on"]),
        basis=row["basis"],
        result=row["result"],
        effective_on=_day(row["effective_on"]),
        review_on=_day(row["review_on"]),
        status=ResolutionStatus(row["status"]),
        ended_on=_day(row["ended_on"]),
        remark=row["remark"],
        issues=_numbers(row["issues"]),
        held_on=reader.clock.local(row["held_at"]).date(),
        id=row["id"],
        vote=_figures(row) if row["own_vote"] else None,
        ground=Ground(row["ground"]),
        beside_votes=bool(row["beside"]),
    )


def _figures(row: sqlite3.Row) -> VoteFigures:
    return VoteFigures(
        label=vote_label(row["meeting"], row["own_vote"]),
        seats=row["seats"],
        elected=row["elected"],
        in_favour=row["in_favour"],
        against=row["against"],
        abstained=row["abstained"],
        passed=bool(row["passed"]),
        people=are_people(json.loads(row["unknown"]), row["question"]),
    )


def _action(row: sqlite3.Row) -> ActionRow:
    return ActionRow(
        label=action_label(row["number"]),
        text=row["text"],
        meeting=f"M{row['meeting']}",
        item=row["item"],
        resolution=resolution_label(row["meeting"], row["resolution"])
        if row["resolution"]
        else None,
        owner=row["owner"],
        due_on=_day(row["due_on"]),
        percent=row["percent"],
        done_on=_day(row["done_on"]),
        remark=row["remark"],
        issues=_numbers(row["issues"]),
        id=row["id"],
        locked=bool(row["locked"]),
    )


def _day(kept: str | None) -> date | None:
    return date.fromisoformat(kept) if kept else None


def _numbers(kept: str) -> tuple[str, ...]:
    found: Sequence[str] = json.loads(kept)
    return tuple(sorted(found))
