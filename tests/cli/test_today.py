"""`jinlin today`, and what a bare `jinlin` prints."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from harness import NOON, Jinlin, seeded

from jinlin.core.text import width


def add(jinlin: Jinlin, title: str, *words: str) -> None:
    category = () if "--category" in words else ("--category", "公共照明")
    jinlin("issue", "add", title, *category, *words)


def counts(jinlin: Jinlin) -> dict[str, int]:
    data = jinlin("today", "--json").data
    parts = {key: part for key, part in data.items() if isinstance(part, dict)}
    return {key: part["total"] for key, part in parts.items() if part["total"]}


def test_nobody_who_acts_in_no_post_is_named_on_the_page(jinlin: Jinlin) -> None:
    jinlin("member", "add", "李华")
    add(jinlin, "李华家漏水，林秀英去看，电话13912345678")
    said = jinlin("today", "--json").data
    for title in (said["unassigned"]["first"][0]["text"], said["checklist"][0]["title"]):
        assert title == "李**家漏水，林秀英去看，电话139****5678"
    assert "李**家漏水，林秀英去看，" in jinlin("today").out


def numbers(jinlin: Jinlin, key: str) -> list[str]:
    return [entry["number"][-1] for entry in jinlin("today", "--json").data[key]["first"]]


@seeded
def busy(jinlin: Jinlin) -> Jinlin:
    """A day with one of everything, Thursday, 5 November."""
    jinlin("member", "add", "李华")
    add(jinlin, "超期的", "--date", "2026-10-01", "--assign", "李华")
    add(jinlin, "今天到期", "--due", "2026-11-05", "--assign", "李华")
    add(jinlin, "没人管", "--due", "2026-12-30")
    add(jinlin, "等部门", "--due", "2026-12-30", "--assign", "李华")
    jinlin("issue", "escalate", "4", "--to", "街道", "--request", "请执法")
    jinlin("issue", "call", "4", "--lead", "城管")
    add(jinlin, "催过的", "--due", "2026-12-30", "--assign", "李华")
    jinlin("issue", "urge", "5", "又来电话")
    add(jinlin, "办完要问", "--date", "2026-10-20")
    jinlin("issue", "close", "6", "--result", "好", "--date", "2026-10-25")
    add(jinlin, "暂缓的", "--due", "2026-12-30", "--assign", "李华")
    jinlin("issue", "defer", "7", "--until", "2026-11-06", "--reason", "等货")
    jinlin("meeting", "add", "支委会", "--type", "committee-meeting", "--time", "2026-11-05T19:30")
    return jinlin


def test_one_of_everything(busy: Jinlin) -> None:
    assert counts(busy) == {
        "meetings": 1, "overdue": 1, "due_soon": 1, "unanswered": 1, "to_raise": 1,
        "unassigned": 1, "no_arrival": 1, "urged": 1, "to_ask": 1, "gatherings": 1,
    }  # fmt: skip
    kinds = ("overdue", "due_soon", "unassigned", "no_arrival", "urged", "to_ask")
    assert [numbers(busy, key) for key in kinds] == [["1"], ["2"], ["3"], ["4"], ["5"], ["6"]]


def test_the_clock_of_a_rung_runs_out_and_runs_again_on_the_next(jinlin: Jinlin) -> None:
    add(jinlin, "灯坏", "--due", "2026-12-30")
    jinlin("issue", "visit", "1", "看过了，等配件")
    assert counts(jinlin) == {}
    jinlin.now = NOON + timedelta(days=10)
    assert counts(jinlin) == {"to_raise": 1}
    assert len(jinlin("issue", "list", "--to-raise", "--json").data) == 1
    jinlin("issue", "agenda", "1")
    assert counts(jinlin) == {}
    jinlin.now += timedelta(days=10)
    assert numbers(jinlin, "to_raise") == ["1"]
    jinlin("issue", "escalate", "1", "--to", "区", "--request", "请协调")
    jinlin.now += timedelta(days=60)
    assert "to_raise" not in counts(jinlin)


def test_nobody_was_there_in_time_until_somebody_is(jinlin: Jinlin) -> None:
    add(jinlin, "灯坏", "--due", "2026-12-30", "--urgency", "critical")
    assert "unanswered" not in counts(jinlin)
    jinlin.now = NOON + timedelta(days=1)
    assert numbers(jinlin, "unanswered") == ["1"]
    assert len(jinlin("issue", "list", "--unanswered", "--json").data) == 1
    jinlin("issue", "visit", "1", "看过了，等配件")
    assert counts(jinlin) == {}
    assert jinlin("issue", "list", "--unanswered", "--json").data == []


def test_an_issue_that_several_departments_were_called_for_stands_there_once(
    busy: Jinlin,
) -> None:
    busy("issue", "call", "4", "--lead", "消防")
    said = busy("today", "--json").data
    assert said["no_arrival"]["total"] == 2
    assert [item["who"] for item in said["checklist"] if item["subject"][-1] == "4"] == ["城管"]
    assert len(said["checklist"]) == said["checklist_total"] == 6


def test_what_was_deferred_is_there_on_its_day(busy: Jinlin) -> None:
    busy.now = NOON + timedelta(days=1)
    assert numbers(busy, "deferred_back") == ["7"]


def test_what_is_done_is_gone(busy: Jinlin) -> None:
    arrived = busy("today", "--json").data["no_arrival"]["next"].split()
    busy("issue", "close", "1", "--result", "好")
    busy("issue", "note", "5", "已经去看了")
    busy("issue", "rate", "6", "满意")
    busy(*arrived[1:])
    assert set(counts(busy)) == {"meetings", "due_soon", "unassigned", "gatherings"}


def test_each_kind_says_what_to_type_and_that_can_be_typed(busy: Jinlin) -> None:
    data = busy("today", "--json").data
    for part in data.values():
        if isinstance(part, dict) and part["total"]:
            rehearse(busy, part["next"])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_line_of_the_checklist_can_be_typed(busy: Jinlin, lang: str) -> None:
    items = busy("today", "--json", lang=lang).data["checklist"]
    assert [(item["subject"][-1], item["reason"]) for item in items] == [
        ("1", "to_raise"), ("4", "no_arrival"), ("2", "due_soon"), ("5", "urged"),
        ("3", "unassigned"), ("6", "to_ask"),
    ]  # fmt: skip
    for item in items:
        rehearse(busy, item["line"])


def rehearse(jinlin: Jinlin, line: str) -> None:
    for name in ("NAME", "姓名", "谁"):
        line = line.replace(name, "李华")
    words = line.replace("…", "已修好" if {"办结", "close"} & set(line.split()) else "李华").split()
    assert words[0] == "jinlin"
    jinlin(*words[1:], "--dry-run")


def test_only_the_first_few_are_named(jinlin: Jinlin) -> None:
    for number in range(8):
        add(jinlin, f"第{number}件", "--date", "2026-10-01")
    said = jinlin("today", "--json").data
    assert (said["overdue"]["total"], len(said["overdue"]["first"])) == (8, 5)
    assert (len(said["checklist"]), said["checklist_total"]) == (7, 8)
    assert len(jinlin("today", "--all", "--json").data["checklist"]) == 8
    assert "1 more: jinlin today --all" in (page := jinlin("today", lang="en").out)
    assert ("第6件" in page, "第7件" in page) == (True, False)
    assert "第7件" in jinlin("today", "--all").out


def test_visits_and_terms_come_from_their_registers(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3", "--floors", "6")
    jinlin("household", "add", "3-1-502")
    jinlin("household", "visit", "3-1-502", "--result", "好", "--date", "2026-10-01",
           "--next", "2026-11-01")  # fmt: skip
    data = jinlin("today", "--json").data
    assert [entry["text"] for entry in data["visits"]["first"]] == ["3-1-502"]
    assert data["visits"]["first"][0]["day"] == "2026-11-01"


def test_meetings_are_told_of_three_days_ahead(jinlin: Jinlin) -> None:
    for title, time in (
        ("昨天的", "2026-11-04"), ("今天的", "2026-11-05T19:30"), ("后天的", "2026-11-07T09:00"),
        ("以后的", "2026-11-08"),
    ):  # fmt: skip
        jinlin("meeting", "add", title, "--type", "committee-meeting", "--time", time)
    told = jinlin("today", "--json").data["meetings"]["first"]
    assert [(entry["text"], entry["day"]) for entry in told] == [
        ("今天的", "19:30"), ("后天的", "2026-11-07 09:00"),
    ]  # fmt: skip


def test_a_meeting_entered_late_is_told_of_until_it_is_written_up(jinlin: Jinlin) -> None:
    jinlin("member", "add", "李华")
    jinlin("meeting", "add", "上周的会", "--type", "committee-meeting", "--time", "2026-10-29")
    told = jinlin("today", "--json").data["unwritten"]
    assert (told["total"], told["next"]) == (1, "jinlin 签到 M1 …")
    rehearse(jinlin, told["next"])
    jinlin("meeting", "attend", "M1", "李华")
    assert "unwritten" not in counts(jinlin)


def test_what_the_branch_is_to_deliberate_first_is_told_until_it_is_on_its_agenda(
    jinlin: Jinlin,
) -> None:
    jinlin("meeting", "add", "业主大会", "--type", "owners-assembly", "--time", "2026-12-20",
           "--item", "更换物业公司", "--item", "唱歌")  # fmt: skip
    told = jinlin("today", "--json").data["branch_first"]
    assert [(entry["number"], entry["text"]) for entry in told["first"]] == [
        ("M1/1", "更换物业公司")
    ]
    jinlin("meeting", "add", "支委会", "--type", "committee-meeting", "--time", "2026-11-20")
    jinlin(*told["next"].replace("M…", "M2").split()[1:])
    assert "branch_first" not in counts(jinlin)


def test_what_this_branch_posts_every_week_is_told_when_it_is_due_again(jinlin: Jinlin) -> None:
    assert "to_renew" not in counts(jinlin)
    jinlin("notice", "post", "本周办理情况", "--matter", "一线处置办理情况", "--text", "都办好了。",
           "--place", "公示栏")  # fmt: skip
    assert "to_renew" not in counts(jinlin)
    jinlin.now = NOON + timedelta(days=9)
    assert counts(jinlin)["to_renew"] == 1


def test_no_resident_is_named_and_what_is_secret_is_not_told(jinlin: Jinlin) -> None:
    add(jinlin, "灯坏", "--reporter", "张小梅", "--date", "2026-10-01")
    add(jinlin, "邻居打孩子", "--category", "人身侵害线索", "--date", "2026-10-01")
    for words in (("today",), ("today", "--json"), ()):
        out = jinlin(*words).out
        assert "张小梅" not in out
        assert "打孩子" not in out
    assert counts(jinlin)["overdue"] == 2


def test_of_what_is_private_only_the_category_is_told(jinlin: Jinlin) -> None:
    add(jinlin, "老两口吵架", "--private", "--date", "2026-10-01")
    for words in (("today",), ("today", "--json"), ()):
        out = jinlin(*words, lang="en").out
        assert "吵架" not in out
        assert "[not public] Public lighting" in out


def test_a_new_complex_is_told_what_to_begin_with(jinlin: Jinlin) -> None:
    lines = jinlin("today").out.splitlines()[2:]
    assert [line.split()[-2:] for line in lines] == [
        ["楼栋", "新增"], ["房屋", "模板"], ["党员", "新增"], ["事项", "新增"],
    ]  # fmt: skip
    assert "歇一歇" not in jinlin("today").out
    jinlin("building", "add", "3")
    assert "楼栋 新增" not in jinlin("today").out
    add(jinlin, "灯坏")
    assert "房屋 模板" not in jinlin("today").out


def test_an_empty_day_reads_kindly(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3", "--floors", "7", "--entrances", "1")
    jinlin("household", "add", "3-1-702")
    jinlin("member", "add", "郑国梁")
    add(jinlin, "灯坏")
    jinlin("issue", "close", "1", "--result", "已换灯泡")
    assert "Nothing is waiting today" in jinlin("today", lang="en").out
    assert counts(jinlin) == {}


def test_a_bare_jinlin_prints_the_day_and_five_things_to_type(jinlin: Jinlin) -> None:
    out = jinlin(lang="en").out
    assert "2026-11-05" in out
    assert sum(line.startswith("  jinlin ") for line in out.splitlines()) == 5
    assert "jinlin issue add" in out


def test_without_a_database_a_bare_jinlin_prints_the_help(bare: Jinlin) -> None:
    assert "init" in bare(lang="en").out
    assert not bare.db.exists()
    assert bare("today", code=4).err


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_day_on_which_everything_waits_fits_a_screen(busy: Jinlin, lang: str) -> None:
    for number in range(8):
        add(
            busy,
            f"第{number}个很长的标题" * 20,
            "--date",
            "2026-10-01",
            "--urgency",
            "critical",
        )
    busy("meeting", "add", "很长的会议名称" * 5, "--type", "friday-council", "--time", "2026-11-01")
    busy("notice", "ask", "很长的问题" * 20)
    lines = busy("today", lang=lang).out.splitlines()
    assert max(map(width, lines)) <= 80
    assert len(lines) < 24


@pytest.mark.parametrize("columns", [40, 60, 100, 140])
def test_it_fits_every_screen_and_says_who_has_it_where_there_is_room(
    busy: Jinlin, columns: int
) -> None:
    busy.variables["COLUMNS"] = str(columns)
    lines = busy("today").out.splitlines()
    assert max(map(width, lines)) <= columns
    assert any("李华" in line for line in lines) == (columns >= 100)


def test_it_says_the_chinese_word_too(jinlin: Jinlin) -> None:
    assert jinlin("今天", "--json").data["day"] == "2026-11-05"


def test_nothing_is_asked_about_issues_of_long_ago(jinlin: Jinlin) -> None:
    (jinlin.folder / "旧.csv").write_text(
        "日期,事项,类别,状态,办结时间,办理结果\n2026-06-01,灯,公共照明,已办结,2026-06-02,好\n"
        "2026-11-01,灯,公共照明,已办结,2026-11-02,好\n",
        "utf-8",
    )
    jinlin("issue", "import", "旧.csv", "--yes")
    jinlin.now = datetime(2026, 11, 20, 4, tzinfo=UTC)
    assert counts(jinlin) == {"to_ask": 1}
