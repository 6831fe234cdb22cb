"""Taking a vote: who is in the room, is there a quorum, what was counted, what it comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import _
from jinlin.meeting.ballots import BALLOT_LABELS, BallotKind, VoteRule
from jinlin.meeting.counting import (
    Candidate,
    Counts,
    Outcome,
    Papers,
    Room,
    check_quorum,
    elect,
    outcome,
    quorum,
    reconciled,
)
from jinlin.meeting.electors import Elector, Electors, Where, electors
from jinlin.meeting.kinds import MeetingType, Voters
from jinlin.meeting.naming import named_answers, the_elector
from jinlin.meeting.owners_vote import Answer
from jinlin.meeting.vote_keeping import Counted, described, keep_vote
from jinlin.meeting.vote_places import Place, Question, check_announced, place_of
from jinlin.meeting.votes import How, Method, VoteRow
from jinlin.store.tx import Tx

_HOW: Final = {Where.HERE: How.PRESENT, Where.PROXY: How.PROXY, Where.WRITTEN: How.WRITTEN}


class Given(NamedTuple):
    """What was counted.

    Attributes:
        method: how the vote was taken.
        counts: the numbers of a show of hands, or of paper ballots without boxes.
        names: who voted how, where by name.
        papers: the boxes of paper ballots.
        candidates: names and votes of an election.
        seats: how many are to be elected.
    """

    method: Method
    counts: Counts = Counts(0)
    names: Mapping[Answer, Sequence[str]] = {}
    papers: tuple[Papers, ...] = ()
    candidates: tuple[tuple[str, int], ...] = ()
    seats: int = 1


def take_vote(tx: Tx, number: int, asked: Question, given: Given, kind: BallotKind) -> VoteRow:
    """Record a vote, with its numbers and its rule frozen.

    Raises:
        NotFoundError: there is no such meeting, item, vote or name.
        RuleError: its minutes are confirmed; no votes are taken there; there is no quorum; the
            counts do not add up; somebody named has no vote; the question was answered already.
        UsageError: it matters when it was, and nothing says so.
    """
    place = place_of(tx, number, asked)
    found = electors(tx, place.meeting, at=place.at)
    rule = _rule(found, kind)
    check_announced(place, found.type)
    _check_known(found, place)
    back = tuple(dict.fromkeys(the_elector(tx, found, name) for name in asked.recused))
    room = found.room(recused=back, written=rule.written)
    check_quorum(quorum(rule, room))
    answers: list[tuple[Elector, Answer]] = []
    chosen: tuple[Candidate, ...] = ()
    if kind is BallotKind.ELECTION:
        _check_secret(found.type, given.method)
        counts, result, chosen = _elected(rule, room, given)
    else:
        if given.method is Method.NAMED:
            answers = named_answers(tx, found, given.names, recused=back, written=rule.written)
        counts = _counts(room, given, answers)
        result = outcome(rule, room, counts)
    counted = Counted(
        kind, given.method, rule, room, counts, result, given.papers,
        given.seats if kind is BallotKind.ELECTION else None,
    )  # fmt: skip
    vote_id = keep_vote(tx, place, counted, reason=asked.reason)
    _keep_people(tx, vote_id, answers, back, asked.recused_reason, chosen)
    return described(tx, place, vote_id)


def _rule(found: Electors, kind: BallotKind) -> VoteRule:
    if found.off:
        raise RuleError(
            found.off,
            hint=_("See what each kind of meeting may decide: jinlin meeting types"),
        )
    if found.type.voters is Voters.OWNERS:
        raise RuleError(
            _("Owners vote by heads and area, not by hands."),
            hint=_("Give the matter and the ballots: --matter 使用维修资金 --doors FILE"),
        )
    rule = found.type.rules.get(kind)
    if rule is None:
        raise RuleError(
            _("{type} takes no vote of the kind “{kind}”.").format(
                type=found.type.name, kind=_(BALLOT_LABELS[kind])
            ),
            hint=_("It takes: {kinds}.").format(
                kinds=_(", ").join(_(BALLOT_LABELS[known]) for known in found.type.rules)
            ),
        )
    return rule


def _check_known(found: Electors, place: Place) -> None:
    """Refuse a vote where nobody is known to vote, or where the moment matters and is not said."""
    if not found.voters:
        hint = {
            Voters.FULL_MEMBERS: _("Record the members: jinlin member add NAME --party-state full"),
            Voters.ROLL: _("Record who is there: jinlin meeting attend {number} NAME"),
            Voters.PARTY_ROLL: _("Record who is there: jinlin meeting attend {number} NAME"),
        }.get(found.type.voters, _("Record who sits on it: jinlin member post NAME TITLE"))
        raise RuleError(
            _("Nobody is known to have a vote in {type} {number}.").format(
                type=found.type.name, number=place.meeting.label
            ),
            hint=hint.format(number=place.meeting.label),
        )
    if place.at is None and found.timed:
        raise UsageError(
            _("People came late or left early: say when the vote was taken."),
            hint=_("For example: --at 20:15"),
        )


def _check_secret(known: MeetingType, method: Method) -> None:
    if known.party and method is not Method.SECRET:
        raise RuleError(
            _("A Party election is by secret ballot."),
            hint=_("Count the papers: --method secret --handed-out N --collected N"),
        )


def _counts(room: Room, given: Given, answers: Sequence[tuple[Elector, Answer]]) -> Counts:
    """Return the counts of a vote that is no election."""
    match given.method:
        case Method.NAMED:
            said = [answer for _one, answer in answers]
            by_answer = [said.count(answer) for answer in Answer]
            return Counts(*by_answer)._replace(not_voting=given.counts.not_voting)
        case Method.SECRET:
            return _papers(room, given.papers)
        case _:
            return given.counts


def _papers(room: Room, papers: Sequence[Papers]) -> Counts:
    """Return what the boxes hold; who got no ballot, or gave none back, did not vote."""
    counts = reconciled(papers)
    handed_out = sum(box.handed_out for box in papers)
    if handed_out > room.votes:
        raise RuleError(
            _("{handed_out} ballots were handed out, but {votes} may vote.").format(
                handed_out=handed_out, votes=room.votes
            ),
            hint=_("Count again, or record who else is in the room: jinlin meeting attend"),
        )
    return counts._replace(not_voting=room.votes - counts.total)


def _elected(
    rule: VoteRule, room: Room, given: Given
) -> tuple[Counts, Outcome, tuple[Candidate, ...]]:
    candidates = [Candidate(name, votes) for name, votes in given.candidates]
    if given.method is Method.SECRET:
        counts = _papers(room, given.papers)
        ballots = sum(box.collected for box in given.papers) - counts.invalid
    else:
        counts, ballots = Counts(0), room.votes
    result, chosen = elect(rule, room, candidates, seats=given.seats, ballots=ballots)
    return Counts(0, invalid=counts.invalid), result, chosen


def _keep_people(
    tx: Tx,
    vote_id: int,
    answers: Sequence[tuple[Elector, Answer]],
    back: Sequence[Elector],
    reason: str | None,
    candidates: Sequence[Candidate],
) -> None:
    tx.insert_many(
        "vote_answer",
        ("vote_id", "person_id", "name", "answer", "how"),
        [
            (vote_id, one.person_id, one.name, answer.value, _HOW[one.where].value)
            for one, answer in answers
        ],
    )
    tx.insert_many(
        "vote_recusal",
        ("vote_id", "person_id", "name", "reason"),
        [(vote_id, one.person_id, one.name, reason) for one in back],
    )
    tx.insert_many(
        "vote_candidate",
        ("vote_id", "position", "name", "votes", "elected"),
        [
            (vote_id, position, one.name, one.votes, int(one.elected))
            for position, one in enumerate(candidates, start=1)
        ],
    )
