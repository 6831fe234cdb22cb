"""What holds of every cash book, whatever is entered, refused and taken back."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.errors import RuleError
from jinlin.ledger.rules import (
    BookWords,
    CashEntry,
    Movement,
    check_cover,
    check_hands,
    check_reversal,
    spendable,
)

WORDS = BookWords(
    "{account} {free} {day} {amount}", "earn", "only {free}", "unspend", "see {number}", "--date"
)
DAYS = st.sampled_from([f"2026-0{month}-01" for month in range(1, 7)])
NAMES = st.sampled_from(["林秀英", "李华", "钱芳", " 李 华 "])
moves = st.lists(st.builds(Movement, DAYS, st.integers(-100, 100)), max_size=12)


def held(book: list[Movement], day: str) -> int:
    return sum(one.effect for one in book if one.day <= day)


@given(moves, DAYS)
def test_what_can_be_spent_is_the_least_the_account_will_ever_hold_from_that_day(
    book: list[Movement], day: str
) -> None:
    later = {day, *(one.day for one in book if one.day > day)}
    assert spendable(book, day) == min(held(book, when) for when in later)


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 100), DAYS), max_size=40))
def test_no_account_is_ever_below_zero_and_nothing_is_refused_that_would_not_make_it_so(
    asked: list[tuple[bool, int, str]],
) -> None:
    """Income, spending, and the reversal of what came before on its day or earlier."""
    book: list[Movement] = []
    for back, amount, day in asked:
        before = [one for one in book if one.day <= day]
        if back and before:
            meant = before[amount % len(before)]
            new = Movement(day, -meant.effect, reversal=True)
        else:
            new = Movement(day, amount if amount % 2 else -amount)
        short = any(held([*book, new], when) < 0 for when in {day, *(one.day for one in book)})
        if short:
            with pytest.raises(RuleError, match="only" if back and before else "A "):
                check_cover(book, new, words=WORDS, account="A")
        else:
            check_cover(book, new, words=WORDS, account="A")
            book.append(new)
        assert all(held(book, one.day) >= 0 for one in book)


@given(NAMES, NAMES, NAMES)
def test_whoever_handles_money_or_is_paid_does_not_approve_it(
    approver: str, handler: str, payee: str
) -> None:
    alike = approver.replace(" ", "") in {handler.replace(" ", ""), payee.replace(" ", "")}
    with pytest.raises(RuleError) if alike else nullcontext():
        check_hands(approved_by=approver, handled_by=handler, payee=payee)


def entry(**values: Any) -> CashEntry:
    return CashEntry({"label": "F1", "reverses": None, "reversed_by": None, "amount": 5, **values})


@given(DAYS, DAYS, st.sampled_from([None, "F2"]), st.sampled_from([None, "F3"]))
def test_an_entry_is_reversed_once_not_before_its_day_and_no_reversal_is(
    day: str, entered: str, reverses: str | None, reversed_by: str | None
) -> None:
    meant = entry(day=entered, reverses=reverses, reversed_by=reversed_by)
    allowed = day >= entered and reverses is None and reversed_by is None
    with nullcontext() if allowed else pytest.raises(RuleError):
        check_reversal(meant, day, WORDS)


@pytest.mark.parametrize(("reverses", "signed"), [(None, 5), ("F2", -5)])
def test_a_reversal_counts_against_its_kind(reverses: str | None, signed: int) -> None:
    assert entry(reverses=reverses).signed == signed
