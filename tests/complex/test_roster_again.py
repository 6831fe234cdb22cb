"""A roster that comes a second time, and rosters that are laid out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from harness import Jinlin

from jinlin.exchange.table.leftovers import is_instruction


def roster(jinlin: Jinlin, text: str) -> Path:
    path = jinlin.folder / "房屋.csv"
    path.write_text(text, "utf-8")
    return path


def test_a_floor_only_guessed_from_the_room_does_not_replace_a_stated_one(jinlin: Jinlin) -> None:
    jinlin("household", "import", roster(jinlin, "楼栋,单元,房号,楼层\n3,1,101,2\n"), "--yes")
    again = jinlin(
        "household", "import", roster(jinlin, "楼栋,单元,房号\n3,1,101\n"), "--yes", "--json"
    )
    assert (again.data["changed"], again.data["unchanged"]) == (0, 1)
    assert jinlin.sql("SELECT floor FROM household") == [(2,)]


def test_a_share_told_later_is_kept(jinlin: Jinlin) -> None:
    jinlin("household", "import", roster(jinlin, "楼栋,房号,业主\n3,101,张三\n"), "--yes")
    told = roster(jinlin, "楼栋,房号,业主,份额\n3,101,张三,1/2\n")
    assert jinlin("household", "import", told, "--yes", "--json").data["changed"] == 1
    assert jinlin("household", "import", told, "--yes", "--json").data["unchanged"] == 1
    assert jinlin.sql("SELECT share FROM ownership") == [("1/2",)]


def test_a_further_owner_needs_no_area_of_his_own(jinlin: Jinlin) -> None:
    text = "楼栋,房号,建筑面积,业主\n3,101,80.5,张 三、王 五\n3,101,,李四\n"
    jinlin("household", "import", roster(jinlin, text), "--yes")
    names = jinlin.sql("SELECT name FROM person WHERE id IN (SELECT person_id FROM ownership)")
    assert sorted(names) == [("张三",), ("李四",), ("王五",)]


def test_more_doors_than_a_building_has_entrances_are_no_fault(jinlin: Jinlin) -> None:
    rows = "".join(f"1,{number},101\n" for number in range(1, 61))
    jinlin("household", "import", roster(jinlin, "楼栋,单元,房号\n" + rows), "--yes")
    assert jinlin.sql("SELECT entrances FROM building") == [(None,)]


def test_a_first_row_of_data_is_not_taken_for_instructions(jinlin: Jinlin) -> None:
    text = "楼栋,房号\n如意1号楼,101\n如意1号楼,102\n合计,2\n"
    outcome = jinlin("household", "import", roster(jinlin, text), "--yes", lang="en")
    assert jinlin.sql("SELECT room FROM household ORDER BY room") == [("101",), ("102",)]
    assert "Rows taken for totals or notes, not for data: 4." in outcome.err
    assert is_instruction(["如502", "例：89.5"])
    assert is_instruction(["如：502", "例如张三"])


def test_good_rows_are_told_even_when_the_others_cannot_be_given_back(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = roster(jinlin, "楼栋,房号\n3,101\n3,。。\n")
    nowhere = jinlin.folder / "no folder" / "x.csv"
    monkeypatch.setattr("jinlin.output.importing.rejects._target", lambda *_words: nowhere)
    outcome = jinlin("household", "import", path, "--yes", "--json", code=5, lang="en")
    assert outcome.data["added"] == 1
    assert "the others are in" in outcome.error["message"]
    assert "cannot be written" in outcome.error["hint"]
