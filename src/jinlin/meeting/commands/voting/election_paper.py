"""`jinlin meeting election-paper`: the ballot paper of an election."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.meeting.agenda.agenda_items import find_item
from jinlin.meeting.commands.kinds import MeetingNumber
from jinlin.meeting.pages.ballot_papers import election_ballot_page
from jinlin.meeting.pages.paper import paper_of
from jinlin.meeting.record.actions import spoken_name
from jinlin.output.command.kind import Number
from jinlin.output.command.kinds import NUMBER, WHO
from jinlin.output.delivery.page import show_pages
from jinlin.store.command.command import reading

_SEATS: Final = Number(low=1, high=99)
_OTHERS: Final = Number(low=0, high=20)


def election_paper(
    call: Call,
    number: MeetingNumber,
    *,
    item: Annotated[int, NUMBER.argument(called=N_("ITEM"), help=N_("The item of the agenda."))],
    candidates: Annotated[
        list[str], WHO.argument(help=N_("The candidates, in the order of the paper."))
    ],
    seats: Annotated[int, _SEATS.option(help=N_("How many are to be elected."))] = 1,
    rows: Annotated[int | None, _OTHERS.option(help=N_("How many blank rows for others."))] = None,
) -> None:
    with reading(call) as reader:
        paper = paper_of(reader, number)
        found = find_item(reader, paper.meeting, item)
        names = [spoken_name(reader, one) for one in candidates]
    others = seats if rows is None else rows
    show_pages(
        call,
        [election_ballot_page(paper, found, names, seats, others=others)],
        data={
            "number": paper.meeting.label,
            "item": item,
            "candidates": names,
            "seats": seats,
        },
        template="选票",
    )
