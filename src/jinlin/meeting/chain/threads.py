"""Threads: the items and resolutions of different meetings that are about one major matter.

Items belong together that are deliberated for each other (`--for M12/3`) or have the same source.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from jinlin.core.days.workdays import Calendar
from jinlin.meeting.chain.own_matters import own_matters
from jinlin.meeting.chain.steps import (
    Chain,
    ChainStep,
    MajorMatter,
    StepProof,
    how_far,
    major_in,
    major_of,
    marked,
)
from jinlin.meeting.record.agenda import SourceKind, item_label
from jinlin.meeting.record.grounds import CARRIED, DECIDED
from jinlin.meeting.record.held import HELD
from jinlin.meeting.record.register import Resolution
from jinlin.meeting.record.resolution_register import resolutions
from jinlin.meeting.record.results import ANNOUNCED, MATTERS, RESULT
from jinlin.meeting.rules.kinds import DELIBERATING
from jinlin.meeting.rules.meetings import PARTY_MEETINGS, vote_label
from jinlin.meeting.rules.resolutions import ResolutionStatus
from jinlin.member.rules.posts import Body
from jinlin.notice.about_record import PostedAbout, posted_about
from jinlin.notice.rules.matters import matters
from jinlin.output.listing.filter import Condition
from jinlin.store.holidays import calendar
from jinlin.store.transaction.tx import Reader

OWNERS: Final = ("owners_committee", "owners_assembly")
"""The meetings that decide for owners, the deciding one last."""
COUNCILS: Final = tuple(
    one for one in MATTERS if one not in (*OWNERS, "supervisory_board", "evaluation")
)
"""The councils and hearings at which residents deliberate."""
_ITEMS: Final = f"""
    SELECT i.id, m.id AS meeting_id, m.number AS meeting, m.type, m.held_at, i.position, i.title,
           i.source_kind, i.source_ref, i.for_item_id, m.held_at <= ? AND {HELD} AS held
    FROM agenda_item AS i JOIN meeting AS m ON m.id = i.meeting_id
    WHERE i.removed_at IS NULL AND m.removed_at IS NULL ORDER BY m.held_at, i.id"""  # noqa: S608  (our own words)
_VOTES: Final = f"""
    SELECT w.item_id, m.number AS meeting, w.number, w.taken_at, o.matter
    FROM vote AS w JOIN owners_vote AS o ON o.vote_id = w.id
    JOIN meeting AS m ON m.id = w.meeting_id
    WHERE NOT w.superseded AND w.removed_at IS NULL AND m.removed_at IS NULL AND {CARRIED}
    ORDER BY w.taken_at, w.id"""  # noqa: S608  (our own words)
_EVALUATIONS: Final = """
    SELECT 'W' || s.number AS number, s.opened_on, q.subject FROM survey AS s
    JOIN survey_question AS q ON q.survey_id = s.id AND q.subject IS NOT NULL
    WHERE s.removed_at IS NULL AND EXISTS (SELECT 1 FROM survey_slip AS a WHERE a.survey_id = s.id)
    ORDER BY s.opened_on, s.id"""


class Thread(NamedTuple):
    """What belongs together, the first meeting first.

    Attributes:
        items: items of agendas.
        decided: what public meetings resolved, and the kind of meeting.
        votes: votes of owners that were carried.
    """

    items: tuple[sqlite3.Row, ...]
    decided: tuple[tuple[Resolution, str], ...]
    votes: tuple[sqlite3.Row, ...]

    @property
    def deciding(self) -> tuple[Resolution, str]:
        """The resolution of those who decide: the owners' before that of a council, the latest."""
        return max(
            self.decided,
            key=lambda one: (
                OWNERS.index(one[1]) if one[1] in OWNERS else -1,
                str(one[0].held_on),
                one[0].id,
            ),
        )

    def matter(self, own: Sequence[MajorMatter]) -> MajorMatter | None:
        """Return which major matter it is: one's own, what the owners voted on, or by its words."""
        voted = (major_of(one["matter"]) for one in reversed(self.votes))
        said = (*(one["title"] for one in self.items), *(row.text for row, _type in self.decided))
        ours = (marked(text, own) for text in said)
        return next(filter(None, (*ours, *voted, *map(major_in, said))), None)


def chains(reader: Reader) -> Iterator[Chain]:
    """Yield the major matters on which public meetings resolved, the latest first.

    Works are told by their room.
    """
    posted = posted_about(reader, "meeting", "resolution")
    known = calendar(reader)
    rated = reader.rows(_EVALUATIONS)
    own = own_matters(reader)
    for thread in _threads(reader):
        if any(one["source_kind"] == "project" for one in thread.items):
            continue
        if (matter := thread.matter(own)) is not None:
            yield _chain(reader, thread, matter, posted, rated, known)


def _chain(
    reader: Reader,
    thread: Thread,
    matter: MajorMatter,
    posted: Sequence[PostedAbout],
    rated: Sequence[sqlite3.Row],
    known: Calendar,
) -> Chain:
    row, kind = thread.deciding
    assert row.held_on is not None
    today = reader.clock.today
    done = row.ended_on if row.status is ResolutionStatus.DONE else None
    posting = matters()[MATTERS[kind]].due(row.held_on, known)
    result = matters()[RESULT].due(done, known) if done else None
    return Chain(
        row.label,
        row.text,
        matter,
        {
            step: proof
            for step, proof in _proofs(reader, thread, matter, posted, rated)
            if proof is not None
        },
        how_far(
            owners=kind in OWNERS,
            posting_over=posting is not None and posting < today,
            done=done,
            result_over=result is not None and result < today,
            today=today,
        ),
        tuple(one.label for one, _kind in thread.decided),
    )


def _proofs(
    reader: Reader,
    thread: Thread,
    matter: MajorMatter,
    posted: Sequence[PostedAbout],
    rated: Sequence[sqlite3.Row],
) -> Iterator[tuple[ChainStep, StepProof | None]]:
    row, _kind = thread.deciding
    vote = thread.votes[-1] if thread.votes else None
    until = vote["taken_at"] if vote else None

    def talked(kinds: Iterable[str]) -> StepProof | None:
        """Return the first item at a meeting of some kinds, which was held before the vote."""
        found = (
            one for one in thread.items
            if one["type"] in kinds and one["held"] and (until is None or one["held_at"] <= until)
        )  # fmt: skip
        one = next(found, None)
        if one is None:
            return None
        day = reader.clock.local(one["held_at"]).date().isoformat()
        return StepProof(item_label(one["meeting"], one["position"]), day)

    yield ChainStep.FIRST, talked(DELIBERATING)
    yield ChainStep.COUNCIL, talked(COUNCILS)
    if vote is not None:
        day = reader.clock.local(vote["taken_at"]).date().isoformat()
        yield ChainStep.VOTE, StepProof(vote_label(vote["meeting"], vote["number"]), day)
    owners = ChainStep.VOTE in matter.steps
    deciding = [one for one, kind in thread.decided if kind in OWNERS or not owners]
    yield ChainStep.DECISION, _notice(posted, deciding, result=False)
    yield ChainStep.RESULT, _notice(posted, [row], result=True)
    day = str(row.held_on)
    found = (
        one for one in rated
        if one["opened_on"] >= day and Body.said(one["subject"]) == matter.evaluates
    )  # fmt: skip
    last = max(found, key=lambda one: one["opened_on"], default=None)
    if last is not None:
        yield ChainStep.EVALUATION, StepProof(last["number"], last["opened_on"])


def _notice(
    posted: Sequence[PostedAbout], rows: Sequence[Resolution], *, result: bool
) -> StepProof | None:
    """Return the first notice about some resolutions, or their meetings."""
    numbers = {number for row in rows for number in (row.label, row.meeting)}
    done = max((str(row.ended_on or "") for row in rows), default="")
    found = [
        one
        for one in posted
        if one.number in numbers
        and one.matter != ANNOUNCED
        and (one.matter == RESULT) is result
        and not (result and one.posted_on < done)
    ]
    first = min(found, key=lambda one: (one.posted_on, one.notice), default=None)
    return None if first is None else StepProof(first.notice, first.posted_on)


def _threads(reader: Reader) -> list[Thread]:
    """Return the threads on which a public meeting resolved, the latest decision first."""
    items = reader.rows(_ITEMS, (reader.clock.stamp,))
    rows, _total = resolutions(reader, Condition(DECIDED))
    places = {(one["meeting_id"], one["position"]): one["id"] for one in items}
    kinds = {one["id"]: one["type"] for one in reader.rows("SELECT id, type FROM meeting")}
    root = _together(items, rows, places)
    in_thread: dict[str, list[sqlite3.Row]] = defaultdict(list)
    for one in items:
        in_thread[root(_item(one["id"]))].append(one)
    votes: dict[str, list[sqlite3.Row]] = defaultdict(list)
    for one in reader.rows(_VOTES):
        votes[root(_item(one["item_id"]))].append(one)
    decided: dict[str, list[tuple[Resolution, str]]] = defaultdict(list)
    for row in rows:
        kind = kinds[row.meeting_id]
        if kind in MATTERS and kind not in PARTY_MEETINGS:
            decided[root(row.label)].append((row, kind))
    found = [
        Thread(tuple(in_thread[key]), tuple(of_thread), tuple(votes[key]))
        for key, of_thread in decided.items()
    ]
    return sorted(
        found, key=lambda one: (str(one.deciding[0].held_on), one.deciding[0].id), reverse=True
    )


def _item(row_id: int) -> str:
    return f"i{row_id}"


def _together(
    items: Sequence[sqlite3.Row],
    rows: Sequence[Resolution],
    places: Mapping[tuple[int, int], int],
) -> _Roots:
    """Return what finds one name for all that belongs together."""
    roots = _Roots()
    labels = {item_label(one["meeting"], one["position"]): one["id"] for one in items}
    for one in items:
        me, ref = _item(one["id"]), one["source_ref"]
        if one["for_item_id"]:
            roots.join(me, _item(one["for_item_id"]))
        if one["source_kind"] == SourceKind.ITEM and ref in labels:
            roots.join(me, _item(labels[ref]))
        elif ref:
            roots.join(me, ref)
    for row in rows:
        if row.item is not None and (row.meeting_id, row.item) in places:
            roots.join(row.label, _item(places[row.meeting_id, row.item]))
    return roots


class _Roots:
    """Names joined into groups; each group is called by one of them."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def __call__(self, name: str) -> str:
        while (parent := self._parent.get(name, name)) != name:
            name = parent
        return name

    def join(self, one: str, other: str) -> None:
        self._parent[self(one)] = self(other)
