"""An agenda built again says what is true today, and each kind of meeting gets what is its own."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from harness import Jinlin, seeded

FRIDAY = datetime(2026, 11, 6, 4, 0, tzinfo=UTC)


@seeded
def built(branch: Jinlin) -> Jinlin:
    """Two overdue issues, a private dispute, and the Friday council `M1` with all three."""
    for title, *words in (
        ("3号楼路灯不亮", "--date", "2026-10-01"),
        ("围墙开裂", "--date", "2026-10-02"),
        ("老两口吵架", "--private", "--date", "2026-10-03"),
    ):
        branch("issue", "add", title, "--category", "公共照明", *words)
    branch("meeting", "agenda", "--build")
    return branch


def agenda(jinlin: Jinlin, number: str, *words: str) -> list[dict[str, Any]]:
    said = jinlin("meeting", "agenda", number, *words, "--json").data
    found: list[dict[str, Any]] = said["items"]
    return found


def references(jinlin: Jinlin, number: str) -> list[str | None]:
    return [item["reference"] for item in agenda(jinlin, number)]


def test_what_was_settled_meanwhile_is_dropped_and_said(built: Jinlin) -> None:
    built("issue", "close", "1", "--result", "换了灯")
    outcome = built("meeting", "agenda", "M1", "--build", "--json")
    assert outcome.data["dropped"] == ["2026-0001"]
    assert [(i["item"], i["reference"]) for i in outcome.data["items"]] == [
        (1, "2026-0002"), (2, "2026-0003"),
    ]  # fmt: skip
    assert "2026-0001" in outcome.err
    built("undo")
    assert references(built, "M1") == ["2026-0001", "2026-0002", "2026-0003"]
    built("meeting", "agenda", "M1", "--build")
    built("issue", "reopen", "1", "--reason", "又坏了")
    built("issue", "agenda", "1")
    data = built("meeting", "agenda", "M1", "--build", "--json").data
    assert (data["added"], data["left_off"]) == ([3], []), "nobody took it off by hand"


def test_what_was_talked_about_stays_and_says_how_it_stands(built: Jinlin) -> None:
    built("meeting", "item", "M1", "--item", "1", "--note", "物业已报价")
    built("issue", "close", "1", "--result", "换了灯")
    data = built("meeting", "agenda", "M1", "--build", "--json").data
    assert data["dropped"] == []
    assert "已不在应议之列" in data["items"][0]["why"]


def test_what_was_tied_to_an_issue_by_hand_goes_only_once_that_is_closed(built: Jinlin) -> None:
    built("issue", "add", "花坛缺土", "--category", "公共照明", "--due", "2026-12-30")
    built("meeting", "item", "M1", "先议花坛", "--issue", "4")
    data = built("meeting", "agenda", "M1", "--build", "--json").data
    assert (data["dropped"], data["items"][-1]["title"]) == ([], "先议花坛")
    built("issue", "close", "4", "--result", "添了土")
    data = built("meeting", "agenda", "M1", "--build", "--json").data
    assert data["dropped"] == ["2026-0004"]


def test_why_an_item_is_there_is_said_anew(built: Jinlin) -> None:
    assert "超期" in agenda(built, "M1")[1]["why"]
    built("issue", "edit", "2", "--due", "2026-12-30")
    built("issue", "agenda", "2", "请社区协调")
    data = built("meeting", "agenda", "M1", "--build", "--json").data
    assert (data["added"], data["dropped"]) == ([], [])
    assert "超期" not in data["items"][1]["why"]
    assert "请社区协调" in data["items"][1]["why"]


def test_an_issue_that_comes_again_carries_what_was_decided(built: Jinlin) -> None:
    built.now = FRIDAY
    built("meeting", "attend", "M1", "林秀英")
    built("meeting", "resolve", "M1", "物业一周内换灯", "--item", "1")
    built("meeting", "resolve", "M1", "分开住一阵", "--item", "3")
    built("meeting", "item", "M1", "--item", "2", "--view", "先找施工方")
    built.now = datetime(2026, 11, 12, 4, 0, tzinfo=UTC)
    built("meeting", "agenda", "--build")
    whys = {item["reference"]: item["why"] for item in agenda(built, "M2", "--internal")}
    assert "上次议定（M1-1，2026-11-06）：物业一周内换灯" in whys["2026-0001"]
    assert "M1-2" in whys["2026-0003"]
    assert "分开住" not in whys["2026-0003"], "of what is private only that it was decided"
    assert "上次议定" not in whys["2026-0002"]
    assert "上次会议认为：先找施工方" in whys["2026-0002"]


def test_an_item_left_over_carries_what_the_meeting_held_and_voted(council: Jinlin) -> None:
    council("meeting", "vote", "M1", "1", "--for", "4", "--against", "6")
    council("meeting", "item", "M1", "--item", "2", "--view", "再看两家")
    council("meeting", "add", "--type", "邻里议事会", "--time", "2026-11-20 19:30")
    council("meeting", "agenda", "M2", "--build")
    whys = [item["why"] for item in agenda(council, "M2")]
    assert "M1-V1 未通过" in whys[0]
    assert "再看两家" in whys[1]


def test_the_alliance_gets_no_private_dispute(built: Jinlin) -> None:
    for number in ("1", "3"):
        built("issue", "escalate", number, "街道", "--request", "请协调", "--work-done", "已劝导")
    built("meeting", "add", "--type", "联盟联席会", "--time", "2026-11-20 9:00")
    built("meeting", "agenda", "M2", "--build")
    assert references(built, "M2") == ["2026-0001"]
    built("meeting", "add", "--type", "党课", "--time", "2026-11-21 9:00")
    built("meeting", "agenda", "M3", "--build")
    assert references(built, "M3") == []


def test_what_the_branch_resolved_for_itself_stays_out_of_the_friday_council(
    built: Jinlin,
) -> None:
    built("meeting", "add", "--type", "支委会", "--time", "2026-11-04 19:30")
    built("meeting", "resolve", "M2", "党建经费购书2000元", "--owner", "P2", "--due", "2026-11-04")
    built("meeting", "resolve", "M2", "催物业修墙", "--issue", "2", "--due", "2026-11-04")
    built("meeting", "action", "M2", "开发票", "--due", "2026-11-04")
    built.now = FRIDAY
    built("meeting", "agenda", "M1", "--build")
    assert [r for r in references(built, "M1") if not str(r).startswith("2026")] == ["M2-2"]
    built("meeting", "add", "--type", "支委会", "--time", "2026-11-20 19:30")
    built("meeting", "agenda", "M3", "--build")
    assert {"A1", "M2-1", "M2-2"} <= set(references(built, "M3"))


def test_an_issue_put_on_an_agenda_by_building_has_it_in_its_trace(built: Jinlin) -> None:
    [line] = [
        step for step in built("issue", "trace", "1", "--json").data["steps"] if step["reference"]
    ]
    assert line["reference"] == "M1"
    assert "周五议事日" in str(line)
    built("meeting", "agenda", "M1", "--build")
    told = [s for s in built("issue", "trace", "1", "--json").data["steps"] if s["reference"]]
    assert len(told) == 1
    built("undo")
    assert not [s for s in built("issue", "trace", "1", "--json").data["steps"] if s["reference"]]


def test_a_decision_has_the_time_of_its_meeting_whatever_was_noted_since(built: Jinlin) -> None:
    built("meeting", "edit", "M1", "--time", "2026-11-06 9:30")
    built.now = datetime(2026, 11, 6, 3, 0, tzinfo=UTC)
    built("issue", "note", "1", "物业来看过")
    built("issue", "add", "会后才报", "--category", "公共照明")
    built.now = datetime(2026, 11, 9, 3, 0, tzinfo=UTC)
    built("meeting", "resolve", "M1", "换灯", "--item", "1", "--issue", "4")
    for number, at in (("1", "2026-11-06T09:30:00+08:00"), ("4", "2026-11-06T11:00:00+08:00")):
        steps = built("issue", "trace", number, "--json").data["steps"]
        [decided] = [step for step in steps if step["kind"] == "decided"]
        assert decided["at"] == at


def test_a_council_of_another_day_is_planned_for_that_day(branch: Jinlin) -> None:
    branch("config", "holidays", written(branch, "2026-11-06"), "--yes")
    assert branch("meeting", "agenda", "--build", "--json").data["held_at"] == "2026-11-13"


def written(jinlin: Jinlin, day: str) -> str:
    (jinlin.folder / "假.csv").write_text(f"日期,类型,名称\n{day},休,停电检修\n", "utf-8")
    return "假.csv"


def test_five_fridays_with_a_holiday_are_four(branch: Jinlin) -> None:
    def council() -> dict[str, Any]:
        rows = branch("meeting", "calendar", "--month", "2027-10", "--all", "--json").data
        [found] = [row for row in rows if row["type"] == "friday_council"]
        return dict(found)

    assert council()["needed"] == 5
    branch("config", "holidays", written(branch, "2027-10-01"), "--yes")
    assert (council()["needed"], council()["next_on"]) == (4, "2027-10-08")


def test_a_sheet_to_sign_lists_who_should_attend_by_the_kind_of_meeting(branch: Jinlin) -> None:
    branch("member", "post", "add", "王主任", "--new", "--body", "业委会", "--title", "主任")
    branch("member", "post", "add", "何委员", "--new", "--body", "业委会", "--title", "委员")
    for kind in ("业委会会议", "支委会", "党员大会", "邻里议事会"):
        branch("meeting", "add", "--type", kind, "--time", "2026-11-20 19:30")
    names = {number: branch("meeting", "signin", number).out for number in ("M1", "M2", "M3", "M4")}
    assert all(name in names["M1"] for name in ("王主任", "何委员"))
    assert "张伟" not in names["M1"]
    assert "陈建国" in names["M2"]
    assert "张伟" not in names["M2"], "he is no member of the committee"
    assert "张伟" in names["M3"]
    assert branch("meeting", "signin", "M4", "--json").data["names"] == 0
