"""Where else partners are told of: the way of an issue, its closing, the site, what is handed over."""

from __future__ import annotations

import pytest
from harness import Jinlin, seeded


@seeded
def bank(jinlin: Jinlin) -> Jinlin:
    """A bank that paid for one issue and promised to help with another."""
    for issue in ("南门非机动车道被占", "路灯不亮"):
        jinlin("issue", "add", issue, "--category", "parking")
    jinlin("partner", "add", "春江银行", "--agreement", "2026-03-01", "--until", "2028-02-28",
           "--contact", "王经理", "--phone", "13805930001")  # fmt: skip
    jinlin("partner", "support", "D1", "20万", "--about", "2026-1", "--paid-to", "城建公司")
    jinlin("partner", "support", "D1", "--what", "借护栏", "--about", "2026-2", "--promised",
           "--due", "2026-12-01")  # fmt: skip
    return jinlin


def test_the_way_of_an_issue_shows_what_partners_gave_for_it(bank: Jinlin) -> None:
    [gift] = bank("issue", "trace", "1", "--json").data["supports"]
    assert (gift["number"], gift["partner"], gift["amount_fen"], gift["paid_to"]) == (
        "D1-1", "春江银行", 20_000_000, "城建公司",
    )  # fmt: skip
    assert "共建单位支持" in bank("issue", "trace", "2").out
    bank("project", "add", "东门植树", "--kind", "绿化")
    assert "共建单位支持" not in bank("project", "show").out
    bank("partner", "support", "D1", "--what", "树苗50棵", "--about", "G1")
    assert "树苗50棵" in bank("project", "show").out
    bank("partner", "drop", "D1-2", "--reason", "另有安排")
    assert "共建单位支持" not in bank("issue", "trace", "2").out


def test_closing_what_was_helped_proposes_thanks_to_the_unit_and_names_nobody(bank: Jinlin) -> None:
    told = bank("issue", "close", "1", "--result", "已划线").err
    assert "在春江银行的大力支持下" in told
    assert "王经理" not in told
    assert "感谢" not in bank("issue", "close", "2", "--result", "已修好").err


def test_what_stays_unsolved_is_not_thanked_for(bank: Jinlin) -> None:
    told = bank("issue", "close", "1", "--unsolved", "--reason", "等街道").err
    assert "感谢" not in told


def test_partners_and_open_promises_are_handed_over_without_contacts(bank: Jinlin) -> None:
    data = bank("db", "handover", "--json").data
    assert (data["partners"], data["promises"]) == (["D1"], ["D1-2"])
    page = bank("db", "handover", "--md").out
    for told in ("春江银行", "2028.2.28", "200,000.00", "借护栏", "2026.12.1"):
        assert told in page
    assert "王经理" not in page
    bank("partner", "end", "D1", "--reason", "到期")
    assert bank("db", "handover", "--json").data["partners"] == []


@pytest.mark.parametrize("posted", [True, False])
def test_the_site_has_a_page_of_what_was_posted_of_partners(bank: Jinlin, posted: bool) -> None:
    if posted:
        bank("notice", "post", "--from", "共建", "--place", "公示栏", "--yes")
    bank("notice", "site", "网站")
    page = (bank.folder / "网站" / "projects.html").read_text("utf-8")
    assert ("直接付给城建公司" in page) is posted
    assert ("还没有公开过" in page) is not posted
