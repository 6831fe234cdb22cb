"""Issues as Open311 GeoReport v2 has service requests, for systems of cities that read that.

What is private or secret is left out, titles name nobody, and no reporter is ever in it
(http://wiki.open311.org/GeoReport_v2, GET Service Requests). The standard knows only open and
closed: how far an issue really is stands in `extended_attributes`, which readers of the standard
pass over.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from jinlin.core.i18n import _
from jinlin.core.people.parties import looks_like_body
from jinlin.issue.lists.lists import WantedIssues, matching
from jinlin.issue.privacy.publicity import KEPT_BACK, PUBLIC, TITLE_OUTSIDE
from jinlin.issue.privacy.redactors import redactor_of
from jinlin.issue.record.queries import STATUS_NOW
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.numbers import issue_label
from jinlin.issue.rules.statuses import CLOSED, Status
from jinlin.store.transaction.tx import Reader

EXTENSION: Final = 1
"""The version of what stands in `extended_attributes`."""
_CALLED: Final = (
    "(SELECT json_group_array(json_object('department', department, 'called_at', called_at,"
    " 'arrived_at', arrived_at)) FROM (SELECT d.department, s.called_at, d.arrived_at"
    " FROM street_call AS s JOIN called_department AS d ON d.call_id = s.id"
    " WHERE s.issue_id = i.id ORDER BY d.id))"
)
_TURNS: Final = (
    "(SELECT json_group_array(json_object('status', to_status, 'at', at)) FROM"
    " (SELECT e.to_status, e.at FROM issue_event AS e WHERE e.issue_id = i.id"
    " AND e.to_status IS NOT NULL AND e.to_status IS NOT e.from_status ORDER BY e.id))"
)


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
        f" b.code AS building, {KEPT_BACK} AS kept_back, i.level, i.urgency, i.deferred_until,"
        f" i.urged, i.reopened, i.satisfaction, i.solved_at, {_CALLED} AS called,"
        f" {_TURNS} AS turns,"
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
        called = [
            {**one, "department": redactor.text(one["department"])}
            for one in json.loads(row["called"])
        ]
        yield {
            "service_request_id": issue_label(row["year"], row["number"]),
            "status": "closed" if status in CLOSED else "open",
            "status_notes": _("; ").join(part for part in (status.label, result) if part),
            "service_name": row["category"],
            "service_code": row["code"],
            "description": redactor.text(row["title"]),
            "agency_responsible": redactor.text(_agency(row["handler"]) or row["goes_to"]),
            "service_notice": _notice(row, status, called) or None,
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
            "extended_attributes": {"jinlin": _extension(reader, row, status, called)},
        }


def _notice(row: sqlite3.Row, status: Status, called: Sequence[dict[str, Any]]) -> str:
    """Return what happens next, in a sentence for the resident; nothing of what is closed."""
    if status in CLOSED or row["kept_back"]:
        return ""
    parts = []
    if status is Status.DEFERRED and row["deferred_until"]:
        parts.append(_("put off until {day}").format(day=row["deferred_until"]))
    if row["level"] != Level.COMPLEX.value:
        parts.append(_("in hand at: {level}").format(level=Level(row["level"]).label))
    if called:
        names = _(", ").join(dict.fromkeys(one["department"] for one in called))
        parts.append(_("departments called: {names}").format(names=names))
    if row["due_on"]:
        parts.append(_("to be settled by {day}").format(day=row["due_on"]))
    return _("; ").join(parts)


def _extension(
    reader: Reader, row: sqlite3.Row, status: Status, called: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    """Return what the standard has no field for; of what is kept back only how far it is."""
    known: dict[str, Any] = {"schema": EXTENSION, "status": status.value, "level": row["level"]}
    if row["kept_back"]:
        return known

    def moment(kept: str | None) -> str | None:
        return kept and reader.clock.local(kept).isoformat()

    return known | {
        "urgency": row["urgency"],
        "due_on": row["due_on"],
        "deferred_until": row["deferred_until"],
        "urged": row["urged"],
        "reopened": row["reopened"],
        "solved_datetime": moment(row["solved_at"]),
        "satisfaction": row["satisfaction"],
        "departments": [
            {
                "department": one["department"],
                "called_datetime": moment(one["called_at"]),
                "arrived_datetime": moment(one["arrived_at"]),
            }
            for one in called
        ],
        "statuses": [
            {"status": one["status"], "datetime": moment(one["at"])}
            for one in json.loads(row["turns"])
        ],
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
