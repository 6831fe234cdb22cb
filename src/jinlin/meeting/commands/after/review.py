"""`jinlin meeting review`: look at a resolution again, or revoke it."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay
from jinlin.meeting.commands.during.resolve import finish
from jinlin.meeting.commands.kinds import RESOLUTION
from jinlin.meeting.resolution import resolutions as resolving
from jinlin.meeting.rules.resolutions import ResolutionNumber, ResolutionStatus
from jinlin.output.command.kind import AskedFor, flag
from jinlin.output.command.kinds import PLANNED_DAY, TEXT
from jinlin.store.command.command import writing


def review(
    call: Call,
    number: Annotated[
        ResolutionNumber, RESOLUTION.argument(help=N_("The number of the resolution."))
    ],
    note: Annotated[
        str,
        TEXT.option(
            help=N_("What came of it so far."), asked=AskedFor(N_("What came of it so far"))
        ),
    ],
    next_: Annotated[
        SaidDay | None,
        PLANNED_DAY.option("--next", help=N_("When to look at it next; else never.")),
    ] = None,
    revoke: Annotated[bool, flag("--revoke", help=N_("It does not hold any more."))] = False,
) -> None:
    if revoke and next_:
        raise UsageError(
            _("What is revoked is not reviewed again."), hint=_("Leave --next or --revoke out.")
        )
    with writing(call) as tx:
        outcome = resolving.ResolutionOutcome(
            status=ResolutionStatus.REVOKED if revoke else None,
            review_on=next_.on(tx.clock) if next_ else None,
            remark=note,
        )
        row = resolving.record_outcome(tx, *number, outcome)
    finish(call, row)
