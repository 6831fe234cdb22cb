"""Shares in a home are exact fractions that never exceed the whole."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.complex.rules.shares import kept_share, parse_share, share_text, total
from jinlin.core.errors import RuleError, UsageError

shares = st.fractions(min_value=Fraction(1, 1000), max_value=1, max_denominator=1000)


@pytest.mark.parametrize(
    ("said", "share"),
    [
        ("1/2", "1/2"), ("１／２", "1/2"), ("2/4", "1/2"), ("50%", "1/2"), ("33.3333%", "333333/1000000"),
        ("三分之一", "1/3"), ("三分之二", "2/3"), ("一半", "1/2"), ("全部", "1/1"), ("1", "1/1"), ("100%", "1/1"),
    ],
)  # fmt: skip
def test_shares_are_read_as_people_say_them(said: str, share: str) -> None:
    assert share_text(parse_share(said)) == share


@pytest.mark.parametrize(
    "said", ["", "0", "0/2", "1/0", "3/2", "120%", "-1/2", "half", "1/2/3", "零分之一", "0%", "2"]
)
def test_what_is_no_share_is_refused_with_a_hint(said: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_share(said)
    assert "1/2" in refused.value.hint


@given(share=shares)
def test_a_share_that_is_kept_reads_back_exactly(share: Fraction) -> None:
    assert kept_share(share_text(share)) == share
    assert parse_share(share_text(share)) == share


@given(found=st.lists(st.none() | shares, max_size=6))
def test_shares_add_up_exactly_and_never_to_more_than_the_whole(
    found: list[Fraction | None],
) -> None:
    kept = [None if share is None else share_text(share) for share in found]
    known = sum((share for share in found if share is not None), Fraction(0))
    if known > 1:
        with pytest.raises(RuleError):
            total(kept)
    elif not found or None in found:
        assert total(kept) is None
    else:
        assert total(kept) == known
