"""Quotes by schemes, the law's fallback, and the airport game as the yardstick."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations
from typing import Any

import openpyxl
import pytest
from elevator.apportionment.test_published_figures import PUBLISHED
from elevator.projects import project
from harness import Jinlin
from hypothesis import given
from hypothesis import strategies as st

from jinlin.elevator.apportionment.household import SplitHousehold
from jinlin.elevator.apportionment.scheme_files import load_scheme
from jinlin.elevator.draft.quote_comparison import distance, shapley_shares


def by_definition(floors: list[int], cost: int, fixed: Fraction) -> list[Fraction]:
    """Return the Shapley value as the mean of what each door adds, over every order of arrival."""
    top = max(max(floor - 1, 0) for floor in floors)

    def alone(level: int) -> Fraction:
        return Fraction(0) if level <= 0 or top == 0 else cost * (fixed + (1 - fixed) * level / top)

    shares = [Fraction(0)] * len(floors)
    orders = list(permutations(range(len(floors))))
    for order in orders:
        so_far = 0
        for place in order:
            level = max(floors[place] - 1, 0)
            shares[place] += alone(max(level, so_far)) - alone(so_far)
            so_far = max(level, so_far)
    return [share / len(orders) for share in shares]


@given(
    st.lists(st.integers(-1, 6).filter(bool), min_size=1, max_size=5),
    st.integers(0, 10**6),
    st.fractions(0, 1, max_denominator=20),
)
def test_the_closed_form_is_the_shapley_value(
    floors: list[int], cost: int, fixed: Fraction
) -> None:
    got = shapley_shares(floors, cost=cost, fixed=fixed)
    assert got == by_definition(floors, cost, fixed)
    assert sum(got) == (cost if max(floors) > 1 else 0)


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=8))
def test_the_distance_is_nothing_from_itself_and_below_one(amounts: list[int]) -> None:
    assert distance(amounts, [Fraction(a) for a in amounts]) == 0
    other = [Fraction(sum(amounts), len(amounts))] * len(amounts)
    assert 0 <= distance(amounts, other) < 1


def compare(jinlin: Jinlin, *words: str) -> list[dict[str, Any]]:
    found = jinlin("elevator", "compare", *words, "--json").data["comparisons"]
    assert isinstance(found, list)
    return found


def test_several_quotes_by_several_schemes(bare: Jinlin) -> None:
    got = compare(
        bare,
        "--floors",
        "7",
        "--per-floor",
        "2",
        "--total",
        "45万,48万，52万",
        "--scheme",
        "jinlin,gentle",
    )
    assert [(one["total_fen"], one["scheme"]) for one in got] == [
        (fen, scheme)
        for fen in (45_000_000, 48_000_000, 52_000_000)
        for scheme in ("jinlin", "gentle")
    ]
    for one in got:
        assert sum(line["amount_fen"] for line in one["floors"]) == one["net_fen"]
        assert sum(Fraction(line["share"]) for line in one["floors"]) == 1
        assert one["gains"] is None  # areas are not known
    assert got[0]["floors"][0] == {
        "floor": 1, "low_fen": 0, "typical_fen": 0, "high_fen": 0, "amount_fen": 0, "share": "0/1",
        "gains": None, "loses": None,
    }  # fmt: skip


def test_grouped_digits_are_one_amount(bare: Jinlin) -> None:
    words = ("--floors", "7", "--per-floor", "2", "--scheme", "jinlin", "--total")
    assert [c["total_fen"] for c in compare(bare, *words, "450,000")] == [45_000_000]
    assert [c["total_fen"] for c in compare(bare, *words, "450,000,48万")] == [
        45_000_000,
        48_000_000,
    ]


@pytest.mark.parametrize("case", PUBLISHED, ids=lambda case: case["id"])
def test_published_tables_come_out_floor_by_floor(case: dict[str, Any]) -> None:
    """One function gives the share everywhere: the comparison shows what the source printed."""
    from jinlin.elevator.apportionment.result import SplitRequest
    from jinlin.elevator.apportionment.schemes import Overrides, overridden
    from jinlin.elevator.apportionment.weights import Mode
    from jinlin.elevator.draft.quote_comparison import compare as compared

    if "floor_yuan" not in case or "coefficients" not in case:
        pytest.skip("the source prints no amounts by floor")
    table = {int(floor): Fraction(k) for floor, k in case["coefficients"].items()}
    scheme = overridden(
        load_scheme("linear"),
        Overrides(table=table, free_up_to=case["free_up_to"], by=Mode(case["by"])),
    )
    floors = sorted(map(int, case["floor_yuan"]))
    doors = [SplitHousehold(room=f"{floor}01", floor=floor, area=9000) for floor in floors]
    request = SplitRequest(households=doors, total=case["total_yuan"] * 100, scheme=scheme)
    [got] = compared(
        request,
        totals=[request.total],
        schemes=[scheme],
        fallback=load_scheme("area"),
        fixed=Fraction(1, 2),
    )
    assert {str(f.floor): f.amount for f in got.floors} == {
        floor: yuan * 100 for floor, yuan in case["floor_yuan"].items()
    }


def test_the_area_rule_neither_gains_nor_loses_against_itself(jinlin: Jinlin) -> None:
    project(jinlin)
    [area, jin] = compare(jinlin, "--total", "48万", "--scheme", "area,jinlin")
    assert (area["gains"], area["loses"]) == (0, 0)
    assert jin["gains"] + jin["loses"] == 14
    low = {line["floor"]: line["gains"] for line in jin["floors"]}
    assert (low[1], low[7]) == (2, 0)  # the ground floor gains, the top loses


def test_the_quotes_of_the_project_are_compared_with_its_other_lines(jinlin: Jinlin) -> None:
    project(jinlin)
    jinlin("elevator", "quote", "add", "甲公司", "45万")
    jinlin("elevator", "quote", "add", "乙公司", "48万")
    jinlin("elevator", "cost", "add", "电力增容", "2万", "--source", "供电公司")
    got = compare(jinlin, "--scheme", "jinlin")
    assert [one["total_fen"] for one in got] == [47_000_000, 50_000_000]


def test_what_cannot_be_shared_says_why_and_the_others_stand(bare: Jinlin) -> None:
    got = compare(
        bare, "--floors", "7", "--per-floor", "2", "--total", "48万", "--scheme", "wuxi,jinlin"
    )
    assert got[0]["problem"]
    assert got[1]["problem"] is None


def test_words_come_first_and_a_steep_ladder_is_named(bare: Jinlin) -> None:
    said = bare(
        "elevator", "compare", "--floors", "18", "--per-floor", "2", "--total", "48万", lang="en"
    ).out  # fmt: skip
    assert said.index("a door") < said.index("Side by side") < said.index("Floor by floor")
    assert "Steep: jinlin; a flatter ladder is gentle." in " ".join(said.split())


def test_it_is_written_as_a_table_too(bare: Jinlin) -> None:
    words = ("--floors", "7", "--per-floor", "2", "--total", "48万")
    bare("elevator", "compare", *words, "-o", "比较.xlsx")
    rows = list(openpyxl.load_workbook(bare.folder / "比较.xlsx")["逐层"].values)
    assert sum(row[1] == "近邻" for row in rows) == 7
    assert "|" in bare("elevator", "compare", *words, "--md").out
    bare("elevator", "compare", "--floors", "7", "--per-floor", "2", code=2)
    bare("elevator", "compare", *words, "--scheme", "没有", code=3)
    bare("elevator", "compare", *words, "--fixed", "x", code=2)


def test_schemes_are_called_in_chinese_and_stored_alike(bare: Jinlin) -> None:
    words = ("--floors", "7", "--per-floor", "2", "--total", "48万", "--scheme")
    asked = compare(bare, *words, "近邻,按面积规则")
    assert asked == compare(bare, *words, "jinlin,area")
    assert [one["scheme"] for one in asked] == ["jinlin", "area"]
    listed = bare("elevator", "schemes").out
    assert "平缓" in listed
    assert "gentle" not in listed
    assert "近邻、平缓、递增" in bare("elevator", "compare", *words, "没有", code=3).err
    assert "谁用到哪一段" in bare("elevator", "compare", *words, "近邻").out


def test_totals_that_say_nothing_are_refused(bare: Jinlin) -> None:
    for nothing, answer in (("", "是空的"), ("、", "不是金额"), (" ，", "不是金额")):
        told = bare(
            "elevator", "compare", "--floors", "7", "--per-floor", "2", "--total", nothing, code=2
        )
        assert answer in told.err


def test_floors_that_are_free_are_free_by_every_scheme(bare: Jinlin) -> None:
    words = ("--floors", "3", "--per-floor", "1", "--total", "3万", "--scheme", "jinlin,gentle")
    told = bare("elevator", "compare", *words, "--free-up-to", "2", "--json").data
    for one in told["comparisons"]:
        amounts = {floor["floor"]: floor["amount_fen"] for floor in one["floors"]}
        assert amounts == {1: 0, 2: 0, 3: 30_000_00}
