"""`jinlin issue agenda`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.kinds import LINES
from jinlin.issue.commands.shared.one_issue import carry_out
from jinlin.issue.escalation.ladder import put_on_agenda
from jinlin.issue.record.transitions import happened


def agenda(
    call: Call,
    number: options.Issue,
    text: Annotated[str | None, LINES.argument(help=N_("What the branch proposes there."))] = None,
    at: options.At = None,
) -> None:
    carry_out(
        call,
        number,
        lambda tx, issue: put_on_agenda(tx, issue, text, at=happened(tx, issue, at)),
        lambda _issue: _("on the Friday agenda"),
    )
