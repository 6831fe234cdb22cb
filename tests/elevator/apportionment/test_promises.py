"""What must always hold, over drawn stairwells, in every mode and rounding unit."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from elevator.stairwells import AMOUNT_CAPS, amounts, answer, households, ladder_scheme, requests
from hypothesis import assume, given
from hypothesis import strategies as st

from jinlin.elevator.apportionment.caps import NO_CAP, Cap, CapKind
from jinlin.elevator.apportionment.coefficients import FloorTable, Ladder
from jinlin.elevator.apportionment.household import Participation, SplitHousehold
from jinlin.elevator.apportionment.result import Split, SplitRequest
from jinlin.elevator.apportionment.split import split
from jinlin.elevator.apportionment.weights import Mode

PER_DOOR = (Mode.HOUSEHOLD, Mode.AREA)
PER_FLOOR = (Mode.FLOOR, Mode.FLOOR_AREA)
OWN_FREE, OWN_CAPPED = households(own_caps=False), households(own_caps=True)


@given(requests(), st.randoms(use_true_random=False))
def test_amounts_sum_up_keep_the_caps_treat_equals_alike_and_follow_no_order_and_no_name(
    request: SplitRequest, chance: random.Random
) -> None:
    result = answer(request)
    are_whole_fen_and_sum_to_the_net_cost(request, result)
    are_not_less_than_nothing_nor_more_than_the_cap(request, result)
    differ_by_at_most_one_unit_for_equals(request, result)
    stay_whatever_the_order_of_the_list(request, result, chance)
    change_with_the_names_of_rooms_where_there_is_a_tie_alone(request, result, chance)


def are_whole_fen_and_sum_to_the_net_cost(request: SplitRequest, result: Split) -> None:
    assert sum(charge.amount for charge in result.charges) == result.net
    assert sum(charge.exact for charge in result.charges) == result.net
    assert result.net + result.subsidy == request.total
    unit = request.rounding.fen
    odd = [charge for charge in result.charges if charge.amount % unit]
    assert [charge.household for charge in odd] == [result.remainder_to] * bool(result.remainder)


def are_not_less_than_nothing_nor_more_than_the_cap(request: SplitRequest, result: Split) -> None:
    for charge in result.charges:
        household = charge.household
        free = request.scheme.free.covers(household.floor)
        if free or household.status is not Participation.PAYS or household.relief == 0:
            assert charge.amount == charge.exact == charge.weight == 0
        assert charge.amount >= 0
        limits = [cap for floor, cap in request.floor_caps.items() if floor >= household.floor]
        limits += [household.cap] if household.cap is not None else []
        if charge.weight:
            assert all(charge.amount <= limit for limit in limits)
            assert charge.cap is None or charge.amount <= charge.cap


def differ_by_at_most_one_unit_for_equals(request: SplitRequest, result: Split) -> None:
    for one, other in combinations(result.charges, 2):
        if one.weight == other.weight and one.cap == other.cap:
            assert abs(one.amount - other.amount) <= request.rounding.fen


def stay_whatever_the_order_of_the_list(
    request: SplitRequest, result: Split, chance: random.Random
) -> None:
    shuffled = list(request.households)
    chance.shuffle(shuffled)
    other = split(replace(request, households=shuffled))
    assert other.charges == result.charges
    assert other.floors == result.floors
    assert other.remainder_to == result.remainder_to


def change_with_the_names_of_rooms_where_there_is_a_tie_alone(
    request: SplitRequest, result: Split, chance: random.Random
) -> None:
    names = [h.room for h in request.households]
    chance.shuffle(names)
    renamed = tuple(
        h._replace(room=name) for h, name in zip(request.households, names, strict=True)
    )
    before = amounts(result)
    after = amounts(split(replace(request, households=renamed)))
    for household, name in zip(request.households, names, strict=True):
        assert abs(after[name] - before[household.room]) <= request.rounding.fen


@given(requests(doors=OWN_FREE))
def test_a_higher_floor_never_pays_less_at_equal_area_and_relief(request: SplitRequest) -> None:
    result = answer(request)
    size = {line.floor: line.payers for line in result.floors}
    area = dict.fromkeys(size, 0)
    for charge in result.charges:
        area[charge.household.floor] += (charge.household.area or 0) if charge.weight else 0
    payers = [charge for charge in result.charges if charge.weight]
    for low, high in combinations(payers, 2):
        one, other = low.household, high.household
        comparable = {
            Mode.HOUSEHOLD: True,
            Mode.AREA: one.area == other.area,
            Mode.FLOOR: size[one.floor] == size[other.floor],
            Mode.FLOOR_AREA: one.area == other.area and area[one.floor] == area[other.floor],
        }[request.scheme.by]
        if one.floor < other.floor and one.relief == other.relief and comparable:
            assert low.amount <= high.amount


@given(requests(doors=households(alike=True, per_floor=1)))
def test_a_higher_floor_never_pays_less_where_all_doors_are_alike(request: SplitRequest) -> None:
    result = answer(request)
    paid = [charge.amount for charge in result.charges if charge.weight]
    assert paid == sorted(paid)


@given(requests(), st.integers(1, 3_000_000), st.fractions("1/50", 50, max_denominator=50))
def test_a_larger_subsidy_raises_nobody_and_scaled_coefficients_change_no_amount(
    request: SplitRequest, more: int, factor: Fraction
) -> None:
    before = amounts(answer(request))
    for extra in (1, more):
        subsidy = replace(request.subsidy, lump=request.subsidy.lump + extra)
        after = amounts(split(replace(request, subsidy=subsidy)))
        assert all(after[room] <= before[room] for room in before)
    rule = request.scheme.coefficients
    if isinstance(rule, Ladder):
        scaled: Ladder | FloorTable = Ladder(base=rule.base * factor, step=rule.step * factor)
    else:
        assert rule is not None
        scaled = FloorTable(by_floor={floor: k * factor for floor, k in rule.by_floor.items()})
    other = replace(request, scheme=replace(request.scheme, coefficients=scaled))
    assert amounts(split(other)) == before


@given(requests(doors=OWN_CAPPED), st.data(), st.integers(1, 5_000_000))
def test_raising_one_cap_never_raises_another_charge(
    request: SplitRequest, data: st.DataObject, more: int
) -> None:
    capped = [h.room for h in request.households if h.cap is not None]
    assume(capped)
    room = data.draw(st.sampled_from(capped))
    raised = tuple(
        h._replace(cap=(h.cap or 0) + more) if h.room == room else h for h in request.households
    )
    before = amounts(answer(request))
    after = amounts(split(replace(request, households=raised)))
    assert all(after[other] <= before[other] for other in before if other != room)


@given(requests(modes=PER_DOOR, caps=AMOUNT_CAPS), st.data())
def test_one_more_payer_never_raises_the_others(request: SplitRequest, data: st.DataObject) -> None:
    """In the floor modes this cannot hold: the newcomer also thins its neighbours' weights."""
    before = amounts(answer(request))
    joining = SplitHousehold(
        room="9999",
        floor=data.draw(st.sampled_from([h.floor for h in request.households])),
        area=data.draw(st.integers(4_000, 15_000)),
        relief=data.draw(st.sampled_from((Fraction(1), Fraction(1, 2)))),
        cap=data.draw(st.none() | st.integers(0, 20_000_000)),
    )
    after = amounts(split(replace(request, households=(*request.households, joining))))
    assert all(after[room] <= before[room] for room in before)


@given(
    requests(
        modes=PER_FLOOR,
        doors=households(alike=True),
        caps=AMOUNT_CAPS,
        floor_caps=False,
    ),
    st.data(),
)
def test_by_floor_one_more_full_payer_never_raises_an_exact_share(
    request: SplitRequest, data: st.DataObject
) -> None:
    before = {charge.household.room: charge.exact for charge in answer(request).charges}
    floor = data.draw(st.sampled_from([h.floor for h in request.households]))
    joining = SplitHousehold(room="9999", floor=floor, area=9_000)
    result = answer(replace(request, households=(*request.households, joining)))
    after = {charge.household.room: charge.exact for charge in result.charges}
    assert all(after[room] <= before[room] for room in before)


@given(requests(doors=OWN_FREE, caps=st.just(NO_CAP), floor_caps=False))
def test_amounts_stay_near_the_exact_shares_and_leave_room_for_a_cap(
    request: SplitRequest,
) -> None:
    """Without caps nobody is farther off than half of `1 + (n-2)·w/W` units.

    So whoever weighs no more than the mean is less than one unit off. Webster's method cannot
    promise that to the heaviest: see the next test.
    """
    result = answer(request)
    whole = sum(charge.weight for charge in result.charges)
    for charge in result.charges:
        if charge.weight:
            part = charge.weight / whole
            off = abs(charge.amount - charge.exact) / request.rounding.fen
            assert off <= (1 + (result.payers - 2) * part) / 2
            if charge.weight * result.payers <= whole:
                assert off < 1
    if request.total >= 2 * request.rounding.fen * result.payers:
        allows_one_and_a_half_times_the_mean(request)


def allows_one_and_a_half_times_the_mean(request: SplitRequest) -> None:
    cap = Cap(kind=CapKind.MEAN, value=Fraction(3, 2))
    result = split(replace(request, scheme=replace(request.scheme, cap=cap)))
    assert max(charge.amount for charge in result.charges) <= (result.cap or 0)


def test_a_heavy_household_may_be_more_than_a_unit_off() -> None:
    doors = [SplitHousehold(room=f"2{door:02d}", floor=2) for door in range(1, 11)]
    doors.append(SplitHousehold(room="301", floor=3))
    result = answer(
        SplitRequest(
            households=doors,
            total=656,
            scheme=ladder_scheme(step="1.9"),
        )
    )
    top = result.charges[-1]
    assert (top.amount, round(float(top.exact), 2)) == (146, 147.47)
    assert {charge.amount for charge in result.charges[:-1]} == {51}
