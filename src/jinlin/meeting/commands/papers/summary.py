"""`jinlin meeting summary`: what was settled, who, by when; sent out."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.meeting.commands.kinds import MeetingNumber
from jinlin.meeting.commands.papers.shared import tell_corrected, tell_left_out
from jinlin.meeting.commands.withheld import tell_kept
from jinlin.meeting.pages.paper import paper_of, sent_out
from jinlin.meeting.pages.summary import discreet_paper, summary_page
from jinlin.output.delivery.page import show_pages
from jinlin.store.command.command import reading


def summary(call: Call, number: MeetingNumber) -> None:
    with reading(call) as reader:
        paper = discreet_paper(reader, paper_of(reader, number))
    show_pages(
        call,
        [summary_page(paper)],
        data={"number": paper.meeting.label, "title": paper.meeting.title},
        template="会议纪要",
    )
    tell_kept(call, paper.kept)
    tell_left_out(call, paper)
    tell_corrected(call, paper)
    if any(not item.view for item in sent_out(paper)[0]):
        call.tell(
            _("What the meeting held: jinlin meeting item {number} --item N --view TEXT").format(
                number=paper.meeting.label
            ),
        )
