"""Weeks, quarters and years are reported as months are: the page, the charts, the workbook."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime

import openpyxl
import pytest
from harness import Jinlin, seeded
from report.records import at, recording

from jinlin.core.clock import DEFAULT_ZONE, clock_of
from jinlin.core.days.stretch import Length, stretch_named, stretch_with
from jinlin.report.edition.charts import moments
from jinlin.report.edition.wording import wording


@pytest.mark.parametrize(
    ("length", "lang", "names"),
    [
        (Length.WEEK, "zh", ["2025年第52周", "2026年第1周", "第2周"]),
        (Length.MONTH, "zh", ["2025年12月", "2026年1月", "2月"]),
        (Length.QUARTER, "zh", ["2025年3季度", "4季度", "2026年1季度"]),
        (Length.YEAR, "zh", ["2024年", "2025年", "2026年"]),
        (Length.WEEK, "en", ["W52 2025", "W01 2026", "W02"]),
        (Length.MONTH, "en", ["Dec 2025", "Jan 2026", "Feb"]),
        (Length.QUARTER, "en", ["Q3 2025", "Q4", "Q1 2026"]),
        (Length.YEAR, "en", ["2024", "2025", "2026"]),
    ],
)
def test_below_a_chart_the_year_stands_where_it_changes(
    length: Length, lang: str, names: list[str]
) -> None:
    day = {Length.WEEK: date(2026, 1, 5), Length.MONTH: date(2026, 2, 1)}.get(
        length, date(2026, 1, 1)
    )
    last = stretch_with(day, length)
    stretches = [last.previous.previous, last.previous, last]
    assert list(moments(stretches, wording(lang, length))) == names


@pytest.mark.parametrize("length", list(Length))
def test_a_stretch_is_found_by_the_name_it_is_printed_with(length: Length) -> None:
    clock = clock_of(datetime(2026, 11, 5, tzinfo=UTC), DEFAULT_ZONE)
    stretch = stretch_with(clock.today, length)
    for _back in range(9):
        assert stretch_named(str(stretch), length, clock) == stretch
        stretch = stretch.previous


@seeded
def money_moved(jinlin: Jinlin) -> Jinlin:
    with recording(jinlin.folder, jinlin.now) as records:
        for day in ("08-03", "10-05", "11-03"):
            records.issue(at(day), (at(day), "closed", "closed_solved"))
    jinlin("branch", "fund", "income", "--purse", "启动经费", "--amount", "5000", "--from",
           "金山街道", "--for", "启动", "--date", "2026-10-08")  # fmt: skip
    return jinlin


@pytest.mark.parametrize(
    ("verb", "which"), [("weekly", "W45"), ("quarterly", "4"), ("yearly", "2026")]
)
def test_the_full_edition_of_each_length_is_a_page_and_a_workbook(
    money_moved: Jinlin, verb: str, which: str
) -> None:
    data = money_moved("report", verb, which, "--full", "--json").data
    page = money_moved("report", verb, which, "--full").out
    assert str(data["issues"]["received"]) in page
    assert data["trend"][-1]["received"] == data["issues"]["received"]
    money_moved("report", verb, which, "--full", "-o", "表.xlsx")
    book = openpyxl.load_workbook(io.BytesIO((money_moved.folder / "表.xlsx").read_bytes()))
    assert len(book.sheetnames) > 3


def test_the_purses_stand_in_the_workbook_as_numbers(money_moved: Jinlin) -> None:
    money_moved("report", "quarterly", "4", "-o", "表.xlsx")
    book = openpyxl.load_workbook(io.BytesIO((money_moved.folder / "表.xlsx").read_bytes()))
    cells = [cell for leaf in book for row in leaf.iter_rows(values_only=True) for cell in row]
    assert 5000 in cells


def test_a_period_in_which_nothing_happened_has_no_headlines(jinlin: Jinlin) -> None:
    data = jinlin("report", "monthly", "2026-9", "--full", "--json").data
    assert data["empty"]
    assert data["trend"] == []
    assert data["year_before"] is None


def test_nobody_hands_in_a_report_without_a_name(bare: Jinlin) -> None:
    bare("init", "--name", "梅苑小区", "--yes")
    refused = bare("report", "monthly", "2026-10", "--final", code=2)
    assert "--操作人" in refused.err
    assert bare("report", "list", "--json").data == []
    bare("report", "monthly", "2026-10", "--final", "--user", "何丽娟")
    [filed] = bare("report", "list", "--json").data
    assert (filed["period"], filed["signed_by"], filed["whole"]) == ("2026-10", "何丽娟", True)
