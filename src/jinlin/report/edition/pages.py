"""A period's figures as the page that is handed in, sentence by sentence in its fixed order.

A sentence without data is not written. Every numbered part stands, so that parts can be referred
to by number; where a part has nothing to tell it says so in a few words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from jinlin.core.days.stretch import Length
from jinlin.core.days.written import day_words, span_words
from jinlin.documents.fitting import fitted, sheets
from jinlin.documents.measures import Laid
from jinlin.documents.page import Block, Closing, Form, Heading, Page, Paragraph
from jinlin.report.edition import attachments, outlook, paragraphs
from jinlin.report.edition.full_pages import full_blocks
from jinlin.report.edition.room import ROOMS, ListRoom
from jinlin.report.edition.tables import category_table, group_label
from jinlin.report.edition.wording import Wording
from jinlin.report.figures.figures import PeriodFigures
from jinlin.report.figures.full import FullFigures
from jinlin.report.figures.public import OTHER, folded_told

INSIDE: Final = frozenset({"organisation", "coordination"})
"""Parts that are not posted."""


def report_pages(
    figures: PeriodFigures,
    say: Wording,
    *,
    code: str = "",
    full: FullFigures | None = None,
    listed: int = 0,
) -> list[Page]:
    """Return the report on a period, one sheet but for a year's, and what hangs on it.

    Args:
        figures: what is known of the period.
        say: the words of the user's language.
        code: what stands small at its foot.
        full: what the full edition adds.
        listed: how many rows an attached list may have; 0 for all.
    """
    page, room = _one_sheet(figures, say)
    page = page._replace(code=code)
    if page.form is not Form.DENSE:
        return [page]
    hanging = (
        *attachments.of(figures, say, room, full=full is not None, listed=listed),
        *(full_blocks(figures, full, say) if full else ()),
    )
    if not hanging:
        return [page]
    title = say("page.attachments", title=page.title)
    return [page, Page(title=title, blocks=hanging, form=page.form, code=code)]


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
    yield Paragraph(text=paragraphs.summary(figures, say))


def _sections(figures: PeriodFigures, say: Wording, room: ListRoom) -> Iterator[Block]:
    parts: dict[str, Iterable[Block]] = {
        "organisation": paragraphs.organisation(figures, say),
        "issues": _issues(figures, say),
        "projects": paragraphs.projects(figures, say),
        "deliberation": paragraphs.deliberation(figures, say, room),
        "coordination": paragraphs.coordination(figures, say, room),
        "money": (Paragraph(text=paragraphs.money(figures, say)),),
        "next" if figures.period.complete else "coming": outlook.what_comes(figures, say, room),
    }
    shown = [part for part in parts.items() if not (figures.public and part[0] in INSIDE)]
    for number, (name, content) in enumerate(shown, 1):
        mark, title = say.section_number(number), say(f"sections.{name}")
        yield Heading(
            say("marks.heading", number=mark, name=title),
            lead=say("marks.heading_inline", number=mark, name=title),
        )
        yield from content


def _issues(figures: PeriodFigures, say: Wording) -> Iterator[Block]:
    if figures.total.idle and not figures.ratings.rated:
        yield Paragraph(text=say("issues.none"))
        return
    if text := paragraphs.comparison(figures, say) + paragraphs.friday_councils(figures, say):
        yield Paragraph(text=text)
    yield category_table(figures, say)
    if text := folded_told(figures, group_label(OTHER, OTHER, say)):
        yield Paragraph(text=text)


def _signature(figures: PeriodFigures, say: Wording) -> Iterator[Block]:
    head = figures.letterhead
    if figures.public:
        yield Paragraph(say("page.feedback"))
    else:
        yield Closing((say("page.signature", name=head.author),), left=True)
    yield Closing((head.branch, day_words(head.made_on)))
