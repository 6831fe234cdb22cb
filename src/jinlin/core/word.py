"""Words of a fixed choice, read as people say them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import compact

Word = TypeVar("Word", bound=StrEnum)


def read_word(
    text: str,
    words: type[Word],
    spoken: Mapping[str, Word],
    labels: Mapping[Word, str],
    refusal: str,
) -> Word:
    """Return the word that is meant: its English name, its label, or another way to say it.

    Args:
        text: what was typed.
        words: the choice.
        spoken: other ways to say each.
        labels: what people read, not yet translated.
        refusal: the message when nobody knows the text, with `{text}` in it.

    Raises:
        UsageError: it is none of them; the message lists them.
    """
    said = compact(text).replace("-", "_")
    by_label = {compact(_(label)): word for word, label in labels.items()}
    found = spoken.get(said) or by_label.get(said)
    if found is None and said in list(words):
        found = words(said)
    if found is None:
        raise UsageError(
            _(refusal).format(text=text),
            hint=_("Choose one of: {known}.").format(
                known=_(", ").join(
                    _("{what} ({option})").format(what=_(label), option=word)
                    for word, label in labels.items()
                )
            ),
        )
    return found


def labelled(labels: Mapping[Word, str]) -> dict[str, str]:
    """Return by stored word what people read, in their language, as a column's labels."""
    return {word.value: _(label) for word, label in labels.items()}
