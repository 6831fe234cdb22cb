"""Part four of a report: how bodies were rated, what was put right, what was posted in time."""

from __future__ import annotations

from datetime import UTC, datetime

from harness import Jinlin
from report.records import at, recording


def test_rates_stand_once_an_evaluation_is_closed_and_what_was_not_posted_in_time_stays(
    jinlin: Jinlin,
) -> None:
    def page(*words: str) -> str:
        return "".join(jinlin("report", "monthly", "2026-11", *words).out.split())

    with recording(jinlin.folder, jinlin.now) as records:
        records.meeting(at("11-02"), "friday_council", resolutions=[("修路灯", None, None)])
        records.meeting(at("11-03"), "friday_council", resolutions=[("补花木", None, None)])
    jinlin("notice", "post", "--from", "决议", "--of", "M1", "--place", "大厅")
    jinlin("meeting", "done", "M1-1", "--date", "2026-11-04")
    jinlin("survey", "add", "下半年两评", "--evaluate", "物业,业委会")
    for place in range(12):
        jinlin(
            "survey",
            "answer",
            "W1",
            "满意" if place < 9 else "不满意",
            "满意" if place < 3 else "-",
        )
    assert "评议“下半年两评”正在进行，已收12份。" in page()
    assert "问卷“下半年两评”" not in page()
    jinlin("meeting", "add", "--type", "评议会", "--time", "2026-11-04 19:30")
    for text in ("清运改为每日两次", "公开电梯费"):
        jinlin("meeting", "action", "M3", text, "--about", "W1")
    jinlin("meeting", "done", "A1")
    jinlin("survey", "close", "W1")
    told = "评议“下半年两评”：物业服务企业满意率75.0%（9/12）；业委会满意和基本满意3份（共3份）。"
    assert told in page()
    assert "评议后整改2项，已完成1项。" in page()
    assert "决定公开1件" in page()
    assert "到期未公开" not in page()
    jinlin.now = datetime(2026, 12, 2, 4, tzinfo=UTC)
    assert "到期未公开2件" in page()
    jinlin("notice", "post", "--from", "决议", "--of", "M2", "--place", "大厅")
    jinlin("notice", "post", "--from", "结果", "--of", "M1-1", "--place", "大厅")
    assert told in page("--public")
    assert "到期未公开2件" in page()
    december = "".join(jinlin("report", "monthly", "2026-12").out.split())
    assert "决定公开1件；结果公开1件" in december
    assert "到期未公开" not in december
