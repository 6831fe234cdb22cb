"""Personal data as everybody may see it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.columns import Column, Personal
from jinlin.output.masking import masked
from jinlin.output.values import hidden


@pytest.mark.parametrize(
    ("value", "personal", "seen"),
    [
        ("张伟", Personal.NAME, "张**"),
        ("王", Personal.NAME, "王**"),
        ("欧阳修", Personal.NAME, "欧阳**"),
        ("欧阳", Personal.NAME, "欧**"),
        ("13812345678", Personal.PHONE, "138****5678"),
        ("0591-87654321", Personal.PHONE, "059******4321"),
        ("87654321", Personal.PHONE, "******21"),
        ("350102199001011234", Personal.ID, "3501**********1234"),
    ],
)
def test_the_telling_part_is_hidden(value: str, personal: Personal, seen: str) -> None:
    assert masked(value, personal) == seen


@given(st.text(min_size=1, max_size=20), st.sampled_from(Personal))
def test_nothing_is_ever_shown_whole(value: str, personal: Personal) -> None:
    seen = masked(value, personal)
    assert "*" in seen
    assert value.startswith(seen.partition("*")[0])
    assert len(value) == 1 or value not in seen


def test_a_list_of_owners_is_masked_one_by_one() -> None:
    owners = Column(key="owners", heading="业主", personal=Personal.NAME)
    value = [{"name": "张伟", "share": "1/2"}, {"name": "李娜", "share": "1/2"}]
    seen = hidden(owners, value, unmask=False)
    assert [owner["name"] for owner in seen] == ["张**", "李**"]
    assert [owner["share"] for owner in seen] == ["1/2", "1/2"]
    assert hidden(owners, value, unmask=True) == value


def test_what_is_not_personal_or_not_there_stays() -> None:
    assert hidden(Column(key="title", heading="标题"), "张伟", unmask=False) == "张伟"
    phone = Column(key="phone", heading="电话", personal=Personal.PHONE)
    assert hidden(phone, None, unmask=False) is None
