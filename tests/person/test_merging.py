"""Two records of one person are found and become one; one undo makes two of them again."""

from __future__ import annotations

import pytest
from harness import Jinlin, seeded
from store.meddling import as_a_command

from jinlin.store.schema.person_rows import ONCE, PERSON_KEYS

ROSTER = (
    "楼栋,单元,房号,业主,电话\n"
    "3,1,501,张美华,13805915678\n"
    "3,1,502,张美华,13805915679\n"
    "3,1,503,李雷,13805910000\n"
    "5,1,301,张美花,13805915678\n"
)


@seeded
def doubled(jinlin: Jinlin) -> Jinlin:
    """P2 张美华 and P3 张美华 with nearly the same phone, P5 张美花 with the phone of P2."""
    roster = jinlin.folder / "房屋.csv"
    roster.write_text(ROSTER, "utf-8")
    jinlin("household", "import", roster, "--yes")
    return jinlin


def row_id(jinlin: Jinlin, label: str) -> int:
    [(found,)] = jinlin.sql("SELECT id FROM person WHERE number = ?", int(label[1:]))
    return int(found)


def pairs(jinlin: Jinlin) -> dict[tuple[str, str], str]:
    rows = jinlin("member", "duplicates", "--json").data
    return {(row["number"], row["other_number"]): row["reason"] for row in rows}


def behind(jinlin: Jinlin, *statements: tuple[str, tuple[object, ...]]) -> None:
    """Write rows that no command writes yet, as one entry of the history."""
    with as_a_command(jinlin.db) as write:
        for sql, values in statements:
            write(sql, values)


def test_who_may_be_recorded_twice_is_found_with_the_reason(doubled: Jinlin) -> None:
    assert pairs(doubled) == {
        ("P2", "P3"): "same_name_near_phone",
        ("P2", "P5"): "same_sound_and_phone",
    }
    shown = doubled("member", "duplicates", lang="en").out
    assert "美" not in shown
    assert "13805915678" not in shown
    assert "jinlin member merge P3 P2" in shown


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("UPDATE person SET phone = '13805915678' WHERE number = 3", "same_name_and_phone"),
        ("UPDATE person SET other_phone = '13805915678' WHERE number = 3", "same_name_and_phone"),
        ("UPDATE person SET phone = '13805915687' WHERE number = 3", "same_name_near_phone"),
        ("UPDATE person SET phone = NULL WHERE number = 3", "same_name_one_without_phone"),
        (
            "UPDATE ownership SET household_id = (SELECT household_id FROM ownership LIMIT 1)",
            "same_name_and_home",
        ),
        ("UPDATE person SET id_number = '11010519491231002X' WHERE number IN (2, 3)", "same_id"),
    ],
)
def test_each_reason_has_its_word(doubled: Jinlin, change: str, reason: str) -> None:
    behind(doubled, (change, ()))
    assert pairs(doubled)["P2", "P3"] == reason


def test_different_ids_are_different_people(doubled: Jinlin) -> None:
    behind(
        doubled,
        ("UPDATE person SET id_number = '11010519491231002X' WHERE number = 2", ()),
        ("UPDATE person SET id_number = '350102199001011238' WHERE number = 3", ()),
    )
    assert ("P2", "P3") not in pairs(doubled)
    error = doubled("member", "merge", "P3", "P2", "--yes", "--json", lang="en", code=1).error
    assert "id number differs" in error["message"]


def test_a_merge_moves_everything_and_one_undo_takes_it_back(doubled: Jinlin) -> None:
    before = doubled.dump()
    shown = doubled("member", "merge", "P3", "P2", "--yes", lang="en")
    assert "owned homes 1" in shown.err
    assert [p["roles"] for p in doubled("member", "find", "P3", "--json").data] == [
        p["roles"] for p in doubled("member", "find", "P2", "--json").data
    ]
    assert doubled("member", "find", "5679", "--json").data[0]["number"] == "P2"
    assert len(doubled("member", "find", "张美华", "--json").data) == 1
    assert doubled("household", "list", "--json").data[1]["owners"][0]["name"] == "张**"
    doubled("undo", "--yes")
    assert doubled.dump() == before
    assert doubled.sql("PRAGMA foreign_key_check") == []


def test_merging_again_leads_all_numbers_to_the_last(doubled: Jinlin) -> None:
    doubled("member", "merge", "P3", "P2", "--yes")
    doubled("member", "merge", "P2", "P5", "--yes")
    assert {
        doubled("member", "find", n, "--json").data[0]["number"] for n in ("P2", "P3", "P5")
    } == {"P5"}


def test_nothing_is_merged_unasked_or_in_a_rehearsal(doubled: Jinlin) -> None:
    before = doubled.db.read_bytes()
    doubled("member", "merge", "P3", "P2", code=2)
    doubled("member", "merge", "P3", "P2", "--dry-run")
    doubled("member", "merge", "P3", "P2", typed="n\n", code=130)
    doubled("member", "merge", "P2", "P2", "--yes", code=1)
    assert doubled.db.read_bytes() == before


def test_parts_of_a_home_are_added_and_a_repetition_is_not(doubled: Jinlin) -> None:
    home = "(SELECT household_id FROM ownership WHERE person_id = 2)"
    behind(
        doubled,
        (f"UPDATE ownership SET household_id = {home}, share = '1/3' WHERE person_id = 3", ()),
        ("UPDATE ownership SET share = '1/3' WHERE person_id = 2", ()),
    )
    doubled("member", "merge", "P3", "P2", "--yes")
    live = "SELECT share FROM ownership WHERE person_id = 2 AND removed_at IS NULL"
    assert doubled.sql(live) == [("2/3",)]
    doubled("undo", "--yes")
    behind(doubled, ("UPDATE ownership SET share = '1/1' WHERE person_id IN (2, 3)", ()))
    doubled("member", "merge", "P3", "P2", "--yes")
    assert doubled.sql(live) == [("1/1",)]


def test_two_members_become_one_and_the_kept_record_is_completed(doubled: Jinlin) -> None:
    doubled("member", "add", "P2", "--party-state", "full")
    doubled("member", "add", "P3", "--party-state", "full", "--employer", "梅苑超市")
    doubled("meeting", "add", "党员大会", "--type", "general-meeting", "--time", "2026-11-04T19:30")
    doubled("meeting", "attend", "M1", "P3")
    doubled("meeting", "attend", "M1", "P2", "--state", "absent")
    doubled("member", "merge", "P3", "P2", "--yes")
    member = doubled("member", "show", "P2", "--json").data
    assert member["employer"] == "梅苑超市"
    assert doubled.sql(
        "SELECT count(*) FROM member WHERE person_id = 2 AND removed_at IS NULL"
    ) == [(1,)]
    assert doubled.sql(
        "SELECT state FROM attendance WHERE removed_at IS NULL AND person_id = 2"
    ) == [("present",)]


def test_members_of_different_status_are_not_merged_blindly(doubled: Jinlin) -> None:
    doubled("member", "add", "P2", "--party-state", "full")
    doubled("member", "add", "P3", "--party-state", "activist")
    before = doubled.dump()
    error = doubled("member", "merge", "P3", "P2", "--yes", "--json", lang="en", code=1).error
    assert "Party status differs" in error["message"]
    assert doubled.dump() == before


def test_a_second_phone_is_kept(doubled: Jinlin) -> None:
    doubled("member", "merge", "P3", "P2", "--yes")
    assert doubled.sql("SELECT phone, other_phone FROM person WHERE number = 2") == [
        ("13805915678", "13805915679")
    ]


def unique_keys(jinlin: Jinlin) -> set[str]:
    """Return the tables in which a unique index names a person's key."""
    found = set()
    for table, keys in PERSON_KEYS.items():
        for (sql,) in jinlin.sql(
            "SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql LIKE"
            " 'CREATE UNIQUE%'",
            table,
        ):
            if any(key in sql for key in keys):
                found.add(table)
    return found


def test_every_table_in_which_a_person_stands_once_is_known_to_merging(jinlin: Jinlin) -> None:
    assert unique_keys(jinlin) - ONCE.keys() == set()


def test_no_key_of_a_person_is_left_behind(doubled: Jinlin) -> None:
    """Every column that says which person a row is about is moved, whatever the table."""
    doubled("member", "add", "P3", "--party-state", "full", "--post", "组织委员")
    doubled("issue", "add", "漏水", "--category", "设施", "--assign", "P3")
    gone = row_id(doubled, "P3")
    behind(
        doubled,
        ("UPDATE household SET representative_id = ? WHERE room = '502'", (gone,)),
        ("UPDATE issue SET doer_id = ?", (gone,)),
        (
            "INSERT INTO occupancy (household_id, person_id, role) VALUES (1, ?, 'occupant')",
            (gone,),
        ),
        (
            "INSERT INTO coverage (person_id, building_id) SELECT ?, min(id) FROM building",
            (gone,),
        ),
    )
    doubled("member", "merge", "P3", "P2", "--yes")
    for table, keys in PERSON_KEYS.items():
        for key in keys:
            assert doubled.sql(f"SELECT count(*) FROM {table} WHERE {key} = ?", gone) == [(0,)], (
                table
            )


def test_nobody_is_merged_into_herself_or_into_nobody(doubled: Jinlin) -> None:
    [first, second, *_others] = [f"P{number}" for (number,) in doubled.sql(
        "SELECT number FROM person WHERE removed_at IS NULL ORDER BY number DESC")]  # fmt: skip
    assert "党员 合并" in doubled("member", "merge", first, first, "--yes", code=1).err
    before = doubled.db.read_bytes()
    doubled("member", "merge", first, "P999", "--yes", code=3)
    doubled("member", "merge", second, "没有的人", "--yes", code=3)
    assert doubled.db.read_bytes() == before
