"""A name, a phone or an id in a text: found alone, never as a part of something longer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.person.references.needles import Needle
from jinlin.store.schema.personal import Content

NAME = Needle("张伟", Content.NAME, alone=True, longer=("张伟国", "小张伟"))
PIECES = st.lists(
    st.sampled_from(["张伟", "张伟国", "小张伟", "，", "说", "张", "伟"]), max_size=12
)


@given(PIECES)
def test_only_her_own_name_is_replaced(pieces: list[str]) -> None:
    text = "|".join(pieces)
    after = NAME.taken_out(text, instead="某某")
    assert after == "|".join("某某" if piece == "张伟" else piece for piece in pieces)
    assert not NAME.stands_in(after)
    assert NAME.stands_in(text) == ("张伟" in pieces)


@given(PIECES)
def test_what_was_taken_out_is_not_there_any_more(pieces: list[str]) -> None:
    after = NAME.taken_out("".join(pieces), instead="某某")
    assert not NAME.stands_in(after)
    assert NAME.taken_out(after, instead="某某") == after


@pytest.mark.parametrize(
    ("needle", "text", "stands"),
    [
        (Needle("13800000001", Content.PHONE, alone=True), "电话13800000001。", True),
        (Needle("13800000001", Content.PHONE, alone=True), "单号138000000012", False),
        (Needle("13800000001", Content.PHONE, alone=True), "单号013800000001", False),
        (Needle("An", Content.NAME, alone=True), "An came", True),
        (Needle("An", Content.NAME, alone=True), "Another came", False),
        (Needle("An", Content.NAME, alone=True), "Susan came", False),
        (Needle("11010519491231002X", Content.ID_NUMBER, alone=True), "11010519491231002X", True),
        (Needle("11010519491231002X", Content.ID_NUMBER, alone=True), "11010519491231002X1", False),
    ],
)  # fmt: skip
def test_a_number_is_no_part_of_a_longer_one_nor_a_name_of_a_word(
    needle: Needle, text: str, *, stands: bool
) -> None:
    assert needle.stands_in(text) is stands
    assert (needle.taken_out(text, instead="***") != text) is stands
