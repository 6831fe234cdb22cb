"""`jinlin issue urge`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import carry_out, number_question
from jinlin.issue.rules.texts import several_lines
from jinlin.output.asking import answers


def urge(
    call: Call,
    number: options.Number = None,
    text: Annotated[
        str | None, typer.Argument(metavar=_("TEXT"), help=_("Who urged whom, and how."))
    ] = None,
) -> None:
    from jinlin.issue.record.actions import in_charge
    from jinlin.issue.record.dispatch import urge_issue

    [said] = answers(call, [number_question(number)])
    kept = several_lines(text, what=_("The note")) if text is not None else None
    issue = carry_out(
        call,
        said,
        lambda tx, issue: urge_issue(tx, issue, kept),
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
