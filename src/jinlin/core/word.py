"""A fixed choice (controlled vocabulary): what is stored, printed and understood of each word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import ClassVar, Self

from jinlin.core.errors import JinlinError, UsageError
from jinlin.core.i18n import LANGUAGES, _, catalogue, speaking
from jinlin.core.naming import the_one
from jinlin.core.text import compact, plain_word


class Word(StrEnum):
    """One of a fixed choice.

    A choice declares each of its words once: `POST = "post", N_("by post"), "邮寄", "快递"` is
    stored as `post`, printed as its label in the user's language, and understood by its stored
    word, by its label in any language and by what people say besides. A word without a label is
    never printed. The class says what answers a text that is none of it:
    `class Way(Word, refusal=N_("“{text}” is no way to reach a door."))`. One of votes, money or
    deletions is `whole`: no piece of a word is ever taken for it.

    Attributes:
        msgid: the label, not yet translated: for sentences that the history keeps.
        spoken: what people say for it besides.
    """

    _value_: str
    _refusal: ClassVar[str]
    _error: ClassVar[type[JinlinError]]
    whole: ClassVar[bool]
    msgid: str
    spoken: tuple[str, ...]

    def __new__(cls, value: str, msgid: str = "", *spoken: str) -> Self:
        """Make a word from what it declares."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.msgid = msgid
        word.spoken = spoken
        return word

    def __init_subclass__(
        cls,
        *,
        refusal: str = "",
        error: type[JinlinError] = UsageError,
        whole: bool = False,
        **rest: object,
    ) -> None:
        super().__init_subclass__(**rest)
        cls._refusal = refusal
        cls._error = error
        cls.whole = whole

    @property
    def label(self) -> str:
        """What is printed for it, in the user's language."""
        return _(self.msgid)

    @classmethod
    def said(cls, text: str) -> Self | None:
        """Return the word that a text means, whatever its width, case and dashes; None if none."""
        found = _spellings(cls).get(_plain(text))
        return None if found is None else cls(found)

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the word that a text means.

        Raises:
            JinlinError: it means none of them, as the class says; the hint lists them.
        """
        return cls.understood(text, whole=True)

    @classmethod
    def understood(cls, text: str, *, whole: bool = False) -> Self:
        """Return the word that a text means, also by a piece of it or with a slip.

        Args:
            text: what was typed.
            whole: only whole words are taken.

        Raises:
            JinlinError: it means none of them, or several.
        """
        return cls.said(text) or the_one(
            text,
            [word for word in cls if word.msgid],
            lambda word: (word.label, *_understood(word)),
            none=lambda: cls.unknown(text),
            whole=whole,
        )

    @classmethod
    def unknown(cls, text: str) -> JinlinError:
        """Return the error that answers a text that means none of them."""
        assert cls._refusal, f"{cls.__name__} is never typed: it says no refusal"
        return cls._error(_(cls._refusal).format(text=text), hint=cls.choices())

    @classmethod
    def choices(cls, words: Iterable[Self] | None = None) -> str:
        """Return the hint that names them, as people say them; in English with the stored word."""
        named = (word for word in (cls if words is None else words) if word.msgid)
        said = (_offered(word) for word in named)
        return _("Choose one of: {known}.").format(known=_(", ").join(said))

    @classmethod
    def labels(cls) -> dict[str, str]:
        """Return by stored word what is printed, in the user's language, as a column's labels."""
        return {word.value: word.label for word in cls if word.msgid}


@cache
def _spellings(words: type[Word]) -> Mapping[str, str]:
    """Return all that is understood, with the stored word it means; the first that claims it."""
    return {text: word.value for word in reversed(words) for text in _understood(word)}


def _offered(word: Word) -> str:
    """Return how a list of choices names a word; a label that is a list itself is no name there."""
    if speaking() == "en":
        return str(word) if word.label == word or ", " in word.label else f"{word.label} ({word})"
    return word.spoken[0] if word.spoken and "，" in word.label else word.label


def _understood(word: Word) -> set[str]:
    """Return all that a word is understood by, in each language."""
    labels = {catalogue(one).say(word.msgid) for one in LANGUAGES} if word.msgid else set()
    return {_plain(text) for text in (word.value, word.msgid, *labels, *word.spoken)} - {""}


def _plain(text: str) -> str:
    """Return a text for comparing: no blanks, no dashes but of a number, half-width, lower case."""
    said = compact(text)
    return said if said[1:].isdecimal() else plain_word(said)
