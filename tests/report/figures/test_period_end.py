"""A report speaks of its period's end: what a project came to later is not in it."""

from __future__ import annotations

from datetime import UTC, datetime

from elevator.adopted import ACCOUNT
from elevator.projects import adopted, next_version, project, stairwell
from harness import Jinlin, seeded

STEPS = ("方案", "征求意见", "公示", "签约", "施工", "验收", "结算", "运行")


@seeded
def lift(jinlin: Jinlin) -> Jinlin:
    """Begun on 1 September, a version and a first answer in October, built and paid for since."""
    jinlin.now = datetime(2026, 10, 12, 4, tzinfo=UTC)
    adopted(jinlin, "48万", "--subsidy", "3万", kind="加装")
    go_on(jinlin, "方案", "征求意见")
    jinlin("elevator", "consult", "3-1-701", "同意", "--by", "林秀英,陈国强")
    jinlin.now = datetime(2026, 11, 5, 4, tzinfo=UTC)
    next_version(jinlin, "50万", "--subsidy", "3万")
    jinlin("elevator", "consult", "3-1-701", "不同意", "--reason", "采光",
           "--by", "林秀英,陈国强")  # fmt: skip
    go_on(jinlin, "公示", "签约")
    jinlin("elevator", "agreement", "3-1-701")
    go_on(jinlin, "施工")
    jinlin("elevator", "account", "X1", *ACCOUNT)
    jinlin("elevator", "pay", "3-1-701", "3万")
    jinlin("elevator", "spend", "X1", "1万", "--to", "某某电梯公司", "--for", "首付款")
    return jinlin


def go_on(jinlin: Jinlin, *steps: str) -> None:
    for step in steps:
        jinlin("elevator", "stage", step, "--override", "材料另存", "--yes")


def part_three(jinlin: Jinlin, *period: str) -> str:
    page = "".join(jinlin("report", *period).out.split())
    return page.partition("重点事项进展。")[2].partition("议事协商")[0].rpartition("。")[0] + "。"


def test_a_project_is_told_as_it_stood_when_the_period_ended(lift: Jinlin) -> None:
    assert part_three(lift, "monthly", "2026-09") == (
        "3号楼1单元加装电梯项目，截至9月30日正在摸底。"
    )  # fmt: skip
    told = part_three(lift, "monthly", "2026-10")
    assert told.startswith(
        "3号楼1单元加装电梯项目，截至10月31日正在征求意见和表决；"
        "现行方案总费用48万元，扣除补助后45万元，由12户分摊，每户"
    )
    assert "征求意见应征求14户，同意1户、未表态或未联系上13户。" in told
    assert part_three(lift, "monthly", "2026-11") == (
        "3号楼1单元加装电梯项目，截至11月5日正在施工；出资约定已签1户，应签12户；"
        "总费用50万元，应收各户47万元，已收3万元，已支1万元，账户余额2万元。"
    )  # fmt: skip


def test_later_days_are_no_correction_of_what_was_filed(lift: Jinlin) -> None:
    lift("report", "monthly", "2026-10", "--final", "--user", "林秀英")
    lift("elevator", "pay", "3-1-702", "1万")
    assert "没有变化" in lift("report", "monthly", "2026-10").err
    lift("elevator", "consult", "3-1-702", "同意", "--by", "林秀英,陈国强", "--date", "2026-10-30")
    assert "没有变化" not in lift("report", "monthly", "2026-10").err


def test_a_project_that_began_later_is_silent(lift: Jinlin) -> None:
    assert lift("report", "monthly", "2026-08", "--json").data["elevator_projects"] == []


def test_a_lift_that_runs_is_told_in_the_period_in_which_it_came_to_run(lift: Jinlin) -> None:
    go_on(lift, *STEPS[5:])
    assert "截至11月5日已投入运行；" in part_three(lift, "monthly", "2026-11")
    lift.now = datetime(2026, 12, 20, 4, tzinfo=UTC)
    assert lift("report", "monthly", "2026-12", "--json").data["elevator_projects"] == []
    assert "截至12月20日已投入运行；" in part_three(lift, "yearly", "2026")


def test_a_project_given_up_is_told_once(jinlin: Jinlin) -> None:
    jinlin.now = datetime(2026, 11, 5, 4, tzinfo=UTC)
    project(jinlin, kind="加装")
    jinlin("elevator", "end", "X1", "--reason", "资金未落实")
    assert "截至10月31日正在摸底" in part_three(jinlin, "monthly", "2026-10")
    assert part_three(jinlin, "monthly", "2026-11") == (
        "3号楼1单元加装电梯项目，已于2026年11月5日终止。"
    )  # fmt: skip
    jinlin.now = datetime(2026, 12, 5, 4, tzinfo=UTC)
    assert jinlin("report", "monthly", "2026-12", "--json").data["elevator_projects"] == []


def test_one_lift_is_told_once_and_without_what_was_replaced(jinlin: Jinlin) -> None:
    stairwell(jinlin)
    for total in ("49万", "48万"):
        jinlin("elevator", "split", "--building", "3", "--total", total, "--save", "初算", "--json")
    assert part_three(jinlin, "monthly", "2026-11").startswith(
        "3号楼电梯方案“初算”：总费用48万元，"
    )
    adopted(jinlin, "47万")
    next_version(jinlin, "46万")
    told = part_three(jinlin, "monthly", "2026-11")
    assert told.count("总费用") == 1
    assert "现行方案总费用46万元" in told
    assert jinlin("report", "monthly", "2026-11", "--json").data["plans"] == []


def test_what_is_posted_tells_neither_answers_nor_payments(lift: Jinlin) -> None:
    assert part_three(lift, "monthly", "2026-11", "--public") == (
        "3号楼1单元加装电梯项目，截至11月5日正在施工；总费用50万元。"
    )  # fmt: skip
