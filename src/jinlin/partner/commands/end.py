"""`jinlin partner end`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.said import day_on
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import TEXT
from jinlin.output.delivery.show import done
from jinlin.partner.kinds import PARTNER
from jinlin.partner.record.partners import PARTNERS
from jinlin.store.command.command import writing
from jinlin.works.words import On


def end_(
    call: Call,
    who: Annotated[
        str, PARTNER.argument(help=N_("The partner."), asked=AskedFor(N_("Which partner")))
    ],
    *,
    reason: Annotated[str, TEXT.option("--reason", help=N_("Why."), asked=AskedFor(N_("Why")))],
    on: On = None,
) -> None:
    with writing(call) as tx:
        found = PARTNERS.find(tx, who)
        if found.ended_on is not None:
            raise RuleError(
                _("The agreement with {name} ended on {day}.").format(
                    name=found.name, day=found.ended_on
                ),
                hint=_("See: jinlin partner show {number}").format(number=found.label),
            )
        day = day_on(on, tx.clock)
        if found.agreement_on is not None and day.isoformat() < found.agreement_on:
            raise RuleError(
                _("The agreement would end before it begins."), hint=_("Check the day.")
            )
        tx.update("partner", found.id, ended_on=day.isoformat(), ended_reason=reason)
        words: dict[str, Value] = {"number": found.label, "name": found.name}
        tx.describe(
            Message(N_("Ended the agreement with {number} {name}"), words),
            reverse=Message(N_("take the agreement with {number} {name} up again"), words),
            subject=found.label,
        )
    done(
        call,
        _("{number} {name}: the agreement is over.").format(number=found.label, name=found.name),
        number=found.label,
        data={"number": found.label, "ended_on": day.isoformat(), "ended_reason": reason},
    )
