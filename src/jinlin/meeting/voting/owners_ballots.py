"""Taking an owners' vote: ballots by door, counted by heads and area, frozen door by door."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.meeting.record.rules_in_force import type_on
from jinlin.meeting.rules.heads_and_area import BallotDoor, Clause, OwnersVote
from jinlin.meeting.rules.kinds import MeetingType
from jinlin.meeting.rules.owners_matters import Confidence, OwnersMatter
from jinlin.meeting.rules.owners_vote import owners_vote
from jinlin.meeting.rules.threshold import Threshold
from jinlin.meeting.rules.vote_count import Papers, Quorum, VoteCounts, VoteOutcome, VotingRoom
from jinlin.meeting.rules.vote_rules import Answer, BallotKind, Base, VoteRule
from jinlin.meeting.rules.votes import Method, VoteRow
from jinlin.meeting.voting.owners_roll import Constituency, Part, parts
from jinlin.meeting.voting.vote_place import VotePlace, VoteQuestion, check_announced, place_of
from jinlin.meeting.voting.vote_record import Counted, described, keep_vote
from jinlin.store.transaction.tx import Reader, Tx

INVALID: Final = "invalid"
"""What is kept of a ballot that came back and says nothing clear; it takes no part."""
_SHOWN: Final = 10


class Returned(NamedTuple):
    """What is known of the ballot of one door.

    Attributes:
        answer: what it says, or `INVALID`; None when it did not come back.
        served: whether it was handed over.
    """

    answer: str | None
    served: bool


class BallotBatch(NamedTuple):
    """The ballots of one list, such as those of a building.

    Attributes:
        label: what the list is called.
        ballots: by household.
        handed_out: how many were handed out, by the people who counted the papers.
        collected: how many came back, by the people who counted the papers.
    """

    label: str
    ballots: Mapping[int, Returned]
    handed_out: int | None = None
    collected: int | None = None


class OwnersQuestion(NamedTuple):
    """What owners decide, and whose it is.

    Attributes:
        matter: the kind of matter, with what it needs here (see `with_share`).
        where: whose owners decide.
        clause: what the rules of procedure make of silence.
    """

    matter: OwnersMatter
    where: Constituency
    clause: Clause | None = None


def take_owners_vote(
    tx: Tx, number: int, asked: VoteQuestion, owners: OwnersQuestion, batches: Sequence[BallotBatch]
) -> VoteRow:
    """Record a vote of owners. A correction keeps the ballots before, but where it names others.

    Raises:
        NotFoundError: there is no such meeting, item or vote.
        RuleError: the minutes are confirmed; the meeting is none of owners; the matter was not
            announced; a list does not add up or names a door twice; an area is not known.
        UsageError: a correction without reason.
    """
    place = place_of(tx, number, asked)
    known = type_on(tx, place.meeting.type, place.meeting.held_at.date())
    if BallotKind.OWNERS not in known.rules:
        raise _no_owners(known)
    check_announced(place, known)
    roll = parts(tx, owners.where)
    papers = tuple(map(_reconciled, batches))
    doors = {part.household_id: part.door for part in roll}
    earlier = {home: one for home, one in _earlier(tx, place).items() if home in doors}
    returned = earlier | _together(batches, doors)
    vote = owners_vote(
        [_door(part, returned.get(part.household_id)) for part in roll],
        matter=owners.matter,
        scope=owners.where.scope,
        clause=owners.clause,
    )
    # A correction may name doors again that an earlier list held: each has one ballot.
    ballots = (
        sum(one.served for one in returned.values()),
        sum(one.answer is not None for one in returned.values()),
    )
    invalid = sum(one.answer == INVALID for one in returned.values())
    again = {box.label for box in papers}
    before = [
        box for box in (place.before.papers if place.before else ()) if box.label not in again
    ]
    vote_id = keep_vote(
        tx,
        place,
        _counted(vote, invalid=invalid, papers=(*before, *papers), ballots=ballots),
        reason=asked.reason,
    )
    _keep_doors(tx, vote_id, roll, returned)
    _keep_question(tx, vote_id, owners)
    return described(tx, place, vote_id)


def _no_owners(known: MeetingType) -> RuleError:
    return RuleError(
        _("{type} is no meeting of owners; what it votes is advice.").format(type=known.name),
        hint=_("Owners decide in their assembly: jinlin meeting add --type 业主大会"),
    )


def _reconciled(batch: BallotBatch) -> Papers:
    """Return what a list holds, compared with the papers that were counted.

    Raises:
        RuleError: they are not the same.
    """
    served = sum(one.served for one in batch.ballots.values())
    said = [one.answer for one in batch.ballots.values() if one.answer is not None]
    for listed, counted, words in (
        (served, batch.handed_out, _("{label}: the list has {listed} ballots handed out, the papers"
                                     " {counted}.")),
        (len(said), batch.collected, _("{label}: the list has {listed} ballots collected, the"
                                       " papers {counted}.")),
    ):  # fmt: skip
        if counted is not None and listed != counted:
            raise RuleError(
                words.format(label=batch.label, listed=listed, counted=counted),
                hint=_("Find the difference of {count} before it is recorded.").format(
                    count=abs(listed - counted)
                ),
            )
    by_answer = [said.count(answer) for answer in (*Answer, INVALID)]
    return Papers(batch.label, served, len(said), VoteCounts(*by_answer))


def _together(batches: Sequence[BallotBatch], doors: Mapping[int, str]) -> dict[int, Returned]:
    """Return the ballots of all lists.

    Raises:
        RuleError: a door is on two lists.
    """
    found: dict[int, Returned] = {}
    twice: list[int] = []
    for batch in batches:
        twice += found.keys() & batch.ballots.keys()
        found |= batch.ballots
    if twice:
        raise RuleError(
            _("On two lists: {doors}.").format(doors=_named(doors[one] for one in twice)),
            hint=_("Each door has one ballot; take it out of one list."),
        )
    return found


def _named(doors: Iterable[str]) -> str:
    names = sorted(doors)
    return _(", ").join([*names[:_SHOWN], *(["…"] if len(names) > _SHOWN else [])])


def _earlier(reader: Reader, place: VotePlace) -> dict[int, Returned]:
    """Return the ballots of the vote that is corrected."""
    if place.before is None:
        return {}
    return {
        row["household_id"]: Returned(row["answer"], bool(row["served"]))
        for row in reader.rows(
            "SELECT household_id, answer, served FROM vote_door WHERE vote_id = ?",
            (place.before.id,),
        )
    }


def _door(part: Part, returned: Returned | None) -> BallotDoor:
    answer = returned.answer if returned else None
    return BallotDoor(
        name=part.door,
        head=part.head,
        area=part.area,
        answer=Answer(answer) if answer not in {None, INVALID} else None,
        served=returned is not None and returned.served and answer != INVALID,
    )


def _counted(
    vote: OwnersVote, *, invalid: int, papers: Sequence[Papers], ballots: tuple[int, int]
) -> Counted:
    matter = vote.matter
    rule = VoteRule(
        quorum=matter.quorum,
        passing=matter.passing,
        base=Base.PRESENT,
        source=matter.source,
        confidence=matter.confidence,
    )
    heads = vote.taken_part.heads
    return Counted(
        kind=BallotKind.OWNERS,
        method=Method.DOORS,
        rule=rule,
        room=VotingRoom(entitled=vote.entitled.heads, present=heads),
        counts=VoteCounts(
            vote.in_favour.heads, vote.against.heads, vote.abstained.heads, invalid=invalid
        ),
        result=VoteOutcome(
            Quorum(
                vote.entitled.heads, heads, vote.quorum.needed.heads, vote.quorum.met, votes=None
            ),
            base=heads,
            needed=vote.approval.needed.heads,
            passed=vote.passed,
        ),
        papers=papers,
        ballots=ballots,
    )


def _keep_doors(
    tx: Tx, vote_id: int, roll: Sequence[Part], returned: Mapping[int, Returned]
) -> None:
    heads: dict[str, int] = {}
    nothing = Returned(None, served=False)
    tx.insert_many(
        "vote_door",
        ("vote_id", "household_id", "door", "head", "area", "answer", "served"),
        [
            (
                vote_id, part.household_id, part.door, heads.setdefault(part.head, len(heads) + 1),
                part.area, one.answer, int(one.served),
            )
            for part in roll
            for one in [returned.get(part.household_id, nothing)]
        ],
    )  # fmt: skip


def _keep_question(tx: Tx, vote_id: int, owners: OwnersQuestion) -> None:
    clause = owners.clause
    tx.insert(
        "owners_vote",
        vote_id=vote_id,
        matter=owners.matter.code,
        scope=owners.where.scope.code,
        building_id=owners.where.building_id,
        entrance=owners.where.entrance,
        clause=clause.text if clause else None,
        clause_since=clause.since if clause else None,
        silence=clause.silence.value if clause else None,
    )


def with_share(matter: OwnersMatter, passing: Threshold, source: str) -> OwnersMatter:
    """Return a matter with the share that is needed here instead, and where that stands."""
    return matter._replace(passing=passing, source=source, confidence=Confidence.OWN)
