"""Flows add up or are refused, and public figures fold small groups without losing an issue."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.decimals import SMALL_BASE, Rate
from jinlin.report.rules.flow import Flow

COUNTS = st.integers(0, 50)


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_the_sum_of_flows_adds_up_as_each_of_them_does(
    carried: int, received: int, solved: int, declined: int
) -> None:
    left = carried + received - solved - declined
    if left < 0:
        with pytest.raises(ValueError, match="accounted for"):
            Flow(carried_over=carried, received=received, closed_solved=solved, declined=declined)
        return
    flow = Flow(
        carried_over=carried, received=received, closed_solved=solved, declined=declined, open=left
    )
    both = flow + flow
    assert both.carried_over + both.received == both.closed + both.open == 2 * (carried + received)
    assert flow.idle is (carried + received == 0)


@given(st.integers(0, 2 * SMALL_BASE), COUNTS)
def test_a_share_of_a_small_number_is_never_told(base: int, part: int) -> None:
    share = Rate(numerator=min(part, base), denominator=base).exact
    assert (share is None) is (base < SMALL_BASE)
    assert share is None or 0 <= share <= 1
