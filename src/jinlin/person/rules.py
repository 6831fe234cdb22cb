"""Names, numbers and ends of phones of people, as they are typed."""

from __future__ import annotations

import re
from typing import Final

from jinlin.core.days.time_of_day import day_and_time, time_of_day
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.line.command_words import is_command_word
from jinlin.core.people.wholenames import stands_for_somebody
from jinlin.core.text import clean, folded

MAX_NAME: Final = 50
_HAN_NAME = r"[\u3400-\u9fff·]+"
_NUMBER = r"[Pp](\d{1,9})"
_PHONE_ENDING = r"\d{4,12}"

_FILE_END: Final = r"\.(?:txt|csv|tsv|xlsx?|docx?|pdf|json|md)$"


def parse_name(text: str) -> str:
    """Read somebody's name, without the spaces that only align it: `张 三` is `张三`.

    Raises:
        UsageError: it is empty, too long, partly hidden, or holds what stands for something else.
    """
    words = " ".join(clean(text).split())
    joined = words.replace(" ", "")
    name = joined if re.fullmatch(_HAN_NAME, joined) else words
    if not name or len(name) > MAX_NAME or any(mark in folded(name) for mark in "*@、;,/|"):
        raise UsageError(
            _("“{text}” is not the name of one person.").format(text=text),
            hint=_("Write one full name, without * or @."),
        )
    if stands_for_somebody(name):
        raise UsageError(
            _("“{text}” is not the whole name of anybody.").format(text=text),
            hint=_("Write the whole name; it is hidden wherever it must not be read."),
        )
    if re.search(_FILE_END, folded(name)):
        raise UsageError(
            _("“{text}” is a file, not a name.").format(text=text),
            hint=_("A list of names goes with --people, a table with import."),
        )
    if name.isdecimal() or person_number(name) is not None:
        raise UsageError(
            _("“{text}” is a number, not a name.").format(text=text),
            hint=_("Write the name."),
        )
    return name


def parse_typed_name(text: str) -> str:
    """Read the name of somebody who may be new, as it was typed in a command.

    Raises:
        UsageError: it is no name, a time, or a word of the commands, such as `show`.
    """
    name = parse_name(text)
    if time_of_day(name) or time_of_day(day_and_time(name)[1]):
        raise UsageError(
            _("“{text}” is a time, not a name.").format(text=name), hint=_("Write the name.")
        )
    if is_command_word(name):
        raise UsageError(
            _("“{text}” is a word of the commands, not a name.").format(text=name),
            hint=_("Write the name. What there is to type: jinlin --help"),
        )
    return name


def person_number(text: str) -> int | None:
    """Return the number in `P12` or `p12`; None when the text is no such number."""
    match = re.fullmatch(_NUMBER, folded(text))
    return int(match[1]) if match else None


def phone_ending(text: str) -> str | None:
    """Return the last digits of a phone, at least four; None when the text is none."""
    said = folded(text)
    return said if re.fullmatch(_PHONE_ENDING, said) else None


def person_label(number: int) -> str:
    """Return how we write the number of a person: `P12`."""
    return f"P{number}"
