"""What partners gave for one record, and what of it they paid themselves, past every purse."""

from __future__ import annotations

from typing import Final

from jinlin.core.reference import Reference
from jinlin.output.contribution.gifts import Gift
from jinlin.partner.record.conditions import NUMBER, received
from jinlin.store.transaction.tx import Reader

_GIFTS: Final = f"""
    SELECT {NUMBER}, p.name, s.what, s.amount,
           iif({received()}, s.received_on, NULL), s.due_on, s.paid_to
    FROM partner_support AS s JOIN partner AS p ON p.id = s.partner_id
    WHERE s.about_kind = ? AND s.about_number = ? AND s.dropped_on IS NULL
    ORDER BY s.promised_on, s.id"""  # noqa: S608  (our own words)
_PAID: Final = """
    SELECT coalesce(sum(amount), 0) FROM partner_support
    WHERE about_kind = ? AND about_number = ? AND received_on <= ? AND paid_to IS NOT NULL"""


def gifts(reader: Reader, about: Reference) -> list[Gift]:
    """Return what was given or promised for a record, the first first; not what was dropped."""
    return [Gift(*row) for row in reader.rows(_GIFTS, about)]


def paid_directly(reader: Reader, about: Reference, until: str) -> int:
    """Return what partners paid for a record up to a day (ISO text), in fen."""
    return int(reader.value(_PAID, (*about, until)))
