"""Counting votes: quorum, sums, bases, elections; the boundaries of the regulations."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jinlin.core import i18n
from jinlin.core.errors import RuleError
from jinlin.meeting.rules.kinds import meeting_types
from jinlin.meeting.rules.owners_matters import Confidence
from jinlin.meeting.rules.threshold import Threshold
from jinlin.meeting.rules.vote_count import (
    Candidate,
    Papers,
    VoteCounts,
    VotingRoom,
    elect,
    outcome,
    quorum,
    reconciled,
)
from jinlin.meeting.rules.vote_rules import BallotKind, Base, VoteRule
from jinlin.meeting.voting.vote_words import quorum_words

GENERAL = meeting_types()["general_meeting"].rules
DECISION, ADMISSION = GENERAL[BallotKind.DECISION], GENERAL[BallotKind.ADMISSION]
ELECTION = GENERAL[BallotKind.ELECTION]


@pytest.mark.parametrize(
    ("entitled", "present", "met", "needed"),
    [(20, 9, False, 11), (20, 10, True, 11), (21, 10, False, 11), (21, 11, True, 11)],
)
def test_half_or_more_may_vote_and_more_than_half_of_all_carry(
    entitled: int, present: int, met: bool, needed: int
) -> None:
    found = quorum(DECISION, VotingRoom(entitled, present))
    assert (found.met, found.votes) == (met, needed)


def test_it_is_said_as_people_say_it() -> None:
    i18n.install("zh")
    assert quorum_words(DECISION, quorum(DECISION, VotingRoom(20, 10))) == (
        "应到会有表决权20人，实到10人，达到半数，可以表决；须11票赞成。"
    )
    assert quorum_words(DECISION, quorum(DECISION, VotingRoom(20, 9))) == (
        "应到会有表决权20人，实到9人，未达到半数（须10人），不能表决。"
    )


@pytest.mark.parametrize(
    ("present", "yes", "passed"), [(10, 10, False), (11, 11, True), (20, 10, False), (20, 11, True)]
)
def test_ten_of_twenty_may_vote_and_cannot_carry(present: int, yes: int, passed: bool) -> None:
    result = outcome(DECISION, VotingRoom(20, present), VoteCounts(yes, present - yes))
    assert (result.base, result.needed, result.passed) == (20, 11, passed)


def test_an_admission_wants_more_than_half_there_and_counts_opinions_in_writing() -> None:
    assert not quorum(ADMISSION, VotingRoom(20, 10, written=5)).met
    room = VotingRoom(20, 11, written=2)
    assert outcome(ADMISSION, room, VoteCounts(11, 2)).passed
    with pytest.raises(RuleError, match="13 may vote"):
        outcome(ADMISSION, room, VoteCounts(14))


def test_counts_that_do_not_add_up_are_refused_with_the_sum() -> None:
    room = VotingRoom(20, 14)
    with pytest.raises(RuleError, match=r"11 \+ against 2 \+ abstained 0 = 13, but 14 may") as few:
        outcome(DECISION, room, VoteCounts(11, 2))
    assert "1 are missing" in few.value.hint
    with pytest.raises(RuleError, match=r"More votes than people: .* = 15, but 14"):
        outcome(DECISION, room, VoteCounts(11, 3, 1))
    assert outcome(DECISION, room, VoteCounts(11, 2, not_voting=1)).passed


def test_nobody_votes_without_a_quorum() -> None:
    with pytest.raises(RuleError, match=r"no quorum: 20 .* 9 are there, 10 must be"):
        outcome(DECISION, VotingRoom(20, 9), VoteCounts(9))


def test_who_stands_back_is_out_of_the_base_where_the_rule_says_so() -> None:
    council = meeting_types()["neighbours_council"].rules[BallotKind.DECISION]
    room = VotingRoom(10, 10, recused=2, recused_present=2)
    assert room.votes == 8
    result = outcome(council, room, VoteCounts(5, 3))
    assert (result.base, result.needed, result.passed) == (8, 5, True)
    kept = outcome(council._replace(recused_out=False), room, VoteCounts(5, 3))
    assert (kept.base, kept.needed, kept.passed) == (10, 6, False)


def test_a_share_of_the_valid_votes_leaves_abstentions_out() -> None:
    rule = VoteRule(
        None, Threshold(Fraction(1, 2), inclusive=False), Base.VALID, "x", Confidence.OWN
    )
    result = outcome(rule, VotingRoom(10, 10), VoteCounts(3, 2, 5))
    assert (result.base, result.needed, result.passed) == (5, 3, True)
    assert not outcome(rule, VotingRoom(10, 10), VoteCounts(0, 0, 10)).passed


@given(
    st.integers(1, 200),
    st.data(),
    st.fractions(Fraction(1, 20), 1, max_denominator=20),
    st.booleans(),
    st.sampled_from(Base),
)
def test_a_vote_is_carried_exactly_when_the_share_is_reached(
    entitled: int, data: st.DataObject, fraction: Fraction, inclusive: bool, base: Base
) -> None:
    present = data.draw(st.integers(1, entitled))
    yes = data.draw(st.integers(0, present))
    no = data.draw(st.integers(0, present - yes))
    rule = VoteRule(None, Threshold(fraction, inclusive), base, "x", Confidence.OWN)
    result = outcome(rule, VotingRoom(entitled, present), VoteCounts(yes, no, present - yes - no))
    whole = {Base.ENTITLED: entitled, Base.PRESENT: present, Base.VALID: yes + no}[base]
    share = Fraction(yes, whole) if whole else Fraction(0)
    enough = share >= fraction if inclusive else share > fraction
    assert result.passed == (enough and yes > 0)


# Paper ballots


def test_boxes_are_reconciled_one_by_one() -> None:
    boxes = [
        Papers("一组", 20, 19, VoteCounts(11, 5, 2, 1)),
        Papers("二组", 10, 10, VoteCounts(4, 4, 1, 1)),
    ]
    assert reconciled(boxes) == VoteCounts(15, 9, 3, 2)
    with pytest.raises(RuleError, match=r"二组: .* = 10, but 9 ballots"):
        reconciled([boxes[0], boxes[1]._replace(collected=9)])
    with pytest.raises(RuleError, match="void"):
        reconciled([Papers("一组", 9, 10, VoteCounts(10))])


# Elections


def elected(votes: dict[str, int], *, seats: int = 1, present: int = 20) -> list[str]:
    candidates = [Candidate(name, count) for name, count in votes.items()]
    _result, chosen = elect(
        ELECTION, VotingRoom(20, present), candidates, seats=seats, ballots=present
    )
    return [one.name for one in chosen if one.elected]


def test_an_election_wants_four_fifths_there() -> None:
    assert quorum(ELECTION, VotingRoom(20, 16)).met
    assert not quorum(ELECTION, VotingRoom(20, 15)).met
    with pytest.raises(RuleError, match="16 must be"):
        elected({"甲": 15}, present=15)


def test_exactly_half_of_those_present_is_not_elected() -> None:
    assert elected({"甲": 10, "乙": 10}) == []
    assert elected({"甲": 11, "乙": 9}) == ["甲"]
    assert elected({"甲": 8}, present=16) == []
    assert elected({"甲": 9}, present=16) == ["甲"]


def test_the_most_votes_fill_the_seats_and_a_tie_for_the_last_fills_none() -> None:
    assert elected({"甲": 20, "乙": 15, "丙": 12, "丁": 3}, seats=3) == ["甲", "乙", "丙"]
    assert elected({"甲": 14, "乙": 13, "丙": 12}, seats=2) == ["甲", "乙"]
    assert elected({"甲": 18, "乙": 11, "丙": 11}, seats=2) == ["甲"]
    assert elected({"甲": 12, "乙": 12, "丙": 12}, seats=2) == []


def test_more_votes_than_ballots_hold_are_refused() -> None:
    with pytest.raises(RuleError, match="甲 has 21 votes, but there are 20"):
        elected({"甲": 21})
    with pytest.raises(RuleError, match="hold 20"):
        elected({"甲": 11, "乙": 10})


@given(
    st.lists(st.integers(0, 30), min_size=1, max_size=8),
    st.integers(1, 5),
)
def test_nobody_is_elected_before_somebody_with_more_votes(votes: list[int], seats: int) -> None:
    assume(sum(votes) <= 30 * seats)
    names = {f"候选{place}": count for place, count in enumerate(votes)}
    candidates = [Candidate(name, count) for name, count in names.items()]
    result, chosen = elect(ELECTION, VotingRoom(30, 30), candidates, seats=seats, ballots=30)
    winners = [one.votes for one in chosen if one.elected]
    losers = [one.votes for one in chosen if not one.elected]
    assert len(winners) <= seats
    assert all(count > 15 for count in winners)
    if winners and losers:
        assert min(winners) > max(losers)
    assert result.passed == (len(winners) == seats)
