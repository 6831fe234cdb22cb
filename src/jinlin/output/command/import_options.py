"""The options that every import has; apart from the import itself, which loads the readers."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.errors import UsageError
from jinlin.core.i18n import _

Source = Annotated[
    str | None, typer.Option(metavar=_("TEXT"), help=_("Where the file comes from."))
]
Basis = Annotated[
    str | None, typer.Option(metavar=_("TEXT"), help=_("On what basis it may be used."))
]
Map = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar=_("HEADER=FIELD"),
        help=_("What an unusual header means; HEADER=- leaves it out."),
    ),
]
Sheet = Annotated[
    str | None,
    typer.Option(metavar=_("NAME"), help=_("Only this sheet of a workbook; else all that fit.")),
]
WithId = Annotated[
    str | None,
    typer.Option(
        metavar=_("PURPOSE"), help=_("Take identity numbers too, and keep what they are for.")
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help=_("Take all rows or none."))]


def purpose_of(with_id: str | None) -> str | None:
    """Return what identity numbers are kept for; None where they are not taken.

    Raises:
        UsageError: they are to be taken for no purpose.
    """
    if with_id is not None and not with_id.strip():
        raise UsageError(
            _("What are the identity numbers needed for?"), hint=_("Say it: --with-id PURPOSE")
        )
    return with_id
