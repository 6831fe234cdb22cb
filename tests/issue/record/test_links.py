"""Related issues, parts, duplicates merged, homes an issue touches, and the hint at entry."""

from __future__ import annotations

from typing import Any

from harness import Jinlin, seeded
from hypothesis import given
from hypothesis import strategies as st
from issue.adding import Add

from jinlin.issue.intake.similar import likeness


def shown(jinlin: Jinlin, number: str = "1") -> Any:
    return jinlin("issue", "show", number, "--json").data


def ties(jinlin: Jinlin, number: str) -> list[tuple[str, str]]:
    return [(tie["relation"], tie["number"]) for tie in shown(jinlin, number)["links"]]


@seeded
def three(jinlin: Jinlin, add: Add) -> Jinlin:
    """A database with three issues and three homes."""
    jinlin("building", "add", "3")
    for room in ("101", "201", "301"):
        jinlin("household", "add", f"3-1-{room}")
    for title, room in (("甲", "3-1-101"), ("乙", "3-1-201"), ("丙", "3-1-301")):
        add(title, "--room", room)
    return jinlin


def test_related_issues_see_each_other(three: Jinlin) -> None:
    three("issue", "link", "2", "1")
    assert (ties(three, "1"), ties(three, "2")) == (
        [("related", "2026-0002")], [("related", "2026-0001")],
    )  # fmt: skip
    three("issue", "link", "1", "2", code=1)
    three("issue", "link", "1", "2", "--remove")
    assert ties(three, "1") == []
    three("issue", "link", "1", "2", "--remove", code=1)


def test_parts_and_their_whole(three: Jinlin) -> None:
    three("issue", "link", "2", "1", "--part-of")
    three("issue", "link", "3", "2", "--part-of")
    three("issue", "link", "1", "3", "--part-of", code=1)
    assert ties(three, "2") == [("child", "2026-0003"), ("parent", "2026-0001")]
    assert "2026-0002" in three("issue", "close", "1", lang="en").err


def test_a_part_can_be_recorded_as_one(three: Jinlin) -> None:
    three("issue", "add", "丁", "--category", "公共照明", "--part-of", "1")
    assert ties(three, "4") == [("parent", "2026-0001")]


def test_a_duplicate_goes_on_under_the_other_number(three: Jinlin) -> None:
    three("issue", "urge", "2")
    merged = three("issue", "merge", "2", "--into", "1", "--json").data
    assert (merged["number"], merged["urged"]) == ("2026-0001", 1)
    assert shown(three, "1")["homes"] == "3-1-201"
    gone = shown(three, "2")
    assert (gone["status"], gone["satisfaction"]) == ("merged", None)
    assert ("merged_into", "2026-0001") in ties(three, "2")
    three("issue", "merge", "2", "--into", "3", code=1)
    three("issue", "merge", "3", "--into", "2", code=1)


def test_nothing_is_merged_into_what_is_closed(three: Jinlin) -> None:
    three("issue", "close", "1")
    refused = three("issue", "merge", "2", "--into", "1", "--json", lang="en", code=1).error
    assert "reopen 2026-0001" in refused["hint"]


def test_what_was_merged_wrongly_is_opened_again(three: Jinlin) -> None:
    three("issue", "merge", "2", "--into", "1")
    three("issue", "reopen", "2", "--reason", "不是同一件")
    assert ("merged_into", "2026-0001") not in ties(three, "2")
    assert shown(three, "2")["status"] == "in_progress"


def test_homes_it_touches_too(three: Jinlin) -> None:
    three("issue", "affects", "1", "3-1-201", "3-1-201", "--from", "11-06 08:00", "--to", "11-07")
    assert shown(three)["homes"] == "3-1-201"
    three("issue", "affects", "1", "--all-of", "3-1")
    assert shown(three)["homes"].split("、") == ["3-1-201", "3-1-301"]
    three("issue", "affects", "1", "3-1-301", "--remove")
    assert shown(three)["homes"] == "3-1-201"
    three("issue", "affects", "1", "3-1-301", "--remove", code=1)
    assert three.sql("SELECT affected_from, affected_to FROM issue WHERE id = 1") == [
        ("2026-11-06T00:00:00Z", "2026-11-06T16:00:00Z")
    ]


def test_those_it_affects_are_told_in_one_text(three: Jinlin) -> None:
    three(
        "issue", "affects", "1", "--all-of", "3-1", "--from", "11-06 08:00", "--to", "11-06 17:30"
    )
    text = three("issue", "affects", "1", "--message").out
    assert text.splitlines()[:3] == [
        "【梅苑小区党支部】关于“甲”的通知",
        "影响范围：3号楼1单元（3户）",
        "影响时间：11月6日08:00至17:30",
    ]
    assert "2026-0001" in text
    assert "101" not in text.replace("2026-0001", "")
    three("issue", "affects", "1", "3-1-301", "--remove")
    said = three("issue", "affects", "1", "--message", "--json").data["text"]
    assert "3号楼1单元部分住户（2户）" in said
    three("issue", "close", "1", "--result", "阀门已换，林秀英家也通了")
    said = three("issue", "affects", "1", "--message").out
    assert "已处理好：阀门已换" in said
    assert "林秀英" not in said
    assert "包涵" not in said


def test_what_is_told_has_hours_only_as_far_as_they_are_known(three: Jinlin) -> None:
    assert "影响时间" not in three("issue", "affects", "1", "--message").out
    three("issue", "affects", "1", "--from", "11-06")
    assert (
        "影响时间：11月6日起，恢复时间另行通知" in three("issue", "affects", "1", "--message").out
    )
    three("issue", "affects", "1", "--to", "11-07 12:00")
    assert "影响时间：11月6日至11月7日12:00" in three("issue", "affects", "1", "--message").out


def test_what_is_not_for_everybody_has_no_text(three: Jinlin) -> None:
    before = three.db.read_bytes()
    three("issue", "affects", "1", code=2)
    three("issue", "affects", "99", "--message", code=3)
    assert three.db.read_bytes() == before
    three("issue", "edit", "1", "--private")
    refused = three("issue", "affects", "1", "--message", code=1, lang="en")
    assert "--public-title" in refused.err
    three("issue", "edit", "1", "--public-title", "供水检修")
    assert "“供水检修”" in three("issue", "affects", "1", "--message").out
    three("issue", "add", "孩子被打", "--category", "人身侵害线索")
    three("issue", "affects", "4", "--message", code=1)


def test_a_long_title_is_cut_so_that_the_text_stays_short(three: Jinlin) -> None:
    three("issue", "add", "长" * 200, "--room", "3-1-201")
    three("issue", "affects", "4", "--all-of", "3-1")
    three("issue", "close", "4", "--result", "果" * 900)
    assert len(three("issue", "affects", "4", "--message", "--json").data["text"]) < 500


def similar(jinlin: Jinlin, title: str, *words: str) -> list[str]:
    found: list[str] = jinlin("issue", "add", title, *words, "--json").data["similar"]
    return found


def test_the_same_again_is_hinted_at_and_recorded(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3")
    place = ("--category", "公共照明", "--building", "3")
    jinlin("issue", "add", "楼道灯不亮", *place)
    again = jinlin("issue", "add", "楼道灯又不亮", *place, lang="en")
    assert "2026-0001 楼道灯不亮" in again.err
    assert "jinlin issue merge 2026-0002 --into 2026-0001" in again.err
    assert jinlin.sql("SELECT count(*) FROM issue") == [(2,)]


def test_another_place_matter_or_month_is_no_repetition(jinlin: Jinlin) -> None:
    for code in ("3", "5"):
        jinlin("building", "add", code)
    jinlin("issue", "add", "楼道灯不亮", "--category", "公共照明", "--building", "3")
    again = ("--category", "公共照明", "--building")
    assert similar(jinlin, "楼道灯不亮", *again, "5") == []
    assert similar(jinlin, "地锁坏了没人修", *again, "3") == []
    assert similar(jinlin, "楼道灯不亮", "--category", "垃圾与保洁", "--building", "3") == []
    assert similar(jinlin, "楼道灯不亮", *again, "3", "--date", "2026-09-01") == []
    assert similar(jinlin, "楼道灯不亮", "--category", "设施", "--building", "3") == ["2026-0001"]
    jinlin.now = jinlin.now.replace(month=12, day=20)
    assert similar(jinlin, "楼道灯不亮", *again, "3") == []


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_the_same_both_ways_and_between_nothing_and_all(one: str, other: str) -> None:
    found = likeness(one, other)
    assert 0 <= found <= 1
    assert found == likeness(other, one)
    assert likeness(one, one) == 1


def test_what_was_merged_says_so_and_is_parted_when_it_is_opened(three: Jinlin) -> None:
    three("issue", "merge", "2", "--into", "1")
    assert "merged into 2026-0001" in three("issue", "show", "2", lang="en").out
    assert "merged into another" in three("issue", "list", "--status", "closed", lang="en").out
    refused = three("issue", "close", "2", "--json", lang="en", code=1).error
    assert "was merged into 2026-0001" in refused["message"]
    assert (
        "no longer merged into 2026-0001"
        in three("issue", "reopen", "2", "--reason", "另一件", lang="en").err
    )
    itself = three("issue", "merge", "1", "--into", "1", "--json", lang="en", code=1).error
    assert "merged into itself" in itself["message"]


def test_a_part_is_not_related_besides(three: Jinlin) -> None:
    three("issue", "link", "2", "1")
    three("issue", "link", "2", "1", "--part-of")
    assert ties(three, "2") == [("parent", "2026-0001")]
    three("issue", "link", "1", "2", code=1)


def test_what_was_merged_is_told_as_merged_wherever_its_status_is_printed(
    jinlin: Jinlin, add: Add
) -> None:
    add("一")
    add("二")
    jinlin("issue", "merge", "2", "--into", "1")
    every = ("--status", "已结")
    for words in (
        ("show", "2"), ("list", *every), ("list", *every, "--csv"), ("list", *every, "--md"),
        ("trace", "2"), ("show", "1"), ("stats", "--by", "status"), ("export", "--milestones"),
    ):  # fmt: skip
        told = jinlin("issue", *words).out
        assert "已并入" in told, words
        assert "不予受理" not in told.replace("不予受理  ", ""), words
    assert jinlin("issue", "list", *every, "--json").data[0]["status"] == "merged"
    assert jinlin("issue", "show", "2", "--json").data["status"] == "merged"
    add("三")
    jinlin("issue", "decline", "3", "--reason", "x")

    def listed(status: str) -> set[str]:
        rows = jinlin("issue", "list", "--status", status, "--json").data
        return {row["number"][-1] for row in rows}

    assert listed("已并入") == listed("merged") == listed("merged into another") == {"2"}
    assert listed("不予受理") == {"3"}
    assert listed("已并入,不予受理") == listed("已结") == {"2", "3"}
    assert listed("已并入,待受理") == {"1", "2"}
    assert listed("open") == {"1"}


def test_from_when_it_affects_is_told_as_it_was_said(three: Jinlin) -> None:
    three("issue", "affects", "1", "--from", "2026-11-01", "--to", "2026-11-03 18:00")
    shown = three("issue", "show", "1", "--json").data
    assert (shown["affected_from"], shown["affected_to"]) == ("2026-11-01", "2026-11-03 18:00")
    assert "T16:00" not in three("issue", "show", "1").out


def test_the_trail_of_what_was_merged_says_where_it_went(jinlin: Jinlin, add: Add) -> None:
    add("电梯坏了")
    add("电梯又坏了")
    jinlin("issue", "merge", "1", "--into", "2")
    for verb in ("show", "trace"):
        told = jinlin("issue", verb, "1")
        assert "→ 已并入 2026-0002" in told.out
        assert told.out.count("已并入 2026-0002") > 1
        assert "不予受理" not in told.out


def test_a_time_without_a_home_is_kept_for_the_whole_issue(jinlin: Jinlin, add: Add) -> None:
    add("停水")
    said = jinlin("issue", "affects", "1", "--from", "2026-11-01")
    assert "0户" not in said.out + said.err
    assert "还没有写受影响的住户" in said.out + said.err


def test_what_cannot_be_tied_changes_nothing(three: Jinlin) -> None:
    three("building", "add", "4")
    three("issue", "link", "1", "2")
    before = three.db.read_bytes()
    refused = {
        ("link", "1", "1"): 1,
        ("link", "2", "1"): 1,
        ("link", "1", "3", "--remove"): 1,
        ("merge", "1", "--into", "1"): 1,
        ("affects", "1", "--all-of", "4"): 3,
        ("affects", "1", "3-1-101"): 1,
    }
    for words, code in refused.items():
        three("issue", *words, code=code)
        assert three.db.read_bytes() == before, words


def test_what_is_a_part_is_taken_off_the_whole(three: Jinlin) -> None:
    three("issue", "link", "2", "1", "--part-of", code=None)
    three("issue", "link", "2", "--part-of", "1", code=None)
    assert ties(three, "2") == [("parent", "2026-0001")]
    three("issue", "link", "2", "1", "--remove")
    assert ties(three, "2") == []
