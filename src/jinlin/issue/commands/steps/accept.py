"""`jinlin issue accept`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.in_charge import in_charge_for_sure
from jinlin.issue.commands.shared.one_issue import carry_out
from jinlin.issue.record import dispatch
from jinlin.issue.record.transitions import happened
from jinlin.output.command.kinds import WHO

if TYPE_CHECKING:
    from jinlin.issue.record.queries import IssueRow
    from jinlin.store.transaction.tx import Tx


def accept(
    call: Call,
    number: options.Issue,
    who: Annotated[
        str | None, WHO.option("--by", help=N_("Who takes it, if nobody has it."))
    ] = None,
    at: options.At = None,
) -> None:
    def act(tx: Tx, issue: IssueRow) -> IssueRow:
        person = options.somebody(tx, who)
        moment = happened(tx, issue, at) if at else None
        now = dispatch.accept_issue(tx, issue, who=person, at=moment)
        named.append(in_charge_for_sure(tx, now))
        return now

    named: list[str] = []

    carry_out(
        call,
        number,
        act,
        lambda issue: _("accepted by {who}, due {due}").format(who=named[0], due=issue.due_on),
    )
