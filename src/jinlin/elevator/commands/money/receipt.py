"""`jinlin elevator receipt`: one receipt, or those of many days in one paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Any, Final

from jinlin.complex.building.queries import complex_name
from jinlin.complex.household.door import Door
from jinlin.complex.rules.address import is_door
from jinlin.core.call import Call
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.numerals import in_capitals
from jinlin.core.said import SaidDay
from jinlin.elevator.commands.kinds import ENTRY
from jinlin.elevator.commands.money.shared import (
    ProjectOption,
    Running,
    book_of,
    door_said,
    entry_data,
    project_of,
)
from jinlin.elevator.money.door_accounts import instalments_paid
from jinlin.elevator.money.queries import IN_BOOKS, OF_DOORS, BookEntry, entries, find_entry
from jinlin.elevator.money.receipt_page import HandedEntry, receipt_page
from jinlin.elevator.project.projects import Project, project, project_label
from jinlin.elevator.rules.books import EntryKind
from jinlin.output.command.kind import flag
from jinlin.output.command.kinds import BOUND_DAY
from jinlin.output.delivery.page import show_pages
from jinlin.output.listing.filter import Condition
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader

TEMPLATE = "收款收据"
_DIGITS: Final = 3
"""So many digits alone are the number of a room."""


def receipt(
    call: Call,
    number: Annotated[
        str | None,
        ENTRY.argument(
            called="R12", help=N_("R12 or X1-R12; V3 where a door was paid back; or the door.")
        ),
    ] = None,
    all_: Annotated[
        bool, flag("--all", help=N_("Every receipt that stands, a page each."))
    ] = False,
    start: Annotated[
        SaidDay | None, BOUND_DAY.option("--from", help=N_("Those from this day on."))
    ] = None,
    stop: Annotated[
        SaidDay | None, BOUND_DAY.option("--to", help=N_("Those up to this day."))
    ] = None,
    running: Running = False,
    project_: ProjectOption = None,
) -> None:
    many = all_ or start is not None or stop is not None
    if many is (number is not None):
        raise UsageError(
            _("Which receipt?"),
            hint=_("Name one, like R12, or all of a day: --all --from 2026-11-05 --to 2026-11-05"),
        )
    with reading(call) as reader:
        name = complex_name(reader)
        door = None if number is None else _door(reader, number, project_)
        if door is not None:
            which = project_of(reader, door, project_)
            wanted = IN_BOOKS([book_of(running)]) & OF_DOORS([door.id])
            found = [one for one in _handed(reader, which, wanted) if _stands(one.entry)]
        elif number is not None:
            entry = _receipt(reader, number)
            which = project(reader, project_label(entry.project))
            wanted = IN_BOOKS([entry.book]) & OF_DOORS([entry.household_id])
            found = [one for one in _handed(reader, which, wanted) if one.entry.id == entry.id]
        else:
            which = project(reader, project_)
            first = start.on(reader.clock).isoformat() if start else ""
            last = stop.on(reader.clock).isoformat() if stop else "9"
            found = [
                one
                for one in _handed(reader, which, IN_BOOKS([book_of(running)]))
                if _stands(one.entry) and first <= one.entry.day <= last
            ]
    if not found:
        raise NotFoundError(_("There is no such receipt."), hint=_("See: jinlin elevator ledger"))
    papers = [receipt_page(one, which, name) for one in found]
    told = [_data(one.entry, one.so_far) for one in found]
    data = {"project": which.label, "receipts": told} if many or door else told[0]
    show_pages(call, papers, data=data, template=TEMPLATE)


def _door(reader: Reader, word: str, named: str | None) -> Door | None:
    """Return the door whose receipts are meant; None where a word is the number of a receipt."""
    bare = word.isdecimal() and len(word) >= _DIGITS
    return door_said(reader, word, named) if bare or is_door(word) else None


def _receipt(reader: Reader, number: str) -> BookEntry:
    entry = find_entry(reader, number)
    if not _is_handed(entry):
        raise UsageError(
            _("{number} is no receipt.").format(number=entry.label),
            hint=_("See it: jinlin elevator ledger {number}").format(number=entry.label),
        )
    return entry


def _stands(entry: BookEntry) -> bool:
    """Whether it is a receipt that was not reversed."""
    return entry.series == "R" and entry.reversed_by is None


def _is_handed(entry: BookEntry) -> bool:
    """Whether a paper of it is handed over: a receipt, or the voucher of what was paid back."""
    return entry.series == "R" or (entry.kind is EntryKind.REFUND and entry.reverses is None)


def _handed(reader: Reader, which: Project, wanted: Condition) -> Iterator[HandedEntry]:
    """Yield what is handed over as it was written, each with what its door had in with it."""
    paid: Counter[int | None] = Counter()
    for entry in sorted(entries(reader, which, wanted), key=lambda one: one.id):
        paid[entry.household_id] += entry.effect
        if _is_handed(entry):
            so_far = paid[entry.household_id]
            parts = instalments_paid(reader, which, entry, so_far) if entry.series == "R" else ()
            yield HandedEntry(entry, so_far, parts)


def _data(entry: BookEntry, so_far: int) -> dict[str, Any]:
    return {
        **entry_data(entry),
        "payer": entry.counterparty,
        "amount_in_words": in_capitals(entry.amount),
        "reversed_by": entry.reversed_by,
        "so_far_fen": so_far,
    }
