"""`jinlin issue arrive`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.kinds import DEPARTMENTS, LINES, SHORT_NAME
from jinlin.issue.commands.shared.one_issue import carry_out
from jinlin.issue.escalation import arrivals, street_calls
from jinlin.issue.record.transitions import happened
from jinlin.issue.rules.departments import department_names, known_departments
from jinlin.output.command.kind import AskedFor

if TYPE_CHECKING:
    from jinlin.issue.record.queries import IssueRow
    from jinlin.store.transaction.tx import Tx


def arrive(
    call: Call,
    number: options.Issue,
    department: Annotated[
        Sequence[str],
        DEPARTMENTS.option(
            called="城管",
            help=N_("A department, as people say it."),
            asked=AskedFor(N_("Which department")),
        ),
    ],
    who: Annotated[
        str | None, SHORT_NAME.option("--by", called=N_("WHO"), help=N_("Who came, such as 王队."))
    ] = None,
    at: options.At = None,
    result: Annotated[
        str | None, LINES.option(help=N_("What they did or said."), free=True)
    ] = None,
    other: options.Other = False,
) -> None:
    came = known_departments(department, other=other)
    waiting: list[str] = []

    def act(tx: Tx, issue: IssueRow) -> IssueRow:
        moment = happened(tx, issue, at)
        now = arrivals.record_arrival(tx, issue, came, who=who, at=moment, result=result)
        waiting.extend(
            row.department for row in street_calls.called(tx, now) if row.arrived_at is None
        )
        return now

    carry_out(
        call,
        number,
        act,
        lambda _issue: _("{departments} arrived").format(
            departments=_(", ").join(department_names(came))
        ),
    )
    if waiting:
        names = _(", ").join(department_names(dict.fromkeys(waiting)))
        call.tell(_("Not there yet: {departments}").format(departments=names))
