"""`jinlin meeting actions`: the register of action items."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.meeting.commands.after.action_listing import action_listing
from jinlin.meeting.record import action_register
from jinlin.meeting.record.filters import ACTIONS
from jinlin.output.delivery.show import show
from jinlin.output.listing.filter import FilterWords
from jinlin.output.listing.listing import rows_wanted
from jinlin.store.command.command import reading


def actions(call: Call, asked: FilterWords) -> None:
    with reading(call) as reader:
        where = ACTIONS.condition(reader, asked)
        rows, total = action_register.actions(reader, where, limit=rows_wanted(call))
    show(call, action_listing(rows, total))
