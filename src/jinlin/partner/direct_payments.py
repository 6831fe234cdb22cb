"""What partners paid themselves for something: money that no purse has seen."""

from __future__ import annotations

from typing import Final

from jinlin.core.reference import Reference
from jinlin.store.transaction.tx import Reader

_PAID: Final = """
    SELECT coalesce(sum(amount), 0) FROM partner_support
    WHERE about_kind = ? AND about_number = ? AND received_on <= ? AND paid_to IS NOT NULL"""


def paid_directly(reader: Reader, about: Reference, until: str) -> int:
    """Return what partners paid for a record up to a day (ISO text), in fen."""
    return int(reader.value(_PAID, (*about, until)))
