"""`jinlin issue defer`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.kinds import LINES
from jinlin.issue.commands.shared.one_issue import carry_out
from jinlin.issue.rules.danger import Danger
from jinlin.issue.rules.urgencies import Urgency
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import PLANNED_DAY


def defer(
    call: Call,
    number: options.Issue,
    until: Annotated[
        SaidDay,
        PLANNED_DAY.option(
            help=N_("The day on which it is back."), asked=AskedFor(N_("Until when"))
        ),
    ],
    reason: Annotated[
        str, LINES.option(help=N_("Why it rests; needed."), asked=AskedFor(N_("Why it rests")))
    ],
) -> None:
    from jinlin.issue.record.deferral import defer_issue

    issue = carry_out(
        call,
        number,
        lambda tx, issue: defer_issue(tx, issue, until.on(tx.clock), reason),
        lambda issue: _("rests until {day}, due {due}").format(
            day=issue.deferred_until, due=issue.due_on
        ),
    )
    if issue.urgency is Urgency.CRITICAL or issue.category_code in set(Danger):
        call.tell(
            _(
                "This is an emergency: is the danger over? If not: "
                "jinlin issue resume {number} --reason …"
            ).format(number=issue.label),
        )
