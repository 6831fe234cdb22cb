"""`jinlin elevator settle`, `join`, `reopen`: the second exact split, backed up and with a reason."""

from __future__ import annotations

from typing import Any

import pytest
from elevator.adopted import ACCOUNT, ROSTER, adopt, with_account
from harness import Jinlin, seeded

FINAL = ("elevator", "settle", "X1", "--final", "462,300", "--reason", "审计报告")


@seeded
def house(jinlin: Jinlin) -> Jinlin:
    with_account(jinlin)
    jinlin("elevator", "income", "X1", "5万", "--as", "补助", "--from", "区住建局")
    jinlin("elevator", "pay", "3-1-702", "60000")
    jinlin("elevator", "pay", "3-1-201", "5000")
    return jinlin


@seeded
def settled(house: Jinlin) -> Jinlin:
    house(*FINAL, "--yes")
    return house


@seeded
def one_out(jinlin: Jinlin) -> Jinlin:
    """The doors of floor 7 took no part."""
    adopt(jinlin, "--total", "42万", "--cap", "none", "--exclude", "702", "--exclude", "701")
    jinlin("elevator", "account", "X1", *ACCOUNT)
    return jinlin


@seeded
def joined(one_out: Jinlin) -> Jinlin:
    """One of them has joined late."""
    one_out("elevator", "join", "3-1-702", "--reason", "新业主愿意加入", "--yes")
    return one_out


def doors(jinlin: Jinlin, *words: str) -> dict[str, dict[str, Any]]:
    return {row["door"]: row for row in jinlin(*words, "--json").data}


def backups(jinlin: Jinlin) -> int:
    return len(list((jinlin.folder / "备份").glob("*.db")))


def test_a_settlement_shows_refund_or_call_for_each_door_and_sums_exactly(house: Jinlin) -> None:
    found = doors(house, *FINAL, "--yes")
    assert sum(row["amount_fen"] for row in found.values()) == 46_230_000 - 5_000_000
    top, low = found["3-1-702"], found["3-1-201"]
    assert (top["before_fen"], top["amount_fen"]) == (6_000_000, 5_890_000)
    assert (top["call_fen"], top["refund_fen"]) == (0, 110_000)
    assert low["call_fen"] == low["amount_fen"] - 500_000
    assert all(row["amount_fen"] <= 6_000_000 for row in found.values())  # the frozen cap
    assert doors(house, "elevator", "settle") == found
    house("elevator", "refund", "3-1-702")
    assert doors(house, "elevator", "settle")["3-1-702"]["refund_fen"] == 0


def test_a_settlement_is_backed_up_and_asked_about(house: Jinlin) -> None:
    before_it = backups(house)
    before = house.db.read_bytes()
    refused = house(*FINAL, code=2, lang="en")
    assert "12 pay less" in refused.err
    house(*FINAL, typed="n\n", code=130)
    house(*FINAL, "--dry-run")
    assert house.db.read_bytes() == before
    assert backups(house) == before_it
    shown = house(*FINAL, typed="y\n", lang="en")
    assert "58,900.00" in shown.out
    assert backups(house) == before_it + 1


def test_a_settlement_needs_a_reason_and_an_adopted_plan(house: Jinlin) -> None:
    before = house.db.read_bytes()
    house("elevator", "settle", "X1", "--final", "46万", "--yes", code=2)
    house("elevator", "settle", "X1", "--final", "零", "--reason", "x", "--yes", code=2)
    house("elevator", "settle", "X1", code=1)  # nothing to show yet
    house("elevator", "settle", "X1", "--final", "4万", "--reason", "x", "--yes", code=1)
    assert house.db.read_bytes() == before


def test_works_that_have_not_begun_are_not_settled(jinlin: Jinlin) -> None:
    adopt(jinlin, stage="签约")
    refused = jinlin(*FINAL, "--yes", code=1, lang="en")
    assert "not built yet" in refused.err


def test_a_promised_subsidy_that_never_came_is_not_taken_off_in_silence(jinlin: Jinlin) -> None:
    with_account(jinlin)
    refused = jinlin(*FINAL, "--yes", code=1, lang="en")
    assert "counted on 50,000.00 yuan" in refused.err
    found = doors(jinlin, *FINAL, "--subsidy", "0", "--yes")
    assert sum(row["amount_fen"] for row in found.values()) == 46_230_000


def test_frozen_caps_that_cannot_hold_are_named_and_can_be_agreed_anew(house: Jinlin) -> None:
    words = ("elevator", "settle", "X1", "--final", "80万", "--reason", "增项", "--yes")
    assert "short" in house(*words, code=1, lang="en").err
    found = doors(house, *words, "--cap", "1.5x")
    assert sum(row["amount_fen"] for row in found.values()) == 75_000_000


def test_settled_works_are_locked_until_they_are_reopened(settled: Jinlin) -> None:
    spend = ("elevator", "spend", "X1", "100", "--to", "甲公司", "--for", "尾款")
    for words in (
        spend,
        ("elevator", "income", "X1", "100", "--as", "利息", "--from", "银行"),
        ("elevator", "instalments", "X1", "100%@验收"),
        ("elevator", "reverse", "V1", "--reason", "错"),
        FINAL,
    ):
        assert "reopen" in settled(*words, code=1, lang="en").err
    settled("elevator", "pay", "3-1-201", "100")  # calls and refunds go on
    settled("elevator", "refund", "3-1-702")
    settled("elevator", "reopen", "X1", code=2)
    settled("elevator", "reopen", "X1", "--reason", "补发票")
    settled("elevator", "reopen", "X1", "--reason", "再来", code=1)
    assert backups(settled) >= 1
    settled(*spend)
    settled("elevator", "settle", "X1", "--final", "46.24万", "--reason", "补发票", "--yes")
    assert settled.sql("SELECT version FROM elevator_settlement") == [(1,), (2,)]


def test_what_is_handed_over_and_reported_names_the_final_cost_and_what_was_paid_back(
    settled: Jinlin,
) -> None:
    settled("elevator", "refund", "3-1-702")
    assert "结算，决算总费用462,300元。" in settled("db", "handover", "--md").out.replace("\n", "")
    report = settled("report", "monthly", "2026-11", "--full", "--json").data["elevator_money"]
    assert [(row["received_fen"], row["refunds_fen"]) for row in report] == [(11_500_000, 110_000)]


def test_no_other_version_is_adopted_for_settled_works(settled: Jinlin) -> None:
    settled("elevator", "split", "--project", "X1", "--total", "47万", "--save", "第二稿")
    adopt_again = ("elevator", "adopt", "--note", "改", "--yes")
    assert "reopen" in settled(*adopt_again, code=1, lang="en").err
    settled("elevator", "reopen", "X1", "--reason", "重做")
    settled(*adopt_again)
    owed = doors(settled, "elevator", "arrears", "--all")
    assert sum(row["due_fen"] for row in owed.values()) == 47_000_000


def test_the_status_of_a_project_shows_its_money(house: Jinlin) -> None:
    found = house("elevator", "status", "X1", "--json").data
    assert (found["owed_fen"], found["paid_fen"], found["balance_fen"]) == (
        43_000_000, 6_500_000, 11_500_000,
    )  # fmt: skip


def test_after_a_settlement_everything_is_due(house: Jinlin) -> None:
    house("elevator", "instalments", "X1", "30%@签约@2026-12-01", "70%@验收@2027-12-01")
    house(*FINAL, "--yes")
    rows = doors(house, "elevator", "arrears", "--all")
    assert all(row["due_now_fen"] == row["due_fen"] for row in rows.values())


def test_a_late_joiner_pays_its_share_to_the_others(one_out: Jinlin) -> None:
    before_it = backups(one_out)
    before = doors(one_out, "elevator", "arrears", "--all")
    assert sum(row["due_fen"] for row in before.values()) == 42_000_000
    found = doors(one_out, "elevator", "join", "3-1-702", "--reason", "新业主愿意加入", "--yes")
    assert sum(row["amount_fen"] for row in found.values()) == 42_000_000
    # Floors 2 to 6 weigh 1 to 5, two doors each: 30; the joiner's 6 make 36.
    assert found["3-1-702"]["amount_fen"] == 7_000_000
    assert found["3-1-602"]["amount_fen"] == before["3-1-602"]["due_fen"] * 30 // 36
    double = doors(one_out, "elevator", "join", "3-1-701", "--factor", "200%", "--reason", "协议",
                   "--yes")  # fmt: skip
    assert double["3-1-701"]["amount_fen"] == 2 * 6_000_000
    assert sum(row["amount_fen"] for row in double.values()) == 42_000_000
    assert backups(one_out) == before_it + 2
    one_out("elevator", "pay", "3-1-702", "7000")
    one_out("undo", "--yes")
    one_out("undo", "--yes")
    assert doors(one_out, "elevator", "settle") == found


def test_a_share_melts_with_the_years_when_that_was_agreed(one_out: Jinlin) -> None:
    words = ("elevator", "join", "3-1-702", "--reason", "协议", "--yes", "--dry-run")
    melts = ("--since", "2016-11-05", "--life-years", "15")
    found = doors(one_out, *words, *melts)
    assert found["3-1-702"]["amount_fen"] == 3_500_000  # ten years: five of ten are left
    found = doors(one_out, *words, "--since", "2021-11-06", "--life-years", "15")
    assert found["3-1-702"]["amount_fen"] == 7_000_000
    one_out(*words, "--life-years", "15", code=2)
    one_out(*words, *melts, "--free-years", "15", code=2)
    one_out(*words, "--factor", "0", code=2)
    one_out(*words, "--factor", "2000%", code=2)


def test_the_formula_of_a_late_joiner_is_printed_with_its_figures(one_out: Jinlin) -> None:
    words = ("elevator", "join", "3-1-702", "--reason", "协议", "--yes")
    melts = ("--since", "2016-11-05", "--life-years", "15")
    said = "".join(one_out(*words, *melts, "--dry-run").out.split())
    assert "70,000.00元（3-1-702与各户一起分摊时应出的一份）×100%×(15-10)/10=35,000.00元" in said
    assert "2016年11月5日投用，已满10年" in said
    early = "".join(
        one_out(*words, "--since", "2021-11-06", "--life-years", "15", "--dry-run").out.split()
    )
    assert "×100%=70,000.00元" in early
    assert "前5年不折旧" in early
    over = one_out(
        *words, "--since", "2001-11-05", "--life-years", "15", "--dry-run", lang="en"
    ).out
    assert "(15-15)/10 = 0.00 yuan" in " ".join(over.split())
    one_out(*words, *melts)
    told = "".join(one_out("elevator", "explain", "3-1-702").out.split())
    assert "70,000.00元×0.5" in told
    assert "后加入" not in "".join(one_out("elevator", "explain", "3-1-602").out.split())


def test_who_takes_part_cannot_join_and_who_is_not_there_is_not_found(one_out: Jinlin) -> None:
    before = one_out.db.read_bytes()
    one_out("elevator", "join", "3-1-602", "--reason", "x", "--yes", code=1)
    one_out("elevator", "join", "3-1-909", "--reason", "x", "--yes", code=3)
    one_out("elevator", "join", "3-1-702", "--yes", code=2)
    one_out("elevator", "pay", "3-1-702", "100", code=2)  # it owes nothing: asked about
    assert one_out.db.read_bytes() == before


def test_a_home_that_was_added_after_the_plan_can_join(one_out: Jinlin) -> None:
    one_out("household", "add", "3-1-703", "--area", "90")
    assert "elevator join" in one_out("elevator", "pay", "3-1-703", "100", code=1, lang="en").err
    found = doors(one_out, "elevator", "join", "3-1-703", "--reason", "复式改两户", "--yes")
    assert found["3-1-703"]["amount_fen"] == 7_000_000  # floor 7 weighs 6 beside the others' 30
    assert sum(row["amount_fen"] for row in found.values()) == 42_000_000
    one_out("elevator", "pay", "3-1-703", "100")


def test_joiners_stay_in_a_later_settlement_and_in_the_running_costs(joined: Jinlin) -> None:
    found = doors(
        joined, "elevator", "settle", "X1", "--final", "43万", "--reason", "决算", "--yes"
    )
    assert sum(row["amount_fen"] for row in found.values()) == 43_000_000
    assert found["3-1-702"]["amount_fen"] > 7_000_000
    after = doors(joined, "elevator", "join", "3-1-701", "--reason", "x", "--yes")
    assert sum(row["amount_fen"] for row in after.values()) == 43_000_000
    month = joined("elevator", "running", "X1", "2026-10", "--power", "420", "--json").data
    shares = {door["door"]: door["amount_fen"] for door in month["doors"]}
    assert shares["3-1-702"] == shares["3-1-701"] == 6_000


def test_a_settlement_and_its_reopening_can_be_undone(house: Jinlin) -> None:
    before = house.dump()
    house(*FINAL, "--yes")
    closed = house.dump()
    house("elevator", "reopen", "X1", "--reason", "x")
    assert house.dump() != closed != before
    house("undo", "--yes")
    assert house.dump() == closed
    house("undo", "--yes")
    assert house.dump() == before


def test_a_plan_of_five_hundred_doors_is_paid_and_settled(jinlin: Jinlin) -> None:
    """Twelve instalments, one bank list, one settlement."""
    roster = "\n".join(
        [
            ROSTER.splitlines()[0],
            *(
                f"3,1,{floor}{door:02d},{floor},90.50,业主"
                for floor in range(1, 26)
                for door in range(1, 21)
            ),
        ]
    )
    adopt(jinlin, "--total", "1200万", roster=roster)
    jinlin("elevator", "account", "X1", *ACCOUNT)
    jinlin("elevator", "instalments", "X1", *(f"{8 if n else 12}%@第{n + 1}期" for n in range(12)))
    bank = [
        "房号,缴款金额,日期",
        *(f"3-1-{f}{d:02d},{1000 + f},2026-11-05" for f in range(2, 26) for d in range(1, 21)),
    ]
    (jinlin.folder / "流水.csv").write_text("\n".join(bank) + "\n", "utf-8")
    assert jinlin("elevator", "import", "流水.csv", "--yes", "--json").data["added"] == 480
    rows = jinlin("elevator", "arrears", "--all", "--json").data
    assert len(rows) == 500
    parts = jinlin("elevator", "instalments", "--json").data
    assert sum(part["amount_fen"] for part in parts) == 1_200_000_000
    found = doors(jinlin, "elevator", "settle", "--final", "1190万", "--reason", "决算", "--yes")
    assert sum(row["amount_fen"] for row in found.values()) == 1_190_000_000


def test_another_version_does_not_forget_who_joined_late(joined: Jinlin) -> None:
    again = ("elevator", "split", "--project", "X1", "--total", "43万", "--cap", "none")
    joined(*again, "--exclude", "701", "--exclude", "702", "--save", "二")
    refused = joined("elevator", "adopt", "--note", "涨价", "--yes", code=1)
    assert "3-1-702" in refused.err
    joined(*again, "--exclude", "701", "--save", "三")
    joined("elevator", "adopt", "--note", "涨价", "--yes")
    assert doors(joined, "elevator", "arrears", "--all")["3-1-702"]["due_fen"] > 0


def test_the_page_says_which_doors_got_the_odd_hundred_and_by_which_rule(jinlin: Jinlin) -> None:
    adopt(jinlin, "--total", "48万", "--round", "100")
    jinlin("elevator", "account", "X1", *ACCOUNT)
    words = ("elevator", "settle", "X1", "--final", "46.155万", "--reason", "决算", "--yes")
    told = jinlin(*words)
    found = doors(jinlin, "elevator", "settle")
    odd = {
        high: found[high]["amount_fen"] - found[low]["amount_fen"]
        for floor in range(2, 8)
        for high, low in [(f"3-1-{floor}01", f"3-1-{floor}02")]
        if found[high]["amount_fen"] != found[low]["amount_fen"]
    }
    assert odd
    for page in (told.out, jinlin("elevator", "settle").out):
        text = "".join(page.split())
        for door, fen in odd.items():
            assert f"{door}多{fen / 100:.2f}元" in text
        assert "先归高楼层" in text


def test_reversal_settlement_and_reopening_keep_who_approved(house: Jinlin) -> None:
    account = house.sql("SELECT * FROM elevator_account")
    got = house("elevator", "reverse", "R2", "--reason", "退票", "--approved-by", "孙立", "--json")
    assert (got.data["approved_by"], got.data["reason"]) == ("孙立", "退票")
    house(*FINAL, "--approved-by", "孙立", "--yes")
    house("elevator", "reopen", "X1", "--reason", "补发票")  # by the account's checker
    [row] = house("elevator", "show", "X1", "--json").data["settlements"]
    assert (row["reason"], row["approved_by"]) == ("审计报告", "孙立")
    assert (row["reopened_reason"], row["reopened_by"]) == ("补发票", "钱芳")
    page = house("elevator", "settle").out
    for word in ("审计报告", "孙立", "补发票", "钱芳"):
        assert word in page
    assert house.sql("SELECT * FROM elevator_account") == account
    assert house("elevator", "receipt", "R1", "--json").data["payee"] == "王建国"


def test_who_handles_the_money_approves_nothing_and_each_gives_a_reason(house: Jinlin) -> None:
    before = house.db.read_bytes()
    for words in (
        ("elevator", "reverse", "R1", "--reason", "错"),
        (*FINAL, "--yes"),
    ):
        house(*words, "--approved-by", "赵敏", code=1)
    house("elevator", "reverse", "R1", "--approved-by", "孙立", code=2)
    assert house.db.read_bytes() == before


def test_without_an_account_the_approver_must_be_named(jinlin: Jinlin) -> None:
    adopt(jinlin)
    refused = jinlin(*FINAL, "--subsidy", "0", "--yes", code=2)
    assert "--审批人" in refused.err
    jinlin(*FINAL, "--subsidy", "0", "--yes", "--approved-by", "孙立")
    assert jinlin.sql("SELECT approved_by FROM elevator_settlement") == [("孙立",)]


def test_a_settlement_she_does_not_agree_to_leaves_no_file(house: Jinlin) -> None:
    before = house.db.read_bytes()
    asked = house(*FINAL, "-o", "结算.xlsx", typed="n\n", code=130)
    assert "58,900.00" in asked.out
    assert not (house.folder / "结算.xlsx").exists()
    assert house.db.read_bytes() == before
    house(*FINAL, "-o", "结算.xlsx", typed="y\n")
    assert (house.folder / "结算.xlsx").exists()


def test_a_door_with_money_or_a_signed_paper_stays_in_the_register(house: Jinlin) -> None:
    before = house.db.read_bytes()
    said = house("household", "remove", "3-1-702", "--yes", code=1).err
    assert "电梯账目（X1）" in said
    assert "采用的电梯方案（X1）" in said
    assert house.db.read_bytes() == before


@pytest.fixture
def one_gone(joined: Jinlin, monkeypatch: pytest.MonkeyPatch) -> Jinlin:
    """Who joined was taken out of the register, as could be done once."""
    with monkeypatch.context() as once:
        for module in ("household.actions", "commands.household.add"):
            once.setattr(f"jinlin.complex.{module}.check_home_free", lambda *_: None)
        joined("household", "remove", "3-1-702", "--yes")
    return joined


def test_a_door_that_was_taken_out_once_breaks_nothing(one_gone: Jinlin) -> None:
    one_gone("elevator", "running", "2026-10", "--power", "300")
    assert "3-1-702" in one_gone("elevator", "arrears", "--json").out
    one_gone("elevator", "join", "3-1-701", "--reason", "也愿意加入", "--yes")


def test_a_door_that_was_taken_out_once_is_told_and_brought_back_with_its_money(
    one_gone: Jinlin,
) -> None:
    for words in (("pay", "3-1-702", "100"), ("refund", "3-1-702", "1"), ("remind", "3-1-702")):
        said = one_gone("elevator", *words, code=3).err
        assert "3-1-702" in said
        assert "电梯账目（X1）" in said
        assert "jinlin 房屋 新增 3-1-702" in said
    assert "电梯账目（X1）" in one_gone("household", "add", "3-1-702").err
    one_gone("elevator", "pay", "3-1-702", "100")
    assert one_gone("household", "show", "3-1-702", "--json").data["owners"] != []


def test_a_roster_brings_a_door_back_that_was_taken_out_once(one_gone: Jinlin) -> None:
    one_gone("household", "import", "房屋.csv", "--yes")
    one_gone("elevator", "pay", "3-1-702", "100")
    assert one_gone.sql("SELECT count(*) FROM household WHERE room = '702'") == [(1,)]


def test_a_settlement_has_the_day_on_which_it_was_made(house: Jinlin) -> None:
    house("elevator", "pay", "3-1-301", "100", "--date", "2026-11-02")
    for day, word in (("2025-12-31", "2026-01-01"), ("2026-11-03", "2026-11-05")):
        assert word in house(*FINAL, "--date", day, "--yes", code=1).err
    assert house(*FINAL, "--date", "2026-11-20", "--yes", code=2)
    said = house(*FINAL, "--date", "2026-11-05", "--yes")
    assert "2026-11-05" in said.out + said.err
    house.now = house.now.replace(day=25)
    house("elevator", "reopen", "X1", "--reason", "漏项")
    again = ("elevator", "settle", "X1", "--final", "462,300", "--reason", "复核", "--yes")
    house(*again, "--date", "2026-11-10")
    assert "2026年11月10日" in house("elevator", "settle").out + house("elevator", "settle").err
    assert house.sql("SELECT max(settled_on) FROM elevator_settlement") == [("2026-11-10",)]


def test_a_late_joiner_joined_on_a_day(one_out: Jinlin) -> None:
    one_out.now = one_out.now.replace(day=25)
    words = ("elevator", "join", "3-1-702", "--reason", "愿意加入", "--yes")
    one_out(*words, "--date", "2025-01-01", code=1)
    one_out(*words, "--date", "2026-11-20")
    assert one_out.sql("SELECT settled_on FROM elevator_settlement") == [("2026-11-20",)]


def test_what_the_books_do_not_show_of_a_settlement_is_said_with_its_figures(
    house: Jinlin,
) -> None:
    said = house(*FINAL, "--subsidy", "6万", "--yes").err
    assert "462,300.00元工程款未付" in said
    assert "还差10,000.00元" in said
    told = house("elevator", "refund", "3-1-702").err
    assert "462,300.00元工程款未付" in told
    shown = house("elevator", "settle")
    assert "462,300.00元工程款未付" in shown.out + shown.err


def test_what_is_paid_out_in_full_is_not_warned_of(house: Jinlin) -> None:
    for door in range(3, 7):
        house("elevator", "pay", f"3-1-{door}01", "60000", "--yes")
        house("elevator", "pay", f"3-1-{door}02", "60000", "--yes")
    house("elevator", "spend", "X1", "462300", "--to", "某公司", "--for", "工程款", "--yes")
    assert "未付" not in house(*FINAL, "--yes").err
    assert "未付" not in house("elevator", "refund", "3-1-302").err


def test_a_settlement_is_posted_by_floors_and_sums_and_names_no_home(settled: Jinlin) -> None:
    shown = settled("elevator", "disclose", "--settlement").out
    for words in (
        "3号楼1单元更换电梯费用结算公示", "3号楼1单元各位业主：", "462,300.00", "412,300.00", "58,900.00",
        "应退款1户，共1,100元", "应补缴11户", "已支出0元", "462,300元工程款待付", "款项结清后，账户无余额", "2026年11月5日",
    ):  # fmt: skip
        assert words in shown, words
    assert not any(door in shown for door in ("702", "201", "业主甲"))
    data = settled("elevator", "disclose", "--settlement", "--json").data
    assert (data["total_fen"], data["to_have_back_fen"]) == (46_230_000, 110_000)


def test_what_is_not_settled_is_not_posted_as_settled(house: Jinlin) -> None:
    assert "settle X1" in house("elevator", "disclose", "--settlement", code=1, lang="en").err
