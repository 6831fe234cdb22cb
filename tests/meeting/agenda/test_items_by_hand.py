"""What an item of an agenda is told by hand: its issue, whom it is for, whether the branch is first."""

from __future__ import annotations

import pytest
from harness import Jinlin, seeded


@seeded
def planned(branch: Jinlin) -> Jinlin:
    """An owners' assembly `M1` with one item, and a meeting of the branch `M2` before it."""
    branch(
        "meeting",
        "add",
        "--type",
        "业主大会",
        "--time",
        "2026-11-20 9:00",
        "--item",
        "选聘物业企业",
    )
    branch("meeting", "add", "--type", "支委会", "--time", "2026-11-10 19:30", "--item", "通报情况")
    return branch


def items(jinlin: Jinlin, number: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = jinlin("meeting", "agenda", number, "--json").data["items"]
    return found


def test_an_item_that_is_there_is_deliberated_for_another_meeting(planned: Jinlin) -> None:
    assert items(planned, "M1")[0]["branch_first"] == "not_yet"
    planned("meeting", "item", "M2", "--item", "1", "--for", "M1/1")
    assert items(planned, "M1")[0]["branch_first"] == "planned"


def test_what_was_said_of_branch_first_holds_against_the_list(planned: Jinlin) -> None:
    planned("meeting", "item", "M1", "更换物业企业", "--no-branch-first")
    planned("meeting", "item", "M2", "随便什么", "--branch-first")
    assert [item["branch_first"] for item in items(planned, "M1")] == ["not_yet", None]
    assert items(planned, "M2")[1]["branch_first"] == "not_yet"


def test_an_item_stands_with_the_number_of_its_issue_and_never_with_a_secret_one(
    planned: Jinlin,
) -> None:
    planned("issue", "add", "路灯不亮", "--category", "公共照明")
    planned("issue", "add", "邻居打孩子", "--category", "人身侵害线索")
    planned("meeting", "item", "M2", "路灯怎么办", "--issue", "1")
    assert items(planned, "M2")[1]["reference"] == "2026-0001"
    before = planned.db.read_bytes()
    planned("meeting", "item", "M2", "那件事", "--issue", "2", code=1)
    planned("meeting", "item", "M2", "没有的事", "--issue", "99", code=None)
    assert planned.db.read_bytes() == before


def test_a_title_that_stays_the_same_needs_no_reason_after_opening(planned: Jinlin) -> None:
    planned("meeting", "edit", "M2", "--time", "2026-11-05 9:00")
    planned("meeting", "open", "M2")
    planned("meeting", "item", "M2", "通报情况", "--item", "1")
    assert planned("meeting", "show", "M2", "--json").data["changes"] == []
    planned("meeting", "item", "M2", "通报别的", "--item", "1", code=2)


@pytest.mark.parametrize(
    "words",
    [
        ("--remove",),
        ("--to", "1"),
        ("--item", "1", "--remove", "--to", "1"),
        ("--item", "1", "--remove", "--note", "记"),
        ("--item", "1"),
        ("--item", "7", "--note", "记"),
        (),
        ("选址", "--for", "M1-1"),
    ],
)
def test_what_says_nothing_or_two_things_of_an_item_changes_nothing(
    planned: Jinlin, words: tuple[str, ...]
) -> None:
    before = planned.db.read_bytes()
    refused = planned("meeting", "item", "M2", *words, code=None)
    assert refused.code in {1, 2, 3}
    assert planned.db.read_bytes() == before


def test_an_issue_that_was_escalated_says_before_whom_it_is(branch: Jinlin) -> None:
    branch("issue", "add", "围墙外违建", "--category", "公共照明", "--date", "2026-10-01")
    branch("issue", "escalate", "1", "--to", "社区", "--request", "请协调")
    branch("meeting", "agenda", "--build")
    assert "社区" in str(items(branch, "M1")[0]["why"])
