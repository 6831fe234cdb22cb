"""Asking for the words of a command that were not given, where its declarations say how."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.core.said import Said
from jinlin.output.asking import Question, answers
from jinlin.output.command.kind import UNSET, AskedFor, TypedWord, WordKind, unsaid
from jinlin.output.command.typed_words import name_of
from jinlin.store.command.command import reading

T = TypeVar("T")


def ask_for_words(ctx: Any, call: Call) -> None:
    """Ask for what is missing; what may stay unanswered is asked only beside what may not.

    A day that was given is read before anything is asked, and what must be said beside an answer
    is asked after it.

    Raises:
        UsageError: something is missing and nobody can be asked, or a day cannot be read.
    """
    if call.environment.interactive:
        for value in ctx.params.values():
            _check_day(call, value)
    asked: set[str] = set()
    while missing := [p for p in unsaid(ctx.command.params, ctx.params) if p.name not in asked]:
        asked |= {param.name for param in missing}
        read: dict[str, Any] = {}
        said = answers(call, [_question(call, param, read) for param in missing])
        for param, answer in zip(missing, said, strict=True):
            if answer and param.name not in read:  # its default, where nobody was asked
                read[param.name] = param.type.taken(answer, name_of(param))
            if param.name in read and (param.nargs == -1 or param.multiple):
                read[param.name] = [read[param.name]]
        ctx.params.update(read)


def ask(call: Call, kind: WordKind[T], option: str, text: str) -> T:
    """Return a word that only the command itself knows to be missing, asked for.

    Args:
        call: the command.
        kind: its kind.
        option: how it is given on the command line.
        text: the question.

    Raises:
        UsageError: nobody can be asked.
    """
    typed = TypedWord(kind, None, UNSET)

    def check(answer: str) -> None:
        _check_day(call, typed.taken(answer, option))

    [answer] = answers(call, [Question(option, text, given=None, check=check)])
    return typed.taken(answer, option)


def _question(call: Call, param: Any, read: dict[str, Any]) -> Question:
    """Return the question for a word; its answer stands in `read` then, as the command takes it."""
    typed: TypedWord[Any] = param.type
    asked = typed.asked
    assert asked is not None

    def check(answer: str) -> None:
        value = typed.taken(answer, name_of(param))
        _check_day(call, value)
        read[param.name] = asked.then(call, value) if asked.then else value

    return Question(
        option=name_of(param),
        text=_(asked.text),
        given=None,
        choices=_choices(call, typed, asked),
        optional=asked.optional,
        check=check,
        default=_(asked.default),
    )


def _check_day(call: Call, value: object) -> None:
    """Refuse a day that cannot be read, before anything is done.

    Raises:
        UsageError: it cannot.
    """
    if isinstance(value, Said) and value:
        with reading(call) as reader:
            value.on(reader.clock)


def _choices(call: Call, typed: TypedWord[Any], asked: AskedFor) -> Sequence[str]:
    """Return what is shown with a question; nothing where nobody is there to see it."""
    if not call.environment.interactive:
        return ()
    if callable(asked.choices):
        return asked.choices(call)
    words = typed.kind.words
    return asked.choices or (list(words.labels().values()) if words else ())
