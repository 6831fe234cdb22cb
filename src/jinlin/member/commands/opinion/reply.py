"""`jinlin member opinion reply`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.clock import parse_day
from jinlin.core.i18n import _
from jinlin.member.commands.opinion.shared import Number
from jinlin.member.report_in import opinion_actions
from jinlin.member.report_in.opinions import parse_opinion, parse_opinion_number
from jinlin.member.rules.party_days import parse_past_day
from jinlin.output.asking import Question, answers
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def reply(
    call: Call,
    number: Number,
    text: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("The opinion, in words; no score."))
    ] = None,
    discussed: Annotated[
        str | None,
        typer.Option(metavar=_("DATE"), help=_("The day the committee discussed it.")),
    ] = None,
    on: Annotated[
        str, typer.Option(metavar=_("DATE"), help=_("The day the reply went out."))
    ] = "today",
) -> None:
    which = parse_opinion_number(number)
    if text is not None:
        parse_opinion(text)
    [words, day] = answers(
        call,
        [
            Question(option="--text", text=_("The opinion"), given=text, check=parse_opinion),
            Question(option="--discussed", text=_("Discussed on"), given=discussed),
        ],
    )
    with writing(call) as tx:
        sent = parse_past_day(on, tx.clock)
        opinion = opinion_actions.reply(
            tx,
            which,
            text=parse_opinion(words),
            discussed_on=parse_day(day, tx.clock).isoformat(),
            replied_on=sent.isoformat(),
        )
    done(
        call,
        _("{number} was replied on {day}. To print it: jinlin member opinion letter {number}")
        .format(number=opinion.label, day=opinion.replied_on),
        number=opinion.label,
        data={"number": opinion.label, "replied_on": opinion.replied_on},
    )  # fmt: skip
