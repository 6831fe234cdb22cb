"""What a line means that begins with numbers of what was just listed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import folded

_BETWEEN: Final = re.compile(r"[,，、]")
_RANGE: Final = re.compile(r"(\d{1,9})[-~－—](\d{1,9})")
_LONGEST: Final = 100
"""So many records are meant by a range at most; more than that are a door, such as 2-502."""


class ListedRecords(NamedTuple):
    """What was listed last, on which numbers act.

    Attributes:
        noun: whose verbs are meant, in English words.
        records: what is typed, and the record it means.
        places: the same by their places on the list, where it has any.
    """

    noun: Sequence[str] = ()
    records: Mapping[str, str] = {}
    places: Mapping[str, str] = {}

    @property
    def numbers(self) -> Sequence[str]:
        """The numbers that mean one of them."""
        return [word for word in (*self.places, *self.records) if word.isdecimal()]


NOTHING_LISTED: Final = ListedRecords()


class NotListedError(UsageError):
    """A line begins with a number that was not listed.

    Attributes:
        numbers: all the numbers that it begins with.
    """

    numbers: Sequence[str] = ()


def on_listed(
    words: Sequence[str], listed: ListedRecords, *, last_issue: str = ""
) -> list[list[str]]:
    """Return what a line may mean that begins with numbers of what was listed; nothing for others.

    `3` shows it, `3 办结 已换灯泡` closes it; `3,4,5 派单 张德福` is one command on all of them.
    Where a number is the place of one record and that of another, its place is read first; the
    line may be the other command as well, unless it only shows. The issue that was named last is
    meant by its number although it stands on no list.

    Args:
        words: the line.
        listed: what was listed last.
        last_issue: the number of the issue that was named last; empty where none was.

    Raises:
        NotListedError: one of the numbers was not listed.
    """
    first, rest = folded(words[0]), words[1:]
    by_place = {**listed.records, **listed.places}
    parts = [word for part in _BETWEEN.split(first) if part for word in _range(part, by_place)]
    if not listed.noun or not parts:
        return []
    unknown = [part for part in parts if part not in by_place]
    if unknown and not (rest and all(part.isdecimal() for part in parts)):
        return []
    if unknown and [part.lstrip("0") for part in parts] == [_short(last_issue)]:
        return [["issue", rest[0], last_issue, *rest[1:]]]
    if unknown:
        refused = NotListedError(
            _("{number} was not listed.").format(number=unknown[0]),
            hint=_("Numbers act on the last list: {known}; otherwise begin with a noun.").format(
                known=_(", ").join([*{r: word for word, r in by_place.items()}.values()])
            ),
        )
        refused.numbers = parts
        raise refused
    meant = [",".join(by_place[part] for part in parts)]
    if rest and (other := ",".join({**by_place, **listed.records}[part] for part in parts)):
        meant.append(other)
    verb, *more = rest or ["show"]
    return [[*listed.noun, verb, records, *more] for records in dict.fromkeys(meant)]


def _short(number: str) -> str:
    """Return the number of an issue without its year."""
    return number.rpartition("-")[2].lstrip("0")


def _range(part: str, records: Mapping[str, str]) -> Sequence[str]:
    """Return the numbers of a range such as `3-5`, unless it is itself something listed."""
    match = _RANGE.fullmatch(part)
    if part in records or not match or int(match[2]) - int(match[1]) not in range(_LONGEST + 1):
        return (part,)
    return [*map(str, range(int(match[1]), int(match[2]) + 1))]
