"""A verb with verbs of its own: `jinlin member post`, `jinlin member post add`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from itertools import takewhile
from typing import Any, Final

import typer

from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.line.command_words import TAKING_AWAY
from jinlin.core.line.option_names import spellings_of
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.core.typed import quoted
from jinlin.output.command.noun import Noun, spoken_words
from jinlin.output.command.options import global_options
from jinlin.output.command.verb import Later


class Family(Noun):
    """Verbs under a verb; without one of them on the line, the usual one is meant."""

    usual: str = ""
    takes_words: bool = False

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the usual verb in front where none is named."""
        first = next(_words(args), "-")
        if first in spellings_of("--help") or self.words.get(first, first) in self.commands:
            return list(super().parse_args(ctx, args))
        from jinlin.core.line.command_words import ALSO_CALLED, COMMAND_WORDS

        root = ctx.find_root().command
        is_option = first.startswith("-")
        is_verb = {first} & {*COMMAND_WORDS, *ALSO_CALLED} or _LETTERS.fullmatch(first)
        if is_verb or not (self.takes_words or is_option):
            line = self.guessed(ctx, args) or []
            if not line:
                raise self._unknown_in(ctx, first, args)
        else:
            usual = self.usual if is_option else root.verb_suiting(ctx, self.usual, args)
            line = [usual, *args]
        return list(super().parse_args(ctx, line))

    def _unknown_in(self, ctx: Any, word: str, args: Sequence[str]) -> UsageError:
        """Return the error for a verb that is none here; its noun may have one that shows it."""
        error = self._unknown(word)
        if self.words.get(word, word) in TAKING_AWAY:
            error.hint = _("{hint} To take the last step back: {line}").format(
                hint=error.hint, line=as_spoken("jinlin undo")
            )
            return error
        noun = ctx.parent.command if ctx.parent else None
        name = noun.words.get(word, word) if isinstance(noun, Noun) else word
        if isinstance(noun, Noun) and name in _OF_THE_NOUN and name in noun.commands:
            said = takewhile(lambda one: not one.startswith("-"), args)
            words = [quoted(one) for one in said if one != word]
            command = as_spoken(" ".join([ctx.parent.command_path, name, *words]))
            if len(args) > 1 + len(words):
                command += " …"
            hint = _("{hint} Or: {command}").format(hint=error.hint, command=command)
            return UsageError(error.message, hint=hint)
        return error


_LETTERS: Final = re.compile("[A-Za-z][A-Za-z-]+")
"""What only letters spell is meant as a verb; a name is taken after the verb."""
_OF_THE_NOUN: Final = frozenset({"show", "edit", "find"})
"""Verbs of a noun that also show or change what its families keep."""


class FamilyLater(Later):
    """A family whose verbs are loaded when it is typed.

    Args:
        name: the verb.
        module: where its `app` is.
        text: its help, not yet translated.
    """

    has_verbs = True

    def __init__(self, name: str, *, module: str, text: str) -> None:
        super().__init__(name, help=text, rich_markup_mode=None)
        self.module = module

    def make(self) -> Any:
        """Return the family itself."""
        return typer.main.get_command(import_module(self.module).app)


def family(
    text: str,
    *,
    usual: str,
    later: Sequence[Later],
    words: Mapping[str, str] | None = None,
    takes_words: bool = False,
) -> typer.Typer:
    """Return the app of a verb with verbs of its own.

    Args:
        text: its help, not yet translated.
        usual: the verb that is meant when none is named.
        later: the verbs, in the order of the help page.
        words: Chinese words that mean another verb here than elsewhere, or come first in the help.
        takes_words: the usual verb takes words, so that one that is no verb is for it.
    """
    spoken = spoken_words(words or {})
    own = {"later": later, "usual": usual, "words": spoken, "takes_words": takes_words}
    app = typer.Typer(
        cls=type("FamilyWithVerbs", (Family,), own),
        add_completion=False,
        rich_markup_mode=None,
        help=text,
    )
    app.callback()(_nothing)
    return app


def _words(args: Sequence[str]) -> Iterator[str]:
    """Return the words of a line without the options that may stand anywhere."""
    flags = {name for option in global_options() if option.is_flag for name in option.opts}
    valued = {name for option in global_options() if not option.is_flag for name in option.opts}
    rest = iter(args)
    for word in rest:
        if word in valued:
            next(rest, None)
        elif word not in flags and word.partition("=")[0] not in valued:
            yield word


def _nothing() -> None:
    """Make Typer treat a family as one, whatever the number of its verbs."""
