"""What the cells of a bundle are called by those who read them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from jinlin.core.i18n import N_, _
from jinlin.elevator.rules.stages import Stage, WorksKind
from jinlin.issue.record.categories import category_label, group_label, shipped_categories
from jinlin.meeting.rules.kinds import meeting_types
from jinlin.member.rules.purses import Purse
from jinlin.rollup.rules.cells import Key

_TABLES: Final[Mapping[str, str]] = {
    "categories": N_("Issues by category"),
    "groups": N_("Issues by group"),
    "departments": N_("Departments called"),
    "meetings": N_("Meetings"),
    "purses": N_("Purses"),
    "elevators": N_("Elevators"),
    "branch": N_("Branch"),
}
_MEASURES: Final[Mapping[str, str]] = {
    "carried_over": N_("Left from before"),
    "received": N_("New issues"),
    "reopened": N_("Opened again"),
    "closed_solved": N_("Closed, solved"),
    "closed_unsolved": N_("Closed, not solved"),
    "declined": N_("Closed as not ours"),
    "merged": N_("Closed as the same"),
    "open": N_("Left open"),
    "overdue": N_("Of these overdue"),
    "due": N_("Fell due"),
    "on_time": N_("Of these settled in time"),
    "satisfied": N_("Rated satisfied"),
    "basically_satisfied": N_("Rated basically satisfied"),
    "not_satisfied": N_("Rated not satisfied"),
    "unrated": N_("Closed and not rated"),
    "d1": N_("Closed within 1 day"),
    "d3": N_("Closed in 2 to 3 days"),
    "d7": N_("Closed in 4 to 7 days"),
    "d15": N_("Closed in 8 to 15 days"),
    "d30": N_("Closed in 16 to 30 days"),
    "dmore": N_("Closed in more than 30 days"),
    "called": N_("Times called"),
    "arrived": N_("Times arrived"),
    "a4": N_("Arrived within 4 hours"),
    "a24": N_("Arrived in 4 to 24 hours"),
    "a72": N_("Arrived in 24 to 72 hours"),
    "amore": N_("Arrived after more than 72 hours"),
    "needed": N_("To be held by rule"),
    "held": N_("Meetings held"),
    "missed": N_("Owed and not held"),
    "opening_fen": N_("Opening balance (fen)"),
    "income_fen": N_("Income (fen)"),
    "spending_fen": N_("Spending (fen)"),
    "entries": N_("Number of entries"),
    "undisclosed": N_("Entries not disclosed"),
    "projects": N_("Number of projects"),
    "doors": N_("Doors concerned"),
    "households": N_("Number of households"),
    "buildings": N_("Number of buildings"),
    "full": N_("Number of full members"),
    "probationary": N_("Number of probationary members"),
    "report_ins": N_("Members reported in"),
    "new_report_ins": N_("Reported in this month"),
    "calls_asked": N_("Calls asked for"),
    "calls_called": N_("Issues the street called for"),
    "calls_arrivals": N_("Arrivals"),
    "notices_posted": N_("Notices posted"),
    "objections": N_("Objections received"),
    "objections_answered": N_("Objections answered"),
    "questions": N_("Questions received"),
    "questions_replied": N_("Questions answered"),
    "questions_in_time": N_("Answered in time"),
    "services": N_("Services held"),
    "service_minutes": N_("Minutes of service"),
    "age7": N_("Open up to 7 days, in time"),
    "age30": N_("Open 8 to 30 days, in time"),
    "age90": N_("Open 31 to 90 days, in time"),
    "agemore": N_("Open more than 90 days, in time"),
    "late7": N_("Open up to 7 days, overdue"),
    "late30": N_("Open 8 to 30 days, overdue"),
    "late90": N_("Open 31 to 90 days, overdue"),
    "latemore": N_("Open more than 90 days, overdue"),
    "resolutions_open": N_("Resolutions being carried out"),
    "resolutions_late": N_("Resolutions late"),
    "resolutions_done": N_("Resolutions carried out"),
    "recorded_late": N_("Recorded more than 7 days late"),
}


def table_labels() -> Mapping[str, str]:
    """Return what the tables are called."""
    return {table: _(text) for table, text in _TABLES.items()}


def measure_labels() -> Mapping[str, str]:
    """Return what the measures are called."""
    return {measure: _(text) for measure, text in _MEASURES.items()}


def in_order(cell: tuple[Key, int]) -> tuple[int, str, int]:
    """Return by what cells are put in the order in which people read them."""
    key = cell[0]
    return list(_TABLES).index(key.table), key.item, list(_MEASURES).index(key.measure)


def item_label(table: str, item: str) -> str:
    """Return what an item of a table is called, by the words of the room it comes from."""
    return _ITEMS.get(table, str)(item)


def _category(item: str) -> str:
    group, _slash, code = item.partition("/")
    named = {one["code"]: one["name"] for one in shipped_categories()["category"]}
    if not code:
        return _("{group}, kept back").format(group=group_label(group))
    return category_label(named.get(code, code))


def _meeting(item: str) -> str:
    known = meeting_types().get(item)
    return known.name if known else item


def _elevator(item: str) -> str:
    kind, _slash, stage = item.partition("/")
    return f"{WorksKind(kind).label}·{Stage(stage).label}"


_ITEMS: Final[Mapping[str, Callable[[str], str]]] = {
    "categories": _category,
    "groups": group_label,
    "meetings": _meeting,
    "purses": lambda item: Purse(item).label,
    "elevators": _elevator,
}
