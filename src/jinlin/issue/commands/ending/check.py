"""`jinlin issue check`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.kinds import LINES
from jinlin.issue.commands.shared.one_issue import carry_out
from jinlin.issue.record import evaluation
from jinlin.issue.rules.satisfaction import Quality
from jinlin.output.command.kind import flag


def check(
    call: Call,
    number: options.Issue,
    passed: Annotated[
        bool | None, flag("--passed/--failed", help=N_("Whether the result is as it should be."))
    ] = None,
    note: Annotated[
        str | None, LINES.option(help=N_("What was seen; needed when failed."), free=True)
    ] = None,
) -> None:
    if passed is None:
        raise UsageError(
            _("Is the result as it should be, or not?"),
            hint=_("Say it with --passed, or with --failed and what is wrong with --note."),
        )
    quality = Quality.PASSED if passed else Quality.FAILED
    issue = carry_out(
        call,
        number,
        lambda tx, issue: evaluation.check_quality(tx, issue, quality, note=note),
        lambda _issue: _("quality check: {quality}").format(quality=quality.label),
    )
    if not passed:
        call.tell(
            _("To set it right: jinlin issue reopen {number} --reason …").format(
                number=issue.label
            ),
        )
