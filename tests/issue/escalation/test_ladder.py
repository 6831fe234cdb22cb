"""Up the ladder: the Friday agenda, the sheet, the street's call, who arrived, what came of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import docx
import pytest
from calls import call_in
from harness import Jinlin, seeded
from issue.lives import written

from jinlin.core.i18n import Message
from jinlin.documents.fitting import fitted, sheets
from jinlin.documents.measures import Laid
from jinlin.issue.escalation.ladder import last_escalation
from jinlin.issue.escalation.request import Contact, sheet_of
from jinlin.issue.escalation.request_pages import request_page
from jinlin.issue.record.actions import decided
from jinlin.issue.record.life import events
from jinlin.issue.record.queries import find
from jinlin.issue.rules.statuses import Status
from jinlin.store.command.command import writing

ESCALATE = (
    "issue", "escalate", "1", "--to", "街道", "--request", "拆除占用公共场地的棚子",
    "--stuck", "支部没有执法权", "--department", "综合执法，派出所",
    "--wanted-by", "2026-12-01",
)  # fmt: skip


def shown(jinlin: Jinlin, number: str = "1") -> Any:
    return jinlin("issue", "show", number, "--json").data


@seeded
def stuck(jinlin: Jinlin) -> Jinlin:
    """A database with one issue the complex cannot settle."""
    jinlin("building", "add", "5")
    jinlin("household", "add", "5-1-302")
    jinlin("issue", "add", "302陈小妹反映楼下搭棚", "--category", "违章搭建", "--room", "5-1-302",
           "--reporter", "陈小妹", "--reporter-phone", "13800001234", "--against", "永辉超市",
           "--date", "2026-11-02 09:00")  # fmt: skip
    jinlin("issue", "visit", "1", "陈小妹带看，电话13800001234", "--date", "11-03 10:00")
    return jinlin


@seeded
def called(stuck: Jinlin) -> Jinlin:
    """The same after the street called 城管 and 公安, at noon."""
    stuck(*ESCALATE)
    stuck("issue", "call", "1", "--lead", "城管", "--department", "公安")
    return stuck


def test_the_agenda_starts_the_clock_of_its_rung(stuck: Jinlin) -> None:
    put = stuck("issue", "agenda", "1", "请城管说明", "--json").data
    assert (put["level"], put["status"]) == ("friday", "in_progress")
    assert put["raise_on"] == "2026-11-10"  # three working days from today
    stuck("issue", "agenda", "1", code=1)


def test_the_sheet_has_what_the_street_needs_and_never_who_reported(stuck: Jinlin) -> None:
    page = stuck(*ESCALATE, lang="en").out
    for needed in (
        "2026-0001", "梅苑小区", "building 5", "2 November 2026", "永辉超市",
        "3 November 2026",
        "支部没有执法权", "拆除占用公共场地的棚子", "urban management", "police", "1 December 2026", "林秀英",
    ):  # fmt: skip
        assert needed in page
    for hidden in ("陈小妹", "13800001234", "302"):
        assert hidden not in page


def test_the_sheet_shows_all_that_practice_asks_for_and_leaves_the_rest_to_the_pen(
    stuck: Jinlin,
) -> None:
    stuck(*ESCALATE, "--date", "11-05 09:00", "--summary", "302陈小妹说棚子占了通道。\n雨天积水", "--attachments", "3",
          "-o", "上报单.docx")  # fmt: skip
    document = docx.Document(str(stuck.folder / "上报单.docx"))
    texts = [paragraph.text for paragraph in document.paragraphs]
    [table] = document.tables
    box = ["：".join(dict.fromkeys(cell.text for cell in row.cells)) for row in table.rows]
    whole = "\n".join([*texts, *box])
    for needed in (
        "地点：5号楼", "首次反映日期：2026年11月2日", "涉及户数：1户", "雨天积水。", "已做工作：2026年11月3日",
        "存在困难：支部没有执法权。", "请求事项：拆除占用公共场地的棚子。请呼叫城管（牵头）、公安到场。",
        "拟请办结时间：2026年12月1日", "联系人：林秀英", "附件：照片3张",
    ):  # fmt: skip
        assert needed in whole
    assert texts[:2] == ["上报单（报街道）", "金山街道党工委、办事处："]
    assert [row.split("：")[0] for row in box[-2:]] == ["社区意见", "街道意见"]
    assert all(row.height and round(row.height.mm) >= 25 for row in table.rows[-2:])
    for hidden in ("陈小妹", "13800001234", "302"):
        assert hidden not in whole
    stuck("issue", "call", "1", "--lead", "城管", "--department", "公安", "--date", "11-05 10:00")
    stuck("issue", "escalate", "1", "--again", "-o", "再次.html")
    again = (stuck.folder / "再次.html").read_text("utf-8")
    assert "街道呼叫" in again
    assert "2026年11月5日10:00" in again
    assert "雨天积水" in again
    assert "陈小妹" not in again


def test_the_sheet_tells_what_a_meeting_decided_without_its_number(stuck: Jinlin) -> None:
    with written(stuck) as tx:
        decided(tx, find(tx, "1"), text="报街道协调", reference="M12-3")
    page = stuck(*ESCALATE).out
    assert "报街道协调" in page
    assert "M12-3" not in page


@pytest.mark.parametrize("words", [("--attachments", "-1"), ("--attachments", "x")])
def test_attachments_are_counted(stuck: Jinlin, words: tuple[str, str]) -> None:
    before = stuck.db.read_bytes()
    stuck(*ESCALATE, *words, code=2)
    assert stuck.db.read_bytes() == before


def test_the_sheet_cuts_doors_cleanly_and_has_the_contacts_phone(stuck: Jinlin) -> None:
    stuck("member", "edit", "林秀英", "--phone", "13900000009", code=None)
    stuck("issue", "add", "5号楼1单元302室陈小妹说棚子，83324567", "--category", "违章搭建",
          "--room", "5-1-302")  # fmt: skip
    page = stuck("issue", "escalate", "2", "--to", "社区", "--request", "勘查").out
    assert "5号楼1单元某户" in page
    assert "×××" in page
    assert "*****" not in page
    assert "\\*" not in page
    assert "地点：5号楼1单元" in page.splitlines()


def test_the_sheet_can_be_had_as_a_file_and_again(stuck: Jinlin) -> None:
    stuck(*ESCALATE, "-o", "上报单.md")
    first = (stuck.folder / "上报单.md").read_text("utf-8")
    again = stuck("issue", "escalate", "1", "--again", "--json").data
    assert again["markdown"] == first
    assert (again["status"], again["level"]) == ("escalated", "street")
    stuck(*ESCALATE, code=1)


def test_it_goes_from_the_community_to_the_street_but_not_down(stuck: Jinlin) -> None:
    stuck("issue", "escalate", "1", "--to", "社区", "--request", "x")
    stuck("issue", "escalate", "1", "--to", "街道", "--request", "y")
    stuck("issue", "escalate", "1", "--to", "社区", "--request", "x", code=1)
    stuck("issue", "escalate", "1", "--to", "区", "--request", "z")
    assert shown(stuck)["level"] == "district"


def test_the_call_and_the_arrivals_are_recorded_in_rounds(called: Jinlin) -> None:
    assert shown(called)["status"] == "departments_called"
    called.now += timedelta(hours=2)
    arrived = called(
        "issue", "arrive", "1", "--department", "城管局", "--by", "王队", "--result", "责令自拆",
        lang="en",
    )  # fmt: skip
    assert "police" in arrived.err
    assert shown(called)["status"] == "departments_arrived"
    called("issue", "joint", "1", "城管、支部一起复看", "--recheck", "11-20")
    assert shown(called)["due_on"] == "2026-11-20"
    called("issue", "call", "1", "--lead", "police")
    called("issue", "arrive", "1", "--department", "派出所")
    rows = called.sql(
        "SELECT c.id, c.lead, d.department, d.arrived_at, d.who_came FROM street_call AS c"
        " JOIN called_department AS d ON d.call_id = c.id ORDER BY d.id"
    )
    assert rows == [
        (1, "城管", "城管", "2026-11-05T06:00:00Z", "王队"),
        (1, "城管", "公安", None, None),
        (2, "公安", "公安", "2026-11-05T06:00:00Z", None),
    ]


def test_a_call_on_an_earlier_day_and_an_arrival_on_the_same_day(stuck: Jinlin) -> None:
    stuck(*ESCALATE, "--date", "11-04 09:00")
    stuck("issue", "call", "1", "--lead", "城管", "--date", "11-04 15:00")
    stuck("issue", "arrive", "1", "--department", "城管", "--date", "11-04")
    assert stuck.sql("SELECT arrived_at FROM called_department") == [("2026-11-04T07:00:00Z",)]


@pytest.mark.parametrize("when", ["11-04 15:00", "2026-11-04"])
def test_a_call_before_the_escalation_is_refused(stuck: Jinlin, when: str) -> None:
    stuck(*ESCALATE)
    before = stuck.db.read_bytes()
    refused = stuck("issue", "call", "1", "--lead", "城管", "--date", when, lang="en", code=2)
    assert "was escalated, 2026-11-05 12:00" in refused.err
    assert stuck.db.read_bytes() == before
    stuck("issue", "call", "1", "--lead", "城管", "--date", "2026-11-05")
    assert stuck.sql("SELECT called_at FROM street_call") == [("2026-11-05T04:00:00Z",)]


def test_what_the_street_calls_is_before_the_street(stuck: Jinlin) -> None:
    stuck("issue", "escalate", "1", "--to", "社区", "--request", "x")
    assert stuck("issue", "call", "1", "--lead", "城管", "--json").data["level"] == "street"


def test_what_cannot_be_changes_nothing(called: Jinlin) -> None:
    before = called.db.read_bytes()
    for words, code, said in (
        (("arrive", "1", "--department", "消防"), 1, "城管, 公安"),
        (("arrive", "1", "--department", "城管", "--date", "11-05 11:00"), 2, "12:00"),
        (("arrive", "1", "--department", "城管,天文"), 3, "--other"),
        (("score", "1", "--department", "消防", "--score", "4", "--by", "街道"), 1, "城管, 公安"),
        (("call", "1", "--lead", "公安", "--wanted-by", "2026-11-01"), 2, "2026-11-01"),
        (("joint", "1", "x"), 1, "arrive"),
    ):
        error = called("issue", *words, "--json", lang="en", code=code).error
        assert said in f"{error['message']} {error['hint']}", words
        assert called.db.read_bytes() == before, words


def test_nobody_arrives_twice_for_one_call(called: Jinlin) -> None:
    called("issue", "arrive", "1", "--department", "城管")
    called("issue", "arrive", "1", "--department", "城管", code=1)


def test_who_never_came_is_not_scored_and_closing_says_so(called: Jinlin) -> None:
    score = ("issue", "score", "1", "--department", "公安", "--score", "4", "--by", "街道")
    called("issue", "arrive", "1", "--department", "城管")
    called(*score, code=1)
    assert "police" in called("issue", "close", "1", lang="en").err


def test_a_department_that_did_not_come_is_scored_when_its_day_is_over(called: Jinlin) -> None:
    score = ("issue", "score", "1", "--department", "公安", "--score", "1", "--by", "街道")
    called("issue", "arrive", "1", "--department", "城管")
    before = called.db.read_bytes()
    assert "--no-show" in called(*score, code=1, lang="en").err
    assert "may still come" in called(*score, "--no-show", code=1, lang="en").err
    came = ("issue", "score", "1", "--department", "城管", "--score", "1", "--by", "街道")
    assert "already" in called(*came, "--no-show", code=1, lang="en").err
    assert called.db.read_bytes() == before
    called.now += timedelta(days=10)
    said = called(*score, "--未到", "--reason", "三次电话未到")
    assert "公安未到" in said.out
    assert "1分（满分5）" in said.out
    assert "公安；未到；1；三次电话未到" in called("issue", "show", "1", "--json").out
    [police] = [
        one
        for one in called("issue", "trace", "1", "--json").data["calls"]
        if one["department"] == "公安"
    ]
    assert (police["arrived_at"], police["score"], police["scored_by"]) == (None, 1, "street")
    called("issue", "arrive", "1", "--department", "公安")  # late, but it came
    called(*score, "--no-show", code=1)
    called("undo", "--yes")
    called("undo", "--yes")
    assert called.sql("SELECT count(*) FROM called_department WHERE score") == [(0,)]


def test_departments_are_scored_after_the_end_too(called: Jinlin) -> None:
    called("issue", "arrive", "1", "--department", "城管")
    called("issue", "close", "1")
    called("issue", "score", "1", "--department", "城管", "--score", "4", "--by", "街道",
           "--note", "到得快")  # fmt: skip
    scored = called.sql("SELECT score, scored_by, score_note FROM called_department WHERE score")
    assert scored == [(4, "street", "到得快")]


def test_departments_are_known_by_what_people_say(called: Jinlin) -> None:
    before = called.db.read_bytes()
    arrived = "SELECT department FROM called_department WHERE arrived_at"
    for word in ("城管", "综合执法", "城管局", "执法局", "城市管理局"):
        called.db.write_bytes(before)
        called("issue", "arrive", "1", "--department", word)
        assert called.sql(arrived) == [("城管",)], word


def test_a_department_that_is_not_in_the_list_is_taken_when_told_so(stuck: Jinlin) -> None:
    stuck(*ESCALATE)
    stuck("issue", "call", "1", "--lead", "文旅", code=3)
    stuck("issue", "call", "1", "--lead", "文旅", "--other")
    stuck("issue", "arrive", "1", "--department", "文旅", "--other")


def test_it_comes_back_down(called: Jinlin) -> None:
    down = called("issue", "resume", "1", "--reason", "街道转回支部", "--json").data
    assert (down["status"], down["level"]) == ("in_progress", "complex")


def test_a_meeting_writes_its_decision_into_the_life_of_an_issue(one: Jinlin) -> None:
    with writing(call_in(one.folder)) as tx:
        issue = decided(
            tx, find(tx, "1"), text="物业三日内换灯", reference="M12-3",
            to_status=Status.UNDER_CONSULTATION,
        )  # fmt: skip
        issue = decided(tx, issue, text="已换", reference="M13-1", to_status=Status.CLOSED_SOLVED)
        tx.describe(Message("x"), reverse=Message("x"))
        steps = [(step.kind, step.reference, step.to_status) for step in events(tx, issue)]
    assert steps[1:] == [
        ("decided", "M12-3", "under_consultation"),
        ("decided", "M13-1", None),
        ("closed", "M13-1", "closed_solved"),
    ]


def test_a_page_that_cannot_be_written_escalates_nothing(stuck: Jinlin) -> None:
    before = stuck.db.read_bytes()
    stuck(*ESCALATE, "-o", "请求.pdf", code=2)
    (stuck.folder / "请求.md").write_text("x")
    stuck(*ESCALATE, "-o", "请求.md", code=5)
    assert stuck.db.read_bytes() == before


def test_what_was_called_already_is_corrected_not_called_again(called: Jinlin) -> None:
    called.now += timedelta(hours=1)
    again = ("issue", "call", "1", "--lead", "城管", "--department", "公安")
    refused = called(*again, "--json", lang="en", code=1).error
    assert "12:00" in refused["message"]
    assert "--date" in refused["hint"]
    called(*again, "--date", "11-05 12:20")
    assert called.sql("SELECT called_at FROM street_call") == [("2026-11-05T04:20:00Z",)]
    assert called.sql("SELECT at FROM issue_event WHERE kind = 'called'") == [
        ("2026-11-05T04:20:00Z",)
    ]
    called("undo", "--yes")
    assert called.sql("SELECT count(*) FROM street_call") == [(1,)]


def test_what_happened_earlier_is_typed_in_the_evening(stuck: Jinlin) -> None:
    stuck("issue", "consult", "1", "和超市谈", "--date", "11-03 15:00")
    stuck("issue", "note", "1", "来电催问", "--date", "11-03 16:00")
    stuck("issue", "agenda", "1", "--date", "11-04 09:00")
    stuck(*ESCALATE, "--date", "11-04 17:00")
    steps = stuck("issue", "trace", "1", "--json").data["steps"]
    assert [(step["kind"], step["at"][5:16]) for step in steps[2:]] == [
        ("consulted", "11-03T15:00"), ("noted", "11-03T16:00"), ("agenda", "11-04T09:00"),
        ("escalated", "11-04T17:00"),
    ]  # fmt: skip
    assert shown(stuck)["raise_on"] == "2026-11-09"  # three working days from the escalation
    assert "2026年11月4日" in stuck("issue", "escalate", "1", "--again").out


def test_no_step_is_in_the_future_or_before_the_report(stuck: Jinlin) -> None:
    before = stuck.db.read_bytes()
    for moment in (
        "2026-11-06",
        "2026-11-01",
        "改天",
    ):
        for words in (("agenda", "1"), ("note", "1", "x"), ("consult", "1", "x")):
            stuck("issue", *words, "--date", moment, code=2)
        stuck(*ESCALATE, "--date", moment, code=2)
        assert stuck.db.read_bytes() == before, moment


def test_a_corrected_call_takes_the_wanted_day_and_the_note_along(called: Jinlin) -> None:
    called("issue", "call", "1", "--lead", "公安", "--department", "城管", "--date", "11-05 11:30",
           "--wanted-by", "2026-11-09", "--note", "带上测距仪", code=None)  # fmt: skip
    called.now += timedelta(hours=1)
    called("issue", "call", "1", "--lead", "城管", "--department", "公安", "--date", "11-05 12:20",
           "--wanted-by", "2026-11-10", "--note", "改到周二")  # fmt: skip
    kept = called.sql("SELECT called_at, wanted_by, note FROM street_call")
    assert kept == [("2026-11-05T04:20:00Z", "2026-11-10", "改到周二")]


def test_no_day_that_is_over_is_wanted(stuck: Jinlin) -> None:
    before = stuck.db.read_bytes()
    late = [word if word != "2026-12-01" else "2026-11-01" for word in ESCALATE]
    assert "--wanted-by" in stuck(*late, "--json", lang="en", code=2).error["hint"]
    assert stuck.db.read_bytes() == before


def test_what_is_looked_at_again_is_not_on_a_day_that_is_over(called: Jinlin) -> None:
    called("issue", "arrive", "1", "--department", "城管")
    refused = called("issue", "joint", "1", "拆了一半", "--recheck", "2026-11-01", "--json", code=2)
    assert "--复查日期" in refused.error["hint"]
    called("issue", "joint", "1", "拆了一半", "--recheck", "2026-11-20")
    assert shown(called)["due_on"] == "2026-11-20"


def test_on_a_terminal_what_the_street_needs_is_asked_for(stuck: Jinlin) -> None:
    typed = "棚子占了消防通道\n已上门劝导3次\n\n12-01\n"
    stuck("issue", "escalate", "1", "--to", "街道", "--request", "请到场查处", typed=typed)
    assert stuck.sql("SELECT summary, work_done, stuck, wanted_by FROM escalation") == [
        ("棚子占了消防通道", "已上门劝导3次", None, "2026-12-01")
    ]


def test_elsewhere_the_sheet_leaves_it_to_the_pen_and_says_so(stuck: Jinlin) -> None:
    told = stuck(
        "issue", "escalate", "1", "--to", "街道", "--request", "请到场查处", "--stuck", "无执法权"
    )
    assert "上报单上留空待填：情况、拟请办结时间。" in told.err
    assert "留空" not in stuck("issue", "escalate", "1", "--again").err


def test_the_sheet_is_one_sheet_whatever_is_told_and_keeps_the_phone(stuck: Jinlin) -> None:
    told = (
        "棚子占了消防通道，雨天积水，行人绕行机动车道，多次劝导无效，物业和支部都没有执法权。" * 4
    )
    stuck("issue", "escalate", "1", "--to", "街道", "--request", told, "--summary", told,
          "--work-done", told, "--stuck", told, "--phone", "0591-83324567")  # fmt: skip
    with written(stuck) as reader:
        issue = find(reader, "1")
        asked = last_escalation(reader, issue)
        assert asked is not None
        page = request_page(sheet_of(reader, issue, asked, Contact(None, asked.contact_phone)))
    assert sheets(Laid(page, fitted([page]))) == 1
    again = stuck("issue", "escalate", "1", "--again").out
    assert "0591-83324567" in again
    assert "已做工作：棚子占了消防通道" in again
