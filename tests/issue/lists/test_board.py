"""`jinlin issue board`: what a street screen shows names nobody."""

from __future__ import annotations

import re

import pytest
from harness import Jinlin, seeded
from hypothesis import given
from hypothesis import strategies as st
from issue.adding import Add
from issue.lives import written

from jinlin.core.typed import quoted
from jinlin.issue.privacy.redaction import Redactor
from jinlin.output.listing.spotting import Names

FORMS = ((), ("--json",), ("--md",), ("--csv",))


@seeded
def street(jinlin: Jinlin, add: Add) -> Jinlin:
    """A complex whose notebook is full of names, doors and phones."""
    jinlin("building", "add", "3", "--floors", "6")
    for name, phone in (
        ("张美华", "13805911234"),
        ("欧阳小兰", "13900000002"),
        ("李华", "83324567"),
    ):
        jinlin("member", "add", name, "--phone", phone)
    jinlin("household", "add", "3-1-502", "--owner", "张美华")
    add("张美华家楼道灯不亮，电话13805911234", "--building", "3", "--reporter", "林阿妹",
        "--reporter-phone", "13700001111", "--date", "2026-10-20")  # fmt: skip
    add("李华催修3-1-502门口路灯 83324567", "--assign", "李华", "--date", "2026-10-25")
    add("阳光物业侵占业主资产", "--category", "物业服务质量")
    with written(jinlin) as tx:
        tx.update("issue", 3, accused="阳光物业服务有限公司")
    add("欧阳小兰说闽A12345堵消防通道", "--category", "消防通道与设施")
    add("3号楼1单元502室王阿姨反映水压低", "--category", "公共管道下水", "--reporter", "陈某某")
    add("两家吵架", "--category", "漏水纠纷")
    add("邻居打孩子", "--category", "人身侵害线索")
    add("不公开的灯", "--private")
    return jinlin


def test_no_name_and_no_phone_of_the_database_is_on_it(street: Jinlin) -> None:
    names = {row[0] for row in street.sql("SELECT name FROM person")} | {
        row[0]
        for row in street.sql(
            "SELECT reporter FROM issue WHERE reporter IS NOT NULL UNION"
            " SELECT accused FROM issue WHERE accused IS NOT NULL"
        )
    }
    phones = {row[0] for row in street.sql("SELECT phone FROM person WHERE phone IS NOT NULL")} | {
        row[0]
        for row in street.sql("SELECT reporter_phone FROM issue WHERE reporter_phone IS NOT NULL")
    }
    assert len(names) >= 6
    assert len(phones) >= 4
    for form in FORMS:
        shown = street("issue", "board", *form, "--limit", "all").out
        assert "路灯" in shown
        for secret in (*names, *phones, "阳光", "502", "闽A12345", "王阿姨"):
            assert secret not in "".join(shown.split()), (form, secret)


def test_private_and_secret_ones_are_never_on_it(street: Jinlin) -> None:
    rows = street("issue", "board", "--json").data
    assert [row["number"][-1] for row in rows] == ["1", "2", "3", "4", "5"]
    assert not {"reporter", "steward", "room", "place"} & set(rows[0])


def test_the_accused_party_is_called_some_company(street: Jinlin) -> None:
    [title] = [
        row["title"] for row in street("issue", "board", "--json", lang="en").data
        if row["number"].endswith("3")
    ]  # fmt: skip
    assert title == "a property company侵占业主资产"


def test_higher_levels_come_first_and_age_and_overdue_are_said(street: Jinlin) -> None:
    street("issue", "escalate", "4", "--to", "street", "--request", "请执法")
    rows = street("issue", "board", "--json").data
    assert rows[0]["number"] == "2026-0004"
    assert (rows[0]["level"], rows[0]["status"]) == ("street", "escalated")
    first = next(row for row in rows if row["number"] == "2026-0001")
    assert (first["age_days"], first["overdue"]) == (16, True)
    assert "overdue" in street("issue", "board", lang="en").out


def test_what_was_closed_stays_for_a_while_and_what_was_declined_does_not(
    jinlin: Jinlin, add: Add
) -> None:
    add("一", "--date", "2026-10-01")
    add("二", "--date", "2026-10-01")
    add("三", "--date", "2026-10-01")
    jinlin("issue", "close", "1", "--result", "好", "--date", "2026-10-20")
    jinlin("issue", "close", "2", "--result", "好", "--date", "2026-10-04")
    jinlin("issue", "decline", "3", "--reason", "不归小区管")

    def numbers(*words: object) -> list[str]:
        rows = jinlin("issue", "board", *words, "--json").data
        return [row["number"][-1] for row in rows]

    assert numbers() == ["1"]
    assert numbers("--days", "60") == ["1", "2"]
    assert numbers("--days", "0") == []


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("3-1-502漏水", "3-1-***漏水"),
        ("3号楼502室漏水", "3号楼***室漏水"),
        ("打13805911234找他", "打***找他"),
        ("2号楼垃圾桶破了", "2号楼垃圾桶破了"),
        ("物业公司不修灯", "物业公司不修灯"),
        ("老李家的灯", "a resident 家的灯"),
        ("张师傅没修好", "a resident 没修好"),
        ("替102某居民反映灯不亮", "替***某居民反映灯不亮"),
        ("住１０２的来说，83324567", "住***的来说，***"),
        ("独居高龄老人家灯坏", "a resident 家灯坏"),
        ("独居老人水龙头漏水", "in a resident's home 水龙头漏水"),
        ("独居老人门口堆物", "a resident 门口堆物"),
        ("残疾人坡道坏了", "残疾人坡道坏了"),
        ("行动不便，代取降压药", "a resident，代取降压药"),
        ("行动不便人士通道被占", "a resident 通道被占"),
        ("103路公交站220伏，打110", "103路公交站220伏，打110"),
    ],
)
def test_doors_phones_and_forms_of_address(title: str, shown: str) -> None:
    assert Redactor(Names(()), ()).text(title) == shown


@given(st.lists(st.text("张王李伟芳娜秀英", min_size=2, max_size=4), min_size=1), st.data())
def test_whatever_the_names_none_is_left(names: list[str], data: st.DataObject) -> None:
    pieces = st.lists(st.sampled_from([*names, "路灯不亮", "，", "在3号楼"]), max_size=6)
    text = "".join(data.draw(pieces))
    shown = Redactor(Names(names), ()).text(text)
    assert not [name for name in names if name in shown]


@pytest.mark.parametrize(
    "gone",
    [
        (("member", "add", "张美花", "--phone", "13805911239"), ("member", "merge", "张美花", "李华", "--yes")),
        (("member", "edit", "李华", "--name", "李花"),),
        (("household", "add", "3-1-602", "--owner", "钱来娣"), ("household", "remove", "3-1-602", "--yes")),
        (("household", "add", "3-1-602", "--owner", "钱来娣"), ("undo", "--yes")),
    ],
)  # fmt: skip
def test_whoever_was_ever_recorded_is_named_nowhere(
    street: Jinlin, add: Add, gone: tuple[tuple[str, ...], ...]
) -> None:
    for line in gone:
        street(*line)
    for name in ("张美花", "李华", "钱来娣"):
        add(f"门口，{name}，灯坏")
    titles = [row["title"] for row in street("issue", "board", "--json", "--limit", "all").data]
    told = {name for name in ("张美花", "李华", "钱来娣") if any(name in t for t in titles)}
    known = {word for line in gone for word in line} | {"李华"}
    assert not told & known


def test_firms_that_were_paid_are_named(street: Jinlin, add: Add) -> None:
    for taker in ("文具店", "福州新华都", "钱来娣"):
        street("branch", "fund", "income", "--purse", "启动经费", "--amount", "9", "--from", taker,
               "--for", "启动", "--yes")  # fmt: skip
    add("福州新华都对面，文具店门口，钱来娣，灯坏")
    titles = [row["title"] for row in street("issue", "board", "--json", "--limit", "all").data]
    assert "福州新华都对面，文具店门口，a resident，灯坏" in titles or (
        "福州新华都对面，文具店门口，某居民，灯坏" in titles
    )


def test_words_for_nobody_and_whoever_was_forgotten_stay(street: Jinlin, add: Add) -> None:
    street("household", "visit", "3-1-502", "--met", "邻居", "--result", "都好")
    add("邻居、业主代表反映已删除的通知还挂着", "--reporter", "业主代表")
    street("member", "forget", "李华", "--reason", "本人要求", "--yes", code=None)
    titles = [row["title"] for row in street("issue", "board", "--json", "--limit", "all").data]
    assert "邻居、业主代表反映已删除的通知还挂着" in titles


def test_what_looks_like_a_name_is_hidden_until_it_is_said_to_be_none(
    street: Jinlin, add: Add
) -> None:
    said = street("issue", "add", "梅小路的灯不亮", "--category", "公共照明")
    assert "梅小路 看着像人名，已隐去。不是人名的话：jinlin 设置 设置 不是人名 梅小路" in said.err
    add("梁祎姝反映漏水")

    def titles() -> str:
        return street("issue", "board", "--limit", "all").out

    assert "某居民的灯不亮" in titles()
    assert "某居民反映漏水" in titles()
    assert "不是人名" in street("config", "set", "不是人名", "金小山、梅小路").out
    assert "梅小路的灯不亮" in titles()
    assert "某居民反映漏水" in titles()
    again = street("issue", "add", "俞小路的灯不亮", "--category", "公共照明").err
    assert f"jinlin 设置 设置 不是人名 {quoted('金小山,梅小路,俞小路')}" in again
    street("config", "set", "不是人名", "")
    assert "梅小路" not in titles()


def test_a_board_reads_the_same_on_every_width(street: Jinlin) -> None:
    for lang in ("zh", "en"):
        out = street("issue", "board", lang=lang).out
        assert not re.search("…", out)


@seeded
def article(jinlin: Jinlin) -> Jinlin:
    """The three issues of the press report: closed, under consultation, departments called."""
    jinlin("building", "add", "2", "--floors", "6")
    for title, category, *words in (
        ("水管爆裂", "公共管道下水"),
        ("榕泰物业把老年活动室租给超市", "公共收益与共有部分", "--against", "榕泰物业"),
        ("2号楼搭建停车棚", "停车与车棚充电桩"),
    ):
        jinlin("issue", "add", title, "--category", category, *words)
    jinlin("issue", "close", "1", "--result", "修好了")
    jinlin("issue", "consult", "2", "找物业谈")
    jinlin("issue", "escalate", "3", "--to", "街道", "--request", "请城管到场")
    jinlin("issue", "call", "3", "--lead", "城管")
    return jinlin


def test_a_private_category_stands_on_the_board_under_the_title_given_for_it(
    article: Jinlin,
) -> None:
    outcome = article("issue", "edit", "2", "--not-private", code=2)
    assert "--公开标题" in outcome.err
    assert "已修改" not in outcome.out
    article("issue", "edit", "2", "--public-title", "某物业侵占业主资产", "--not-private")
    shown = {row["title"]: row["status"] for row in article("issue", "board", "--json").data}
    assert shown == {
        "水管爆裂": "closed_solved",
        "某物业侵占业主资产": "under_consultation",
        "2号楼搭建停车棚": "departments_called",
    }
    article("issue", "edit", "2", "--title", "榕泰物业占了活动室")
    assert "榕泰" not in article("issue", "board", "--json").out
    article("issue", "edit", "2", "--private")
    assert "侵占" not in article("issue", "board").out


def test_it_can_be_given_when_the_issue_is_recorded(article: Jinlin) -> None:
    add = ("issue", "add", "榕泰物业少报广告费", "--category", "公共收益与共有部分")
    told = article(*add, "--public-title", "某物业少报广告收入").err
    assert "公开栏上显示为：某物业少报广告收入" in told
    assert "某物业少报广告收入" in article("issue", "board").out
    assert "公开栏上显示为：广告费" in article(*add, "--public-title", "广告费", "--private").err
    article("issue", "edit", "3", "--private", "--public-title", "灯具")
    board = article("issue", "board").out
    assert "广告费" in board
    assert "灯具" in board
    article("issue", "add", "x", "--category", "人身侵害线索", "--public-title", "y", code=1)


def test_a_public_title_is_hidden_in_as_every_title_is_and_told(article: Jinlin) -> None:
    told = article("issue", "edit", "2", "--public-title", "榕泰物业占活动室", lang="zh").err
    assert "某物业占活动室" in told
    assert "榕泰" not in article("issue", "board").out


def test_on_a_terminal_the_public_title_is_asked_for(article: Jinlin) -> None:
    article("issue", "edit", "2", "--not-private", typed="某物业侵占业主资产\n")
    assert "某物业侵占业主资产" in article("issue", "board").out


def test_what_is_secret_gets_no_public_title(article: Jinlin) -> None:
    article("issue", "add", "孩子身上有伤", "--category", "人身侵害线索")
    for words in (("--public-title", "有情况"), ("--not-private",)):
        assert "人身侵害线索" in article("issue", "edit", "4", *words, code=1).err
