"""`jinlin project show`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.core.reference import Reference
from jinlin.output.command.kind import flag
from jinlin.output.contribution.gifts import gifts_for
from jinlin.output.delivery.gifts import gifts_below
from jinlin.output.delivery.show import show
from jinlin.project.commands import shared
from jinlin.project.progress.pages import LATEST, works_record
from jinlin.project.progress.status import works_status
from jinlin.project.record.notes import noted_times, notes
from jinlin.project.record.projects import KIND, find_project
from jinlin.store.command.command import reading


def show_(
    call: Call,
    number: shared.Number = None,
    *,
    everything: Annotated[
        bool, flag("--all", help=N_("All that was noted, not only the latest."))
    ] = False,
) -> None:
    with reading(call) as reader:
        status = works_status(reader, find_project(reader, number))
        noted = notes(reader, status.project, limit=0 if everything else LATEST)
        older = noted_times(reader, status.project) - len(noted)
        given = gifts_for(reader, Reference(KIND, status.project.label))
    record = works_record(status, noted, older=older)
    show(call, record._replace(listings=(*record.listings, *gifts_below(call, given))))
