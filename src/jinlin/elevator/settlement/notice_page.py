"""The notice of a settlement: final cost, standard of each floor, what is paid back, in sums.

What a single door owes stands on no board (practice.md 5.1).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.days.written import day_words, written_day
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.money import in_yuan, yuan, yuan_range, yuan_words
from jinlin.core.sentences import in_a_row, sentence
from jinlin.documents.page import BLANK, Block, Closing, Form, Heading, Page, Paragraph, Table
from jinlin.elevator.money.dues import DueDoor, Dues, Settlement
from jinlin.elevator.money.queries import DoorSums
from jinlin.elevator.project.projects import Project, place_words
from jinlin.elevator.rules.books import AccountTotals

_DAYS: Final = 7
"""How long it hangs, by custom; no rule on it was found for Fujian."""


class SettledWorks(NamedTuple):
    """What is posted of a settlement; money in fen.

    Attributes:
        planned: what each door owed by the scheme, by household.
        paid: what each door paid in and was paid back, by household.
        books: the account of the works in sums.
        today: the civil day.
    """

    project: Project
    owed: Dues
    planned: Mapping[int, int]
    paid: Mapping[int, DoorSums]
    books: AccountTotals
    today: date

    @property
    def net(self) -> int:
        """What the doors bear together."""
        return sum(door.amount for door in self.owed.doors)

    @property
    def balances(self) -> list[int]:
        """What each door has yet to pay; below zero what it has to have back."""
        found = []
        for door in self.owed.doors:
            sums = self.paid.get(door.household_id, DoorSums())
            found.append(door.amount - sums.paid + sums.refunded)
        return found


def settlement_notice(works: SettledWorks, complex_name: str) -> Page:
    """Return the notice of the latest settlement of the final cost.

    Raises:
        RuleError: the works are not settled.
    """
    project, final = works.project, works.owed.final
    if final is None:
        raise RuleError(
            _("Project {project} is not settled yet.").format(project=project.label),
            hint=_("Settle it: jinlin elevator settle {project} --final MONEY").format(
                project=project.label
            ),
        )
    return Page(
        title=_("Notice of the settlement of the {kind} at {place}").format(
            kind=project.kind.label, place=place_words(project)
        ),
        above=(complex_name,),
        blocks=tuple(_blocks(works, final)),
        form=Form.SHEET,
        one_sheet=True,
        code=project.label,
    )


def _blocks(works: SettledWorks, final: Settlement) -> Iterator[Block]:
    project = works.project
    place, kind = place_words(project), project.kind.label
    yield Paragraph(_("To the owners of {place}:").format(place=place), flush=True)
    yield Paragraph(
        _(
            "The works of the {kind} at {place} are finished. Their cost was settled on {day},"
            " checked by {approver}, and is shared anew by the rule of the scheme as follows."
        ).format(
            kind=kind,
            place=place,
            day=written_day(final.settled_on),
            approver=final.approved_by or BLANK,
        )
    )
    yield Heading(_("1. Cost"))
    yield _cost(works, final)
    yield Heading(_("2. Standard of each floor"))
    yield _floors(works)
    yield from _remainder(works)
    yield Heading(_("3. Paid back and to pay"))
    yield Paragraph(_both_ways(works.balances))
    yield Paragraph(_account(works, final))
    yield Paragraph(
        _(
            "This hangs for {days} days, from {blank} to {blank}. Whoever objects to the settlement"
            " does so within this time, in writing. To be handed to: {contact}"
        ).format(days=_DAYS, blank=BLANK, contact=sentence(project.contact or BLANK))
    )
    yield Closing((project.responsible or BLANK, day_words(works.today)))


def _cost(works: SettledWorks, final: Settlement) -> Table:
    plan, total, relief = works.owed.plan, final.total or 0, final.relief or 0
    planned = sum(works.planned.values())
    rows = (
        (_("Gross cost"), plan.total, total),
        (_("Subsidies and other income"), plan.total - planned, relief),
        (_("Shared by the homes"), planned, works.net),
    )
    return Table(
        (_("Part of the cost"), _("Scheme (yuan)"), _("Settled (yuan)"), _("Difference (yuan)")),
        tuple((what, yuan(before), yuan(now), yuan(now - before)) for what, before, now in rows),
        numeric=(False, True, True, True),
    )


def _floors(works: SettledWorks) -> Table:
    by_floor: dict[int, list[tuple[int | None, int]]] = {}
    for door in works.owed.doors:
        told = works.planned.get(door.household_id), door.amount - _odd(works, door)
        by_floor.setdefault(door.floor, []).append(told)
    rows = (
        (
            str(floor),
            str(len(doors)),
            _range([planned for planned, _now in doors if planned is not None]),
            _range([now for _planned, now in doors]),
        )
        for floor, doors in sorted(by_floor.items())
    )
    return Table(
        (_("Floor"), _("Homes"), _("By the scheme, each (yuan)"), _("Settled, each (yuan)")),
        tuple(rows),
        numeric=(True, True, True, True),
    )


def _odd(works: SettledWorks, door: DueDoor) -> int:
    """Return what of a door's amount fills no whole unit."""
    return door.amount % works.owed.unit


def _remainder(works: SettledWorks) -> Iterator[Block]:
    """Yield who bears what is left when all amounts are rounded: one home, told by its floor."""
    for door in works.owed.doors:
        if odd := _odd(works, door):
            yield Paragraph(
                _(
                    "{amount} that fill no whole unit are borne by one home of floor {floor}."
                ).format(amount=in_yuan(odd), floor=door.floor)
            )


def _range(amounts: list[int]) -> str:
    return yuan_range(min(amounts), max(amounts)) if amounts else ""


def _both_ways(balances: list[int]) -> str:
    """Return how many homes pay how much, how many have how much back; no single one."""
    call = [fen for fen in balances if fen > 0]
    back = [-fen for fen in balances if fen < 0]
    said = []
    if call:
        said.append(
            _("Homes that have yet to pay: {count}, together {amount}.").format(
                count=len(call), amount=yuan_words(sum(call))
            )
        )
    if back:
        said.append(
            _("Homes that have money to have back: {count}, together {amount}.").format(
                count=len(back), amount=yuan_words(sum(back))
            )
        )
    if not said:
        said.append(_("No home has anything to pay or to have back."))
    said.append(_("What a single home pays or has back it is told by itself."))
    return in_a_row(said)


def _account(works: SettledWorks, final: Settlement) -> str:
    """Return what was spent, what the account holds, and what becomes of that."""
    books = works.books
    said = [
        _("By {day} {spent} was spent; the account holds {held}.").format(
            day=day_words(works.today),
            spent=yuan_words(books.spending),
            held=yuan_words(books.balance),
        )
    ]
    due = (final.total or 0) - books.spending
    if due > 0:
        said.append(_("{left} of the cost is still to be paid.").format(left=yuan_words(due)))
    rest = books.balance + sum(works.balances) - due
    if rest == 0:
        said.append(_("Once all this is settled, nothing is left over."))
    elif rest > 0:
        said.append(
            _("{rest} are left over; those who paid decide together what becomes of it.").format(
                rest=yuan_words(rest)
            )
        )
    return in_a_row(said)
