"""`jinlin meeting publish`: what was resolved, for the notice board."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.meeting.commands.options import Number
from jinlin.meeting.commands.papers.shared import tell_corrected, tell_left_out
from jinlin.meeting.commands.withheld import tell_kept
from jinlin.meeting.pages.paper import paper_of
from jinlin.meeting.pages.publication import check_publishable, publication_page, published
from jinlin.meeting.pages.release import let_out, of_resolutions
from jinlin.meeting.rules.meetings import parse_number
from jinlin.output.delivery.page import show_pages
from jinlin.output.listing.discretion import Redaction
from jinlin.store.command.command import reading


def publish(
    call: Call,
    number: Number,
    phone: Annotated[
        str | None,
        typer.Option(metavar=_("PHONE"), help=_("Whom residents call with questions.")),
    ] = None,
) -> None:
    publish_paper(call, number, phone)


def publish_paper(call: Call, number: str, phone: str | None) -> None:
    asked = clean(phone or "") or None
    with reading(call) as reader:
        paper = let_out(reader, paper_of(reader, parse_number(number)), Redaction.PUBLIC)
        check_publishable(paper)
        rows = published(reader, paper)
    show_pages(
        call,
        [publication_page(paper, rows, phone=asked)],
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
    if asked is None:
        call.tell(_("Whom residents call is left blank: --phone"))
