"""What a new secretary stumbled over in her first week."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from harness import Jinlin

DOORS = ("--floors", "7", "--per-floor", "2", "--total", "48万")


def test_a_due_date_from_the_notebook_follows_the_day_of_the_report(jinlin: Jinlin) -> None:
    words = ("--category", "邻里", "--date", "2026-09-01", "--due", "9月10日")
    assert jinlin("issue", "add", "漏水", *words, "--json").data["due_on"] == "2026-09-10"
    assert len(jinlin("issue", "list", "--overdue", "--json").data) == 1


def test_a_rehearsed_plan_is_not_called_saved(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    err = jinlin("elevator", "split", *DOORS, "--save", "甲", "--dry-run").err
    assert "试运行" in err
    assert "已保存" not in err


@pytest.mark.parametrize("name", ["", "  "])
def test_a_plan_needs_a_name(jinlin: Jinlin, unchanged: Callable[[], None], name: str) -> None:
    assert "“--保存”是空的" in jinlin("elevator", "split", *DOORS, "--save", name, code=2).err


@pytest.mark.parametrize("name", ["", "   "])
def test_a_complex_needs_a_name(bare: Jinlin, name: str) -> None:
    assert "“--名称”是空的" in bare("init", "--name", name, "--yes", code=2).err
    assert list(bare.folder.iterdir()) == []


def test_several_entrances_in_one_split_are_pointed_out(jinlin: Jinlin) -> None:
    path = jinlin.folder / "房屋.csv"
    path.write_text("楼栋,单元,房号\n3,1,101\n3,1,201\n3,2,101\n3,2,201\n", "utf-8")
    jinlin("household", "import", path, "--yes")
    whole = ("elevator", "split", "--building", "3", "--total", "1万")
    assert "--单元 1" in jinlin(*whole).err
    assert "--单元" not in jinlin(*whole, "--entrance", "1").err
    assert (
        "没有“9”单元"
        in jinlin("household", "list", "--building", "3", "--entrance", "9", code=3).err
    )
    jinlin("building", "add", "5")
    jinlin("household", "add", "5-101")
    for building, there in (("3", "已有：1、2。"), ("5", "只写楼栋就行")):
        where = ("--building", building, "--entrance", "9")
        assert there in jinlin("household", "list", *where, code=3).err


def test_a_subsidy_above_the_cost_is_pointed_out(bare: Jinlin) -> None:
    assert "500,000.00" in bare("elevator", "split", *DOORS, "--subsidy", "50万").err


def test_numbers_are_never_broken_in_a_table(jinlin: Jinlin) -> None:
    jinlin("elevator", "split", *DOORS, "--subsidy", "4万", "--save", "3号楼1单元加装电梯第一稿")
    assert "480,000.00" in jinlin("elevator", "list").out


def test_rooms_may_be_named_in_one_word_and_ways_of_sharing_in_chinese(bare: Jinlin) -> None:
    got = bare("elevator", "split", *DOORS, "--exclude", "201，202", "--by", "按户", "--json").data
    assert [d["room"] for d in got["households"] if d["status"] == "excluded"] == ["201", "202"]


def test_a_restore_that_fails_leaves_the_database_alone_and_says_so(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    assert "找不到备份" in jinlin("db", "restore", "无.db", "--yes", code=4).err
    (jinlin.folder / "别的.txt").write_text("x", "utf-8")
    assert "没有动" in jinlin("db", "restore", "别的.txt", "--yes", code=4).err


def test_a_backup_goes_into_the_folder_that_was_named(jinlin: Jinlin) -> None:
    (jinlin.folder / "U盘").mkdir()
    jinlin("db", "backup", "U盘")
    assert len(list((jinlin.folder / "U盘").glob("jinlin-*.db"))) == 1


def test_the_log_of_one_record_is_found_by_its_short_number(jinlin: Jinlin) -> None:
    jinlin("issue", "add", "路灯", "--category", "设施")
    assert [row["command"] for row in jinlin("log", "1", "--json").data] == ["issue add"]
    assert "没有关于“E1”的操作" in jinlin("log", "E1").out


def test_a_header_is_mapped_in_the_words_of_the_table(jinlin: Jinlin) -> None:
    path = jinlin.folder / "表.csv"
    path.write_text("楼栋,门,层数说明\n3,101,1\n", "utf-8")
    got = jinlin("household", "import", path, "--map", "门=房号", "--yes", "--json").data
    assert got["added"] == 1


def test_people_of_one_name_are_told_apart_by_their_phones(jinlin: Jinlin) -> None:
    jinlin("member", "add", "李明", "--phone", "13900001111")
    jinlin("member", "add", "李明", "--phone", "13900002222", "--namesake")
    jinlin("issue", "add", "路灯", "--category", "设施")
    err = jinlin("issue", "assign", "1", "李明", code=3).err
    assert "1111" in err
    assert "2222" in err
    assert "13900001111" not in err
