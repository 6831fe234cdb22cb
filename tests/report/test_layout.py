"""The page on a screen: aligned, never wider than it may be, nothing cut."""

from __future__ import annotations

import pytest
from conftest import Jinlin
from report.records import at, recording

from jinlin.core.text import width
from jinlin.report.layout import Items, Page, Paragraph, Section, Table, markdown_lines, text_lines

LONG = "养老助餐托育医疗以及其他说不完的事情" * 3


def page(*blocks: Paragraph | Items | Table) -> Page:
    section = Section(heading="一、事", lead="一、事。", blocks=blocks)
    return Page(
        titles=("某某支部", "月报"), subtitle="报告期", addressee="某社区党委：", indent="　　",
        opening=(Paragraph(text=LONG),), sections=(section,), signature=("签字",),
    )  # fmt: skip


def test_columns_stand_under_their_headings() -> None:
    table = Table(
        headings=("类别", "受理", "办结"), numeric=(False, True, True),
        rows=(("设施", "8", "10"), ("neighbours", "120", "3")),
    )  # fmt: skip
    lines = list(text_lines(page(table), columns=80))[-5:-2]
    assert [line.rstrip() for line in lines] == [
        "    类别        受理  办结",
        "    设施           8    10",
        "    neighbours   120     3",
    ]


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_no_line_is_wider_than_the_screen_and_nothing_is_lost(columns: int) -> None:
    table = Table(
        headings=("号", "事", "人"), numeric=(True, False, False), rows=(("1", LONG, "甲"),)
    )
    lines = list(text_lines(page(Items(texts=(LONG, LONG)), table), columns=columns))
    assert max(map(width, lines)) <= columns
    assert sum(line.count("说") for line in lines) == 4 * LONG.count("说")


def test_heading_runs_into_the_first_sentence() -> None:
    assert "　　一、事。甲。" in list(text_lines(page(Paragraph(text="甲。")), columns=80))


def test_markdown_shows_text_as_it_is() -> None:
    lines = list(markdown_lines(page(Paragraph(text="3#|*甲* [x](y) <b>"))))
    assert "3\\#\\|\\*甲\\* \\[x\\](y) \\<b\\>" in lines
    assert "## 一、事" in lines


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
