"""`jinlin meeting resolutions`: the register of resolutions."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.meeting.commands.after.resolution_listing import resolution_listing
from jinlin.meeting.record import resolution_register
from jinlin.meeting.record.filters import RESOLUTIONS
from jinlin.output.delivery.show import show
from jinlin.output.listing.filter import FilterWords
from jinlin.output.listing.listing import rows_wanted
from jinlin.store.command.command import reading


def resolutions(call: Call, asked: FilterWords) -> None:
    with reading(call) as reader:
        where = RESOLUTIONS.condition(reader, asked)
        rows, total = resolution_register.resolutions(reader, where, limit=rows_wanted(call))
    show(call, resolution_listing(rows, total))
