"""What the books of a project refuse, in words; and who the other side of an entry is."""

from __future__ import annotations

import pytest
from elevator.adopted import with_account
from harness import Jinlin, seeded


@seeded
def house(jinlin: Jinlin) -> Jinlin:
    with_account(jinlin)
    jinlin("elevator", "pay", "3-1-502", "30000")
    jinlin("elevator", "spend", "X1", "5000", "--to", "老王", "--for", "设计费", "--yes")
    jinlin("elevator", "spend", "X1", "6000", "--to", "老王", "--for", "监理费", "--yes")
    return jinlin


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("counterparty", "R1", "单位"), 2, "is of a door"),
        (("reverse", "X1-V9", "--reason", "错"), 3, "no receipt or voucher"),
        (("reverse", "九号", "--reason", "错"), 2, "not the number"),
        (("income", "X1", "100", "--as", "payment", "--from", "甲"), 2, "no kind of income"),
        (("income", "X1", "100", "--as", "礼金", "--from", "甲"), 2, "no kind of income"),
        (("pay", "3-1-502", "100", "--method", "支票", "--yes"), 2, "no way of paying"),
        (("refund", "3-1-602"), 1, "nothing to have back"),
        (("refund", "3-1-502", "1000"), 1, "to have back, not"),
        (("spend", "X1", "90万", "--to", "丙公司", "--for", "货款", "--yes"), 1, "holds"),
        (("fund", "X1", "--balance", "12000"), 2, "Whose sub-account"),
        (("fund", "X1", "--record"), 2, "needs --by-area"),
        (("reopen", "X1", "--reason", "错"), 1, "are open"),
        (("settle", "X1"), 1, "not settled yet"),
        (("settle", "X1", "--final", "48万", "--reason", "决算", "--yes"), 1, "none is in the books"),
        (("join", "3-1-502", "--factor", "20", "--reason", "补", "--yes"), 2, "no factor"),
        (("join", "3-1-502", "--life-years", "15", "--reason", "补", "--yes"), 2, "needs --since"),
    ],
)  # fmt: skip
def test_it_is_refused_in_words_and_nothing_is_written(
    house: Jinlin, words: tuple[str, ...], code: int, said: str
) -> None:
    before = house.dump()
    got = house("elevator", *words, code=None, lang="en")
    assert got.code == code, got
    assert said in got.err, got.err
    assert house.dump() == before


def other_side(jinlin: Jinlin, number: str) -> object:
    return jinlin("elevator", "ledger", number, "--json").data["counterparty_kind"]


def test_what_the_other_side_is_holds_for_all_entries_of_that_name(house: Jinlin) -> None:
    assert [other_side(house, number) for number in ("X1-R1", "X1-V1", "X1-V2")] == ["person"] * 3
    said = house("elevator", "counterparty", "V1", "单位", "--json").data
    assert said["number"] == "X1-V1"
    assert [other_side(house, number) for number in ("X1-V1", "X1-V2")] == ["organisation"] * 2
    house("undo", "--yes")
    assert [other_side(house, number) for number in ("X1-V1", "X1-V2")] == ["person"] * 2


def test_the_ledger_of_a_door_begins_with_what_it_had(house: Jinlin) -> None:
    house.now = house.now.replace(day=6)
    house("elevator", "pay", "3-1-502", "5000")
    rows = house("elevator", "ledger", "3-1-502", "--from", "2026-11-06", "--json").data
    assert [row["balance_fen"] for row in rows] == [3_500_000]


def test_a_reminder_names_the_next_instalment_and_no_account_where_none_is(house: Jinlin) -> None:
    house("elevator", "instalments", "X1", "50%@签约@2026-11-01", "50%@竣工@2027-03-01")
    said = house("elevator", "remind", "3-1-402").out
    assert "2027-03-01" in said
    assert len(said) < 500
