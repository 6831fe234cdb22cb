"""Who sits where: posts, their terms, the cross-posting picture, what is to be looked at."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from importlib import resources
from types import SimpleNamespace
from typing import Any, cast

import pytest
from harness import Jinlin
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.errors import UsageError
from jinlin.member.posts.terms import ending
from jinlin.member.rules.cross_posting import (
    TONES,
    Conflict,
    Seat,
    Tone,
    conflicts,
    is_employed,
    picture,
)
from jinlin.member.rules.posts import ELSEWHERE, Body, parse_held
from jinlin.store.file.connection import open_reading
from jinlin.store.transaction.tx import Reader

seats = st.lists(
    st.builds(Seat, st.integers(1, 6), st.sampled_from(Body), st.booleans(), st.booleans()),
    max_size=20,
)


def picture_of(jinlin: Jinlin, *words: str) -> Any:
    return jinlin("member", "post", *words, "--json").data


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("业委会主任", None, (Body.OWNERS_COMMITTEE, "主任", "业委会主任")),
        ("业主委员会副主任", None, (Body.OWNERS_COMMITTEE, "副主任", "业委会副主任")),
        ("主任", Body.OWNERS_COMMITTEE, (Body.OWNERS_COMMITTEE, "主任", "业委会主任")),
        ("支部书记", None, (Body.BRANCH, "书记", "书记")),
        ("社区党委书记", None, (Body.COMMUNITY_PARTY, "书记", "社区党委书记")),
        ("物业服务站站长", None, (Body.SERVICE_STATION, "站长", "服务站站长")),
        ("监 事 会 监 事", None, (Body.SUPERVISORY_BOARD, "监事", "监事会监事")),
        ("监委会主任", None, (Body.SUPERVISORY_BOARD, "主任", "监委会主任")),
        ("楼长", Body.BUILDING, (Body.BUILDING, "楼长", "楼长")),
        ("楼栋长", None, (Body.BUILDING, "楼栋长", "楼栋长")),
        ("楼栋长", Body.BUILDING, (Body.BUILDING, "楼栋长", "楼栋长")),
        ("2号楼楼栋长", None, (Body.BUILDING, "楼栋长", "2号楼楼栋长")),
        ("2号楼长", None, (Body.BUILDING, "楼长", "2号楼楼长")),
        ("1号楼党小组组长", None, (Body.GROUP, "楼栋党小组组长", "1号楼党小组组长")),
        ("党小组组长", None, (Body.GROUP, "楼栋党小组组长", "楼栋党小组组长")),
        ("secretary", None, (Body.BRANCH, "书记", "书记")),
    ],
)
def test_a_title_says_its_body_or_is_told_it(
    title: str, body: Body | None, expected: tuple[Body, str, str]
) -> None:
    held = parse_held(title, body=body)
    assert (held.body, held.title, held.text) == expected


def test_a_title_that_says_no_body_is_asked_about() -> None:
    with pytest.raises(UsageError, match="In which body"):
        parse_held("主任")


@pytest.mark.parametrize("body", Body)
def test_a_body_is_read_as_it_is_stored(body: Body) -> None:
    assert Body.read(body.value) is Body.read(body.value.replace("_", "-")) is body


@given(seats)
def test_the_rates_count_people_and_not_posts(sat: list[Seat]) -> None:
    found = picture(sat)
    own = {seat.person_id for seat in sat if seat.body is Body.BRANCH}
    also = {p for p in own if any(s.person_id == p and s.body in ELSEWHERE for s in sat)}
    assert found.crossed == (len(also), len(own))
    assert found.crossed.rate == (Fraction(len(also), len(own)) if own else None)
    assert sum(count.people for count in found.bodies) == len({(s.person_id, s.body) for s in sat})
    assert all(count.in_party <= count.people for count in found.bodies)


@given(seats)
def test_conflicts_are_those_of_the_table_the_gravest_first(sat: list[Seat]) -> None:
    found = conflicts(sat)
    loudness = [list(Tone).index(TONES[what]) for _who, what in found]
    assert loudness == sorted(loudness)
    board = {s.person_id for s in sat if s.body is Body.SUPERVISORY_BOARD}
    committee = {s.person_id for s in sat if s.body is Body.OWNERS_COMMITTEE}
    assert {w for w, what in found if what is Conflict.COMMITTEE_AND_BOARD} == board & committee
    assert {who for who, _what in found} <= board | committee


def test_the_picture_shows_bodies_rates_conflicts_and_terms(jinlin: Jinlin) -> None:
    jinlin("member", "add", "陈建国", "--party-state", "full", "--post", "委员")
    jinlin("member", "post", "add", "陈建国", "--title", "业委会主任", "--to", "2027-03")
    jinlin("member", "post", "add", "王芳", "--new", "--title", "业委会委员")
    added = jinlin("member", "post", "add", "王芳", "--title", "监事", "--body", "监事会", "--json")
    assert added.data["conflicts"] == [{"conflict": "committee_and_board", "tone": "strong"}]
    data = picture_of(jinlin)
    assert (data["cross_posting"], data["party_in_owners_committee"]) == ("1/2", "1/2")
    assert (data["cross_posted"], data["committee"], data["target"]) == (1, 2, None)
    assert data["bodies"] == [
        {"body": "branch", "seats": None, "people": 2, "in_party": 2},
        {"body": "owners_committee", "seats": None, "people": 2, "in_party": 1},
        {"body": "supervisory_board", "seats": None, "people": 1, "in_party": 0},
    ]
    assert data["conflicts"] == [
        {"name": "王芳", "tone": "strong", "conflict": "committee_and_board"}
    ]
    assert data["terms"] == [
        {"ends_on": "2027-03-31", "months": 6, "name": "陈建国", "post": "业委会主任", "term": None}
    ]
    assert "of 2 in posts of the branch, 1 (50.0%)" in jinlin("member", "post", lang="en").out


def test_seats_and_who_n_are_stand_above_who_sits_where(jinlin: Jinlin) -> None:
    jinlin("member", "post", "add", "林秀英", "--title", "业委会主任")
    jinlin("member", "post", "add", "王芳", "--new", "--title", "服务站站长")
    jinlin("config", "set", "N", "志愿服务队、共建单位")
    assert "业委会应有几人还没登记" in jinlin("member", "post").out
    jinlin("config", "set", "业委会人数", "3人")
    jinlin("config", "set", "监事会人数", "多数", code=2)
    data = picture_of(jinlin)
    assert data["one_three_n"] == (
        "小区党支部1人 + 业委会1/3人、业主监事会0人、物业服务企业1人 + 志愿服务队、共建单位"
    )
    assert [row["seats"] for row in data["bodies"]] == [None, 3, None]
    assert "业委会应有3人，现有1人，缺2人。" in jinlin("member", "post").out
    jinlin("config", "set", "业委会人数", "")
    assert picture_of(jinlin)["bodies"][1]["seats"] is None


def test_the_committee_with_the_company_is_a_warning_and_never_refused(jinlin: Jinlin) -> None:
    jinlin("member", "post", "add", "林秀英", "--title", "业委会主任")
    err = jinlin("member", "post", "add", "林秀英", "--title", "物业经理", lang="en").err
    assert err.startswith("warning: In the owners' committee and with who manages the complex")
    jinlin("member", "post", "add", "林秀英", "--title", "居委会委员")
    assert [row["tone"] for row in picture_of(jinlin)["conflicts"]] == ["warning", "note"]


def test_a_target_set_in_the_database_is_shown(jinlin: Jinlin) -> None:
    assert picture_of(jinlin)["target"] is None
    jinlin("config", "set", "交叉任职目标", "60％")
    assert picture_of(jinlin)["target"] == "3/5"
    jinlin("config", "set", "cross_posting_target", "六成", code=2)


def test_history_says_who_held_what_on_a_day(jinlin: Jinlin) -> None:
    jinlin("member", "post", "add", "王芳", "--new", "--title", "业委会主任", "--from", "2020-05",
           "--to", "2024-05-31", "--source", "备案表")  # fmt: skip
    jinlin("member", "post", "add", "林秀英", "--title", "业委会主任", "--from", "2024-05-31")

    def chair(day: str) -> list[str]:
        data = jinlin("member", "post", "list", "--body", "业委会", "--date", day, "--json").data
        return [row["name"] for row in data]

    assert chair("2020-04-30") == []
    assert chair("2020-05-01") == ["王芳"]
    assert chair("2024-05-30") == ["王芳"]
    assert chair("2024-05-31") == ["林秀英"]
    ever = jinlin("member", "post", "list", "--body", "owners-committee", "--json").data
    assert [(row["name"], row["source"]) for row in ever] == [("林秀英", None), ("王芳", "备案表")]
    mine = jinlin("member", "post", "王芳", "--json").data
    assert [(row["title"], row["ended_on"]) for row in mine] == [("主任", "2024-05-31")]


def test_a_post_is_ended_corrected_taken_out_and_each_undone(jinlin: Jinlin) -> None:
    jinlin("member", "post", "add", "林秀英", "--title", "业委会委员", "--from", "2024-01-01")
    states = [jinlin.sql("SELECT * FROM post")]
    for words in (
        ("end", "林秀英", "业委会", "--date", "2026-10-01"),
        ("edit", "林秀英", "业委会委员", "--title", "副主任", "--source", "会议记录"),
        ("remove", "林秀英", "副主任"),
    ):
        jinlin("member", "post", *words)
        states.append(jinlin.sql("SELECT * FROM post"))
    assert len(set(map(str, states))) == 4
    assert "2026-10-01" in states[1][1]
    for before in reversed(states[:-1]):
        assert "林秀英" in jinlin("undo").out
        assert jinlin.sql("SELECT * FROM post") == before


def test_bad_words_are_refused_and_nothing_is_kept(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    for words, code in (
        (("add", "林秀英", "--title", "主任"), 2),
        (("add", "林秀英", "--title", "书记"), 1),
        (("add", "林秀英", "--title", "主任", "--body", "妇联"), 3),
        (
            (
                "add",
                "林秀英",
                "--title",
                "业委会主任",
                "--from",
                "2026-05-01",
                "--to",
                "2025-05-01",
            ),
            1,
        ),
        (("add", "林秀英", "--title", "业委会主任", "--to", "某日"), 2),
        (("add", "林秀英", "--title", "业委会主任", "--from", "1900-01-01"), 2),
        (("add", "林秀英"), 2),
        (("add", "陌生人", "--title", "业委会主任"), 3),
        (("add", "张**", "--new", "--title", "业委会主任"), 2),
        (("add", "林秀英", "--new", "--title", "业委会主任"), 1),
        (("end", "林秀英", "监事"), 3),
        (("edit", "林秀英"), 2),
        (("edit", "林秀英", "--source", ""), 1),
        (("remove", "陌生人"), 3),
        (("list", "--date", "abc"), 2),
    ):
        error = jinlin("member", "post", *words, "--json", code=code).error
        assert error["message"], words
        assert error["hint"], words
        unchanged()


def test_a_rehearsal_of_a_post_leaves_the_file_as_it_was(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    jinlin("member", "post", "add", "王芳", "--new", "--title", "业委会主任", "--dry-run")
    unchanged()


def test_terms_are_warned_of_six_three_and_one_month_ahead(jinlin: Jinlin) -> None:
    before = jinlin.db.read_bytes()
    for ends, months in (
        ("2026-11-05", [0]),
        ("2026-11-06", [1]),
        ("2026-12-05", [1]),
        ("2026-12-06", [3]),
        ("2027-02-05", [3]),
        ("2027-02-06", [6]),
        ("2027-05-05", [6]),
        ("2027-05-06", []),
    ):
        jinlin.db.write_bytes(before)
        words = ("--title", "业委会主任", "--from", "2022-01", "--to", ends)
        jinlin("member", "post", "add", "林秀英", *words)
        connection = open_reading(jinlin.db)
        try:
            call = SimpleNamespace(
                environment=SimpleNamespace(now=lambda: jinlin.now, said_days=None)
            )
            found = ending(Reader(connection, jinlin.db, cast("Any", call)), on=date(2026, 11, 5))
        finally:
            connection.shut()
        assert [term.months for term in found] == months, ends


def test_a_verb_that_is_none_is_told_with_those_there_are(jinlin: Jinlin) -> None:
    assert "letter" in jinlin("member", "opinion", "leter", lang="en", code=2).err
    assert jinlin("member", "任职", "列表", "--json").data == picture_list(jinlin)


def picture_list(jinlin: Jinlin) -> Any:
    return jinlin("member", "post", "--db", jinlin.db, "list", "--json").data


@pytest.mark.parametrize(
    "employer", [None, "", "无", "退休", "已退休", "离休干部", "市一医院（退休）", "无业", "-"]
)
def test_who_works_nowhere_is_not_taken_for_an_official(employer: str | None) -> None:
    assert not is_employed(employer)


@pytest.mark.parametrize("employer", ["市一医院", "无锡市公安局", "退休干部服务中心"])
def test_an_employer_is_one(employer: str) -> None:
    assert is_employed(employer)


def test_the_right_title_says_which_post_is_corrected(jinlin: Jinlin) -> None:
    jinlin("member", "add", "郑国华", "--post", "组织委员")
    jinlin("member", "post", "add", "郑国华", "--title", "业委会副主任")
    jinlin("member", "post", "edit", "郑国华", "--title", "业委会主任")
    assert jinlin.sql("SELECT title FROM post WHERE body = 'owners_committee'") == [("主任",)]
    jinlin("member", "post", "edit", "郑国华", "--title", "主任", code=3)


def test_who_cannot_be_forgotten_is_told_how_to_end_the_post(jinlin: Jinlin) -> None:
    jinlin("member", "post", "add", "周经理", "--new", "--title", "物业经理")
    error = jinlin("member", "forget", "周经理", "--yes", "--json", code=1).error
    command = error["hint"].split("jinlin ")[1].split()
    jinlin(*command)
    jinlin("member", "forget", "周经理", "--yes")


def test_a_new_secretary_is_told_how_papers_come_to_bear_her_name(jinlin: Jinlin) -> None:
    jinlin("member", "add", "张美华", "--party-state", "正式党员")
    told = jinlin("member", "post", "add", "张美华", "--title", "书记", "--from", "2026-11-01")
    assert "jinlin 设置 设置 书记 张美华" in told.err
    jinlin("config", "set", "书记", "张美华")
    told = jinlin(
        "member", "post", "add", "张美华", "--title", "业委会委员", "--from", "2026-11-01"
    )
    assert "设置 设置" not in told.err


def states(jinlin: Jinlin) -> list[tuple[str, int, str | None]]:
    terms = picture_of(jinlin).get("terms", ())
    return [(term["name"], term["months"], term["term"]) for term in terms]


@pytest.fixture
def expired(jinlin: Jinlin) -> Jinlin:
    """The term of the owners' committee was over on 1 October."""
    later = jinlin.now
    jinlin.now = datetime(2026, 9, 1, 4, tzinfo=UTC)
    words = ("--from", "2021-10-01", "--to", "2026-10-01")
    jinlin("member", "post", "add", "王芳", "--new", "--title", "业委会主任", *words)
    jinlin("member", "post", "add", "李雷", "--new", "--title", "业委会委员", *words)
    jinlin.now = later
    return jinlin


def test_a_term_that_is_over_is_told_until_an_election_is_recorded(expired: Jinlin) -> None:
    assert states(expired) == [("王芳", 0, "over"), ("李雷", 0, "over")]
    assert "已到期未改选" in expired("member", "post").out
    assert "已到期未改选" in expired("member", "post", "list").out
    said = expired("today").out
    assert "王芳 业委会主任 10-01 已到期未改选" in said
    assert expired("today", "--json").data["terms"]["total"] == 2
    expired("issue", "add", "路灯不亮", "--category", "公共照明", "--date", "2026-10-20")
    report = ("report", "monthly", "2026-10", "--full")
    assert expired(*report, "--json").data["terms"][0] == {
        "post": "业委会主任", "ends_on": "2026-10-01", "over": True,
    }  # fmt: skip
    assert "业委会主任，2026年10月1日已到期未改选" in expired(*report).out
    assert "王芳 业委会主任（2026-10-01）" in expired("meeting", "calendar").err
    expired("db", "handover", "交接.md")
    assert "| 业委会主任 | 王芳（已到期未改选） |" in (expired.folder / "交接.md").read_text(
        "utf-8"
    )
    expired("member", "post", "add", "韩梅", "--new", "--title", "业委会主任", "--from", "2026-11-01",
            "--to", "2031-11-01")  # fmt: skip
    assert states(expired) == [("李雷", 0, "over")]


def test_a_term_that_is_over_is_told_until_its_end_is_recorded(expired: Jinlin) -> None:
    before = expired.sql("SELECT * FROM post")
    expired("member", "post", "end", "王芳")
    assert states(expired) == [("李雷", 0, "over")]
    assert expired.sql("SELECT ended_on FROM post WHERE id = 2") == [("2026-10-01",)]
    expired("undo")
    assert expired.sql("SELECT * FROM post") == before
    expired("member", "post", "end", "李雷", "--date", "2026-10-15")
    assert states(expired) == [("王芳", 0, "over")]


def test_who_left_before_the_term_was_over_is_not_told(jinlin: Jinlin) -> None:
    jinlin("member", "post", "add", "王芳", "--new", "--title", "业委会主任", "--to", "2026-12-01")
    jinlin("member", "post", "end", "王芳")
    assert states(jinlin) == []
    jinlin.now = datetime(2027, 1, 5, 4, tzinfo=UTC)
    assert states(jinlin) == []


def test_a_by_election_within_the_term_is_no_election_of_the_next(expired: Jinlin) -> None:
    words = ("--from", "2026-08-01", "--to", "2026-10-01")
    expired("member", "post", "add", "韩梅", "--new", "--title", "业委会主任", *words)
    assert {name for name, _months, _term in states(expired)} == {"王芳", "李雷", "韩梅"}


def test_past_posts_are_history_where_others_sit_there_since(expired: Jinlin) -> None:
    expired(
        "member", "post", "add", "韩梅", "--new", "--title", "业委会副主任", "--from", "2026-10-15"
    )
    words = ("--from", "2016-10-01", "--to", "2021-10-01")
    expired("member", "post", "add", "赵敏", "--new", "--title", "业委会副主任", *words)
    assert "赵敏" not in [name for name, _months, _term in states(expired)]


def test_the_term_of_the_branch_is_told_as_over_too(jinlin: Jinlin) -> None:
    jinlin("branch", "edit", "--term-from", "2021-10-01", "--term", "5")
    assert [term["term"] for term in picture_of(jinlin)["terms"]] == ["over"]
    assert "已到期未改选" in jinlin("today").out


def test_an_upgrade_knows_terms_that_were_planned_and_no_ends_that_were_recorded(
    expired: Jinlin,
) -> None:
    expired(
        "member", "post", "add", "韩梅", "--new", "--title", "监事会监事长", "--to", "2027-10-01"
    )
    expired("member", "post", "add", "赵敏", "--new", "--title", "监事会监事")
    expired("member", "post", "end", "赵敏")
    expired("member", "post", "end", "李雷", "--date", "2026-10-15")
    script = (
        resources.files("jinlin.store.schema").joinpath("0013_corrections.sql").read_text("utf-8")
    )
    update = (
        "UPDATE post SET term_to" + script.partition("UPDATE post SET term_to")[2].partition(";")[0]
    )
    with closing(sqlite3.connect(expired.db)) as kept, closing(sqlite3.connect(":memory:")) as old:
        kept.backup(old)
        wanted = old.execute("SELECT id, term_to FROM post ORDER BY id").fetchall()
        for (trigger,) in old.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'post'"
        ).fetchall():
            old.execute(f"DROP TRIGGER {trigger}")
        old.execute("UPDATE post SET term_to = NULL")
        old.execute(update)
        assert old.execute("SELECT id, term_to FROM post ORDER BY id").fetchall() == wanted
    assert sum(term_to is not None for _id, term_to in wanted) == 2


def held_days(jinlin: Jinlin, name: str) -> list[tuple[Any, ...]]:
    return jinlin.sql(
        "SELECT o.title, o.started_on, o.ended_on, o.term_to FROM post AS o"
        " JOIN person AS p ON p.id = o.person_id WHERE p.name = ? AND o.removed_at IS NULL"
        " ORDER BY o.id",
        name,
    )


def test_each_part_of_a_post_is_corrected_and_cleared(jinlin: Jinlin) -> None:
    jinlin("member", "post", "add", "周敏", "--new", "--title", "业委会主任", "--from", "2024-03",
           "--to", "2029-03-01", "--source", "备案回执", "--unit", "第三届")  # fmt: skip
    assert held_days(jinlin, "周敏") == [("主任", "2024-03", "2029-03-01", "2029-03-01")]
    jinlin("member", "post", "edit", "周敏", "--from", "2024-03-05", "--to", "2028-03-05")
    assert held_days(jinlin, "周敏") == [("主任", "2024-03-05", "2028-03-05", "2028-03-05")]
    jinlin("member", "post", "edit", "周敏", "--to", "", "--source", "", "--unit", "")
    assert held_days(jinlin, "周敏") == [("主任", "2024-03-05", None, None)]
    assert jinlin.sql("SELECT source, unit FROM post WHERE title = '主任'") == [(None, None)]
    before = jinlin.db.read_bytes()
    error = jinlin("member", "post", "edit", "周敏", "--to", "2023-01-01", "--json", code=1).error
    assert "2024-03-05" in error["message"]
    assert jinlin.db.read_bytes() == before


def test_an_end_in_the_past_that_was_never_planned_waits_for_no_election(jinlin: Jinlin) -> None:
    jinlin("member", "post", "add", "周敏", "--new", "--title", "业委会主任", "--from", "2020-03")
    jinlin("member", "post", "edit", "周敏", "--to", "2026-10-01")
    assert held_days(jinlin, "周敏") == [("主任", "2020-03", "2026-10-01", None)]
    assert not picture_of(jinlin).get("terms")


def test_a_post_ends_on_a_day_only_after_it_began(jinlin: Jinlin) -> None:
    jinlin("member", "post", "add", "周敏", "--new", "--title", "监事", "--body", "监事会",
           "--from", "2026-05-01")  # fmt: skip
    before = jinlin.db.read_bytes()
    jinlin("member", "post", "end", "周敏", "--date", "2026-04-30", code=1)
    assert jinlin.db.read_bytes() == before
    told = jinlin("member", "post", "end", "周敏", "--date", "2026-10-31", lang="en")
    assert "no longer 监事会监事 from 2026-10-31" in told.out
    assert held_days(jinlin, "周敏") == [("监事", "2026-05-01", "2026-10-31", None)]
    error = jinlin("member", "post", "end", "周敏", "--json", code=3).error
    assert "党员 任职 新增" in error["hint"]


def test_of_several_posts_one_is_named_by_body_title_or_unit(jinlin: Jinlin) -> None:
    for words in (("业委会委员",), ("物业经理", "--unit", "阳光物业")):
        jinlin("member", "post", "add", "林秀英", "--title", *words)
    before = jinlin.db.read_bytes()
    error = jinlin("member", "post", "end", "林秀英", "--json", code=3).error
    for post in ("书记", "业委会委员", "阳光物业经理"):
        assert post in error["hint"]
    assert jinlin.db.read_bytes() == before
    for which, left in (("阳光物业", "经理"), ("owners_committee", "委员"), ("书记", "书记")):
        told = jinlin("member", "post", "end", "林秀英", which, "--json").data
        assert told["title"] == left


def test_the_same_post_is_not_held_twice_at_once_and_may_be_held_again(jinlin: Jinlin) -> None:
    add = ("member", "post", "add", "周敏", "--title", "业委会主任")
    jinlin(*add, "--new", "--from", "2018-03-01", "--to", "2021-03-01")
    before = jinlin.db.read_bytes()
    for days in (
        ("--from", "2020-01-01", "--to", "2022-01-01"),
        ("--from", "2018-03-01", "--to", "2021-03-01"),
        ("--from", "2017-01-01"),
    ):
        jinlin(*add, *days, code=1)
    assert jinlin.db.read_bytes() == before
    jinlin(*add, "--from", "2021-03-01")
    assert [row[1] for row in held_days(jinlin, "周敏")] == ["2018-03-01", "2021-03-01"]


def test_a_title_without_its_body_says_nothing_of_which_post_is_corrected(jinlin: Jinlin) -> None:
    jinlin("member", "post", "add", "林秀英", "--title", "业委会委员")
    before = jinlin.db.read_bytes()
    jinlin("member", "post", "edit", "林秀英", "--title", "站长", code=3)
    assert jinlin.db.read_bytes() == before


def test_a_day_without_any_post_says_so(jinlin: Jinlin) -> None:
    assert "2020-01-01" in jinlin("member", "post", "--date", "2020-01-01", lang="en").out
    jinlin("member", "post", "end", "林秀英")
    told = jinlin("member", "post", lang="en").out
    assert "Nobody holds a post on 2026-11-05." in told


def test_leaving_a_post_of_the_branch_for_another_never_leaves_two(jinlin: Jinlin) -> None:
    jinlin("member", "add", "周敏", "--party-state", "full", "--post", "组织委员")
    jinlin("member", "post", "add", "周敏", "--title", "业委会主任", "--to", "2027-01-01")
    jinlin("member", "edit", "周敏", "--post", "宣传委员")
    assert held_days(jinlin, "周敏") == [
        ("组织委员", "2026-11-05", "2026-11-05", None),
        ("主任", "2026-11-05", "2027-01-01", "2027-01-01"),
        ("宣传委员", "2026-11-05", None, None),
    ]


def test_a_term_that_was_over_is_not_waited_for_when_she_takes_another_post(
    jinlin: Jinlin,
) -> None:
    today, jinlin.now = jinlin.now, datetime(2025, 11, 5, 4, 0, tzinfo=UTC)
    jinlin("member", "add", "周敏", "--party-state", "full")
    jinlin("member", "post", "add", "周敏", "--title", "宣传委员", "--from", "2023-01-01",
           "--to", "2026-01-01")  # fmt: skip
    jinlin.now = today
    assert held_days(jinlin, "周敏") == [("宣传委员", "2023-01-01", "2026-01-01", "2026-01-01")]
    jinlin("member", "edit", "周敏", "--post", "组织委员")
    assert held_days(jinlin, "周敏")[0] == ("宣传委员", "2023-01-01", "2026-01-01", None)


def test_a_term_may_end_on_the_day_the_next_of_the_same_post_begins(jinlin: Jinlin) -> None:
    add = ("member", "post", "add", "周敏", "--title", "业委会主任")
    jinlin(*add, "--new", "--from", "2018-03-01", "--to", "2021-03-01")
    jinlin(*add, "--from", "2016-03-01", "--to", "2018-03-01")
    assert len(held_days(jinlin, "周敏")) == 2


def test_the_end_of_a_term_that_is_over_is_corrected_and_still_waited_for(expired: Jinlin) -> None:
    [(number, ends)] = expired.sql(
        "SELECT p.number, o.ended_on FROM post AS o JOIN person AS p ON p.id = o.person_id"
        " WHERE o.term_to IS NOT NULL ORDER BY o.id LIMIT 1"
    )
    earlier = (date.fromisoformat(ends) - timedelta(days=1)).isoformat()
    expired("member", "post", "edit", f"P{number}", "--to", earlier)
    assert expired.sql("SELECT term_to FROM post WHERE ended_on = ?", earlier) == [(earlier,)]


def test_the_last_day_of_the_branchs_term_still_belongs_to_it(jinlin: Jinlin) -> None:
    jinlin("branch", "edit", "--term-to", "2026-11-05")
    assert [state[1:] for state in states(jinlin)] == [(1, None)]
    jinlin.now += timedelta(days=1)
    assert [state[1:] for state in states(jinlin)] == [(0, "over")]
