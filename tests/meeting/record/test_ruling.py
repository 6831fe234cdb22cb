"""`jinlin meeting types` and `rule`: what holds since when, and what counts is the day of the meeting."""

from __future__ import annotations

from harness import Jinlin

COUNCIL = ("邻里议事会", "--source", "议事规则第12条")


def test_the_rules_of_one_kind_are_shown_with_their_source(jinlin: Jinlin) -> None:
    shown = jinlin("meeting", "types", "党员大会", "--json").data
    assert shown["expected"] == "本支部党员"
    assert shown["due"] == "1/quarter"
    rules = {row["kind"]: row for row in shown["rules"]}
    assert (rules["decision"]["quorum"], rules["decision"]["pass"], rules["decision"]["base"]) == (
        ">=1/2", ">1/2", "entitled",
    )  # fmt: skip
    assert (rules["election"]["quorum"], rules["election"]["base"]) == (">=4/5", "present")
    assert rules["admission"]["written"] is True
    assert shown["set_here"] == []


def test_the_kinds_can_be_read_without_a_database(bare: Jinlin) -> None:
    assert len(bare("meeting", "types", "--json").data) > 20
    assert bare("meeting", "types", "业主大会", "--json").data["notice_days"] == 15


def test_another_rule_holds_from_its_day_on(council: Jinlin) -> None:
    said = council("meeting", "rule", *COUNCIL, "--quorum", "2/3", "--pass", ">=2/3", "--since",
                   "2026-11-05")  # fmt: skip
    assert said.out.startswith(
        "邻里议事会自2026-11-05起：法定人数：三分之二以上；通过：实到会人数三分之二以上"
    )
    assert council("meeting", "vote", "M1", "1", "--for", "6", "--against", "4", "--json").data[
        "passed"
    ]
    council("meeting", "add", "--type", "邻里议事会", "--time", "2026-11-05 9:00", "--item", "x")
    council("meeting", "attend", "M2", *(f"孙{name}" for name in "一丁七万丈三上下不与"))
    row = council("meeting", "vote", "M2", "1", "--for", "6", "--against", "4", "--json").data
    assert (row["passed"], row["needed"], row["rule"]["source"]) == (False, 7, "议事规则第12条")
    earlier = council("meeting", "types", "邻里议事会", "--date", "2026-11-04", "--json").data
    assert earlier["rules"][0]["pass"] == ">1/2"
    [kept] = council("meeting", "types", "邻里议事会", "--json").data["set_here"]
    assert (kept["since"], kept["source"]) == ("2026-11-05", "议事规则第12条")
    assert council("undo", lang="en").code == 0


def test_a_rule_of_the_same_day_gives_way_and_undo_brings_it_back(jinlin: Jinlin) -> None:
    for share in (">=2/3", ">=3/4"):
        jinlin("meeting", "rule", *COUNCIL, "--pass", share, "--since", "2026-11-01")
    assert jinlin.sql("SELECT passing FROM meeting_rule") == [(">=3/4",)]
    jinlin("undo")
    assert jinlin.sql("SELECT passing FROM meeting_rule") == [(">=2/3",)]
    said = jinlin("undo", lang="en").out.strip()
    assert "let the rule before hold" in said
    assert jinlin.sql("SELECT * FROM meeting_rule") == []


def test_how_often_it_is_due_can_be_set(jinlin: Jinlin) -> None:
    jinlin("meeting", "rule", *COUNCIL, "--due", "每月1次", "--since", "2026-01-01")
    rows = {row["type"]: row for row in jinlin("meeting", "types", "--json").data}
    assert rows["neighbours_council"]["frequency"] == "每月1次"
    jinlin("meeting", "rule", "党课", "--source", "上级要求", "--due", "按需")
    assert jinlin("meeting", "types", "党课", "--json").data["due"] is None


def test_a_kind_without_votes_gets_some(jinlin: Jinlin) -> None:
    jinlin("meeting", "add", "--type", "听证会", "--time", "2026-11-05 9:00", "--item", "x")
    jinlin("meeting", "attend", "M1", "孙一", "孙丁")
    jinlin(
        "meeting", "rule", "听证会", "--pass", ">1/2", "--base", "有效票", "--source", "本次约定"
    )
    assert jinlin("meeting", "vote", "M1", "1", "--for", "1", "--abstain", "1", "--json").data[
        "passed"
    ]


def test_bad_rules_are_refused_and_nothing_is_kept(jinlin: Jinlin) -> None:
    before = jinlin.db.read_bytes()
    for words, code in (
        (("邻里议事会",), 2),
        (("茶话会", "--pass", ">1/2", "--source", "x"), 3),
        (("邻里议事会", "--pass", ">=2/3"), 2),
        (("邻里议事会", "--pass", "很多", "--source", "x"), 2),
        (("邻里议事会", "--base", "半数", "--source", "x"), 3),
        (("邻里议事会", "--kind", "抽签", "--pass", ">1/2", "--source", "x"), 3),
        (("邻里议事会", "--pass", ">1/2", "--source", "x"), 2),
        (("邻里议事会", "--due", "常常", "--source", "x"), 2),
        (("邻里议事会", "--due", "1/month"), 2),
        (("党员大会", "--due", "1/quarter", "--source", "x"), 2),
        (("听证会", "--quorum", ">1/2", "--source", "x"), 1),
        (("业主大会", "--pass", ">1/2", "--source", "x"), 1),
        (("邻里议事会", "--pass", ">=2/3", "--source", "x", "--since", "某天"), 2),
    ):
        error = jinlin("meeting", "rule", *words, "--json", code=code).error
        assert error["hint"], words
        assert jinlin.db.read_bytes() == before, words
