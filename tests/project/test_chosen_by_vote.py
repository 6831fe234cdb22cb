"""A quote that a table voted for, named by the vote."""

from __future__ import annotations

import pytest
from harness import Jinlin, seeded
from project.works_on_record import open_works


@seeded
def works(jinlin: Jinlin) -> Jinlin:
    """Three quotes, between two of which the neighbours' council chose; it refused the plan."""
    open_works(jinlin)
    for firm, price in (
        ("福州筑安装饰工程有限公司", "8.2万"), ("福建榕筑建设有限公司", "9万"), ("宏达公司", "7万"),
    ):  # fmt: skip
        jinlin("project", "quote", "add", firm, price)
    jinlin("meeting", "add", "邻里议事会", "--time", "2026-11-02 19:00", "--item", "选施工单位",
           "--item", "改不改方案", "--item", "先做哪一段", "--about", "G1")  # fmt: skip
    jinlin("meeting", "attend", "M1", "林秀英", "杨卫国", "王小明")
    jinlin("meeting", "elect", "M1", "1", "筑安装饰=2", "榕筑建设=1", "--hands")
    jinlin("meeting", "vote", "M1", "2", "--for", "0", "--against", "3")
    jinlin("meeting", "vote", "M1", "3", "--for", "3", "--question", "先做东段")
    return jinlin


def test_the_vote_that_chose_a_firm_is_the_reason(works: Jinlin) -> None:
    works("project", "quote", "accept", "1", "--vote", "M1-V1")
    [chosen] = [
        one for one in works("project", "quote", "list", "--json").data if one["accepted_on"]
    ]
    assert chosen["accepted_vote"] == "M1-V1"
    assert chosen["accepted_reason"] == "2026年11月2日邻里议事会表决选定"
    page = works("project", "page", "--quotes").out.replace("\n", "")
    assert "邻里议事会就“选施工单位”表决：筑安装饰得2票" in page


def test_a_yes_or_no_that_names_the_firm_chooses_it(works: Jinlin) -> None:
    works("meeting", "vote", "M1", "3", "--for", "3", "--question", "请宏达公司施工")
    works("project", "quote", "accept", "3", "--vote", "M1-V4")


def test_a_vote_that_chooses_another_once_corrected_is_found(works: Jinlin) -> None:
    def check() -> str:
        found = works("db", "check", "--json").data
        return str(next(one["state"] for one in found if one["check"] == "works_choice_by_vote"))

    works("project", "quote", "accept", "1", "--vote", "M1-V1")
    assert check() == "ok"
    works("meeting", "elect", "M1", "1", "筑安装饰=1", "榕筑建设=2", "--hands", "--revise", "V1",
          "--reason", "唱票记反了")  # fmt: skip
    assert check() == "warning"


def test_three_firms_are_compared_each_counted_once_without_those_left_out(
    works: Jinlin,
) -> None:
    works("project", "quote", "exclude", "3", "--reason", "资质过期")
    works("project", "quote", "add", "福建榕筑建设 有限公司", "8.8万")
    refused = works("project", "quote", "accept", "1", "--vote", "M1-V1", code=1).err
    assert "未排除的报价只有2家，应比选三家" in refused
    works("project", "quote", "add", "建发公司", "9.5万")
    works("project", "quote", "accept", "1", "--vote", "M1-V1")


def test_another_choice_later_stands_on_no_vote_any_more(works: Jinlin) -> None:
    works("project", "quote", "accept", "1", "--vote", "M1-V1")
    works("project", "quote", "accept", "2", "--reason", "前一家退出")
    kept = works.sql("SELECT number, accepted_vote FROM project_quote ORDER BY number")
    assert kept == [(1, None), (2, None), (3, None)]


@pytest.mark.parametrize(
    ("quote", "vote", "code", "said"),
    [
        ("2", "M1-V1", 1, "M1-V1选定的是筑安装饰，不是福建榕筑建设有限公司"),
        ("1", "M1-V2", 1, "M1-V2没有通过"),
        ("1", "M1-V3", 1, "M1-V3表决的是“先做东段”，没有选定哪一家"),
        ("1", "M1", 1, "M1不是关于G1的表决"),
        ("1", "M9-V1", 3, "没有 M9-V1"),
    ],
)
def test_a_vote_that_did_not_choose_it_is_refused(
    works: Jinlin, quote: str, vote: str, code: int, said: str
) -> None:
    assert said in works("project", "quote", "accept", quote, "--vote", vote, code=code).err
    assert works.sql("SELECT accepted_on FROM project_quote") == [(None,)] * 3


def test_without_a_vote_the_reason_is_asked_for(works: Jinlin) -> None:
    assert "--原因" in works("project", "quote", "accept", "1", code=2).err


def test_before_the_contract_is_signed_its_sum_is_that_of_the_chosen_quote(works: Jinlin) -> None:
    works("project", "quote", "accept", "1", "--vote", "M1-V1")
    assert "选定报价" in works("project", "page").out
    works("project", "note", "合同1号", "--done", "合同")
    assert "合同价" in works("project", "page").out


def test_a_firm_that_made_an_offer_is_named_on_the_board_by_its_short_name_too(
    works: Jinlin,
) -> None:
    works("project", "quote", "accept", "1", "--vote", "M1-V1")
    page = works("project", "page").out.replace("\n", "")
    assert "筑安装饰得2票" in page
    assert "某居民" not in page
