"""The registers of resolutions and action items are asked by the same words as every listing."""

from __future__ import annotations

from harness import Jinlin, seeded


@seeded
def two_meetings(held: Jinlin) -> Jinlin:
    """`M1` and `M2`, each with one resolution and one action item; `M1-1` is carried out."""
    held("meeting", "add", "--type", "支委会", "--time", "2026-10-08 19:30", "--place", "党群服务站",
         "--chair", "林秀英", "--recorder", "P2", "--item", "安全检查")  # fmt: skip
    for number, text in (("M1", "换电梯"), ("M2", "查灭火器")):
        held("meeting", "resolve", number, text, "--owner", "陈建国")
        held(
            "meeting", "action", number, f"{text}的准备", "--owner", "陈建国", "--due", "2026-12-01"
        )
    held("meeting", "done", "M1-1")
    return held


def test_registers_are_asked_by_status_and_by_the_day_of_the_meeting(two_meetings: Jinlin) -> None:
    def numbers(register: str, *words: str) -> list[str]:
        rows = two_meetings("meeting", register, *words, "--json").data
        return sorted(row["number"] for row in rows)

    assert numbers("resolutions", "--status", "done") == ["M1-1"]
    assert numbers("resolutions", "--status", "open,done") == ["M1-1", "M2-1"]
    assert numbers("resolutions", "--to", "2026-10-31") == ["M2-1"]
    assert numbers("actions", "--from", "2026-11-01") == ["A1"]
    assert numbers("actions", "--meeting", "M1,M2") == ["A1", "A2"]
    assert numbers("actions", "--text", "电梯", "--text", "灭火器") == []
    assert numbers("list", "--text", "灭火器,没有的") == ["M2"]
    assert two_meetings("meeting", "resolutions", "--status", "没有的", code=2).err
