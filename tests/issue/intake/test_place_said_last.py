"""An entrance that is said behind what an issue is about is where it is."""

from __future__ import annotations

import pytest
from harness import Jinlin, seeded


@seeded
def entrance(jinlin: Jinlin) -> Jinlin:
    jinlin("building", "add", "3")
    jinlin("household", "add", "3-1-502")
    return jinlin


@pytest.mark.parametrize("place", ["3号楼", "3号楼1单元"])
def test_the_place_is_the_last_word_of_a_title(entrance: Jinlin, place: str) -> None:
    told = entrance("事项", "新增", "电梯有异响", place).err
    assert f"{place}（取自标题）" in told or "--楼栋 3" in told
    assert entrance("issue", "show", "1", "--json").data["building"] == "3"


def test_an_entrance_that_is_no_home_is_taken_as_one_and_said(entrance: Jinlin) -> None:
    entrance("事项", "新增", "电梯有异响", "3-2", code=3)
    told = entrance("事项", "新增", "电梯有异响", "3-1").err
    assert "读作：--地点 3号楼1单元" in told
    data = entrance("issue", "show", "1", "--json").data
    assert (data["building"], data["place"]) == ("3", "3号楼1单元")
    entrance("事项", "列表", "--房号", "3-1", code=3)


def test_a_building_nobody_knows_is_a_part_of_the_title_alone(entrance: Jinlin) -> None:
    entrance("事项", "新增", "电梯有异响", "9号楼1单元")
    assert entrance("issue", "show", "1", "--json").data["building"] is None
