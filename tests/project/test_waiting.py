"""What of works waits: in `today`, on the list of what is handed over, before `db check`."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from harness import Jinlin, seeded
from project.works_on_record import go_to, open_works
from store.meddling import meddle


@seeded
def works(jinlin: Jinlin) -> Jinlin:
    open_works(jinlin)
    return jinlin


def waiting(jinlin: Jinlin) -> dict[str, int]:
    data = jinlin("today", "--json").data
    return {key: data[key]["total"] for key in ("works_due", "works_unwatched", "works_silent")}


def test_a_stage_wants_a_member_a_note_and_its_day(works: Jinlin) -> None:
    assert waiting(works) == {"works_due": 0, "works_unwatched": 1, "works_silent": 1}
    go_to(works, "议事", "--with", "杨卫国", "--due", "2026-11-13")
    assert waiting(works) == {"works_due": 0, "works_unwatched": 0, "works_silent": 0}
    works.now = datetime(2026, 11, 6, 4, tzinfo=UTC)
    assert waiting(works)["works_due"] == 1
    assert "2号楼架空层改造（议事）" in works("today").out
    works.now = datetime(2026, 12, 5, 4, tzinfo=UTC)
    assert waiting(works) == {"works_due": 1, "works_unwatched": 0, "works_silent": 1}
    works("project", "note", "今天又议了一次")
    assert waiting(works)["works_silent"] == 0


@pytest.mark.parametrize("over", ["stage", "end"])
def test_works_that_are_over_want_nothing(works: Jinlin, over: str) -> None:
    if over == "stage":
        go_to(works, "使用")
    else:
        works("project", "end", "--reason", "业主不同意")
    assert set(waiting(works).values()) == {0}


def test_what_goes_on_is_handed_over_with_what_is_missing(works: Jinlin) -> None:
    works("project", "add", "东门植树", "--kind", "绿化")
    works("project", "end", "G2", "--reason", "过季")
    assert works("db", "handover", "--json").data["works"] == ["G1"]
    works("db", "handover", "-o", "移交.md")
    page = (works.folder / "移交.md").read_text("utf-8")
    assert "2号楼架空层改造（G1）" in page
    assert "还没有入户听取意见" in page
    assert "预算8.6万元" in page
    assert "东门植树" not in page


@pytest.mark.parametrize(
    ("change", "check", "state"),
    [
        ("UPDATE project SET stage = 'works'", "works_stages", "problem"),
        (
            "UPDATE project_quote SET accepted_on = '2026-11-01'",
            "works_choice",
            "problem",
        ),
        (
            "UPDATE project_quote SET accepted_on = '2026-11-01', accepted_vote = 'M9-V1'",
            "works_choice_by_vote",
            "warning",
        ),
        (
            "UPDATE project SET about_kind = 'issue', about_number = '2026-0099'",
            "works_origin",
            "warning",
        ),
    ],
)
def test_a_row_that_does_not_fit_is_found(
    works: Jinlin, change: str, check: str, state: str
) -> None:
    works("project", "quote", "add", "甲公司", "8.2万")
    assert {one["state"] for one in works("db", "check", "--json").data
            if one["check"].startswith("works_")} == {"ok"}  # fmt: skip
    meddle(works, change)
    found = works("db", "check", "--json", code=4).data
    [one] = [one for one in found if one["check"] == check]
    assert one["state"] == state
    assert "G1" in one["found"]


def test_what_partners_and_purses_gave_for_works_is_on_record(works: Jinlin) -> None:
    works("partner", "add", "春江银行", "--kind", "国企")
    works("partner", "support", "D1", "1万", "--about", "G1", "--paid-to", "甲公司")
    states = {one["check"]: one["state"] for one in works("db", "check", "--json").data}
    assert (states["support_aims"], states["entry_aims"]) == ("ok", "ok")
