"""`jinlin issue merge`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.kinds import ISSUE
from jinlin.issue.commands.shared.one_issue import carry_out, full_number
from jinlin.issue.record import links
from jinlin.issue.record.queries import find
from jinlin.output.command.kind import AskedFor

if TYPE_CHECKING:
    from jinlin.issue.record.queries import IssueRow
    from jinlin.store.transaction.tx import Tx


def merge(
    call: Call,
    number: options.Issue,
    into: Annotated[
        str,
        ISSUE.option(help=N_("The issue that goes on."), asked=AskedFor(N_("Into which issue"))),
    ],
) -> None:
    meant = full_number(call, into)
    merged: list[str] = []

    def act(tx: Tx, issue: IssueRow) -> IssueRow:
        merged.append(issue.label)
        return links.merge_issues(tx, issue, find(tx, meant))

    carry_out(
        call, number, act, lambda _issue: _("{number} was merged into it").format(number=merged[0])
    )
