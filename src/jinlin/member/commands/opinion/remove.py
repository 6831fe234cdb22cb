"""`jinlin member opinion remove`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.member.commands.opinion.shared import Number
from jinlin.member.report_in import opinion_actions
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def remove(call: Call, number: Number) -> None:
    with writing(call) as tx:
        opinion = opinion_actions.remove_opinion(tx, number)
    done(
        call,
        _("{number} was taken out.").format(number=opinion.label),
        number=opinion.label,
        data={"number": opinion.label},
    )
