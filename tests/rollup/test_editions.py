"""Of each figure there is one edition outside: a clerk of a street, a district and a city publish."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from harness import Jinlin
from offices import key_of

from jinlin.rollup.office.folder import OfficeFolder
from jinlin.rollup.office.ledger import reading_ledger
from jinlin.rollup.rules.bundle import MonthHead, packed
from jinlin.rollup.rules.cells import Cells, Key
from jinlin.rollup.rules.suppression import RANGE, SMALL, hidden_cells
from jinlin.rollup.rules.tables import TABLES

CITY, DISTRICTS = "350100000000", ("350102000000", "350103000000")
NAMES = dict(zip((CITY, *DISTRICTS), ("福州市", "鼓楼区", "台江区"), strict=True))
GROUPS = {
    "facilities": "lighting", "environment": "cleaning", "safety": "fire_lane", "property": "repairs",
}  # fmt: skip


def streets(district: str) -> list[str]:
    return [f"{district[:6]}00{number}000" for number in range(1, 4)]


def complexes(street: str) -> list[str]:
    return [f"{street[:9]}001{number:03}" for number in range(1, 5)]


def cells(code: str, *, more: int = 0) -> Cells:
    """What a complex hands up: here and there one or two of a group, and all of them closed."""
    chance = random.Random(code)
    told: dict[Key, int] = {}
    for group, category in GROUPS.items():
        count = chance.choice((0, 0, 0, 1, 6, 9)) + more * (group == "safety")
        for measure in ("received", "closed_solved"):
            told[Key("categories", f"{group}/{category}", measure)] = count
    told[Key("branch", "", "service_minutes")] = 61 * chance.randint(0, 9)
    return told


def bundle(code: str, revision: int = 0, *, more: int = 0) -> bytes:
    head = MonthHead(
        code, "2026-10", revision, "2026-11-01T08:00:00Z", "2026-11", "0.1.0", list(TABLES),
        empty=False, reason=None, figures_sha256="0" * 64,
    )  # fmt: skip
    return packed(head, cells(code, more=more), key_of(code))


def office(jinlin: Jinlin, code: str) -> tuple[str, str]:
    """Begin the folder of an office with all below the city in its tree; return how it is named."""
    at = ("--folder", NAMES.get(code, f"街道{code[:9]}"))
    jinlin("rollup", "init", "--organisation", code, "--name", at[1], *at)
    below = [c for d in DISTRICTS for s in streets(d) for c in (s, f"{s[:9]}001", *complexes(s))]
    rows = [f"{one},{NAMES.get(one, one)}" for one in (*DISTRICTS, *below)]
    bare = code.rstrip("0")
    table = jinlin.folder / "名册.csv"
    kept = (row for row in rows if row.startswith(bare) and not row.startswith(code))
    table.write_text("代码,名称\n" + "\n".join(kept), "utf-8")
    jinlin("rollup", "org", table, *at)
    return at


def handed_up(jinlin: Jinlin, district: str, *, but: int = 0) -> Path:
    """Put what the complexes of a district hand up into a folder, without the last few."""
    stick = jinlin.folder / f"U盘{district}"
    stick.mkdir()
    for code in [c for s in streets(district) for c in complexes(s)][: 12 - but]:
        (stick / f"{code}-2026-10-r0.zip").write_bytes(bundle(code))
    return stick


@pytest.fixture
def two(bare: Jinlin) -> Jinlin:
    """Two districts to which all have handed up."""
    bare.now = datetime(2026, 11, 5, 4, tzinfo=UTC)
    for code in DISTRICTS:
        bare("rollup", "add", handed_up(bare, code), *office(bare, code))
    return bare


def published(folder: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((folder / "2026-10.json").read_text("utf-8"))["data"]
    return data


def publish(jinlin: Jinlin, whose: str, *words: str, **how: Any) -> Any:
    name = NAMES[whose]
    return jinlin(
        "rollup", "publish", "2026-10", "-o", f"公布{name}", "--folder", name, *words, **how
    )


def test_a_month_that_was_published_stays_as_it_is_after_a_correction(two: Jinlin) -> None:
    one = DISTRICTS[0]
    assert "同样加" in two("rollup", "status", "2026-10", "--folder", "鼓楼区").out
    publish(two, one)
    folder = two.folder / "公布鼓楼区"
    first = {path.name: path.read_bytes() for path in folder.iterdir()}
    publish(two, one, "--force")  # the same figures once more
    assert {path.name: path.read_bytes() for path in folder.iterdir()}["2026-10.csv"] == first[
        "2026-10.csv"
    ]
    code = complexes(streets(one)[0])[0]
    correction = two.folder / "更正.zip"
    correction.write_bytes(bundle(code, 1, more=1))
    two("rollup", "add", correction, "--folder", "鼓楼区")
    refused = publish(two, one, "--force", code=1).err
    for said in ("已经公布", "更正", "汇总 报告 2026-10", "--唯一版本", "--文件夹 鼓楼区"):
        assert said in refused
    assert publish(two, one, "--force", "--dry-run", code=1).err
    assert (folder / "2026-10.csv").read_bytes() == first["2026-10.csv"]
    told = two("rollup", "report", "2026-10", "--folder", "鼓楼区", "--json").data
    assert told["reported"] == 12
    publish(two, one, "--force", "--only-edition")
    assert (folder / "2026-10.csv").read_bytes() != first["2026-10.csv"]
    publish(two, one, "--force")


def test_who_publishes_while_some_are_late_is_asked_and_the_late_do_not_change_it(
    bare: Jinlin,
) -> None:
    one = DISTRICTS[0]
    at = office(bare, one)
    bare("rollup", "add", handed_up(bare, one, but=1), *at)
    late = complexes(streets(one)[2])[3]
    asked = publish(bare, one, typed="n\n", code=None)
    assert "12个小区中有1个还没报" in asked.err
    assert not (bare.folder / "公布鼓楼区").exists()
    publish(bare, one, typed="y\n")
    path = bare.folder / "晚到.zip"
    path.write_bytes(bundle(late))
    bare.now = datetime(2026, 11, 20, 4, tzinfo=UTC)
    bare("rollup", "add", path, *at)
    status = bare("rollup", "status", "2026-10", *at, "--json").data
    assert (status["in_time"], status["late"], status["missing"]) == (11, 1, 0)
    assert "不再改" in publish(bare, one, "--force", code=1).err


def test_what_a_district_has_published_the_city_leaves_out(two: Jinlin) -> None:
    city = office(two, CITY)
    publish(two, DISTRICTS[0])
    for code in DISTRICTS:
        two("rollup", "pass", "2026-10", "--folder", NAMES[code])
        two("rollup", "add", f"{code}-2026-10.zip", *city)
    publish(two, CITY)
    own = {one["unit"] for one in published(two.folder / "公布鼓楼区")["units"]}
    seen = published(two.folder / "公布福州市")
    assert {one["unit"] for one in seen["units"]} == set(streets(DISTRICTS[1]))
    assert not own & {one["unit"] for one in seen["units"]}
    assert "鼓楼区" in (two.folder / "公布福州市" / "2026-10.html").read_text("utf-8")
    refused = publish(two, DISTRICTS[1], code=1).err
    assert "已经转报" in refused
    assert not (two.folder / "公布台江区").exists()
    publish(two, DISTRICTS[1], "--only-edition")


def test_where_everybody_below_has_published_nothing_is_left(two: Jinlin) -> None:
    city = office(two, CITY)
    for code in DISTRICTS:
        publish(two, code)
        two("rollup", "pass", "2026-10", "--folder", NAMES[code])
        two("rollup", "add", f"{code}-2026-10.zip", *city)
    assert publish(two, CITY, code=1).err
    assert not (two.folder / "公布福州市").exists()


def test_what_a_street_has_published_is_told_through_the_district(bare: Jinlin) -> None:
    street = streets(DISTRICTS[0])[0]
    at = office(bare, street)
    stick = handed_up(bare, DISTRICTS[0])
    bare("rollup", "add", *(stick / f"{c}-2026-10-r0.zip" for c in complexes(street)), *at)
    bare("rollup", "publish", "2026-10", "-o", "街道公布", *at)
    bare("rollup", "pass", "2026-10", *at)
    district, city = office(bare, DISTRICTS[0]), office(bare, CITY)
    bare("rollup", "add", stick, bare.folder / f"{street}-2026-10.zip", *district)
    bare("rollup", "pass", "2026-10", *district)
    bare("rollup", "add", f"{DISTRICTS[0]}-2026-10.zip", *city)
    with reading_ledger(OfficeFolder(bare.folder / "福州市")) as ledger:
        assert ledger.published_below("2026-10") == [street]
    publish(bare, CITY, "--yes")
    assert street not in {one["unit"] for one in published(bare.folder / "公布福州市")["units"]}


def test_hours_of_service_are_published_to_the_ten(two: Jinlin) -> None:
    publish(two, DISTRICTS[0])
    hours = [one["service_hours"] for one in published(two.folder / "公布鼓楼区")["units"]]
    assert all(one is None or one % 10 == 0 for one in hours)
    assert any(hours)


def test_a_ledger_of_an_older_program_is_brought_up(two: Jinlin) -> None:
    path = two.folder / "鼓楼区" / "rollup.db"
    with closing(sqlite3.connect(path)) as old:
        old.executescript("""
            DROP TABLE publication; DROP TABLE published_below; DROP TABLE passed;
            PRAGMA user_version = 1;
        """)
    two("rollup", "status", "2026-10", "--folder", "鼓楼区")
    publish(two, DISTRICTS[0])
    with closing(sqlite3.connect(path)) as now:
        assert now.execute("PRAGMA user_version").fetchone() == (2,)
        assert now.execute("SELECT count(*) FROM publication").fetchone() == (1,)


Inner = dict[tuple[str, str], int]
"""A measure by street and group."""


def truth() -> Inner:
    told: Inner = {}
    for street in [s for d in DISTRICTS for s in streets(d)]:
        for code in complexes(street):
            for key, count in cells(code).items():
                if key.measure == "received":
                    place = street, key.item.partition("/")[0]
                    told[place] = told.get(place, 0) + count
    return told


def equations(tables: list[list[dict[str, Any]]]) -> Iterator[tuple[list[tuple[str, str]], int]]:
    """What published tables tell: of which cells the sum is known."""
    for table in tables:
        *rows, _total = table
        units = [row["unit"] for row in rows]
        for row in table:
            within = [row["unit"]] if row["unit"] else units
            for group in GROUPS:
                if row.get(group) is not None:
                    yield [(unit, group) for unit in within], row[group]
            if row["total"] is not None:
                yield [(unit, group) for unit in within for group in GROUPS], row["total"]


def found_out(tables: list[list[dict[str, Any]]]) -> list[tuple[str, str]]:
    """Attack tables together: the small cells that are known to less than the range."""
    optimize = pytest.importorskip("scipy.optimize")
    counts = truth()
    places = sorted(counts)
    told = list(equations(tables))
    sums = [[float(place in cells_of) for place in places] for cells_of, _value in told]
    found = []
    for place in places:
        if not 0 < counts[place] <= SMALL:
            continue
        aim = [float(place == one) for one in places]
        least = optimize.linprog(aim, A_eq=sums, b_eq=[v for _c, v in told])
        most = optimize.linprog([-one for one in aim], A_eq=sums, b_eq=[v for _c, v in told])
        if most.status != 3 and -most.fun - least.fun < RANGE - 1e-6:
            found.append(place)
    return found


def alone(units: list[str]) -> list[dict[str, Any]]:
    """The table that an office would publish of some streets, knowing of no other."""
    counts = truth()
    inner = [[counts[unit, group] for group in GROUPS] for unit in units]
    hidden = hidden_cells(inner)
    rows = [[*row, sum(row)] for row in inner]
    rows.append([sum(column) for column in zip(*rows, strict=True)])
    return [
        {"unit": unit} | {
            name: None if (number, place) in hidden else row[place]
            for place, name in enumerate((*GROUPS, "total"))
        }
        for number, (unit, row) in enumerate(zip([*units, ""], rows, strict=True))
    ]  # fmt: skip


@pytest.mark.lp
def test_linear_programming_finds_a_cell_in_two_tables_and_none_in_what_offices_publish(
    two: Jinlin,
) -> None:
    every = [streets(one) for one in DISTRICTS]
    apart = [alone(those) for those in (*every, [*every[0], *every[1]])]
    assert not any(found_out([one]) for one in apart)
    assert found_out(apart), "the control must find something"
    city = office(two, CITY)
    publish(two, DISTRICTS[0])
    for code in DISTRICTS:
        two("rollup", "pass", "2026-10", "--folder", NAMES[code])
        two("rollup", "add", f"{code}-2026-10.zip", *city)
    publish(two, CITY)
    publish(two, DISTRICTS[1], code=1)
    folders = [path for path in two.folder.glob("公布*") if path.is_dir()]
    assert len(folders) == 2
    assert not found_out([published(folder)["received"] for folder in folders])
