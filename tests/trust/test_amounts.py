"""Promise 20: amounts are exact, against a definition so slow that nobody can get it wrong."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction

import pytest
from trust.conftest import SHARDS, Proving, share

from jinlin.core.money import parse_money, yuan
from jinlin.elevator.apportion import apportion

PARTS = len(SHARDS)


def one_by_one(total: int, weights: Sequence[Fraction], caps: Sequence[int]) -> list[int]:
    """Hand out unit by unit, each to whom it brings the least over half his share (Webster)."""
    units = [0] * len(weights)
    for _unit in range(total):
        waiting = [i for i, have in enumerate(units) if have < caps[i]]
        units[min(waiting, key=lambda i: (Fraction(2 * units[i] + 1) / weights[i], i))] += 1
    return units


def by_largest_remainder(total: int, weights: Sequence[Fraction], caps: Sequence[int]) -> list[int]:
    """Round down, then give the rest to the largest remainders, as most spreadsheets do."""
    whole = sum(weights)
    shares = [total * weight / whole for weight in weights]
    units = [min(int(share), cap) for share, cap in zip(shares, caps, strict=True)]
    order = sorted(range(len(weights)), key=lambda i: (units[i] - shares[i], i))
    for i in order * total:
        if sum(units) < total and units[i] < caps[i]:
            units[i] += 1
    return units


def problem(dice: random.Random) -> tuple[int, list[Fraction], list[int]]:
    count = dice.randint(1, 9)
    weights = [Fraction(dice.randint(1, 30), dice.randint(1, 12)) for _ in range(count)]
    total = dice.randint(0, 60)
    caps = [dice.choice((total, dice.randint(0, total))) for _ in range(count)]
    caps[dice.randrange(count)] = total
    return total, weights, caps


@pytest.mark.parametrize("shard", SHARDS)
def test_amounts_are_exact(proving: Proving, dice: random.Random, shard: int) -> None:
    proof = proving(20, "problems against handing out unit by unit")
    control = proving(20, "the same by largest remainders", control=True)
    for _trial in share(100_000, parts=PARTS):
        total, weights, caps = problem(dice)
        wanted = one_by_one(total, weights, caps)
        found = apportion(total, weights=weights, caps=caps)
        proof.check(
            list(found.amounts) == wanted and sum(found.amounts) == total, (total, weights, caps)
        )
        control.check(by_largest_remainder(total, weights, caps) == wanted)


def test_money_is_read_and_written_exactly(proving: Proving, dice: random.Random) -> None:
    proof = proving(20, "amounts written and read again")
    for _trial in share(100_000):
        fen = dice.randrange(10 ** dice.randint(1, 12))
        proof.check(parse_money(yuan(fen)) == fen, fen)
