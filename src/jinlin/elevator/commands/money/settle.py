"""`jinlin elevator settle`, `join` and `reopen`: shown first, backed up, then done."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Annotated, NamedTuple

import typer

from jinlin.complex.household.door import find_household
from jinlin.core.call import Call
from jinlin.core.clock import parse_day
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import _
from jinlin.core.money import parse_money, yuan
from jinlin.elevator.apportionment.parsing import parse_number
from jinlin.elevator.commands.money.shared import (
    Approver,
    DayOption,
    ProjectOption,
    ProjectWord,
    Reason,
    approver_said,
    day_said,
    first_rows,
    project_of,
    said,
)
from jinlin.elevator.money.dues import dues
from jinlin.elevator.money.queries import door_sums, totals
from jinlin.elevator.project.projects import Project, project
from jinlin.elevator.rules.entries import Book
from jinlin.elevator.rules.settlement import JoinRule, years_between
from jinlin.elevator.settlement import actions
from jinlin.elevator.settlement.pages import (
    not_in_the_books,
    proposal_listing,
    settled_listing,
    settled_title,
)
from jinlin.output.asking import Question, answers, confirm
from jinlin.output.command.grammar import called
from jinlin.output.delivery.saving import once_saved
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing
from jinlin.store.backup.backup import safeguard
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader


class Agreed(NamedTuple):
    """What was agreed to.

    Attributes:
        seen: it was shown and agreed to on a terminal, and is wanted nowhere else.
        reason: why.
        approver: who approves it.
        day: the day on which it was settled, ISO text.
    """

    proposal: actions.Proposal
    listing: Listing
    seen: bool
    reason: str
    approver: str
    day: str


def settle(
    ctx: typer.Context,
    number: ProjectWord = None,
    final: Annotated[
        str | None,
        typer.Option(
            metavar=_("MONEY"),
            help=_("The final gross cost; without it what was settled is shown."),
        ),
    ] = None,
    subsidy: Annotated[
        str | None,
        typer.Option(
            metavar=_("MONEY"),
            help=_("What came from elsewhere; otherwise what the books say."),
        ),
    ] = None,
    cap: Annotated[
        str | None,
        typer.Option(
            metavar="none|N|Nx|P%", help=_("A cap agreed anew; otherwise those of the plan hold.")
        ),
    ] = None,
    reason: Reason = None,
    approved_by: Approver = None,
    on: DayOption = None,
) -> None:
    call = called(ctx)
    if final is None:
        _show_settled(call, number)
        return
    total = parse_money(final)
    relief = parse_money(subsidy) if subsidy is not None else None
    [why] = answers(call, [Question(option="--reason", text=_("Why"), given=said(reason))])
    with reading(call) as reader:
        which = project(reader, number)
        day = day_said(on, reader.clock)
        actions.check_settled_on(reader, which, day)

        def propose(now: Reader) -> actions.Proposal:
            return actions.propose_final(
                now, which, dues(now, which), total=total, relief=relief, cap=cap
            )

        proposal = propose(reader)
        paid = door_sums(reader, which, Book.WORKS)
        books = totals(reader, which, Book.WORKS)
    counted = proposal.final.relief if proposal.final else 0
    for warning in not_in_the_books(total, counted, books):
        call.tell(warning)
    plan = proposal_listing(which, proposal, paid)
    changes = [proposal.change(share) for share in proposal.shares]
    text = _("Settle {project}: {net} yuan for the doors; {up} pay more, {down} pay less.").format(
        project=which.label,
        net=yuan(proposal.net),
        up=sum(change > 0 for change in changes),
        down=sum(change < 0 for change in changes),
    )
    approver = approver_said(call, which, approved_by)
    seen = _agree(call, plan, text, approver)
    _carry_out(call, which, propose, Agreed(proposal, plan, seen, why, approver, day))


def join(
    ctx: typer.Context,
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
    call = called(ctx)
    rule = JoinRule(_factor(factor), free_years, life_years)
    _check_years(rule, since)
    [why] = answers(call, [Question(option="--reason", text=_("Why"), given=said(reason))])
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
        paid = door_sums(reader, which, Book.WORKS)
    share = next(s for s in proposal.shares if s.household.label == home.label)
    plan = proposal_listing(which, proposal, paid)
    text = _("{door} joins {project} and pays {amount} yuan; {down} doors pay less.").format(
        door=home.label,
        project=which.label,
        amount=yuan(share.amount),
        down=sum(proposal.change(one) < 0 for one in proposal.shares),
    )
    approver = approver_said(call, which, approved_by)
    seen = _agree(call, plan, text, approver)
    _carry_out(call, which, propose, Agreed(proposal, plan, seen, why, approver, day))


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


def _agree(call: Call, plan: Listing, text: str, approver: str) -> bool:
    """Show what will happen where somebody is asked, and ask.

    Returns:
        Whether it was shown, and need not be shown again.
    """
    asked = call.environment.interactive and not (call.yes or call.dry_run)
    if asked:
        show(call._replace(output=None), first_rows(call, plan))
    confirm(call, _("{what} Approved by {approver}.").format(what=text, approver=approver))
    return asked and not call.output


def _carry_out(
    call: Call,
    which: Project,
    propose: Callable[[Reader], actions.Proposal],
    plan: Agreed,
) -> None:
    """Back the database up, write what was agreed to, and say so; show what was not shown yet.

    Raises:
        RuleError: another window changed meanwhile what would come of it.
    """
    safeguard(call)
    with once_saved(call) as held, writing(call) as tx:
        proposal = propose(tx)
        if proposal != plan.proposal:
            raise RuleError(
                _("Another window changed the database meanwhile; nothing was settled."),
                hint=_("Type the command again."),
            )
        version = actions.settle(
            tx, which, proposal, on=plan.day, reason=plan.reason, approved_by=plan.approver
        )
        title = settled_title(which, version)
        if plan.seen:
            held.tell(_("Written: {title}, {day}.").format(title=title, day=plan.day))
        else:
            notes = (*plan.listing.notes, _("Settled on {day}.").format(day=plan.day))
            listing = plan.listing._replace(title=title, notes=notes)
            show(held, first_rows(call, listing))
    if call.dry_run:
        call.tell(_("This was a rehearsal (--dry-run): nothing was saved."))


def _show_settled(call: Call, number: str | None) -> None:
    with reading(call) as reader:
        which = project(reader, number)
        owed = dues(reader, which)
        if not owed.settlements:
            raise RuleError(
                _("Project {project} is not settled yet.").format(project=which.label),
                hint=_("Settle it: jinlin elevator settle {project} --final MONEY").format(
                    project=which.label
                ),
            )
        paid = door_sums(reader, which, Book.WORKS)
        listing = settled_listing(reader, which, owed, paid)
        final, books = owed.final, totals(reader, which, Book.WORKS)
    if final is not None:
        lacking = not_in_the_books(final.total or 0, final.relief or 0, books)
        listing = listing._replace(notes=(*listing.notes, *lacking))
    show(call, first_rows(call, listing))
