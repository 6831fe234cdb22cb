"""A month typed with the commands of the rooms below, then reported."""

from __future__ import annotations

from datetime import UTC, datetime

from harness import Jinlin


def test_month_that_was_typed_is_the_month_that_is_reported(jinlin: Jinlin) -> None:
    jinlin.now = datetime(2026, 10, 12, 4, tzinfo=UTC)
    jinlin("building", "add", "3")
    lamp = jinlin(
        "issue", "add", "路灯不亮", "--category", "公共照明", "--building", "3",
        "--date", "2026-09-28", "--reporter", "王大娘", "--quiet",
    ).out.strip()  # fmt: skip
    bin_ = jinlin("issue", "add", "垃圾桶破", "--category", "垃圾与保洁", "--quiet").out.strip()
    jinlin("issue", "assign", bin_, "林秀英")
    jinlin("issue", "close", lamp, "--result", "换了灯泡")
    jinlin("issue", "rate", lamp, "基本满意")
    jinlin("issue", "add", "登记错了", "--category", "其他")
    jinlin("undo", "--yes")
    jinlin("meeting", "add", "--type", "支委会", "--time", "2026-10-11 19:30")
    jinlin("meeting", "resolve", "M1", "更换垃圾桶", "--owner", "林秀英", "--due", "2026-11-20")
    jinlin.now = datetime(2026, 11, 3, 4, tzinfo=UTC)
    data = jinlin("report", "monthly", "--json").data
    issues = data["issues"]
    assert data["month"] == "2026-10"
    assert (issues["carried_over"], issues["received"]) == (1, 1)
    assert (issues["closed"], issues["open"]) == (1, 1)
    assert issues["satisfaction"]["basically_satisfied"] == 1
    assert [issue["number"] for issue in data["open_issues"]] == [bin_]
    assert data["open_issues"][0]["steward"] == "林秀英"
    assert [(row["type"], row["held"]) for row in data["meetings"]["by_type"]] == [
        ("committee_meeting", 1)
    ]
    assert data["resolutions_due"][0]["text"] == "更换垃圾桶"
    text = jinlin("report", "monthly", lang="zh").out
    assert "更换垃圾桶（林秀英，11月20日前）" in text
    assert "王大娘" not in text


def test_issue_opened_again_is_carried_into_the_next_month(jinlin: Jinlin) -> None:
    jinlin.now = datetime(2026, 10, 12, 4, tzinfo=UTC)
    jinlin("issue", "add", "路灯不亮", "--category", "公共照明")
    jinlin("issue", "close", "1", "--result", "换了灯泡")
    jinlin("issue", "rate", "1", "满意")
    october = jinlin("report", "monthly", "10", "--json").data["issues"]
    jinlin.now = datetime(2026, 11, 2, 4, tzinfo=UTC)
    jinlin("issue", "reopen", "1", "--reason", "又不亮了")
    after = jinlin("report", "monthly", "10", "--json").data["issues"]
    november = jinlin("report", "monthly", "11", "--json").data["issues"]
    assert (october["closed"], october["satisfaction"]["satisfied"]) == (1, 1)
    assert (after["closed"], after["satisfaction"]["satisfied"]) == (1, 1)
    assert (november["carried_over"], november["reopened"], november["open"]) == (0, 1, 1)
