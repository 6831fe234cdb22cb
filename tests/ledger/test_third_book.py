"""A room that declares a table has the whole cash book: here of what partners give and take."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

import pytest
from calls import call_in
from harness import Jinlin
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jinlin.core.errors import RuleError
from jinlin.core.people.parties import Party
from jinlin.core.word import Word
from jinlin.ledger.book import (
    CashBook,
    Same,
    entered_lately,
    entries,
    entry_of,
    held_before,
    reversed_later,
)
from jinlin.ledger.checks import book_rules
from jinlin.ledger.entries import (
    CashAccount,
    NewEntry,
    add_voucher,
    enter,
    reverse,
    tell_counterparty,
)
from jinlin.ledger.rules import BookWords, CashEntry
from jinlin.ledger.statement import AccountStatement
from jinlin.store.check.proofs import Proof
from jinlin.store.command.command import writing
from jinlin.store.transaction.tx import Tx


class Given(Word):
    """What moved between the branch and a partner."""

    AID = "aid", "aid"
    RETURN = "return", "return"


class Gift(CashEntry):
    """An entry of the book of gifts."""

    partner: str
    kind: Given


GIFTS = CashBook(
    table="gift",
    account=("partner",),
    kind="kind",
    out=frozenset({Given.RETURN}),
    repeated=(),
    label="'G' || {0}.number",
    made_at="e.made_at",
    entry=Gift,
    columns="e.partner, e.kind",
    read={"kind": Given},
    words=BookWords("{account} has {free}", "", "only {free}", "", "see {number}", "--date"),
)
TABLE = """CREATE TABLE gift (id INTEGER PRIMARY KEY AUTOINCREMENT, number INTEGER NOT NULL UNIQUE,
    partner TEXT NOT NULL, kind TEXT NOT NULL, amount INTEGER NOT NULL, day TEXT NOT NULL,
    purpose TEXT, counterparty TEXT, counterparty_kind TEXT, handled_by TEXT, approved_by TEXT,
    voucher TEXT, voucher_sha256 TEXT, reverses INTEGER UNIQUE, reason TEXT, made_at TEXT)"""
PARTNERS = ("兴业银行", "中学")
STEP = st.tuples(
    st.sampled_from(PARTNERS), st.sampled_from(["aid", "return", "reverse"]),
    st.integers(1, 300), st.integers(1, 28),
)  # fmt: skip


@pytest.fixture
def tx(jinlin: Jinlin) -> Iterator[Tx]:
    """A transaction in which there is a table of gifts; it is never kept."""
    with writing(call_in(jinlin.folder, dry_run=True)) as tx:
        tx.connection.execute(TABLE)
        yield tx


def day(number: int) -> str:
    return date(2026, 10, number).isoformat()


def account(partner: str) -> CashAccount:
    return CashAccount((partner,), partner, "fund_entry")


def give(tx: Tx, partner: str, kind: Given, amount: int, on: str, name: str = "某某公司") -> Gift:
    new = NewEntry(kind, amount, on, name, "办事", handled_by="李华", approved_by="钱芳")
    return enter(tx, GIFTS, account(partner), new, made_at=tx.clock.stamp)


def take_back(tx: Tx, entry: Gift, on: str) -> Gift:
    return reverse(
        tx, GIFTS, account(entry.partner), entry, reason="错", day=on, handled_by="李华",
        made_at=tx.clock.stamp,
    )  # fmt: skip


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEP, max_size=15), st.integers(1, 28), st.integers(1, 28))
def test_whatever_is_accepted_adds_up_on_every_day_and_passes_the_check(
    tx: Tx, steps: list[tuple[str, str, int, int]], start: int, stop: int
) -> None:
    tx.connection.execute("DROP TABLE gift")
    tx.connection.execute(TABLE)
    for partner, what, amount, on in steps:
        with suppress(RuleError):
            if what != "reverse":
                give(tx, partner, Given(what), amount, day(on))
            elif mine := entries(tx, GIFTS, "e.partner = ?", (partner,)):
                take_back(tx, mine[amount % len(mine)], day(on))
    for rule in book_rules(GIFTS, "gift", reversals="", balances=""):
        assert tx.rows(rule.sql) == []
    first, last = day(min(start, stop)), day(max(start, stop))
    for partner in PARTNERS:
        book = entries(tx, GIFTS, "e.partner = ?", (partner,))
        for number in range(1, 30):
            held = sum(one.effect for one in book if one.day < day(number))
            assert held_before(tx, GIFTS, (partner,), day(number)) == held >= 0
        later = reversed_later(tx, GIFTS, (partner,), last)
        assert [one.id for one in later] == [
            one.id for one in book if one.day <= last < (one.reversed_on or "")
        ]
        inside = [one for one in book if first <= one.day <= last]
        opening = held_before(tx, GIFTS, (partner,), first)
        stated = AccountStatement(first, last, opening, inside, later)
        assert stated.closing == sum(one.effect for one in book if one.day <= last)
        assert stated.corrected == stated.closing - sum(one.effect for one in later)


def test_an_entry_is_known_again_has_one_voucher_and_one_word_for_its_other_side(tx: Tx) -> None:
    entry = give(tx, "中学", Given.AID, 500, day(3), "老木匠")
    same = Same(Given.AID, 500, day(3), "老木匠")
    again = entered_lately(tx, GIFTS, ("中学",), same)
    assert again is not None
    assert again.label == entry.label
    assert entered_lately(tx, GIFTS, ("兴业银行",), same) is None
    assert add_voucher(tx, GIFTS, entry, Proof("发票.pdf", "ab")).voucher == "发票.pdf"
    with pytest.raises(RuleError):
        add_voucher(tx, GIFTS, entry_of(tx, GIFTS, entry.id), Proof("别的.pdf", "cd"))
    give(tx, "兴业银行", Given.AID, 7, day(4), "老木匠")
    assert tell_counterparty(tx, GIFTS, entry, Party.PERSON) == 2
    assert entry_of(tx, GIFTS, entry.id).party is Party.PERSON


def test_who_is_paid_does_not_approve_it_and_a_giver_may(tx: Tx) -> None:
    give(tx, "中学", Given.AID, 500, day(3), "钱芳")
    with pytest.raises(RuleError):
        give(tx, "中学", Given.RETURN, 100, day(4), "钱芳")
