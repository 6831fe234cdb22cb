"""A period's figures as the JSON document keeps them: counts as integers, money in fen."""

from __future__ import annotations

from dataclasses import asdict
from fractions import Fraction
from typing import Any, Final

from jinlin.core.days.stretch import Length
from jinlin.core.decimals import Rate
from jinlin.member.fund.queries import PurseRow
from jinlin.output.listing.values import percent
from jinlin.partner.record.totals import PartnerTotals
from jinlin.report.figures.figures import (
    MOVED,
    MissedMeeting,
    OpenIssue,
    PeriodFigures,
    PlanFigure,
    ProjectFigure,
    RequestFigure,
    ResolutionFigure,
    WorksFigure,
)
from jinlin.report.rules.flow import CountChange, Flow, Ratings
from jinlin.survey.record.on_day import EvaluationOnDay


def figures_json(figures: PeriodFigures) -> dict[str, Any]:
    """Return all figures of a period under the names of the glossary."""
    previous = figures.previous
    return _head(figures) | {
        "issues": flow_json(figures.total)
        | {
            "on_time": _rate(figures.total.on_time_rate),
            "satisfaction": _ratings(figures.ratings),
            "to_coordinate": len(figures.requests),
        },
        "previous": None if previous is None else flow_json(previous),
        "change": None
        if previous is None
        else {
            "received": _change(figures.received_change),
            "closed": _change(figures.closed_change),
        },
        "categories": [
            {"category": g.group, "name": g.name}
            | flow_json(g.flow)
            | {"satisfaction": _ratings(g.ratings), "received_previous": g.received_before}
            for g in figures.groups
        ],
        "buildings": [{"building": b.building} | flow_json(b.flow) for b in figures.buildings],
        "calls": asdict(figures.calls),
        "meetings": _meetings(figures),
        "resolutions": [_resolution(r) for r in figures.resolutions],
        "resolutions_due": [_resolution(r) for r in figures.due_resolutions],
        "actions_due": [_resolution(a) for a in figures.due_actions],
        "elevator_projects": [_project(project) for project in figures.projects],
        "works": [_works(one) for one in figures.works],
        "partners": _partners(figures.partners),
        "tasks": [one._asdict() for one in figures.tasks],
        "surveys": [
            {"number": one.number, "title": one.title, "answered": one.answered, "asked": one.asked}
            for one in figures.surveys
        ],
        "evaluations": [_evaluation(one) for one in figures.evaluations],
        "put_right": asdict(figures.put_right),
        "orders": {
            **{name: getattr(figures.orders, name) for name in ("received", "free", "closed")},
            "satisfaction": _ratings(figures.orders.ratings),
        },
        "services": figures.services._asdict(),
        "disclosure": asdict(figures.disclosure),
        "guidance": {
            **asdict(figures.guidance),
            "bodies": [asdict(one) for one in figures.guidance.bodies],
        },
        "plans": [_plan(p) for p in figures.plans],
        "purses": [_purse(p) for p in figures.purses],
        "members": asdict(figures.members),
        "requests": [_request(one) for one in figures.requests],
        "open_issues": [_open_issue(issue) for issue in figures.open_issues],
        "open_issues_unlisted": figures.unlisted,
    }


def _evaluation(one: EvaluationOnDay) -> dict[str, Any]:
    return {
        "number": one.number,
        "title": one.title,
        "sheets": one.sheets,
        "bodies": [{"body": body.body} | _rate(body.rate) for body in one.bodies],
    }


def _head(figures: PeriodFigures) -> dict[str, Any]:
    """Return what the report is about, who makes it and when."""
    period, head = figures.period, figures.letterhead
    return {
        "period": str(period.stretch),
        "length": period.stretch.length.value,
        "month": str(period.stretch) if period.stretch.length is Length.MONTH else None,
        "from": period.stretch.first.isoformat(),
        "to": period.last_day.isoformat(),
        "cut_off": period.cut_off.isoformat(),
        "complete": period.complete,
        "empty": figures.empty,
        "complex": head.complex,
        "branch": head.branch,
        "superior": head.superior,
        "street": head.street,
        "author": head.author,
        "made_on": head.made_on.isoformat(),
        "checksum": head.checksum,
    }


def _meetings(figures: PeriodFigures) -> dict[str, Any]:
    return {
        "held": figures.meetings_held,
        "services": figures.services_held,
        "missed": [_missed(m) for m in figures.missed],
        "by_type": [asdict(m) for m in figures.meetings],
        "planned": [
            {"number": m.number, "type": m.type, "held_on": m.day.isoformat()}
            for m in figures.planned_meetings
        ],
    }


def _missed(missed: MissedMeeting) -> dict[str, Any]:
    spans = [{"from": span.first.isoformat(), "to": span.last.isoformat()} for span in missed.spans]
    return {"type": missed.type, "missing": missed.missing, "spans": spans}


_FLOW: Final = (
    "carried_over", "received", "reopened", "closed", "closed_solved", "closed_unsolved",
    "declined", "merged", "open", "overdue",
)  # fmt: skip


def flow_json(flow: Flow) -> dict[str, Any]:
    """Return the counts of a flow under the names of the glossary."""
    return {name: getattr(flow, name) for name in _FLOW}


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


def _change(change: CountChange | None) -> dict[str, Any] | None:
    if change is None:
        return None
    return {"difference": change.difference, "percent": _percent(change.exact)}


def _resolution(resolution: ResolutionFigure) -> dict[str, Any]:
    return {
        "number": resolution.number,
        "text": resolution.text,
        "owner": resolution.owner,
        "due_on": resolution.due_on.isoformat() if resolution.due_on else None,
        "status": resolution.status,
    }


def _purse(purse: PurseRow) -> dict[str, Any]:
    return {
        "purse": purse.purse,
        "opening_fen": purse.opening,
        "income_fen": purse.income,
        "spending_fen": purse.spending,
        "closing_fen": purse.balance,
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


_MONEY: Final = ("total", "due", "lowest", "highest", *MOVED)


def _project(project: ProjectFigure) -> dict[str, Any]:
    told = asdict(project)
    for name in ("building", "entrance"):
        del told[name]
    told["ended_on"] = project.ended_on.isoformat() if project.ended_on else None
    return {f"{name}_fen" if name in _MONEY else name: value for name, value in told.items()}


def _works(one: WorksFigure) -> dict[str, Any]:
    return {
        "number": one.number,
        "title": one.title,
        "stage": one.stage,
        "since": one.since.isoformat(),
        "ended_on": one.ended_on.isoformat() if one.ended_on else None,
        "members": list(one.members),
        "budget_fen": one.budget,
        "contract_fen": one.contract,
        "paid_fen": one.paid,
    }


def _partners(together: PartnerTotals) -> dict[str, int]:
    money = ("promised", "direct", "through_purse")
    told = together._asdict()
    return {f"{name}_fen" if name in money else name: value for name, value in told.items()}


def _request(request: RequestFigure) -> dict[str, Any]:
    wanted = request.wanted_by
    return asdict(request) | {"wanted_by": wanted.isoformat() if wanted else None}


def _open_issue(issue: OpenIssue) -> dict[str, Any]:
    return {
        "number": issue.number,
        "title": issue.title,
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
