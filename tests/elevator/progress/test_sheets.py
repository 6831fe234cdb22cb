"""The sheet for one door, the leader's list, the notice: what stands on them and what never does."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import docx
import openpyxl
import pytest
from elevator.projects import DOORS, adopted, amounts, project
from harness import Jinlin, seeded

from jinlin.core import i18n
from jinlin.core.money import in_yuan, yuan_words
from jinlin.core.numerals import in_capitals
from jinlin.documents.box import TO_WRITE_IN, Box, told
from jinlin.documents.fitting import fitted, sheets
from jinlin.documents.measures import Laid
from jinlin.documents.page import Page
from jinlin.documents.screen import text_of as text_of_pages
from jinlin.elevator.commands.progress import sheet


@seeded
def house(jinlin: Jinlin) -> Jinlin:
    adopted(jinlin)
    jinlin("elevator", "edit", "--works-days", "90", "--contact", "王建国，1号楼架空层")
    return jinlin


def text_of(path: Path) -> str:
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    feet = [p.text for section in document.sections for p in section.footer.paragraphs]
    return "\n".join([*(p.text for p in document.paragraphs), *cells, *feet])


def pages_of(jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch, *words: str) -> list[Page]:
    """Return the pages of a command before they become a file."""
    caught: list[Page] = []
    monkeypatch.setattr(sheet, "show_pages", lambda _call, pages, **_more: caught.extend(pages))
    jinlin("elevator", "sheet", *words)
    return caught


def test_a_sheet_shows_all_that_practice_asks_for(house: Jinlin) -> None:
    fen = amounts(house)["3-1-502"]
    house("elevator", "sheet", "3-1-502", "-o", "502.docx")
    said = text_of(house.folder / "502.docx")
    for words in (
        "梅苑小区3号楼1单元更换电梯征求意见单", "第1轮", "第1版，2026年11月5日确定",  # 1
        "☑ 意向摸底", "□ 正式表决", "□ 出资约定",
        "48万元", "未计", "维修资金", "工期90天", "运行维护费",  # 2
        "3号楼1单元502室（5层）", "100.00平方米", "业主戊二",  # 3
        f"{yuan_words(fen)}（大写：{in_capitals(fen)}）", "分摊系数", "分期", "分户账", "公积金",  # 4
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
    rows = openpyxl.load_workbook(house.folder / "方案.xlsx")["各户"].iter_rows(values_only=True)
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
    assert "2026年11月20日前可以更改" in said
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
    assert "本户金额：＿" in said.replace(" ", "")
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
    assert "已扣12万元" in said


def test_instalments_and_the_doors_own_fund_stand_on_it(house: Jinlin) -> None:
    house("elevator", "instalments", "X1", "30%@签约", "70%@验收")
    house("elevator", "fund", "3-1-502", "--balance", "8000", code=None)
    said = house("elevator", "sheet", "3-1-502").out
    assert "第一期（签约）" in said


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
    for words in ("3-1-502", "2026.11.19", "交回", "尚未征询"):
        assert words in said, words


def test_the_notice_names_standards_and_no_homes(house: Jinlin) -> None:
    house("elevator", "quote", "add", "甲公司", "48万")
    house("elevator", "quote", "accept", "1")
    house("elevator", "cost", "add", "一层补偿", "5000", "--to", "3-1-101", "--source", "协议书")
    house("elevator", "notice", "--place", "单元门口,宣传栏", "--contact", "王建国 1号楼架空层")
    [(title, body, signer, basis, places, ends)] = house.sql(
        "SELECT title, body, signer, basis, places, ends_on FROM notice"
    )
    assert "3号楼1单元" in title
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
    assert "已到账12万元" in said
    assert "未到账" not in said
    assert "补助到账前" not in said


def test_who_is_compensated_stands_on_nobody_elses_sheet(jinlin: Jinlin) -> None:
    project(jinlin)
    cost = ("elevator", "cost", "add")
    jinlin(*cost, "设备", "48万", "--source", "报价单")
    jinlin(
        *cost, "101 业主甲一 采光", "1万", "--kind", "补偿", "--to", "3-1-101", "--source", "协议书"
    )
    jinlin("elevator", "split", "--project", "X1", "--save", "一")
    jinlin("elevator", "adopt", "--yes")
    said = jinlin("elevator", "sheet", "3-1-702").out
    assert "低楼层补偿1万元" in said
    assert "业主甲一" not in said


def test_a_version_adopted_before_breakfast_is_of_that_day(jinlin: Jinlin) -> None:
    jinlin.now = jinlin.now.replace(day=4, hour=22)  # 6:00 on the 5th in China
    adopted(jinlin)
    assert "第1版，2026年11月5日确定" in jinlin("elevator", "sheet", "3-1-502").out


@pytest.fixture
def tower(jinlin: Jinlin) -> Jinlin:
    """A tower of thirty floors, its owners' names long, its cost of many lines, a vote going on."""
    owners = "欧阳正华、上官婉儿、买买提·阿不都热依木、福建省梅苑房地产开发有限公司"
    rows = (
        f"3,1,{floor}0{door},{floor},{80 + 10 * door}.00,{owners}"
        for floor in range(1, 31)
        for door in range(1, 5)
    )
    roster = "\n".join(("楼栋,单元,房号,楼层,专有面积,产权人", *rows))
    project(jinlin, kind="加装", roster=roster)
    jinlin("elevator", "quote", "add", "福建省春江闽升电梯工程安装维修有限责任公司", "48万")
    jinlin("elevator", "quote", "accept", "1", "--reason", "价低")
    for text in ("电力增容和管线迁移", "井道基础和钢结构", "设计、地勘、监理和检测", "绿化恢复"):
        jinlin("elevator", "cost", "add", text, "18000.50", "--source", "报价单")
    jinlin(
        "elevator",
        "subsidy",
        "add",
        "5万",
        "--text",
        "既有住宅加装电梯财政补助",
        "--source",
        "通知",
    )
    rule = "一层不分担；二层以上按分摊系数分担，每季度一次，由使用管理者收取并公布"
    jinlin("elevator", "edit", "--works-days", "120", "--running-rule", rule,
           "--contact", "业主代表王建国，1号楼架空层党群服务站，每晚7时至8时，13900000001")  # fmt: skip
    jinlin("elevator", "split", "--project", "X1", "--round", "100", "--save", "一", "--json")
    jinlin("elevator", "adopt", "--yes")
    terms = (
        "30%@签订施工合同@2026-12-01",
        "40%@设备进场@2027-02-01",
        "30%@监督检验合格@2027-06-01",
    )
    jinlin("elevator", "instalments", "X1", *terms)
    jinlin("elevator", "ballot", "open", "--closes", "11-20")
    return jinlin


@pytest.mark.parametrize("paper", ["征求意见", "表决", "出资约定"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_door_of_a_tower_has_one_sheet_with_room_to_write(
    tower: Jinlin, monkeypatch: pytest.MonkeyPatch, paper: str, lang: str
) -> None:
    tower.variables["JINLIN_LANG"] = lang
    pages = pages_of(tower, monkeypatch, "--all", "--for", paper)
    assert len(pages) == 120 - (paper == "出资约定") * 4  # who pays
    size = fitted(pages)
    assert [sheets(Laid(page, size)) for page in pages] == [1] * len(pages)
    to_write = [
        row
        for block in pages[0].blocks
        if isinstance(block, Box)
        for row in block.rows
        if not row.cells[-1].text
    ]
    assert len(to_write) >= (1 if paper == "出资约定" else 4)
    assert all(row.height >= TO_WRITE_IN for row in to_write)


def test_an_amount_is_reckoned_in_one_way_and_in_two_lines(
    tower: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    [page] = pages_of(tower, monkeypatch, "3-1-1202", "--for", "征求意见")
    box = page.blocks[0]
    assert isinstance(box, Box)
    [how] = [text for label, text in told(box) if label == "计算方法"]
    share, amount = how.split("\n")
    assert share.startswith("本户在12层")
    assert re.fullmatch(r"按系数计算为[\d,.]+元，取整到一百元，应出[\d,]+00元。", amount)
    assert "精确" not in text_of_page(page)


def test_a_ballot_says_by_which_law_and_what_makes_it_pass(
    tower: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    [page] = pages_of(tower, monkeypatch, "3-1-2602", "--for", "表决")
    said = text_of_page(page)
    for words in (
        "《中华人民共和国民法典》第二百七十八条",
        "三分之二以上",
        "实施方案，四分之三以上同意",
    ):
        assert words in said, words


def test_an_agreement_binds_two_parties(tower: Jinlin, monkeypatch: pytest.MonkeyPatch) -> None:
    tower("elevator", "milestone", "使用单位", "--detail", "梅苑小区业主委员会")
    [page] = pages_of(tower, monkeypatch, "3-1-2602", "--for", "出资约定")
    said = text_of_page(page)
    for words in (
        "甲方（代表出资业主）：业主代表王建国", "乙方（3号楼1单元2602室登记产权人）", "多退少补",
        "使用管理者为梅苑小区", "安全管理员", "受损补偿", "后加入", "违约", "一式两份",
        "甲方（业主代表签名）", "乙方（登记产权人全体签名）",
    ):  # fmt: skip
        assert words in said, words


def text_of_page(page: Page) -> str:
    i18n.install("zh")
    return text_of_pages([page])


def test_an_affected_owner_has_an_agreement_to_sign(house: Jinlin) -> None:
    house("elevator", "cost", "add", "一层补偿", "12000", "--to", "3-1-101", "--source", "协议书")
    affected = ("elevator", "affected")
    house(*affected, "agreement", "3-1-101", code=3)
    house(*affected, "add", "3-1-101", "--effect", "采光", "--text", "南侧卧室采光减少")
    house(*affected, "add", "3-1-101", "--effect", "占用")
    house(*affected, "settle", "3-1-101", "--how", "井道改用玻璃", "--effect", "采光")
    house("电梯", "利害关系业主", "协议书", "3-1-101", "-o", "协议.docx")
    said = text_of(house.folder / "协议.docx")
    for words in (
        "3号楼1单元更换电梯利害关系业主协议", "甲方（代表出资业主）：业主代表王建国",
        "乙方（3号楼1单元101室登记产权人）：业主甲一", "第二百八十八条、第二百九十三条",
        "采光（南侧卧室采光减少）", "井道改用玻璃", "1.2万元（大写：壹万贰仟元整）", "占用专有部分", "甲方（业主代表签名）",
    ):  # fmt: skip
        assert words in said, words
    data = house(*affected, "agreement", "3-1-101", "--json").data
    assert (data["effects"], data["compensation_fen"]) == (["private_part", "light"], 1_200_000)
