"""`jinlin issue check`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import carry_out, number_question
from jinlin.issue.record import evaluation
from jinlin.issue.rules.satisfaction import Quality
from jinlin.issue.rules.texts import several_lines
from jinlin.output.asking import answers


def check(
    call: Call,
    number: options.Number = None,
    passed: Annotated[
        bool | None,
        typer.Option("--passed/--failed", help=_("Whether the result is as it should be.")),
    ] = None,
    note: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("What was seen; needed when failed."))
    ] = None,
) -> None:
    [said] = answers(call, [number_question(number)])
    if passed is None:
        raise UsageError(
            _("Is the result as it should be, or not?"),
            hint=_("Say it with --passed, or with --failed and what is wrong with --note."),
        )
    quality = Quality.PASSED if passed else Quality.FAILED
    kept = several_lines(note, what=_("The note")) if note is not None else None
    issue = carry_out(
        call,
        said,
        lambda tx, issue: evaluation.check_quality(tx, issue, quality, note=kept),
        lambda _issue: _("quality check: {quality}").format(quality=quality.label),
    )
    if not passed:
        call.tell(
            _("To set it right: jinlin issue reopen {number} --reason …").format(
                number=issue.label
            ),
        )
