"""`jinlin notice questions`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.columns import Kind, Personal
from jinlin.core.i18n import _
from jinlin.notice import questions
from jinlin.notice.filters import QUESTIONS
from jinlin.output.delivery.show import show
from jinlin.output.listing.filter import FilterWords
from jinlin.output.listing.listing import Cell, Listing, On, rows_wanted
from jinlin.store.command.command import reading


def questions_(call: Call, asked: FilterWords) -> None:
    with reading(call) as reader:
        rows = questions.questions(reader, QUESTIONS.condition(reader, asked))
        today = reader.clock.today
    limit = rows_wanted(call)
    show(
        call,
        Listing.of(
            "questions",
            _("Questions"),
            (
                Cell("number", _("Number"), "label"),
                Cell("asked_on", _("Asked on"), kind=Kind.DATE),
                Cell("text", _("Resident's question"), personal=Personal.TEXT),
                Cell("asker", _("Who asks"), personal=Personal.NAME, on=On.FILES),
                Cell("asker_phone", _("Phone"), personal=Personal.PHONE, on=On.FILES),
                Cell("answer_by", _("Answer by"), kind=Kind.DATE),
                Cell(
                    "overdue",
                    _("Overdue"),
                    lambda q: q.answer is None and q.answer_by < today,
                    Kind.BOOLEAN,
                    on=On.FILES,
                ),
                Cell(
                    "interim",
                    _("Interim answer"),
                    lambda q: q.interim[-1].text if q.interim and q.answer is None else None,
                    personal=Personal.TEXT,
                    on=On.FILES,
                ),
                Cell("answered_on", _("Answered on"), kind=Kind.DATE),
                Cell("answer", _("Answer"), personal=Personal.TEXT),
                Cell("answered_by", _("Answered by"), on=On.FILES),
                Cell("private", _("Not public"), kind=Kind.BOOLEAN),
                Cell(
                    "about", _("About"), lambda q: q.about.number if q.about else None, on=On.FILES
                ),
            ),
            rows[:limit] if limit else rows,
            total=len(rows),
            empty=_("Nobody has asked anything. Record a question: jinlin notice ask TEXT"),
        ),
    )
