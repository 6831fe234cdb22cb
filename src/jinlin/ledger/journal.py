"""A cash book as a journal that hledger reads: double entry, each balance asserted (plain text).

A second program adds up what this one did: `hledger -f 账.journal check -s`, `hledger balance`.
The fields are those of the manual of hledger 1.32, "journal".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from jinlin.core.i18n import _
from jinlin.core.money import yuan

ENDINGS: Final = (".journal", ".hledger")
_UNIT: Final = "CNY"
_PLAIN: Final = str.maketrans({"\n": " ", "\r": None, "\t": " ", ";": "；", "|": "／"})
"""What would end a description or part it."""


class JournalEntry(NamedTuple):
    """An entry as the journal has it.

    Attributes:
        day: ISO text.
        number: as people write it.
        account: whose money it is, below the assets.
        other: where it came from or went, below income or expenses.
        out: whether `other` is an expense.
        effect: what it added to the account, in fen.
        payee: the other side, masked where it must be.
        text: what it was for.
        reverses: the entry it takes back; empty for none.
    """

    day: str
    number: str
    account: str
    other: str
    out: bool
    effect: int
    payee: str
    text: str
    reverses: str = ""


def journal(entries: Sequence[JournalEntry], *, title: str) -> bytes:
    """Return entries, the oldest first, as a journal; after each stands what the account holds."""
    return "".join(f"{line}\n" for line in _lines(entries, title)).encode()


def _lines(entries: Sequence[JournalEntry], title: str) -> Iterator[str]:
    assets, income, expenses = _("Assets"), _("Revenue"), _("Expenses")
    yield f"; {title.translate(_PLAIN)}"
    yield f"commodity {_UNIT} 1000.00"
    for kind, name in (("A", assets), ("R", income), ("X", expenses)):
        yield f"account {name}  ; type:{kind}"
    accounts = {f"{assets}:{_account(one.account)}" for one in entries}
    accounts |= {f"{expenses if o.out else income}:{_account(o.other)}" for o in entries}
    yield from (f"account {name}" for name in sorted(accounts))
    held: dict[str, int] = {}
    for one in entries:
        account = f"{assets}:{_account(one.account)}"
        other = f"{expenses if one.out else income}:{_account(one.other)}"
        held[account] = held.get(account, 0) + one.effect
        said = " | ".join(part.translate(_PLAIN).strip() for part in (one.payee, one.text) if part)
        yield ""
        yield f"{one.day} * ({one.number}) {said}".rstrip()
        if one.reverses:
            yield f"    ; reverses:{one.reverses}"
        yield f"    {account}  {_amount(one.effect)} = {_amount(held[account])}"
        yield f"    {other}  {_amount(-one.effect)}"


def _account(name: str) -> str:
    """Return a name as a part of an account's: two blanks would end it."""
    return " ".join(name.translate(_PLAIN).split())


def _amount(fen: int) -> str:
    return f"{_UNIT} {yuan(fen).replace(',', '')}"
