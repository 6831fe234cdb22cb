"""Personal data as everybody may see it."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from calls import call_in, said_out
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.columns import Column, Personal
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing
from jinlin.output.listing.values import hidden, masked


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


ID = "350102199001011234"


@pytest.mark.parametrize(
    "form", ["--json", "--csv", "--md", "screen", "out.json", "out.csv", "out.md", "out.xlsx"]
)
def test_phones_and_ids_are_masked_in_every_form(tmp_path: Path, form: str) -> None:
    """Whatever a list holds of a person, alone in a column or among several in one."""
    named = {"json", "csv", "md"} & {form.removeprefix("--")}
    output = form if form.startswith("out") else None
    options: dict[str, Any] = {"output": output, **dict.fromkeys(named, True)}
    call = call_in(tmp_path, **options)
    show(
        call,
        Listing(
            key="people",
            title="人员",
            columns=(
                Column(key="phone", heading="电话", personal=Personal.PHONE),
                Column(key="other_phone", heading="另一个", personal=Personal.PHONE),
                Column(key="id_number", heading="证件", personal=Personal.ID),
                Column(key="owners", heading="业主", personal=Personal.NAME),
            ),
            rows=[
                ("13812345678", "0591-87654321", ID,
                 [{"name": "张伟", "phone": "13899995678", "id_number": ID}]),
            ],
        ),
    )  # fmt: skip
    if form == "out.xlsx":
        with zipfile.ZipFile(tmp_path / form) as book:
            seen = "".join(book.read(name).decode() for name in book.namelist())
    else:
        seen = (tmp_path / form).read_text("utf-8") if output else said_out(call)
    for told in ("13812345678", "0591-87654321", ID, "张伟", "13899995678"):
        assert told not in seen
    assert "3501**********1234" in seen.replace("\\*", "*")


def test_what_stands_for_somebody_forgotten_is_shown() -> None:
    assert masked("已删除", Personal.NAME) == "已删除"
    assert masked("已删除P12", Personal.NAME) == "已删除P12"
