"""Whoever takes over finds on the list every running thing, with its money and its day."""

from __future__ import annotations

import re
from typing import Any

import pytest
from docx import Document
from elevator.adopted import with_account
from harness import Jinlin, seeded


@seeded
def running(jinlin: Jinlin) -> Jinlin:
    """A complex in which one of everything is going on, on 5 November 2026."""
    with_account(jinlin)
    jinlin("elevator", "pay", "3-1-401", "20000")
    jinlin("elevator", "pay", "3-1-502", "30000")
    jinlin("elevator", "pay", "3-1-502", "10000", "--date", "11-04", "--yes")
    jinlin("elevator", "reverse", "R3", "--reason", "记错", "--yes")
    jinlin("elevator", "spend", "X1", "8000", "--to", "设计院", "--for", "设计费", "--yes")
    jinlin("elevator", "affected", "add", "3-1-101", "--effect", "采光")
    jinlin("elevator", "running", "X1", "2026-10", "--power", "320", "--due", "11-30")
    jinlin("issue", "add", "路灯不亮", "--category", "公共照明", "--date", "2026-11-04")
    jinlin("issue", "add", "等材料", "--category", "公共照明", "--date", "2026-11-04")
    jinlin("issue", "defer", "2", "--until", "2026-12-01", "--reason", "缺材料")
    jinlin("notice", "post", "停水通知", "--type", "通知", "--text", "明日停水", "--for", "全体居民",
           "--place", "大厅", "--date", "2026-11-04")  # fmt: skip
    jinlin("notice", "ask", "食堂几点开", "--date", "2026-11-04")
    jinlin("notice", "ask", "我家的事怎样了", "--date", "2026-11-04", "--private")
    jinlin("member", "report-in", "add", "张伟", "--employer", "市财政局")
    jinlin("member", "opinion", "add", "张伟", "--from", "市财政局", "--cause", "评优评先",
           "--reply-by", "2026-11-20")  # fmt: skip
    jinlin("team", "add", "红管家服务队", "--kind", "红管家", "--leader", "林秀英")
    jinlin("household", "visit", "3-1-301", "--date", "2026-11-01", "--by", "林秀英", "--next",
           "2026-11-20", "--result", "老人独居")  # fmt: skip
    jinlin("meeting", "add", "支委会", "--type", "支委会", "--time", "2026-11-10 19:30")
    jinlin("branch", "fund", "income", "--amount", "500", "--purse", "党费", "--from", "社区党委",
           "--for", "拨付", "--by", "林秀英", "--yes")  # fmt: skip
    jinlin("branch", "room", "add", "党员活动室", "--place", "3号楼架空层")
    return jinlin


def listed(jinlin: Jinlin) -> str:
    """Return the list as Markdown, where a row is a line."""
    return jinlin("db", "handover", "--md").out


@pytest.mark.parametrize(
    "row",
    [
        r"\| 2026-0001 \| 路灯不亮 \| .*；指定责任人，尽快受理 \| — \| 2026\.11\.\d+ \|",
        r"\| 2026-0002 \| 等材料 \| .*；2026\.12\.1恢复办理 \|",
        r"### 3号楼1单元更换电梯（X1）",
        r"处于“施工”阶段。进入下一阶段“.*”尚缺：",
        r"\*\*收款账户\*\*：王建国，工商银行 6222 0000 1111；经手人赵敏，复核人钱芳",
        r"\| 收入（元） \| 50,000\.00 \| 0\.00 \|",
        r"\| 支出（元） \| 8,000\.00 \| 0\.00 \|",
        r"\| 结余（元） \| 42,000\.00 \| 0\.00 \|",
        r"\| 已开收据（张） \| 3（其中作废1） \| 0 \|",
        r"\| 各户待缴（元） \| 380,000\.00 \| 320\.00 \|",
        r"\| 其中到期未缴（元） \| ",
        r"出资约定：.*；未签：[\d、]*401",
        r"尚未达成处理的利害关系业主：101。",
        r"运行费已分摊到2026年10月。",
        r"\| M1 \| 支委会 \| 2026\.11\.10 \|",
        r"\| N1 \| .*停水通知.* \| 2026\.11\.4 \| 事毕撤下 \|",
        r"\| Q1 \| 食堂几点开 \| 2026\.11\.5 \|",
        r"\| Q2 \| 保密事项 \| 2026\.11\.5 \|",
        r"\| Y1 \| 市财政局 \| 张\\\*\\\* \| 2026\.11\.20 \|",
        r"\| 党费 \| 500\.00 \| 0\.00 \| 500\.00 \| 1 \|",
        r"\| 红管家服务队 \| 红管家 \| 林秀英 \| 1 \|",
        r"\| 3号楼1单元301室 \| .* \| 2026\.11\.20 \| 2026\.11\.1 \|",
        r"\| 物品名称 \| 存放地点 \| 保管人 \|",
        r"\| 党员活动室 \| 3号楼架空层 \|",
    ],
)
def test_it_is_on_the_list(running: Jinlin, row: str) -> None:
    assert re.search(row, listed(running)), listed(running)


def test_nothing_personal_comes_with_it(running: Jinlin) -> None:
    said = listed(running)
    for word in ("独居", "我家的事", "张伟", "【", "2026-11"):
        assert word not in said, word


def test_the_figures_are_those_of_the_books(running: Jinlin) -> None:
    data: Any = running("db", "handover", "--json").data
    [project] = data["projects"]
    rows = running("elevator", "arrears", "X1", "--all", "--json").data
    assert project["balance_fen"] == 4_200_000
    assert project["receipts"] == 3
    assert project["outstanding_fen"] - 32_000 == sum(r["due_fen"] - r["net_fen"] for r in rows)
    assert sorted(data["questions"]) == ["Q1", "Q2"]
    assert data["letters"] == ["Y1"]
    assert data["visits"] == ["3-1-301"]


def test_a_project_that_was_given_up_says_whose_the_money_is(running: Jinlin) -> None:
    running("elevator", "end", "X1", "--reason", "业主不同意")
    said = listed(running)
    assert "2026年11月5日终止，原因：业主不同意。" in said
    assert "| 应退各户（元） | 50,000.00 |" in said
    assert "账户结余应退还2户，共5万元。其中8,000.00元已经支出" in said
    assert "未签" not in said
    rows = running("elevator", "arrears", "X1", "--all", "--json").data
    assert {row["prepaid_fen"] for row in rows} == {0}
    assert sum(row["credit_fen"] for row in rows) == 5_000_000


def test_a_scheme_that_belongs_to_no_project_is_told(jinlin: Jinlin) -> None:
    jinlin("building", "add", "1", "--floors", "7")
    jinlin("household", "add", "1-1-201", "--area", "90")
    jinlin("household", "add", "1-1-301", "--area", "90")
    jinlin("elevator", "split", "--building", "1", "--entrance", "1", "--total", "48万", "--save",
           "试算")  # fmt: skip
    assert "**E1 试算**：48万元" in listed(jinlin)


def test_who_was_elected_is_named_and_other_residents_are_not(jinlin: Jinlin) -> None:
    for name in ("周慧敏", "郑国梁", "郑小明"):
        jinlin("member", "add", name, "--party-state", "正式党员")
    jinlin("meeting", "add", "--type", "支部党员大会", "--time", "2026-11-04 19:30")
    jinlin("meeting", "item", "M1", "补选青年委员")
    jinlin("meeting", "attend", "M1", "周慧敏", "林秀英", "郑国梁", "郑小明")
    jinlin("meeting", "elect", "M1", "1", "周慧敏=4", "--handed-out", "4", "--collected", "4")
    jinlin("meeting", "resolve", "M1", "周慧敏同志当选，请郑小明布置会场", "--item", "1")
    assert "当选" not in listed(jinlin)
    jinlin("meeting", "resolve", "M1-1", "--owner", "林秀英")
    said = listed(jinlin)
    assert "周慧敏同志当选" in said
    assert "郑小明" not in said


def test_who_signs_has_room_and_stands_with_text(running: Jinlin) -> None:
    running("db", "handover", "移交.docx")
    texts = [p.text for p in Document(str(running.folder / "移交.docx")).paragraphs if p.text]
    assert [text.split("：")[0] for text in texts[-4:]] == ["移交人", "接收人", "监交人", "日期"]
    assert all("＿" in text or "_" in text for text in texts[-4:])
    assert texts[-5].startswith("以上各项已当面点交")


def test_an_empty_complex_tells_only_what_is_not_there(jinlin: Jinlin) -> None:
    said = listed(jinlin)
    for word in ("电梯项目", "公示公告", "走访", "来函", "服务队伍", "待召开"):
        assert word not in said, word
    assert "## 一、未办结事项\n\n无" in said
    assert "0、" not in said
    assert "物品名称" in said
