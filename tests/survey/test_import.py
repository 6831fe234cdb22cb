"""Answers from sheets of 问卷星 and 腾讯文档, and from our own form."""

from __future__ import annotations

import openpyxl
from harness import Jinlin, seeded

ONLINE = (
    "序号,提交答卷时间,所用时间,来源,来源详情,来自IP,1、您的房号,2、用餐困难吗？,"
    "3、要什么（多选）,4、一餐愿付几元,5、还缺什么\n"
)
ROWS = (
    "1,2026/11/4 8:00:01,60秒,微信,N/A,117.136.1.2(福建-宁德),3-1-101,有,理发┋义诊,12,(空)\n"
    "2,2026/11/4 8:00:09,61秒,微信,N/A,117.136.1.3(福建-宁德),3号楼1单元102室,没有,"
    "其他〖修伞〗,12元,无\n"
)


@seeded
def asked(jinlin: Jinlin) -> Jinlin:
    """A survey of doors, and one without names, of four homes."""
    jinlin("building", "add", "3")
    for room in ("101", "102", "201", "202"):
        jinlin("household", "add", f"3-1-{room}")
    jinlin("survey", "add", "居民需求", "-q", "用餐困难吗=有|没有", "-q", "要什么=多选:理发|义诊|其他",
           "-q", "一餐愿付几元=数字", "-q", "还缺什么=文字")  # fmt: skip
    jinlin("survey", "add", "物业评议", "--evaluate", "物业,业委会", "--groups", "党员,居民")
    return jinlin


def written(jinlin: Jinlin, text: str, name: str = "问卷星.csv") -> str:
    (jinlin.folder / name).write_text(text, "utf-8")
    return name


def test_a_sheet_from_outside_is_read_without_ip_source_and_time(asked: Jinlin) -> None:
    file = written(asked, ONLINE + ROWS + "3,2026/11/4 8:01:00,9秒,微信,N/A,117.136.1.4,3-1-999,"
                   "要,义诊,很多,\n" + "4,,,,,,3-1-101,没有,,,\n")  # fmt: skip
    before = asked.db.read_bytes()
    asked("survey", "import", file, "W1", "--dry-run", code=5)
    assert asked.db.read_bytes() == before
    got = asked("survey", "import", "W1", file, "--yes", "--json", code=5)
    assert (got.data["added"], len(got.data["rejected"])) == (2, 2)
    assert [(one["row"], one["column"]) for one in got.data["rejected"]] == [
        (4, "1、您的房号"), (5, "1、您的房号"),
    ]  # fmt: skip
    assert asked.sql("SELECT answers FROM survey_paper ORDER BY id") == [
        ("有\n理发|义诊\n12\n",), ("没有\n其他\n12\n",),
    ]  # fmt: skip
    kept = asked.db.read_bytes() + (asked.folder / "问卷星-退回.csv").read_bytes()
    for dropped in ("117.136", "微信", "60秒", "8:00:01"):
        assert dropped.encode() not in kept
    again = asked("survey", "import", "W1", written(asked, ONLINE + ROWS), "--yes", "--json").data
    assert (again["added"], again["changed"], again["unchanged"]) == (0, 0, 2)
    other = ROWS.replace(",有,", ",没有,")
    again = asked("survey", "import", "W1", written(asked, ONLINE + other), "--yes", "--json").data
    assert (again["changed"], again["unchanged"]) == (1, 1)
    assert asked.sql("SELECT count(*) FROM survey_paper WHERE removed_at IS NULL") == [(2,)]
    asked("undo", "--yes")
    assert asked.sql("SELECT count(*) FROM survey_paper") == [(2,)]


def test_every_answer_that_cannot_be_is_told_with_its_row_and_column(asked: Jinlin) -> None:
    file = written(asked, "房号（必填）,用餐困难吗,要什么,一餐愿付几元,还缺什么\n"
                   "3-1-101,要,理发,很多,\n3-1-102,有,剪纸,3,\n")  # fmt: skip
    said = asked("survey", "import", file, "W1", "--yes", code=5)
    for place in ("第2行", "用餐困难吗", "一餐愿付几元", "第3行", "要什么"):
        assert place in said.err + said.out
    [first] = [line for line in said.err.splitlines() if "第2行" in line]
    assert "不能写“很多”" in first
    assert asked.sql("SELECT count(*) FROM survey_paper") == [(0,)]
    file = written(asked, "房号,用餐难不难,要什么,一餐愿付几元,还缺什么\n3-1-101,有,理发,3,\n")
    assert "用餐困难吗" in asked("survey", "import", file, "W1", "--yes", code=5).err
    asked("survey", "import", file, "W1", "--yes", "--map", "用餐难不难=用餐困难吗")
    assert asked.sql("SELECT answers FROM survey_paper") == [("有\n理发\n3\n",)]
    asked("survey", "close", "W1")
    asked("survey", "import", file, "W1", "--yes", code=1)


def test_the_leaders_list_comes_back_filled_in_with_its_visits(asked: Jinlin) -> None:
    asked("survey", "sheet", "W1", "--list", "-o", "录入.xlsx")
    book = openpyxl.load_workbook(asked.folder / "录入.xlsx")
    sheet = book.worksheets[0]
    rows = list(sheet.iter_rows())
    start = next(n for n, row in enumerate(rows) if "完整地址" in [cell.value for cell in row])
    heads = {cell.value: place for place, cell in enumerate(rows[start])}
    filled = {
        "3-1-101": {"用餐困难吗": "有", "要什么": "理发、义诊", "走访人": "林秀英、杨卫国"},
        "3-1-102": {"答卷情况": "没见到", "走访人": "林秀英", "下次走访": "2026-11-20"},
        "3-1-201": {"答卷情况": "拒答", "用餐困难吗": "有"},
    }
    for row in rows[start + 1 :]:
        for head, value in filled.get(str(row[heads["完整地址"]].value), {}).items():
            row[heads[head]].value = value
    book.save(asked.folder / "录入.xlsx")
    got = asked("survey", "import", "录入.xlsx", "W1", "--yes", "--json", code=5).data
    assert (got["added"], got["rejected"][0]["column"]) == (2, "答卷情况")
    assert "3-1-202" in got["notes"][0]
    assert asked.sql("SELECT visitors, outcome, next_on, about_number FROM visit ORDER BY id") == [
        ("林秀英、杨卫国", "met", None, "W1"), ("林秀英", "not_at_home", "2026-11-20", "W1"),
    ]  # fmt: skip
    assert "不是" in asked("survey", "import", "录入.xlsx", "W2", "--yes", code=5).err


def test_anonymous_papers_come_in_without_doors_and_only_once(asked: Jinlin) -> None:
    head = "来自IP,房号,1、物业服务企业,2、业委会,评议身份\n"
    file = written(asked, head + "117.136.1.2,3-1-101,满意,基本满意,党员\n"
                   "117.136.1.3,3-1-102,不满意,,居民\n117.136.1.5,3-1-202,不满意,,居民\n"
                   "117.136.1.4,3-1-201,满意,满意,路人\n")  # fmt: skip
    got = asked("survey", "import", file, "W2", "--yes", "--json", code=5).data
    assert (got["added"], got["rejected"][0]["column"]) == (3, "评议身份")
    assert "房号" in got["notes"][0]
    assert sorted(asked.sql("SELECT answers, rater_group FROM survey_slip")) == [
        *[("not_satisfied\n", "居民")] * 2, ("satisfied\nbasically_satisfied", "党员"),
    ]  # fmt: skip
    kept = asked.db.read_bytes() + (asked.folder / "问卷星-退回.csv").read_bytes()
    assert b"117.136" not in kept
    assert b"3-1-201" not in (asked.folder / "问卷星-退回.csv").read_bytes()
    asked("survey", "import", file, "W2", "--yes", code=1)
    doors = written(asked, "房号,答卷情况\n3-1-101,已收\n3-1-102,拒答\n", "收卷.csv")
    asked("survey", "import", doors, "W2", "--yes")
    assert asked.sql("SELECT state, answers FROM survey_paper ORDER BY id") == [
        ("answered", None), ("refused", None),
    ]  # fmt: skip


def test_a_sheet_of_ratings_is_read_in_either_language_and_told_as_one(jinlin: Jinlin) -> None:
    jinlin(
        "survey",
        "add",
        "Bodies",
        "--evaluate",
        "业委会,物业",
        "--groups",
        "党员,居民",
        "--lang",
        "en",
    )
    file = written(
        jinlin, "物业公司,业主委员会,评议身份\n满意,不满意,党员\n满意,-,居民\n满意,,居民\n"
    )
    jinlin("survey", "import", file, "W1", "--yes")
    assert sorted(jinlin.sql("SELECT answers, rater_group FROM survey_slip")) == [
        *[("\nsatisfied", "居民")] * 2, ("not_satisfied\nsatisfied", "党员"),
    ]  # fmt: skip
    assert "答卷3份" in jinlin("log", "--limit", "1").out


def test_papers_of_people_come_in_by_name(jinlin: Jinlin) -> None:
    jinlin("member", "add", "杨卫国", "--party-state", "full")
    jinlin("survey", "add", "学习意愿", "-q", "周几合适=周三|周五", "--per", "人")
    file = written(jinlin, "姓名,周几合适\n杨卫国,周五\n无名氏,周三\n")
    got = jinlin("survey", "import", file, "--yes", "--json", code=5).data
    assert (got["added"], got["rejected"][0]["column"]) == (1, "姓名")
    assert jinlin.sql("SELECT answers FROM survey_paper") == [("周五",)]


def test_a_column_for_each_choice_is_one_answer(asked: Jinlin) -> None:
    file = written(
        asked,
        "1、您的房号,2、用餐困难吗？,3、要什么（多选）(理发),3、要什么（多选）—义诊,要什么:其他,"
        "4、一餐愿付几元,5、还缺什么\n"
        "3-1-101,有,1,0,其他〖修伞〗,12,\n3-1-102,有,(跳过),(跳过),-3,12,\n"
        "3-1-201,有,√,,也许,12,\n3-1-202,有,选中,义诊,未选中,12,\n",
    )
    got = asked("survey", "import", file, "W1", "--yes", "--json", code=5).data
    assert [one["column"] for one in got["rejected"]] == ["要什么:其他"]
    assert asked.sql("SELECT answers FROM survey_paper ORDER BY id") == [
        ("有\n理发|其他\n12\n",), ("有\n\n12\n",), ("有\n理发|义诊\n12\n",),
    ]  # fmt: skip
