"""What a report tells of partners: as it stood when the period ended."""

from __future__ import annotations

from datetime import UTC, datetime

from harness import Jinlin, seeded


@seeded
def november(jinlin: Jinlin) -> Jinlin:
    """Three partners, one of them new in November; money, help, a promise not kept."""
    for issue in ("南门非机动车道被占", "路灯不亮"):
        jinlin("issue", "add", issue, "--category", "parking")
    jinlin("partner", "add", "春江银行", "--agreement", "2026-03-01")
    jinlin("partner", "add", "卫生服务中心", "--agreement", "2026-11-02")
    jinlin("partner", "add", "旧厂", "--agreement", "2024-01-01", "--until", "2026-10-31")
    jinlin("partner", "support", "D1", "20万", "--about", "2026-1", "--paid-to", "城建公司")
    for what in ("义诊", "会议室", "节目"):
        jinlin("partner", "support", "D2", "--what", what, "--about", "2026-2")
    jinlin("partner", "support", "D2", "--what", "体检", "--promised", "--due", "2026-11-20")
    jinlin("issue", "close", "1", "--result", "已划线")
    return jinlin


def told(jinlin: Jinlin, month: str, *words: str) -> str:
    page = "".join(jinlin("report", "monthly", month, *words).out.split())
    return page[page.index("共建单位") :].split("。")[0] if "共建单位" in page else ""


def test_a_month_tells_agreements_money_help_and_what_did_not_come(november: Jinlin) -> None:
    november.now = datetime(2026, 12, 2, 4, tzinfo=UTC)
    sentence = (
        "共建单位2家（本月新签1家）；本月到位资金20万元（共建单位直接支付20万元）、其他支持3项，"
        "助力解决1件；到期未兑现1项"
    )
    assert told(november, "11") == sentence
    assert told(november, "11", "--public") == sentence
    assert november("report", "monthly", "11", "--json").data["partners"] == {
        "in_force": 2, "signed": 1, "reported": 0, "promised_fen": 0, "overdue": 1, "direct_fen": 20_000_000,
        "through_purse_fen": 0, "in_kind": 3, "solved": 1,
    }  # fmt: skip
    assert "本年到位资金20万元" in "".join(november("report", "yearly", "2026").out.split())


def test_an_old_month_stays_what_it_was(november: Jinlin) -> None:
    november.now = datetime(2026, 12, 2, 4, tzinfo=UTC)
    before = told(november, "11")
    november("partner", "receive", "D2-4")
    november("partner", "end", "D1", "--reason", "到期")
    november("issue", "rate", "1", "满意")
    november("issue", "reopen", "1", "--reason", "又被占")
    assert told(november, "11") == before
    assert told(november, "12") == "共建单位1家；本月其他支持1项"
    assert told(november, "10") == "共建单位2家"


def test_a_promise_is_not_late_on_its_day(november: Jinlin) -> None:
    november.now = datetime(2026, 11, 20, 4, tzinfo=UTC)
    assert "未兑现" not in told(november, "11")
    november.now = datetime(2026, 11, 21, 4, tzinfo=UTC)
    assert told(november, "11").endswith("到期未兑现1项")


def test_an_entry_of_the_purse_that_was_taken_back_did_not_come(november: Jinlin) -> None:
    november("partner", "support", "D1", "5万", "--what", "慰问",
             "--purse", "共建资助", "--handler", "林秀英")  # fmt: skip
    assert "到位资金25万元（共建单位直接支付20万元，经共建资助账5万元）" in told(november, "11")
    november("branch", "fund", "reverse", "F1", "--reason", "打错")
    assert "到位资金20万元（共建单位直接支付20万元）" in told(november, "11")
    shown = november("partner", "show", "D1", "--json").data
    assert (shown["received_fen"], shown["supports_received"]) == (20_000_000, 1)
    november("partner", "receive", "D1-2", "--paid-to", "甲公司")
    assert "到位资金25万元（共建单位直接支付25万元）" in told(november, "11")


def test_without_partners_nothing_is_told(jinlin: Jinlin) -> None:
    jinlin("issue", "add", "路灯不亮", "--category", "facilities")
    assert told(jinlin, "11") == ""
