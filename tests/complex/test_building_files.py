"""`jinlin building import`, `export` and `template`: what comes out goes in again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
from harness import Jinlin


def saved(jinlin: Jinlin, text: str, name: str = "楼栋.csv") -> Path:
    path = jinlin.folder / name
    path.write_text(text, "utf-8")
    return path


def take(jinlin: Jinlin, path: object, *words: str, code: int = 0) -> Any:
    return jinlin("building", "import", path, "--yes", "--json", *words, code=code).data


LIST = (
    "楼栋,楼栋名称,总层数,地下层,单元数,架空层,电梯,备注\n"
    "3号楼,,18层,1,2,有,有,\n"
    "A座,紫荆阁,七层,,,无,2部,临街\n"
    "10,,,,,,,\n"
)


def test_a_list_of_buildings_is_understood_and_again_changes_nothing(jinlin: Jinlin) -> None:
    path = saved(jinlin, LIST)
    assert take(jinlin, path)["added"] == 3
    rows = jinlin.sql(
        "SELECT code, name, floors, floors_below, entrances, stilt_floor, elevator, note"
        " FROM building ORDER BY id"
    )
    assert rows == [
        ("3", None, 18, 1, 2, 1, 1, None),
        ("A", "紫荆阁", 7, 0, None, 0, 1, "临街"),
        ("10", None, None, 0, None, 0, 0, None),
    ]
    assert take(jinlin, path)["unchanged"] == 3


def test_what_the_list_leaves_empty_stays_and_what_it_says_changes(jinlin: Jinlin) -> None:
    take(jinlin, saved(jinlin, LIST))
    got = take(jinlin, saved(jinlin, "楼栋,电梯\n3,无\nA,\n"))
    assert (got["changed"], got["unchanged"], got["missing"]) == (1, 1, 1)
    assert got["changes"] == [{"record": "3", "what": "电梯 是 → 否"}]
    assert jinlin.sql("SELECT floors, elevator FROM building WHERE code = '3'") == [(18, 0)]
    jinlin("undo", "--yes")
    assert jinlin.sql("SELECT floors, elevator FROM building WHERE code = '3'") == [(18, 1)]


def test_a_row_that_cannot_be_taken_is_refused_and_the_others_are_in(jinlin: Jinlin) -> None:
    rows = {
        "3-1-502,,3,,,,,": "楼栋",
        ",,3,,,,,": "楼栋",
        "5,,三十几,,,,,": "总层数",
        "6,,151,,,,,": "",
        "7,,7,,,,可能有,": "电梯",
        "8,,7,,,,,\n8,,8,,,,,": "楼栋",
    }
    got = take(jinlin, saved(jinlin, LIST + "".join(f"{row}\n" for row in rows)), code=5)
    assert [problem["column"] for problem in got["rejected"]] == list(rows.values())
    assert jinlin.sql("SELECT code FROM building ORDER BY id") == [("3",), ("A",), ("10",), ("8",)]


def test_a_rehearsal_and_a_list_without_buildings_leave_the_file_alone(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    assert take(jinlin, saved(jinlin, LIST), "--dry-run")["added"] == 3
    jinlin("building", "import", saved(jinlin, "层数,电梯\n7,有\n"), "--yes", code=5)
    unchanged()


def test_an_export_comes_back_byte_for_byte(jinlin: Jinlin) -> None:
    jinlin("config", "field", "add", "building", "建成年份", "--kind", "number")
    take(
        jinlin,
        saved(jinlin, LIST.replace("备注", "备注,建成年份").replace(",有,\n", ",有,,1998\n")),
    )
    kinds = [(ending, lang) for ending in (".xlsx", ".csv", ".json") for lang in ("zh", "en")]
    for ending, lang in kinds:
        jinlin("building", "export", "-o", f"甲{lang}{ending}", lang=lang)
    jinlin.db.unlink()
    jinlin("init", "--name", "新", "--yes")
    jinlin("config", "field", "add", "building", "建成年份", "--kind", "number")
    anew = jinlin.db.read_bytes()
    for ending, lang in kinds:
        first, second = (jinlin.folder / f"{name}{lang}{ending}" for name in "甲乙")
        jinlin.db.write_bytes(anew)
        assert take(jinlin, first)["added"] == 3
        jinlin("building", "export", "-o", second, lang=lang)
        assert second.read_bytes() == first.read_bytes(), (ending, lang)


def test_the_template_holds_no_data_and_comes_back_filled_in(jinlin: Jinlin) -> None:
    jinlin("config", "field", "add", "building", "外墙", "--choices", "瓷砖,涂料")
    made = Path(jinlin("building", "template", "--json").data["file"])
    again = Path(jinlin("building", "template", "--json").data["file"])
    assert made != again, "never over another file"
    assert made.read_bytes() == again.read_bytes()
    book = openpyxl.load_workbook(made)
    sheet = book.active
    assert sheet is not None
    headings = [cell.value for cell in sheet[1]]
    assert headings[-1] == "外墙"
    assert len(sheet.data_validations.dataValidation) == 3
    assert sheet.freeze_panes == "A3"
    for place, value in ((1, "3"), (3, 18), (7, _first_choice(sheet, 7)), (9, "瓷砖")):
        sheet.cell(3, place, value)
    book.save(made)
    outcome = jinlin("building", "import", made, "--yes", "--json")
    assert (outcome.data["added"], outcome.data["rejected"]) == (1, [])
    assert jinlin.sql("SELECT code, floors, elevator FROM building") == [("3", 18, 1)]
    assert jinlin.sql("SELECT value FROM field_value") == [("瓷砖",)]


def _first_choice(sheet: Any, column: int) -> str:
    letter = openpyxl.utils.get_column_letter(column)
    for validation in sheet.data_validations.dataValidation:
        if str(validation.sqref).startswith(letter):
            return str(validation.formula1).strip('"').split(",")[0]
    raise AssertionError(column)


def test_floors_are_counted_in_words_and_each_on_its_side(jinlin: Jinlin) -> None:
    rows = "楼栋,楼层数,地下层数,单元数\n3,地上18层,地下一层,2个单元\n5,地下1层,,\n6,,,地下2\n"
    got = take(jinlin, saved(jinlin, rows), code=5)
    assert [problem["row"] for problem in got["rejected"]] == [3, 4]
    sizes = "SELECT code, floors, floors_below, entrances FROM building"
    assert jinlin.sql(sizes) == [("3", 18, 1, 2)]


def test_a_list_does_not_make_a_building_smaller_than_its_homes(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3", "--floors", "7", "--floors-below", "1", "--entrances", "2")
    jinlin("building", "add", "5", "--floors", "7")
    for home in ("3-1-501", "3-2--101"):
        jinlin("household", "add", home)
    for column, value in (("总层数", "4"), ("地下层数", "0"), ("单元数", "1")):
        got = take(jinlin, saved(jinlin, f"楼栋,{column}\n3,{value}\n"), code=5)
        assert (got["changed"], got["missing_records"]) == (0, ["5"]), column
        assert got["rejected"][0]["reason"].startswith("3号楼登记"), column
