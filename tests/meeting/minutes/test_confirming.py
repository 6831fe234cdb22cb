"""Minutes from draft to confirmed and locked: objections before, corrections after."""

from __future__ import annotations

import pytest
from harness import Jinlin, seeded
from store.meddling import meddle
from windows import while_asked


@seeded
def written(held: Jinlin) -> Jinlin:
    held("meeting", "attend", "M1", "林秀英", "P2")
    held("meeting", "attend", "M1", "P3", "--state", "absent")
    held("meeting", "say", "M1", "1", "林秀英", "先问一楼")
    held("meeting", "resolve", "M1", "逐户征求意见", "--item", "1", "--review", "2026-12-01")
    held("meeting", "action", "M1", "印征求意见单", "--owner", "P2", "--due", "2026-11-10")
    return held


@seeded
def locked(written: Jinlin) -> Jinlin:
    written("meeting", "object", "M1", "陈建国", "应写明我建议先公示")
    written("meeting", "confirm", "M1", "--yes")
    return written


def test_confirmed_minutes_carry_a_hash_that_fits(locked: Jinlin) -> None:
    shown = locked("meeting", "show", "M1", "--json").data
    assert (shown["minutes"], shown["hash_fits"], len(shown["sha256"])) == ("confirmed", True, 64)
    page = locked("meeting", "minutes", "M1").out
    assert "应写明我建议先公示" in page
    assert shown["sha256"][:16] in page


EDITS = [
    ("edit", "M1", "--place", "别处"),
    ("attend", "M1", "P4"),
    ("attend", "M1", "P2", "--remove"),
    ("item", "M1", "再加一项", "--reason", "x"),
    ("item", "M1", "--item", "1", "--note", "又说"),
    ("item", "M1", "--item", "2", "--to", "1"),
    ("item", "M1", "--item", "2", "--remove", "--reason", "x"),
    ("agenda", "M1", "--build"),
    ("open", "M1", "--time", "19:35"),
    ("close", "M1", "--time", "21:00"),
    ("say", "M1", "1", "林秀英", "再说"),
    ("say", "M1", "1", "林秀英", "再说", "--replace", "1"),
    ("unsay", "M1", "1"),
    ("resolve", "M1", "再决定"),
    ("action", "M1", "再做一件"),
    ("action", "A1", "--due", "2026-12-31"),
    ("object", "M1", "陈建国", "再提"),
    ("confirm", "M1", "--yes"),
]


def test_after_that_every_edit_is_refused_with_one_line(locked: Jinlin) -> None:
    before = locked.db.read_bytes()
    for words in EDITS:
        error = locked("meeting", *words, "--json", code=1, lang="en").error
        assert "confirmed" in error["message"], words
        assert "jinlin meeting correct M1" in error["hint"], words
        assert locked.db.read_bytes() == before, words


def test_life_after_the_meeting_goes_on_and_the_hash_still_fits(locked: Jinlin) -> None:
    locked("meeting", "action", "A1", "--percent", "50")
    locked("meeting", "done", "A1")
    locked("meeting", "review", "M1-1", "--note", "在做")
    locked("meeting", "done", "M1-1")
    assert locked("meeting", "show", "M1", "--json").data["hash_fits"] is True


def test_a_correction_is_a_numbered_revision_shown_with_the_minutes(locked: Jinlin) -> None:
    locked("meeting", "correct", "M1", "应为二单元", "--reason", "笔误")
    got = locked("meeting", "correct", "M1", "应为20:00", "--reason", "听错", "--json").data
    assert got["correction"] == 2
    shown = locked("meeting", "show", "M1", "--json").data
    assert [(c["correction"], c["text"], c["reason"]) for c in shown["corrections"]] == [
        (1, "应为二单元", "笔误"), (2, "应为20:00", "听错"),
    ]  # fmt: skip
    assert shown["hash_fits"] is True
    page = locked("meeting", "minutes", "M1").out
    assert "应为二单元" in page
    assert "笔误" in page
    locked("meeting", "correct", "M1", "x", code=2)


def test_what_was_changed_past_the_program_shows(locked: Jinlin) -> None:
    meddle(locked, "UPDATE resolution SET text = '不征求意见'")
    outcome = locked("meeting", "show", "M1", "--json", lang="en")
    assert outcome.data["hash_fits"] is False
    assert "does not fit" in outcome.err
    outcome = locked("meeting", "minutes", "M1", lang="en")
    assert "does not fit" in outcome.err
    assert "does not fit" in " ".join(outcome.out.split())


def test_confirming_asks_and_says_what_it_locks(written: Jinlin) -> None:
    before = written.db.read_bytes()
    written("meeting", "confirm", "M1", code=2)
    written("meeting", "confirm", "M1", typed="n\n", code=130)
    assert written.db.read_bytes() == before
    asked = written("meeting", "confirm", "M1", typed="y\n").err
    assert "没有登记散会时间" in asked
    for figure in ("实到2人", "议题2项", "决议1项", "意见0条"):
        assert figure in asked
    written("undo")
    assert written("meeting", "show", "M1", "--json").data["minutes"] == "draft"


def test_other_windows_write_while_confirming_asks_and_what_they_change_is_not_locked(
    written: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    def object_to() -> None:
        written("meeting", "object", "M1", "林秀英", "漏了一条意见")

    while_asked(monkeypatch, object_to)
    error = written("meeting", "confirm", "M1", "--json", typed="", code=1).err
    assert "另一个窗口" in error
    assert written("meeting", "show", "M1", "--json").data["minutes"] == "draft"
    while_asked(monkeypatch, lambda: written("building", "add", "77"))
    written("meeting", "confirm", "M1", typed="")


def test_the_hash_depends_on_all_that_was_said_and_decided(written: Jinlin) -> None:
    seen = set()
    for words in (
        (), ("say", "M1", "1", "林秀英", "x"), ("resolve", "M1", "x"),
        ("attend", "M1", "P4"), ("item", "M1", "x"), ("object", "M1", "林秀英", "x"),
        ("edit", "M1", "--note", "x"), ("action", "M1", "x"),
    ):  # fmt: skip
        if words:
            written("meeting", *words)
        draft = written.db.read_bytes()
        got = written("meeting", "confirm", "M1", "--yes", "--json").data["sha256"]
        written.db.write_bytes(draft)
        assert got not in seen
        seen.add(got)


def test_the_hash_holds_for_whom_somebody_voted(jinlin: Jinlin) -> None:
    jinlin("meeting", "add", "--type", "邻里议事会", "--time", "2026-11-04 19:30", "--item", "选址")
    jinlin("meeting", "attend", "M1", "孙一", "孙丁")
    jinlin("meeting", "attend", "M1", "孙七", "--state", "请假")
    seen = set()
    for bearer in ("孙一", "孙丁"):
        jinlin("meeting", "attend", "M1", bearer, "--proxy-for", "孙七", "--authority", "委托书")
        seen.add(jinlin("meeting", "confirm", "M1", "--yes", "--json").data["sha256"])
        jinlin("undo")
    assert len(seen) == 2


def test_who_has_a_vote_and_is_not_recorded_is_told_before_it_is_locked(hall: Jinlin) -> None:
    assert "10人，请先核对" in hall("meeting", "confirm", "M1", "--yes").err
    hall("undo")
    hall("meeting", "attend", "M1", "--members", "--state", "absent", "--yes")
    assert "请先核对" not in hall("meeting", "confirm", "M1", "--yes").err


def test_confirmed_minutes_count_the_voters_of_their_votes(hall: Jinlin) -> None:
    hall("meeting", "vote", "M1", "1", "--for", "10")
    hall("meeting", "confirm", "M1", "--yes")
    before = hall("meeting", "minutes", "M1").out
    assert "其中有表决权：应到20人，实到10人" in before
    hall("member", "edit", "P2", "--no-vote", "留党察看")
    hall("branch", "edit", "--type", "兼合式")
    assert hall("meeting", "minutes", "M1").out == before


def test_what_the_branch_deliberates_afterwards_changes_no_confirmed_minutes(
    held: Jinlin,
) -> None:
    held("meeting", "add", "--type", "业主大会", "--time", "2026-11-01 9:00", "--item", "选聘物业")
    held("meeting", "attend", "M2", "林秀英")
    held("meeting", "confirm", "M2", "--yes")
    before = held("meeting", "minutes", "M2").out
    assert "先议" not in before
    held("meeting", "item", "M1", "选聘物业", "--for", "M2/1")
    held("meeting", "attend", "M1", "林秀英")
    assert held("meeting", "minutes", "M2").out == before
    held("meeting", "edit", "M1", "--time", "2026-10-20 19:30")
    assert "党支部2026年10月20日已先议" in held("meeting", "minutes", "M2").out


def test_what_is_sent_out_says_that_the_minutes_were_corrected(written: Jinlin) -> None:
    assert "更正" not in written("meeting", "summary", "M1").err
    written("meeting", "confirm", "M1", "--yes")
    written("meeting", "correct", "M1", "应为二单元", "--reason", "笔误")
    assert "有1次更正" in written("meeting", "summary", "M1").err


def test_what_cannot_be_is_refused(written: Jinlin) -> None:
    before = written.db.read_bytes()
    for words, code in (
        (("confirm", "M9", "--yes"), 3),
        (("correct", "M1", "x", "--reason", "y"), 1),
        (("object", "M1", "张伟", "x"), 3),
        (("object", "M1", "陈建国", " "), 2),
        (("object", "M9", "陈建国", "x"), 3),
    ):
        assert written("meeting", *words, code=code).err, words
        assert written.db.read_bytes() == before, words


def test_minutes_without_attendance_or_of_a_meeting_to_come_are_not_confirmed(
    held: Jinlin,
) -> None:
    held("meeting", "add", "--type", "党课", "--time", "2026-11-20")
    before = held.db.read_bytes()
    held("meeting", "confirm", "M1", "--yes", code=1)
    held("meeting", "confirm", "M2", "--yes", code=1)
    assert held.db.read_bytes() == before
