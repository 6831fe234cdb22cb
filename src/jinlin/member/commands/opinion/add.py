"""`jinlin member opinion add`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import TODAY, SaidDay
from jinlin.member.commands.kinds import Who
from jinlin.member.report_in import opinion_actions
from jinlin.member.report_in.opinions import Asked, Cause
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import COME_DAY, NAME, PLANNED_DAY, TEXT, choice
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def add(
    call: Call,
    who: Who,
    from_: Annotated[
        str,
        NAME.option(
            "--from", help=N_("The employer that asks."), asked=AskedFor(N_("The employer"))
        ),
    ],
    cause: Annotated[
        Cause,
        choice(Cause, called=N_("CAUSE")).option(
            help=N_("honours, promotion, delegate or other."), asked=AskedFor(N_("Cause"))
        ),
    ],
    letter: Annotated[str | None, TEXT.option(help=N_("The number of its letter."))] = None,
    on: Annotated[SaidDay, COME_DAY.option(help=N_("The day the letter came."))] = TODAY,
    reply_by: Annotated[
        SaidDay | None, PLANNED_DAY.option(help=N_("Until when it wants the reply."))
    ] = None,
) -> None:
    with writing(call) as tx:
        received = on.on(tx.clock).isoformat()
        due = reply_by.on(tx.clock).isoformat() if reply_by else None
        asked = Asked(from_, cause, received, letter=letter, reply_by=due)
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
