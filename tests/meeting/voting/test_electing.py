"""`jinlin meeting elect`: candidates, seats, and who is elected."""

from __future__ import annotations

from harness import Jinlin, seeded
from meeting.conftest import HALL

PAPERS = ("--handed-out", "16", "--collected", "16")


@seeded
def full(hall: Jinlin) -> Jinlin:
    """Sixteen of the twenty are there: just enough for an election."""
    hall("meeting", "attend", "M1", *HALL[10:16])
    return hall


def test_more_than_half_of_those_present_elect(full: Jinlin) -> None:
    got = full("meeting", "elect", "M1", "2", "赵一=9", "P3=8", *PAPERS, "--seats", "2", "--json")
    row = got.data
    assert (row["kind"], row["method"], row["needed"], row["base_count"]) == (
        "election", "secret", 9, 16,
    )  # fmt: skip
    assert row["candidates"] == [
        {"name": "赵一", "votes": 9, "elected": True},
        {"name": "赵丁", "votes": 8, "elected": False},
    ]
    assert not row["passed"], "one seat stays open"
    assert row["verdict"] == (
        "赵一得9票，超过实到会有选举权人数（16人）的半数，应选2名，当选1名。其他：赵丁得8票。"
    )
    shown = full("meeting", "votes", "M1", "V1", "--json").data
    assert [one["name"] for one in shown["candidates"]] == ["赵一", "赵丁"]


def test_without_four_fifths_nobody_is_elected(hall: Jinlin) -> None:
    hall("meeting", "attend", "M1", *HALL[10:15])
    before = hall.db.read_bytes()
    words = ("--handed-out", "15", "--collected", "15")
    said = hall("meeting", "elect", "M1", "2", "赵一=15", *words, code=1).err
    assert "实到15人，须到16人" in said
    assert hall.db.read_bytes() == before


def test_what_cannot_be_is_refused_and_nothing_is_kept(full: Jinlin) -> None:
    before = full.db.read_bytes()
    for words, code, said in (
        (("赵一=17", *PAPERS), 1, "赵一得17票，多于有效票16张"),
        (("赵一=9", "P2=3", *PAPERS), 1, "赵一重复出现"),
        (("赵一=9", "P2=8", "--seats", "1", *PAPERS), 1, "重复"),
        (("赵一=9", "赵丁=8", *PAPERS), 1, "最多16票"),
        (("赵一=9", "--hands"), 1, "无记名投票"),
        (("赵一=9", "--handed-out", "17", "--collected", "17"), 1, "发出17张，多于"),
        (("赵一=9", "--handed-out", "16", "--collected", "17"), 1, "收回多于发出"),
        (("赵一=9", "--handed-out", "16", "--collected", "5", "--invalid", "6"), 1, "不符"),
        (("赵一=9", "--handed-out", "16"), 2, "--收回"),
        (("赵一", *PAPERS), 2, "林秀英=15"),
        (("赵一=九", *PAPERS), 2, "林秀英=15"),
        (("P99=9", *PAPERS), 3, "P99"),
        (("钱预备=9", *PAPERS), 1, "钱预备不能当选：预备党员"),
        (("外来人=9", *PAPERS), 1, "外来人不能当选"),
    ):
        outcome = full("meeting", "elect", "M1", "2", *words, code=code)
        assert said in outcome.err, words
        assert full.db.read_bytes() == before, words


def test_a_committee_elects_nobody(held: Jinlin) -> None:
    held("meeting", "attend", "M1", "P1", "P2")
    before = held.db.read_bytes()
    said = held("meeting", "elect", "M1", "1", "林秀英=2", "--handed-out", "2", "--collected", "2",
                code=1).err  # fmt: skip
    assert "没有“选举”这种表决" in said
    assert held.db.read_bytes() == before


def test_a_council_chooses_a_firm_by_hands(council: Jinlin) -> None:
    row = council(
        "meeting", "elect", "M1", "2", "甲充电公司=6", "乙充电公司=4", "--hands", "--json"
    ).data
    assert row["passed"]
    assert [one["elected"] for one in row["candidates"]] == [True, False]
    even = council("meeting", "elect", "M1", "1", "甲公司=5", "乙公司=5", "--hands").out
    assert "选定0个" in even


def test_undo_takes_an_election_back(full: Jinlin) -> None:
    full("meeting", "elect", "M1", "2", "赵一=16", *PAPERS)
    assert full.sql("SELECT person_id, elected FROM vote_candidate") == [(2, 1)]
    full("undo")
    assert full.sql("SELECT * FROM vote_candidate") == []
    assert full.sql("SELECT * FROM vote") == []


def test_papers_say_how_many_were_elected_not_that_it_was_lost(full: Jinlin) -> None:
    full("meeting", "elect", "M1", "2", "赵一=9", "P3=8", *PAPERS, "--seats", "2")
    assert "未通过" not in full("meeting", "resolve", "M1", "赵一当选委员", "--item", "2").err
    page = full("meeting", "minutes", "M1").out
    assert "应选2名，当选1名" in page
    assert "未通过" not in page
    [row] = full("meeting", "resolutions", "--json").data
    assert (row["result"], row["status"]) == ("应选2名，当选1名", "carried")


def test_who_was_elected_is_the_result_of_an_election_and_no_decision(full: Jinlin) -> None:
    full("meeting", "elect", "M1", "2", "赵一=16", *PAPERS)
    full("meeting", "resolve", "M1", "赵一同志当选委员", "--item", "2", "--vote", "V1")
    page = full("meeting", "summary", "M1").out
    assert "选举结果：赵一同志当选委员" in page
    assert "会议决定" not in page
    assert "选举结果：赵一同志当选委员" in full("meeting", "minutes", "M1").out
    full("meeting", "resolve", "M1", "下月换届交接")
    page = full("meeting", "summary", "M1").out
    assert page.index("选举结果：") < page.index("会议决定：下月换届交接")


def test_many_sign_on_the_sheet_that_lies_with_the_minutes(full: Jinlin) -> None:
    page = full("meeting", "minutes", "M1").out
    assert page.index("附件：签到表") < page.index("记录人（签名）")
    assert "出席人（签名）" not in page
