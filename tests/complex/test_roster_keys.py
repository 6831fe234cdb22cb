"""Which home a row is about: never a guess, and never another building's."""

from __future__ import annotations

import pytest
from complex.rosters import homes, reasons, taken, text
from conftest import Jinlin

from jinlin.complex.postal import without_place


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("梅苑小区3号楼1单元502室", "3号楼1单元502室"),
        ("福州市鼓楼区梅苑小区3号楼502", "3号楼502"),
        ("福建省福州市鼓楼区金山街道梅苑3-1-503", "3-1-503"),
        ("金山街道梅苑小区-3-502", "3-502"),
        ("中山路88号3栋502", "3栋502"),
        ("中山路88号梅苑小区紫荆阁502", "紫荆阁502"),
        ("福州市仓山区金山街道金山社区金榕南路10号3#502", "3#502"),
        ("福州市鼓楼区3号楼502", "3号楼502"),
        # what belongs to the name of the building, or may do so, stays
        ("东区3号楼502", "东区3号楼502"),
        ("梅苑阁502", "梅苑阁502"),
        ("3号楼502", "3号楼502"),
        ("中山路88号楼502", "中山路88号楼502"),
        ("梅苑小区", "梅苑小区"),
        ("", ""),
    ],
)
def test_what_stands_before_the_building_is_taken_off(said: str, rest: str) -> None:
    assert without_place(said, "梅苑小区") == rest


def test_an_address_that_begins_with_the_complex_names_no_new_building(jinlin: Jinlin) -> None:
    rows = "梅苑小区3号楼1单元502室,张三\n福州市鼓楼区中山路8号梅苑小区3-1-503,李四\n"
    taken(jinlin, text(jinlin, f"房屋地址,业主\n{rows}"))
    assert homes(jinlin) == ["3-1-502", "3-1-503"]


@pytest.mark.parametrize("said", ["5号楼502", "5栋502", "5#502", "5幢1单元502", "5-1-502"])
def test_another_building_in_the_room_is_a_contradiction_and_no_entrance(
    jinlin: Jinlin, said: str
) -> None:
    outcome = taken(jinlin, text(jinlin, f"楼号,房号\n3,{said}\n"), code=5)
    assert reasons(outcome) == ["the building is not the one in its own column"]
    assert homes(jinlin) == []


@pytest.mark.parametrize(
    ("said", "home"),
    [
        ("1-502", "3-1-502"), ("1－502", "3-1-502"), ("5楼502", "3-502"), ("五层502室", "3-502"),
        ("十层1002", "3-1002"), ("502.0", "3-502"), ("甲单元502", "3-甲-502"),
    ],
)  # fmt: skip
def test_a_room_beside_its_building(jinlin: Jinlin, said: str, home: str) -> None:
    taken(jinlin, text(jinlin, f"楼号,房号\n3,{said}\n"))
    assert homes(jinlin) == [home]


@pytest.mark.parametrize("said", ["501-502", "501－502", "1001~1002"])
def test_two_rooms_joined_by_a_dash_are_two_homes(jinlin: Jinlin, said: str) -> None:
    outcome = taken(jinlin, text(jinlin, f"楼号,房号\n3,{said}\n"), code=5)
    assert reasons(outcome) == [f"“{said}” holds two homes: write a row for each"]


@pytest.mark.parametrize("said", ["5楼602", "6楼502"])
def test_a_floor_that_is_not_the_rooms_is_refused(jinlin: Jinlin, said: str) -> None:
    taken(jinlin, text(jinlin, f"楼号,房号\n3,{said}\n"), code=5)
    assert homes(jinlin) == []


@pytest.mark.parametrize(
    ("room", "floor"),
    [("一层店面2#", 1), ("负一层车库3", -1), ("地下一层12", -1), ("店面3", 1)],
)
def test_a_room_may_say_its_floor_in_words(jinlin: Jinlin, room: str, floor: int) -> None:
    taken(jinlin, text(jinlin, f"楼号,房号\n3,{room}\n"))
    assert jinlin.sql("SELECT floor FROM household") == [(floor,)]


@pytest.mark.parametrize("room", ["地下室1", "顶楼", "阁楼702", "车库12"])
def test_a_room_that_tells_no_floor_is_asked_about(jinlin: Jinlin, room: str) -> None:
    outcome = taken(jinlin, text(jinlin, f"楼号,房号\n3,{room}\n"), code=5)
    assert reasons(outcome) == ["nothing is filled in, and the room does not tell it"]


@pytest.mark.parametrize(
    ("row", "column"),
    [("2026-03-01,1,502", "楼号"), ("3,2026-03-01,502", "单元"), ("3,1,2026-03-01", "房号")],
)
def test_a_date_that_was_a_building_or_a_room_is_told_with_its_column(
    jinlin: Jinlin, row: str, column: str
) -> None:
    outcome = taken(jinlin, text(jinlin, f"楼号,单元,房号\n{row}\n"), code=5)
    [problem] = outcome.data["rejected"]
    assert problem["column"] == column
    assert problem["reason"].startswith("the spreadsheet turned it into the date 2026-03-01")
