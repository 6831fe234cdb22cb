"""`jinlin issue resume`."""

from __future__ import annotations

import typer

from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import carry_out, number_question
from jinlin.issue.rules.texts import several_lines
from jinlin.output.asking import Question, answers
from jinlin.output.command.grammar import called


def resume(
    ctx: typer.Context, number: options.Number = None, reason: options.WhyResumed = None
) -> None:
    from jinlin.issue.record.deferral import resume_issue

    call = called(ctx)
    question = Question(option="--reason", text=_("Why it goes on here"), given=reason)
    said, why = answers(call, [number_question(number), question])
    kept = several_lines(why, what=_("The reason"))
    carry_out(
        call,
        said,
        lambda tx, issue: resume_issue(tx, issue, kept),
        lambda issue: _("in progress again, due {due}").format(due=issue.due_on),
    )
