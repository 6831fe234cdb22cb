"""What residents ordered is told in the month, the quarter and the year, in public without names."""

from __future__ import annotations

from datetime import UTC, datetime

from harness import NOON, Jinlin


def test_orders_are_told_with_what_was_free_and_add_up_over_the_year(jinlin: Jinlin) -> None:
    jinlin("branch", "offer", "add", "入户小修", "--price", "免费")
    jinlin("branch", "offer", "add", "水管疏通", "--price", "80")
    for number in range(1, 13):
        jinlin.now = datetime(2026, 9 if number < 3 else 10, 10, 4, tzinfo=UTC)
        free = number % 2
        offer, paid = ("入户小修", ()) if free else ("水管疏通", ("--paid", "15"))
        jinlin("issue", "add", f"第{number}件修理", "--offer", offer, "--reporter", "王奶奶")
        jinlin("issue", "close", str(number), "--result", "已修好", *paid)
        jinlin("issue", "rate", str(number),
               *(("不满意", "--reason", "还漏") if number == 5 else ("满意",)))  # fmt: skip
    jinlin.now = NOON
    jinlin("branch", "fund", "income", "--purse", "物业服务", "--amount", "1200", "--from", "全体业主",
           "--for", "十月服务费", "--date", "2026-10-31", "--by", "物业服务中心")  # fmt: skip
    jinlin("issue", "add", "路灯不亮", "--category", "公共照明", "--date", "2026-10-20")
    said = "点单服务10件（免费5件），办结10件，满意率90.0%（9/10）；物业服务收支1笔尚未公开。"
    assert said in jinlin("report", "monthly", "2026-10").out.replace("\n", "")
    jinlin("branch", "fund", "disclose", "--purse", "物业服务", "--from", "2026-10-01", "--to",
           "2026-10-31", "--place", "公示栏")  # fmt: skip
    public = jinlin("report", "monthly", "2026-10", "--public").out.replace("\n", "")
    assert "办结10件，满意率90.0%（9/10）；物业服务收支已公开。" in public
    assert "王奶奶" not in public
    jinlin.now = datetime(2027, 1, 5, 4, tzinfo=UTC)
    counted = [
        jinlin("report", kind, period, "--json").data["orders"]
        for kind, period in (
            ("monthly", "2026-09"), ("monthly", "2026-10"), ("quarterly", "2026-Q3"),
            ("yearly", "2026"),
        )
    ]  # fmt: skip
    september, october, quarter, year = counted
    assert quarter == september
    for name in ("received", "free", "closed"):
        assert september[name] + october[name] == year[name]
    assert year["satisfaction"]["rated"] == 12
