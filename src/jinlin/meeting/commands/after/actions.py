"""`jinlin meeting actions`: the register of action items."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.meeting.commands.after.action_listing import action_listing
from jinlin.meeting.commands.options import OfMeeting, OfOwner, Overdue, WithText
from jinlin.meeting.record import action_register
from jinlin.meeting.record.register import RegisterFilter
from jinlin.output.command.kind import flag
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import rows_wanted
from jinlin.store.command.command import reading


def actions(
    call: Call,
    undone: Annotated[bool, flag("--undone", help=_("Only what is undone."))] = False,
    overdue: Overdue = False,
    meeting: OfMeeting = None,
    owner: OfOwner = None,
    text: WithText = None,
) -> None:
    wanted = RegisterFilter(
        undone=undone,
        overdue=overdue,
        meeting=meeting,
        owner=owner or "",
        text=text or "",
    )
    with reading(call) as reader:
        rows, total = action_register.actions(reader, wanted, limit=rows_wanted(call))
    show(call, action_listing(rows, total))
