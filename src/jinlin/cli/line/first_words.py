"""A line that does not begin with a noun: short cuts, verbs alone, numbers, aliases of her own."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from typing import Any, Final

from jinlin.cli.line.on_record import OnRecord
from jinlin.cli.line.reading import FreeLine
from jinlin.cli.line.several import several
from jinlin.cli.line.shapes import Fit, fit
from jinlin.cli.line.verb_homes import HOMES, SHORT_CUTS
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.reference import parse_reference
from jinlin.output.command.noun import Noun
from jinlin.output.command.verb import Later

_SHOWN: Final[Mapping[str, str]] = {
    "issue": "issue show", "plan": "elevator show", "elevator_project": "elevator status",
    "meeting": "meeting show", "fund_entry": "branch fund show", "notice": "notice show",
    "opinion": "member opinion show",
}  # fmt: skip
"""By record the command that shows it, for a line that is only its number."""


_TAKE_AWAY: Final = frozenset({"删除", "删掉", "取消", "作废", "remove", "delete"})
_WHAT_TAKES_AWAY = N_(
    "Take the last step back: jinlin undo; an issue that is none: jinlin issue decline NUMBER;"
    " what is in a register: jinlin member remove NAME, and so on for each noun."
)
_A_TITLE: Final = 3
"""So many Chinese characters are no verb, but what an issue is about."""


def verb_for(ctx: Any, word: str, call: Call) -> str | None:
    """Return the verb that must be meant where a noun is followed by what is none.

    The number or name of a record shows it; a few words after `事项` are a new one.

    Args:
        ctx: the context of the noun.
        word: what follows it.
        call: the surroundings.
    """
    with OnRecord(call) as record:
        if "show" in ctx.command.commands:
            for shown in _context(ctx, "show").command.params[:1]:
                kind = getattr(shown.type, "kind", None)
                if kind is not None and fit(kind, word, record.holds) > Fit.OPEN:
                    return "show"
    if ctx.info_name == "issue" and sum("一" <= c <= "鿿" for c in word) >= _A_TITLE:
        return "add"
    return None


def meant(ctx: Any, args: Sequence[str], call: Call) -> list[str] | None:
    """Return a line with its noun and verb; None where nobody knows what the first word means.

    Args:
        ctx: the context of the whole command line.
        args: the words, the first of which is no noun.
        call: the surroundings.

    Raises:
        UsageError: it may be several commands.
    """
    word, rest = args[0], list(args[1:])
    if word in _TAKE_AWAY:
        raise UsageError(
            _("“{word}” may be several commands.").format(word=word), hint=_(_WHAT_TAKES_AWAY)
        )
    with OnRecord(call) as record:
        own = record.alias(word)
        if own is not None:
            return [*shlex.split(own), *rest]
        homes = HOMES.get(word, ())
        if len(homes) > 1:
            homes = _suiting(ctx, homes, rest, record)
        usual = SHORT_CUTS.get(word)
        if usual is not None and len(homes) != 1:
            return [*usual.split(), *rest]
    if len(homes) > 1:
        raise UsageError(
            _("“{word}” may be several commands.").format(word=word),
            hint=_("Type one of: {lines}").format(
                lines=_("; ").join(_in_words(ctx, one, rest) for one in homes)
            ),
        )
    if homes:
        return [*homes[0].split(), *rest]
    return _shown(word, rest)


def _shown(word: str, rest: Sequence[str]) -> list[str] | None:
    """Return the line that shows a record of which only the number was typed."""
    if any(not one.startswith("-") for one in rest):
        return None
    first = several(word)[0]
    kind = "issue"
    if not first.isdecimal():
        try:
            kind = parse_reference(first).kind
        except UsageError:
            return None
    return [*_SHOWN[kind].split(), word, *rest] if kind in _SHOWN else None


def _suiting(
    ctx: Any, homes: Sequence[str], rest: Sequence[str], record: OnRecord
) -> Sequence[str]:
    """Return the commands that the words after a verb suit best."""
    weights = {home: _weight(ctx, home, rest, record) for home in homes}
    most = max((w for w in weights.values() if w is not None), default=None)
    return [home for home, w in weights.items() if w == most] if most is not None else homes


def _weight(ctx: Any, home: str, rest: Sequence[str], record: OnRecord) -> int | None:
    """Return how well words suit a command; None where they do not."""
    from typer._click.exceptions import ClickException

    for name in home.split():
        ctx = _context(ctx, name)
    while isinstance(ctx.command, Noun):
        usual = next((n for n in (*rest[:1], getattr(ctx.command, "usual", "")) if n), "")
        usual = ctx.command.words.get(usual, usual)
        if usual not in ctx.command.commands:
            usual = getattr(ctx.command, "usual", "")
        if not usual:
            return None
        ctx = _context(ctx, usual)
    try:
        opts, words, _order = ctx.command.make_parser(ctx).parse_args(args=list(rest))
    except ClickException:
        return None
    return FreeLine(ctx, opts, words, record).weight()


def _context(ctx: Any, name: str) -> Any:
    """Return the context of a noun or verb within another, without reading any words."""
    command = ctx.command.commands[name]
    if isinstance(command, Later):
        command = command.load()
    return command.make_context(name, [], parent=ctx, resilient_parsing=True)


def _in_words(ctx: Any, home: str, rest: Sequence[str]) -> str:
    said = []
    for name in home.split():
        words = getattr(ctx.command, "words", {})
        said.append(next((word for word, verb in words.items() if verb == name), name))
        ctx = _context(ctx, name)
    return " ".join([*said, *map(shlex.quote, rest)])
