"""`jinlin issue urge`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.kinds import LINES
from jinlin.issue.commands.shared.one_issue import carry_out


def urge(
    call: Call,
    number: options.Issue,
    text: Annotated[str | None, LINES.argument(help=N_("Who urged whom, and how."))] = None,
) -> None:
    from jinlin.issue.record.actions import in_charge
    from jinlin.issue.record.dispatch import urge_issue

    issue = carry_out(
        call,
        number,
        lambda tx, issue: urge_issue(tx, issue, text),
        lambda issue: _("urged; times so far: {count}").format(count=issue.urged),
    )
    if not in_charge(issue.steward, issue.handler):
        call.tell(
            _("Nobody is in charge of it: jinlin issue assign {number} NAME").format(
                number=issue.label
            ),
        )
    if issue.urged >= OFTEN and issue.level == "complex":
        call.tell(
            _("It may need somebody else: jinlin issue agenda {number}").format(number=issue.label),
        )


OFTEN = 2
"""Urged so many times, an issue had better go up."""
