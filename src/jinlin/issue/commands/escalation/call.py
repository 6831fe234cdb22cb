"""`jinlin issue call`: the street calls the departments (街道呼叫)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.clock import parse_day
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import carry_out, number_question
from jinlin.issue.escalation import street_calls
from jinlin.issue.record.transitions import happened
from jinlin.issue.rules.departments import read_department, read_departments
from jinlin.issue.rules.texts import several_lines
from jinlin.output.asking import Question, answers

if TYPE_CHECKING:
    from jinlin.issue.record.queries import IssueRow
    from jinlin.store.transaction.tx import Tx


def call_(
    call: Call,
    number: options.Number = None,
    lead: Annotated[
        str | None, typer.Option(metavar="城管", help=_("The department in the lead."))
    ] = None,
    departments: Annotated[
        str | None, typer.Option(metavar="公安,市场监管", help=_("The other departments."))
    ] = None,
    other: options.Other = False,
    at: options.At = None,
    wanted_by: Annotated[
        str | None,
        typer.Option("--wanted-by", metavar=_("DATE"), help=_("By when they are to come.")),
    ] = None,
    note: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("What the street said."))
    ] = None,
) -> None:
    asked = Question(option="--lead", text=_("The department in the lead"), given=lead)
    said, first = answers(call, [number_question(number), asked])
    leading = read_department(first, other=other)
    others = read_departments(departments, other=other) if departments else []
    kept = several_lines(note, what=_("The note")) if note is not None else None

    def act(tx: Tx, issue: IssueRow) -> IssueRow:
        moment = happened(tx, issue, at)
        day = parse_day(wanted_by, tx.clock, planned=True) if wanted_by else None
        made = street_calls.StreetCall(
            lead=leading, others=others, at=moment, wanted_by=day, note=kept, timed=at is not None
        )
        return street_calls.call_departments(tx, issue, made)

    names = _(", ").join(dict.fromkeys((leading, *others)))
    carry_out(
        call,
        said,
        act,
        lambda _issue: _("the street called {departments}").format(departments=names),
    )
