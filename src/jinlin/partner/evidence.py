"""Whether a partner kept what it promised by the day it said."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from jinlin.output.contribution.evidence import EvidenceKind, EvidenceRecord, RatedBodyAsked
from jinlin.partner.record.conditions import NUMBER, received
from jinlin.store.transaction.tx import Reader

_PROMISED: Final = f"""
    SELECT {NUMBER} AS number, s.due_on,
           ifnull(s.received_on <= s.due_on, 0) AND {received()} AS kept
    FROM partner_support AS s JOIN partner AS p ON p.id = s.partner_id
    WHERE p.removed_at IS NULL AND p.name IN (SELECT value FROM json_each(?))
      AND s.due_on BETWEEN ? AND ? AND s.due_on < ? ORDER BY s.due_on, s.id"""  # noqa: S608  (our own words)


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
        yield EvidenceRecord(EvidenceKind.PROMISES, row["number"], row["due_on"], bool(row["kept"]))
