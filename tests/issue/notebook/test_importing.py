"""`jinlin issue import`: the paper notebook comes along, with its past."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from harness import Jinlin, seeded

HEADER = "反映时间,事项,类别,楼栋,地点,反映人,联系电话,来源,责任人,办理时限,状态,办结时间,办理结果,满意度"
SOLVED = (
    "2026-09-02 19:15,西侧路灯不亮,公共照明,,西侧步道,张小梅,139 0000 0004,巡查,林秀英,2026-09-07,"
    "已办结,2026-09-04,换灯泡,满意"
)
OPEN = "2026-10-29,草坪有白蚁,绿化与虫害,2号楼,东侧草坪,,,微信,物业公司,11-05,办理中,,已约防治单位,"
NEW = "2025-12-31,井盖松动,市政公用与交通,,3号楼门口,,,,,,,,,"


@seeded
def built(jinlin: Jinlin) -> Jinlin:
    """A complex with buildings 2 and 3."""
    jinlin("building", "add", "2")
    jinlin("building", "add", "3")
    return jinlin


def notebook(jinlin: Jinlin, *rows: str, header: str = HEADER, name: str = "事项.csv") -> Path:
    path = jinlin.folder / name
    path.write_text("\n".join((header, *rows)) + "\n", "utf-8-sig")
    return path


def take(jinlin: Jinlin, *rows: str, code: int = 0, header: str = HEADER) -> Any:
    path = notebook(jinlin, *rows, header=header)
    return jinlin("issue", "import", path, "--yes", "--json", code=code).data


def test_past_dates_statuses_and_ratings_come_along(built: Jinlin) -> None:
    assert take(built, SOLVED, OPEN, NEW) == {
        "added": 3, "changed": 0, "unchanged": 0, "missing": 0, "rejected": [],
        "reject_file": None, "notes": [], "changes": [], "missing_records": [],
        "dry_run": False,
    }  # fmt: skip
    solved = built("issue", "show", "2026-1", "--unmask", "--json").data
    wanted = {
        "title": "西侧路灯不亮", "category_code": "lighting", "status": "closed_solved",
        "channel": "patrol", "reporter": "张小梅", "reporter_phone": "13900000004",
        "steward": "林秀英", "handler": None, "due_on": "2026-09-07", "result": "换灯泡",
        "satisfaction": "satisfied", "reported_at": "2026-09-02T19:15:00+08:00",
        "closed_at": "2026-09-04T00:00:00+08:00", "age_days": 2,
    }  # fmt: skip
    assert {name: solved[name] for name in wanted} == wanted
    growing = built("issue", "show", "2026-2", "--json").data
    wanted = {
        "building": "2", "handler": "物业公司", "steward": None, "status": "in_progress",
        "due_on": "2026-11-05", "overdue": False, "result": None, "closed_at": None,
    }  # fmt: skip
    assert {name: growing[name] for name in wanted} == wanted
    new = built("issue", "show", "2025-1", "--json").data
    assert (new["status"], new["channel"], new["building"]) == ("reported", "other", "3")
    assert new["due_on"] == "2026-01-15"  # ten working days: 1 and 2 January off, Sunday the 4th on


def test_the_steps_stand_at_their_own_moments(built: Jinlin) -> None:
    take(built, SOLVED, OPEN)
    steps = built.sql(
        "SELECT issue_id, kind, at, to_status, satisfaction FROM issue_event ORDER BY id"
    )
    assert steps == [
        (1, "reported", "2026-09-02T11:15:00Z", "reported", None),
        (1, "assigned", "2026-09-02T11:15:00Z", "in_progress", None),
        (1, "closed", "2026-09-03T16:00:00Z", "closed_solved", None),
        (1, "rated", "2026-09-03T16:00:00Z", None, "satisfied"),
        (2, "reported", "2026-10-28T16:00:00Z", "reported", None),
        (2, "assigned", "2026-10-28T16:00:00Z", "in_progress", None),
        (2, "noted", "2026-11-05T04:00:00Z", None, None),
    ]


def test_numbers_follow_the_order_of_the_reports(built: Jinlin) -> None:
    built("issue", "add", "先记的", "--category", "设施")
    take(built, OPEN, SOLVED)
    titles = {i["number"]: i["title"] for i in built("issue", "list", "--json").data}
    assert titles == {
        "2026-0001": "先记的", "2026-0002": "西侧路灯不亮", "2026-0003": "草坪有白蚁",
    }  # fmt: skip
    assert built("issue", "add", "x", "--category", "设施", "-q").out == "2026-0004\n"


def test_the_same_file_twice_adds_nothing(built: Jinlin) -> None:
    take(built, SOLVED, OPEN, NEW, SOLVED)
    entries = len(built("log", "--json").data)
    again = take(built, SOLVED, OPEN, NEW, SOLVED)
    assert (again["added"], again["unchanged"]) == (0, 4)
    assert built.sql("SELECT count(*) FROM issue") == [(3,)]
    assert len(built("log", "--json").data) == entries


def test_it_is_one_entry_and_one_undo(built: Jinlin) -> None:
    before = len(built("log", "--json").data)
    take(built, SOLVED, OPEN, NEW)
    assert len(built("log", "--json").data) == before + 1
    built("undo", "--yes")
    assert built.sql("SELECT count(*) FROM issue") == [(0,)]
    assert built.sql("SELECT count(*) FROM issue_event") == [(0,)]
    built("redo", "--yes")
    assert built.sql("SELECT count(*) FROM issue") == [(3,)]


def test_a_rehearsal_leaves_the_file_as_it_was(built: Jinlin) -> None:
    path = notebook(built, SOLVED, "x")
    before = built.db.read_bytes()
    built("issue", "import", path, "--dry-run", "--json", code=5)
    assert built.db.read_bytes() == before
    assert [found.name for found in built.folder.glob("*.csv")] == ["事项.csv"]


BAD = [
    ("反映时间", "明年某日,x,其他,,,,,,,,,,,"),
    ("反映时间", ",x,其他,,,,,,,,,,,"),
    ("反映时间", "2026-11-06,x,其他,,,,,,,,,,,"),
    ("反映时间", "0001-01-01,x,其他,,,,,,,,,,,"),
    ("事项", "2026-10-01,,其他,,,,,,,,,,,"),
    ("事项", f"2026-10-01,{'路' * 201},其他,,,,,,,,,,,"),
    ("类别", "2026-10-01,x,天文,,,,,,,,,,,"),
    ("楼栋", "2026-10-01,x,其他,9号楼,,,,,,,,,,"),
    ("反映人", "2026-10-01,x,其他,,,张**,,,,,,,,"),
    ("联系电话", "2026-10-01,x,其他,,,,138****1234,,,,,,,"),
    ("来源", "2026-10-01,x,其他,,,,,托梦,,,,,,"),
    ("办理时限", "2026-10-01,x,其他,,,,,,,2026-09-30,,,,"),
    ("办理时限", "2026-10-01,x,其他,,,,,,,尽快,,,,"),
    ("状态", "2026-10-01,x,其他,,,,,,,,差不多,,,"),
    ("办结时间", "2026-10-01,x,其他,,,,,,,,已办结,,,"),
    ("办结时间", "2026-10-01,x,其他,,,,,,,,办理中,2026-10-02,,"),
    ("办结时间", "2026-10-01,x,其他,,,,,,,,已办结,2026-09-30,,"),
    ("办结时间", "2026-10-01,x,其他,,,,,,,,已办结,2026-11-06,,"),
    ("办理结果", "2026-10-01,x,其他,,,,,,,,已答复（暂未解决）,2026-10-02,,"),
    ("满意度", "2026-10-01,x,其他,,,,,,,,已办结,2026-10-02,,还行"),
    ("满意度", "2026-10-01,x,其他,,,,,,,,办理中,,,满意"),
]


def test_a_bad_row_is_told_with_its_column_and_the_good_ones_are_in(built: Jinlin) -> None:
    found = take(built, SOLVED, *(row for _, row in BAD), code=5)
    assert found["added"] == 1
    assert [(problem["row"], problem["column"]) for problem in found["rejected"]] == [
        (number, column) for number, (column, _) in enumerate(BAD, 3)
    ]
    assert all(problem["reason"] for problem in found["rejected"])
    assert Path(found["reject_file"]).exists()


def test_all_or_nothing_when_asked(built: Jinlin) -> None:
    path = notebook(built, SOLVED, BAD[0][1])
    before = built.db.read_bytes()
    built("issue", "import", path, "--strict", "--yes", code=5)
    assert built.db.read_bytes() == before


def test_without_a_category_it_is_guessed_or_waits_and_each_row_is_told(built: Jinlin) -> None:
    path = notebook(built, "2026-10-01,x,,,,,,,,,,,,", "2026-10-02,路灯不亮,,,,,,,,,,,,")
    taken = built("issue", "import", path, "--yes")
    assert "2026-0001 x → 待归类\n" in taken.err
    assert "2026-0002 路灯不亮 → 公共照明（按字面归的）" in taken.err
    assert "jinlin 事项 列表 --类别 待归类" in taken.err
    listed = built("issue", "list", "--json").data
    assert {row["title"]: row["category"] for row in listed} == {
        "x": "待归类", "路灯不亮": "公共照明",
    }  # fmt: skip


def test_what_stands_below_the_status_is_understood(built: Jinlin) -> None:
    said = {
        "是,2026-10-02": "closed_solved",
        "否,": "in_progress",
        ",2026-10-02": "closed_solved",
        "已上报,": "escalated",
        "在办,": "in_progress",
        "不予受理,2026-10-02": "declined",
    }
    rows = (
        f"2026-10-01,{title},其他,{words}"
        for title, words in zip("甲乙丙丁戊己", said, strict=True)
    )
    take(built, *rows, header="日期,事项,类别,是否办结,办结时间")
    listed = built("issue", "list", "--json").data
    assert {issue["title"]: issue["status"] for issue in listed} == dict(
        zip("甲乙丙丁戊己", said.values(), strict=True)
    )


@pytest.mark.usefixtures("unchanged")
def test_a_file_that_is_no_notebook_is_told(jinlin: Jinlin) -> None:
    path = jinlin.folder / "x.csv"
    for content, code in (
        ("日期,类别\n2026-10-01,其他\n", 5),
        ("", 5),
        ("随便一行字\n", 5),
        ("\x00\x01", 5),
    ):
        path.write_text(content, "utf-8")
        jinlin("issue", "import", path, "--yes", code=code)


@pytest.mark.usefixtures("unchanged")
def test_a_file_that_is_not_there_is_told(jinlin: Jinlin) -> None:
    jinlin("issue", "import", "没有.xlsx", "--yes", code=5)


def test_what_rests_in_the_notebook_is_due_when_it_is_back(built: Jinlin) -> None:
    header = "日期,事项,状态,暂缓至,办理时限"
    take(built, "2026-09-02,路灯不亮,暂缓办理,2026-11-20,2026-09-07", header=header)
    issue = built("issue", "show", "1", "--json").data
    assert (issue["status"], issue["due_on"]) == ("deferred", "2026-11-20")
    assert built("issue", "list", "--overdue", "--json").data == []
    assert built("today", "--json").data["overdue"]["total"] == 0


def test_no_status_leads_back_to_the_beginning(built: Jinlin) -> None:
    """A notebook may name who is in charge of what nobody has begun."""
    take(built, "2026-09-02,路灯不亮,待受理,物业公司", header="日期,事项,状态,责任人")
    issue = built("issue", "show", "1", "--json").data
    steps = [(step["kind"], step["to_status"]) for step in issue["events"]]
    assert (issue["status"], steps) == ("reported", [("reported", "reported"), ("assigned", None)])


def test_headers_people_write_by_hand_days_as_numbers_and_words_for_a_category(
    built: Jinlin,
) -> None:
    header = "日期,什么事,谁反映,怎么处理,谁去办,办完日期,满意吗"
    made = take(
        built,
        "46300,3号楼楼道灯不亮,张小梅,换灯泡,林秀英,46302.5,满意",
        "46301,有点事,,,,,",
        header=header,
    )
    assert (made["added"], len(made["notes"])) == (2, 3)
    lamp = built("issue", "show", "1", "--json").data
    assert lamp["category_code"] == "lighting"
    assert (lamp["reported_at"][:10], lamp["closed_at"][:16]) == ("2026-10-05", "2026-10-07T12:00")
    assert (lamp["satisfaction"], lamp["steward"]) == ("satisfied", "林秀英")
    assert (lamp["reporter"], lamp["result"]) == ("张小梅", "换灯泡")
    assert built("issue", "show", "2", "--json").data["category_code"] == "unsorted"


def test_a_spoken_word_is_a_category_or_the_hint_is_told(built: Jinlin) -> None:
    header = "日期,事项,类别"
    assert take(built, "2026-10-05,楼上吵,装修噪音", header=header)["added"] == 1
    refused = notebook(built, "2026-10-05,别的,天气", header=header, name="二.csv")
    error = built("issue", "import", refused, "--yes", "--json", code=5).data
    assert "天气" in error["rejected"][0]["reason"]


def test_a_notebooks_own_word_for_a_category_is_taken_and_to_be_looked_over(
    built: Jinlin,
) -> None:
    empty = built.db.read_bytes()
    for word, title, code in (
        ("照明", "西侧的灯", "lighting"),
        ("绿化", "东边那棵", "green"),
        ("漏水", "楼上漏到楼下", "leak_dispute"),
        ("灯类", "路灯不亮", "lighting"),
    ):
        built.db.write_bytes(empty)
        made = take(built, f"2026-10-05,{title},{word}", header="日期,事项,类别")
        assert (made["added"], len(made["notes"])) == (1, 1), word
        assert built("issue", "show", "1", "--json").data["category_code"] == code, word


def test_a_word_that_may_mean_several_categories_is_refused(built: Jinlin) -> None:
    found = take(built, "2026-10-05,有点事,漏水", header="日期,事项,类别", code=5)
    assert "漏水纠纷" in found["rejected"][0]["reason"]


def test_a_header_of_two_lines_is_told_on_one(built: Jinlin) -> None:
    path = notebook(built, "2026-10-05,", header='日期,"反映\n内容"')
    problems = built("issue", "import", path, "--yes", code=5).err
    assert "“反映内容”" in problems


def test_a_word_for_several_statuses_is_the_usual_one(built: Jinlin) -> None:
    rows = (
        "2026-10-05,灯坏,open,,好",
        "2026-10-05,门坏,已结,2026-10-06,好",
        "2026-10-05,窗坏,unsolved,2026-10-06,好",
    )
    take(built, *rows, header="日期,事项,状态,办结时间,办理结果")
    assert built.sql("SELECT title, status FROM issue ORDER BY id") == [
        ("灯坏", "in_progress"), ("门坏", "closed_solved"), ("窗坏", "closed_unsolved"),
    ]  # fmt: skip


def test_who_is_not_named_is_nobody(built: Jinlin) -> None:
    take(built, "2026-10-05,灯坏,匿名", header="日期,事项,反映人")
    assert built.sql("SELECT reporter FROM issue") == [(None,)]


def test_a_missing_column_is_asked_for_by_its_name(jinlin: Jinlin) -> None:
    path = notebook(jinlin, "2026-10-05,x", header="日期,类别")
    assert "=事项" in jinlin("issue", "import", path, "--yes", lang="zh", code=5).err


def test_a_known_number_needs_no_report_moment_and_a_new_row_does(
    jinlin: Jinlin, tmp_path: Path
) -> None:
    jinlin("issue", "add", "路灯不亮", "--category", "其他", "--date", "2026-10-01 08:00")
    path = tmp_path / "办结.csv"
    head = "事项编号,事项,类别,状态,办结时间,办理结果\n"
    path.write_text(head + "2026-0001,路灯不亮,其他,已办结,2026-10-05,换了灯泡\n", "utf-8")
    done = jinlin("issue", "import", path, "--yes", "--json").data
    assert (done["changed"], done["rejected"]) == (1, [])
    assert jinlin.sql("SELECT status, result FROM issue") == [("closed_solved", "换了灯泡")]
    path.write_text(head + "2026-0007,井盖坏了,其他,未办结,,\n", "utf-8")
    refused = jinlin("issue", "import", path, "--yes", "--json", code=5).data["rejected"]
    assert "反映时间" in str(refused)


def test_the_word_content_is_an_issue_title(jinlin: Jinlin, tmp_path: Path) -> None:
    path = tmp_path / "台账.csv"
    path.write_text("日期,内容\n2026-10-01,路灯不亮\n", "utf-8")
    jinlin("issue", "import", path, "--yes")
    assert jinlin.sql("SELECT title FROM issue") == [("路灯不亮",)]


def test_a_day_without_a_time_is_shown_as_a_day(jinlin: Jinlin) -> None:
    jinlin("issue", "add", "路灯不亮", "--category", "其他", "--date", "2026-10-01 08:00")
    jinlin("issue", "close", "1", "--date", "2026-10-05")
    for verb in ("show", "trace"):
        assert "00:00" not in jinlin("issue", verb, "1").out
