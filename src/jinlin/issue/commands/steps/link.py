"""`jinlin issue link`: what belongs together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.kinds import ISSUE
from jinlin.issue.commands.shared.one_issue import carry_out, full_number
from jinlin.issue.record import links
from jinlin.issue.record.queries import find
from jinlin.output.command.kind import AskedFor, flag

if TYPE_CHECKING:
    from jinlin.issue.record.queries import IssueRow
    from jinlin.store.transaction.tx import Tx


def link(
    call: Call,
    number: options.Issue,
    other: Annotated[
        str,
        ISSUE.argument(
            called=N_("OTHER"), help=N_("The other issue."), asked=AskedFor(N_("The other issue"))
        ),
    ],
    part: Annotated[bool, flag("--part-of", help=N_("The first is a part of the other."))] = False,
    remove: Annotated[bool, flag("--remove", help=N_("Take them apart again."))] = False,
) -> None:
    meant = full_number(call, other)

    others: list[str] = []

    def act(tx: Tx, issue: IssueRow) -> IssueRow:
        found = find(tx, meant)
        others.append(found.label)
        if remove:
            return links.unlink_issues(tx, issue, found)
        return links.make_part(tx, issue, found) if part else links.link_issues(tx, issue, found)

    what = (
        _("taken apart from {other}")
        if remove
        else _("a part of {other}")
        if part
        else _("linked to {other}")
    )
    carry_out(call, number, act, lambda _issue: what.format(other=others[0]))
