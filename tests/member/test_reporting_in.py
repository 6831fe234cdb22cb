"""Double registration: reporting in, services, and the employer's request for an opinion."""

from __future__ import annotations

from datetime import timedelta

from harness import Jinlin, seeded


@seeded
def reported(jinlin: Jinlin) -> Jinlin:
    jinlin("member", "report-in", "张伟", "--employer", "市财政局", "--date", "2026-03-01")
    return jinlin


def test_somebody_new_reports_in_and_somebody_known_too(jinlin: Jinlin) -> None:
    new = jinlin(
        "member", "report-in", "张伟", "--employer", "市财政局", "--date", "2026.3", "--json"
    )
    assert new.data["known_before"] is False
    shown = jinlin("member", "show", "张伟", "--json").data
    assert (shown["affiliation"], shown["reported_on"], shown["party_state"]) == (
        "report_in", "2026-03", "full",
    )  # fmt: skip
    jinlin("member", "add", "王芳", "--party-state", "预备", "--affiliation", "无")
    jinlin("member", "报到", "王芳", "--employer", "市一医院")
    assert jinlin("member", "show", "王芳", "--json").data["party_state"] == "probationary"


def test_who_reports_in_without_a_known_status_is_put_down_as_full_and_that_is_told(
    jinlin: Jinlin,
) -> None:
    jinlin("member", "add", "王芳", "--affiliation", "无")
    assert "full member" in jinlin("member", "report-in", "王芳", lang="en").err
    assert jinlin("member", "show", "王芳", "--json").data["party_state"] == "full"


def test_services_are_claimed_done_and_counted_by_persons_and_times(reported: Jinlin) -> None:
    reported("member", "report-in", "李雷", "--employer", "教育局")
    reported("member", "report-in", "claim", "张伟", "周末巡逻", "--date", "2026-10-01")
    assert reported("member", "report-in", "list", "--json").data[0]["claimed"] == "周末巡逻"
    reported("member", "report-in", "done", "张伟", "--minutes", "90", "--date", "2026-10-03")
    reported("member", "report-in", "done", "张伟", "周末巡逻", "--minutes", "60分钟")
    rows = reported("member", "report-in", "list", "--json").data
    assert [(row["number"], row["times"], row["minutes"], row["claimed"]) for row in rows] == [
        ("P2", 2, 150, None),
        ("P3", 0, 0, None),
    ]
    out = reported("member", "report-in", "list", lang="en").out
    assert "Reported in: 2 persons." in out
    assert "Served: 1 persons, 2 person-times, 2 h 30 min recorded." in out
    assert "张伟" not in out
    october = reported("member", "report-in", "list", "--from", "2026-10-01", "--to", "2026-10-31",
                       "--json").data  # fmt: skip
    assert [row["times"] for row in october] == [1, 0]


def test_each_step_is_undone_and_the_history_names_nobody(reported: Jinlin) -> None:
    states = []
    for words in (("claim", "张伟", "张三家修水管"), ("done", "张伟"), ("done", "张伟", "理发")):
        states.append(reported.sql("SELECT * FROM service_claim"))
        reported("member", "report-in", *words)
    log = reported("log", "--json").out
    assert "张伟" not in log
    assert "张三" not in log
    for before in reversed(states):
        reported("undo")
        assert reported.sql("SELECT * FROM service_claim") == before


def test_what_cannot_be_recorded_is_refused(reported: Jinlin) -> None:
    before = reported.db.read_bytes()
    for words, code in (
        (("林秀英",), 1),
        (("张**",), 2),
        (("王芳", "--date", "2026-12-01"), 2),
        (("王芳", "--phone", "12"), 2),
        ((), 2),
        (("claim", "张伟", " "), 2),
        (("claim", "陌生人", "巡逻"), 3),
        (("done", "张伟"), 3),
        (("done", "张伟", "巡逻", "--minutes", "0"), 2),
        (("done", "张伟", "巡逻", "--minutes", "半天"), 2),
        (("done", "张伟", "巡逻", "--date", "2026-12-01"), 2),
        (("张伟", "--employer", "市财政局", "--date", "2026-03-01"), 1),
        (("list", "--from", "abc"), 2),
    ):
        error = reported("member", "report-in", *words, "--json", code=code).error
        assert error["message"], words
        assert error["hint"], words
        assert reported.db.read_bytes() == before, words


def test_a_service_is_claimed_once_and_not_done_before(reported: Jinlin) -> None:
    reported("member", "report-in", "claim", "张伟", "巡逻", "--date", "2026-10-01")
    before = reported.db.read_bytes()
    reported("member", "report-in", "claim", "张伟", "巡 逻", code=1)
    reported("member", "report-in", "done", "张伟", "巡逻", "--date", "2026-09-01", code=1)
    assert reported.db.read_bytes() == before


LETTER = ("--from", "市财政局", "--letter", "榕财人〔2026〕12号", "--cause", "晋职晋级")


def test_a_letter_is_answered_with_facts_and_words(reported: Jinlin) -> None:
    reported(
        "member", "report-in", "done", "张伟", "周末巡逻", "--minutes", "90", "--date", "10-03"
    )
    added = reported("member", "opinion", "add", "张伟", *LETTER, "--reply-by", "2026-11-20",
                     "--date", "2026-11-01", "--json").data  # fmt: skip
    assert (added["number"], added["cause"]) == ("Y1", "promotion")
    [row] = reported("member", "opinion", "--json").data
    assert (row["state"], row["name"]) == ("open", "张**")
    shown = reported("member", "opinion", "show", "y1", "--json").data
    assert (shown["name"], shown["times"], shown["minutes"]) == ("张伟", 1, 90)
    assert (shown["reported_on"], shown["letter"]) == ("2026-03-01", "榕财人〔2026〕12号")
    reported("meeting", "add", "支部党员大会", "2026-11-04 19:30")
    reported("member", "opinion", "reply", "1", "--text", "参加服务积极")
    assert reported("member", "opinion", "--json").data[0]["state"] == "replied"
    page = reported("member", "opinion", "letter", "Y1", lang="en").out
    for said in (
        "市财政局",
        "张伟",
        "3 October 2026 周末巡逻",
        "1 h 30 min",
        "5 November 2026",
    ):
        assert said in " ".join(page.split())
    page = reported("member", "opinion", "letter", "Y1").out
    assert "报到以来参加服务1次，共1小时30分钟：2026年10月3日，周末巡逻。" in page.replace("\n", "")
    assert "　　参加服务积极。\n" in page
    assert "经2026年11月4日支部党员大会讨论" in page.replace("\n", "")
    reported("member", "opinion", "edit", "Y1", "--reply-by", "2026-11-21", code=1)
    [item] = reported("meeting", "show", "M1", "--json").data["items"]
    assert item["title"] == "讨论市财政局晋职晋级征求意见的复函"
    reported("undo")
    assert reported("meeting", "show", "M1", "--json").data["items"] == []
    reported("undo")
    reported("undo")
    assert reported("member", "opinion", "--json").data == []
    assert reported("member", "opinion", "add", "张伟", *LETTER, "--json").data["number"] == "Y2"


def test_a_letter_that_waits_too_long_is_overdue_and_stands_first(reported: Jinlin) -> None:
    for due in ("2026-11-30", "2026-11-04"):
        reported(
            "member", "opinion", "add", "张伟", *LETTER, "--date", "2026-11-01", "--reply-by", due
        )
    rows = reported("member", "opinion", "list", "--json").data
    assert [(row["number"], row["state"]) for row in rows] == [("Y2", "overdue"), ("Y1", "open")]
    page = reported("member", "opinion", "letter", "Y1", lang="en").out
    assert "No service is on record since." in " ".join(page.split())
    assert "＿＿＿＿" in page


def test_a_letter_that_cannot_be_true_is_refused(reported: Jinlin) -> None:
    reported("member", "opinion", "add", "张伟", *LETTER, "--date", "2026-11-01")
    before = reported.db.read_bytes()
    for words, code in (
        (("add", "林秀英", *LETTER), 1),
        (("add", "陌生人", *LETTER), 3),
        (("add", "张伟"), 2),
        (("add", "张伟", "--from", "市财政局", "--cause", "打分"), 3),
        (("add", "张伟", *LETTER, "--date", "2026-12-01"), 2),
        (("add", "张伟", *LETTER, "--reply-by", "2026-01-01"), 1),
        (("show", "Y9"), 3),
        (("show", "九"), 3),
        (("reply", "Y1"), 2),
        (("reply", "Y1", "--meeting", "M9", "--text", "好"), 3),
        (("reply", "Y1", "--meeting", "Y1", "--text", "好"), 2),
        (("reply", "Y1", "--text", "好"), 1),
        (("reply", "Y1", "--text", " "), 2),
        (("letter", "Y9"), 3),
        (("remove", "Y9"), 3),
    ):
        error = reported("member", "opinion", *words, "--json", code=code).error
        assert error["message"], words
        assert error["hint"], words
        assert reported.db.read_bytes() == before, words


def test_the_letter_becomes_a_file_and_a_rehearsal_keeps_nothing(reported: Jinlin) -> None:
    reported("member", "opinion", "add", "张伟", *LETTER)
    reported("member", "opinion", "letter", "Y1", "-o", reported.folder / "复函.md")
    assert "市财政局" in (reported.folder / "复函.md").read_text("utf-8")
    before = reported.db.read_bytes()
    reported("member", "opinion", "remove", "Y1", "--dry-run")
    assert reported.db.read_bytes() == before


def test_a_time_served_is_read_as_people_say_it(reported: Jinlin) -> None:
    for said, minutes in (
        ("90", 90),
        ("45分钟", 45),
        ("2小时", 120),
        ("1.5小时", 90),
        ("1小时30分", 90),
        ("24小时", 1440),
    ):
        data = reported(
            "member", "report-in", "done", "张伟", "巡逻", "--minutes", said, "--json", "--yes"
        ).data
        assert data["minutes"] == minutes, said


def test_a_time_that_is_none_is_refused(reported: Jinlin) -> None:
    for said in (
        "",
        "0",
        "小时",
        "25小时",
        "一会儿",
        "1.1小时30分x",
    ):
        reported("member", "report-in", "done", "张伟", "巡逻", "--minutes", said, code=2)


def test_no_verb_of_any_noun_becomes_a_person(reported: Jinlin) -> None:
    before = reported.db.read_bytes()
    for word in ("show", "查看", "edit", "修改", "remove", "删除", "undo", "派单", "find"):
        said = reported("member", "report-in", word, "张伟", code=2).err
        assert word in said
        said = reported("member", "report-in", word, code=2).err
        assert f"没有“{word}”这个命令" in said
    assert "jinlin 党员 查看" in reported("member", "report-in", "show", code=2).err
    assert "没有“rollcall”这个命令" in reported("member", "report-in", "rollcall", code=2).err
    for words in (
        ("member", "add", "show", "--party-state", "full"),
        ("member", "report-in", "add", "查看"),
        ("member", "edit", "张伟", "--name", "remove"),
        ("member", "transfer", "派单", "--in", "--other", "某支部", "--party-state", "full"),
    ):
        assert "不是姓名" in reported(*words, code=2).err
    assert reported.db.read_bytes() == before


def test_an_owner_is_not_called_like_a_verb(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3")
    assert "不是姓名" in jinlin("household", "add", "3-1-502", "--owner", "show", code=2).err


def test_a_second_report_in_asks_before_it_moves_the_first_day(reported: Jinlin) -> None:
    def day() -> str:
        return str(reported("member", "show", "张伟", "--json").data["reported_on"])

    for words in ((), ("--date", "2026-04-01")):
        said = reported("member", "report-in", "张伟", *words, code=2).err
        assert "2026-03-01" in said
        assert "--确认" in said
    assert day() == "2026-03-01"
    reported("member", "report-in", "张伟", typed="n\n", code=130)
    reported("member", "report-in", "张伟", "--employer", "市审计局")
    shown = reported("member", "show", "张伟", "--json").data
    assert (shown["reported_on"], shown["employer"]) == ("2026-03-01", "市审计局")
    reported("member", "report-in", "张伟", "--date", "2026-04-01", typed="y\n")
    assert day() == "2026-04-01"


def test_the_same_service_on_one_day_is_asked_about(reported: Jinlin) -> None:
    done = ("member", "report-in", "done", "张伟", "理发", "--date", "2026-10-03")
    reported(*done, "--minutes", "60")
    assert "2026-10-03" in reported(*done, code=2).err
    reported("member", "report-in", "done", "张伟", "理发", "--date", "2026-10-04")
    reported(*done, "--yes")
    [row] = reported("member", "report-in", "list", "--json").data
    assert row["times"] == 3


def test_services_of_the_branchs_own_members_are_told_too(reported: Jinlin) -> None:
    reported("member", "add", "陈建国", "--party-state", "full")
    assert len(reported("member", "report-in", "list", "--json").data) == 1
    reported(
        "member", "report-in", "done", "陈建国", "巡逻", "--minutes", "30", "--date", "2026-11-01"
    )
    rows = reported("member", "report-in", "list", "--json").data
    assert [(row["affiliation"], row["times"]) for row in rows] == [("report_in", 0), ("here", 1)]
    assert "报到1人" in reported("member", "report-in", "list").out
    [service] = reported("member", "show", "陈建国", "--json").data["services"]
    assert (service["service"], service["done_on"], service["minutes"]) == (
        "巡逻",
        "2026-11-01",
        30,
    )


def test_a_letter_that_waits_for_its_reply_is_in_today(reported: Jinlin) -> None:
    ask = ("member", "opinion", "add", "张伟", "--from", "市财政局", "--cause", "评优")
    reported(*ask, "--date", "2026-11-02", "--reply-by", "2026-11-20")
    waiting = reported("today", "--json").data["letters"]
    assert waiting["total"] == 1
    assert (waiting["first"][0]["number"], waiting["first"][0]["day"]) == ("Y1", "2026-11-20")
    out = reported("today").out
    assert "单位来函待答复：Y1" in out
    assert "jinlin 党员 征求意见 答复 Y1" in out
    assert "张伟" not in out
    reported("meeting", "add", "支部党员大会", "2026-11-04")
    reported("member", "opinion", "reply", "Y1", "--text", "表现良好", "--meeting", "1")
    assert reported("today", "--json").data["letters"]["total"] == 0


def test_an_opinion_is_words_and_no_score_or_rank(reported: Jinlin) -> None:
    reported("member", "opinion", "add", "张伟", "--from", "市财政局", "--cause", "评优",
             "--date", "2026-11-02")  # fmt: skip
    reported("meeting", "add", "支部党员大会", "2026-11-04")
    reply = ("member", "opinion", "reply", "Y1", "--text")
    before = reported.db.read_bytes()
    for text in (
        "优秀95分，排名第1",
        "得九十五分",
        "年度第一名",
        "名列前茅",
        "综合评分优",
        "得九分",
        "群众满意度95%",
        "位列第三",
        "年度考核前3名",
        "Rank 1",
    ):
        assert reported(*reply, text, code=1).err
    assert "打分或排名" in reported(*reply, "优秀95分", code=1).err
    assert reported.db.read_bytes() == before
    reported(*reply, "Frank and kind", "--dry-run")
    reported(*reply, "十分认真，每次8点30分到岗，每周服务90分钟，占三分之一")


def test_the_same_letter_is_not_recorded_twice(reported: Jinlin) -> None:
    reported("member", "opinion", "add", "张伟", *LETTER)
    assert "Y1" in reported("member", "opinion", "add", "张伟", *LETTER, code=1).err
    reported("member", "opinion", "add", "张伟", *LETTER, "--letter", "区医函〔2026〕9号")


def test_who_left_comes_back_by_reporting_in(jinlin: Jinlin) -> None:
    jinlin("member", "add", "周敏", "--party-state", "full", "--affiliation", "here")
    jinlin("member", "remove", "周敏", "--reason", "迁出")
    jinlin("member", "report-in", "周敏", "--employer", "市财政局", "--date", "2026-10-01")
    shown = jinlin("member", "show", "周敏", "--json").data
    assert (shown["affiliation"], shown["reported_on"]) == ("report_in", "2026-10-01")
    assert (shown["left_on"], shown["employer"]) == (None, "市财政局")


def test_a_phone_said_with_reporting_in_is_kept_where_none_was_known(jinlin: Jinlin) -> None:
    jinlin("member", "add", "周敏", "--party-state", "full", "--affiliation", "none")
    jinlin("member", "report-in", "周敏", "--phone", "13805911234", "--date", "2026-10-01")
    jinlin("member", "report-in", "周敏", "--phone", "13805914321", "--employer", "市财政局")
    shown = jinlin("member", "show", "周敏", "--unmask", "--json").data
    assert (shown["phone"], shown["employer"]) == ("13805911234", "市财政局")
    assert shown["reported_on"] == "2026-10-01"


def test_a_reply_is_sent_once_and_in_the_order_of_days(reported: Jinlin) -> None:
    reported("member", "opinion", "add", "张伟", *LETTER, "--date", "2026-11-01")
    for day in ("10-31", "11-03", "11-04"):
        reported("meeting", "add", "支部党员大会", f"2026-{day} 19:30")
    reply = ("member", "opinion", "reply", "Y1", "--text", "工作认真", "--date", "2026-11-04")
    before = reported.db.read_bytes()
    assert "M2 2026年11月3日支部党员大会、M3" in reported(*reply, code=2).err
    reported(*reply, "--meeting", "M1", code=1)
    reported(*reply, "--meeting", "M3", "--date", "2026-11-03", code=1)
    assert reported.db.read_bytes() == before
    reported(*reply, "--meeting", "M2")
    [row] = reported("member", "opinion", "--json").data
    assert (row["state"], row["replied_on"]) == ("replied", "2026-11-04")
    before = reported.db.read_bytes()
    error = reported(*reply, "--json", code=1).error
    assert "征求意见 复函 Y1" in error["hint"]
    assert reported.db.read_bytes() == before


def test_a_letter_is_discussed_where_the_branch_discusses(reported: Jinlin) -> None:
    """Below seven full members there is no committee; the letter's own meeting is found by it."""
    reported("member", "opinion", "add", "张伟", *LETTER, "--date", "2026-11-01")
    assert "支部党员大会讨论" in reported("member", "opinion", "letter", "Y1").out
    for kind in ("支委会", "周五议事日"):
        reported("meeting", "add", kind, "2026-11-03 19:30")
    reply = ("member", "opinion", "reply", "Y1", "--text", "工作认真")
    assert "正式党员不足7人" in reported(*reply, "--meeting", "M1", code=1).err
    assert "M2 是周五议事日" in reported(*reply, "--meeting", "M2", code=1).err
    for name in ("何丽娟", "许文澜", "陈建国", "郑国梁", "杨卫国", "周慧敏"):
        reported("member", "add", name, "--party-state", "full")
    assert "支部委员会会议讨论" in "".join(
        reported("member", "opinion", "letter", "Y1").out.split()
    )
    reported("meeting", "add", "支委会", "2026-11-04 19:30")
    drawn = reported("meeting", "agenda", "M3", "--build", "--json").data["items"]
    assert [item["reference"] for item in drawn] == ["Y1"]
    reported(*reply)
    assert reported("member", "opinion", "show", "Y1", "--json").data["meeting"] == "M3"
    [item] = reported("meeting", "show", "M3", "--json").data["items"]
    assert item["settled"]
    reported("meeting", "edit", "M3", "--time", "2026-11-05 10:00")
    assert "会议已不在库中，或日期变了：Y1" in reported("db", "check").out
    reported("meeting", "remove", "M3", "--yes")
    page = "".join(reported("member", "opinion", "letter", "Y1").out.split())
    assert "经2026年11月4日支部委员会会议讨论" in page


def test_one_letter_about_several_gets_a_reply_for_each(reported: Jinlin) -> None:
    reported("member", "report-in", "李娜", "--employer", "市财政局", "--date", "2026-04-01")
    before = reported.db.read_bytes()
    ask = ("member", "opinion", "add", "张伟,李娜", *LETTER, "--date", "2026-11-01")
    reported("member", "opinion", "add", "张伟,林秀英", *LETTER, code=1)
    reported("member", "opinion", "add", "张伟,张伟", *LETTER, code=1)
    assert reported.db.read_bytes() == before
    made = reported(*ask, "--json").data
    assert (made["number"], made["others"]) == ("Y1", ["Y2"])
    rows = reported("member", "opinion", "list", "--unmask", "--json").data
    assert sorted((row["number"], row["name"]) for row in rows) == [("Y1", "张伟"), ("Y2", "李娜")]
    edited = reported("member", "opinion", "edit", "Y2", "--reply-by", "2026-11-20", "--json").data
    assert edited["others"] == ["Y1"]
    assert reported.sql("SELECT reply_by FROM opinion") == [("2026-11-20",)] * 2
    reported("undo", "--yes")
    assert reported.sql("SELECT reply_by FROM opinion") == [(None,)] * 2
    reported("member", "report-in", "done", "李娜", "周末巡逻", "--date", "2026-03-20")
    reported("meeting", "add", "支部党员大会", "2026-11-04 19:30")
    for letter in ("Y1", "Y2"):
        reported("member", "opinion", "reply", letter, "--text", "工作认真")
    assert len(reported("meeting", "show", "M1", "--json").data["items"]) == 1
    page = reported("member", "opinion", "letter", "Y2").out.replace("\n", "")
    assert "李娜同志" in page
    assert "报到以来没有服务记录。报到前已参加服务1次。" in page
    month = "".join(reported("report", "monthly", "11").out.split())
    assert "征求意见来函1件，已复1件。" in month
    for _step in range(5):
        reported("undo")
    assert reported("member", "opinion", "--json").data == []


def test_a_letter_from_nobody_is_not_taken(reported: Jinlin) -> None:
    before = reported.db.read_bytes()
    error = reported("member", "opinion", "add", "张伟", "--from", " ", "--cause", "评优",
                     "--json", code=2).error  # fmt: skip
    assert "--来自" in error["message"]
    assert reported.db.read_bytes() == before


def test_a_reply_is_not_overdue_on_the_day_it_is_due(reported: Jinlin) -> None:
    reported("member", "opinion", "add", "张伟", *LETTER, "--date", "2026-11-01", "--reply-by",
             "2026-11-05")  # fmt: skip
    assert [row["state"] for row in reported("member", "opinion", "--json").data] == ["open"]
    reported.now += timedelta(days=1)
    assert [row["state"] for row in reported("member", "opinion", "--json").data] == ["overdue"]


def test_a_letter_that_waits_is_corrected_and_known_by_its_number(reported: Jinlin) -> None:
    reported("member", "opinion", "add", "张伟", *LETTER, "--date", "2026-11-01")
    reported("member", "opinion", "add", "张伟", "--from", "某局", "--cause", "其他")
    reported("member", "opinion", "edit", "y1", "--reply-by", "2026-11-21")
    reported("member", "opinion", "edit", "Y1", "--person", "林秀英", code=1)
    [first] = reported("member", "opinion", "--limit", "1", "--json").data
    assert (first["number"], first["reply_by"]) == ("Y1", "2026-11-21")
    assert [row["did"] for row in reported("log", "Y1", "--json", lang="en").data] == [
        "Changed employer's letter Y1: Reply by", "Added employer's letter Y1",
    ]  # fmt: skip
    refused = reported("member", "opinion", "show", "Y9", "--json", code=3).error
    assert refused["hint"] == "已有：Y1 张**、Y2 张**。"


def test_the_letter_named_last_is_it(reported: Jinlin) -> None:
    reported("member", "opinion", "add", "张伟", *LETTER)
    assert reported("member", "opinion", "show", "它", "--json").data["number"] == "Y1"


def test_the_receipt_of_reporting_in_goes_to_the_employer(jinlin: Jinlin) -> None:
    """A month alone is a day, for the letter too."""
    jinlin("member", "report-in", "张伟", "--employer", "市财政局", "--date", "2026-03")
    jinlin("member", "report-in", "claim", "张伟", "周末巡逻")
    jinlin("member", "report-in", "李娜", "--date", "2026-10-01")
    page = "".join(jinlin("member", "报到", "回执", "张伟").out.split())
    assert "市财政局党组织：贵单位张伟同志已于2026年3月到本小区报到。" in page
    assert "认领服务：周末巡逻。" in page
    assert "＿＿＿党组织" not in "".join(jinlin("member", "报到", "回执", "李娜").out.split())
    assert "没有在这里报到" in jinlin("member", "报到", "回执", "林秀英", code=1).err
    jinlin("member", "opinion", "add", "张伟", *LETTER)
    assert "2026年3月到本小区报到" in jinlin("member", "opinion", "letter", "Y1").out


def test_reporting_in_is_typed_as_people_say_it(reported: Jinlin) -> None:
    reported("双报到", "李娜", "第九中学", "10月8日")
    shown = reported("member", "show", "李娜", "--json").data
    assert (shown["employer"], shown["reported_on"]) == ("第九中学", "2026-10-08")
    reported("党员", "认领", "李娜", "周末巡逻", "--日期", "2026-10-09")
    reported("党员", "完成", "李娜", "--时长", "1.5小时")
    [service] = reported("member", "show", "李娜", "--json").data["services"]
    assert (service["service"], service["minutes"]) == ("周末巡逻", 90)
    reported("党员", "征求意见", "新增", "李娜", "--单位", "第九中学", "--事由", "提名人大代表",
             "--期限", "11-20")  # fmt: skip
    reported("meeting", "add", "支部党员大会", "2026-11-05 10:00")
    assert "M1 还没有登记到会的人" in reported("党员", "答复", "Y1", "工作认真").err
