"""How wide columns are: figures and short words in one piece, the rest shares what is left."""

from __future__ import annotations

import pytest

from jinlin.documents.columns import column_widths, fitted, needs_long_side, stays_whole, unbroken
from jinlin.documents.html import article
from jinlin.documents.page import Form, Page, Table

TEXT = "养老助餐托育医疗以及其他说不完的事情"


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("2026-0017", 9),
        ("截至2026.10.28已付480,000.00元整", 10),
        ("林秀英", 6),
        (TEXT, 0),
        ("https://example.org/" + "a" * 40, 24),
    ],
)
def test_what_stays_in_one_piece(text: str, columns: int) -> None:
    assert unbroken(text) == columns
    assert stays_whole(text) == (text in {"2026-0017", "林秀英"} or text.startswith("https"))


def test_a_name_keeps_its_line_beside_long_texts() -> None:
    table = Table(("责任人", *"甲乙丙丁"), (("林秀英", *[TEXT * 3] * 4),))
    letter = 12 * 25.4 / 72
    assert column_widths(table, 170, letter)[0] >= 3 * letter


def test_figures_leave_room_for_texts_and_the_heading_of_money_stays_whole() -> None:
    rows = (("2026.9.10", "外墙广告租金", "福建梅苑传媒有限公司", "18,600.00", "", "18,600.00"),)
    headings = ("日期", "事由", "对方", "收入（元）", "支出（元）", "结余（元）")
    letter, whole = 12 * 25.4 / 72, 156
    widths = column_widths(Table(headings, rows), whole, letter)
    assert sum(widths) == pytest.approx(whole)
    assert min(widths[3:]) >= 5 * letter + 3.8
    assert widths[2] >= 6 * letter + 3.8  # 福建梅苑传媒 on the first of two lines


def test_names_and_headings_give_way_before_a_day_or_an_amount_does() -> None:
    rows = (
        (
            "2026.10.28",
            "楼道墙面修补",
            "福建梅苑传媒有限公司",
            "150,000.00",
            "",
            "244,259.50",
            "书记审批",
        ),
    )
    headings = ("日期", "事由", "对方", "收入（元）", "支出（元）", "结余（元）", "审批、决定")
    letter, whole = 12 * 25.4 / 72, 156
    widths = column_widths(Table(headings, rows), whole, letter)
    assert sum(widths) == pytest.approx(whole)
    for place in (0, 3, 5):
        assert widths[place] >= len(rows[0][place]) * 0.5 * letter + 3.8


def test_the_widest_gives_way_and_stays_the_widest() -> None:
    assert fitted([40, 10, 6], [8, 10, 6], 40) == [24, 10, 6]
    narrow = fitted([40, 20], [8, 8], 40)
    assert sum(narrow) == 40
    assert narrow[0] > narrow[1]
    assert fitted([10, 10], [10, 10], 5) == [10, 10]


@pytest.mark.parametrize(("columns", "wide"), [(3, False), (8, True)])
def test_a_page_is_turned_for_a_table_that_needs_it(columns: int, wide: bool) -> None:
    table = Table((TEXT,) * columns, ((TEXT,) * columns,))
    assert needs_long_side(Page("清单", (table,), form=Form.SHEET)) == wide


def test_a_browser_keeps_such_cells_on_one_line() -> None:
    table = Table(("编号", "事项"), (("2026-0017", TEXT),))
    html = article(Page("清单", (table,)))
    assert '<td class="whole">2026-0017</td>' in html
    assert f"<td>{TEXT}</td>" in html


def test_a_figure_keeps_its_line_in_a_font_of_broad_figures() -> None:
    """DejaVu Serif, which an office without Times New Roman takes on Linux."""
    digit, full_stop, capital_m, percent, hyphen = 0.636, 0.318, 1.024, 0.95, 0.338
    figures = {
        "2026.10.29": 8 * digit + 2 * full_stop,
        "M12-1": capital_m + 3 * digit + hyphen,
        "14.6%": 3 * digit + full_stop + percent,
    }
    letter, margins = 12 * 25.4 / 72, 2 * 1.9
    rows = ((*figures, TEXT * 6),)
    widths = column_widths(Table(("日期", "编号", "占比", "事由"), rows), 156, letter)
    for wide, letters in zip(widths, figures.values(), strict=False):
        assert wide >= letters * letter + margins
