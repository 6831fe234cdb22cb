"""Places go to those who have enough behind their rate, and chance raises nobody."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.decimals import Rate
from jinlin.rollup.rules.league import LeagueUnit, league, lower_bound

RATES = st.integers(1, 10**6).flatmap(lambda n: st.builds(Rate, st.integers(0, n), st.just(n)))


@given(RATES)
def test_the_bound_is_wilsons_and_never_above_it(rate: Rate) -> None:
    share, n, z = rate.numerator / rate.denominator, rate.denominator, 1.96
    middle = share + z * z / (2 * n) - z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    assert float(lower_bound(rate)) == pytest.approx(middle / (1 + z * z / n), abs=1e-8)
    assert 0 <= lower_bound(rate) * rate.denominator <= rate.numerator


def test_more_behind_a_rate_beats_a_better_one_of_few_and_too_few_get_no_place() -> None:
    units = [
        LeagueUnit("few", 9, Rate(29, 29)),
        LeagueUnit("small", 2, Rate(300, 300)),
        LeagueUnit("lucky", 3, Rate(30, 30)),
        LeagueUnit("solid", 5, Rate(970, 1000)),
        LeagueUnit("equal", 7, Rate(970, 1000)),
        LeagueUnit("worst", 5, Rate(500, 1000)),
    ]
    assert [(one.place, one.unit.code) for one in league(units)] == [
        (1, "equal"), (1, "solid"), (3, "lucky"), (4, "worst"), (None, "few"), (None, "small"),
    ]  # fmt: skip
