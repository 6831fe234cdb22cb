"""`jinlin meeting ballot-paper`: the paper on which owners vote, of one home or of all."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay
from jinlin.meeting.commands.kinds import OWNERS_MATTER, Deciding, MeetingNumber
from jinlin.meeting.commands.voting.options import check_of_owners
from jinlin.meeting.pages.ballot_papers import BallotHome, owners_ballot_page
from jinlin.meeting.pages.paper import Paper, paper_of
from jinlin.meeting.record.agenda import AgendaItem
from jinlin.meeting.rules.owners_matters import OwnersMatter, matter_in
from jinlin.meeting.voting.owners_roll import constituency_of, parts
from jinlin.output.command.kind import flag
from jinlin.output.command.kinds import NUMBER, PLANNED_DAY
from jinlin.output.delivery.page import show_pages
from jinlin.store.command.command import reading


def ballot_paper(
    call: Call,
    number: MeetingNumber,
    *,
    item: Annotated[
        list[int] | None, NUMBER.option(help=N_("Only these items of the agenda."))
    ] = None,
    matter: Annotated[
        OwnersMatter | None,
        OWNERS_MATTER.option(
            help=N_("What is decided where the item does not say so: jinlin meeting matters")
        ),
    ] = None,
    closes: Annotated[
        SaidDay | None, PLANNED_DAY.option(help=N_("The last day of the vote."))
    ] = None,
    all_: Annotated[bool, flag("--all", help=N_("One for each home; else a sample."))] = False,
    deciding: Deciding,
) -> None:
    with reading(call) as reader:
        paper = paper_of(reader, number)
        asked = [(one, _matter(paper, one, matter)) for one in _items(paper, item)]
        roll = parts(reader, constituency_of(reader, *deciding)) if all_ else []
        last = closes.on(reader.clock) if closes else None
    homes = [BallotHome(part.door, part.area) for part in roll] or [BallotHome()]
    show_pages(
        call,
        [owners_ballot_page(paper, asked, home, last) for home in homes],
        data={
            "number": paper.meeting.label,
            "items": [one.position for one, _matter in asked],
            "papers": len(homes),
        },
        template="表决票",
    )


def _items(paper: Paper, wanted: list[int] | None) -> list[AgendaItem]:
    """Return what is voted on.

    Raises:
        RuleError: owners decide nothing there, or there is no such item.
    """
    check_of_owners(paper)
    found = [one for one in paper.whole.items if wanted is None or one.position in wanted]
    if not found:
        raise RuleError(
            _("There is nothing on the agenda of {number} to vote on.").format(
                number=paper.meeting.label
            ),
            hint=_("Add it: jinlin meeting item {number} TEXT").format(number=paper.meeting.label),
        )
    return found


def _matter(paper: Paper, item: AgendaItem, said: OwnersMatter | None) -> OwnersMatter:
    """Return which matter of the law an item is.

    Raises:
        RuleError: nothing says so.
    """
    found = matter_in(item.title) or said
    if found is None:
        raise RuleError(
            _("Which matter item {item} of {number} is cannot be told from its words.").format(
                item=item.position, number=paper.meeting.label
            ),
            hint=_("Say it: --matter MATTER; see: jinlin meeting matters"),
        )
    return found
