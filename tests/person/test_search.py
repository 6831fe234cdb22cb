"""People are found by whatever part of them is at hand."""

from __future__ import annotations

import sqlite3

import pytest
from harness import Jinlin, seeded
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.people.pinyin import spelled
from jinlin.person.people.search import matching

ROSTER = (
    "楼栋,单元,房号,业主,电话\n"
    "3,1,501,张美华,13805915678\n"
    "3,1,502,张明辉,13805910000\n"
    "3,1,503,张伟国,0591-87654321\n"
    "5,1,301,Anna Lee,13905910001\n"
    "5,1,302,曾小燕,13905910002\n"
)


@seeded
def complex_(jinlin: Jinlin) -> Jinlin:
    roster = jinlin.folder / "房屋.csv"
    roster.write_text(ROSTER, "utf-8")
    jinlin("household", "import", roster, "--yes")
    return jinlin


def found(jinlin: Jinlin, text: str) -> list[str]:
    people = jinlin("member", "find", text, "--unmask", "--json", lang="en").data
    return sorted(person["name"] for person in people)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("张美华", ["张美华"]),
        ("张 美华", ["张美华"]),
        ("美", ["张美华"]),
        ("张", ["张伟国", "张明辉", "张美华"]),
        ("5678", ["张美华"]),
        ("87654321", ["张伟国"]),
        ("0591-87654321", ["张伟国"]),
        ("zmh", ["张明辉", "张美华"]),
        ("ZMH", ["张明辉", "张美华"]),
        ("zhangmeihua", ["张美华"]),
        ("zhang mei hua", ["张美华"]),
        ("zhangmei", ["张美华"]),
        ("zhangmh", ["张明辉", "张美华"]),
        ("zwg", ["张伟国"]),
        ("zengxy", ["曾小燕"]),
        ("anna", ["Anna Lee"]),
        ("Lee", ["Anna Lee"]),
        ("3-1-502", ["张明辉"]),
        ("3号楼1单元502室", ["张明辉"]),
        ("3#502", ["张明辉"]),
        ("502", ["张明辉"]),
        ("302室", ["曾小燕"]),
    ],
)
def test_a_part_of_somebody_finds_her(complex_: Jinlin, text: str, names: list[str]) -> None:
    assert found(complex_, text) == sorted(names)


@pytest.mark.parametrize(
    "text",
    ["王", "567", "xyz", "P99", "99999999", "%", "_", "张_华", "*", "9-502", "3-2-502", "602"],
)
def test_nobody_is_said_kindly(complex_: Jinlin, text: str) -> None:
    error = complex_("member", "find", text, "--json", lang="en", code=3).error
    assert error["kind"] == "not_found"
    assert "zmh" in error["hint"]


def test_a_room_finds_everybody_who_owns_it_or_lives_there_now(complex_: Jinlin) -> None:
    complex_("household", "occupant", "3-1-502", "小李", "小王", "--tenant")
    complex_("household", "occupant", "3-1-502", "小王", "--left", "2026-11-01")
    assert found(complex_, "3-1-502") == ["小李", "张明辉"]
    complex_("household", "sell", "3-1-502", "--to", "曾小燕")
    assert found(complex_, "3-502") == ["小李", "曾小燕"]
    assert found(complex_, "0000") == ["张明辉"]


def test_a_household_is_found_by_how_it_is_called(complex_: Jinlin) -> None:
    for text in ("3-1-502", "3号楼502", "3#502室"):
        [home] = complex_("household", "list", "--text", text, "--json").data
        assert (home["building"], home["room"]) == ("3", "502")


def test_a_list_of_people_is_masked_and_says_what_each_is(complex_: Jinlin) -> None:
    complex_("member", "add", "曾小燕", "--party-state", "full")
    complex_("household", "add", "3-1-504", "--owner", "曾小燕", code=None)
    person = complex_("member", "find", "zxy", "--json", lang="en").data[0]
    assert person["name"] == "曾**"
    assert person["phone"] == "139****0002"
    roles = {(role["role"], role["of"]) for role in person["roles"]}
    assert {("owner", "5-1-302"), ("member", "full")} <= roles
    assert "曾小燕" not in complex_("member", "find", "zxy", "--csv").out


def test_who_acts_in_a_post_is_named(complex_: Jinlin) -> None:
    [person] = complex_("member", "find", "linxy", "--json").data
    assert person["name"] == "林秀英"
    assert ("post", "书记") in {(role["role"], role["of"]) for role in person["roles"]}


def test_a_unique_sound_names_somebody_and_several_are_listed_masked(complex_: Jinlin) -> None:
    complex_("member", "add", "张美华", "--party-state", "full")
    assert complex_("member", "show", "zhangmeih", "--json").data["name"] == "张美华"
    error = complex_("member", "merge", "zmh", "P1", "--json", code=3).error
    assert "张**" in error["message"]
    assert "美华" not in error["message"] + error["hint"]


def test_a_whole_name_comes_before_a_part_and_a_whole_sound_before_a_beginning(
    jinlin: Jinlin,
) -> None:
    for name in ("张伟", "张伟国", "李娜", "Tom", "Tommy"):
        jinlin("member", "add", name, "--party-state", "full")
    for text, name in (("张伟", "张伟"), ("zw", "张伟"), ("zhangwei", "张伟"), ("Tom", "Tom")):
        assert jinlin("member", "show", text, "--json").data["name"] == name


def test_somebody_new_is_not_taken_for_a_longer_name(jinlin: Jinlin) -> None:
    jinlin("member", "add", "张伟国", "--party-state", "full")
    jinlin("member", "add", "张伟", "--party-state", "full")
    jinlin("member", "add", "Zhang", "--party-state", "full")
    assert jinlin.sql("SELECT count(*) FROM person WHERE name IN ('张伟国', '张伟', 'Zhang')") == [
        (3,)
    ]


NAMES = st.text(alphabet="张王李欧阳美华伟国强丽明曾单", min_size=2, max_size=4)


@given(name=NAMES, cut=st.integers(1, 30), start=st.integers(0, 2))
def test_every_way_to_say_a_name_finds_it(name: str, cut: int, start: int) -> None:
    pinyin, initials = spelled(name)
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE TABLE person (id INTEGER PRIMARY KEY, number INTEGER, name TEXT, phone TEXT,"
        " other_phone TEXT, pinyin TEXT, initials TEXT, merged_into INTEGER, forgotten_at TEXT)"
    )
    connection.execute(
        "INSERT INTO person (id, number, name, phone, pinyin, initials)"
        " VALUES (1, 12, ?, '13805915678', ?, ?)",
        (name, pinyin, initials),
    )
    first = spelled(name[:1])[0]
    said = [name, name[start:] or name, pinyin[:cut], initials, initials[:2], "P12", "915678"]
    if pinyin.startswith(first) and first != "m":
        said.append(first + initials[1:])
    for text in said:
        condition, values = matching(text)
        assert connection.execute(
            f"SELECT count(*) FROM person AS p WHERE {condition}", values
        ).fetchone() == (1,), text
    connection.close()
