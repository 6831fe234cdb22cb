"""The words that several commands of this room take."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from jinlin.core.i18n import _
from jinlin.core.said import SaidDay
from jinlin.issue.commands.shared.kinds import ISSUE
from jinlin.meeting.commands.kinds import MEETING, TIME
from jinlin.meeting.record.actions import spoken_name
from jinlin.meeting.rules.meetings import SaidTime
from jinlin.output.command.kinds import NUMBER, PLANNED_DAY, WHO
from jinlin.store.transaction.tx import Reader

MeetingNumber: TypeAlias = Annotated[int, MEETING.argument(help=_("The number of the meeting."))]
Item: TypeAlias = Annotated[
    int | None, NUMBER.option("--item", help=_("The item of the agenda it belongs to."))
]
Owner: TypeAlias = Annotated[
    str | None, WHO.option("--owner", help=_("Who carries it out."), cleared="")
]
Due: TypeAlias = Annotated[SaidDay | None, PLANNED_DAY.option("--due", help=_("By when."))]
Issues: TypeAlias = Annotated[
    list[str] | None,
    ISSUE.option("--issue", called="2026-0007", help=_("An issue it is about; repeat it.")),
]
At: TypeAlias = Annotated[
    SaidTime | None, TIME.option("--at", help=_("When, such as 19:30; else now."))
]


def owner_of(reader: Reader, text: str | None) -> str | None:
    """Return who is meant, found by number or name, or a unit; nobody is nobody."""
    return spoken_name(reader, text) if text else text
