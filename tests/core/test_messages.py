"""Sentences that are kept untranslated and read in any language."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core import i18n
from jinlin.core.i18n import Message, _


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    i18n.install("en")
    yield
    i18n.install("zh")


VALUES = st.one_of(st.text(max_size=20), st.integers())
MESSAGES = st.recursive(
    st.builds(Message, st.just("{a} and {b}"), st.fixed_dictionaries({"a": VALUES, "b": VALUES})),
    lambda inner: st.builds(
        Message, st.just("{a}: {b}"), st.fixed_dictionaries({"a": inner, "b": VALUES})
    ),
    max_leaves=4,
)


@given(MESSAGES)
def test_a_sentence_comes_back_from_the_history_as_it_went_in(message: Message) -> None:
    kept = json.loads(json.dumps(message.as_json(), ensure_ascii=False))
    assert Message.from_json(kept) == message
    assert Message.from_json(kept).text() == message.text()


def test_a_sentence_within_a_sentence_is_said_in_the_language_of_the_reader() -> None:
    said = Message(
        "Undone: {what}",
        {"what": Message("bring back a line on the card of building {code}", {"code": "3"})},
    )
    assert said.text() == "Undone: bring back a line on the card of building 3"
    i18n.install("zh")
    assert said.text().startswith("撤销：")
    assert said.text().endswith("3号楼楼栋卡上的一条")


def test_braces_in_a_value_are_only_text() -> None:
    assert Message("Issue: {title}", {"title": "{0} {x} %s"}).text() == "Issue: {0} {x} %s"


def test_nothing_is_translated_to_nothing() -> None:
    i18n.install("zh")
    assert _("") == ""
    assert Message("").text() == ""


def test_an_unknown_sentence_is_said_as_it_was_written() -> None:
    i18n.install("zh")
    assert _("no such message id") == "no such message id"
