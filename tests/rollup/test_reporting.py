"""A district reports and publishes what its streets' complexes handed up, through the command line."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import openpyxl
import pytest
from harness import Jinlin, seeded
from small_lake import DISTRICT, tree, write_lake

STREETS = tuple(f"35010200{number}000" for number in range(1, 5))
SMALL = STREETS[3]
"""A street with two complexes only."""


def complexes(street: str) -> list[str]:
    return [f"{street[:9]}001{number:03}" for number in range(1, 3 if street == SMALL else 5)]


def cells(number: int, *, late: bool) -> dict[str, int]:
    """What a complex hands up: many lights, and here and there a quarrel."""
    quarrels = int(number % 4 == 1)
    return {
        "categories facilities/lighting received": 4 + number % 3,
        "categories facilities/lighting closed_solved": 4 + number % 3,
        "categories neighbours/ received": quarrels, "categories neighbours/ open": quarrels,
        "groups facilities due": 4, "groups facilities on_time": 3, "branch _ age7": quarrels,
        "groups facilities satisfied": 10, "branch _ full": 7, "branch _ households": 300,
        "_ _ on": 9 if late else 3,
    }  # fmt: skip


@seeded
def filled(jinlin: Jinlin) -> Jinlin:
    """A district with four streets of which two months are in, one complex missing."""
    folder = jinlin.folder / "汇总"
    at = ("--folder", str(folder))
    jinlin("rollup", "init", "--organisation", DISTRICT, "--name", "鼓楼区", *at)
    codes = [code for street in STREETS for code in complexes(street)]
    units = tree(*codes)
    with io.StringIO() as text:
        rows = csv.writer(text)
        rows.writerow(("代码", "名称", "上级"))
        rows.writerows((one.code, one.name, one.parent) for one in units if one.code != DISTRICT)
        (jinlin.folder / "名册.csv").write_text(text.getvalue(), "utf-8")
    jinlin("rollup", "org", "名册.csv", *at)
    told = {code: cells(number, late=number == 0) for number, code in enumerate(codes)}
    del told[codes[5]]
    write_lake(folder, units, {"2026-09": told, "2026-10": told})
    return jinlin


@pytest.fixture
def office(filled: Jinlin) -> Jinlin:
    filled.variables["JINLIN_ROLLUP"] = str(filled.folder / "汇总")
    return filled


def test_a_month_is_one_page_by_street_with_charts_and_what_it_leaves_out(office: Jinlin) -> None:
    found = office("rollup", "report", "2026-10", "--json").data
    assert (found["expected"], found["reported"], found["late"], found["missing"]) == (14, 13, 1, 1)
    assert [one["unit"] for one in found["units"]] == list(STREETS)
    assert found["units"][0]["on_time_rate"] == "3/4"
    assert found["units"][3]["on_time_rate"] is None  # 6 of 8: no percentage of so few
    by_name = {one["indicator"]: one for one in found["indicators"]}
    assert (by_name["members"]["value"], by_name["on_time_rate"]["base"]) == ("91", 52)
    assert [one["place"] for one in found["league"]] == [1, 1, 3, None]
    shown = office("汇总", "报告", "10月").out
    assert "按期办结率" in shown
    assert "75.0%" in shown
    office("rollup", "report", "2026-10", "-o", "汇总.xlsx")
    book = openpyxl.load_workbook(office.folder / "汇总.xlsx")
    assert sum(len(sheet._charts) for sheet in book) == 3
    office("rollup", "report", "2026-10", "-o", "汇总.html")
    assert (office.folder / "汇总.html").read_text("utf-8").count("<svg") == 3
    lines = office("rollup", "report", "2026-10", "--csv").out.splitlines()
    assert len(lines) == 1 + len(STREETS)


def test_a_question_is_put_by_name_below_one_street_and_on_any_level(office: Jinlin) -> None:
    found = office(
        "rollup", "report", "10", "--in", STREETS[1], "--question", "报送", "--json"
    ).data
    assert [(one["unit"], one["missing"]) for one in found] == [(f"{STREETS[1][:9]}001", 1)]
    whole = office("汇总", "报告", "10月", "--按", "区县", "--问题", "month", "--json").data
    assert [(one["name"], one["category_group"]) for one in whole] == [
        ("单位350102", "facilities"), ("单位350102", "neighbours"), ("单位350102", "all"),
        ("合计", "all"),
    ]  # fmt: skip
    assert "没有" in office("rollup", "report", "2026-10", "--question", "异常").out
    refused = office("rollup", "report", "2026-08", code=1)
    assert "2026-08" in refused.err
    assert "接收" in refused.err
    assert office("rollup", "report", "--in", "350103", code=3).err
    assert office("rollup", "report", "--question", "天气", code=2).err
    assert "街道" in office("rollup", "report", "2026-10", "--by", "省", code=2).err


def test_a_reader_who_has_gone_is_not_taken_for_a_full_disk(
    office: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_words: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("jinlin.rollup.commands.office.report.show", gone)
    assert not office("rollup", "report", "2026-10", "--question", "league", code=None).err


def published(office: Jinlin, month: str) -> dict[str, Any]:
    text = (office.folder / "公布" / f"{month}.json").read_text("utf-8")
    data: dict[str, Any] = json.loads(text)["data"]
    return data


def test_what_is_published_hides_small_numbers_and_pools_small_streets(office: Jinlin) -> None:
    office("rollup", "publish", "2026-09", "-o", "公布", "--dry-run")
    assert "14个小区中有1个" in office("rollup", "publish", "2026-09", "-o", "公布", code=2).err
    assert not (office.folder / "公布").exists()
    office("rollup", "publish", "2026-09", "-o", "公布", "--yes")
    first = published(office, "2026-09")
    assert SMALL in first["others"]
    office("汇总", "公布", "10月", "--按", "街道", "-o", "公布", "--yes")
    second = published(office, "2026-10")
    assert second["others"] == first["others"]
    [*units, others] = second["received"]
    assert others["name"] == "合计"
    small = [one[group] for one in units for group in ("neighbours", "facilities")]
    assert not {1, 2} & set(small)
    assert None in small
    rates = {one[rate] for one in second["units"] for rate in ("on_time_rate", "satisfaction_rate")}
    assert rates == {None}  # fewer than 25 closed
    names = {path.name for path in (office.folder / "公布").iterdir()}
    assert names == {f"2026-{m}.{e}" for m in ("09", "10") for e in ("html", "xlsx", "csv", "json")}
    text = (office.folder / "公布" / "2026-10.html").read_text("utf-8")
    for inside in ("党员", "会议", "单位35010200400100"):
        assert inside not in text


def test_a_rate_is_published_roughly_and_its_base_in_no_file(office: Jinlin) -> None:
    """Each street has 30 or 40 rated and all satisfied: no more is told than 70% at least."""
    codes = [code for street in STREETS[:3] for code in complexes(street)]
    told = {code: cells(number, late=False) for number, code in enumerate(codes)}
    for one in told.values():
        one["categories facilities/lighting closed_solved"] = 9
        one["groups facilities due"] = 10
        one["groups facilities on_time"] = 7
    write_lake(office.folder / "汇总", tree(*codes), {"2026-10": told})
    office("rollup", "publish", "2026-10", "-o", "公布")
    units = published(office, "2026-10")["units"]
    assert {one["satisfaction_rate"] for one in units} == {"≥70%"}
    assert {one["on_time_rate"] for one in units} == {"70%"}
    for ending in ("json", "csv", "html"):
        text = (office.folder / "公布" / f"2026-10.{ending}").read_text("utf-8")
        assert "28/40" not in text
        assert "7/10" not in text
    book = openpyxl.load_workbook(office.folder / "公布" / "2026-10.xlsx")
    written = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "70%" in written
    assert 0.7 not in written


def test_nothing_is_published_of_communities_or_of_too_few(office: Jinlin) -> None:
    assert "街道" in office("rollup", "publish", "10", "--by", "社区", "-o", "公布", code=2).err
    assert not (office.folder / "公布").exists()


def test_a_month_is_published_on_one_level_and_small_streets_stay_together(office: Jinlin) -> None:
    office("rollup", "publish", "2026-09", "-o", "公布", "--yes")
    office("rollup", "publish", "2026-09", "-o", "公布", "--force", "--yes")
    refused = office("rollup", "publish", "2026-09", "--by", "district", "-o", "另一处", code=1)
    assert "按街道" in refused.err
    assert not (office.folder / "另一处").exists()
    (office.folder / "公布" / "2026-09.json").unlink()
    office("rollup", "publish", "2026-10", "-o", "另一处", "--yes")
    text = (office.folder / "另一处" / "2026-10.json").read_text("utf-8")
    assert SMALL in json.loads(text)["data"]["others"]
