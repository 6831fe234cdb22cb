"""`jinlin notice object`."""

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
from jinlin.notice.commands import options
from jinlin.notice.objections import NewObjection, object_to
from jinlin.notice.rules.notices import parse_number
from jinlin.output.asking import Question, answers
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def object_(
    call: Call,
    number: options.Number,
    text: Annotated[
        str | None, typer.Argument(metavar=_("TEXT"), help=_("What is objected to, and why."))
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(metavar=_("WHO"), help=_("Who objects; never shown in public.")),
    ] = None,
    phone: Annotated[
        str | None, typer.Option(metavar=_("PHONE"), help=_("The objector's phone."))
    ] = None,
    day: Annotated[
        str | None, typer.Option(metavar=_("DATE"), help=_("The day it came, today otherwise."))
    ] = None,
) -> None:
    said, who = answers(
        call,
        [
            Question(option=_("TEXT"), text=_("The objection"), given=text),
            Question(option="--by", text=_("Who objects"), given=by),
        ],
    )
    if not clean(said) or not clean(who):
        raise UsageError(
            _("An objection has a text and somebody who makes it."),
            hint=_("For example: jinlin notice object N12 遮挡采光 --by 王小明"),
        )
    with writing(call) as tx:
        new = NewObjection(
            objector=named(tx, who),
            text=clean(said),
            received_on=day_or_today(day, tx.clock),
            objector_phone=parse_phone(phone) if phone else None,
        )
        objection = object_to(tx, parse_number(number), new)
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
