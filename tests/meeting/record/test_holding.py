"""`jinlin meeting add`, `edit`, `item`, `list` and `show` as they are typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from harness import NOON, Jinlin


def test_a_meeting_is_kept_with_all_that_was_said(held: Jinlin) -> None:
    shown = held("meeting", "show", "M1", "--json").data
    assert shown == {
        "number": "M1",
        "type": "committee_meeting",
        "title": shown["title"],
        "held_at": "2026-11-04T19:30:00+08:00",
        "ended_at": None,
        "place": "党群服务站",
        "chair": "林秀英",
        "recorder": "陈建国",
        "expected": 0,
        "present": 0,
        "excused": 0,
        "absent": 0,
        "sitting_in": 0,
        "note": None,
        "planned_for": None,
        "opened_at": None,
        "sent_to": None,
        "minutes": "draft",
        "confirmed_at": None,
        "sha256": None,
        "hash_fits": None,
        "attendance": [],
        "items": [
            {
                "item": item, "title": title, "source": None, "why": None, "branch_first": None,
                "internal": False, "settled": False, "note": None,
            }
            for item, title in ((1, "电梯更换方案"), (2, "下月安排"))
        ],
        "votes": [],
        "statements": [],
        "resolutions": [],
        "actions": [],
        "changes": [],
        "objections": [],
        "corrections": [],
    }  # fmt: skip


def test_a_meeting_without_a_title_is_called_after_its_kind_and_day(jinlin: Jinlin) -> None:
    added = jinlin("meeting", "add", "--type", "party-lecture", "--time", "11-04 9:00", "--json",
                   lang="en").data  # fmt: skip
    assert added == {"number": "M1", "title": "Party lecture, 4 November 2026", "type": "party_lecture",
                     "held_at": "2026-11-04T09:00:00+08:00", "dry_run": False}  # fmt: skip
    edited = jinlin("meeting", "edit", "m1", "--time", "11-03", "--json", lang="en").data
    assert edited["title"] == "Party lecture, 3 November 2026"
    jinlin("meeting", "edit", "1", "--title", "廉洁党课")
    jinlin("meeting", "edit", "1", "--type", "支委会")
    shown = jinlin("meeting", "show", "1", "--json").data
    assert (shown["title"], shown["type"]) == ("廉洁党课", "committee_meeting")
    assert shown["held_at"] == "2026-11-03", "a day without a time stays a day"


def test_a_number_is_read_however_it_is_written(held: Jinlin) -> None:
    for number in (
        "M1",
        "m1",
        "1",
        "Ｍ１",
    ):
        assert held("meeting", "show", number, "--json").data["number"] == "M1", number


def test_numbers_are_echoed_and_never_given_again(jinlin: Jinlin) -> None:
    words = ("--type", "党课", "--time", "11-04 9:00", "--quiet")
    assert jinlin("meeting", "add", *words).out == "M1\n"
    assert jinlin("meeting", "add", *words).out == "M2\n"
    jinlin("undo")
    assert jinlin("meeting", "add", *words).out == "M3\n"


def test_the_list_is_filtered_and_the_latest_is_first(held: Jinlin) -> None:
    held("meeting", "add", "听课", "--type", "党课", "--time", "2026-10-20 9:00")
    held("meeting", "add", "--type", "周五议事日", "--time", "2026-11-06 15:00", "--item", "路灯")
    held("meeting", "attend", "M1", "林秀英", "P2")
    held("meeting", "attend", "M1", "P3", "--state", "excused")
    held("meeting", "attend", "M1", "李主任", "--state", "列席")
    held("meeting", "resolve", "M1", "逐户征求意见")

    def numbers(*words: str) -> list[str]:
        return [row["number"] for row in held("meeting", "list", *words, "--json").data]

    assert numbers() == ["M3", "M1", "M2"]
    assert numbers("--type", "支委会，党课") == ["M1", "M2"]
    assert numbers("--from", "2026-11-04") == ["M3", "M1"]
    assert numbers("--to", "2026-11-04") == ["M1", "M2"]
    assert numbers("--from", "2026-10-20", "--to", "2026-10-20") == ["M2"]
    assert numbers("--text", "路灯") == ["M3"]
    assert numbers("--text", "逐户") == ["M1"]
    assert numbers("--text", "服务站") == ["M1"]
    assert numbers("--text", "_") == []
    row = held("meeting", "list", "--type", "支委会", "--json").data[0]
    assert (row["expected"], row["present"], row["resolutions"]) == (3, 2, 1)
    assert "2 more" in held("meeting", "list", "--limit", "1", lang="en").out


def test_what_was_said_of_an_item_grows_line_by_line(held: Jinlin) -> None:
    held("meeting", "item", "M1", "--item", "1", "--note", "林秀英：先问一楼")
    held("meeting", "item", "M1", "--item", "1", "--note", "陈建国：同意")
    held("meeting", "item", "M1", "物业合同", "--note", "待议")
    held("meeting", "item", "M1", "下月工作", "--item", "2")
    kept = held("meeting", "show", "M1", "--json").data["items"]
    assert [(row["item"], row["title"], row["note"]) for row in kept] == [
        (1, "电梯更换方案", "林秀英：先问一楼\n陈建国：同意"),
        (2, "下月工作", None),
        (3, "物业合同", "待议"),
    ]


def test_on_a_terminal_what_is_missing_is_asked_until_it_can_be_read(jinlin: Jinlin) -> None:
    outcome = jinlin("meeting", "add", typed="茶话会\n支委会\n很晚\n2026-11-04 19:30\n")
    assert "支部党员大会" in outcome.err
    shown = jinlin("meeting", "show", "M1", "--json").data
    assert (shown["type"], shown["held_at"]) == ("committee_meeting", "2026-11-04T19:30:00+08:00")


def test_an_end_that_waits_for_the_beginning_is_no_day(jinlin: Jinlin) -> None:
    jinlin("meeting", "add", "--type", "支委会", "--end", "21:00", typed="2026-11-04 19:30\n")
    assert jinlin("meeting", "show", "M1", "--json").data["ended_at"] == "2026-11-04T21:00:00+08:00"


def test_an_end_that_was_written_down_is_taken_back(jinlin: Jinlin) -> None:
    jinlin("meeting", "add", "--type", "支委会", "--time", "2026-11-04 19:30", "--end", "21:00")
    jinlin("meeting", "edit", "M1", "--end", "")
    assert jinlin("meeting", "show", "M1", "--json").data["ended_at"] is None


def test_bad_words_are_refused_and_nothing_is_kept(held: Jinlin) -> None:
    before = held.db.read_bytes()
    for words, code in (
        (("add",), 2),
        (("add", "--type", "支委会"), 2),
        (("add", "--type", "茶话会", "--time", "2026-11-04 19:30"), 3),
        (("add", "--type", "支委会", "--time", "很晚"), 2),
        (("add", "--type", "支委会", "--time", "11-04 19:30", "--end", "19:00"), 1),
        (("add", "--type", "支委会", "--time", "11-04 19:30", "--chair", "P99"), 3),
        (("show", "M9"), 3),
        (("show", "第九次"), 2),
        (("edit", "M9", "--title", "x"), 3),
        (("edit", "M1"), 2),
        (("edit", "M1", "--title", ""), 2),
        (("edit", "M1", "--type", "支委会"), 1),
        (("item", "M1"), 2),
        (("item", "M1", "--item", "1"), 2),
        (("item", "M1", "--item", "9", "--note", "x"), 3),
        (("item", "M9", "x"), 3),
        (("minutes", "M9"), 3),
        (("list", "--from", "很早"), 2),
        (("list", "--type", "茶话会"), 3),
    ):
        error = held("meeting", *words, "--json", code=code).error
        assert error["message"], words
        assert error["hint"], words
        assert held.db.read_bytes() == before, words


def test_a_dry_run_leaves_the_file_as_it_was(jinlin: Jinlin, unchanged: Callable[[], None]) -> None:
    words = ("--type", "支委会", "--time", "11-04 19:30", "--item", "x", "--dry-run", "--json")
    assert jinlin("meeting", "add", *words).data["dry_run"]
    unchanged()


def test_undo_takes_each_step_back_and_says_so(held: Jinlin) -> None:
    tables = ("meeting", "agenda_item")
    states = [[held.sql(f"SELECT * FROM {table}") for table in tables]]
    for words in (
        ("edit", "M1", "--place", "社区", "--end", "21:00"),
        ("item", "M1", "物业合同"),
        ("item", "M1", "--item", "3", "--note", "待议"),
    ):
        held("meeting", *words)
        states.append([held.sql(f"SELECT * FROM {table}") for table in tables])
    said = []
    while len(states) > 1:
        states.pop()
        said.append(held("undo", lang="en").out.strip())
        assert [held.sql(f"SELECT * FROM {table}") for table in tables] == states[-1]
    assert said == [
        "Undone: set item 3 of meeting M1 back",
        "Undone: take item 3 off the agenda of meeting M1",
        "Undone: set meeting M1 back: Place, Ended",
    ]
    assert held("undo", lang="en").out.strip() == "Undone: remove meeting M1 of 2026-11-04"
    assert held.sql("SELECT * FROM agenda_item") == []


def test_a_meeting_that_was_called_off_is_removed_and_undo_brings_it_back(held: Jinlin) -> None:
    held("meeting", "add", "--type", "党课", "--time", "2026-11-20")
    held("meeting", "remove", "M2")
    assert [m["number"] for m in held("meeting", "list", "--json").data] == ["M1"]
    held("meeting", "show", "M2", code=3)
    held("undo")
    held("meeting", "show", "M2")
    held.now = NOON + timedelta(days=15)
    held("meeting", "resolve", "M2", "同意")
    before = held.db.read_bytes()
    held("meeting", "remove", "M2", code=1)
    held("meeting", "remove", "M9", code=3)
    assert held.db.read_bytes() == before


def test_a_listing_of_what_is_to_be_held_leaves_out_what_ended(jinlin: Jinlin) -> None:
    for day in ("2026-11-05 08:00", "2026-11-20 08:00"):
        jinlin("meeting", "add", "--type", "支委会", "--time", day)
    jinlin("meeting", "open", "M1", "--at", "08:00")
    assert "M1" in jinlin("meeting", "list", "--undone").out
    jinlin("meeting", "close", "M1", "--at", "09:00")
    [row] = jinlin("meeting", "list", "--undone", "--json").data
    assert row["number"] == "M2"


def test_a_meeting_to_be_added_lies_ahead_and_one_with_its_end_is_a_record(jinlin: Jinlin) -> None:
    jinlin.now = jinlin.now.replace(day=3)  # a Tuesday
    assert "2026-11-07" in jinlin("会议", "新增", "支委会", "周六").out
    assert "2026-11-02" in jinlin("会议", "新增", "支委会", "周一", "--end", "21:00").out
    assert "2026-10-31" in jinlin("会议", "新增", "支委会", "上周六").out
    assert "2026-10-31" in jinlin("会议", "新增", "支委会", "10-31").out
    assert "2026-11-09" in jinlin("meeting", "add", "committee meeting", "monday", lang="en").out
    jinlin("会议", "修改", "M1", "--time", "周一 19:30")
    jinlin("会议", "修改", "M4", "--time", "周一 19:30")
    held = {row["number"]: row["held_at"][:10] for row in jinlin("会议", "列表", "--json").data}
    assert (held["M1"], held["M4"]) == ("2026-11-09", "2026-11-02")
