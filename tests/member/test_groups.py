"""`jinlin branch group`: the buildings' Party groups, their leaders and members."""

from __future__ import annotations

from typing import Any

from harness import Jinlin, seeded

NAME = "3号楼党小组"


@seeded
def crowd(jinlin: Jinlin) -> Jinlin:
    """Two buildings, and three members of whom two name a group."""
    jinlin("building", "add", "3")
    jinlin("building", "add", "5")
    for name in ("王强", "李华"):
        jinlin("member", "add", name, "--party-state", "full", "--group", NAME)
    jinlin("member", "add", "陈静", "--party-state", "full")
    return jinlin


def listed(jinlin: Jinlin) -> dict[str, Any]:
    return {row["name"]: row for row in jinlin("branch", "group", "--json").data}


def test_a_group_that_members_name_is_listed_before_it_is_added(crowd: Jinlin) -> None:
    [row] = listed(crowd).values()
    assert (row["name"], row["members"], row["added"]) == (NAME, 2, False)
    assert NAME in crowd("branch", "group", lang="en").out
    crowd("branch", "group", "add", NAME)
    [row] = listed(crowd).values()
    assert (row["members"], row["added"]) == (2, True)


def test_a_group_has_a_leader_by_post_buildings_and_members(crowd: Jinlin) -> None:
    got = crowd("branch", "group", "add", NAME, "--leader", "王强", "--building", "3,5号楼",
                "--member", "陈静", "--json").data  # fmt: skip
    assert got == {
        "name": NAME,
        "leader": "王强",
        "buildings": ["3", "5"],
        "members": 3,
        "note": None,
        "dry_run": False,
    }
    assert crowd.sql("SELECT body, title, unit, ended_on FROM post WHERE body = 'group'") == [
        ("group", "楼栋党小组组长", NAME, None)
    ]
    shown = crowd("branch", "group", "show", "3号楼", "--json").data
    assert [m["name"] for m in shown["members"]] == ["王强", "李**", "陈**"]
    assert [h["name"] for h in shown["leaders"]] == ["王强"]


def test_a_new_leader_ends_the_post_of_the_old_one(crowd: Jinlin) -> None:
    crowd("branch", "group", "add", NAME, "--leader", "王强", "--since", "2025-03-01")
    crowd("branch", "group", "edit", NAME, "--leader", "李华", "--since", "2026-10-01")
    ever = crowd("branch", "group", "show", NAME, "--json").data["leaders"]
    assert ever == [
        {"name": "李华", "from": "2026-10-01", "to": None},
        {"name": "王强", "from": "2025-03-01", "to": "2026-10-01"},
    ]
    crowd("branch", "group", "edit", NAME, "--leader", "")
    assert listed(crowd)[NAME]["leader"] is None


def test_a_leader_recorded_as_a_member_leads_her_own_group(crowd: Jinlin) -> None:
    crowd("member", "add", "周敏", "--party-state", "full", "--group", NAME, "--post", "组长")
    assert listed(crowd)[NAME]["leader"] == "周敏"


def test_a_new_name_is_carried_to_members_and_posts(crowd: Jinlin) -> None:
    crowd("branch", "group", "add", NAME, "--leader", "王强")
    crowd("branch", "group", "edit", NAME, "--name", "第一党小组")
    assert listed(crowd)["第一党小组"]["members"] == 2
    assert crowd.sql("SELECT DISTINCT group_name FROM member WHERE group_name <> ''") == [
        ("第一党小组",)
    ]
    assert crowd.sql("SELECT unit FROM post WHERE body = 'group'") == [("第一党小组",)]
    crowd("undo")
    assert listed(crowd)[NAME]["leader"] == "王强"


def test_a_misspelt_group_of_members_is_renamed_into_the_right_one(crowd: Jinlin) -> None:
    crowd("branch", "group", "add", "三号楼党小组")
    crowd("branch", "group", "edit", NAME, "--name", "三号楼党小组")
    [row] = listed(crowd).values()
    assert (row["name"], row["members"]) == ("三号楼党小组", 2)


def test_members_come_and_go(crowd: Jinlin) -> None:
    crowd("branch", "group", "add", NAME)
    crowd("branch", "group", "edit", NAME, "--member", "陈静", "--without", "李华")
    members = crowd("branch", "group", "show", NAME, "--json", "--unmask").data["members"]
    assert [m["name"] for m in members] == ["王强", "陈静"]


def test_dissolving_a_group_asks_and_can_be_undone(crowd: Jinlin) -> None:
    crowd("branch", "group", "add", NAME, "--leader", "王强", "--building", "3")
    assert crowd("branch", "group", "remove", NAME, code=2, lang="en").err
    crowd("branch", "group", "remove", NAME, "--yes")
    assert listed(crowd) == {}
    assert crowd.sql("SELECT ended_on FROM post WHERE body = 'group'") == [("2026-11-05",)]
    crowd("undo")
    row = listed(crowd)[NAME]
    assert (row["leader"], row["buildings"], row["members"]) == ("王强", "3", 2)


def test_buildings_without_a_group_are_told(crowd: Jinlin) -> None:
    crowd("branch", "group", "add", NAME, "--building", "3")
    assert "Buildings without a group: 5." in crowd("branch", "group", lang="en").out
    crowd("branch", "group", "edit", NAME, "--building", "5")
    assert listed(crowd)[NAME]["buildings"] == "5"


def test_a_wrong_group_is_refused(crowd: Jinlin) -> None:
    before = crowd.db.read_bytes()
    for words, code in (
        (["add", " "], 2),
        (["add", "新党小组", "--building", "9"], 3),
        (["add", "新党小组", "--leader", "没有的人"], 3),
        (["edit", "没有的"], 2),
        (["edit", "没有的", "--note", "x"], 3),
        (["edit", NAME, "--leader", "王强"], 1),
        (["edit", NAME, "--name", NAME], 1),
        (["show", "没有的"], 3),
        (["remove", "没有的"], 3),
    ):
        assert crowd("branch", "group", *words, code=code, lang="en").err.startswith("Error:"), (
            words
        )
        assert crowd.db.read_bytes() == before, words


def test_two_groups_never_have_one_name(crowd: Jinlin) -> None:
    crowd("branch", "group", "add", NAME)
    crowd("branch", "group", "add", "第二党小组")
    assert crowd("branch", "group", "add", NAME, code=1).err
    assert crowd("branch", "group", "edit", "第二", "--name", NAME, code=1).err


def test_a_remark_is_kept_changed_and_cleared(crowd: Jinlin) -> None:
    crowd("branch", "group", "add", NAME, "--note", "周五学习")
    assert listed(crowd)[NAME]["note"] == "周五学习"
    crowd("branch", "group", "edit", NAME, "--note", "周六学习")
    assert listed(crowd)[NAME]["note"] == "周六学习"
    before = crowd.db.read_bytes()
    crowd("branch", "group", "edit", NAME, "--note", "周六学习", code=1)
    assert crowd.db.read_bytes() == before
    crowd("branch", "group", "edit", NAME, "--note", "")
    assert listed(crowd)[NAME]["note"] is None


def test_a_group_only_named_by_members_is_added_before_it_is_led(crowd: Jinlin) -> None:
    before = crowd.db.read_bytes()
    error = crowd("branch", "group", "edit", NAME, "--leader", "王强", "--json", code=1).error
    assert f"支部 党小组 新增 {NAME}" in error["hint"]
    assert crowd.db.read_bytes() == before


def test_a_part_of_a_name_is_enough_where_one_group_has_it(crowd: Jinlin) -> None:
    for name in ("第一党小组", "第二党小组"):
        crowd("branch", "group", "add", name)
    assert crowd("branch", "group", "show", "第二", "--json").data["name"] == "第二党小组"
    error = crowd("branch", "group", "show", "第", "--json", code=3).error
    assert "第一党小组" in error["message"]
    assert "第二党小组" in error["message"]


def test_who_is_not_in_a_group_cannot_go_out_of_it(crowd: Jinlin) -> None:
    crowd("branch", "group", "add", NAME)
    before = crowd.db.read_bytes()
    error = crowd("branch", "group", "edit", NAME, "--without", "陈静", "--json", code=1).error
    assert f"支部 党小组 查看 {NAME}" in error["hint"]
    assert crowd.db.read_bytes() == before


def test_who_is_in_a_group_comes_into_it_only_once(crowd: Jinlin) -> None:
    crowd("branch", "group", "add", NAME)
    before = crowd.db.read_bytes()
    crowd("branch", "group", "edit", NAME, "--member", "王强", code=1)
    assert crowd.db.read_bytes() == before
    crowd("branch", "group", "edit", NAME, "--member", "王强", "--member", "陈静")
    assert listed(crowd)[NAME]["members"] == 3


def test_who_leads_a_group_comes_into_it_unless_she_is_in_another(crowd: Jinlin) -> None:
    crowd("branch", "group", "add", "第二党小组", "--leader", "陈静")
    assert crowd.sql(
        "SELECT group_name FROM member AS m JOIN person AS p ON p.id = person_id WHERE name = '陈静'"
    ) == [("第二党小组",)]
    crowd("branch", "group", "edit", "第二党小组", "--leader", "王强")
    rows = listed(crowd)
    assert (rows["第二党小组"]["leader"], rows["第二党小组"]["members"]) == ("王强", 1)
    assert rows[NAME]["members"] == 2


def test_buildings_are_replaced_kept_and_named_once(crowd: Jinlin) -> None:
    crowd("branch", "group", "add", NAME, "--building", "3、5")
    rows = crowd.sql("SELECT id FROM group_building WHERE removed_at IS NULL")
    assert listed(crowd)[NAME]["buildings"] == "3、5"
    before = crowd.db.read_bytes()
    crowd("branch", "group", "edit", NAME, "--building", "5,3", code=1)
    assert crowd.db.read_bytes() == before
    crowd("branch", "group", "edit", NAME, "--building", "5")
    assert listed(crowd)[NAME]["buildings"] == "5"
    assert set(crowd.sql("SELECT id FROM group_building WHERE removed_at IS NULL")) < set(rows)


def test_a_renamed_group_is_told_by_its_new_name_with_all_that_belongs_to_it(
    crowd: Jinlin,
) -> None:
    crowd("branch", "group", "add", NAME, "--leader", "王强", "--building", "3")
    told = crowd("branch", "group", "edit", NAME, "--name", "第一党小组", "--json").data
    assert (told["name"], told["leader"]) == ("第一党小组", "王强")
    assert (told["buildings"], told["members"]) == (["3"], 2)


def test_a_small_group_is_dissolved_without_a_question_and_its_leader_leaves_her_post(
    crowd: Jinlin,
) -> None:
    crowd("branch", "group", "add", "第二党小组", "--leader", "林秀英")
    crowd("branch", "group", "remove", "第二党小组")
    assert crowd.sql("SELECT ended_on, term_to FROM post WHERE unit = '第二党小组'") == [
        ("2026-11-05", None)
    ]
