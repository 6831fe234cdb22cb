"""`jinlin issue merge`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import carry_out, full_number, number_question
from jinlin.issue.record import links
from jinlin.issue.record.queries import find
from jinlin.issue.rules.numbers import parse_number
from jinlin.output.asking import Question, answers

if TYPE_CHECKING:
    from jinlin.issue.record.queries import IssueRow
    from jinlin.store.transaction.tx import Tx


def merge(
    call: Call,
    number: options.Number = None,
    into: Annotated[
        str | None, typer.Option(metavar=_("NUMBER"), help=_("The issue that goes on."))
    ] = None,
) -> None:
    asked = Question(option="--into", text=_("Into which issue"), given=into, check=parse_number)
    said, second = answers(call, [number_question(number), asked])
    meant = full_number(call, second)
    merged: list[str] = []

    def act(tx: Tx, issue: IssueRow) -> IssueRow:
        merged.append(issue.label)
        return links.merge_issues(tx, issue, find(tx, meant))

    carry_out(
        call, said, act, lambda _issue: _("{number} was merged into it").format(number=merged[0])
    )
