"""The number of questions a report puts to the database does not grow with the database."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from report.records import Records, at, in_memory, month

from jinlin.report.figures.queries import period_figures


def statements(size: int) -> int:
    """Return how many statements a report on so many rows of each kind takes."""
    tx = in_memory(datetime(2026, 11, 5, 4, tzinfo=UTC))
    records = Records(tx)
    for number in range(size):
        tower = records.building(f"{number + 1}")
        records.issue(at("09-05"), (at("10-06"), "closed", "declined"), building=tower)
        escalated = (at("10-06"), "escalated", "escalated")
        records.issue(at("10-05"), escalated, building=tower, category="fitness")
        tx.insert("escalation", issue_id=records.issues, level="street", escalated_at=at("10-06"),
                  request="请来看")  # fmt: skip
        records.meeting(at("10-07"), resolutions=[("走访", None, "2026-11-11")])
        records.meeting(at("11-07"))
        records.plan(at("10-07"), total=100, amounts=[50, 50])
        records.member(f"党员{number}", "report_in", reported_on="2026-10-08")
    asked: list[str] = []
    tx.connection.set_trace_callback(asked.append)
    figures = period_figures(tx, month(2026, 10))
    assert figures.total.received == size
    return len(asked)


@pytest.mark.parametrize("size", [2, 40])
def test_large_database_takes_as_many_questions_as_a_small_one(size: int) -> None:
    assert statements(size) == statements(1) <= 74
