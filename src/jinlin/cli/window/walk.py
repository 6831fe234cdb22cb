"""A guided walk: existing commands in a row, each explained, asked for and carried out.

A walk is a file of `walks`: `WALK = GuidedWalk(…)`, and a line in its table. It has no rule.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

_OPTIONAL: Final = re.compile(r"\[([^\[\]]*)\]")
_PLACE: Final = re.compile(r"\{(\w+)\}")


class PlaceAsked(NamedTuple):
    """What is asked for a place of a step's line.

    Attributes:
        place: which.
        text: the question, not yet translated.
        choices: the answers there are, each as it is typed, not yet translated.
        optional: it may stay empty; then the part of the line in brackets around it falls away.
    """

    place: str
    text: str
    choices: Sequence[str] = ()
    optional: bool = False


class GuidedStep(NamedTuple):
    """One step of a walk.

    Attributes:
        about: what it is for, not yet translated.
        line: the command, in English words; `{number}` is a column of the listing's row, or what
            was asked; a part in `[…]` falls away where its place is empty.
        each: the listing over whose rows it is done one by one, such as `issue list --to-rate`;
            each row is shown first. Empty where it is done once.
        shown: how a row is shown, of its columns: `{number} {title}`.
        asks: what is asked for its places. What else is missing, the command asks for itself.
    """

    about: str
    line: str
    each: str = ""
    shown: str = "{number} {title}"
    asks: Sequence[PlaceAsked] = ()


class GuidedWalk(NamedTuple):
    """Steps in a row.

    Attributes:
        title: what it is, not yet translated.
        words: what is typed to begin it.
        steps: in their order.
        of: the listing of what the whole walk is about, such as `meeting list --open`; one of its
            rows is chosen at the beginning, and fills places of every step as `{of_number}`.
    """

    title: str
    words: Sequence[str]
    steps: Sequence[GuidedStep]
    of: str = ""


def filled(line: str, values: Mapping[str, str]) -> list[str]:
    """Return the words of a step's line, with its places filled; each place is one word.

    Raises:
        KeyError: nothing is known of a place that must be filled.
    """

    def part(match: re.Match[str]) -> str:
        return match[1] if all(values.get(name) for name in _PLACE.findall(match[1])) else ""

    words = _OPTIONAL.sub(part, line).split()
    return [_PLACE.sub(lambda match: values[match[1]], word) for word in words]
