"""What a secretary hands over to the next one: figures and lists, asked once."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from jinlin.elevator.queries import PlanRow, plans
from jinlin.issue.lists import Wanted, issues
from jinlin.issue.queries import IssueRow
from jinlin.issue.statuses import OPEN
from jinlin.meeting.rules import resolution_label
from jinlin.member.fund_queries import PurseRow, purses
from jinlin.member.holdings import PostRow, held_on
from jinlin.member.rooms import RoomRow, rooms
from jinlin.store.chain import chain_head, printed
from jinlin.store.checks import attached
from jinlin.store.tx import Reader

COUNTED: Final = ("building", "household", "person", "member", "issue", "meeting")
"""The registers that are counted on the page."""


class Task(NamedTuple):
    """A resolution whose day is still to come, or that has none."""

    label: str
    text: str
    owner: str | None
    due_on: str | None


class Handover(NamedTuple):
    """Everything on the page; days are ISO text, money in fen.

    Attributes:
        whose: the branch.
        complex: the complex.
        author: who hands over.
        day: when.
        open: the open issues, the most urgent first.
        tasks: what meetings decided and is still to be done.
        counts: how many rows each register holds.
        papers: how many files the rows name.
        entries: how many commands the history holds.
        checksum: its head, as it is printed.
    """

    whose: str
    complex: str
    author: str
    day: date
    open: tuple[IssueRow, ...]
    tasks: tuple[Task, ...]
    plans: tuple[PlanRow, ...]
    purses: tuple[PurseRow, ...]
    posts: tuple[PostRow, ...]
    rooms: tuple[RoomRow, ...]
    counts: dict[str, int]
    papers: int
    entries: int
    checksum: str

    @property
    def overdue(self) -> int:
        """How many open issues are past their day."""
        today = self.day.isoformat()
        return sum(issue.due_on is not None and issue.due_on < today for issue in self.open)


def handover(reader: Reader, author: str | None) -> Handover:
    """Return what is handed over today.

    Args:
        reader: the database.
        author: who hands over; None for the secretary.
    """
    today = reader.clock.today
    name = reader.value("SELECT name FROM complex") or ""
    return Handover(
        whose=reader.value("SELECT name FROM branch") or name,
        complex=name,
        author=author or reader.setting("secretary") or "",
        day=today,
        open=tuple(issues(reader, Wanted(statuses=OPEN), limit=0)),
        tasks=_tasks(reader),
        plans=tuple(plans(reader, limit=0)),
        purses=tuple(purses(reader)),
        posts=tuple(held_on(reader, today)),
        rooms=tuple(rooms(reader)),
        counts={table: _count(reader, table) for table in COUNTED},
        papers=sum(1 for _paper in attached(reader)),
        entries=int(reader.value("SELECT count(*) FROM entry")),
        checksum=printed(chain_head(reader)),
    )


def _count(reader: Reader, table: str) -> int:
    return int(reader.value(f"SELECT count(*) FROM {table} WHERE removed_at IS NULL"))  # noqa: S608  (of our own list)


def _tasks(reader: Reader) -> tuple[Task, ...]:
    rows = reader.rows(
        "SELECT m.number AS meeting, r.number, r.text, r.owner, r.due_on FROM resolution AS r"
        " JOIN meeting AS m ON m.id = r.meeting_id"
        " WHERE r.removed_at IS NULL AND m.removed_at IS NULL AND r.due_on >= civil_today()"
        " ORDER BY r.due_on, m.number, r.number"
    )
    return tuple(
        Task(resolution_label(row[0], row[1]), row["text"], row["owner"], row["due_on"])
        for row in rows
    )
