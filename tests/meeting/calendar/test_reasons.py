"""The calendar says why a kind of meeting is not held here, and which terms are over."""

from __future__ import annotations

from typing import Any

from harness import Jinlin


def lines(jinlin: Jinlin, *words: str) -> dict[str, Any]:
    return {row["type"]: row for row in jinlin("meeting", "calendar", *words, "--json").data}


def test_with_groups_committees_and_members_enough_nothing_is_exempt(hall: Jinlin) -> None:
    kinds = ("group_meeting", "committee_meeting", "owners_assembly")
    before = lines(hall, "--all")
    assert {before[kind]["standing"] for kind in (kinds[0], kinds[2])} == {"exempt"}
    hall("building", "add", "3")
    hall("branch", "group", "add", "3号楼党小组", "--building", "3")
    hall("member", "post", "add", "P2", "--title", "业委会主任")
    after = lines(hall, "--all")
    assert "exempt" not in {after[kind]["standing"] for kind in kinds}


def test_last_quarter_is_the_one_before_this(hall: Jinlin) -> None:
    found = lines(hall, "--quarter", "last", "--all")
    assert found["general_meeting"]["period"] == "2026-Q3"
    assert lines(hall, "--quarter", "上季度", "--all") == found
    assert hall("meeting", "calendar", "--quarter", "五", code=2).err


def test_a_term_that_is_over_is_named_below_the_calendar(branch: Jinlin) -> None:
    branch("member", "post", "add", "P2", "--title", "业委会主任", "--from", "2021-01", "--to",
           "2026-01")  # fmt: skip
    assert "业委会主任" in branch("meeting", "calendar").err
