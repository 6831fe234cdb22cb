"""A period's figures as the page that is handed in, sentence by sentence in its fixed order.

A sentence without data is not written. Every numbered part stands, so that parts can be referred
to by number; where a part has nothing to tell it says so in a few words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from jinlin.documents.page import Block, Closing, Form, Heading, Page, Paragraph
from jinlin.report.edition import attachments, outlook, paragraphs
from jinlin.report.edition.full_pages import full_blocks
from jinlin.report.edition.tables import category_table, group_label
from jinlin.report.edition.wording import Wording
from jinlin.report.figures.figures import PeriodFigures
from jinlin.report.figures.full import FullFigures
from jinlin.report.figures.public import OTHER, folded_told

INSIDE: Final = frozenset({"organisation", "coordination"})
"""Parts that are not posted."""


def report_page(
    figures: PeriodFigures, say: Wording, *, full: FullFigures | None = None, listed: int = 0
) -> Page:
    """Return the report on a period.

    Args:
        figures: what is known of the period.
        say: the words of the user's language.
        full: what the full edition adds.
        listed: how many rows an attached list may have; 0 for all.
    """
    period, head = figures.period, figures.letterhead
    above, title = (head.branch,), say("page.title", period=say.stretch(period.stretch))
    below = (
        say(
            "page.period",
            first=say.day(period.stretch.first),
            last=say.day(period.last_day),
            cut_off=_cut_off(figures, say),
        )
        + (say("page.correction", count=figures.correction) if figures.correction else ""),
    )
    if figures.empty and not figures.public:
        return Page(
            title=title,
            above=above,
            below=below,
            blocks=(Paragraph(_nothing(figures, say)),),
        )
    return Page(
        title=title,
        above=above,
        below=below,
        blocks=(
            *_opening(figures, say),
            *_sections(figures, say),
            Closing(_signature(figures, say)),
            *attachments.of(figures, say, listed=listed),
            *(full_blocks(figures, full, say) if full else ()),
        ),
        form=Form.DENSE,
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


def _sections(figures: PeriodFigures, say: Wording) -> Iterator[Block]:
    parts: dict[str, Iterable[Block]] = {
        "organisation": paragraphs.organisation(figures, say),
        "issues": _issues(figures, say),
        "projects": paragraphs.projects(figures, say),
        "deliberation": paragraphs.deliberation(figures, say),
        "coordination": paragraphs.coordination(figures, say),
        "money": (Paragraph(text=paragraphs.money(figures, say)),),
        "next" if figures.period.complete else "coming": outlook.what_comes(figures, say),
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
    yield category_table(figures, say)
    if text := folded_told(figures, group_label(OTHER, OTHER, say)):
        yield Paragraph(text=text)
    if text := paragraphs.comparison(figures, say) + paragraphs.friday_councils(figures, say):
        yield Paragraph(text=text)


def _signature(figures: PeriodFigures, say: Wording) -> tuple[str, ...]:
    head = figures.letterhead
    if figures.public:
        return (say("page.feedback"), head.branch, say.full_day(head.made_on))
    return (
        say("page.signature"),
        say("page.author", name=head.author),
        head.branch,
        say("page.date_and_checksum", date=say.full_day(head.made_on), checksum=head.checksum),
    )
