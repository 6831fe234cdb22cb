"""`jinlin issue consult`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import carry_out, number_question
from jinlin.issue.record.transitions import happened
from jinlin.issue.rules.texts import several_lines
from jinlin.output.asking import Question, answers


def consult(
    call: Call,
    number: options.Number = None,
    text: Annotated[
        str | None, typer.Argument(metavar=_("TEXT"), help=_("With whom, and about what."))
    ] = None,
    at: options.At = None,
) -> None:
    from jinlin.issue.escalation.ladder import consult_issue

    question = Question(option=_("TEXT"), text=_("With whom, and about what"), given=text)
    said, words = answers(call, [number_question(number), question])
    kept = several_lines(words, what=_("The note"))
    carry_out(
        call,
        said,
        lambda tx, issue: consult_issue(tx, issue, kept, at=happened(tx, issue, at)),
        lambda _i: _("under consultation"),
    )
