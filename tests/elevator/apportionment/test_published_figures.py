"""Figures printed elsewhere: published tables, the vectors of the formulas, the design's own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from elevator.stairwells import ladder_scheme

from jinlin.core.decimals import decimal
from jinlin.elevator.apportionment.caps import NO_CAP
from jinlin.elevator.apportionment.coefficients import FloorTable, FreeFloors
from jinlin.elevator.apportionment.household import SplitHousehold
from jinlin.elevator.apportionment.option_words import parse_cap, parse_coefficients
from jinlin.elevator.apportionment.result import Split, SplitRequest
from jinlin.elevator.apportionment.scheme_files import load_scheme
from jinlin.elevator.apportionment.schemes import Scheme
from jinlin.elevator.apportionment.split import split
from jinlin.elevator.apportionment.weights import Mode
from jinlin.elevator.draft.households import stairwell

PUBLISHED: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "data" / "elevator_published.json").read_text("utf-8")
)


def yuan_by_floor(result: Split) -> dict[int, Fraction]:
    return {line.floor: Fraction(line.amount, 100) for line in result.floors}


def one_a_floor(floors: int, *, area: int | None = 10_000) -> tuple[SplitHousehold, ...]:
    return tuple(
        SplitHousehold(room=f"{floor}01", floor=floor, area=area) for floor in range(1, floors + 1)
    )


@pytest.mark.parametrize("case", PUBLISHED, ids=lambda case: str(case["id"]))
def test_published_table_is_reproduced(case: Mapping[str, Any]) -> None:
    scheme = Scheme(
        name="published",
        titles={"en": "published"},
        by=Mode(case["by"]),
        coefficients=FloorTable(
            by_floor={int(floor): Fraction(k) for floor, k in case["coefficients"].items()}
        ),
        free=FreeFloors(up_to=case["free_up_to"]),
        cap=NO_CAP,
    )
    expected = {int(floor): amount for floor, amount in case["floor_yuan"].items()}
    for per_floor in (1, 2):
        doors = tuple(
            SplitHousehold(room=f"{floor}{door:02d}", floor=floor, area=10_000)
            for floor in expected
            for door in range(1, per_floor + 1)
        )
        total = case["total_yuan"] * 100
        result = split(SplitRequest(households=doors, total=total, scheme=scheme))
        assert yuan_by_floor(result) == expected


@pytest.mark.parametrize(
    ("name", "case"),
    [
        ("guangzhou", "guangzhou-floor-parameter"),
        ("shanghai-2021", "shanghai-2021-midpoints"),
        ("percent-10-30", "six-storey-percentages"),
    ],
)
def test_named_scheme_gives_the_published_amounts(name: str, case: str) -> None:
    published = next(entry for entry in PUBLISHED if entry["id"] == case)
    doors = one_a_floor(len(published["floor_yuan"]))
    total = published["total_yuan"] * 100
    result = split(SplitRequest(households=doors, total=total, scheme=load_scheme(name)))
    assert {str(f): a for f, a in yuan_by_floor(result).items()} == published["floor_yuan"]


@pytest.mark.parametrize(("storeys", "total"), [(6, "5.1"), (7, "6.5"), (8, "8"), (9, "9.6")])
def test_guangzhou_coefficients_sum_as_derived(storeys: int, total: str) -> None:
    result = split(
        SplitRequest(households=one_a_floor(storeys), total=1, scheme=load_scheme("guangzhou"))
    )
    assert sum(line.coefficient for line in result.floors) == Fraction(total)


def test_weighted_area_rule_divides_by_the_sum_of_coefficient_times_area() -> None:
    """Dongpu's unit price (total / area) would miss the total with unequal areas; this does not."""
    doors = [
        SplitHousehold(room="301", floor=3, area=8_000),
        SplitHousehold(room="401", floor=4, area=12_000),
        SplitHousehold(room="501", floor=5, area=10_000),
    ]
    scheme = load_scheme("wuxi")
    table = FloorTable(by_floor=parse_coefficients("3=0.7,4=0.8,5=0.9"))
    scheme = Scheme(
        name="wuxi",
        titles=scheme.titles,
        by=scheme.by,
        coefficients=table,
        free=scheme.free,
        cap=scheme.cap,
    )
    result = split(SplitRequest(households=doors, total=24_200_000, scheme=scheme))
    assert yuan_by_floor(result) == {3: 56_000, 4: 96_000, 5: 90_000}


def test_shanghai_midpoints_lie_in_the_official_ranges_and_near_the_default() -> None:
    ranges = {2: (4, 6), 3: (8, 10), 4: (13, 15), 5: (18, 20), 6: (23, 25), 7: (28, 30)}
    for name in ("shanghai-2021", "linear"):
        result = split(
            SplitRequest(households=one_a_floor(7), total=10_000, scheme=load_scheme(name))
        )
        for line in result.floors[1:]:
            low, high = ranges[line.floor]
            assert low * 100 <= line.amount <= high * 100


def test_a_cap_of_a_fifth_moves_the_second_floor_from_20000_to_28000() -> None:
    paid = []
    for cap in ("none", "20%"):
        scheme = ladder_scheme(cap=parse_cap(cap))
        result = split(SplitRequest(households=one_a_floor(7), total=42_000_000, scheme=scheme))
        paid.append([int(amount) for amount in yuan_by_floor(result).values()])
    assert paid == [
        [0, 20_000, 40_000, 60_000, 80_000, 100_000, 120_000],
        [0, 28_000, 56_000, 84_000, 84_000, 84_000, 84_000],
    ]
    assert sum(charge.carried for charge in result.charges) == 0
    assert [charge.carried for charge in result.charges if charge.carried > 0] == [
        800_000,
        1_600_000,
        2_400_000,
        400_000,
    ]


@pytest.mark.parametrize(
    ("storeys", "step", "ratio"),
    [
        *((7, "1", "5.0"), (18, "1", "12.3"), (30, "1", "20.3")),
        *((7, "0.1", "1.5"), (18, "0.1", "2.6"), (30, "0.1", "3.6")),
        *((7, "0.05", "1.3"), (18, "0.05", "1.8"), (30, "0.05", "2.4")),
    ],
)
def test_how_many_times_the_second_floor_the_top_pays(storeys: int, step: str, ratio: str) -> None:
    scheme = ladder_scheme(step=step, cap=parse_cap("1.5x"))
    result = split(SplitRequest(households=one_a_floor(storeys), total=48_000_000, scheme=scheme))
    assert decimal(result.charges[-1].exact / result.charges[1].exact, places=1) == ratio


def test_the_example_of_the_default_scheme_comes_out_even() -> None:
    result = split(
        SplitRequest(
            households=stairwell(floors=7, per_floor=2),
            total=48_000_000,
            scheme=load_scheme("jinlin"),
        )
    )
    assert result.cap == 6_000_000
    assert [line.highest for line in result.floors] == [
        0,
        1_200_000,
        2_400_000,
        3_600_000,
        4_800_000,
        6_000_000,
        6_000_000,
    ]
    assert [charge.household.room for charge in result.charges if charge.capped] == [
        "601",
        "602",
        "701",
        "702",
    ]
