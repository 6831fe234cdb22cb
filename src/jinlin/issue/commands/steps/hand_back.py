"""`jinlin issue hand-back`."""

from __future__ import annotations

import typer

from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import carry_out, number_question
from jinlin.issue.record import dispatch
from jinlin.issue.rules.texts import several_lines
from jinlin.output.asking import Question, answers
from jinlin.output.command.grammar import called


def hand_back(
    ctx: typer.Context, number: options.Number = None, reason: options.WhyHandedBack = None
) -> None:
    call = called(ctx)
    question = Question(option="--reason", text=_("Why it is handed back"), given=reason)
    said, why = answers(call, [number_question(number), question])
    kept = several_lines(why, what=_("The reason"))
    carry_out(
        call,
        said,
        lambda tx, issue: dispatch.hand_back(tx, issue, kept),
        lambda _issue: _("handed back; nobody is in charge now"),
    )
