"""What people call a row of the database: its table in their words, and the number they know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from jinlin.complex.rules.address import label
from jinlin.core.i18n import _
from jinlin.elevator.project.plans import plan_label
from jinlin.elevator.project.projects import project_label
from jinlin.issue.rules.numbers import issue_label
from jinlin.meeting.rules.meetings import meeting_label
from jinlin.meeting.rules.resolutions import action_label
from jinlin.notice.rules.notices import notice_label, question_label
from jinlin.person.references.table_names import table_name
from jinlin.person.rules import person_label
from jinlin.store.history.chain import last_known, links_of
from jinlin.store.transaction.tx import Reader

Values = Mapping[str, Any]
NUMBERS: Final[Mapping[str, Callable[[Values], str]]] = {
    "person": lambda row: person_label(row["number"]),
    "issue": lambda row: issue_label(row["year"], row["number"]),
    "meeting": lambda row: meeting_label(row["number"]),
    "action_item": lambda row: action_label(row["number"]),
    "notice": lambda row: notice_label(row["number"]),
    "question": lambda row: question_label(row["number"]),
    "plan": lambda row: plan_label(row["number"]),
    "elevator_project": lambda row: project_label(row["number"]),
    "fund_entry": lambda row: f"F{row['number']}",
    "opinion": lambda row: f"Y{row['number']}",
    "building": lambda row: str(row["code"]),
    "category": lambda row: str(row["name"]),
}
"""The numbers people know a row by; none tells who somebody is."""


def row_name(reader: Reader, table: str, row_id: int) -> str:
    """Return what people call a row: `issues 2026-0032`, `notes on issues of 2026-0032`.

    Args:
        reader: the database, which may be damaged.
        table: the table.
        row_id: the row; it may be gone.
    """
    if number := _number(reader, table, row_id):
        return _("{table} {number}").format(table=table_name(table), number=number)
    row = last_known(reader, table, row_id)
    for column, target in links_of(reader, table):
        other = row.get(column)
        if other is not None and (number := _number(reader, target, other)):
            return _("{table} of {number}").format(table=table_name(table), number=number)
    return _("{table}, row {row}").format(table=table_name(table), row=row_id)


def _number(reader: Reader, table: str, row_id: int) -> str:
    """Return the number people know a row by; empty where there is none or it cannot be read."""
    row = last_known(reader, table, row_id)
    try:
        if table == "household":
            building = last_known(reader, "building", row["building_id"])
            return label(building["code"], row["entrance"], row["room"])
        return NUMBERS[table](row) if table in NUMBERS else ""
    except (KeyError, TypeError, ValueError):
        return ""
