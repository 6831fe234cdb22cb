"""The doors' own sub-accounts of the maintenance fund: a way of paying, never a lump off the total.

Where a city takes the money by area, each door still owes what the ladder says; the difference is
settled between the doors, and shown (practice.md 6.1).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from jinlin.complex.household.door import Door
from jinlin.core.i18n import N_, Message, Value
from jinlin.core.money import yuan
from jinlin.elevator.apportionment.scheme_files import load_scheme
from jinlin.elevator.money.account import needed_account
from jinlin.elevator.money.dues import DueDoor, Dues
from jinlin.elevator.money.participants import places_of, taking_part
from jinlin.elevator.money.receipts import NewPayment, check_sub_accounts, receive
from jinlin.elevator.project.projects import Project
from jinlin.elevator.rules.books import Books, PaymentMethod
from jinlin.elevator.rules.running_split import by_area
from jinlin.store.transaction.tx import Reader, Tx


class SubAccount(NamedTuple):
    """What a door's sub-account holds, as somebody was told; fen, day ISO text."""

    balance: int
    told_on: str
    source: str | None


def sub_accounts(reader: Reader, project: Project) -> dict[int, SubAccount]:
    """Return what is known of the sub-accounts, by household."""
    return {
        row["household_id"]: SubAccount(row["balance"], row["told_on"], row["source"])
        for row in reader.rows(
            "SELECT household_id, balance, told_on, source FROM elevator_fund WHERE project_id = ?",
            (project.id,),
        )
    }


def tell_balance(tx: Tx, project: Project, door: Door, told: SubAccount) -> None:
    """Record what a door's sub-account held before anything was drawn for this project."""
    before = tx.value(
        "SELECT id FROM elevator_fund WHERE project_id = ? AND household_id = ?",
        (project.id, door.id),
    )
    if before is None:
        tx.insert("elevator_fund", project_id=project.id, household_id=door.id, **told._asdict())
    else:
        tx.update("elevator_fund", before, **told._asdict())
    words: dict[str, Value] = {"door": door.label, "project": project.label}
    tx.describe(
        Message(N_("Recorded the maintenance fund sub-account of {door} for {project}"), words),
        reverse=Message(
            N_("set the maintenance fund sub-account of {door} for {project} back"), words
        ),
        subject=project.label,
    )


def taken_by_area(reader: Reader, owed: Dues, total: int) -> dict[int, int]:
    """Return what each door's sub-account gives when a sum is taken by area, in fen by household.

    Raises:
        RuleError: an area is unknown.
    """
    places = places_of(reader, owed)
    found = by_area(taking_part(reader, owed), load_scheme("area"), total)
    return {places[charge.household.label]: charge.amount for charge in found.charges}


def draw_by_area(
    tx: Tx, project: Project, doors: Sequence[DueDoor], taken: Mapping[int, int], day: str
) -> int:
    """Write what was taken by area as each door's own payment, each with its receipt.

    Returns:
        How many receipts were written.

    Raises:
        RuleError: no account is named, or a sub-account is known to hold less.
    """
    account = needed_account(tx, project)
    check_sub_accounts(tx, project, taken, doors)
    paid = [
        NewPayment(door, amount, day, PaymentMethod.FUND)
        for door in doors
        if (amount := taken.get(door.household_id, 0))
    ]
    receive(tx, project, Books.WORKS, paid, account)
    words: dict[str, Value] = {
        "project": project.label,
        "amount": yuan(sum(taken.values())),
        "count": len(paid),
    }
    tx.describe(
        Message(
            N_("{amount} yuan from {count} maintenance fund sub-accounts for {project}"), words
        ),
        reverse=Message(
            N_("take {count} payments from maintenance fund sub-accounts for {project} back"),
            words,
        ),
        subject=project.label,
    )
    return len(paid)
