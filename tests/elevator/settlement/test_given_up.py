"""A project that was given up asks for nothing, takes nothing, and gives back what it holds."""

from __future__ import annotations

import pytest
from elevator.adopted import ACCOUNT, with_account
from harness import Jinlin, seeded

END = ("elevator", "end", "X1", "--reason", "业主不同意")


@seeded
def collected(jinlin: Jinlin) -> Jinlin:
    with_account(jinlin)
    jinlin("elevator", "pay", "3-1-401", "20000")
    jinlin("elevator", "pay", "3-1-502", "30000")
    return jinlin


@seeded
def ended(collected: Jinlin) -> Jinlin:
    collected(*END)
    return collected


def test_giving_up_names_the_money_that_is_to_be_given_back(collected: Jinlin) -> None:
    got = collected(*END)
    for words in ("50,000.00", "2户", "退", "电梯 退款"):
        assert words in got.out + got.err
    collected("undo", "--yes")
    assert collected(*END, "--json").data["held_fen"] == 5_000_000


def test_what_is_spent_of_it_is_said(collected: Jinlin) -> None:
    collected("elevator", "spend", "X1", "8000", "--to", "设计院", "--for", "设计费", "--yes")
    got = collected(*END)
    assert "42,000.00" in got.out + got.err
    assert "8,000.00元已经支出" in got.out + got.err


def test_nobody_owes_anything_and_all_that_was_paid_is_given_back(ended: Jinlin) -> None:
    rows = ended("elevator", "arrears", "X1", "--json").data
    assert {row["door"]: row["credit_fen"] for row in rows} == {
        "3-1-401": 2_000_000,
        "3-1-502": 3_000_000,
    }
    assert not any(row["arrears_fen"] for row in rows)
    assert ended("elevator", "refund", "3-1-401", "--json").data["amount_fen"] == 2_000_000
    assert ended("elevator", "refund", "3-1-502", "--json").data["amount_fen"] == 3_000_000
    said = ended("elevator", "arrears", "X1")
    assert "已于2026-11-05终止" in said.out + said.err


@pytest.mark.parametrize("verb", [("remind", "3-1-402"), ("pay", "3-1-402", "100", "--yes")])
def test_it_neither_reminds_nor_takes(ended: Jinlin, verb: tuple[str, ...]) -> None:
    before = ended.dump()
    assert "已于2026-11-05终止" in ended("elevator", *verb, code=1).err
    assert ended.dump() == before


def test_it_takes_no_list_either(ended: Jinlin) -> None:
    (ended.folder / "流水.csv").write_text("日期,房号,金额\n2026-11-03,3-1-301,5000\n", "utf-8")
    words = ("elevator", "import", "流水.csv", "--project", "X1", "--yes")
    assert "终止" in ended(*words, code=1).err


def test_a_bare_door_means_the_project_that_goes_on(ended: Jinlin) -> None:
    ended("elevator", "add", "3-1", "--kind", "加装", "--responsible", "王建国")
    ended("elevator", "account", "X2", *ACCOUNT)
    assert "X2" in ended("elevator", "pay", "3-1-301", "100", code=1).err  # none adopted yet
    ended("elevator", "split", "--project", "X2", "--total", "48万", "--save", "新稿", "--json")
    ended("elevator", "adopt", "E2", "--yes")
    assert ended("elevator", "pay", "3-1-301", "100", "--json").data["number"] == "X2-R1"
    assert ended("elevator", "refund", "3-1-401", "--json").data["number"].startswith("X1-V")


def test_every_page_says_that_it_was_given_up(ended: Jinlin) -> None:
    status = ended("elevator", "status", "X1").out
    assert "已终止" in status
    assert "业主不同意" in status
    assert "到此终止" in status
    assert "现在" not in status
    said = ended("elevator", "explain", "3-1-401").out
    assert "项目已终止" in said
    assert "不再应缴" in said
    assert "现行" not in said + ended("elevator", "list").out
    assert "已于2026年11月5日终止" in ended("report", "monthly", "2026-11", "--md").out.replace(
        "\n", ""
    )


def test_today_tells_of_the_money_until_it_is_given_back(ended: Jinlin) -> None:
    said = ended("today").out
    assert "X1 3-1 50,000.00元" in said
    assert "jinlin 欠缴 X1" in said
    for door in ("3-1-401", "3-1-502"):
        ended("elevator", "refund", door)
    assert "X1 3-1" not in ended("today").out


def test_its_scheme_is_posted_no_more(ended: Jinlin) -> None:
    posting = ("notice", "post", "--from", "电梯", "--place", "大厅", "--contact", "0591-87654321",
               "--signer", "业主代表")  # fmt: skip
    assert "终止" in ended(*posting, "--of", "E1", code=1).err
    ended(*posting, code=3)
