"""Votes from lists: names with answers as lines, doors with ballots as a table."""

from __future__ import annotations

from harness import Jinlin
from meeting.voting.test_owners_ballot import owners, written

__all__ = ["owners"]


def test_lines_of_names_may_have_blanks_between_them_and_english_words(hall: Jinlin) -> None:
    lines = "林秀英 赞成\n\n赵一 for\n赵丁，against\n赵七 弃权\n"
    hall("meeting", "attend", "M1", "林秀英")
    said = hall("meeting", "vote", "M1", "1", "--names", "-", "--not-voting", "7", "--json",
                piped=lines)  # fmt: skip
    assert (said.data["in_favour"], said.data["against"], said.data["abstained"]) == (2, 1, 1)


def test_a_door_is_found_by_its_room_alone_where_that_is_one_door(owners: Jinlin) -> None:
    table = written(
        owners.folder / "散票.csv",
        ["地址,表决意见", "801,for", "3-2-802,against", "3-1-101,无效", "3-1-102,未交"],
    )
    said = owners("meeting", "ballot", "M1", "1", table, "--matter", "使用维修资金", "--json").data
    assert (said["owners"]["in_favour"]["heads"], said["owners"]["invalid_ballots"]) == (0, 1)
    assert said["collected"] == 3


def test_what_is_no_door_or_no_answer_is_listed_and_nothing_is_kept(owners: Jinlin) -> None:
    table = written(
        owners.folder / "散票.csv",
        [
            "房号,表决意见",
            "701,同意",
            "9-9-909,同意",
            "??,同意",
            "801,随便",
            "801,同意",
            "801,同意",
        ],
    )
    before = owners.db.read_bytes()
    refused = owners(
        "meeting", "ballot", "M1", "1", table, "--matter", "使用维修资金", "--json", code=None
    )
    rows = {row["row"]: row["reason"] for row in refused.error["rows"]}
    assert set(rows) == {2, 3, 4, 5, 7}
    assert "3-1-701" in rows[2]
    assert owners.db.read_bytes() == before


def test_silence_counts_as_the_clause_says_or_the_answers_are_named(owners: Jinlin) -> None:
    table = written(owners.folder / "散票.csv", ["房号,表决意见", "801,同意"])
    words = ("meeting", "ballot", "M1", "1", table, "--matter", "使用维修资金")
    clause = ("--clause", "不交票的计入多数", "--clause-since", "2025-01-01")
    refused = owners(*words, *clause, "--silence", "随便", "--json", code=None)
    assert "多数" in refused.error["hint"]
    owners(*words, *clause, code=2)
    said = owners(*words, *clause, "--silence", "计入已表决的多数票", "--json").data
    assert said["owners"]["clause"] == "不交票的计入多数"
    owners("undo", "--yes")
    assert owners(*words, *clause, "--silence", "majority", "--json").data["owners"]["deemed_as"]


def test_a_home_that_voted_is_not_taken_out(owners: Jinlin) -> None:
    table = written(owners.folder / "散票.csv", ["房号,表决意见", "3-1-101,同意"])
    owners("meeting", "ballot", "M1", "1", table, "--matter", "使用维修资金", "--building", "3")
    before = owners.db.read_bytes()
    assert "M1-V1" in owners("household", "remove", "3-1-101", "--yes", code=1).err
    assert owners.db.read_bytes() == before
