"""What can only happen at a meeting is not recorded before its day."""

from __future__ import annotations

from harness import Jinlin


def test_nobody_was_there_and_nothing_was_voted_on_before_the_day(held: Jinlin) -> None:
    held("meeting", "add", "--type", "支委会", "--time", "2026-11-07 19:30", "--item", "预算")
    before = held.db.read_bytes()
    for words in (
        ("attend", "M2", "林秀英"),
        ("attend", "M2", "林秀英", "--state", "列席"),
        ("vote", "M2", "1", "--for", "1", "--against", "0"),
        ("resolve", "M2", "同意"),
    ):
        told = held("meeting", *words, code=1, lang="en").err
        assert "M2 is still to come: 2026-11-07" in told
        assert "jinlin meeting edit M2 --time 2026-11-05" in told
    assert held.db.read_bytes() == before
    held("meeting", "attend", "M2", "林秀英", "--state", "请假", "--reason", "出差")
    held("meeting", "edit", "M2", "--time", "2026-11-05")
    held("meeting", "attend", "M2", "林秀英")


def test_a_hint_about_the_end_can_be_followed_as_it_is_written(held: Jinlin) -> None:
    held("meeting", "attend", "M1", "林秀英")
    told = held("meeting", "confirm", "M1", "--yes", lang="en").err
    assert "jinlin undo; then jinlin meeting close M1" in told
    held("undo")
    held("meeting", "close", "M1", "--time", "21:00")


def test_a_meeting_entered_after_its_day_says_what_makes_it_held(jinlin: Jinlin) -> None:
    add = ("meeting", "add", "--type", "支委会", "--time")
    assert "不算已开" in jinlin(*add, "2026-11-01 19:30").err
    assert "不算已开" not in jinlin(*add, "2026-11-09 19:30").err
