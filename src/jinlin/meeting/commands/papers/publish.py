"""`jinlin meeting publish`: what was resolved, for the notice board."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.meeting.commands.kinds import MeetingNumber
from jinlin.meeting.commands.papers.shared import tell_corrected, tell_left_out
from jinlin.meeting.commands.withheld import tell_kept
from jinlin.meeting.pages.paper import paper_of
from jinlin.meeting.pages.publication import check_publishable, publication_page, published
from jinlin.meeting.pages.release import let_out, of_resolutions
from jinlin.output.command.kinds import TEXT
from jinlin.output.delivery.page import show_pages
from jinlin.output.listing.discretion import Redaction
from jinlin.store.command.command import reading


def publish(
    call: Call,
    number: MeetingNumber,
    phone: Annotated[
        str | None,
        TEXT.option(called=N_("PHONE"), help=N_("Whom residents call with questions.")),
    ] = None,
) -> None:
    publish_paper(call, number, phone)


def publish_paper(call: Call, number: int, phone: str | None) -> None:
    with reading(call) as reader:
        paper = let_out(reader, paper_of(reader, number), Redaction.PUBLIC)
        check_publishable(paper)
        rows = published(reader, paper)
    show_pages(
        call,
        [publication_page(paper, rows, phone=phone)],
        data={
            "number": paper.meeting.label,
            "title": paper.meeting.title,
            "resolutions": [one.row.label for one in rows],
        },
        template="决议公开",
    )
    tell_kept(call, of_resolutions(paper.kept))
    tell_left_out(call, paper)
    tell_corrected(call, paper)
    if phone is None:
        call.tell(_("Whom residents call is left blank: --phone"))
