"""`jinlin meeting actions`: the register of action items."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.meeting.commands.after.action_listing import action_listing
from jinlin.meeting.commands.options import OfMeeting, OfOwner, Overdue, WithText
from jinlin.meeting.record import action_register
from jinlin.meeting.record.register import RegisterFilter
from jinlin.meeting.rules.meetings import parse_number
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import rows_wanted
from jinlin.store.command.command import reading


def actions(
    call: Call,
    undone: Annotated[bool, typer.Option("--undone", help=_("Only what is undone."))] = False,
    overdue: Overdue = False,
    meeting: OfMeeting = None,
    owner: OfOwner = None,
    text: WithText = None,
) -> None:
    wanted = RegisterFilter(
        undone=undone,
        overdue=overdue,
        meeting=parse_number(meeting) if meeting else None,
        owner=(owner or "").strip(),
        text=(text or "").strip(),
    )
    with reading(call) as reader:
        rows, total = action_register.actions(reader, wanted, limit=rows_wanted(call))
    show(call, action_listing(rows, total))
