"""A month's figures as the page that is handed in, sentence by sentence in its fixed order.

A sentence without data is not written. Every numbered part stands, so that parts can be referred
to by number; where a part has nothing to tell it says so in a few words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinlin.documents.page import Block, Closing, Heading, Page, Paragraph
from jinlin.report import agenda, attachments, sentences
from jinlin.report.figures import MonthFigures
from jinlin.report.tables import category_table
from jinlin.report.wording import Wording

COORDINATION = 5
"""The number of the part that the summary refers to."""


def monthly_page(month: MonthFigures, say: Wording, *, listed: int = 0) -> Page:
    """Return the monthly report.

    Args:
        month: the figures.
        say: the words of the user's language.
        listed: how many rows an attached list may have; 0 for all.
    """
    period, head = month.period, month.letterhead
    above, title = (head.branch,), say("page.title", month=say.month(period.month))
    below = (
        say(
            "page.period",
            first=say.day(period.month.first),
            last=say.day(period.last_day),
            cut_off=_cut_off(month, say),
        ),
    )
    if month.empty:
        return Page(
            title=title,
            above=above,
            below=below,
            blocks=(Paragraph(_nothing(month, say)),),
        )
    return Page(
        title=title,
        above=above,
        below=below,
        blocks=(
            *_opening(month, say),
            *_sections(month, say),
            Closing(_signature(month, say)),
            *attachments.of(month, say, listed=listed),
        ),
    )


def _cut_off(month: MonthFigures, say: Wording) -> str:
    period = month.period
    if period.complete:
        return say("page.whole", day=say.day(period.last_day))
    return say("page.now", day=say.day(period.last_day), time=f"{period.cut_off:%H:%M}")


def _nothing(month: MonthFigures, say: Wording) -> str:
    key = "page.empty" if month.period.complete else "page.empty_so_far"
    return say(key, month=say.month(month.period.month), cut_off=_cut_off(month, say))


def _addressee(month: MonthFigures, say: Wording) -> str:
    head = month.letterhead
    values = {"superior": head.superior, "street": head.street}
    if head.superior and head.street:
        return say("page.to_both", **values)
    if head.superior:
        return say("page.to_superior", **values)
    return say("page.to_street", **values) if head.street else ""


def _opening(month: MonthFigures, say: Wording) -> Iterator[Block]:
    if addressee := _addressee(month, say):
        yield Paragraph(addressee, flush=True)
    if not month.period.complete:
        yield Paragraph(text=say("page.running", cut_off=_cut_off(month, say)))
    yield Paragraph(
        text=sentences.summary(month, say, coordination=say.section_number(COORDINATION))
    )


def _sections(month: MonthFigures, say: Wording) -> Iterator[Block]:
    parts: tuple[tuple[str, Iterable[Block]], ...] = (
        ("organisation", sentences.organisation(month, say)),
        ("issues", _issues(month, say)),
        ("projects", sentences.projects(month, say)),
        ("deliberation", sentences.deliberation(month, say)),
        ("coordination", sentences.coordination(month, say)),
        ("money", (Paragraph(text=sentences.money(month, say)),)),
        ("next" if month.period.complete else "coming", agenda.next_month(month, say)),
    )
    for number, (name, content) in enumerate(parts, 1):
        mark, title = say.section_number(number), say(f"sections.{name}")
        yield Heading(
            say("marks.heading", number=mark, name=title),
            lead=say("marks.heading_inline", number=mark, name=title),
        )
        yield from content


def _issues(month: MonthFigures, say: Wording) -> Iterator[Block]:
    if month.total.idle and not month.ratings.rated:
        yield Paragraph(text=say("issues.none"))
        return
    yield category_table(month, say)
    if text := sentences.comparison(month, say) + sentences.friday_councils(month, say):
        yield Paragraph(text=text)


def _signature(month: MonthFigures, say: Wording) -> tuple[str, ...]:
    head = month.letterhead
    return (
        say("page.signature"),
        say("page.author", name=head.author),
        head.branch,
        say("page.date_and_checksum", date=say.full_day(head.made_on), checksum=head.checksum),
    )
