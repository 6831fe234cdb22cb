"""The fast code against the slow definition, and the certificate that needs neither."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from elevator.oracle import InfeasibleError, judge
from elevator.stairwells import answer, requests, small_requests
from hypothesis import assume, given
from hypothesis import strategies as st

from jinlin.core.errors import RuleError
from jinlin.elevator.apportionment.apportion import Certificate, apportion, certificate
from jinlin.elevator.apportionment.result import Split, SplitRequest
from jinlin.elevator.apportionment.split import split
from jinlin.elevator.apportionment.weights import is_payer


@given(small_requests())
def test_the_answer_is_that_of_the_definition(request: SplitRequest) -> None:
    try:
        expected = judge(request)
    except InfeasibleError:
        with pytest.raises(RuleError):
            split(request)
        return
    assume(any(exact for exact, _amount in expected.values()) or request.net == 0)
    result = answer(request)
    found = {c.household.room: (c.exact, c.amount) for c in result.charges}
    assert found == expected
    for charge in result.charges:
        if charge.weight:
            assert charge.capped == (charge.exact == charge.cap)


@given(
    st.lists(st.fractions("1/9", 9, max_denominator=9), min_size=1, max_size=3),
    st.integers(0, 7),
    st.data(),
)
def test_the_amounts_minimise_the_squares_over_the_weights(
    weights: list[Fraction], total: int, data: st.DataObject
) -> None:
    caps = data.draw(st.lists(st.integers(0, 7), min_size=len(weights), max_size=len(weights)))
    assume(sum(caps) >= total)

    def cost(units: tuple[int, ...]) -> Fraction:
        return sum((u * u / w for u, w in zip(units, weights, strict=True)), Fraction(0))

    possible = (u for u in product(*(range(cap + 1) for cap in caps)) if sum(u) == total)
    found = apportion(total, weights=weights, caps=caps)
    assert cost(tuple(found.amounts)) == min(map(cost, possible))


def certify(result: Split, moves: dict[str, int] | None = None) -> Certificate:
    """Certify a result, with units added to or taken from some rooms."""
    unit = result.request.rounding.fen
    payers = sorted(
        (c for c in result.charges if c.weight),
        key=lambda c: (-c.household.floor, c.household.order),
    )
    return certificate(
        [c.amount // unit + (moves or {}).get(c.household.room, 0) for c in payers],
        total=result.net // unit,
        weights=[c.weight for c in payers],
        caps=[-(-result.net // unit) if c.cap is None else c.cap // unit for c in payers],
    )


@given(requests(), st.data())
def test_the_certificate_holds_and_fails_on_any_spoilt_answer(
    request: SplitRequest, data: st.DataObject
) -> None:
    result = answer(request)
    assert certify(result).holds
    payers = [c.household for c in result.charges if c.weight]
    assert all(is_payer(h, coefficient=Fraction(1)) for h in payers)
    one, other = (data.draw(st.sampled_from(payers)).room for _ in range(2))
    assume(one != other)
    assert not certify(result, {one: 1, other: -1}).holds
    assert not certify(result, {one: 1}).holds
    assert not certify(result, {one: -1}).holds


def test_the_certificate_knows_who_was_first_in_a_tie() -> None:
    equal = [Fraction(1), Fraction(1)]
    assert certificate([2, 1], total=3, weights=equal, caps=[3, 3]).holds
    assert not certificate([1, 2], total=3, weights=equal, caps=[3, 3]).holds


def test_the_certificate_names_the_last_unit_given_and_the_next_one() -> None:
    found = certificate([2, 1], total=3, weights=[Fraction(2), Fraction(1)], caps=[2, 3])
    assert found.dearest_given == (Fraction(3, 2), 0)
    assert found.cheapest_waiting == (Fraction(3), 1)
    assert not certificate([3, 0], total=3, weights=[Fraction(2), Fraction(1)], caps=[2, 3]).within
