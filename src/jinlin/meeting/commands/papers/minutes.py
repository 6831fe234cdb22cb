"""`jinlin meeting minutes`: the minutes, to be signed."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.meeting.commands.kinds import MeetingNumber
from jinlin.meeting.commands.papers.publish import publish_paper
from jinlin.meeting.commands.record.show import tell_whether_it_fits
from jinlin.meeting.pages.minutes import minutes_page
from jinlin.meeting.pages.paper import paper_of
from jinlin.output.command.kind import flag
from jinlin.output.delivery.page import show_pages
from jinlin.store.command.command import reading


def minutes(
    call: Call,
    number: MeetingNumber,
    public: Annotated[
        bool, flag("--public", help=N_("What is posted of it: jinlin meeting publish."))
    ] = False,
) -> None:
    if public:
        publish_paper(call, number, None)
        return
    with reading(call) as reader:
        paper = paper_of(reader, number)
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
    if not (paper.whole.attendees or paper.ballot):
        call.tell(
            _("No attendance is recorded yet: jinlin meeting attend {number} NAME").format(
                number=meeting.label
            ),
        )
    tell_whether_it_fits(call, meeting, fits=paper.fits, forgotten=paper.forgotten)
