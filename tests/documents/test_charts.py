"""Charts: the same figures in a drawing, as bars on a screen, as a table."""

from __future__ import annotations

from html.parser import HTMLParser
from io import BytesIO

import docx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jinlin.core.text import width
from jinlin.documents import charts
from jinlin.documents.charts import png_of, svg_of
from jinlin.documents.html import html_of
from jinlin.documents.markdown import markdown_of
from jinlin.documents.page import Chart, Page, Series, Shape
from jinlin.documents.screen import text_of
from jinlin.documents.word.document import write_docx

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
def test_the_picture_is_drawn(shape: Shape) -> None:
    drawn = png_of(chart(shape, several=False))
    assert drawn is not None
    assert drawn.startswith(b"\x89PNG")


@settings(max_examples=3)
@given(st.lists(st.text(max_size=8), min_size=4, max_size=4))
@example(["$x^2$", "<script>", "a_b & c", r"\frac"])
def test_no_word_is_taken_for_a_formula_or_for_markup(words: list[str]) -> None:
    title, name, *labels = words
    series = (Series(name, (3, 12)), Series("办结", (0, 5)))
    drawn = svg_of(Chart(title, Shape.LINES, tuple(labels), series, alt="走势"))
    tags = set(Words(drawn).tags)
    assert tags <= {"svg", "defs", "style", "g", "path", "use", "text", "tspan", "rect", "clippath"}


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


def test_without_a_chinese_font_word_gets_the_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charts, "CHINESE_FONTS", ())
    file = BytesIO()
    write_docx(file, [Page("月报", (chart(),))])
    [table] = docx.Document(file).tables
    assert [cell.text for cell in table.rows[2].cells] == ["10月", "", "5"]
