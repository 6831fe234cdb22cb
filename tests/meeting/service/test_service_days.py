"""Service days: typed once, counted in five units that are never mixed, told wherever they belong."""

from __future__ import annotations

from pathlib import Path

import pytest
from harness import Jinlin, seeded

from jinlin.meeting.rules.kinds import service_types

CHAIN = "#接龙\n爱心日报名\n\n1. 陈建国 3-502\n2. 王芳\n3. 阿林\n4. 李雷 请假\n5. 张三丰+2\n"


@seeded
def serving(jinlin: Jinlin) -> Jinlin:
    jinlin("member", "add", "陈建国", "--party-state", "full")
    jinlin("member", "report-in", "王芳", "--employer", "教育局", "--date", "2026-03-01")
    jinlin("member", "report-in", "李雷", "--employer", "财政局", "--date", "2026-03-01")
    jinlin("team", "add", "便民服务队", "--kind", "志愿者")
    return jinlin


@pytest.fixture
def chain(serving: Jinlin) -> Path:
    path = serving.folder / "接龙.txt"
    path.write_text(CHAIN, "utf-8")
    return path


def held(jinlin: Jinlin, day: str, *more: object) -> dict[str, object]:
    found: dict[str, object] = jinlin(
        "service", "done", "爱心日", "--date", day, "--people", "陈建国,王芳", *more, "--json"
    ).data
    return found


def test_a_chain_and_numbers_typed_once_are_a_whole_service_day(
    serving: Jinlin, chain: Path
) -> None:
    before = serving.sql("SELECT count(*) FROM person")
    did = serving(
        "服务", "完成", "爱心日", "--日期", "10-25", "--名册", chain,
        "--served", "修脚=12,理发=20,草药泡脚=23", "--hours", "2", "--team", "便民服务队",
        "--yes", "--json",
    ).data  # fmt: skip
    assert (did["volunteers"], did["registered"], did["others"], did["unnamed"]) == (6, 2, 2, 2)
    assert (did["minutes"], did["served"], did["teams"]) == (720, 55, ["便民服务队"])
    assert (did["unknown"], did["left_out"]) == (["阿林", "张三丰"], ["李雷"])
    assert serving.sql("SELECT count(*) FROM person") == before
    [row] = serving("service", "list", "--json").data
    assert (row["day"], row["volunteers"], row["served"]) == ("2026-10-25", 6, 55)
    serving("undo", "--yes")
    assert serving("service", "list", "--json").data == []
    assert serving.sql("SELECT count(*) FROM attendance") == [(0,)]


def test_a_list_may_be_read_again_and_longer_and_counts_everybody_once(serving: Jinlin) -> None:
    did = serving(
        "service", "done", "爱心日", "--date", "10-25", "--others", "4", "--yes", "--json",
        "--people", "陈建国+2,阿林 +1,张伟 3-502,张伟 5-301,3-602,13805911234,请假 李雷,🌸",
    ).data  # fmt: skip
    counted = ("registered", "others", "unnamed", "volunteers")
    assert [did[key] for key in counted] == [1, 4, 8, 13]
    assert (did["left_out"], did["unread"]) == (["李雷"], ["🌸"])
    longer = "陈建国+2,阿林 +1,张伟 3号楼,张伟 5-301,3号楼602,13805911234,李姐+2"
    for _again in range(2):
        did = serving("service", "done", "M1", "--people", longer, "--yes", "--json").data
        assert [did[key] for key in counted] == [1, 5, 10, 16]


def test_lines_of_one_name_without_a_door_are_one_and_it_is_said(serving: Jinlin) -> None:
    lines = ("张伟", "张伟 3-502", "张伟 5-301", "李姐 2-201", "李姐 2号楼201")
    for order in (lines, lines[::-1], (*lines[1:], lines[0])):
        did = serving("service", "done", "爱心日", "--date", "10-25", "--people", ",".join(order),
                      "--yes", "--dry-run", "--json")  # fmt: skip
        assert did.data["others"] == 3
        assert "名单上写了两次，按一人算：张伟。" in did.err


def test_a_whole_service_day_is_read_from_bare_words(serving: Jinlin) -> None:
    (serving.folder / "接龙.txt").write_text("1. 王芳\n2. 阿林\n", "utf-8")
    did = serving(
        "爱心日", "10-25", "接龙.txt", "修脚12,理发20人次", "2小时", "--yes", "--json"
    ).data
    assert (did["day"], did["volunteers"], did["served"]) == ("2026-10-25", 2, 32)
    assert did["minutes"] == 240
    serving("service", "done", "爱心日", "11-04", code=2)
    serving("service", "done", "爱心日", "--served", "11-25", code=2)
    serving("team", "add", "便民队", "志愿者")
    serving("team", "join", "便民队", "接龙.txt", "--new", "--yes")
    assert serving.sql("SELECT count(*) FROM team_member") == [(2,)]
    serving("member", "add", "名单.xlsx", code=2)


def test_who_is_put_on_record_later_is_still_one_volunteer(serving: Jinlin) -> None:
    serving("service", "done", "义务劳动", "--people", "阿林,张伟 3-502")
    serving("team", "join", "便民服务队", "阿林", "--new")
    serving("building", "add", "3")
    serving("household", "add", "3-502")
    serving("household", "owner", "3-502", "张伟")
    did = serving(
        "service", "done", "M1", "--people", "阿林+1,张伟 5-301,张伟 3-502", "--json", "--yes"
    ).data
    assert (did["registered"], did["others"], did["unnamed"]) == (2, 1, 1)
    assert did["unknown"] == ["张伟"]


def test_five_hundred_join_from_a_sheet_and_are_counted_once_by_kind(serving: Jinlin) -> None:
    path = serving.folder / "名单.csv"
    names = [f"{one}{two}秀" for one in "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗梁宋郑谢韩"
             for two in "英建国丽娟志强美玲梁小花海涛慧敏永安月桂"]  # fmt: skip
    path.write_text("姓名,手机\n" + "".join(f"{name},\n" for name in names[:500]), "utf-8")
    serving("team", "add", "医护服务队", "--kind", "志愿者")
    serving("team", "add", "保洁队", "--kind", "专职")
    did = serving("team", "join", "便民服务队", "--people", path, "--new", "--yes", "--json").data
    assert len(did["added"]) == 500
    serving("team", "join", "医护服务队", "--people", path, "--yes")
    serving("team", "join", "保洁队", "陈建国")
    assert "志愿者队伍2支、500人；专职队伍1支、1人。" in serving("team", "list").out


def test_the_same_day_is_not_recorded_twice_and_is_added_to_by_its_number(
    serving: Jinlin,
) -> None:
    held(serving, "10-25", "--served", "理发=3")
    again = serving("service", "done", "爱心日", "--date", "10-25", "--served", "理发=9", code=1)
    assert "M1" in again.err
    did = serving(
        "service", "done", "M1", "--people", "王芳,阿林", "--served", "理发=5,修脚=1", "--json"
    ).data
    assert (did["volunteers"], did["served"]) == (3, 6)
    serving("meeting", "add", "--type", "支委会", "--time", "2026-10-20 19:00")
    assert "不是服务日" in serving("service", "done", "M2", "--others", "3", code=1).err


@pytest.mark.parametrize("day", ["周一", "周六", "周日", "3号", "5号"])
def test_what_is_announced_lies_ahead(serving: Jinlin, day: str) -> None:
    planned = serving("服务", "新增", "爱心日", day, "上午九点", "--json").data
    held_at = serving.sql("SELECT held_at FROM meeting")[0][0]
    assert planned["day"] >= serving.now.date().isoformat()
    assert held_at.startswith(f"{planned['day']}T01:00")


def test_today_leaves_out_a_service_day_that_was_held(serving: Jinlin) -> None:
    serving("service", "add", "爱心日", "--date", "今天")
    assert serving("today", "--json").data["meetings"]["total"] == 1
    serving("service", "done", "爱心日", "--others", "8")
    assert serving("today", "--json").data["meetings"]["total"] == 0


def test_a_planned_day_is_the_one_that_is_meant(serving: Jinlin) -> None:
    planned = serving(
        "service", "add", "义务劳动", "--date", "2026-11-05 9:00", "--place", "中庭",
        "--items", "栽梅花树", "--json",
    )  # fmt: skip
    assert planned.data["text"].startswith("#接龙\n")
    assert "手套" in planned.err
    assert serving("service", "list", "--json").data[0]["held"] is False
    did = serving("service", "done", "义务劳动", "--others", "8", "--json").data
    assert (did["number"], did["volunteers"], did["served"]) == ("M1", 8, None)
    assert did["items"] == [{"what": "栽梅花树", "served": None}]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("爱心日", "--served", "修脚=abc"), 2),
        (("爱心日", "--served", "修脚=-3"), 2),
        (("爱心日", "--served", "修脚"), 2),
        (("爱心日", "--served", "修脚=1,修脚=2"), 2),
        (("爱心日", "--served", "修脚=1", "--date", "2026-12-25"), 2),
        (("爱心日", "--served", "修脚=1", "--hours", "两天"), 2),
        (("爱心日", "--minors", "3"), 2),
        (("爱心日",), 2),
        (("美发日", "--served", "修脚=1"), 3),
        (("支委会", "--served", "修脚=1"), 3),
        (("义务劳动", "--served", "修脚=1", "--team", "没有的队"), 3),
        (("M9", "--served", "修脚=1"), 3),
        (("爱心日", "--people", "没有.xlsx"), 5),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    serving: Jinlin, words: tuple[str, ...], code: int
) -> None:
    serving("service", "done", *words, code=code)
    assert serving.sql("SELECT count(*) FROM meeting") == [(0,)]


def test_volunteers_under_14_are_a_number_whose_guardians_agreed(serving: Jinlin) -> None:
    did = held(serving, "10-25", "--minors", "3", "--guardians-agree", "--hours", "1")
    assert (did["volunteers"], did["minors"], did["minutes"]) == (5, 3, 300)


def test_who_was_there_has_served_in_reporting_in_and_in_her_employer_s_letter(
    serving: Jinlin,
) -> None:
    held(serving, "10-25", "--hours", "2")
    serving("service", "done", "爱心日", "--date", "2026-02-25", "--people", "王芳")
    serving("member", "report-in", "done", "王芳", "周末巡逻", "--minutes", "90")
    rows = {row["number"]: row for row in serving("member", "report-in", "list", "--json").data}
    [(number,)] = serving.sql("SELECT 'P' || number FROM person WHERE name = '王芳'")
    assert (rows[number]["times"], rows[number]["minutes"]) == (3, 210)
    serving("member", "opinion", "add", "王芳", "--from", "市教育局", "--cause", "评优评先")
    letter = serving("member", "opinion", "letter", "Y1", "--md").out
    assert "2026年10月25日，爱心日（2小时）" in letter, letter
    assert "2026年2月25日" not in letter
    shown = serving("member", "show", "王芳", "--json").data
    assert {one["service"] for one in shown["services"]} == {"爱心日", "周末巡逻"}


def test_who_settles_what_a_resident_brings_has_served(serving: Jinlin) -> None:
    serving("issue", "add", "3-502水龙头漏水", "--category", "维修")
    refused = serving("issue", "close", "1", "已修好", "--service", "30", code=1)
    assert "派单" in refused.err
    serving("issue", "assign", "1", "王芳")
    serving("issue", "close", "1", "已修好", "--service", "30")
    shown = serving("member", "show", "王芳", "--json").data["services"]
    assert [(one["service"], one["minutes"]) for one in shown] == [("办理小区事项", 30)]
    held(serving, "10-25", "--hours", "1")
    rows = {row["employer"]: row for row in serving("member", "report-in", "list", "--json").data}
    assert (rows["教育局"]["times"], rows["教育局"]["minutes"]) == (2, 90)
    serving("undo", "--yes")
    serving("undo", "--yes")
    rows = {row["employer"]: row for row in serving("member", "report-in", "list", "--json").data}
    assert rows["教育局"]["times"] == 0


def test_closing_what_a_steward_did_offers_the_line_that_counts_it(serving: Jinlin) -> None:
    def minutes() -> list[int]:
        return [
            one["minutes"]
            for one in serving("member", "show", "王芳", "--json").data.get("services", [])
        ]

    serving("team", "add", "便民队", "--kind", "红管家")
    serving("team", "join", "便民队", "王芳")
    serving("issue", "add", "楼道灯不亮")
    serving("issue", "assign", "1", "王芳")
    [line] = [one for one in serving("issue", "close", "1", "已修好").err.splitlines()
              if "王芳" in one]  # fmt: skip
    assert minutes() == []
    serving(*line.partition("jinlin ")[2].split())
    assert minutes() == [30]
    assert "--服务时长" not in serving("issue", "close", "1", "--service", "45").err
    assert minutes() == [45]
    serving("undo", "--yes")
    assert minutes() == [30]
    serving("issue", "close", "1", "又修好", "--service", "45", code=1)


def test_months_in_a_row_are_counted_and_a_missed_one_stays_missed(serving: Jinlin) -> None:
    for month in ("2026-06", "2026-07", "2026-09"):
        held(serving, f"{month}-25")
    assert held(serving, "2026-10-25")["row"] == 2
    serving("service", "kind", "爱心日", "--unbroken-since", "2022-09")
    shown = serving("service", "kind", "爱心日").out
    assert "连续2次" in shown
    assert "据支部说明" in shown
    assert "2026年8月" in shown


def test_what_is_usual_is_emptied_where_nothing_is_said(serving: Jinlin) -> None:
    usual = ("--place", "爱心长廊", "--items", "修脚,理发", "--unbroken-since", "2022-09")
    serving("service", "kind", "爱心日", *usual)
    serving("service", "kind", "爱心日", *(one if one[:2] == "--" else "" for one in usual))
    kept = serving.sql("SELECT place, items, unbroken_since FROM service_kind")
    assert kept == [(None, None, None)]


def test_a_meeting_attended_without_numbers_counts_too(serving: Jinlin) -> None:
    serving("meeting", "add", "--type", "爱心日", "--time", "2026-10-25")
    serving("meeting", "attend", "M1", "王芳")
    [row] = serving("service", "list", "--json").data
    assert (row["held"], row["volunteers"], row["minutes"]) == (True, 1, None)
    serving("meeting", "remove", "M1")
    assert [row["times"] for row in serving("member", "report-in", "list", "--json").data] == [0, 0]


def test_the_view_of_services_names_the_kinds_that_are_service_days(jinlin: Jinlin) -> None:
    [(sql,)] = jinlin.sql("SELECT sql FROM sqlite_schema WHERE name = 'service_done'")
    named = sql.rpartition("e.type IN (")[2].rstrip(") ;\n").replace("'", "").split(", ")
    assert named == list(service_types())


def test_the_monthly_report_tells_each_figure_in_its_own_unit(serving: Jinlin) -> None:
    held(serving, "10-25", "--served", "理发=20,修脚=5", "--hours", "2", "--others", "3")
    report = serving("report", "monthly", "2026-10", "--md").out
    assert "开展爱心日1场，志愿者5人次、10小时，服务居民25人次。" in report
    data = serving("report", "monthly", "2026-10", "--json").data
    assert data["services"]["persons"] == 2
    assert (data["services"]["times"], data["services"]["served"]) == (5, 25)
    serving("service", "done", "义务劳动", "--date", "10-11", "--others", "4")
    report = serving("report", "monthly", "2026-10", "--md").out
    assert "开展服务2场，志愿者9人次、10小时，服务居民25人次。" in report
    assert "开展爱心日1次、义务劳动1次。" in report or "开展义务劳动1次、爱心日1次。" in report


def test_today_asks_for_the_service_day_that_went_by(serving: Jinlin) -> None:
    held(serving, "09-25")
    serving.now = serving.now.replace(month=10, day=26)
    assert "爱心日" in str(serving("today", "--json").data["services"])
    serving("service", "done", "爱心日", "--others", "2")
    assert serving("service", "list", "--json").data[0]["day"] == "2026-10-25"
    assert serving("today", "--json").data["services"]["total"] == 0


def test_a_fixed_day_that_was_not_of_late_is_never_taken_for_today(serving: Jinlin) -> None:
    before = serving.db.read_bytes()
    refused = serving("service", "done", "爱心日", "--others", "2", code=2).err
    assert "2026-10-25" in refused
    assert "每月25日" in refused
    assert serving.db.read_bytes() == before
    serving("service", "done", "义务劳动", "--others", "2")
    serving.now = serving.now.replace(day=26)
    serving("service", "done", "爱心日", "--others", "2")
    assert "M2" in serving("service", "done", "爱心日", "--others", "3", code=1).err


def test_today_tells_of_a_fixed_day_that_is_near_and_that_nobody_planned(serving: Jinlin) -> None:
    def ahead() -> list[str]:
        data = serving("today", "--json").data["services_ahead"]
        return [] if not data["total"] else [data["first"][0]["day"], data["next"]]

    serving.now = serving.now.replace(month=11, day=22)
    assert ahead() == [], "no kind is kept up here"
    serving("service", "kind", "爱心日", "--place", "中庭")
    assert ahead() == ["2026-11-25", "jinlin 服务 新增 爱心日 --日期 2026-11-25"]
    serving.now = serving.now.replace(day=21)
    assert ahead() == [], "it is four days ahead"
    serving.now = serving.now.replace(day=25)
    serving("service", "add", "爱心日", "--date", "2026-11-28")
    assert ahead() == [], "it was moved"
    serving.now = serving.now.replace(day=26)
    assert serving("today", "--json").data["services"]["total"] == 0


def test_names_typed_on_the_line_are_read_as_in_a_list(serving: Jinlin) -> None:
    did = serving(
        "service", "done", "爱心日", "--date", "10-25", "--yes", "--json",
        "--people", "陈建国+2,李晓芳 13800001234",
    ).data  # fmt: skip
    assert (did["volunteers"], did["registered"], did["unnamed"]) == (4, 1, 2)
    assert did["unknown"] == ["李晓芳"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("service", "done", "M1"), 2),
        (("service", "done", "M1", "--served", "修脚=1", "--date", "2026-09-01"), 1),
        (("meeting", "edit", "M1", "--type", "支委会"), 1),
    ],
)
def test_a_service_day_keeps_its_day_its_kind_and_its_numbers(
    serving: Jinlin, words: tuple[str, ...], code: int
) -> None:
    held(serving, "2026-10-25", "--served", "修脚=12")
    before = serving.dump()
    serving(*words, code=code)
    assert serving.dump() == before


def test_the_board_is_told_figures_and_teams_and_nobody_s_name(
    serving: Jinlin, chain: Path
) -> None:
    serving(
        "service", "done", "爱心日", "--date", "10-25", "--people", chain, "--served",
        "修脚=12,理发=20", "--hours", "2", "--team", "便民服务队", "--place", "阿林家门口", "--yes",
    )  # fmt: skip
    serving("service", "kind", "爱心日", "--unbroken-since", "2022-09")
    page = serving("service", "page", "--of", "10月", "--md").out
    notice = serving(
        "notice", "post", "--from", "服务", "--of", "10月", "--place", "公示栏", "--yes"
    )
    hung = serving("notice", "print", "N1", "--md").out
    for text in (page, hung):
        assert "开展服务1场；志愿者6人次，12小时；服务居民32人次；参加队伍1支" in text
        assert "感谢便民服务队和全体志愿者" in text
        assert "2022年9月起未间断" in text
        for name in ("陈建国", "王芳", "阿林", "李雷", "张三丰"):
            assert name not in text + notice.out
    assert "没有登记服务" in serving("service", "page", "--of", "9月", code=1).err


def test_the_sheet_to_sign_lists_what_must_be_there(serving: Jinlin) -> None:
    serving("service", "add", "爱心日", "--date", "11-25 9:00", "--items", "理发,修脚,义诊,下棋")
    sheet = serving("service", "sheet", "爱心日", "--md").out
    assert "爱心日活动前核对清单" in sheet
    assert "理发、修脚 | 工具一客一消毒" in sheet
    assert "医务人员带执业证" in sheet
    assert "没有排定" in serving("service", "sheet", "公益课堂", code=3).err
