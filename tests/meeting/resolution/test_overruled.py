"""What was resolved before its item was voted on: the vote says what it overrules, minutes agree."""

from __future__ import annotations

from harness import Jinlin


def test_what_was_resolved_before_a_vote_that_loses_is_no_resolution_in_the_minutes(
    council: Jinlin,
) -> None:
    council(
        "会议", "决议", "M1", "设在3号楼东侧", "--item", "1", "--result", "通过", "--owner", "物业"
    )
    assert "决议：设在3号楼东侧" in council("会议", "记录", "M1").out
    told = council("会议", "表决", "M1", "1", "--for", "2", "--against", "8").err
    assert "M1-1 设在3号楼东侧：表决前记下，表决未通过，不成为决议" in told
    assert "jinlin 会议 删除决议 M1-1" in told
    minutes = "".join(council("会议", "记录", "M1").out.split())
    assert "表决未通过：设在3号楼东侧。" in minutes
    assert "决议：设在" not in minutes
    assert "表决结果：通过" not in minutes


def test_a_vote_that_carries_says_whose_result_it_tells(council: Jinlin) -> None:
    council("会议", "决议", "M1", "设在3号楼东侧", "--item", "1", "--result", "全票通过")
    told = council("meeting", "vote", "M1", "1", "--for", "8", "--against", "2", lang="en").err
    assert "recorded before as “全票通过”; the vote tells its result now" in told
    minutes = council("会议", "记录", "M1").out
    assert "决议：设在3号楼东侧。" in minutes
    assert "全票" not in minutes
    for text in ("下月十日开工", "下月二十日验收"):
        council("会议", "决议", "M1", text, "--item", "2")
    assert "M1-2" not in council("会议", "表决", "M1", "2", "--for", "9", "--against", "1").err
    again = council("会议", "表决", "M1", "2", "--for", "1", "--against", "9", "--question", "另选")
    for number in ("M1-2", "M1-3"):
        assert f"请写明依据哪一次：jinlin 会议 决议 {number} --表决 V3" in again.err
