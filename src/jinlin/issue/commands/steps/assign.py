"""`jinlin issue assign`: who is in charge, who does it, who is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import as_typed
from jinlin.core.naming import take_for
from jinlin.core.said import SaidDay
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.in_charge import (
    in_charge_for_sure,
    is_body,
    nobody_named,
    person_called,
)
from jinlin.issue.commands.shared.kinds import SHORT_NAME
from jinlin.issue.commands.shared.one_issue import carry_out
from jinlin.issue.record import dispatch
from jinlin.issue.record.queries import find
from jinlin.output.command.kind import AskedFor, flag
from jinlin.output.command.kinds import PLANNED_DAY, WHO
from jinlin.store.command.command import reading

if TYPE_CHECKING:
    from jinlin.issue.record.queries import IssueRow
    from jinlin.store.transaction.tx import Tx


def _nobody_named(call: Call, said: Mapping[str, Any]) -> UsageError:
    with reading(call) as reader:
        return nobody_named(reader, find(reader, said["number"]))


INSTEAD = ("unit", "doing", "inform", "uninform", "default")
"""With one of these, nobody need be named."""


def assign(
    call: Call,
    number: options.Issue,
    who: Annotated[
        str | None,
        WHO.argument(
            help=N_("A name, name@building, P12 or a phone's end."),
            asked=AskedFor(
                N_("Who takes charge"),
                where=lambda said: not any(said[name] for name in INSTEAD),
                refusal=_nobody_named,
            ),
        ),
    ] = None,
    unit: Annotated[
        str | None, SHORT_NAME.option(help=N_("A body in charge, such as 物业公司."))
    ] = None,
    doing: Annotated[str | None, WHO.option(help=N_("Who does the work, if another."))] = None,
    inform: Annotated[list[str] | None, WHO.option(help=N_("Who is to be told about it."))] = None,
    uninform: Annotated[
        list[str] | None, WHO.option(help=N_("Who no longer is."), named=True)
    ] = None,
    due: Annotated[
        SaidDay | None, PLANNED_DAY.option(help=N_("By when, where that changes."), free=True)
    ] = None,
    default: Annotated[
        bool, flag("--default", help=N_("Whoever looks after that building."))
    ] = False,
) -> None:
    if default and who is not None:
        raise UsageError(
            _("--default and a name contradict each other."), hint=_("Give only one of them.")
        )

    def act(tx: Tx, issue: IssueRow) -> IssueRow:
        body = unit
        if who and not unit and is_body(tx, who):
            body = who
            take_for(who, f"{as_typed('--unit')} {who}")
        steward = person_called(tx, who, issue=issue.label) if who and body != who else None
        hands = dispatch.Hands(
            steward=dispatch.default_steward(tx, issue) if default else steward,
            handler=body,
            doer=person_called(tx, doing, issue=issue.label) if doing else None,
            told=[person_called(tx, one, issue=issue.label) for one in inform or ()],
            untold=[person_called(tx, one) for one in uninform or ()],
        )
        now = dispatch.assign_issue(tx, issue, hands, due=due.on(tx.clock) if due else None)
        named.append(in_charge_for_sure(tx, now))
        return now

    named: list[str] = []
    carry_out(call, number, act, lambda issue: _now_with(issue, named[0], dated=due is not None))


def _now_with(issue: IssueRow, who: str, *, dated: bool) -> str:
    said = _("assigned to {who}").format(who=who) if who else _("recorded")
    said += _(", done by {who}").format(who=issue.doer) if issue.doer else ""
    return said + (_(", due {due}").format(due=issue.due_on) if dated else "")
