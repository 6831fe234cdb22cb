"""会议通知 and 签到表: what goes out before a meeting, and what people sign at its door."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from jinlin.core.days.written import day_words
from jinlin.core.i18n import _
from jinlin.documents.page import BLANK, Block, Closing, Field, Form, Page, Paragraph, Table
from jinlin.meeting.pages.agenda import participants
from jinlin.meeting.pages.paper import Paper, moment_words, sent_out
from jinlin.meeting.rules.kinds import Expected, meeting_types

LONGEST: Final = 500
"""A text for WeChat is shorter than so many characters (practice 7)."""
_FEWEST_ROWS: Final = 20
"""A sheet to sign has at least so many rows, names and blank ones together."""


def notice_text(paper: Paper) -> str:
    """Return the notice to paste into WeChat: below 500 characters, its first line says what."""
    items = notice_items(paper)
    for shown in range(len(items), -1, -1):
        text = "\n".join(_notice_lines(paper, items, shown))
        if len(text) + 1 < LONGEST:
            return text
    return text[: LONGEST - 2] + "…"


def notice_items(paper: Paper) -> list[str]:
    """Return what the items are about, as far as it may leave the house before the meeting.

    They have their numbers on the agenda; those that stand on no paper leave theirs out.
    """
    return [f"{item.position}. {item.title}" for item in sent_out(paper)[0]]


def _notice_lines(paper: Paper, items: list[str], shown: int) -> Iterator[str]:
    meeting = paper.meeting
    yield _("[Notice of a meeting] {title}").format(title=meeting.title)
    yield _("Time: {text}").format(text=moment_words(meeting.held_at))
    yield _("Place: {text}").format(text=meeting.place or _("to be told"))
    if shown:
        yield _("Items:")
        yield from items[:shown]
    if len(items) > shown:
        yield _("… {count} items in all").format(count=len(items))
    if rule := notice_rule(paper):
        yield rule
    yield _("If you cannot come, please say so beforehand and give the reason.")
    yield f"{paper.publisher}　{day_words(paper.today)}"


def notice_page(paper: Paper) -> Page:
    """Return the notice as a page for the board in the user's language."""
    meeting = paper.meeting
    items = notice_items(paper)
    blocks: list[Block] = [
        Field(_("Time"), moment_words(meeting.held_at)),
        Field(_("Place"), meeting.place or BLANK),
        Field(_("Taking part"), _invited(paper)),
    ]
    if items:
        blocks += [Paragraph(_("Items:")), *map(Paragraph, items)]
    if rule := notice_rule(paper):
        blocks.append(Paragraph(rule))
    blocks += [
        Paragraph(_("If you cannot come, please say so beforehand and give the reason.")),
        Closing((paper.publisher, day_words(paper.today))),
    ]
    return Page(
        title=_("Notice of a meeting"),
        above=(paper.complex,) if paper.complex else (),
        below=(meeting.title,),
        blocks=tuple(blocks),
        fields=paper.fields,
    )


def notice_rule(paper: Paper) -> str:
    """Return the rule on how early everybody is told of a meeting; empty where there is none."""
    known = meeting_types().get(paper.meeting.type)
    if known is None or not known.notice_days:
        return ""
    return _(
        "All owners are told {days} days ahead, and the residents' committee too (Regulation on"
        " property management, art. 14); nothing that is not announced is voted on."
    ).format(days=known.notice_days)


def days_short(paper: Paper) -> int:
    """Return how many days are missing for a notice in time; 0 where it still is in time."""
    known = meeting_types().get(paper.meeting.type)
    needed = known.notice_days if known else 0
    latest = paper.meeting.held_at.date() - timedelta(days=needed)
    return max(0, (paper.today - latest).days) if needed else 0


def _invited(paper: Paper) -> str:
    """Return who is invited; on a board nobody of the roll is named."""
    if paper.whole.attendees:
        return _("{count} people on the roll").format(count=len(paper.whole.attendees))
    return participants(paper)


def signin_page(paper: Paper, names: Sequence[str], *, blank: int | None = None) -> Page:
    """Return the sheet that people sign, in the user's language.

    Args:
        paper: what it is written from.
        names: who is expected, in their order.
        blank: how many rows are left for others; enough to fill a sheet where it is not said.
    """
    meeting = paper.meeting
    more = max(5, _FEWEST_ROWS - len(names)) if blank is None else blank
    known = meeting_types().get(meeting.type)
    owners = known is not None and known.expected is Expected.OWNERS
    headings = (
        (_("No."), _("Home"), _("Owner"), _("Agent (authority)"), _("Signature"))
        if owners
        else (_("No."), _("Name"), _("Unit or home"), _("Signature"), _("Remark"))
    )
    rows = tuple(
        (str(place), *(("", name, "", "") if owners else (name, "", "", "")))
        for place, name in enumerate((*names, *("" for _row in range(more))), 1)
    )
    return Page(
        title=_("Attendance sheet"),
        above=(paper.organisation,) if paper.organisation else (),
        below=(_("{title} ({number})").format(title=meeting.title, number=meeting.label),),
        form=Form.SHEET,
        blocks=(
            Field(_("Time"), moment_words(meeting.held_at)),
            Field(_("Place"), meeting.place or BLANK),
            Field(_("Chair"), meeting.chair or BLANK),
            Field(_("Expected, present"), BLANK),
            Table(headings=headings, rows=rows, widths=(8, 20, 24, 28, 20), tall=True),
            Paragraph(_("Recorder (signature): {blank}").format(blank=BLANK), flush=True),
        ),
        fields=paper.fields,
    )
