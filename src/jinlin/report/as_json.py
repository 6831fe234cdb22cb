"""A month's figures as the JSON document keeps them: counts as integers, money in fen."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from jinlin.output.values import percent
from jinlin.report.figures import (
    MonthFigures,
    OpenIssue,
    PlanFigure,
    PurseFigure,
    ResolutionFigure,
)
from jinlin.report.flow import Change, Flow, Rate, Ratings


def month_json(month: MonthFigures) -> dict[str, Any]:
    """Return all figures of a month under the names of the glossary."""
    period, head = month.period, month.letterhead
    return {
        "month": str(period.month),
        "from": period.month.first.isoformat(),
        "to": period.last_day.isoformat(),
        "cut_off": period.cut_off.isoformat(),
        "complete": period.complete,
        "empty": month.empty,
        "complex": head.complex,
        "branch": head.branch,
        "superior": head.superior,
        "street": head.street,
        "author": head.author,
        "made_on": head.made_on.isoformat(),
        "checksum": head.checksum,
        "issues": _flow(month.total)
        | {
            "on_time": _rate(month.total.on_time_rate),
            "satisfaction": _ratings(month.ratings),
            "to_coordinate": len(month.to_coordinate),
        },
        "previous_month": None if month.previous is None else _flow(month.previous),
        "change": None
        if month.previous is None
        else {"received": _change(month.received_change), "closed": _change(month.closed_change)},
        "categories": [
            {"category": g.group, "name": g.name}
            | _flow(g.flow)
            | {"satisfaction": _ratings(g.ratings), "received_previous_month": g.received_before}
            for g in month.groups
        ],
        "buildings": [{"building": b.building} | _flow(b.flow) for b in month.buildings],
        "meetings": {
            "held": month.meetings_held,
            "services": month.services_held,
            "by_type": [{"type": m.type, "held": m.held} for m in month.meetings],
            "planned": [
                {"number": m.number, "type": m.type, "held_on": m.day.isoformat()}
                for m in month.planned_meetings
            ],
        },
        "resolutions": [_resolution(r) for r in month.resolutions],
        "resolutions_due": [_resolution(r) for r in month.due_resolutions],
        "plans": [_plan(p) for p in month.plans],
        "purses": [_purse(p) for p in month.purses],
        "members": {
            "full": month.members.full,
            "probationary": month.members.probationary,
            "report_ins": month.members.report_ins,
            "new_report_ins": month.members.new_report_ins,
        },
        "open_issues": [_open_issue(issue) for issue in month.open_issues],
        "open_issues_unlisted": month.unlisted,
    }


def _flow(flow: Flow) -> dict[str, Any]:
    return {
        "carried_over": flow.carried_over,
        "received": flow.received,
        "reopened": flow.reopened,
        "closed": flow.closed,
        "closed_solved": flow.closed_solved,
        "closed_unsolved": flow.closed_unsolved,
        "declined": flow.declined,
        "merged": flow.merged,
        "open": flow.open,
        "overdue": flow.overdue,
    }


def _rate(rate: Rate) -> dict[str, Any]:
    """Return a rate with its base; without a percentage where the base is small."""
    return {
        "numerator": rate.numerator,
        "denominator": rate.denominator,
        "percent": _percent(rate.exact),
    }


def _percent(share: Fraction | None) -> float | None:
    """Return a share in per cent with one decimal, rounded exactly as it is printed."""
    if share is None:
        return None
    sign = -1 if share < 0 else 1
    return sign * float(percent(abs(share)).removesuffix("%"))


def _ratings(ratings: Ratings) -> dict[str, Any]:
    return {
        "satisfied": ratings.satisfied,
        "basically_satisfied": ratings.basically_satisfied,
        "not_satisfied": ratings.not_satisfied,
        "rated": ratings.rated,
        "unrated": ratings.unrated,
        "rate": _rate(ratings.rate),
    }


def _change(change: Change | None) -> dict[str, Any] | None:
    if change is None:
        return None
    return {"difference": change.difference, "percent": _percent(change.exact)}


def _resolution(resolution: ResolutionFigure) -> dict[str, Any]:
    return {
        "number": resolution.number,
        "text": resolution.text,
        "owner": resolution.owner,
        "due_on": resolution.due_on.isoformat() if resolution.due_on else None,
    }


def _purse(purse: PurseFigure) -> dict[str, Any]:
    return {
        "purse": purse.purse,
        "opening_fen": purse.opening,
        "income_fen": purse.income,
        "spending_fen": purse.spending,
        "closing_fen": purse.closing,
        "entries": purse.entries,
        "undisclosed": purse.undisclosed,
    }


def _plan(plan: PlanFigure) -> dict[str, Any]:
    return {
        "number": plan.number,
        "name": plan.name,
        "building": plan.building,
        "total_fen": plan.total,
        "net_fen": plan.net,
        "payers": plan.households,
        "lowest_fen": plan.lowest,
        "highest_fen": plan.highest,
    }


def _open_issue(issue: OpenIssue) -> dict[str, Any]:
    return {
        "number": issue.number,
        "category": issue.group,
        "name": issue.category,
        "building": issue.building,
        "reported_on": issue.reported_on.isoformat(),
        "due_on": issue.due_on.isoformat() if issue.due_on else None,
        "days": issue.days,
        "overdue": issue.overdue,
        "status": issue.status,
        "steward": issue.responsible,
    }
