"""A settlement as a table: what each door owes now, what it pays or has back, who approved it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from jinlin.core.columns import Kind
from jinlin.core.days.written import written_day
from jinlin.core.decimals import plain
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.core.sentences import clauses, in_a_row, sentence
from jinlin.elevator.apportionment.odd_units import Claim, odd_note, odd_units
from jinlin.elevator.money.dues import Dues, Settlement
from jinlin.elevator.money.participants import frozen_plan
from jinlin.elevator.money.queries import DoorSums
from jinlin.elevator.project.projects import Project, place_words
from jinlin.elevator.rules.books import AccountTotals
from jinlin.elevator.rules.settlement import JoinRule, SettledShare, claims_of_shares, years_between
from jinlin.elevator.settlement.actions import Proposal
from jinlin.output.listing.listing import Cell, Listing, On
from jinlin.store.transaction.tx import Reader


class _Settled(NamedTuple):
    """A door in a settlement: what it owed before and owes now, and what it paid in; fen."""

    door: str
    floor: int
    before: int
    amount: int
    sums: DoorSums

    @property
    def net(self) -> int:
        """What it paid in and was not paid back."""
        return self.sums.paid - self.sums.refunded

    @property
    def call(self) -> int:
        """What it has yet to pay."""
        return max(0, self.amount - self.net)

    @property
    def back(self) -> int:
        """What it is to have back."""
        return max(0, self.net - self.amount)


def settled_title(which: Project, version: int) -> str:
    """Return what a settlement is called."""
    return _("Settlement {version} of the {kind} of {place}").format(
        version=version, kind=which.kind.label, place=place_words(which)
    )


def proposal_listing(which: Project, proposal: Proposal, paid: Mapping[int, DoorSums]) -> Listing:
    """Return what the doors would owe."""
    rows = [
        _Settled(
            share.household.label,
            share.household.floor,
            share.amount - proposal.change(share),
            share.amount,
            paid.get(proposal.places[share.household.label], DoorSums()),
        )
        for share in proposal.shares
    ]
    title = _("What the doors of project {project} would owe").format(project=which.label)
    return _listing(which, title, rows, odd_note(odd_units(claims_of_shares(proposal.shares))))


def settled_listing(
    reader: Reader, which: Project, owed: Dues, paid: Mapping[int, DoorSums]
) -> Listing:
    """Return what the doors owe by the latest settlement, of which there is one."""
    latest = owed.settlements[-1]
    rows = [
        _Settled(
            door.label,
            door.floor,
            door.before or 0,
            door.amount,
            paid.get(door.household_id, DoorSums()),
        )
        for door in owed.doors
    ]
    return _listing(
        which,
        settled_title(which, latest.version),
        rows,
        odd_note(odd_units(settled_claims(reader, owed))),
        *_told(latest),
    )


def not_in_the_books(total: int, relief: int, books: AccountTotals) -> Iterator[str]:
    """Say what of a settlement the books do not show: spending not made, money not come; fen."""
    if books.spending != total:
        yield _("The books show {spent} yuan spent; the final cost is {total} yuan.").format(
            spent=yuan(books.spending), total=yuan(total)
        )
    if books.spending < total:
        yield _(
            "{left} yuan is still to be paid out (or its spending to be entered): the account holds"
            " {held} yuan. Pay it before doors are paid back."
        ).format(left=yuan(total - books.spending), held=yuan(books.balance))
    if books.elsewhere < relief:
        yield _(
            "{relief} yuan from elsewhere is counted; the books show {come} yuan: {left} yuan has"
            " yet to come."
        ).format(
            relief=yuan(relief), come=yuan(books.elsewhere), left=yuan(relief - books.elsewhere)
        )


def owed_to_builder(owed: Dues, books: AccountTotals) -> str:
    """Say that the account does not hold what is still to be paid for the works; else empty."""
    final = owed.final
    left = 0 if final is None or final.total is None else final.total - books.spending
    if left <= max(books.balance, 0):
        return ""
    return _(
        "Mind: the account holds {held} yuan; {left} yuan of the final cost is still to be paid out"
        " by the books."
    ).format(held=yuan(books.balance), left=yuan(left))


def settled_claims(reader: Reader, owed: Dues) -> list[Claim]:
    """Return what the doors bear by the latest settlement, as `claims_of_shares` does."""
    latest = owed.settlements[-1]
    caps = frozen_plan(reader, owed).caps
    joined = {settlement.joiner_id for settlement in owed.settlements}
    rows = reader.rows(
        "SELECT household_id, weight FROM elevator_settlement_share WHERE settlement_id = ?",
        (latest.id,),
    )
    weights = {row["household_id"]: row["weight"] for row in rows}
    return [
        Claim(door.label, (weights[door.household_id], caps.get(door.label)), door.amount)
        for door in owed.doors
        if Fraction(weights[door.household_id]) and door.household_id not in joined
    ]


def _told(latest: Settlement) -> Iterator[str]:
    """Say why a settlement was made and opened again, and who approved it."""
    nobody = _("not recorded")
    yield _("Reason: {reason}; approved by {approver}; {day}.").format(
        reason=latest.reason,
        approver=latest.approved_by or nobody,
        day=written_day(latest.settled_on),
    )
    if latest.reopened_on:
        yield _("Opened again on {day}: {reason}; approved by {approver}.").format(
            day=written_day(latest.reopened_on),
            reason=latest.reopened_reason,
            approver=latest.reopened_by or nobody,
        )


def settlements_listing(found: Sequence[Settlement]) -> Listing:
    """Return the settlements of a project, with why each was made and who approved it."""
    opened_again = On.BOTH if any(one.reopened_on for one in found) else On.FILES
    return Listing.of(
        "settlements",
        _("Settlements"),
        (
            Cell("version", _("Nr"), kind=Kind.INTEGER),
            Cell(
                "kind",
                _("What"),
                labels={"final": _("final cost"), "join": _("a door joined")},
            ),
            Cell("settled_on", _("Date"), kind=Kind.DATE),
            Cell("total_fen", _("Final cost (yuan)"), "total", Kind.MONEY),
            Cell("reason", _("Reason")),
            Cell("approved_by", _("Approved by")),
            Cell("reopened_on", _("Opened again on"), kind=Kind.DATE, on=opened_again),
            Cell("reopened_reason", _("Why opened again"), on=opened_again),
            Cell("reopened_by", _("Opening approved by"), on=opened_again),
        ),
        found,
    )


def join_formula(share: SettledShare, rule: JoinRule, since: str | None, until: str) -> str:
    """Say how the amount of a late joiner came about, as a formula with its figures.

    Args:
        share: its own.
        rule: what was agreed.
        since: the day from which the elevator runs, ISO text; None where it was not said.
        until: the day on which it joins, ISO text.
    """
    factors = [_("{factor}%").format(factor=plain(rule.factor * 100))]
    said = ""
    if rule.life_years is not None and since is not None:
        years, span = years_between(since, until), rule.life_years - rule.free_years
        if years > rule.free_years:
            left = max(rule.life_years - years, 0)
            factors.append(f"({rule.life_years}-{min(years, rule.life_years)})/{span}")
            said = _(
                "Running since {day}: {years} whole years; nothing is taken off in the first"
                " {free}, nothing is left after {life}, so {left} of {span} are left."
            )
        else:
            left = span
            said = _(
                "Running since {day}: {years} whole years; nothing is taken off in the first"
                " {free}."
            )
        said = said.format(
            day=written_day(since), years=years, free=rule.free_years,
            life=rule.life_years, left=left, span=span,
        )  # fmt: skip
    formula = _(
        "How it was reckoned: {whole} yuan (the share {door} would have had among all) × {factors}"
        " = {amount} yuan; what is below one fen is left out."
    ).format(
        whole=yuan(share.whole or 0),
        door=share.household.label,
        factors=" × ".join(factors),
        amount=yuan(share.amount),
    )
    others = _("It is taken off the others by their weights, to the fen.")
    return in_a_row([formula, *([said] if said else []), others])


def _together(rows: Sequence[_Settled]) -> str:
    """Return what the doors owe in all, and what is to be paid or paid back; nothing of zero."""
    sums = (
        (N_("to pay {amount} yuan"), sum(row.call for row in rows)),
        (N_("to have back {amount} yuan"), sum(row.back for row in rows)),
    )
    owed = _("Together {amount} yuan").format(amount=yuan(sum(row.amount for row in rows)))
    return sentence(
        clauses(owed, *(_(said).format(amount=yuan(total)) for said, total in sums if total))
    )


def _to_refund(which: Project) -> str:
    return _("Pay back: jinlin elevator refund DOOR --project {project}").format(
        project=which.label
    )


def _listing(which: Project, title: str, rows: list[_Settled], *told: str) -> Listing:
    back = sum(row.back for row in rows)
    return Listing.of(
        "doors",
        title,
        (
            Cell("door", _("Door")),
            Cell("floor", _("Floor"), kind=Kind.INTEGER),
            Cell("before_fen", _("Before"), "before", Kind.MONEY),
            Cell("amount_fen", _("Owes now"), "amount", Kind.MONEY),
            Cell("net_fen", _("Paid in"), "net", Kind.MONEY),
            Cell("call_fen", _("To pay"), "call", Kind.MONEY),
            Cell("refund_fen", _("To have back"), "back", Kind.MONEY),
        ),
        rows,
        notes=(
            _together(rows),
            *((_to_refund(which),) if back else ()),
            *filter(None, told),
        ),
    )
