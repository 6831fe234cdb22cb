"""Questions about the votes a meeting took: what each came to, with its frozen numbers."""

from __future__ import annotations

import sqlite3
from typing import Final

from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import _
from jinlin.core.text import compact
from jinlin.meeting.record.queries import MeetingRow
from jinlin.meeting.rules.heads_and_area import BallotDoor, Clause, Silence
from jinlin.meeting.rules.meetings import vote_label
from jinlin.meeting.rules.owners_matters import Confidence, matters, scopes
from jinlin.meeting.rules.owners_vote import owners_vote
from jinlin.meeting.rules.threshold import parse_threshold
from jinlin.meeting.rules.vote_count import Candidate, Papers, VoteCounts, VotingRoom
from jinlin.meeting.rules.vote_rules import Answer, BallotKind, Base, VoteRule
from jinlin.meeting.rules.votes import (
    How,
    Method,
    NamedAnswer,
    OwnersAnswer,
    Recusal,
    VoteRow,
    are_people,
)
from jinlin.store.transaction.tx import Reader

_VOTES: Final = (
    "SELECT v.*, m.number AS meeting, i.position AS item FROM vote AS v"
    " JOIN meeting AS m ON m.id = v.meeting_id JOIN agenda_item AS i ON i.id = v.item_id"
    " WHERE v.meeting_id = ? AND v.removed_at IS NULL"
)
_PART: Final = (
    "SELECT x.* FROM {table} AS x JOIN vote AS v ON v.id = x.vote_id"
    " WHERE v.meeting_id = ? AND v.removed_at IS NULL ORDER BY x.id"
)


def votes_of(reader: Reader, meeting_id: int) -> tuple[VoteRow, ...]:
    """Return the votes of a meeting as they stand, in the order in which they were taken."""
    return _votes(reader, f"{_VOTES} AND v.superseded = 0 ORDER BY v.number", meeting_id)


def vote_row(reader: Reader, meeting_id: int, row_id: int) -> VoteRow:
    """Return a vote of a meeting as it stands, by the id of its row."""
    [row] = _votes(reader, f"{_VOTES} AND v.id = ?", meeting_id, row_id)
    return row


def revisions_of(reader: Reader, meeting_id: int, number: int) -> tuple[VoteRow, ...]:
    """Return every revision of one vote, the first one first."""
    return _votes(reader, f"{_VOTES} AND v.number = ? ORDER BY v.revision", meeting_id, number)


def find_vote(reader: Reader, meeting: MeetingRow, text: str) -> VoteRow:
    """Return the vote a text means: `V1`, `1`, `M12-V1`.

    Raises:
        UsageError: it is no number of a vote.
        NotFoundError: the meeting has no such vote; those it has are listed.
    """
    said = compact(text).removeprefix(compact(meeting.label)).lstrip("-").removeprefix("v")
    if not said.isdecimal():
        raise UsageError(
            _("“{text}” is not the number of a vote.").format(text=text),
            hint=_("Write it like V1; see: jinlin meeting show {number}").format(
                number=meeting.label
            ),
        )
    known = votes_of(reader, meeting.id)
    for row in known:
        if row.number == int(said):
            return row
    raise NotFoundError(
        _("Meeting {number} has no vote {vote}.").format(
            number=meeting.label, vote=vote_label(meeting.number, int(said))
        ),
        hint=_("Its votes: {votes}.").format(
            votes=_(", ").join(f"{row.label} {row.subject}" for row in known)
        )
        if known
        else _("It took no vote: jinlin meeting vote {number} ITEM").format(number=meeting.label),
    )


def _votes(reader: Reader, sql: str, meeting_id: int, *more: int) -> tuple[VoteRow, ...]:
    rows = reader.rows(sql, (meeting_id, *more))
    if not rows:
        return ()
    parts = _Parts(reader, meeting_id)
    return tuple(_vote(reader, row, parts) for row in rows)


class _Parts:
    """What belongs to the votes of a meeting, each kind in one question."""

    def __init__(self, reader: Reader, meeting_id: int) -> None:
        def of(table: str) -> dict[int, list[sqlite3.Row]]:
            found: dict[int, list[sqlite3.Row]] = {}
            for row in reader.rows(_PART.format(table=table), (meeting_id,)):
                found.setdefault(row["vote_id"], []).append(row)
            return found

        self.answers = of("vote_answer")
        self.recusals = of("vote_recusal")
        self.papers = of("vote_batch")
        self.candidates = of("vote_candidate")
        self.owners = of("owners_vote")
        self.doors = of("vote_door") if self.owners else {}
        self.buildings = (
            {row["id"]: row["code"] for row in reader.rows("SELECT id, code FROM building")}
            if self.owners
            else {}
        )


def _rule(row: sqlite3.Row) -> VoteRule:
    return VoteRule(
        quorum=parse_threshold(row["quorum"]) if row["quorum"] else None,
        passing=parse_threshold(row["passing"]),
        base=Base(row["base"]),
        source=row["source"],
        confidence=Confidence(row["confidence"]),
        written=bool(row["written"]),
        recused_out=bool(row["recused_out"]),
    )


def _vote(reader: Reader, row: sqlite3.Row, parts: _Parts) -> VoteRow:
    given = ("in_favour", "against", "abstained", "invalid", "not_voting")
    papers = tuple(map(_paper, parts.papers.get(row["id"], ())))
    candidates = parts.candidates.get(row["id"], ())
    rule = _rule(row)
    return VoteRow(
        id=row["id"],
        meeting=row["meeting"],
        number=row["number"],
        item=row["item"],
        subject=row["subject"],
        kind=BallotKind(row["kind"]),
        method=Method(row["method"]),
        taken_at=reader.clock.local(row["taken_at"]),
        revision=row["revision"],
        reason=row["reason"],
        rule=rule,
        room=VotingRoom(*(row[field] for field in VotingRoom._fields)),
        counts=VoteCounts(*(row[column] for column in given)),
        handed_out=row["handed_out"],
        collected=row["collected"],
        quorum_needed=row["quorum_needed"],
        base=row["base_count"],
        needed=row["needed"],
        passed=bool(row["passed"]),
        seats=row["seats"],
        candidates=tuple(
            Candidate(one["name"], one["votes"], bool(one["elected"])) for one in candidates
        ),
        answers=tuple(
            NamedAnswer(one["name"], Answer(one["answer"]), How(one["how"]))
            for one in parts.answers.get(row["id"], ())
        ),
        recusals=tuple(
            Recusal(one["name"], one["reason"]) for one in parts.recusals.get(row["id"], ())
        ),
        papers=papers,
        owners=_owners(row, rule, parts, papers),
        people=are_people(
            [one["name"] for one in candidates if one["person_id"] is None], row["subject"]
        ),
    )


def _paper(row: sqlite3.Row) -> Papers:
    return Papers(
        row["label"],
        row["handed_out"],
        row["collected"],
        VoteCounts(*(row[column] for column in ("in_favour", "against", "abstained", "invalid"))),
    )


def _owners(
    row: sqlite3.Row, rule: VoteRule, parts: _Parts, papers: tuple[Papers, ...]
) -> OwnersAnswer | None:
    if row["id"] not in parts.owners:
        return None
    [kept] = parts.owners[row["id"]]
    assert rule.quorum is not None
    clause = (
        Clause(kept["clause"], kept["clause_since"], Silence(kept["silence"]))
        if kept["clause"]
        else None
    )
    doors = parts.doors[row["id"]]
    vote = owners_vote(
        [
            BallotDoor(
                name=door["door"],
                head=str(door["head"]),
                area=door["area"],
                answer=Answer(door["answer"]) if door["answer"] in set(Answer) else None,
                served=bool(door["served"]) and door["answer"] != "invalid",
            )
            for door in doors
        ],
        matter=matters()[kept["matter"]]._replace(
            quorum=rule.quorum,
            passing=rule.passing,
            source=rule.source,
            confidence=rule.confidence,
        ),
        scope=scopes()[kept["scope"]],
        clause=clause,
    )
    return OwnersAnswer(
        vote=vote,
        building=parts.buildings.get(kept["building_id"]),
        entrance=kept["entrance"],
        invalid=sum(door["answer"] == "invalid" for door in doors),
        batches=papers,
    )
