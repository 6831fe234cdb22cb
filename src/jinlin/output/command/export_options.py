"""The options that exports of people have; apart from the export itself, which loads more."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.i18n import _
from jinlin.output.command.kind import flag

Masked = Annotated[
    bool,
    flag("--masked", help=_("Names and phones masked; it cannot be imported again.")),
]
