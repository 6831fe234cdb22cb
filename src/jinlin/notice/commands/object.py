"""`jinlin notice object`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay, day_on
from jinlin.member.fund.entries import named
from jinlin.notice.commands import options
from jinlin.notice.objections import NewObjection, object_to
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import DAY, PHONE, TEXT, WHO
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def object_(
    call: Call,
    number: options.NoticeNumber,
    text: Annotated[
        str,
        TEXT.argument(
            help=N_("What is objected to, and why."), asked=AskedFor(N_("The objection"))
        ),
    ],
    by: Annotated[
        str,
        WHO.option(
            help=N_("Who objects; never shown in public."), asked=AskedFor(N_("Who objects"))
        ),
    ],
    phone: Annotated[str | None, PHONE.option(help=N_("The objector's phone."))] = None,
    day: Annotated[
        SaidDay | None, DAY.option("--date", help=N_("The day it came, today otherwise."))
    ] = None,
) -> None:
    with writing(call) as tx:
        new = NewObjection(
            objector=named(tx, by),
            text=text,
            received_on=day_on(day, tx.clock),
            objector_phone=phone,
        )
        objection = object_to(tx, number, new)
    done(
        call,
        _("{number}: objection to “{title}”, to be answered by {day}.").format(
            number=objection.label, title=objection.title, day=objection.answer_by
        ),
        number=objection.label,
        data={
            "number": objection.label,
            "received_on": objection.received_on.isoformat(),
            "answer_by": objection.answer_by.isoformat(),
            "late": objection.late,
        },
    )
    if objection.late:
        call.tell(_("It came after the period; it is answered all the same."))
    call.tell(
        _("To answer: jinlin notice answer {number} TEXT --outcome 不成立").format(
            number=objection.label
        ),
    )
