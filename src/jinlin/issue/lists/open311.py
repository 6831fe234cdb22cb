"""Issues as Open311 GeoReport v2 has service requests, for systems of cities that read that.

What is private or secret is left out, titles name nobody, and no reporter is ever in it
(http://wiki.open311.org/GeoReport_v2, GET Service Requests).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from jinlin.core.i18n import _
from jinlin.core.people.parties import looks_like_body
from jinlin.issue.lists.lists import WantedIssues, matching
from jinlin.issue.privacy.publicity import KEPT_BACK, PUBLIC, TITLE_OUTSIDE
from jinlin.issue.privacy.redactors import redactor_of
from jinlin.issue.record.queries import STATUS_NOW
from jinlin.issue.rules.numbers import issue_label
from jinlin.issue.rules.statuses import CLOSED, Status
from jinlin.store.transaction.tx import Reader


def service_requests(reader: Reader, wanted: WantedIssues) -> Iterator[dict[str, Any]]:
    """Return the service requests, the oldest first."""
    redactor = redactor_of(reader)
    clock = reader.clock
    complex_name = reader.value("SELECT name FROM complex") or ""
    condition, values = matching(wanted)
    for row in reader.each(
        f"SELECT i.year, i.number, {TITLE_OUTSIDE} AS title, {STATUS_NOW} AS status, i.reported_at,"  # noqa: S608  (our own columns)
        f" CASE WHEN {KEPT_BACK} THEN NULL ELSE i.result END AS result, i.handler,"
        " i.due_on, i.closed_at, c.code, c.name AS category, c.goes_to,"
        " b.code AS building,"
        " (SELECT max(e.at) FROM issue_event AS e WHERE e.issue_id = i.id) AS updated_at"
        " FROM issue AS i JOIN category AS c ON c.id = i.category_id"
        " LEFT JOIN building AS b ON b.id = i.building_id"
        f" WHERE {PUBLIC}{condition} ORDER BY i.reported_at, i.id",
        values,
    ):
        status = Status(row["status"])
        where = _("building {code}").format(code=row["building"]) if row["building"] else ""
        expected = date.fromisoformat(row["due_on"]) if row["due_on"] else None
        result = redactor.text(row["result"]) if row["result"] else ""
        yield {
            "service_request_id": issue_label(row["year"], row["number"]),
            "status": "closed" if status in CLOSED else "open",
            "status_notes": _("; ").join(part for part in (status.label, result) if part),
            "service_name": row["category"],
            "service_code": row["code"],
            "description": redactor.text(row["title"]),
            "agency_responsible": redactor.text(_agency(row["handler"]) or row["goes_to"]),
            "service_notice": None,
            "requested_datetime": clock.local(row["reported_at"]).isoformat(),
            "updated_datetime": clock.local(row["updated_at"] or row["reported_at"]).isoformat(),
            "expected_datetime": clock.local(clock.moment(expected, 23, 59)).isoformat()
            if expected
            else None,
            "address": f"{complex_name}{where}",
            "address_id": None,
            "zipcode": None,
            "lat": None,
            "long": None,
            "media_url": None,
        }


def _agency(handler: str | None) -> str | None:
    """Return a body in charge; None where a notebook names a person there."""
    return handler if handler is not None and looks_like_body(handler) else None


def left_out(reader: Reader, wanted: WantedIssues) -> int:
    """Return how many issues are not among the service requests."""
    condition, values = matching(wanted)
    sql = (
        f"SELECT count(*) FROM issue AS i WHERE i.removed_at IS NULL AND NOT ({PUBLIC}){condition}"  # noqa: S608  (our own columns)
    )
    return int(reader.value(sql, values))
