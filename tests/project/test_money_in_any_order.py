"""The money of works against a ledger kept by hand: purses, partners, what is taken back or undone."""

from __future__ import annotations

import shutil
from copy import deepcopy
from dataclasses import dataclass, field

from harness import Jinlin, seeded
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

BUDGET = 8_600_000
ACTS = ("spend", "reverse", "direct", "into purse", "promise", "come", "come into purse", "drop",
        "undo")  # fmt: skip
EACH = ("spend", "reverse", "undo", "direct", "into purse", "promise", "promise", "promise", "come",
        "undo", "come into purse", "drop", "spend", "undo")  # fmt: skip
"""Each of them where there is something to act on."""


@dataclass
class HandLedger:
    """What was paid for the works by what was typed, fen; by the number of each record."""

    spent: dict[str, int] = field(default_factory=dict)
    direct: dict[str, int] = field(default_factory=dict)
    promised: dict[str, int] = field(default_factory=dict)


@seeded
def works(jinlin: Jinlin) -> Jinlin:
    """Works with a budget, a partner, and money in a purse."""
    jinlin("project", "add", "东门植树", "--kind", "绿化", "--budget", BUDGET / 100)
    jinlin("member", "add", "杨卫国")
    jinlin("partner", "add", "春江银行", "--kind", "国企")
    jinlin(
        "branch", "fund", "income", "50万", "--purse", "工作经费", "--from", "街道", "--for", "款"
    )
    shutil.copyfile(jinlin.db, jinlin.folder / "先前.db")
    return jinlin


def act(jinlin: Jinlin, ledger: HandLedger, what: str, amount: int) -> bool:
    """Type what an act is, and write it into the ledger; whether there was anything to act on."""
    sum_, about = amount / 100, ("--about", "G1")
    support = ("partner", "support", "D1", sum_, *about, "--yes", "--json")
    purse = ("--purse", "共建资助", "--handler", "林秀英")
    match what:
        case "spend":
            entry = jinlin("branch", "fund", "spend", sum_, "--purse", "工作经费", "--to", "苗圃",
                           "--for", "树苗", "--by", "杨卫国", "--approved-by", "林秀英", *about,
                           "--yes", "--json")  # fmt: skip
            ledger.spent[entry.data["number"]] = amount
        case "reverse" if ledger.spent:
            jinlin("branch", "fund", "reverse", ledger.spent.popitem()[0], "记错", "--by", "林秀英")
        case "direct":
            given_ = jinlin(*support, "--paid-to", "苗圃").data["number"]
            ledger.direct[given_] = amount
        case "into purse":
            jinlin(*support, *purse)
        case "promise":
            ledger.promised[jinlin(*support, "--promised").data["number"]] = amount
        case "come" if ledger.promised:
            promise, promised = ledger.promised.popitem()
            jinlin("partner", "receive", promise, "--paid-to", "苗圃")
            ledger.direct[promise] = promised
        case "come into purse" if ledger.promised:
            jinlin("partner", "receive", ledger.promised.popitem()[0], *purse)
        case "drop" if ledger.promised:
            jinlin("partner", "drop", ledger.promised.popitem()[0], "--reason", "另用")
        case _:
            return False
    return True


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(1, 900_000)), max_size=8))
@example([(what, 100 + place) for place, what in enumerate(EACH)])
def test_what_is_paid_for_works_is_what_purses_and_partners_paid(
    works: Jinlin, acts: list[tuple[str, int]]
) -> None:
    shutil.copyfile(works.folder / "先前.db", works.db)
    ledger, before = HandLedger(), list[HandLedger]()
    for what, amount in acts:
        was = deepcopy(ledger)
        if what == "undo" and before:
            works("undo", "--yes")
            ledger = before.pop()
        elif act(works, ledger, what, amount):
            before.append(was)
        shown = works("project", "show", "G1", "--json").data
        spent, direct = sum(ledger.spent.values()), sum(ledger.direct.values())
        assert (shown["paid_fen"] or 0, shown["direct_fen"] or 0) == (spent + direct, direct)
        assert shown["rest_fen"] == BUDGET - spent - direct
    works("db", "check")
