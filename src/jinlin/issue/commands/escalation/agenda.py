"""`jinlin issue agenda`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import carry_out, number_question
from jinlin.issue.escalation.ladder import put_on_agenda
from jinlin.issue.record.transitions import happened
from jinlin.issue.rules.texts import several_lines
from jinlin.output.asking import answers


def agenda(
    call: Call,
    number: options.Number = None,
    text: Annotated[
        str | None, typer.Argument(metavar=_("TEXT"), help=_("What the branch proposes there."))
    ] = None,
    at: options.At = None,
) -> None:
    [said] = answers(call, [number_question(number)])
    kept = several_lines(text, what=_("The proposal")) if text is not None else None
    carry_out(
        call,
        said,
        lambda tx, issue: put_on_agenda(tx, issue, kept, at=happened(tx, issue, at)),
        lambda _issue: _("on the Friday agenda"),
    )
