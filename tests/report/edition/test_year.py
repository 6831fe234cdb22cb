"""Reports on a quarter and a year: their titles, the months of missed meetings, her own words."""

from __future__ import annotations

from datetime import UTC, datetime

import docx
import pytest
from harness import Jinlin, seeded
from report.records import at, recording

OWN = "一、主要做法\n每周五议事。\n（二）存在的不足：回访不及时。\n# 明年打算\n加装电梯。\n"


@seeded
def branch(jinlin: Jinlin) -> Jinlin:
    """Committee meetings in January, March and June, in a register that began in January."""
    with recording(jinlin.folder, jinlin.now) as records:
        for number in range(7):
            records.member(f"党员{number}", "here", party_state="full")
        for day in ("01-07", "03-07", "06-07"):
            records.meeting(at(day))
    jinlin.now = datetime(2027, 1, 5, 4, tzinfo=UTC)
    return jinlin


def told(jinlin: Jinlin, *words: str) -> str:
    return "".join(jinlin("report", *words).out.split())


def test_titles_are_those_of_official_papers(branch: Jinlin) -> None:
    assert "2026年第二季度工作报告" in told(branch, "quarterly", "2026-Q2")
    assert "2026年工作情况统计" in told(branch, "yearly", "2026")
    assert "第2季度" not in told(branch, "quarterly", "2026-Q2", "--full")


def test_the_months_in_which_a_meeting_was_missed_are_named(branch: Jinlin) -> None:
    year = told(branch, "yearly", "2026")
    assert "2月、4月至5月、7月至12月支部委员会会议" in year
    assert "4月至5月支部委员会会议" in told(branch, "quarterly", "2026-Q2")
    missed = branch("report", "yearly", "2026", "--json").data["meetings"]["missed"]
    [committee] = [one for one in missed if one["type"] == "committee_meeting"]
    assert committee["spans"][0] == {"from": "2026-02-01", "to": "2026-02-28"}


def test_a_running_year_tells_what_is_missed_by_now(branch: Jinlin) -> None:
    branch.now = datetime(2026, 5, 20, 4, tzinfo=UTC)
    assert "2月、4月支部委员会会议" in told(branch, "yearly", "2026")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_her_own_words_stand_under_the_three_headings(branch: Jinlin, encoding: str) -> None:
    (branch.folder / "总结.txt").write_text(OWN, encoding)
    page = told(branch, "yearly", "2026", "--text", "总结.txt")
    assert (
        "2026年工作总结一、主要做法每周五议事。二、存在不足回访不及时。三、明年打算加装电梯。"
        in page
    )
    data = branch("report", "yearly", "2026", "--text", "总结.txt", "--json").data
    assert data["own_words"] == [
        {"part": "done", "paragraphs": ["每周五议事。"]},
        {"part": "lacking", "paragraphs": ["回访不及时。"]},
        {"part": "ahead", "paragraphs": ["加装电梯。"]},
    ]


def test_what_has_no_heading_is_printed_as_it_stands(branch: Jinlin) -> None:
    (branch.folder / "总结.md").write_text("今年做了三件事。\n", "utf-8")
    assert "2026年工作总结今年做了三件事。" in told(branch, "yearly", "2026", "--text", "总结.md")


def test_what_is_filed_keeps_her_words(branch: Jinlin) -> None:
    (branch.folder / "总结.txt").write_text(OWN, "utf-8")
    filed = ("yearly", "2026", "--final", "--user", "林秀英")
    branch("report", *filed, "--text", "总结.txt", "-o", "年报.md")
    (branch.folder / "总结.txt").unlink()
    assert "每周五议事" in told(branch, "yearly", "2026")
    before = branch.db.read_bytes()
    branch("report", *filed, code=1)
    assert branch.db.read_bytes() == before
    (branch.folder / "改.txt").write_text(OWN.replace("每周五", "每周六"), "utf-8")
    branch("report", *filed, "--text", "改.txt", "--reason", "改一处", "-o", "更正.md")
    assert "每周六议事" in told(branch, "yearly", "2026")
    branch("undo", "--yes")
    assert "每周五议事" in told(branch, "yearly", "2026")


def test_her_words_name_no_resident_outside(branch: Jinlin) -> None:
    branch("building", "add", "3", "--floors", "7")
    branch("household", "add", "3-1-502", "--floor", "5", "--owner", "张小明")
    (branch.folder / "总结.txt").write_text("主要做法\n请张小明（13812345678）帮忙。\n", "utf-8")
    inside = told(branch, "yearly", "2026", "--text", "总结.txt")
    posted = told(branch, "yearly", "2026", "--text", "总结.txt", "--public")
    assert "张小明" not in inside + posted
    assert "13812345678" not in inside + posted
    assert "张" not in posted.partition("主要做法")[2]


def test_without_her_words_the_word_file_has_a_sheet_to_write_on(branch: Jinlin) -> None:
    branch("report", "yearly", "2026", "-o", "年报.docx")
    [*_figures, form] = docx.Document(str(branch.folder / "年报.docx")).tables
    assert [row.cells[0].text for row in form.rows] == ["主要做法", "存在不足", "明年打算"]
    assert "工作总结" not in told(branch, "yearly", "2026")


def test_a_file_that_cannot_be_taken_is_told_in_a_line(branch: Jinlin) -> None:
    (branch.folder / "空.txt").write_text(" \n", "utf-8")
    (branch.folder / "图.txt").write_bytes(b"PK\x03\x04\x00\xff\xfe\x00")
    year = ("report", "yearly", "2026")
    for file, code, said in (
        ("没有.txt", 5, "没有"),
        ("空.txt", 2, "空.txt"),
        ("图.txt", 5, "文本"),
    ):
        err = branch(*year, "--text", file, code=code).err
        assert said in err
        assert len(err.splitlines()) == 1, err
    (branch.folder / "总结.txt").write_text(OWN, "utf-8")
    branch(*year, "--text", "总结.txt", "-o", "年报.xlsx", code=2)
    branch(*year, "--text", "总结.txt", "--figure", "在办", code=2)
