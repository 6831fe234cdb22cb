"""Notices drawn from records, and what must be up by when."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from elevator.adopted import adopt
from harness import Jinlin
from notice.conftest import House
from report.records import at, recording

from jinlin.report.board.notice_duties import duties as asked
from jinlin.report.site.content import site_content


def body(jinlin: Jinlin, number: str) -> str:
    text: str = jinlin("notice", "show", number, "--json").data["body"]
    return text


def test_the_figures_of_a_month_are_those_of_the_monthly_report(lived_in: Jinlin) -> None:
    report = lived_in("report", "monthly", "10", "--json").data
    assert "结转0件、收到5件；办结2件（已解决2件），" in body(lived_in, "N2")
    assert "3号楼\t0\t4\t1\t3" in body(lived_in, "N2")
    assert report["issues"]["received"] == 5


def test_a_week_or_a_quarter_may_be_told_too(lived_in: Jinlin) -> None:
    for which, covers in (
        ("上周", "2026年10月26日至11月1日"), ("2026-W43", "2026年10月19日至10月25日"),
        ("3季度", "2026年第三季度"), ("9", "2026年9月"),
    ):  # fmt: skip
        got = lived_in("notice", "post", "--from", "事项", "--of", which, "--json").data
        assert got["title"] == f"{covers}事项办理情况公开"
        assert ("2026-0002\t" in body(lived_in, got["number"])) is (which == "2026-W43"), which


def test_categories_with_few_issues_are_counted_among_the_others(lived_in: Jinlin) -> None:
    with recording(lived_in.folder, lived_in.now) as records:
        records.issues = 5
        records.issue(at("10-07"), category="relief")
    lived_in("notice", "post", "--from", "事项", "--of", "10", "--yes")
    text = body(lived_in, "N7")
    assert "民生" not in text
    assert "设施\t0\t3\t1\t2" in text
    told = "不足3件的类别合并计入“其他”。"
    lines = text.split("\n")
    assert lines[lines.index(told) - 1].startswith("其他\t")
    assert told in lived_in("report", "monthly", "10", "--public").out
    assert told not in lived_in("report", "monthly", "10").out
    lived_in("notice", "site", "网站")
    assert told in (lived_in.folder / "网站" / "months.html").read_text("utf-8")


def test_what_is_private_is_in_no_list_of_what_was_solved(lived_in: Jinlin) -> None:
    assert "2026-0002\t" in body(lived_in, "N2")
    assert "2026-0004" not in body(lived_in, "N2")


def test_money_is_told_line_by_line_and_marked_as_disclosed(lived_in: Jinlin) -> None:
    text = body(lived_in, "N3")
    assert "上期结余0元，本期收入5,000元、支出300元，期末结余4,700元" in text
    assert "2026.8.2\t酬劳" in text
    assert "\t300.00\t4,700.00" in text
    entries = lived_in("branch", "fund", "list", "--json").data
    assert {row["disclosed_on"] for row in entries} == {"2026-11-05"}


def test_money_says_that_each_entry_has_a_voucher_only_where_each_has_one(jinlin: Jinlin) -> None:
    jinlin("branch", "fund", "income", "5000", "启动经费", "--from", "街道", "--for", "启动",
           "--date", "2026-08-01")  # fmt: skip
    jinlin("notice", "post", "--from", "经费", "--place", "大厅", "--draft")
    (jinlin.folder / "发票.pdf").write_bytes(b"%PDF-1.4")
    jinlin("branch", "fund", "voucher", "1", "发票.pdf")
    jinlin("notice", "post", "--from", "经费", "--place", "大厅", "--draft")
    assert body(jinlin, "N1").endswith("数据来源：收支台账。")
    assert body(jinlin, "N2").endswith("数据来源：收支台账，每笔均有凭证。")


def test_money_is_titled_by_its_quarter(lived_in: Jinlin) -> None:
    title = lived_in("notice", "show", "N3", "--json").data["title"]
    assert title == "2026年第三季度启动经费、工作经费收支情况公开"


def test_the_ways_issues_were_settled_add_up(busy: Jinlin) -> None:
    busy("notice", "post", "--from", "事项", "--of", "10", "--place", "大厅")
    told = "结转2件，收到3件；办结3件（已解决1件，已答复（暂未解决）1件，不予受理1件），尚在办理2件"
    assert told in body(busy, "N1").replace("、", "，")


def test_undoing_the_notice_undoes_the_disclosure(jinlin: Jinlin) -> None:
    jinlin("branch", "fund", "income", "--purse", "启动经费", "--amount", "5000", "--from",
           "金山街道党工委", "--for", "启动", "--date", "2026-08-01")  # fmt: skip
    before = jinlin.dump()
    jinlin("notice", "post", "--from", "经费", "--place", "大厅")
    jinlin("undo", "--yes")
    assert jinlin.dump() == before


def test_a_draft_of_the_fund_discloses_nothing_until_it_is_posted(jinlin: Jinlin) -> None:
    jinlin("branch", "fund", "income", "--purse", "启动经费", "--amount", "5000", "--from",
           "金山街道党工委", "--for", "启动", "--date", "2026-08-01")  # fmt: skip
    jinlin("notice", "post", "--from", "经费", "--of", "2026-3季度", "--place", "大厅", "--draft")
    assert jinlin("branch", "fund", "list", "--json").data[0]["disclosed_on"] is None
    jinlin("notice", "post", "N1")
    assert jinlin("branch", "fund", "list", "--json").data[0]["disclosed_on"] == "2026-11-05"


def test_a_scheme_shows_the_standard_of_each_floor(lived_in: Jinlin) -> None:
    text = body(lived_in, "N5")
    assert "总价300.00元；补助0.00元；由2户分摊300.00元" in text
    assert "楼层\t户数\t每户（元）\n1\t1\t0.00\n2\t1\t100.00\n3\t1\t200.00" in text
    assert lived_in("notice", "show", "N5", "--json").data["about"] == "plan/E1"


def test_what_the_party_decides_is_not_posted(lived_in: Jinlin) -> None:
    before = lived_in.db.read_bytes()
    refused = lived_in("notice", "post", "--from", "决议", "--of", "M2", code=1)
    assert "不上公示栏" in refused.err
    assert lived_in.db.read_bytes() == before


def test_what_records_do_not_hold_is_refused(jinlin: Jinlin) -> None:
    before = jinlin.db.read_bytes()
    for words, code in (
        (("事项", "--of", "2027-1"), 2), (("经费", "--of", "2027-1季度"), 2), (("经费", "--of", "九"), 2),
        (("经费", "--of", "2020-1季度"), 1), (("事项", "--of", "2027-W1"), 2), (("公共收益",), 1), (("决议",), 1), (("决议", "--of", "M9"), 3),
        (("决议", "--of", "九"), 2), (("电梯",), 3),
    ):  # fmt: skip
        jinlin("notice", "post", "--from", *words, "--place", "大厅", code=code)
        assert jinlin.db.read_bytes() == before, words


def test_a_month_in_which_nothing_happened_reads_sensibly(jinlin: Jinlin) -> None:
    jinlin("notice", "post", "--from", "事项", "--of", "2026-9", "--place", "大厅")
    assert body(jinlin, "N1") == (
        "截至2026年9月30日，没有收到和办结的事项。\n数据来源：支部事项台账。"
    )


def duties(jinlin: Jinlin, kind: str) -> list[dict[str, Any]]:
    return [row for row in jinlin("notice", "due", "--json").data if row["kind"] == kind]


def test_decisions_are_due_in_three_working_days_and_gone_when_posted(jinlin: Jinlin) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        records.meeting(at("11-04"), "friday_council", resolutions=[("修路灯", None, None)])
        records.meeting(at("11-04"), resolutions=[("支委会的事", None, None)])
        records.meeting(at("11-04"), "neighbours_council")
        records.meeting(at("08-04"), "friday_council", resolutions=[("早先的", None, None)])
    [due] = [row for row in duties(jinlin, "post") if row["number"]]
    assert (due["number"], due["due_on"], due["overdue"]) == ("M1", "2026-11-09", False)
    assert jinlin("today", "--json").data["to_post"]["total"] == 1
    jinlin("notice", "post", "--from", "决议", "--of", "M1", "--place", "大厅")
    assert [row for row in duties(jinlin, "post") if row["number"]] == []


def test_what_was_carried_out_is_due_in_five_working_days_until_its_result_is_posted(
    jinlin: Jinlin,
) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        records.meeting(
            at("10-16"),
            "friday_council",
            resolutions=[("修好小广场路灯", "物业", None), ("补种花木", None, None)],
        )
        records.meeting(at("10-20"), resolutions=[("支委会的事", None, None)])
    for number in ("M1-1", "M2-1"):
        jinlin(
            "meeting", "done", number, "--date", "2026-11-04", "--note", "换灯12盏，张三李四都说亮"
        )
    jinlin("notice", "post", "--from", "决议", "--of", "M1", "--place", "大厅")
    [due] = [row for row in duties(jinlin, "post") if row["number"]]
    assert (due["number"], due["due_on"]) == ("M1-1", "2026-11-11")
    assert due["what"] == "实施结果：修好小广场路灯"
    assert jinlin("today", "--json").data["to_post"]["total"] == 1
    assert "还没有落实" in jinlin("notice", "post", "--from", "结果", "--of", "M1-2", code=1).err
    jinlin("notice", "post", "--from", "结果", "--of", "M2-1", "--place", "大厅", code=1)
    jinlin("notice", "post", "--from", "结果", "--of", "M1-1", "--place", "大厅")
    said = body(jinlin, "N2")
    assert "修好小广场路灯" in said
    assert "落实日期：2026年11月4日" in said
    assert "结果：换灯12盏" in said
    assert [row for row in duties(jinlin, "post") if row["number"]] == []
    jinlin("notice", "withdraw", "N2", "写错了")
    assert [row["number"] for row in duties(jinlin, "post") if row["number"]] == ["M1-1"]
    jinlin("notice", "post", "--from", "结果", "--of", "M1", "--place", "大厅")
    assert [row for row in duties(jinlin, "post") if row["number"]] == []


def test_an_assembly_is_announced_fifteen_days_ahead(jinlin: Jinlin) -> None:
    jinlin("meeting", "add", "--type", "业主大会", "--time", "2026-12-01 19:30")
    [due] = [row for row in duties(jinlin, "post") if row["number"]]
    assert (due["number"], due["due_on"]) == ("M1", "2026-11-16")
    jinlin("notice", "post", "业主大会通知", "--about", "M1", "--matter", "业主大会", "--text", "表决票样",
           "--for", "全体业主", "--place", "大厅", "--signer", "业委会")  # fmt: skip
    assert [row for row in duties(jinlin, "post") if row["number"]] == []


def test_what_is_posted_regularly_is_due_once_in_each_turn(lived_in: Jinlin) -> None:
    def due(name: str) -> Any:
        [row] = [r for r in duties(lived_in, "post") if r["what"] == name]
        return row["due_on"], row["last_on"]

    assert due("一线处置办理情况") == ("2026-11-15", "2026-11-05")
    assert due("启动经费、工作经费收支") == ("2027-03-31", "2026-11-05")
    assert due("公共收益收支") == ("2026-12-31", None)
    assert due("红管家、党员楼长名单") == (None, None)


def test_what_is_over_comes_down_and_has_a_result(lived_in: Jinlin) -> None:
    assert [row["number"] for row in duties(lived_in, "take_down")] == ["N1"]
    assert [row["number"] for row in duties(lived_in, "result")] == ["N1"]
    lived_in("notice", "proof", "N1", "--down")
    assert duties(lived_in, "take_down") == []


def test_objections_and_questions_are_owed_an_answer(lived_in: Jinlin) -> None:
    lived_in.now = datetime(2026, 11, 9, 4, tzinfo=UTC)
    rows = duties(lived_in, "question")
    assert [(row["number"], row["overdue"]) for row in rows] == [("Q2", True), ("Q3", True)]
    assert "不公开的提问" not in lived_in("notice", "due").out
    assert "jinlin 公示" in lived_in("notice", "due").out
    lived_in("notice", "due", "-o", "应公开.html")
    assert "jinlin" not in (lived_in.folder / "应公开.html").read_text("utf-8")


def test_the_statements_do_not_grow_with_the_notices(jinlin: Jinlin) -> None:
    from notice.conftest import House

    from jinlin.report.site.content import site_content

    def statements(*, extra: int) -> list[int]:
        for place in range(extra):
            jinlin("notice", "post", f"通知{place}", "--type", "公示", "--text", "内容", "--basis", "讨论",
                   "--place", "大厅", "--contact", "支部", "--date", "2026-10-01")  # fmt: skip
            jinlin("notice", "ask", f"问{place}")
        counts = []
        with House(jinlin).reading() as reader:
            for question in (asked, site_content):
                seen: list[str] = []
                reader.connection.set_trace_callback(seen.append)
                question(reader)
                reader.connection.set_trace_callback(None)
                counts.append(len(seen))
        return counts

    assert statements(extra=2) == statements(extra=3)


def test_a_scheme_in_force_is_told_as_the_elevator_room_tells_it(jinlin: Jinlin) -> None:
    adopt(jinlin)
    words = ("notice", "post", "--from", "电梯", "--place", "大厅", "--contact", "0591-87654321")
    assert "业主代表" in jinlin(*words, code=1).err  # a bare name does not say for whom it signs
    jinlin(*words, "--signer", "业主代表")
    text = body(jinlin, "N1")
    assert "2层每户10,333.33元" in text
    assert "业主甲" not in text
    jinlin(
        "elevator",
        "edit",
        "X1",
        "--responsible",
        "3号楼1单元业主代表",
        "--witness",
        "梅苑社区居民委员会",
    )
    jinlin("notice", "withdraw", "N1", "重发")
    shown = jinlin(*words, "--json").data
    assert shown["signer"] == "3号楼1单元业主代表"
    assert shown["about"] == "plan/E1"


def test_whoever_acts_for_the_owners_on_a_notice_is_named_on_it(jinlin: Jinlin) -> None:
    adopt(jinlin)
    jinlin("issue", "add", "灯不亮", "--category", "公共照明", "--reporter", "石永泰")
    jinlin("elevator", "edit", "X1", "--responsible", "业主代表石永泰")
    told = jinlin("notice", "post", "--from", "电梯", "--place", "大厅",
                  "--contact", "石永泰13950010140").err  # fmt: skip
    jinlin("notice", "site", "网站")
    for text in (
        told,
        jinlin("notice", "print", "N1").out,
        (jinlin.folder / "网站" / "notice-1.html").read_text("utf-8"),
    ):
        assert "石永泰13950010140" in text
        assert "业主代表石永泰" in text
        assert "15" in text
    assert "公示期15日，自2026年11月6日起" in told
    assert "已隐去" not in told


def test_all_of_what_will_hang_is_shown(lived_in: Jinlin) -> None:
    told = lived_in("notice", "post", "--from", "事项", "--of", "10", "--dry-run").err.splitlines()
    page = lived_in("notice", "print", "N2").out.splitlines()
    above, _title, *below, _code = (line for line in page if line.strip())
    hangs = [above, *below]
    assert "路灯" in "".join(hangs)
    assert "N2 自2026-11-05起张贴着" in told[0]  # what would be asked before
    assert told[2 : len(hangs) + 2] == hangs


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (("--from", "事项", "--of", "10"), "N2"),
        (("--from", "经费", "--of", "3季度"), "N3"),
        (("--from", "决议", "--of", "M1"), "N4"),
    ],
)
def test_what_hangs_already_is_posted_again_only_on_purpose(
    lived_in: Jinlin, words: tuple[str, ...], first: str
) -> None:
    refused = lived_in("notice", "post", *words, code=2).err
    assert f"{first} 自2026-11-05起张贴着" in refused
    lived_in("notice", "post", *words, typed="n\n", code=None)
    assert lived_in.sql("SELECT count(*) FROM notice WHERE posted_on IS NOT NULL") == [(5,)]
    lived_in("notice", "post", *words, "--yes")
    assert lived_in.sql("SELECT count(*) FROM notice WHERE posted_on IS NOT NULL") == [(6,)]


def test_another_stretch_or_part_hangs_beside_it(lived_in: Jinlin) -> None:
    lived_in("notice", "post", "--from", "事项", "--of", "11")
    lived_in("notice", "withdraw", "N4", "重发")
    lived_in("notice", "post", "--from", "决议", "--of", "M1")


def test_what_is_up_is_refused_before_it_is_shown(lived_in: Jinlin) -> None:
    told = lived_in("notice", "post", "N2", code=1).err
    assert "N2 已不是草稿" in told
    assert "将上墙" not in told


def test_only_hidden_names_are_told_how_to_be_shown(jinlin: Jinlin) -> None:
    words = (
        "notice",
        "post",
        "换灯",
        "--type",
        "公告",
        "--basis",
        "x",
        "--place",
        "大厅",
        "--text",
    )
    assert "--可署名" not in jinlin(*words, "电话13912345678").err
    assert "--可署名" in jinlin(*words, "王先生家门口").err


def test_the_months_of_the_site_are_those_of_the_reports(jinlin: Jinlin) -> None:
    """What is dated by its day alone happened at midnight, the first moment of a month too."""
    with recording(jinlin.folder, jinlin.now) as records:
        records.issue(at("09-05"), (at("10-01 00:00"), "closed", "closed_solved"))
        records.issue(at("10-01 00:00"), (at("10-31 23:59"), "closed", "closed_solved"))
        records.issue(at("10-31 23:59"), (at("11-01 00:00"), "closed", "closed_solved"))
    with House(jinlin).reading() as reader:
        found = site_content(reader)
    assert [(str(p.stretch), p.received, p.closed, p.open) for p in found.months] == [
        ("2026-11", 0, 1, 0), ("2026-10", 2, 2, 1), ("2026-09", 1, 0, 1),
    ]  # fmt: skip
    total = found.latest.total
    assert (total.received, total.closed, total.open) == (2, 2, 1)


def test_the_notice_of_issues_holds_the_three_lines_of_the_press_report(jinlin: Jinlin) -> None:
    for title, category, *words in (
        ("水管爆裂", "公共管道下水"),
        ("榕泰物业把活动室租给超市", "公共收益与共有部分", "--against", "榕泰物业"),
        ("2号楼搭建停车棚", "停车与车棚充电桩"),
    ):
        jinlin("issue", "add", title, "--category", category, *words)
    jinlin("issue", "close", "1", "--result", "修好了")
    jinlin("issue", "consult", "2", "找物业谈")
    jinlin("issue", "edit", "2", "--public-title", "某物业侵占业主资产")
    jinlin("issue", "escalate", "3", "--to", "街道", "--request", "请城管到场")
    jinlin("issue", "call", "3", "--lead", "城管")
    jinlin("notice", "post", "--from", "事项", "--of", "11", "--place", "大厅")
    page = jinlin("notice", "print", "N1", "--md").out
    for line in (
        "| 水管爆裂 |", "| 某物业侵占业主资产 |  | 2026.11.5 | 事项协商中 |",
        "| 2号楼搭建停车棚 |  | 2026.11.5 | 部门呼叫中 |",
    ):  # fmt: skip
        assert line in page
    assert page.index("水管爆裂") < page.index("正在办理的") < page.index("某物业侵占")
    assert "榕泰" not in page
