"""`jinlin member opinion letter`."""

from __future__ import annotations

from typing import Final

from jinlin.core.call import Call
from jinlin.member.commands.opinion.shared import Number
from jinlin.member.own_branch import branch
from jinlin.member.report_in.letter import reply_page
from jinlin.member.report_in.opinions import LETTERS, facts
from jinlin.output.contribution.discussions import discussion
from jinlin.output.delivery.page import show_pages
from jinlin.store.command.command import reading


def letter(call: Call, which: Number) -> None:
    with reading(call) as reader:
        one = LETTERS.find(reader, which)
        known = facts(reader, one)
        discussed = discussion(reader, one.meeting)
        name = branch(reader).name
    held = {key: getattr(one, key) for key in _HELD}
    show_pages(
        call,
        [reply_page(one, known, discussed, branch=name)],
        template="征求意见复函",
        data={
            "number": one.label,
            **held,
            "employer": known.employer,
            "reported_on": known.reported_on,
            "services": len(known.services),
            "minutes": known.minutes,
            "branch": name,
        },
    )


_HELD: Final = (
    "name", "asked_by", "letter", "cause", "received_on", "reply_by", "meeting",
    "discussed_on", "text",
    "replied_on",
)  # fmt: skip
