"""The options that exports of people have; apart from the export itself, which loads more."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.i18n import N_
from jinlin.output.command.kind import flag

Masked = Annotated[
    bool,
    flag("--masked", help=N_("Names and phones masked; it cannot be imported again.")),
]
