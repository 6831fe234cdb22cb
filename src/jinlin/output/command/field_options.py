"""The option by which a record's fields of one's own are filled in."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.core.i18n import N_
from jinlin.output.command.kind import WordKind

FIELD: Final = WordKind("field value", N_("FIELD=VALUE"), str)

SetFields = Annotated[
    list[str] | None,
    FIELD.option("--set", help=N_("Fill in a field of your own; FIELD= clears it.")),
]
