"""What the full edition adds, as the JSON document keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jinlin.issue.rules.durations import Spread
from jinlin.report.edition.figures_json import flow_json
from jinlin.report.figures.full import FlowPart, FullFigures


def full_json(full: FullFigures) -> dict[str, Any]:
    """Return the figures of the full edition; times in hours, as text with one decimal."""
    return {
        "year_before": None if full.year_before is None else flow_json(full.year_before),
        "trend": [
            {
                "period": str(point.stretch),
                "received": point.received,
                "closed": point.closed,
                "open": point.open,
            }
            for point in full.trend
        ],
        "by_category": _parts(full.categories),
        "by_steward": _parts(full.stewards),
        "hours": {name: _spread(getattr(full, name)) for name in ("accept", "solve", "close")},
        "departments": [
            {
                "name": one.department,
                "called": one.called,
                "arrived": one.arrived,
                "hours": one.arrive.median_hours,
                "days": one.arrive.median_days,
            }
            for one in full.departments
        ],
        **{key: value for part in full.parts for key, value in part.data.items()},
    }


def _parts(parts: Sequence[FlowPart]) -> list[dict[str, Any]]:
    return [{"name": part.name} | flow_json(part.flow) for part in parts]


def _spread(spread: Spread) -> dict[str, Any]:
    return {
        "cases": spread.cases,
        "median": spread.median_hours,
        "ninetieth": spread.ninetieth_hours,
        "all_cases": spread.all_cases,
        "median_days": spread.median_days,
        "ninetieth_days": spread.ninetieth_days if spread.all_cases else None,
    }
