"""`jinlin issue partly`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.kinds import LINES
from jinlin.issue.commands.shared.one_issue import carry_out
from jinlin.output.command.kind import AskedFor


def partly(
    call: Call,
    number: options.Issue,
    text: Annotated[
        str,
        LINES.argument(
            help=N_("What is settled, and what is left."),
            asked=AskedFor(N_("What is settled, and what is left")),
        ),
    ],
) -> None:
    from jinlin.issue.record.closure import partly_solved

    carry_out(
        call,
        number,
        lambda tx, issue: partly_solved(tx, issue, text),
        lambda _i: _("partly solved; it stays open"),
    )
