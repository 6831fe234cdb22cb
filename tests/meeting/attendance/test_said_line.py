"""Sign-in as it is said: a state beside names or within words is understood or refused, never a guest."""

from __future__ import annotations

import pytest
from harness import Jinlin, seeded


@seeded
def signing(held: Jinlin) -> Jinlin:
    """The committee meets today; 何丽娟 and 郑国梁 are of it too."""
    for name in ("何丽娟", "郑国梁"):
        held("member", "add", name, "--party-state", "full", "--post", "支委")
    held("meeting", "edit", "M1", "--time", "2026-11-05 11:30")
    return held


def recorded(jinlin: Jinlin) -> list[tuple[str, str, str | None]]:
    return jinlin.sql("SELECT name, state, reason FROM attendance ORDER BY name")


@pytest.mark.parametrize(
    ("words", "state", "reason"),
    [
        ("请假 何丽娟 郑国梁", "excused", None),
        ("何丽娟 请假 郑国梁", "excused", None),
        ("何丽娟请假 郑国梁请假", "excused", None),
        ("M1 请假何丽娟 郑国梁 请假", "excused", None),
        ("何丽娟出差请假 郑国梁 请假", "excused", "出差请假"),
        ("何丽娟 郑国梁 病假", "excused", "病假"),
        ("何丽娟 郑国梁 没来", "absent", None),
        ("M1 何丽娟没来 郑国梁没来", "absent", None),
        ("M1 何丽娟到 郑国梁到了", "present", None),
        ("何丽娟 郑国梁 列席", "sitting_in", None),
        ("旁听 何丽娟 郑国梁", "sitting_in", None),
    ],
)
def test_a_state_is_understood_wherever_it_stands(
    signing: Jinlin, words: str, state: str, reason: str | None
) -> None:
    signing("会议", "签到", *words.split())
    assert recorded(signing) == [("何丽娟", state, reason), ("郑国梁", state, reason)]


def test_what_tells_several_states_or_is_not_clear_is_refused(signing: Jinlin) -> None:
    before = signing.db.read_bytes()
    told = signing("会议", "签到", "何丽娟请假", "郑国梁到", code=2).err
    assert "jinlin 会议 签到 M1 何丽娟 请假" in told
    assert "jinlin 会议 签到 M1 郑国梁 实到" in told
    for words in ("何丽娟请假 郑国梁", "何丽娟 没请假", "M1 何丽娟没出席过 郑国梁"):
        signing("会议", "签到", *words.split(), code=2)
    assert signing.db.read_bytes() == before


def test_what_is_unlike_a_name_is_no_guest_unless_it_is_confirmed(signing: Jinlin) -> None:
    before = signing.db.read_bytes()
    for words in ("M1 香蕉", "呵呵哒", "M1 何丽娟 香蕉"):
        assert "也不像姓名" in signing("会议", "签到", *words.split(), code=2).err
        assert signing.db.read_bytes() == before
    signing("会议", "签到", "M1", "香蕉", typed="n\n", code=130)
    assert signing.db.read_bytes() == before
    signing("会议", "签到", "M1", "香蕉", typed="y\n")
    signing("会议", "签到", "M1", "香蕉", "--状态", "请假", code=1)
    signing("会议", "签到", "街道张科", "列席")
    assert recorded(signing) == [("街道张科", "sitting_in", None), ("香蕉", "sitting_in", None)]


def test_english_words_tell_a_state_too(signing: Jinlin) -> None:
    signing("meeting", "attend", "何丽娟", "sick", lang="en")
    signing("meeting", "attend", "郑国梁", "sitting in", lang="en")
    assert recorded(signing) == [("何丽娟", "excused", "sick"), ("郑国梁", "sitting_in", None)]
    told = signing("meeting", "attend", "M1", "banana", lang="en", code=2).err
    assert "unlike a name: banana" in told


def test_attendance_that_changes_after_the_end_is_told(signing: Jinlin) -> None:
    signing("会议", "签到", "何丽娟", "郑国梁")
    signing("会议", "散会", "M1", "--time", "11:50")
    told = signing("会议", "签到", "M1", "何丽娟", "请假").err
    assert "M1已于2026-11-05 11:50散会，出席情况在散会后有改动" in told
    assert "散会后有改动" in signing("会议", "签到", "M1", "郑国梁", "--remove").err
    assert "散会后有改动" in signing("会议", "签到", "M1", "林秀英").err
    signing("会议", "新增", "支委会", "--time", "2026-11-04 9:00", "--end", "10:00")
    assert "改动" not in signing("会议", "签到", "M2", "林秀英").err
