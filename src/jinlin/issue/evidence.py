"""What issues tell of a body that had them in hand: on time, satisfied, come up again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jinlin.issue.lists.hotspots import repeats
from jinlin.issue.lists.lists import MAY_BE_HANDED_ON, WantedIssues, in_charge_of
from jinlin.issue.rules.counts import span_of
from jinlin.issue.rules.numbers import issue_label
from jinlin.issue.rules.satisfaction import GOOD
from jinlin.output.contribution.evidence import EvidenceKind, EvidenceRecord, RatedBodyAsked
from jinlin.output.listing.filter import Condition
from jinlin.store.transaction.tx import Reader

_WHOSE: Final = f"i.removed_at IS NULL AND i.merged_into IS NULL AND {MAY_BE_HANDED_ON} AND "
_DUE: Final = (
    "SELECT i.year, i.number, i.due_on, i.closed_at FROM issue AS i"
    " WHERE i.due_on BETWEEN ? AND ? AND i.due_on < ? AND i.status <> 'declined' AND "
)
_RATED: Final = """
    SELECT i.year, i.number, e.at, max(e.id), e.satisfaction
    FROM issue_event AS e JOIN issue AS i ON i.id = e.issue_id
    WHERE e.kind = 'rated' AND e.satisfaction IS NOT NULL AND e.at >= ? AND e.at < ? AND """
_REPORTED: Final = (
    "SELECT i.year, i.number, i.reported_at FROM issue AS i"
    " WHERE i.reported_at >= ? AND i.reported_at < ? AND "
)


def evidence(reader: Reader, asked: RatedBodyAsked) -> Iterator[EvidenceRecord]:
    """Yield what fell due, what was rated and what was reported of issues in a body's hands."""
    whose = in_charge_of([(None, name) for name in asked.names])
    clock, span = reader.clock, span_of(reader.clock, asked.first, asked.last)

    def rows(sql: str, *values: object, tail: str = "") -> Iterator[tuple[str, str, object]]:
        for row in reader.rows(f"{sql}{_WHOSE}{whose.sql}{tail}", (*values, *whose.values)):
            yield issue_label(row["year"], row["number"]), row[2], row[-1]

    days = (asked.first.isoformat(), asked.last.isoformat(), clock.today.isoformat())
    for number, due, closed in rows(_DUE, *days):
        settled = closed is not None and clock.local(str(closed)).date().isoformat() <= due
        yield EvidenceRecord(EvidenceKind.ON_TIME, number, due, settled)
    for number, moment, said in rows(_RATED, *span, tail=" GROUP BY i.id"):
        day = clock.local(moment).date().isoformat()
        yield EvidenceRecord(EvidenceKind.SATISFIED, number, day, said in GOOD)
    again = {one.number for one in repeats(reader, span, WantedIssues(where=_all(whose)))}
    for number, moment, _same in rows(_REPORTED, *span):
        day = clock.local(moment).date().isoformat()
        yield EvidenceRecord(EvidenceKind.REPEATED, number, day, number in again)


def _all(whose: Condition) -> Condition:
    return Condition(f"{_WHOSE}{whose.sql}", whose.values)
