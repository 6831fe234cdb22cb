"""A command as it was carried out, written as one line again: what was asked for stands in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from jinlin.core.typed import quoted
from jinlin.output.command.kind import TYPED
from jinlin.output.command.typed_words import name_of, spoken_path
from jinlin.output.typer_inside import ParameterSource

ANSWERED: Final = "jinlin.answered"
"""Where the context of a command keeps what was answered, by parameter."""
MORE: Final = "jinlin.more"
"""Where it keeps what was answered besides for a word that may be said again and again."""
_IMPERSONAL: Final = frozenset({
    "building", "category", "choice", "day", "fund entry", "issue", "issue status", "meeting",
    "meeting or resolution", "moment", "money", "month", "number", "open issue", "plan", "project",
    "resolution", "setting",
})  # fmt: skip
"""The kinds of words that say nothing about a person."""
_UNSAID: Final = frozenset({"yes", "quiet"})
"""The shared options that change nothing of what is done."""


class Line(NamedTuple):
    """A command as it was carried out.

    Attributes:
        command: its nouns and verbs in English.
        text: the line, in the user's language.
        impersonal: the same without what may say something about a person.
    """

    command: Sequence[str]
    text: str
    impersonal: str


def line_of(ctx: Any) -> Line:
    """Return the line of a command whose words were read, as it can be typed again.

    Args:
        ctx: its context.
    """
    whole, impersonal = (
        " ".join([spoken_path(ctx), *_words(ctx, kept)]) for kept in (_any, _is_impersonal)
    )
    return Line(ctx.command_path.split(" ")[1:], whole, impersonal)


def _any(_kind: str) -> bool:
    return True


def _is_impersonal(kind: str) -> bool:
    return kind in _IMPERSONAL


def _words(ctx: Any, kept: Callable[[str], bool]) -> Iterator[str]:
    """Return the words behind the verb, those without a name first."""
    for param in sorted(ctx.command.params, key=lambda one: one.param_type_name == "option"):
        said = _said(ctx, param)
        if not kept(getattr(param.type, "name", "")):
            continue
        for text in said:
            if param.param_type_name == "option":
                yield name_of(param)
            if text:
                yield quoted(text)
    given = ctx.find_root().meta.get("jinlin", {})
    for param in ctx.command.shared_options():
        value = given.get(param.name)
        if value and kept("") and param.name not in _UNSAID:
            yield from (name_of(param), *([] if param.is_flag else [quoted(str(value))]))


def _said(ctx: Any, param: Any) -> Sequence[str]:
    """Return what was typed or answered for a parameter; an empty word where its name says all."""
    answer = ctx.meta.get(ANSWERED, {}).get(param.name)
    if answer or (answer is not None and getattr(param, "is_flag", False)):
        return (answer, *ctx.meta.get(MORE, {}).get(param.name, ()))
    if ctx.get_parameter_source(param.name) is not ParameterSource.COMMANDLINE:
        return ()
    typed: Sequence[str] = ctx.meta.get(TYPED, {}).get(param.name, ())
    return typed or ("",)
