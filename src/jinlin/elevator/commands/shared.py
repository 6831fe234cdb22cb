"""Days, words and questions that the commands around a project read alike."""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeAlias

import typer

from jinlin.core.call import Call
from jinlin.core.clock import Clock, parse_day
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.output.asking import Question, answers
from jinlin.output.command.kinds import FILE
from jinlin.output.command.typed_words import check_said

Project: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--project", metavar="X1", help=_("Which project; left away where only one goes on.")
    ),
]
Number: TypeAlias = Annotated[
    str | None,
    typer.Argument(metavar="X1", help=_("Which project; left away where only one goes on.")),
]
On: TypeAlias = Annotated[
    str | None, typer.Option("--on", metavar=_("DATE"), help=_("When; today if left away."))
]
Reason: TypeAlias = Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("Why."))]
File: TypeAlias = Annotated[
    str | None,
    FILE.option("--file", help=_("The scan; its path and digest are kept, not itself.")),
]
Source: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("TEXT"), help=_("Where it stands, or who said it."))
]
Home: TypeAlias = Annotated[
    str | None,
    typer.Argument(metavar=_("HOUSEHOLD"), help=_("Such as 3-1-502, 3-502 or 3号楼1单元502室.")),
]


def planned_day(text: str | None, clock: Clock) -> date | None:
    """Return a day to come; None when none was named."""
    return parse_day(text, clock, planned=True) if text else None


def kept(text: str | None) -> str | None:
    """Return a text as it is kept; None when there is nothing in it."""
    return clean(text) or None if text else None


def asked(call: Call, option: str, text: str, given: str | None) -> str:
    """Return one value that is needed, asked for on a terminal.

    Raises:
        UsageError: it is missing and nobody can be asked, or it is empty.
    """
    [said] = answers(call, [Question(option=option, text=text, given=given)])
    check_said(option, said)
    return clean(said)
