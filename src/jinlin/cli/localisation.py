"""Typer's own words about a wrong command line, in the user's language."""

from __future__ import annotations

import re
from typing import Final

from jinlin.core.days.time_of_day import is_slip_of_a_time, no_time_of_day
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.output.command.kind import TypedWord
from jinlin.output.command.typed_words import metavar_of, name_of
from jinlin.output.typer_inside import (
    BadOptionUsage,
    BadParameter,
    ClickException,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
)

_SLIP: Final = 0.75
"""How alike two options are where one may be the other mistyped: `--jsno`, never `--reason`."""
_CHINESE_SLIP: Final = 0.5
"""The same in Chinese, where a name is two characters: `--楼号` for `--楼栋`."""

__all__ = ["ClickException", "help_text", "translated"]

_EXTRA = re.compile(r"Got unexpected extra argument\(s\) \((.*)\)", re.DOTALL)


def help_text(error: ClickException) -> str | None:
    """Return the help page that is shown when a noun stands alone; None for a real error."""
    return str(error.message) if isinstance(error, NoArgsIsHelpError) else None


def translated(error: ClickException) -> UsageError:
    """Return the same error as one line in the user's language."""
    if isinstance(error, NoSuchOption):
        near = _(", ").join(_near(error))
        return UsageError(
            _("There is no option “{name}”.").format(name=error.option_name),
            hint=_("Did you mean: {near}?").format(near=near) if near else _see_help(error),
        )
    if isinstance(error, MissingParameter):
        return UsageError(_("Missing: {names}.").format(names=_name(error)), hint=_see_help(error))
    if isinstance(error, BadParameter):
        return UsageError(
            _("{name} cannot be read: {reason}").format(name=_name(error), reason=_reason(error)),
            hint=_see_help(error),
        )
    if isinstance(error, BadOptionUsage):
        return UsageError(
            _("The option {name} is not complete.").format(name=error.option_name),
            hint=_what_follows(error),
        )
    if match := _EXTRA.search(error.message):
        return _too_many(match[1], error)
    return UsageError(_("The command is not complete."), hint=_see_help(error))


def _too_many(words: str, error: ClickException) -> UsageError:
    slip = next(filter(is_slip_of_a_time, words.split()), None)
    return (
        no_time_of_day(slip)
        if slip is not None
        else UsageError(
            _("These words are too many: {words}.").format(words=words), hint=_extra_hint(error)
        )
    )


def _near(error: NoSuchOption) -> list[str]:
    """Return the options like the one that was typed, in its letters; dashes make none alike."""
    from difflib import get_close_matches

    said, ctx = error.option_name.lstrip("-"), error.ctx
    slip = _SLIP if said.isascii() else _CHINESE_SLIP
    near = []
    for param in ctx.command.get_params(ctx) if ctx else ():
        for spellings in (param.opts, getattr(param, "secondary_opts", ())):
            names = [one for one in spellings if one.isascii() is said.isascii()]
            known = [one.removeprefix("--") for one in names if one.startswith("--")]
            if any(one.startswith(said) for one in known) or get_close_matches(
                said, known, cutoff=slip
            ):
                near.append(f"--{known[0]}")
    return sorted(near)


def _name(error: BadParameter) -> str:
    return "" if error.param is None else name_of(error.param)


def _reason(error: BadParameter) -> str:
    kind = getattr(error.param, "type", None)
    if "is not in the range" in error.message and isinstance(kind, TypedWord):
        return kind.wanted
    if any(word in error.message for word in ("integer", "int", "range")):
        return _("a whole number is needed.")
    return error.message


def _what_follows(error: BadOptionUsage) -> str:
    """Say what stands behind an option, and where a line shows it."""
    ctx = error.ctx
    params = ctx.command.get_params(ctx) if ctx is not None else ()
    for param in params:
        if error.option_name in param.opts:
            return _("Write behind it: {option} {what}. {more}").format(
                option=error.option_name, what=metavar_of(param), more=_see_help(error)
            )
    return _see_help(error)


def _extra_hint(error: ClickException) -> str:
    """Show a line of the command that works, and where its options stand."""
    from jinlin.output.command.help_page import example_of

    ctx = getattr(error, "ctx", None)
    example = "" if ctx is None else example_of(ctx.command, ctx)
    if ctx is None or not example:
        return _see_help(error)
    return _("For example: {line}; a text with spaces goes in quotes. All options: {help}").format(
        line=f"jinlin {example}", help=f"{as_spoken(ctx.command_path)} --help"
    )


def _see_help(error: ClickException) -> str:
    ctx = getattr(error, "ctx", None)
    command = as_spoken(ctx.command_path) if ctx is not None else "jinlin"
    return _("See: {command} --help").format(command=command)
