"""Every word that a command takes says of what kind it is, and is asked for in any language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from harness import Jinlin

from jinlin.cli.nouns import root
from jinlin.core import i18n
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


def every_command() -> list[Any]:
    return [command for noun in root().commands.values() for command in commands(noun)]


def test_every_word_of_a_command_is_declared_with_its_kind() -> None:
    loaded = every_command()
    unkind = [
        f"{command.name} {param.name}"
        for command in loaded
        for param in command.params
        if not (getattr(param, "is_flag", False) or isinstance(param.type, TypedWord))
    ]
    assert unkind == []
    assert len(loaded) > 250


def test_questions_follow_the_language_within_a_process() -> None:
    said: dict[str, list[str]] = {}
    for language in ("zh", "en"):
        i18n.install(language)
        said[language] = [
            i18n._(param.type.asked.text)
            for command in every_command()
            for param in command.params
            if getattr(param.type, "asked", None)
        ]
    pairs = list(zip(said["zh"], said["en"], strict=True))
    assert [pair for pair in pairs if pair[0].isascii() or pair[0] == pair[1]] == []
    assert len(pairs) > 100


def test_a_question_a_help_page_and_a_refusal_follow_it_too(bare: Jinlin) -> None:
    for language, question, usage in [
        ("en", "Which issue", "Usage"), ("zh", "哪件事项", "用法"), ("en", "Which issue", "Usage"),
    ]:  # fmt: skip
        assert question in bare("issue", "show", lang=language, code=2).err
        assert usage in bare("issue", "show", "--help", lang=language).out
