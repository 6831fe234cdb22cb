"""What of partners waits: promises due, agreements that end; in `today` and when handed over."""

from __future__ import annotations

from datetime import UTC, datetime

from harness import Jinlin, seeded


@seeded
def bank(jinlin: Jinlin) -> Jinlin:
    """A bank whose agreement ends in May, with a promise for 20 November."""
    jinlin("partner", "add", "春江银行", "--agreement", "2025-06-01", "--until", "2027-05-06",
           "--contact", "王经理", "--phone", "0593-2868123")  # fmt: skip
    jinlin("partner", "support", "D1", "--what", "义诊", "--promised", "--due", "2026-11-20")
    return jinlin


def waiting(jinlin: Jinlin) -> tuple[int, int]:
    data = jinlin("today", "--json").data
    return data["promises_due"]["total"], data["agreements_ending"]["total"]


def test_a_promise_is_told_from_a_week_before_until_it_comes_or_is_dropped(bank: Jinlin) -> None:
    assert waiting(bank) == (0, 0)
    bank.now = datetime(2026, 11, 13, 4, tzinfo=UTC)
    assert waiting(bank) == (1, 1)
    page = bank("today").out
    assert "春江银行：义诊" in page
    assert "共建单位 到位 D1-1" in page
    bank.now = datetime(2026, 12, 5, 4, tzinfo=UTC)
    assert waiting(bank)[0] == 1
    bank("partner", "receive", "D1-1")
    assert waiting(bank)[0] == 0


def test_an_agreement_is_told_from_six_months_before_until_it_is_renewed_or_over(
    bank: Jinlin,
) -> None:
    bank.now = datetime(2026, 11, 6, 4, tzinfo=UTC)
    assert waiting(bank)[1] == 1
    assert "共建单位 修改 D1 --到" in bank("today").out
    bank("partner", "edit", "D1", "--until", "2029-05-06")
    assert waiting(bank)[1] == 0
    bank.now = datetime(2029, 6, 1, 4, tzinfo=UTC)
    assert waiting(bank)[1] == 1
    bank("partner", "end", "D1", "--reason", "到期")
    assert waiting(bank)[1] == 0
