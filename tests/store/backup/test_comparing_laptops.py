"""`jinlin db compare`: what two computers have each done since one was copied from the other."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest
from harness import Jinlin, seeded

OTHER = ("--db", "另一台.db")


@seeded
def two(jinlin: Jinlin) -> Jinlin:
    """A database, and a copy of it in which something else was done since."""
    jinlin("issue", "add", "路灯不亮", "--category", "公共照明")
    jinlin("member", "add", "王甲", "--phone", "13805910003")
    shutil.copy(jinlin.db, jinlin.folder / "另一台.db")
    jinlin("issue", "add", "水管漏水", "--category", "公共照明")
    jinlin("issue", "edit", "1", "--urgency", "urgent", "--place", "东门")
    jinlin("member", "edit", "P2", "--phone", "13811110001")
    jinlin("issue", "add", "楼道堆物", "--category", "公共照明", *OTHER)
    jinlin("issue", "edit", "1", "--urgency", "critical", *OTHER)
    jinlin("member", "edit", "P2", "--phone", "13822220002", *OTHER)
    jinlin("building", "add", "9", *OTHER)
    return jinlin


def test_what_both_changed_stands_side_by_side_and_nothing_is_written(
    two: Jinlin, unchanged: Callable[[], None]
) -> None:
    theirs = (two.folder / "另一台.db").read_bytes()
    found = two("db", "compare", "另一台.db", "--json").data
    assert (found["only_here"], found["only_there"]) == (3, 4)
    values = {(row["record"], row["field"]): row for row in found["conflicts"]}
    urgency = values["事项 2026-0001", "紧急程度"]
    assert [urgency[key] for key in ("then", "here", "there")] == ["一般", "紧急", "特急"]
    phones = values[next(key for key in values if "P2" in key[0])]
    assert phones["here"] == "138****0001"
    assert phones["there"] == "138****0002"
    assert not any(field == "地点" for _record, field in values), "only one side changed it"
    [number] = found["numbers"]
    assert [number[key] for key in ("number", "here", "there")] == [
        "2026-0002", "水管漏水", "楼道堆物",
    ]  # fmt: skip
    assert [row["command"] for row in found["here"]] == ["member edit", "issue edit", "issue add"]
    assert found["there"][0]["command"] == "building add"
    assert (two.folder / "另一台.db").read_bytes() == theirs
    unchanged()


def test_the_same_done_on_both_is_no_conflict_and_a_deletion_is_one(jinlin: Jinlin) -> None:
    jinlin("building", "add", "1", "--floors", "6")
    jinlin("building", "add", "2", "--floors", "6")
    shutil.copy(jinlin.db, jinlin.folder / "另一台.db")
    for where in ((), OTHER):
        jinlin("building", "edit", "1", "--floors", "8", *where)
    jinlin("building", "remove", "2", "--yes")
    jinlin("building", "edit", "2", "--floors", "9", *OTHER)
    found = jinlin("db", "compare", "另一台.db", "--json").data
    [gone] = found["conflicts"]
    assert "2" in gone["record"]
    assert (gone["here"], gone["there"]) == ("已删除", "已修改")
    assert found["numbers"] == []
    jinlin("db", "compare", "另一台.db", *OTHER, code=4)


def test_a_copy_that_only_lags_behind_is_said_to(jinlin: Jinlin) -> None:
    shutil.copy(jinlin.db, jinlin.folder / "另一台.db")
    jinlin("building", "add", "1")
    found = jinlin("db", "compare", "另一台.db", "--json").data
    assert (found["only_here"], found["only_there"]) == (1, 0)
    assert found["conflicts"] == []


def test_another_complex_a_damaged_file_and_none_are_refused(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    jinlin("init", "--name", "桂园", "--db", "别的.db", "--yes")
    assert "没有共同" in jinlin("db", "compare", "别的.db", code=4).err
    (jinlin.folder / "坏.db").write_bytes(jinlin.db.read_bytes()[:5000])
    jinlin("db", "compare", "坏.db", code=4)
    (jinlin.folder / "表.csv").write_text("a,b\n", "utf-8")
    jinlin("db", "compare", "表.csv", code=4)
    jinlin("db", "compare", "没有.db", code=4)
    unchanged()


@pytest.mark.usefixtures("quick_age")
def test_an_encrypted_backup_is_compared_and_names_are_masked(two: Jinlin) -> None:
    two.variables["JINLIN_PASSPHRASE"] = "四个互不相关的词语"
    two("db", "backup", "另一台.age", "--encrypt", *OTHER)
    found = two("db", "compare", "另一台.age", "--json").data
    assert found["only_there"] == 4
    assert "1382222" not in str(found)
