"""A guided walk: existing commands in a row, each explained, asked for and carried out.

A walk is a file of `walks`: `WALK = GuidedWalk(…)`, and a line in its table. It has no rule.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from jinlin.core.typed import words_of

_OPTIONAL: Final = re.compile(r"\[([^\[\]]*)\]")
_PLACE: Final = re.compile(r"\{(\w+)\}")
_COMMAND: Final = "{next}"


class PlaceAsked(NamedTuple):
    """What is asked for a place of a line.

    Attributes:
        place: which.
        text: the question, not yet translated.
        choices: the answers there are, each as it is typed, not yet translated.
        optional: it may stay empty; then the part of the line in brackets around it falls away,
            and outside of brackets the whole line.
        usual: what Enter means, not yet translated.
        of: the column of a row and what must stand there, else it is not asked and stays empty.
        today: the place of a day: it may stay empty on that day alone.
        always: it is not skipped, as later steps need it.
    """

    place: str
    text: str
    choices: Sequence[str] = ()
    optional: bool = False
    usual: str = ""
    of: tuple[str, str] | None = None
    today: str = ""
    always: bool = False


class StepLine(NamedTuple):
    """A command of a step.

    Attributes:
        line: the command, in English words; `{number}` is a column of the listing's row, or what
            was asked; a part in `[…]` falls away where its place is empty. `{next}` is a whole
            command that the row names.
        asks: what is asked for its places. What else is missing, the command asks for itself;
            where nothing is asked, Enter carries it out.
        at_once: it only shows something, and nothing is asked before it.
        rehearsed: it is shown what it would do, and Enter does it.
        of_last: listings whose last row, or records whose facts fill places as well, in turn.
        without: where it is refused nothing that follows can be done, and the walk is left.
        unless: the place that is filled where it was done before; then it is left out.
        given: the place that is filled where there is anything to do.
    """

    line: str
    asks: Sequence[PlaceAsked] = ()
    at_once: bool = False
    without: bool = False
    rehearsed: bool = False
    of_last: Sequence[str] = ()
    unless: str = ""
    given: str = ""


class GuidedStep(NamedTuple):
    """One step of a walk.

    Attributes:
        about: what it is for, not yet translated.
        lines: its commands. What is answered where it has no rows is known to later steps.
        each: the listing over whose rows they are done one by one, such as `issue list --unrated`;
            each row is shown first. Empty where they are done once.
        shown: how a row is shown, of its columns.
        more: a command that tells more of a row, whose columns it fills as well.
        of: a listing one of whose rows is chosen, unless one was, and fills places of this step
            and those behind it as `{of_number}`.
        else_new: what is chosen instead where the step makes another one, not yet translated; a
            row whose day is not past is meant by itself.
        again: it is done again and again, until a line of it is left out.
        day: the record whose `held_at` is the day on which the walk goes on here, and not before.
        ahead: it is done only before that day.
    """

    about: str
    lines: Sequence[StepLine]
    each: str = ""
    shown: str = "{number} {title}"
    more: str = ""
    of: str = ""
    else_new: str = ""
    again: bool = False
    day: str = ""
    ahead: bool = False


class GuidedWalk(NamedTuple):
    """Steps in a row.

    Attributes:
        title: what it is, not yet translated.
        steps: in their order.
    """

    title: str
    steps: Sequence[GuidedStep]


def filled(line: str, values: Mapping[str, str]) -> list[str]:
    """Return the words of a line, with its places filled; each place is one word.

    Returns:
        The words; none where a place that must be filled is empty.

    Raises:
        KeyError: nothing is known of a place that must be filled.
    """

    def part(match: re.Match[str]) -> str:
        return match[1] if all(values.get(name) for name in _PLACE.findall(match[1])) else ""

    kept = _OPTIONAL.sub(part, line)
    if not all(values[name] for name in _PLACE.findall(kept)):
        return []
    words = [_PLACE.sub(lambda match: values[match[1]], word) for word in kept.split()]
    return [*words_of(words[0]), *words[1:]] if kept.startswith(_COMMAND) else words


def told(text: str, values: Mapping[str, str]) -> str:
    """Return a text with its places filled; of a part in `[…]` something must be known."""

    def part(match: re.Match[str]) -> str:
        return match[1] if any(values.get(name) for name in _PLACE.findall(match[1])) else ""

    return _PLACE.sub(lambda match: values.get(match[1], ""), _OPTIONAL.sub(part, text))


def needed(line: str) -> frozenset[str]:
    """Return the places without which a line is not carried out."""
    return frozenset(_PLACE.findall(_OPTIONAL.sub("", line)))
