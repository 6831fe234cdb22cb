"""What purses took in and gave for one record; loads nothing else of the book."""

from __future__ import annotations

from jinlin.core.reference import Reference
from jinlin.ledger.amounts import SIGNED
from jinlin.member.rules.purses import Direction, Purse
from jinlin.store.transaction.tx import Reader


def moved_for(
    reader: Reader, about: Reference, until: str, direction: Direction, purse: Purse | None = None
) -> int:
    """Return what came in or went out for a record, less what was taken back, in fen.

    Args:
        reader: the database.
        about: the record.
        until: the last day, as ISO text.
        direction: in or out.
        purse: of one purse; None for all.
    """
    return int(
        reader.value(
            f"SELECT coalesce(sum({SIGNED}), 0) FROM fund_entry"  # noqa: S608  (our own words)
            " WHERE about_kind = ? AND about_number = ? AND day <= ? AND direction = ?"
            " AND ifnull(purse = ?, 1)",
            (*about, until, direction, purse),
        )
    )
