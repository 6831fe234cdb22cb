"""The options that exports of people have; apart from the export itself, which loads more."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.i18n import _

Masked = Annotated[
    bool,
    typer.Option("--masked", help=_("Names and phones masked; it cannot be imported again.")),
]
