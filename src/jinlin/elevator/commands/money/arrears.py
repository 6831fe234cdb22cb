"""`jinlin elevator arrears`: which doors are behind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.columns import Kind
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.elevator.commands.money.shared import (
    ProjectWord,
    Running,
    book_of,
    first_rows,
)
from jinlin.elevator.consent.doors import unsigned
from jinlin.elevator.money.door_accounts import DoorAccount, running_standings, works_standings
from jinlin.elevator.money.dues import dues, given_up_words
from jinlin.elevator.project.projects import Project, place_words, project
from jinlin.elevator.rules.books import Books
from jinlin.output.command.kind import flag
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader

MESSAGE_LIMIT = 500
"""WeChat folds what is longer."""


def arrears(
    call: Call,
    number: ProjectWord = None,
    everybody: Annotated[bool, flag("--all", help=N_("Also doors that owe nothing."))] = False,
    running: Running = False,
    public: Annotated[
        bool, flag("--public", help=N_("Refused: such a list is never posted."))
    ] = False,
) -> None:
    if public:
        raise RuleError(
            _("Arrears by door never enter a public paper (Civil Code 1033, 1034)."),
            hint=_(
                "What may be posted: jinlin elevator disclose. One to one: jinlin elevator remind"
                " DOOR"
            ),
        )
    with reading(call) as reader:
        which = project(reader, number)
        book = book_of(running)
        owed = dues(reader, which) if book is Books.WORKS else None
        found = works_standings(reader, which, owed) if owed else running_standings(reader, which)
        late = [s for s in found if s.balance.arrears]
        free = not_bound(reader, which, book, late)
    back = [s for s in found if s.balance.credit]
    given_up = owed is not None and owed.given_up
    shown = found if everybody else back if given_up else late
    notes = (given_up_words(which), _to_have_back(which, back)) if given_up else _behind(late)
    listing = Listing.of(
        "doors",
        _("Where the doors stand, {kind} of {place} (for the leader, not to be posted)").format(
            kind=which.kind.label, place=place_words(which)
        ),
        (
            Cell("door", _("Door"), "door.label"),
            Cell("floor", _("Floor"), "door.floor", Kind.INTEGER),
            Cell("due_fen", _("Owes"), "balance.due", Kind.MONEY),
            Cell("due_now_fen", _("Due by now"), "balance.due_now", Kind.MONEY),
            Cell("net_fen", _("Paid in"), "balance.net", Kind.MONEY),
            Cell("arrears_fen", _("Not yet in"), "balance.arrears", Kind.MONEY),
            Cell("prepaid_fen", _("Ahead"), "balance.prepaid", Kind.MONEY),
            Cell("credit_fen", _("To have back"), "balance.credit", Kind.MONEY),
        ),
        shown,
        empty=_("No door is behind."),
        notes=(*notes, *free),
    )
    show(call, first_rows(call, listing))


def _behind(late: Sequence[DoorAccount]) -> tuple[str, ...]:
    if not late:
        return ()
    text = _(
        "{count} doors, {amount} yuan not yet in. Remind them one by one: jinlin elevator remind"
        " DOOR"
    )
    return (text.format(count=len(late), amount=yuan(sum(s.balance.arrears for s in late))),)


def _to_have_back(which: Project, back: Sequence[DoorAccount]) -> str:
    return _(
        "{count} doors have {amount} yuan to have back. Pay back: jinlin elevator refund DOOR"
        " --project {number}"
    ).format(number=which.label, count=len(back), amount=yuan(sum(s.balance.credit for s in back)))


def not_bound(
    reader: Reader, which: Project, book: Books, behind: Sequence[DoorAccount]
) -> list[str]:
    """Return the caution that a ballot binds nobody to pay (民法典 283), where it is needed."""
    if book is Books.RUNNING or not behind:
        return []
    doors = unsigned(reader, which, [s.door.household_id for s in behind])
    if not doors:
        return []
    return [
        _(
            "No payment agreement signed: {doors}. A ballot that passed does not oblige them to pay"
            " the amount of the scheme (Civil Code art. 283); talk of the agreement first."
        ).format(doors=_(", ").join(doors[:10]) + (" …" if doors[10:] else ""))
    ]
