"""Texts that are kept with an issue: their lengths, their lines, and who names nobody."""

from __future__ import annotations

from typing import Final

from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean, compact

TITLE_LENGTH: Final = 200
NAME_LENGTH: Final = 50
TEXT_LENGTH: Final = 2000


def one_line(text: str, *, what: str, longest: int = TITLE_LENGTH) -> str:
    """Return a text for keeping on one line.

    Args:
        text: as it was typed.
        what: what it is, for the message.
        longest: how many characters it may have.

    Raises:
        UsageError: nothing is left, or it is too long.
    """
    kept = " ".join(clean(text).split())
    _check_length(
        kept, what, longest, _("Shorten it; details go into a note: jinlin issue note NUMBER TEXT")
    )
    return kept


def several_lines(text: str, *, what: str) -> str:
    """Return a text for keeping as it was written.

    Raises:
        UsageError: nothing is left, or it is too long.
    """
    kept = clean(text)
    _check_length(kept, what, TEXT_LENGTH, _("Shorten it, or write it in several parts."))
    return kept


def _check_length(text: str, what: str, longest: int, hint: str) -> None:
    if not text:
        raise UsageError(
            _("{what} is empty.").format(what=what), hint=_("Write at least one character.")
        )
    if len(text) > longest:
        raise UsageError(
            _("{what} has {count} characters; at most {most} are kept.").format(
                what=what, count=len(text), most=longest
            ),
            hint=hint,
        )


_NAMELESS: Final = frozenset({"匿名", "不具名", "不愿具名", "不愿透露", "无名氏", "anonymous"})


def named(name: str) -> str:
    """Return the name of who brought an issue; empty for the words of who names nobody."""
    return "" if compact(name) in _NAMELESS else name
