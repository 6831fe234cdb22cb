"""`jinlin meeting minutes`, `summary` and `publish`: three forms of one meeting."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.text import clean
from jinlin.meeting.commands.options import Number
from jinlin.meeting.commands.record.show import tell_whether_it_fits
from jinlin.meeting.commands.withheld import tell_kept
from jinlin.meeting.pages.minutes import minutes_page
from jinlin.meeting.pages.paper import Paper, paper_of, sent_out
from jinlin.meeting.pages.publication import check_publishable, publication_page, published
from jinlin.meeting.pages.release import let_out, of_resolutions
from jinlin.meeting.record.grounds import Ground
from jinlin.meeting.rules.meetings import parse_number
from jinlin.output.command.grammar import called
from jinlin.output.delivery.page import show_pages
from jinlin.output.listing.discretion import Form
from jinlin.store.command.command import reading


def minutes(
    ctx: typer.Context,
    number: Number,
    public: Annotated[
        bool, typer.Option("--public", help=_("What is posted of it: jinlin meeting publish."))
    ] = False,
) -> None:
    call = called(ctx)
    if public:
        publish_paper(call, number, None)
        return
    with reading(call) as reader:
        paper = paper_of(reader, parse_number(number))
    meeting = paper.meeting
    show_pages(
        call,
        [minutes_page(paper)],
        data={
            "number": meeting.label, "title": meeting.title,
            "confirmed": meeting.confirmed_at is not None, "sha256": meeting.confirmed_hash,
            "hash_fits": paper.fits,
        },
        template="会议记录",
    )  # fmt: skip
    if not paper.whole.attendees:
        call.tell(
            _("No attendance is recorded yet: jinlin meeting attend {number} NAME").format(
                number=meeting.label
            ),
        )
    tell_whether_it_fits(call, meeting, fits=paper.fits, forgotten=paper.forgotten)


def publish_paper(call: Call, number: str, phone: str | None) -> None:
    asked = clean(phone or "") or None
    with reading(call) as reader:
        paper = let_out(reader, paper_of(reader, parse_number(number)), Form.PUBLIC)
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


def tell_corrected(call: Call, paper: Paper) -> None:
    """Say that what goes out stands as it was confirmed, where it was corrected since."""
    if paper.corrections:
        call.tell(
            _(
                "The minutes were corrected after they were confirmed ({count}); this paper stands"
                " as they were confirmed: jinlin meeting minutes {number}"
            ).format(count=len(paper.corrections), number=paper.meeting.label),
        )


def tell_left_out(call: Call, paper: Paper) -> None:
    """Say how much stays in the house, and which resolutions are no decisions."""
    items, resolutions = sent_out(paper)
    for ground, words in (
        (Ground.LOST, N_("Not carried, and not told as decided: {numbers}")),
        (Ground.UNTOLD, N_("Left out until it is said by which vote they stand (jinlin meeting"
                           " resolve M12-1 --vote V1): {numbers}")),
        (Ground.UNVOTED, N_("Not voted on, though a vote on its item was lost; not told as"
                            " decided: {numbers}")),
        (Ground.UNATTENDED, N_("Left out, since nobody is recorded as present (jinlin meeting"
                               " attend): {numbers}")),
        (Ground.NO_OWNERS_VOTE, N_("Left out, since the owners did not vote on them: {numbers}")),
    ):  # fmt: skip
        numbers = [row.label for row in resolutions if row.ground is ground]
        if numbers:
            call.tell(_(words).format(numbers=_(", ").join(numbers)))
    left = len(paper.whole.items) - len(items) + len(paper.whole.resolutions) - len(resolutions)
    if left:
        call.tell(
            _(
                "Left out, since they stay in the house (internal, admissions, discipline): {count}"
            ).format(count=left),
        )
