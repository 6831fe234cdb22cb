"""`jinlin member opinion reply`."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import TODAY, SaidDay
from jinlin.member.commands.opinion.shared import Number
from jinlin.member.report_in import opinions
from jinlin.member.report_in.opinions import parse_opinion
from jinlin.output.command.kind import AskedFor, WordKind
from jinlin.output.command.kinds import COME_DAY, DAY
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing

OPINION: Final = WordKind("text", N_("TEXT"), parse_opinion)


def reply(
    call: Call,
    which: Number,
    text: Annotated[
        str,
        OPINION.option(
            "--text",
            "--意见",
            help=N_("The opinion, in words; no score."),
            asked=AskedFor(N_("The opinion")),
        ),
    ],
    discussed: Annotated[
        SaidDay,
        DAY.option(
            help=N_("The day the committee discussed it."), asked=AskedFor(N_("Discussed on"))
        ),
    ],
    on: Annotated[
        SaidDay, COME_DAY.option("--date", help=N_("The day the reply went out."))
    ] = TODAY,
) -> None:
    with writing(call) as tx:
        sent = on.on(tx.clock)
        replied = opinions.reply(
            tx,
            which,
            text=text,
            discussed_on=discussed.on(tx.clock).isoformat(),
            replied_on=sent.isoformat(),
        )
    done(
        call,
        _("{number} was replied on {day}. To print it: jinlin member opinion letter {number}")
        .format(number=replied.label, day=sent),
        number=replied.label,
        data={"number": replied.label, "replied_on": sent.isoformat()},
    )  # fmt: skip
