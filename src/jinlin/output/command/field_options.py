"""The option by which a record's fields of one's own are filled in."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.i18n import _

SetFields = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar=_("FIELD=VALUE"),
        help=_("Fill in a field of your own; FIELD= clears it."),
    ),
]
