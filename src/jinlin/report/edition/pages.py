"""A period's figures as the page that is handed in, sentence by sentence in its fixed order.

A sentence without data is not written. Every numbered part stands, so that parts can be referred
to by number; where a part has nothing to tell it says so in a few words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from jinlin.core.days.stretch import Length
from jinlin.core.days.written import day_words, span_words
from jinlin.documents.box import Box, pairs
from jinlin.documents.fitting import fitted, sheets
from jinlin.documents.measures import Laid
from jinlin.documents.page import Block, Closing, Form, Heading, Page, Paragraph
from jinlin.report.edition import attachments
from jinlin.report.edition.full_pages import full_blocks
from jinlin.report.edition.parts.coordination import coordination
from jinlin.report.edition.parts.deliberation import deliberation
from jinlin.report.edition.parts.issues import issues
from jinlin.report.edition.parts.money import money
from jinlin.report.edition.parts.organisation import organisation
from jinlin.report.edition.parts.outlook import what_comes
from jinlin.report.edition.parts.projects import projects
from jinlin.report.edition.parts.summary import summary
from jinlin.report.edition.room import ROOMS, ListRoom
from jinlin.report.edition.wording import Wording
from jinlin.report.figures.figures import PeriodFigures
from jinlin.report.figures.full import FullFigures
from jinlin.report.rules.own_words import OwnPart, OwnWords

INSIDE: Final = frozenset({"organisation", "coordination"})
"""Parts that are not posted."""
_TO_WRITE_ON: Final = 72
"""The height of each part that is written with a pen; millimetres."""


def report_pages(
    figures: PeriodFigures,
    say: Wording,
    *,
    code: str = "",
    full: FullFigures | None = None,
    listed: int = 0,
    own: Page | None = None,
) -> list[Page]:
    """Return the report on a period, one sheet but for a year's, and what hangs on it.

    Args:
        figures: what is known of the period.
        say: the words of the user's language.
        code: what stands small at its foot.
        full: what the full edition adds.
        listed: how many rows an attached list may have; 0 for all.
        own: what the secretary writes herself, after the page.
    """
    page, room = _one_sheet(figures, say)
    pages = [page._replace(code=code), *([own] if own else [])]
    if page.form is not Form.DENSE:
        return pages
    hanging = (
        *attachments.of(figures, say, room, full=full is not None, listed=listed),
        *(full_blocks(figures, full, say) if full else ()),
    )
    if hanging:
        title = say("page.attachments", title=page.title)
        pages.append(Page(title=title, blocks=hanging, form=page.form, code=code))
    return pages


def own_page(figures: PeriodFigures, say: Wording, words: Sequence[OwnWords]) -> Page:
    """Return the page with what the secretary wrote herself of the year."""
    blocks: list[Block] = []
    number = 0
    for one in words:
        if one.part:
            number += 1
            mark = say.section_number(number)
            blocks.append(Heading(say("marks.heading", number=mark, name=one.part.label)))
        blocks += map(Paragraph, one.paragraphs)
    return _own(figures, say)._replace(blocks=(*blocks, _closing(figures)))


def page_to_write_on(figures: PeriodFigures, say: Wording) -> Page:
    """Return the sheet on which the secretary writes of the year with her own hand."""
    rows = tuple(pairs(part.label, "", columns=2, height=_TO_WRITE_ON) for part in OwnPart)
    box = Box((1, 7), rows)
    return _own(figures, say)._replace(blocks=(box, _closing(figures)), one_sheet=True)


def _own(figures: PeriodFigures, say: Wording) -> Page:
    title = say("page.own", period=say.stretch(figures.period.stretch))
    return Page(title=title, above=(figures.letterhead.branch,), blocks=(), form=Form.DENSE)


def _one_sheet(figures: PeriodFigures, say: Wording) -> tuple[Page, ListRoom]:
    """Return the page with as much on it as one sheet has room for."""
    for room in ROOMS:
        page = _page(figures, say, room)
        if not page.one_sheet or sheets(Laid(page, fitted([page]))) == 1:
            break
    return page, room


def _page(figures: PeriodFigures, say: Wording, room: ListRoom) -> Page:
    period, head = figures.period, figures.letterhead
    span = span_words(period.stretch.first, period.last_day)
    key = "page.period" if period.complete else "page.period_so_far"
    below = say(key, span=span, cut_off=_cut_off(figures, say))
    if figures.correction:
        below += say("page.correction", count=figures.correction)
    page = Page(
        title=say("page.title", period=say.stretch(period.stretch)),
        above=(head.branch,),
        below=(below,),
        blocks=(Paragraph(_nothing(figures, say)),),
    )
    if figures.empty and not figures.public:
        return page
    return page._replace(
        blocks=(*_opening(figures, say), *_sections(figures, say, room), *_signature(figures, say)),
        form=Form.DENSE,
        one_sheet=period.stretch.length is not Length.YEAR,
    )


def _cut_off(figures: PeriodFigures, say: Wording) -> str:
    period = figures.period
    if period.complete:
        return say("page.whole", day=say.day(period.last_day))
    return say("page.now", day=say.day(period.last_day), time=f"{period.cut_off:%H:%M}")


def _nothing(figures: PeriodFigures, say: Wording) -> str:
    key = "page.empty" if figures.period.complete else "page.empty_so_far"
    return say(key, period=say.stretch(figures.period.stretch), cut_off=_cut_off(figures, say))


def _addressee(figures: PeriodFigures, say: Wording) -> str:
    head = figures.letterhead
    values = {"superior": head.superior, "street": head.street}
    if head.superior and head.street:
        return say("page.to_both", **values)
    if head.superior:
        return say("page.to_superior", **values)
    return say("page.to_street", **values) if head.street else ""


def _opening(figures: PeriodFigures, say: Wording) -> Iterator[Block]:
    if addressee := _addressee(figures, say):
        yield Paragraph(addressee, flush=True)
    if not figures.period.complete:
        yield Paragraph(text=say("page.running", cut_off=_cut_off(figures, say)))
    yield Paragraph(text=summary(figures, say))


def _sections(figures: PeriodFigures, say: Wording, room: ListRoom) -> Iterator[Block]:
    parts: dict[str, Iterable[Block]] = {
        "organisation": organisation(figures, say),
        "issues": issues(figures, say),
        "projects": projects(figures, say),
        "deliberation": deliberation(figures, say, room),
        "coordination": coordination(figures, say, room),
        "money": (Paragraph(text=money(figures, say)),),
        "next" if figures.period.complete else "coming": what_comes(figures, say, room),
    }
    shown = [part for part in parts.items() if not (figures.public and part[0] in INSIDE)]
    for number, (name, content) in enumerate(shown, 1):
        mark, title = say.section_number(number), say(f"sections.{name}")
        yield Heading(
            say("marks.heading", number=mark, name=title),
            lead=say("marks.heading_inline", number=mark, name=title),
        )
        yield from content


def _signature(figures: PeriodFigures, say: Wording) -> Iterator[Block]:
    head = figures.letterhead
    if figures.public:
        yield Paragraph(say("page.feedback"))
    else:
        yield Closing((say("page.signature", name=head.author),), left=True)
    yield _closing(figures)


def _closing(figures: PeriodFigures) -> Closing:
    head = figures.letterhead
    return Closing((head.branch, day_words(head.made_on)))
