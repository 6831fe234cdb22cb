"""`jinlin issue edit`."""

from __future__ import annotations

from harness import Jinlin
from issue.adding import Add


def test_every_field_can_be_corrected(jinlin: Jinlin, add: Add) -> None:
    jinlin("building", "add", "3")
    add()
    jinlin(
        "issue", "edit", "1", "--title", "楼道灯不亮", "--place", "二楼", "--building", "3",
        "--reporter", "张小梅", "--reporter-phone", "13800001234", "--urgency", "critical",
        "--channel", "电话", "--due", "2026-12-01", "--private",
    )  # fmt: skip
    issue = jinlin("issue", "show", "1", "--unmask", "--json").data
    wanted = {
        "title": "楼道灯不亮", "place": "二楼", "building": "3", "reporter": "张小梅",
        "reporter_phone": "13800001234", "urgency": "critical", "channel": "phone",
        "due_on": "2026-12-01", "private": True, "category": "公共照明", "status": "reported",
    }  # fmt: skip
    assert {name: issue[name] for name in wanted} == wanted


def test_the_history_says_from_what_to_what_but_not_who_reported(jinlin: Jinlin, add: Add) -> None:
    add("甲", "--reporter", "王老五")
    jinlin("issue", "edit", "1", "--title", "乙", "--reporter", "张小梅", "--urgency", "紧急")
    changes = jinlin("issue", "show", "1", "--json").data["events"][-1]["changes"]
    assert changes == {"title": ["甲", "乙"], "urgency": ["normal", "urgent"], "reporter": None}
    out = " ".join(jinlin("issue", "show", "1", lang="en").out.split())
    assert "Issue title: 甲 → 乙" in out
    assert "Urgency: normal → urgent" in out
    assert "张小梅" not in str(jinlin.sql("SELECT note FROM issue_event"))
    assert "张小梅" not in str(jinlin.sql("SELECT did, reverse FROM entry"))


def test_a_new_category_brings_its_due_date(jinlin: Jinlin, add: Add) -> None:
    add("x", "--category", "设施")
    edited = jinlin("issue", "edit", "1", "--category", "公共照明", "--json").data
    assert (edited["category"], edited["due_on"]) == ("公共照明", "2026-11-10")


def test_a_due_date_of_her_own_stays(jinlin: Jinlin, add: Add) -> None:
    add("x", "--category", "设施", "--due", "2026-11-13")
    edited = jinlin("issue", "edit", "1", "--category", "公共照明", "--json").data
    assert edited["due_on"] == "2026-11-13"


def test_a_private_category_makes_it_private_and_nothing_says_otherwise(
    one: Jinlin, add: Add
) -> None:
    add()
    assert "不上公开栏" in one("issue", "edit", "1", "--category", "漏水纠纷").err
    one("issue", "edit", "2", "--category", "漏水纠纷", "--not-private", code=2)
    one("issue", "edit", "2", "--private")
    one("issue", "edit", "2", "--not-private")
    private = {i["number"]: i["private"] for i in one("issue", "list", "--json").data}
    assert private == {"2026-0001": True, "2026-0002": False}


def test_a_new_place_moves_it_to_the_building_it_names(jinlin: Jinlin, add: Add) -> None:
    jinlin("building", "add", "3")
    add()
    assert jinlin("issue", "edit", "1", "--place", "3号楼东侧", "--json").data["building"] == "3"
    assert jinlin("issue", "edit", "1", "--place", "东侧", "--json").data["building"] == "3"


def test_saying_what_is_so_already_leaves_no_entry(one: Jinlin) -> None:
    entries = len(one("log", "--json").data)
    one("issue", "edit", "1", "--title", "路灯不亮", "--urgency", "一般")
    assert len(one("log", "--json").data) == entries


def test_who_no_longer_wants_to_be_named_is_forgotten_with_her_phone(
    jinlin: Jinlin, add: Add
) -> None:
    add("灯坏", "--reporter", "张小梅", "--reporter-phone", "13800001234")
    jinlin("issue", "edit", "1", "--reporter", "匿名")
    assert jinlin.sql("SELECT reporter, reporter_phone FROM issue") == [(None, None)]
    add("又坏", "--reporter", "匿名", "--on-behalf-of", "匿名")
    assert jinlin.sql("SELECT reporter, on_behalf_of FROM issue WHERE id = 2") == [(None, None)]


def test_an_empty_word_clears_against_whom_it_is(jinlin: Jinlin, add: Add) -> None:
    add("占道", "--against", "某物业")
    for words in (("--against", ""), ("--against", "某开发商"), ("--against", " ")):
        jinlin("issue", "edit", "1", *words)
        wanted = words[1].strip() or None
        assert jinlin("issue", "show", "1", "--json").data["accused"] == wanted


def test_the_history_tells_urgency_channel_and_privacy_in_words(one: Jinlin) -> None:
    one("issue", "edit", "1", "--urgency", "特急", "--channel", "微信", "--private")
    told = one("issue", "show", "1", lang="en").out.replace("\n", " ")
    for words in ("normal → critical", "another way → WeChat message", "no → yes"):
        assert words in " ".join(told.split()), words


def test_a_wrong_building_is_taken_off(jinlin: Jinlin, add: Add) -> None:
    jinlin("building", "add", "3")
    add("灯坏", "--building", "3")
    assert jinlin("issue", "edit", "1", "--building", "", "--json").data["building"] is None
