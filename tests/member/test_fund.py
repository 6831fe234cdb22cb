"""`jinlin branch fund`: seven purses, numbered entries, reversals, disclosure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from calls import call_in
from harness import Jinlin, seeded
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jinlin.core.days.stretch import Length, stretch_with
from jinlin.core.errors import RuleError
from jinlin.ledger.entries import NewEntry
from jinlin.member.fund import entries as fund
from jinlin.member.fund import queries
from jinlin.member.rules.purses import Direction, Purse
from jinlin.store.command.command import writing

GRANT = ("--purse", "启动经费")


def income(jinlin: Jinlin, *words: str, amount: str = "5万", code: int = 0) -> Any:
    return jinlin("branch", "fund", "income", *GRANT, "--amount", amount, "--from", "街道党工委",
                  "--for", "支部启动", *words, "--json", code=code, lang="en")  # fmt: skip


@seeded
def granted(jinlin: Jinlin) -> Jinlin:
    """A branch that got its start-up grant: `F1`, 50 000 yuan."""
    income(jinlin)
    return jinlin


def spend(
    jinlin: Jinlin, *words: str, amount: str = "320", to: str = "某某文具店", code: int = 0
) -> Any:
    return jinlin("branch", "fund", "spend", *GRANT, "--amount", amount, "--to", to, "--for", "打印",
                  "--by", "李华", "--approved-by", "林书记", *words, "--json", code=code, lang="en")  # fmt: skip


def balances(jinlin: Jinlin) -> dict[str, int]:
    return {row["purse"]: row["balance_fen"] for row in jinlin("branch", "fund", "--json").data}


def test_income_and_spending_are_numbered_for_good(jinlin: Jinlin) -> None:
    assert income(jinlin).data["number"] == "F1"
    got = spend(jinlin).data
    assert (got["number"], got["amount_fen"], got["balance_fen"]) == ("F2", 32_000, 4_968_000)
    assert balances(jinlin)["start_up_grant"] == 4_968_000
    assert set(balances(jinlin)) == set(Purse) - {Purse.SERVICE_ACCOUNT}
    jinlin("undo")
    assert spend(jinlin).data["number"] == "F3"


def test_a_title_is_the_one_who_holds_the_post(granted: Jinlin) -> None:
    assert spend(granted).data["approved_by"] == "林秀英"


def test_nobody_approves_her_own_money(granted: Jinlin) -> None:
    before = granted.db.read_bytes()
    for words in (
        ("--to", "林秀英"),
        ("--to", "林书记"),
        ("--to", "P1"),
        ("--by", "林秀英"),
        ("--by", "书记"),
    ):
        assert "林秀英" in spend(granted, *words, code=1).err, words
        assert granted.db.read_bytes() == before, words


def test_spending_stands_on_its_decision_and_goes_through_two_hands(granted: Jinlin) -> None:
    granted("meeting", "add", "--type", "支委会", "--at", "2026-11-02 19:30", "--item", "买桌椅")
    granted("meeting", "attend", "M1", "林秀英")
    granted("meeting", "resolve", "M1", "买桌椅", "--item", "1")
    granted("meeting", "add", "--type", "支委会", "--at", "2026-11-03 19:30", "--item", "买电视")
    granted("meeting", "attend", "M2", "林秀英")
    granted("meeting", "vote", "record", "M2", "1", "--against", "1")
    granted("meeting", "resolve", "M2", "买电视", "--item", "1")
    for words, code in (
        (("--decided", "M1-9"), 3),
        (("--decided", "M2-1"), 1),
        (("--decided", "F1"), 2),
        (("--by", "李华、林秀英"), 1),
        (("--by", "李**、陈建国"), 2),
    ):
        spend(granted, *words, code=code)
    assert "--by 李华、NAME" in spend(granted).err
    got = spend(granted, "--by", "李华、陈建国", "--decided", "M1-1", amount="80")
    assert (got.data["handled_by"], got.data["decided"]) == ("李华、陈建国", "M1-1")
    assert "NAME" not in got.err
    for named in ("李华和陈建国", "李华 陈建国"):
        got = spend(granted, "--by", named, "--yes", "--dry-run")
        assert got.data["handled_by"] == "李华、陈建国"
    granted("branch", "fund", "page", "--from", "2026-10-01", "--to", "2026-12-31", "-o", "页.md")
    page = (granted.folder / "页.md").read_text("utf-8")
    assert "林秀英审批；支部委员会会议（2026.11.2）决定" in page
    granted("notice", "post", "--from", "经费", "--of", "四季度", "--place", "公示栏", "--yes")
    granted("notice", "print", "N1", "-o", "公示.md")
    assert "支部委员会会议（2026.11.2）决定" in (granted.folder / "公示.md").read_text("utf-8")
    granted("branch", "fund", "reverse", "F3", "重复", "--by", "李华")
    assert granted("branch", "fund", "show", "F4", "--json").data["decided"] == "M1-1"


def test_a_purse_is_never_overspent(jinlin: Jinlin) -> None:
    income(jinlin, amount="300")
    assert "300.00" in spend(jinlin, code=1).err
    spend(jinlin, amount="300")
    assert balances(jinlin)["start_up_grant"] == 0


def test_money_cannot_be_spent_before_it_came(jinlin: Jinlin) -> None:
    income(jinlin, "--date", "2026-11-03")
    assert spend(jinlin, "--date", "2026-11-02", code=1).err
    spend(jinlin, "--date", "2026-11-03")


def test_another_purse_never_pays(granted: Jinlin) -> None:
    words = ("branch", "fund", "spend", "--purse", "党费", "--amount", "1", "--to", "甲店", "--for", "书",
             "--by", "李华", "--approved-by", "林书记")  # fmt: skip
    assert granted(*words, code=1).err
    assert balances(granted) == {**dict.fromkeys(balances(granted), 0), "start_up_grant": 5_000_000}


def test_there_is_no_transfer(granted: Jinlin) -> None:
    before = granted.db.read_bytes()
    said = "Nothing is ever moved from one purse to another"
    assert said in granted("branch", "fund", "transfer", "启动经费", "党费", code=1, lang="en").err
    assert said in spend(granted, to="党费", code=1).err
    assert said in income(granted, "--from", "公共收益", code=1).err
    assert granted.db.read_bytes() == before


def test_a_correction_is_a_reversal_with_its_reason(granted: Jinlin) -> None:
    spend(granted)
    got = granted("branch", "fund", "reverse", "F2", "--reason", "金额记错", "--json").data
    assert (got["number"], got["amount_fen"], got["balance_fen"]) == ("F3", -32_000, 5_000_000)
    shown = granted("branch", "fund", "show", "2", "--json").data
    assert (shown["amount_fen"], shown["reversed_by"]) == (32_000, "F3")
    assert granted("branch", "fund", "show", "F3", "--json").data["reason"] == "金额记错"
    for number in ("F2", "F3"):
        assert granted("branch", "fund", "reverse", number, "--reason", "再来", code=1).err
    assert granted("branch", "fund", "reverse", "F1", code=2).err


def test_income_that_is_spent_is_not_reversed(granted: Jinlin) -> None:
    spend(granted, amount="3万")
    got = granted("branch", "fund", "reverse", "F1", "--reason", "退回", code=1, lang="en")
    assert "20,000.00" in got.err


def test_an_entry_that_cannot_be_is_refused(granted: Jinlin) -> None:
    before = granted.db.read_bytes()
    for change, code in (
        (("--amount", "0"), 2),
        (("--amount", "约三百"), 2),
        (("--purse", "小金库"), 3),
        (("--date", "2026-12-01"), 2),
        (("--to", " "), 2),
        (("--for", ""), 2),
        (("--by", ""), 2),
        (("--to", "P99"), 3),
        (("--voucher", "没有.jpg"), 5),
    ):
        assert spend(granted, *change, code=code).error["message"], change
        assert granted.db.read_bytes() == before, change


def test_what_is_missing_is_named(jinlin: Jinlin) -> None:
    got = jinlin("branch", "fund", "spend", *GRANT, code=2)
    assert all(option in got.err for option in ("--金额", "--付给", "--用途", "--谁", "--审批人"))


def test_what_is_missing_is_asked_on_a_terminal(jinlin: Jinlin) -> None:
    jinlin("branch", "fund", "income", typed="党费\n120\n甲一\n11月党费\n昨天\n个人\n")
    assert balances(jinlin)["dues"] == 12_000
    assert jinlin("branch", "fund", "list", "--json").data[0]["day"] == "2026-11-04"


def test_the_page_names_who_handles_money_and_no_star_is_escaped(jinlin: Jinlin) -> None:
    jinlin("member", "add", "吴小梅")
    income(jinlin, "--by", "吴小梅")
    income(jinlin, "--by", "吴小梅", amount="30")
    jinlin("branch", "fund", "reverse", "F2", "--reason", "吴小梅记错", "--by", "吴小梅")
    page = jinlin("branch", "fund", "page", "--from", "2026-10-01", "--md").out
    assert "| 吴小梅 |" in page
    assert "某居民记错" in page
    assert "\\*" not in page


def test_an_empty_last_quarter_says_how_to_have_this_one(granted: Jinlin) -> None:
    said = granted("branch", "fund", "page", lang="en").err
    assert "--from 2026-10-01" in said
    assert "--起 2026-10-01" not in granted("branch", "fund", "page", "--to", "10-31").err


def test_today_names_what_was_not_disclosed_in_time(jinlin: Jinlin) -> None:
    income(jinlin, "--date", "2026-05-03")
    income(jinlin, amount="10")
    funds = jinlin("today", "--json").data["funds"]
    assert (funds["total"], funds["first"][0]["number"]) == (1, "F1")
    command = funds["next"].split()[1:]
    jinlin(*command, "--yes")
    assert jinlin("today", "--json").data["funds"]["total"] == 0


def test_a_voucher_is_kept_by_its_digest(granted: Jinlin) -> None:
    (granted.folder / "发票.jpg").write_bytes(b"picture")
    spend(granted, "--voucher", "发票.jpg")
    shown = granted("branch", "fund", "show", "F2", "--json").data
    assert (shown["voucher"], shown["voucher_state"]) == ("发票.jpg", "there")
    (granted.folder / "发票.jpg").write_bytes(b"another")
    assert granted("branch", "fund", "show", "F2", "--json").data["voucher_state"] == "changed"
    (granted.folder / "发票.jpg").unlink()
    assert granted("branch", "fund", "show", "F2", "--json").data["voucher_state"] == "missing"


def test_a_voucher_may_come_later_and_is_never_replaced(granted: Jinlin) -> None:
    (granted.folder / "收据.jpg").write_bytes(b"paper")
    granted("branch", "fund", "voucher", "F1", "收据.jpg")
    assert granted("branch", "fund", "voucher", "F1", "收据.jpg", code=1).err


def test_owners_money_is_recorded_with_a_warning(jinlin: Jinlin) -> None:
    words = ("branch", "fund", "income", "--purse", "公共收益", "--amount", "800", "--from", "物业公司",
             "--for", "电梯广告")  # fmt: skip
    assert "does not hold it" in jinlin(*words, lang="en").err
    assert "not held by the branch" in jinlin("branch", "fund", lang="en").out


def test_the_list_masks_people_and_names_firms(granted: Jinlin) -> None:
    spend(granted, to="陈美珍")
    spend(granted, to="榕城文具店")
    rows = granted("branch", "fund", "list", "--json").data
    assert [row["counterparty"] for row in rows] == ["榕城文具店", "陈**", "街道党工委"]
    assert (
        granted("branch", "fund", "list", "--json", "--unmask").data[1]["counterparty"] == "陈美珍"
    )
    assert [
        r["number"] for r in granted("branch", "fund", "list", "--text", "榕城", "--json").data
    ] == ["F3"]


def test_a_quarter_is_disclosed_line_by_line(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3")
    jinlin("member", "add", "陈美珍")
    income(jinlin, "--date", "2026-07-02")
    spend(jinlin, "--date", "2026-08-01", "--for", "看望3-1-502陈美珍", to="陈美珍")
    spend(jinlin, "--date", "2026-10-09")
    rows = jinlin("branch", "fund", "list", "--overdue", "--json").data
    assert [row["number"] for row in rows] == ["F2", "F1"]
    words = ("branch", "fund", "disclose", "--place", "3号楼公示栏", "--yes", "--md")
    page = jinlin(*words, lang="en").out
    assert "1 July to 30 September 2026" in page
    assert "Disclosed on 5 November 2026 at: 3号楼公示栏" in page
    assert [line[:14] for line in page.splitlines() if " 2026 |" in line[:14]] == [
        "| 2 Jul 2026 |", "| 1 Aug 2026 |",
    ]  # fmt: skip
    assert "陈美珍" not in page
    assert "502" not in page
    assert jinlin("branch", "fund", "list", "--overdue", "--json").data == []
    assert [
        r["number"] for r in jinlin("branch", "fund", "list", "--undisclosed", "--json").data
    ] == ["F3"]


def test_what_is_disclosed_is_not_disclosed_again(jinlin: Jinlin) -> None:
    income(jinlin, "--date", "2026-07-02")
    words = ("branch", "fund", "disclose", "--place", "公示栏")
    jinlin(*words)
    assert "经费 公开页" in jinlin(*words, code=1).err
    again = jinlin("branch", "fund", "page", lang="en").out
    assert "Disclosed on 5 November 2026 at: 公示栏" in again


def test_a_page_that_cannot_be_written_marks_nothing(jinlin: Jinlin) -> None:
    income(jinlin, "--date", "2026-07-02")
    (jinlin.folder / "页.md").write_text("x", "utf-8")
    before = jinlin.db.read_bytes()
    jinlin("branch", "fund", "disclose", "--place", "公示栏", "-o", "页.md", code=5)
    assert jinlin.db.read_bytes() == before
    jinlin("branch", "fund", "disclose", "--place", "公示栏", "-o", "页.md", "--force")
    assert "2026.7.2" in (jinlin.folder / "页.md").read_text("utf-8")


def test_a_page_carries_over_what_was_there_before(jinlin: Jinlin) -> None:
    income(jinlin, "--date", "2026-05-02")
    spend(jinlin, "--date", "2026-08-02")
    [account] = jinlin("branch", "fund", "page", "--json").data["purses"]
    assert (account["opening_fen"], account["closing_fen"]) == (5_000_000, 4_968_000)
    assert account["entries"] == ["F2"]


def test_a_purse_in_which_nothing_moved_is_told_in_a_sentence(jinlin: Jinlin) -> None:
    income(jinlin, "--date", "2026-05-02")
    jinlin("branch", "fund", "income", "2000", "共建资助", "--from", "惠民超市", "--for", "助餐",
           "--date", "2026-08-02")  # fmt: skip
    page = jinlin("branch", "fund", "page").out
    assert "启动经费\n　　本期无收支，结余5万元。\n" in page
    assert page.count("上期结余") == page.count("合计") == 1


def test_many_entries_are_disclosed_only_after_a_question(
    jinlin: Jinlin,
) -> None:
    for day in range(3):
        income(jinlin, "--date", f"2026-07-0{day + 1}")
    words = ("branch", "fund", "disclose", "--place", "公示栏")
    assert "--确认" in jinlin(*words, code=2).err
    assert jinlin(*words, typed="n\n", code=130).out == ""
    jinlin(*words, "--dry-run")
    assert len(jinlin("branch", "fund", "list", "--undisclosed", "--json").data) == 3


def test_the_same_payment_typed_twice_is_asked_about(granted: Jinlin) -> None:
    spend(granted)
    assert "F2" in spend(granted, code=2).err
    spend(granted, "--yes")
    spend(granted, "--operation", "a1")
    assert spend(granted, "--operation", "a1").data["number"] == "F4"
    granted.now += timedelta(hours=23)
    that_day = ("--date", "2026-11-05")
    assert "F4 within the last day" in spend(granted, *that_day, code=2).err
    granted.now += timedelta(hours=1, seconds=1)
    spend(granted, *that_day)
    assert balances(granted)["start_up_grant"] == 5_000_000 - 4 * 32_000


def test_an_empty_quarter_has_a_page_too(jinlin: Jinlin, unchanged: Callable[[], None]) -> None:
    assert "no income and no spending" in jinlin("branch", "fund", "page", lang="en").out
    assert jinlin("branch", "fund", "disclose", "--place", "栏", code=1).err
    assert jinlin("branch", "fund", "page", "--from", "11-02", "--to", "11-01", code=2).err


def test_the_history_names_no_payee(granted: Jinlin) -> None:
    spend(granted, to="陈美珍")
    granted("branch", "fund", "reverse", "F2", "--reason", "记错")
    assert "陈美珍" not in granted("log", "--json").out
    assert "F3" in granted("undo", lang="en").out
    assert balances(granted)["start_up_grant"] == 4_968_000


def test_a_large_amount_is_exact_to_the_fen(jinlin: Jinlin) -> None:
    income(jinlin, amount="9999999999.99")
    spend(jinlin, amount="0.01")
    assert balances(jinlin)["start_up_grant"] == 999_999_999_998


steps = st.lists(
    st.tuples(
        st.sampled_from(list(Purse)),
        st.sampled_from(["income", "spend", "reverse"]),
        st.integers(1, 5_000),
        st.integers(1, 28),
    ),
    max_size=40,
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps.map(lambda some: some[:12]))
def test_the_books_say_what_was_entered(
    jinlin: Jinlin, done: list[tuple[Purse, str, int, int]]
) -> None:
    """The balances of the database are the sums of what it accepted, each purse by itself."""
    sums = dict.fromkeys(Purse, 0)
    with writing(call_in(jinlin.folder, dry_run=True)) as tx:
        entries: list[queries.PurseEntry] = []
        for purse, what, amount, day in done:
            when = date(2026, 10, day).isoformat()
            try:
                if what == "reverse":
                    mine = [e for e in entries if e.purse is purse]
                    if not mine:
                        continue
                    number = mine[amount % len(mine)].label
                    entry = fund.reverse(tx, number, reason="错", handled_by=None, day=when)
                else:
                    income = what == "income"
                    new = NewEntry(
                        kind=Direction.INCOME if income else Direction.SPENDING,
                        amount=amount,
                        day=when,
                        purpose="办事",
                        counterparty="文具店",
                        approved_by=None if income else "何丽娟",
                    )
                    entry = fund.enter(tx, purse, new)
            except RuleError:
                continue
            entries.append(entry)
            sums[purse] += entry.effect
        balance = {row.purse: row.balance for row in queries.purses(tx)}
        assert dict.fromkeys(Purse, 0) | balance == sums
        assert min(sums.values()) >= 0
        assert [e.number for e in entries] == sorted({e.number for e in entries})


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("2026-01-01", "2026-01-01", "2026-03-31"),
        ("2024-02-29", "2024-01-01", "2024-03-31"),
        ("2026-06-30", "2026-04-01", "2026-06-30"),
        ("2026-12-31", "2026-10-01", "2026-12-31"),
    ],
)
def test_a_day_lies_in_its_quarter(day: str, first: str, last: str) -> None:
    quarter = stretch_with(date.fromisoformat(day), Length.QUARTER)
    assert (str(quarter.first), str(quarter.last)) == (first, last)


def test_the_last_quarter_is_the_one_that_ended() -> None:
    _length, first, last = stretch_with(date(2026, 2, 3), Length.QUARTER).previous
    assert (first, last) == (date(2025, 10, 1), date(2025, 12, 31))


def test_overdue_begins_when_the_quarter_ends(jinlin: Jinlin) -> None:
    income(jinlin, "--date", "2026-11-04")
    jinlin.now = datetime(2026, 12, 31, 4, tzinfo=UTC)
    assert jinlin("branch", "fund", "list", "--overdue", "--json").data == []
    jinlin.now = datetime(2027, 1, 1, 4, tzinfo=UTC)
    assert len(jinlin("branch", "fund", "list", "--overdue", "--json").data) == 1
    assert "without disclosure: 1" in jinlin("branch", "fund", lang="en").out


def test_the_page_names_no_payee_in_what_a_payment_was_for(jinlin: Jinlin) -> None:
    income(jinlin, "--date", "2026-07-02")
    jinlin("branch", "fund", "spend", "--purse", "启动经费", "--amount", "320", "--to", "王大明",
           "--for", "还王大明垫付的桌椅", "--by", "陈建国", "--approved-by", "林秀英",
           "--date", "2026-08-02")  # fmt: skip
    page = jinlin("branch", "fund", "page", "--md").out
    assert "王大明" not in page
    assert "垫付的桌椅" in page
    assert "陈建国" in page


def test_the_account_of_another_purse_is_no_payee(granted: Jinlin) -> None:
    for to in (
        "党费专户",
        "维修资金账户",
        "公共收益户",
    ):
        assert "purse" in spend(granted, to=to, code=1).err, to


def test_a_purse_is_filled_from_its_own_account(jinlin: Jinlin) -> None:
    jinlin("branch", "fund", "income", "--purse", "维修资金", "--amount", "100", "--from",
           "维修资金专户", "--for", "电梯大修")  # fmt: skip
    assert balances(jinlin)["maintenance_fund"] == 10_000


def test_a_quarter_that_is_still_running_is_named_by_its_days(jinlin: Jinlin) -> None:
    page = jinlin("branch", "fund", "page", "--from", "10-01", "--to", "12-31").out
    assert "2026年10月1日至12月31日" in page


def test_what_was_reversed_later_is_said_at_its_line_and_in_what_is_left(jinlin: Jinlin) -> None:
    for amount, purpose in (("200", "广告位"), ("50000", "停车费")):
        jinlin("branch", "fund", "income", "--purse", "公共收益", "--amount", amount, "--from",
               "物业公司", "--for", purpose, "--date", "2026-08-03")  # fmt: skip
    jinlin("branch", "fund", "reverse", "F2", "--reason", "记错")
    page = jinlin(
        "branch", "fund", "page", "--from", "2026-07-01", "--to", "2026-09-30", "--md"
    ).out
    jinlin("notice", "post", "--from", "公共收益", "--of", "2026-3季度", "--place", "公示栏",
           "--signer", "业委会")  # fmt: skip
    board = jinlin("notice", "show", "1").out
    for told in (page, board):
        said = "".join(told.split())
        assert "停车费（已于2026年11月5日冲销）" in said
        assert "2026年8月3日记的5万元一笔，已于2026年11月5日冲销" in said
        assert "扣除此后冲销的，结余200元" in said


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("reverse", "F9", "--reason", "错了"), 3, "no entry F9"),
        (("reverse", "九", "--reason", "错了"), 2, "not the number of an entry"),
        (("reverse", "F1", "--reason", " "), 2, "--reason"),
        (
            ("reverse", "F1", "--reason", "错了", "--date", "2026-11-04"),
            1,
            "cannot be reversed before",
        ),
        (("show", "F1234567890"), 2, "not the number of an entry"),
        (("voucher", "F9", "收据.txt"), 3, "F9"),
        (("list", "--from", "2026-11-05", "--to", "2026-11-01"), 2, "is after"),
        (("page", "--from", "2026-11-05", "--to", "2025-11-01"), 2, "lies before"),
        (
            ("disclose", "--from", "2026-01-01", "--to", "2026-02-01", "--place", "公示栏"),
            1,
            "Nothing",
        ),
        (("disclose", "--place", " "), 2, "--place"),
    ],
)
def test_what_the_books_cannot_do_is_refused(
    granted: Jinlin, words: tuple[str, ...], code: int, told: str
) -> None:
    (granted.folder / "收据.txt").write_text("收据", "utf-8")
    before = granted.db.read_bytes()
    error = granted("branch", "fund", *words, "--json", code=code, lang="en").error
    assert told in error["message"] + error["hint"]
    assert granted.db.read_bytes() == before


@pytest.mark.parametrize(("amount", "hint"), [("0", "--amount 320"), ("0.00", "--amount 320")])
def test_an_entry_of_nothing_is_refused_with_how_to_say_the_amount(
    granted: Jinlin, amount: str, hint: str
) -> None:
    before = granted.db.read_bytes()
    error = income(granted, amount=amount, code=2).err
    assert "0.00 yuan says nothing" in error
    assert hint in error
    assert granted.db.read_bytes() == before


def test_a_reversal_is_not_reversed_and_nothing_is_reversed_twice(granted: Jinlin) -> None:
    spend(granted)
    granted("branch", "fund", "reverse", "F2", "--reason", "重复")
    before = granted.db.read_bytes()
    for number, told in (("F3", "is a reversal itself"), ("F2", "by F3")):
        words = ("branch", "fund", "reverse", number, "--reason", "又错", "--json")
        assert told in granted(*words, code=1, lang="en").error["message"]
    assert granted.db.read_bytes() == before


def test_a_reversal_is_told_at_both_entries(granted: Jinlin) -> None:
    spend(granted)
    done = granted("branch", "fund", "reverse", "F2", "--reason", "重复", "--by", "李华", "--json")
    assert (done.data["number"], done.data["amount_fen"]) == ("F3", -32_000)
    assert (done.data["handled_by"], done.data["balance_fen"]) == ("李华", 5_000_000)
    taken, back = (granted("branch", "fund", "show", n, "--json").data for n in ("F2", "F3"))
    assert (taken["reversed_by"], back["reverses"], back["reason"]) == ("F3", "F2", "重复")


def test_the_branch_had_no_purse_before_it_was_founded_and_the_owners_had(jinlin: Jinlin) -> None:
    jinlin("branch", "edit", "--founded", "2026-06")
    before = jinlin.db.read_bytes()
    assert "--founded 2026-05-31" in income(jinlin, "--date", "2026-05-31", code=1).err
    assert jinlin.db.read_bytes() == before
    income(jinlin, "--date", "2026-06-01")
    jinlin("branch", "fund", "income", "--purse", "公共收益", "--amount", "10", "--from", "物业公司",
           "--for", "电梯广告", "--date", "2026-05-31")  # fmt: skip


def test_an_overlay_branch_takes_no_dues_unless_its_superior_says_so(jinlin: Jinlin) -> None:
    jinlin("branch", "edit", "--type", "兼合式")
    dues = ("branch", "fund", "income", "--purse", "党费", "--amount", "10", "--from", "林秀英",
            "--for", "党费", "--counterparty", "个人")  # fmt: skip
    before = jinlin.db.read_bytes()
    assert "--上级规定" in jinlin(*dues, "--json", code=1).error["hint"]
    assert jinlin.db.read_bytes() == before
    jinlin("branch", "edit", "--permission", "可代收党费")
    jinlin(*dues)
    assert balances(jinlin)["dues"] == 1000


def test_the_other_side_is_said_once_for_all_entries_of_its_name(granted: Jinlin) -> None:
    for amount in ("20", "30"):
        spend(granted, amount=amount, to="老木匠")
    said = granted("branch", "fund", "counterparty", "F2", "个人", "--json").data
    assert said["number"] == "F2"
    kinds = {row["number"]: row["counterparty_kind"]
             for row in granted("branch", "fund", "list", "--json").data}  # fmt: skip
    assert (kinds["F2"], kinds["F3"]) == ("person", "person")
    assert kinds["F1"] != "person"
    granted("branch", "fund", "counterparty", "F3", "单位")
    assert (
        granted("branch", "fund", "show", "F2", "--json").data["counterparty_kind"]
        == "organisation"
    )
    granted("undo")
    assert granted("branch", "fund", "show", "F2", "--json").data["counterparty_kind"] == "person"
    assert granted("branch", "fund", "counterparty", "F9", "个人", code=3).err


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        (("--purse", "启动经费"), ["F3", "F2", "F1"]),
        (("--purse", "党费"), []),
        (("--from", "2026-11-02"), ["F3"]),
        (("--to", "2026-11-01"), ["F2", "F1"]),
        (("--text", "打印"), ["F3", "F2"]),
        (("--text", "街道"), ["F1"]),
        (("--undisclosed",), ["F3"]),
        (("--overdue",), []),
    ],
)
def test_the_entries_are_filtered(
    jinlin: Jinlin, words: tuple[str, ...], numbers: list[str]
) -> None:
    income(jinlin, "--date", "2026-09-30")
    spend(jinlin, "--date", "2026-11-01")
    jinlin(
        "branch", "fund", "disclose", "--from", "2026-09-01", "--to", "2026-11-01", "--place", "栏"
    )
    spend(jinlin, "--date", "2026-11-05", amount="10")
    rows = jinlin("branch", "fund", "list", *words, "--json").data
    assert [row["number"] for row in rows] == numbers


def test_only_what_was_taken_back_after_the_last_day_is_told_as_later(jinlin: Jinlin) -> None:
    income(jinlin, "--date", "2026-07-01")
    spend(jinlin, "--date", "2026-07-02")
    spend(jinlin, "--date", "2026-07-03", amount="10")
    jinlin("branch", "fund", "reverse", "F2", "--reason", "重复", "--date", "2026-09-30")
    jinlin("branch", "fund", "reverse", "F3", "--reason", "重复", "--date", "2026-10-01")
    page = jinlin(
        "branch", "fund", "page", "--from", "2026-07-01", "--to", "2026-09-30", lang="en"
    ).out
    assert "over 10 yuan was taken back on 1 October 2026." in page
    assert "320 yuan was taken back" not in page


def test_the_first_day_of_a_running_quarter_is_not_overdue(jinlin: Jinlin) -> None:
    for day in ("2026-09-30", "2026-10-01"):
        income(jinlin, "--date", day)
    rows = jinlin("branch", "fund", "list", "--overdue", "--json").data
    assert [row["day"] for row in rows] == ["2026-09-30"]


def test_the_account_of_the_property_service_is_disclosed_line_by_line_and_not_held(
    jinlin: Jinlin,
) -> None:
    """What the centre took in and spent, and one sum that went back to the owners."""
    assert "物业服务收支" not in jinlin("branch", "fund", "balance").out
    assert "物业服务收支" not in jinlin("notice", "due").out
    told = jinlin("branch", "fund", "income", "3万", "物业服务", "--from", "鹤峰服务中心",
                  "--for", "点单服务", "--date", "2026-08-01")  # fmt: skip
    assert "只作记录" in told.err
    jinlin("branch", "fund", "spend", "8000", "物业服务", "--to", "全体业主", "--for", "分红",
           "--by", "何丽娟", "--approved-by", "林秀英", "--date", "2026-09-01")  # fmt: skip
    assert "22,000" in jinlin("branch", "fund", "balance").out
    assert "物业服务收支" in [one["what"] for one in jinlin("notice", "due", "--json").data]
    notice = jinlin("notice", "post", "--from", "物业服务", "--of", "2026第三季度",
                    "--place", "公示栏", "--signer", "业委会", "--yes")  # fmt: skip
    shown = jinlin("notice", "show", "N1").out
    assert notice.code == 0
    assert "点单服务" in shown
    assert "分红" in shown
    assert [row["disclosed_on"] for row in jinlin("branch", "fund", "list", "--json").data] == [
        "2026-11-05", "2026-11-05"
    ]  # fmt: skip
