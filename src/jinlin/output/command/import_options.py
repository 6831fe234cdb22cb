"""The options that every import has; apart from the import itself, which loads the readers."""

from __future__ import annotations

from typing import Annotated, Final, NamedTuple

from jinlin.core.i18n import N_
from jinlin.output.command.kind import WordKind, flag
from jinlin.output.command.kinds import NAME, TEXT

HEADER: Final = WordKind("header", N_("HEADER=FIELD"), str)

WithId = Annotated[
    str | None,
    TEXT.option(
        called=N_("PURPOSE"), help=N_("Import ID numbers too, and record what they are for.")
    ),
]


class ImportWords(NamedTuple):
    """On what terms a file is taken, as it is said; `Terms` takes them in this order."""

    source: Annotated[str | None, TEXT.option(help=N_("Where the file comes from."))] = None
    basis: Annotated[str | None, TEXT.option(help=N_("On what basis it may be used."))] = None
    map_: Annotated[
        list[str] | None,
        HEADER.option("--map", help=N_("What an unusual header means; HEADER=- leaves it out.")),
    ] = None
    sheet: Annotated[
        str | None, NAME.option(help=N_("Only this sheet of a workbook; else all that fit."))
    ] = None
    strict: Annotated[bool, flag("--strict", help=N_("Take all rows or none."))] = False
