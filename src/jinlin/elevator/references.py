"""What of this room stands on a place, money above all, and which of its records there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jinlin.core.i18n import N_
from jinlin.store.known import Known
from jinlin.store.references import Holding


def _projects(condition: str) -> str:
    """Return what asks for the projects of which something holds."""
    return (
        "SELECT 'X' || x.number FROM elevator_project AS x WHERE x.removed_at IS NULL"
        f" AND ({condition}) ORDER BY x.number"
    )


def _rows(*tables: str) -> str:
    """Return the condition that one of some tables has a row of the home in the project."""
    return " OR ".join(
        f"EXISTS (SELECT 1 FROM {table} AS r WHERE r.project_id = x.id AND r.household_id = ?1)"
        for table in tables
    )


_MONEY: Final = _projects(
    f"{_rows('elevator_entry', 'elevator_fund')}"
    " OR EXISTS (SELECT 1 FROM elevator_settlement AS t LEFT JOIN elevator_settlement_share AS s"
    " ON s.settlement_id = t.id WHERE t.project_id = x.id"
    " AND (t.joiner_id = ?1 OR s.household_id = ?1))"
    " OR EXISTS (SELECT 1 FROM elevator_month AS m JOIN elevator_month_share AS s"
    " ON s.month_id = m.id WHERE m.project_id = x.id AND s.household_id = ?1)"
)
_PAPERS: Final = _projects(
    f"{_rows('elevator_opinion', 'elevator_agreement')}"
    " OR EXISTS (SELECT 1 FROM elevator_ballot AS b JOIN elevator_vote AS v ON v.ballot_id = b.id"
    " WHERE b.project_id = x.id AND v.household_id = ?1)"
    " OR EXISTS (SELECT 1 FROM elevator_cost AS c WHERE c.project_id = x.id"
    " AND c.household_id = ?1 AND c.removed_at IS NULL)"
    " OR EXISTS (SELECT 1 FROM affected_owner AS a WHERE a.project_id = x.id"
    " AND a.household_id = ?1 AND a.removed_at IS NULL)"
)
_PLANS: Final = _projects(
    "EXISTS (SELECT 1 FROM plan AS p JOIN plan_share AS s ON s.plan_id = p.id"
    " WHERE p.project_id = x.id AND s.household_id = ?1 AND p.adopted_at IS NOT NULL"
    " AND p.removed_at IS NULL)"
)
_SAVED: Final = "SELECT 'E' || number FROM plan WHERE removed_at IS NULL AND building_id = ?1"
HOLDINGS: Final = (
    Holding(
        "household",
        (
            "elevator_entry.household_id",
            "elevator_fund.household_id",
            "elevator_settlement.joiner_id",
            "elevator_settlement_share.household_id",
            "elevator_month_share.household_id",
        ),
        N_("accounts of the elevator ({names})"),
        _MONEY,
    ),
    Holding(
        "household",
        ("plan_share.household_id",),
        N_("an adopted plan of the elevator ({names})"),
        _PLANS,
    ),
    Holding(
        "household",
        (
            "elevator_opinion.household_id",
            "elevator_vote.household_id",
            "elevator_agreement.household_id",
            "elevator_cost.household_id",
            "affected_owner.household_id",
        ),
        N_("consultation, ballot or agreements about the elevator ({names})"),
        _PAPERS,
    ),
    Holding(
        "building",
        ("elevator_project.building_id",),
        N_("elevator projects ({names})"),
        _projects("x.building_id = ?1"),
    ),
    Holding(
        "entrance",
        (),
        N_("elevator projects ({names})"),
        _projects("x.building_id = ?1 AND x.entrance = ?2"),
    ),
    Holding(
        "building", ("plan.building_id",), N_("saved plans ({names})"), f"{_SAVED} ORDER BY number"
    ),
    Holding(
        "entrance", (), N_("saved plans ({names})"), f"{_SAVED} AND entrance = ?2 ORDER BY number"
    ),
)
LOOSE: Final[Mapping[str, str]] = {}
KNOWN: Final[Mapping[str, Known]] = {
    "plan": Known("SELECT 1 FROM plan WHERE number = ? AND removed_at IS NULL", "elevator list"),
    "elevator_project": Known(
        "SELECT 1 FROM elevator_project WHERE number = ? AND removed_at IS NULL",
        "elevator projects",
    ),
    "elevator_entry": Known(
        "SELECT 1 FROM elevator_entry AS e JOIN elevator_project AS x ON x.id = e.project_id"
        " WHERE x.number = ? AND e.series = ? AND e.number = ?",
        "elevator ledger",
    ),
}
