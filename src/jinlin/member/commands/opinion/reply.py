"""`jinlin member opinion reply`."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.reference import Reference
from jinlin.core.said import TODAY, SaidDay
from jinlin.member.commands.opinion.shared import Number
from jinlin.member.report_in import opinions
from jinlin.member.report_in.opinions import parse_meeting, parse_opinion
from jinlin.output.command.kind import AskedFor, WordKind
from jinlin.output.command.kinds import COME_DAY
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing

MEETING: Final = WordKind("meeting", "M12", parse_meeting)
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
    meeting: Annotated[
        Reference | None,
        MEETING.option(
            help=N_(
                "Where it was discussed; otherwise the only meeting of the branch since it came."
            )
        ),
    ] = None,
    on: Annotated[
        SaidDay, COME_DAY.option("--date", help=N_("The day the reply went out."))
    ] = TODAY,
) -> None:
    with writing(call) as tx:
        sent = on.on(tx.clock)
        replied, discussed = opinions.reply(
            tx,
            which,
            text=text,
            meeting=meeting,
            replied_on=sent.isoformat(),
        )
    done(
        call,
        _(
            "{number} was discussed at {meeting} and replied on {day}. To print it: jinlin member"
            " opinion letter {number}"
        ).format(number=replied.label, meeting=replied.meeting, day=sent),
        number=replied.label,
        data={
            "number": replied.label,
            "meeting": replied.meeting,
            "replied_on": sent.isoformat(),
        },
    )
    if not discussed.held:
        call.tell(
            _("Who came to {number} is not recorded yet: jinlin meeting attend {number}").format(
                number=discussed.number
            )
        )
