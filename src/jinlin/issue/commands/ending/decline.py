"""`jinlin issue decline`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.kinds import LINES
from jinlin.issue.commands.shared.one_issue import carry_out
from jinlin.issue.record import closure
from jinlin.output.command.kind import AskedFor


def decline(
    call: Call,
    number: options.Issue,
    reason: Annotated[
        str,
        LINES.option(
            help=N_("Why it is not taken; needed."), asked=AskedFor(N_("Why it is declined"))
        ),
    ],
) -> None:
    carry_out(
        call,
        number,
        lambda tx, issue: closure.decline_issue(tx, issue, reason),
        lambda issue: issue.status.label,
    )
