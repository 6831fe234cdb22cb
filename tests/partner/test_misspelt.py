"""A name with a slip in it beside money is no new one: what is near is said, asked or refused."""

from __future__ import annotations

import pytest
from harness import Jinlin, seeded


@seeded
def bank(jinlin: Jinlin) -> Jinlin:
    jinlin("partner", "add", "春江银行")
    jinlin("partner", "support", "D1", "20万", "--paid-to", "城建公司")
    return jinlin


LINES = [
    ("共建 支持 春江银航 5万 --承诺", "共建 支持 春江银行 5万 --承诺"),
    ("共建 支持 春江 5万 --承诺", "共建 支持 春江银行 5万 --承诺"),
    ("共建 支持 春江银行 5万 --直接付给 城建公可", "共建 支持 春江银行 5万 --直接付给 城建公司"),
    (
        "经费 收入 5万 共建资助 --来自 春江银航 --用途 修路",
        "经费 收入 5万 共建资助 --来自 春江银行 --用途 修路",
    ),
    (
        "经费 支出 5元 启动经费 --付给 城建公可 --用途 修路 --审批人 林秀英 --谁 李华",
        "经费 支出 5元 启动经费 --付给 城建公司 --用途 修路 --审批人 林秀英 --谁 李华",
    ),
]


@pytest.mark.parametrize(("typed", "meant"), LINES)
def test_where_nobody_can_be_asked_it_is_refused_with_the_line_that_is_meant(
    bank: Jinlin, typed: str, meant: str
) -> None:
    before = bank.dump()
    assert f"请输入：jinlin {meant}\n" in bank(*typed.split(), code=3).err
    assert bank.dump() == before


def test_on_a_terminal_it_is_asked_and_the_line_that_is_meant_is_carried_out(
    bank: Jinlin,
) -> None:
    said = bank(*LINES[2][0].split(), typed="y\n")
    assert "城建公司" in said.out
    before = bank.dump()
    assert "城建公司" in bank(*LINES[2][0].split(), "--about", "D1-1", typed="n\n", code=None).err
    assert bank.dump() == before


def test_another_body_of_a_like_name_is_taken_once_it_is_said_to_be_one(bank: Jinlin) -> None:
    typed = ["经费", "收入", "5万", "共建资助", "--来自", "春江银航", "--用途", "修路"]
    bank(*typed, "--yes")
    bank(*typed[:2], "6万", *typed[3:])
    names = bank.sql("SELECT counterparty FROM fund_entry")
    assert names == [("春江银航",), ("春江银航",)]


def test_a_partner_may_stand_behind_the_money(bank: Jinlin) -> None:
    bank("共建", "支持", "5万", "春江银行", "--承诺")
    assert bank.sql("SELECT amount FROM partner_support WHERE number = 2") == [(5_000_000,)]
