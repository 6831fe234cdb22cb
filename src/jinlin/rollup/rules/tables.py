"""The tables of what is handed up, declared once: what each is about, and what it counts.

A bundle holds their cells in one list; the lake above has each as a table of its own, with the
columns of its item beside its measures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from jinlin.core.i18n import N_


class MonthTable(NamedTuple):
    """A table of what a branch counts in a month.

    Attributes:
        name: such as `groups`, as in the cells and in the lake.
        label: what it is called, not yet translated.
        item: the columns in the lake that tell what a row is about; empty where a branch has one.
        measures: what is counted, each with what it is called, not yet translated; amounts in fen.
    """

    name: str
    label: str
    item: Sequence[str]
    measures: Mapping[str, str]

    def item_columns(self, item: str) -> Sequence[str] | None:
        """Return an item of a cell by the columns of the lake; None where it does not fit them."""
        parts = item.split("/") if item else [""] * bool(self.item)
        return parts if len(parts) == len(self.item) else None


TABLES: Final[Mapping[str, MonthTable]] = {table.name: table for table in (
    MonthTable("categories", N_("Issues by category"), ("category_group", "category"), {
        "carried_over": N_("Left from before"),
        "received": N_("New issues"),
        "reopened": N_("Opened again"),
        "closed_solved": N_("Closed, solved"),
        "closed_unsolved": N_("Closed, not solved"),
        "declined": N_("Closed as not ours"),
        "merged": N_("Closed as the same"),
        "open": N_("Left open"),
        "overdue": N_("Of these overdue"),
    }),
    MonthTable("groups", N_("Issues by group"), ("category_group",), {
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
    }),
    MonthTable("departments", N_("Departments called"), ("department",), {
        "called": N_("Times called"),
        "arrived": N_("Times arrived"),
        "a4": N_("Arrived within 4 hours"),
        "a24": N_("Arrived in 4 to 24 hours"),
        "a72": N_("Arrived in 24 to 72 hours"),
        "amore": N_("Arrived after more than 72 hours"),
    }),
    MonthTable("meetings", N_("Meetings"), ("type",), {
        "needed": N_("To be held by rule"),
        "held": N_("Meetings held"),
        "missed": N_("Owed and not held"),
    }),
    MonthTable("purses", N_("Purses"), ("purse",), {
        "opening_fen": N_("Opening balance (fen)"),
        "income_fen": N_("Income (fen)"),
        "spending_fen": N_("Spending (fen)"),
        "entries": N_("Number of entries"),
        "undisclosed": N_("Entries not disclosed"),
    }),
    MonthTable("elevators", N_("Elevators"), ("kind", "stage"), {
        "projects": N_("Number of projects"),
        "doors": N_("Doors concerned"),
    }),
    MonthTable("branch", N_("Branch"), (), {
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
    }),
)}  # fmt: skip
"""The tables that a bundle of this version covers, in the order in which people read them."""
