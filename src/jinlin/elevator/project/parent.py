"""What the registers of a project have in common: quotes, cost lines, subsidies."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Final

from jinlin.core.columns import Personal
from jinlin.core.i18n import N_
from jinlin.core.text import clean
from jinlin.elevator.project.projects import check_past, project
from jinlin.output.command.kind import WordKind
from jinlin.output.command.kinds import PAST_DAY, PRICE, TEXT
from jinlin.output.register.row import field
from jinlin.output.register.rules import Draft, Parent

PROJECT: Final = WordKind("project", "X1", clean)
"""A project: `X1`."""

OF_PROJECT: Final = Parent(
    column="project_id",
    key="project",
    declared=Annotated[
        str | None,
        PROJECT.option(
            "--project",
            help=N_("Which project; left away where only one goes on."),
        ),
    ],
    find=project,
)


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
        N_("Day"),
        N_("When; today if left away."),
        edit_help=N_("The day it was given."),
        names=("--date",),
        clears=False,
    )


def source_field(**more: Any) -> Any:
    """Declare where it stands, or who said it; `more` as in `RegisterField`."""
    told = N_("Where it stands, or who said it.")
    return field(TEXT, N_("Where from"), told, personal=Personal.TEXT, **more)


def check_day(draft: Draft, key: str) -> None:
    """Put today where no day was said, and refuse a day to come.

    Raises:
        RuleError: it lies ahead.
    """
    draft.values[key] = draft.values[key] or draft.tx.clock.today.isoformat()
    if key in draft.said:
        check_past(draft.tx, date.fromisoformat(draft.values[key]))
