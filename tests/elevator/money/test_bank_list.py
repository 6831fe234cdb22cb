"""Payments from a list are looked at as closely as those that are typed one by one."""

from __future__ import annotations

from typing import Any

import pytest
from elevator.adopted import ROSTER, with_account
from harness import Jinlin, seeded

HEAD = "交易日期,房号,交易金额\n"


@seeded
def house(jinlin: Jinlin) -> Jinlin:
    """One project in 3-1; building 5 has the same rooms and none."""
    roster = [*ROSTER.splitlines(), "5,1,401,4,90,邻居一", "5,1,201,2,90,邻居二"]
    (jinlin.folder / "更多.csv").write_text("\n".join(roster) + "\n", "utf-8")
    with_account(jinlin)
    jinlin("household", "import", "更多.csv", "--yes")
    jinlin("elevator", "instalments", "X1", "100%@验收@2026-11-01")
    return jinlin


def take(house: Jinlin, text: str, *words: str, code: int = 0, name: str = "流水.csv") -> Any:
    (house.folder / name).write_text(text, "utf-8")
    return house("elevator", "import", name, "--yes", "--json", *words, code=code).data


def reasons(got: Any) -> dict[int, str]:
    return {row["row"]: row["reason"] for row in got["rejected"]}


def receipts(house: Jinlin) -> list[tuple[str, int, str]]:
    rows = house.sql(
        "SELECT h.room, e.amount, e.day FROM elevator_entry AS e JOIN household AS h"
        " ON h.id = e.household_id JOIN building AS b ON b.id = h.building_id"
        " WHERE e.series = 'R' AND b.code = '3' ORDER BY e.number"
    )
    return [tuple(row) for row in rows]


def test_what_stands_twice_in_a_list_is_taken_once_and_given_back_with_the_way_to_force_it(
    house: Jinlin,
) -> None:
    twice = HEAD + "2026-11-03,3-1-301,5000\n2026-11-04,3-1-301,5000\n2026-11-03,3-1-301,5000\n"
    got = take(house, twice, code=5)
    assert (got["added"], list(reasons(got))) == (2, [4])
    assert "第2行" in reasons(got)[4]
    assert any("--照收" in note for note in got["notes"])
    again = take(house, twice, code=5)  # the books have it once, the list twice
    assert (again["added"], again["unchanged"]) == (0, 2)
    assert "X1-R1" in reasons(again)[4]
    forced = take(house, twice, "--force")
    assert (forced["added"], forced["unchanged"]) == (1, 2)
    assert (take(house, twice)["added"], len(receipts(house))) == (0, 3)


def test_what_is_in_the_books_already_is_named_with_its_receipt(house: Jinlin) -> None:
    house("elevator", "pay", "3-1-301", "5000", "--date", "2026-11-03")
    got = take(house, HEAD + "2026-11-03,3-1-301,5000\n2026-11-03,3-1-302,5000\n")
    assert (got["added"], got["unchanged"]) == (1, 1)
    assert any("3-1-301" in note and "X1-R1" in note for note in got["notes"])


def test_a_row_given_back_is_refused_again_until_it_is_forced(house: Jinlin) -> None:
    take(house, HEAD + "2026-11-03,3-1-301,5000\n2026-11-03,3-1-301,5000\n", code=5)
    again = house("elevator", "import", "流水-退回.csv", "--yes", "--json", code=5).data
    assert (again["added"], again["unchanged"], len(again["rejected"])) == (0, 0, 1)
    assert (
        house("elevator", "import", "流水-退回.csv", "--yes", "--force", "--json").data["added"]
        == 1
    )
    assert len(receipts(house)) == 2


def test_a_list_is_asked_about_too_much_as_a_payment_is(house: Jinlin) -> None:
    house("elevator", "pay", "3-1-201", "5000")
    rows = "2026-11-03,3-1-201,5333.33\n2026-11-04,3-1-201,0.01\n2026-11-04,3-1-101,1\n"
    got = take(house, HEAD + rows, code=5)
    assert (got["added"], list(reasons(got))) == (1, [3, 4])
    assert "0.01" in reasons(got)[3]
    assert "10,333.33" in reasons(got)[3]
    assert take(house, HEAD + rows, "--force")["added"] == 2


def test_a_sub_account_that_does_not_reach_refuses_the_row_alone(house: Jinlin) -> None:
    house("elevator", "fund", "3-1-702", "--balance", "1000")
    rows = "2026-11-03,3-1-702,800\n2026-11-03,3-1-702,300\n2026-11-03,3-1-701,300\n"
    got = take(house, HEAD + rows, "--method", "维修资金", "--force", code=5)
    assert (got["added"], list(reasons(got))) == (2, [3])
    assert "1,000.00" in reasons(got)[3] or "200.00" in reasons(got)[3]


@pytest.mark.parametrize(
    "said",
    [
        "401", "0401", "401室", "3-401", "3-1-401", "3-1-401电梯款", "3号楼1单元401 电梯款",
        "３栋１单元４０１加装电梯", "1单元401", "三号楼一单元401电梯", "401业主丁一", "业主丁一 401 转账",
        "3#401电梯5000元", "梅苑小区3号楼1单元401",
    ],
)  # fmt: skip
def test_a_short_door_is_one_of_the_project(house: Jinlin, said: str) -> None:
    got = take(house, HEAD + f"2026-11-03,{said},5000\n")
    assert got["added"] == 1
    assert receipts(house) == [("401", 500_000, "2026-11-03")]


def test_a_door_that_is_none_is_called_so(house: Jinlin) -> None:
    got = take(house, HEAD + "2026-11-03,999,1\n", code=5)
    assert reasons(got)[2] == "这一户不在本项目之内"


@pytest.mark.parametrize(
    "said",
    [
        "999", "5-1-401", "5号楼401电梯款", "401和402", "6222401", "401元", "2026-11-20", "电梯款",
        "20261401", "5-3-1-401", "401-2",
    ],
)  # fmt: skip
def test_another_door_is_never_guessed(house: Jinlin, said: str) -> None:
    got = take(house, HEAD + f"2026-11-03,{said},5000\n", code=5)
    assert (got["added"], receipts(house)) == (0, [])


def test_a_column_of_the_building_is_not_contradicted(house: Jinlin) -> None:
    head = "交易日期,楼栋,房号,交易金额\n"
    got = take(house, head + "2026-11-03,5,401电梯款,5000\n2026-11-03,3,401电梯款,5000\n", code=5)
    assert (got["added"], list(reasons(got))) == (1, [2])


def test_the_door_may_stand_in_the_words_of_the_transfer(house: Jinlin) -> None:
    text = (
        "交易日期,对方户名,贷方发生额,摘要,附言\n"
        "2026-11-03,业主乙一,5000,转账,3-1-201电梯款\n2026-11-03,业主丁一,5000,网银,电梯款\n"
    )
    got = take(house, text, code=5)
    assert (got["added"], list(reasons(got))) == (1, [3])
    assert receipts(house) == [("201", 500_000, "2026-11-03")]


@pytest.mark.parametrize(
    "day", ["日期", "记账日期", "入账日期", "交易日期", "支付时间", "转账日期"]
)
def test_the_day_is_read_whatever_its_column_is_called(house: Jinlin, day: str) -> None:
    take(house, f"{day},房号,金额\n2026-11-03 09:30:05,401,5000\n")
    assert receipts(house) == [("401", 500_000, "2026-11-03")]


def test_a_list_of_money_without_a_day_is_refused(house: Jinlin) -> None:
    before = house.db.read_bytes()
    (house.folder / "流水.csv").write_text("房号,金额\n401,5000\n", "utf-8")
    refused = house("elevator", "import", "流水.csv", "--yes", code=5)
    assert "--日期" in refused.err
    assert house.db.read_bytes() == before
    got = take(house, "房号,金额\n401,5000\n", "--date", "2026-11-02")
    assert (got["added"], receipts(house)) == (1, [("401", 500_000, "2026-11-02")])


def test_a_row_without_its_day_is_refused_or_takes_the_one_that_is_said(house: Jinlin) -> None:
    rows = HEAD + ",3-1-301,5000\n2026-11-03,3-1-302,5000\n"
    assert list(reasons(take(house, rows, code=5))) == [2]
    assert take(house, rows, "--date", "2026-11-04")["added"] == 1
    assert receipts(house)[-1] == ("301", 500_000, "2026-11-04")


def test_a_payment_taken_back_is_not_booked_again_by_its_list(house: Jinlin) -> None:
    rows = HEAD + "2026-11-03,3-1-301,5000\n"
    take(house, rows)
    house("elevator", "reverse", "R1", "--reason", "银行退票")
    again = take(house, rows)
    assert (again["added"], again["unchanged"]) == (0, 1)
    assert any("X1-R1" in note and "冲销" in note for note in again["notes"])
    assert take(house, rows, "--force")["added"] == 1
    assert take(house, rows, "--force")["added"] == 0  # it is in the books now


def test_a_payment_typed_again_is_asked_about_also_the_next_day(house: Jinlin) -> None:
    house("elevator", "pay", "3-1-301", "5000", "--date", "2026-11-03")
    house.now = house.now.replace(day=20)
    again = ("elevator", "pay", "3-1-301", "5000", "--date", "2026-11-03")
    assert "X1-R1" in house(*again, code=2).err
    house("elevator", "reverse", "R1", "--reason", "方式记错")
    house(*again)  # what was taken back is typed anew on purpose


def test_a_short_door_is_enough_where_one_project_runs(house: Jinlin) -> None:
    house("elevator", "pay", "401", "5000")
    assert receipts(house) == [("401", 500_000, "2026-11-05")]
    house("elevator", "add", "5-1", "--kind", "加装", "--responsible", "王建国")
    assert "5-1-201" in house("elevator", "pay", "201", "1", code=3).err


def test_a_whole_list_never_books_what_was_taken_back_and_lists_all_that_it_is_forced_to(
    house: Jinlin,
) -> None:
    house("elevator", "pay", "3-1-201", "5000", "--date", "2026-11-02")
    house("elevator", "reverse", "R1", "--reason", "银行退票")
    rows = (
        "2026-11-02,3-1-201,5000\n2026-11-03,3-1-301,6000\n2026-11-03,3-1-301,6000\n"
        "2026-11-03,3-1-401,999999\n"
    )
    got = take(house, HEAD + rows, code=5)
    assert (got["added"], got["unchanged"], list(reasons(got))) == (1, 1, [4, 5])
    hint = next(note for note in got["notes"] if "--照收" in note)
    assert "退回" in hint
    assert "再导入一次" not in hint
    forced = take(house, HEAD + rows, "--force")
    assert (forced["added"], forced["unchanged"]) == (2, 2)
    assert not [day for room, _amount, day in receipts(house)[1:] if room == "201"]
    told = "\n".join(forced["notes"])
    for words in ("第4行", "3-1-301 6,000.00", "第5行", "3-1-401 999,999.00", "多"):
        assert words in told


def test_one_taken_back_twice_in_a_list_is_not_forced_in_by_its_second_row(house: Jinlin) -> None:
    house("elevator", "pay", "3-1-201", "5000", "--date", "2026-11-02")
    house("elevator", "reverse", "R1", "--reason", "银行退票")
    rows = HEAD + "2026-11-02,3-1-201,5000\n2026-11-02,3-1-201,5000\n"
    got = take(house, rows, "--force", code=5)
    assert (got["added"], list(reasons(got))) == (0, [3])
    assert "X1-R1" in reasons(got)[3]
    again = house("elevator", "import", "流水-退回.csv", "--yes", "--force", "--json").data
    assert again["added"] == 1
    assert any("3-1-201" in note and "X1-R1" in note for note in again["notes"])


@pytest.mark.parametrize(
    "head", ["贷方金额", "收入金额", "存入金额", "转入金额", "入账金额", "收款金额", "贷方发生额"]
)
def test_the_amount_is_read_whatever_the_bank_calls_its_column(house: Jinlin, head: str) -> None:
    take(house, f"交易日期,房号,{head}\n2026-11-03,401,5000\n")
    assert receipts(house) == [("401", 500_000, "2026-11-03")]
