"""Commands on what a filter chooses: their options come from the table of its terms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, Final

import typer
from typer.core import TyperOption

from jinlin.output.command.grammar import Command
from jinlin.output.command.kind import UNSET, TypedWord, WordKind

if TYPE_CHECKING:
    from jinlin.output.listing.filter import Filter, FilterTerm, FilterWords

_ASKED: Final = "jinlin.filter"
_MOSTLY_MEANT: Final = frozenset({"text", "since"})
"""The terms for which a word is that names none."""


class Filtered(Command):
    """A command on what a filter chooses; its function is handed as `asked` what was asked for.

    Attributes:
        where: module and name of the filter, which is loaded with the command.
    """

    where: ClassVar[str]
    hands = ("asked",)

    def further_params(self) -> Sequence[Any]:
        """Return an option for each term of the filter."""
        module, _colon, name = self.where.partition(":")
        found: Filter = getattr(import_module(module), name)
        return [_option(term) for term in found.terms]

    @classmethod
    def handed(cls, ctx: typer.Context) -> dict[str, Any]:
        """Return what the options ask for."""
        return {"asked": _asked(ctx)}


def filtered(kind: type[Command], where: str) -> type[Command]:
    """Return a class of commands that also has the options of a filter.

    Args:
        kind: the class of the command.
        where: module and name of the filter: `jinlin.notice.filter:NOTICES`.
    """
    return type(f"Filtered{kind.__name__}", (Filtered, kind), {"where": where})


def _asked(ctx: typer.Context) -> FilterWords:
    found: FilterWords = ctx.meta.get(_ASKED, {})
    return found


def _option(term: FilterTerm) -> TyperOption:
    called = term.kind or (term.name if term.name == "text" else "")
    kind = WordKind(called, term.metavar, str, words=term.choice)
    typed = TypedWord(kind, None, UNSET, free=term.name in _MOSTLY_MEANT)
    return TyperOption(
        param_decls=[term.typed, *([term.chinese] if term.chinese else [])],
        help=term.help,
        type=typed if term.metavar else None,
        metavar=term.metavar or None,
        multiple=bool(term.metavar),
        is_flag=not term.metavar,
        expose_value=False,
        callback=_keeping(term),
    )


def _keeping(term: FilterTerm) -> Callable[[typer.Context, Any, Any], None]:
    def keep(ctx: typer.Context, _param: Any, value: Any) -> None:
        if value:
            ctx.meta.setdefault(_ASKED, {})[term.name] = tuple(value) if term.metavar else ()

    return keep
