"""`jinlin issue call`: the street calls the departments (街道呼叫)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.kinds import DEPARTMENT, DEPARTMENTS, LINES
from jinlin.issue.commands.shared.one_issue import carry_out
from jinlin.issue.escalation import street_calls
from jinlin.issue.record.transitions import happened
from jinlin.issue.rules.departments import department_names, known_departments, read_department
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import PLANNED_DAY

if TYPE_CHECKING:
    from jinlin.issue.record.queries import IssueRow
    from jinlin.store.transaction.tx import Tx


def call_(
    call: Call,
    number: options.Issue,
    lead: Annotated[
        str,
        DEPARTMENT.option(
            called="城管",
            help=N_("The department in the lead."),
            asked=AskedFor(N_("The department in the lead")),
        ),
    ],
    departments: Annotated[
        Sequence[str] | None,
        DEPARTMENTS.option(
            "--department", called="公安,市场监管", help=N_("The other departments.")
        ),
    ] = None,
    other: options.Other = False,
    at: options.At = None,
    wanted_by: Annotated[
        SaidDay | None, PLANNED_DAY.option(help=N_("By when they are to come."))
    ] = None,
    note: Annotated[str | None, LINES.option(help=N_("What the street said."), free=True)] = None,
) -> None:
    leading = read_department(lead, other=other)
    others = known_departments(departments or (), other=other)

    def act(tx: Tx, issue: IssueRow) -> IssueRow:
        made = street_calls.StreetCall(
            lead=leading,
            others=others,
            at=happened(tx, issue, at),
            wanted_by=wanted_by.on(tx.clock) if wanted_by else None,
            note=note,
            timed=at is not None,
        )
        return street_calls.call_departments(tx, issue, made)

    names = _(", ").join(department_names(dict.fromkeys((leading, *others))))
    carry_out(
        call,
        number,
        act,
        lambda _issue: _("the street called {departments}").format(departments=names),
    )
