"""`jinlin elevator ballot import`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.elevator.commands import shared
from jinlin.output.command.import_options import ImportWords
from jinlin.output.command.kinds import FILE


def import_(
    call: Call,
    file: Annotated[str, FILE.argument(help=N_("The filled sheet: xlsx, csv."))],
    number: shared.Project = None,
    *,
    words: ImportWords,
) -> None:
    from jinlin.elevator.commands.consent.sheets import import_paper
    from jinlin.elevator.consent.importing import VOTE_FIELDS, import_votes
    from jinlin.output.importing.take import Terms

    import_paper(call, file, number, VOTE_FIELDS, import_votes, Terms("elevator", *words))
