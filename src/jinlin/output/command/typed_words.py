"""What is refused of any word of a command line: nothing can be seen of it, or it is too large."""

from __future__ import annotations

from typing import Any, Final

from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.line.option_names import spoken_option
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.core.text import clean

MOST: Final = 10**9
"""No number of rows, days, lines or records is larger."""
BLANKS: Final = " \t\u3000\xa0"


def too_large(what: str, number: int) -> UsageError:
    """Return the error for a number that no record can hold; `what` is what it was given for."""
    return UsageError(
        _("{what} is too large: {number}.").format(what=what, number=number),
        hint=_("Check the number of zeros."),
    )


def name_of(param: Any) -> str:
    """Return what the user calls a parameter: the option, or what the help writes for it."""
    if param.param_type_name == "option":
        return spoken_option(param.opts)
    return metavar_of(param)


def metavar_of(param: Any) -> str:
    """Return what the help writes for the word of a parameter."""
    return _(param.metavar or "") or str(param.name).upper()


def spoken_path(ctx: Any) -> str:
    """Return the noun and verb of a command in the user's language."""
    return as_spoken(ctx.command_path.partition(" ")[2])


def check_said(option: str, text: str) -> None:
    """Refuse a word in which nothing can be seen: blanks, or marks without width.

    Args:
        option: what it was given for.
        text: the word.

    Raises:
        UsageError: nothing is left of it.
    """
    if not clean(text):
        raise UsageError(
            _("{what} is empty.").format(what=option), hint=_("Write at least one character.")
        )
