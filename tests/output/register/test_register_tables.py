"""A register as a table: what a file says of the branch's rooms, given out, and to be filled in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
from harness import Jinlin, seeded

LIST = (
    "场所名称,产权,地点,用途,备注\n党群 活动室,物业,二楼,书画 周六；合唱 周日,\n书屋,,三楼,,安静\n"
)


@seeded
def one(jinlin: Jinlin) -> Jinlin:
    """A database with one room."""
    jinlin("branch", "room", "add", "党群活动室", "--use", "书画 周六", "--note", "有空调")
    return jinlin


def take(jinlin: Jinlin, text: str, *words: object, code: int = 0) -> dict[str, Any]:
    path = jinlin.folder / "场所.csv"
    path.write_text(text, "utf-8")
    got: dict[str, Any] = jinlin(
        "branch", "room", "import", path, "--yes", "--json", *words, code=code
    ).data
    return got


def test_a_table_adds_and_changes_records_and_leaves_the_rest(one: Jinlin) -> None:
    one("branch", "room", "add", "会议室")
    got = take(one, LIST)
    assert (got["added"], got["changed"], got["missing_records"]) == (1, 1, ["会议室"])
    assert one("branch", "room", "--json").data[0] == {
        "name": "党群活动室", "whose": "物业", "place": "二楼", "uses": "书画 周六；合唱 周日",
        "note": "有空调",
    }  # fmt: skip
    did = one("log", "--limit", "1", "--json", lang="en").data[0]["did"]
    assert did == "Imported into “Rooms”: 1 added, 1 changed (from —, basis —)"
    assert one.sql("SELECT register, rows FROM import_origin") == [("room", 2)]
    assert take(one, LIST)["unchanged"] == 2
    one("undo", "--yes")
    assert len(one("branch", "room", "--json").data) == 2


def test_what_a_register_cannot_take_is_given_back(
    one: Jinlin, unchanged: Callable[[], None]
) -> None:
    got = take(one, "场所名称,地点\n,二楼\n书*,三楼\n", code=5)
    assert [problem["column"] for problem in got["rejected"]] == ["场所名称", "场所名称"]
    assert take(one, LIST, "--dry-run")["added"] == 1
    unchanged()


def test_a_record_that_stands_in_two_rows_is_taken_once(one: Jinlin) -> None:
    twice = take(one, "场所名称\n书屋\n书 屋\n", code=5)
    assert [problem["reason"] for problem in twice["rejected"]] == ["与第2行是同一个场所"]


def test_an_unusual_header_is_mapped(one: Jinlin) -> None:
    take(one, "房间,楼层\n书屋,三楼\n", "--map", "房间=场所名称", "--map", "楼层=地点")
    assert one("branch", "room", "show", "书屋", "--json").data["place"] == "三楼"


def test_what_is_given_out_comes_back_and_a_template_is_filled_in(one: Jinlin) -> None:
    take(one, LIST)
    for name in ("甲.xlsx", "甲.csv", "甲.json"):
        one("branch", "room", "export", "-o", name)
        got = one("branch", "room", "import", name, "--yes", "--json").data
        assert (got["unchanged"], got["rejected"]) == (2, []), name
    made = Path(one("branch", "room", "template", "--json").data["file"])
    book = openpyxl.load_workbook(made)
    sheet = book.active
    assert sheet is not None
    sheet.cell(3, 1, "会议室")
    book.save(made)
    got = one("branch", "room", "import", made, "--yes", "--json").data
    assert (got["added"], got["missing"], got["rejected"]) == (1, 2, [])
