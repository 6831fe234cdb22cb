"""The second exact split, late joiners, instalments, running costs: what always holds."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from elevator.stairwells import answer, ladder_scheme, requests
from hypothesis import assume, given
from hypothesis import strategies as st

from jinlin.core.errors import JinlinError, RuleError, UsageError
from jinlin.elevator.apportionment.caps import NO_CAP, Cap, CapKind
from jinlin.elevator.apportionment.coefficients import Rounding
from jinlin.elevator.apportionment.household import Participation, SplitHousehold
from jinlin.elevator.apportionment.result import Split, SplitRequest
from jinlin.elevator.apportionment.scheme_files import load_scheme
from jinlin.elevator.apportionment.split import split
from jinlin.elevator.rules.books import (
    INCOME,
    LOWERING,
    AccountTotals,
    DoorBalance,
    EntryKind,
    PaymentMethod,
    allocate,
    parse_income,
)
from jinlin.elevator.rules.instalments import (
    InstalmentPart,
    InstalmentTerm,
    check_terms,
    due_by,
    parse_term,
    parts,
)
from jinlin.elevator.rules.running_split import by_area, running_shares
from jinlin.elevator.rules.settlement import (
    Final,
    Frozen,
    JoinRule,
    LateJoiner,
    shares_of,
    with_joiner,
    years_between,
)


def frozen(result: Split) -> Frozen:
    caps = {charge.household.label: charge.cap for charge in result.charges}
    return Frozen(result.request, caps, result.cap)


SEVEN = [SplitHousehold(room=f"{floor}01", floor=floor, area=9_000) for floor in range(1, 8)]


def plain_plan(total: int = 42_000_000) -> Frozen:
    request = SplitRequest(households=SEVEN, total=total, scheme=ladder_scheme())
    return frozen(split(request))


@given(requests(), st.integers(1, 70_000_000), st.integers(0, 20_000_000))
def test_the_shares_are_those_adopted_until_a_final_cost_is_shared_under_the_frozen_caps(
    request: SplitRequest, total: int, relief: int
) -> None:
    result = answer(request)
    plan = frozen(result)
    found = {share.household.label: share.amount for share in shares_of(plan)}
    assert found == {charge.household.label: charge.amount for charge in result.charges}
    assume(relief <= total)
    try:
        shares = shares_of(plan, Final(total, relief))
    except RuleError:
        bound = [cap for cap in plan.caps.values() if cap is not None]
        assert bound  # only caps can make it impossible
        return
    assert sum(share.amount for share in shares) == total - relief
    unit = request.rounding.fen
    for share in shares:
        cap = plan.caps[share.household.label]
        assert cap is None or not share.weight or share.amount <= cap // unit * unit + unit


@given(
    requests(),
    st.none() | st.builds(Final, st.integers(30_000_000, 70_000_000), st.integers(0, 20_000_000)),
    st.lists(
        st.sampled_from((Fraction(1), Fraction(2), Fraction(1, 3), Fraction(0))),
        min_size=1,
        max_size=3,
    ),
)
def test_whoever_joins_late_the_shares_sum_to_the_net_cost(
    request: SplitRequest, final: Final | None, times: list[Fraction]
) -> None:
    plan = frozen(answer(request))
    out = [h for h in request.households if h.status is not Participation.PAYS]
    new = [SplitHousehold(room=f"new{i}", floor=3 + i, area=8_000) for i in range(3)]
    joinings = [LateJoiner(door, factor) for door, factor in zip([*out, *new], times, strict=False)]
    try:
        before = shares_of(plan, final, joinings[:-1])
        after = shares_of(plan, final, joinings)
    except JinlinError:
        assume(False)
        raise
    net = request.net if final is None else final.total - final.relief
    assert sum(share.amount for share in after) == net
    assert all(share.amount >= 0 for share in after)
    bore = {share.household.label: share.amount for share in before}
    joiner = joinings[-1].household.label
    for share in after:
        if share.household.label != joiner:
            assert share.amount <= bore[share.household.label]


def test_a_late_joiner_pays_what_it_would_have_paid_and_the_others_get_it_by_weight() -> None:
    request = SplitRequest(
        households=[*SEVEN[:6], SEVEN[6]._replace(status=Participation.EXCLUDED)],
        total=42_000_000,
        scheme=ladder_scheme(),
    )
    plan = frozen(split(request))
    before = {s.household.room: s.amount for s in shares_of(plan)}
    after = {s.household.room: s.amount for s in shares_of(plan, None, [LateJoiner(SEVEN[6])])}
    assert before["201"] == 2_800_000
    # Floors 2 to 7 weigh 1 to 6: the joiner's part of 420 000 yuan is 6/21.
    assert after["701"] == 12_000_000
    assert after == {"101": 0, "201": 2_000_000, "301": 4_000_000, "401": 6_000_000,
                     "501": 8_000_000, "601": 10_000_000, "701": 12_000_000}  # fmt: skip
    double = shares_of(plan, None, [LateJoiner(SEVEN[6], Fraction(2))])
    assert {s.household.room: s.amount for s in double}["701"] == 24_000_000
    assert sum(s.amount for s in double) == 42_000_000


def test_a_joiner_never_pays_more_than_all_others_bear() -> None:
    plan = frozen(
        split(
            SplitRequest(
                households=[SEVEN[1], SEVEN[6]._replace(status=Participation.EXCLUDED)],
                total=1_000_000,
                scheme=ladder_scheme(),
            )
        )
    )
    with pytest.raises(RuleError, match=r"bear only 10,000\.00"):
        shares_of(plan, None, [LateJoiner(SEVEN[6], Fraction(2))])


def test_who_pays_already_cannot_join() -> None:
    with pytest.raises(RuleError, match="takes part already"):
        with_joiner(plain_plan().request, SEVEN[3], cap=None)


def test_a_joiner_is_held_by_the_frozen_cap() -> None:
    request = SplitRequest(
        households=SEVEN[:6],
        total=42_000_000,
        scheme=ladder_scheme(cap=Cap(kind=CapKind.AMOUNT, value=Fraction(10_000_000))),
    )
    shares = shares_of(frozen(split(request)), None, [LateJoiner(SEVEN[6])])
    assert {s.household.room: s.amount for s in shares}["701"] == 10_000_000


def test_the_published_rules_for_late_joiners_are_parameters() -> None:
    """200 % of the share (惠州); no depreciation in the first five years (28 栋三单元)."""
    assert JoinRule(Fraction(2)).times(9) == 2
    rule = JoinRule(free_years=5, life_years=15)
    assert [rule.times(years) for years in (0, 5, 6, 10, 15, 20)] == [
        1, 1, Fraction(9, 10), Fraction(1, 2), 0, 0,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("since", "until", "years"),
    [
        ("2026-11-05", "2027-11-04", 0),
        ("2026-11-05", "2027-11-05", 1),
        ("2024-02-29", "2025-02-28", 0),
        ("2026-11-05", "2026-01-01", 0),
    ],
)
def test_years_are_whole_ones(since: str, until: str, years: int) -> None:
    assert years_between(since, until) == years


def test_more_help_than_cost_is_refused() -> None:
    with pytest.raises(RuleError, match="more than the final cost"):
        shares_of(plain_plan(), Final(1_000_000, 1_000_001))


def test_a_new_cap_takes_the_place_of_the_frozen_ones() -> None:
    request = SplitRequest(
        households=SEVEN,
        total=42_000_000,
        scheme=ladder_scheme(cap=Cap(kind=CapKind.AMOUNT, value=Fraction(8_000_000))),
    )
    plan = frozen(split(request))
    with pytest.raises(RuleError, match="short"):
        shares_of(plan, Final(50_000_000, 0))
    shares = shares_of(plan, Final(50_000_000, 0, NO_CAP))
    assert sum(share.amount for share in shares) == 50_000_000


@given(
    st.integers(0, 50_000_000),
    st.lists(st.integers(1, 100), min_size=1, max_size=6),
    st.sampled_from((1, 100, 1000, 10000)),
)
def test_instalments_sum_to_the_amount_and_are_never_negative(
    due: int, weights: list[int], unit: int
) -> None:
    terms = [InstalmentTerm(str(i), Fraction(w, sum(weights))) for i, w in enumerate(weights)]
    check_terms(terms)
    asked = parts(due, terms, unit=unit)
    assert sum(part.amount for part in asked) == due
    assert all(part.amount >= 0 for part in asked)
    assert all(
        part.amount % unit == 0 or sum(p.amount for p in asked[: i + 1]) == due
        for i, part in enumerate(asked)
    )


def test_instalments_fall_due_on_their_days() -> None:
    terms = [
        InstalmentTerm("签约", Fraction(3, 10), "2026-11-05"),
        InstalmentTerm("进场", Fraction(4, 10), "2026-12-01"),
        InstalmentTerm("验收", Fraction(3, 10)),
    ]
    asked = parts(2_000_001, terms, unit=100)
    assert asked == [
        InstalmentPart("签约", "2026-11-05", 600_000),
        InstalmentPart("进场", "2026-12-01", 800_000),
        InstalmentPart("验收", None, 600_001),
    ]
    assert [due_by(asked, day) for day in ("2026-11-04", "2026-11-05", "2027-01-01")] == [
        0, 600_000, 1_400_000,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("30%@签约", (Fraction(3, 10), "签约", "")),
        ("40%@进场@2026-12-01", (Fraction(4, 10), "进场", "2026-12-01")),
        ("３０％＠2027-03-01", (Fraction(3, 10), "", "2027-03-01")),
    ],
)
def test_an_instalment_is_read(text: str, read: tuple[Fraction, str, str]) -> None:
    rate, name, day = parse_term(text)
    assert (rate, name, str(day or "")) == read


@pytest.mark.parametrize(
    "text", ["30%", "签约", "0%@签约", "30@签约", "30%@", "@签约", "130%@签约"]
)
def test_a_bad_instalment_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_term(text)


@pytest.mark.parametrize(
    "terms",
    [
        [InstalmentTerm("签约", Fraction(3, 10)), InstalmentTerm("验收", Fraction(6, 10))],
        [
            InstalmentTerm("签约", Fraction(1, 2), "2026-12-01"),
            InstalmentTerm("验收", Fraction(1, 2), "2026-11-01"),
        ],
        [],
    ],
)
def test_instalments_that_cannot_be_are_refused(terms: list[InstalmentTerm]) -> None:
    with pytest.raises(RuleError):
        check_terms(terms)


def test_a_payment_fills_the_earliest_instalment_first() -> None:
    assert allocate([600, 800, 600], 1_000) == [600, 400, 0]
    assert allocate([600, 800, 600], 2_500) == [600, 800, 600]
    assert allocate([600], -5) == [0]


@given(*[st.integers(0, 10**9)] * 4)
def test_arrears_and_prepayment_are_what_is_due_less_what_is_in(
    due: int, due_now: int, paid: int, refunded: int
) -> None:
    due_now = min(due, due_now)
    door = DoorBalance(due, due_now, paid, refunded)
    assert door.arrears - door.prepaid - door.credit == due_now - (paid - refunded)
    assert door.outstanding - door.credit == due - (paid - refunded)
    assert not (door.arrears and door.prepaid)
    assert door.credit == 0 or door.prepaid == due - due_now


def test_the_account_is_what_came_in_less_what_went_out() -> None:
    totals = AccountTotals(received=100, fund=20, subsidies=30, other=4, spending=50, refunds=6)
    assert (totals.balance, totals.elsewhere) == (98, 34)


@pytest.mark.parametrize("kind", EntryKind)
def test_each_kind_is_counted_in_one_sum_and_moves_the_account_as_it_does(kind: EntryKind) -> None:
    totals = AccountTotals().plus(kind, 5)
    assert sum(totals) == 5
    assert totals.balance == (-5 if kind in LOWERING else 5)
    assert totals.elsewhere == (5 if kind in INCOME else 0)


@pytest.mark.parametrize("text", ["转账", "transfer", "Bank Transfer", "银行转账"])
def test_a_way_of_paying_is_read(text: str) -> None:
    assert PaymentMethod.read(text) is PaymentMethod.TRANSFER


def test_words_nobody_knows_are_refused_with_the_choices() -> None:
    assert (
        PaymentMethod.read("housing-fund")
        is PaymentMethod.read("公积金")
        is PaymentMethod.HOUSING_FUND
    )
    assert parse_income("补助") is EntryKind.SUBSIDY
    for parse in (PaymentMethod.read, parse_income):
        with pytest.raises(JinlinError, match="贝壳"):
            parse("贝壳")


@given(requests(), st.integers(1, 500_000))
def test_running_costs_follow_the_ladder_and_sum_to_the_month(
    request: SplitRequest, total: int
) -> None:
    result = answer(request)
    doors = [charge.household for charge in result.charges]
    try:
        month = running_shares(result.request, doors, total)
    except RuleError:  # a relative cap below one fen for each
        assume(False)
        raise
    assert sum(charge.amount for charge in month.charges) == total
    for one, other in zip(result.charges, month.charges, strict=True):
        assert (one.household.label, one.weight) == (other.household.label, other.weight)


def test_the_maintenance_fund_is_taken_by_area_from_every_door() -> None:
    doors = [
        SplitHousehold(room="101", floor=1, area=10_000, status=Participation.EXEMPT),
        SplitHousehold(room="201", floor=2, area=10_000, cap=1, relief=Fraction(1, 2)),
        SplitHousehold(room="301", floor=3, area=20_000),
    ]
    found = by_area(doors, load_scheme("area"), 8_000_000)
    assert [charge.amount for charge in found.charges] == [2_000_000, 2_000_000, 4_000_000]


def test_the_unit_of_the_plan_stays_the_unit_of_the_settlement() -> None:
    request = replace(plain_plan().request, rounding=Rounding.HUNDRED)
    shares = shares_of(frozen(split(request)), Final(46_230_050, 4_200_000))
    assert sum(share.amount for share in shares) == 42_030_050
    assert sum(share.amount % 10_000 > 0 for share in shares) == 1
