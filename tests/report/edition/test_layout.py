"""The report on a screen: never wider than it may be, nothing cut."""

from __future__ import annotations

from typing import Any

import openpyxl
import pytest
from harness import Jinlin
from report.records import at, recording

from jinlin.core.text import width

LONG = "养老助餐托育医疗以及其他说不完的事情" * 3


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_whole_report_fits_eighty_columns(jinlin: Jinlin, lang: str) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        tower = records.building("东区12")
        steward = records.person("欧阳建国")
        for number in range(30):
            records.issue(
                at("09-01"), (at("10-02"), "assigned", "departments_arrived"),
                category="care_service", due=f"2026-10-{number + 1:02}", building=tower,
                steward_id=steward,
            )  # fmt: skip
        records.meeting(at("10-03"), resolutions=[(LONG, "欧阳建国", "2026-11-30")])
        records.plan(at("10-05"), LONG, total=10**12, subsidy=1, amounts=[10**11, 10**11 + 1])
    text = jinlin("report", "monthly", "10", lang=lang).out
    assert max(map(width, text.splitlines())) <= 80
    assert "…" not in text


def test_what_was_only_due_has_no_row_of_noughts(jinlin: Jinlin) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        records.issue(at("10-05"))
        records.issue(
            at("08-01"), (at("08-02"), "closed", "closed_solved"), category="noise_home",
            due="2026-10-10",
        )  # fmt: skip
    page = jinlin("report", "monthly", "10", "--full", lang="zh").out
    assert "到期1件，按期办结1件" in "".join(page.split())
    assert page.count("设施") == 1
    assert "邻里" not in page


def test_nothing_is_compared_with_nothing(jinlin: Jinlin) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        records.issue(at("11-01"))
    assert "与前期比较" not in jinlin("report", "yearly", "2026", "--full", lang="zh").out


def test_a_chart_without_figures_is_named(jinlin: Jinlin) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        records.issue(at("10-05"))
    page = "".join(jinlin("report", "monthly", "10", "--full", lang="zh").out.split())
    assert "下列图表本期没有数字，未画：回访评价（件）。" in page
    assert "各类别受理（件）" in page.replace("未画：", "")


def test_of_many_categories_the_chart_has_those_with_most_and_says_so(jinlin: Jinlin) -> None:
    names = [
        "lighting", "fitness", "pipes", "elevator_run", "roof_wall", "access", "refuse", "green",
        "corridor", "stilt", "ebike", "fire",
    ]  # fmt: skip
    with recording(jinlin.folder, jinlin.now) as records:
        for name in (*names, names[-1]):
            records.issue(at("10-05"), category=name)
    jinlin("report", "monthly", "10", "--full", "-o", "报.xlsx", lang="zh")
    sheet: Any = openpyxl.load_workbook(jinlin.folder / "报.xlsx")["各类别受理（件）：最多的10类"]
    rows = dict(sheet.iter_rows(min_row=2, values_only=True))
    assert list(rows.values()) == [2] + [1] * 9
