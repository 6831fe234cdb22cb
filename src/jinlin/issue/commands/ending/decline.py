"""`jinlin issue decline`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import carry_out, number_question
from jinlin.issue.record import closure
from jinlin.issue.rules.texts import several_lines
from jinlin.output.asking import Question, answers


def decline(call: Call, number: options.Number = None, reason: options.WhyDeclined = None) -> None:
    question = Question(option="--reason", text=_("Why it is declined"), given=reason)
    said, why = answers(call, [number_question(number), question])
    kept = several_lines(why, what=_("The reason"))
    carry_out(
        call,
        said,
        lambda tx, issue: closure.decline_issue(tx, issue, kept),
        lambda issue: issue.status.label,
    )
