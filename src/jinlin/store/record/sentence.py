"""The sentence of an entry: written, and read again whatever became of it."""

from __future__ import annotations

import json
from typing import Final

from jinlin.core.i18n import N_, Message

UNREADABLE: Final = Message(N_("(what was written here cannot be read)"))


def written(message: Message) -> str:
    """Return a sentence as the history keeps it."""
    return json.dumps(message.as_json(), ensure_ascii=False, separators=(",", ":"))


def read(text: str | None) -> Message:
    """Return a sentence that the history keeps; `UNREADABLE` where it is none.

    An entry that its command did not describe has an empty one.
    """
    if text is None:
        return Message("")
    try:
        message = Message.from_json(json.loads(text))
        message.text().encode()  # what JSON spells as half a letter cannot be shown
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return UNREADABLE
    return message
