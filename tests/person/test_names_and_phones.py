"""Names and phones as people type them, and the one way we keep them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.errors import UsageError
from jinlin.core.people.phone import parse_phone, read_phone
from jinlin.person.rules import parse_name, person_number, phone_ending


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("13805911234", "13805911234"),
        ("138 0591 1234", "13805911234"),
        ("138-0591-1234", "13805911234"),
        ("１３８０５９１１２３４", "13805911234"),
        ("+86 13805911234", "13805911234"),
        ("0591-87654321", "0591-87654321"),
        ("（0591）87654321", "0591-87654321"),
        ("87654321转802", "87654321-802"),
        ("400-800-1234", "4008001234"),
    ],
)
def test_a_phone_is_kept_in_one_way(typed: str, kept: str) -> None:
    assert parse_phone(typed) == kept


@pytest.mark.parametrize("typed", ["", "123", "1380591123", "138059112345", "abc", "13805911234/5"])
def test_what_is_not_exactly_one_phone_is_refused(typed: str) -> None:
    with pytest.raises(UsageError):
        parse_phone(typed)


@given(st.text(alphabet="0123456789-+ ()转（）", max_size=20))
def test_a_phone_that_is_kept_is_read_as_itself(typed: str) -> None:
    kept = read_phone(typed)
    assert kept is None or read_phone(kept) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("张 三", "张三"),
        ("  林秀英 ", "林秀英"),
        ("John  Smith", "John Smith"),
        ("张\u202e三", "张三"),
    ],
)
def test_a_name_loses_only_the_spaces_that_align_it(typed: str, kept: str) -> None:
    assert parse_name(typed) == kept


@pytest.mark.parametrize(
    "typed",
    ["", "  ", "张**", "何某某", "何某", "欧阳XX", "张三、李四", "张三@3", "12", "P12", "长" * 51],
)
def test_what_is_no_name_of_one_person_is_refused(typed: str) -> None:
    with pytest.raises(UsageError):
        parse_name(typed)


@given(st.text(max_size=60))
def test_a_name_that_is_kept_is_read_as_itself(typed: str) -> None:
    try:
        kept = parse_name(typed)
    except UsageError:
        return
    assert parse_name(kept) == kept


def test_numbers_of_people_and_ends_of_phones_are_told_apart() -> None:
    assert [person_number(text) for text in ("P12", "p12", "Ｐ１２", "12", "P")] == [
        12, 12, 12, None, None,
    ]  # fmt: skip
    assert [phone_ending(text) for text in ("1234", "０５９１", "123", "P1234")] == [
        "1234", "0591", None, None,
    ]  # fmt: skip
