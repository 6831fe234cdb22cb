"""`jinlin member add`, `list`, `show` and `edit` as they are typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from harness import Jinlin, seeded

CHEN = ("陈建国", "--phone", "138 0591 1234", "--party-state", "正式党员", "--joined", "1998.7",
        "--full-on", "1999-07-01", "--group", "第一党小组", "--post", "支部副书记",
        "--employer", "市财政局", "--skill", "水电维修", "--note", "周末有空")  # fmt: skip


@seeded
def chen(jinlin: Jinlin) -> Jinlin:
    """The member CHEN."""
    jinlin("member", "add", *CHEN)
    return jinlin


def test_everything_said_of_a_member_is_kept_and_shown(jinlin: Jinlin) -> None:
    added = jinlin("member", "add", *CHEN, "--json").data
    assert added == {"number": "P2", "name": "陈建国", "known_before": False, "dry_run": False}
    assert jinlin("member", "show", "陈建国", "--json").data == {
        "number": "P2",
        "name": "陈建国",
        "party_state": "full",
        "affiliation": "here",
        "post": "副书记",
        "group": "第一党小组",
        "joined_on": "1998-07",
        "full_on": "1999-07-01",
        "reported_on": None,
        "employer": "市财政局",
        "skills": "水电维修",
        "availability": None,
        "standing": "active",
        "standing_since": None,
        "no_vote_reason": None,
        "not_counted_reason": None,
        "phone": "138****1234",
        "note": "周末有空",
        "left_on": None,
        "left_reason": None,
        "posts": [{"post": "副书记", "started_on": "2026-11-05", "ended_on": None, "source": None}],
    }
    assert jinlin("member", "show", "P2", "--unmask", "--json").data["phone"] == "13805911234"
    assert "member show" in jinlin("log", "--json").out


def test_where_membership_is_held_follows_from_what_was_said(jinlin: Jinlin) -> None:
    before = jinlin.db.read_bytes()
    cases: tuple[tuple[tuple[str, ...], str], ...] = (
        (("--party-state", "full"), "here"),
        (("--party-state", "预备"), "here"),
        (("--party-state", "积极分子"), "none"),
        ((), "none"),
        (("--party-state", "full", "--reported", "2024-05-01"), "report_in"),
        (("--party-state", "full", "--affiliation", "无"), "none"),
        (("--affiliation", "report-in"), "report_in"),
    )
    for words, affiliation in cases:
        jinlin.db.write_bytes(before)
        jinlin("member", "add", "陈建国", *words)
        shown = jinlin("member", "show", "陈建国", "--json").data
        assert shown["affiliation"] == affiliation, words


def test_names_are_masked_in_the_list_but_for_those_in_a_post(chen: Jinlin) -> None:
    chen("member", "add", "欧阳明月", "--party-state", "full", "--phone", "13805910000")
    for words in (("--json",), (), ("--csv",), ("--md",)):
        out = chen("member", "list", *words).out
        assert "陈建国" in out
        assert "林秀英" in out
        assert "欧阳明月" not in out
        assert "欧阳" in out
        assert "13805910000" not in out
    assert "欧阳明月" in chen("member", "list", "--unmask").out
    chen("member", "edit", "陈建国", "--post", "")
    assert "陈建国" not in chen("member", "list").out


def test_the_list_is_filtered(chen: Jinlin) -> None:
    chen("member", "add", "王芳", "--party-state", "预备", "--group", "第二党小组")
    chen("member", "add", "李雷", "--party-state", "full", "--reported", "今天")

    def numbers(*words: str) -> list[str]:
        return [row["number"] for row in chen("member", "list", *words, "--json").data]

    assert numbers() == ["P1", "P2", "P3", "P4"]
    assert numbers("--party-state", "full,预备党员") == ["P1", "P2", "P3", "P4"]
    assert numbers("--party-state", "预备") == ["P3"]
    assert numbers("--affiliation", "报到") == ["P4"]
    assert numbers("--group", "第一党小组，第二党小组") == ["P2", "P3"]
    assert numbers("--group", "第一党小组,第二党小组", "--party-state", "full") == ["P2"]
    assert numbers("--text", "水电") == ["P2"]
    assert numbers("--text", "%") == []
    assert "1 more" in chen("member", "list", "--limit", "3", lang="en").out


def test_two_of_one_name_are_two_people_when_their_phones_say_so(jinlin: Jinlin) -> None:
    jinlin("member", "add", "张伟", "--phone", "13805915678", "--party-state", "full")
    jinlin("member", "add", "张伟", "--phone", "13805919999", "--party-state", "full")
    assert jinlin("member", "add", "张伟", "--namesake", "--json").data["number"] == "P4"


def test_the_same_person_is_not_recorded_twice(jinlin: Jinlin) -> None:
    jinlin("member", "add", "张伟", "--phone", "13805915678", "--party-state", "full")
    before = jinlin.db.read_bytes()
    for words in (
        ("张伟", "--phone", "13805915678"),
        ("张伟",),
        ("P2",),
        ("张伟", "--phone", "13805915678", "--namesake"),
    ):
        error = jinlin("member", "add", *words, "--json", code=1).error
        assert "jinlin 党员 修改 P2" in error["hint"], words
        assert jinlin.db.read_bytes() == before, words


def test_an_owner_becomes_a_member_without_becoming_two_people(jinlin: Jinlin) -> None:
    roster = jinlin.folder / "房屋.csv"
    roster.write_text("楼栋,房号,业主,电话\n3,502,张伟,\n3,601,李雷,13805910000\n", "utf-8")
    jinlin("household", "import", roster, "--yes")
    people = jinlin.sql("SELECT count(*) FROM person")
    by_name = jinlin("member", "add", "张伟", "--phone", "13805915678", "--json").data
    assert by_name["known_before"]
    assert jinlin("member", "show", "5678", "--json").data["number"] == by_name["number"]
    jinlin("member", "add", "李雷@3", "--party-state", "full")
    assert jinlin.sql("SELECT count(*) FROM person") == people
    jinlin("member", "add", "李雷", "--phone", "13805919999")
    assert jinlin.sql("SELECT count(*) FROM person") == [(people[0][0] + 1,)]


def test_a_post_is_taken_and_left_and_its_days_are_kept(chen: Jinlin) -> None:
    chen("member", "edit", "陈建国", "--post", "组织委员")
    assert chen("member", "show", "陈建国", "--json").data["post"] == "组织委员"
    chen("member", "edit", "陈建国", "--post", "")
    assert chen("member", "show", "陈建国", "--json").data["post"] is None
    assert chen.sql(
        "SELECT title, started_on, ended_on FROM post WHERE person_id = 2 ORDER BY id"
    ) == [("副书记", "2026-11-05", "2026-11-05"), ("组织委员", "2026-11-05", "2026-11-05")]


def test_an_empty_value_clears_a_field(chen: Jinlin) -> None:
    chen("member", "edit", "陈建国", "--employer", "", "--phone", "")
    shown = chen("member", "show", "陈建国", "--json").data
    assert (shown["employer"], shown["phone"]) == (None, None)


def test_bad_words_are_refused_and_nothing_is_kept(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    for words, code in (
        (("张伟", "--phone", "123"), 2),
        (("张伟", "--joined", "2026-11-06"), 2),
        (("张伟", "--joined", "abc"), 2),
        (("张伟", "--party-state", "党员甲"), 3),
        (("张伟", "--affiliation", "火星"), 3),
        (("张伟", "--party-state", "预备", "--full-on", "2020-01-01"), 1),
        (("张伟", "--party-state", "full", "--joined", "2001-07", "--full-on", "2000-07-01"), 1),
        (("张伟", "--affiliation", "here", "--reported", "2024-05-01"), 1),
        (("P99",), 3),
        (("张**",), 2),
        (("",), 2),
        ((), 2),
    ):
        error = jinlin("member", "add", *words, "--json", code=code).error
        assert error["message"], words
        assert error["hint"], words
        unchanged()


def test_edit_says_when_nothing_is_named_or_nothing_would_change(chen: Jinlin) -> None:
    before = chen.db.read_bytes()
    assert chen("member", "edit", "陈建国", code=2).err
    assert chen("member", "edit", "陈建国", "--employer", "市财政局", code=1).err
    assert chen("member", "edit", "陈建国", "--affiliation", "", code=2).err
    assert chen("member", "edit", "陈建国", "--name", "", code=2).err
    assert chen.db.read_bytes() == before


def test_a_dry_run_leaves_the_file_as_it_was(jinlin: Jinlin, unchanged: Callable[[], None]) -> None:
    assert jinlin("member", "add", *CHEN, "--dry-run", "--json").data["dry_run"]
    jinlin("member", "edit", "林秀英", "--note", "x", "--dry-run")
    unchanged()


def test_undo_takes_each_step_back_and_says_so_without_a_residents_name(jinlin: Jinlin) -> None:
    jinlin("member", "add", "王芳", "--party-state", "预备")
    added = jinlin.sql("SELECT * FROM member")
    jinlin("member", "edit", "王芳", "--party-state", "正式")
    jinlin("member", "edit", "王芳", "--phone", "13805911234", "--group", "第一党小组")
    assert "王芳" not in jinlin("log", "--json").out
    assert "P2 王**" in jinlin("undo").out
    said = jinlin("undo", lang="en").out
    assert "set member P2 王** back from full member to probationary member" in said
    assert jinlin.sql("SELECT * FROM member") == added
    jinlin("undo")
    assert jinlin.sql("SELECT name FROM person") == [("林秀英",)]
    jinlin("member", "add", "李雷")
    assert jinlin("member", "show", "李雷", "--json").data["number"] == "P3", "P2 stays given"


def test_on_a_terminal_what_is_missing_is_asked(jinlin: Jinlin) -> None:
    outcome = jinlin("member", "add", typed="张伟\n外星人\n预备党员\n")
    assert outcome.err.count("预备") >= 1 or "probationary" in outcome.err
    assert jinlin("member", "show", "张伟", "--json").data["party_state"] == "probationary"


def test_standing_times_and_what_keeps_her_from_voting_are_kept(jinlin: Jinlin) -> None:
    jinlin("member", "add", *CHEN, "--times", "周末", "--standing", "流动", "--since", "2026.3",
           "--no-vote", "留党察看", "--not-counted", "长期患病")  # fmt: skip
    shown = jinlin("member", "show", "陈建国", "--json").data
    assert (shown["availability"], shown["standing"], shown["standing_since"]) == (
        "周末", "migrant", "2026-03",
    )  # fmt: skip
    assert (shown["no_vote_reason"], shown["not_counted_reason"]) == ("留党察看", "长期患病")
    jinlin("member", "edit", "陈建国", "--standing", "正常")
    assert jinlin("member", "show", "陈建国", "--json").data["standing_since"] is None
    jinlin("member", "edit", "陈建国", "--since", "2026-01-01", code=1)
    jinlin("member", "edit", "陈建国", "--standing", "休眠", code=3)


def test_a_name_that_was_corrected_is_found_by_its_new_pinyin(jinlin: Jinlin) -> None:
    jinlin("member", "add", "张每华")
    jinlin("member", "edit", "张每华", "--name", "李四光")
    assert jinlin.sql("SELECT initials, pinyin FROM person WHERE number = 2") == [
        ("lsg", "lisiguang")
    ]


def test_the_list_is_filtered_by_standing_skill_post_body_and_team(jinlin: Jinlin) -> None:
    jinlin("member", "add", *CHEN, "--standing", "失联")
    jinlin("member", "add", "王芳", "--party-state", "预备", "--times", "周末")
    jinlin("member", "post", "add", "王芳", "--title", "业委会主任")
    jinlin("team", "add", "爱心队", "--kind", "志愿者")
    jinlin("team", "join", "爱心队", "王芳", "--skill", "理发")

    def numbers(*words: str) -> list[str]:
        return [row["number"] for row in jinlin("member", "list", *words, "--json").data]

    assert numbers("--standing", "失联") == ["P2"]
    assert numbers("--standing", "active,migrant") == ["P1", "P3"]
    assert numbers("--skill", "水电,理发") == ["P2", "P3"]
    assert numbers("--post", "主任") == ["P3"]
    assert numbers("--body", "业委会") == ["P3"]
    assert numbers("--body", "业委会", "--party-state", "正式") == []
    assert numbers("--team", "爱心") == ["P3"]
    assert numbers("--text", "wangfang") == ["P3"]
    assert "1 more" in jinlin("member", "list", "--limit", "2", lang="en").out
    assert jinlin("member", "list", "--body", "妇联", code=3).err


def test_a_post_elsewhere_leaves_those_in_the_branch(chen: Jinlin) -> None:
    chen("member", "edit", "陈建国", "--post", "业委会主任")
    assert chen("member", "show", "陈建国", "--json").data["post"] == "副书记、业委会主任"
    chen("member", "edit", "陈建国", "--post", "委员")
    assert chen("member", "show", "陈建国", "--json").data["post"] == "委员、业委会主任"
    assert chen.sql("SELECT body, title FROM post WHERE person_id = 2 AND ended_on IS NULL"
                      " ORDER BY body") == [("branch", "委员"), ("owners_committee", "主任")]  # fmt: skip


def test_somebody_known_by_number_or_home_is_put_into_the_register_once(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3")
    roster = jinlin.folder / "房屋.csv"
    roster.write_text("楼栋,房号,业主\n3,301,王芳\n", "utf-8")
    jinlin("household", "import", roster, "--yes")
    assert jinlin("member", "add", "P2", "--json").data["known_before"] is True
    before = jinlin.db.read_bytes()
    for who in ("P2", "王芳@3"):
        assert "--同名" in jinlin("member", "add", who, "--json", code=1).error["hint"]
    assert jinlin.db.read_bytes() == before


def test_two_people_never_share_name_and_phone_by_a_correction(jinlin: Jinlin) -> None:
    jinlin("member", "add", "王芳", "--phone", "13805911234")
    jinlin("member", "add", "王芬", "--phone", "13805911234")
    before = jinlin.db.read_bytes()
    error = jinlin("member", "edit", "王芬", "--name", "王芳", "--json", code=1).error
    assert "P2" in error["hint"]
    assert jinlin.db.read_bytes() == before


def test_a_phone_is_added_to_somebody_known_without_one_and_never_replaced(jinlin: Jinlin) -> None:
    jinlin("member", "post", "add", "周敏", "--new", "--title", "业委会主任")
    jinlin("member", "add", "周敏", "--phone", "13805911234")
    jinlin("member", "remove", "周敏", "--reason", "迁出")
    assert jinlin.sql("SELECT phone FROM person WHERE name = '周敏'") == [("13805911234",)]
    jinlin("member", "add", "周敏", "--phone", "13805914321")
    assert jinlin.sql("SELECT count(*) FROM person WHERE name = '周敏'") == [(2,)]


def test_who_takes_part_again_is_away_since_no_day(jinlin: Jinlin) -> None:
    jinlin("member", "add", "周敏", "--standing", "流动", "--since", "2026-03")
    shown = jinlin("member", "show", "周敏", "--json").data
    assert (shown["standing"], shown["standing_since"]) == ("migrant", "2026-03")
    jinlin("member", "edit", "周敏", "--standing", "正常")
    shown = jinlin("member", "show", "周敏", "--json").data
    assert (shown["standing"], shown["standing_since"]) == ("active", None)
    before = jinlin.db.read_bytes()
    assert (
        "--状况"
        in jinlin("member", "edit", "周敏", "--since", "2026-03", "--json", code=1).error["hint"]
    )
    assert jinlin.db.read_bytes() == before


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("--party-state", "预备"), "was set from full member to probationary member"),
        (("--affiliation", "报到"), "was set from this branch to reported in"),
        (("--standing", "失联"), "was set from taking part to lost contact"),
        (("--employer", "市财政局"), "was changed: Employer"),
        (("--employer", "市财政局", "--note", "党龄三十年"), "was changed: Employer, Remark"),
    ],
)
def test_the_history_says_a_single_word_by_what_it_was_and_is(
    jinlin: Jinlin, change: tuple[str, ...], sentence: str
) -> None:
    jinlin("member", "add", "周敏", "--party-state", "full")
    jinlin("member", "edit", "周敏", *change)
    assert sentence in jinlin("log", "--json", lang="en").out


def test_everything_that_belongs_to_a_member_is_shown_with_her(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3")
    jinlin("member", "add", "周敏", "--party-state", "full")
    jinlin("team", "add", "爱心队", "--kind", "志愿者")
    jinlin(
        "team",
        "join",
        "爱心队",
        "周敏",
        "--skill",
        "理发",
        "--times",
        "周末",
        "--since",
        "2026-01-01",
    )
    jinlin("team", "cover", "周敏", "--building", "3", "--skill", "理发", "--substitute")
    jinlin(
        "member",
        "post",
        "add",
        "周敏",
        "--title",
        "业委会主任",
        "--from",
        "2026-01-01",
        "--source",
        "文",
    )
    jinlin(
        "member",
        "transfer",
        "周敏",
        "--out",
        "--other",
        "甲支部",
        "--stays",
        "--date",
        "2026-02-01",
    )
    jinlin("member", "report-in", "claim", "周敏", "巡逻", "--date", "2026-03-01")
    jinlin(
        "member",
        "transfer",
        "周敏",
        "--in",
        "--other",
        "甲支部",
        "--letter",
        "8号",
        "--date",
        "2026-04-01",
    )
    shown = jinlin("member", "show", "周敏", "--json").data
    assert [list(row.values())[:4] for row in shown["posts"]] == [
        ["业委会主任", "2026-01-01", None, "文"]
    ]
    assert [list(row.values())[:4] for row in shown["teams"]] == [
        ["爱心队", "理发", "周末", "2026-01-01"]
    ]
    assert [list(row.values())[:4] for row in shown["covers"]] == [["3", None, "理发", True]]
    assert [list(row.values())[:4] for row in shown["services"]] == [
        ["巡逻", "2026-03-01", None, None]
    ]
    assert [list(row.values())[:4] for row in shown["transfers"]] == [
        ["out", "2026-02-01", "甲支部", None],
        ["in", "2026-04-01", "甲支部", "8号"],
    ]


def test_who_may_be_recorded_twice_is_listed_the_surest_first(jinlin: Jinlin) -> None:
    for name, phone in (
        ("王芳", "13805911234"), ("王芳", "13805911243"), ("李雷", "13805915678"),
        ("李磊", "13805915678"), ("张伟", "13805910000"), ("张伟", None),
    ):  # fmt: skip
        words = ("--phone", phone) if phone else ("--namesake",)
        jinlin("member", "add", name, *words)
    rows = jinlin("member", "duplicates", "--unmask", "--json").data
    assert [(row["name"], row["other_name"], row["reason"]) for row in rows] == [
        ("王芳", "王芳", "same_name_near_phone"),
        ("李雷", "李磊", "same_sound_and_phone"),
        ("张伟", "张伟", "same_name_one_without_phone"),
    ]
    assert "member merge P3 P2" in jinlin("member", "duplicates", lang="en").out


def test_anybody_is_found_with_what_she_is(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3")
    jinlin("member", "add", "周敏", "--party-state", "预备")
    jinlin("team", "add", "红管家服务队", "--kind", "红管家", "--leader", "周敏")
    jinlin("team", "cover", "周敏", "--building", "3")
    jinlin("member", "post", "add", "周敏", "--title", "业委会主任")
    [found] = jinlin("member", "find", "周敏", "--json").data
    assert [(role["role"], role["of"]) for role in found["roles"]] == [
        ("member", "probationary"),
        ("post", "业委会主任"),
        ("team", "红管家服务队"),
        ("red_steward", "3"),
    ]
    assert jinlin("member", "find", "没有这个人", "--json", code=3).error["hint"]


def test_the_list_is_filtered_by_where_people_own_or_live(jinlin: Jinlin) -> None:
    for building in ("3", "5"):
        jinlin("building", "add", building)
    jinlin("household", "add", "3-1-101", "--owner", "陈建国", "--yes")
    jinlin("household", "add", "5-1-101")
    for name in ("陈建国", "王芳", "李明"):
        jinlin("member", "add", name)
    jinlin("household", "occupant", "5-1-101", "王芳")

    def names(*words: str) -> list[str]:
        rows = jinlin("member", "list", *words, "--unmask", "--json").data
        return [row["name"] for row in rows]

    assert names("--building", "3") == ["陈建国"]
    assert sorted(names("--building", "3号楼,5")) == ["王芳", "陈建国"]
    assert names("--building", "3", "--building", "5") == []
    assert "没有“9”号楼" in jinlin("member", "list", "--building", "9", code=3).err


def test_a_filter_said_twice_asks_for_both_and_an_empty_one_is_refused(chen: Jinlin) -> None:
    def numbers(*words: str) -> list[str]:
        return [row["number"] for row in chen("member", "list", *words, "--json").data]

    assert numbers("--text", "陈", "--text", "水电") == numbers("--text", "水电") != []
    assert numbers("--text", "没有的人,水电") == numbers("--text", "水电")
    assert "“--文字”是空的" in chen("member", "list", "--text", "", code=2).err
    assert "筛选条件是空的" in chen("member", "list", "--text", "，", code=2).err
    assert "陈**" in chen("member", "list", "--text", "陈**", code=2).err
