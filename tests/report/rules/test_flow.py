"""The rules of counting: what must add up, and when a percentage may be printed."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.decimals import Rate
from jinlin.report.rules.flow import CountChange, Flow, Ratings

COUNT = st.integers(0, 500)


@st.composite
def flows(draw: st.DrawFn) -> Flow:
    came = [draw(COUNT) for _ in range(3)]
    solved = draw(st.integers(0, sum(came)))
    unsolved = draw(st.integers(0, sum(came) - solved))
    declined = draw(st.integers(0, sum(came) - solved - unsolved))
    merged = draw(st.integers(0, sum(came) - solved - unsolved - declined))
    return Flow(
        carried_over=came[0],
        received=came[1],
        reopened=came[2],
        closed_solved=solved,
        closed_unsolved=unsolved,
        declined=declined,
        merged=merged,
        open=sum(came) - solved - unsolved - declined - merged,
    )


@given(flows(), flows())
def test_sum_of_two_flows_adds_up_like_each_of_them(one: Flow, other: Flow) -> None:
    both = one + other
    assert both.carried_over + both.received + both.reopened == both.closed + both.open
    assert both.closed == one.closed + other.closed


def test_figures_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(ValueError, match="5 issues came, 1 \\+ 3"):
        Flow(carried_over=2, received=3, closed_solved=1, open=3)


def test_rate_has_no_percentage_below_a_base_of_ten() -> None:
    assert Rate(numerator=9, denominator=9).exact is None
    assert Rate(numerator=9, denominator=10).exact == Fraction(9, 10)
    assert Rate(numerator=0, denominator=0).exact is None


def test_satisfaction_counts_basically_satisfied_and_leaves_the_unrated_out() -> None:
    ratings = Ratings(satisfied=15, basically_satisfied=2, not_satisfied=1, unrated=7)
    assert ratings.rate == Rate(numerator=17, denominator=18)


def test_closed_counts_each_way_apart_and_together() -> None:
    flow = Flow(received=10, closed_solved=3, closed_unsolved=2, declined=1, merged=4)
    assert flow.closed == 10


@given(COUNT, COUNT)
def test_change_is_given_in_percent_only_from_thirty_on(now: int, before: int) -> None:
    change = CountChange(now=now, before=before)
    assert before + change.difference == now
    assert (change.exact is None) == (before < 30)
    if change.exact is not None:
        assert before * (1 + change.exact) == now
