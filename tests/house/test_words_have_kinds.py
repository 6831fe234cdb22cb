"""Every word that a command takes says of what kind it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinlin.cli.nouns import root
from jinlin.output.command.kind import TypedWord
from jinlin.output.command.noun import Noun
from jinlin.output.command.verb import Later


def commands(found: Any) -> Iterator[Any]:
    """Return the commands that a noun or verb stands for, loaded."""
    found = found.load() if isinstance(found, Later) else found
    if not isinstance(found, Noun):
        yield found
        return
    for verb in found.commands.values():
        yield from commands(verb)


def test_every_word_of_a_command_is_declared_with_its_kind() -> None:
    loaded = [command for noun in root().commands.values() for command in commands(noun)]
    unkind = [
        f"{command.name} {param.name}"
        for command in loaded
        for param in command.params
        if not (getattr(param, "is_flag", False) or isinstance(param.type, TypedWord))
    ]
    assert unkind == []
    assert len(loaded) > 250
