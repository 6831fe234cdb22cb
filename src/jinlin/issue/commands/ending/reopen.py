"""`jinlin issue reopen`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import carry_out, number_question
from jinlin.issue.record import closure
from jinlin.issue.record.transitions import merged_into
from jinlin.issue.rules.texts import several_lines
from jinlin.output.asking import Question, answers

if TYPE_CHECKING:
    from jinlin.issue.record.queries import IssueRow
    from jinlin.store.transaction.tx import Tx


def reopen(
    call: Call,
    number: options.Number = None,
    reason: options.WhyReopened = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            "--at",
            metavar=_("MOMENT"),
            help=_("When it was opened again: 11-10 or 11-10 09:00; now if not given."),
        ),
    ] = None,
) -> None:
    question = Question(option="--reason", text=_("Why it is opened again"), given=reason)
    said, why = answers(call, [number_question(number), question])
    kept = several_lines(why, what=_("The reason"))
    parted: list[str] = []

    def act(tx: Tx, issue: IssueRow) -> IssueRow:
        if other := merged_into(tx, issue):
            parted.append(other)
        return closure.reopen_issue(tx, issue, kept, said=date)

    carry_out(call, said, act, lambda issue: _("opened again, due {due}").format(due=issue.due_on))
    for other in parted:
        call.tell(_("It is no longer merged into {other}.").format(other=other))
