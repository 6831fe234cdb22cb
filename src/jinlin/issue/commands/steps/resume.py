"""`jinlin issue resume`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import carry_out, number_question
from jinlin.issue.rules.texts import several_lines
from jinlin.output.asking import Question, answers


def resume(call: Call, number: options.Number = None, reason: options.WhyResumed = None) -> None:
    from jinlin.issue.record.deferral import resume_issue

    question = Question(option="--reason", text=_("Why it goes on here"), given=reason)
    said, why = answers(call, [number_question(number), question])
    kept = several_lines(why, what=_("The reason"))
    carry_out(
        call,
        said,
        lambda tx, issue: resume_issue(tx, issue, kept),
        lambda issue: _("in progress again, due {due}").format(due=issue.due_on),
    )
