"""The full edition, the public one, filed reports, the workbook, the issues behind a figure."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import docx
import openpyxl
import pytest
from harness import Jinlin, seeded
from report.october import october
from report.records import at, recording
from store.meddling import meddle

from jinlin.report.figures.full import ageing


def monthly(jinlin: Jinlin, *words: str, **how: Any) -> Any:
    return jinlin("report", "monthly", "2026-10", *words, **how)


@seeded
def called(jinlin: Jinlin) -> Jinlin:
    """October, with a street's call and an issue of September before."""
    with recording(jinlin.folder, jinlin.now) as records:
        october(records)
        tx = records.tx
        tx.insert(
            "escalation", issue_id=5, level="street", escalated_at=at("10-11"), request="请来看"
        )
        call = tx.insert("street_call", issue_id=5, called_at=at("10-12"), lead="城管")
        for department, arrived in (("城管", at("10-12 15:00")), ("公安", None)):
            tx.insert("called_department", call_id=call, department=department, arrived_at=arrived)
    return jinlin


def test_the_street_s_calls_are_told(called: Jinlin) -> None:
    assert "提请街道呼叫1件，街道呼叫1件，部门报到1次。" in "".join(monthly(called).out.split("\n"))
    assert monthly(called, "--json").data["calls"] == {"asked": 1, "called": 1, "arrivals": 1}


def test_the_full_edition_adds_up_with_the_page(called: Jinlin) -> None:
    data = monthly(called, "--full", "--json").data
    for name in ("carried_over", "received", "closed", "open", "overdue"):
        for parts in ("by_category", "by_steward"):
            assert sum(part[name] for part in data[parts]) == data["issues"][name], (name, parts)
    assert data["trend"][-1]["received"] == data["issues"]["received"]
    assert [row["period"] for row in data["trend"]] == ["2026-09", "2026-10"]
    assert data["trend"][0]["open"] == data["issues"]["carried_over"]
    assert data["departments"][0] == {
        "name": "公安",
        "called": 1,
        "arrived": 0,
        "hours": None,
        "days": None,
    } or (data["departments"][0]["name"] == "城管")


def test_the_full_edition_says_first_what_matters(called: Jinlin) -> None:
    page = monthly(called, "--full").out
    detail = page[page.index("详细情况") :]
    assert "受理3件" in detail
    assert "超期1件，最久的是2026-0002，已超期30日。" in detail
    assert "公安被呼叫1次，尚未报到。" in detail
    assert "█" in detail


def test_every_form_of_the_full_edition_is_written(called: Jinlin) -> None:
    for ending in ("docx", "html", "md", "txt", "json", "xlsx"):
        monthly(called, "--full", "-o", f"报.{ending}")
    page = (called.folder / "报.html").read_text("utf-8")
    assert page.count("<svg") == page.count('role="img" aria-label=') >= 3
    document = docx.Document(str(called.folder / "报.docx"))
    charts = [part for part in document.part.package.iter_parts() if "/charts/" in part.partname]
    assert len(charts) == page.count("<svg")
    book = openpyxl.load_workbook(called.folder / "报.xlsx")
    drawn = {sheet.title: len(sheet._charts) for sheet in book if sheet._charts}
    assert set(drawn.values()) == {1}
    assert "受理、办结和在办（件）" in drawn
    sheet: Any = book["受理、办结和在办（件）"]
    assert [cell.value for cell in sheet[3]] == ["10月", 3, 3, 2]


def test_a_sheet_of_figures_says_what_the_page_says(called: Jinlin) -> None:
    monthly(called, "-o", "报.xlsx")
    data = monthly(called, "--json").data
    sheet: Any = openpyxl.load_workbook(called.folder / "报.xlsx").worksheets[0]
    figures = dict(sheet.iter_rows(min_row=2, values_only=True))
    assert figures["受理"] == data["issues"]["received"]
    assert figures["在办"] == data["issues"]["open"]
    assert figures["部门报到（次）"] == 1


def test_an_idle_month_has_a_full_edition_too(jinlin: Jinlin) -> None:
    assert "没有记录" in monthly(jinlin, "--full").out
    monthly(jinlin, "--full", "-o", "报.xlsx")


@pytest.mark.parametrize(
    ("ages", "bins"),
    [
        ((), ((0, 0), (0, 0), (0, 0), (0, 0))),
        (((7, False), (8, True)), ((1, 0), (0, 1), (0, 0), (0, 0))),
        (((30, True), (31, False), (90, True), (91, True)), ((0, 0), (0, 1), (1, 1), (0, 1))),
    ],
)
def test_open_issues_are_told_apart_by_their_age(ages: Any, bins: Any) -> None:
    assert ageing(ages) == bins


def test_the_public_edition_has_no_party_matters_and_no_names(called: Jinlin) -> None:
    page = monthly(called, "--public").out
    for word in ("林秀英", "陈建国", "主题党日", "党员", "协调事项", "责任人", "2026-0002"):
        assert word not in page, word
    assert "监督电话" in page
    assert "一、群众诉求办理" in "".join(page.split())
    data = monthly(called, "--public", "--json").data
    assert data["open_issues"] == []
    assert data["members"]["report_ins"] == 0


def test_small_categories_are_counted_among_the_others_in_public(called: Jinlin) -> None:
    inside, outside = (monthly(called, *words, "--json").data for words in ((), ("--public",)))
    assert outside["issues"] == inside["issues"] | {"to_coordinate": 0}
    kept = [row for row in outside["categories"] if row["category"] != "other"]
    assert all(row["carried_over"] + row["received"] + row["reopened"] >= 3 for row in kept)


def test_editions_that_do_not_go_together_are_refused(called: Jinlin) -> None:
    for words in (
        ("--public", "--full"),
        ("--public", "--final"),
        ("--reason", "x"),
        ("--figure", "在办", "--final"),
        ("--figure", "在办", "--public"),
        ("--figure", "在办", "--full"),
    ):
        monthly(called, *words, code=2)


def test_a_filed_report_is_kept_and_says_what_has_changed_since(called: Jinlin) -> None:
    assert "已定稿，签发人林秀英" in monthly(called, "--final").err
    assert "此后数据没有变化" in monthly(called).err
    with recording(called.folder, called.now) as records:
        records.issues = 100
        records.issue(at("10-20"))
    told = monthly(called).err
    assert "受理 3 → 4" in told
    assert "设施 受理 " in told
    assert "--定稿 --原因" in told
    assert monthly(called, "--final", code=2).err.count("须写明原因") == 1
    page = monthly(called, "--final", "--reason", "补录一件").out
    assert "第1次更正" in page
    assert "第1次更正" in monthly(called).out
    rows = called("report", "list", "--json").data
    assert [(row["period"], row["revision"], row["reason"]) for row in rows] == [
        ("2026-10", 1, "补录一件"), ("2026-10", None, None),
    ]  # fmt: skip
    assert all(row["whole"] for row in rows)


def test_what_is_disclosed_and_answered_later_is_no_correction(called: Jinlin) -> None:
    called("branch", "fund", "income", "--amount", "500", "--purse", "党费", "--from", "社区党委",
           "--for", "拨付", "--date", "2026-10-10", "--by", "林秀英", "--yes")  # fmt: skip
    monthly(called, "--final")
    called("branch", "fund", "disclose", "--from", "2026-10-01", "--to", "2026-10-31",
           "--place", "公告栏", "--yes")  # fmt: skip
    assert "收支已公开" in "".join(monthly(called).out.split())
    assert "没有变化" in monthly(called).err


def test_a_change_that_has_no_name_is_told_by_its_number(called: Jinlin) -> None:
    monthly(called, "--final")
    called("meeting", "remove", "M5", "--yes")
    assert "此后有变化：数据3项。" in monthly(called).err


def test_nothing_is_filed_twice_without_a_change(called: Jinlin) -> None:
    assert "还没有定稿" in monthly(called, "--final", "--reason", "x", code=2).err
    monthly(called, "--final")
    assert "没有变化" in monthly(called, "--final", code=1).err
    assert "没有变化" in monthly(called, "--final", "--reason", "x", code=1).err
    assert len(called("report", "list", "--json").data) == 1


def test_a_report_that_cannot_be_written_is_not_filed(called: Jinlin) -> None:
    (called.folder / "报.docx").write_text("mine")
    monthly(called, "--final", "-o", "报.docx", code=5)
    monthly(called, "--final", "-o", "没有/报.docx", code=5)
    monthly(called, "--final", "--dry-run")
    assert called("report", "list", "--json").data == []


def test_filing_is_taken_back_like_anything_else(called: Jinlin) -> None:
    monthly(called, "--final")
    called("undo", "--yes")
    assert called("report", "list", "--json").data == []
    called("redo", "--yes")
    assert len(called("report", "list", "--json").data) == 1


def test_figures_that_were_tampered_with_are_noticed(called: Jinlin) -> None:
    monthly(called, "--final")
    meddle(called, "UPDATE filed_report SET figures = replace(figures, '3', '4')")
    assert called("report", "list", "--json").data[0]["whole"] is False
    assert "不符" in monthly(called).err


def test_what_is_filed_names_nobody(called: Jinlin) -> None:
    monthly(called, "--final")
    [(figures,)] = called.sql("SELECT figures FROM filed_report")
    assert not [name for name in ("林秀英", "陈建国", "李红", "走访") if name in figures]
    assert json.loads(figures)["issues.received"] == 3


def test_a_figure_opens_to_as_many_issues_as_it_counts(called: Jinlin) -> None:
    data = monthly(called, "--json").data["issues"]
    counted = {**data, **data["satisfaction"], "due": data["on_time"]["denominator"]}
    for figure in (
        "carried_over", "received", "closed", "closed_solved", "closed_unsolved", "declined",
        "open", "overdue", "due", "reopened", "merged", "satisfied",
    ):  # fmt: skip
        opened = monthly(called, "--figure", figure, "--json").data
        assert len(opened) == counted[figure], figure


def test_a_figure_is_called_as_it_is_printed(called: Jinlin) -> None:
    assert "2026-0002" in monthly(called, "--figure", "超期").out
    assert "超期" in monthly(called, "--figure", "天气", code=3).err
    monthly(called, "--figure", "超期", "-o", "超期.xlsx")


def test_an_empty_database_has_nothing_behind_its_figures(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    assert "没有。" in monthly(jinlin, "--figure", "open").out


def test_other_periods_speak_of_themselves(called: Jinlin) -> None:
    for verb, words, title, word in (
        ("quarterly", "2026-Q4", "2026年第四季度工作报告", "本季度受理"),
        ("yearly", "2026", "2026年工作情况统计", "本年受理"),
        ("weekly", "2026-10-08", "2026年第41周工作周报", "本周受理"),
    ):
        page = "".join(called("report", verb, words).out.split())
        assert title in page
        assert word in page
        assert "本月" not in page
        assert "上月" not in page


def test_months_add_up_to_the_year(called: Jinlin) -> None:
    called.now = datetime(2027, 1, 5, tzinfo=UTC)
    year = called("report", "yearly", "2026", "--json").data["issues"]
    months = [
        called("report", "monthly", f"2026-{month:02}", "--json").data["issues"]
        for month in range(1, 13)
    ]
    for name in ("received", "closed_solved", "closed_unsolved", "declined", "reopened"):
        assert sum(month[name] for month in months) == year[name]
    assert months[-1]["open"] == year["open"]


def test_what_was_due_and_not_held_is_told(called: Jinlin) -> None:
    called.now = datetime(2026, 12, 5, 4, tzinfo=UTC)
    missed = called("report", "monthly", "2026-11", "--json").data["meetings"]["missed"]
    november = {"from": "2026-11-01", "to": "2026-11-30"}
    assert {"type": "party_day", "missing": 1, "spans": [november]} in missed
    assert "应开未开：" in called("report", "monthly", "2026-11").out
    assert called("report", "monthly", "2026-12", "--json").data["meetings"]["missed"] == []


def test_what_was_posted_and_asked_is_told(called: Jinlin) -> None:
    called("notice", "post", "停水", "--type", "通知", "--text", "明天停水", "--for", "全体居民",
           "--place", "大厅")  # fmt: skip
    called("notice", "ask", "食堂何时开", "--by", "王小明")
    called("notice", "answer", "Q1", "年底")
    data = called("report", "monthly", "2026-11", "--json").data["disclosure"]
    assert data == {
        "posted": 1, "objections": 0, "answered": 0, "questions": 1, "replied": 1, "in_time": 1,
        "decisions": 0, "results": 0, "unposted": 0,
    }  # fmt: skip
    page = "".join(called("report", "monthly", "2026-11").out.split())
    assert "发布公示、公告等1件；居民提问1条，已答复。" in page


def test_a_project_is_told_with_its_papers_apart(called: Jinlin) -> None:
    for floor in range(1, 5):
        called("household", "add", f"3-1-{floor}01", "--floor", str(floor), "--area", "80")
    called("elevator", "add", "3-1", "--kind", "更换")
    called("elevator", "consult", "3-1-401", "同意", "--by", "林秀英,陈国强")
    [project] = called("report", "monthly", "2026-11", "--json").data["elevator_projects"]
    assert (project["asked"], project["agree"], project["unheard"]) == (4, 1, 3)
    page = "".join(called("report", "monthly", "2026-11").out.split())
    assert (
        "3号楼1单元更换电梯项目，截至11月5日正在摸底；征求意见应征求4户，同意1户、未表态或未联系上3户。"
        in page
    )
    posted = "".join(called("report", "monthly", "2026-11", "--public").out.split())
    assert "3号楼1单元更换电梯项目，截至11月5日正在摸底。" in posted
    for word in ("征求意见", "不同意", "已签"):
        assert word not in posted, word


def test_what_somebody_is_to_do_next_is_announced(called: Jinlin) -> None:
    called("meeting", "action", "M1", "测量井道", "--owner", "林秀英", "--due", "2026-11-18")
    data = called("report", "monthly", "2026-10", "--json").data
    assert [(row["text"], row["due_on"]) for row in data["actions_due"]] == [
        ("测量井道", "2026-11-18")
    ]
    page = "".join(called("report", "monthly", "2026-10").out.split())
    assert "11月18日前完成：测量井道" in page


def test_a_rehearsal_writes_no_paper(called: Jinlin) -> None:
    told = monthly(called, "--final", "--dry-run", "-o", "报.docx").err
    assert "报.docx" in told
    assert not list(called.folder.glob("*报*"))


def test_who_arrives_later_changes_no_earlier_month(called: Jinlin) -> None:
    before = monthly(called, "--full", "--json").data["departments"]
    with recording(called.folder, called.now) as records:
        records.tx.write(
            "UPDATE called_department SET arrived_at = ? WHERE arrived_at IS NULL", (at("11-04"),)
        )
    assert monthly(called, "--full", "--json").data["departments"] == before


def test_the_full_edition_tells_what_was_due_decided_and_paid(called: Jinlin) -> None:
    called("meeting", "action", "M1", "测量井道", "--owner", "林秀英", "--due", "2026-10-18")
    data = monthly(called, "--full", "--json").data
    duties = {row["type"]: row for row in data["meeting_duties"]}
    assert duties["party_day"]["needed"] == 1
    assert duties["general_meeting"]["held"] == 0
    assert data["actions_progress"] == {"open": 1, "late": 1, "done": 0}
    assert data["resolutions_progress"]["open"] == 1
    assert data["elevator_money"] == []
    page = monthly(called, "--full").out
    assert "会议：应开和已开" in page
    assert "未完成待办1项，其中逾期1项" in page


def test_a_month_of_party_meetings_alone_is_not_called_empty_in_public(jinlin: Jinlin) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        records.meeting(at("10-15"), "party_day")
    page = monthly(jinlin, "--public").out
    assert "没有数据可以上报" not in page
    assert "主题党日" not in page
    assert "监督电话" in page
