"""`jinlin issue reopen`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidMoment
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.kinds import LINES
from jinlin.issue.commands.shared.one_issue import carry_out
from jinlin.issue.record import closure
from jinlin.issue.record.transitions import merged_into
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import PAST_MOMENT

if TYPE_CHECKING:
    from jinlin.issue.record.queries import IssueRow
    from jinlin.store.transaction.tx import Tx


def reopen(
    call: Call,
    number: options.AnyIssue,
    reason: Annotated[
        str,
        LINES.option(
            help=N_("Why it is back; needed."), asked=AskedFor(N_("Why it is opened again"))
        ),
    ],
    date: Annotated[
        SaidMoment | None,
        PAST_MOMENT.option(
            "--date",
            help=N_("When it was opened again: 11-10 or 11-10 09:00; now if not given."),
        ),
    ] = None,
) -> None:
    parted: list[str] = []

    def act(tx: Tx, issue: IssueRow) -> IssueRow:
        if other := merged_into(tx, issue):
            parted.append(other)
        return closure.reopen_issue(tx, issue, reason, said=date)

    carry_out(
        call, number, act, lambda issue: _("opened again, due {due}").format(due=issue.due_on)
    )
    for other in parted:
        call.tell(_("It is no longer merged into {other}.").format(other=other))
