"""What a bundle counts beyond the monthly report: by category, how long it took, how much late."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from jinlin.core.days.period import PassedStretch
from jinlin.issue.lists.spells import WENT, WENT_AS
from jinlin.issue.record.categories import OWN_CODE
from jinlin.issue.rules.departments import departments
from jinlin.issue.rules.durations import Took, time_between
from jinlin.meeting.calendar.calendar import calendar_lines
from jinlin.meeting.full_report import progress
from jinlin.meeting.rules.meeting_duties import DaySpan
from jinlin.report.figures.flow_queries import flow_of, flows, gather
from jinlin.report.rules.flow import Flow
from jinlin.store.transaction.tx import Reader

DAYS: Final = {"d1": 1, "d3": 3, "d7": 7, "d15": 15, "d30": 30}
"""Civil days from the report to the closing, up to which a measure counts; `dmore` the rest."""
HOURS: Final = {"a4": 4, "a24": 24, "a72": 72}
"""Hours from the call to the arrival, up to which a measure counts; `amore` the rest."""
OTHER_DEPARTMENT: Final = "其他"
_LATE: Final = 7
"""Typed in more days after the report than these, an issue was recorded late."""

_CLOSED: Final = f"""
    SELECT c.group_code, i.reported_at, s.closed FROM spell AS s JOIN period AS p ON p.n = 0
    JOIN issue AS i ON i.id = s.issue_id JOIN category AS c ON c.id = i.category_id
    WHERE {WENT} AND {WENT_AS} IN ('closed_solved', 'closed_unsolved')"""  # noqa: S608  (our own columns)
_CALLED: Final = """
    SELECT d.department, s.called_at, iif(d.arrived_at < ?2, d.arrived_at, NULL) AS arrived_at
    FROM street_call AS s JOIN called_department AS d ON d.call_id = s.id
    JOIN issue AS i ON i.id = s.issue_id AND i.removed_at IS NULL
    WHERE s.called_at >= ?1 AND s.called_at < ?2"""
_COUNTED: Final = """
    SELECT (SELECT count(*) FROM household WHERE removed_at IS NULL) AS households,
        (SELECT count(*) FROM building WHERE removed_at IS NULL) AS buildings,
        (SELECT total(minutes) FROM service_done
            WHERE done_on BETWEEN ?3 AND ?4) AS service_minutes,
        (SELECT count(*) FROM issue AS i WHERE i.removed_at IS NULL
            AND i.reported_at >= ?1 AND i.reported_at < ?2
            AND julianday((SELECT min(e.at) FROM row_change AS r JOIN entry AS e ON e.seq = r.entry
                WHERE r.table_name = 'issue' AND r.row_id = i.id AND r.before IS NULL))
                - julianday(i.reported_at) > ?5) AS recorded_late"""


class MonthCounts(NamedTuple):
    """What a month has beyond its report.

    Attributes:
        categories: by `group/code` what came and went; of what is kept back the group alone.
        closed: by group how many issues were closed within how long.
        departments: by department how often it was called, came, and came how soon.
        needed: by kind how many meetings its rule asked for that had to be held by the end.
        branch: what has no table of its own.
    """

    categories: Mapping[str, Flow]
    closed: Mapping[str, Mapping[str, int]]
    departments: Mapping[str, Mapping[str, int]]
    needed: Mapping[str, int]
    branch: Mapping[str, int]


def month_counts(reader: Reader, period: PassedStretch) -> MonthCounts:
    """Return what a month has beyond its report, in a fixed number of questions."""
    gather(reader, (period,))
    return MonthCounts(
        categories=_categories(reader),
        closed=_closed(reader),
        departments=_departments(reader, period),
        needed=_needed(reader, period),
        branch=_branch(reader, period),
    )


def _categories(reader: Reader) -> dict[str, Flow]:
    found: dict[str, Flow] = {}
    for row in flows(reader, ("group_code", "category_code")):
        code = row["category_code"] or ""
        known = row["group_code"] if code.startswith(OWN_CODE) else code
        item = f"{row['group_code']}/{known}"
        found[item] = found.get(item, Flow()) + flow_of([row])
    return found


def _closed(reader: Reader) -> dict[str, dict[str, int]]:
    found: dict[str, list[Took]] = {}
    for row in reader.rows(_CLOSED):
        took = time_between(reader.clock, row["reported_at"], row["closed"])
        found.setdefault(row["group_code"], []).append(took)
    return {
        group: histogram((one.days for one in times), DAYS, "dmore")
        for group, times in found.items()
    }


def _departments(reader: Reader, period: PassedStretch) -> dict[str, dict[str, int]]:
    found: dict[str, list[Took | None]] = {}
    for row in reader.rows(_CALLED, (period.start, period.stop)):
        name = row["department"] if row["department"] in departments() else OTHER_DEPARTMENT
        came = row["arrived_at"]
        took = time_between(reader.clock, row["called_at"], came) if came else None
        found.setdefault(name, []).append(took)
    return {
        name: {
            "called": len(times),
            "arrived": sum(one is not None for one in times),
            **histogram((_hours(one) for one in times if one is not None), HOURS, "amore"),
        }
        for name, times in found.items()
    }


def _hours(took: Took) -> float:
    """Return how many hours something took; of what has no time of day its days tell."""
    return took.days * 24 if took.seconds is None else took.seconds / 3600


def histogram(values: Iterable[float], limits: Mapping[str, int], more: str) -> dict[str, int]:
    """Return how many values lie within each limit and beyond the one before; medians do not add.

    Args:
        values: such as days.
        limits: by measure up to what it counts, the smallest first.
        more: the measure of what is beyond the last.
    """
    counted = dict.fromkeys((*limits, more), 0)
    for value in values:
        counted[next((name for name, most in limits.items() if value <= most), more)] += 1
    return counted


def _needed(reader: Reader, period: PassedStretch) -> dict[str, int]:
    window = DaySpan(period.stretch.first, period.stretch.last)
    needed: dict[str, int] = {}
    for line in calendar_lines(reader, window):
        if line.duty.span.last <= window.last and line.duty.span.last < period.day_after:
            needed[line.type.code] = needed.get(line.type.code, 0) + line.duty.needed
    return needed


def _branch(reader: Reader, period: PassedStretch) -> dict[str, int]:
    first, last = period.stretch.first.isoformat(), period.last_day.isoformat()
    row = reader.row(_COUNTED, (period.start, period.stop, first, last, _LATE))
    assert row is not None
    counted = {name: int(count) for name, count in dict(row).items()}
    resolutions = progress(reader, "resolution", "ended_on", period)
    return counted | {f"resolutions_{name}": count for name, count in resolutions.items()}
