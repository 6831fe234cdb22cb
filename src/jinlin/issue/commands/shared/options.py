"""The options that adding and editing share, and how their words are read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from jinlin.core.clock import Clock, parse_moment
from jinlin.core.i18n import _
from jinlin.core.people.wholenames import check_whole
from jinlin.core.text import clean
from jinlin.issue.commands.shared.kinds import ISSUE, LINES
from jinlin.issue.rules.texts import NAME_LENGTH, named, one_line
from jinlin.output.command.kind import AskedFor
from jinlin.store.transaction.tx import Reader

if TYPE_CHECKING:
    from jinlin.person.people.queries import PersonRow

TitleOrLines: TypeAlias = Annotated[
    str | None,
    typer.Argument(metavar=_("ISSUE"), help=_("What it is, in one line; - for one issue a line.")),
]
Category: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar=_("NAME"), help=_("A category or a group, such as 公共照明 or 设施.")),
]
PlaceWords: TypeAlias = Annotated[
    str | None,
    typer.Option("--place", metavar=_("TEXT"), help=_("Where, such as 3号楼2单元门口.")),
]
Building: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("BUILDING"), help=_("3, A, 3号楼."))
]
Room: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("HOME"), help=_("3-1-502; with --building 502 is enough."))
]
Reporter: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("NAME"), help=_("Who brought it; never in lists."))
]
ReporterPhone: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("PHONE"), help=_("The reporter's phone."))
]
UrgencyWord: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--urgency",
        metavar=_("WORD"),
        help=_("normal, urgent or critical, which shortens the limits."),
    ),
]
ChannelWord: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--channel",
        metavar=_("WORD"),
        help=_("door, phone, wechat, patrol, meeting, 12345, notice_board."),
    ),
]
Due: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar=_("DATE"), help=_("Due date; else what the category promises.")),
]
Reported: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar=_("DATE"), help=_("When it was reported; now if not given.")),
]
InChargeAtOnce: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("WHO"), help=_("The person in charge from the start."))
]
Private: TypeAlias = Annotated[bool, typer.Option("--private", help=_("Keep it off boards."))]
PartOf: TypeAlias = Annotated[
    str | None,
    typer.Option("--part-of", metavar=_("NUMBER"), help=_("The issue it is part of.")),
]
OnBehalfOf: TypeAlias = Annotated[
    str | None,
    typer.Option("--on-behalf-of", metavar=_("NAME"), help=_("For whom the reporter speaks.")),
]
Accused: TypeAlias = Annotated[
    str | None,
    typer.Option("--against", metavar=_("NAME"), help=_("Against whom it is; never on boards.")),
]
WhyDeclined: TypeAlias = Annotated[
    str | None, typer.Option("--reason", metavar=_("TEXT"), help=_("Why it is not taken; needed."))
]
WhyReopened: TypeAlias = Annotated[
    str | None, typer.Option("--reason", metavar=_("TEXT"), help=_("Why it is back; needed."))
]
WhyHandedBack: TypeAlias = Annotated[
    str | None, typer.Option("--reason", metavar=_("TEXT"), help=_("Why it is given back; needed."))
]
WhyDeferred: TypeAlias = Annotated[
    str,
    LINES.option("--reason", help=_("Why it rests; needed."), asked=AskedFor(_("Why it rests"))),
]
WhyResumed: TypeAlias = Annotated[
    str | None, typer.Option("--reason", metavar=_("TEXT"), help=_("Why it goes on here; needed."))
]
At: TypeAlias = Annotated[
    str | None,
    typer.Option("--at", metavar=_("MOMENT"), help=_("When: 11-05 19:30; now if not given.")),
]
Department: TypeAlias = Annotated[
    str | None,
    typer.Option("--department", metavar="城管", help=_("A department, as people say it.")),
]
Other: TypeAlias = Annotated[
    bool, typer.Option("--other", help=_("Take departments that are not in the list."))
]
Number: TypeAlias = Annotated[
    str | None, typer.Argument(metavar=_("NUMBER"), help=_("2026-0007, 2026-7 or 7."))
]
Issue: TypeAlias = Annotated[
    str, ISSUE.argument(help=_("2026-0007, 2026-7 or 7."), asked=AskedFor(_("Which issue")))
]

PublicTitle: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--public-title",
        metavar=_("ISSUE"),
        help=_("What boards call it, where its own words stay in the house; '' for no more."),
    ),
]


def read_reporter(text: str | None, *, what: str | None = None) -> str | None:
    """Read the name of the reporter or of somebody like her: None for nothing, empty for 匿名.

    Raises:
        UsageError: it is empty, too long, or holds a `*`.
    """
    if text is None:
        return None
    name = one_line(text, what=what or _("The reporter"), longest=NAME_LENGTH)
    check_whole(name)
    return named(name)


def cleared(text: str | None, read: Callable[[str], str]) -> str | None:
    """Read a text that replaces what is there: `""` empties the field, nothing leaves it.

    Raises:
        UsageError: it cannot be read.
    """
    if text is None:
        return None
    return read(text) if clean(text) else ""


def title_line(text: str) -> str:
    """Read a title: one line.

    Raises:
        UsageError: it is empty or too long.
    """
    return one_line(text, what=_("The title"))


def read_phone(text: str | None) -> str | None:
    """Read the reporter's phone.

    Raises:
        UsageError: it is none.
    """
    if text is None:
        return None
    from jinlin.core.people.phone import parse_phone

    return parse_phone(text)


def read_reported(text: str | None, clock: Clock) -> str:
    """Return the moment of the report as the database keeps it; now where none is said.

    Raises:
        UsageError: it cannot be read.
    """
    if text is None:
        return clock.stamp
    moment = parse_moment(text, clock, past=True)
    return clock.stamp if moment == clock.moment(clock.today) else moment


def somebody(reader: Reader, who: str | None) -> PersonRow | None:
    """Return the person a text means, if one was given.

    Raises:
        NotFoundError: nobody is meant, or several are.
    """
    if who is None:
        return None
    from jinlin.issue.commands.shared.in_charge import person_called

    return person_called(reader, who)
