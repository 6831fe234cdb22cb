"""`jinlin issue link`: what belongs together."""

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


def link(
    call: Call,
    number: options.Number = None,
    other: Annotated[
        str | None, typer.Argument(metavar=_("OTHER"), help=_("The other issue."))
    ] = None,
    part: Annotated[
        bool, typer.Option("--part-of", help=_("The first is a part of the other."))
    ] = False,
    remove: Annotated[bool, typer.Option("--remove", help=_("Take them apart again."))] = False,
) -> None:
    asked = Question(option=_("OTHER"), text=_("The other issue"), given=other, check=parse_number)
    said, second = answers(call, [number_question(number), asked])
    meant = full_number(call, second)

    others: list[str] = []

    def act(tx: Tx, issue: IssueRow) -> IssueRow:
        found = find(tx, meant)
        others.append(found.label)
        if remove:
            return links.unlink_issues(tx, issue, found)
        return links.make_part(tx, issue, found) if part else links.link_issues(tx, issue, found)

    what = (
        _("taken apart from {other}")
        if remove
        else _("a part of {other}")
        if part
        else _("linked to {other}")
    )
    carry_out(call, said, act, lambda _issue: what.format(other=others[0]))
