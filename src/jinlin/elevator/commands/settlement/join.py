"""`jinlin elevator join`."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Final

from jinlin.complex.household.door import find_household
from jinlin.complex.kinds import HOME
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.core.said import SaidDay, day_on
from jinlin.elevator.apportionment.option_words import parse_number
from jinlin.elevator.commands.money.shared import (
    Approver,
    DayOption,
    ProjectOption,
    Reason,
    approver_said,
    project_of,
)
from jinlin.elevator.commands.settlement.shared import Agreed, agree, carry_out
from jinlin.elevator.money.dues import dues
from jinlin.elevator.money.queries import door_sums
from jinlin.elevator.rules.books import Books
from jinlin.elevator.rules.settlement import JoinRule, years_between
from jinlin.elevator.settlement import actions
from jinlin.elevator.settlement.pages import join_formula, proposal_listing
from jinlin.output.command.kind import Number, WordKind
from jinlin.output.command.kinds import DAY
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader


def _read_factor(text: str) -> Fraction:
    factor = parse_number(text)
    if not 0 < factor <= 10:  # noqa: PLR2004  (far above any agreement)
        raise UsageError(
            _("“{text}” is no factor for a late joiner.").format(text=text),
            hint=_("Write it like 100% or 200%."),
        )
    return factor


FACTOR: Final = WordKind("factor", "P%", _read_factor)


def join(
    call: Call,
    door: Annotated[str, HOME.argument(called=N_("DOOR"), help=N_("Who joins, like 3-1-702."))],
    factor: Annotated[
        Fraction, FACTOR.option(help=N_("The share it would have had, times this: 200%."))
    ] = Fraction(1),
    since: Annotated[
        SaidDay | None, DAY.option(help=N_("Since when the elevator runs, for depreciation."))
    ] = None,
    free_years: Annotated[
        int, Number(low=0, high=100).option(help=N_("Years without depreciation."))
    ] = 5,
    life_years: Annotated[
        int | None,
        Number(low=1, high=100).option(help=N_("After so many years nothing is left to pay.")),
    ] = None,
    *,
    reason: Reason,
    approved_by: Approver = None,
    on: DayOption = None,
    project_: ProjectOption = None,
) -> None:
    rule = JoinRule(factor, free_years, life_years)
    _check_years(rule, since)
    with reading(call) as reader:
        home = find_household(reader, door)
        which = project_of(reader, home, project_)
        day = day_on(on, reader.clock).isoformat()
        actions.check_settled_on(reader, which, day)
        began = since.on(reader.clock).isoformat() if since else day
        times = rule.times(years_between(began, day))

        def propose(now: Reader) -> actions.Proposal:
            return actions.propose_join(now, dues(now, which), home, times)

        proposal = propose(reader)
        paid = door_sums(reader, which, Books.WORKS)
    share = next(s for s in proposal.shares if s.household.label == home.label)
    plan = proposal_listing(which, proposal, paid)
    formula = join_formula(share, rule, began if since else None, day)
    plan = plan._replace(notes=(formula, *plan.notes))
    text = _("{door} joins {project} and pays {amount} yuan; {down} doors pay less.").format(
        door=home.label,
        project=which.label,
        amount=yuan(share.amount),
        down=sum(proposal.change(one) < 0 for one in proposal.shares),
    )
    approver = approver_said(call, which, approved_by)
    seen = agree(call, plan, text, approver)
    carry_out(call, which, propose, Agreed(proposal, plan, seen, reason, approver, day))


def _check_years(rule: JoinRule, since: SaidDay | None) -> None:
    if rule.life_years is None:
        return
    if since is None:
        raise UsageError(
            _("--life-years needs --since."),
            hint=_("Say since when the elevator runs: --since DATE"),
        )
    if rule.life_years <= rule.free_years:
        raise UsageError(
            _("--life-years must be more than --free-years."),
            hint=_("Write it like --free-years 5 --life-years 15."),
        )
