"""Works from the first door to their end, as they are typed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from harness import Jinlin, seeded

from jinlin.core.typed import quoted


@seeded
def works(jinlin: Jinlin) -> Jinlin:
    """Works on the open ground floor of building 2, with two members and two homes."""
    jinlin("building", "add", "2", "--floors", "11", "--stilt-floor")
    for room in ("2-201", "2-202"):
        jinlin("household", "add", room, "--area", "90")
    jinlin("member", "add", "杨卫国", "--party-state", "full")
    jinlin("project", "add", "2号楼架空层改造", "--kind", "架空层", "--building", "2",
           "--budget", "8.6万", "--started", "2026-10-01")  # fmt: skip
    return jinlin


def held(jinlin: Jinlin, kind: str, day: str) -> None:
    """Hold a meeting with an item about the works."""
    number = jinlin("meeting", "add", kind, "--time", f"{day} 19:00", "--json").data["number"]
    jinlin("meeting", "item", number, "架空层怎么改", "--about", "G1")
    jinlin("meeting", "attend", number, "林秀英")


def blockers(jinlin: Jinlin) -> list[str]:
    return [one["reason"] for one in jinlin("project", "show", "--json").data["blockers"]]


def test_the_way_from_door_to_door_to_the_decision(works: Jinlin) -> None:
    assert len(blockers(works)) == 2
    works("project", "note", "走访两户", "--by", "林秀英,物业李工")
    works("household", "visit", "2-201", "--about", "G1", "--by", "林秀英", "--result", "同意")
    works("project", "stage", "议事", "--with", "杨卫国")
    held(works, "邻里议事会", "2026-11-03")
    works("project", "stage", "方案", "--with", "杨卫国")
    works("project", "note", "方案成文", "--done", "方案")
    held(works, "支委会", "2026-11-04")
    moved = works("project", "stage", "业主表决", "--with", "林秀英", "--json").data
    assert (moved["stage"], moved["overridden"]) == ("decision", [])
    hands = works("project", "show", "--json").data["hands"]
    assert {(one["stage"], one["name"], one["ours"]) for one in hands} == {
        ("sounding", "林秀英", True),
        ("sounding", "物业李工", False),
        ("council", "杨卫国", True),
        ("plan", "杨卫国", True),
        ("decision", "林秀英", True),
    }


def test_a_shut_gate_names_each_reason_and_the_line_that_opens_it(works: Jinlin) -> None:
    refused = works("project", "stage", "议事", code=1).err
    assert "还没有入户听取意见" in refused
    assert "“意向摸底”环节没有支部党员参加" in refused
    assert "jinlin 房屋 走访 2-201 --关联 G1 --谁 林秀英" in refused


def test_a_note_that_names_nobody_is_followed_by_a_line_that_names_who_was_there(
    works: Jinlin,
) -> None:
    line = "项目 记 G1 到场了解情况 --谁 林秀英"
    assert f"jinlin {line}" in works("project", "note", "防水两处返工").err
    works(*line.split())
    assert "项目 记" not in works("project", "note", "又看了一遍").err


def test_on_a_terminal_a_note_asks_who_was_there(works: Jinlin) -> None:
    works("project", "note", "防水两处返工", typed="杨卫国、物业李工\n")
    hands = works("project", "show", "--json").data["hands"]
    assert [(one["name"], one["ours"]) for one in hands] == [("杨卫国", True), ("物业李工", False)]


def test_where_no_home_of_its_building_is_on_record_none_of_another_is_named(
    jinlin: Jinlin,
) -> None:
    jinlin("building", "add", "2", "--stilt-floor")
    jinlin("building", "add", "3")
    jinlin("household", "add", "3-1-502")
    jinlin("project", "add", "架空层改造", "--kind", "架空层", "--building", "2")
    refused = jinlin("project", "stage", "议事", code=1).err
    assert "jinlin 房屋 走访 房号 --关联 G1" in refused
    assert "3-1-502" not in refused


def test_a_reason_on_record_overrides_and_keeps_what_stood_in_the_way(works: Jinlin) -> None:
    told = works("project", "stage", "议事", "--override", "街道催办").err
    assert "还没有入户听取意见" in told
    [(reason, kept)] = works.sql(
        "SELECT override_reason, overridden FROM project_stage WHERE stage = 'council'"
    )
    assert reason == "街道催办"
    assert "asked" in kept


def test_works_may_be_left_away_and_nothing_is_told_as_read_otherwise(works: Jinlin) -> None:
    for words in (("G1", "去看过"), ("去看过",)):
        assert "读作" not in works("project", "note", *words, "--by", "林秀英").err
    assert "读作" not in works("project", "stage", "议事", "--override", "急").err
    assert (
        f"读作：项目 记 {quoted('去看过 三回')}" in works("project", "note", "去看过", "三回").err
    )
    assert works.sql("SELECT count(*) FROM project_note WHERE text LIKE '去看过%'") == [(3,)]


def test_a_note_counts_how_often_a_member_was_there(works: Jinlin) -> None:
    works("project", "note", "第一次", "--by", "杨卫国")
    assert "杨卫国（第2次）" in works("project", "note", "第二次", "--by", "杨卫国").out
    assert "本环节支部参加" in works("project", "note", "没带人", "--by", "李工").out


def test_a_note_stands_in_the_stage_of_its_day_and_stages_follow_in_the_order_of_theirs(
    works: Jinlin,
) -> None:
    works("project", "stage", "议事", "--override", "旧账补录", "--date", "2026-10-20")
    line = ("project", "stage", "方案", "--override", "旧账补录", "--date", "2026-10-19")
    assert "2026-10-20才进入“议事”" in works(*line, code=1).err
    works("member", "transfer", "杨卫国", "--out", "--other", "社区", "--date", "2026-10-25")
    early = ("project", "note", "上门", "--by", "杨卫国", "--date", "2026-10-19", "--json")
    assert works(*early).data["stage"] == "sounding"
    assert "议事”环节没有支部党员参加" in works("project", "stage", "方案", code=1).err
    works("project", "note", "开会", "--by", "杨卫国", "--date", "2026-10-24")
    assert "没有支部党员参加" not in works("project", "stage", "方案", code=1).err


def test_who_watches_a_stage_is_a_member(works: Jinlin) -> None:
    works("household", "add", "2-203", "--area", "90", "--owner", "王小明")
    refused = works("project", "stage", "议事", "--override", "急", "--with", "王小明", code=1).err
    assert "不是本支部党员" in refused
    assert works("project", "show", "--json").data["stage"] == "sounding"


def test_sites_may_be_passed_over_with_a_reason_and_nothing_else(works: Jinlin) -> None:
    works("project", "stage", "公示", "--override", "旧账补录")
    works("project", "stage", "签约", "--skip", "现状改造", "--override", "旧账补录")
    shown = works("project", "show", "--json").data["stages"]
    passed = [one["stage"] for one in shown if one["state"] == "passed_over"]
    assert passed == ["siting", "survey", "design"]
    assert "略过" in works("project", "stage", "验收", "--skip", "急", code=1).err


def test_quotes_are_compared_excluded_and_chosen_with_reasons(works: Jinlin) -> None:
    for firm, price in (("甲公司", "8.2万"), ("乙公司", "8万")):
        works("project", "quote", "add", firm, price)
    assert "比选三家" in works("project", "quote", "accept", "1", "--reason", "低", code=1).err
    works("project", "quote", "exclude", "乙公司", "--reason", "资质过期")
    refused = works("project", "quote", "accept", "2", "--reason", "熟人", code=1).err
    assert "已排除（资质过期）" in refused
    listed = works("project", "quote", "list", "--json").data
    assert [one["above_lowest_fen"] for one in listed] == [None, None]
    chosen = ("project", "quote", "accept", "1", "--reason", "报价低", "--fewer", "只有两家报价")
    assert "2026-11-05才报" in works(*chosen, "--date", "2026-11-04", code=1).err
    works(*chosen)
    assert (
        "是选定的报价" in works("project", "quote", "exclude", "1", "--reason", "晚了", code=1).err
    )
    shown = works("project", "show", "--json").data
    assert (shown["budget_fen"], shown["contract_fen"], shown["rest_fen"]) == (
        8_600_000, 8_200_000, 8_200_000,
    )  # fmt: skip


def test_the_owners_money_waits_for_their_decision(works: Jinlin) -> None:
    works("branch", "fund", "income", "5万", "公共收益", "--from", "某传媒公司", "--for", "广告")
    spend = ("branch", "fund", "spend", "2万", "公共收益", "--to", "甲公司", "--for", "改造",
             "--by", "杨卫国", "--approved-by", "林秀英", "--about", "G1")  # fmt: skip
    refused = works(*spend, code=1).err
    assert "业主还没有就G1表决通过" in refused
    works("branch", "fund", "income", "5万", "启动经费", "--from", "街道", "--for", "启动")
    works(*(word.replace("公共收益", "启动经费") for word in spend))
    assert works("project", "show", "--json").data["paid_fen"] == 2_000_000
    works("branch", "fund", "reverse", "F3", "--reason", "退回", "--by", "杨卫国")
    assert works("project", "show", "--json").data["paid_fen"] is None


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("凉亭", "--kind", "凉亭"), 3, "长者食堂"),
        (("1号楼架空层", "--kind", "架空层", "--building", "1"), 1, "楼栋 修改 1 --架空层"),
        (("架空层", "--kind", "架空层"), 2, "是哪栋楼，如2（--楼栋）"),
        (("花坛", "--kind", "其他"), 2, "--免表决理由"),
        (("车位", "--kind", "车位", "--responsible", "桂园党支部"), 1, "党支部不代业主"),
        (("车位", "--kind", "车位", "--about", "2026-99"), 3, "没有 2026-0099"),
        (("车位", "--kind", "车位", "--started", "2027-01-01"), 1, "还没有到"),
        (("2号楼架空层改造", "--kind", "架空层", "--building", "2"), 1, "G1"),
    ],
)
def test_works_that_cannot_be_opened_say_why(
    works: Jinlin, words: tuple[str, ...], code: int, said: str
) -> None:
    works("building", "add", "1", "--floors", "6")
    before = works.dump()
    assert said in works("project", "add", *words, code=code).err
    assert works.dump() == before


def test_several_projects_are_named_apart(works: Jinlin) -> None:
    works("project", "add", "充电棚", "--kind", "充电棚")
    assert "G2（充电棚）" in works("project", "note", "来人了", code=3).err
    works("project", "note", "G2", "来人了")
    assert works("project", "show", "G2", "--json").data["notes"][0]["text"] == "来人了"


def test_what_was_given_up_stays_and_goes_on_no_more(works: Jinlin) -> None:
    works("project", "quote", "add", "甲公司", "8.2万")
    works("project", "end", "--reason", "业主不同意")
    assert works("project", "list", "--json").data[0]["ended_on"] == "2026-11-05"
    for line in (("note", "G1", "补记"), ("quote", "exclude", "1", "--project", "G1", "--reason", "贵"),
                 ("quote", "accept", "1", "--project", "G1", "--reason", "快", "--fewer", "急")):  # fmt: skip
        assert "终止" in works("project", *line, code=1).err
    works("undo")
    works("project", "note", "补记")


def test_a_kind_without_a_matter_says_why_the_owners_decide_nothing(works: Jinlin) -> None:
    works("project", "add", "东门植树", "--kind", "绿化")
    shown = works("project", "show", "G2", "--json").data
    assert "志愿劳动" in shown["matter_reason"]
    assert shown["matter"] is None


def test_without_any_project_the_list_says_how_to_open_one(jinlin: Jinlin) -> None:
    assert "项目 立项" in jinlin("project", "list").out
    assert "项目 立项" in jinlin("project", "show", code=3).err


def test_a_day_before_the_beginning_is_refused(works: Jinlin) -> None:
    works.now = datetime(2026, 11, 6, 4, tzinfo=UTC)
    assert "--开始日期 2026-09-01" in works(
        "project", "note", "早先", "--date", "2026-09-01", code=1
    ).err  # fmt: skip


def test_a_kind_has_its_own_stages_where_the_owners_decide_nothing(works: Jinlin) -> None:
    works("project", "add", "东门植树", "--kind", "绿化")
    stages = [one["stage"] for one in works("project", "show", "G2", "--json").data["stages"]]
    assert stages == ["sounding", "council", "plan", "works", "acceptance", "account", "use"]
    refused = works("project", "stage", "G2", "签约", code=1).err
    assert "没有“签订合同”这个阶段。阶段依次为：意向摸底、议事、方案、施工" in refused
    works("project", "stage", "G2", "方案", "--override", "旧账补录", "--with", "林秀英")
    assert [one["reason"] for one in works("project", "show", "G2", "--json").data["blockers"]] == [
        "尚未登记：方案成文",
        "没有写明实施主体（代业主实施，不能是党支部）",
    ]
    works("project", "edit", "G2", "--matter", "改变共有部分用途")
    assert len(works("project", "show", "G2", "--json").data["stages"]) == 13


def test_works_without_a_vote_of_the_owners_have_their_plan_deliberated_before_it_hangs(
    works: Jinlin,
) -> None:
    works("project", "edit", "--matter-reason", "开发商自有用房")
    works("project", "stage", "方案", "--override", "旧账补录", "--with", "林秀英")
    stages = [one["stage"] for one in works("project", "show", "--json").data["stages"]]
    assert "decision" not in stages
    assert blockers(works) == ["尚未登记：方案成文", "党支部还没有先议"]


def test_the_next_stage_is_named_and_what_it_asks_for(works: Jinlin) -> None:
    assert "下一步：jinlin 项目 阶段 G1 议事" in works("project", "stage", "施工", code=1).err
    assert "请看：jinlin 项目 查看 G1" in works("project", "stage", "摸底", code=1).err
    told = works("project", "stage", "议事", "--override", "先开会").err
    assert "进入下一阶段“方案”尚缺：还没有开过" in told
    shown = works("project", "show").out
    assert "仍进入“议事”，原因：先开会；当时欠缺：还没有入户听取意见" in shown


def test_stages_that_are_not_needed_are_passed_over_with_a_reason(works: Jinlin) -> None:
    works("project", "stage", "公示", "--override", "旧账补录", "--with", "林秀英")
    refused = works("project", "stage", "签约", code=1).err
    assert "G1中间还有：选址、测量、设计。" in refused
    assert "jinlin 项目 阶段 G1 签订合同 --略过 原因" in refused
    meant = works("project", "stage", "选址", "--skip", "图纸是现成的", code=1).err
    assert "jinlin 项目 阶段 G1 签订合同 --略过 图纸是现成的" in meant
    assert "请接着写：--略过 原因" in works("项目", "阶段", "测量", "--略过", code=2).err
    shown = works("project", "show").out
    assert "不需要选址、测量、设计的：jinlin 项目 阶段 G1 签订合同 --略过 原因" in shown


def test_what_meetings_made_of_it_stands_where_it_is_shown(works: Jinlin) -> None:
    held(works, "邻里议事会", "2026-11-03")
    works("meeting", "vote", "M1", "1", "--for", "1", "--against", "0")
    held(works, "支委会", "2026-11-04")
    works("meeting", "resolve", "M2", "提交业主表决", "--item", "1")
    found = works("project", "show", "--json").data["meetings"]
    assert [(one["meeting"], one["outcome"]) for one in found] == [
        ("M1", "M1-V1通过"),
        ("M2", "M2-1 提交业主表决"),
    ]
    page = works("project", "page").out
    assert "2026年11月3日邻里议事会就“架空层怎么改”表决：赞成1票" in page
    assert "2026年11月4日党支部先行研究。" in page
    assert "提交业主表决" not in page
    assert "议事会的意见为建议" in page


def test_somebody_who_is_no_member_takes_no_part_for_the_branch(works: Jinlin) -> None:
    assert "物业李工不是本支部党员" in works(
        "project", "stage", "议事", "--override", "急", "--with", "物业李工", code=1
    ).err  # fmt: skip
    works("project", "note", "看现场", "--by", "物业李工")


def test_a_balanced_account_tells_what_is_not_recorded_as_paid(works: Jinlin) -> None:
    works("project", "quote", "add", "甲公司", "8.2万")
    works("project", "quote", "accept", "1", "--reason", "报价低", "--fewer", "只有一家")
    told = works("project", "note", "结算", "--done", "决算").err
    assert "合同价82,000.00元，已登记支付0.00元" in told


def test_the_result_hangs_only_once_the_works_are_built(works: Jinlin) -> None:
    works("project", "note", "业委会验收合格", "--done", "验收")
    assert works("notice", "post", "--from", "project", "--of", "G1", "--place", "大堂", code=1).err


def test_the_kind_is_told_where_the_title_does_not_say_it(works: Jinlin) -> None:
    assert works("project", "add", "东门棚子", "--kind", "充电棚").out == (
        "G2已立项：东门棚子（充电棚）。\n"
    )
    told = works("project", "add", "西门充电棚", "--kind", "充电棚")
    assert told.out == "G3已立项：西门充电棚。\n"
    assert "需要全小区业主就“改变共有部分的用途" in told.err


def test_stages_passed_over_for_one_reason_are_told_together(works: Jinlin) -> None:
    words = ("--override", "旧账补录", "--with", "林秀英")
    works("project", "stage", "公示", *words)
    works("project", "stage", "签约", "--skip", "场地原样使用", *words)
    assert "略过选址、测量、设计：场地原样使用" in works("project", "show").out


def test_a_correction_says_what_it_changed(works: Jinlin) -> None:
    told = works("project", "edit", "--responsible", "业委会", "--budget", "9万").out
    assert told == "G1已修改：实施主体 业委会；预算（元） 90,000.00。\n"
    assert "表决范围 全小区" in works("project", "edit", "--scope", "全小区").out


def test_the_place_is_corrected_within_what_such_works_need(works: Jinlin) -> None:
    works("building", "add", "3")
    assert "没有登记架空层" in works("project", "edit", "--building", "3", code=1).err
    assert "--楼栋" in works("project", "edit", "--building", "", code=2).err
    works("project", "edit", "--building", "", "--scope", "全小区")
    works("project", "edit", "--building", "2号楼", "--due", "2026-12-01")
    works("project", "edit", "--due", "", "--budget", "")
    kept = works.sql("SELECT b.code, p.due_on, p.budget FROM project AS p"
                     " JOIN building AS b ON b.id = p.building_id")  # fmt: skip
    assert kept == [("2", None, None)]


def test_somebody_named_twice_was_there_once(works: Jinlin) -> None:
    works("project", "note", "到场", "--by", "杨卫国,P2,物业李工,物业李工,杨卫国")
    hands = works("project", "show", "--json").data["hands"]
    assert works.sql("SELECT count(*) FROM project_hand") == [(2,)]
    assert {one["name"] for one in hands} == {"杨卫国", "物业李工"}


def test_who_is_on_record_and_no_member_is_told_how_to_become_one(works: Jinlin) -> None:
    works("member", "add", "黄志刚")
    line = "党员 修改 黄志刚 --组织关系 本支部"
    assert line in works("project", "note", "走访", "--by", "黄志刚").err
    words = ("project", "stage", "议事", "--override", "旧账", "--with", "黄志刚")
    assert line in works(*words, code=1).err
    works(*line.split())
    assert "本环节支部参加：黄志刚" in works("project", "note", "再走访", "--by", "黄志刚").out


def test_works_are_named_by_a_piece_of_their_title_and_others_by_theirs(works: Jinlin) -> None:
    works("project", "add", "南门口充电棚")
    assert "G2 南门口充电棚" in works("项目", "记", "充电棚", "问了12户", "杨卫国").out
    works("项目", "终止", "充电棚", "暂不实施")
    assert works("项目", "查看", "架空层", "--json").data["number"] == "G1"


def test_what_a_note_begins_with_is_not_taken_for_done(works: Jinlin) -> None:
    works("项目", "记", "合同", "还在谈条款", "杨卫国")
    assert works.sql("SELECT count(*) FROM project_milestone") == [(0,)]
    assert works.sql("SELECT text FROM project_note") == [("合同 还在谈条款",)]


def test_members_are_put_to_the_stage_works_are_in_and_what_is_in_use_is_not_given_up(
    works: Jinlin,
) -> None:
    works("项目", "阶段", "意向摸底", "--参加", "杨卫国", "--期限", "12-20")
    assert len(blockers(works)) == 1
    assert works("project", "show", "--json").data["due_on"] == "2026-12-20"
    works("项目", "阶段", "使用", "--仍继续", "旧账补录")
    assert "已投入使用" in works("项目", "终止", "G1", "完成", code=1).err


def test_a_note_is_put_right_or_taken_out_under_its_number(works: Jinlin) -> None:
    works("project", "note", "走访两户", "--by", "林秀英", "--date", "2026-10-20")
    before = works.dump()
    works("project", "note", "与城建签订合同", "--done", "合同", "--by", "杨卫国")
    with_contract = works.dump()
    works("项目", "记", "合同2026-8号", "--改写", "2", "--日期", "2026-10-25")
    [latest, first] = works("project", "show", "--json").data["notes"]
    assert (latest["number"], latest["text"]) == (2, "合同2026-8号")
    assert (latest["noted_on"], latest["people"]) == ("2026-10-25", "杨卫国")
    assert (first["number"], first["people"]) == (1, "林秀英")
    works("undo")
    assert works.dump()["project_milestone"] == with_contract["project_milestone"]
    taken = works("项目", "删除记录", "2")
    assert "与城建签订合同" in taken.out
    assert "合同" in taken.err
    assert [one["text"] for one in works("project", "show", "--json").data["notes"]] == ["走访两户"]
    assert "第2条" in works("项目", "删除记录", "2", code=3).err
    works("undo")
    assert works.dump()["project_note"] == with_contract["project_note"]
    works("undo")
    assert works.dump()["project_note"] == before["project_note"]


def test_a_project_made_by_mistake_goes_while_nothing_hangs_on_it(works: Jinlin) -> None:
    works("issue", "add", "电动车没地方充电")
    works("project", "add", "南门口充电棚", "--kind", "充电棚", "--about", "2026-1")
    works("household", "visit", "2-201", "--about", "G2", "--by", "林秀英", "--date", "2026-11-05")
    refused = works("项目", "删除", "G2", code=1).err
    assert "走访（2026-11-05）" in refused
    assert "项目 终止 G2" in refused
    works("undo")
    works("project", "note", "G2", "记错了")
    assert "记录" in works("项目", "删除", "G2", code=1).err
    works("项目", "删除记录", "G2", "1")
    assert "G2 南门口充电棚已删除" in works("项目", "删除", "G2").out
    assert "误立项目已删除" in works("issue", "show", "1").out
    assert works("project", "list", "--json").data[0]["number"] == "G1"
    works("undo")
    assert "南门口充电棚" in works("project", "list").out


def test_what_was_given_up_takes_no_quote_any_more(works: Jinlin) -> None:
    works("project", "quote", "add", "甲公司", "8.2万")
    works("project", "end", "--reason", "资金未落实")
    before = works.dump()
    for words in (("add", "乙公司", "8万"), ("add", "乙公司", "8万", "--project", "G1"),
                  ("edit", "1", "--licence", "装修二级")):  # fmt: skip
        assert "G1 已于2026-11-05终止" in works("project", "quote", *words, code=1).err
    assert works.dump() == before
    assert [one["company"] for one in works("project", "quote", "--json").data] == ["甲公司"]


def test_works_are_accepted_by_somebody(works: Jinlin) -> None:
    before = works.dump()
    told = works("project", "note", "验收合格", "--done", "验收", code=2).err
    assert "没有写明由谁验收。请写明：--谁 业委会" in told
    assert works.dump() == before
    works("project", "note", "验收合格", "--done", "验收", "--by", "业委会")
    works("project", "note", "验收组都签了字", "--done", "验收")


def test_a_note_that_only_names_who_was_there_is_asked_for_what_happened(works: Jinlin) -> None:
    before = works.dump()
    told = works("project", "note", "杨卫国、林秀英", code=2).err
    assert "jinlin 项目 记 到场了解情况 --谁 杨卫国,林秀英" in told
    assert works.dump() == before
    works("project", "note", "杨卫国来看过")


def test_a_note_that_sounds_done_tells_how_it_is_recorded_so(works: Jinlin) -> None:
    works("project", "note", "看现场", "--by", "杨卫国")
    told = works("project", "note", "完工了").err
    line = "项目 记 G1 完工了 --已办 已完工 --改写 2"
    assert f"如已办好，请登记：jinlin {line}" in told
    works(*line.split())
    notes = works("project", "show", "--json").data["notes"]
    assert [one["text"] for one in notes] == ["完工了", "看现场"]
    assert "如已办好" not in works("project", "note", "竣工了").err
    assert "如已办好" not in works("project", "note", "合同里写的防水材料和现场的不一样").err


def test_show_counts_the_notes_it_leaves_out(works: Jinlin) -> None:
    for number in range(12):
        works("project", "note", f"第{number + 1}次到现场", "--by", "杨卫国,物业李工")
    works("project", "unnote", "1")
    told = works("project", "show").out
    assert "还有1条更早的：jinlin 项目 查看 G1 --全部" in told
    assert "第3次到现场" in told
    assert "第2次到现场" not in told
    every = works("project", "show", "--all", "--json").data["notes"]
    assert [one["number"] for one in every] == list(range(12, 1, -1))
    assert {one["people"] for one in every} == {"杨卫国、物业李工"}


def test_who_carries_works_out_and_who_was_there_are_called_as_people_call_them(
    works: Jinlin,
) -> None:
    works("项目", "修改", "G1", "--负责", "业委会")
    works("项目", "记", "看现场", "--在场", "杨卫国")
    shown = works("project", "show", "--json").data
    assert shown["responsible"] == "业委会"
    assert [one["name"] for one in shown["hands"]] == ["杨卫国"]
