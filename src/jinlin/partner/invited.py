"""Which units a meeting with the partners calls: each with its representative in brackets."""

from __future__ import annotations

from datetime import date
from typing import Final

from jinlin.partner.record.conditions import in_force
from jinlin.store.transaction.tx import Reader

_IN_FORCE: Final = f"SELECT name, contact FROM partner WHERE {in_force('?1')} ORDER BY number"  # noqa: S608  (our own words)


def units(reader: Reader, day: date) -> list[str]:
    """Return the partners whose agreement holds on a day: `春江银行（王经理）`."""
    return [
        f"{row['name']}（{row['contact']}）" if row["contact"] else str(row["name"])
        for row in reader.rows(_IN_FORCE, (day.isoformat(),))
    ]
