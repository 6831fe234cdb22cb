"""`jinlin notice questions`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.notice import questions
from jinlin.output.command.kind import flag
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.store.command.command import reading


def questions_(
    call: Call,
    unanswered: Annotated[
        bool, flag("--unanswered", help=_("Only those nobody has answered."))
    ] = False,
) -> None:
    with reading(call) as reader:
        rows = questions.questions(reader, unanswered=unanswered)
        today = reader.clock.today
    limit = rows_wanted(call)
    show(
        call,
        Listing(
            key="questions",
            title=_("Questions"),
            columns=(
                Column(key="number", heading=_("Number")),
                Column(key="asked_on", heading=_("Asked on"), kind=Kind.DATE),
                Column(key="text", heading=_("Resident's question"), personal=Personal.TEXT),
                Column(key="asker", heading=_("Who asks"), personal=Personal.NAME),
                Column(key="asker_phone", heading=_("Phone"), personal=Personal.PHONE),
                Column(key="answer_by", heading=_("Answer by"), kind=Kind.DATE),
                Column(key="overdue", heading=_("Overdue"), kind=Kind.BOOLEAN),
                Column(key="answered_on", heading=_("Answered on"), kind=Kind.DATE),
                Column(key="answer", heading=_("Answer"), personal=Personal.TEXT),
                Column(key="answered_by", heading=_("Answered by")),
                Column(key="private", heading=_("Not public"), kind=Kind.BOOLEAN),
                Column(key="about", heading=_("About")),
            ),
            rows=[
                (
                    q.label, q.asked_on, q.text, q.asker, q.asker_phone, q.answer_by,
                    q.answer is None and q.answer_by < today, q.answered_on, q.answer,
                    q.answered_by, q.private, q.about.number if q.about else None,
                )
                for q in (rows[:limit] if limit else rows)
            ],
            total=len(rows),
            aside=frozenset({"asker", "asker_phone", "answered_by", "about", "overdue"}),
            empty=_("Nobody has asked anything. Record a question: jinlin notice ask TEXT"),
        ),
    )  # fmt: skip
