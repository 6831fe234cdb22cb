"""Purses and the books of elevators as a journal: its balances are ours, added up by others."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest
from elevator.adopted import with_account
from harness import Jinlin, seeded

_POSTING = re.compile(r"    (\S.*?)  CNY (-?[\d.]+)(?: = CNY (-?[\d.]+))?")


def balances(path: Path) -> dict[str, int]:
    """Add up a journal without anything of ours; each transaction is even, each balance as said."""
    held: dict[str, Decimal] = defaultdict(Decimal)
    known: set[str] = set()
    for block in path.read_text("utf-8").split("\n\n"):
        even = Decimal(0)
        for line in block.splitlines():
            if line.startswith("account "):
                known.add(line.removeprefix("account ").partition("  ")[0])
            if found := _POSTING.fullmatch(line):
                account, amount, said = found.groups()
                even += Decimal(amount)
                held[account] += Decimal(amount)
                assert said is None or held[account] == Decimal(said)
        assert even == 0
    assert held.keys() <= known
    return {account: int(amount * 100) for account, amount in held.items()}


def asked(path: Path) -> dict[str, int]:
    """Ask hledger, which checks each balance that is said and that each account is declared."""
    program = shutil.which("hledger")
    if program is None:
        pytest.skip("there is no hledger")
    subprocess.run([program, "-f", path, "check", "-s", "ordereddates"], check=True)
    out = subprocess.run(
        [program, "-f", path, "balance", "--flat", "--format", "%(account)=%(total)", "-N"],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    rows = [line.partition("=") for line in out.splitlines()]
    return {
        account: int(Decimal(total.replace("CNY", "").strip() or "0") * 100)
        for account, _equals, total in rows
    }


@seeded
def purses(jinlin: Jinlin) -> Jinlin:
    """Two purses, spending of one, one entry taken back, and a name and marks in the words."""
    fund = ("branch", "fund")
    hands = ("--by", "李华", "--approved-by", "林书记")
    for purse, amount in (("启动经费", "5万"), ("党费", "1200.50")):
        jinlin(*fund, "income", "--purse", purse, "--amount", amount, "--from", "街道党工委",
               "--for", "拨款; 第一笔|备注", "--date", "2026-10-01")  # fmt: skip
    jinlin(*fund, "spend", "--purse", "启动经费", "--amount", "320.05", "--to", "王甲", "--for",
           "打印", "--counterparty", "个人", "--date", "2026-10-08", *hands)  # fmt: skip
    jinlin(*fund, "spend", "--purse", "启动经费", "--amount", "99", "--to", "红星文具店", "--for",
           "纸", "--date", "2026-10-09", *hands)  # fmt: skip
    jinlin(*fund, "reverse", "F4", "--reason", "记重了", "--date", "2026-10-10")
    return jinlin


def ours(jinlin: Jinlin) -> dict[str, int]:
    rows = jinlin("branch", "fund", "balance", "--json").data
    labels = {"start_up_grant": "启动经费", "dues": "党费"}
    return {labels[row["purse"]]: row["balance_fen"] for row in rows if row["balance_fen"]}


def assets(found: dict[str, int]) -> dict[str, int]:
    return {name.removeprefix("资产:"): held for name, held in found.items() if name[:2] == "资产"}


def test_the_balances_of_the_purses_are_those_of_the_journal(purses: Jinlin) -> None:
    purses("branch", "fund", "list", "-o", "经费.journal")
    found = balances(purses.folder / "经费.journal")
    assert assets(found) == ours(purses) == {"启动经费": 4_967_995, "党费": 120_050}
    assert sum(found.values()) == 0
    text = (purses.folder / "经费.journal").read_text("utf-8")
    assert "; reverses:F4" in text
    assert "王甲" not in text
    purses("branch", "fund", "list", "--purse", "党费", "-o", "党费.journal")
    assert assets(balances(purses.folder / "党费.journal")) == {"党费": 120_050}


def test_a_part_of_an_account_is_refused_and_names_go_out_only_through_the_gate(
    purses: Jinlin,
) -> None:
    purses("branch", "fund", "list", "--from", "2026-10-02", "-o", "x.journal", code=2)
    purses("branch", "fund", "list", "-o", "x.journal", "--unmask", code=2)
    assert not (purses.folder / "x.journal").exists()
    purses("branch", "fund", "list", "-o", "x.journal", "--unmask", "--yes")
    assert "王甲" in (purses.folder / "x.journal").read_text("utf-8")
    assert "x.journal" in purses("log", "--json").data[0]["did"]


@seeded
def lift(jinlin: Jinlin) -> Jinlin:
    """The books of a project: doors paid, one took back, money was spent."""
    with_account(jinlin)
    jinlin("elevator", "pay", "3-1-502", "20000")
    jinlin("elevator", "pay", "3-1-602", "10000.55")
    jinlin("elevator", "spend", "X1", "1万", "--to", "红星电梯公司", "--for", "首付款")
    jinlin("elevator", "pay", "3-1-502", "5000")
    jinlin("elevator", "reverse", "R3", "--reason", "打错门牌")
    return jinlin


def test_the_account_of_a_project_is_that_of_the_journal(lift: Jinlin) -> None:
    lift("elevator", "ledger", "X1", "-o", "电梯.journal")
    found = balances(lift.folder / "电梯.journal")
    [account] = assets(found).values()
    assert account == lift("elevator", "account", "--json").data["balance_fen"] == 2_000_055
    lift("elevator", "ledger", "X1", "--from", "2026-10-02", "-o", "y.journal", code=2)


@pytest.mark.formats
def test_hledger_adds_up_the_same(purses: Jinlin) -> None:
    purses("branch", "fund", "list", "-o", "经费.journal")
    assert asked(purses.folder / "经费.journal") == balances(purses.folder / "经费.journal")


@pytest.mark.formats
def test_hledger_adds_up_the_same_of_an_elevator(lift: Jinlin) -> None:
    lift("elevator", "ledger", "X1", "-o", "电梯.journal")
    assert asked(lift.folder / "电梯.journal") == balances(lift.folder / "电梯.journal")
