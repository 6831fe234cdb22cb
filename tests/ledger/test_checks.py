"""`db check` asks of every book that reversals are opposites and no account was ever short."""

from __future__ import annotations

import pytest
from elevator.adopted import with_account
from harness import Jinlin, seeded
from store.meddling import meddle


@seeded
def books(jinlin: Jinlin) -> Jinlin:
    """The same in a purse and in the books of an elevator: income, spending, its reversal."""
    with_account(jinlin)
    purse = ("--purse", "启动经费", "--for", "办事")
    jinlin(
        "branch",
        "fund",
        "income",
        *purse,
        "--amount",
        "500",
        "--from",
        "街道党工委",
        "--date",
        "2026-11-02",
    )
    jinlin("branch", "fund", "spend", *purse, "--amount", "300", "--to", "文具店", "--by", "李华",
           "--approved-by", "林书记", "--date", "2026-11-03")  # fmt: skip
    jinlin("branch", "fund", "reverse", "F2", "--reason", "记错")
    jinlin("elevator", "pay", "3-1-502", "500", "--date", "2026-11-02")
    jinlin(
        "elevator",
        "spend",
        "X1",
        "300",
        "--to",
        "电梯公司",
        "--for",
        "首付",
        "--date",
        "2026-11-03",
    )
    jinlin("elevator", "reverse", "V1", "--reason", "记错")
    return jinlin


def money(jinlin: Jinlin, code: int) -> dict[str, tuple[str, str]]:
    rows = jinlin("db", "check", "--json", code=code, lang="en").data
    return {
        row["check"]: (row["state"], row["found"])
        for row in rows
        if row["check"].startswith(("purse_", "elevator_"))
    }


def test_books_that_the_program_kept_are_in_order(books: Jinlin) -> None:
    assert {state for state, _found in money(books, 0).values()} == {"ok"}


@pytest.mark.parametrize(
    ("change", "check", "found"),
    [
        ("UPDATE fund_entry SET amount = 1 WHERE number = 3", "purse_reversals", ("problem", "F3")),
        (
            "UPDATE fund_entry SET purse = 'dues' WHERE number = 3",
            "purse_reversals",
            ("problem", "F3"),
        ),
        (
            "UPDATE fund_entry SET amount = 29999 WHERE number = 1",
            "purse_balances",
            ("warning", "F2"),
        ),
        (
            "UPDATE fund_entry SET day = '2026-11-04' WHERE number = 1",
            "purse_balances",
            ("warning", "F2"),
        ),
        (
            "UPDATE elevator_entry SET amount = 1 WHERE reverses > 0",
            "elevator_reversals",
            ("problem", "X1-V2"),
        ),
        (
            "UPDATE elevator_entry SET book = 'running' WHERE reverses > 0",
            "elevator_reversals",
            ("problem", "X1-V2"),
        ),
        (
            "UPDATE elevator_entry SET amount = 29999 WHERE id = 1",
            "elevator_balances",
            ("warning", "X1-V1"),
        ),
    ],
)
def test_a_book_that_does_not_add_up_is_found(
    books: Jinlin, change: str, check: str, found: tuple[str, str]
) -> None:
    meddle(books, change)
    state, said = money(books, 4)[check]
    assert (state, found[1] in said) == (found[0], True)


def test_what_is_covered_by_what_was_entered_later_the_same_day_is_in_order(jinlin: Jinlin) -> None:
    """An earlier day's spending may be entered last: each day counts as a whole."""
    for what, amount, day in (("income", "50", "03"), ("income", "100", "04"), ("spend", "120", "04"),
                              ("income", "120", "04"), ("spend", "50", "03")):  # fmt: skip
        who = ("--from", "街道党工委") if what == "income" else (
            "--to", "文具店", "--by", "李华", "--approved-by", "林书记")  # fmt: skip
        jinlin("branch", "fund", what, "--purse", "启动经费", "--for", "办事", "--amount", amount,
               "--date", f"2026-11-{day}", *who, "--yes")  # fmt: skip
    assert money(jinlin, 0)["purse_balances"] == ("ok", "")
