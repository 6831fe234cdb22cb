"""`jinlin issue hand-back`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.kinds import LINES
from jinlin.issue.commands.shared.one_issue import carry_out
from jinlin.issue.record import dispatch
from jinlin.output.command.kind import AskedFor


def hand_back(
    call: Call,
    number: options.Issue,
    reason: Annotated[
        str,
        LINES.option(
            help=N_("Why it is given back; needed."), asked=AskedFor(N_("Why it is handed back"))
        ),
    ],
) -> None:
    carry_out(
        call,
        number,
        lambda tx, issue: dispatch.hand_back(tx, issue, reason),
        lambda _issue: _("handed back; nobody is in charge now"),
    )
