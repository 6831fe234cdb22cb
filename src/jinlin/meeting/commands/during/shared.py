"""What is told of a resolution and of an action item alike."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from jinlin.core.i18n import N_
from jinlin.core.said import SaidDay
from jinlin.issue.commands.shared.kinds import ISSUE
from jinlin.output.command.kinds import NUMBER, PLANNED_DAY, WHO

Item: TypeAlias = Annotated[
    int | None, NUMBER.option("--item", help=N_("The item of the agenda it belongs to."))
]
Owner: TypeAlias = Annotated[
    str | None, WHO.option("--owner", "--责任人", help=N_("Who carries it out."), cleared="")
]
Due: TypeAlias = Annotated[
    SaidDay | None, PLANNED_DAY.option("--due", help=N_("By when."), free=True)
]
Issues: TypeAlias = Annotated[
    list[str] | None,
    ISSUE.option("--issue", called="2026-0007", help=N_("An issue it is about; repeat it.")),
]
