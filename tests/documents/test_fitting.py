"""What must be one sheet of paper is one, and no sheet is left with next to nothing."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Twips
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core import i18n
from jinlin.documents.box import TO_WRITE_IN, Box, BoxCell, BoxRow, across, pairs, told
from jinlin.documents.chart_marks import height_on_paper
from jinlin.documents.fitting import _filled, fitted, for_a_board, in_larger_letters, sheets
from jinlin.documents.html import html_of
from jinlin.documents.markdown import markdown_of
from jinlin.documents.measures import STEPS, Laid
from jinlin.documents.page import (
    Attachments,
    Chart,
    Closing,
    Form,
    Heading,
    Page,
    Paragraph,
    Series,
    Shape,
    Table,
    attached,
)
from jinlin.documents.screen import text_of
from jinlin.documents.word.document import write_docx

LINE = Paragraph(
    "3号楼1单元加装电梯，各户出资额以发至本户的征求意见单为准，公示期间接受业主书面意见。"
)
BOX = Box(
    (18, 32, 18, 32),
    (
        pairs("编号", "12", "日期", "2026年11月3日", columns=4),
        pairs("情况", "3号楼南侧外墙瓷砖脱落", columns=4),
        pairs("街道\n意见", "", columns=4, height=25, foot="（盖章）　　年　　月　　日"),
        across("本表一式两份", columns=4),
    ),
)


@pytest.fixture(autouse=True)
def _in_chinese() -> None:
    i18n.install("zh")


def page(lines: int, form: Form, *, one_sheet: bool) -> Page:
    return Page(
        "提请协调单",
        (*(LINE,) * lines, Closing(("梅苑小区党支部",))),
        form=form,
        one_sheet=one_sheet,
    )


def made(*pages: Page) -> docx.document.Document:
    file = BytesIO()
    write_docx(file, pages)
    return docx.Document(file)


@pytest.mark.parametrize("form", Form)
def test_each_step_sets_a_page_tighter_than_the_one_before(form: Form) -> None:
    for usual, tighter in pairwise(STEPS[form]):
        assert Laid(page(1, form, one_sheet=True), usual).height <= (
            Laid(page(1, form, one_sheet=True), tighter).height
        )
        assert (tighter.body, tighter.line) <= (usual.body, usual.line)


def test_no_sheet_is_left_to_the_closing_and_what_it_keeps_with() -> None:
    usual, *_, tightest = STEPS[Form.OFFICIAL]
    signed = [Page("公开", (*(LINE,) * lines, Closing(tuple("甲乙丙")))) for lines in range(1, 15)]
    spilling = [one for one in signed if sheets(Laid(one, usual)) > sheets(Laid(one, tightest))]
    assert spilling
    assert {sheets(Laid(one, fitted([one]))) for one in spilling} == {1}


def test_official_lines_are_never_closer_than_26_points() -> None:
    assert min(size.line for size in STEPS[Form.OFFICIAL]) == 26
    assert {size.body for size in STEPS[Form.OFFICIAL]} == {16}


@pytest.mark.parametrize("form", Form)
def test_a_page_that_must_be_one_sheet_is_tightened_until_it_is(form: Form) -> None:
    usual = STEPS[form][0]
    lines = next(n for n in range(1, 99) if sheets(Laid(page(n, form, one_sheet=True), usual)) > 1)
    full = page(lines, form, one_sheet=True)
    size = fitted([full])
    assert size != usual
    assert sheets(Laid(full, size)) == 1


@pytest.mark.parametrize("form", Form)
@given(lines=st.integers(1, 60))
def test_what_may_take_several_sheets_is_set_as_usual_unless_its_last_would_be_empty(
    form: Form, lines: int
) -> None:
    long = page(lines, form, one_sheet=False)
    size = fitted([long])
    assert size == STEPS[form][0] or sheets(Laid(long, size)) <= sheets(Laid(long, STEPS[form][0]))


def test_pages_of_one_document_are_set_alike() -> None:
    short, full = (page(n, Form.SHEET, one_sheet=True) for n in (1, 24))
    assert fitted([short, full]) == fitted([full]) != fitted([short])


def test_a_closing_stays_with_the_text_above_it() -> None:
    document = made(page(3, Form.OFFICIAL, one_sheet=False))
    *_before, last, closing = document.paragraphs
    assert closing.text == "梅苑小区党支部"
    assert last.paragraph_format.keep_with_next


def test_a_closing_stays_with_the_last_rows_of_a_table_above_it() -> None:
    rows = tuple((str(n), "10.00") for n in range(5))
    document = made(Page("公开", (Table(("户", "元"), rows), Closing(("支部", "2026年11月3日")))))
    kept = [
        all(line.paragraph_format.keep_with_next for cell in row.cells for line in cell.paragraphs)
        for row in document.tables[0].rows
    ]
    assert kept[-2:] == [True, True]
    assert document.paragraphs[-2].paragraph_format.keep_with_next


def test_a_boxed_form_has_its_rows_as_high_and_its_cells_as_wide_as_it_says() -> None:
    table = made(Page("上报单", (BOX,), form=Form.SHEET)).tables[0]
    assert [row.height for row in table.rows] == [None, None, Twips(round(25 / 25.4 * 1440)), None]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert [cell.text for cell in table.rows[0].cells] == ["编号", "12", "日期", "2026年11月3日"]
    assert table.cell(1, 1).text == table.cell(1, 3).text == "3号楼南侧外墙瓷砖脱落"
    assert table.cell(2, 1).text == "（盖章）　　年　　月　　日"


def test_a_boxed_form_is_told_where_nothing_can_be_drawn() -> None:
    assert list(told(BOX))[:3] == [
        ("编号", "12"), ("日期", "2026年11月3日"), ("情况", "3号楼南侧外墙瓷砖脱落"),
    ]  # fmt: skip
    sheet = Page("上报单", (BOX,), form=Form.SHEET)
    for text in (text_of([sheet]), markdown_of([sheet]), html_of([sheet])):
        for said in ("编号", "12", "3号楼南侧外墙瓷砖脱落", "意见", "本表一式两份"):
            assert said in text
    assert 'style="height:25mm"' in html_of([sheet])


def test_labels_beside_each_other_lose_nothing() -> None:
    heads = BoxRow((BoxCell("户", label=True), BoxCell("元", label=True)))
    assert list(told(Box((1, 1), (heads,)))) == [("户", ""), ("元", "")]


def test_a_row_to_write_in_is_ten_millimetres() -> None:
    assert TO_WRITE_IN == 10


def test_one_attachment_has_no_number_and_several_have() -> None:
    assert list(attached(Attachments(("报价单",)))) == ["附件：报价单"]
    assert list(attached(Attachments(("报价单", "图纸")))) == ["附件：1. 报价单", "2. 图纸"]


def feet(document: docx.document.Document) -> list[str]:
    return [
        "\n".join(
            "".join(piece.text or "" for piece in line._p.iter(qn("w:t")))
            for line in section.footer.paragraphs
        )
        for section in document.sections
    ]


def test_a_form_says_which_sheet_of_how_many_and_one_sheet_says_no_number() -> None:
    several = Page("移交清单", (LINE,), form=Form.SHEET, code="记录号 12")
    one = several._replace(one_sheet=True)
    official = several._replace(form=Form.OFFICIAL, code="")
    assert feet(made(several)) == ["第1页　共1页\n记录号 12"]
    assert feet(made(one)) == ["记录号 12"]
    assert feet(made(official)) == ["— 1 —"]
    fields = made(several).sections[0].footer.part.element.iter(qn("w:fldSimple"))
    assert [field.get(qn("w:instr")) for field in fields] == ["PAGE", "NUMPAGES"]


def test_each_sheet_of_a_document_has_its_own_code() -> None:
    doors = [Page("征求意见单", (LINE,), form=Form.SHEET, one_sheet=True, code=c) for c in "甲乙"]
    document = made(*doors)
    assert feet(document) == ["甲", "乙"]


def test_a_code_stands_at_the_foot() -> None:
    coded = Page("公示", (LINE, Heading("附件"), LINE), code="校验码 f431")
    assert text_of([coded]).rstrip().endswith("校验码 f431")
    assert markdown_of([coded]).rstrip().endswith("校验码 f431")
    assert html_of([coded]).index("校验码") > html_of([coded]).index("附件")


def test_what_nearly_fills_its_last_sheet_is_set_closer() -> None:
    usual = STEPS[Form.SHEET][0]
    pages = (Page("表", (Paragraph("字"),) * lines, form=Form.SHEET) for lines in range(50, 90))
    *_, full = (page for page in pages if sheets(Laid(page, usual)) == 2)
    assert fitted([full]) != usual


MONEY = ("日期", "事由", "对方", "收入（元）", "支出（元）", "结余（元）", "审批、决定")
SPENT = ("2026.8.12", "宣传栏和表决票印制", "春江文印店", "", "3,260.00", "46,740.00", "书记审批")


def test_a_board_page_with_a_broad_table_lies_on_its_long_side() -> None:
    made = for_a_board(Page("公开", (LINE, Table(MONEY, (SPENT,) * 4), Closing(("支部",)))))
    assert (made.wide, made.form) == (True, Form.SHEET)


def test_a_board_page_stands_upright_where_lying_costs_a_sheet() -> None:
    made = for_a_board(Page("公开", (*(Paragraph("甲"),) * 24, Table(MONEY, (SPENT,) * 2))))
    assert not made.wide


@pytest.mark.parametrize(("lines", "form"), [(3, Form.SHEET), (22, Form.DENSE)])
def test_a_dense_page_has_larger_letters_where_it_stays_one_sheet(lines: int, form: Form) -> None:
    assert in_larger_letters(page(lines, Form.DENSE, one_sheet=True)).form is form


def test_a_sheet_reckoned_full_to_its_last_line_is_set_tighter() -> None:
    """In another font it would spill."""
    tight = [fitted([page(lines, Form.SHEET, one_sheet=False)]).line for lines in range(8, 17)]
    filled = [_share(page(lines, Form.SHEET, one_sheet=False)) for lines in range(8, 17)]
    assert tight == sorted(tight, reverse=True)
    assert all(share <= 0.97 for share in filled if share is not None)


def _share(one: Page) -> float | None:
    """Return how much of its sheet a page of one sheet fills; None for one of several."""
    laid = Laid(one, fitted([one]))
    filled = list(_filled(laid))
    return filled[0] * 25.4 / 72 / laid.height if len(filled) == 1 else None


@pytest.mark.parametrize("wide", [False, True])
def test_a_chart_of_many_rows_stays_on_one_sheet_with_its_title(*, wide: bool) -> None:
    labels = tuple(f"类别{number}" for number in range(40))
    chart = Chart("受理", Shape.ROWS, labels, (Series("件", tuple(range(40))),), alt="受理")
    laid = Laid(Page("汇总", (chart,), wide=wide), STEPS[Form.OFFICIAL][0])
    title = laid.size.line * 25.4 / 72
    assert height_on_paper(chart, laid) + 2 * title < laid.height
