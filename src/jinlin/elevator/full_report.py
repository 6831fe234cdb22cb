"""The money of the elevator projects under way, in the full edition of a report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from jinlin.core.days.period import PassedStretch
from jinlin.core.days.written import day_words
from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.documents.page import Block, Heading, Paragraph, Table
from jinlin.elevator.progress.on_day import projects_told
from jinlin.elevator.project.projects import place_words
from jinlin.elevator.rules.books import AccountTotals
from jinlin.output.contribution.full_parts import FullPart
from jinlin.store.transaction.tx import Reader

_SUMS: Final = ("received_fen", "spending_fen", "refunds_fen", "balance_fen")


def parts(reader: Reader, period: PassedStretch) -> Iterator[FullPart]:
    """Return what had moved for the works of each project when a period ended."""
    data, rows = [], []
    for told in projects_told(reader, period.stretch.first, period.last_day):
        project, books = told.project, told.books
        if books == AccountTotals():
            continue
        received = books.received + books.fund + books.elsewhere
        sums = (received, books.spending, books.refunds, books.balance)
        data.append(
            {"number": project.label, "place": project.place} | dict(zip(_SUMS, sums, strict=True))
        )
        rows.append((place_words(project), *map(yuan, sums)))
    yield FullPart({"elevator_money": data}, tuple(_blocks(rows, period.last_day)) if rows else ())


def _blocks(rows: list[tuple[str, ...]], last: date) -> Iterator[Block]:
    yield Heading(_("Money of the elevators, up to {day}").format(day=day_words(last)), level=2)
    yield Table(
        headings=(
            _("Project"),
            _("In (yuan)"),
            _("Out (yuan)"),
            _("Paid back to doors (yuan)"),
            _("Left (yuan)"),
        ),
        rows=tuple(rows),
        numeric=(False, True, True, True, True),
    )
    yield Paragraph(_("The owners' representative takes and pays it; the branch holds none of it."))
