"""Questionnaires in today, reports, notices, handover and the gates of works."""

from __future__ import annotations

from datetime import UTC, datetime

from harness import Jinlin, seeded


@seeded
def closing(jinlin: Jinlin) -> Jinlin:
    """A survey about works, answered by ten of eleven homes."""
    jinlin("building", "add", "2", "--stilt-floor")
    rooms = [f"2-{floor}0{side}" for floor in range(1, 6) for side in (1, 2)]
    for room in (*rooms, "2-601"):
        jinlin("household", "add", room)
    jinlin("project", "add", "2号楼架空层改造", "--kind", "架空层", "--building", "2")
    jinlin("survey", "add", "架空层意向", "-q", "同意改造吗=意向", "-q", "想放什么=文字",
           "--about", "G1", "--until", "2026-11-07", "--purpose", "定方案")  # fmt: skip
    for place, room in enumerate(rooms):
        jinlin("survey", "answer", room, "不同意" if place < 4 else "同意", "书架")
    return jinlin


def test_an_answer_about_works_opens_their_first_gate(closing: Jinlin) -> None:
    closing("project", "note", "问了一圈", "--by", "林秀英")
    assert closing("project", "show", "--json").data["blockers"] == []
    closing("project", "add", "长者食堂", "--kind", "食堂", "--about", "W1", "--building", "2")
    reasons = [one["reason"] for one in closing("project", "show", "G2", "--json").data["blockers"]]
    assert not any("入户听取意见" in one for one in reasons)


def test_it_is_told_in_today_the_report_the_notice_and_the_handover(closing: Jinlin) -> None:
    assert closing("today", "--json").data["surveys_closing"]["total"] == 1
    assert "问卷“架空层意向”应答10/11户（90.9%）。" in closing("report", "monthly", "2026-11").out
    posted = closing("notice", "post", "--from", "问卷", "--of", "W1", "--place", "大厅").out
    shown = closing("notice", "show", "N1").out
    assert "N1" in posted
    for said in ("11户征集意见，收回10份（90.9%）", "同意改造吗", "60.0%", "不是业主表决"):
        assert said in shown
    assert "书架" not in shown
    closing("survey", "close")
    assert "架空层意向（W1）" in closing("db", "handover", "-o", "移交.md").err + (
        closing.folder / "移交.md"
    ).read_text("utf-8")
    closing.now = datetime(2027, 12, 1, 4, 0, tzinfo=UTC)
    assert closing("today", "--json").data["surveys_to_delete"]["total"] == 1


def test_what_a_home_answered_goes_with_whoever_lived_there_alone(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3")
    jinlin("household", "add", "3-1-101", "--owner", "欧阳美华")
    jinlin("household", "add", "3-1-102", "--owner", "司徒乙")
    jinlin("household", "occupant", "3-1-102", "李雷")
    jinlin("survey", "add", "居民需求", "-q", "还缺什么=文字")
    jinlin("survey", "answer", "3-1-101", "缺个钟")
    jinlin("survey", "answer", "3-1-101", "腿疼")
    jinlin("survey", "answer", "3-1-102", "缺座椅")
    told = jinlin("member", "forget", "欧阳美华", "--yes", "--json").data
    assert (told["own"]["survey_paper"], told["shared"]) == (2, {})
    kept = jinlin.db.read_bytes()
    assert [word.encode() in kept for word in ("缺个钟", "腿疼", "缺座椅")] == [False, False, True]
    counted = jinlin("survey", "tally", "--json").data
    assert (counted["answered"], counted["sheets"]) == (2, 1)
    told = jinlin("member", "forget", "司徒乙", "--yes", "--json").data
    assert told["shared"] == {"survey_paper": 1}
    assert "缺座椅".encode() in jinlin.db.read_bytes()
    assert jinlin("db", "check").code == 0
