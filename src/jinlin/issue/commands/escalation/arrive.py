"""`jinlin issue arrive`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import carry_out, number_question
from jinlin.issue.escalation import arrivals, street_calls
from jinlin.issue.record.transitions import happened
from jinlin.issue.rules.departments import read_departments
from jinlin.issue.rules.texts import NAME_LENGTH, one_line, several_lines
from jinlin.output.asking import Question, answers

if TYPE_CHECKING:
    from jinlin.issue.record.queries import IssueRow
    from jinlin.store.transaction.tx import Tx


def arrive(
    call: Call,
    number: options.Number = None,
    department: options.Department = None,
    who: Annotated[
        str | None, typer.Option(metavar=_("WHO"), help=_("Who came, such as 王队."))
    ] = None,
    at: options.At = None,
    result: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("What they did or said."))
    ] = None,
    other: options.Other = False,
) -> None:
    asked = Question(option="--department", text=_("Which department"), given=department)
    said, words = answers(call, [number_question(number), asked])
    came = read_departments(words, other=other)
    person = one_line(who, what=_("Who came"), longest=NAME_LENGTH) if who is not None else None
    kept = several_lines(result, what=_("The result")) if result is not None else None
    waiting: list[str] = []

    def act(tx: Tx, issue: IssueRow) -> IssueRow:
        moment = happened(tx, issue, at)
        now = arrivals.record_arrival(tx, issue, came, who=person, at=moment, result=kept)
        waiting.extend(
            row.department for row in street_calls.called(tx, now) if row.arrived_at is None
        )
        return now

    carry_out(
        call,
        said,
        act,
        lambda _issue: _("{departments} arrived").format(departments=_(", ").join(came)),
    )
    if waiting:
        names = _(", ").join(dict.fromkeys(waiting))
        call.tell(_("Not there yet: {departments}").format(departments=names))
