"""`jinlin issue bulk`: many issues, one change, one undo."""

from __future__ import annotations

import pytest
from harness import Jinlin, seeded
from issue.adding import Add
from windows import while_asked


@seeded
def five(jinlin: Jinlin, add: Add) -> Jinlin:
    """Five open issues and a closed one."""
    jinlin("building", "add", "3")
    jinlin("member", "add", "李华")
    for title in ("一", "二", "三", "四"):
        add(title, "--building", "3")
    add("五")
    add("六", "--building", "3")
    jinlin("issue", "close", "6", "--result", "好")
    return jinlin


def stewards(jinlin: Jinlin) -> list[str | None]:
    return [
        row[0]
        for row in jinlin.sql(
            "SELECT p.name FROM issue AS i LEFT JOIN person AS p ON p.id = i.steward_id"
            " ORDER BY i.id"
        )
    ]


def test_it_changes_what_is_chosen_and_one_undo_takes_it_back(five: Jinlin) -> None:
    before = five.sql("SELECT * FROM issue"), five.sql("SELECT * FROM issue_event")
    entries = len(five("log", "--json").data)
    done = five("issue", "bulk", "--building", "3", "--assign", "李华", "--yes", "--json").data
    assert done["changed"] == ["2026-0001", "2026-0002", "2026-0003", "2026-0004"]
    assert stewards(five) == ["李华"] * 4 + [None, None]
    assert len(five("log", "--json").data) == entries + 1
    five("undo", "--yes")
    assert (five.sql("SELECT * FROM issue"), five.sql("SELECT * FROM issue_event")) == before


def test_it_shows_and_asks_first(five: Jinlin) -> None:
    words = ("issue", "bulk", "--building", "3", "--assign", "李华")
    refused = five(*words, typed="n\n", lang="en", code=130)
    assert refused.err.count("2026-000") == 4
    assert stewards(five)[0] is None
    five(*words, code=2)
    five(*words, typed="y\n")
    assert stewards(five)[0] == "李华"


def test_the_preview_says_both_values_and_some_are_chosen_by_their_places(five: Jinlin) -> None:
    words = ("issue", "bulk", "--building", "3", "--set-urgency", "urgent")
    seen = five(*words, "--dry-run").err
    assert " 1. 2026-0001" in seen
    assert seen.count("紧急程度：一般 → 紧急") == 4

    def urgent() -> list[int]:
        return [row[0] for row in five.sql("SELECT number FROM issue WHERE urgency = 'urgent'")]

    told = five(*words, typed="9\n1-0\nx\n2、4\n")
    assert told.err.count("1到4") == 3
    assert "没有选2件" in told.out
    assert urgent() == [2, 4]
    five("undo")
    assert urgent() == []
    five(*words, typed="-2-3\n")
    assert urgent() == [1, 4]
    five("undo")
    five(*words, typed="-1-4\n", code=130)
    five(*words, typed="\n", code=130)
    assert urgent() == []
    by_hand = five("issue", "bulk", "--building", "3", "--assign", "李华", "--dry-run").err
    assert by_hand.count("→ 李华") == 4


def test_other_windows_write_while_it_asks_and_what_they_change_is_not_changed_again(
    five: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("issue", "bulk", "--building", "3", "--assign", "李华")
    while_asked(monkeypatch, lambda: five("issue", "close", "2", "--result", "好"))
    assert "另一个窗口" in five(*words, typed="", code=1).err
    assert set(stewards(five)) == {None}
    while_asked(monkeypatch, lambda: five("building", "add", "77"))
    five(*words, typed="")
    assert stewards(five).count("李华") == 3


def test_two_are_changed_without_a_question_and_what_is_so_is_left(five: Jinlin) -> None:
    five("issue", "assign", "1", "李华")
    found = five("issue", "bulk", "--text", "一,二", "--assign", "李华", "--json").data
    assert (found["changed"], found["unchanged"]) == (["2026-0002"], 1)


def test_several_changes_at_once(five: Jinlin) -> None:
    five("issue", "bulk", "--building", "3", "--set-urgency", "紧急", "--set-due", "2026-12-01",
         "--set-category", "公共管道下水", "--unit", "物业公司", "--note", "一并处理", "--yes")  # fmt: skip
    rows = five("issue", "list", "--building", "3", "--status", "open", "--json").data
    assert {(r["urgency"], r["due_on"], r["category"], r["handler"]) for r in rows} == {
        ("urgent", "2026-12-01", "公共管道下水", "物业公司")
    }
    assert five.sql("SELECT count(*) FROM issue_event WHERE note = '一并处理'") == [(4,)]


def test_closing_many_with_one_result(five: Jinlin) -> None:
    five("issue", "bulk", "--building", "3", "--close", "统一换了灯", "--yes")
    assert five.sql("SELECT count(*) FROM issue WHERE status = 'closed_solved'") == [(5,)]


@pytest.mark.usefixtures("unchanged")
def test_bad_words_change_nothing(jinlin: Jinlin) -> None:
    for words, code in (
        (("--assign", "李华"), 2),
        (("--overdue",), 2),
        (("--text", "x", "--assign", "没有这人"), 3),
        (("--text", "x", "--set-urgency", "很急"), 2),
        (("--status", "open", "--set-due", "某日"), 2),
    ):
        jinlin("issue", "bulk", *words, "--yes", "--json", code=code)


def test_a_secret_one_refuses_all_and_is_not_shown(five: Jinlin) -> None:
    five("issue", "add", "邻居打孩子", "--category", "人身侵害线索", "--building", "3")
    refused = five("issue", "bulk", "--building", "3", "--note", "x", "--yes", code=1)
    assert "2026-0007" in refused.err
    assert "打孩子" not in refused.err
    five("issue", "bulk", "--building", "3", "--public", "--note", "x", "--yes")


def test_one_that_cannot_be_changed_refuses_all(five: Jinlin) -> None:
    before = five.db.read_bytes()
    words = ("--building", "3", "--status", "open", "--status", "open")
    five("issue", "bulk", *words, "--set-due", "2020-01-01", "--yes", code=None)
    five("issue", "bulk", "--building", "3", "--status", "待受理,已办结", "--assign", "李华",
         "--yes", code=1)  # fmt: skip
    assert five.db.read_bytes() == before


def test_it_says_where_nothing_is_chosen_and_counts_what_it_does_not_show(
    five: Jinlin, add: Add
) -> None:
    none = five("issue", "bulk", "--building", "3", "--urgency", "特急", "--note", "x", lang="en")
    assert "--building 3 --urgency 特急" in none.out
    assert (
        "filter"
        in five("issue", "bulk", "--note", "x", "--json", lang="en", code=2).error["message"]
    )
    for number in range(20):
        add(f"又{number}", "--building", "3")
    told = five("issue", "bulk", "--building", "3", "--note", "查过", "--yes", lang="en").err
    assert "… and 4 more" in told


def test_what_is_in_charge_already_stays_so_beside_another_change(five: Jinlin) -> None:
    five("issue", "assign", "1", "李华")
    five("issue", "bulk", "--building", "3", "--assign", "李华", "--set-urgency", "紧急", "--yes")
    assert stewards(five)[:4] == ["李华"] * 4
    kinds = five.sql("SELECT kind FROM issue_event WHERE issue_id = 1 ORDER BY id")
    assert kinds == [("reported",), ("assigned",), ("edited",)]
