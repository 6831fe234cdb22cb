"""The options that several verbs of this room share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

from jinlin.complex.kinds import BUILDING, HOME
from jinlin.core.i18n import _
from jinlin.core.said import SaidMoment
from jinlin.issue.commands.shared.kinds import (
    ISSUE,
    OPEN_ISSUE,
    REPORTER,
    TITLE,
)
from jinlin.issue.rules.channels import Channel
from jinlin.output.command.kind import AskedFor, flag
from jinlin.output.command.kinds import PAST_MOMENT, PHONE, choice
from jinlin.store.transaction.tx import Reader

if TYPE_CHECKING:
    from jinlin.person.people.queries import PersonRow

Issue: TypeAlias = Annotated[
    str, OPEN_ISSUE.argument(help=_("2026-0007, 2026-7 or 7."), asked=AskedFor(_("Which issue")))
]
AnyIssue: TypeAlias = Annotated[
    str, ISSUE.argument(help=_("2026-0007, 2026-7 or 7."), asked=AskedFor(_("Which issue")))
]
Building: TypeAlias = Annotated[str | None, BUILDING.option(help=_("3, A, 3号楼."))]
Room: TypeAlias = Annotated[
    str | None, HOME.option(called=_("HOME"), help=_("3-1-502; with --building 502 is enough."))
]
ReporterPhone: TypeAlias = Annotated[str | None, PHONE.option(help=_("The reporter's phone."))]
OnBehalfOf: TypeAlias = Annotated[
    str | None, REPORTER.option(help=_("For whom the reporter speaks."))
]
ChannelWord: TypeAlias = Annotated[
    Channel | None,
    choice(Channel).option(
        "--channel", help=_("door, phone, wechat, patrol, meeting, 12345, notice_board.")
    ),
]
PublicTitle: TypeAlias = Annotated[
    str | None,
    TITLE.option(
        help=_("What boards call it, where its own words stay in the house; '' for no more."),
        cleared="",
    ),
]
At: TypeAlias = Annotated[
    SaidMoment | None, PAST_MOMENT.option("--at", help=_("When: 11-05 19:30; now if not given."))
]
Other: TypeAlias = Annotated[
    bool, flag("--other", help=_("Take departments that are not in the list."))
]


def somebody(reader: Reader, who: str | None) -> PersonRow | None:
    """Return the person a text means, if one was given.

    Raises:
        NotFoundError: nobody is meant, or several are.
    """
    if who is None:
        return None
    from jinlin.issue.commands.shared.in_charge import person_called

    return person_called(reader, who)
