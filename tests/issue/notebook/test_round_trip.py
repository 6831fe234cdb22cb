"""The notebook out and in again: every format, both languages, and rows that change what is here."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest
from harness import Jinlin, seeded
from issue.adding import Add

LANGUAGES = ("zh", "en")


@seeded
def register(jinlin: Jinlin) -> Jinlin:
    """A complex without any issue."""
    jinlin("building", "add", "3", "--floors", "6")
    jinlin("household", "add", "3-1-502")
    jinlin("member", "add", "李华")
    shutil.copyfile(jinlin.db, jinlin.folder / "空.db")
    return jinlin


@seeded
def lived(register: Jinlin, add: Add) -> Jinlin:
    """Issues in every way of coming, of standing and of ending, to the second."""
    jinlin = register
    add("张美华家路灯不亮", "--room", "3-1-502", "--reporter", "张美华", "--channel", "微信",
        "--reporter-phone", "13800001234", "--assign", "李华", "--date", "2026-10-08")  # fmt: skip
    jinlin(
        "issue", "close", "1", "--result", "换灯泡\n第二天又去看过", "--date", "2026-10-10 18:20"
    )
    jinlin("issue", "rate", "1", "不满意", "--reason", "还是暗")
    for place, channel in enumerate(
        ("door", "phone", "patrol", "meeting", "12345", "公示栏", "其他")
    ):
        jinlin.now = jinlin.now.replace(second=place)
        urgency = ("一般", "紧急", "特急")[place % 3]
        add(f"事{place}", "--channel", channel, "--urgency", urgency, "--place", "北门")
    jinlin("issue", "defer", "2", "--until", "2026-12-20", "--reason", "等新桶")
    jinlin("issue", "close", "3", "--unsolved", "--reason", "没办法")
    jinlin("issue", "decline", "4", "--reason", "不属本小区")
    jinlin("issue", "consult", "5", "商量着办")
    jinlin("issue", "escalate", "6", "--to", "街道", "--request", "x")
    jinlin("issue", "call", "6", "--lead", "城管")
    jinlin("issue", "merge", "7", "--into", "8")
    add(
        "=1+1", "--private", "--against", "某物业", "--on-behalf-of", "王奶奶", "--reporter", "李四"
    )
    add("楼上吵", "--category", "其他邻里矛盾", "--public-title", "某户噪声")
    add("无", "--place", "/", "--reporter", "欧 阳", "--against", "无", "--date", "昨天")
    jinlin("issue", "close", "11", "--result", "-")
    for _twice in range(2):
        add("同一件事", "--place", "3-1-502 门前", "--building", "3")
    return jinlin


def other(jinlin: Jinlin) -> Jinlin:
    """Another database with the same registers."""
    shutil.copyfile(jinlin.folder / "空.db", jinlin.folder / "新.db")
    return Jinlin(
        jinlin.folder, now=jinlin.now, variables={"JINLIN_DB": str(jinlin.folder / "新.db")}
    )


@pytest.mark.parametrize("ending", ["csv", "json", "xlsx"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_exported_comes_back_byte_for_byte(lived: Jinlin, ending: str, lang: str) -> None:
    first, second = lived.folder / f"一.{ending}", lived.folder / f"二.{ending}"
    lived("issue", "export", "-o", first, "--yes", lang=lang)
    fresh = other(lived)
    spoken = LANGUAGES[LANGUAGES.index(lang) - 1]  # the other one reads it
    found = fresh("issue", "import", first, "--yes", "--json", lang=spoken).data
    assert (found["added"], found["rejected"]) == (13, [])
    fresh("issue", "export", "-o", second, "--yes", lang=lang)
    assert second.read_bytes() == first.read_bytes()
    added = fresh("issue", "add", "新的", "--category", "其他", "--json").data
    assert added["number"] == "2026-0014"


def table(jinlin: Jinlin, *, row: str = "2026-0009", **changes: str) -> Path:
    """Export, change the cells of one issue by their headings, and return the file."""
    path = jinlin.folder / "改.csv"
    jinlin("issue", "export", "-o", path, "--yes", "--force")
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))
    for one in rows:
        if one["事项编号"] == row:
            one.update(changes)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return path


def imported(jinlin: Jinlin, path: Path) -> tuple[int, int, int]:
    found = jinlin("issue", "import", path, "--yes", "--json").data
    return found["added"], found["changed"], found["unchanged"]


def test_the_same_file_again_changes_nothing(lived: Jinlin) -> None:
    assert imported(lived, table(lived)) == (0, 0, 13)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_list_without_results_and_days_changes_nothing_either(lived: Jinlin, lang: str) -> None:
    lived("issue", "list", "-o", "单.csv", "--yes", lang=lang)
    assert "没办法" not in (lived.folder / "单.csv").read_text("utf-8-sig")
    assert imported(lived, lived.folder / "单.csv") == (0, 0, 13)
    fields = "number,reported_at,title,category,status"
    lived("issue", "list", "--fields", fields, "-o", "窄.csv", "--yes", lang=lang)
    assert imported(lived, lived.folder / "窄.csv") == (0, 0, 13)


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"状态": "已答复（暂未解决）", "办结时间": "2026-11-05 12:00"}, "要写原因"),
        ({"状态": "已办结"}, "办结"),
        ({"事项编号": "2026-0099", "状态": "已答复（暂未解决）", "办结时间": "2026-11-05 12:00"}, "要写原因"),
        ({"事项编号": "2026-0099", "状态": "已办结"}, "办结"),
        ({"事项编号": "2026-0099", "状态": "已并入其他事项", "办结时间": "2026-11-05 12:00"}, "并入"),
    ],
)  # fmt: skip
def test_a_row_that_closes_an_issue_says_when_and_why(
    lived: Jinlin, changes: dict[str, str], wanted: str
) -> None:
    before = lived.dump()
    refused = lived("issue", "import", table(lived, **changes), "--yes", code=5).err
    assert "有1行退回" in refused
    assert wanted in refused.split("有1行退回")[1]
    assert lived.dump() == before


def test_a_row_with_a_number_changes_that_issue(lived: Jinlin) -> None:
    path = table(
        lived, 事项="算错账了", 责任人="李华", 状态="已办结", 办结时间="2026-11-05 12:00", 办理结果="改了",
        满意度="满意",
    )  # fmt: skip
    told = lived("issue", "import", path, "--dry-run", "--json", lang="en").data["changes"]
    what = "Issue title; Steward; Status; Closed at; Outcome; Satisfaction"
    assert told == [{"record": "2026-0009", "what": what}], "a confidential one: no values"
    assert imported(lived, path) == (0, 1, 12)
    now = lived("issue", "show", "9", "--json").data
    assert (now["title"], now["steward"], now["status"]) == ("算错账了", "李华", "closed_solved")
    assert (now["result"], now["satisfaction"], now["accused"]) == ("改了", "satisfied", "某物业")
    assert [step["kind"] for step in now["events"]] == [
        "reported", "edited", "assigned", "closed", "rated",
    ]  # fmt: skip
    assert "更新1件" in lived("log").out.replace(" ", "")
    assert imported(lived, table(lived)) == (0, 0, 13)


def test_an_empty_cell_leaves_what_is_there(lived: Jinlin) -> None:
    assert imported(lived, table(lived, 反映人="", 被反映方="")) == (0, 0, 13)


@pytest.mark.parametrize(
    "changes",
    [
        {"反映时间": "2026-11-01 09:00"},
        {"状态": "已上报"},
        {"状态": "暂缓办理", "暂缓至": "2026-12-01"},
        {"状态": "已并入其他事项", "并入": "2026-0099", "办结时间": "2026-11-05 12:00"},
        {"事项编号": "2026-0002"},
    ],
)
def test_what_a_table_cannot_do_is_refused_and_nothing_is_changed(
    lived: Jinlin, changes: dict[str, str]
) -> None:
    path = table(lived, **changes)
    lived("issue", "export", "-o", "前.json", "--yes")
    refused = lived("issue", "import", path, "--yes", code=5).err
    assert "有1行退回" in refused
    lived("issue", "export", "-o", "后.json", "--yes")
    assert (lived.folder / "前.json").read_bytes() == (lived.folder / "后.json").read_bytes()


def test_moments_with_their_distance_from_utc_are_read(jinlin: Jinlin) -> None:
    (jinlin.folder / "x.csv").write_text(
        "反映时间,事项,类别\n2026-11-02T10:00:30Z,灯,公共照明\n2026-11-03T09:15+08:00,门,公共照明\n",
        "utf-8",
    )
    jinlin("issue", "import", "x.csv", "--yes")
    rows = jinlin("issue", "list", "--json").data
    assert {row["reported_at"] for row in rows} == {
        "2026-11-02T18:00:30+08:00", "2026-11-03T09:15:00+08:00",
    }  # fmt: skip


def test_a_notebook_s_own_count_is_no_number_of_ours(jinlin: Jinlin) -> None:
    """`3` in a column called 事项编号 is not issue 3 of this year."""
    jinlin("issue", "add", "灯", "--category", "公共照明")
    (jinlin.folder / "x.csv").write_text(
        "事项编号,反映时间,事项,类别\n1,2026-11-02,门坏,公共照明\n", "utf-8"
    )
    jinlin("issue", "import", "x.csv", "--yes")
    titles = {row["number"]: row["title"] for row in jinlin("issue", "list", "--json").data}
    assert titles == {"2026-0001": "灯", "2026-0002": "门坏"}


@pytest.mark.parametrize(
    ("row", "changes", "wanted"),
    [
        ("2026-0001", {"办结时间": "2026-10-11 09:00"}, "重开"),
        ("2026-0003", {"状态": "办理中", "办结时间": ""}, "查看 2026-0003"),
        ("2026-0009", {"状态": "已并入其他事项", "并入": "2026-0001",
                       "办结时间": "2026-11-05 12:00"}, "查看 2026-0009"),
    ],
)  # fmt: skip
def test_a_table_moves_no_closing_and_opens_nothing(
    lived: Jinlin, row: str, changes: dict[str, str], wanted: str
) -> None:
    before = lived.dump()
    refused = lived("issue", "import", table(lived, row=row, **changes), "--yes", code=5).err
    assert wanted in refused
    assert lived.dump() == before


def test_a_table_corrects_result_category_place_and_due_day(lived: Jinlin) -> None:
    path = table(lived, row="2026-0003", 办理结果="实在没办法", 类别="公共照明", 楼栋="3",
                 房号="3-1-502", 办理时限="2027-01-15")  # fmt: skip
    assert imported(lived, path) == (0, 1, 12)
    now = lived("issue", "show", "3", "--json").data
    assert (now["result"], now["room"], now["due_on"]) == ("实在没办法", "502", "2027-01-15")
    assert imported(lived, table(lived)) == (0, 0, 13)


def test_an_issue_that_waits_to_be_sorted_does_not_come_back_private(register: Jinlin) -> None:
    register("issue", "add", "楼上的人搬走了", "--category", "待归类")
    register("issue", "export", "-o", "台账.csv", "--yes")
    shutil.copyfile(register.folder / "空.db", register.db)
    register("issue", "import", "台账.csv", "--source", "x", "--basis", "y", "--yes")
    assert register.sql("SELECT private FROM issue") == [(0,)]
    again = register(
        "issue", "import", "台账.csv", "--source", "x", "--basis", "y", "--yes", "--json"
    )
    assert (again.data["added"], again.data["changed"]) == (0, 0)


def test_a_row_that_cannot_be_taken_whole_changes_nothing_of_its_issue(lived: Jinlin) -> None:
    before = lived.dump()
    path = table(lived, row="2026-0011", 事项="改过的", 满意度="不满意")
    found = lived("issue", "import", path, "--yes", "--json", code=5).data
    assert (found["changed"], len(found["rejected"])) == (0, 1)
    assert lived.dump() == before


def test_what_was_ordered_and_paid_comes_back(register: Jinlin) -> None:
    register("branch", "offer", "add", "入户小修", "--price", "免费")
    register("branch", "offer", "add", "水管疏通", "--price", "80", "--unit", "次")
    register("branch", "offer", "add", "家电维修", "--price", "成本价")
    shutil.copyfile(register.db, register.folder / "空.db")
    paid = {"入户小修": "0.00", "水管疏通": "65.50", "家电维修": ""}
    for number, (offer, sum_) in enumerate(paid.items(), 1):
        register("issue", "add", f"事{number}", "--offer", offer)
        said = ("--paid", sum_) if offer == "水管疏通" else ()
        register("issue", "close", number, "--result", "好了", *said)
    register("issue", "export", "-o", "一.csv", "--yes")
    rows = csv.DictReader(io.StringIO((register.folder / "一.csv").read_text("utf-8-sig")))
    assert {row["服务项目"]: row["居民实付（元）"] for row in rows} == paid
    register("issue", "export", "-o", "en.csv", "--yes", lang="en")
    assert imported(register, register.folder / "en.csv") == (0, 0, 3)
    fresh = other(register)
    assert imported(fresh, register.folder / "en.csv") == (3, 0, 0)
    fresh("issue", "export", "-o", "二.csv", "--yes")
    assert (register.folder / "二.csv").read_bytes() == (register.folder / "一.csv").read_bytes()

    changed = table(register, row="2026-0003", **{"居民实付（元）": "32"})
    assert imported(register, changed) == (0, 1, 2)
    assert register("issue", "show", "3", "--json").data["paid_fen"] == 3_200
    before = register.dump()
    for cell, wanted in (("理发", "家电维修"), ("", "没写点的是什么")):
        row = {"事项编号": "", "事项": "新的", "服务项目": cell, "居民实付（元）": "5"}
        refused = table(register, row="2026-0003", **row)
        assert wanted in register("issue", "import", refused, "--yes", code=5).err
        assert register.dump() == before
