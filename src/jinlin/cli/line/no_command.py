"""The refusal of a line whose first word is no command: what it may be instead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

from jinlin.cli.line.on_record import OnRecord
from jinlin.cli.line.several import several
from jinlin.cli.line.shapes import is_time
from jinlin.cli.line.verb_homes import SHORT_CUTS, homes
from jinlin.complex.rules.address import is_door
from jinlin.core.call import Call
from jinlin.core.days.time_of_day import time_of_day
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import _
from jinlin.core.line.command_words import TAKING_AWAY
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.core.typed import quoted
from jinlin.output.command.noun import Noun, begins

_NEAR: Final = 0.5
"""How much two words must have in common; in letters they have more by chance."""
_NEAR_IN_LETTERS: Final = 0.6
ALIKE: Final = 0.8
_TOLD: Final = 4
"""So many words are named at most."""
_A_TITLE: Final = 4
"""So many Chinese characters are no word for a command, but what an issue is about."""
_A_NOTE: Final = 3
"""So many are what is noted down, where that is what is said to be done."""
_SPOKEN: Final = 3
"""So many English words are."""
_ASKS: Final = re.compile(
    r"^(?:谁|怎么|还有|哪|有哪|有没有|什么|有什么|多少|为什么|为何|如何)"
    r"|^.{0,6}(?:有什么|有哪|有几|了几)|(?:多少|几[件个户]|什么事)$"
    r"|(?:吗|么|呢)[?？]?$|[?？]$|^(?:who|how|which|what|where|when|why|is|are|do|does)\b"
)
"""What a question begins or ends with."""


def is_title(args: Sequence[str]) -> bool:
    """Return whether a line is long enough to say what an issue is about."""
    if not args[0].isascii():
        return characters(args[0]) >= _A_TITLE
    spoken = all(one.isascii() and one[:1].isalnum() for one in args)
    return spoken and sum(one.isalpha() for one in args) >= _SPOKEN


def says_enough(args: Sequence[str]) -> bool:
    """Return whether a line says what an issue is about, in its first words or behind them."""
    return any(is_title(args[place:]) for place in range(len(args)))


def characters(text: str) -> int:
    """Return how many Chinese characters a text has."""
    return sum("一" <= c <= "鿿" for c in text)


def tells_an_issue(args: Sequence[str]) -> bool:
    """Return whether a line is what an issue is about, and its words tell of which category."""
    from jinlin.issue.rules.guessing import guessed

    return is_title(args) and not is_question(args) and bool(guessed(" ".join(args)))


def names_nobody(args: Sequence[str]) -> bool:
    """Return whether a line begins with what is neither a person's name nor a body's."""
    from jinlin.core.people.parties import Party, names_a_body, party_in

    said = args[0]
    return (
        characters(said) >= _A_NOTE
        and party_in(said) is not Party.PERSON
        and not names_a_body(said)
    )


def is_question(args: Sequence[str]) -> bool:
    """Return whether a line asks something, and so is no issue: `谁没交钱`, `还有哪些没办`."""
    return _ASKS.search(" ".join(args).lower()) is not None


def no_command(root: Noun, args: Sequence[str], call: Call) -> UsageError:
    """Return the refusal; where another word may be meant, the line is told with it.

    Args:
        root: the whole command line.
        args: the words, the first of which nobody knows.
        call: the surroundings; whose name may be meant is asked of its database.
    """
    word = args[0]
    if time_of_day(word):
        return UsageError(
            _("“{text}” is a time; what happens then is missing.").format(text=word),
            hint=_("For example: jinlin meeting add 支委会 周五 {time}").format(time=word),
        )
    if is_time(word):
        return UsageError(
            _("“{text}” is a day; what happens then is missing.").format(text=word),
            hint=_("For example: jinlin meeting add 支委会 {day} 19:30; jinlin log {day}").format(
                day=word
            ),
        )
    if lines := about(args, call):
        return UsageError(
            _("What is to be done with “{word}” is not clear.").format(word=word),
            hint=_("For example: {line}").format(line=_("; ").join(lines)),
        )
    error = UsageError(_("There is no command “{word}”.").format(word=word), hint=_hint(args))
    if near := _near_verbs(root, word, certain=is_title(args)):
        error.instead = word, tuple(near)
    elif named := _near_names(word, call):
        error.message = _("“{word}” is no command, and nobody is called so.").format(word=word)
        error.instead = word, named
    return error


def about(args: Sequence[str], call: Call) -> list[str]:
    """Return lines that do something with the issue, home or person that a line begins with."""
    word, *rest = args
    text = " ".join(map(quoted, rest)) or _("TEXT")
    if is_door(word):
        return [f"jinlin {as_spoken('household visit')} {word} {text}"] if rest else []
    if several(word)[0].isdecimal():
        verbs = ("issue note", "issue close")
        return [f"jinlin {as_spoken(verb)} {quoted(word)} {text}" for verb in verbs]
    with OnRecord(call) as record:
        known = record.holds("person", word)
    return [f"jinlin {as_spoken('member find')} {quoted(word)}"] if known else []


def several_meant(word: str) -> str:
    """Return that a word may be several commands."""
    return _("“{word}” may be several commands.").format(word=word)


def nothing_called(text: str, call: Call) -> NotFoundError:
    """Return the refusal to show what is no number and no name; names near it are told.

    Args:
        text: what is to be shown.
        call: the surroundings.
    """
    error = NotFoundError(
        _("“{text}” is neither a number nor a name on record.").format(text=text),
        hint=_(
            "For example: jinlin issue show 7, jinlin household show 3-1-502, jinlin member list"
        ),
    )
    if named := _near_names(text, call):
        error.instead = text, named
    return error


def _near_names(text: str, call: Call) -> tuple[str, ...]:
    with OnRecord(call) as record:
        return tuple(record.near_names(text)[:_TOLD])


def _hint(args: Sequence[str]) -> str:
    everything = _("All commands: jinlin --help")
    if is_question(args):
        return _(
            "Who has not paid: jinlin elevator arrears; what is to be done: jinlin today. {hint}"
        ).format(hint=everything)
    if not says_enough(args):
        return everything
    line = f"{as_spoken('jinlin issue add')} {' '.join(map(quoted, args))}"
    return _("To record an issue: {line}. {hint}").format(line=line, hint=everything)


def _near_verbs(root: Noun, word: str, *, certain: bool) -> list[str]:
    """Return the nouns and verbs that a word begins, else those it resembles.

    Args:
        root: the whole command line.
        word: the word.
        certain: only one that is hardly another, as it is more likely no command at all.
    """
    known = [*root.commands, *root.words, *SHORT_CUTS, *homes()]
    safe = [
        one
        for one in dict.fromkeys(known)
        if one.isascii() is word.isascii()
        and not TAKING_AWAY.intersection(
            " ".join([root.words.get(one, one), *homes().get(one, ())]).split()
        )
    ]
    cutoff = ALIKE if certain else _NEAR_IN_LETTERS if word.isascii() else _NEAR
    if not begins(word):
        return []
    begun = [one for one in safe if one.startswith(word)]
    near = get_close_matches(word, safe, n=_TOLD, cutoff=cutoff)
    return begun[:_TOLD] or [one for one in near if one.isascii() or _in_place(word, one)]


def _in_place(word: str, other: str) -> bool:
    """Return whether two words share a character at its place: 花了 is not 了结."""
    return any(one == two for one, two in zip(word, other, strict=False)) or word in other
