"""Spending, income, ledger, arrears, reminders, instalments, the fund, running costs, bank lists, disclosure."""

from __future__ import annotations

import hashlib
import io
from typing import Any

import docx
import openpyxl
from calls import call_in
from elevator.adopted import with_account
from harness import Jinlin, seeded

from jinlin.store.command.command import writing


@seeded
def house(jinlin: Jinlin) -> Jinlin:
    with_account(jinlin)
    jinlin("elevator", "pay", "3-1-502", "20000")
    jinlin("elevator", "pay", "3-1-602", "10000")
    return jinlin


SPEND = ("elevator", "spend", "X1", "1万", "--to", "某某电梯公司", "--for", "首付款")


def balance(jinlin: Jinlin) -> int:
    return int(jinlin("elevator", "account", "--json").data["balance_fen"])


def standing(jinlin: Jinlin, door: str, *words: str) -> dict[str, Any]:
    rows = jinlin("elevator", "arrears", "X1", "--all", "--json", *words).data
    return next(row for row in rows if row["door"] == door)


def test_spending_lowers_the_account_and_keeps_its_voucher(house: Jinlin) -> None:
    invoice = house.folder / "发票.pdf"
    invoice.write_bytes(b"%PDF-1.4 1")
    got = house(*SPEND, "--voucher", "发票.pdf", "--json").data
    assert (got["number"], got["effect_fen"], got["balance_fen"]) == (
        "X1-V1",
        -1_000_000,
        2_000_000,
    )
    entry = house("elevator", "ledger", "V1", "--json").data
    assert entry["voucher_sha256"] == hashlib.sha256(b"%PDF-1.4 1").hexdigest()
    assert (entry["voucher"], entry["voucher_state"]) == ("发票.pdf", "there")
    invoice.write_bytes(b"another")
    assert house("elevator", "ledger", "V1", "--json").data["voucher_state"] == "changed"
    house("elevator", "voucher", "V1", "发票.pdf", code=1)  # what is there is never replaced


def test_a_voucher_can_follow(house: Jinlin) -> None:
    house(*SPEND)
    house("elevator", "voucher", "V1", "没有.pdf", code=5)
    (house.folder / "发票.pdf").write_bytes(b"%PDF")
    before = house.dump()
    house("elevator", "voucher", "V1", "发票.pdf")
    house("undo", "--yes")
    assert house.dump() == before


def test_nobody_approves_her_own_spending(house: Jinlin) -> None:
    before = house.db.read_bytes()
    for words, code in (
        (("--approved-by", "赵敏"), 1),  # handles it
        (("--approved-by", "某某电梯公司"), 1),  # is paid
        (("--by", "钱芳"), 1),  # approves it
        (("--voucher", "没有.pdf"), 5),
        (("--date", "2026-12-01"), 2),
    ):
        house(*SPEND, *words, code=code)
        assert house.db.read_bytes() == before, words


def test_the_account_is_never_overdrawn_not_on_an_earlier_day_either(house: Jinlin) -> None:
    before = house.db.read_bytes()
    refused = house("elevator", "spend", "X1", "3.01万", "--to", "甲公司", "--for", "款", code=1,
                    lang="en")  # fmt: skip
    assert "holds 30,000.00 yuan" in refused.err
    house(*SPEND, "--date", "2026-11-04", code=1)  # the money came on the 5th
    assert house.db.read_bytes() == before
    house("elevator", "spend", "X1", "3万", "--to", "甲公司", "--for", "款")
    stuck = house("elevator", "reverse", "R1", "--reason", "退票", code=1, lang="en")
    assert "only 0.00 yuan" in stuck.err


def test_missing_words_are_named(house: Jinlin) -> None:
    refused = house("elevator", "spend", "X1", "100", code=2, lang="en")
    assert "--to" in refused.err
    assert "--for" in refused.err
    refused = house("elevator", "income", "X1", "100", code=2, lang="en")
    assert "--as" in refused.err
    house("elevator", "income", "X1", "100", "--as", "彩票", "--from", "甲", code=2)
    house("elevator", "income", "X1", "100", "--as", "payment", "--from", "甲", code=2)


def test_the_ledger_balances_and_every_figure_opens_to_its_entries(house: Jinlin) -> None:
    house("elevator", "income", "X1", "5万", "--as", "补助", "--from", "区住建局")
    house("elevator", "income", "X1", "12.34", "--as", "利息", "--from", "工商银行")
    house(*SPEND)
    house("elevator", "reverse", "R2", "--reason", "银行退票")
    rows = house("elevator", "ledger", "X1", "--json").data
    effects = [row["amount_fen"] for row in rows]
    assert [row["balance_fen"] for row in rows] == [sum(effects[: i + 1]) for i in range(len(rows))]
    assert rows[-1]["balance_fen"] == balance(house) == 6_001_234
    said = house("elevator", "ledger", lang="en").out
    assert "50,000.00 + other income 12.34" in said
    assert "= 60,012.34 yuan" in " ".join(said.split())
    for row in rows:
        entry = house("elevator", "ledger", row["number"], "--json").data
        assert entry["amount_fen"] == row["amount_fen"]


def test_a_promised_subsidy_that_arrives_is_marked_and_its_reversal_unmarks_it(
    house: Jinlin,
) -> None:
    with writing(call_in(house.folder)) as tx:
        common = {"project_id": 1, "text": "补助", "state": "expected"}
        tx.insert("elevator_subsidy", number=1, amount=5_000_000, **common)
        tx.insert("elevator_subsidy", number=2, amount=700, **common)
    states = "SELECT number, state, received_on FROM elevator_subsidy ORDER BY number"
    house("elevator", "income", "X1", "5万", "--as", "补助", "--from", "区住建局")
    assert house.sql(states) == [(1, "received", "2026-11-05"), (2, "expected", None)]
    house("elevator", "reverse", "V1", "--reason", "退回")
    assert house.sql(states) == [(1, "expected", None), (2, "expected", None)]


def test_the_same_spending_typed_again_is_asked_about(house: Jinlin) -> None:
    house(*SPEND)
    assert "X1-V1" in house(*SPEND, code=2).err
    house(*SPEND, "--yes")


def test_every_verb_can_be_undone_and_rehearsed(house: Jinlin) -> None:
    before = house.dump()
    for words in (
        SPEND,
        ("elevator", "income", "X1", "5万", "--as", "补助", "--from", "区住建局"),
        ("elevator", "reverse", "R1", "--reason", "错"),
        ("elevator", "instalments", "X1", "30%@签约", "70%@验收"),
        ("elevator", "account", "X1", "--payee", "业委会"),
        ("elevator", "running", "X1", "2026-10", "--power", "320"),
        ("elevator", "fund", "3-1-502", "--balance", "1.2万"),
        ("elevator", "fund", "X1", "--by-area", "8万", "--record", "--yes"),
        ("elevator", "pay", "3-1-701", "100", "--running", "--yes"),
    ):
        content = house.db.read_bytes()
        house(*words, "--dry-run")
        assert house.db.read_bytes() == content, words
        house(*words)
        assert house.dump() != before, words
        house("undo", "--yes")
        assert house.dump() == before, words
        house("redo", "--yes")
        before, undone = house.dump(), before
        assert before != undone, words
    log = house("log", "--limit", "all", "--json").data
    assert not any("业主" in str(entry["did"]) for entry in log)


def test_instalments_say_by_when_a_door_owes_what(house: Jinlin) -> None:
    house("elevator", "instalments", "30%@签约@2026-11-10", "40%@进场@12-01", "30%@验收")
    early = standing(house, "3-1-702")
    assert (early["due_fen"], early["due_now_fen"], early["arrears_fen"]) == (6_000_000, 0, 0)
    house.now = house.now.replace(day=10)
    late = standing(house, "3-1-702")
    assert (late["due_now_fen"], late["arrears_fen"]) == (1_800_000, 1_800_000)
    ahead = standing(house, "3-1-502")
    assert (ahead["arrears_fen"], ahead["prepaid_fen"]) == (0, 760_000)
    rows = house("elevator", "instalments", "--json").data
    assert [row["due_on"] for row in rows] == ["2026-11-10", "2026-12-01", None]
    assert sum(row["amount_fen"] for row in rows) == 43_000_000
    assert sum(row["paid_fen"] for row in rows) == 3_000_000


def test_impossible_instalments_are_refused(house: Jinlin) -> None:
    before = house.db.read_bytes()
    for words, code in (
        (("30%@签约", "60%@验收"), 1),
        (("签约",), 2),
        (("50%@甲@2026-12-01", "50%@乙@2026-11-30"), 1),
    ):
        house("elevator", "instalments", "X1", *words, code=code)
        assert house.db.read_bytes() == before, words


def test_arrears_are_for_the_leader_and_never_public(house: Jinlin) -> None:
    rows = house("elevator", "arrears", "--json").data
    assert len(rows) == 12
    assert {row["door"] for row in rows} >= {"3-1-201", "3-1-702"}
    assert all(row["arrears_fen"] == row["due_now_fen"] - row["net_fen"] for row in rows)
    refused = house("elevator", "arrears", "--public", code=1, lang="en")
    assert "never enter a public paper" in refused.err
    for text in (house("elevator", "arrears").out, house("elevator", "disclose").out):
        assert "业主" not in text
    assert "不得张贴" in house("elevator", "arrears").out
    house("elevator", "arrears", "-o", "各户.xlsx")
    sheet = openpyxl.load_workbook(house.folder / "各户.xlsx").active
    assert sheet is not None
    cells = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row]
    assert not any("业主" in cell for cell in cells)


def test_a_reminder_is_for_one_door_alone(house: Jinlin) -> None:
    house("elevator", "instalments", "X1", "30%@签约@2026-11-05", "70%@验收@2026-12-20")
    got = house("elevator", "remind", "3-1-602", "--json").data
    assert got["characters"] < 500
    assert "3-1-602" in got["text"]
    assert "5,500.00" in got["text"]  # 30% of 51,666.67 less 10,000
    assert "36,166.67" in got["text"]
    assert "王建国" in got["text"]
    for other in ("3-1-502", "3-1-702", "业主"):
        assert other not in got["text"]
    house("elevator", "pay", "3-1-602", "41666.67")
    assert "nothing to remind" in house("elevator", "remind", "3-1-602", code=1, lang="en").err


def test_the_page_that_is_posted_shows_sums_and_no_door(house: Jinlin) -> None:
    house("elevator", "income", "X1", "5万", "--as", "补助", "--from", "区住建局")
    house(*SPEND)
    house("elevator", "spend", "X1", "200", "--to", "业主丙一", "--for", "3-1-301 业主丙一 误工")
    house("elevator", "disclose", "-o", "公开.docx")
    paper = docx.Document(io.BytesIO((house.folder / "公开.docx").read_bytes()))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*cells, *(paragraph.text for paragraph in paper.paragraphs)])
    for figure in ("30,000.00", "50,000.00", "-10,200.00", "69,800.00", "某某电梯公司"):
        assert figure in text
    for secret in ("业主丙一", "301", "502", "602"):
        assert secret not in text
    assert "3-1-*** 某居民 误工" in text
    data = house("elevator", "disclose", "--json").data
    assert data["balance_fen"] == 6_980_000


def test_a_period_begins_with_what_was_there_before(house: Jinlin) -> None:
    house.now = house.now.replace(day=20)
    house(*SPEND)
    got = house("elevator", "disclose", "--from", "11-06", "--to", "11-20", "--json").data
    assert (got["before_fen"], got["spending_fen"], got["balance_fen"]) == (
        3_000_000, 1_000_000, 2_000_000,
    )  # fmt: skip
    house("elevator", "disclose", "--from", "11-20", "--to", "11-06", code=2)
    rows = house("elevator", "ledger", "--from", "11-06", "--json").data
    assert [row["balance_fen"] for row in rows] == [2_000_000]


def test_the_maintenance_fund_is_a_way_of_paying(house: Jinlin) -> None:
    house("elevator", "fund", "3-1-702", "--balance", "1.2万", "--source", "房管局查询")
    short = house(
        "elevator", "pay", "3-1-702", "12000.01", "--method", "维修资金", code=1, lang="en"
    )
    assert "12,000.00" in short.err
    house("elevator", "pay", "3-1-702", "12000", "--method", "fund")
    house("elevator", "pay", "3-1-702", "1", "--method", "fund", code=1)
    row = next(row for row in house("elevator", "fund", "--json").data if row["door"] == "3-1-702")
    assert (row["balance_fen"], row["drawn_fen"], row["due_fen"]) == (
        1_200_000,
        1_200_000,
        6_000_000,
    )
    house("elevator", "fund", "X1", "--balance", "1", code=2)
    house("elevator", "fund", "X1", "--record", code=2)


def test_where_a_city_takes_by_area_both_sums_are_shown_and_each_door_pays_for_itself(
    house: Jinlin,
) -> None:
    rows = house("elevator", "fund", "X1", "--by-area", "8万", "--json").data
    assert sum(row["by_area_fen"] for row in rows) == 8_000_000
    assert all(row["difference_fen"] == row["by_area_fen"] - row["due_fen"] for row in rows)
    before = balance(house)
    refused = house("elevator", "fund", "X1", "--by-area", "8万", "--record", code=2, lang="en")
    assert "14 doors" in refused.err
    house("elevator", "fund", "X1", "--by-area", "8万", "--record", "--yes")
    assert balance(house) == before + 8_000_000
    free = standing(house, "3-1-101")
    assert free["credit_fen"] == next(r["by_area_fen"] for r in rows if r["door"] == "3-1-101")
    totals = house("elevator", "disclose", "--json").data
    assert (totals["fund_fen"], totals["received_fen"]) == (8_000_000, 3_000_000)


def test_running_costs_are_shared_monthly_and_have_books_of_their_own(house: Jinlin) -> None:
    words = ("elevator", "running", "X1", "2026-10", "--power", "320", "--inspection", "50.01")
    got = house(*words, "--json").data
    assert got["total_fen"] == 37_001
    assert sum(door["amount_fen"] for door in got["doors"]) == 37_001
    assert {door["door"] for door in got["doors"]}.isdisjoint({"3-1-101", "3-1-102"})
    again = house(*words, code=1, lang="en")
    assert "2026-10 was entered already" in again.err
    house("elevator", "running", "X1", "2026-10", "--power", "300", "--reason", "抄错表")
    months = house("elevator", "running", "--json").data
    assert [(m["month"], m["total_fen"], m["reason"]) for m in months] == [
        ("2026-10", 30_000, "抄错表")
    ]
    works = balance(house)
    due = standing(house, "3-1-201", "--running")["due_fen"]
    house("elevator", "pay", "3-1-201", f"{due / 100:.2f}", "--running")
    assert standing(house, "3-1-201", "--running")["arrears_fen"] == 0
    assert standing(house, "3-1-201")["net_fen"] == 0
    account = house("elevator", "account", "--json").data
    assert (account["balance_fen"], account["running_balance_fen"]) == (works, due)
    house("elevator", "spend", "X1", "1", "--to", "供电局", "--for", "电费", "--running")


def test_a_repeated_operation_is_answered_where_the_same_words_would_now_be_refused(
    house: Jinlin,
) -> None:
    words = ("elevator", "running", "X1", "2026-10", "--power", "320")
    for _again in range(2):
        house(*words, "--operation", "电费-10")
    house(*words, code=1)
    assert len(house("elevator", "running", "--json").data) == 1


def test_a_month_that_cannot_be_is_refused(house: Jinlin) -> None:
    before = house.db.read_bytes()
    for words, code in (
        (("X1", "2026-10", "--power", "0"), 2),
        (("X1", "--power", "10"), 2),
        (("X1", "2026-10", "2026-11", "--power", "10"), 2),
        (("X1", "2026-10"), 3),
        (("X1", "2026-13", "--power", "10"), 2),
        (("X9", "2026-10", "--power", "10"), 3),
    ):
        house("elevator", "running", *words, code=code)
        assert house.db.read_bytes() == before, words


BANK = """交易日期,对方户名,房号,贷方发生额,付款方式
2026-11-03,业主乙一,3-1-201,"5,000.00",转账
2026-11-04,业主乙二,3号楼1单元202室,3000,微信
2026-11-04,业主乙二,3号楼1单元202室,3000,微信
2026-11-04,某某,3-1-909,100,转账
2026-11-04,某某,3-1-301,约一百,转账
2026-12-30,某某,3-1-301,100,转账
"""


def test_a_bank_list_becomes_receipts_and_its_second_import_adds_nothing(house: Jinlin) -> None:
    (house.folder / "流水.csv").write_text(BANK, "utf-8")
    got = house("elevator", "import", "流水.csv", "--yes", "--json", code=5).data
    assert (got["added"], got["unchanged"], len(got["rejected"])) == (2, 0, 4)
    receipts = [house("elevator", "receipt", f"R{n}", "--json").data for n in (3, 4)]
    assert [(r["door"], r["amount_fen"], r["method"]) for r in receipts] == [
        ("3-1-201", 500_000, "transfer"), ("3-1-202", 300_000, "mobile"),
    ]  # fmt: skip
    assert receipts[0]["payer"] == "业主乙一"
    again = house("elevator", "import", "流水.csv", "--yes", "--json", code=5).data
    assert (again["added"], again["unchanged"]) == (0, 2)
    before = house.dump()["elevator_entry"]
    house("elevator", "import", "流水.csv", "--yes", "--strict", code=5)
    assert house.dump()["elevator_entry"] == before


def test_an_import_can_be_undone_whole(house: Jinlin) -> None:
    (house.folder / "流水.csv").write_text("\n".join(BANK.splitlines()[:3]) + "\n", "utf-8")
    before = house.dump()
    house("elevator", "import", "流水.csv", "--yes")
    house("undo", "--yes")
    assert house.dump() == before


def test_a_door_and_a_project_that_are_not_there(jinlin: Jinlin) -> None:
    for words in (
        ("arrears",), ("ledger",), ("account", "X1"), ("instalments",), ("disclose",),
        ("running",), ("fund",), ("settle",),
    ):  # fmt: skip
        jinlin("elevator", *words, code=3)


def test_empty_books_say_how_to_go_on(jinlin: Jinlin) -> None:
    with_account(jinlin)
    assert "jinlin 电梯 收款" in jinlin("elevator", "ledger").out
    assert "没有约定分期" in jinlin("elevator", "instalments").out
    assert "还没有记过" in jinlin("elevator", "running").out
    assert jinlin("elevator", "ledger", "--json").data == []
    jinlin("elevator", "disclose")


def test_who_signed_no_agreement_is_not_pressed_unawares(house: Jinlin) -> None:
    house("elevator", "agreement", "3-1-602")
    bound = house("elevator", "remind", "3-1-602")
    assert "第二百八十三条" not in bound.out + bound.err
    free = house("elevator", "remind", "3-1-502")
    assert "尚未签出资约定：3-1-502" in free.err
    assert "第二百八十三条" not in free.out  # what she copies into WeChat stays as it is
    notes = house("elevator", "arrears").out.split("尚未签出资约定：")[1]
    assert "3-1-502" in notes
    assert "3-1-602" not in notes


def test_receipts_of_the_maintenance_fund_are_not_counted_as_paid_in(house: Jinlin) -> None:
    house("elevator", "pay", "3-1-702", "12000", "--method", "fund")
    assert "各户缴款（2张收据）" in house("elevator", "disclose").out


def test_a_month_that_is_corrected_is_backed_up_first(house: Jinlin) -> None:
    kept = len(list((house.folder / "备份").glob("*.db")))
    month = ("elevator", "running", "X1", "2026-10", "--power")
    house(*month, "320")
    assert len(list((house.folder / "备份").glob("*.db"))) == kept
    house(*month, "330", "--reason", "抄错")
    assert len(list((house.folder / "备份").glob("*.db"))) == kept + 1


def test_where_no_door_is_behind_nobody_is_to_be_reminded(house: Jinlin) -> None:
    house("elevator", "instalments", "X1", "100%@验收@2027-01-01")
    for words in ((), ("--all",)):
        shown = house("elevator", "arrears", *words)
        assert "remind" not in shown.out + shown.err


def test_the_posted_page_says_what_was_taken_back_and_names_no_payee_who_is_no_firm(
    house: Jinlin,
) -> None:
    house("elevator", "spend", "X1", "300", "--to", "王大明", "--for", "还王大明垫付的材料",
          "--counterparty", "个人")  # fmt: skip
    house("elevator", "reverse", "V1", "--reason", "记错")
    page = house("elevator", "disclose", "X1", "--md").out
    assert "冲销）" in page
    assert "X1" not in page.rsplit("\n\n", 1)[0]  # but at the foot
    assert "垫付的材料" in page
    assert "王大明" not in page


def test_a_door_is_refused_as_the_other_side_before_anything_is_asked(house: Jinlin) -> None:
    before = house.db.read_bytes()
    assert "V3" in house("elevator", "counterparty", "R1", "--json", code=2).error["hint"]
    assert house.db.read_bytes() == before
