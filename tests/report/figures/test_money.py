"""Part six of the monthly report: each purse by itself, and the figures add up."""

from __future__ import annotations

from datetime import UTC, datetime

from harness import Jinlin, seeded


def spend(jinlin: Jinlin, purse: str, amount: str, day: str) -> None:
    jinlin(
        "branch", "fund", "spend", "--purse", purse, "--amount", amount, "--to", "榕城文具店",
        "--for", "打印", "--by", "李华", "--approved-by", "王芳", "--date", day, "--yes",
    )  # fmt: skip


@seeded
def purses(jinlin: Jinlin) -> Jinlin:
    """Income in September, spending in October and November, in two purses."""
    jinlin.now = datetime(2026, 11, 3, 1, tzinfo=UTC)
    for purse, amount in (("启动经费", "5万"), ("共建资助", "800.50")):
        jinlin(
            "branch", "fund", "income", "--purse", purse, "--amount", amount, "--from",
            "金山街道党工委", "--for", "支部启动", "--date", "2026-09-20", "--by", "李华", "--yes",
        )  # fmt: skip
    spend(jinlin, "启动经费", "320.05", "2026-10-31")
    spend(jinlin, "启动经费", "1", "2026-11-01")
    return jinlin


def test_each_purse_is_told_by_itself(purses: Jinlin) -> None:
    found = purses("report", "monthly", "2026-10", "--json").data["purses"]
    assert found == [
        {
            "purse": "start_up_grant", "opening_fen": 5000000, "income_fen": 0,
            "spending_fen": 32005, "closing_fen": 4967995, "entries": 1, "undisclosed": 1,
        },
        {
            "purse": "partner_aid", "opening_fen": 80050, "income_fen": 0, "spending_fen": 0,
            "closing_fen": 80050, "entries": 0, "undisclosed": 0,
        },
    ]  # fmt: skip
    page = "".join(purses("report", "monthly", "2026-10").out.split())
    assert (
        "启动（工作）经费上月结余50,000元，支出320.05元，月末结余49,679.95元，"
        "本月收支有1笔尚未公开。共建资助月末结余800.50元。"
        "各类资金分别列账，不合并。"
    ) in page


def test_a_reversal_takes_its_amount_out_of_the_month(purses: Jinlin) -> None:
    purses("branch", "fund", "reverse", "F3", "--reason", "记错", "--yes")
    found = purses("report", "monthly", "2026-11", "--json").data["purses"][0]
    assert (found["opening_fen"], found["spending_fen"]) == (4967995, 100 - 32005)
    assert found["closing_fen"] == 5000000 - 100


def test_a_branch_without_money_says_so(jinlin: Jinlin) -> None:
    jinlin.now = datetime(2026, 11, 3, 1, tzinfo=UTC)
    jinlin("issue", "add", "路灯不亮", "--category", "公共照明", "--date", "2026-10-05")
    assert jinlin("report", "monthly", "2026-10", "--json").data["purses"] == []
    assert "本月没有登记经费收支。" in jinlin("report", "monthly", "2026-10").out
