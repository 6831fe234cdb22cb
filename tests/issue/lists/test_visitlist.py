"""`jinlin issue visits`: the list a steward takes along."""

from __future__ import annotations

import docx
from docx.enum.section import WD_ORIENT
from docx.shared import Pt
from harness import Jinlin, seeded
from issue.adding import Add
from issue.lives import written


@seeded
def round_(jinlin: Jinlin, add: Add) -> Jinlin:
    """Issues in two buildings and in the open, for two stewards."""
    for building in ("10", "2"):
        jinlin("building", "add", building, "--floors", "6")
    for home in ("2-1-502", "2-1-101", "2-2-301", "10-1-201"):
        jinlin("household", "add", home)
    jinlin("member", "add", "李华")
    jinlin("member", "add", "王红")
    for number, home in enumerate(("10-1-201", "2-1-101", "2-2-301", "2-1-502"), 1):
        add(f"第{number}件", "--room", home, "--assign", "李华", "--reporter", "张小梅",
            "--reporter-phone", f"1390000000{number}")  # fmt: skip
    add("别人的", "--room", "2-1-502", "--assign", "王红")
    add("路边灯", "--place", "北门", "--assign", "李华", "--date", "2026-10-01")
    add("办完的", "--room", "2-1-502", "--assign", "李华")
    jinlin("issue", "close", "7", "--result", "好")
    return jinlin


def test_building_by_building_from_the_top_floor_down(round_: Jinlin) -> None:
    rows = round_("issue", "visits", "--steward", "李华", "--json").data
    assert [(row["building"], row["door"]) for row in rows] == [
        ("2", "2-1-502"), ("2", "2-1-101"), ("2", "2-2-301"), ("10", "10-1-201"), (None, "北门"),
    ]  # fmt: skip
    assert rows[0]["ask"]


def test_the_page_has_a_box_a_door_and_what_to_ask(round_: Jinlin) -> None:
    round_("issue", "visits", "--steward", "李华", "-o", "上门.md")
    page = (round_.folder / "上门.md").read_text("utf-8")
    assert page.count("□ ") == 5
    assert page.index("2-1-502") < page.index("10-1-201") < page.index("北门")
    assert "哪一盏" in page
    for hidden in ("张小梅", "1390000", "别人的", "办完的"):
        assert hidden not in page


def test_the_sheet_to_print_has_room_to_write_at_every_door(round_: Jinlin) -> None:
    round_("issue", "visits", "--steward", "李华", "-o", "上门.docx")
    document = docx.Document(str(round_.folder / "上门.docx"))
    assert document.sections[0].orientation == WD_ORIENT.LANDSCAPE
    rows = [row for table in document.tables for row in table.rows[1:]]
    assert [row.cells[0].text for row in rows] == [
        "□ 2-1-502", "□ 2-1-101", "□ 2-2-301", "□ 10-1-201", "□ 北门",
    ]  # fmt: skip
    assert all(row.cells[4].text == "" and (row.height or 0) >= Pt(30) for row in rows)
    assert "2026-0006" in rows[4].cells[1].text
    assert "2026.10.1反映" in rows[4].cells[2].text
    assert "超期" in rows[4].cells[2].text
    round_("issue", "visits", "-o", "上门.html")
    assert (round_.folder / "上门.html").read_text("utf-8").count("□ ") == 6
    round_("issue", "visits", "-o", "上门.xlsx")


def test_a_walk_with_nobody_to_visit_is_a_page_too(jinlin: Jinlin) -> None:
    jinlin("issue", "visits", "-o", "上门.docx", lang="en")
    texts = [p.text for p in docx.Document(str(jinlin.folder / "上门.docx")).paragraphs]
    assert "There is nobody to visit." in texts


def test_the_phone_is_there_only_when_asked_for_and_that_is_logged(round_: Jinlin) -> None:
    for form in ((), ("--json",), ("--csv",), ("--md",)):
        assert "139" not in round_("issue", "visits", *form).out
    entries = len(round_("log", "--json").data)
    assert "13900000001" in round_("issue", "visits", "--unmask", "--md").out
    assert len(round_("log", "--json").data) == entries + 1


def test_of_a_private_one_paper_tells_only_the_category(round_: Jinlin) -> None:
    round_("issue", "add", "老两口吵架", "--category", "漏水纠纷", "--private", "--building", "10")
    rows = round_("issue", "visits", "--json", lang="en").data
    assert "[not public] 老两口吵架" in {row["title"] for row in rows}
    page = round_("issue", "visits", "--md").out
    assert "老两口吵架" not in page
    assert "| □ 10号楼 | 漏水纠纷（不公开）" in page
    assert "先关阀止损" in page
    assert "带上记录纸" in page
    assert "地点未登记" not in page


def test_what_is_secret_is_never_on_it(jinlin: Jinlin, add: Add) -> None:
    add("邻居打孩子", "--category", "人身侵害线索")
    with written(jinlin) as tx:
        tx.update("issue", 1, handler="物业公司")
    assert jinlin("issue", "visits", "--json").data == []
    assert jinlin("issue", "visits", "--steward", "物业", "--json").data == []
    assert "nobody" in jinlin("issue", "visits", lang="en").out
