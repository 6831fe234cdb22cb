"""`jinlin issue joint`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.kinds import LINES
from jinlin.issue.commands.shared.one_issue import carry_out
from jinlin.issue.escalation import arrivals
from jinlin.issue.record.transitions import happened
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import PLANNED_DAY

if TYPE_CHECKING:
    from jinlin.issue.record.queries import IssueRow
    from jinlin.store.transaction.tx import Tx


def joint(
    call: Call,
    number: options.Issue,
    text: Annotated[
        str,
        LINES.argument(
            help=N_("What is done together, and by whom."),
            asked=AskedFor(N_("What is done together, and by whom")),
        ),
    ],
    at: options.At = None,
    recheck: Annotated[
        SaidDay | None,
        PLANNED_DAY.option(help=N_("When the result is looked at; it is due then.")),
    ] = None,
) -> None:
    def act(tx: Tx, issue: IssueRow) -> IssueRow:
        moment = happened(tx, issue, at)
        day = recheck.on(tx.clock) if recheck else None
        return arrivals.joint_handling(tx, issue, text, at=moment, recheck=day)

    carry_out(
        call,
        number,
        act,
        lambda issue: _("joint handling noted down, due {due}").format(due=issue.due_on),
    )
