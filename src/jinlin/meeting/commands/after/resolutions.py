"""`jinlin meeting resolutions`: the register of resolutions."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.meeting.commands.after.resolution_listing import resolution_listing
from jinlin.meeting.commands.options import OfMeeting, OfOwner, Overdue, WithText
from jinlin.meeting.record import resolution_register
from jinlin.meeting.record.register import RegisterFilter
from jinlin.output.command.kind import flag
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import rows_wanted
from jinlin.store.command.command import reading


def resolutions(
    call: Call,
    undone: Annotated[bool, flag("--undone", help=_("Only what is not carried out yet."))] = False,
    overdue: Overdue = False,
    review: Annotated[
        bool, flag("--review", help=_("Only what is to be looked at again by now."))
    ] = False,
    meeting: OfMeeting = None,
    owner: OfOwner = None,
    text: WithText = None,
) -> None:
    wanted = RegisterFilter(
        undone=undone,
        overdue=overdue,
        to_review=review,
        meeting=meeting,
        owner=owner or "",
        text=text or "",
    )
    with reading(call) as reader:
        rows, total = resolution_register.resolutions(reader, wanted, limit=rows_wanted(call))
    show(call, resolution_listing(rows, total))
