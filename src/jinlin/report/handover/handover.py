"""What a secretary hands over to the next one: figures and lists, asked once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from jinlin.elevator.project.plans import PlanRow, plans
from jinlin.issue.lists.lists import WantedIssues, issues
from jinlin.issue.privacy.redaction import untitled
from jinlin.issue.privacy.redactors import redactor_of
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.rules.statuses import OPEN
from jinlin.meeting.record.action_register import actions
from jinlin.meeting.record.register import RegisterFilter
from jinlin.meeting.record.resolution_register import resolutions
from jinlin.meeting.record.ties import ToldOutside
from jinlin.member.branch.rooms import ROOMS, Room
from jinlin.member.fund.queries import PurseRow, purses
from jinlin.member.posts.holdings import PostRow, expired, held_on
from jinlin.store.check.proofs import attached
from jinlin.store.history.chain import chain_head, printed
from jinlin.store.transaction.tx import Reader

COUNTED: Final = ("building", "household", "person", "member", "issue", "meeting")
"""The registers that are counted on the page."""


class Task(NamedTuple):
    """A resolution or an action item that is not carried out yet, its day over or not."""

    label: str
    text: str
    owner: str | None
    due_on: date | None


class Handover(NamedTuple):
    """Everything on the page; days are ISO text, money in fen.

    Attributes:
        whose: the branch.
        complex: the complex.
        author: who hands over.
        day: when.
        open: the open issues, the most urgent first.
        named: of these, those that may stand on a paper, in words that may stand there.
        tasks: what meetings decided or gave out and is still to be done, the longest due first.
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
    named: tuple[IssueRow, ...]
    tasks: tuple[Task, ...]
    plans: tuple[PlanRow, ...]
    purses: tuple[PurseRow, ...]
    posts: tuple[PostRow, ...]
    rooms: tuple[Room, ...]
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
    left = tuple(issues(reader, WantedIssues(statuses=OPEN), limit=0))
    return Handover(
        whose=reader.value("SELECT name FROM branch") or name,
        complex=name,
        author=author or reader.setting("secretary") or "",
        day=today,
        open=left,
        named=_named(reader, left),
        tasks=_tasks(reader),
        plans=tuple(plan for plan in plans(reader, limit=0) if plan.stands),
        purses=tuple(purses(reader)),
        posts=(*held_on(reader, today), *expired(reader, today)),
        rooms=tuple(ROOMS.rows(reader)),
        counts={table: _count(reader, table) for table in COUNTED},
        papers=sum(1 for _paper in attached(reader)),
        entries=int(reader.value("SELECT count(*) FROM entry")),
        checksum=printed(chain_head(reader)),
    )


def _count(reader: Reader, table: str) -> int:
    return int(reader.value(f"SELECT count(*) FROM {table} WHERE removed_at IS NULL"))  # noqa: S608  (of our own list)


def _named(reader: Reader, found: Sequence[IssueRow]) -> tuple[IssueRow, ...]:
    """Return issues as others may read them: no secret one, no title that tells who and where."""
    redactor = redactor_of(reader, parties=False)
    return tuple(
        issue._replace(
            title=untitled(issue.category) if issue.private else redactor.text(issue.title)
        )
        for issue in found
        if not issue.secret
    )


def _tasks(reader: Reader) -> tuple[Task, ...]:
    wanted = RegisterFilter(undone=True)
    decided, given_out = resolutions(reader, wanted)[0], actions(reader, wanted)[0]
    found = [
        *(Task(one.label, one.text, one.owner, one.due_on) for one in decided),
        *(Task(one.label, one.text, one.owner, one.due_on) for one in given_out),
    ]
    texts = ToldOutside(reader).texts((task.label, task.text) for task in found)
    tasks = [task._replace(text=text) for task, text in zip(found, texts, strict=True)]
    return tuple(sorted(tasks, key=lambda task: task.due_on or date.max))
