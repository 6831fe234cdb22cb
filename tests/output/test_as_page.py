"""Every listing and every record as a Word document and as html."""

from __future__ import annotations

import docx
import pytest
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


def test_a_record_on_paper_has_its_fields_and_what_belongs_to_it(people: Jinlin) -> None:
    people("issue", "show", "1", "-o", "事项.html")
    text = (people.folder / "事项.html").read_text("utf-8")
    assert "路灯&lt;b&gt;不亮" in text
    assert "<table>" in text
    assert "<dt>" in text


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
