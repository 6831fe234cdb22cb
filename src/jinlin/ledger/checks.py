"""What must hold of every cash book, as rules that `db check` asks."""

from __future__ import annotations

from jinlin.core.i18n import N_
from jinlin.ledger.book import CashBook, E
from jinlin.store.check.checks import Rule


def book_rules(book: CashBook[E], key: str, *, reversals: str, balances: str) -> tuple[Rule, Rule]:
    """Return that reversals are opposites, and that no account was ever short.

    Args:
        book: which book.
        key: what its rules are called in JSON.
        reversals: what the first one looks at, a message id.
        balances: what the second one looks at, a message id.
    """
    label, account = book.label.format("e"), [f"e.{column}" for column in book.account]
    changed = " OR ".join(
        f"e.{column} IS NOT o.{column}" for column in (*book.account, book.kind, "amount")
    )
    return (
        Rule(
            f"{key}_reversals",
            reversals,
            N_("not the exact opposite of what they take back: {names}"),
            f"SELECT {label} FROM {book.table} AS e {book.joins}"
            f" JOIN {book.table} AS o ON o.id = e.reverses"
            f" WHERE {changed} OR o.reverses IS NOT NULL ORDER BY e.id",
        ),
        Rule(
            f"{key}_balances",
            balances,
            N_("more was spent than there was, from entry {names} on"),
            f"SELECT {label}, min(e.id) FROM {book.table} AS e {book.joins} JOIN"
            f" (SELECT e.id, sum({book.effect}) OVER (PARTITION BY {', '.join(account)}"
            f" ORDER BY e.day) AS balance FROM {book.table} AS e) AS held ON held.id = e.id"
            f" WHERE held.balance < 0 GROUP BY {', '.join(account)} ORDER BY 2",
            grave=False,
        ),
    )
