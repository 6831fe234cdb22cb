"""The options that several verbs of this room share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from jinlin.complex.kinds import BUILDING, HOME
from jinlin.core.i18n import N_
from jinlin.core.said import SaidDay, SaidMoment
from jinlin.issue.commands.shared.kinds import (
    ISSUE,
    LINE,
    OPEN_ISSUE,
    REPORTER,
    TITLE,
)
from jinlin.issue.rules.channels import Channel
from jinlin.issue.rules.orders import IssueOrder
from jinlin.issue.rules.urgencies import Urgency
from jinlin.member.management.kinds import OFFER, PAID
from jinlin.output.command.kind import AskedFor, flag
from jinlin.output.command.kinds import PAST_MOMENT, PHONE, PLANNED_DAY, choice
from jinlin.store.transaction.tx import Reader

if TYPE_CHECKING:
    from jinlin.issue.record.queries import IssueRow
    from jinlin.person.people.queries import PersonRow

Issue: TypeAlias = Annotated[
    str, OPEN_ISSUE.argument(help=N_("2026-0007, 2026-7 or 7."), asked=AskedFor(N_("Which issue")))
]
AnyIssue: TypeAlias = Annotated[
    str, ISSUE.argument(help=N_("2026-0007, 2026-7 or 7."), asked=AskedFor(N_("Which issue")))
]


def _is_new(said: Mapping[str, Any]) -> bool:
    return "number" not in said


Place: TypeAlias = Annotated[
    str | None,
    LINE.option(
        help=N_("Where, such as 3号楼2单元门口."),
        asked=AskedFor(N_("Where"), optional=True, where=_is_new),
        cleared="",
    ),
]
Building: TypeAlias = Annotated[str | None, BUILDING.option(help=N_("3, A, 3号楼."), cleared="")]
Room: TypeAlias = Annotated[
    str | None, HOME.option(called=N_("HOME"), help=N_("3-1-502; with --building 502 is enough."))
]
Reporter: TypeAlias = Annotated[
    str | None,
    REPORTER.option(
        help=N_("Who brought it; never in lists."),
        asked=AskedFor(N_("Who reported it"), optional=True, where=_is_new),
    ),
]
ReporterPhone: TypeAlias = Annotated[str | None, PHONE.option(help=N_("The reporter's phone."))]
OnBehalfOf: TypeAlias = Annotated[
    str | None, REPORTER.option(help=N_("For whom the reporter speaks."))
]
UrgencyWord: TypeAlias = Annotated[
    Urgency | None,
    choice(Urgency).option(
        "--urgency",
        help=N_("normal, urgent or critical, which shortens the limits."),
        asked=AskedFor(N_("How urgent"), optional=True, where=_is_new),
    ),
]
ChannelWord: TypeAlias = Annotated[
    Channel | None,
    choice(Channel).option(
        "--channel", help=N_("door, phone, wechat, patrol, meeting, 12345, notice_board.")
    ),
]
Due: TypeAlias = Annotated[
    SaidDay | None,
    PLANNED_DAY.option(
        help=N_("Due date; else what the category promises."),
        asked=AskedFor(N_("Due date"), optional=True, where=_is_new),
    ),
]
PublicTitle: TypeAlias = Annotated[
    str | None,
    TITLE.option(
        help=N_("What boards call it instead of its own title; '' to drop that."),
        cleared="",
    ),
]
Offer: TypeAlias = Annotated[
    str | None,
    OFFER.option(help=N_("What is ordered, of what is offered: 入户小修, T1."), cleared=""),
]
Paid: TypeAlias = Annotated[
    int | None,
    PAID.option(help=N_("What the resident paid to whoever did it: 15, or free.")),
]
At: TypeAlias = Annotated[
    SaidMoment | None, PAST_MOMENT.option("--date", help=N_("When: 11-05 19:30; now if not given."))
]
Other: TypeAlias = Annotated[
    bool, flag("--other", help=N_("Take departments that are not in the list."))
]


def offer_id(reader: Reader, offer: str | None, at: str) -> int | None:
    """Return what is ordered of what was offered at a moment, if anything was said.

    Raises:
        NotFoundError: nothing of the kind was offered then.
        RuleError: the owners order it for all.
    """
    if not offer:
        return None
    from jinlin.member.management.offers import find_ordered

    return find_ordered(reader, offer, reader.clock.local(at).date()).id


def order_said(reader: Reader, issue: IssueRow, offer: str | None, paid: int | None) -> IssueOrder:
    """Return what an issue orders with what was said of it; an empty text takes the order back.

    Raises:
        NotFoundError: nothing of the kind was offered when it was reported.
        RuleError: the owners order it for all, or something was paid and nothing ordered.
    """
    said = IssueOrder(offer_id(reader, offer, issue.reported_at), paid)
    return issue.order.with_said(said, taken_back=offer == "")


def somebody(reader: Reader, who: str | None) -> PersonRow | None:
    """Return the person a text means, if one was given.

    Raises:
        NotFoundError: nobody is meant, or several are.
    """
    if who is None:
        return None
    from jinlin.issue.commands.shared.in_charge import person_called

    return person_called(reader, who)
