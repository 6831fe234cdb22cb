"""The card of a building, and what its households do not allow to be said of it."""

from __future__ import annotations

from harness import Jinlin, seeded


@seeded
def three(jinlin: Jinlin) -> Jinlin:
    jinlin("building", "add", "3", "--floors", 7, "--entrances", 2)
    for home in ("3-1-101", "3-1-502", "3-2-701"):
        jinlin("household", "add", home, "--area", "60", "--state", "let")
    jinlin("household", "edit", "3-2-701", "--state", "空置")
    return jinlin


def test_the_card_shows_entrances_with_states_and_what_was_written(three: Jinlin) -> None:
    three("building", "note", "3", "三菱电梯，2008年", "--kind", "设备")
    three(
        "building", "note", "3号楼", "2019 年屋面翻修", "--kind", "history", "--date", "2019-06-01"
    )
    card = three("楼栋", "查看", "3", "--json").data
    assert (card["building"], card["floors"], card["households"]) == ("3", 7, 3)
    assert card["states"] == {"let": 2, "vacant": 1}
    assert [
        (row["entrance"], row["households"], row["lowest"], row["highest"], row["area_m2"])
        for row in card["by_entrance"]
    ] == [("1", 2, 1, 5, "120.00"), ("2", 1, 7, 7, "60.00")]
    assert [(n["number"], n["kind"], n["noted_on"]) for n in card["notes"]] == [
        (1, "plant", "2026-11-05"), (2, "history", "2019-06-01"),
    ]  # fmt: skip


def test_a_line_on_the_card_can_be_taken_off_and_brought_back(three: Jinlin) -> None:
    three("building", "note", "3", "水泵房钥匙在门卫")
    three("building", "note", "3", "--remove", 1)
    assert three("building", "show", "3", "--json").data["notes"] == []
    three("undo")
    assert len(three("building", "show", "3", "--json").data["notes"]) == 1
    three("undo")
    assert three("building", "show", "3", "--json").data["notes"] == []


def test_what_cannot_be_leaves_the_database_as_it_was(three: Jinlin) -> None:
    three("building", "add", "A")
    before = three.db.read_bytes()
    for words, code in (
        (("note", "3"), 2),
        (("note", "3", " "), 2),
        (("note", "3", "锅炉", "--kind", "天气"), 2),
        (("note", "9", "锅炉"), 3),
        (("note", "3", "--remove", "9"), 3),
        (("note", "3", "锅炉", "--remove", "1"), 2),
        (("show", "9"), 3),
        (("edit", "3"), 2),
        (("edit", "9", "--floors", "3"), 3),
        (("edit", "3", "--floors", "200"), 2),
        (("edit", "3", "--floors", "7"), 1),
        (("edit", "3", "--floors", "6"), 1),
        (("edit", "3", "--entrances", "1"), 1),
        (("edit", "3", "--code", "A"), 1),
        (("remove", "3"), 1),
        (("remove", "9"), 3),
    ):
        err = three("building", *words, code=code).err
        assert len(err.strip().splitlines()) == 1, words
        assert three.db.read_bytes() == before, words


def test_removing_a_building_says_how_many_households_stand_in_it(three: Jinlin) -> None:
    assert "3 recorded households" in three("building", "remove", "3", code=1, lang="en").err


def test_a_basement_with_a_home_is_not_denied(three: Jinlin) -> None:
    three("building", "edit", "3", "--floors-below", 2)
    three("household", "add", "3-1-车库", "--floor", "-2")
    assert "-2" in three("building", "edit", "3", "--floors-below", 1, code=1).err


def test_an_edit_changes_what_is_named_and_undo_puts_it_back(three: Jinlin) -> None:
    words = ("--code", "A", "--floors", 8, "--elevator", "--name", "紫荆阁")
    got = three("building", "edit", "3", *words, "--json").data
    assert got["building"] == "A"
    card = three("building", "show", "A座", "--json").data
    assert (card["floors"], card["elevator"], card["name"]) == (8, True, "紫荆阁")
    three("building", "edit", "A", "--no-elevator", "--name", "")
    card = three("building", "show", "A", "--json").data
    assert (card["elevator"], card["name"]) == (False, None)
    three("undo")
    three("undo")
    assert three("building", "show", "3", "--json").data["floors"] == 7


def test_a_building_that_is_looked_after_or_has_an_issue_stays(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3")
    jinlin("member", "add", "陈建国", "--party-state", "full")
    jinlin("team", "cover", "陈建国", "--building", "3")
    jinlin("issue", "add", "门禁坏了", "--building", "3", "--category", "门禁监控道闸")
    said = jinlin("building", "remove", "3", code=1).err
    assert "红色楼管（P2）" in said
    assert "未办结的事项（2026-0001）" in said
    jinlin("issue", "close", "1", "--result", "已修")
    jinlin("team", "uncover", "陈建国")
    jinlin("building", "remove", "3")


def test_an_empty_building_is_removed_and_comes_back(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3")
    jinlin("building", "remove", "3")
    assert jinlin("building", "list", "--json").data == []
    jinlin("undo")
    assert len(jinlin("building", "list", "--json").data) == 1


def test_a_rehearsal_keeps_nothing(three: Jinlin) -> None:
    before = three.db.read_bytes()
    assert three("building", "edit", "3", "--floors", 9, "--dry-run", "--json").data["dry_run"]
    three("building", "note", "3", "锅炉", "--dry-run")
    assert three.db.read_bytes() == before
