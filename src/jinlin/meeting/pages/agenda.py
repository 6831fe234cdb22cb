"""议题清单: the agenda as a paper; no reporter on it, of a private issue category and number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from jinlin.core.days.written import day_words, written_day
from jinlin.core.i18n import _
from jinlin.core.sentences import sentence
from jinlin.documents.box import TO_WRITE_IN, Box, BoxRow, pairs
from jinlin.documents.page import Block, Closing, Form, Heading, Page, Paragraph
from jinlin.meeting.pages.agenda_facts import ItemFacts
from jinlin.meeting.pages.paper import Paper
from jinlin.meeting.pages.wording import changes_told, moment_words, numbered
from jinlin.meeting.record.agenda import AgendaItem
from jinlin.meeting.record.branch_first import First, Progress
from jinlin.meeting.rules.kinds import Expected, meeting_types
from jinlin.meeting.rules.meetings import FRIDAY_COUNCIL

_HEAD: Final = (17, 45, 13, 25)
_ITEM: Final = (17, 83)


def agenda_page(paper: Paper, facts: Mapping[int, ItemFacts], *, internal: bool = False) -> Page:
    """Return the agenda of a meeting in the user's language.

    Args:
        paper: what it is written from.
        facts: by place what is recorded of an item.
        internal: with the items that stand on no paper that leaves the house.
    """
    meeting = paper.meeting
    items = [item for item in paper.whole.items if internal or not item.internal]
    return Page(
        title=_("Agenda of {title}").format(title=meeting.title),
        above=(paper.publisher,) if paper.publisher else (),
        below=(_frozen(paper),),
        blocks=(
            Box(_HEAD, tuple(_head(paper))),
            *numbered(_items(paper, items, facts)),
            *_first(paper, items),
            *changes_told(paper.whole.changes),
            Closing((paper.publisher, day_words(paper.today))),
        ),
        form=Form.SHEET,
        code=paper.meeting.label,
        fields=paper.fields,
    )


def participants(paper: Paper) -> str:
    """Return who takes part: who is on the roll, or who does as a rule."""
    on_roll = [attendee.name for attendee in paper.whole.attendees]
    return _(", ").join(on_roll) if on_roll else usual_participants(paper)


def usual_participants(paper: Paper) -> str:
    """Return who takes part as a rule (practice 3, row 18); empty where nothing says so."""
    if units := usual_units(paper):
        return _(", ").join(units)
    known = meeting_types().get(paper.meeting.type)
    expected = known.expected if known else Expected.FREE
    return "" if expected is Expected.FREE else expected.label


def usual_units(paper: Paper) -> tuple[str, ...]:
    """Return the units that send somebody to a Friday council; none to other meetings."""
    if paper.meeting.type != FRIDAY_COUNCIL:
        return ()
    return (
        _("the street leader assigned to the community"),
        _("the community's two committees"),
        _("the manager of the property"),
        _("the branch of the complex"),
    )


def usual_chair(type_code: str) -> str:
    """Return who takes the chair as a rule; empty when nothing says so."""
    known = meeting_types().get(type_code)
    return known.chair if known else ""


def _head(paper: Paper) -> Iterator[BoxRow]:
    """Yield when and where the meeting is, who takes the chair and who takes part."""
    meeting = paper.meeting
    chair = meeting.chair or usual_chair(meeting.type)
    yield pairs(_("Time"), moment_words(meeting.held_at), _("Chair"), chair, columns=len(_HEAD))
    yield pairs(_("Place"), meeting.place or "", columns=len(_HEAD))
    yield pairs(_("Taking part"), participants(paper), columns=len(_HEAD))


def _frozen(paper: Paper) -> str:
    meeting = paper.meeting
    if meeting.opened_at is None:
        return _("(as of {day})").format(day=day_words(paper.today))
    return _("(frozen at its opening on {day})").format(day=day_words(meeting.opened_at.date()))


def _items(
    paper: Paper, items: list[AgendaItem], facts: Mapping[int, ItemFacts]
) -> Iterator[Block]:
    """Yield item by item what is recorded of it; where nothing is, room for who reports on it."""
    if not items:
        yield Paragraph(_("Nothing is on the agenda yet."))
    for item in items:
        yield Heading(paper.called_ahead(item))
        if not paper.kept_item(item):
            told = facts.get(item.position, ItemFacts())
            yield Box(_ITEM, tuple(_told(told, paper.beforehand.get(item.id))))


def _told(facts: ItemFacts, first: First | None) -> Iterator[BoxRow]:
    """Yield what is recorded of an item, and who reports on it: who is not known is written in."""
    for label, text in facts.told():
        yield pairs(label, text, columns=2)
    if first and first.progress is Progress.DONE:
        said = _("deliberated by the branch on {day}").format(day=written_day(first.day))
        yield pairs(_("Branch first"), sentence(said), columns=2)
    height = 0 if facts.reporter else TO_WRITE_IN
    yield pairs(_("Reported by"), facts.reporter, columns=2, height=height)


def _first(paper: Paper, items: list[AgendaItem]) -> Iterator[Block]:
    """Say of what the branch deliberates first that it is an opinion, and how it is recorded."""
    first = paper.beforehand
    waiting = [
        item for item in items if item.id in first and first[item.id].progress is Progress.NOT_YET
    ]
    if not waiting:
        return
    yield Heading(_("Branch first"))
    yield Paragraph(
        _(
            "Items {items}: the branch has not deliberated them yet. What it says beforehand is an"
            " opinion; the owners decide, and may do so all the same."
        ).format(items=_(", ").join(str(item.position) for item in waiting))
    )
