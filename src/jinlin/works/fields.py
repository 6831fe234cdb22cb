"""Fields that registers of works share: an amount, the day of a paper, where something stands."""

from __future__ import annotations

from datetime import date
from typing import Any

from jinlin.core.columns import Personal
from jinlin.core.i18n import N_
from jinlin.output.command.kinds import PAST_DAY, PRICE, TEXT
from jinlin.output.register.row import field
from jinlin.output.register.rules import Draft
from jinlin.works.undertaking import check_past


def amount_field(
    label: str,
    help: str = N_("Like 480000 or 45万."),  # noqa: A002  (as Typer calls it)
    **more: Any,
) -> Any:
    """Declare the amount of a record; fen; `more` as in `RegisterField`."""
    asked = N_("The amount")
    return field(PRICE, label, help, word=True, names=("--money",), asked=asked, **more)


def day_field() -> Any:
    """Declare the day on which a paper was given."""
    return field(
        PAST_DAY,
        N_("Date"),
        N_("When; today if left out."),
        edit_help=N_("The day it was given."),
        names=("--date",),
        clears=False,
    )


def source_field(**more: Any) -> Any:
    """Declare where it stands, or who said it; `more` as in `RegisterField`."""
    told = N_("Where it is written, or who said it.")
    return field(TEXT, N_("Where from"), told, personal=Personal.TEXT, **more)


def check_day(draft: Draft, key: str) -> None:
    """Put today where no day was said, and refuse a day to come.

    Raises:
        RuleError: it lies ahead.
    """
    draft.values[key] = draft.values[key] or draft.tx.clock.today.isoformat()
    if key in draft.said:
        check_past(draft.tx, date.fromisoformat(draft.values[key]))
