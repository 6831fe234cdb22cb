"""`jinlin elevator subsidy`: public money with its state, its day and where it stands."""

from __future__ import annotations

import pytest
from elevator.adopted import with_account
from elevator.projects import project
from harness import Jinlin, seeded

ADD = ("elevator", "subsidy", "add", "15万", "--text", "国债补贴")


@seeded
def house(jinlin: Jinlin) -> Jinlin:
    project(jinlin)
    return jinlin


@seeded
def counted_on(jinlin: Jinlin) -> Jinlin:
    project(jinlin)
    jinlin(*ADD, "--date", "2027-03-01", "--source", "区住建局通知")
    return jinlin


@seeded
def with_books(jinlin: Jinlin) -> Jinlin:
    with_account(jinlin)
    jinlin("elevator", "subsidy", "add", "5万", "--text", "国债补贴")
    return jinlin


def test_a_subsidy_goes_from_expected_to_approved_to_received(counted_on: Jinlin) -> None:
    [row] = counted_on("elevator", "subsidy", "--json").data
    assert (row["amount_fen"], row["state"], row["day"], row["source"]) == (
        15_000_000, "expected", "2027-03-01", "区住建局通知",
    )  # fmt: skip
    words = ("elevator", "subsidy", "edit", "1", "--json")
    got = counted_on(*words, "--state", "已批复", "--date", "2026-11-02", "--money", "14万").data
    assert (got["state"], got["day"], got["total_fen"]) == ("approved", "2026-11-02", 14_000_000)
    counted_on(*words, "--state", "已到账", "--date", "2026-11-01", code=1)  # before it was granted
    said = counted_on(*words, "--state", "已到账")
    assert said.data["day"] == "2026-11-05"
    assert "电梯 收入 X1 140000.00" in said.err
    assert counted_on(*words, "--state", "预计").data["day"] == "2027-03-01"


def test_chinese_words_do_the_same_and_the_page_is_chinese(counted_on: Jinlin) -> None:
    said = counted_on("电梯", "补贴", "列表").out
    assert "预计" in said
    assert "国债补贴" in said


def test_the_split_counts_on_what_is_recorded(counted_on: Jinlin) -> None:
    counted_on("elevator", "subsidy", "add", "1万", "--text", "街道补助", "--state", "已批复")
    words = ("elevator", "split", "--project", "X1", "--total", "48万", "--json")
    assert counted_on(*words).data["subsidy_fen"] == 16_000_000
    assert counted_on(*words, "--subsidy", "2万").data["subsidy_fen"] == 2_000_000
    counted_on("elevator", "subsidy", "remove", "2")
    assert counted_on(*words).data["subsidy_fen"] == 15_000_000


def test_income_marks_it_and_what_is_in_the_books_is_not_changed(with_books: Jinlin) -> None:
    with_books("elevator", "income", "X1", "5万", "--as", "补助", "--from", "区住建局")
    [row] = with_books("elevator", "subsidy", "--json").data
    assert (row["state"], row["voucher"]) == ("received", "V1")
    got = with_books("elevator", "status", "--json").data
    assert (got["subsidy_fen"], got["subsidy_received_fen"]) == (5_000_000, 5_000_000)
    before = with_books.db.read_bytes()
    assert "V1" in with_books("elevator", "subsidy", "remove", "1", code=1).err
    with_books("elevator", "subsidy", "edit", "1", "--money", "6万", code=1)
    assert with_books.db.read_bytes() == before
    with_books("elevator", "reverse", "V1", "--reason", "退回")
    with_books("elevator", "subsidy", "edit", "1", "--money", "6万")


def test_what_was_said_to_be_received_is_tied_to_its_income(with_books: Jinlin) -> None:
    with_books("elevator", "subsidy", "edit", "1", "--state", "到账")
    assert with_books("elevator", "status", "--json").data["subsidy_received_fen"] is None
    with_books("elevator", "income", "X1", "5万", "--as", "补助", "--from", "区住建局")
    assert with_books("elevator", "subsidy", "--json").data[0]["voucher"] == "V1"


def test_what_cannot_be_is_refused(counted_on: Jinlin) -> None:
    before = counted_on.db.read_bytes()
    for words, code in (
        (("add", "15万"), 2),
        (("add", "0", "--text", "甲"), 2),
        (("add", "-5", "--text", "甲"), 2),
        (("add", "许多", "--text", "甲"), 2),
        (("add", "15万", "--text", "甲", "--state", "也许"), 2),
        (("add", "15万", "--text", "甲", "--state", "已批复", "--date", "2026-12-01"), 1),
        (("add", "15万", "--text", "甲", "--project", "X9"), 3),
        (("edit", "1"), 2),
        (("edit", "1", "--money", "0"), 2),
        (("edit", "9", "--state", "已批复"), 3),
        (("remove", "9"), 3),
    ):
        assert counted_on("elevator", "subsidy", *words, code=code).err
        assert counted_on.db.read_bytes() == before, words


def test_the_empty_list_says_how_to_begin(house: Jinlin) -> None:
    assert "补贴 新增" in house("elevator", "subsidy").err + house("elevator", "subsidy").out


@pytest.mark.parametrize(
    "words",
    [
        ADD,
        ("elevator", "subsidy", "edit", "1", "--state", "已批复"),
        ("elevator", "subsidy", "remove", "1"),
    ],
)
def test_every_verb_is_rehearsed_and_undone(counted_on: Jinlin, words: tuple[str, ...]) -> None:
    content, before = counted_on.db.read_bytes(), counted_on.dump()
    counted_on(*words, "--dry-run")
    assert counted_on.db.read_bytes() == content
    counted_on(*words)
    assert counted_on.dump() != before
    counted_on("undo", "--yes")
    assert counted_on.dump() == before
