"""Word documents: opened again, and everything in them is what the page says."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from jinlin.core.errors import FileError
from jinlin.core.text import width
from jinlin.documents.box import Box, pairs
from jinlin.documents.page import (
    Chart,
    Closing,
    Cut,
    Field,
    Form,
    Heading,
    Items,
    Page,
    Paragraph,
    Series,
    Shape,
    Table,
)
from jinlin.documents.word import styles as house
from jinlin.documents.word.document import write_docx
from jinlin.documents.word.template import write_template

PAGE = Page(
    title="会议记录",
    above=("中共梅苑小区支部委员会",),
    below=("（2026年11月）",),
    blocks=(
        Field("出席", "林秀英、张美华"),
        Heading("一、议题", lead="一、议题。"),
        Paragraph("换灯 <b>&amp;"),
        Heading("二、决议"),
        Items(("换", "不换")),
        Table(("户", "元"), (("501", "100.00"), ("502", "200.00")), numeric=(False, True)),
        Cut("回执联"),
        Closing(("主持人（签名）：", "2026年11月5日")),
    ),
    fields={"时间": "19:30"},
)
DRAWN = PAGE._replace(
    blocks=(
        Chart("走势", Shape.LINES, ("9月", "10月"), (Series("受理", (3, 4)),), alt="受理走势"),
        *PAGE.blocks,
    )
)
"""The same with a chart."""


def written(*pages: Page, template: Path | None = None) -> Any:
    file = BytesIO()
    write_docx(file, pages, template=template)
    return docx.Document(BytesIO(file.getvalue()))


def texts(document: Any) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text]


def test_every_word_of_the_page_is_in_the_document() -> None:
    document = written(DRAWN)
    assert texts(document) == [
        "中共梅苑小区支部委员会", "会议记录", "（2026年11月）", "走势", "出席: 林秀英、张美华",
        "一、议题。换灯 <b>&amp;", "二、决议", "1. 换", "2. 不换", "- - - - - - 回执联 - - - - - -",
        "主持人（签名）：", "2026年11月5日",
    ]  # fmt: skip
    [table] = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["户", "元"], ["501", "100.00"], ["502", "200.00"],
    ]  # fmt: skip
    assert document.element.body.find(f".//{qn('wp:docPr')}").get("descr") == "受理走势"


def test_chinese_has_fonts_of_its_own_and_names_to_fall_back_on() -> None:
    file = BytesIO()
    write_docx(file, [PAGE])
    document = docx.Document(file)
    for name, font in (
        (house.BODY, "仿宋_GB2312"), (house.TITLE, "方正小标宋简体"), ("Heading 1", "黑体"),
        ("Heading 2", "楷体_GB2312"), (house.LABEL, "黑体"),
    ):  # fmt: skip
        fonts = document.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == font
        assert not [key for key in fonts.attrib if key.endswith("Theme")]
    assert document.styles[house.TITLE].font.size.pt == 22
    assert document.styles[house.BODY].font.size.pt == 16
    listed = ZipFile(file).read("word/fontTable.xml").decode()
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>' in listed


def test_paper_is_as_the_standard_has_it_and_turns_with_a_wide_page() -> None:
    document = written(PAGE, PAGE._replace(wide=True, form=Form.SHEET))
    first, second = document.sections
    assert [round(m.mm) for m in (first.top_margin, first.right_margin, first.bottom_margin,
                                  first.left_margin)] == [37, 26, 35, 28]  # fmt: skip
    assert (round(first.page_width.mm), round(first.page_height.mm)) == (210, 297)
    assert (round(second.page_width.mm), second.orientation) == (297, WD_ORIENT.LANDSCAPE)
    assert texts(document).count("会议记录") == 2
    assert first.footer._element.find(f".//{qn('w:fldSimple')}").get(qn("w:instr")) == "PAGE"


@pytest.mark.parametrize("form", list(Form))
def test_own_template_frames_every_page(tmp_path: Path, form: Form) -> None:
    template = tmp_path / "模板.docx"
    with template.open("wb") as file:
        write_template(file, form)
    document = docx.Document(str(template))
    document.paragraphs[0].insert_paragraph_before("近邻一家亲")
    place = document.paragraphs[1].insert_paragraph_before("")
    for piece in ("时间是{", "{ 时间", " }}", "，{{没有这个}}到会"):  # Word cuts names into pieces
        place.add_run(piece)
    document.sections[0].header.paragraphs[0].text = "{{标题}}"
    document.styles["Title"].font.size = house._points(30)
    document.save(str(template))
    target = BytesIO()
    assert write_docx(target, [DRAWN, PAGE], template=template) == {"没有这个"}
    framed = docx.Document(target)
    assert len(framed.inline_shapes) == 1
    assert "走势" in texts(framed)
    assert framed.styles["Title"].font.size.pt == 30
    assert framed.sections[0].header.paragraphs[0].text == "会议记录"
    found = [text for text in texts(framed) if text != "走势"]
    assert found[: len(found) // 2] == found[len(found) // 2 :]
    assert found[:4] == ["近邻一家亲", "时间是19:30，到会", "中共梅苑小区支部委员会", "会议记录"]
    assert "一、议题。换灯 <b>&amp;" in found
    assert len(framed.tables) == 2
    assert found.index("2. 不换") < found.index("主持人（签名）：")


def test_template_of_another_hand_gets_the_styles_it_lacks(tmp_path: Path) -> None:
    template = tmp_path / "公文.docx"
    document = docx.Document()
    document.add_paragraph("我们自己的抬头")
    document.add_paragraph("{{正文}}")
    document.save(str(template))
    framed = written(PAGE, template=template)
    assert texts(framed)[:2] == ["我们自己的抬头", "出席: 林秀英、张美华"]
    assert framed.styles[house.CLOSING].paragraph_format.right_indent.pt == 64


def test_a_frame_is_in_the_order_word_asks_for(tmp_path: Path) -> None:
    template = tmp_path / "页眉.docx"
    document = docx.Document()
    document.add_paragraph("抬头", "Quote")
    document.add_paragraph("{{正文}}")
    document.sections[0].header.paragraphs[0].text = "{{没有这个}}"
    document.save(str(template))
    target = BytesIO()
    page = Page("单", (Table(("户",), (("501",),)),))
    write_docx(target, [page, page], template=template)
    framed = docx.Document(target)
    assert [one.text for one in framed.sections[0].header.paragraphs] == [""]
    [_first, second] = [one for one in framed.paragraphs if one.text == "抬头"]
    assert [child.tag for child in second._p.get_or_add_pPr()] == [
        qn("w:pStyle"),
        qn("w:pageBreakBefore"),
    ]
    made = [child.tag for child in framed.tables[0]._tbl.tblPr]
    assert made.index(qn("w:tblBorders")) < made.index(qn("w:tblLayout"))


def test_template_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    broken, empty = tmp_path / "坏.docx", tmp_path / "空.docx"
    broken.write_bytes(b"PK\x03\x04no")
    docx.Document().save(str(empty))
    with pytest.raises(FileError, match="cannot be read"):
        written(PAGE, template=broken)
    with pytest.raises(FileError, match="no place for the text"):
        written(PAGE, template=empty)


def test_text_that_xml_forbids_does_no_harm() -> None:
    document = written(PAGE._replace(title="a\x00b\x1b\ud800", blocks=(Paragraph("\uffff甲"),)))
    assert texts(document)[1:2] == ["ab\ufffd"]


def test_the_told_widths_are_those_of_the_columns_and_of_their_cells() -> None:
    table = Table(("户", "元"), (("501", "1"),), widths=(1, 3))
    [made] = written(Page("单", (table,))).tables
    for widths in ([c.width for c in made.columns], [c.width for c in made.rows[1].cells]):
        assert round(widths[1] / widths[0]) == 3


def test_a_narrow_heading_stays_on_one_line_beside_long_texts() -> None:
    headings = ("编号", "类别", "楼栋", "已几日", "期限", "责任人", "下一步")
    row = ("2026-0041", "停车与车棚充电桩", "2", "23", "10-29 超期", "物业服务中心", "继续办理")
    [made] = written(Page("单", (Table(headings, (row,)),), form=Form.DENSE)).tables
    margins, a_character = 2 * 1.9, 10.5 * 25.4 / 72
    assert made.columns[2].width.mm - margins >= 2 * a_character


@pytest.mark.parametrize(("rows", "kept"), [(2, [True, True, None]), (5, [None] * 6)])
def test_a_few_rows_to_write_in_stay_on_one_sheet(rows: int, kept: list[bool | None]) -> None:
    table = Table(("意见", "签字"), (("社区意见", ""),) * rows, tall=True)
    [made] = written(Page("单", (table,))).tables
    formats = [row.cells[0].paragraphs[0].paragraph_format for row in made.rows]
    assert [f.keep_with_next for f in formats] == kept


def test_a_heading_stays_with_what_it_heads_whatever_a_template_says_of_headings(
    tmp_path: Path,
) -> None:
    frame = docx.Document()
    frame.add_paragraph("{{正文}}")
    frame.styles["Heading 1"].paragraph_format.keep_with_next = False
    frame.save(str(tmp_path / "框.docx"))
    document = written(
        Page("单", (Heading("一、情况"), Paragraph("甲"))), template=tmp_path / "框.docx"
    )
    [heading] = [line for line in document.paragraphs if line.text == "一、情况"]
    assert heading.paragraph_format.keep_with_next


@pytest.mark.parametrize(("rows", "kept"), [(2, True), (5, None)])
def test_a_small_form_such_as_that_of_signatures_stays_on_one_sheet(
    rows: int, kept: bool | None
) -> None:
    box = Box((50, 50), (pairs("甲方", "", columns=2),) * rows)
    [made] = written(Page("约定书", (Paragraph("甲"), box))).tables
    assert made.rows[0].cells[0].paragraphs[0].paragraph_format.keep_with_next is kept


@pytest.mark.parametrize("told", [(), (5, 5, 5, 85)])
@pytest.mark.parametrize("figure", ["2026-12-01", "2026年12月31日", "-1,096,000.00", "X1-V102"])
def test_a_figure_in_a_cell_stays_on_one_line(told: tuple[int, ...], figure: str) -> None:
    row = ("F1", figure, "50,000.00", "电梯广告，很长很长的用途写在这里" * 4)
    table = Table(("编号", "日期", "金额（元）", "事由"), (row,), widths=told)
    [made] = written(Page("表", (table,))).tables
    cell, margins, half_a_character = made.rows[1].cells[1], 2 * 1.9, 12 * 0.3528 / 2
    assert cell.width.mm - margins >= width(figure) * half_a_character
    assert made.columns[1].width == cell.width


def test_a_cell_says_what_the_table_says_whatever_stands_in_it() -> None:
    said = ("<b>&amp; \"'", "一\n 二", "a\x00b\ud800", "")
    document = written(Page("单", (Table(("甲", "乙&", "丙", "丁"), (said,)),)))
    [table] = document.tables
    assert [cell.text for cell in table.rows[0].cells] == ["甲", "乙&", "丙", "丁"]
    assert [cell.text for cell in table.rows[1].cells] == [
        "<b>&amp; \"'",
        "一\n 二",
        "ab\ufffd",
        "",
    ]


def test_a_table_is_headed_on_each_sheet_ruled_and_its_rows_stay_whole() -> None:
    [table] = written(PAGE).tables
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [
        True, False, False,
    ]  # fmt: skip
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert {edge.get(qn("w:val")) for edge in table._tbl.tblPr.find(qn("w:tblBorders"))} == {
        "single"
    }
    assert [[c.paragraphs[0].style.name for c in r.cells] for r in table.rows[:2]] == [
        [house.HEAD_CELL] * 2, [house.CELL] * 2,
    ]  # fmt: skip
