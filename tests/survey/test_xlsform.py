"""A survey as an XLSForm: its three sheets, its answers back again, and what pyxform says of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from harness import Jinlin, seeded

QUESTIONS = (
    "-q", "用餐困难吗=有|没有", "-q", "要什么=多选:理发|义诊|其他", "-q", "一餐愿付几元=数字",
    "-q", "还缺什么=文字", "-q", "同意助餐吗=意向",
)  # fmt: skip


@seeded
def asked(jinlin: Jinlin) -> Jinlin:
    """A survey of doors, `W1`, and an evaluation without names, `W2`."""
    jinlin("building", "add", "3")
    for room in ("101", "102"):
        jinlin("household", "add", f"3-1-{room}")
    jinlin("survey", "add", "居民需求", *QUESTIONS, "--purpose", "办食堂")
    jinlin("survey", "add", "物业评议", "--evaluate", "物业,业委会", "--groups", "党员,居民")
    return jinlin


def sheet(path: Path, name: str) -> list[dict[str, Any]]:
    head, *rows = openpyxl.load_workbook(path)[name].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_each_question_has_its_type_and_each_choice_its_list(asked: Jinlin) -> None:
    asked("survey", "sheet", "W1", "--xlsform", "-o", "表.xlsx")
    path = asked.folder / "表.xlsx"
    rows = {row["name"]: row for row in sheet(path, "survey")}
    assert [row["type"] for row in rows.values()] == [
        "note", "text", "select_one q1", "select_multiple q2", "decimal", "text", "select_one q5",
    ]  # fmt: skip
    assert "办食堂" in rows["told"]["label"]
    assert (rows["door"]["required"], rows["q1"]["label"]) == ("yes", "用餐困难吗")
    choices = [(row["list_name"], row["label"]) for row in sheet(path, "choices")]
    assert choices[:5] == [
        ("q1", "有"), ("q1", "没有"), ("q2", "理发"), ("q2", "义诊"), ("q2", "其他"),
    ]  # fmt: skip
    [first] = sheet(path, "settings")
    assert first["form_title"] == "居民需求"
    asked("survey", "sheet", "W1", "--xlsform", "-o", "再.xlsx")
    assert sheet(asked.folder / "再.xlsx", "settings") == [first]
    asked("survey", "sheet", "W2", "--xlsform", "-o", "评.xlsx")
    names = [row["name"] for row in sheet(asked.folder / "评.xlsx", "survey")]
    assert "door" not in names
    assert names[1] == "rater_group"
    [second] = sheet(asked.folder / "评.xlsx", "settings")
    assert second["form_id"] != first["form_id"]
    asked("survey", "sheet", "W1", "3-1-101", "--xlsform", code=2)
    asked("survey", "sheet", "W1", "--xlsform", "-o", "表.docx", code=2)


def test_what_phones_send_back_comes_in_as_answers(asked: Jinlin) -> None:
    """As Kobo writes it with labels for headers: `start`, `_id` and the like stand beside."""
    asked("survey", "sheet", "W1", "--xlsform", "-o", "表.xlsx")
    labels = [row["label"] for row in sheet(asked.folder / "表.xlsx", "survey")][1:]
    book = openpyxl.Workbook()
    [leaf] = book.worksheets
    leaf.append(["start", "end", *labels, "_id", "_uuid"])
    leaf.append(["2026-11-04T08:00:00", "2026-11-04T08:02:00", "3-1-101", "有", "理发 义诊", 12,
                 "修伞", "同意", 1, "a"])  # fmt: skip
    book.save(asked.folder / "答卷.xlsx")
    done = asked("survey", "import", "答卷.xlsx", "W1", "--yes", "--json").data
    assert (done["added"], done["rejected"]) == (1, [])
    shown = str(asked("survey", "show", "W1", "3-1-101", "--json").data)
    assert all(word in shown for word in ("有", "理发", "义诊", "12", "修伞"))


@pytest.mark.formats
@pytest.mark.parametrize("number", ["W1", "W2"])
def test_pyxform_makes_a_form_of_it_without_a_warning(asked: Jinlin, number: str) -> None:
    convert = pytest.importorskip("pyxform.xls2xform").convert
    asked("survey", "sheet", number, "--xlsform", "-o", "表.xlsx")
    made = convert(xlsform=str(asked.folder / "表.xlsx"), validate=False)
    assert made.warnings == []
    assert "<h:title>" in made.xform
