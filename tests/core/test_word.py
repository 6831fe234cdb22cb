"""Fixed choices: what is understood, what is printed, and what answers all else."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

import pytest

import jinlin
from jinlin.core import i18n
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.word import Word


class Way(Word, refusal="“{text}” is no way.", error=NotFoundError):
    """How something reaches a door."""

    POST = "by_post", "post", "邮寄", "快递"
    HAND = "by_hand", "by hand", "送达"
    NONE = "none"


@pytest.mark.parametrize(
    "text", ["by_post", "BY-POST", "bypost", "Post", "快递", " 邮 寄 ", "ｐｏｓｔ"]
)
def test_a_word_is_read_in_any_spelling(text: str) -> None:
    assert Way.read(text) is Way.POST


def test_what_means_none_is_refused_as_the_choice_says_with_all_that_have_a_label() -> None:
    with pytest.raises(NotFoundError) as refused:
        Way.read("飞鸽")
    assert refused.value.message == "“飞鸽” is no way."
    assert "post (by_post), by hand (by_hand)" in refused.value.hint
    assert "none" not in refused.value.hint


def test_nothing_is_no_word() -> None:
    assert Way.said("") is None
    assert Way.said(" - ") is None


def test_a_word_without_a_label_is_never_printed() -> None:
    assert Way.labels() == {"by_post": "post", "by_hand": "by hand"}


def choices() -> list[type[Word]]:
    for module in walk_packages(jinlin.__path__, "jinlin."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    return [one for one in Word.__subclasses__() if one.__module__.startswith("jinlin.")]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_a_choice_stores_and_prints_it_reads_back(language: str) -> None:
    i18n.install(language)
    found = choices()
    assert len(found) > 10
    for one in found:
        for word in one:
            assert one.said(word.value) is word, word
            if word.msgid and [other.label for other in one].count(word.label) == 1:
                assert one.said(word.label) is word, (one, word.label)


def test_what_is_in_doubt_is_printed_and_cannot_be_said() -> None:
    from jinlin.core.people.parties import Party, parse_party

    assert Party.DOUBT.label == "in doubt"
    for text in ("doubt", "in doubt", "两可", ""):
        with pytest.raises(UsageError) as refused:
            parse_party(text)
        assert "doubt" not in refused.value.hint
