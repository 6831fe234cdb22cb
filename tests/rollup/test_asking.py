"""What an office asks of its lake, against figures that were counted by hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from small_lake import DISTRICT, STREETS, complexes, tree, write_lake

from jinlin.core.clock import Month
from jinlin.rollup.office.asking import VIEWS, Asked, LakeQuestion, OpenLake, asking, question
from jinlin.rollup.rules.indicators import by_unit, indicators
from jinlin.rollup.rules.tree import OrgLevel

FIRST, SECOND, THIRD = complexes(0, 3)
OTHER, MISSING = complexes(1, 2)
LIGHTS = "categories facilities/lighting"
MONTH = Month(2026, 10)


def month(came: int, *, due: int = 20, on_time: int = 15) -> dict[str, int]:
    return {
        f"{LIGHTS} carried_over": 1, f"{LIGHTS} received": came, f"{LIGHTS} closed_solved": came,
        f"{LIGHTS} open": 1, "groups facilities due": due, "groups facilities on_time": on_time,
        "groups facilities satisfied": 16, "groups facilities not_satisfied": 4,
        "purses fund opening_fen": 500, "purses fund entries": 1, "branch _ age7": 1,
        "branch _ households": 300, "branch _ service_minutes": 90,
        "departments 城管 called": 2, "departments 城管 arrived": 1, "departments 城管 a4": 1,
        "elevators addition/scheme projects": 1, "elevators addition/scheme doors": 12,
        "meetings general_meeting needed": 1, "meetings general_meeting held": 1,
    }  # fmt: skip


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two streets of one district: ten months of three complexes, the last with a slip of the pen."""
    pytest.importorskip("duckdb")
    months = {
        f"2026-{number:02}": {FIRST: month(5), SECOND: month(6), OTHER: month(7)}
        for number in range(3, 10)
    }
    months["2026-10"] = {
        FIRST: month(5) | {"_ _ on": 9, "branch _ recorded_late": 4},
        SECOND: month(60) | {f"{LIGHTS} carried_over": 2, "purses fund opening_fen": 700},
        OTHER: month(7, due=5, on_time=5),
        THIRD: {},
    }
    months["2025-10"] = {FIRST: month(4), OTHER: month(2), MISSING: month(9)}
    path = tmp_path_factory.mktemp("office")
    write_lake(path, tree(FIRST, SECOND, THIRD, OTHER, MISSING), months)
    return path


def test_every_question_is_answered_as_counted_by_hand(answered: Path) -> None:
    from jinlin.rollup.office.folder import OfficeFolder

    with asking(OfficeFolder(answered), Asked(MONTH, OrgLevel.STREET, "", 5)) as asks:
        completeness(asks)
        flows(asks)
        comparisons(asks)
        problems(asks)
        rates(asks)


def columns(asks: OpenLake, name: str, *keys: str) -> list[tuple[object, ...]]:
    return [tuple(row[key] for key in keys) for row in asks.question(name)]


def completeness(asks: OpenLake) -> None:
    assert columns(
        asks, "completeness", "unit", "expected", "reported", "in_time", "late", "missing", "empty"
    ) == [(STREETS[0], 3, 3, 2, 1, 0, 1), (STREETS[1], 2, 1, 1, 0, 1, 0)]


def flows(asks: OpenLake) -> None:
    assert columns(asks, "month", "unit", "category_group", "received", "open") == [
        (STREETS[0], "facilities", 65, 2), (STREETS[0], None, 65, 2),
        (STREETS[1], "facilities", 7, 1), (STREETS[1], None, 7, 1), (None, None, 72, 3),
    ]  # fmt: skip
    assert columns(asks, "categories", "category_group", "category", "received", "branches") == [
        ("facilities", "lighting", 72, 3)
    ]
    assert columns(asks, "rates", "due", "on_time", "rated", "content") == [
        (40, 30, 40, 32), (5, 5, 20, 16),
    ]  # fmt: skip
    assert columns(asks, "overdue", "age7", "late7") == [(2, 0), (1, 0)]
    assert columns(asks, "departments", "department", "called", "arrived", "branches") == [
        ("城管", 6, 3, 3)
    ]
    assert columns(asks, "elevators", "kind", "stage", "projects", "doors") == [
        ("addition", "scheme", 3, 36)
    ]


def comparisons(asks: OpenLake) -> None:
    assert columns(asks, "year", "unit", "branches", "received", "received_before") == [
        (STREETS[0], 1, 5, 4), (STREETS[1], 1, 7, 2),
    ]  # fmt: skip
    assert columns(asks, "league", "unit", "branches", "content", "rated") == [
        (STREETS[0], 3, 32, 40), (STREETS[1], 1, 16, 20),
    ]  # fmt: skip
    trend = columns(asks, "trend", "period", "expected", "reported", "received", "due")
    assert trend[0] == ("2025-10", 5, 3, 15, 60)
    assert trend[-1] == ("2026-10", 5, 4, 72, 45)
    assert len(trend) == 9


def problems(asks: OpenLake) -> None:
    assert columns(asks, "outliers", "organisation", "problem", "item", "told", "usual") == [
        (SECOND, "outlier", "closed", 60, 6), (SECOND, "outlier", "received", 60, 6),
    ]  # fmt: skip
    assert columns(asks, "checks", "organisation", "problem", "item", "told", "usual") == [
        (FIRST, "filled_afterwards", "", 4, 5),
        (SECOND, "carried_over_differs", "facilities", 2, 1),
        (SECOND, "opening_differs", "fund", 700, 500),
    ]


def rates(asks: OpenLake) -> None:
    [first, second] = asks.indicators(indicators().values())
    assert (first["on_time_rate"], first["on_time_rate_base"]) == (30, 40)
    assert (second["completeness"], second["completeness_base"]) == (1, 2)
    assert (first["service_hours"], first["disclosure_gap"], first["members"]) == (180, 0, 0)


def test_only_what_is_asked_about_is_counted(answered: Path) -> None:
    from jinlin.rollup.office.folder import OfficeFolder

    for level, scope, units in (
        (OrgLevel.COMPLEX, STREETS[0], [FIRST, SECOND, THIRD]),
        (OrgLevel.DISTRICT, "", [DISTRICT]),
        (OrgLevel.CITY, FIRST, [""]),
    ):
        with asking(OfficeFolder(answered), Asked(MONTH, level, scope, 5)) as asks:
            assert [row["unit"] for row in asks.question("completeness")] == units


BANNED = {
    r'"': "double quotes are a text in Spark",
    r"\bround\s*\(": "doubles are rounded differently",
    r"\d\.\d": "a literal with a point is a decimal in one and a double in the other",
    r"//|\bdiv\b|%": "one of them does not know it",
    r"\b(qualify|exclude|quantile_cont|strftime|datediff|hash|now|current_date)\b": "not in both",
    r"::": "not in both",
}


@pytest.mark.parametrize(
    "name", [*LakeQuestion, *(f"views/{view}" for view in VIEWS), "indicators"]
)
def test_a_question_uses_only_what_duckdb_and_spark_have_in_common(name: str) -> None:
    text = by_unit(indicators().values()) if name == "indicators" else question(name)
    sql = re.sub(r"--.*", "", text)
    for pattern, why in BANNED.items():
        assert not re.search(pattern, sql, re.IGNORECASE), why
    for order in re.findall(r"ORDER BY (.*?)(?:\n[A-Z)]|$)", sql, re.DOTALL):
        for column in order.split(","):
            assert re.search(r"NULLS (FIRST|LAST)$", column.strip()), column
    for division in re.findall(r"/ ([\w.]+)", sql):
        assert f"{division} > 0" in sql, "division by zero: an error in one, inf in the other"
