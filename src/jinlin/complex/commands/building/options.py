"""What the commands of `jinlin building` share."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from jinlin.complex.rules.address import parse_building
from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.output.asking import Question, answers

Code: TypeAlias = Annotated[
    str | None, typer.Argument(metavar=_("BUILDING"), help=_("What people call it: 3, A, 3号楼."))
]
Floors: TypeAlias = Annotated[int | None, typer.Option(metavar="N", help=_("Floors above ground."))]
Entrances: TypeAlias = Annotated[int | None, typer.Option(metavar="N", help=_("Entrances."))]
Name: TypeAlias = Annotated[str | None, typer.Option(metavar=_("NAME"), help=_("A name, if any."))]


def asked_code(call: Call, given: str | None) -> str:
    """Return the building that was named, asked for on a terminal.

    Raises:
        UsageError: it is missing, or no building.
    """
    [said] = answers(call, [Question(option=_("BUILDING"), text=_("Which building"), given=given)])
    return parse_building(said)
