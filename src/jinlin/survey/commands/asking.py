"""A command whose `-q` is a question: what it shares with others has no such letter there."""

from __future__ import annotations

from copy import copy
from functools import cache
from typing import Final

from typer.core import TyperOption

from jinlin.output.command.grammar import Command
from jinlin.output.command.options import global_options

LETTER: Final = "-q"
"""What a question is typed with."""


class AskingCommand(Command):
    """A command that takes questions."""

    def shared_options(self) -> tuple[TyperOption, ...]:
        """Return the options it shares with others, without the letter of a question."""
        return _without_letter()


@cache
def _without_letter() -> tuple[TyperOption, ...]:
    found = tuple(map(copy, global_options()))
    for option in found:
        option.opts = [one for one in option.opts if one != LETTER]
    return found
