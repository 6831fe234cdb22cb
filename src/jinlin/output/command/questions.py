"""Asking for the words of a command that were not given, where its declarations say how."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, TypeVar

from jinlin.core.call import Call
from jinlin.core.said import Said
from jinlin.output.asking import Question, answers
from jinlin.output.command.kind import UNSET, AskedFor, TypedWord, WordKind
from jinlin.output.command.typed_words import name_of
from jinlin.store.command.command import reading

T = TypeVar("T")


def ask_for_words(ctx: Any, call: Call) -> None:
    """Ask for what is missing; what may stay unanswered is asked only beside what may not.

    Raises:
        UsageError: something is missing and nobody can be asked.
    """
    missing = {
        param.name: _question(call, param, param.type)
        for param in ctx.command.params
        if getattr(param.type, "asked", None) and ctx.params[param.name] is None
    }
    said = answers(call, list(missing.values()))
    for name, question, answer in zip(missing, missing.values(), said, strict=True):
        if answer:
            [typed] = [param.type for param in ctx.command.params if param.name == name]
            ctx.params[name] = typed.taken(answer, question.option)


def ask(call: Call, kind: WordKind[T], option: str, text: str) -> T:
    """Return a word that only the database or another word tells to be missing, asked for.

    Args:
        call: the command.
        kind: its kind.
        option: how it is given on the command line.
        text: the question.

    Raises:
        UsageError: nobody can be asked.
    """
    typed = TypedWord(kind, None, UNSET)
    question = Question(option, text, given=None, check=partial(typed.taken, what=option))
    [answer] = answers(call, [question])
    return typed.taken(answer, option)


def _question(call: Call, param: Any, typed: TypedWord[Any]) -> Question:
    asked = typed.asked
    assert asked is not None
    return Question(
        option=name_of(param),
        text=asked.text,
        given=None,
        choices=_choices(call, typed, asked),
        optional=asked.optional,
        check=partial(_check, call, typed, name_of(param)),
        default=asked.default,
    )


def _check(call: Call, typed: TypedWord[Any], what: str, answer: str) -> None:
    """Read an answer as far as it can be read before anything is done.

    Raises:
        JinlinError: it cannot be read.
    """
    value = typed.taken(answer, what)
    if isinstance(value, Said):
        with reading(call) as reader:
            value.on(reader.clock)


def _choices(call: Call, typed: TypedWord[Any], asked: AskedFor) -> Sequence[str]:
    """Return what is shown with a question; nothing where nobody is there to see it."""
    if not call.environment.interactive:
        return ()
    if callable(asked.choices):
        return asked.choices(call)
    return asked.choices or typed.kind.offered()
