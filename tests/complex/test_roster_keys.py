"""Which home a row is about: never a guess, and never another building's."""

from __future__ import annotations

from pathlib import Path

import pytest
from complex.rosters import homes, reasons, taken, text
from harness import Jinlin

from jinlin.complex.rules.postal import without_place


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


def in_building_3(jinlin: Jinlin, *rooms: str) -> Path:
    """Write a roster of rooms beside the building they are in."""
    return text(jinlin, "楼号,房号\n" + "".join(f"3,{room}\n" for room in rooms))


def test_another_building_in_the_room_is_a_contradiction_and_no_entrance(jinlin: Jinlin) -> None:
    said = ("5号楼502", "5栋502", "5#502", "5幢1单元502", "5-1-502")
    outcome = taken(jinlin, in_building_3(jinlin, *said), code=5)
    assert reasons(outcome) == ["the building is not the one in its own column"] * len(said)
    assert homes(jinlin) == []


def test_a_room_beside_its_building(jinlin: Jinlin) -> None:
    said = {
        "1-502": "5-1-502", "1－502": "6-1-502", "5楼502": "7-502", "五层502室": "8-502",
        "十层1002": "9-1002", "502.0": "10-502", "甲单元502": "11-甲-502",
    }  # fmt: skip
    rows = "".join(f"{building},{room}\n" for building, room in enumerate(said, 5))
    taken(jinlin, text(jinlin, f"楼号,房号\n{rows}"))
    assert homes(jinlin) == list(said.values())


def test_two_rooms_joined_by_a_dash_are_two_homes(jinlin: Jinlin) -> None:
    said = ("501-502", "501－502", "1001~1002")
    outcome = taken(jinlin, in_building_3(jinlin, *said), code=5)
    assert reasons(outcome) == [f"“{word}” holds two homes: write a row for each" for word in said]


def test_a_floor_that_is_not_the_rooms_is_refused(jinlin: Jinlin) -> None:
    outcome = taken(jinlin, in_building_3(jinlin, "5楼602", "6楼502"), code=5)
    assert [row["row"] for row in outcome.data["rejected"]] == [2, 3]
    assert homes(jinlin) == []


def test_a_room_may_say_its_floor_in_words(jinlin: Jinlin) -> None:
    taken(jinlin, in_building_3(jinlin, "一层店面2#", "负一层车库3", "地下一层12", "店面3"))
    floors = jinlin.sql("SELECT floor FROM household ORDER BY id")
    assert floors == [(1,), (-1,), (-1,), (1,)]


def test_a_room_that_tells_no_floor_is_asked_about(jinlin: Jinlin) -> None:
    rooms = ("地下室1", "顶楼", "阁楼702", "车库12")
    outcome = taken(jinlin, in_building_3(jinlin, *rooms), code=5)
    reason = "nothing is filled in, and the room does not tell it"
    assert reasons(outcome) == [reason] * len(rooms)


def test_a_date_that_was_a_building_or_a_room_is_told_with_its_column(jinlin: Jinlin) -> None:
    rows = "2026-03-01,1,502\n3,2026-03-01,502\n3,1,2026-03-01\n"
    outcome = taken(jinlin, text(jinlin, f"楼号,单元,房号\n{rows}"), code=5)
    assert [row["column"] for row in outcome.data["rejected"]] == ["楼号", "单元", "房号"]
    turned = "the spreadsheet turned it into the date 2026-03-01"
    assert all(reason.startswith(turned) for reason in reasons(outcome))
