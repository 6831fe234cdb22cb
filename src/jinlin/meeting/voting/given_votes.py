"""What was counted in a room, as it is told: hands, papers, names, opinions in writing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import _
from jinlin.meeting.attendance.electors import Elector, Electors
from jinlin.meeting.rules.vote_count import (
    Candidate,
    Papers,
    VoteCounts,
    VoteOutcome,
    VotingRoom,
    elect,
    reconciled,
)
from jinlin.meeting.rules.vote_rules import Answer, VoteRule
from jinlin.meeting.rules.votes import Method
from jinlin.meeting.rules.written_opinions import counts_of


class Given(NamedTuple):
    """What was counted.

    Attributes:
        method: how the vote was taken.
        counts: the numbers of a show of hands, or of paper ballots without boxes.
        names: who voted how, where by name.
        papers: the boxes of paper ballots.
        candidates: names and votes of an election.
        seats: how many are to be elected.
        written: what the opinions in writing say, all of them the same or so many of each; None
            takes them as they were handed in.
    """

    method: Method
    counts: VoteCounts = VoteCounts(0)
    names: Mapping[Answer, Sequence[str]] = {}
    papers: tuple[Papers, ...] = ()
    candidates: tuple[tuple[str, int], ...] = ()
    seats: int = 1
    written: Answer | VoteCounts | None = None


def handed_in(
    found: Electors,
    rule: VoteRule,
    room: VotingRoom,
    given: Given,
    back: Sequence[Elector],
    number: str,
) -> VoteCounts:
    """Return what the opinions in writing say, as far as they are not among what was counted.

    Args:
        found: who may vote.
        rule: by which rule it is counted.
        room: how many there are.
        given: what was counted.
        back: who stands back.
        number: the meeting's, for the message.

    Raises:
        RuleError: they do not count in such a vote, and it is said what they say.
        UsageError: they are not so many, or it is not clear what one says.
    """
    if not rule.written:
        if given.written is not None:
            raise RuleError(
                _("Opinions in writing do not count in this vote: {source}").format(
                    source=rule.source
                ),
                hint=_("See what counts: jinlin meeting types {code}").format(code=found.type.name),
            )
        return VoteCounts(0)
    counted = given.counts.total == room.votes and given.written is None
    if given.method is Method.NAMED or (given.method is Method.HANDS and counted):
        return VoteCounts(0)
    voters = found.handed_in(back)
    if isinstance(given.written, VoteCounts):
        _check_number(given.written, len(voters), number)
        return given.written
    answers = [given.written or one.opinion for one in voters]
    unclear = [one.name for one, answer in zip(voters, answers, strict=True) if answer is None]
    if unclear:
        raise UsageError(
            _("The opinion in writing of {name} does not say for or against.").format(
                name=_(", ").join(unclear)
            ),
            hint=_("Say what they come to: --written 1/0/0 (for/against/abstained)."),
        )
    return counts_of(answer for answer in answers if answer is not None)


def _check_number(told: VoteCounts, count: int, number: str) -> None:
    if told.total != count:
        raise UsageError(
            _("There are {count} opinions in writing, not {told}.").format(
                count=count, told=told.total
            ),
            hint=_("Record who handed one in: jinlin meeting attend {number} NAME --written"
                   " TEXT").format(number=number),
        )  # fmt: skip


def counts_in(
    room: VotingRoom, given: Given, answers: Sequence[tuple[Elector, Answer]], written: VoteCounts
) -> VoteCounts:
    """Return the counts of a vote that is no election, opinions in writing among them."""
    match given.method:
        case Method.NAMED:
            said = counts_of(answer for _one, answer in answers)
            return said._replace(not_voting=given.counts.not_voting)
        case Method.SECRET:
            return _papers(room, given.papers, written)
        case _:
            return _together(given.counts, written)


def _papers(room: VotingRoom, papers: Sequence[Papers], written: VoteCounts) -> VoteCounts:
    """Return what the boxes hold; who got no ballot, or gave none back, did not vote."""
    counts = _together(reconciled(papers), written)
    handed_out = sum(box.handed_out for box in papers)
    votes = room.votes - written.total
    if handed_out > votes:
        raise RuleError(
            _("{handed_out} ballots were handed out, but {votes} may vote.").format(
                handed_out=handed_out, votes=votes
            ),
            hint=_("Count again, or record who else is in the room: jinlin meeting attend"),
        )
    return counts._replace(not_voting=room.votes - counts.total)


def _together(one: VoteCounts, other: VoteCounts) -> VoteCounts:
    return VoteCounts(*(sum(each) for each in zip(one, other, strict=True)))


def elected(
    rule: VoteRule, room: VotingRoom, given: Given, candidates: Sequence[Candidate]
) -> tuple[VoteCounts, VoteOutcome, tuple[Candidate, ...]]:
    """Return what an election came to: invalid papers, its result, and who is elected."""
    if given.method is Method.SECRET:
        counts = _papers(room, given.papers, VoteCounts(0))
        ballots = sum(box.collected for box in given.papers) - counts.invalid
    else:
        counts, ballots = VoteCounts(0), room.votes
    result, chosen = elect(rule, room, candidates, seats=given.seats, ballots=ballots)
    return VoteCounts(0, invalid=counts.invalid), result, chosen
