"""`jinlin issue assign`: who is in charge, who does it, who is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.in_charge import in_charge_for_sure, person_called
from jinlin.issue.commands.shared.one_issue import carry_out, number_question
from jinlin.issue.record import dispatch
from jinlin.issue.rules.texts import NAME_LENGTH, one_line
from jinlin.output.asking import Question, answers

if TYPE_CHECKING:
    from jinlin.issue.record.queries import IssueRow
    from jinlin.store.transaction.tx import Tx


def assign(
    call: Call,
    number: options.Number = None,
    who: Annotated[
        str | None,
        typer.Argument(metavar=_("WHO"), help=_("A name, name@building, P12 or a phone's end.")),
    ] = None,
    unit: Annotated[
        str | None, typer.Option(metavar=_("NAME"), help=_("A body in charge, such as 物业公司."))
    ] = None,
    doing: Annotated[
        str | None, typer.Option(metavar=_("WHO"), help=_("Who does the work, if another."))
    ] = None,
    inform: Annotated[
        list[str] | None, typer.Option(metavar=_("WHO"), help=_("Who is to be told about it."))
    ] = None,
    uninform: Annotated[
        list[str] | None, typer.Option(metavar=_("WHO"), help=_("Who no longer is."))
    ] = None,
    default: Annotated[
        bool, typer.Option("--default", help=_("Whoever looks after that building."))
    ] = False,
) -> None:
    if default and who is not None:
        raise UsageError(
            _("--default and a name contradict each other."), hint=_("Give only one of them.")
        )
    enough = any((unit, doing, inform, uninform, default))
    asked = Question(option=_("WHO"), text=_("Who takes charge"), given=who, optional=enough)
    said, name = answers(call, [number_question(number), asked])
    body = None if unit is None else one_line(unit, what=_("The body"), longest=NAME_LENGTH)

    def act(tx: Tx, issue: IssueRow) -> IssueRow:
        steward = person_called(tx, name, issue=issue.label) if name else None
        hands = dispatch.Hands(
            steward=dispatch.default_steward(tx, issue) if default else steward,
            handler=body,
            doer=person_called(tx, doing, issue=issue.label) if doing else None,
            told=[person_called(tx, one, issue=issue.label) for one in inform or ()],
            untold=[person_called(tx, one) for one in uninform or ()],
        )
        now = dispatch.assign_issue(tx, issue, hands)
        named.append(in_charge_for_sure(tx, now))
        return now

    named: list[str] = []
    carry_out(call, said, act, lambda issue: _now_with(issue, named[0]))


def _now_with(issue: IssueRow, who: str) -> str:
    said = _("assigned to {who}").format(who=who) if who else _("recorded")
    return said + (_(", done by {who}").format(who=issue.doer) if issue.doer else "")
