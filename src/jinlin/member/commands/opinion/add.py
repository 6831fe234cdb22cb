"""`jinlin member opinion add`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.clock import parse_come, parse_day
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.member.report_in import opinion_actions
from jinlin.member.report_in.opinions import (
    Asked,
    Cause,
)
from jinlin.output.asking import Question, answers
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def add(
    call: Call,
    who: Annotated[
        str,
        typer.Argument(metavar=_("WHO"), help=_("A name, name@building, P12 or a phone's end.")),
    ],
    from_: Annotated[
        str | None, typer.Option("--from", metavar=_("NAME"), help=_("The employer that asks."))
    ] = None,
    cause: Annotated[
        str | None,
        typer.Option(metavar=_("CAUSE"), help=_("honours, promotion, delegate or other.")),
    ] = None,
    letter: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("The number of its letter."))
    ] = None,
    on: Annotated[
        str, typer.Option(metavar=_("DATE"), help=_("The day the letter came."))
    ] = "today",
    reply_by: Annotated[
        str | None, typer.Option(metavar=_("DATE"), help=_("Until when it wants the reply."))
    ] = None,
) -> None:
    asked_by, why = _answers(call, from_, cause)
    with writing(call) as tx:
        received = parse_come(on, tx.clock)
        due = parse_day(reply_by, tx.clock, planned=True).isoformat() if reply_by else None
        asked = Asked(
            asked_by, why, received.isoformat(), letter=clean(letter or "") or None, reply_by=due
        )
        opinion = opinion_actions.add_opinion(tx, who, asked)
    said = _("{number}: {employer} asks about {name}.")
    if due:
        said = _("{number}: {employer} asks about {name}; reply by {day}.")
    done(
        call,
        said.format(
            number=opinion.label, employer=opinion.asked.asked_by, name=opinion.person.name, day=due
        ),
        number=opinion.label,
        data={
            "number": opinion.label,
            "person": opinion.person.label,
            "cause": opinion.asked.cause,
            "reply_by": due,
        },
    )


def _answers(call: Call, from_: str | None, cause: str | None) -> tuple[str, Cause]:
    """Return who asks and why, asked for on a terminal where it was not said.

    Raises:
        UsageError: nobody is named.
        NotFoundError: there is no such cause.
    """
    [asked_by, why] = answers(
        call,
        [
            Question(option="--from", text=_("The employer"), given=from_),
            Question(
                option="--cause",
                text=_("Cause"),
                given=cause,
                choices=list(Cause.labels().values()),
                check=Cause.read,
            ),
        ],
    )
    if not clean(asked_by):
        raise UsageError(_("Who asks?"), hint=_("Write it like --from 市财政局."))
    return clean(asked_by), Cause.read(why)
