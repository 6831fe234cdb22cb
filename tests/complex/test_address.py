"""What people call a building and a home."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.complex.rules.address import (
    Address,
    floor_of,
    label,
    parse_address,
    parse_building,
    parse_entrance,
    parse_room,
)
from jinlin.core.errors import UsageError


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("3", "3"),
        ("A", "A"),
        ("a座", "A"),
        ("3号楼", "3"),
        ("3栋", "3"),
        ("3幢", "3"),
        ("3座", "3"),
        ("3#", "3"),
        ("3＃", "3"),
        ("3#楼", "3"),
        ("03", "3"),
        ("03幢", "3"),
        ("３号楼", "3"),
        (" 3 号楼 ", "3"),
        ("第3栋", "3"),
        ("三号楼", "3"),
        ("十二栋", "12"),
        ("二十号楼", "20"),
        ("3A", "3A"),
        ("A01", "A1"),
        ("东区3号楼", "东区3"),
        ("紫荆阁", "紫荆阁"),
        ("东楼", "东楼"),
    ],
)
def test_buildings_are_read_as_people_say_them(said: str, code: str) -> None:
    assert parse_building(said) == code
    assert parse_building(code) == code


@pytest.mark.parametrize(
    "said", ["", " ", "0", "00号楼", "3-1", "3、4", "-3", "!", "3号楼502", "一百五栋", "楼" * 50]
)
def test_what_is_no_building_is_refused_with_a_hint(said: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_building(said)
    assert said in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("1", "1"),
        ("01", "1"),
        ("2单元", "2"),
        ("一单元", "1"),
        ("1梯", "1"),
        ("2号梯", "2"),
        ("东", "东"),
        ("东单元", "东"),
        ("Ａ", "A"),
    ],
)
def test_entrances_are_read_as_people_say_them(said: str, code: str) -> None:
    assert parse_entrance(said) == code


@pytest.mark.parametrize("said", ["", "0", "1-2", "单元", "1单元2单元"])
def test_what_is_no_entrance_is_refused(said: str) -> None:
    with pytest.raises(UsageError):
        parse_entrance(said)


@pytest.mark.parametrize(
    ("said", "room"),
    [
        ("502", "502"),
        ("0502", "502"),
        ("502室", "502"),
        ("５０２", "502"),
        ("502室（复式）", "502"),
        ("502a", "502A"),
        ("-101", "-101"),
        ("B101", "B101"),
        ("店面1#", "店面1#"),
        ("店面1号", "店面1号"),
        ("商铺", "商铺"),
        ("五零二", "502"),
        ("五〇二室", "502"),
        ("一二零三", "1203"),
        ("5楼502", "502"),
        ("五楼502室", "502"),
        ("店面一二三", "店面一二三"),
    ],
)
def test_rooms_are_what_the_door_says_without_leading_zeros(said: str, room: str) -> None:
    assert parse_room(said) == room


@pytest.mark.parametrize(
    "said", ["", "000", "501、502打通", "501/502", "12345678", "3-502", "5 02"]
)
def test_what_is_no_single_room_is_refused(said: str) -> None:
    with pytest.raises(UsageError):
        parse_room(said)


@pytest.mark.parametrize(
    ("said", "building", "entrance", "room"),
    [
        ("3-1-502", "3", "1", "502"),
        ("3-502", "3", None, "502"),
        ("502", None, None, "502"),
        ("502室", None, None, "502"),
        ("0502", None, None, "502"),
        ("3号楼1单元502室", "3", "1", "502"),
        ("3 号楼 1 单元 502 室", "3", "1", "502"),
        ("三号楼一单元502室", "3", "1", "502"),
        ("十二栋1203", "12", None, "1203"),
        ("3#502", "3", None, "502"),
        ("3＃502", "3", None, "502"),
        ("3栋502", "3", None, "502"),
        ("3#1梯502", "3", "1", "502"),
        ("3栋2单元501", "3", "2", "501"),
        ("3#2-502", "3", "2", "502"),
        ("3-1单元502", "3", "1", "502"),
        ("1单元502", None, "1", "502"),
        ("３－１－５０２", "3", "1", "502"),
        ("3—1—502", "3", "1", "502"),
        ("3 - 1 - 502", "3", "1", "502"),
        ("3 502", "3", None, "502"),
        ("3号502", "3", None, "502"),
        ("A座1203", "A", None, "1203"),
        ("a-1203", "A", None, "1203"),
        ("东区3号楼2单元1203", "东区3", "2", "1203"),
        ("紫荆阁-502", "紫荆阁", None, "502"),
        ("3栋东单元502", "3", "东", "502"),
        ("3--101", "3", None, "-101"),
        ("-101", None, None, "-101"),
        ("3-B101", "3", None, "B101"),
        ("3座0502", "3", None, "502"),
        ("502室（复式）", None, None, "502"),
        ("店面1#", None, None, "店面1#"),
        ("3-店面1#", "3", None, "店面1#"),
        ("五零二", None, None, "502"),
        ("3-1-五零二", "3", "1", "502"),
        ("三号楼一单元五〇二室", "3", "1", "502"),
        ("3#五零二", "3", None, "502"),
        ("5层502", None, None, "502"),
        ("3号楼5楼502", "3", None, "502"),
        ("3-1-五楼502", "3", "1", "502"),
        ("3号楼1单元5层502室", "3", "1", "502"),
        ("12楼502", "12", None, "502"),
    ],
)
def test_homes_are_read_as_people_say_them(
    said: str, building: str | None, entrance: str | None, room: str
) -> None:
    assert parse_address(said) == Address(building=building, entrance=entrance, room=room)


@pytest.mark.parametrize("said", ["5楼502", "五楼502", "12楼1203"])
def test_a_number_that_may_be_the_floor_is_said_to_be_so(said: str) -> None:
    assert parse_address(said).or_floor
    assert not parse_address(said.replace("楼", "号楼")).or_floor


@pytest.mark.parametrize(
    "said",
    [
        "",
        "3号楼",
        "三号楼",
        "1单元",
        "东区3号楼",
        "501、502打通",
        "3-502、503",
        "501/502",
        "3-1-2-502",
        "12345678",
        "3-502-",
        "3-0",
        "0号楼502",
        "A",
        "路灯不亮了，三天了",
        "3-" * 100,
    ],
)
def test_what_is_no_single_home_is_refused_with_a_hint(said: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_address(said)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("room", "floor"),
    [
        ("502", 5),
        ("1203", 12),
        ("0502", 5),
        ("５０２", 5),
        ("502A", 5),
        ("100", 1),
        ("-101", -1),
        ("B101", -1),
        ("b201", -2),
        ("-1203", None),
        ("12", None),
        ("0012", None),
        ("10203", None),
        ("店面1#", None),
        ("", None),
    ],
)
def test_a_room_number_tells_its_floor_or_nothing(room: str, floor: int | None) -> None:
    assert floor_of(room) == floor


buildings = st.one_of(
    st.integers(1, 999).map(str),
    st.sampled_from("ABCXYZ"),
    st.sampled_from(["东区3", "3A", "A1", "紫荆阁"]),
)
entrances = st.one_of(st.none(), st.integers(1, 99).map(str), st.sampled_from("东西A"))
rooms = st.one_of(
    st.integers(1, 99999).map(str),
    st.integers(101, 999).map(lambda n: f"-{n}"),
    st.sampled_from(["502A", "B101", "店面1#", "商铺"]),
)


@given(building=buildings, entrance=entrances, room=rooms)
def test_what_we_write_reads_back_as_the_same_home(
    building: str, entrance: str | None, room: str
) -> None:
    assert parse_address(label(building, entrance, room)) == Address(
        building=building, entrance=entrance, room=room
    )


@given(st.text(alphabet="0123AB一二十三东号楼栋幢座#单元梯室店面-－— ()（）、/", max_size=14))
def test_any_text_is_read_stably_or_refused(text: str) -> None:
    try:
        address = parse_address(text)
    except UsageError:
        return
    if address.building:
        again = label(address.building, address.entrance, address.room)
        assert parse_address(again) == address
