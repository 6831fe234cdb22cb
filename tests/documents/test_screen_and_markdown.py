"""A page on a screen and as Markdown: aligned, never wider than it may be, nothing lost."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from jinlin.core import i18n
from jinlin.core.text import width
from jinlin.documents.box import Box, pairs
from jinlin.documents.markdown import markdown_of
from jinlin.documents.page import (
    Attachments,
    Block,
    Chart,
    Closing,
    Cut,
    Field,
    Heading,
    Items,
    Page,
    Paragraph,
    Series,
    Shape,
    Table,
    paragraphs,
)
from jinlin.documents.screen import page_lines, text_of

LONG = "养老助餐托育医疗以及其他说不完的事情" * 3


def page(*blocks: Block) -> Page:
    return Page(
        title="月报",
        above=("某某支部",),
        below=("报告期",),
        blocks=(
            Paragraph("某社区党委：", flush=True),
            Paragraph(LONG),
            Heading("一、事", lead="一、事。"),
            *blocks,
            Closing(("签字",)),
        ),
    )


def test_columns_stand_under_their_headings() -> None:
    table = Table(
        headings=("类别", "受理", "办结"),
        numeric=(False, True, True),
        rows=(("设施", "8", "10"), ("neighbours", "120", "3")),
    )
    lines = list(page_lines(page(table), columns=80))[-5:-2]
    assert lines == [
        "    类别        受理  办结",
        "    设施           8    10",
        "    neighbours   120     3",
    ]


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_no_line_is_wider_than_the_screen_and_nothing_is_lost(columns: int) -> None:
    table = Table(
        headings=("号", "事", "人"), numeric=(True, False, False), rows=(("1", LONG, "甲"),)
    )
    lines = list(page_lines(page(Items((LONG, LONG)), table, Field("出席", LONG)), columns=columns))
    assert max(map(width, lines)) <= columns
    assert sum(line.count("说") for line in lines) == 5 * LONG.count("说")


@pytest.mark.parametrize("columns", range(1, 31))
def test_a_paper_ends_on_the_narrowest_screen_and_nothing_is_lost(columns: int) -> None:
    short, label = "路灯不亮说不完", "电梯加装出资告知书签收单位"
    blocks: dict[type[Any], Block] = {
        type(block): block
        for block in (
            Heading(short, lead=short), Paragraph(short), Field(label, short), Items((short,)),
            Table(headings=(label, label), rows=((short, ""),)), Closing((short,)), Cut(short),
            Box((1, 1), (pairs("x", short, columns=2),)), Attachments((short,)),
            Chart(short, Shape.ROWS, (label,), (Series("", (3,)),), ""),
        )
    }  # fmt: skip
    assert set(blocks) == set(get_args(Block))
    lines = list(page_lines(Page(short, tuple(blocks.values())), columns=columns))
    assert sum(line.count("说") for line in lines) == 1 + len(blocks)


def test_heading_runs_into_the_first_sentence_where_chinese_is_indented() -> None:
    i18n.install("zh")
    assert "　　一、事。甲。" in list(page_lines(page(Paragraph("甲。")), columns=80))
    assert "　　一、事。" in list(page_lines(page(Items(("甲",))), columns=80))


def test_lines_of_a_field_stand_under_its_text() -> None:
    lines = list(page_lines(Page("记录", (Field("Present", "甲、" * 60),)), columns=40))
    assert lines[2].startswith("Present: 甲、")
    assert all(line.startswith(" " * 9 + "甲、") for line in lines[3:])


def test_several_pages_are_parted() -> None:
    text = text_of([page(), page()], columns=40)
    assert text.count("=" * 40) == 1
    assert markdown_of([page(), page()]).count("\n---\n") == 1


def test_markdown_shows_text_as_it_is() -> None:
    said = markdown_of([page(Paragraph("3#|*甲* [x](y) <b>"), Field("a*", "b_c"))])
    assert "3\\#\\|\\*甲\\* \\[x\\](y) \\<b\\>" in said.splitlines()
    assert "## 一、事" in said.splitlines()
    assert "- **a\\***: b\\_c" in said.splitlines()


def test_what_a_screen_cannot_show_is_told_in_words() -> None:
    said = text_of([page(Cut("回执联"))])
    assert "- - 回执联 - -" in said


def test_what_somebody_wrote_becomes_a_paragraph_a_line() -> None:
    assert list(paragraphs("甲\n\n 乙 \n")) == [Paragraph("甲"), Paragraph("乙")]


def test_markdown_leaves_figures_as_they_are() -> None:
    said = markdown_of([page(Paragraph("286.2"), Paragraph("1. 甲"), Paragraph("2) 乙"))])
    assert "286.2" in said.splitlines()
    assert "1\\. 甲" in said.splitlines()
    assert "2\\) 乙" in said.splitlines()


@pytest.mark.parametrize("columns", [76, 80])
def test_a_date_in_a_table_stays_whole(columns: int) -> None:
    row = (
        "F1",
        "2026-12-01",
        "5,000.00",
        "",
        "电梯广告收入" * 3,
        "广告公司" * 3,
        "林秀英",
        "陈建国",
    )
    table = Table(headings=("编号", "日期", "收入（元）", "支出（元）", "用途", "对方", "经手", "审批"),
                  rows=(row,))  # fmt: skip
    lines = list(page_lines(page(table), columns=columns))
    assert any("2026-12-01" in line for line in lines)
    assert max(map(width, lines)) <= columns
