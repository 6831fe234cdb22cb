"""Whoever gives or takes money on a posted page: firms and offices are named, nobody else is."""

from __future__ import annotations

import pytest
from elevator.adopted import with_account
from harness import Jinlin, seeded

FUND = ("branch", "fund")
HANDS = ("--by", "李华", "--approved-by", "王芳")
FIRMS = ("福州新华都", "榕城广告", "区住建", "区住建局", "金山街道", "王记五金店")
PEOPLE = ("陈美玲", "林秀英", "欧阳建国", "老王", "李师傅")
UNCLEAR = ("小陈水电", "永辉")
BIDDER = "甲乙丙"


def spend(jinlin: Jinlin, to: str, *words: str) -> None:
    jinlin(*FUND, "spend", "--purse", "启动经费", "--amount", "1", "--to", to, "--for", "款", *HANDS,
           "--date", "2026-08-02", "--yes", *words)  # fmt: skip


@seeded
def spent(jinlin: Jinlin) -> Jinlin:
    """A purse out of which everybody was paid in the last quarter."""
    jinlin(*FUND, "income", "--purse", "启动经费", "--amount", "5000", "--from", "金山街道党工委",
           "--for", "启动", "--by", "李华", "--date", "2026-08-01")  # fmt: skip
    for name in (*FIRMS, *PEOPLE, *UNCLEAR):
        spend(jinlin, name)
    return jinlin


@seeded
def lift(jinlin: Jinlin) -> Jinlin:
    """A lift with an accepted bidder whose name tells nothing."""
    with_account(jinlin)
    for name in (BIDDER, "乙公司", "丙公司"):
        jinlin("elevator", "quote", "add", name, "45万", "--project", "X1")
    jinlin("elevator", "quote", "accept", "1", "--reason", "价低")
    jinlin("elevator", "pay", "3-1-502", "20000")
    return jinlin


@pytest.mark.parametrize("page", ["page", "notice", "site"])
def test_a_posted_page_names_firms_and_offices_and_no_person(spent: Jinlin, page: str) -> None:
    if page == "page":
        said = spent(*FUND, "page", "--md").out
    else:
        spent("notice", "post", "--from", "经费", "--place", "大厅")
        said = spent("notice", "print", "N1", "--md").out
    if page == "site":
        spent("notice", "site", "公示")
        said = "".join(p.read_text("utf-8") for p in (spent.folder / "公示").rglob("*.html"))
    assert all(name in said for name in FIRMS)
    assert not any(name in said for name in (*PEOPLE, *UNCLEAR))
    times = 2 if page == "site" else 1  # the notice, and the page of income and spending
    assert said.count("某单位或个人") == len(UNCLEAR) * times
    if page != "site":
        assert said.replace("某单位或个人", "").count("个人") == len(PEOPLE)


def test_the_listing_masks_people_and_no_firm(spent: Jinlin) -> None:
    rows = spent(*FUND, "list", "--limit", "all", "--json").data
    shown = {row["counterparty"]: row["counterparty_kind"] for row in rows}
    assert {*FIRMS} <= shown.keys()
    assert shown["陈**"] == shown["欧阳**"] == "person"
    assert shown["永**"] == "doubt"
    assert "榕**" not in shown


def test_the_project_s_own_bidder_is_named_on_the_page_of_its_money(lift: Jinlin) -> None:
    told = lift("elevator", "spend", "X1", "1万", "--to", BIDDER, "--for", "首付款")
    assert "counterparty" not in told.err  # the quotes say what it is
    lift("elevator", "spend", "X1", "100", "--to", "陈美玲", "--for", "看护")
    lift("elevator", "income", "X1", "100", "--as", "补助", "--from", "区住建")
    page = lift("elevator", "disclose", "X1", "--md").out
    assert BIDDER in page
    assert "区住建" in page
    assert "陈美玲" not in page
    assert lift("elevator", "ledger", "V1", "--json").data["counterparty_kind"] == "organisation"


def test_somebody_on_record_is_a_person_whatever_the_name(lift: Jinlin) -> None:
    lift("member", "add", "李建设")
    told = lift("elevator", "spend", "X1", "100", "--to", "李建设", "--for", "看护", "--json")
    assert told.data["counterparty_kind"] == "person"
    assert "counterparty" not in told.err


def test_how_a_name_was_read_is_said_and_can_be_put_right(spent: Jinlin) -> None:
    words = (*FUND, "spend", "--purse", "启动经费", "--amount", "2", "--for", "款", *HANDS, "--to")
    told = spent(*words, "沃尔玛").err
    assert "看不出“沃尔玛”是单位还是个人" in told
    assert "jinlin 支部 经费 对方 F15 单位" in told
    spent(*words, "沃尔玛", "--amount", "3")
    assert "按单位记：榕城印务中心" in spent(*words, "榕城印务中心").err
    assert "榕城印务中心" not in spent(*words, "榕城印务中心", "--amount", "5").err
    assert "按个人记：黄小琴" in spent(*words, "黄小琴").err
    before = spent.dump()
    done = spent(*FUND, "counterparty", "F15", "单位")
    assert "2笔" in done.out
    page = spent(*FUND, "page", "--from", "2026-11-01", "--to", "2026-11-30", "--md").out
    assert page.count("沃尔玛") == 2
    assert "counterparty" not in spent(*words, "沃尔玛", "--amount", "4").err
    spent(*FUND, "counterparty", "F15", "个人")
    assert "沃尔玛" not in spent(*FUND, "page", "--from", "2026-11-01", "--to", "2026-11-30").out
    spent(*FUND, "counterparty", "F99", "个人", code=3)
    spent(*FUND, "counterparty", "F15", "狗", code=2)
    spent(*FUND, "counterparty", "F15", code=2)
    for _back in range(3):
        spent("undo", "--yes")
    assert spent.dump() == before


def test_it_can_be_said_at_once_or_is_asked_on_a_terminal(lift: Jinlin) -> None:
    words = ("elevator", "spend", "X1", "--for", "款", "--to")
    said = lift(*words, "沃尔玛", "100", "--counterparty", "单位", "--json")
    assert said.data["counterparty_kind"] == "organisation"
    lift(*words, "必胜客", "100", "--counterparty", "狗", code=2)
    asked = lift(*words, "必胜客", "200", typed="狗\n单位\n")
    assert "“必胜客”是单位还是个人" in asked.err
    page = lift("elevator", "disclose", "X1", "--md").out
    assert "沃尔玛" in page
    assert "必胜客" in page
    lift("elevator", "counterparty", "V2", "个人")
    assert "必胜客" not in lift("elevator", "disclose", "X1", "--md").out
    assert "住户" in lift("elevator", "counterparty", "R1", "单位", code=2).err


def test_a_reversal_is_told_as_the_entry_it_takes_back(spent: Jinlin) -> None:
    spent(*FUND, "counterparty", "F14", "单位")
    spent(*FUND, "reverse", "F14", "--reason", "记错")
    [row] = spent(*FUND, "list", "--text", "记错", "--json").data
    assert (row["counterparty"], row["counterparty_kind"]) == ("永辉", "organisation")


HOME = ("household", "add", "3-1-502", "--owner")


def hung(jinlin: Jinlin, text: str, *words: str) -> str:
    told = jinlin("notice", "post", "情况说明", "--type", "通知", "--text", text, "--for", "全体业主",
                  "--place", "大厅", "--signer", "社区", *words, "--yes", "--json").data  # fmt: skip
    return jinlin("notice", "print", told["number"], "--md").out


@pytest.mark.parametrize("name", ["吴志愿", "王代表", "欧阳建设", "李人员", "林居民"])
def test_a_resident_is_not_hung_whatever_words_the_name_holds(jinlin: Jinlin, name: str) -> None:
    jinlin("building", "add", "3", "--floors", "6")
    jinlin(*HOME, name)
    assert name not in hung(jinlin, f"已劝{name}、陈某清理杂物")
    jinlin("issue", "add", "楼道杂物", "--category", "设施", "--reporter", "热心居民")
    assert "热心居民" in hung(jinlin, "感谢热心居民")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("阿珍理发店", "个人"),
        ("甲、阿珍理发店", "个人"),
        ("困难户陈美华", None),
        ("永辉", None),
        ("福州市陈美玲", None),
    ],
)
def test_who_was_paid_hangs_in_no_text_unless_it_is_an_organisation(
    jinlin: Jinlin, name: str, said: str | None
) -> None:
    jinlin(*FUND, "income", "--purse", "启动经费", "--amount", "5000", "--from", "金山街道党工委",
           "--for", "启动", "--by", "李华", "--date", "2026-08-01")  # fmt: skip
    spend(jinlin, name, *(("--counterparty", said) if said else ()))
    told = name.rsplit("、", maxsplit=1)[-1]
    assert told not in hung(jinlin, f"九月起由{told}负责，经费来自金山街道党工委")
    assert "金山街道党工委" in jinlin("notice", "print", "N1", "--md").out
    jinlin(*FUND, "counterparty", "F2", "单位")
    assert told in jinlin("notice", "print", "N1", "--md").out


@pytest.mark.parametrize("code", ["+86 ", "0086", "86-", "+86"])
def test_a_resident_s_phone_is_no_office_s_with_the_country_before_it(
    jinlin: Jinlin, code: str
) -> None:
    jinlin("building", "add", "3", "--floors", "6")
    jinlin(*HOME, "赵明远", "--phone", "13912345678")
    page = hung(jinlin, f"请打 {code}13912345678", "--contact", "街道 0591-87654321")
    assert "13912345678" not in page
    assert "0591-87654321" in page
