"""`jinlin building` and `jinlin household` as they are typed."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from harness import Jinlin, seeded

HEADER = "楼栋,单元,房号,楼层,建筑面积,业主,联系电话,使用状态,备注\n"
ROSTER = HEADER + (
    "3号楼,1单元,101,1,50.5,张美华,13900000001,自住,\n"
    "3号楼,1单元,201,2,60㎡,李四、王五,13900000002,出租,双证\n"
    "３栋,2,201,,70,欧阳建国,13900000003,空置,\n"
    "A座,,店面1,1,30,,,商铺,\n"
)


@pytest.fixture
def roster(jinlin: Jinlin) -> Path:
    path = jinlin.folder / "房屋 名册.csv"
    path.write_text(ROSTER, "utf-8")
    return path


@seeded
def listed(jinlin: Jinlin, roster: Path) -> Jinlin:
    """The homes of the roster."""
    jinlin("household", "import", roster, "--yes")
    return jinlin


def test_building_add_list_and_undo(jinlin: Jinlin) -> None:
    words = ("--floors", 7, "--entrances", 2, "--stilt-floor", "--elevator")
    assert (
        jinlin("building", "add", "3号楼", *words).out
        == "已新增楼栋“3”：层数 7；单元 2；架空层；电梯。\n"
    )
    jinlin("building", "add", "Ａ座", "--quiet")
    jinlin("楼栋", "新增", "12")
    got = jinlin("building", "list", "--json").data
    assert [row["building"] for row in got] == ["3", "12", "A"]
    assert got[0] == {
        "building": "3", "name": None, "floors": 7, "floors_below": 0, "entrances": 2,
        "stilt_floor": True, "elevator": True, "households": 0,
    }  # fmt: skip
    assert jinlin("undo").out == "撤销：删除楼栋“12”\n"
    assert [row["building"] for row in jinlin("building", "list", "--json").data] == ["3", "A"]


def test_a_building_that_cannot_be_leaves_the_database_as_it_was(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    for words, code in (
        (("add", "3", "--floors", "0"), 2),
        (("add", "3", "--floors", "200"), 2),
        (("add", "3", "--floors", "-1"), 2),
        (("add", "3", "--floors", "七"), 2),
        (("add", "3", "--entrances", "99"), 2),
        (("add", "[red]"), 2),
        (("add",), 2),
        (("add", "3", "4"), 2),
        (("add", "3", "--nosuch"), 2),
    ):
        err = jinlin("building", *words, code=code).err
        assert len(err.strip().splitlines()) == 1, words
        assert err.startswith("错误："), words


def test_the_same_building_twice_is_refused(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3")
    assert (
        "已经有楼栋“3”。要修改：jinlin 楼栋 修改 3" in jinlin("building", "add", "03幢", code=1).err
    )


def test_a_roster_brings_buildings_households_and_owners(jinlin: Jinlin, roster: Path) -> None:
    got = jinlin("household", "import", roster, "--yes", "--json").data
    assert (got["added"], got["changed"], got["unchanged"], got["rejected"]) == (4, 0, 0, [])
    rows = jinlin("household", "list", "--json").data
    assert [(r["building"], r["entrance"], r["room"], r["floor"], r["area_m2"], r["state"]) for r in rows] == [
        ("3", "1", "101", 1, "50.50", "owner_occupied"),
        ("3", "1", "201", 2, "60.00", "let"),
        ("3", "2", "201", 2, "70.00", "vacant"),
        ("A", None, "店面1", 1, "30.00", "shop"),
    ]  # fmt: skip
    assert [o["name"] for r in rows for o in r["owners"]] == ["张**", "李**", "王**", "欧阳**"]
    assert {r["building"]: r["floors"] for r in jinlin("building", "list", "--json").data} == {
        "3": 2, "A": 1,
    }  # fmt: skip


def test_names_are_shown_in_full_only_when_asked_and_the_log_remembers(listed: Jinlin) -> None:
    assert "张美华" not in listed("household", "list").out
    assert "张美华" not in listed("household", "list", "--csv").out
    assert "张美华" in listed("household", "list", "--unmask").out
    assert "household list" in listed("log", "--json").data[0]["did"]
    assert "13900000001" not in listed("household", "list", "--json").out


def test_the_same_file_twice_changes_nothing(jinlin: Jinlin, roster: Path) -> None:
    jinlin("household", "import", roster, "--yes")
    before = jinlin.db.read_bytes()
    got = jinlin("household", "import", roster, "--yes", "--json").data
    assert (got["added"], got["changed"], got["unchanged"]) == (0, 0, 4)
    assert jinlin.db.read_bytes() == before


def test_a_changed_row_updates_and_a_vanished_one_is_kept(jinlin: Jinlin, roster: Path) -> None:
    jinlin("household", "import", roster, "--yes")
    roster.write_text(
        HEADER + "3,1,101,1,55,张美华,13900000009,自住,\n3,1,201,2,60,李四、王五,,,\n", "utf-8"
    )
    got = jinlin("household", "import", roster, "--yes", "--json").data
    assert (got["added"], got["changed"], got["unchanged"], got["missing"]) == (0, 1, 1, 1)
    assert jinlin.sql("SELECT area FROM household WHERE room = '101'") == [(5500,)]
    assert jinlin.sql("SELECT phone FROM person WHERE name = '张美华'") == [("13900000009",)]
    assert jinlin.sql("SELECT state FROM household WHERE room = '201' AND entrance = '1'") == [
        ("let",)
    ]


def test_one_undo_takes_a_whole_import_back(listed: Jinlin) -> None:
    listed("undo", "--yes")
    assert listed("household", "list", "--json").data == []
    assert listed("building", "list", "--json").data == []
    assert listed.sql("SELECT count(*) FROM ownership") == [(0,)]
    listed("redo", "--yes")
    assert len(listed("household", "list", "--json").data) == 4


def test_bad_rows_are_listed_and_given_back_and_import_after_mending(jinlin: Jinlin) -> None:
    path = jinlin.folder / "名册.csv"
    path.write_text(
        HEADER
        + "3,1,101,1,50,张三,13900000001,,\n"
        + "3,1,,2,50,,,,\n"
        + "3,1,301,0,50,,,,\n"
        + "3,1,401,4,五十,,,,\n"
        + "3,1,501,5,50,李*,,,\n"
        + "3,1,601,6,50,李四,1.39E+10,,\n",
        "gb18030",
    )
    got = jinlin("household", "import", path, "--yes", "--json", code=5)
    assert got.data["added"] == 1
    assert [(r["row"], r["column"]) for r in got.data["rejected"]] == [
        (3, "房号"), (4, "楼层"), (5, "建筑面积"), (6, "业主"), (7, "联系电话"),
    ]  # fmt: skip
    assert all(row["reason"] for row in got.data["rejected"])
    back = Path(got.data["reject_file"])
    with back.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 6
    mended = [
        rows[0],
        *(["3", "1", f"{n}01", str(n), "50", "", "", "", "", ""] for n in range(2, 7)),
    ]
    with back.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(mended)
    assert jinlin("household", "import", back, "--yes", "--json").data["added"] == 5


def test_strict_takes_all_rows_or_none(jinlin: Jinlin, unchanged: Callable[[], None]) -> None:
    path = jinlin.folder / "名册.csv"
    path.write_text("楼栋,房号\n3,101\n3,\n", "utf-8")
    assert (
        "--strict"
        in jinlin("household", "import", path, "--yes", "--strict", code=5, lang="en").err
    )


def test_dry_run_tells_and_keeps_nothing(
    jinlin: Jinlin, roster: Path, unchanged: Callable[[], None]
) -> None:
    got = jinlin("household", "import", roster, "--dry-run", "--json").data
    assert (got["added"], got["dry_run"]) == (4, True)


def test_a_workbook_with_a_title_a_note_and_a_total_is_read(jinlin: Jinlin) -> None:
    path = jinlin.folder / "房屋.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("名册")
    for number, row in enumerate(
        [["梅苑小区房屋名册"], ["房屋地址", "建筑面积（㎡）", "产权人 姓名"],
         ["3号楼1单元502室", 89.5, "张 三"], [], ["3-1-602", 90, "李四"], ["合计", 179.5]]
    ):  # fmt: skip
        sheet.write_row(number, 0, row)
    book.close()
    assert jinlin("household", "import", path, "--yes", "--json").data["added"] == 2
    rows = jinlin("household", "list", "--json").data
    assert [(r["room"], r["floor"], r["area_m2"]) for r in rows] == [
        ("502", 5, "89.50"), ("602", 6, "90.00"),
    ]  # fmt: skip


def test_a_file_that_is_no_roster_is_one_clear_line(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    for name, content in (
        ("坏.csv", b"\xff\xfe\x00\x00\x81"),
        ("坏.xlsx", b"PK\x03\x04not a workbook"),
        ("空.csv", b""),
        ("无表头.csv", "一,二\n1,2\n".encode()),
        ("图片.csv", b"\x89PNG\r\n\x1a\n\x00\x00"),
    ):
        path = jinlin.folder / name
        path.write_bytes(content)
        err = jinlin("household", "import", path, "--yes", code=5).err
        assert err.startswith("错误："), name
        assert len(err.strip().splitlines()) == 1, name


def test_a_missing_file_is_named(jinlin: Jinlin, unchanged: Callable[[], None]) -> None:
    assert "没有.csv" in jinlin("household", "import", "没有.csv", "--yes", code=5).err


def test_an_unknown_building_lists_those_there_are(listed: Jinlin) -> None:
    got = listed("household", "list", "--building", "9", "--json", code=3)
    assert "3" in got.error["hint"]
    assert "A" in got.error["hint"]


def test_filters_find_by_building_entrance_and_words(listed: Jinlin) -> None:

    def found(*words: str) -> list[str]:
        return [r["room"] for r in listed("household", "list", *words, "--json").data]

    assert found("--building", "3号楼", "--entrance", "2单元") == ["201"]
    assert found("--text", "欧阳") == ["201"]
    assert found("--text", "双证") == ["201"]
    assert found("--text", "店面") == ["店面1"]
    assert found("--limit", "1") == ["101"]


def test_an_empty_register_says_what_to_do_next(jinlin: Jinlin) -> None:
    assert "房屋 导入" in jinlin("household", "list").out
    assert "楼栋 新增" in jinlin("building", "list").out


def test_the_secretary_is_not_recorded_twice(jinlin: Jinlin) -> None:
    path = jinlin.folder / "名册.csv"
    path.write_text(HEADER + "3,1,502,5,50,林秀英,13900000001,,\n", "utf-8")
    assert "P1 林**" in jinlin("household", "import", path, "--yes", lang="en").err
    assert jinlin.sql("SELECT number, name, phone FROM person") == [(1, "林秀英", "13900000001")]
