"""Every listing and every record as a Word document and as html."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.enum.section import WD_ORIENT
from harness import Jinlin, seeded

from jinlin.output.listing import as_page


@seeded
def people(jinlin: Jinlin) -> Jinlin:
    jinlin("building", "add", "3")
    jinlin("household", "add", "3-1-502", "--area", "89.5", "--floor", "5")
    jinlin("member", "add", "张美华", "--phone", "13805911234")
    jinlin("issue", "add", "路灯<b>不亮", "--category", "公共照明", "--reporter", "张美华")
    return jinlin


def test_a_listing_in_word_holds_the_rows_of_the_screen(people: Jinlin) -> None:
    people("issue", "list", "-o", "事项.docx")
    [table] = docx.Document(str(people.folder / "事项.docx")).tables
    assert "路灯<b>不亮" in [cell.text for cell in table.rows[1].cells]
    assert len(table.rows) == 2


@pytest.mark.parametrize("ending", ["docx", "html"])
def test_people_are_masked_on_paper_too(people: Jinlin, ending: str) -> None:
    target = people.folder / f"人员.{ending}"
    people("member", "list", "-o", target.name)
    if ending == "docx":
        [table] = docx.Document(str(target)).tables
        text = " ".join(cell.text for row in table.rows for cell in row.cells)
    else:
        text = target.read_text("utf-8")
    assert "张**" in text
    assert "138****1234" in text
    assert "张美华" not in text
    assert "13805911234" not in text


@pytest.mark.parametrize("ending", ["docx", "html", "xlsx"])
def test_documents_show_what_fits_and_more_by_name(people: Jinlin, ending: str) -> None:
    people("issue", "list", "-o", f"短.{ending}")
    people("issue", "list", "-o", f"长.{ending}", "--fields", "编号,类别代码,反映时间")
    short, long = (headings(people.folder / f"{name}.{ending}") for name in ("短", "长"))
    assert short[:4] == ["编号", "事项", "类别", "状态"]
    assert "类别代码" not in short
    assert long == ["编号", "类别代码", "反映时间"]


def headings(path: Path) -> list[str]:
    """Return what stands above the columns of the only table of a document."""
    if path.suffix == ".docx":
        [table] = docx.Document(str(path)).tables
        return [cell.text for cell in table.rows[0].cells]
    if path.suffix == ".xlsx":
        sheet = openpyxl.load_workbook(path).worksheets[0]
        return [str(cell.value) for cell in sheet[1]]
    return re.findall(r"<th[^>]*>([^<]*)</th>", path.read_text("utf-8"))


def test_a_wide_table_lies_on_the_long_side_with_days_and_names_in_one_piece(
    people: Jinlin,
) -> None:
    every = "number,title,category,status,level,urgency,reported_at,due_on,channel"
    people("issue", "list", "-o", "事项.docx", "--fields", every)
    people("household", "list", "-o", "房屋.docx")
    wide, upright = (
        docx.Document(str(people.folder / name)) for name in ("事项.docx", "房屋.docx")
    )
    assert wide.sections[0].orientation == WD_ORIENT.LANDSCAPE
    assert upright.sections[0].orientation == WD_ORIENT.PORTRAIT
    day = next(cell for cell in wide.tables[0].rows[1].cells if cell.text.startswith("2026."))
    assert day.width is not None
    assert day.width.mm > len(day.text) * 2


def test_no_command_is_printed_on_a_listing(people: Jinlin) -> None:
    people("issue", "categories", "-o", "类别.docx")
    people("branch", "fund", "list", "-o", "经费.docx")
    for name in ("类别.docx", "经费.docx"):
        document = docx.Document(str(people.folder / name))
        assert not [p.text for p in document.paragraphs if "jinlin" in p.text]


def test_a_record_on_paper_has_its_fields_and_what_belongs_to_it(people: Jinlin) -> None:
    people("issue", "show", "1", "-o", "事项.html")
    text = (people.folder / "事项.html").read_text("utf-8")
    assert "路灯&lt;b&gt;不亮" in text
    assert "<table>" in text
    assert "<dt>反映时间</dt><dd>2026年11月5日" in text
    assert "<dd></dd>" not in text


def test_an_empty_listing_says_so_on_paper(jinlin: Jinlin) -> None:
    jinlin("issue", "list", "-o", "空.docx")
    document = docx.Document(str(jinlin.folder / "空.docx"))
    assert document.tables == []
    assert len([p for p in document.paragraphs if p.text]) == 2


def test_more_rows_than_a_page_is_for_are_refused(
    people: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(as_page, "MOST_ROWS", 0)
    assert "xlsx" in people("issue", "list", "-o", "多.docx", code=5).err
    assert not (people.folder / "多.docx").exists()
