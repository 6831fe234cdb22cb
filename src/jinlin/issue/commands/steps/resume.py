"""`jinlin issue resume`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.kinds import LINES
from jinlin.issue.commands.shared.one_issue import carry_out
from jinlin.output.command.kind import AskedFor


def resume(
    call: Call,
    number: options.Issue,
    reason: Annotated[
        str,
        LINES.option(
            help=N_("Why it goes on here; needed."), asked=AskedFor(N_("Why it goes on here"))
        ),
    ],
) -> None:
    from jinlin.issue.record.deferral import resume_issue

    carry_out(
        call,
        number,
        lambda tx, issue: resume_issue(tx, issue, reason),
        lambda issue: _("in progress again, due {due}").format(due=issue.due_on),
    )
