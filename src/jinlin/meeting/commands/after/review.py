"""`jinlin meeting review`: look at a resolution again, or revoke it."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.clock import parse_day
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.meeting.commands.during.resolve import finish
from jinlin.meeting.commands.options import text_of
from jinlin.meeting.resolution import resolutions as resolving
from jinlin.meeting.rules.resolutions import ResolutionStatus, parse_resolution
from jinlin.store.command.command import writing


def review(
    call: Call,
    number: Annotated[
        str, typer.Argument(metavar="M12-1", help=_("The number of the resolution."))
    ],
    note: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("What came of it so far."))
    ] = None,
    next_: Annotated[
        str | None,
        typer.Option("--next", metavar=_("DATE"), help=_("When to look at it next; else never.")),
    ] = None,
    revoke: Annotated[bool, typer.Option("--revoke", help=_("It does not hold any more."))] = False,
) -> None:
    meeting, own = parse_resolution(number)
    kept = text_of(note, what=f"{_('What came of it so far')}（--note）")
    if revoke and next_:
        raise UsageError(
            _("What is revoked is not reviewed again."), hint=_("Leave --next or --revoke out.")
        )
    with writing(call) as tx:
        outcome = resolving.ResolutionOutcome(
            status=ResolutionStatus.REVOKED if revoke else None,
            review_on=parse_day(next_, tx.clock, planned=True) if next_ else None,
            remark=kept,
        )
        row = resolving.record_outcome(tx, meeting, own, outcome)
    finish(call, row)
