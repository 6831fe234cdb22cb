"""How well words suit a command that was not typed, or not yet: which of several is meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jinlin.cli.line.on_record import OnRecord
from jinlin.cli.line.reading import FreeLine
from jinlin.output.command.noun import Noun
from jinlin.output.command.verb import Later


def weight(ctx: Any, home: str, rest: Sequence[str], record: OnRecord) -> int | None:
    """Return how well words suit a command; None where they do not."""
    from jinlin.output.typer_inside import ClickException

    ctx = at_home(ctx, home)
    while isinstance(ctx.command, Noun):
        first = ctx.command.words.get(rest[0], rest[0]) if rest else ""
        usual = getattr(ctx.command, "usual", "")
        if first in ctx.command.commands:
            usual, rest = first, rest[1:]
        elif (
            first[:1] not in ("", "-")
            and "show" in ctx.command.commands
            and not getattr(ctx.command, "takes_words", False)
        ):
            usual = "show"
        if not usual:
            return None
        ctx = context_of(ctx, usual)
    try:
        opts, words, _order = ctx.command.make_parser(ctx).parse_args(args=list(rest))
    except ClickException:
        return None
    return FreeLine(ctx, opts, words, record).weight()


def at_home(ctx: Any, home: str) -> Any:
    """Return the context of a command by its whole path: `member report-in`."""
    for name in home.split():
        ctx = context_of(ctx, name)
    return ctx


def context_of(ctx: Any, name: str) -> Any:
    """Return the context of a noun or verb within another, without reading any words."""
    command = ctx.command.commands[name]
    if isinstance(command, Later):
        command = command.load()
    return command.make_context(name, [], parent=ctx, resilient_parsing=True)
