"""`jinlin issue edit`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, TypeAlias

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.kinds import CATEGORY, TITLE
from jinlin.issue.commands.shared.one_issue import answer, full_number, issue_data
from jinlin.issue.intake.advice import shortened_told
from jinlin.issue.privacy.publicity import board_told
from jinlin.issue.record import queries
from jinlin.issue.record.categories import categories, category_label, find_category
from jinlin.issue.record.correction import IssueCorrection, edit_issue
from jinlin.issue.record.dates import promises_of
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.record.whereabouts import Place, place_in_words, read_place
from jinlin.output.command.kind import flag
from jinlin.output.command.questions import ask
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Tx

_Title: TypeAlias = Annotated[str | None, TITLE.option(help=N_("What it is, in one line."))]
_Category: TypeAlias = Annotated[
    str | None, CATEGORY.option(help=N_("A category or a group, such as 公共照明 or 设施."))
]
_Accused: TypeAlias = Annotated[
    str | None,
    TITLE.option(
        "--against",
        called=N_("NAME"),
        help=N_('Against whom it is; never on boards. "" for nobody.'),
        cleared="",
    ),
]
_Private: TypeAlias = Annotated[
    bool | None, flag("--private/--not-private", help=N_("Keep it off boards."))
]


def edit(
    call: Call,
    number: options.Issue,
    title: _Title = None,
    category: _Category = None,
    place: options.Place = None,
    building: options.Building = None,
    room: options.Room = None,
    reporter: options.Reporter = None,
    reporter_phone: options.ReporterPhone = None,
    on_behalf_of: options.OnBehalfOf = None,
    against: _Accused = None,
    urgency: options.UrgencyWord = None,
    channel: options.ChannelWord = None,
    due: options.Due = None,
    private: _Private = None,
    public_title: options.PublicTitle = None,
    offer: options.Offer = None,
    paid: options.Paid = None,
) -> None:
    meant = full_number(call, number)
    if reporter == "":
        reporter_phone = reporter_phone or ""  # it goes with the name
    if private is False and public_title is None:
        public_title = _asked_title(call, meant, category)
    with writing(call) as tx:
        before = queries.find(tx, meant)
        wanted = IssueCorrection(
            title=title,
            category=None if category is None else find_category(categories(tx), category),
            place=place,
            where=_where(tx, place, building, room),
            reporter=reporter,
            reporter_phone=reporter_phone,
            on_behalf_of=on_behalf_of,
            accused=against,
            channel=channel,
            urgency=urgency,
            due_on=due.on(tx.clock) if due else None,
            private=private,
            public_title=public_title,
            order=options.order_said(tx, before, offer, paid),
        )
        issue = edit_issue(tx, before, wanted)
        data = issue_data(tx, issue)
        told = [*_told(tx, before, issue)]
    said = _("changed; {category}, due {due}").format(
        category=category_label(issue.category), due=issue.due_on
    )
    answer(call, issue, data, _("nothing is different") if issue == before else said)
    for sentence in told:
        call.tell(sentence)


def _where(tx: Tx, place: str | None, building: str | None, room: str | None) -> Place | None:
    """Return where it is now; None where nothing is said of it that is certain."""
    if building is not None or room is not None:
        return read_place(tx, building=building, room=room)
    found = place_in_words(tx, place) if place is not None else Place()
    return found if found.building_id is not None else None


def _told(tx: Tx, before: IssueRow, issue: IssueRow) -> Iterator[str]:
    """Return what has become of the days, and of what boards say."""
    if issue.urgency is not before.urgency and issue.due_on != before.due_on:
        yield from shortened_told(issue.urgency, *promises_of(tx, issue))
    if _moved(before, issue) and (on_board := board_told(tx, issue)):
        yield on_board


def _asked_title(call: Call, number: str, category: str | None) -> str | None:
    """Ask on a terminal what boards are to call an issue whose category keeps it off them."""
    if not call.environment.interactive or call.yes:
        return None
    with reading(call) as reader:
        issue = queries.find(reader, number)
        privacy = find_category(categories(reader), category).privacy if category else issue.privacy
    if privacy != "private" or issue.public_title is not None:
        return None
    return ask(call, TITLE, "--public-title", _("What boards are to call it"))


def _moved(before: IssueRow, issue: IssueRow) -> bool:
    """Return whether it may stand otherwise on the board than before."""
    return (before.private, before.public_title, before.privacy) != (
        issue.private, issue.public_title, issue.privacy
    )  # fmt: skip
