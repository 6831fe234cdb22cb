"""What of works hangs: the plan before, the result after, and when each is due."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from harness import Jinlin, seeded
from project.works_on_record import go_to, open_works, owners_decide


@seeded
def works(jinlin: Jinlin) -> Jinlin:
    open_works(jinlin)
    return jinlin


def reasons(jinlin: Jinlin) -> list[str]:
    return [one["reason"] for one in jinlin("project", "show", "--json").data["blockers"]]


def due(jinlin: Jinlin) -> list[dict[str, Any]]:
    return [one for one in jinlin("notice", "due", "--json").data if one["number"] == "G1"]


def post(jinlin: Jinlin, code: int = 0) -> Any:
    return jinlin("notice", "post", "--from", "项目", "--of", "G1", "--place", "2号楼大厅",
                  "--json", code=code)  # fmt: skip


def test_before_the_owners_have_decided_there_is_nothing_to_post(works: Jinlin) -> None:
    go_to(works, "业主表决")
    assert "业主表决通过后公示方案" in post(works, code=1).err
    owners_decide(works, "反对")
    assert due(works) == []
    post(works, code=1)


def test_the_plan_hangs_with_what_the_owners_decided_and_opens_the_gate(works: Jinlin) -> None:
    go_to(works, "业主表决", "--with", "杨卫国")
    works("project", "note", "架空层改为老人活动室", "--done", "方案")
    owners_decide(works)
    [duty] = due(works)
    assert duty["next"] == "jinlin 公示 张贴 --取自 项目 --哪个 G1"
    go_to(works, "公示", "--with", "杨卫国")
    assert "方案没有公示" in reasons(works)
    made = post(works).data
    assert (made["type"], made["matter"], made["about"]) == (
        "public_notice",
        "project_plan",
        "project/G1",
    )
    body = works("notice", "show", made["number"], "--json").data["body"]
    assert "应参与表决4户、360.00平方米" in body
    assert "架空层改为老人活动室" in body
    assert "王小明" not in body
    assert due(works) == []
    assert reasons(works) == ["公示期未满（到2026-11-12）"]
    works.now = datetime(2026, 11, 20, 4, tzinfo=UTC)
    assert reasons(works) == []


def test_without_anybody_who_acts_for_the_owners_no_plan_hangs(works: Jinlin) -> None:
    go_to(works, "公示")
    owners_decide(works)
    works("project", "edit", "--responsible", "")
    assert "项目 修改 G1 --实施主体 业委会" in post(works, code=1).err


def test_the_result_is_due_five_working_days_after_acceptance(works: Jinlin) -> None:
    owners_decide(works)
    go_to(works, "决算公开", "--with", "杨卫国")
    works("project", "note", "业委会验收合格", "--done", "验收", "--date", "2026-11-02")
    [duty] = due(works)
    assert duty["due_on"] == "2026-11-09"
    made = post(works).data
    assert (made["type"], made["matter"]) == ("disclosure", "result")
    body = works("notice", "show", made["number"], "--json").data["body"]
    assert "2026年9月1日启动，2026年11月2日通过验收" in body
    assert "预算8.6万元" in body
    assert due(works) == []
    assert "没有公开实施结果" not in "".join(reasons(works))


@pytest.mark.parametrize("stage", ["签约", "施工"])
def test_between_plan_and_acceptance_nothing_is_posted(works: Jinlin, stage: str) -> None:
    owners_decide(works)
    go_to(works, stage)
    assert "目前没有要公示公开的内容" in post(works, code=1).err
    assert due(works) == []


def test_it_is_for_the_owners_who_decide_whatever_the_place_is_called(jinlin: Jinlin) -> None:
    jinlin("project", "add", "东门植树", "--kind", "其他", "--matter-reason", "志愿劳动",
           "--place", "东门北侧空地", "--contact", "物业前台")  # fmt: skip
    go_to(jinlin, "公示")
    jinlin("notice", "post", "--from", "项目", "--of", "G1", "--place", "东门")
    page = jinlin("notice", "print", "N1").out
    assert "\n全体业主：" in page
    assert "北侧空地全体" not in page


def test_works_are_one_line_of_the_chain_with_what_proves_each_step(works: Jinlin) -> None:
    def steps() -> list[str | None]:
        [one] = works("meeting", "resolutions", "--chain", "--json").data
        assert one["number"] == "G1"
        return [one[step] for step in ("first", "council", "vote", "decision", "result")]

    assert steps() == ["not_yet"] * 5
    go_to(works, "业主表决", "--with", "杨卫国")
    works("project", "note", "架空层改为老人活动室", "--done", "方案")
    owners_decide(works)
    assert steps() == ["missing", "missing", "M1-V1", "not_yet", "not_yet"]
    go_to(works, "公示", "--with", "杨卫国")
    post(works)
    go_to(works, "使用")
    assert steps() == ["missing", "missing", "M1-V1", "N1", "missing"]


def test_the_firms_to_choose_among_hang_with_why_others_are_out_and_then_the_choice(
    works: Jinlin,
) -> None:
    """It is drawn from the quotes; it is no plan that is out for comment."""
    assert "没有可供选择的报价" in works("notice", "post", "--from", "候选企业", code=1).err
    for company, amount in (("甲公司", "8.2万"), ("乙公司", "9.1万"), ("丙公司", "6万")):
        works("project", "quote", "add", company, amount, "--licence", "装修二级")
    works("project", "quote", "exclude", "3", "--reason", "证书过期")
    made = post(works).data
    assert (made["matter"], made["title"]) == ("candidates", "关于2号楼架空层改造候选企业的公示")
    body = works("notice", "show", made["number"], "--json").data["body"]
    assert "有候选企业2家" in body
    assert "另有1家未列入：证书过期" in body
    assert "丙公司" not in body
    works("project", "quote", "accept", "1", "--reason", "报价最低", "--fewer", "只有两家报名")
    chosen = works("notice", "post", "--from", "评选结果", "--place", "大厅", "--yes",
                   "--json").data  # fmt: skip
    assert chosen["title"] == "关于2号楼架空层改造评选结果的公示"
    body = works("notice", "show", chosen["number"], "--json").data["body"]
    assert "选定甲公司，报价82,000.00元" in body
    assert "选定理由：报价最低" in body
    go_to(works, "公示", "--with", "杨卫国")
    assert "方案没有公示" in reasons(works)


def test_without_anybody_who_acts_for_the_owners_no_firm_is_posted(works: Jinlin) -> None:
    works("project", "quote", "add", "甲公司", "8.2万")
    works("project", "edit", "--responsible", "")
    assert "项目 修改 G1 --实施主体 业委会" in post(works, code=1).err
