"""When a meeting began and ended, typed or now; what is left for next time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from harness import Jinlin, seeded


@seeded
def today(branch: Jinlin) -> Jinlin:
    """A meeting of today, `M1`, with one item."""
    branch("meeting", "add", "--type", "支委会", "--time", "2026-11-05 9:00", "--item", "通报")
    return branch


def test_it_opens_and_ends_now_where_no_moment_is_said(today: Jinlin) -> None:
    opened = today("meeting", "open", "M1", "--json").data
    assert opened["opened_at"] == "2026-11-05T12:00:00+08:00"
    assert "2026-11-05" in today("meeting", "open", "M1", code=1).err
    today("meeting", "close", "M1", "--time", "11:00", code=1)
    today("meeting", "close", "M1", "--time", "23:00", code=2)


def test_where_everything_is_settled_nothing_is_left_for_next_time(today: Jinlin) -> None:
    left = today("meeting", "close", "M1", "--time", "10:00", "--json")
    assert (left.data["unsettled"], "1" in left.err) == ([1], True)
    today("undo", "--yes")
    today("meeting", "item", "M1", "--item", "1", "--settled")
    closed = today("meeting", "close", "M1", "--time", "10:00", "--json")
    assert (closed.data["unsettled"], closed.err) == ([], "")
    again = today("meeting", "close", "M1", "--time", "10:00", code=1).err
    assert "M1 已登记为10:00散会，不用重复登记" in again
    today.now += timedelta(days=1)
    assert "M1 已登记为10:00散会，不用重复登记" in today("meeting", "close", "M1", code=1).err


@pytest.mark.parametrize(
    "words",
    [
        ("object", "M1", "李雷", "不对"),
        ("object", "M1", "P99", "不对"),
        ("correct", "M1", "应为", "--reason", "笔误"),
        ("unsay", "M1", "3"),
        ("say", "M1", "9", "林秀英", "发言"),
        ("say", "M1", "1", "林秀英", "发言", "--replace", "7"),
        ("confirm", "M1", "--yes"),
        ("announce", "M1", "--date", "2026-11-06"),
        ("announce", "M1", "--item", "5"),
    ],
)
def test_what_nobody_can_have_done_is_refused_and_nothing_is_kept(
    today: Jinlin, words: tuple[str, ...]
) -> None:
    before = today.db.read_bytes()
    refused = today("meeting", *words, "--json", code=None)
    assert refused.code in {1, 3}
    assert refused.error["hint"]
    assert today.db.read_bytes() == before


def test_what_was_written_back_is_what_was_kept(today: Jinlin) -> None:
    today("meeting", "attend", "M1", "林秀英")
    objected = today("meeting", "object", "M1", "林秀英", "漏记", "--json").data
    said = today("meeting", "say", "M1", "1", "林秀英", "同意", "--dissent", "--json").data
    shown = today("meeting", "show", "M1", "--json").data
    [objection] = shown["objections"]
    assert {key: objected[key] for key in objection} == objection
    [statement] = shown["statements"]
    assert {key: said[key] for key in statement} == statement
    today("meeting", "confirm", "M1", "--yes")
    corrected = today("meeting", "correct", "M1", "应为", "--reason", "笔误", "--json").data
    [correction] = today("meeting", "show", "M1", "--json").data["corrections"]
    assert {key: corrected[key] for key in correction if key != "user"} == {
        key: value for key, value in correction.items() if key != "user"
    }


def test_confirmed_minutes_of_which_somebody_was_forgotten_say_why_they_do_not_fit(
    today: Jinlin,
) -> None:
    today("meeting", "attend", "M1", "林秀英", "李雷")
    today("meeting", "confirm", "M1", "--yes")
    today("member", "forget", "P5", "--yes")
    assert "依法" in today("meeting", "show", "M1").err
    assert "依法" in today("meeting", "minutes", "M1").out
