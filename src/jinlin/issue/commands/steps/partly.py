"""`jinlin issue partly`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import carry_out, number_question
from jinlin.issue.rules.texts import several_lines
from jinlin.output.asking import Question, answers


def partly(
    call: Call,
    number: options.Number = None,
    text: Annotated[
        str | None, typer.Argument(metavar=_("TEXT"), help=_("What is settled, and what is left."))
    ] = None,
) -> None:
    from jinlin.issue.record.closure import partly_solved

    question = Question(option=_("TEXT"), text=_("What is settled, and what is left"), given=text)
    said, words = answers(call, [number_question(number), question])
    kept = several_lines(words, what=_("The note"))
    carry_out(
        call,
        said,
        lambda tx, issue: partly_solved(tx, issue, kept),
        lambda _i: _("partly solved; it stays open"),
    )
