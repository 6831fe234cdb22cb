"""`jinlin issue visit`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.kinds import LINES
from jinlin.issue.commands.shared.one_issue import carry_out
from jinlin.issue.record.transitions import happened
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import WHO

if TYPE_CHECKING:
    from jinlin.issue.record.queries import IssueRow
    from jinlin.store.transaction.tx import Tx


def visit(
    call: Call,
    number: options.Issue,
    text: Annotated[
        str,
        LINES.argument(
            help=N_("What was found or agreed."), asked=AskedFor(N_("What was found or agreed"))
        ),
    ],
    who: Annotated[
        str | None, WHO.option("--by", help=N_("Who went; else who does the work."))
    ] = None,
    at: options.At = None,
) -> None:
    from jinlin.issue.record.dispatch import visit_issue

    def act(tx: Tx, issue: IssueRow) -> IssueRow:
        moment = happened(tx, issue, at)
        person = options.somebody(tx, who)
        return visit_issue(tx, issue, text, who=person, at=moment)

    carry_out(call, number, act, lambda _i: _("visit noted down"))
