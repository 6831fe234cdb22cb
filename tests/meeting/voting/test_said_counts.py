"""Counts of a vote that say what they count; everybody is as many as the attendance tells."""

from __future__ import annotations

import pytest
from harness import Jinlin


def counted(jinlin: Jinlin) -> list[tuple[int, int, int]]:
    return jinlin.sql("SELECT in_favour, against, abstained FROM vote ORDER BY id")


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("同意9 反对1", (9, 1, 0)),
        ("反对：1票 九票赞成", (9, 1, 0)),
        ("8票赞成 1票反对 1票弃权", (8, 1, 1)),
        ("8票赞成、1票反对、一票弃权", (8, 1, 1)),
        ("--赞成 十票", (10, 0, 0)),
        ("同意0 不同意10票", (0, 10, 0)),
    ],
)
def test_counts_are_read_by_what_they_say(
    council: Jinlin, words: str, counts: tuple[int, int, int]
) -> None:
    council("会议", "表决", "M1", "1", *words.split())
    assert counted(council) == [counts]


def test_they_are_confirmed_on_a_terminal_and_never_guessed(council: Jinlin) -> None:
    before = council.db.read_bytes()
    council("会议", "表决", "M1", "1", "同意9", "反对1", typed="n\n", code=130)
    for words in ("同意9 1", "9票 1票", "同意9 反对几票", "--赞成 反对1"):
        council("会议", "表决", "M1", "1", *words.split(), code=2)
        assert council.db.read_bytes() == before, words
    council("meeting", "vote", "M1", "1", "9for", "1against", lang="en")
    assert counted(council) == [(9, 1, 0)]


def test_everybody_is_as_many_as_are_there_said_and_confirmed(council: Jinlin) -> None:
    told = council("会议", "表决", "M1", "1", "全票通过", typed="y\ny\n")
    assert "M1到会的10票全部赞成" in told.err
    council("会议", "表决", "M1", "2", "--赞成", "全票", "--kind", "decision", "--回避", "孙一")
    assert counted(council) == [(10, 0, 0), (9, 0, 0)]
    council("会议", "新增", "邻里议事会", "--time", "2026-11-05 9:00", "--item", "充电棚")
    refused = council("会议", "表决", "M2", "1", "全票通过", code=2)
    assert "没有登记到会人员" in refused.err
