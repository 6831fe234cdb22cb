"""Who may vote in a general meeting, who is not counted, and how many are needed (quorum).

支部工作条例 11: half or more of those with the right to vote must be there, and a motion passes
with more than half of those with the right to vote who should attend. A probationary member has no
vote (党章 7); not to count somebody among those who should attend needs the superior's approval.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from jinlin.core.i18n import N_
from jinlin.core.word import Word
from jinlin.member.own_branch import branch
from jinlin.member.register.queries import WHO_LEFT, MemberRow, members
from jinlin.member.rules.branch import BranchType
from jinlin.member.rules.party import Affiliation, MemberStanding, PartyState
from jinlin.member.rules.party_days import earlier
from jinlin.store.transaction.tx import Reader


class Right(Word):
    """What somebody's right to vote is on a day."""

    VOTES = "votes", N_("has a vote")
    NOT_COUNTED = "not_counted", N_("has a vote, but is not counted")
    NO_VOTE = "no_vote", N_("has no vote")
    PROBATIONARY = "probationary", N_("probationary: no vote yet")


class Voter(NamedTuple):
    """A member whose membership is held here, and her right to vote.

    Attributes:
        member: who.
        right: what her right is.
        reason: why she does not vote or is not counted.
    """

    member: MemberRow
    right: Right
    reason: str | None = None


class Needed(NamedTuple):
    """How many are needed.

    Attributes:
        entitled: members with the right to vote.
        should_attend: those of them who are counted among who should attend.
        quorum: so many of them must be there.
        votes: so many of them must be in favour.
    """

    entitled: int
    should_attend: int
    quorum: int
    votes: int


class Electorate(NamedTuple):
    """Who votes on a day.

    Attributes:
        voters: the members whose membership is held here; those who vote first.
        needed: None in an overlay branch, which takes no Party votes.
        permission: what the superior allows an overlay branch, in its own words.
        away: how many who vote are migrant or cannot be found, and yet are counted.
    """

    voters: tuple[Voter, ...]
    needed: Needed | None
    permission: str | None
    away: int


def needed(*, entitled: int, should_attend: int) -> Needed:
    """Return how many must be there and how many in favour."""
    return Needed(
        entitled=entitled,
        should_attend=should_attend,
        quorum=(should_attend + 1) // 2,
        votes=should_attend // 2 + 1,
    )


def electorate(reader: Reader, *, on: date, permitted: bool = False) -> Electorate:
    """Return who may vote on a day, as far as the register knows it.

    Where membership is held on that day follows from the transfers; who left or became a full
    member is counted so. A right that was suspended is known for today only.

    Args:
        reader: the database.
        on: the day.
        permitted: in an overlay branch whose superior permits votes, who takes part here votes,
            wherever her membership is held.
    """
    whole = branch(reader)
    overlay = whole.type is BranchType.OVERLAY
    if overlay and not (permitted and whole.overlay_permission):
        return Electorate((), None, whole.overlay_permission, 0)
    day = on.isoformat()
    moves = _moves(reader)
    known = (*members(reader), *members(reader, among=WHO_LEFT))
    found = [
        voter
        for member in known
        if (member.left_on is None or member.left_on > day)
        and (
            member.details.affiliation is not Affiliation.NONE
            if overlay
            else _here(member, moves.get(member.person.id, []), day)
        )
        and (voter := _voter(member, day)) is not None
    ]
    order = list(Right)
    found.sort(key=lambda voter: order.index(voter.right))
    votes = [voter for voter in found if voter.right is Right.VOTES]
    not_counted = sum(voter.right is Right.NOT_COUNTED for voter in found)
    return Electorate(
        voters=tuple(found),
        needed=needed(entitled=len(votes) + not_counted, should_attend=len(votes)),
        permission=whole.overlay_permission if overlay else None,
        away=sum(voter.member.details.standing is not MemberStanding.ACTIVE for voter in votes),
    )


def _here(member: MemberRow, moves: list[tuple[str, str]], day: str) -> bool:
    """Return whether membership is held here on a day: the next move tells, else the register."""
    following = next((direction for moved_on, direction in moves if moved_on > day), None)
    if following is not None:
        return following == "out"
    return member.details.affiliation is Affiliation.HERE


def _voter(member: MemberRow, day: str) -> Voter | None:
    """Return a member with her right on a day; None for who is not in the Party then."""
    details = member.details
    if details.party_state not in {PartyState.FULL, PartyState.PROBATIONARY}:
        return None
    if details.joined_on and earlier(day, details.joined_on):
        return None
    full = details.party_state is PartyState.FULL and not (
        details.full_on and earlier(day, details.full_on)
    )
    if not full:
        return Voter(member, Right.PROBATIONARY)
    if details.no_vote_reason:
        return Voter(member, Right.NO_VOTE, details.no_vote_reason)
    if details.not_counted_reason:
        return Voter(member, Right.NOT_COUNTED, details.not_counted_reason)
    return Voter(member, Right.VOTES)


def _moves(reader: Reader) -> dict[int, list[tuple[str, str]]]:
    """Return the transfers of each person, the earliest first: the day and the direction."""
    found: dict[int, list[tuple[str, str]]] = {}
    for row in reader.rows(
        "SELECT m.person_id, t.moved_on, t.direction FROM transfer AS t"
        " JOIN member AS m ON m.id = t.member_id"
        " WHERE t.removed_at IS NULL ORDER BY t.moved_on, t.id"
    ):
        found.setdefault(row["person_id"], []).append((row["moved_on"], row["direction"]))
    return found
