"""`jinlin elevator ballot import`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.elevator.commands import shared
from jinlin.output.command import import_options
from jinlin.output.command.kinds import FILE


def import_(
    call: Call,
    file: Annotated[str, FILE.argument(help=_("The filled sheet: xlsx, csv."))],
    number: shared.Project = None,
    source: import_options.Source = None,
    basis: import_options.Basis = None,
    map_: import_options.Map = None,
    sheet: import_options.Sheet = None,
    strict: import_options.Strict = False,
) -> None:
    from jinlin.elevator.commands.consent.sheets import import_paper
    from jinlin.elevator.consent.importing import VOTE_FIELDS, import_votes
    from jinlin.output.importing.take import Terms

    terms = Terms("elevator", source, basis, strict=strict, mapping=map_, sheet=sheet)
    import_paper(call, file, number, VOTE_FIELDS, import_votes, terms)
