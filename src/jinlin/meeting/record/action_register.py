"""The register of action items (待办台账): questions."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Final

from jinlin.core.clock import kept_day
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.core.reference import Reference
from jinlin.meeting.record.register import ActionRow, kept_numbers
from jinlin.meeting.rules.meetings import meeting_label, resolution_label
from jinlin.meeting.rules.resolutions import action_label
from jinlin.output.listing.filter import Condition, any_of
from jinlin.store.transaction.tx import Reader

UNDONE: Final = Condition("a.done_on IS NULL")


def about_any(records: Sequence[Reference]) -> Condition:
    """Return what asks for action items about any of these records."""
    return any_of(Condition("a.about_kind = ? AND a.about_number = ?", one) for one in records)


_ACTIONS = """
    SELECT a.*, m.number AS meeting, m.confirmed_at IS NOT NULL AS locked, i.position AS item,
           r.number AS resolution,
           (SELECT json_group_array(printf('%04d-%04d', s.year, s.number))
            FROM action_issue AS l JOIN issue AS s ON s.id = l.issue_id
            WHERE l.action_id = a.id) AS issues
    FROM action_item AS a JOIN meeting AS m ON m.id = a.meeting_id
    LEFT JOIN agenda_item AS i ON i.id = a.item_id AND i.removed_at IS NULL
    LEFT JOIN resolution AS r ON r.id = a.resolution_id
    WHERE a.removed_at IS NULL AND m.removed_at IS NULL"""


def actions(reader: Reader, where: Condition, *, limit: int = 0) -> tuple[list[ActionRow], int]:
    """Return action items `a` of meetings `m`, undone and soonest due first, and their number."""
    order = " ORDER BY a.done_on IS NOT NULL, a.done_on DESC, a.due_on IS NULL, a.due_on, a.id"
    rows = reader.rows(f"{_ACTIONS} AND {where.sql}{order}", where.values)
    return [_action(row) for row in rows[: limit or None]], len(rows)


def actions_of(reader: Reader, meeting_number: int) -> tuple[ActionRow, ...]:
    """Return the action items one meeting gave out, in the order of their numbers."""
    rows = reader.rows(f"{_ACTIONS} AND m.number = ? ORDER BY a.number", (meeting_number,))
    return tuple(map(_action, rows))


def overdue_actions(reader: Reader) -> list[ActionRow]:
    """Return the action items that are undone and past their day, the longest first."""
    rows = reader.rows(
        f"{_ACTIONS} AND a.done_on IS NULL AND a.due_on < ? ORDER BY a.due_on, a.id",
        (reader.clock.today.isoformat(),),
    )
    return [_action(row) for row in rows]


def actions_due(reader: Reader, *, until: date) -> list[ActionRow]:
    """Return the action items that are undone and due by a day, the longest overdue first."""
    rows = reader.rows(
        f"{_ACTIONS} AND a.done_on IS NULL AND a.due_on <= ? ORDER BY a.due_on, a.id",
        (until.isoformat(),),
    )
    return [_action(row) for row in rows]


def find_action(reader: Reader, number: int) -> ActionRow:
    """Return the action item of this number.

    Raises:
        NotFoundError: there is none.
    """
    row = reader.row(f"{_ACTIONS} AND a.number = ?", (number,))
    if row is None:
        raise NotFoundError(
            _("There is no action item {number}.").format(number=action_label(number)),
            hint=_("See: jinlin meeting actions"),
        )
    return _action(row)


def action_row(reader: Reader, row_id: int) -> ActionRow:
    """Return an action item as it stands, by the id of its row."""
    [row] = reader.rows(f"{_ACTIONS} AND a.id = ?", (row_id,))
    return _action(row)


def _action(row: sqlite3.Row) -> ActionRow:
    return ActionRow(
        label=action_label(row["number"]),
        text=row["text"],
        meeting=meeting_label(row["meeting"]),
        item=row["item"],
        resolution=resolution_label(row["meeting"], row["resolution"])
        if row["resolution"]
        else None,
        owner=row["owner"],
        due_on=kept_day(row["due_on"]),
        percent=row["percent"],
        done_on=kept_day(row["done_on"]),
        remark=row["remark"],
        issues=kept_numbers(row["issues"]),
        id=row["id"],
        locked=bool(row["locked"]),
        about=row["about_number"],
    )
