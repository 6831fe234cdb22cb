"""What a notice discloses is disclosed while it hangs; what was withdrawn is posted again or settled."""

from __future__ import annotations

from typing import Any

import pytest
from harness import Jinlin, seeded
from report.records import at, recording

REVENUE = ("--purse", "公共收益")
POST = ("notice", "post", "--from", "公共收益", "--place", "大厅", "--signer", "业委会")


@seeded
def owners(jinlin: Jinlin) -> Jinlin:
    """Common revenue and the branch's own money of the third quarter."""
    for amount, day in (("800", "2026-07-02"), ("900", "2026-08-02")):
        jinlin("branch", "fund", "income", *REVENUE, "--amount", amount, "--from", "广告公司",
               "--for", "电梯广告", "--date", day)  # fmt: skip
    jinlin("branch", "fund", "income", "--purse", "启动经费", "--amount", "5000", "--from",
           "金山街道", "--for", "启动", "--date", "2026-08-01")  # fmt: skip
    return jinlin


def undisclosed(jinlin: Jinlin) -> list[str]:
    rows = jinlin("branch", "fund", "list", "--undisclosed", "--json").data
    return sorted(row["number"] for row in rows)


def due(jinlin: Jinlin, name: str) -> dict[str, Any]:
    rows: list[dict[str, Any]] = jinlin("notice", "due", "--json").data
    return next(row for row in rows if row["what"].startswith(name))


def decisions(jinlin: Jinlin) -> list[dict[str, Any]]:
    rows = jinlin("notice", "due", "--json").data
    assert jinlin("today", "--json").data["to_post"]["total"] == sum(
        row["kind"] == "post" and row["number"] is not None for row in rows
    )
    return [row for row in rows if row["kind"] == "post" and row["number"] is not None]


def test_the_notice_on_common_revenue_marks_its_entries(owners: Jinlin) -> None:
    assert owners("today", "--json").data["funds"]["total"] == 3
    before = owners.dump()
    told = owners(*POST, "--date", "2026-11-03")
    assert "2" in told.err
    assert undisclosed(owners) == ["F3"]
    shown = owners("branch", "fund", "show", "F1", "--json").data
    assert (shown["disclosed_on"], shown["disclosed_at_place"]) == ("2026-11-03", "大厅")
    assert owners("today", "--json").data["funds"]["total"] == 1
    assert "800" not in owners("today").out
    purses = owners("report", "monthly", "2026-8", "--json").data["purses"]
    [revenue] = [purse for purse in purses if purse["purse"] == "common_revenue"]
    assert revenue["undisclosed"] == 0
    owners("undo", "--yes")
    assert owners.dump() == before


def test_one_purse_posted_is_not_another(owners: Jinlin) -> None:
    owners(*POST)
    assert due(owners, "公共收益")["last_on"] == "2026-11-05"
    assert due(owners, "启动经费")["last_on"] is None
    owners("notice", "post", "--from", "经费", "--place", "大厅")
    assert due(owners, "启动经费")["last_on"] == "2026-11-05"


def test_what_is_due_names_the_quarter_that_can_be_posted(jinlin: Jinlin) -> None:
    rest = ("--place", "大厅", "--signer", "业委会")

    def command() -> list[str]:
        return str(due(jinlin, "公共收益")["next"]).split()[1:]

    assert command() == ["公示", "张贴", "--事项", "公共收益"]  # nothing is in the books yet
    assert "请先记账" in jinlin(*POST, code=1).err
    jinlin("branch", "fund", "income", *REVENUE, "--amount", "800", "--from", "广告公司",
           "--for", "电梯广告", "--date", "2026-10-02")  # fmt: skip
    assert command()[-1] == "2026-Q4"
    assert "--哪个 2026-Q4" in jinlin(*POST, "--of", "3季度", code=1).err
    jinlin(*command(), *rest)
    assert undisclosed(jinlin) == []


def test_a_quarter_without_entries_is_posted_as_such(owners: Jinlin) -> None:
    owners(*POST)
    owners.now = owners.now.replace(year=2027, month=2)
    command = str(due(owners, "公共收益")["next"]).split()[1:]
    assert command[-1] == "2026-Q4"
    told = owners(*command, "--place", "大厅", "--signer", "业委会").err
    assert "本期没有收入，也没有支出。" in told
    assert "上期结余1,700元" in told


def test_a_draft_marks_nothing_until_it_is_posted(owners: Jinlin) -> None:
    owners(*POST, "--draft")
    assert len(undisclosed(owners)) == 3
    owners("notice", "post", "N1")
    assert undisclosed(owners) == ["F3"]


def test_what_is_withdrawn_is_not_disclosed_and_asked_for_again(owners: Jinlin) -> None:
    owners("branch", "fund", "disclose", "--purse", "公共收益", "--from", "2026-07-01", "--to",
           "2026-07-31", "--place", "大门口")  # fmt: skip
    owners(*POST)
    before = owners.dump()
    told = owners("notice", "withdraw", "N1", "金额写错")
    assert "公示 张贴 --取自 公共收益 --哪个 2026-Q3" in told.err
    assert undisclosed(owners) == ["F2", "F3"]  # F1 hangs at the gate still
    owners("undo", "--yes")
    assert owners.dump() == before
    owners("notice", "withdraw", "N1", "金额写错")
    owners("notice", "post", "--from", "公共收益", "--of", "2026-Q3", "--place", "大厅", "--signer",
           "业委会")  # fmt: skip
    assert undisclosed(owners) == ["F3"]


def test_what_hangs_no_more_is_not_disclosed_though_it_is_not_posted_again(owners: Jinlin) -> None:
    owners(*POST)
    before = owners.dump()
    told = owners("notice", "withdraw", "N1", "金额写错", "--for-good", "--json")
    assert told.data["undisclosed"] == 2
    assert "支部 经费 公开 --起 2026-07-01 --止 2026-09-30 --地点" in told.err
    assert undisclosed(owners) == ["F1", "F2", "F3"]
    owners("undo", "--yes")
    assert owners.dump() == before
    owners("notice", "withdraw", "N1", "金额写错")
    told = owners("notice", "withdraw", "N1", "--for-good", "--json")
    assert told.data["undisclosed"] == 0


def test_a_notice_takes_back_its_own_marks_only(owners: Jinlin) -> None:
    owners("branch", "fund", "disclose", "--from", "2026-07-01", "--to", "2026-09-30", "--place",
           "大厅", "--yes")  # fmt: skip
    owners(*POST)
    told = owners("notice", "withdraw", "N1", "写错", "--json")
    assert told.data["undisclosed"] == 0
    assert undisclosed(owners) == []


def test_a_notice_moved_to_another_place_takes_its_marks_along(owners: Jinlin) -> None:
    owners(*POST)
    owners("notice", "edit", "N1", "--place", "东门", "--reason", "换地方")
    assert owners("notice", "withdraw", "N1", "写错", "--json").data["undisclosed"] == 2
    assert undisclosed(owners) == ["F1", "F2", "F3"]


def test_what_a_later_notice_tells_of_too_stays_disclosed_there(owners: Jinlin) -> None:
    owners(*POST, "--date", "2026-11-03")
    owners("notice", "post", "--from", "公共收益", "--of", "2026-Q3", "--place", "东门", "--signer",
           "业委会", "--yes")  # fmt: skip
    assert owners("notice", "withdraw", "N1", "写错", "--json").data["undisclosed"] == 0
    shown = owners("branch", "fund", "show", "F1", "--json").data
    assert (shown["disclosed_on"], shown["disclosed_at_place"]) == ("2026-11-05", "东门")
    assert owners("notice", "withdraw", "N2", "写错", "--json").data["undisclosed"] == 2
    assert undisclosed(owners) == ["F1", "F2", "F3"]


def test_an_earlier_notice_does_not_take_over_what_was_booked_after_it(owners: Jinlin) -> None:
    owners(*POST)
    owners("branch", "fund", "income", *REVENUE, "--amount", "70", "--from", "广告公司", "--for",
           "补记", "--date", "2026-09-02")  # fmt: skip
    owners("notice", "post", "--from", "公共收益", "--of", "2026-Q3", "--place", "东门", "--signer",
           "业委会", "--yes")  # fmt: skip
    assert undisclosed(owners) == ["F3"]
    owners("notice", "withdraw", "N2", "写错")
    assert undisclosed(owners) == ["F3", "F4"]


def test_a_draft_posted_in_another_window_while_she_is_asked_is_not_withdrawn_unseen(
    owners: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    owners(*POST, "--draft")

    def other(*_asked: object) -> str:
        owners("notice", "post", "N1")
        return "写错\n"

    monkeypatch.setattr("jinlin.output.asking._read", other)
    told = owners("notice", "withdraw", "N1", typed="", code=1)
    assert "另一个窗口" in told.err
    assert undisclosed(owners) == ["F3"]


@seeded
def decided(jinlin: Jinlin) -> Jinlin:
    """A council's decision, posted."""
    with recording(jinlin.folder, jinlin.now) as records:
        records.meeting(at("11-02"), "friday_council", resolutions=[("修路灯", None, None)])
    jinlin("notice", "post", "--from", "决议", "--of", "M1", "--place", "大厅")
    return jinlin


def test_a_withdrawn_decision_is_asked_for_until_it_is_posted_again(decided: Jinlin) -> None:
    told = decided("notice", "withdraw", "N1", "日期写错")
    assert "公示 张贴 --取自 决议 --哪个 M1" in told.err
    assert "公示 撤回 N1 --不再张贴" in told.err
    [row] = decisions(decided)
    assert (row["number"], row["due_on"]) == ("M1", "2026-11-10")  # three working days from today
    decided("notice", "post", "--from", "决议", "--of", "M1", "--place", "大厅")
    assert decisions(decided) == []


def test_a_decision_withdrawn_for_good_is_settled(decided: Jinlin) -> None:
    decided("notice", "withdraw", "N1", "决定撤销")
    assert len(decisions(decided)) == 1
    before = decided.dump()
    decided("notice", "withdraw", "N1", "--for-good")
    assert decisions(decided) == []
    shown = decided("notice", "show", "N1", "--json").data
    assert (shown["withdrawn_because"], shown["for_good"]) == ("决定撤销", True)
    decided("notice", "withdraw", "N1", "--for-good", code=1)
    decided("undo", "--yes")
    assert decided.dump() == before


def test_on_a_terminal_it_is_asked_whether_it_is_posted_again(decided: Jinlin) -> None:
    told = decided("notice", "withdraw", "N1", "决定撤销", typed="也许\n否\n")
    assert "还要重新张贴吗" in told.err
    assert decisions(decided) == []
    decided("undo", "--yes")
    decided("notice", "withdraw", "N1", "日期写错", typed="是\n")
    assert len(decisions(decided)) == 1


def test_of_a_notice_that_no_record_asks_for_nothing_is_asked(jinlin: Jinlin) -> None:
    jinlin("notice", "post", "停水", "--type", "通知", "--text", "停水", "--for", "全体居民", "--place",
           "大厅", "--signer", "物业")  # fmt: skip
    told = jinlin("notice", "withdraw", "N1", "改期", typed="")
    assert "--不再张贴" not in told.err
