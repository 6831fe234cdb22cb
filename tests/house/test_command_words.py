"""The words that nobody is called by are those that commands are called by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinlin.cli.nouns import root
from jinlin.core.line.command_words import COMMAND_WORDS
from jinlin.output.command.noun import Noun
from jinlin.output.command.verb import Later, Verb


def words_of(group: Any) -> Iterator[str]:
    """Return the words of all commands of a noun, as they may be typed."""
    if not isinstance(group, Noun):
        return
    yield from (w for w, name in group.words.items() if name.split()[0] in group.commands)
    for name, command in group.commands.items():
        yield name
        if isinstance(command, Later) and not isinstance(command, Verb):
            yield from words_of(command.load())
        yield from words_of(command)


def test_every_word_of_a_command_is_listed_and_no_other() -> None:
    assert sorted(set(words_of(root()))) == sorted(COMMAND_WORDS)
