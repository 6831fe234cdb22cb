"""An order is an issue that names what is offered; what was paid is a fact and no money of ours."""

from __future__ import annotations

import shutil
from collections import defaultdict

import pytest
from harness import Jinlin, seeded
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st


@seeded
def served(jinlin: Jinlin) -> Jinlin:
    """Something free and something priced is offered; the first is ordered by a neighbour."""
    jinlin("branch", "offer", "add", "入户小修", "--price", "免费", "--by", "维修员")
    jinlin("branch", "offer", "add", "水管疏通", "--price", "80", "--unit", "次")
    jinlin("issue", "add", "王奶奶家水龙头漏水", "--offer", "入户", "--reporter", "王奶奶")
    return jinlin


def test_an_order_is_an_issue_with_its_limits_and_its_payment(served: Jinlin) -> None:
    ordered = served("issue", "add", "下水道堵了", "--offer", "T2", "--json").data
    assert (ordered["offer"], ordered["paid_fen"]) == ("水管疏通", None)
    assert ordered["due_on"]
    served("issue", "close", "2", "--result", "已疏通", "--paid", "15")
    served("issue", "close", "1", "--result", "已换阀芯")
    for command in ("show", "trace"):
        shown = served("issue", command, "2", "--json").data
        assert (shown["offer"], shown["paid_fen"]) == ("水管疏通", 1500)
        assert "15.00" in served("issue", command, "2").out
    assert served("issue", "show", "1", "--json").data["paid_fen"] == 0
    served("issue", "add", "路灯不亮", "--category", "公共照明")
    assert [one["number"] for one in served("issue", "list", "--ordered", "--json").data] == [
        "2026-0001", "2026-0002"
    ]  # fmt: skip
    [one] = served("issue", "list", "--offer", "水管疏通", "--json").data
    assert one["paid_fen"] == 1500
    assert served("branch", "fund", "list", "--json").data == []
    assert "T2已有1次点单" in served("branch", "offer", "remove", "T2", code=1).err


def test_what_was_paid_belongs_to_an_order(served: Jinlin) -> None:
    served("issue", "add", "水管又堵了", "--category", "其他")
    before = served.dump()
    refused = served("issue", "close", "2", "--result", "已疏通", "--paid", "15", code=1)
    assert "--服务项目 入户小修" in refused.err
    assert served.dump() == before
    asked = served("issue", "close", "2", "--result", "已疏通", "--paid", "15", typed="水管疏通\n")
    assert "点的是哪个服务项目" in asked.err + asked.out
    assert served("issue", "show", "2", "--json").data["offer"] == "水管疏通"
    served("issue", "edit", "2", "--paid", "20")
    assert "居民实付（元）：15.00 → 20.00" in str(served("issue", "trace", "2", "--json").data)
    served("issue", "edit", "2", "--offer", "")
    assert served("issue", "show", "2", "--json").data["paid_fen"] is None


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("add", "换灯泡", "--offer", "理发"), 3, "入户小修"),
        (("close", "1", "--result", "好", "--paid", "-3"), 2, "-3"),
        (("close", "1", "--result", "好", "--offer", "理发"), 3, "水管疏通"),
        (("add", "-", "--offer", "入户小修"), 2, "--"),
    ],
)
def test_what_cannot_be_ordered_is_refused_and_changes_nothing(
    served: Jinlin, words: tuple[str, ...], code: int, said: str
) -> None:
    before = served.dump()
    assert said in served("issue", *words, code=code).err
    assert served.dump() == before


def test_what_is_offered_no_longer_is_not_ordered_but_stays_with_old_orders(
    served: Jinlin,
) -> None:
    served("branch", "offer", "end", "入户小修", "--date", "2026-11-04")
    assert "水管疏通" in served("issue", "add", "换灯泡", "--offer", "入户小修", code=3).err
    served("issue", "add", "换灯泡", "--offer", "入户小修", "--date", "2026-11-03")
    served("branch", "offer", "add", "入户小修", "--price", "5", "--since", "2026-11-05")
    served("issue", "add", "换灯泡", "--offer", "入户小修")
    listed = served("issue", "list", "--offer", "T3", "--json").data
    assert [one["number"] for one in listed] == ["2026-0003"]


PRICES = {"入户小修": "免费", "水管疏通": "80", "家电维修": "成本价", "理发": None}
"""What is offered in every way a price is said, and not said."""


@seeded
def priced(jinlin: Jinlin) -> Jinlin:
    """A complex in which all of that is offered and nothing was ordered."""
    for offer, price in PRICES.items():
        jinlin("branch", "offer", "add", offer, *(("--price", price) if price else ()))
    shutil.copyfile(jinlin.db, jinlin.folder / "空.db")
    return jinlin


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(list(PRICES)),
            st.none() | st.integers(0, 999_999),
            st.booleans(),
        ),
        min_size=1,
        max_size=8,
    )
)
@example([(offer, None, closed) for offer in PRICES for closed in (True, False)])
def test_what_was_paid_adds_up_by_offer_and_nothing_unknown_is_nothing(
    priced: Jinlin, orders: list[tuple[str, int | None, bool]]
) -> None:
    """Only what is free, done, and of which nobody says otherwise, cost nothing."""
    shutil.copyfile(priced.folder / "空.db", priced.db)
    lines = ["反映时间,事项,类别,状态,办结时间,办理结果,服务项目,居民实付"]
    wanted: dict[str, list[int | None]] = defaultdict(list)
    for number, (offer, paid, closed) in enumerate(orders, 1):
        end = "已办结,2026-11-03,好了" if closed else "办理中,,"
        money = "" if paid is None else f"{paid / 100:.2f}"
        lines.append(f"2026-11-02,事{number},其他,{end},{offer},{money}")
        free = closed and PRICES[offer] == "免费"
        wanted[offer].append(0 if paid is None and free else paid)
    (priced.folder / "台账.csv").write_text("\n".join(lines) + "\n", "utf-8")
    priced("issue", "import", "台账.csv", "--yes")

    for offer, paid_for in wanted.items():
        rows = priced("issue", "list", "--offer", offer, "--json").data
        listed = [row["paid_fen"] for row in rows]
        assert sorted(map(str, listed)) == sorted(map(str, paid_for))
        kept = priced.sql(
            "SELECT sum(i.paid) FROM issue AS i JOIN offer AS o ON o.id = i.offer_id"
            f" WHERE o.what = '{offer}'"
        )
        known = [one for one in paid_for if one is not None]
        assert kept == [(sum(known) if known else None,)]
    told = priced("report", "monthly", "2026-11", "--json").data["orders"]
    nothing = sum(paid_for.count(0) for paid_for in wanted.values())
    not_yet = sum(one == ("入户小修", None, False) for one in orders)
    assert (told["received"], told["free"]) == (len(orders), nothing + not_yet)


def test_an_order_that_tells_no_category_is_a_small_repair_at_home(served: Jinlin) -> None:
    made = served("issue", "add", "李伯家空调不制冷", "--offer", "T1", "--json").data
    assert (made["category"], made["category_guessed"]) == ("入户小修", False)
    assert served("issue", "add", "路灯不亮", "--offer", "T1", "--json").data["category"] != (
        "入户小修"
    )
