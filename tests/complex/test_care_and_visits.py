"""Care tags with their consent, visits, and which door is next."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from harness import Jinlin, seeded
from hypothesis import given
from hypothesis import strategies as st

from jinlin.complex.rules.visits import parse_next
from jinlin.core.clock import Clock, zone_of
from jinlin.core.errors import UsageError

CLOCK = Clock(now=datetime(2026, 11, 5, 4, tzinfo=UTC), zone=zone_of("+08:00"))
CONSENT = ("--consent-on", "2026-10-01", "--consent-by", "陈阿婆")


@seeded
def home(jinlin: Jinlin) -> Jinlin:
    jinlin("building", "add", "3")
    jinlin("building", "add", "5")
    jinlin("household", "add", "3-1-502", "--owner", "陈阿婆")
    jinlin("household", "add", "5-1-101", "--owner", "林大爷")
    return jinlin


def due(jinlin: Jinlin, *words: object) -> list[tuple[str, str, str]]:
    rows = jinlin("household", "visits", "--due", *words, "--json").data
    return [(row["household"], row["due_on"], row["reason"]) for row in rows]


def tags(jinlin: Jinlin, *words: object) -> dict[str, list[str]]:
    rows = jinlin("household", "list", "--care", *words, "--json").data
    return {f"{r['building']}-{r['room']}": [tag["name"] for tag in r["care"]] for r in rows}


def test_a_tag_without_a_recorded_consent_is_refused_with_the_reason(home: Jinlin) -> None:
    before = home.db.read_bytes()
    err = home("household", "care", "3-1-502", "--tag", "独居老人", code=2).err
    assert "第二十八条" in err
    assert "告知书" in err
    home("household", "care", "3-1-502", "--tag", "独居", "--consent-on", "10-01", code=2)
    assert home.db.read_bytes() == before


def test_a_tag_that_cannot_be_changes_nothing(home: Jinlin) -> None:
    before = home.db.read_bytes()
    for words, code in (
        (("--tag", "独居", "--consent-on", "2026-11-06", "--consent-by", "陈阿婆"), 1),
        (("--tag", "独居", *CONSENT, "--until", "2026-11-04"), 1),
        (("--tag", "爱心", *CONSENT), 3),
        (("--tag", "独居", *CONSENT, "--every", "0"), 2),
        (("--tag", "独居", *CONSENT, "--person", "林大爷"), 3),
        (("--tag", "留守儿童", *CONSENT, "--person", "陈阿婆"), 1),
        (("--tag", "独居", "--consent-on", "改天", "--consent-by", "陈阿婆"), 2),
        (("--remove",), 3),
        (("--remove", "--tag", "低保"), 3),
    ):
        got = home("household", "care", "3-1-502", *words, code=code)
        assert len(got.err.strip().splitlines()) == 1, words
        assert home.db.read_bytes() == before, words


def test_tags_are_listed_masked_and_by_other_words_too(home: Jinlin) -> None:
    home("household", "care", "3-1-502", "--tag", "独居", *CONSENT, "--person", "陈阿婆")
    home("household", "care", "5-1-101", "--tag", "残疾", *CONSENT)
    home("household", "care", "5-1-101", "--tag", "透析", *CONSENT, "--every", 3)
    assert tags(home) == {"3-502": ["独居老人"], "5-101": ["残疾人", "透析"]}
    assert tags(home, "--tag", "独居老人") == {"3-502": ["独居老人"]}
    assert tags(home, "--tag", "独居,透析") == {"3-502": ["独居老人"], "5-101": ["透析"]}
    assert "陈阿婆" not in home("household", "list", "--care").out
    assert "陈阿婆" not in home("log", "--json").out
    assert "独居" not in home("log", "--json").out


def test_an_expired_consent_shows_and_asks_for_nothing(home: Jinlin) -> None:
    home("household", "care", "3-1-502", "--tag", "独居", *CONSENT, "--until", "2026-12-31")
    home.now = datetime(2027, 1, 1, 4, tzinfo=UTC)
    assert tags(home) == {}
    assert due(home) == []
    [tag] = home("household", "show", "3-1-502", "--json").data["care"]
    assert (tag["tag"], tag["expired"]) == ("独居老人", True)
    renewed = ("--consent-on", "2027-01-01", "--consent-by", "陈阿婆", "--until", "2027-12-31")
    home("household", "care", "3-1-502", "--tag", "独居", *renewed)
    assert tags(home) == {"3-502": ["独居老人"]}
    assert len(home("household", "show", "3-1-502", "--json").data["care"]) == 1


def test_a_consent_is_asked_for_and_no_day_is_refused_at_once(home: Jinlin) -> None:
    got = home("household", "care", "3-1-502", typed="独居老人\n是\n10-01\n\n陈阿婆\n", lang="en")
    assert "guardian" in got.err
    assert tags(home) == {"3-502": ["独居老人"]}


def test_a_tag_is_removed_and_brought_back(home: Jinlin) -> None:
    home("household", "care", "3-1-502", "--tag", "独居", *CONSENT)
    home("undo")
    assert tags(home) == {}
    home("redo")
    home("household", "care", "3-1-502", "--remove", "--tag", "独居老人")
    assert tags(home) == {}
    home("undo")
    assert tags(home) == {"3-502": ["独居老人"]}


def test_a_door_is_due_when_its_interval_has_passed_without_meeting_anybody(home: Jinlin) -> None:
    home("household", "care", "3-1-502", "--tag", "独居", *CONSENT)
    assert due(home) == [("3-1-502", "2026-10-31", "regular")]
    home("household", "visit", "3-1-502", "--outcome", "不在家", "--by", "李华,王芳")
    assert due(home) == [("3-1-502", "2026-10-31", "regular")]
    home("household", "visit", "3-1-502", "--met", "陈阿婆", "--by", "李华,王芳")
    assert due(home) == []
    home.now = datetime(2026, 12, 5, 4, tzinfo=UTC)
    assert due(home) == [("3-1-502", "2026-12-05", "regular")]


def test_a_renewed_consent_postpones_nothing_and_the_card_shows_the_next_visit(
    home: Jinlin,
) -> None:
    home("household", "care", "3-1-502", "--tag", "独居", *CONSENT, "--note", "耳背")
    anew = ("--consent-on", "2026-11-04", "--consent-by", "陈阿婆")
    home("household", "care", "3-1-502", "--tag", "独居", *anew)
    assert due(home) == [("3-1-502", "2026-10-31", "regular")]
    home("household", "visit", "3-1-502", "--met", "陈阿婆", "--date", "2026-10-03")
    home("household", "visit", "3-1-502", "--outcome", "不在家")
    [row] = home("household", "visits", "--due", "--json").data
    assert (row["due_on"], row["last_met_on"]) == ("2026-11-02", "2026-10-03")
    home("household", "visit", "3-1-502", "--met", "陈阿婆")
    record = home("household", "show", "3-1-502", "--json").data
    assert record["next_visit_on"] == "2026-12-05"
    assert [tag["note"] for tag in record["care"]] == ["耳背"]


def test_a_tag_of_a_roster_without_an_interval_has_the_usual_one_of_the_settings(
    home: Jinlin,
) -> None:
    roster = home.folder / "房屋.csv"
    roster.write_text(
        "楼栋,单元,房号,关爱标签,单独同意日期,单独同意人\n3,1,502,视障,2026-10-01,陈阿婆\n", "utf-8"
    )
    home("household", "import", roster, "--yes")
    assert due(home) == [("3-1-502", "2026-10-31", "regular")]
    home("config", "set", "走访间隔", "14")
    assert due(home) == [("3-1-502", "2026-10-15", "regular")]
    home("config", "set", "visit_days", "60")
    assert due(home) == []


def test_a_planned_visit_is_due_until_somebody_opened_or_refused(home: Jinlin) -> None:
    home("household", "visit", "5-1-101", "--date", "2026-10-01", "--next", "10-15", "--by", "李华")
    home("household", "visit", "5-1-101", "--date", "2026-10-16", "--outcome", "not_at_home")
    assert due(home) == [("5-1-101", "2026-10-15", "planned")]
    assert due(home, "--building", "3") == []
    assert [r["room"] for r in home("household", "list", "--visit-due", "--json").data] == ["101"]
    home("household", "visit", "5-1-101", "--outcome", "拒访")
    assert due(home) == []


def test_the_longest_overdue_comes_first_and_a_door_once(home: Jinlin) -> None:
    home("household", "care", "3-1-502", "--tag", "独居", *CONSENT)
    home("household", "care", "3-1-502", "--tag", "失能", *CONSENT)
    home("household", "visit", "5-1-101", "--date", "2026-10-01", "--next", "10-10", "--by", "李华")
    assert due(home) == [
        ("5-1-101", "2026-10-10", "planned"), ("3-1-502", "2026-10-15", "regular"),
    ]  # fmt: skip
    assert due(home, "--limit", 1) == [("5-1-101", "2026-10-10", "planned")]
    assert "老人" not in home("household", "visits", "--due").out


def test_a_visit_says_who_went_whom_they_met_and_when_the_next_is(home: Jinlin) -> None:
    words = ("--met", "陈阿婆", "--result", "血压偏高", "--by", "李华，王芳", "--next", "2周后")
    got = home("household", "visit", "3-1-502", *words, "--json").data
    assert got == {
        "number": 1, "household": "3-1-502", "visited_on": "2026-11-05", "outcome": "met",
        "visitors": ["李华", "王芳"], "next_on": "2026-11-19", "dry_run": False,
    }  # fmt: skip
    [row] = home("household", "visits", "--json").data
    assert (row["household"], row["met"], row["visitors"]) == ("3-1-502", "陈**", "李华、王芳")
    [row] = home("household", "show", "3-1-502", "--json").data["visits"]
    assert (row["met"], row["result"]) == ("陈阿婆", "血压偏高")


def test_one_visitor_is_taken_and_two_are_suggested(home: Jinlin) -> None:
    assert "--谁" in home("household", "visit", "3-1-502", "--result", "好").err
    assert home("household", "visits", "--json").data[0]["visitors"] == "林秀英"
    assert home("household", "visit", "3-1-502", "--by", "李华、王芳").err == (
        "不在已登记的人员中：李华、王芳。\n"
    )


@pytest.mark.parametrize(
    ("outcome", "remarks"),
    [
        (
            "not_at_home",
            """没人 不在家 家里没人 没人在家 敲门没人应 敲了三次门，无人应答 没见到人 家中无人
            下午去的时候没人 没人开门 业主不在家 多次敲不开门 没见着人，邻居说回老家了 都外出了""",
        ),
        (
            "refused",
            "拒绝开门 不肯开门 不让进 户主拒绝入户 敲门不开门 住户不愿意开门，隔门说下次 吃了闭门羹",
        ),
        (
            "met",
            """身体好，血压偏高 老人身体好，儿子不在家 独居，家里没人照顾 拒绝装电梯 没人管楼道的灯
            业主不在家，租客说下月搬 外出不便 老人不见了""",
        ),
    ],
)
def test_a_remark_that_says_nobody_was_met_decides_what_came_of_a_visit(
    home: Jinlin, outcome: str, remarks: str
) -> None:
    for remark in remarks.split():
        for words in (("--result", remark), (remark,)):
            got = home("household", "visit", "3-1-502", *words)
            [row, *_older] = home("household", "visits", "--json").data
            assert row["outcome"] == outcome, remark
            assert row["met"] is None, remark
            assert ("--情况" in got.err) == (outcome != "met"), remark


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("nobody home", "not_at_home"),
        ("no one at home", "not_at_home"),
        ("knocked twice, no answer", "not_at_home"),
        ("refused to open the door", "refused"),
        ("would not let us in", "refused"),
        ("ran out of pills", "met"),
    ],
)
def test_what_came_of_a_visit_is_told_by_english_remarks(
    home: Jinlin, typed: str, outcome: str
) -> None:
    home("visit", "3-1-502", *typed.split(), lang="en")
    assert home("household", "visits", "--json").data[0]["outcome"] == outcome


def test_a_remark_that_contradicts_what_was_named_is_refused(home: Jinlin) -> None:
    before = home.db.read_bytes()
    for words, code in (
        (("--outcome", "met", "--result", "敲门没人应"), 2),
        (("--outcome", "refused", "--result", "没人在家"), 2),
        (("--met", "陈阿婆", "--result", "拒绝开门"), 1),
    ):
        assert home("household", "visit", "3-1-502", *words, code=code).err
        assert home.db.read_bytes() == before, words


def test_one_of_ours_on_a_visit_line_went_and_a_resident_was_met(home: Jinlin) -> None:
    home("member", "add", "杨卫国")
    home("走访", "3-1-502", "杨卫国", "没人在家")
    home("走访", "3-1-502", "陈阿婆", "身体好", "杨卫国", "林秀英")
    rows = home("household", "show", "3-1-502", "--json").data["visits"]
    told = {row["outcome"]: (row["visitors"], row["met"]) for row in rows}
    assert told == {"not_at_home": ("杨卫国", None), "met": ("杨卫国、林秀英", "陈阿婆")}


def test_a_visit_of_which_nothing_is_said_is_asked_for_and_never_invented(home: Jinlin) -> None:
    err = home("household", "visit", "3-1-502", code=2, lang="en").err
    assert "--result" in err
    assert "--outcome" in err
    home(
        "household",
        "visit",
        "3-1-502",
        typed="李华、王芳\n聊天\nmet\n陈阿婆\n血压偏高\ny\n",
        lang="en",
    )
    [row] = home("household", "show", "3-1-502", "--json").data["visits"]
    assert (row["visitors"], row["met"], row["result"]) == ("李华、王芳", "陈阿婆", "血压偏高")
    home("household", "visit", "3-1-502", typed="\n不在家\n\n", lang="en")
    assert home("household", "visits", "--json").data[0]["outcome"] == "not_at_home"


def test_visits_are_found_by_door_building_day_and_visitor(home: Jinlin) -> None:
    home("household", "visit", "3-1-502", "--date", "10-01", "--by", "李华,王芳")
    home("household", "visit", "5-1-101", "--date", "10-20", "--by", "王芳")

    def found(*words: object) -> list[int]:
        return [row["number"] for row in home("household", "visits", *words, "--json").data]

    assert found() == [2, 1]
    assert found("3-1-502") == [1]
    assert found("--building", "5,3") == [2, 1]
    assert found("--from", "10-10") == [2]
    assert found("--to", "10-10") == [1]
    assert found("--by", "李华") == [1]
    assert found("--limit", "1") == [2]


def test_a_visit_that_cannot_be_changes_nothing(home: Jinlin) -> None:
    before = home.db.read_bytes()
    for words, code in (
        (("visit", "3-1-502", "--date", "2026-11-06", "--result", "好"), 1),
        (("visit", "3-1-502", "--outcome", "refused", "--met", "陈阿婆"), 1),
        (("visit", "3-1-502", "--outcome", "聊天"), 2),
        (("visit", "3-1-502", "--result", "好", "--next", "昨天"), 2),
        (("visit", "3-1-502", "--result", "好", "--next", "改天"), 2),
        (("visit", "3-1-502", "--remove", "7"), 3),
        (("visit", "9-1-502", "--result", "好"), 3),
        (("visit", "3-1-502"), 2),
        (("visit", "3-1-502", "--next", "1周后"), 2),
        (("visit",), 2),
        (("visits", "--due", "--by", "李华"), 2),
        (("visits", "--from", "改天"), 2),
        (("visits", "--building", "9"), 3),
    ):
        got = home("household", *words, code=code)
        assert len(got.err.strip().splitlines()) == 1, words
        assert home.db.read_bytes() == before, words


def test_a_visit_recorded_by_mistake_is_removed_and_brought_back(home: Jinlin) -> None:
    home("household", "visit", "3-1-502", "--next", "1周后", "--result", "好")
    home("household", "visit", "5-1-101", "--remove", 1, code=3)
    home("household", "visit", "3-1-502", "--remove", 1)
    assert home("household", "visits", "--json").data == []
    home("undo")
    assert len(home("household", "visits", "--json").data) == 1
    home("undo")
    home("undo")
    assert home("household", "visits", "--json").data == []


def test_a_rehearsal_keeps_nothing(home: Jinlin) -> None:
    before = home.db.read_bytes()
    home("household", "visit", "3-1-502", "--result", "好", "--dry-run")
    home("household", "care", "3-1-502", "--tag", "独居", *CONSENT, "--dry-run")
    assert home.db.read_bytes() == before


@pytest.mark.parametrize(
    ("said", "after", "day"),
    [
        ("2周后", date(2026, 11, 5), "2026-11-19"),
        ("两星期后", date(2026, 11, 5), "2026-11-19"),
        ("10天后", date(2026, 11, 1), "2026-11-11"),
        ("3 weeks", date(2026, 11, 5), "2026-11-26"),
        ("半个月后", date(2026, 11, 5), "2026-11-20"),
        ("1个月后", date(2026, 10, 31), "2026-11-30"),
        ("三个月以后", date(2026, 11, 30), "2027-02-28"),
        ("1年后", date(2026, 11, 5), "2027-11-05"),
        ("11-20", date(2026, 11, 5), "2026-11-20"),
        ("11-02", date(2026, 11, 1), "2026-11-02"),
        ("周五", date(2026, 11, 5), "2026-11-06"),
    ],
)
def test_the_next_visit_is_planned_as_people_say_it(said: str, after: date, day: str) -> None:
    assert parse_next(said, CLOCK, after=after).isoformat() == day


@given(
    st.text(alphabet="0123456789半两十天周月年后个 -/days", max_size=8),
    st.integers(min_value=0, max_value=400),
)
def test_any_words_give_a_later_day_or_are_refused(said: str, ago: int) -> None:
    after = date(2026, 11, 5) - timedelta(days=ago)
    try:
        day: Any = parse_next(said, CLOCK, after=after)
    except UsageError:
        return
    assert day > after


def test_the_consent_form_is_a_page_for_a_door_or_blank(home: Jinlin) -> None:
    page = home("household", "consent-form", "3-1-502", "--phone", "0591-12345678", "--json").data
    assert page["household"] == "3-1-502"
    assert "梅苑小区3号楼1单元502室" in page["markdown"]
    assert "林秀英" in page["markdown"]
    assert "陈阿婆" not in page["markdown"]
    notice, consent = page["markdown"].split("\n---\n")
    assert "独居老人" not in notice
    assert "独居老人" in consent
    home("household", "consent-form", "-o", "告知书.md")
    blank = (home.folder / "告知书.md").read_text("utf-8")
    assert "3-1-502" not in blank
    assert "\n\n---\n" in blank


def test_visits_are_found_by_what_was_said_at_the_door(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3")
    jinlin("household", "add", "3-1-101")
    jinlin("household", "add", "3-1-102")
    jinlin("household", "visit", "3-1-101", "--result", "药盒快用完", "--by", "王芳,李明")
    jinlin("household", "visit", "3-1-102", "--result", "水管漏", "--by", "李明")

    def homes(*words: str) -> list[str]:
        found = jinlin("household", "visits", *words, "--json").data
        return sorted(row["household"] for row in found)

    assert homes("--text", "药盒,没有的") == ["3-1-101"]
    assert homes("--by", "李明", "--by", "王芳") == ["3-1-101"]
    assert homes("--by", "王芳、李明") == ["3-1-101", "3-1-102"]
    refused = jinlin("household", "visits", "--due", "--text", "药盒", code=2)
    assert "--到期" in refused.err
    backwards = jinlin("household", "visits", "--from", "11-05", "--to", "11-01", code=2)
    assert "--起" in backwards.err
