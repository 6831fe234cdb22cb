"""`jinlin notice ask`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.clock import day_or_today
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.people.phone import parse_phone
from jinlin.core.text import clean
from jinlin.member.fund.entries import named
from jinlin.notice import questions
from jinlin.notice.commands import options
from jinlin.notice.questions import NewQuestion
from jinlin.notice.rules.matters import QUESTION_DAYS
from jinlin.output.asking import Question, answers
from jinlin.output.delivery.show import done
from jinlin.report.commands.notice.shared import hidden_in, tell_hidden
from jinlin.store.command.command import writing
from jinlin.store.known import known_reference


def ask(
    call: Call,
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
    [said] = answers(call, [Question(option=_("TEXT"), text=_("The question"), given=text)])
    if not clean(said):
        raise UsageError(_("A question has a text."), hint=_("Write what was asked."))
    with writing(call) as tx:
        question = questions.ask(
            tx,
            NewQuestion(
                text=clean(said),
                asked_on=day_or_today(day, tx.clock),
                asker=named(tx, by) if by else None,
                asker_phone=parse_phone(phone) if phone else None,
                private=private,
                about=known_reference(tx, about) if about else None,
            ),
        )
        hidden = () if private else hidden_in(tx, question.text)
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
    call.tell(_("To answer: jinlin notice answer {number} TEXT").format(number=question.label))
    tell_hidden(call, hidden)
