"""Promises 19 and 20: money is never below zero, and exact to the fen.

The exact amounts are compared with a definition so slow that nobody can get it wrong.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from store.meddling import guards_aside
from trust.conftest import SHARDS, Proving, share
from trust.stations import Stations

from jinlin.core.money import parse_money, yuan
from jinlin.elevator.apportionment.apportion import apportion

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


MONEY = frozenset(
    {"amount", "total", "subsidy", "cap", "relief", "balance", "power", "inspection", "maintenance",
     "repair", "other", "before", "round_unit"}
)  # fmt: skip
"""The columns that hold fen, in the tables of plans, funds and the elevator."""
NO_MONEY = frozenset(
    {"id", "number", "version", "position", "floor", "area", "registered_area", "capped", "round",
     "works_days", "warranty_months", "reverses"}
)  # fmt: skip
"""The other whole numbers there; a new column has to be named in one of the two."""


def money_columns(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return the columns of the schema that hold money, with their tables."""
    found = [
        (table, column)
        for table, column in connection.execute(
            "SELECT t.name, c.name FROM pragma_table_list AS t, pragma_table_info(t.name) AS c"
            " WHERE t.schema = 'main' AND t.type = 'table' AND c.type = 'INTEGER' AND"
            " (t.name GLOB 'plan*' OR t.name GLOB 'fund_*' OR t.name GLOB 'elevator_*')"
        )
        if not column.endswith("_id") and column not in NO_MONEY
    ]
    assert {column for _table, column in found} <= MONEY
    return found


def refusal(connection: sqlite3.Connection, table: str, column: str) -> str | None:
    """Return what SQLite says to money below zero in a row; None where the table has no row.

    A cost may be below zero where it is an extra one, which is a price let off.
    """
    rows = f"SELECT rowid FROM {table}" + " WHERE kind <> 'extra'" * (table == "elevator_cost")
    row = connection.execute(f"{rows} LIMIT 1").fetchone()
    if row is None:
        return None
    connection.execute("SAVEPOINT before")
    try:
        connection.execute(f"UPDATE {table} SET {column} = -1 WHERE rowid = ?", row)
    except sqlite3.IntegrityError as error:
        return str(error)
    else:
        return "it is taken"
    finally:
        connection.execute("ROLLBACK TO before")


def test_money_is_never_below_zero(stations: Stations, proving: Proving, tmp_path: Path) -> None:
    proof = proving(19, "money below zero is refused, in every column that holds money")
    left = None
    for station in reversed(stations.all):
        copy = shutil.copyfile(station.place, tmp_path / "copy.db")
        with guards_aside(copy) as connection:  # it is the table itself that must refuse
            left = money_columns(connection) if left is None else left
            told = [(refusal(connection, *one), one) for one in left]
        for said, one in told:
            if said is not None:
                proof.check(said.startswith("CHECK constraint failed"), (one, said))
        left = [one for said, one in told if said is None]
        if not left:
            break
    assert not left, f"no station has a row in these tables: {left}"
