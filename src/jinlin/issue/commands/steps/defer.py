"""`jinlin issue defer`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.clock import parse_day
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import carry_out, number_question
from jinlin.issue.rules.danger import Danger
from jinlin.issue.rules.texts import several_lines
from jinlin.issue.rules.urgencies import Urgency
from jinlin.output.asking import Question, answers
from jinlin.output.command.grammar import called


def defer(
    ctx: typer.Context,
    number: options.Number = None,
    until: Annotated[
        str | None, typer.Option(metavar=_("DATE"), help=_("The day on which it is back."))
    ] = None,
    reason: options.WhyDeferred = None,
) -> None:
    from jinlin.issue.record.deferral import defer_issue

    call = called(ctx)
    said, day, why = answers(
        call,
        [
            number_question(number),
            Question(option="--until", text=_("Until when"), given=until),
            Question(option="--reason", text=_("Why it rests"), given=reason),
        ],
    )
    kept = several_lines(why, what=_("The reason"))
    issue = carry_out(
        call,
        said,
        lambda tx, issue: defer_issue(tx, issue, parse_day(day, tx.clock, planned=True), kept),
        lambda issue: _("rests until {day}, due {due}").format(
            day=issue.deferred_until, due=issue.due_on
        ),
    )
    if issue.urgency is Urgency.CRITICAL or issue.category_code in set(Danger):
        call.tell(
            _(
                "This is an emergency: is the danger over? If not: "
                "jinlin issue resume {number} --reason …"
            ).format(number=issue.label),
        )
