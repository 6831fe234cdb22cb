"""The sheet for one door, the leader's list, the notice: what stands on them and what never does."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import docx
import openpyxl
from elevator.projects import DOORS, adopted, amounts, project
from harness import Jinlin, seeded

from jinlin.core.money import in_yuan, yuan
from jinlin.core.numerals import in_capitals


@seeded
def house(jinlin: Jinlin) -> Jinlin:
    adopted(jinlin)
    jinlin("elevator", "edit", "--works-days", "90", "--contact", "王建国，1号楼架空层")
    return jinlin


def text_of(path: Path) -> str:
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_a_sheet_shows_all_that_practice_asks_for(house: Jinlin) -> None:
    fen = amounts(house)["3-1-502"]
    house("elevator", "sheet", "3-1-502", "-o", "502.docx")
    said = text_of(house.folder / "502.docx")
    for words in (
        "征求意见单", "第1轮", "X1-Z1-3-1-502", "E1 第1版（2026-11-05）",  # 1
        "☑ 意向摸底", "□ 正式表决", "□ 出资约定",
        "480,000.00元：见方案", "未计", "维修资金", "工期90天", "运行维护费",  # 2
        "3-1-502，5层；登记面积100.00㎡", "业主戊二",  # 3
        f"{yuan(fen)}元；大写：{in_capitals(fen)}", "分摊系数", "分期", "分户账", "公积金",  # 4
        "实施本工程", "使用维修资金", "本户出资额", "运行维护费的分摊", "委托业主代表办理", "□附条件",  # 5
        "采光", "理由、条件、补偿意见",  # 6
        "自愿表态", "个人信息只用于本事项",  # 7
        "登记产权人本人（共有的全体签名）", "委托书编号", "电话（自愿）",  # 8
        "走访人（两名）", "留置",  # 9
        "回执联", "王建国，1号楼架空层",  # 10
    ):  # fmt: skip
        assert words in said, words


def test_nobody_elses_amount_answer_or_name_stands_on_a_sheet(house: Jinlin) -> None:
    house("elevator", "consult", "3-1-501", "不同意", "--reason", "太贵了")
    others = [door for door in DOORS if door != "3-1-502"]
    for words in ((), ("--for", "表决"), ("--for", "出资约定")):
        if words:
            house("elevator", "ballot", "open", "--closes", "11-20", code=None)
        said = house("elevator", "sheet", "3-1-502", *words).out
        assert not any(door in said for door in others)
        assert "太贵了" not in said
        assert not any(f"业主{floor}一" in said for floor in "甲乙丙丁戊己庚")


def test_all_sheets_are_a_page_each(house: Jinlin) -> None:
    for name in ("全部.docx", "全部.html", "全部.md", "全部.txt"):
        house("elevator", "sheet", "--all", "-o", name)
        path = house.folder / name
        said = text_of(path) if name.endswith("docx") else path.read_text("utf-8-sig")
        for door in DOORS:
            assert said.count(f"X1-Z1-{door}") >= 1, (name, door)
        for fen in set(amounts(house).values()):
            assert in_capitals(fen) in said, name


def test_screen_json_files_and_the_frozen_plan_say_the_same_amounts(house: Jinlin) -> None:
    frozen = amounts(house)
    sheets = house("elevator", "sheet", "--all", "--json").data["sheets"]
    assert {s["household"]: s["amount_fen"] for s in sheets} == frozen
    listed = house("elevator", "consult", "list", "--json").data
    assert {row["household"]: row["amount_fen"] for row in listed} == frozen
    plan = house("elevator", "show", "E1", "--json").data["households"]
    assert {f"3-1-{h['room']}": h["amount_fen"] for h in plan} == frozen
    house("elevator", "show", "E1", "-o", "方案.xlsx")
    rows = (
        openpyxl.load_workbook(house.folder / "方案.xlsx").worksheets[0].iter_rows(values_only=True)
    )
    money = {str(row[0]): row for row in rows if row[0] and str(row[0]).startswith("3-1-")}
    assert {door: round(float(str(row[4])) * 100) for door, row in money.items()} == frozen
    text = house("elevator", "show", "E1", "--csv").out
    lines = {row[0]: row[4] for row in csv.reader(io.StringIO(text)) if row and row[0] in frozen}
    assert {d: round(float(a.replace(",", "")) * 100) for d, a in lines.items()} == frozen


def test_the_paper_that_is_due_is_chosen(house: Jinlin) -> None:
    def paper() -> str:
        return str(house("elevator", "sheet", "3-1-502", "--json").data["paper"])

    assert paper() == "consultation"
    house("elevator", "ballot", "open", "--closes", "2026-11-20")
    assert paper() == "ballot"
    said = house("elevator", "sheet", "3-1-502").out
    assert "2026-11-20" in said
    assert "☑ 正式表决" in said
    lines = ["地址,表态", *(f"{door},同意" for door in DOORS)]
    (house.folder / "票.csv").write_text("\n".join(lines) + "\n", "utf-8")
    house("elevator", "ballot", "import", "票.csv", "--yes")
    house("elevator", "ballot", "end", "--reason", "全部收齐")
    assert paper() == "agreement"
    assert len(house("elevator", "sheet", "--all", "--json").data["sheets"]) == 12  # who pays


def test_a_sheet_before_any_scheme_leaves_the_amount_blank(jinlin: Jinlin) -> None:
    project(jinlin)
    said = jinlin("elevator", "sheet", "3-1-502").out
    assert "尚未定案" in said
    assert "本户金额：＿" in said
    jinlin("elevator", "sheet", "3-1-502", "--for", "表决", code=1)
    jinlin("elevator", "sheet", "3-1-502", "--for", "出资约定", code=1)


def test_a_subsidy_that_has_not_come_is_shown_before_and_after(jinlin: Jinlin) -> None:
    adopted(jinlin, "48万", "--subsidy", "12万")
    after = amounts(jinlin)["3-1-702"]
    [sheet] = jinlin("elevator", "sheet", "3-1-702", "--json").data["sheets"]
    assert sheet["amount_fen"] == after
    assert sheet["advance_fen"] > after
    said = jinlin("elevator", "sheet", "3-1-702").out
    assert "补助到账前" in said
    assert "120,000.00" in said


def test_instalments_and_the_doors_own_fund_stand_on_it(house: Jinlin) -> None:
    house("elevator", "instalments", "X1", "30%@签约", "70%@验收")
    house("elevator", "fund", "3-1-502", "--balance", "8000", code=None)
    said = house("elevator", "sheet", "3-1-502").out
    assert "签约" in said


def test_wrong_words_write_nothing(house: Jinlin) -> None:
    before = {path.name for path in house.folder.iterdir()}
    for words, code in (
        ((), 2),
        (("3-1-502", "--all"), 2),
        (("3-9-999",), 3),
        (("3-1-502", "--for", "别的"), 2),
        (("3-1-502", "-o", "x.xlsx"), 2),
        (("--again",), 1),
    ):
        house("elevator", "sheet", *words, code=code)
        assert {path.name for path in house.folder.iterdir()} == before, words


def test_the_leaders_list_has_doors_and_no_names_and_is_handed_back(house: Jinlin) -> None:
    house("elevator", "consult", "3-1-502", "同意", "--by", "李华,王芳", "--next", "2周后")
    house("elevator", "sheet", "--list", "-o", "汇总.docx")
    said = text_of(house.folder / "汇总.docx")
    assert "业主" not in said.replace("业主代表", "")
    for words in ("3-1-502", "2026-11-19", "交回", "尚未征询"):
        assert words in said, words


def test_the_notice_names_standards_and_no_homes(house: Jinlin) -> None:
    house("elevator", "quote", "add", "甲公司", "48万")
    house("elevator", "quote", "accept", "1")
    house("elevator", "cost", "add", "一层补偿", "5000", "--to", "3-1-101", "--source", "协议")
    house("elevator", "notice", "--place", "单元门口,宣传栏", "--contact", "王建国 1号楼架空层")
    [(title, body, signer, basis, places, ends)] = house.sql(
        "SELECT title, body, signer, basis, places, ends_on FROM notice"
    )
    assert "3号楼 1 单元" in title
    fen = amounts(house)["3-1-502"]
    assert f"5层每户{in_yuan(fen)}" in body
    assert "1层不出资" in body
    numbers = set(re.findall(r"\d+", body))
    assert not any(door in body or door.rpartition("-")[2] in numbers for door in DOORS)
    assert "业主甲" not in title + body + basis
    assert (signer, places, ends) == ("业主代表王建国", "单元门口\n宣传栏", "2026-11-20")
    assert "二百七十八" in basis


def test_a_draft_is_not_up(house: Jinlin) -> None:
    got = house("elevator", "notice", "--draft", "--json").data
    assert (got["draft"], got["posted_on"]) == (True, None)
    assert house("elevator", "status", "--json").data["notice"] == "none"


def test_the_notice_refuses_what_would_not_hold(jinlin: Jinlin) -> None:
    project(jinlin)
    words = ("elevator", "notice", "--place", "单元门口", "--contact", "王")
    jinlin(*words, code=1)  # no version in force
    jinlin("elevator", "split", "--total", "48万", "--save", "一")
    jinlin("elevator", "adopt", "--yes")
    jinlin("elevator", "notice", code=2)  # where?
    jinlin("elevator", "notice", "--place", "单元门口", code=2)  # whom to ask?
    jinlin("elevator", "edit", "--responsible", "")
    jinlin(*words, code=1)  # nobody signs
    jinlin("elevator", "edit", "--responsible", "物业公司")
    jinlin(*words, code=1)  # it has no right to


def test_a_subsidy_in_the_books_has_come_for_the_sheet_too(jinlin: Jinlin) -> None:
    adopted(jinlin, "48万", "--subsidy", "12万")
    words = ("--payee", "王建国", "--account", "6222", "--handler", "赵敏", "--checker", "钱芳")
    jinlin("elevator", "account", "X1", *words)
    jinlin("elevator", "income", "X1", "12万", "--as", "补助", "--from", "区住建局")
    said = jinlin("elevator", "sheet", "3-1-702").out
    assert "已到账120,000.00元" in said
    assert "未到账" not in said
    assert "补助到账前" not in said


def test_who_is_compensated_stands_on_nobody_elses_sheet(jinlin: Jinlin) -> None:
    project(jinlin)
    cost = ("elevator", "cost", "add")
    jinlin(*cost, "设备", "48万", "--source", "报价单")
    jinlin(
        *cost, "101 业主甲一 采光", "1万", "--kind", "补偿", "--to", "3-1-101", "--source", "协议"
    )
    jinlin("elevator", "split", "--project", "X1", "--save", "一")
    jinlin("elevator", "adopt", "--yes")
    said = jinlin("elevator", "sheet", "3-1-702").out
    assert "低楼层补偿1万元" in said
    assert "业主甲一" not in said


def test_a_version_adopted_before_breakfast_is_of_that_day(jinlin: Jinlin) -> None:
    jinlin.now = jinlin.now.replace(day=4, hour=22)  # 6:00 on the 5th in China
    adopted(jinlin)
    assert "E1 第1版（2026-11-05）" in jinlin("elevator", "sheet", "3-1-502").out
