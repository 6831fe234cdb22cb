"""Identity numbers: checked, taken only with a purpose, never guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.errors import JinlinError, RuleError, UsageError
from jinlin.core.people.idnumber import check_digit, parse_id_number
from jinlin.person.people.identity import checked_id, id_fields

PUBLISHED = "11010519491231002X"
"""The example of GB 11643-1999."""


def test_the_example_of_the_standard() -> None:
    number = parse_id_number(PUBLISHED)
    assert number.valid
    assert (number.region, number.birth_on, number.sex) == ("110105", "1949-12-31", "female")


@pytest.mark.parametrize(
    "typed", [" 11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ", "110105 19491231 002X"]
)
def test_an_id_is_read_as_people_type_it(typed: str) -> None:
    assert parse_id_number(typed).text == PUBLISHED


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("1.10105E+17", "spreadsheet"),
        ("1.1010519491231E+17", "spreadsheet"),
        ("110105194912310000", "spreadsheet"),
        ("110105491231002", "15 digits"),
        ("11010519491231", "18 digits"),
        ("1101051949123100XX", "18 digits"),
        ("", "18 digits"),
        ("990105194912310029", "province"),
        ("110105194913310021", "no day"),
        ("110105194902300021", "no day"),
    ],
)
def test_what_cannot_be_an_id_is_refused_with_the_reason(typed: str, reason: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_id_number(typed)
    assert reason in refused.value.message
    assert not typed or typed not in refused.value.message


@given(
    born=st.dates(date(1900, 1, 1), date(2025, 12, 31)),
    serial=st.integers(0, 999),
    place=st.integers(0, 16),
    other=st.integers(1, 9),
)
def test_one_wrong_digit_is_always_noticed(born: date, serial: int, place: int, other: int) -> None:
    first = f"350102{born:%Y%m%d}{serial:03}"
    whole = first + check_digit(first)
    number = parse_id_number(whole)
    assert number.valid
    assert number.birth_on == born.isoformat()
    assert number.sex == ("male" if serial % 2 else "female")
    digit = str((int(first[place]) + other) % 10)
    try:
        wrong = parse_id_number(first[:place] + digit + first[place + 1 :] + whole[17])
    except JinlinError:
        return
    assert not wrong.valid


def test_an_id_needs_a_purpose_and_a_wrong_one_a_reason() -> None:
    with pytest.raises(UsageError, match="purpose"):
        checked_id(PUBLISHED, purpose=" ")
    wrong = PUBLISHED[:-1] + "1"
    with pytest.raises(RuleError, match="check digit"):
        checked_id(wrong, purpose="换届选举登记")
    kept = checked_id(wrong, purpose="换届选举登记", override="户口簿上如此")
    assert id_fields(kept, purpose="换届选举登记", override="户口簿上如此") == {
        "id_number": wrong,
        "id_purpose": "换届选举登记",
        "id_override": "户口簿上如此",
        "birth_on": "1949-12-31",
        "sex": "female",
    }
    right = checked_id(PUBLISHED, purpose="换届选举登记", override="没有必要")
    assert id_fields(right, purpose="换届选举登记", override="没有必要")["id_override"] is None


def test_a_birthday_that_is_still_to_come_is_refused() -> None:
    first = "35010220300101001"
    with pytest.raises(RuleError, match="2030-01-01"):
        checked_id(first + check_digit(first), purpose="登记", today="2026-11-05")
