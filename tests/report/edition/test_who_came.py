"""Part one of a report: who came to the Party's meetings, who served, who was elected."""

from __future__ import annotations

from harness import Jinlin, seeded
from report.records import at, recording


@seeded
def november(jinlin: Jinlin) -> Jinlin:
    """A committee of three that met twice, and one who reported in and served twice."""
    with recording(jinlin.folder, jinlin.now) as records:
        for day, state in (("11-02", "excused"), ("11-04", "late")):
            meeting = records.meeting(at(day))
            for name, came in (("林秀英", "present"), ("何丽娟", state), ("许文澜", "present"),
                               ("陈月娥", "sitting_in")):  # fmt: skip
                records.tx.insert("attendance", meeting_id=meeting, name=name, state=came)
        records.meeting(at("11-03"), "party_day")
    jinlin("member", "add", "王海涛", "--affiliation", "report-in", "--reported", "2026-09-01")
    for what, minutes in (("消防检查", "90"), ("义诊", "120")):
        jinlin("member", "report-in", "done", "王海涛", what, "--minutes", minutes)
    return jinlin


def page(jinlin: Jinlin, *words: str) -> str:
    return "".join(jinlin("report", "monthly", "11", *words).out.split())


def test_of_the_party_s_meetings_it_is_told_who_came(november: Jinlin) -> None:
    assert "支部委员会会议2次（应到6人次，实到5人次）、主题党日1次。" in page(november)
    rows = november("report", "monthly", "11", "--json").data["meetings"]["by_type"]
    assert {row["type"]: (row["expected"], row["present"]) for row in rows} == {
        "committee_meeting": (6, 5), "party_day": (None, None),
    }  # fmt: skip


def test_the_services_of_those_who_reported_in_are_told(november: Jinlin) -> None:
    assert "报到党员累计1人；参加服务1人、2人次、3小时30分钟。" in page(november)
    assert "参加服务" not in page(november, "--public")


def test_employers_letters_are_told_in_the_period_of_their_coming(november: Jinlin) -> None:
    ask = ("member", "opinion", "add", "王海涛", "--from", "市财政局", "--cause")
    for cause, day in (("评优评先", "10-30"), ("晋职晋级", "11-02"), ("其他", "11-03")):
        november(*ask, cause, "--date", day)
    told = "参加服务1人、2人次、3小时30分钟；征求意见来函2件，已复0件。"
    assert told in page(november)
    november("meeting", "add", "支部党员大会", "2026-11-05 10:00")
    for letter in ("Y1", "Y2"):
        november("member", "opinion", "reply", letter, "--text", "工作认真", "--meeting", "M4")
    assert "征求意见来函2件，已复1件；答复此前来函1件。" in page(november)
    assert "征求意见来函" not in page(november, "--public")
    year = "".join(november("report", "yearly").out.split())
    assert "参加服务1人、2人次、3小时30分钟；征求意见来函3件，已复2件。" in year


def test_who_came_and_served_is_no_correction_of_a_report(november: Jinlin) -> None:
    november("report", "monthly", "11", "--final")
    november("member", "report-in", "done", "王海涛", "巡逻", "--minutes", "30")
    november("meeting", "attend", "M1", "陈国平")
    assert "没有变化" in november("report", "monthly", "11").err


def test_whom_a_meeting_elected_is_named(jinlin: Jinlin) -> None:
    names = ("林秀英", "何丽娟", "许文澜", "周慧敏")
    for name in names[1:]:
        jinlin("member", "add", name, "--party-state", "full", "--full-on", "2020-07-01")
    jinlin(
        "meeting",
        "add",
        "--type",
        "支部党员大会",
        "--time",
        "2026-11-04 19:30",
        "--item",
        "补选青年委员",
    )
    jinlin("meeting", "attend", "M1", *names)
    jinlin("meeting", "elect", "M1", "1", "周慧敏=4", "--handed-out", "4", "--collected", "4")
    jinlin("meeting", "resolve", "M1", "周慧敏同志当选为青年委员", "--item", "1")
    assert "周慧敏同志当选为青年委员" in page(jinlin)
