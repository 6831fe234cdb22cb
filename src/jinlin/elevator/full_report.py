"""The money of the elevator projects under way, in the full edition of a report."""

from __future__ import annotations

from collections.abc import Iterator

from jinlin.core.days.period import PassedStretch
from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.documents.page import Block, Heading, Paragraph, Table
from jinlin.elevator.money.queries import totals
from jinlin.elevator.project.projects import MOST_REPORTED, projects
from jinlin.elevator.rules.books import AccountTotals, Books
from jinlin.output.contribution.full_parts import FullPart
from jinlin.store.transaction.tx import Reader


def parts(reader: Reader, _period: PassedStretch) -> Iterator[FullPart]:
    """Return what has moved for the works up to today, of the projects where anything did."""
    data, rows = [], []
    for project in projects(reader, open_only=True, limit=MOST_REPORTED):
        books = totals(reader, project, Books.WORKS)
        if books == AccountTotals():
            continue
        received = books.received + books.fund + books.elsewhere - books.refunds
        sums = (received, books.spending, books.balance)
        data.append(
            {"number": project.label, "place": project.place}
            | dict(zip(("received_fen", "spending_fen", "balance_fen"), sums, strict=True))
        )
        rows.append((f"{project.place} {project.label}", *map(yuan, sums)))
    yield FullPart({"elevator_money": data}, tuple(_blocks(rows)) if rows else ())


def _blocks(rows: list[tuple[str, ...]]) -> Iterator[Block]:
    yield Heading(_("Money of the elevators, up to the day of the report"), level=2)
    yield Table(
        headings=(_("Project"), _("In (yuan)"), _("Out (yuan)"), _("Left (yuan)")),
        rows=tuple(rows),
        numeric=(False, True, True, True),
    )
    yield Paragraph(_("The owners' representative takes and pays it; the branch holds none of it."))
