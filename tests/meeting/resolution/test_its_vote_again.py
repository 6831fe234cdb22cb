"""A resolution is told again which vote and which item it stands on."""

from __future__ import annotations

from harness import Jinlin
from meeting.voting.test_owners_ballot import ballots, owners

__all__ = ["owners"]


def test_one_recorded_by_itself_takes_the_item_of_the_vote_it_is_said_to_stand_on(
    council: Jinlin,
) -> None:
    council("meeting", "vote", "M1", "2", "--for", "8", "--against", "2")
    council("meeting", "resolve", "M1", "选定企业")
    council("meeting", "resolve", "M1-1", "--vote", "V1")
    [row] = council("meeting", "resolutions", "--json").data
    assert (row["item"], row["vote"]) == (2, "M1-V1")
    before = council.db.read_bytes()
    assert "已经" in council("meeting", "resolve", "M1-1", "--vote", "V1", code=1).err
    assert council.db.read_bytes() == before


def test_a_further_issue_leaves_the_vote_it_stands_on(council: Jinlin) -> None:
    council("issue", "add", "充电棚没有", "--category", "公共照明")
    council("meeting", "vote", "M1", "1", "--for", "8", "--against", "2")
    council("meeting", "vote", "M1", "1", "--for", "1", "--against", "9", "--question", "另建")
    council("meeting", "resolve", "M1", "建在东门内", "--item", "1", "--vote", "V1")
    council("meeting", "resolve", "M1-1", "--item", "1", "--issue", "1")
    [row] = council("meeting", "resolutions", "--json").data
    assert (row["vote"], row["issues"]) == ("M1-V1", "2026-0001")


def test_owners_resolve_once_by_each_vote(owners: Jinlin) -> None:
    lists = [ballots(owners, f"{one}.csv", one, {"*": "同意"}) for one in (1, 2)]
    owners("meeting", "ballot", "M1", "1", *lists, "--matter", "使用维修资金")
    owners("meeting", "resolve", "M1", "使用维修资金更换电梯", "--item", "1")
    before = owners.db.read_bytes()
    refused = owners("meeting", "resolve", "M1", "另外再刷墙", "--item", "1", "--json", code=1)
    assert "V1" in refused.error["hint"]
    assert owners.db.read_bytes() == before


def test_a_task_hears_of_the_resolution_it_carries_out_and_of_what_stays_inside(
    council: Jinlin,
) -> None:
    council("issue", "add", "老两口吵架", "--category", "其他邻里矛盾")
    council("meeting", "resolve", "M1", "登门调解", "--issue", "1")
    council("meeting", "action", "M1", "下周再去一次", "--resolution", "1", "--owner", "孙一")
    page = council("meeting", "summary", "M1").out
    assert "登门调解" not in page
    assert "下周再去一次" not in page
