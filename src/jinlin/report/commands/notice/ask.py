"""`jinlin notice ask`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.laws import basis_words
from jinlin.core.said import SaidDay, day_on
from jinlin.member.fund.entries import named
from jinlin.notice import questions
from jinlin.notice.commands import options
from jinlin.notice.questions import NewQuestion
from jinlin.notice.rules.matters import QUESTION_DAYS
from jinlin.output.command.kind import AskedFor, flag
from jinlin.output.command.kinds import DAY, PHONE, TEXT, WHO
from jinlin.output.delivery.show import done
from jinlin.report.commands.notice.shared import hidden_in, tell_hidden
from jinlin.store.command.command import writing
from jinlin.store.known import known


def ask(
    call: Call,
    text: Annotated[
        str, TEXT.argument(help=N_("What was asked."), asked=AskedFor(N_("The question")))
    ],
    by: Annotated[str | None, WHO.option(help=N_("Who asks; never shown in public."))] = None,
    phone: Annotated[str | None, PHONE.option(help=N_("Where the answer goes."))] = None,
    about: options.About = None,
    day: Annotated[
        SaidDay | None, DAY.option("--date", help=N_("The day it came, today otherwise."))
    ] = None,
    private: Annotated[
        bool, flag("--private", help=N_("Neither question nor answer is for everybody."))
    ] = False,
) -> None:
    with writing(call) as tx:
        question = questions.ask(
            tx,
            NewQuestion(
                text=text,
                asked_on=day_on(day, tx.clock),
                asker=named(tx, by) if by else None,
                asker_phone=phone,
                private=private,
                about=known(tx, about) if about else None,
            ),
        )
        hidden = () if private else hidden_in(tx, question.text)
    done(
        call,
        _("{number}: to be answered by {day} ({source}).").format(
            number=question.label, day=question.answer_by, source=basis_words(QUESTION_DAYS.source)
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
