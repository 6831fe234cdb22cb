"""Service teams, what their members can do, and who looks after which building."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest
from harness import Jinlin, seeded
from hypothesis import given
from hypothesis import strategies as st

from jinlin.member.rules.skills import fit, kind_of, parse_skills, suggestion, usual_skills
from jinlin.member.team.coverage import covering
from jinlin.store.file.connection import open_reading
from jinlin.store.transaction.tx import Reader


@seeded
def stewards(jinlin: Jinlin) -> Jinlin:
    for code in ("3", "5"):
        jinlin("building", "add", code, "--floors", "7")
    roster = jinlin.folder / "房屋.csv"
    roster.write_text("楼栋,单元,房号,业主\n3,1,502,王甲\n3,2,502,王乙\n5,,301,王丙\n", "utf-8")
    jinlin("household", "import", roster, "--yes")
    jinlin("team", "add", "红管家服务队", "--kind", "红管家")
    for name in ("陈建国", "王芳", "李雷"):
        jinlin("member", "add", name, "--party-state", "full")
    return jinlin


def covers(jinlin: Jinlin, building: str, **wanted: Any) -> list[tuple[str, bool]]:
    [(which,)] = jinlin.sql("SELECT id FROM building WHERE code = ?", building)
    connection = open_reading(jinlin.db)
    try:
        call = SimpleNamespace(environment=SimpleNamespace(now=lambda: jinlin.now, said_days=None))
        reader = Reader(connection, jinlin.db, cast("Any", call))
        found = covering(reader, building_id=which, **wanted)
    finally:
        connection.shut()
    return [(cover.person.name, cover.substitute) for cover in found]


def test_skills_are_read_as_people_write_them_and_kept_once() -> None:
    assert parse_skills("维修员, 水电维修、维修员；心理 疏导") == ("维修员", "水电维修", "心理疏导")
    assert parse_skills(" ") == ()


@given(st.sampled_from(usual_skills().words))
def test_a_usual_skill_is_its_own_best_fit_and_needs_no_suggestion(word: str) -> None:
    assert fit(word, ["文体活动x", word]) == 0
    assert suggestion(word) is None
    if kind := kind_of(word):
        assert fit(kind, [word]) in {0, 1}


def test_a_word_near_a_usual_one_is_suggested() -> None:
    assert suggestion("水电工") == "水电维修"
    assert suggestion("弹钢琴") is None
    assert fit("维修员", ["理发"]) == 2


def test_the_best_steward_comes_first_and_substitutes_last(stewards: Jinlin) -> None:
    stewards("team", "join", "红管家", "李雷", "--skill", "水电维修")
    stewards("team", "cover", "陈建国", "--building", "3", "--skill", "矛盾调处员")
    stewards("team", "cover", "王芳", "--building", "3", "--skill", "维修员", "--substitute")
    stewards("team", "cover", "李雷", "--building", "3,5")
    assert covers(stewards, "3") == [("李雷", False), ("陈建国", False), ("王芳", True)]
    assert covers(stewards, "3", skill="水电维修") == [("李雷", False), ("王芳", True)]
    assert covers(stewards, "3", skill="矛盾调处员") == [("陈建国", False), ("李雷", False)]
    assert covers(stewards, "5", skill="法律咨询") == [("李雷", False)]


def test_who_looks_after_another_entrance_is_left_out(stewards: Jinlin) -> None:
    stewards("team", "cover", "陈建国", "--building", "3", "--entrance", "1")
    stewards("team", "cover", "王芳", "--building", "3")
    assert covers(stewards, "3", entrance="1") == [("陈建国", False), ("王芳", False)]
    assert covers(stewards, "3", entrance="2") == [("王芳", False)]
    assert covers(stewards, "3") == [("王芳", False), ("陈建国", False)]


def test_a_team_is_made_filled_shown_and_undone(stewards: Jinlin) -> None:
    before = stewards.sql("SELECT * FROM team_member")
    stewards("team", "join", "红管家", "陈建国", "--skill", "维修员,水电维修", "--times", "周末")
    stewards("team", "join", "红管家", "王芳", "--leader")
    data = stewards("team", "show", "红管家服务队", "--json").data
    assert (data["kind"], data["leader"], data["members"]) == ("red_stewards", "王芳", 2)
    assert [(row["name"], row["skills"], row["availability"]) for row in data["people"]] == [
        ("王芳", None, None),
        ("陈建国", "维修员、水电维修", "周末"),
    ]
    stewards("team", "edit", "红管家服务队", "--leader", "陈建国", "--duties", "上门维修")
    [team] = stewards("team", "list", "--json").data
    assert (team["leader"], team["duties"]) == ("陈建国", "上门维修")
    for _step in range(3):
        stewards("undo")
    assert stewards.sql("SELECT * FROM team_member") == before


def test_what_most_of_a_team_can_do_comes_first(stewards: Jinlin) -> None:
    stewards("team", "join", "红管家", "陈建国", "--skills", '维修员,"疏通"')
    stewards("team", "join", "红管家", "王芳", "--skills", '理发,"疏通"', "--leader")
    [team] = stewards("team", "list", "--json").data
    assert team["skills"] == '"疏通"、理发、维修员'
    stewards("team", "leave", "红管家", "王芳")
    assert stewards("team", "show", "红管家", "--json").data["skills"] == '维修员、"疏通"'


def test_volunteers_are_masked_in_their_team_and_their_leader_is_named(jinlin: Jinlin) -> None:
    jinlin("team", "add", "爱心队", "--kind", "志愿者", "--leader", "林秀英")
    jinlin("team", "join", "爱心队", "欧阳明月", "--new", "--phone", "13805910000")
    for words in (("--json",), (), ("--csv",)):
        out = jinlin("team", "show", "爱心队", *words).out
        assert "林秀英" in out
        assert "欧阳明月" not in out
        assert "13805910000" not in out
    assert "欧阳明月" in jinlin("team", "show", "爱心队", "--unmask").out
    assert "欧阳明月" not in jinlin("log", "--json").out


def test_a_steward_who_is_no_party_member_is_told_and_taken(jinlin: Jinlin) -> None:
    jinlin("team", "add", "红管家服务队", "--kind", "red-stewards")
    said = jinlin(
        "team", "join", "红管家服务队", "王大妈", "--new", "--skill", "水电工", lang="en"
    ).err
    assert "水电维修" in said
    assert "not recorded as such: 王大妈" in said


def test_leaving_the_last_team_of_stewards_ends_what_she_looks_after(stewards: Jinlin) -> None:
    stewards("team", "join", "红管家", "陈建国")
    stewards("team", "cover", "陈建国", "--building", "3,5")
    left = stewards("team", "leave", "红管家", "陈建国", "--json").data
    assert left["uncovered"] == 2
    assert covers(stewards, "3") == []
    stewards("undo")
    assert covers(stewards, "3") == [("陈建国", False)]
    stewards("team", "remove", "红管家服务队")
    assert covers(stewards, "3") == []
    assert stewards("team", "list", "--json").data == []


def test_covering_is_ended_by_building_or_altogether(stewards: Jinlin) -> None:
    stewards("team", "cover", "陈建国", "--building", "3,5")
    stewards("team", "cover", "陈建国", "--building", "3", "--skill", "维修员")
    stewards("team", "uncover", "陈建国", "--building", "5")
    assert covers(stewards, "5") == []
    stewards("undo")
    stewards("team", "uncover", "陈建国", code=2)  # three at once need a yes
    assert stewards("team", "uncover", "陈建国", "--yes", "--json").data["ended"] == 3


def test_a_steward_becomes_a_substitute_by_saying_so(stewards: Jinlin) -> None:
    stewards("team", "cover", "陈建国", "--building", "3")
    stewards("team", "cover", "陈建国", "--building", "3", "--substitute")
    assert covers(stewards, "3") == [("陈建国", True)]


def test_the_roster_for_the_board_has_phones_only_when_asked(stewards: Jinlin) -> None:
    stewards("member", "edit", "陈建国", "--phone", "13805911234")
    stewards("team", "cover", "陈建国", "--building", "3", "--skill", "维修员")
    stewards("team", "cover", "王芳", "--building", "3", "--entrance", "1", "--substitute")
    page = stewards("team", "roster", lang="en").out
    assert "陈建国: 维修员\n" in page
    assert "王芳: entrance 1, substitute\n" in page
    assert "1380591" not in page
    entries = len(stewards("log", "--json").data)
    with_phones = stewards("team", "roster", "--phones", lang="en")
    assert "13805911234" in with_phones.out
    assert "consented in writing" in with_phones.err
    assert len(stewards("log", "--json").data) == entries + 1
    assert stewards("team", "roster", "--building", "5", "--json").data["covers"] == []


def test_a_steward_without_a_skill_stands_on_the_roster_by_name_alone(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3", "--floors", "7")
    jinlin("team", "add", "红管家服务队", "--kind", "红管家")
    jinlin("member", "add", "何卫国")
    jinlin("team", "join", "红管家服务队", "何卫国")
    jinlin("team", "cover", "何卫国", "--building", "3")
    assert "何卫国" in [line.strip() for line in jinlin("team", "roster").out.splitlines()]


def test_bad_words_are_refused_and_nothing_is_kept(stewards: Jinlin) -> None:
    before = stewards.db.read_bytes()
    for words, code in (
        (("add", "红管家服务队", "--kind", "志愿者"), 1),
        (("add", "甲队", "--kind", "妇联"), 3),
        (("add", "甲队"), 2),
        (("add", " ", "--kind", "志愿者"), 2),
        (("add", "甲队", "--kind", "志愿者", "--leader", "陌生人"), 3),
        (("show", "乙队"), 3),
        (("edit", "红管家"), 2),
        (("edit", "红管家", "--kind", "红管家"), 1),
        (("remove", "乙队"), 3),
        (("join", "乙队", "陈建国"), 3),
        (("join", "红管家", "陌生人"), 3),
        (("join", "红管家", "张**", "--new"), 2),
        (("join", "红管家", "陈建国", "--skill", "很" * 30), 2),
        (("join", "红管家", "陈建国", "--since", "2026-12-01"), 2),
        (("leave", "红管家", "陈建国"), 3),
        (("cover", "陈建国", "--building", "9"), 3),
        (("cover", "陈建国", "--building", "3", "--entrance", "8"), 3),
        (("cover", "陈建国", "--building", "3,5", "--entrance", "1"), 2),
        (("cover", "陈建国", "--building", "3", "--skill", "维修员,理发"), 2),
        (("cover", "陈建国"), 2),
        (("uncover", "陈建国", "--building", "3"), 3),
        (("uncover", "陈建国", "--entrance", "1"), 2),
        (("roster", "--building", "9"), 3),
    ):
        error = stewards("team", *words, "--json", code=code).error
        assert error["message"], words
        assert error["hint"], words
        assert stewards.db.read_bytes() == before, words


def test_joining_or_covering_twice_is_told(stewards: Jinlin) -> None:
    stewards("team", "join", "红管家", "陈建国")
    stewards("team", "cover", "陈建国", "--building", "3")
    before = stewards.db.read_bytes()
    stewards("team", "join", "红管家", "陈建国", code=1)
    stewards("team", "cover", "陈建国", "--building", "3", code=1)
    assert stewards.db.read_bytes() == before


def inside(jinlin: Jinlin, team: str) -> dict[str, Any]:
    rows = jinlin("team", "show", team, "--unmask", "--json").data["people"]
    return {row["name"]: row for row in rows}


def test_what_is_new_of_a_member_of_a_team_is_kept_beside_what_was_known(stewards: Jinlin) -> None:
    stewards("team", "join", "红管家", "陈建国", "--skill", "水电维修", "--times", "周末")
    stewards("team", "join", "红管家", "陈建国", "--leader")
    stewards("team", "join", "红管家", "陈建国", "--skill", "理发")
    [row] = inside(stewards, "红管家").values()
    assert (row["skills"], row["availability"], row["leader"]) == ("理发", "周末", True)
    before = stewards.db.read_bytes()
    for words in (("--skill", "理发"), ("--times", "周末"), ("--leader",)):
        error = stewards("team", "join", "红管家", "陈建国", *words, "--json", code=1).error
        assert "--特长" in error["hint"], words
    assert stewards.db.read_bytes() == before


def test_a_new_leader_takes_the_lead_from_the_old_one_who_stays(stewards: Jinlin) -> None:
    stewards("team", "join", "红管家", "陈建国", "--leader")
    stewards("team", "join", "红管家", "王芳")
    stewards("team", "edit", "红管家", "--leader", "王芳")
    assert {name: row["leader"] for name, row in inside(stewards, "红管家").items()} == {
        "王芳": True,
        "陈建国": False,
    }
    before = stewards.db.read_bytes()
    stewards("team", "edit", "红管家", "--leader", "王芳", code=1)
    assert stewards.db.read_bytes() == before
    stewards("team", "edit", "红管家", "--leader", "李雷")
    assert inside(stewards, "红管家")["李雷"]["leader"] is True


def test_a_team_is_renamed_and_its_kind_changed_but_never_into_another_ones_name(
    stewards: Jinlin,
) -> None:
    stewards("team", "add", "爱心队", "--kind", "志愿者")
    before = stewards.db.read_bytes()
    stewards("team", "edit", "爱心队", "--name", "红管家服务队", code=1)
    assert stewards.db.read_bytes() == before
    told = stewards("team", "edit", "爱心队", "--name", "夕阳红队", "--kind", "专职", "--json").data
    assert told["name"] == "夕阳红队"
    shown = stewards("team", "show", "夕阳红", "--json").data
    assert (shown["name"], shown["kind"]) == ("夕阳红队", "staff")


def test_a_part_of_a_name_two_teams_have_is_asked_about(stewards: Jinlin) -> None:
    stewards("team", "add", "红管家二队", "--kind", "红管家")
    error = stewards("team", "show", "红管家", "--json", code=3).error
    assert "红管家服务队" in error["message"]
    assert "红管家二队" in error["message"]
    assert stewards("team", "show", "红管家服务队", "--json").data["name"] == "红管家服务队"


def test_a_steward_in_two_teams_goes_on_until_she_has_left_both(stewards: Jinlin) -> None:
    stewards("team", "add", "红管家二队", "--kind", "红管家")
    stewards("team", "add", "爱心队", "--kind", "志愿者")
    for team in ("红管家服务队", "红管家二队", "爱心队"):
        stewards("team", "join", team, "陈建国")
    stewards("team", "cover", "陈建国", "--building", "3")
    for team, ended in (("爱心队", 0), ("红管家服务队", 0), ("红管家二队", 1)):
        assert stewards("team", "leave", team, "陈建国", "--json").data["uncovered"] == ended
    assert covers(stewards, "3") == []


def test_a_large_team_is_taken_out_only_after_a_question(stewards: Jinlin) -> None:
    for name in ("陈建国", "王芳", "李雷"):
        stewards("team", "join", "红管家", name)
    before = stewards.db.read_bytes()
    assert "3" in stewards("team", "remove", "红管家服务队", code=2, lang="en").err
    assert stewards.db.read_bytes() == before
    stewards("team", "remove", "红管家服务队", "--yes")
    assert stewards.sql("SELECT count(*) FROM team_member WHERE until IS NULL") == [(0,)]


def test_only_what_is_named_of_a_stewards_work_ends(stewards: Jinlin) -> None:
    for words in (("--entrance", "1"), ("--entrance", "2"), ("--skill", "理发")):
        stewards("team", "cover", "陈建国", "--building", "3", *words)
    stewards("team", "cover", "陈建国", "--building", "5")
    ended = stewards("team", "uncover", "陈建国", "--building", "3", "--entrance", "1", "--json")
    assert ended.data["ended"] == 1
    ended = stewards("team", "uncover", "陈建国", "--building", "3", "--skill", "理发", "--json")
    assert ended.data["ended"] == 1
    assert stewards("team", "uncover", "陈建国", "--json").data["buildings"] == ["3", "5"]


def test_who_is_in_no_team_of_stewards_is_told_how_to_join_one(stewards: Jinlin) -> None:
    assert "jinlin 服务队 入队" in stewards("team", "cover", "陈建国", "--building", "3").err
    stewards("team", "join", "红管家", "王芳")
    assert "jinlin 服务队 入队" not in stewards("team", "cover", "王芳", "--building", "3").err


def test_the_usual_skills_are_listed_with_the_kind_they_belong_to(jinlin: Jinlin) -> None:
    rows = jinlin("team", "skills", "--json").data
    kinds = {row["skill"]: row["kind"] for row in rows}
    usual = usual_skills()
    assert set(usual.english) == set(usual.words)
    assert "unblocking of drains" in jinlin("team", "skills", lang="en").out
    assert {*kinds, *usual.kinds} == set(usual.words)
    assert kinds["水电维修"] == kind_of("水电维修") == "维修员"


def test_somebody_new_is_not_made_twice(stewards: Jinlin) -> None:
    stewards("team", "join", "红管家", "王大妈", "--new", "--phone", "13805911234")
    before = stewards.db.read_bytes()
    again = ("team", "join", "红管家", "王大妈", "--new", "--phone", "13805911234", "--json")
    assert "--新人" in stewards(*again, code=1).error["hint"]
    assert stewards.db.read_bytes() == before
    stewards("team", "join", "红管家", "王大妈", "--new", "--phone", "13805914321")
    assert stewards.sql("SELECT count(*) FROM person WHERE name = '王大妈'") == [(2,)]
    assert "--新人" in stewards("team", "join", "红管家", "没见过", "--json", code=3).error["hint"]


def test_a_word_far_from_every_usual_one_is_left_as_it_is() -> None:
    assert suggestion("安全检查员") is None


def test_leaving_volunteers_leaves_a_stewards_work_as_it_is(stewards: Jinlin) -> None:
    stewards("team", "add", "爱心队", "--kind", "志愿者")
    stewards("team", "join", "爱心队", "陈建国")
    stewards("team", "cover", "陈建国", "--building", "3")
    assert stewards("team", "leave", "爱心队", "陈建国", "--json").data["uncovered"] == 0
    assert covers(stewards, "3") == [("陈建国", False)]


def test_a_team_that_another_window_removed_meanwhile_is_not_removed_again(
    stewards: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("陈建国", "王芳", "李雷"):
        stewards("team", "join", "红管家服务队", name)
    monkeypatch.setattr(
        "jinlin.member.commands.team.remove.confirm",
        lambda call, _text: call.yes or stewards("team", "remove", "红管家服务队", "--yes"),
    )
    stewards("team", "remove", "红管家服务队", code=3)
