"""The user's language: English message ids in the code, a catalogue for each language."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeAlias

LANGUAGES: Final = {"zh": "zh_CN", "en": "en"}
LOCALE_DIR: Final = Path(__file__).parent.parent / "locale"

_active: list[gettext.NullTranslations] = [gettext.NullTranslations()]
_language: list[str] = ["en"]

Value: TypeAlias = "str | int | Message"


def install(language: str) -> None:
    """Speak this language from now on.

    Args:
        language: `zh` or `en`. A catalogue that is not there leaves the English ids.
    """
    _language[0] = language
    _active[0] = gettext.translation(
        "jinlin", LOCALE_DIR, languages=[LANGUAGES[language]], fallback=True
    )


def speaking() -> str:
    """Return the language that is spoken: `zh` or `en`."""
    return _language[0]


def _(message: str) -> str:
    """Translate one message id."""
    return _active[0].gettext(message) if message else ""


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
        """Read what `as_json` wrote."""
        values = data.get("values", {})
        return cls(
            data["id"],
            {k: cls.from_json(v) if isinstance(v, dict) else v for k, v in values.items()},
        )
