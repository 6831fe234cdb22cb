"""To which project the registers of a project belong: quotes, cost lines, subsidies."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final

from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.elevator.project.projects import check_past, project
from jinlin.output.command.kind import WordKind
from jinlin.output.register.register import Draft, Parent

PROJECT: Final = WordKind("project", "X1", clean)
"""A project: `X1`."""

OF_PROJECT: Final = Parent(
    column="project_id",
    key="project",
    declared=Annotated[
        str | None,
        PROJECT.option(
            "--project",
            help=_("Which project; left away where only one goes on."),
        ),
    ],
    find=project,
)


def check_day(draft: Draft, key: str) -> None:
    """Put today where no day was said, and refuse a day to come.

    Raises:
        RuleError: it lies ahead.
    """
    draft.values[key] = draft.values[key] or draft.tx.clock.today.isoformat()
    if key in draft.said:
        check_past(draft.tx, date.fromisoformat(draft.values[key]))
