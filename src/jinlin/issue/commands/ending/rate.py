"""`jinlin issue rate`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.kinds import LINES
from jinlin.issue.commands.shared.one_issue import carry_out
from jinlin.issue.record import evaluation
from jinlin.issue.rules.satisfaction import Satisfaction
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import choice


def rate(
    call: Call,
    number: options.AnyIssue,
    satisfaction: Annotated[
        Satisfaction,
        choice(Satisfaction).argument(
            help=N_("满意, 基本满意 or 不满意; or 5 to 1."),
            asked=AskedFor(N_("Satisfaction")),
        ),
    ],
    reason: Annotated[
        str | None,
        LINES.option(
            help=N_("Why; needed when not satisfied."),
            free=True,
            asked=AskedFor(
                N_("Why not satisfied"),
                where=lambda said: said["satisfaction"] is Satisfaction.NOT_SATISFIED,
            ),
        ),
    ] = None,
) -> None:
    carry_out(
        call,
        number,
        lambda tx, issue: evaluation.rate_issue(tx, issue, satisfaction, reason=reason),
        lambda _issue: satisfaction.label,
    )
