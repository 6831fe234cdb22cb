"""What one window read is never written over what another window wrote meanwhile."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from elevator.adopted import ACCOUNT, adopt, with_account
from harness import Jinlin, seeded
from windows import while_asked


@seeded
def house(jinlin: Jinlin) -> Jinlin:
    with_account(jinlin)
    return jinlin


@seeded
def unnamed(jinlin: Jinlin) -> Jinlin:
    adopt(jinlin)
    return jinlin


def meanwhile(
    monkeypatch: pytest.MonkeyPatch, jinlin: Jinlin, verb: str, *commands: tuple[str, ...]
) -> None:
    """Let another window type commands between the reading and the writing of the next command."""
    module = import_module(f"jinlin.elevator.commands.{verb}")
    writing = module.writing

    def later(call: Any, **how: Any) -> Any:
        monkeypatch.setattr(module, "writing", writing)
        for words in commands:
            jinlin("elevator", *words, lang="en")
        return writing(call, **how)

    monkeypatch.setattr(module, "writing", later)


def test_two_windows_that_change_the_account_keep_both_changes(
    house: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile(monkeypatch, house, "books.account", ("account", "X1", "--handler", "孙丽"))
    house("elevator", "account", "X1", "--checker", "周明")
    account = house("elevator", "account", "--json").data
    assert (account["handler"], account["checker"]) == ("孙丽", "周明")


def test_a_plan_shares_what_the_project_costs_when_it_is_saved(
    house: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    house("elevator", "cost", "add", "电力增容", "44万", "--source", "合同")
    more = ("cost", "add", "雨棚", "1万", "--source", "合同")
    meanwhile(monkeypatch, house, "apportionment.split", more)
    house("elevator", "split", "--project", "X1", "--save", "新稿")
    assert house("elevator", "show", "--json").data["total_fen"] == 45_0000_00


def test_other_windows_write_while_a_payment_asks(
    house: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def add() -> None:
        asked.append(house("building", "add", "77"))

    while_asked(monkeypatch, add)
    house("elevator", "pay", "3-1-502", "2万", "--payee", "林秀英", "--account", "现金", typed="")
    assert len(asked) == 1


def test_a_receipt_names_the_hands_of_its_moment(
    house: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile(monkeypatch, house, "money.pay", ("account", "X1", "--handler", "孙丽"))
    receipt = house("elevator", "pay", "3-1-502", "2万", "--checker", "周明", "--json").data
    assert (receipt["handled_by"], receipt["approved_by"]) == ("孙丽", "周明")


def test_a_first_payment_leaves_the_account_another_window_named(
    unnamed: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = ("--payee", "李四", "--account", "6230", "--handler", "孙丽", "--checker", "周明")
    meanwhile(monkeypatch, unnamed, "money.pay", ("account", "X1", *other))
    receipt = unnamed("elevator", "pay", "3-1-502", "2万", *ACCOUNT, "--json").data
    assert receipt["payee"] == "王建国"
    assert unnamed("elevator", "account", "--json").data["payee"] == "李四"


def test_what_is_drawn_by_area_is_what_was_agreed_to(
    house: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    joins = ("join", "3-1-801", "--reason", "补签", "--yes")
    (house.folder / "八楼.csv").write_text(
        "楼栋,单元,房号,楼层,专有面积,产权人\n3,1,801,8,100,业主辛一\n", "utf-8"
    )
    house("household", "import", "八楼.csv", "--yes")
    meanwhile(monkeypatch, house, "money.fund", joins)
    drawn = house("elevator", "fund", "X1", "--by-area", "8万", "--record", "--yes", code=1,
                  lang="en")  # fmt: skip
    assert "Another window" in drawn.err
    assert house.sql("SELECT count(*) FROM elevator_entry") == [(0,)]


def test_books_another_window_settled_anew_are_what_is_reopened(
    house: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle = ("settle", "X1", "--final", "48万", "--subsidy", "5万", "--reason", "决算", "--yes")
    house("elevator", *settle)
    again = (("reopen", "X1", "--reason", "补发票"), settle)
    meanwhile(monkeypatch, house, "settlement.reopen", *again)
    house("elevator", "reopen", "X1", "--reason", "又补")
    reasons = house.sql("SELECT reopened_reason FROM elevator_settlement ORDER BY version")
    assert reasons == [("补发票",), ("又补",)]
