"""`jinlin notice ask` and `questions`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.clock import parse_day
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.phone import parse_phone
from jinlin.core.text import clean
from jinlin.member.fund import named
from jinlin.notice import questions
from jinlin.notice.commands import options
from jinlin.notice.matters import QUESTION_DAYS
from jinlin.notice.questions import NewQuestion
from jinlin.output.asking import Question, answers
from jinlin.output.grammar import called
from jinlin.output.listing import Listing, rows_wanted
from jinlin.output.show import done, show, tell
from jinlin.store.command import reading, writing
from jinlin.store.known import known_reference


def ask(
    ctx: typer.Context,
    text: Annotated[
        str | None, typer.Argument(metavar=_("TEXT"), help=_("What was asked."))
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar=_("WHO"), help=_("Who asks; never shown in public."))
    ] = None,
    phone: Annotated[
        str | None, typer.Option(metavar=_("PHONE"), help=_("Where the answer goes."))
    ] = None,
    about: options.About = None,
    day: Annotated[
        str | None, typer.Option(metavar=_("DATE"), help=_("The day it came, today otherwise."))
    ] = None,
    private: Annotated[
        bool, typer.Option("--private", help=_("Neither question nor answer is for everybody."))
    ] = False,
) -> None:
    call = called(ctx)
    [said] = answers(call, [Question(option=_("TEXT"), text=_("The question"), given=text)])
    if not clean(said):
        raise UsageError(_("A question has a text."), hint=_("Write what was asked."))
    with writing(call) as tx:
        question = questions.ask(
            tx,
            NewQuestion(
                text=clean(said),
                asked_on=parse_day(day, tx.clock) if day else tx.clock.today,
                asker=named(tx, by) if by else None,
                asker_phone=parse_phone(phone) if phone else None,
                private=private,
                about=known_reference(tx, about) if about else None,
            ),
        )
    done(
        call,
        _("{number}: to be answered by {day} ({source}).").format(
            number=question.label, day=question.answer_by, source=QUESTION_DAYS.source
        ),
        number=question.label,
        data={
            "number": question.label,
            "asked_on": question.asked_on.isoformat(),
            "answer_by": question.answer_by.isoformat(),
            "private": question.private,
        },
    )
    tell(call, _("To answer: jinlin notice answer {number} TEXT").format(number=question.label))


def questions_(
    ctx: typer.Context,
    unanswered: Annotated[
        bool, typer.Option("--unanswered", help=_("Only those nobody has answered."))
    ] = False,
) -> None:
    call = called(ctx)
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
