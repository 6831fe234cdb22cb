"""People from a list: into a team, onto the attendance; a name nobody has makes no person."""

from __future__ import annotations

from pathlib import Path

import pytest
from harness import Jinlin, seeded

CHAIN = "#接龙\n爱心日报名\n\n1. 陈建国 3-502\n2. 王芳\n3. 阿林\n4. 李雷 请假\n"


@seeded
def listed(jinlin: Jinlin) -> Jinlin:
    jinlin("team", "add", "便民服务队", "--kind", "志愿者")
    for name in ("陈建国", "王芳", "李雷"):
        jinlin("member", "add", name, "--party-state", "full")
    return jinlin


@pytest.fixture
def chain(listed: Jinlin) -> Path:
    path = listed.folder / "接龙.txt"
    path.write_text(CHAIN, "utf-8")
    return path


def names(jinlin: Jinlin) -> set[str]:
    return {row[0] for row in jinlin.sql("SELECT name FROM person")}


def test_those_on_record_join_and_the_others_are_told(listed: Jinlin, chain: Path) -> None:
    before = names(listed)
    did = listed("team", "join", "便民服务队", "--people", chain, "--yes", "--json").data
    assert (len(did["added"]), did["unknown"]) == (2, ["阿林"])
    assert names(listed) == before
    assert (
        "这2人都已在" in listed("team", "join", "便民服务队", "--people", "陈建国,王芳", code=1).err
    )


def test_those_who_join_red_stewards_and_are_no_members_are_named(
    listed: Jinlin, chain: Path
) -> None:
    listed("team", "add", "红管家服务队", "--kind", "红管家")
    said = listed("team", "join", "红管家服务队", "--people", chain, "--new", "--yes").err
    assert "没有登记为党员的：阿林。" in said


def test_with_new_the_unknown_are_recorded_and_undo_takes_all_back(
    listed: Jinlin, chain: Path
) -> None:
    before = names(listed)
    listed("team", "join", "便民服务队", "--people", chain, "--new", "--yes")
    assert names(listed) == before | {"阿林"}
    listed("undo", "--yes")
    assert listed.sql("SELECT count(*) FROM team_member WHERE removed_at IS NULL") == [(0,)]


def test_a_list_of_three_is_asked_about(listed: Jinlin, chain: Path) -> None:
    listed("team", "join", "便民服务队", "--people", chain, "--new", code=2)
    assert listed.sql("SELECT count(*) FROM team_member") == [(0,)]


def test_a_list_is_recorded_at_a_meeting_with_guests_by_name(listed: Jinlin, chain: Path) -> None:
    listed("meeting", "add", "--type", "爱心日", "--time", "2026-11-04 09:00")
    before = names(listed)
    did = listed("meeting", "attend", "M1", "--people", chain, "--yes", "--json").data
    assert did["added"] == ["陈建国", "王芳", "阿林"]
    assert did["guests"] == ["阿林"]
    assert names(listed) == before


def test_of_namesakes_the_door_tells_and_without_it_neither_is_taken(listed: Jinlin) -> None:
    roster = listed.folder / "房屋.csv"
    roster.write_text("楼栋,房号,业主\n3,502,张伟\n5,101,张伟\n", "utf-8")
    for code in ("3", "5"):
        listed("building", "add", code, "--floors", "7")
    listed("household", "import", roster, "--yes")
    path = listed.folder / "名单.txt"
    path.write_text("张伟\n", "utf-8")
    listed("team", "join", "便民服务队", "--people", path, code=3)
    path.write_text("张伟 5-101\n", "utf-8")
    did = listed("team", "join", "便民服务队", "--people", path, "--json").data
    [(number,)] = listed.sql(
        "SELECT 'P' || p.number FROM person AS p JOIN ownership AS o ON o.person_id = p.id"
        " JOIN household AS h ON h.id = o.household_id WHERE h.room = '101'"
    )
    assert did["added"] == [number]


def test_a_list_that_is_not_there_or_words_of_one_person_are_refused(listed: Jinlin) -> None:
    listed("team", "join", "便民服务队", "--people", "没有.xlsx", code=5)
    listed("team", "join", "便民服务队", "--people", "陈建国", "--skill", "理发", code=2)
