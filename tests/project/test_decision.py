"""Whose vote counts for works: the owners', on their matter, of their place; and who signs the plan."""

from __future__ import annotations

import json

import pytest
from harness import Jinlin, seeded
from project.works_on_record import ROOMS, go_to, open_works


@seeded
def works(jinlin: Jinlin) -> Jinlin:
    """Works of which the owners of building 2 decide, and a second building."""
    open_works(jinlin)
    jinlin("building", "add", "3", "--floors", "6")
    jinlin("household", "add", "3-101", "--area", "80", "--owner", "周小兰")
    go_to(jinlin, "业主表决", "--with", "杨卫国")
    return jinlin


def owners_vote(jinlin: Jinlin, *options: str, rooms: tuple[str, ...] = ROOMS) -> None:
    number = jinlin("meeting", "add", "业主大会", "--time", "2026-10-20 19:00", "--item", "架空层",
                    "--about", "G1", "--json").data["number"]  # fmt: skip
    jinlin("meeting", "announce", number, "--date", "2026-09-25")
    rows = ["楼栋,单元,房号,表决意见", *(f"2,,{room},同意" for room in rooms)]
    path = jinlin.folder / "表决.csv"
    path.write_text("\n".join(rows) + "\n", "utf-8")
    jinlin("meeting", "ballot", number, "1", path, *options)


def refused(jinlin: Jinlin) -> str:
    return jinlin("project", "stage", "公示", code=1).err


COMMON = ("--matter", "改变共有部分用途")


def test_a_councils_vote_is_advice_and_never_the_owners_decision(works: Jinlin) -> None:
    works("meeting", "add", "邻里议事会", "--time", "2026-11-02 19:00", "--item", "架空层",
          "--about", "G1")  # fmt: skip
    works("meeting", "attend", "M1", "林秀英", "杨卫国")
    works("meeting", "vote", "M1", "1", "--for", "2", "--against", "0")
    assert "M1-V1是议事会的表决，议事会的意见为建议" in refused(works)
    assert "尚未表决" in works("project", "show").out
    owners_vote(works, *COMMON, "--building", "2")
    assert works("project", "show", "--json").data["decision"] == {"vote": "M2-V1", "passed": True}
    works("project", "stage", "公示")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--matter", "使用维修资金", "--building", "2"), "使用建筑物及其附属设施的维修资金"),
        (COMMON, "全小区业主"),
    ],
)
def test_a_vote_on_something_else_or_of_other_owners_opens_nothing(
    works: Jinlin, options: tuple[str, ...], said: str
) -> None:
    owners_vote(works, *options)
    told = refused(works)
    assert said in told
    assert "需要的是2号楼业主就“改变共有部分的用途" in told
    assert "M1-V1" in told


def test_the_vote_that_fits_counts_whatever_was_voted_beside_it_later(works: Jinlin) -> None:
    owners_vote(works, *COMMON, "--building", "2")
    owners_vote(works, "--matter", "使用维修资金", "--building", "2")
    works("project", "stage", "公示")


def test_what_is_decided_can_be_put_right_and_is_asked_for_again(works: Jinlin) -> None:
    owners_vote(works, *COMMON, "--building", "2")
    works("project", "stage", "公示", "--with", "杨卫国")
    works("project", "edit", "--matter", "使用维修资金")
    assert "M1-V1" in works("project", "stage", "选址", code=1).err
    works("project", "edit", "--matter-reason", "开发商自有用房")
    shown = works("project", "show", "--json").data
    assert (shown["matter_reason"], shown["decision"]["passed"]) == ("开发商自有用房", None)
    assert "没有要业主表决的事项" in works("project", "edit", "--scope", "全小区", code=2).err


def test_each_override_is_printed_and_kept_with_what_stood_in_the_way(works: Jinlin) -> None:
    told = go_to(works, "公示")
    assert "业主还没有就此表决" in told.err
    [(reason, kept)] = works.sql(
        "SELECT override_reason, overridden FROM project_stage WHERE stage = 'notice'"
    )
    assert reason == "旧账补录"
    assert "the owners have not voted about it" in [one["id"] for one in json.loads(kept)]
    assert "林秀英" not in kept


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("外墙", "--kind", "外墙"), "哪栋楼"),
        (("外墙", "--kind", "外墙", "--scope", "本幢"), "没有写明是哪里"),
        (("单元门", "--kind", "外墙", "--building", "2", "--scope", "本单元"), "没有写明是哪里"),
        (("单元门", "--kind", "车位", "--entrance", "1"), "单元须写明所在楼栋"),
    ],
)
def test_owners_of_a_place_decide_only_where_the_place_is_said(
    works: Jinlin, words: tuple[str, ...], said: str
) -> None:
    before = works.dump()
    assert said in works("project", "add", *words, code=2).err
    assert works.dump() == before


def test_a_title_tells_the_building_that_no_option_names(works: Jinlin) -> None:
    said = works("project", "add", "2号楼外墙维修")
    assert "楼栋读作：2号楼（取自标题）" in said.err
    [(code,)] = works.sql(
        "SELECT b.code FROM project AS p JOIN building AS b ON b.id = p.building_id"
        " WHERE p.number = 2"
    )
    assert code == "2"


def post(jinlin: Jinlin, *words: str, number: str = "G1", code: int = 0) -> str:
    done = jinlin("notice", "post", "--from", "项目", "--of", number, "--place", "大厅",
                  "--contact", "物业前台", *words, "--json", code=code)  # fmt: skip
    if code:
        return done.err
    signer: str = jinlin("notice", "show", done.data["number"], "--json").data["signer"]
    return signer


def test_the_branch_does_not_sign_what_the_owners_decide(works: Jinlin) -> None:
    owners_vote(works, *COMMON, "--building", "2")
    assert "支部" in post(works, "--signer", "桂园支部", code=1)
    assert post(works) == "业委会"


def test_who_carries_it_out_signs_as_that(works: Jinlin) -> None:
    owners_vote(works, *COMMON, "--building", "2")
    works("project", "edit", "--responsible", "某某建设办公室")
    assert post(works) == "某某建设办公室（实施主体）"


def test_what_residents_do_together_the_branch_may_carry_out_and_sign(works: Jinlin) -> None:
    works("project", "add", "东门植树", "--kind", "其他", "--matter-reason", "志愿劳动",
          "--responsible", "桂园党支部")  # fmt: skip
    go_to(works, "公示", number="G2")
    assert "支部" in post(works, number="G2")


def test_works_the_owners_do_not_decide_take_none_of_their_money(works: Jinlin) -> None:
    works("branch", "fund", "income", "5万", "公共收益", "--from", "传媒公司", "--for", "广告")
    works("project", "add", "东门植树", "--kind", "绿化")
    refused = works(
        "branch", "fund", "spend", "100", "公共收益", "--to", "苗圃公司", "--for", "树苗",
        "--by", "林秀英", "--approved-by", "杨卫国", "--about", "G2", code=1,
    ).err  # fmt: skip
    assert "jinlin 项目 修改 G2 --事项" in refused


def test_that_they_decide_and_that_they_do_not_are_never_said_at_once(works: Jinlin) -> None:
    said = ("--matter", "使用维修资金", "--matter-reason", "自用房")
    assert "只能写一样" in works("project", "edit", "G1", *said, code=2).err


def test_the_plan_says_out_of_which_purse_it_is_paid(works: Jinlin) -> None:
    owners_vote(works, *COMMON, "--building", "2")
    works("project", "edit", "--purse", "公共收益")
    assert works("project", "show", "--json").data["purse"] == "common_revenue"
    assert "资金来源：公共收益。" in works("project", "page").out
    post(works)
    assert "资金来源：公共收益。" in works("notice", "print", "N1").out


def test_owners_money_is_no_purse_of_works_about_which_they_decide_nothing(works: Jinlin) -> None:
    planting = ("project", "add", "东门植树", "--kind", "绿化")
    for purse in ("公共收益", "维修资金"):
        assert "不用业主表决" in works(*planting, "--purse", purse, code=1).err
    works("project", "edit", "--purse", "公共收益")
    assert "--事项" in works("project", "edit", "--matter-reason", "开发商自用房", code=1).err
    works("project", "edit", "--purse", "", "--matter-reason", "开发商自用房")
    assert works("project", "show", "--json").data["purse"] is None
