"""The visit list as a sheet to carry along: a row a door, with what to ask and room to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from jinlin.core.clock import Clock
from jinlin.core.i18n import _
from jinlin.documents.page import Block, Form, Heading, Page, Paragraph, Table
from jinlin.issue.lists.doorstep import DoorstepRow
from jinlin.issue.privacy.redaction import untitled
from jinlin.issue.rules.urgencies import Urgency

BOX: Final = "□"
_WIDTHS: Final = (16, 30, 26, 28)


def visit_page(rows: Sequence[DoorstepRow], *, title: str, clock: Clock, phones: bool) -> Page:
    """Return the list in the user's language.

    Args:
        rows: the doors, in the order of a walk.
        title: whose list it is.
        clock: the day on which it is made, and the zone of its days.
        phones: with the phones of those who brought the matters.
    """
    blocks = tuple(_blocks(rows, clock, phones=phones))
    return Page(
        title=title,
        below=(_("{day}, issues: {count}").format(day=clock.today, count=len(rows)),),
        blocks=blocks or (Paragraph(_("There is nobody to visit."), flush=True),),
        form=Form.SHEET,
        wide=True,
    )


def _blocks(rows: Sequence[DoorstepRow], clock: Clock, *, phones: bool) -> Iterator[Block]:
    for building, group in groupby(rows, key=lambda row: row.building):
        yield Heading(
            _("Building {code}").format(code=building) if building else _("In no building")
        )
        yield Table(
            headings=(_("Door or place"), _("Issue title"), _("What to ask"), _("Result, date")),
            rows=tuple(
                (f"{BOX} {row.door}".strip(), _matter(row, clock, phones=phones), _asked(row), "")
                for row in group
            ),
            widths=_WIDTHS,
            tall=True,
        )


def _matter(row: DoorstepRow, clock: Clock, *, phones: bool) -> str:
    """Return what it is about and since when; of what is private only the category."""
    urgent = f"【{row.urgency.label}】" if row.urgency is not Urgency.NORMAL else ""
    title = untitled(row.category) if row.private else row.title
    overdue = row.due_on is not None and row.due_on < clock.today.isoformat()
    due = _("due {day}, overdue") if overdue else _("due {day}")
    facts = [
        _("since {day}").format(day=clock.local(row.reported_at).date()),
        due.format(day=row.due_on or "—"),
    ]
    if row.urged:
        facts.append(_("urged {times} times").format(times=row.urged))
    if phones and row.reporter_phone:
        facts.append(_("phone {phone}").format(phone=row.reporter_phone))
    return _("{title} ({number}): {facts}").format(
        title=f"{urgent}{title}", number=row.number, facts=_(", ").join(facts)
    )


def _asked(row: DoorstepRow) -> str:
    return "；".join(row.ask.splitlines())
