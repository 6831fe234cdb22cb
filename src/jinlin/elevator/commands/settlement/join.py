"""`jinlin elevator join`."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated

import typer

from jinlin.complex.household.door import find_household
from jinlin.core.call import Call
from jinlin.core.clock import parse_day
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.elevator.apportionment.option_words import parse_number
from jinlin.elevator.commands.money.shared import (
    Approver,
    DayOption,
    ProjectOption,
    Reason,
    approver_said,
    day_said,
    project_of,
)
from jinlin.elevator.commands.settlement.shared import Agreed, agree, carry_out
from jinlin.elevator.commands.shared import kept
from jinlin.elevator.money.dues import dues
from jinlin.elevator.money.queries import door_sums
from jinlin.elevator.rules.books import Books
from jinlin.elevator.rules.settlement import JoinRule, years_between
from jinlin.elevator.settlement import actions
from jinlin.elevator.settlement.pages import proposal_listing
from jinlin.output.asking import Question, answers
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader


def join(
    call: Call,
    door: Annotated[str, typer.Argument(metavar=_("DOOR"), help=_("Who joins, like 3-1-702."))],
    factor: Annotated[
        str,
        typer.Option(metavar="P%", help=_("So many times the share it would have had, like 200%.")),
    ] = "1",
    since: Annotated[
        str | None,
        typer.Option(metavar=_("DATE"), help=_("Since when the lift runs, for depreciation.")),
    ] = None,
    free_years: Annotated[
        int, typer.Option(metavar="N", min=0, max=100, help=_("Years without depreciation."))
    ] = 5,
    life_years: Annotated[
        int | None,
        typer.Option(
            metavar="N", min=1, max=100, help=_("After so many years nothing is left to pay.")
        ),
    ] = None,
    reason: Reason = None,
    approved_by: Approver = None,
    on: DayOption = None,
    project_: ProjectOption = None,
) -> None:
    rule = JoinRule(_factor(factor), free_years, life_years)
    _check_years(rule, since)
    [why] = answers(call, [Question(option="--reason", text=_("Why"), given=kept(reason))])
    with reading(call) as reader:
        home = find_household(reader, door)
        which = project_of(reader, home, project_)
        day = day_said(on, reader.clock)
        actions.check_settled_on(reader, which, day)
        began = parse_day(since, reader.clock).isoformat() if since else day
        times = rule.times(years_between(began, day))

        def propose(now: Reader) -> actions.Proposal:
            return actions.propose_join(now, dues(now, which), home, times)

        proposal = propose(reader)
        paid = door_sums(reader, which, Books.WORKS)
    share = next(s for s in proposal.shares if s.household.label == home.label)
    plan = proposal_listing(which, proposal, paid)
    text = _("{door} joins {project} and pays {amount} yuan; {down} doors pay less.").format(
        door=home.label,
        project=which.label,
        amount=yuan(share.amount),
        down=sum(proposal.change(one) < 0 for one in proposal.shares),
    )
    approver = approver_said(call, which, approved_by)
    seen = agree(call, plan, text, approver)
    carry_out(call, which, propose, Agreed(proposal, plan, seen, why, approver, day))


def _factor(text: str) -> Fraction:
    factor = parse_number(text)
    if not 0 < factor <= 10:  # noqa: PLR2004  (far above any agreement)
        raise UsageError(
            _("“{text}” is no factor for a late joiner.").format(text=text),
            hint=_("Write it like 100% or 200%."),
        )
    return factor


def _check_years(rule: JoinRule, since: str | None) -> None:
    if rule.life_years is None:
        return
    if since is None:
        raise UsageError(
            _("--life-years needs --since."), hint=_("Say since when the lift runs: --since DATE")
        )
    if rule.life_years <= rule.free_years:
        raise UsageError(
            _("--life-years must be more than --free-years."),
            hint=_("Write it like --free-years 5 --life-years 15."),
        )
