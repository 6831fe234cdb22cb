"""Whether a partner kept what it promised by the day it said."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from jinlin.output.contribution.evidence import EvidenceKind, EvidenceRecord, RatedBodyAsked
from jinlin.store.transaction.tx import Reader

_PROMISED: Final = """
    SELECT p.number AS partner, s.number, s.due_on, s.received_on
    FROM partner_support AS s JOIN partner AS p ON p.id = s.partner_id
    WHERE p.removed_at IS NULL AND p.name IN (SELECT value FROM json_each(?))
      AND s.due_on BETWEEN ? AND ? AND s.due_on < ? ORDER BY s.due_on, s.id"""


def evidence(reader: Reader, asked: RatedBodyAsked) -> Iterator[EvidenceRecord]:
    """Yield the promises of a partner that fell due in some days; one dropped was not kept."""
    for row in reader.rows(
        _PROMISED,
        (
            json.dumps(asked.names, ensure_ascii=False),
            asked.first.isoformat(),
            asked.last.isoformat(),
            reader.clock.today.isoformat(),
        ),
    ):
        kept = row["received_on"] is not None and row["received_on"] <= row["due_on"]
        number = f"D{row['partner']}-{row['number']}"
        yield EvidenceRecord(EvidenceKind.PROMISES, number, row["due_on"], kept)
