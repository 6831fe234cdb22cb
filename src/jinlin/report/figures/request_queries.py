"""What is asked of community and street, from what was written when each matter was passed up."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from jinlin.core.clock import kept_day
from jinlin.core.days.period import PassedStretch
from jinlin.core.text import listed
from jinlin.issue.escalation.request import DONE
from jinlin.issue.privacy.publicity import KeptBack
from jinlin.issue.privacy.upward import ToldUpward, names_upward
from jinlin.issue.rules.events import EventKind
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.numbers import issue_label
from jinlin.meeting.record.ties import ties, withheld
from jinlin.output.listing.spotting import Names
from jinlin.report.figures.figures import REPORTED_UPWARD, OpenIssue, RequestFigure
from jinlin.store.transaction.tx import Reader

_MATTERS: Final = """
    SELECT i.id, i.year, i.number, i.title, i.place, b.code AS building, h.room, i.reporter,
        i.on_behalf_of, s.name AS steward, i.handler, e.level, e.escalated_at, e.request, e.stuck,
        e.departments, e.wanted_by, e.summary, e.work_done
    FROM issue AS i
    LEFT JOIN escalation AS e ON e.id = (SELECT max(l.id) FROM escalation AS l
        WHERE l.issue_id = i.id AND l.escalated_at < ?2)
    LEFT JOIN building AS b ON b.id = i.building_id
    LEFT JOIN household AS h ON h.id = i.household_id
    LEFT JOIN person AS s ON s.id = i.steward_id
    WHERE printf('%04d-%04d', i.year, i.number) IN (SELECT value FROM json_each(?1))
    """
_STEPS: Final = (
    "SELECT issue_id, at, note FROM issue_event WHERE issue_id IN (SELECT value FROM json_each(?1))"
    " AND kind IN (SELECT value FROM json_each(?2)) AND at < ?3 AND note IS NOT NULL"
    " AND reference IS NULL ORDER BY at, id"
)
_CALLED: Final = """
    SELECT c.issue_id, c.wanted_by, d.department,
        ifnull(d.arrived_at < ?2, 0) AS arrived
    FROM street_call AS c JOIN called_department AS d ON d.call_id = c.id
    WHERE c.issue_id IN (SELECT value FROM json_each(?1)) AND c.called_at < ?2
        AND c.id = (SELECT max(l.id) FROM street_call AS l
            WHERE l.issue_id = c.issue_id AND l.called_at < ?2)
    ORDER BY c.issue_id, d.department <> c.lead, d.id
    """
_WORK: Final = sorted(DONE - {EventKind.DECIDED, EventKind.ARRIVED})
"""Steps that say what the branch did; decisions and arrivals stand elsewhere on the page."""


def requests(
    reader: Reader, period: PassedStretch, open_issues: Sequence[OpenIssue]
) -> tuple[RequestFigure, ...]:
    """Return what was passed up and still open when a period ended, as it was asked for last.

    Of what stays in the house there is no more than what stands for it outside; who lives in the
    complex is not named, who acts is.
    """
    numbers = [issue.number for issue in open_issues if issue.status in REPORTED_UPWARD]
    if not numbers:
        return ()
    kept = ties(reader).issues
    rows = reader.rows(_MATTERS, (json.dumps(numbers), period.stop))
    known = {issue_label(row["year"], row["number"]): row for row in rows}
    ids = json.dumps([row["id"] for row in rows])
    steps = reader.rows(_STEPS, (ids, json.dumps(_WORK), period.stop))
    called = _by_issue(reader.rows(_CALLED, (ids, period.stop)))
    names = names_upward(
        reader,
        [*(text for row in rows for text in _texts(row)), *(step["note"] for step in steps)],
        brought=[name for row in rows for name in (row["reporter"], row["on_behalf_of"])],
        in_charge=[name for row in rows for name in (row["steward"], row["handler"])],
    )
    told = _Told(reader, names, _by_issue(steps), called)
    return tuple(
        _kept_back(number, known[number], kept[number])
        if number in kept
        else told.request(number, known[number])
        for number in numbers
    )


def _texts(row: sqlite3.Row) -> Iterator[str | None]:
    return (row[key] for key in ("title", "place", "request", "stuck", "summary", "work_done"))


def _by_issue(rows: Sequence[sqlite3.Row]) -> Mapping[int, list[sqlite3.Row]]:
    found: defaultdict[int, list[sqlite3.Row]] = defaultdict(list)
    for row in rows:
        found[row["issue_id"]].append(row)
    return found


def _kept_back(number: str, row: sqlite3.Row, kept: KeptBack) -> RequestFigure:
    level = Level(row["level"]) if row["level"] else None
    return RequestFigure(number=number, title=kept.words, kept_back=True, level=level)


class _Told:
    """What was written of matters, in words that may leave the house."""

    def __init__(
        self,
        reader: Reader,
        names: Names,
        steps: Mapping[int, list[sqlite3.Row]],
        called: Mapping[int, list[sqlite3.Row]],
    ) -> None:
        self._outside = withheld(reader)
        self._names = names
        self._steps = steps
        self._called = called

    def request(self, number: str, row: sqlite3.Row) -> RequestFigure:
        """Return what is asked in one matter."""
        safe = ToldUpward(self._names, row["room"])

        def said(text: str | None) -> str:
            return safe.text(self._outside.text(text)) if text else ""

        until = row["escalated_at"]
        steps = [
            step["note"]
            for step in self._steps.get(row["id"], ())
            if until is None or step["at"] <= until
        ]
        called = self._called.get(row["id"], ())
        wanted = row["wanted_by"] or next((call["wanted_by"] for call in called), None)
        return RequestFigure(
            number=number,
            title=said(row["title"]),
            place=said(row["place"]),
            building=row["building"],
            situation=said(row["summary"]),
            work_done=tuple(map(said, [row["work_done"]] if row["work_done"] else steps)),
            stuck=said(row["stuck"]),
            request=said(row["request"]),
            level=Level(row["level"]) if row["level"] else None,
            departments=tuple(listed(row["departments"] or "")),
            wanted_by=kept_day(wanted),
            called=tuple(call["department"] for call in called),
            arrived=tuple(call["department"] for call in called if call["arrived"]),
        )
