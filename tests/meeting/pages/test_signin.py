"""`jinlin meeting signin`: what people sign at the door of a meeting, owners home by home."""

from __future__ import annotations

from pathlib import Path

import docx
from harness import Jinlin, seeded

HOMES = """楼栋,单元,房号,楼层,专有部分面积,面积来源,业主,使用状态
3,1,101,1,71.60,登记簿,王一明,自住
3,1,102,1,89.50,登记簿,王二,自住
5,1,101,1,60,登记簿,王三,自住
"""


@seeded
def assembly(jinlin: Jinlin) -> Jinlin:
    homes = Path(jinlin.folder / "房屋.csv")
    homes.write_text(HOMES, "utf-8")
    for building in ("3", "5"):
        jinlin("building", "add", building, "--floors", "2", "--entrances", "1")
    jinlin("household", "import", homes, "--yes", "--source", "物业移交", "--basis", "业主同意")
    jinlin("household", "add", "5-1-201")
    jinlin("meeting", "add", "--type", "业主大会", "--time", "2026-11-20 9:00", "--item", "更名")
    return jinlin


def rows_of(jinlin: Jinlin, *words: str) -> list[list[str]]:
    """Return the rows of the table to sign, its headings first."""
    jinlin("meeting", "signin", *words, "-o", "签到.docx", "--force")
    [table] = docx.Document(str(jinlin.folder / "签到.docx")).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_roll_stands_on_it_and_a_few_rows_are_left(held: Jinlin) -> None:
    held("meeting", "attend", "M1", "林秀英", "P2", "--state", "expected")
    held("meeting", "attend", "M1", "P3", "--state", "excused", "--reason", "出差")
    rows = rows_of(held, "M1")
    assert rows[0][:2] == ["序号", "姓名"]
    assert [(row[1], row[4]) for row in rows[1:5]] == [
        ("林秀英", ""), ("陈建国", ""), ("张伟", "请假"), ("", ""),
    ]  # fmt: skip
    assert [row[0] for row in rows[1:]] == [str(n) for n in range(1, 3 + 5 + 1)]
    assert len(rows_of(held, "M1", "--rows", "8")) == 1 + 3 + 8


def test_eighteen_people_leave_two_rows_so_that_one_sheet_holds_them(held: Jinlin) -> None:
    held("meeting", "add", "--type", "邻里议事会", "--time", "2026-11-04 20:30")
    others = (f"王{chr(0x5EFA + place)}民" for place in range(15))
    held("meeting", "attend", "M2", "林秀英", "P2", "P3", *others, "--state", "expected")
    assert len(rows_of(held, "M2")) == 1 + 20


def test_without_a_roll_the_members_stand_on_it(jinlin: Jinlin) -> None:
    jinlin("meeting", "add", "--type", "党课", "--time", "2026-11-20")
    assert jinlin("meeting", "signin", "M1", "--json").data["names"] == 1


def test_a_friday_council_has_a_row_for_each_unit_that_sends_somebody(jinlin: Jinlin) -> None:
    jinlin("meeting", "add", "--type", "周五议事日", "--time", "2026-11-20 9:00")
    rows = rows_of(jinlin, "M1")
    assert [row[2] for row in rows[1:6]] == [
        "街道挂点联系领导", "社区“两委”", "物业服务人", "小区党支部", "",
    ]  # fmt: skip
    assert {row[1] for row in rows[1:]} == {""}
    assert len(rows) == 1 + 4 + 5
    assert jinlin("meeting", "signin", "M1", "--json").data["names"] == 0


def test_of_owners_each_home_has_a_row_with_its_area_and_the_surname(assembly: Jinlin) -> None:
    assert rows_of(assembly, "M1") == [
        ["序号", "房号", "业主", "面积（㎡）", "签名（代理人附授权书）"],
        ["1", "3-1-101", "王**", "71.60", ""],
        ["2", "3-1-102", "王**", "89.50", ""],
        ["3", "5-1-101", "王**", "60.00", ""],
        ["4", "5-1-201", "", "", ""],
    ]
    page = assembly("meeting", "signin", "M1").out
    assert "应到4户、＿" in page, "an area is missing, so that there is no sum"
    assert assembly("meeting", "signin", "M1", "--json").data["homes"] == 4


def test_of_one_building_its_homes_alone_are_listed_with_their_area(assembly: Jinlin) -> None:
    assert len(rows_of(assembly, "M1", "--building", "3", "--rows", "1")) == 1 + 2 + 1
    assert "应到2户、161.10平方米" in assembly("meeting", "signin", "M1", "--building", "3").out


def test_owners_in_full_are_asked_about_and_logged(assembly: Jinlin) -> None:
    words = ("meeting", "signin", "M1", "--unmask", "-o", "全名.md")
    assert assembly(*words, code=2).err
    assert not (assembly.folder / "全名.md").exists()
    assembly(*words, "--yes")
    assert "王一明" in (assembly.folder / "全名.md").read_text("utf-8")
    assert "全名.md" in assembly("log").out


def test_without_homes_owners_have_a_whole_sheet_of_blank_rows(jinlin: Jinlin) -> None:
    jinlin("meeting", "add", "--type", "业主大会", "--time", "2026-12-20")
    assert len(rows_of(jinlin, "M1")) == 1 + 20


def test_what_cannot_be_is_refused(held: Jinlin) -> None:
    before = held.db.read_bytes()
    for words, code in (
        (("M9",), 3),
        (("M1", "--rows", "-1"), 2),
        (("M1", "--building", "3"), 1),
    ):
        assert held("meeting", "signin", *words, code=code).err, words
        assert held.db.read_bytes() == before, words
