"""`jinlin issue rate`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import carry_out, number_question
from jinlin.issue.record import evaluation
from jinlin.issue.rules.satisfaction import Satisfaction
from jinlin.issue.rules.texts import several_lines
from jinlin.output.asking import Question, answers


def rate(
    call: Call,
    number: options.Number = None,
    satisfaction: Annotated[
        str | None,
        typer.Argument(metavar=_("WORD"), help=_("满意, 基本满意 or 不满意; or 5 to 1.")),
    ] = None,
    reason: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("Why; needed when not satisfied."))
    ] = None,
) -> None:
    said, word = answers(
        call,
        [
            number_question(number),
            Question(
                option=_("WORD"),
                text=_("Satisfaction"),
                given=satisfaction,
                choices=[word.label for word in Satisfaction],
                check=Satisfaction.read,
            ),
        ],
    )
    rating = Satisfaction.read(word)
    needed = rating is Satisfaction.NOT_SATISFIED
    asked = Question(
        option="--reason", text=_("Why not satisfied"), given=reason, optional=not needed
    )
    [why] = answers(call, [asked])
    kept = several_lines(why, what=_("The reason")) if why or reason is not None else None
    carry_out(
        call,
        said,
        lambda tx, issue: evaluation.rate_issue(tx, issue, rating, reason=kept),
        lambda _issue: rating.label,
    )
