"""`jinlin member opinion letter`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.member.commands.opinion.shared import Number
from jinlin.member.own_branch import branch
from jinlin.member.report_in.letter import reply_page
from jinlin.member.report_in.opinions import facts, find_opinion
from jinlin.output.delivery.page import show_pages
from jinlin.store.command.command import reading


def letter(call: Call, number: Number) -> None:
    with reading(call) as reader:
        opinion = find_opinion(reader, number)
        known = facts(reader, opinion)
        name = branch(reader).name
    show_pages(
        call,
        [reply_page(opinion, known, branch=name)],
        template="征求意见复函",
        data={
            "number": opinion.label,
            "name": opinion.person.name,
            "asked_by": opinion.asked.asked_by,
            "letter": opinion.asked.letter,
            "cause": opinion.asked.cause,
            "received_on": opinion.asked.received_on,
            "reply_by": opinion.asked.reply_by,
            "employer": known.employer,
            "reported_on": known.reported_on,
            "services": len(known.services),
            "minutes": known.minutes,
            "discussed_on": opinion.discussed_on,
            "text": opinion.text,
            "replied_on": opinion.replied_on,
            "branch": name,
        },
    )
