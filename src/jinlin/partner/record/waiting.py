"""What of partners asks for somebody: promises that are due, agreements that end."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from jinlin.partner.record.conditions import NUMBER, outstanding
from jinlin.store.transaction.tx import Reader


class DuePromise(NamedTuple):
    """Something that was promised and has not come; days as ISO text.

    Attributes:
        label: its number: `D1-3`.
        amount: in fen; None of what is no money.
        due_on: by when it is to come; None where nobody said.
        about: what it is for: `2026-0042`, `G1`.
    """

    label: str
    partner: str
    what: str
    amount: int | None
    due_on: str | None
    about: str | None


class EndingAgreement(NamedTuple):
    """An agreement that ends soon, or has and nobody said so; its day as ISO text."""

    label: str
    name: str
    until: str


_OPEN: Final = f"""
    SELECT {NUMBER}, p.name, s.what, s.amount, s.due_on, s.about_number
    FROM partner_support AS s JOIN partner AS p ON p.id = s.partner_id
    WHERE {outstanding()} AND p.removed_at IS NULL
      AND (?1 IS NULL OR s.due_on <= ?1)
    ORDER BY s.due_on IS NULL, s.due_on, p.number, s.number"""  # noqa: S608  (our own words)
_ENDING: Final = """
    SELECT 'D' || number, name, agreement_until FROM partner
    WHERE removed_at IS NULL AND ended_on IS NULL AND agreement_until <= date(?, '+6 months')
    ORDER BY agreement_until, number"""


def open_promises(reader: Reader, due_by: date | None = None) -> list[DuePromise]:
    """Return what was promised and is to come: all, or by a day; the earliest first."""
    return [DuePromise(*row) for row in reader.rows(_OPEN, (due_by and due_by.isoformat(),))]


def ending_agreements(reader: Reader) -> list[EndingAgreement]:
    """Return the agreements that end within six months, the earliest first."""
    return [
        EndingAgreement(*row) for row in reader.rows(_ENDING, (reader.clock.today.isoformat(),))
    ]
