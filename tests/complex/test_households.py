"""`jinlin household add`, `show`, `edit`, `remove` and `list` as they are typed."""

from __future__ import annotations

import pytest
from harness import Jinlin, seeded


@seeded
def homes(jinlin: Jinlin) -> Jinlin:
    jinlin("building", "add", "3", "--floors", 7, "--entrances", 2)
    jinlin("building", "add", "A", "--floors", 3)
    jinlin("household", "add", "3-1-502", "--area", "89.5㎡", "--owner", "张美华", "--phone", "13800000001",
           "--state", "自住", "--basis", "产权证", "--occupants", "3")  # fmt: skip
    jinlin("household", "add", "3-2-502", "--owner", "欧阳海", "--state", "let", "--note", "双证")
    jinlin("household", "add", "3-2-101")
    jinlin("household", "add", "A-店面1", "--floor", "1", "--state", "shop", "--owner", "张美华")
    return jinlin


def rooms(jinlin: Jinlin, *words: object) -> list[str]:
    return [
        "-".join(part for part in (row["building"], row["entrance"], row["room"]) if part)
        for row in jinlin("household", "list", *words, "--json").data
    ]


def test_a_household_is_recorded_with_what_is_said(homes: Jinlin) -> None:
    home = homes("household", "show", "3号楼1单元502室", "--json").data
    assert {key: home[key] for key in ("building", "entrance", "room", "floor", "area_m2")} == {
        "building": "3", "entrance": "1", "room": "502", "floor": 5, "area_m2": "89.50",
    }  # fmt: skip
    assert (home["area_basis"], home["state"], home["persons"]) == ("registry", "owner_occupied", 3)
    [owner] = home["owners"]
    assert (owner["name"], owner["phone"], owner["share"]) == ("张美华", "138****0001", None)


def test_phones_are_shown_in_full_only_when_asked(homes: Jinlin) -> None:
    shown = homes("household", "show", "3-1-502", "--unmask", "--json").data
    assert shown["owners"][0]["phone"] == "13800000001"
    assert "household show" in homes("log", "--json").data[0]["did"]


def test_a_new_name_can_be_found_by_its_sound(homes: Jinlin) -> None:
    assert homes.sql("SELECT pinyin, initials FROM person WHERE name = '欧阳海'") == [
        ("ouyanghai", "oyh")
    ]


def test_what_cannot_be_is_refused_in_one_line_and_changes_nothing(homes: Jinlin) -> None:
    before = homes.db.read_bytes()
    for words, code in (
        (("add", "3-1-502"), 1),  # recorded already
        (("add", "3-502"), 2),  # which entrance
        (("add", "502"), 2),  # which building
        (("add", "9-101"), 3),
        (("add", "3-1-802"), 1),  # above the roof
        (("add", "3-1--101"), 1),  # below the ground
        (("add", "3-3-102"), 1),  # a third entrance of two
        (("add", "A-店面2"), 2),  # which floor
        (("add", "A-店面2", "--floor", "0"), 2),
        (("add", "A-102", "--area", "大"), 2),
        (("add", "A-102", "--state", "火星"), 2),
        (("add", "A-102", "--basis", "听说"), 2),
        (("add", "A-102", "--occupants", "很多"), 2),
        (("add", "A-102", "--share", "1/2"), 2),
        (("add", "A-102", "--owner", "张三", "--owner", "李四", "--share", "2/3"), 1),
        (("add", "A-102", "--owner", "张三", "--share", "1/2", "--share", "1/2"), 2),
        (("add", "A-102", "--owner", "张三", "--phone", "1"), 2),
        (("add", "A-102", "--owner", "李*"), 2),
        (("add", "A-102", "--owner", "张美华", "--phone", "13900000009"), 1),
        (("add",), 2),
        (("show", "3-502"), 3),
        (("show", "502"), 3),
        (("show", "3-1-999"), 3),
        (("edit", "3-1-502"), 2),
        (("edit", "3-1-502", "--state", "自住"), 1),
        (("edit", "3-2-101", "--room", "502"), 1),
        (("edit", "3-2-101", "--floor", "8"), 1),
        (("edit", "3-2-101", "--entrance", "3"), 1),
        (("remove", "9-1-101"), 3),
        (("list", "--state", "火星"), 2),
        (("list", "--floor", "五"), 2),
        (("list", "--building", "9"), 3),
        (("list", "--building", "3", "--entrance", "9"), 3),
        (("list", "--tag", " "), 2),
    ):
        got = homes("household", *words, code=code)
        assert len(got.err.strip().splitlines()) == 1, words
        assert homes.db.read_bytes() == before, words


def test_a_door_that_may_be_several_is_refused_with_all_of_them(homes: Jinlin) -> None:
    error = homes("household", "show", "3-502", "--json", code=3).error
    assert "3-1-502" in error["message"]
    assert "3-2-502" in error["message"]


def test_a_door_in_the_wrong_entrance_is_refused_with_the_right_one(homes: Jinlin) -> None:
    assert "3-2-101" in homes("household", "show", "3-1-101", "--json", code=3).error["hint"]


def test_a_room_that_is_unique_needs_no_building(homes: Jinlin) -> None:
    assert homes("household", "show", "101", "--json").data["entrance"] == "2"


def test_an_edit_changes_and_clears_and_a_new_room_brings_its_floor(homes: Jinlin) -> None:
    homes("household", "edit", "3-2-502", "--room", "601", "--note", "", "--area", "70")
    home = homes("household", "show", "3-2-601", "--json").data
    assert (home["floor"], home["note"], home["area_m2"]) == (6, None, "70.00")
    homes("undo")
    home = homes("household", "show", "3-2-502", "--json").data
    assert (home["floor"], home["note"], home["area_m2"]) == (5, "双证", None)


def test_a_removed_household_takes_its_owners_along_and_undo_brings_all_back(
    homes: Jinlin,
) -> None:
    homes("household", "owner", "3-1-502", "李四")
    assert "--确认" in homes("household", "remove", "3-1-502", code=2).err
    homes("household", "remove", "3-1-502", "--yes")
    assert rooms(homes, "--owner", "李四") == []
    assert homes("building", "show", "3", "--json").data["households"] == 2
    homes("undo", "--yes")
    assert rooms(homes, "--owner", "李四") == ["3-1-502"]


def test_a_home_without_owners_is_removed_without_asking(homes: Jinlin) -> None:
    homes("household", "remove", "3-2-101")
    assert "3-2-101" not in rooms(homes)


def test_a_home_with_an_open_issue_stays_and_says_which(homes: Jinlin) -> None:
    homes("issue", "add", "三号楼二单元101漏水", "--room", "3-2-101", "--category", "公共照明")
    said = homes("household", "remove", "3-2-101", code=1).err
    assert "未办结的事项（2026-0001）" in said
    assert "房屋 修改 3-2-101" in said
    homes("issue", "close", "1", "--result", "已修")
    homes("household", "remove", "3-2-101")


def test_the_last_home_of_an_entrance_with_a_steward_neither_leaves_nor_moves(
    homes: Jinlin,
) -> None:
    homes("household", "remove", "3-2-101")
    homes("member", "add", "陈建国", "--party-state", "full")
    homes("team", "cover", "陈建国", "--building", "3", "--entrance", "2")
    assert "红色楼管" in homes("household", "remove", "3-2-502", "--yes", code=1).err
    assert "红色楼管" in homes("household", "edit", "3-2-502", "--entrance", "1", "--room", "601",
                               code=1).err  # fmt: skip
    homes("team", "uncover", "陈建国")
    homes("household", "remove", "3-2-502", "--yes")


def test_filters_are_and_and_a_comma_is_or(homes: Jinlin) -> None:
    assert rooms(homes) == ["3-1-502", "3-2-101", "3-2-502", "A-店面1"]
    assert rooms(homes, "--building", "3,A", "--floor", "1") == ["3-2-101", "A-店面1"]
    assert rooms(homes, "--state", "出租，商铺") == ["3-2-502", "A-店面1"]
    assert rooms(homes, "--building", "3", "--entrance", "2", "--state", "let") == ["3-2-502"]
    assert rooms(homes, "--floor", "-1") == []


def test_search_finds_by_room_remark_name_phone_and_sound(homes: Jinlin) -> None:
    homes("household", "occupant", "3-2-101", "陈小东", "--tenant")
    assert rooms(homes, "--text", "店面") == ["A-店面1"]
    assert rooms(homes, "--text", "双证") == ["3-2-502"]
    assert rooms(homes, "--text", "美华") == ["3-1-502", "A-店面1"]
    assert rooms(homes, "--text", "zmh") == ["3-1-502", "A-店面1"]
    assert rooms(homes, "--text", "0001") == ["3-1-502", "A-店面1"]
    assert rooms(homes, "--text", "小东") == ["3-2-101"]
    assert rooms(homes, "--owner", "小东") == []
    assert rooms(homes, "--owner", "ouyang") == ["3-2-502"]


def test_a_search_that_finds_nothing_does_not_say_that_nothing_is_recorded(homes: Jinlin) -> None:
    assert "import" not in homes("household", "list", "--text", "没有", lang="en").out


def test_the_first_rows_are_those_of_the_whole_list(jinlin: Jinlin) -> None:
    for building in ("10", "2", "A"):
        jinlin("building", "add", building, "--floors", 12)
        for room in ("1001", "201", "101", "102"):
            jinlin("household", "add", f"{building}-{room}")
    every = rooms(jinlin)
    assert every[:5] == ["2-101", "2-102", "2-201", "2-1001", "10-101"]
    for limit in (1, 4, 5, 11):
        assert rooms(jinlin, "--limit", limit) == every[:limit]
        assert rooms(jinlin, "--text", "1", "--limit", limit) == [r for r in every if "1" in r.split("-")[1]][:limit]  # fmt: skip


def test_a_known_name_is_taken_to_be_the_person_and_said(homes: Jinlin) -> None:
    got = homes("household", "add", "A-102", "--owner", "欧阳海", lang="en")
    assert "欧阳**" in got.err
    assert homes.sql("SELECT count(*) FROM person WHERE name = '欧阳海'") == [(1,)]
    homes("household", "add", "A-103", "--owner", "欧阳海", "--namesake")
    assert homes.sql("SELECT count(*) FROM person WHERE name = '欧阳海'") == [(2,)]
    assert "P" in homes("household", "add", "A-104", "--owner", "欧阳海", code=3).err


def test_adding_is_undone_whole(homes: Jinlin) -> None:
    homes("household", "add", "A-102", "--owner", "新来的")
    homes("undo")
    assert "A-102" not in rooms(homes)
    assert homes.sql("SELECT count(*) FROM person WHERE name = '新来的'") == [(0,)]
    assert "新来的" not in homes("log", "--json").out


def test_a_floor_said_before_a_door_is_no_building(homes: Jinlin) -> None:
    homes("building", "add", "5", "--floors", 7)
    said = homes("household", "show", "5楼502", code=3).err
    assert "3-1-502" in said
    assert "3-2-502" in said
    homes("household", "remove", "3-2-502", "--yes")
    for text in ("5楼502", "五楼502", "五零二", "5层502", "3#五零二", "3-1-五〇二"):
        assert homes("household", "show", text, "--json").data["entrance"] == "1"
    said = homes("household", "add", "5楼503", code=2).err
    assert "5号楼503" in said
    homes("household", "add", "3-1-五零三")
    assert "3-1-503" in rooms(homes)


def test_a_door_recorded_in_numerals_is_still_found(
    homes: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as once:  # as rooms were read once
        once.setattr("jinlin.complex.rules.address.in_digits", lambda room: room)
        homes("household", "add", "3-1-五零一", "--floor", 5)
    assert "3-1-五零一" in rooms(homes)
    assert homes("household", "show", "3-1-501", "--json").data["room"] == "五零一"
    homes("household", "edit", "3-1-五零一", "--room", "501")
    assert "3-1-501" in rooms(homes)


def test_a_number_that_may_be_the_floor_is_not_taken_for_a_building(homes: Jinlin) -> None:
    before = homes.db.read_bytes()
    said = homes("household", "add", "5楼501", code=2, lang="en").err
    assert "is 5 the building or the floor" in said
    assert "5号楼501" in said
    assert homes.db.read_bytes() == before


def test_a_use_is_understood_as_people_say_it_and_else_the_words_are_listed(
    homes: Jinlin,
) -> None:
    for said, kept in (("自住", "owner_occupied"), ("出租中", "let"), ("Owner Occupied", "owner_occupied"), ("闲置", "vacant")):  # fmt: skip
        homes("household", "edit", "3-2-101", "--state", said)
        assert homes("household", "show", "3-2-101", "--json").data["state"] == kept
    hint = homes("household", "edit", "3-2-101", "--state", "火星", code=2, lang="en").err
    assert "owner-occupied (owner_occupied), let, vacant, shop, developer's (developer)" in hint
