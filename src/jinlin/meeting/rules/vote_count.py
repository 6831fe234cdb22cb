"""Counting a vote: is there a quorum, do the counts add up, is it carried.

支部工作条例 11: half or more of those with a vote must be there, and more than half of those who
should attend must be in favour; 10 of 20 may vote, and 11 votes are needed though 10 came. An
election has another base: more than half of those present, and exactly half is not elected.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.meeting.rules.vote_rules import Base, VoteRule


class VotingRoom(NamedTuple):
    """How many people with a vote there are when a vote is taken.

    Attributes:
        entitled: who should attend.
        present: who is in the room.
        proxies: who is not, and votes through somebody who is.
        written: who is not, and handed in an opinion that counts by the rule.
        recused: who stands back, wherever she is.
        recused_present: those of them who are in the room or voted by proxy or in writing.
    """

    entitled: int
    present: int
    proxies: int = 0
    written: int = 0
    recused: int = 0
    recused_present: int = 0

    @property
    def attending(self) -> int:
        """Who counts as there: in the room, or through a proxy."""
        return self.present + self.proxies

    @property
    def votes(self) -> int:
        """How many may vote."""
        return self.attending + self.written - self.recused_present


class VoteCounts(NamedTuple):
    """What was counted.

    Attributes:
        in_favour: yes.
        against: no.
        abstained: neither.
        invalid: paper ballots that say nothing clear.
        not_voting: in the room, and gave no vote at all.
    """

    in_favour: int
    against: int = 0
    abstained: int = 0
    invalid: int = 0
    not_voting: int = 0

    @property
    def total(self) -> int:
        """How many are accounted for."""
        return sum(self)


class Papers(NamedTuple):
    """Paper ballots of one box or building: handed out, collected, and what they say."""

    label: str
    handed_out: int
    collected: int
    counts: VoteCounts


class Quorum(NamedTuple):
    """Whether a vote may be taken, and what it would need.

    Attributes:
        entitled: of how many who should attend, after those who stand back.
        attending: how many are there.
        needed: how many must be; 0 where no rule says so.
        met: whether they are enough.
        votes: how many votes in favour carry it; None where that depends on the valid votes.
    """

    entitled: int
    attending: int
    needed: int
    met: bool
    votes: int | None


class VoteOutcome(NamedTuple):
    """What a vote came to.

    Attributes:
        quorum: the quorum it was taken with.
        base: of how many the share was taken.
        needed: how many votes in favour were needed.
        passed: whether there were so many.
    """

    quorum: Quorum
    base: int
    needed: int
    passed: bool


class Candidate(NamedTuple):
    """Somebody, or something, that was chosen among.

    Attributes:
        name: who.
        votes: how many.
        elected: whether that is enough; set by `elect`.
    """

    name: str
    votes: int
    elected: bool = False


def quorum(rule: VoteRule, room: VotingRoom) -> Quorum:
    """Return whether a vote may be taken now."""
    entitled, attending = _after_recusal(rule, room)
    needed = rule.quorum.needed(entitled) if rule.quorum else 0
    base = {Base.ENTITLED: entitled, Base.PRESENT: attending + room.written}.get(rule.base)
    return Quorum(
        entitled=entitled,
        attending=attending,
        needed=needed,
        met=attending > 0 and attending >= needed,
        votes=None if base is None else max(1, rule.passing.needed(base)),
    )


def outcome(rule: VoteRule, room: VotingRoom, counts: VoteCounts) -> VoteOutcome:
    """Return what a vote came to.

    Raises:
        RuleError: there is no quorum, more votes than people, or not everybody is accounted for.
    """
    found = quorum(rule, room)
    check_quorum(found)
    if counts.total != room.votes:
        raise RuleError(_sum_words(counts, room), hint=_sum_hint(counts, room))
    base = _base(rule, found, room, counts)
    needed = max(1, rule.passing.needed(base))
    return VoteOutcome(found, base, needed, passed=counts.in_favour >= needed)


def check_quorum(found: Quorum) -> None:
    """Refuse a vote for which too few are there.

    Raises:
        RuleError: there is no quorum.
    """
    if not found.met:
        raise RuleError(
            _(
                "There is no quorum: {entitled} with a vote should attend, {attending} are there,"
                " {needed} must be."
            ).format(
                entitled=found.entitled,
                attending=found.attending,
                needed=max(1, found.needed),
            ),
            hint=_("Record who is in the room, or put the vote off: jinlin meeting attend"),
        )


def reconciled(papers: Sequence[Papers]) -> VoteCounts:
    """Return the sum of paper ballots, each box reconciled by itself.

    Raises:
        RuleError: more came back than were handed out, or what they say is not what came back.
    """
    for box in papers:
        if box.collected > box.handed_out:
            raise RuleError(
                _(
                    "{label}: {collected} ballots were collected and only {handed_out} handed out;"
                    " such a vote is void."
                ).format(label=box.label, collected=box.collected, handed_out=box.handed_out),
                hint=_("Count again, or vote again."),
            )
        if box.counts.total != box.collected:
            raise RuleError(
                _("{label}: {sum}, but {collected} ballots were collected.").format(
                    label=box.label, sum=_sum(box.counts), collected=box.collected
                ),
                hint=_("Count again; the invalid ones count too."),
            )
    return VoteCounts(*(sum(each) for each in zip(*(box.counts for box in papers), strict=True)))


def elect(
    rule: VoteRule, room: VotingRoom, candidates: Sequence[Candidate], *, seats: int, ballots: int
) -> tuple[VoteOutcome, tuple[Candidate, ...]]:
    """Return who is elected: enough votes, and among the first so many of them.

    Where two have the same number of votes for the last seat neither is elected, and they are voted
    on again.

    Args:
        rule: the rule of an election.
        room: who has a vote.
        candidates: with their votes.
        seats: how many are to be elected.
        ballots: how many valid ballots there are.

    Raises:
        RuleError: there is no quorum, or somebody has more votes than there are ballots, or all of
            them more than the ballots have places.
    """
    found = quorum(rule, room)
    check_quorum(found)
    for one in candidates:
        if one.votes > ballots:
            raise RuleError(
                _("{name} has {votes} votes, but there are {ballots} valid ballots.").format(
                    name=one.name, votes=one.votes, ballots=ballots
                ),
                hint=_("Count again; nobody is named twice on one ballot."),
            )
    given = sum(one.votes for one in candidates)
    if given > ballots * seats:
        raise RuleError(
            _(
                "All candidates together have {given} votes; {ballots} valid ballots with at most"
                " {seats} names each hold {most}."
            ).format(given=given, ballots=ballots, seats=seats, most=ballots * seats),
            hint=_("A ballot with more names than seats is invalid: --invalid N."),
        )
    base = _base(rule, found, room, VoteCounts(ballots))
    needed = max(1, rule.passing.needed(base))
    enough = sorted((one.votes for one in candidates if one.votes >= needed), reverse=True)
    # Who has as many votes as the first one left out shares the last seat with her.
    least = enough[seats] + 1 if len(enough) > seats else needed
    chosen = tuple(one._replace(elected=one.votes >= least) for one in candidates)
    filled = sum(one.elected for one in chosen)
    return VoteOutcome(found, base, needed, passed=filled == seats), chosen


def _after_recusal(rule: VoteRule, room: VotingRoom) -> tuple[int, int]:
    if not rule.recused_out:
        return room.entitled, room.attending
    return room.entitled - room.recused, room.attending - room.recused_present


def _base(rule: VoteRule, found: Quorum, room: VotingRoom, counts: VoteCounts) -> int:
    match rule.base:
        case Base.ENTITLED:
            return found.entitled
        case Base.PRESENT:
            return found.attending + room.written
        case Base.VALID:
            return counts.in_favour + counts.against


def _sum_words(counts: VoteCounts, room: VotingRoom) -> str:
    said = (
        _("More votes than people: {sum}, but {votes} may vote.")
        if counts.total > room.votes
        else _("The counts do not add up: {sum}, but {votes} may vote.")
    )
    return said.format(sum=_sum(counts), votes=room.votes)


def _sum(counts: VoteCounts) -> str:
    parts = [
        (_("for {count}"), counts.in_favour),
        (_("against {count}"), counts.against),
        (_("abstained {count}"), counts.abstained),
    ]
    if counts.invalid:
        parts.append((_("invalid {count}"), counts.invalid))
    if counts.not_voting:
        parts.append((_("not voting {count}"), counts.not_voting))
    said = " + ".join(words.format(count=count) for words, count in parts)
    return f"{said} = {counts.total}"


def _sum_hint(counts: VoteCounts, room: VotingRoom) -> str:
    if counts.total > room.votes:
        return _("Count again, or record who else is in the room: jinlin meeting attend")
    return _("{count} are missing: --abstain, or --not-voting for who gave no vote.").format(
        count=room.votes - counts.total
    )
