"""`jinlin issue visit`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import carry_out, number_question
from jinlin.issue.record.transitions import happened
from jinlin.issue.rules.texts import several_lines
from jinlin.output.asking import Question, answers

if TYPE_CHECKING:
    from jinlin.issue.record.queries import IssueRow
    from jinlin.store.transaction.tx import Tx


def visit(
    call: Call,
    number: options.Number = None,
    text: Annotated[
        str | None, typer.Argument(metavar=_("TEXT"), help=_("What was found or agreed."))
    ] = None,
    who: Annotated[
        str | None,
        typer.Option(metavar=_("WHO"), help=_("Who went; else who does the work.")),
    ] = None,
    at: options.At = None,
) -> None:
    from jinlin.issue.record.dispatch import visit_issue

    question = Question(option=_("TEXT"), text=_("What was found or agreed"), given=text)
    said, words = answers(call, [number_question(number), question])
    kept = several_lines(words, what=_("The note"))

    def act(tx: Tx, issue: IssueRow) -> IssueRow:
        moment = happened(tx, issue, at)
        person = options.somebody(tx, who)
        return visit_issue(tx, issue, kept, who=person, at=moment)

    carry_out(call, said, act, lambda _i: _("visit noted down"))
