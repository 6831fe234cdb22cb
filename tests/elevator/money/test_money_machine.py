"""Whatever is paid, reversed, spent, settled, refunded, joined or undone: all sums agree to the fen."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest
from calls import call_in
from elevator.adopted import ACCOUNT, adopt
from harness import Jinlin
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from jinlin.complex.household.door import door_of
from jinlin.core.errors import JinlinError
from jinlin.elevator.money import bookkeeping, maintenance_fund, receipts
from jinlin.elevator.money.door_accounts import works_standings
from jinlin.elevator.money.dues import dues
from jinlin.elevator.money.queries import door_sums, entries, totals
from jinlin.elevator.project.projects import project
from jinlin.elevator.rules.books import Books, EntryKind, PaymentMethod
from jinlin.elevator.settlement import actions
from jinlin.ledger.entries import NewEntry
from jinlin.output.listing.filter import EVERYTHING
from jinlin.store.command.command import writing
from jinlin.store.file.connection import open_reading
from jinlin.store.history.undo import reverse as take_back
from jinlin.store.history.undo import to_undo
from jinlin.store.transaction.tx import Reader

MONEY = st.integers(1, 9_000_000)
OUT = ("701", "702")
DAYS = st.sampled_from(("2026-11-03", "2026-11-04", "2026-11-05"))


class Money(RuleBasedStateMachine):
    """The books of one project, against a model that only adds and subtracts."""

    made: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        shutil.copyfile(self.made, self.folder / "jinlin.db")
        self.call = call_in(self.folder)
        self.paid: Counter[int] = Counter()
        self.refunded: Counter[int] = Counter()
        self.elsewhere = 0
        self.spent = 0
        self.net = 37_000_000
        self.receipts = 0
        self.undoable: list[tuple[object, ...]] = []
        self.locked = self.credit = self.entered = self.all_in = False
        path = self.folder / "jinlin.db"
        self.looking = open_reading(path)  # kept open: SQLite reads the schema at each opening
        self.reader = Reader(self.looking, path, self.call)

    def teardown(self) -> None:
        self.looking.shut()
        shutil.rmtree(self.folder)

    def state(self) -> tuple[object, ...]:
        return (+self.paid, +self.refunded, self.elsewhere, self.spent, self.net)

    @rule(place=st.integers(0, 40), amount=MONEY, day=DAYS, fund=st.booleans())
    def pay(self, place: int, amount: int, day: str, *, fund: bool) -> None:
        before = self.state()
        with writing(self.call) as tx:
            which = project(tx, None)
            doors = dues(tx, which).doors
            door = doors[place % len(doors)]
            method = PaymentMethod.FUND if fund else PaymentMethod.CASH
            new = receipts.NewPayment(door, amount, day, method)
            entry = receipts.pay(tx, which, Books.WORKS, new)
        assert entry.number > self.receipts
        self.receipts = entry.number
        self.undoable.append(before)
        self.paid[door.household_id] += amount

    @precondition(lambda self: self.credit)
    @rule(place=st.integers(0, 40), share=st.sampled_from((1, 2, 3)))
    def refund(self, place: int, share: int) -> None:
        before = self.state()
        try:
            with writing(self.call) as tx:
                which = project(tx, None)
                found = works_standings(tx, which, dues(tx, which))
                owed_back = [s for s in found if s.balance.credit]
                standing = owed_back[place % len(owed_back)]
                home, day = standing.door.household_id, "2026-11-05"
                amount = -(-standing.balance.credit // share)
                receipts.refund(tx, which, Books.WORKS, standing.door, amount, day)
        except JinlinError:  # the account does not hold it: it was spent
            return
        self.undoable.append(before)
        self.refunded[home] += amount

    @rule(kind=st.sampled_from((EntryKind.SUBSIDY, EntryKind.INTEREST, EntryKind.SPENDING)),
          amount=MONEY, day=DAYS)  # fmt: skip
    def enter(self, kind: EntryKind, amount: int, day: str) -> None:
        before = self.state()
        new = NewEntry(kind, amount, day, "某某公司", "款")
        try:
            with writing(self.call) as tx:
                bookkeeping.enter(tx, project(tx, None), Books.WORKS, new)
        except JinlinError:  # settled, or the account does not hold it
            return
        self.undoable.append(before)
        if kind is EntryKind.SPENDING:
            self.spent += amount
        else:
            self.elsewhere += amount

    @precondition(lambda self: self.entered)
    @rule(place=st.integers(0, 60))
    def reverse(self, place: int) -> None:
        before = self.state()
        try:
            with writing(self.call) as tx:
                which = project(tx, None)
                found = entries(tx, which, EVERYTHING)
                entry = found[place % len(found)]
                bookkeeping.reverse(tx, which, entry, reason="错", day="2026-11-05")
        except JinlinError:
            return
        self.undoable.append(before)
        if entry.kind is EntryKind.PAYMENT:
            self.paid[entry.household_id or 0] -= entry.amount
        elif entry.kind is EntryKind.REFUND:
            self.refunded[entry.household_id or 0] -= entry.amount
        elif entry.kind is EntryKind.SPENDING:
            self.spent -= entry.amount
        else:
            self.elsewhere -= entry.amount

    @precondition(lambda self: not self.locked)
    @rule(total=st.integers(30_000_000, 45_000_000))
    def settle(self, total: int) -> None:
        before = self.state()
        try:
            with writing(self.call) as tx:
                which = project(tx, None)
                proposal = actions.propose_final(
                    tx, which, dues(tx, which), total=total, relief=None, cap=None
                )
                actions.settle(
                    tx,
                    which,
                    proposal,
                    on=tx.clock.today.isoformat(),
                    reason="决算",
                    approved_by="钱芳",
                )
        except JinlinError:  # the caps are too low
            return
        self.undoable.append(before)
        self.net = total - self.elsewhere

    @precondition(lambda self: not self.all_in)
    @rule(
        place=st.integers(0, 3), times=st.sampled_from((Fraction(1), Fraction(2), Fraction(1, 7)))
    )
    def join(self, place: int, times: Fraction) -> None:
        before = self.state()
        try:
            with writing(self.call) as tx:
                homes = [row[0] for row in tx.rows("SELECT id FROM household WHERE floor > 6")]
                door = door_of(tx, homes[place % len(homes)])
                which = project(tx, None)
                proposal = actions.propose_join(tx, dues(tx, which), door, times)
                actions.settle(
                    tx,
                    which,
                    proposal,
                    on=tx.clock.today.isoformat(),
                    reason="加入",
                    approved_by="钱芳",
                )
        except JinlinError:  # it takes part already
            return
        self.undoable.append(before)

    @precondition(lambda self: self.locked)
    @rule()
    def reopen(self) -> None:
        before = self.state()
        with writing(self.call) as tx:
            which = project(tx, None)
            actions.reopen(tx, which, dues(tx, which), reason="补", approved_by="钱芳")
        self.undoable.append(before)

    @rule(total=MONEY)
    def draw_by_area(self, total: int) -> None:
        before = self.state()
        with writing(self.call) as tx:
            which = project(tx, None)
            owed = dues(tx, which)
            taken = maintenance_fund.taken_by_area(tx, owed, total)
            maintenance_fund.draw_by_area(tx, which, owed.doors, taken, "2026-11-05")
        assert sum(taken.values()) == total
        self.undoable.append(before)
        self.paid.update(taken)

    @precondition(lambda self: self.undoable)
    @rule()
    def undo(self) -> None:
        with writing(self.call, kind="undo") as tx:
            take_back(tx, to_undo(tx))
        paid, refunded, self.elsewhere, self.spent, self.net = self.undoable.pop()  # type: ignore[assignment]
        self.paid, self.refunded = Counter(paid), Counter(refunded)  # type: ignore[call-overload]

    @invariant()
    def everything_agrees(self) -> None:
        self.looking.execute("BEGIN")
        which = project(self.reader, None)
        owed = dues(self.reader, which)
        books = totals(self.reader, which, Books.WORKS)
        all_entries = entries(self.reader, which, EVERYTHING)
        standings = works_standings(self.reader, which, owed)
        sums = door_sums(self.reader, which, Books.WORKS)
        self.looking.execute("ROLLBACK")
        assert books.balance == sum(entry.effect for entry in all_entries)
        assert books.balance == (
            self.paid.total() - self.refunded.total() + self.elsewhere - self.spent
        )
        assert books.balance >= 0
        assert books.elsewhere == self.elsewhere
        assert {home: s.paid for home, s in sums.items() if s.paid} == +self.paid
        assert {home: s.refunded for home, s in sums.items() if s.refunded} == +self.refunded
        assert sum(s.door.amount for s in standings) == self.net
        assert all(s.door.amount >= 0 for s in standings)
        for s in standings:
            too_much = s.balance.prepaid + s.balance.credit
            assert s.balance.arrears - too_much == s.balance.due_now - s.balance.net
            assert s.balance.outstanding - s.balance.credit == s.door.amount - s.balance.net
            assert sum(part.amount for part in s.parts) == s.door.amount
        net_of_doors = sum(s.balance.net for s in standings)
        assert net_of_doors + books.elsewhere - books.spending == books.balance
        numbers = [entry.number for entry in all_entries if entry.series == "R"]
        assert len(numbers) == len(set(numbers))
        self.locked, self.entered = owed.locked, bool(all_entries)
        self.credit = any(s.balance.credit for s in standings)
        self.all_in = sum(one.joiner_id is not None for one in owed.settlements) == len(OUT)


def test_all_sums_agree_after_any_sequence(
    tmp_path_factory: pytest.TempPathFactory,
    _made: Path,  # noqa: PT019  (its value is needed)
) -> None:
    folder = tmp_path_factory.mktemp("money")
    shutil.copyfile(_made, folder / "jinlin.db")
    jinlin = Jinlin(folder)
    adopt(jinlin, "--total", "37万", *(word for room in OUT for word in ("--exclude", room)))
    jinlin("elevator", "account", "X1", *ACCOUNT)
    jinlin("elevator", "instalments", "X1", "30%@签约@2026-11-04", "70%@验收@2026-12-04")
    Money.made = folder / "jinlin.db"
    Money.TestCase.settings = settings(max_examples=7, stateful_step_count=14, deadline=None)
    Money.TestCase().runTest()
