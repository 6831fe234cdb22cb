"""What the verbs of the money share: their options, and which project, door and day is meant."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated, NamedTuple, TypeAlias

from jinlin.complex.household.door import Door, doors_meant, find_household
from jinlin.complex.kinds import HOME
from jinlin.core.call import Call
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay
from jinlin.elevator.apportionment.household import Participation
from jinlin.elevator.money.account import checked_approver
from jinlin.elevator.money.door_accounts import DoorAccount, standing_of
from jinlin.elevator.money.dues import DueDoor, dues, projects_of_door
from jinlin.elevator.money.queries import BookEntry, account_of
from jinlin.elevator.project.parent import PROJECT
from jinlin.elevator.project.projects import Project, project, project_label, projects
from jinlin.elevator.rules.books import Books
from jinlin.member.own_branch import holders
from jinlin.output.asking import confirm
from jinlin.output.command.kind import AskedFor, flag
from jinlin.output.command.kinds import COME_DAY, NAME, TEXT, WHO
from jinlin.output.command.questions import ask
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader

ProjectWord: TypeAlias = Annotated[
    str | None, PROJECT.argument(help=N_("Which project; the one that goes on otherwise."))
]
ProjectNumber: TypeAlias = Annotated[str, PROJECT.argument(help=N_("Which project."))]
ProjectOption: TypeAlias = Annotated[
    str | None, PROJECT.option("--project", help=N_("Which project, where a door has several."))
]
DoorWord: TypeAlias = Annotated[
    str, HOME.argument(called=N_("DOOR"), help=N_("The door, like 3-1-502."))
]
Running: TypeAlias = Annotated[
    bool, flag("--running", help=N_("The books of the running elevator, not of the works."))
]
DayOption: TypeAlias = Annotated[
    SaidDay | None, COME_DAY.option("--date", help=N_("When; otherwise today."))
]
Approver: TypeAlias = Annotated[
    str | None,
    WHO.option(
        help=N_("Who approves it: neither payee nor handler; otherwise the account's checker.")
    ),
]
Reason: TypeAlias = Annotated[str, TEXT.option(help=N_("Why."), asked=AskedFor(N_("Why")))]


class DoorMeant(NamedTuple):
    """A door, its project, and where it stands there."""

    project: Project
    door: Door
    standing: DoorAccount


def book_of(running: bool) -> Books:
    """Return which books an option means."""
    return Books.RUNNING if running else Books.WORKS


def project_of(reader: Reader, door: Door, named: str | None) -> Project:
    """Return the project a door's money belongs to: one that goes on before one that was given up.

    Raises:
        NotFoundError: none is named and the door stands in none, or in several.
    """
    if named is not None:
        return project(reader, named)
    found = [project(reader, project_label(n)) for n in projects_of_door(reader, door.id)]
    going_on = [one for one in found if one.ended_on is None]
    if not going_on and found:
        going_on = [one for one in projects(reader, open_only=True) if _is_at(one, door)]
    found = going_on or found
    if len(found) > 1:
        raise NotFoundError(
            _("{door} stands in several projects: {projects}.").format(
                door=door.label, projects=_(", ").join(one.label for one in found)
            ),
            hint=_("Say which one: --project {project}").format(project=found[0].label),
        )
    return found[0] if found else project(reader, None)


def _is_at(one: Project, door: Door) -> bool:
    return one.building_id == door.building_id and one.entrance in (None, door.entrance)


def door_meant(reader: Reader, word: str, named: str | None, book: Books) -> DoorMeant:
    """Return the door a word means, and where it stands.

    Raises:
        NotFoundError: there is no such home or project.
        RuleError: no plan is adopted, or the door is no party to it.
    """
    door = door_said(reader, word, named)
    which = project_of(reader, door, named)
    standing = standing_of(reader, which, book, door.id)
    if standing is None and book is Books.WORKS:
        raise dues(reader, which).no_party(door.label)
    return DoorMeant(which, door, standing or _nothing_owed(door))


def door_said(reader: Reader, word: str, named: str | None) -> Door:
    """Return the door a word means; where several could be, the one of the project that goes on.

    Raises:
        UsageError: it cannot be read as a home.
        NotFoundError: there is none, or several could be meant.
    """
    found = doors_meant(reader, word)
    if len(found) > 1:
        with suppress(NotFoundError):
            which = project(reader, named)
            inside = [door for door in found if which.number in projects_of_door(reader, door.id)]
            if len(inside) == 1:
                return inside[0]
    return find_household(reader, word)


def _nothing_owed(door: Door) -> DoorAccount:
    from jinlin.elevator.rules.books import DoorBalance

    due = DueDoor(
        door.id, door.building, door.entrance, door.room, door.floor, Participation.PAYS, amount=0
    )
    return DoorAccount(due, DoorBalance(0, 0, 0), ())


def approver_said(call: Call, which: Project, given: str | None) -> str:
    """Return who approves a change of the books; asked for where there is no account to tell.

    Raises:
        UsageError: nobody was named, nor an account, and nobody can be asked.
        RuleError: who handles the money would approve it.
    """
    with reading(call) as reader:
        if given is None and account_of(reader, which) is None:
            given = ask(call, NAME, "--approved-by", _("Who approves it"))
        return checked_approver(reader, which, given)


def ask_about_secretary(call: Call, payee: str) -> None:
    """Ask before the secretary herself is named as the one who takes the money."""
    with reading(call) as reader:
        secretary = any(one.title == "书记" and one.name == payee for one in holders(reader))
    if secretary:
        confirm(
            call,
            _(
                "{name} is the secretary of the branch, which collects no money; name the owners'"
                " representative if you can. Name her all the same?"
            ).format(name=payee),
        )


def first_rows(call: Call, listing: Listing) -> Listing:
    """Return a listing with as many of its rows as are wanted, and how many there are in all."""
    rows, wanted = list(listing.rows), rows_wanted(call)
    return listing._replace(rows=rows[:wanted] if wanted else rows, total=len(rows))


def last_rows(call: Call, listing: Listing) -> Listing:
    """Return a listing with the latest of its rows, as many as are wanted."""
    rows, wanted = list(listing.rows), rows_wanted(call)
    return listing._replace(rows=rows[-wanted:] if wanted else rows, total=len(rows))


def entry_data(entry: BookEntry) -> dict[str, object]:
    """Return what JSON says of an entry; what it took out is negative."""
    return {
        "number": entry.label,
        "book": entry.book.value,
        "kind": entry.kind.value,
        "amount_fen": entry.amount,
        "effect_fen": entry.effect,
        "day": entry.day,
        "door": entry.door,
        "method": entry.method.value if entry.method else None,
        "counterparty_kind": entry.party.value if entry.counterparty else None,
        "payee": entry.payee,
        "account": entry.account,
        "handled_by": entry.handled_by,
        "approved_by": entry.approved_by,
        "reverses": entry.reverses,
        "reason": entry.reason,
    }


def balance_data(standing: DoorAccount) -> dict[str, object]:
    """Return what JSON says of where a door stands."""
    balance = standing.balance
    return {
        "due_fen": balance.due,
        "due_now_fen": balance.due_now,
        "paid_fen": balance.paid,
        "refunded_fen": balance.refunded,
        "arrears_fen": balance.arrears,
        "prepaid_fen": balance.prepaid,
        "outstanding_fen": balance.outstanding,
        "credit_fen": balance.credit,
    }
