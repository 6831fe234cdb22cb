"""Which works are handed over: every one that goes on, with its money and what is still missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jinlin.core.days.written import written_day
from jinlin.core.i18n import N_, _
from jinlin.core.sentences import in_a_row
from jinlin.documents.page import Block, Heading, Paragraph
from jinlin.output.contribution.handover_parts import HandoverPart, HandoverShare
from jinlin.output.listing.listed_texts import as_listed
from jinlin.project.progress.status import WorksStatus, works_status
from jinlin.project.progress.words import money_words
from jinlin.project.record.projects import projects
from jinlin.store.transaction.tx import Reader


def _parts(reader: Reader) -> Iterator[HandoverPart]:
    left = [works_status(reader, one) for one in projects(reader, going_on=True)]
    titles = as_listed(reader, (one.project.title for one in left))
    blocks: list[Block] = [Heading(_("Projects under way"))] if left else []
    for status in left:
        heading = _("{title} ({number})").format(
            title=titles[status.project.title], number=status.project.label
        )
        blocks.append(Heading(heading, level=2))
        blocks.append(Paragraph(in_a_row(_told(status))))
    data = {"works": [one.project.label for one in left]}
    yield HandoverPart(22, data=data, blocks=tuple(blocks))


def _told(status: WorksStatus) -> Iterator[str]:
    project = status.project
    yield _("In the stage “{stage}” since {day}.").format(
        stage=project.stage.label, day=written_day(project.stage_since)
    )
    if project.due_on:
        yield _("It is to be over by {day}.").format(day=written_day(project.due_on))
    if status.missing:
        yield status.missing
    if project.responsible:
        yield _("Carried out by: {who}.").format(who=project.responsible)
    if sums := money_words(status.money):
        yield sums


SHARE: Final = HandoverShare(registers={"project": N_("projects in the complex")}, parts=_parts)
