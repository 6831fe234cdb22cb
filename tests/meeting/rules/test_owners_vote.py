"""The owners' vote by heads and area: the law's boundaries, and what must always hold."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jinlin.core import i18n
from jinlin.core.errors import NotFoundError, RuleError
from jinlin.meeting.rules.heads_and_area import (
    Amount,
    BallotDoor,
    Clause,
    HeadStanding,
    OwnersVote,
    Silence,
)
from jinlin.meeting.rules.owners_matters import (
    Confidence,
    OwnersMatter,
    matters,
    parse_matter,
    parse_scope,
    scopes,
)
from jinlin.meeting.rules.owners_vote import owners_vote
from jinlin.meeting.rules.owners_vote_words import explained, short_words, verdict
from jinlin.meeting.rules.threshold import MORE_THAN_HALF, parse_threshold
from jinlin.meeting.rules.vote_rules import Answer

FUND, INSTALLATION = matters()["use_of_fund"], matters()["elevator_installation"]
ENTRANCE, COMPLEX = scopes()["entrance"], scopes()["complex"]
YES, NO, ABSTAIN = Answer.FOR, Answer.AGAINST, Answer.ABSTAIN
FLAT = 7160


def equal_flats(total: int, *, yes: int, no: int = 0, abstain: int = 0) -> list[BallotDoor]:
    answers = [YES] * yes + [NO] * no + [ABSTAIN] * abstain
    answers_or_none = [*answers, *[None] * (total - len(answers))]
    return [
        BallotDoor(str(i), f"owner {i}", FLAT, answer) for i, answer in enumerate(answers_or_none)
    ]


def fund(doors: Sequence[BallotDoor]) -> OwnersVote:
    return owners_vote(doors, matter=FUND, scope=ENTRANCE)


def installation(doors: Sequence[BallotDoor]) -> OwnersVote:
    return owners_vote(doors, matter=INSTALLATION, scope=ENTRANCE)


@pytest.mark.parametrize(("taking_part", "enough"), [(19, False), (20, True), (21, True)])
def test_two_thirds_of_thirty_is_exactly_twenty(taking_part: int, enough: bool) -> None:
    vote = fund(equal_flats(30, yes=taking_part))
    assert vote.quorum.met is vote.passed is enough
    assert vote.quorum.needed == Amount(20, 20 * FLAT)
    assert vote.quorum.short == (Amount(0, 0) if enough else Amount(1, FLAT))


@pytest.mark.parametrize(("yes", "passed"), [(10, False), (11, True)])
def test_the_fund_needs_more_than_half_of_twenty(yes: int, passed: bool) -> None:
    vote = fund(equal_flats(30, yes=yes, no=20 - yes))
    assert vote.quorum.met
    assert vote.passed is passed
    assert vote.approval.heads == vote.approval.area == Fraction(yes, 20)


@pytest.mark.parametrize(("yes", "passed"), [(14, False), (15, True)])
def test_rebuilding_needs_three_quarters_of_twenty(yes: int, passed: bool) -> None:
    vote = installation(equal_flats(30, yes=yes, abstain=20 - yes))
    assert vote.quorum.met
    assert vote.passed is passed


@pytest.mark.parametrize(("yes", "passed"), [(16, False), (17, True)])
def test_three_quarters_of_twenty_two_are_seventeen(yes: int, passed: bool) -> None:
    vote = installation(equal_flats(30, yes=yes, no=22 - yes))
    assert vote.approval.needed == Amount(17, 118_140)
    assert vote.passed is passed


def test_area_passes_and_heads_fail() -> None:
    large = [BallotDoor(f"large {i}", f"l{i}", 30_000, YES) for i in range(4)]
    small = [BallotDoor(f"small {i}", f"s{i}", 3_000, NO) for i in range(6)]
    vote = fund([*large, *small])
    assert vote.approval.area > Fraction(1, 2) > vote.approval.heads
    assert vote.approval.short == Amount(2, 0)
    assert not vote.passed
    assert short_words(vote.approval) == "short of 2 by heads, the area is enough"


def test_heads_pass_and_area_fails() -> None:
    small = [BallotDoor(f"small {i}", f"s{i}", 3_000, YES) for i in range(6)]
    vote = fund([*small, BallotDoor("shop", "s", 90_000, NO)])
    assert vote.approval.short == Amount(0, 54_001 - 18_000)
    assert not vote.passed


def test_exactly_half_of_the_area_is_not_more_than_half() -> None:
    vote = fund(
        [
            BallotDoor("a", "a", 100, YES),
            BallotDoor("b", "b", 50, YES),
            BallotDoor("c", "c", 150, NO),
        ]
    )
    assert vote.approval.short == Amount(0, 1)


def test_an_owner_of_several_flats_is_one_head_with_all_the_area() -> None:
    doors = [BallotDoor("501", "lin", 9_000, YES), BallotDoor("502", "lin", 8_000, YES)]
    vote = fund([*doors, BallotDoor("503", "chen", 7_000, NO)])
    assert vote.entitled == Amount(2, 24_000)
    assert vote.in_favour == Amount(1, 17_000)
    assert not vote.passed  # one of two heads is not more than half


def test_a_head_whose_doors_differ_took_part_and_is_not_for() -> None:
    doors = [BallotDoor("501", "lin", 9_000, YES), BallotDoor("502", "lin", 8_000, NO)]
    vote = fund([*doors, BallotDoor("503", "chen", 7_000, YES)])
    assert vote.taken_part == Amount(2, 24_000)
    assert vote.in_favour == Amount(1, 16_000)
    assert vote.against == Amount(0, 8_000)
    assert vote.divided == 1
    assert vote.heads[0].standing is HeadStanding.DIVIDED
    assert any("answer differently: 1" in line for line in explained(vote))


def test_a_head_that_answered_for_some_doors_took_part_with_these_alone() -> None:
    vote = fund([BallotDoor("501", "lin", 9_000, YES), BallotDoor("502", "lin", 8_000)])
    assert vote.taken_part == vote.in_favour == Amount(1, 9_000)
    assert vote.silent == Amount(0, 8_000)
    assert not vote.quorum.met


def test_what_is_missing_in_words() -> None:
    vote = installation(equal_flats(30, yes=16, no=6))
    assert vote.approval.short == Amount(1, 3_580)
    assert vote.more == Amount(2, 14_320)
    assert vote.within_reach
    i18n.install("zh")
    assert verdict(vote) == "未通过：同意的不足，还差1户、面积35.80㎡。"
    assert list(explained(vote))[-1] == (
        "未参与表决的业主中至少再有2户、143.20平方米同意，即可通过。"
    )


def test_silence_counts_as_nothing_in_words_too() -> None:
    vote = fund(equal_flats(30, yes=18))
    i18n.install("zh")
    assert verdict(vote) == "未通过：参与表决的不足，还差2户、面积143.20㎡。"
    assert "未参与表决：12户、859.20平方米" in "".join(explained(vote))


def test_too_many_against_cannot_be_outvoted_by_the_rest() -> None:
    vote = installation(equal_flats(30, yes=10, no=15))
    assert vote.more == Amount(35, 35 * FLAT)
    assert not vote.within_reach
    assert "would have to change" in list(explained(vote))[-1]


def test_unanimity_is_told_apart_from_passing() -> None:
    assert fund(equal_flats(3, yes=3)).unanimous
    almost = fund(equal_flats(30, yes=29))
    assert almost.passed
    assert not almost.unanimous


def clause(silence: Silence) -> Clause:
    return Clause("未在规定时间内交回表决票的，视为……", "2025-03-01", silence)


def served(doors: Sequence[BallotDoor], *, but: int = 0) -> list[BallotDoor]:
    return [door._replace(served=i >= but) for i, door in enumerate(doors)]


def test_a_clause_lets_silence_count_and_is_shown_apart() -> None:
    doors = served(equal_flats(30, yes=12, no=4))
    vote = owners_vote(doors, matter=FUND, scope=COMPLEX, clause=clause(Silence.ABSTAIN))
    assert vote.taken_part.heads == 30
    assert vote.deemed == Amount(14, 14 * FLAT)
    assert vote.abstained == vote.deemed
    assert not vote.passed
    i18n.install("zh")
    assert any("未在规定时间内交回表决票的" in line for line in explained(vote))


def test_a_clause_that_joins_the_majority() -> None:
    doors = served(equal_flats(30, yes=12, no=4))
    vote = owners_vote(doors, matter=FUND, scope=COMPLEX, clause=clause(Silence.MAJORITY))
    assert vote.deemed_as is YES
    assert vote.in_favour == Amount(26, 26 * FLAT)
    assert not vote.unanimous


def test_without_a_majority_by_both_the_silent_abstain() -> None:
    doors = [
        BallotDoor("a", "a", 900, YES),
        BallotDoor("b", "b", 100, NO),
        BallotDoor("c", "c", 100, NO),
    ]
    silent = BallotDoor("d", "d", 100, served=True)
    vote = owners_vote(
        [*doors, silent], matter=FUND, scope=COMPLEX, clause=clause(Silence.MAJORITY)
    )
    assert vote.deemed_as is ABSTAIN


def test_a_clause_reaches_only_who_was_served() -> None:
    doors = served(equal_flats(30, yes=0), but=25)
    vote = owners_vote(doors, matter=FUND, scope=COMPLEX, clause=clause(Silence.FOR))
    assert vote.in_favour == vote.deemed == Amount(5, 5 * FLAT)
    assert vote.silent == Amount(25, 25 * FLAT)


def test_a_clause_of_the_assembly_never_reaches_the_vote_of_an_entrance() -> None:
    with pytest.raises(RuleError, match="assembly alone"):
        owners_vote(equal_flats(3, yes=1), matter=FUND, scope=ENTRANCE, clause=clause(Silence.FOR))


def test_unknown_areas_are_refused_by_name() -> None:
    doors = [BallotDoor(f"3-1-{i}01", str(i), None if i > 1 else 100) for i in range(1, 15)]
    with pytest.raises(RuleError, match=r"3-1-201, 3-1-301.* and 3 more"):
        fund(doors)
    with pytest.raises(RuleError, match="area"):
        fund([BallotDoor("a", "a", 0)])


def test_a_door_twice_and_no_door_are_refused() -> None:
    with pytest.raises(RuleError, match="twice: 501"):
        fund([BallotDoor("501", "a", 100), BallotDoor("501", "b", 100)])
    with pytest.raises(RuleError, match="Nobody"):
        fund([])


def test_nobody_answered() -> None:
    vote = fund(equal_flats(3, yes=0))
    assert vote.taken_part == Amount(0, 0)
    assert vote.approval.heads == 0
    assert not vote.approval.met
    assert vote.more == Amount(2, 2 * FLAT)


# What must always hold


@st.composite
def votes(draw: st.DrawFn) -> list[BallotDoor]:
    heads = draw(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=14))
    answer = st.sampled_from([YES, NO, ABSTAIN, None])
    area = st.integers(1, 20_000)
    return [
        BallotDoor(f"door {i}", head, draw(area), draw(answer), draw(st.booleans()))
        for i, head in enumerate(heads)
    ]


MATTERS = st.sampled_from(list(matters().values()))
CLAUSES = st.sampled_from([None, *map(clause, Silence)])


def counted(doors: Sequence[BallotDoor], matter: OwnersMatter, clause: Clause | None) -> OwnersVote:
    return owners_vote(doors, matter=matter, scope=COMPLEX, clause=clause)


@given(votes(), MATTERS)
def test_it_is_what_the_law_says_word_by_word(
    doors: list[BallotDoor], matter: OwnersMatter
) -> None:
    """Counted again the slow way: owner by owner, with fractions of the whole."""
    vote = counted(doors, matter, None)
    owners = {door.head for door in doors}
    whole = sum(door.area or 0 for door in doors)
    took = {door.head for door in doors if door.answer}
    took_area = sum(door.area or 0 for door in doors if door.answer)
    yes = {
        owner
        for owner in took
        if {door.answer for door in doors if door.head == owner and door.answer} == {YES}
    }
    yes_area = sum(door.area or 0 for door in doors if door.answer is YES)
    quorum = min(Fraction(len(took), len(owners)), Fraction(took_area, whole)) >= Fraction(2, 3)
    share = min(Fraction(len(yes), len(took)), Fraction(yes_area, took_area)) if took else 0
    three_quarters = vote.matter.passing.fraction == Fraction(3, 4)
    enough = share >= Fraction(3, 4) if three_quarters else share > Fraction(1, 2)
    assert vote.quorum.met == quorum
    assert vote.passed == (quorum and enough)


@given(votes(), MATTERS, CLAUSES)
def test_counts_add_up(doors: list[BallotDoor], matter: OwnersMatter, rule: Clause | None) -> None:
    vote = counted(doors, matter, rule)
    parts = (vote.in_favour, vote.against, vote.abstained, vote.silent)
    assert sum(part.heads for part in parts) + vote.divided == vote.entitled.heads
    assert sum(part.area for part in parts) == vote.entitled.area
    assert vote.taken_part.area == vote.entitled.area - vote.silent.area
    assert vote.passed == (not any((*vote.quorum.short, *vote.approval.short)))


@given(votes(), MATTERS, CLAUSES, st.randoms())
def test_the_order_of_doors_changes_nothing(
    doors: list[BallotDoor], matter: OwnersMatter, rule: Clause | None, random: Random
) -> None:
    shuffled = list(doors)
    random.shuffle(shuffled)
    one, other = counted(doors, matter, rule), counted(shuffled, matter, rule)
    assert (one.quorum, one.approval, one.more) == (other.quorum, other.approval, other.more)
    assert {h.name: h.standing for h in one.heads} == {h.name: h.standing for h in other.heads}


@given(votes(), MATTERS, CLAUSES, st.data())
def test_splitting_a_door_of_a_head_changes_nothing(
    doors: list[BallotDoor], matter: OwnersMatter, rule: Clause | None, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(doors) - 1))
    door = doors[at]
    assume(door.area is not None and door.area > 1)
    first = data.draw(st.integers(1, (door.area or 0) - 1))
    halves = [
        door._replace(area=first),
        door._replace(name="the other half", area=(door.area or 0) - first),
    ]
    whole = counted(doors, matter, rule)
    split = counted([*doors[:at], *halves, *doors[at + 1 :]], matter, rule)
    assert (whole.quorum, whole.approval, whole.deemed) == (
        split.quorum,
        split.approval,
        split.deemed,
    )


@given(votes(), MATTERS, CLAUSES, st.data())
def test_one_more_yes_never_hurts(
    doors: list[BallotDoor], matter: OwnersMatter, rule: Clause | None, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(doors) - 1))
    before = counted(doors, matter, rule)
    changed = [*doors[:at], doors[at]._replace(answer=YES), *doors[at + 1 :]]
    after = counted(changed, matter, rule)
    assert after.in_favour.heads >= before.in_favour.heads
    assert after.in_favour.area >= before.in_favour.area
    assert after.passed or not before.passed


@given(votes(), MATTERS, st.data())
def test_one_more_no_never_helps_once_there_is_a_quorum(
    doors: list[BallotDoor], matter: OwnersMatter, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(doors) - 1))
    before = counted(doors, matter, None)
    assume(before.quorum.met)
    after = counted([*doors[:at], doors[at]._replace(answer=NO), *doors[at + 1 :]], matter, None)
    assert before.passed or not after.passed


@given(votes(), MATTERS)
def test_a_clause_never_changes_what_was_answered(
    doors: list[BallotDoor], matter: OwnersMatter
) -> None:
    plain = counted(doors, matter, None)
    for silence in Silence:
        vote = counted(doors, matter, clause(silence))
        assert vote.taken_part.area - vote.deemed.area == plain.taken_part.area
        assert vote.in_favour.heads >= plain.in_favour.heads


@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20), MATTERS)
def test_what_is_missing_is_enough_and_the_least(
    yes: int, no: int, silent: int, matter: OwnersMatter
) -> None:
    """With equal flats of one head each, so many more of the silent carry it and one less does not."""
    total = yes + no + silent
    assume(total)
    vote = counted(equal_flats(total, yes=yes, no=no), matter, None)
    assert vote.more is not None
    for more, enough in ((vote.more.heads, True), (vote.more.heads - 1, False)):
        if 0 <= more <= total - yes - no:
            assert counted(equal_flats(total, yes=yes + more, no=no), matter, None).passed is enough
    if not vote.within_reach:
        assert not counted(equal_flats(total, yes=total - no, no=no), matter, None).passed


def test_where_all_must_agree_one_no_cannot_be_made_good() -> None:
    all_of_them = FUND._replace(passing=parse_threshold("100%"))
    assert owners_vote(equal_flats(3, yes=2), matter=all_of_them, scope=ENTRANCE).passed
    one_no = owners_vote(equal_flats(3, yes=1, no=1), matter=all_of_them, scope=ENTRANCE)
    assert one_no.more is None
    assert not one_no.within_reach
    none = owners_vote(equal_flats(3, yes=0), matter=all_of_them, scope=ENTRANCE)
    assert none.more == Amount(2, 2 * FLAT)


# Matters and scopes as data


def test_the_nine_items_have_the_shares_of_the_law() -> None:
    of_law = list(matters().values())[:9]
    assert [matter.item for matter in of_law] == list(range(1, 10))
    three_quarters = {m.item for m in of_law if m.passing == parse_threshold(">=3/4")}
    assert three_quarters == {6, 7, 8}
    assert {m.passing for m in of_law if m.item not in three_quarters} == {MORE_THAN_HALF}
    assert {m.quorum for m in matters().values()} == {parse_threshold(">=2/3")}


def test_both_practices_for_a_replacement_are_known() -> None:
    replacement = matters()["elevator_replacement"]
    assert replacement.passing == parse_threshold(">=3/4")
    assert replacement.confidence is Confidence.PRACTICE
    assert replacement.other_practice.startswith("Huangshi")
    assert matters()["elevator_fund"].passing == MORE_THAN_HALF


def test_every_matter_and_scope_says_why_in_both_languages() -> None:
    for matter in matters().values():
        assert set(matter.names) == set(matter.reasons) == {"zh", "en"}
        assert matter.source
    for scope in scopes().values():
        assert set(scope.names) == set(scope.rules) == {"zh", "en"}
        assert scope.source


@pytest.mark.parametrize(
    ("text", "code"),
    [("第5项", "use_of_fund"), ("７", "rebuilding"), ("加装", "elevator_installation"),
     ("使用维修资金", "use_of_fund"), ("elevator-replacement", "elevator_replacement")],
)  # fmt: skip
def test_matters_are_read_as_people_say_them(text: str, code: str) -> None:
    assert parse_matter(text).code == code


def test_unknown_words_list_what_there_is() -> None:
    with pytest.raises(NotFoundError, match="停车费") as matter:
        parse_matter("停车费")
    assert "use_of_fund" in matter.value.hint
    words = ("单元", "本单元", "本幢", "全小区")
    found = [parse_scope(word).code for word in words]
    assert found == ["entrance", "entrance", "building", "complex"]
    with pytest.raises(NotFoundError) as scope:
        parse_scope("街道")
    assert "entrance" in scope.value.hint
