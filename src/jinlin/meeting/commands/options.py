"""Arguments that several commands of this room share."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.meeting.record.actions import spoken_name
from jinlin.store.transaction.tx import Reader

Number: TypeAlias = Annotated[
    str, typer.Argument(metavar="M12", help=_("The number of the meeting."))
]
Overdue: TypeAlias = Annotated[
    bool, typer.Option("--overdue", help=_("Only what is past its deadline."))
]
OfMeeting: TypeAlias = Annotated[
    str | None, typer.Option("--meeting", metavar="M12", help=_("Only those of this meeting."))
]
OfOwner: TypeAlias = Annotated[
    str | None,
    typer.Option("--owner", metavar=_("WHO"), help=_("Only what this person carries out.")),
]
WithText: TypeAlias = Annotated[
    str | None, typer.Option("--text", metavar=_("TEXT"), help=_("Stands in it."))
]
Item: TypeAlias = Annotated[
    int | None, typer.Option("--item", metavar="N", help=_("The item of the agenda it belongs to."))
]
Owner: TypeAlias = Annotated[
    str | None, typer.Option("--owner", metavar=_("WHO"), help=_("Who carries it out."))
]
Due: TypeAlias = Annotated[str | None, typer.Option("--due", metavar=_("DATE"), help=_("By when."))]
Issues: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--issue", metavar="2026-0007", help=_("An issue it is about; repeat it.")),
]
At: TypeAlias = Annotated[
    str | None, typer.Option("--at", metavar=_("TIME"), help=_("When, such as 19:30; else now."))
]


def text_of(text: str | None, *, what: str) -> str:
    """Return what was typed, clean.

    Args:
        text: the words.
        what: what it is, for the message.

    Raises:
        UsageError: nothing is left of it.
    """
    kept = clean(text or "")
    if not kept:
        raise UsageError(
            _("Missing: {names}.").format(names=what), hint=_("Give it on the command line.")
        )
    return kept


def owner_of(reader: Reader, text: str | None) -> str | None:
    """Return who is to carry something out: a person found by number or name, or a unit."""
    return spoken_name(reader, text) or None if text else None
