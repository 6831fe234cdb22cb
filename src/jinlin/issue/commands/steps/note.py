"""`jinlin issue note`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.kinds import LINES
from jinlin.issue.commands.shared.one_issue import carry_out
from jinlin.issue.record import actions
from jinlin.issue.record.transitions import happened
from jinlin.output.command.kind import AskedFor


def note(
    call: Call,
    number: options.Issue,
    text: Annotated[
        str,
        LINES.argument(
            help=N_("What happened, who said what."), asked=AskedFor(N_("What to note"))
        ),
    ],
    at: options.At = None,
) -> None:
    carry_out(
        call,
        number,
        lambda tx, issue: actions.note_issue(tx, issue, text, at=happened(tx, issue, at)),
        lambda _i: _("noted down"),
    )
