"""The words people say for what the register keeps."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, TypeVar

from jinlin.complex.rules.buildings import (
    AREA_BASIS_LABELS,
    NOTE_KIND_LABELS,
    STATE_LABELS,
    AreaBasis,
    NoteKind,
    State,
)
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import compact

_Word = TypeVar("_Word", bound=StrEnum)

_KINDS: Final = {"备注": "note", "设备": "plant", "联系人": "contact", "历史": "history"}


def parse_state(text: str) -> State:
    """Read how a household is used: `let`, `owner-occupied`, `出租`, `空置`.

    Raises:
        UsageError: nobody knows the word.
    """
    return State(_read("state", text, STATE_LABELS))


def parse_basis(text: str) -> AreaBasis:
    """Read where an area comes from: `registry`, `产权证`, `测绘`, `合同`.

    Raises:
        UsageError: nobody knows the word.
    """
    return AreaBasis(_read("area_basis", text, AREA_BASIS_LABELS))


def parse_kind(text: str) -> NoteKind:
    """Read what a line on a building's card is about: `plant`, `设备`.

    Raises:
        UsageError: nobody knows the word.
    """
    word = _known(text, NOTE_KIND_LABELS) or _KINDS.get(compact(text))
    if word is None:
        raise _unknown(text, NOTE_KIND_LABELS)
    return NoteKind(word)


def several(text: str) -> list[str]:
    """Return the words between commas, the Chinese ones and `、` too."""
    for mark in "，、;；":
        text = text.replace(mark, ",")
    return [word.strip() for word in text.split(",") if word.strip()]


def _read(kind: str, text: str, labels: Mapping[_Word, str]) -> str:
    """Read a word as an option and a file may have it alike."""
    from jinlin.exchange.table.value_words import value_meaning

    word = _known(text, labels) or value_meaning(kind, text)
    if word is None:
        raise _unknown(text, labels)
    return word


def _known(text: str, labels: Mapping[_Word, str]) -> _Word | None:
    said = compact(text).replace("-", "").replace("_", "")
    for word, label in labels.items():
        if said in (word.replace("_", ""), compact(_(label)).replace("-", "")):
            return word
    return None


def _unknown(text: str, labels: Mapping[_Word, str]) -> UsageError:
    return UsageError(
        _("“{text}” is none of the known words.").format(text=text),
        hint=_("Choose one of: {known}.").format(
            known=_(", ").join(
                _("{what} ({option})").format(what=_(label), option=word)
                for word, label in labels.items()
            )
        ),
    )
