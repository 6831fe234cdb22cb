"""`jinlin issue add`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from harness import Jinlin, seeded

ROSTER = "楼栋,单元,房号,楼层,建筑面积\n3,1,502,5,89.5\n3,2,502,5,89.5\n3,1,101,1,80\n"


@seeded
def housed(jinlin: Jinlin) -> Jinlin:
    """A complex with building 3 and three homes."""
    (jinlin.folder / "房屋.csv").write_text(ROSTER, "utf-8")
    jinlin("household", "import", "房屋.csv", "--yes")
    return jinlin


def test_title_and_category_are_enough(jinlin: Jinlin) -> None:
    added = jinlin("issue", "add", "路灯不亮", "--category", "设施")
    assert added.out.startswith("2026-0001 路灯不亮")
    [issue] = jinlin("issue", "list", "--json").data
    assert issue["number"] == "2026-0001"
    assert issue["status"] == "reported"
    assert issue["reported_at"] == "2026-11-05T12:00:00+08:00"
    assert (issue["urgency"], issue["channel"], issue["overdue"]) == ("normal", "other", False)


def test_quiet_prints_only_the_number(jinlin: Jinlin) -> None:
    added = jinlin("issue", "add", "路灯不亮", "--category", "设施", "--quiet")
    assert (added.out, added.err) == ("2026-0001\n", "")


def test_json_carries_what_the_list_carries(jinlin: Jinlin) -> None:
    added = jinlin("issue", "add", "路灯不亮", "--category", "公共照明", "--json").data
    [listed] = jinlin("issue", "list", "--json").data
    assert added["dry_run"] is False
    both = added.keys() & listed.keys()
    assert {"number", "title", "category", "status", "due_on", "steward"} <= both
    assert {name: added[name] for name in both} == {name: listed[name] for name in both}
    assert added["due_on"] == "2026-11-10"


def test_a_rehearsal_leaves_the_file_as_it_was(jinlin: Jinlin, unchanged: object) -> None:
    words = ("issue", "add", "路灯不亮", "--category", "设施", "--dry-run", "--json")
    assert jinlin(*words).data["number"] == "2026-0001"
    assert jinlin(*words).data["number"] == "2026-0001"
    assert jinlin("issue", "list", "--json").data == []


def test_an_operation_id_adds_once(jinlin: Jinlin) -> None:
    words = ("issue", "add", "路灯不亮", "--category", "设施", "--operation", "a1", "--quiet")
    assert jinlin(*words).out == jinlin(*words).out == "2026-0001\n"
    assert jinlin.sql("SELECT count(*) FROM issue") == [(1,)]


def test_numbers_count_within_the_year_of_the_report(jinlin: Jinlin) -> None:
    def add(*more: str) -> str:
        return jinlin("issue", "add", "x", "--category", "设施", "-q", *more).out.strip()

    assert add() == "2026-0001"
    assert add("--date", "2025-12-31") == "2025-0001"
    assert add() == "2026-0002"
    assert add("--date", "2025-01-01 08:30") == "2025-0002"


def test_a_number_is_not_given_again_after_undo(jinlin: Jinlin) -> None:
    jinlin("issue", "add", "x", "--category", "设施")
    jinlin("undo")
    assert jinlin("issue", "list", "--json").data == []
    assert jinlin("issue", "add", "y", "--category", "设施", "-q").out == "2026-0002\n"


def test_the_year_is_that_of_civil_time(jinlin: Jinlin) -> None:
    jinlin.now = datetime(2026, 12, 31, 16, 30, tzinfo=UTC)
    assert jinlin("issue", "add", "x", "--category", "设施", "-q").out == "2027-0001\n"


def test_the_due_date_is_what_the_category_promises(jinlin: Jinlin) -> None:
    def due(category: str, *more: str) -> str:
        words = ("issue", "add", "x", "--category", category, "--json", *more)
        return str(jinlin(*words).data["due_on"])

    assert due("公共照明") == "2026-11-10"
    assert due("人身侵害线索") == "2026-11-05"
    assert due("公共照明", "--date", "2026-10-30") == "2026-11-04"
    assert due("公共照明", "--due", "11-20") == "2026-11-20"
    assert due("公共照明", "--due", "周五") == "2026-11-06"


def test_everything_that_is_said_is_kept(housed: Jinlin) -> None:
    housed(
        "issue", "add", "厨房漏水", "--category", "漏水纠纷", "--place", "厨房", "--room", "3-1-502",
        "--reporter", "张小梅", "--reporter-phone", "138 0000 1234", "--urgency", "紧急",
        "--channel", "微信", "--date", "昨天 19:30",
    )  # fmt: skip
    issue = housed("issue", "show", "1", "--unmask", "--json").data
    wanted = {
        "title": "厨房漏水", "category_code": "leak_dispute", "place": "厨房", "building": "3",
        "entrance": "1", "room": "502", "reporter": "张小梅", "reporter_phone": "13800001234",
        "urgency": "urgent", "channel": "wechat", "reported_at": "2026-11-04T19:30:00+08:00",
        "private": True, "age_days": 1,
    }  # fmt: skip
    assert {name: issue[name] for name in wanted} == wanted


def test_the_title_is_kept_as_one_line_without_what_steers_a_terminal(jinlin: Jinlin) -> None:
    for title, kept in (
        ("  路灯\n不亮\t了 ", "路灯 不亮 了"),
        ("\x1b[31m红\x07\x9b", "[31m红"),
        ("\u202e倒着", "倒着"),
    ):
        added = jinlin("issue", "add", title, "--category", "设施", "--json").data
        assert added["title"] == kept


def test_markup_is_text(jinlin: Jinlin) -> None:
    titles = ("[red]x[/red]", "[/]", "[link=file:///]", ":smile:", "{x}", "%s")
    for number, title in enumerate(titles, start=1):
        assert title in jinlin("issue", "add", title, "--category", "设施").out
        assert title in jinlin("issue", "show", str(number)).out
    listed = jinlin("issue", "list").out
    for title in titles:
        assert f" {title} " in listed, title


def test_a_place_that_begins_with_a_known_building_means_it(housed: Jinlin) -> None:
    for place in (
        "3号楼2单元门口",
        "３号楼大堂",
        "三号楼东侧",
        "3栋",
        "3#2单元",
        "3幢门口",
    ):
        added = housed("issue", "add", "x", "--category", "设施", "--place", place, "--json").data
        assert (added["building"], added["place"]) == ("3", place), place


def test_a_whole_address_in_the_place_means_the_home(housed: Jinlin) -> None:
    added = housed(
        "issue", "add", "x", "--category", "设施", "--place", "3号楼1单元502室", "--json"
    ).data
    assert (added["building"], added["entrance"], added["room"]) == ("3", "1", "502")


def test_a_place_that_may_mean_anything_links_nothing(housed: Jinlin) -> None:
    for place in (
        "9号楼门口",
        "3楼走廊",
        "3号门岗",
        "东门",
        "小区3号楼旁边",
        "3-9-999",
    ):
        added = housed("issue", "add", "x", "--category", "设施", "--place", place, "--json").data
        assert (added["building"], added["room"]) == (None, None), place


def test_a_home_may_be_named_in_several_ways(housed: Jinlin) -> None:
    for words in (
        ("--room", "3-2-502"),
        ("--building", "3号楼", "--room", "2-502"),
        ("--building", "3", "--room", "2单元502室"),
    ):
        added = housed("issue", "add", "x", "--category", "设施", *words, "--json").data
        assert (added["building"], added["entrance"], added["room"]) == ("3", "2", "502"), words


def test_a_safety_note_comes_first(jinlin: Jinlin) -> None:
    added = jinlin("issue", "add", "有燃气味", "--category", "紧急险情", "--urgency", "特急")
    assert "先打119" in added.err.splitlines()[0]


def test_somebody_may_be_put_in_charge_at_once(jinlin: Jinlin) -> None:
    words = ("issue", "add", "x", "--category", "设施", "--assign", "林秀英", "--json")
    added = jinlin(*words).data
    assert (added["steward"], added["status"]) == ("林秀英", "in_progress")
    kinds = [step["kind"] for step in jinlin("issue", "show", "1", "--json").data["events"]]
    assert kinds == ["reported", "assigned"]
    assert len(jinlin("log", "--json").data) == 2  # init and this


def test_what_is_missing_is_asked_for_on_a_terminal(jinlin: Jinlin) -> None:
    typed = "\n路灯不亮\n\n\n很急\n紧急\n\n"
    added = jinlin("issue", "add", "--json", typed=typed, lang="en")
    assert (added.data["title"], added.data["urgency"]) == ("路灯不亮", "urgent")
    assert added.data["place"] is None


@pytest.mark.usefixtures("unchanged")
def test_nothing_is_asked_without_a_terminal(jinlin: Jinlin) -> None:
    refused = jinlin("issue", "add", "--json", code=2, lang="en").error
    assert any(word in refused["message"] for word in ("ISSUE", "事项"))


@pytest.mark.usefixtures("unchanged")
def test_an_end_of_input_while_asking_stops_it(jinlin: Jinlin) -> None:
    for typed in (
        "",
        "路灯不亮\n",
        "路灯不亮\n\n\n\n",
    ):
        jinlin("issue", "add", typed=typed, code=130)


@pytest.mark.usefixtures("unchanged")
def test_ctrl_c_in_the_middle_leaves_nothing(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_words: object, **_values: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("jinlin.issue.record.actions.write_event", interrupted)
    jinlin("issue", "add", "x", "--category", "设施", code=130)


def test_the_history_names_no_resident_and_no_title(jinlin: Jinlin) -> None:
    jinlin("issue", "add", "张小梅家漏水", "--category", "漏水纠纷", "--reporter", "张小梅")
    said = jinlin.sql("SELECT did, reverse FROM entry ORDER BY seq DESC LIMIT 1")
    assert "张小梅" not in str(said)


BAD = [
    (("--building", "9"), 3),
    (("--building", "九九九"), 2),
    (("--room", "502"), 2),
    (("--room", "3-1-999"), 3),
    (("--room", "3-502"), 3),
    (("--building", "3", "--room", "9-1-502"), 2),
    (("--category", ""), 2),
    (("--due", "abc"), 2),
    (("--due", "2026-02-30"), 2),
    (("--due", "2026-11-04"), 2),
    (("--due", "9999-12-31"), 2),
    (("--due", "0001-01-01"), 2),
    (("--date", "2026-11-06"), 2),
    (("--date", "2026-11-05 12:01"), 2),
    (("--date", "1900-01-01"), 2),
    (("--date", "0001-01-01"), 2),
    (("--date", "2026-11-05 25:00"), 2),
    (("--date", "2026-11-01", "--due", "2026-10-30"), 2),
    (("--urgency", "很急"), 2),
    (("--channel", "托梦"), 2),
    (("--reporter", "张**"), 2),
    (("--reporter", "x" * 51), 2),
    (("--reporter-phone", "138****5678"), 2),
    (("--place", "\x1b"), 2),
    (("--assign", "没有这人"), 3),
    (("--colour", "red"), 2),
]


def test_bad_words_change_nothing(housed: Jinlin) -> None:
    before = housed.db.read_bytes()
    for words, code in BAD:
        title, *rest = ("x", *words)
        category = () if "--category" in words else ("--category", "设施")
        refused = housed("issue", "add", title, *category, *rest, "--json", code=code)
        assert refused.out == "", words
        assert refused.error["code"] == code, words
        assert refused.error["message"], words
        assert housed.db.read_bytes() == before, words


@pytest.mark.usefixtures("unchanged")
def test_a_title_is_neither_empty_nor_endless(jinlin: Jinlin) -> None:
    for title in (
        "",
        "   ",
        "\x1b\x07",
        "路" * 201,
    ):
        jinlin("issue", "add", title, "--category", "设施", code=2)


def test_a_title_may_have_two_hundred_characters(jinlin: Jinlin) -> None:
    added = jinlin("issue", "add", "路" * 200, "--category", "设施", "--json").data
    assert len(added["title"]) == 200


def test_an_unknown_building_lists_those_there_are(housed: Jinlin) -> None:
    refused = housed("issue", "add", "x", "--category", "设施", "--building", "9", "--json", code=3)
    assert "3" in refused.error["hint"]


@pytest.mark.usefixtures("unchanged")
def test_without_a_database_it_says_how_to_make_one(jinlin: Jinlin, tmp_path: Path) -> None:
    words = ("issue", "add", "x", "--category", "设施", "--db", tmp_path / "none.db", "--json")
    assert jinlin(*words, code=4).error["kind"] == "database"


def test_help_lists_the_verbs_in_groups(jinlin: Jinlin) -> None:
    page = jinlin("issue", "--help").out
    groups = [
        [line.split()[0] for line in paragraph.splitlines()[1:]]
        for paragraph in page.split("\n\n")[2:-1]
    ]
    assert ["close", "decline", "reopen", "rate", "check", "reply"] in groups
    assert max(map(len, groups)) < 10


def test_what_to_ask_is_said_only_of_what_was_recorded(jinlin: Jinlin) -> None:
    words = ("issue", "add", "有人按了梯内警铃，困在电梯里", "--category", "电梯运行故障")
    refused = jinlin(*words, "--due", "昨天天", code=2).err
    assert len(refused.splitlines()) == 1
    assert len(jinlin(*words).err.splitlines()) > 1


def test_all_there_is_to_mind_is_told_in_one_list_the_most_pressing_first(housed: Jinlin) -> None:
    first = ("issue", "add", "3号楼502张先生家燃气泄漏", "--place", "3号楼", "--channel", "12345")
    housed(*first, "--category", "设施")
    told = housed(*first, "--category", "设施", "--urgency", "特急", lang="en").err.splitlines()
    begins = ("First of all", "Ask", "It sounds like", "The title is shown", "Similar",
              "If it is the same", "critical", "A ticket of 12345")  # fmt: skip
    places = [next(n for n, line in enumerate(told) if line.startswith(b)) for b in begins]
    assert places == sorted(places)


def test_the_advice_changes_nothing_that_is_recorded(housed: Jinlin) -> None:
    words = ("issue", "add", "楼道灯坏了", "--category", "公共照明", "--place", "3号楼")
    alike = [housed(*words, "--json").data["similar"] for _again in range(3)]
    assert alike == [[], ["2026-0001"], ["2026-0001", "2026-0002"]]
    rows = housed.sql("SELECT title, status FROM issue")
    assert rows == [("楼道灯坏了", "reported")] * 3
