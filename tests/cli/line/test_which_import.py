"""A file that is imported without a noun: its header tells what it is, or she does."""

from __future__ import annotations

import pytest
from harness import Jinlin

from jinlin.cli.line.which_import import known_imports
from jinlin.core.line.spoken_commands import as_spoken, command_paths
from jinlin.core.typed import quoted

LISTS = {
    "房屋 导入": "楼栋,单元,房号,业主姓名,面积\n3,1,101,王五,88\n",
    "党员 导入": "姓名,性别,手机,入党时间,住址\n王五,男,13900000000,2001-07-01,3-1-101\n",
    "事项 导入": "日期,内容,经办人\n2026-11-02,路灯不亮,王五\n",
    "事项 导入 ": "标题,类别,楼栋,反映日期\n路灯不亮,公共照明,3,2026-11-02\n",
    "楼栋 导入": "楼栋,单元数,总层数\n4,2,7\n",
}


def _file(jinlin: Jinlin, text: str) -> str:
    (jinlin.folder / "表.csv").write_text(text, encoding="utf-8")
    return "表.csv"


def test_every_import_can_be_told_by_a_header_but_that_whose_columns_are_its_questions() -> None:
    imports = {path for path in command_paths() if path.endswith(" import")}
    assert known_imports() == imports - {"survey import"}


@pytest.mark.parametrize("line", LISTS)
def test_the_header_tells_what_is_imported_and_it_is_said(jinlin: Jinlin, line: str) -> None:
    jinlin("building", "add", "3")
    done = jinlin("导入", _file(jinlin, LISTS[line]), "--source", "物业", "--basis", "工作需要")
    assert f"读作：{line.strip()} 表.csv" in done.err
    assert "新增1" in done.out + done.err


@pytest.mark.parametrize("register", ["household", "member", "building", "branch room", "partner"])
def test_a_blank_sheet_comes_back_to_its_register(jinlin: Jinlin, register: str) -> None:
    jinlin(*register.split(), "template", "-o", "空表.xlsx")
    said = jinlin("import", "空表.xlsx", "--dry-run").err
    assert f"读作：{as_spoken(register)} 导入 空表.xlsx" in said


def test_a_filled_form_goes_back_where_it_came_from(jinlin: Jinlin) -> None:
    jinlin("会议", "新增", "支委会", "2026-11-05", "09:00")
    jinlin("会议", "签到", "模板", "M1", "-o", "签到.xlsx")
    assert "读作：会议 签到 导入 M1 签到.xlsx" in jinlin("导入", "M1", "签到.xlsx").err


def test_a_header_that_fits_two_registers_is_asked_about(jinlin: Jinlin) -> None:
    file = _file(jinlin, "姓名,电话,房号\n王五,13900000000,3-1-101\n")
    before = jinlin.db.read_bytes()
    refused = jinlin("导入", file, code=2).err
    assert "房屋 导入 表.csv；" in refused
    assert "党员 导入 表.csv" in refused
    assert jinlin.db.read_bytes() == before
    jinlin("导入", file, typed="党员 导入 表.csv\n物业\n工作需要\n")
    assert "王五" in jinlin("member", "list", "--unmask", "--yes", code=None).out


def test_one_column_of_many_tells_nothing(jinlin: Jinlin) -> None:
    file = _file(jinlin, "楼栋,花费,经手,凭据\n3,12,王五,有\n")
    assert "看不出是什么表" in jinlin("导入", file, code=2).err


def test_a_header_that_fits_nothing_names_the_usual_lines(jinlin: Jinlin) -> None:
    refused = jinlin("导入", _file(jinlin, "甲,乙\n1,2\n"), code=2).err
    assert "看不出是什么表" in refused
    assert "jinlin 房屋 导入 表.csv" in refused


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ("房号,缴款金额,缴款日期\n3-1-101,200,2026-11-02\n", "电梯 导入"),
        ("单位名称,支持内容,金额,到位日期\n春江银行,资金,2000,2026-11-02\n", "共建单位 支持 导入"),
    ],
)
def test_money_is_said_back_before_it_is_taken(jinlin: Jinlin, rows: str, line: str) -> None:
    file = _file(jinlin, rows)
    assert f"读作：{line.strip()} 表.csv" in jinlin("导入", file, code=None).err
    before = jinlin.db.read_bytes()
    said = jinlin("导入", file, typed="n\n", code=None).err
    assert f"{line} 表.csv" in said
    assert jinlin.db.read_bytes() == before


@pytest.mark.parametrize("words", [(), ("--dry-run",)])
def test_an_import_of_no_file_says_so(jinlin: Jinlin, words: tuple[str, ...]) -> None:
    assert "jinlin 房屋 导入 房屋.xlsx" in jinlin("导入", *words, code=2).err


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("名单", "jinlin 房屋 导入 名单.xlsx"),
        ("名单.xls", "jinlin 房屋 导入 名单.xlsx"),
        ("./名单", "jinlin 房屋 导入 名单.xlsx"),
        ("花名册", "jinlin 房屋 导入 物业花名册.xlsx"),
    ],
)
def test_a_file_that_is_not_there_is_told_by_those_of_such_a_name(
    jinlin: Jinlin, typed: str, line: str
) -> None:
    for name in ("名单.xlsx", "物业花名册.xlsx", "~$名单.xlsx", "名单.exe"):
        (jinlin.folder / name).write_bytes(b"")
    assert f"请输入：{line}" in jinlin("房屋", "导入", typed, code=5).err
    assert "请核对文件名" in jinlin("房屋", "导入", "别的", code=5).err


def test_a_file_that_lies_beside_the_database_is_told_with_its_folder(jinlin: Jinlin) -> None:
    (jinlin.folder / "这里").mkdir()
    (jinlin.folder / "名单.xlsx").write_bytes(b"")
    said = jinlin("导入", "这里/名单.xlsx", code=5).err
    assert f"jinlin 导入 {quoted(str(jinlin.folder / '名单.xlsx'))}" in said
