"""Charts: the same figures in a drawing, as bars on a screen, as a table."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jinlin.core.text import width
from jinlin.documents.charts import svg_of
from jinlin.documents.html import html_of
from jinlin.documents.markdown import markdown_of
from jinlin.documents.page import Chart, Page, Series, Shape
from jinlin.documents.screen import text_of
from jinlin.documents.word.document import write_docx

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
MONTHS = ("9月", "10月", "11月")


def chart(shape: Shape = Shape.LINES, *, several: bool = True) -> Chart:
    series = (Series("受理", (3, None, 12)), Series("办结", (0, 5, 7)))
    return Chart(
        "受理和办结", shape, MONTHS, series if several else series[:1], alt="受理和办结走势"
    )


class Words(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data.strip())


@pytest.mark.parametrize("shape", list(Shape))
def test_the_drawing_has_the_words_as_words_and_loads_nothing(shape: Shape) -> None:
    drawn = svg_of(chart(shape))
    words = Words(drawn).words
    assert {"受理和办结", "受理", "办结", *MONTHS} <= set(words)
    assert drawn.startswith("<svg")
    assert "http" not in drawn
    assert svg_of(chart(shape)) == drawn


@pytest.mark.parametrize("shape", list(Shape))
def test_each_value_is_written_and_each_series_has_a_look_of_its_own(shape: Shape) -> None:
    drawn = svg_of(chart(shape))
    words = Words(drawn).words
    assert [words.count(value) for value in ("3", "12", "0", "5", "7")] == [1] * 5
    if shape is Shape.LINES:
        assert 'stroke-dasharray="none"' in drawn
        assert 'stroke-dasharray="7 4"' in drawn
    else:
        assert drawn.count("<pattern") == 1
        assert drawn.count("url(#") == 4  # three values, and in the legend


def test_two_points_are_columns_and_no_line() -> None:
    lines = chart()
    two = lines._replace(
        labels=MONTHS[:2],
        series=tuple(one._replace(values=one.values[:2]) for one in lines.series),
    )
    assert (lines.drawn, two.drawn) == (Shape.LINES, Shape.COLUMNS)
    assert "<rect" in svg_of(two)
    assert "<rect" not in svg_of(lines)
    assert b"barChart" in in_word(two)[0]


def test_charts_of_one_page_do_not_share_names() -> None:
    page = html_of([Page("月报", (chart(Shape.COLUMNS), chart(Shape.ROWS)))])
    names = re.findall(r'<pattern id="(\w+)"', page)
    assert len(set(names)) == len(names) == 2


@settings(max_examples=3)
@given(st.lists(st.text(max_size=8), min_size=4, max_size=4))
@example(["$x^2$", "<script>", "a_b & c", r"\frac"])
def test_no_word_is_taken_for_a_formula_or_for_markup(words: list[str]) -> None:
    title, name, *labels = words
    series = (Series(name, (3, 12)), Series("办结", (0, 5)))
    drawn = svg_of(Chart(title, Shape.LINES, tuple(labels), series, alt="走势"))
    tags = set(Words(drawn).tags)
    assert tags <= {"svg", "defs", "pattern", "path", "text", "rect"}


def test_a_screen_gets_bars_no_wider_than_it_is() -> None:
    lines = text_of([Page("月报", (chart(Shape.ROWS, several=False),))], columns=60).splitlines()
    assert max(map(width, lines)) <= 60
    bars = {line.split()[0]: line for line in lines if "█" in line}
    assert 0 <= 4 * bars["9月"].count("█") - bars["11月"].count("█") < 4
    assert bars["11月"].endswith(" 12")
    assert "10月" not in bars


def test_markdown_gets_the_figures() -> None:
    said = markdown_of([Page("月报", (chart(),))])
    assert "|  | 受理 | 办结 |" in said
    assert "| 10月 |  | 5 |" in said


def test_html_says_in_words_what_it_shows() -> None:
    assert '<figure role="img" aria-label="受理和办结走势"><svg' in html_of(
        [Page("月报", (chart(),))]
    )


def in_word(one: Chart) -> tuple[bytes, bytes]:
    """Return the chart in a document, and the workbook behind it."""
    file = BytesIO()
    write_docx(
        file, [Page("月报", (Chart("前", Shape.ROWS, ("一",), (Series("", (1,)),), ""), one))]
    )
    document = docx.Document(file)
    [_first, drawn] = document.element.body.findall(f".//{{{CHART}}}chart")
    part = document.part.related_parts[drawn.get(qn("r:id"))]
    behind = part.element if hasattr(part, "element") else parse_xml(part.blob)
    link = behind.find(f"{{{CHART}}}externalData").get(qn("r:id"))
    return part.blob, part.rels[link].target_part.blob


@pytest.mark.parametrize("shape", list(Shape))
def test_in_word_a_chart_can_be_edited(shape: Shape) -> None:
    drawn, book = in_word(chart(shape))
    sheet: Any = openpyxl.load_workbook(BytesIO(book)).active
    assert [[cell.value for cell in row] for row in sheet] == [
        ["", "受理", "办结"], ["9月", 3, 0], ["10月", None, 5], ["11月", 12, 7],
    ]  # fmt: skip
    read = parse_xml(drawn)
    kept = [point.text for point in read.iter(f"{{{CHART}}}v")]
    assert {"受理", "办结", *MONTHS, "3", "12", "0", "5", "7"} == set(kept)
    labels = {point.get("val") for point in read.iter(f"{{{CHART}}}showVal")}
    assert labels == (set() if shape is Shape.LINES else {"1"})
    assert (b"<c:dTable>" in drawn) == (shape is Shape.LINES)
    assert (b"<a:pattFill" in drawn) == (shape is not Shape.LINES)
    assert in_word(chart(shape)) == (drawn, book)
