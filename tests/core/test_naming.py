"""Which name of a list a word means: a table of what is taken and what is not, and what holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.errors import JinlinError, NotFoundError
from jinlin.core.naming import taken_for, the_one, whole_only

NAMES = (
    "公共照明",
    "公共管道下水",
    "电梯运行故障",
    "不在家",
    "第十一党小组",
    "A座",
    "already done",
    "西门岗亭",
)


def asked(text: str, names: tuple[str, ...] = NAMES, *, whole: bool = False) -> str:
    def none() -> JinlinError:
        return NotFoundError("none", hint="all")

    taken_for()
    return the_one(text, names, lambda name: (name,), none=none, whole=whole)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("公共照明", "公共照明"), ("公共照", "公共照明"), ("照明", "公共照明"), ("下水", "公共管道下水"),
        ("公共招明", "公共照明"), ("公照明", "公共照明"), ("公共的照明", "公共照明"), ("梯", "电梯运行故障"),
        ("不在", "不在家"), ("党小组", "第十一党小组"), ("ALREADY-DONE", "already done"),
        ("alredy done", "already done"),
    ],
)  # fmt: skip
def test_a_word_with_one_reading_is_taken(text: str, meant: str) -> None:
    assert asked(text) == meant
    assert dict(taken_for()).get(text) == (
        None if text.lower() in {meant, "already-done"} else meant
    )


@pytest.mark.parametrize(
    "text",
    ["在家", "第十", "第十二党小组", "B座", "天文", "a", "照名", "已在家", "电话", "东门岗亭"],
)
def test_a_word_that_denies_counts_otherwise_or_says_too_little_means_nothing(text: str) -> None:
    with pytest.raises(NotFoundError) as raised:
        asked(text)
    assert (raised.value.message, raised.value.instead) == ("none", None)
    assert taken_for() == []


def test_two_readings_are_both_named_and_none_is_taken() -> None:
    with pytest.raises(NotFoundError) as raised:
        asked("公共")
    assert raised.value.instead == ("公共", ("公共照明", "公共管道下水"))
    assert "公共管道下水" in raised.value.message
    assert asked("公共", ("公共", "公共照明")) == "公共"  # a whole name is one reading


@pytest.mark.parametrize("text", ["照", "公共照", "公共招明"])
def test_where_only_whole_names_count_the_near_one_is_told(text: str) -> None:
    with pytest.raises(NotFoundError) as raised:
        asked(text, whole=True)
    assert raised.value.instead == (text, ("公共照明",))
    assert "公共照明" in raised.value.hint
    assert raised.value.hint.endswith("all")
    with whole_only(), pytest.raises(NotFoundError):
        asked(text)
    assert asked("照", ("照",), whole=True) == "照"


@given(
    st.lists(st.text("公共照明路灯1十a", min_size=1, max_size=5), unique=True, max_size=6),
    st.data(),
)
def test_a_whole_name_always_means_itself(names: list[str], data: st.DataObject) -> None:
    if names:
        name = data.draw(st.sampled_from(names))
        assert asked(name, tuple(names)) == name
        assert taken_for() == []


@given(
    st.text("公共照明不1十", min_size=1, max_size=4),
    st.lists(st.text("公共照明不1十", min_size=1, max_size=5), unique=True, max_size=5),
)
def test_what_is_taken_whole_is_taken_otherwise_too_and_never_for_another(
    text: str, names: list[str]
) -> None:
    def tried(*, whole: bool) -> str | None:
        try:
            return asked(text, tuple(names), whole=whole)
        except JinlinError:
            return None

    certain = tried(whole=True)
    assert certain is None or tried(whole=False) == certain == text
