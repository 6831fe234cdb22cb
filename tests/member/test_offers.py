"""What is offered: a price that says what it costs, one of a name at a time, owners' services decided."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from harness import Jinlin, seeded

ROOMS = ("201", "202", "301", "302")


@seeded
def served(jinlin: Jinlin) -> Jinlin:
    """Four doors of 90 ㎡, and something free, something priced, something at cost."""
    jinlin("building", "add", "2", "--floors", "11")
    for room in ROOMS:
        jinlin("household", "add", f"2-{room}", "--area", "90", "--owner", f"王{room}")
    jinlin("branch", "offer", "add", "入户小修", "--price", "免费", "--by", "维修员")
    jinlin("branch", "offer", "add", "水管疏通", "--price", "80", "--unit", "次")
    jinlin("branch", "offer", "add", "家电维修", "--price", "成本价")
    return jinlin


def owners_vote(jinlin: Jinlin, matter: str, answers: Sequence[str]) -> str:
    """Let the owners vote on a matter; return the number of the vote."""
    number = jinlin("meeting", "add", "业主大会", "--time", "2026-10-20 19:00",
                    "--item", "服务项目", "--json").data["number"]  # fmt: skip
    jinlin("meeting", "announce", number, "--date", "2026-09-25")
    rows = [f"2,,{room},{answer}" for room, answer in zip(ROOMS, answers, strict=True)]
    path = jinlin.folder / "表决.csv"
    path.write_text("\n".join(["楼栋,单元,房号,表决意见", *rows]) + "\n", "utf-8")
    jinlin("meeting", "ballot", number, "1", path, "--matter", matter)
    return f"{number}-V1"


ALL_FOR = ("同意",) * 4


def test_a_price_says_free_at_cost_or_how_much(served: Jinlin) -> None:
    served("branch", "offer", "add", "理发")
    free, priced, cost, unknown = served("branch", "offer", "--json").data
    assert (free["charge"], free["price_fen"]) == ("free", 0)
    assert (priced["charge"], priced["price_fen"], priced["unit"]) == ("priced", 8000, "次")
    assert (cost["charge"], cost["price_fen"]) == ("at_cost", None)
    assert (unknown["charge"], unknown["price_fen"]) == (None, None)
    listed = served("branch", "offer").out
    assert "80.00" in listed
    assert " 0.00" not in listed
    served("branch", "offer", "edit", "理发", "--price", "10")
    served("branch", "offer", "edit", "水管疏通", "--price", "免费")
    served("branch", "offer", "edit", "家电维修", "--price", "")
    assert [one["charge"] for one in served("branch", "offer", "--json").data] == [
        "free", "free", None, "priced"
    ]  # fmt: skip
    served("undo")
    assert served("branch", "offer", "show", "T3", "--json").data["charge"] == "at_cost"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("add", "理发", "--price", "0"), 2, "不收费的写“免费”：--价格 免费"),
        (("add", "理发", "--price", "便宜"), 2, "便宜"),
        (("add", "理发", "--for", "邻居"), 2, "邻居"),
        (("add", "入户小修"), 1, "T1"),
        (("add", "理发", "--since", "2026-05", "--until", "2026-04"), 1, "--到"),
        (("add", "理发", "--decided", "M9-1"), 3, "M9-1"),
        (("end", "T1", "--date", "2026-13-01"), 2, "2026-13-01"),
        (("add", "小区保洁", "--for", "小区", "--price", "6000"), 1, "会议 新增 业主大会 --议题 小区保洁"),
        (("add", "增设车位", "--for", "小区"), 1, "第二百七十八条第一款第八项"),
        (("edit", "T2", "--for", "小区"), 1, "第二百七十八条第一款第四项"),
    ],
)  # fmt: skip
def test_what_cannot_be_offered_is_refused_and_changes_nothing(
    served: Jinlin, words: tuple[str, ...], code: int, said: str
) -> None:
    before = served.dump()
    assert said in served("branch", "offer", *words, code=code).err
    assert served.dump() == before


def test_the_owners_order_only_what_they_decided_and_it_is_added_up(served: Jinlin) -> None:
    cleaning = ("小区保洁", "--for", "小区", "--price", "540", "--unit", "月")
    lost = owners_vote(served, "选聘物业", ("不同意",) * 4)
    parking = owners_vote(served, "改变共有部分用途", ALL_FOR)
    carried = owners_vote(served, "选聘物业", ALL_FOR)
    for vote in (lost, parking):
        assert vote in served("branch", "offer", "add", *cleaning, "--decided", vote, code=1).err
    served("branch", "offer", "add", *cleaning, "--decided", carried)
    served("branch", "offer", "add", "增设车位", "--for", "小区", "--decided", carried, code=1)
    served("branch", "offer", "add", "增设车位", "--for", "小区", "--decided", parking)
    listed = served("branch", "offer", "list", "--complex").out
    assert "入户小修" not in listed
    assert "合计每月540.00元，按登记面积360.00㎡计，每平方米每月1.50元；1项未定月价" in listed
    served("meeting", "resolve", "M3", "选聘甲公司", "--item", "1")
    served("branch", "offer", "edit", "小区保洁", "--decided", "M3-1")
    assert "决定" not in served("db", "check").err
    served("meeting", "unresolve", "M3-1", "--reason", "写错")
    assert "M3-1" in served("db", "check").out


def test_a_new_price_follows_the_one_that_ended(served: Jinlin) -> None:
    served("branch", "offer", "end", "水管疏通", "--date", "2026-12-31")
    served("branch", "offer", "end", "水管疏通", "--date", "2027-01-31", code=1)
    served("branch", "offer", "add", "水管疏通", "--price", "90", "--since", "2026-12-31", code=1)
    served("branch", "offer", "add", "水管疏通", "--price", "90", "--since", "2027-01-01")
    known = served("branch", "offer", "--json").data
    assert [(one["until"], one["since"]) for one in known if one["what"] == "水管疏通"] == [
        ("2026-12-31", None), (None, "2027-01-01")
    ]  # fmt: skip


def test_a_table_of_offers_goes_out_and_comes_back_unchanged(served: Jinlin) -> None:
    out = served.folder / "服务项目.xlsx"
    served("branch", "offer", "export", "-o", out)
    before = served("branch", "offer", "--json").out
    assert "没有变化3" in served("branch", "offer", "import", out, "--yes").out
    table = served.folder / "新.csv"
    table.write_text("服务项目,收费方式,单价（元）\n水管疏通,,90\n理发,免费,\n磨刀,,0\n", "utf-8")
    refused = served("branch", "offer", "import", table, "--yes", code=5)
    assert "磨刀" in refused.err
    assert served("branch", "offer", "--json").out != before
    assert served("branch", "offer", "show", "水管疏通", "--json").data["price_fen"] == 9000
    assert served("branch", "offer", "show", "理发", "--json").data["charge"] == "free"


def test_what_is_offered_hangs_is_handed_over_and_told_before_it_ends(served: Jinlin) -> None:
    served("branch", "offer", "add", "开锁", "--by", "陈建国", "--until", "2027-01")
    served("branch", "offer", "add", "换锁芯", "--price", "30", "--until", "2027-02")
    served("branch", "offer", "end", "家电维修", "--date", "2026-11-04")
    assert "开锁" in (today := served("today").out)
    assert "换锁芯" not in today
    assert "家电维修" not in today
    served("member", "add", "陈建国", "--party-state", "full")
    menu = served("branch", "offer", "menu", "--phone", "0591-87654321", "--md").out
    for said in ("80元/次", "免费", "30元", "0591-87654321", "党支部不经手"):
        assert said in menu
    assert "陈建国" not in menu
    assert "家电维修" not in menu
    assert "开锁" in served("db", "handover", "--md").out
    served("issue", "add", "王奶奶家水龙头漏水", "--offer", "入户小修", "--reporter", "王奶奶")
    slip = served("issue", "slip", "1", "--md").out
    for said in ("王奶奶", "免费", "价格已说明，本人同意上门服务。"):
        assert said in slip
    served("issue", "add", "路灯不亮", "--category", "公共照明")
    assert "--服务项目" in served("issue", "slip", "2", code=1).err


@pytest.mark.parametrize(
    ("said", "price", "unit"),
    [("80元/次", 8_000, "次"), ("每次60元", 6_000, "次"), ("1200元每月", 120_000, "月"),
     ("5.5元一把", 550, "把"), ("1200", 120_000, None)],
)  # fmt: skip
def test_a_price_may_be_said_with_its_unit(
    served: Jinlin, said: str, price: int, unit: str | None
) -> None:
    made = served("branch", "offer", "add", "开锁", "--price", said, "--json").data
    assert (made["price_fen"], made["unit"]) == (price, unit)
