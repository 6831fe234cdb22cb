"""The user's language: English message ids in the code, a catalogue for each language."""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeAlias

LANGUAGES: Final = {"zh": "zh_CN", "en": "en"}
LOCALE_DIR: Final = Path(__file__).parent.parent / "locale"


class Catalogue:
    """A compiled catalogue (`.mo`), of which only what is said is read.

    Its sentences lie in order, as GNU gettext wants them to, and are found by halving; Python's own
    reader makes strings of all six thousand first, a tenth of what a command takes.

    Args:
        content: the file; empty for a language that has none, where each id stands for itself.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._order = "<" if content[:4] == b"\xde\x12\x04\x95" else ">"
        self._count, self._ids, self._said = (
            struct.unpack_from(f"{self._order}3I", content, 8) if content else (0, 0, 0)
        )
        self._found: dict[str, str] = {}

    def say(self, message: str) -> str:
        """Return the sentence of an id, or the id where there is none."""
        if message not in self._found:
            self._found[message] = self._look_up(message)
        return self._found[message]

    def _look_up(self, message: str) -> str:
        wanted = message.encode()
        at = bisect_left(range(self._count), wanted, key=lambda n: self._text(self._ids, n))
        if at < self._count and self._text(self._ids, at) == wanted:
            return self._text(self._said, at).decode()
        return message

    def _text(self, table: int, number: int) -> bytes:
        length, at = struct.unpack_from(f"{self._order}2I", self._content, table + 8 * number)
        return self._content[at : at + length]


_active: list[Catalogue] = [Catalogue(b"")]
_language: list[str] = ["en"]

Value: TypeAlias = "str | int | Message"


def install(language: str) -> None:
    """Speak this language from now on.

    Args:
        language: `zh` or `en`. A catalogue that is not there leaves the English ids.
    """
    _language[0] = language
    _active[0] = catalogue(language)


@cache
def catalogue(language: str) -> Catalogue:
    """Return the catalogue of a language."""
    path = LOCALE_DIR / LANGUAGES[language] / "LC_MESSAGES" / "jinlin.mo"
    return Catalogue(path.read_bytes() if path.exists() else b"")


def speaking() -> str:
    """Return the language that is spoken: `zh` or `en`."""
    return _language[0]


@contextmanager
def speaking_in(language: str) -> Iterator[None]:
    """Speak another language for a while, `zh` or `en`."""
    before = speaking()
    install(language)
    try:
        yield
    finally:
        install(before)


def _(message: str) -> str:
    """Translate one message id."""
    return _active[0].say(message) if message else ""


def N_(message: str) -> str:  # noqa: N802  (gettext's own name for "translate later")
    """Mark a message id for the catalogue; it is translated where it is shown."""
    return message


class Message(NamedTuple):
    """A sentence kept untranslated, so that the history can be read in any language.

    Attributes:
        msgid: the English sentence, marked with `N_`, with `{named}` places.
        values: what stands in the places; a value may be a sentence of its own.
    """

    msgid: str
    values: Mapping[str, Value] = MappingProxyType({})

    def text(self) -> str:
        """Say it in the user's language."""
        said = {k: v.text() if isinstance(v, Message) else v for k, v in self.values.items()}
        return _(self.msgid).format(**said)

    def as_json(self) -> dict[str, Any]:
        """Return the form in which the history keeps it."""
        said = {k: v.as_json() if isinstance(v, Message) else v for k, v in self.values.items()}
        return {"id": self.msgid, "values": said}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Message:
        """Read what `as_json` wrote.

        Raises:
            TypeError: it is something else; where it is none at all, also LookupError and others.
        """
        if not isinstance(data["id"], str):
            raise TypeError(data)
        values = data.get("values", {})
        return cls(
            data["id"],
            {k: cls.from_json(v) if isinstance(v, dict) else v for k, v in values.items()},
        )
