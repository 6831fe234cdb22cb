"""`jinlin elevator pay`, `receipt`, `reverse`, `refund`, `account`: money of doors, numbered for good."""

from __future__ import annotations

import io
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import docx
from elevator.adopted import ACCOUNT, adopt, with_account
from harness import Jinlin, seeded


@seeded
def house(jinlin: Jinlin) -> Jinlin:
    with_account(jinlin)
    return jinlin


@seeded
def unnamed(jinlin: Jinlin) -> Jinlin:
    adopt(jinlin)
    return jinlin


def pay(jinlin: Jinlin, *words: object, code: int = 0) -> Any:
    return jinlin("elevator", "pay", *words, "--json", code=code, lang="en")


def test_a_payment_gets_a_numbered_receipt_and_tells_what_is_left(house: Jinlin) -> None:
    got = pay(house, "3-1-502", "20000").data
    assert (got["number"], got["amount_fen"], got["door"]) == ("X1-R1", 2_000_000, "3-1-502")
    assert (got["due_fen"], got["outstanding_fen"]) == (4_133_333, 2_133_333)
    assert (got["payee"], got["handled_by"], got["approved_by"]) == ("王建国", "赵敏", "钱芳")
    said = house("elevator", "pay", "3#1单元502室", "1.5万元", lang="zh").out
    assert "X1-R2" in said
    assert "壹万伍仟元整" in said
    assert "6,333.33" in said


def test_a_receipt_number_is_never_given_twice_not_even_after_undo(house: Jinlin) -> None:
    pay(house, "3-1-502", "20000")
    before = house.dump()
    pay(house, "3-1-602", "100")
    house("undo", "--yes")
    assert house.dump() == before
    assert pay(house, "3-1-602", "100").data["number"] == "X1-R3"


def test_the_same_payment_typed_again_is_asked_about_showing_the_first(house: Jinlin) -> None:
    pay(house, "3-1-502", "20000")
    refused = house("elevator", "pay", "3-1-502", "2万", lang="en", code=2)
    for word in ("X1-R1", "3-1-502", "20,000.00", "2026-11-05", "--yes"):
        assert word in refused.err
    assert len(house.sql("SELECT 1 FROM elevator_entry")) == 1
    house("elevator", "pay", "3-1-502", "2万", typed="n\n", code=130)
    house("elevator", "pay", "3-1-502", "2万", typed="是\n")
    assert len(house.sql("SELECT 1 FROM elevator_entry")) == 2


def test_after_a_reversal_it_is_not_asked_about(house: Jinlin) -> None:
    pay(house, "3-1-502", "10000")
    house("elevator", "reverse", "R1", "--reason", "记错了")
    pay(house, "3-1-502", "10000")
    house.now += timedelta(minutes=10, seconds=1)
    assert "X1-R2" in pay(house, "3-1-502", "10000", code=2).err


def test_the_same_operation_pays_once(house: Jinlin) -> None:
    for _again in range(2):
        house("elevator", "pay", "3-1-502", "20000", "--operation", "bank-77")
    assert len(house.sql("SELECT 1 FROM elevator_entry")) == 1


def test_paying_too_much_is_asked_about(house: Jinlin) -> None:
    refused = house("elevator", "pay", "3-1-201", "20000", lang="en", code=2)
    assert "9,666.67" in refused.err
    got = pay(house, "3-1-201", "20000", "--yes").data
    assert (got["outstanding_fen"], got["credit_fen"]) == (0, 966_667)
    free = house("elevator", "pay", "3-1-101", "100", lang="en", code=2)
    assert "owes 0.00 yuan" in free.err


def test_what_was_paid_too_much_is_paid_back_and_no_more(house: Jinlin) -> None:
    pay(house, "3-1-201", "20000", "--yes")
    assert "9,666.67" in house("elevator", "refund", "3-1-201", "1万", code=1, lang="en").err
    got = house("elevator", "refund", "3-1-201", "--json").data
    assert (got["number"], got["amount_fen"], got["credit_fen"]) == ("X1-V1", 966_667, 0)
    nothing = house("elevator", "refund", "3-1-201", code=1, lang="en")
    assert "nothing to have back" in nothing.err
    ledger = house("elevator", "ledger", "3-1-201", "--json").data
    assert [row["balance_fen"] for row in ledger] == [2_000_000, 1_033_333]


def test_a_reversal_takes_back_and_both_stay(house: Jinlin) -> None:
    pay(house, "3-1-502", "20000")
    before = house.dump()
    got = house("elevator", "reverse", "X1-R1", "--reason", "银行退票", "--json").data
    assert (got["number"], got["effect_fen"], got["reverses"]) == ("X1-V1", -2_000_000, "X1-R1")
    rows = house("elevator", "ledger", "--json").data
    assert [(row["number"], row["balance_fen"]) for row in rows] == [
        ("X1-R1", 2_000_000), ("X1-V1", 0),
    ]  # fmt: skip
    again = house("elevator", "reverse", "R1", "--reason", "再来", code=1, lang="en")
    assert "X1-V1" in again.err
    assert (
        "is a reversal itself"
        in house("elevator", "reverse", "V1", "--reason", "不", code=1, lang="en").err
    )
    house("undo", "--yes")
    assert house.dump() == before


def test_a_reversal_needs_a_reason_and_is_not_before_its_entry(house: Jinlin) -> None:
    pay(house, "3-1-502", "20000", "--date", "2026-11-03")
    content = house.db.read_bytes()
    house("elevator", "reverse", "R1", code=2)
    house("elevator", "reverse", "R1", "--reason", "x", "--date", "2026-11-02", code=1)
    assert house.db.read_bytes() == content


def test_what_cannot_be_is_refused_and_nothing_is_written(house: Jinlin) -> None:
    before = house.db.read_bytes()
    for words, code in (
        (("3-1-502", "0"), 2),
        (("3-1-502", "-5"), 2),
        (("3-1-502", "约二万"), 2),
        (("3-1-502", "1.234"), 2),
        (("3-1-909", "100"), 3),
        (("9-1-502", "100"), 3),
        (("3-1-502", "100", "--method", "贝壳"), 2),
        (("3-1-502", "100", "--date", "2026-11-06"), 2),
        (("3-1-502", "100", "--date", "2026-13-06"), 2),
        (("3-1-502", "100", "--project", "X9"), 3),
        (("3-1-502", "100", "--payee", "梅苑小区党支部"), 1),
        (("3-1-502", "100", "--checker", "赵敏"), 1),
        (("3-1-502", "100", "--handler", "P99"), 3),
    ):
        assert house("elevator", "pay", *words, code=code).err
        assert house.db.read_bytes() == before, words


def test_without_an_account_no_money_is_taken(unnamed: Jinlin) -> None:
    before = unnamed.db.read_bytes()
    refused = unnamed("elevator", "pay", "3-1-502", "20000", code=2, lang="en")
    assert all(f"--{name}" in refused.err for name in ("payee", "account", "handler", "checker"))
    assert unnamed.db.read_bytes() == before
    unnamed("elevator", "pay", "3-1-502", "20000", *ACCOUNT)
    assert unnamed("elevator", "account", "--json").data["payee"] == "王建国"
    pay(unnamed, "3-1-602", "100")


def test_the_missing_account_is_asked_for_on_a_terminal(unnamed: Jinlin) -> None:
    unnamed("elevator", "pay", "3-1-502", "20000", typed="王建国\n6222\n赵敏\n钱芳\n")
    assert unnamed("elevator", "account", "--json").data["checker"] == "钱芳"


def test_the_branch_never_takes_the_money(unnamed: Jinlin) -> None:
    before = unnamed.db.read_bytes()
    words = ("--handler", "赵敏", "--checker", "钱芳")
    for name in (
        "小区党支部",
        "支部",
        "中共梅苑小区支部委员会",
        "梅苑社区党委",
        "梅苑小区 党支部",
    ):
        refused = unnamed("elevator", "account", "X1", "--payee", name, "--account", "6222", *words,
                          code=1, lang="en")  # fmt: skip
        assert "collects and keeps none" in refused.err
        unnamed("elevator", "account", "X1", "--payee", "王建国", "--account", f"{name} 6222", *words,
                code=1)  # fmt: skip
        assert unnamed.db.read_bytes() == before, name


def test_the_secretary_takes_the_money_only_when_it_is_confirmed(unnamed: Jinlin) -> None:
    words = ("--payee", "林秀英", "--account", "6222", "--handler", "赵敏", "--checker", "钱芳")
    unnamed("elevator", "account", "X1", *words, code=2)
    unnamed("elevator", "account", "X1", *words, "--yes")


def test_a_receipt_keeps_the_account_of_its_day(house: Jinlin) -> None:
    pay(house, "3-1-502", "20000")
    house("elevator", "account", "X1", "--payee", "业委会", "--account", "建设银行 5555")
    house("elevator", "pay", "3-1-602", "100", "--payee", "孙丽", "--account", "现金")
    papers = [house("elevator", "receipt", f"R{n}", "--json").data for n in (1, 2)]
    assert [paper["payee"] for paper in papers] == ["王建国", "孙丽"]
    assert house("elevator", "account", "--json").data["payee"] == "业委会"


def figures(text: str) -> set[str]:
    return set(re.findall(r"￥([\d,.]+)", text))


def test_every_paper_of_a_receipt_says_the_same(house: Jinlin) -> None:
    house("elevator", "pay", "3-1-502", "20005.30", "--method", "现金", "--for", "第一期款")
    for ending in ("docx", "html", "md", "txt"):
        house("elevator", "receipt", "R1", "-o", f"收据.{ending}")
        text = text_of(house.folder / f"收据.{ending}")
        assert figures(text) == {"20,005.30"}, ending
        for word in ("收款收据（非发票）", "X1-R1", "3号楼1单元502室", "业主戊二", "第一期款", "现金", "王建国",
                     "工商银行 6222 0000 1111", "赵敏", "钱芳", "贰万零伍元叁角整", "2026年11月5日", "存根",
                     "不代收"):  # fmt: skip
            assert word in text, (ending, word)
        assert text.count("贰万零伍元叁角整") == 2, ending  # on the receipt and on its stub
        house("elevator", "receipt", "R1", "-o", f"收据.{ending}", code=5)  # never over a file


def text_of(path: Path) -> str:
    content = path.read_bytes()
    if path.suffix != ".docx":
        return content.decode("utf-8-sig").replace("<wbr>", "")
    paper = docx.Document(io.BytesIO(content))
    cells = {
        cell._tc: cell.text for table in paper.tables for row in table.rows for cell in row.cells
    }
    return "\n".join([*(paragraph.text for paragraph in paper.paragraphs), *cells.values()])


def test_a_reversed_receipt_says_that_it_is_void_and_keeps_its_number(house: Jinlin) -> None:
    pay(house, "3-1-502", "20000")
    house("elevator", "reverse", "R1", "--reason", "银行退票")
    paper = house("elevator", "receipt", "R1", lang="en").out
    assert "VOID: Receipt of money" in paper
    assert "VOID: taken back by voucher X1-V1" in paper
    assert "X1-R1" in paper


def test_a_receipt_tells_what_was_in_with_it_whatever_came_later(house: Jinlin) -> None:
    pay(house, "3-1-502", "20000")
    pay(house, "3-1-502", "5000")
    pay(house, "3-1-502", "300")
    assert house("elevator", "receipt", "R2", "--json").data["so_far_fen"] == 2_500_000


def test_a_receipt_that_is_not_there_is_not_found(house: Jinlin) -> None:
    pay(house, "3-1-502", "20000")
    house("elevator", "reverse", "R1", "--reason", "错")
    for word, code in (("R9", 3), ("收据一", 2), ("X2-R1", 3), ("V1", 2)):
        house("elevator", "receipt", word, code=code)


def test_chinese_words_do_the_same(house: Jinlin) -> None:
    house("电梯", "收款", "3-1-502", "2万", "--method", "微信")
    assert "X1-R1" in house("电梯", "收据", "R1").out
    house("电梯", "冲销", "R1", "--reason", "错")
    assert "X1-V1" in house("电梯", "账目").out


def test_a_receipt_says_in_chinese_what_the_money_is_for(house: Jinlin) -> None:
    pay(house, "3-1-502", "20000")
    paper = house("elevator", "receipt", "R1").out
    assert paper.count("事由：3号楼1单元更换电梯分摊款（第1版方案）") == 2
    assert "赞成" not in paper


def test_a_receipt_says_to_which_instalments_it_went_also_when_it_is_printed_later(
    house: Jinlin,
) -> None:
    house("elevator", "instalments", "X1", "30%@签约", "40%@进场", "30%@验收")
    for yuan in ("12400", "10000", "10000"):
        pay(house, "3-1-502", yuan, "--yes")
    said = [house("elevator", "receipt", f"R{number}").out for number in (1, 2, 3)]
    for paper, parts in zip(said, ("第1期", "第2期", "第2、3期"), strict=True):
        assert f"分摊款（第1版方案，{parts}）" in paper
    house("elevator", "reverse", "R1", "--reason", "错")
    assert "第1期）" in house("elevator", "receipt", "R1").out


def test_what_a_door_is_paid_back_has_a_voucher_to_print(house: Jinlin) -> None:
    pay(house, "3-1-201", "20000", "--yes")
    told = house("elevator", "refund", "3-1-201").err
    assert "receipt X1-V1" in told or "收据 X1-V1" in told
    paper = house("elevator", "receipt", "V1").out
    for words in ("退款凭证", "3号楼1单元201室", "领款人：业主乙一", "分摊款多缴部分退还",
                  "￥9,666.67", "玖仟陆佰陆拾陆元陆角柒分", "赵敏", "钱芳"):  # fmt: skip
        assert words in paper, words
    assert "收款收据" not in paper
    assert house("elevator", "receipt", "--all", "--json").data["receipts"][0]["number"] == "X1-R1"


def test_what_was_said_of_one_receipt_stays_with_it_and_changes_nothing_else(house: Jinlin) -> None:
    known = house.sql("SELECT * FROM elevator_account")
    pay(house, "3-1-502", "100", "--payee", "业委会", "--account", "建行 1")
    assert house.sql("SELECT * FROM elevator_account") == known
    assert pay(house, "3-1-602", "100").data["payee"] == "王建国"
    house("elevator", "account", "X1", "--payee", "李四")
    back = house("elevator", "reverse", "R1", "--reason", "退票", "--approved-by", "孙立", "--json")
    assert (back.data["payee"], back.data["account"]) == ("业委会", "建行 1")
    assert (back.data["handled_by"], back.data["approved_by"]) == ("赵敏", "孙立")
    payees = [house("elevator", "receipt", f"R{n}", "--json").data["payee"] for n in (1, 2)]
    assert payees == ["业委会", "王建国"]
    assert pay(house, "3-1-502", "100").data["payee"] == "李四"
    before = house.db.read_bytes()
    for words in (("--payee", "党支部"), ("--checker", "赵敏")):
        house("elevator", "pay", "3-1-502", "7", *words, code=1)
    assert house.db.read_bytes() == before


def test_another_payee_needs_an_account_of_her_own(house: Jinlin) -> None:
    before = house.dump()
    for account in ((), ("--account", "工商银行 6222 0000 1111")):
        refused = house("elevator", "pay", "3-1-502", "100", "--payee", "王小二", *account, code=1)
        assert "王小二" in refused.err
        assert "--账户" in refused.err
    assert house.dump() == before
    house("elevator", "pay", "3-1-502", "100", "--payee", "王小二", "--account", "现金")
    house("elevator", "pay", "3-1-502", "200", "--payee", "王建国")


def test_the_ledger_says_which_numbers_were_undone(house: Jinlin) -> None:
    pay(house, "3-1-502", "20000")
    assert "已撤销" not in house("elevator", "ledger").out + house("elevator", "ledger").err
    for day in ("2026-11-02", "2026-11-03"):
        pay(house, "3-1-602", "100", "--date", day)
    for _again in range(2):
        house("undo", "--yes")
    pay(house, "3-1-602", "100")
    house("elevator", "spend", "X1", "100", "--to", "甲公司", "--for", "款", "--yes")
    house("undo", "--yes")
    said = house("elevator", "ledger")
    assert "R2至R3、V1" in said.out + said.err
    assert "X1-R4" in said.out


def test_an_amount_that_reads_like_another_home_is_asked_about(house: Jinlin) -> None:
    assert "702也是房号" in house("elevator", "pay", "502", "702", code=2).err
    assert pay(house, "502", "702", "--yes").data["amount_fen"] == 70_200


def test_initials_are_no_name_on_a_receipt(house: Jinlin) -> None:
    house("member", "add", "许文澜")
    house("elevator", "account", "X1", "--checker", "xwl")
    pay(house, "502", "2万")
    assert "复核人：许文澜" in house("elevator", "receipt", "R1").out
