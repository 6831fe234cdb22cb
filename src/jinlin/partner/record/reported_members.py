"""Members of a unit who reported in where they live, beside the unit's own reporting in."""

from __future__ import annotations

from typing import NamedTuple

from jinlin.store.transaction.tx import Reader


class ReportedMember(NamedTuple):
    """A member of a unit; days as ISO text.

    Attributes:
        times: how often she served here.
    """

    label: str
    name: str
    reported_on: str | None
    times: int


def reported_members(reader: Reader, unit: str) -> list[ReportedMember]:
    """Return who reported in and works for a unit, or for a part of it, by number."""
    rows = reader.rows(
        "SELECT 'P' || p.number, p.name, m.reported_on,"
        " (SELECT count(*) FROM service_done AS s WHERE s.person_id = p.id)"
        " FROM member AS m JOIN person AS p ON p.id = m.person_id"
        " WHERE m.affiliation = 'report_in' AND m.removed_at IS NULL AND p.removed_at IS NULL"
        " AND substr(m.employer, 1, length(?1)) = ?1 ORDER BY p.number",
        (unit,),
    )
    return [ReportedMember(*row) for row in rows]
