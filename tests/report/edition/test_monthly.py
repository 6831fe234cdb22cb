"""`jinlin report monthly`, from a database file to the page, the JSON document and files."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from typing import Any

from harness import Jinlin
from report.records import Records, at, recording

HEADINGS = [
    "一、组织建设和党员作用",
    "二、群众诉求办理",
    "三、重点事项进展",
    "四、议事协商、评议和公开",
    "五、存在问题和需协调事项",
    "六、经费收支",
    "七、下月安排",
]


def test_json_holds_every_figure_with_its_base(busy: Jinlin) -> None:
    data = busy("report", "monthly", "2026-10", "--json").data
    issues = data["issues"]
    assert (data["month"], data["from"], data["to"]) == ("2026-10", "2026-10-01", "2026-10-31")
    assert data["cut_off"] == "2026-11-01T00:00:00+08:00"
    assert data["complete"] is True
    assert data["empty"] is False
    assert {name: issues[name] for name in ("carried_over", "received", "reopened")} == {
        "carried_over": 2, "received": 3, "reopened": 0,
    }  # fmt: skip
    assert (issues["closed"], issues["open"], issues["overdue"]) == (3, 2, 1)
    assert (issues["closed_solved"], issues["closed_unsolved"], issues["declined"]) == (1, 1, 1)
    assert issues["on_time"] == {"numerator": 2, "denominator": 3, "percent": None}
    assert issues["satisfaction"]["rate"] == {"numerator": 1, "denominator": 1, "percent": None}
    assert issues["satisfaction"]["unrated"] == 1
    assert issues["to_coordinate"] == 1


def test_json_names_meetings_plans_and_members(busy: Jinlin) -> None:
    data = busy("report", "monthly", "2026-10", "--json").data
    assert data["meetings"]["held"] == 3
    assert data["meetings"]["services"] == 1
    assert data["meetings"]["by_type"][0] == {
        "type": "committee_meeting", "held": 1, "expected": None, "present": None,
    }  # fmt: skip
    assert data["meetings"]["planned"] == [
        {"number": "M5", "type": "general_meeting", "held_on": "2026-11-13"}
    ]
    [resolution] = data["resolutions"]
    assert (resolution["number"], resolution["due_on"]) == ("M1-1", "2026-11-06")
    assert data["resolutions_due"] == [resolution]
    assert data["plans"] == [
        {
            "number": "E1", "name": "电梯更换", "building": "3", "total_fen": 48000000,
            "net_fen": 40000000, "payers": 2, "lowest_fen": 10000000, "highest_fen": 30000000,
        }
    ]  # fmt: skip
    assert data["members"] == {
        "full": 1, "probationary": 0, "report_ins": 2, "new_report_ins": 1, "served": 0,
        "served_people": 0, "served_minutes": 0, "letters": 0, "letters_replied": 0,
        "earlier_letters_replied": 0,
    }  # fmt: skip


def test_members_are_those_of_the_day_the_month_ended(busy: Jinlin) -> None:
    before = busy("report", "monthly", "2026-10", "--json").data["members"]
    with recording(busy.folder, busy.now) as records:
        records.people = 200
        gone = {"removed_at": at("11-02"), "left_on": "2026-11-02"}
        records.member("走了", "here", party_state="full", **gone)
        records.member("早走了", "here", party_state="full", removed_at=at("11-02"),
                       left_on="2026-10-02")  # fmt: skip
        records.member("刚转正", "here", party_state="full", full_on="2026-11-01")
        records.member("刚入党", "here", party_state="probationary", joined_on="2026-11")
        moved = records.member("刚转出", "report_in", party_state="full", reported_on="2026-11-02")
        came = records.member("刚转入", "here", party_state="full")
        for member, direction in ((moved, "out"), (came, "in")):
            records.tx.insert(
                "transfer", member_id=member, direction=direction, moved_on="2026-11-02",
                other_side="别的支部",
            )  # fmt: skip
    after = busy("report", "monthly", "2026-10", "--json").data["members"]
    assert after == before | {"full": before["full"] + 2, "probationary": 1}


def test_what_was_carried_out_in_time_is_not_announced_again(busy: Jinlin) -> None:
    ended = "UPDATE resolution SET status = 'done', ended_on = ? WHERE due_on IS NOT NULL"
    for day, announced in (("2026-10-31", 0), ("2026-11-02", 1)):
        with recording(busy.folder, busy.now) as records:
            records.tx.write(ended, (day,))
        data = busy("report", "monthly", "2026-10", "--json").data
        assert (len(data["resolutions"]), len(data["resolutions_due"])) == (1, announced), day


def test_page_has_its_parts_in_their_order_and_the_summary_first(busy: Jinlin) -> None:
    text = busy("report", "monthly", "10", lang="zh").out
    places = [text.index(heading) for heading in HEADINGS]
    assert places == sorted(places)
    flat = text.replace("\n", "")
    summary = flat.index(
        "本月受理群众诉求3件（上月结转2件），"
        "办结3件（解决1件、答复暂未解决1件、不予受理1件），月末在办2件（其中超期1件）；"
    )
    assert summary < flat.index("一、组织建设")
    assert "到期3件，按期办结2件；回访并评价1件（满意1件）；办结尚未评价1件。" in flat
    assert "需社区、街道协调事项1件（见第五部分）。" in flat
    assert (
        "3号楼电梯方案“电梯更换”：总费用48万元，扣除补助后40万元，由2户分摊，每户100,000元至300,000元。"
        in flat
    )
    assert "新报到党员1人，累计2人。" in flat
    assert "梅苑社区党委（报金山街道党建工作办公室）：" in flat


def test_english_page_is_complete(busy: Jinlin) -> None:
    flat = busy("report", "monthly", "10", lang="en").out.replace("\n", " ")
    assert "Issues received this month: 3 (carried over: 2); closed: 3" in flat
    assert "Elevator plan “电梯更换” (building 3): total 480,000 yuan" in flat
    assert "Meetings: 13 Nov general meeting of Party members." in flat
    for number in range(1, 8):
        assert f" {number}. " in flat


def test_checksum_is_the_head_of_the_history(busy: Jinlin) -> None:
    [(head,)] = busy.sql("SELECT digest FROM entry ORDER BY seq DESC LIMIT 1")
    groups = f"{head[:4]} {head[4:8]} {head[8:12]} {head[12:16]}"
    assert f"数据校验码：{groups}" in busy("report", "monthly", "10", lang="zh").out
    assert busy("report", "monthly", "10", "--json").data["checksum"] == groups
    assert busy("log", "--head", "--quiet").out == f"{groups}\n"
    checked = busy("db", "check", "--head", groups, "--json", code=4).data  # its numbers are ours
    assert {row["check"]: row["state"] for row in checked}["head"] == "ok"


def test_report_leaves_the_database_as_it_was(busy: Jinlin) -> None:
    before = busy.db.read_bytes()
    for words in (
        (),
        ("--md",),
        ("--json",),
        ("--csv",),
    ):
        busy("report", "monthly", "10", *words)
        assert busy.db.read_bytes() == before, words


def test_month_in_which_nothing_was_recorded_says_so_and_succeeds(jinlin: Jinlin) -> None:
    text = jinlin("report", "monthly", "2026-03", lang="zh").out
    assert "2026年3月没有记录任何事项、会议、电梯方案和党员报到，没有数据可以上报。" in text
    assert "一、" not in text
    data = jinlin("report", "monthly", "2026-03", "--json").data
    assert data["empty"] is True
    assert data["issues"]["received"] == 0


def test_month_that_only_carries_over_is_not_empty(busy: Jinlin) -> None:
    busy.now = datetime(2027, 2, 5, tzinfo=UTC)
    data = busy("report", "monthly", "2026-12", "--json").data
    assert data["empty"] is False
    assert (data["issues"]["carried_over"], data["issues"]["open"]) == (2, 2)


def test_running_month_says_up_to_when_and_compares_with_nothing(busy: Jinlin) -> None:
    outcome = busy("report", "monthly", "11", lang="zh")
    assert "本月尚未结束，以下数据截至11月5日12:00" in outcome.out.replace("\n", "")
    assert "较上月" not in outcome.out
    data = busy("report", "monthly", "this", "--json").data
    assert (data["complete"], data["to"], data["previous"]) == (False, "2026-11-05", None)
    assert data["cut_off"] == "2026-11-05T12:00:00+08:00"


def test_what_happens_in_the_very_second_of_the_report_counts(jinlin: Jinlin) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        records.issue(at("11-05 12:00"))
    assert jinlin("report", "monthly", "11", "--json").data["issues"]["received"] == 1


def test_month_to_come_is_refused(busy: Jinlin) -> None:
    error = busy("report", "monthly", "2026-12", "--json", code=2).error
    assert error["kind"] == "usage"
    assert "2026-12" in error["message"]
    assert "2026-11" in error["hint"]


def test_without_a_month_the_report_that_is_due_is_printed(busy: Jinlin) -> None:
    assert busy("report", "monthly", "--json").data["month"] == "2026-10"
    busy.now = datetime(2026, 11, 25, tzinfo=UTC)
    assert busy("report", "monthly", "--json").data["month"] == "2026-11"


def test_zone_of_the_database_decides_where_a_month_ends(jinlin: Jinlin) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        records.issue("2026-10-31T15:59:59Z")
        records.issue("2026-10-31T16:00:00Z")
    assert jinlin("report", "monthly", "10", "--json").data["issues"]["received"] == 1
    assert jinlin("report", "monthly", "11", "--json").data["issues"]["received"] == 1


def test_undone_command_no_longer_counts(busy: Jinlin) -> None:
    busy("undo", "--yes")
    data = busy("report", "monthly", "10", "--json").data
    assert data["empty"] is True


def test_rating_counts_in_its_month_though_the_issue_was_opened_again(jinlin: Jinlin) -> None:
    closed, said = (at("10-05"), "closed", "closed_solved"), (at("10-06"), "rated", "satisfied")
    with recording(jinlin.folder, jinlin.now) as records:
        records.issue(at("10-01"), closed, said, (at("10-07"), "reopened"))
        records.issue(
            at("10-01"), closed, said, (at("10-07"), "reopened"),
            (at("10-08"), "closed", "closed_solved"),
        )  # fmt: skip
    satisfaction = jinlin("report", "monthly", "10", "--json").data["issues"]["satisfaction"]
    assert (satisfaction["rated"], satisfaction["unrated"]) == (2, 0)


def test_issue_is_late_the_moment_its_day_is_over(jinlin: Jinlin) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        for moment in ("10-20 23:59", "10-21 00:00"):
            records.issue(at("10-15"), (at(moment), "closed", "closed_solved"), due="2026-10-20")
    on_time = jinlin("report", "monthly", "10", "--json").data["issues"]["on_time"]
    assert (on_time["numerator"], on_time["denominator"]) == (1, 2)


def test_issue_closed_long_before_it_was_due_counts_in_the_month_it_was_due(
    jinlin: Jinlin,
) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        records.issue(at("08-10"), (at("08-20"), "closed", "closed_solved"), due="2026-10-20")
    on_time = jinlin("report", "monthly", "10", "--json").data["issues"]["on_time"]
    assert (on_time["numerator"], on_time["denominator"]) == (1, 1)


def many(records: Records, *, september: int, october_: int, group: str = "lighting") -> None:
    for day, count in (("09-10", september), ("10-10", october_)):
        for _number in range(count):
            records.issue(at(day), (at(f"{day} 13:00"), "closed", "closed_solved"), category=group)


def test_change_on_a_small_month_is_a_count(jinlin: Jinlin) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        many(records, september=5, october_=9)
    text = jinlin("report", "monthly", "10", lang="zh").out
    assert "受理较上月增加4件，主要是设施类；办结较上月增加4件。" in text.replace("\n", "")
    change = jinlin("report", "monthly", "10", "--json").data["change"]["received"]
    assert change == {"difference": 4, "percent": None}


def test_change_on_a_month_of_thirty_has_a_percentage(jinlin: Jinlin) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        many(records, september=30, october_=28)
    text = jinlin("report", "monthly", "10", lang="zh").out.replace("\n", "")
    assert "受理较上月减少2件（6.7%）；办结较上月减少2件（6.7%）。" in text
    change = jinlin("report", "monthly", "10", "--json").data["change"]["received"]
    assert change == {"difference": -2, "percent": -6.7}


def test_first_month_of_the_records_is_compared_with_nothing(jinlin: Jinlin) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        many(records, september=0, october_=12)
    assert "较上月" not in jinlin("report", "monthly", "10", lang="zh").out
    assert jinlin("report", "monthly", "10", "--json").data["previous"] is None


def test_rates_are_printed_from_a_base_of_ten_on(jinlin: Jinlin) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        for number in range(10):
            records.issue(
                at("10-05"),
                (at("10-06" if number else "10-20"), "closed", "closed_solved"),
                (at("10-21"), "rated", "satisfied" if number > 1 else "not_satisfied"),
                due="2026-10-10",
            )
    text = jinlin("report", "monthly", "10", lang="zh").out.replace("\n", "")
    assert "按期办结率90.0%（9/10）；回访并评价10件，满意率80.0%（8/10）。" in text
    issues = jinlin("report", "monthly", "10", "--json").data["issues"]
    assert issues["on_time"]["percent"] == 90.0
    assert issues["satisfaction"]["rate"]["percent"] == 80.0


def test_list_of_unfinished_issues_is_cut_on_the_screen_only(jinlin: Jinlin) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        for _number in range(60):
            records.issue(at("10-10"))
    text = jinlin("report", "monthly", "10", "--full", lang="zh").out
    assert text.count("2026-00") == 50
    assert "另有10件；全部列出请加 --行数 all。" in text
    for whole in (("--limit", "all"), ("--md",)):
        assert jinlin("report", "monthly", "10", "--full", *whole).out.count("2026-00") == 60
    assert "2026-00" not in jinlin("report", "monthly", "10").out
    assert len(jinlin("report", "monthly", "10", "--json").data["open_issues"]) == 60


def test_files_hold_the_same_as_the_screen_forms(busy: Jinlin) -> None:
    for ending, option in (("md", "--md"), ("json", "--json"), ("csv", "--csv")):
        busy("report", "monthly", "10", "-o", f"月报.{ending}")
        written = (busy.folder / f"月报.{ending}").read_bytes().decode()
        assert written == busy("report", "monthly", "10", option).out
    busy("report", "monthly", "10", "-o", "月报.md", code=5)
    refused = busy("report", "monthly", "10", "-o", "月报.pdf", code=2).err
    assert "可用：.docx、.html、.md、.txt、.json、.xlsx、.csv。" in refused
    busy("report", "monthly", "10", "--md", "--csv", code=2)


def test_workbook_and_csv_hold_the_table_by_category(busy: Jinlin) -> None:
    rows = list(csv.reader(io.StringIO(busy("report", "monthly", "10", "--csv").out)))
    table = {row[0]: dict(zip(rows[0], row, strict=True)) for row in rows[1:]}
    total = list(table.values())[-1]
    assert int(total["结转"]) + int(total["受理"]) + int(total["重开"]) == 5
    busy("report", "monthly", "10", "-o", "月报.xlsx")
    import openpyxl

    sheet: Any = openpyxl.load_workbook(busy.folder / "月报.xlsx")["分类情况"]
    assert [[str(cell.value) for cell in row] for row in sheet.iter_rows()][-1] == rows[-1]


def test_markdown_tables_have_as_many_cells_as_headings(busy: Jinlin) -> None:
    lines = busy("report", "monthly", "10", "--full", "--md").out.splitlines()
    tables = [line for line in lines if line.startswith("|")]
    heads = [number for number, line in enumerate(tables) if set(line) <= set("|-: ")]
    assert len(heads) > 4
    for first, last in zip(heads, [*heads[1:], len(tables) + 1], strict=True):
        assert len({line.count("|") for line in tables[first - 1 : last - 1]}) == 1


def test_sum_line_is_the_sum_of_the_groups(busy: Jinlin) -> None:
    data = busy("report", "monthly", "10", "--json").data
    for name in ("carried_over", "received", "closed", "open", "overdue"):
        assert sum(row[name] for row in data["categories"]) == data["issues"][name]
        assert sum(row[name] for row in data["buildings"]) == data["issues"][name]


def test_what_was_merged_is_not_called_declined(jinlin: Jinlin) -> None:
    for title in ("甲", "乙"):
        jinlin("issue", "add", title, "--category", "公共照明", "--date", "2026-11-02")
    jinlin("issue", "merge", "2", "--into", "1")
    issues = jinlin("report", "monthly", "2026-11", "--json").data["issues"]
    assert (issues["merged"], issues["declined"], issues["open"]) == (1, 0, 1)
    page = jinlin("report", "monthly", "2026-11", lang="zh").out
    assert "并入其他事项1件" in page
    assert "不予受理" not in page


def test_what_is_late_comes_before_what_falls_due(jinlin: Jinlin) -> None:
    for day, number in (("2026-09-20", "M1"), ("2026-10-12", "M2")):
        jinlin("meeting", "add", "--type", "邻里议事会", "--time", f"{day} 19:30")
        jinlin("meeting", "attend", number, "林秀英")
    for number, text, due in (
        ("M1", "请物业修好大门", "2026-10-15"),
        ("M1", "补种花木", "2026-11-20"),
        ("M2", "换楼道灯", "2026-10-25"),
        ("M2", "清理楼顶", "2026-10-26"),
    ):
        jinlin("meeting", "resolve", number, text, "--owner", "林秀英", "--due", due)
    jinlin("meeting", "done", "M2-2", "--date", "2026-10-30")
    page = jinlin("report", "monthly", "10", "--md").out
    assert "换楼道灯（林秀英，10月25日前）" in page
    assert "清理楼顶（林秀英，已落实）" in page
    told = page.partition("## 七")[2]
    places = [
        told.index(text)
        for text in (
            "尽快落实本月决议中逾期的1项",
            "尽快落实逾期决议：请物业修好大门（10月15日到期），责任人林秀英",
            "11月20日前落实决议：补种花木",
        )
    ]
    assert places == sorted(places)
