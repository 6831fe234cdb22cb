"""Words people type for a stored one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from jinlin.core.i18n import _, speaking
from jinlin.core.text import compact

Word = TypeVar("Word")


def said_word(
    text: str, words: Mapping[str, Word], labels: Mapping[Word, str] | None = None
) -> Word | None:
    """Return what a word stands for, whatever its width, case and dashes; None if nothing.

    Args:
        text: what somebody wrote.
        words: what people say.
        labels: what is printed for each, in English; that is understood in both languages, so that
            what was exported is read again.
    """
    said = compact(text)
    found = words.get(said) or words.get(said.replace("-", "").replace("_", ""))
    if found is not None or labels is None:
        return found
    return next(
        (w for w, label in labels.items() if said in {compact(label), compact(_(label))}), None
    )


def choices_of(labels: Mapping[Word, str]) -> str:
    """Return the hint that names all choices, as people say them; in English with the word."""
    said = (
        label if (label := _(text)) == str(word) or speaking() != "en" else f"{label} ({word})"
        for word, text in labels.items()
    )
    return _("Choose one of: {known}.").format(known=_(", ").join(said))
