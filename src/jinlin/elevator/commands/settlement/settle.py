"""`jinlin elevator settle`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.core.said import day_on
from jinlin.elevator.apportionment.caps import Cap
from jinlin.elevator.commands.kinds import CAP
from jinlin.elevator.commands.money.shared import (
    Approver,
    DayOption,
    ProjectWord,
    approver_said,
    first_rows,
)
from jinlin.elevator.commands.settlement.shared import Agreed, agree, carry_out
from jinlin.elevator.money.dues import dues
from jinlin.elevator.money.queries import door_sums, totals
from jinlin.elevator.project.projects import Project, project
from jinlin.elevator.rules.books import Books
from jinlin.elevator.settlement import actions
from jinlin.elevator.settlement.pages import (
    not_in_the_books,
    proposal_listing,
    settled_listing,
)
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import MONEY, TEXT
from jinlin.output.delivery.show import show
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader


def settle(
    call: Call,
    number: ProjectWord = None,
    final: Annotated[
        int | None,
        MONEY.option(help=N_("The final gross cost; without it what was settled is shown.")),
    ] = None,
    subsidy: Annotated[
        int | None, MONEY.option(help=N_("What came from elsewhere; otherwise what the books say."))
    ] = None,
    cap: Annotated[
        Cap | None, CAP.option(help=N_("A cap agreed anew; otherwise those of the plan hold."))
    ] = None,
    reason: Annotated[
        str | None,
        TEXT.option(
            help=N_("Why."),
            asked=AskedFor(N_("Why"), where=lambda said: said["final"] is not None),
        ),
    ] = None,
    approved_by: Approver = None,
    on: DayOption = None,
) -> None:
    if final is None:
        _show_settled(call, number)
        return
    with reading(call) as reader:
        which = project(reader, number)
        day = day_on(on, reader.clock).isoformat()
        actions.check_settled_on(reader, which, day)

        def propose(now: Reader) -> actions.Proposal:
            return actions.propose_final(
                now, which, dues(now, which), total=final, relief=subsidy, cap=cap
            )

        proposal = propose(reader)
        paid = door_sums(reader, which, Books.WORKS)
        books = totals(reader, which, Books.WORKS)
    counted = proposal.final.relief if proposal.final else 0
    for warning in not_in_the_books(final, counted, books):
        call.tell(warning)
    plan = proposal_listing(which, proposal, paid)
    approver = approver_said(call, which, approved_by)
    seen = agree(call, plan, _question(which, proposal), approver)
    carry_out(call, which, propose, Agreed(proposal, plan, seen, reason or "", approver, day))


def _question(which: Project, proposal: actions.Proposal) -> str:
    changes = [proposal.change(share) for share in proposal.shares]
    return _("Settle {project}: {net} yuan for the doors; {up} pay more, {down} pay less.").format(
        project=which.label,
        net=yuan(proposal.net),
        up=sum(change > 0 for change in changes),
        down=sum(change < 0 for change in changes),
    )


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
        paid = door_sums(reader, which, Books.WORKS)
        listing = settled_listing(reader, which, owed, paid)
        final, books = owed.final, totals(reader, which, Books.WORKS)
    if final is not None:
        lacking = not_in_the_books(final.total or 0, final.relief or 0, books)
        listing = listing._replace(notes=(*listing.notes, *lacking))
    show(call, first_rows(call, listing))
