"""`jinlin issue joint`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.clock import parse_day
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import carry_out, number_question
from jinlin.issue.escalation import arrivals
from jinlin.issue.record.transitions import happened
from jinlin.issue.rules.texts import several_lines
from jinlin.output.asking import Question, answers

if TYPE_CHECKING:
    from jinlin.issue.record.queries import IssueRow
    from jinlin.store.transaction.tx import Tx


def joint(
    call: Call,
    number: options.Number = None,
    text: Annotated[
        str | None,
        typer.Argument(metavar=_("TEXT"), help=_("What is done together, and by whom.")),
    ] = None,
    at: options.At = None,
    recheck: Annotated[
        str | None,
        typer.Option(metavar=_("DATE"), help=_("When the result is looked at; it is due then.")),
    ] = None,
) -> None:
    asked = Question(option=_("TEXT"), text=_("What is done together, and by whom"), given=text)
    said, words = answers(call, [number_question(number), asked])
    kept = several_lines(words, what=_("The note"))

    def act(tx: Tx, issue: IssueRow) -> IssueRow:
        moment = happened(tx, issue, at)
        day = parse_day(recheck, tx.clock, planned=True) if recheck else None
        return arrivals.joint_handling(tx, issue, kept, at=moment, recheck=day)

    carry_out(
        call,
        said,
        act,
        lambda issue: _("joint handling noted down, due {due}").format(due=issue.due_on),
    )
