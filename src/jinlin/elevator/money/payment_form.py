"""What doors pay on a form (collection list): who owes how much, with room for what was paid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from jinlin.complex.building.queries import complex_name
from jinlin.core.i18n import N_, _
from jinlin.elevator.money.door_accounts import DoorAccount
from jinlin.elevator.project.projects import Project
from jinlin.elevator.rules.books import Books, PaymentMethod
from jinlin.output.importing.form import SheetForm
from jinlin.store.transaction.tx import Reader

ASKED: Final = {
    "paid": N_("required: the amount in yuan; empty is not paid"),
    "paid_on": N_("required: a day, such as 2026-11-05"),
    "payer": N_("optional: who paid, where it was not the owners"),
    "method": N_("optional: choose from the list"),
}


def payment_form() -> SheetForm:
    """Return what stands on the form."""
    owed = (_("Not yet in"), _("Still to come in all"))
    return SheetForm(
        title=N_("Form for payments"),
        given=("address", "floor", *owed),
        asked=ASKED,
        choices={"method": tuple(PaymentMethod.labels().values())},
        numbers=frozenset({*owed, "paid"}),
    )


def payment_form_number(reader: Reader, project: Project, book: Books) -> str:
    """Return the number of the form for one book of a project."""
    return f"{complex_name(reader)}-{project.label}-{'P' if book is Books.WORKS else 'Q'}"


def payment_rows(found: Sequence[DoorAccount]) -> list[tuple[str | float, ...]]:
    """Return what each door owes: what fell due and is not in, and all that is to come."""
    return [
        (
            one.door.label,
            str(one.door.floor),
            one.balance.arrears / 100,
            one.balance.outstanding / 100,
        )
        for one in found
    ]
