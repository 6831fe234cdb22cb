"""`jinlin notice answer`: to an objection or to a question."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.clock import day_or_today
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.member.fund.entries import named
from jinlin.notice.commands import options
from jinlin.notice.objections import answer_objection
from jinlin.notice.questions import answer_question
from jinlin.notice.rules.notices import ObjectionOutcome, parse_answered
from jinlin.output.asking import Question, answers
from jinlin.output.delivery.show import done
from jinlin.report.commands.notice.shared import hidden_in, tell_hidden
from jinlin.store.command.command import writing


def answer(
    call: Call,
    number: Annotated[
        str, typer.Argument(metavar="Q7|N12-1", help=_("A question or an objection."))
    ],
    text: Annotated[
        str | None, typer.Argument(metavar=_("TEXT"), help=_("What they were told."))
    ] = None,
    outcome: Annotated[
        str | None,
        typer.Option(metavar=_("OUTCOME"), help=_("Of an objection: upheld, partly, rejected.")),
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar=_("WHO"), help=_("Who answers a question."))
    ] = None,
    day: options.Day = None,
) -> None:
    notice, serial = parse_answered(number)
    if notice is None:
        if outcome is not None:
            raise UsageError(
                _("A question has no outcome; only an objection has."),
                hint=_("Leave --outcome away."),
            )
        _answer_question(call, serial, text, by, day)
    else:
        _answer_objection(call, (notice, serial), text, outcome, day)


def _answer_question(
    call: Call, number: int, text: str | None, by: str | None, day: str | None
) -> None:
    [said] = answers(call, [Question(option=_("TEXT"), text=_("The answer"), given=text)])
    said = _checked(said)
    with writing(call) as tx:
        on = day_or_today(day, tx.clock)
        who = named(tx, by) if by else tx.user or _("the branch")
        question = answer_question(tx, number, answer=said, by=who, on=on)
        hidden = () if question.private else hidden_in(tx, said)
    done(
        call,
        _("{number} was answered on {day}.").format(number=question.label, day=on),
        number=question.label,
        data={"number": question.label, "answered_on": on.isoformat(), "answered_by": who},
    )
    if on > question.answer_by:
        call.tell(_("It was to be answered by {day}.").format(day=question.answer_by))
    tell_hidden(call, hidden)


def _answer_objection(
    call: Call, which: tuple[int, int], text: str | None, outcome: str | None, day: str | None
) -> None:
    said, became = answers(
        call,
        [
            Question(option=_("TEXT"), text=_("The answer"), given=text),
            Question(
                option="--outcome",
                text=_("What became of it"),
                given=outcome,
                choices=list(ObjectionOutcome.labels().values()),
                check=ObjectionOutcome.read,
            ),
        ],
    )
    said = _checked(said)
    decided = ObjectionOutcome.read(became)
    with writing(call) as tx:
        on = day_or_today(day, tx.clock)
        objection = answer_objection(tx, *which, answer=said, outcome=decided, on=on)
        hidden = hidden_in(tx, said)
    done(
        call,
        _("{number}: {outcome}, answered on {day}.").format(
            number=objection.label, outcome=decided.label, day=on
        ),
        number=objection.label,
        data={
            "number": objection.label,
            "outcome": decided.value,
            "answered_on": on.isoformat(),
        },
    )
    tell_hidden(call, hidden)


def _checked(text: str) -> str:
    said = clean(text)
    if not said:
        raise UsageError(_("An answer has a text."), hint=_("Write what they were told."))
    return said
