"""The visit list as a sheet to carry along: a row a door, with what to ask and room to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from jinlin.complex.rules.address import place_words
from jinlin.core.clock import Clock
from jinlin.core.days.written import day_short, day_words
from jinlin.core.i18n import _
from jinlin.documents.page import Block, Form, Page, Paragraph, Table
from jinlin.issue.lists.doorstep import DoorstepRow
from jinlin.issue.record.categories import category_label
from jinlin.issue.rules.urgencies import Urgency

BOX: Final = "□"
_WIDTHS: Final = (20, 26, 19, 52, 27)


def visit_page(rows: Sequence[DoorstepRow], *, title: str, clock: Clock, phones: bool) -> Page:
    """Return the list in the user's language.

    Args:
        rows: the doors, in the order of a walk.
        title: whose list it is.
        clock: the day on which it is made, and the zone of its days.
        phones: with the phones of those who brought the matters.
    """
    blocks = tuple(_blocks(rows, clock, phones=phones))
    day = day_words(clock.today)
    return Page(
        title=title,
        below=(_("{day}, issues: {count}").format(day=day, count=len(rows)) if rows else day,),
        blocks=blocks or (Paragraph(_("There is nobody to visit."), flush=True),),
        form=Form.SHEET,
        wide=True,
    )


def _blocks(rows: Sequence[DoorstepRow], clock: Clock, *, phones: bool) -> Iterator[Block]:
    if rows:
        yield Table(
            headings=(
                _("Door or place"),
                _("Issue title"),
                _("Reported, due"),
                _("What to ask and to mind"),
                _("Result, date"),
            ),
            rows=tuple(
                (_where(row), _matter(row, phones=phones), _days(row, clock), _asked(row), "")
                for row in rows
            ),
            widths=_WIDTHS,
            tall=True,
        )


def _where(row: DoorstepRow) -> str:
    """Return the box to tick, the building, and the door or else the place."""
    place = row.door
    if row.building and not row.room and f"{row.building}号楼" not in place:
        building = place_words(row.building, None)
        place = _("{place}, {room}").format(place=building, room=place) if place else building
    return f"{BOX} {place or _('place not recorded')}"


def _matter(row: DoorstepRow, *, phones: bool) -> str:
    """Return what it is about; of what is private only the category."""
    title = _("{category} (confidential)").format(category=category_label(row.category))
    lines = [title if row.private else row.title, row.number]
    if row.urgency is not Urgency.NORMAL:
        lines.append(row.urgency.label)
    if phones and row.reporter_phone:
        lines.append(_("phone {phone}").format(phone=row.reporter_phone))
    return "\n".join(lines)


def _days(row: DoorstepRow, clock: Clock) -> str:
    since = clock.local(row.reported_at).date()
    lines = [_("since {day}").format(day=day_short(since))]
    if row.due_on:
        due = date.fromisoformat(row.due_on)
        lines.append(_("due {day}").format(day=day_short(due)))
        if due < clock.today:
            lines.append(_("overdue"))
    if row.urged:
        lines.append(_("urged {times} times").format(times=row.urged))
    return "\n".join(lines)


def _asked(row: DoorstepRow) -> str:
    parts = [_("; ").join(row.ask.splitlines())] if row.ask else []
    if row.advice:
        parts.append(_("Mind: {advice}").format(advice=row.advice))
    if row.private:
        parts.append(_("Bring paper to take notes; what it is about only the secretary tells you"))
    return "\n".join(parts)
