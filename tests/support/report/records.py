"""Rows for a month, written straight into a database."""

from __future__ import annotations

import contextlib
import sqlite3
import weakref
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from calls import call_in

from jinlin.core.call import Call
from jinlin.core.days.stretch import Length, Stretch, stretch_with
from jinlin.issue.record.categories import seed_categories
from jinlin.store.command.command import writing
from jinlin.store.file.connection import Connection
from jinlin.store.schema import upgrade
from jinlin.store.transaction.tx import Tx

CHINA = timezone(timedelta(hours=8))
CLOSED = ("closed_solved", "closed_unsolved", "declined")


def at(text: str) -> str:
    """Return a civil moment such as `10-31 23:59` of 2026 as the database keeps it."""
    day, _space, time = text.partition(" ")
    local = datetime.fromisoformat(f"2026-{day}T{time or '12:00'}").replace(tzinfo=CHINA)
    return kept(local)


def kept(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _day(day: date | str | None) -> str | None:
    return str(day) if day else None


class Records:
    """Writes rows as the rooms below would."""

    def __init__(self, tx: Tx) -> None:
        self.tx = tx
        self.issues = 0
        self.people = 100

    def building(self, code: str) -> int:
        return self.tx.insert("building", code=code)

    def person(self, name: str, phone: str | None = None) -> int:
        self.people += 1
        return self.tx.insert("person", number=self.people, name=name, phone=phone)

    def issue(
        self,
        reported: str,
        *steps: tuple[str, str] | tuple[str, str, str],
        category: str = "lighting",
        due: date | str | None = None,
        dues: Sequence[date | None] = (),
        building: int | None = None,
        removed: bool = False,
        title: str = "路灯不亮",
        **values: object,
    ) -> int:
        """Write an issue and its life.

        Args:
            reported: when, in UTC.
            steps: (moment, kind), with a status for `closed` and any other step, and with what
                was said for `rated`.
            due: by when, until it was reopened.
            dues: by when since each reopening, in turn.
        """
        self.issues += 1
        status, closed_at, satisfaction = "reported", None, None
        for when, kind, *word in steps:
            if kind == "rated":
                satisfaction = word[0]
            elif word or kind == "reopened":
                status = "in_progress" if kind == "reopened" else word[0]
                closed_at = when if status in CLOSED else None
        issue_id = self.tx.insert(
            "issue",
            year=2026,
            number=self.issues,
            title=title,
            category_id=self.tx.value("SELECT id FROM category WHERE code = ?", (category,)),
            building_id=building,
            channel="door",
            urgency="normal",
            status=status,
            reported_at=reported,
            due_on=_day((due, *dues)[-1]),
            closed_at=closed_at,
            satisfaction=satisfaction,
            reopened=sum(kind == "reopened" for _when, kind, *_word in steps),
            removed_at=reported if removed else None,
            **values,
        )
        self._event(issue_id, reported, "reported", to_status="reported")
        before = [_day(day) or "" for day in (due, *dues)][: len(dues)]
        for when, kind, *word in steps:
            column = "satisfaction" if kind == "rated" else "to_status"
            said = "in_progress" if kind == "reopened" else word[0] if word else None
            kept_due = before.pop(0) if kind == "reopened" and before else None
            self._event(issue_id, when, kind, **{column: said, "due_on": kept_due})
        return issue_id

    def _event(self, issue_id: int, when: str, kind: str, **values: object) -> None:
        self.tx.insert(
            "issue_event", issue_id=issue_id, at=when, kind=kind, user="林秀英", **values
        )

    def meeting(
        self,
        held: str,
        type: str = "committee_meeting",  # noqa: A002  (the column's name)
        *,
        resolutions: Sequence[tuple[str, str | None, str | None]] = (),
        removed: bool = False,
    ) -> int:
        """Write a meeting with resolutions: (text, owner, due day)."""
        number = self.tx.next_number("meeting")
        meeting_id = self.tx.insert(
            "meeting",
            number=number,
            type=type,
            title="会议",
            held_at=held,
            opened_at=held if held <= self.tx.clock.stamp else None,
            removed_at=held if removed else None,
        )
        for place, (text, owner, due_on) in enumerate(resolutions, 1):
            self.tx.insert(
                "resolution", meeting_id=meeting_id, number=place, text=text, owner=owner,
                due_on=due_on,
            )  # fmt: skip
        return meeting_id

    def plan(
        self, made: str, name: str = "3号楼方案", *, total: int, subsidy: int = 0,
        amounts: Sequence[int], building: int | None = None, removed: bool = False,
    ) -> None:  # fmt: skip
        """Write a plan; an amount of 0 is an exempt household."""
        plan_id = self.tx.insert(
            "plan", number=self.tx.next_number("plan"), name=name, building_id=building,
            made_at=made, total=total, subsidy=subsidy, scheme="jinlin", mode="household",
            round_unit=100, request="{}", removed_at=made if removed else None,
        )  # fmt: skip
        for place, amount in enumerate(amounts):
            self.tx.insert(
                "plan_share", plan_id=plan_id, position=place, room=f"{place + 1}02",
                floor=place + 1, coefficient="1/1", weight="1/1", exact=f"{amount}/1",
                amount=amount, capped=0, status="pays" if amount else "exempt",
            )  # fmt: skip

    def member(self, name: str, affiliation: str, **values: object) -> int:
        person = self.person(name)
        return self.tx.insert("member", person_id=person, affiliation=affiliation, **values)


def call_at(folder: Path, now: datetime) -> Call:
    call = call_in(folder)
    return call._replace(environment=call.environment._replace(now=lambda: now))


@contextlib.contextmanager
def recording(folder: Path, now: datetime) -> Iterator[Records]:
    """Write rows into the database of a folder, as one command."""
    with writing(call_at(folder, now)) as tx:
        yield Records(tx)


def in_memory(now: datetime) -> Tx:
    """Return a fresh database in memory with the usual categories and an open entry."""
    connection: Connection = sqlite3.connect(":memory:", factory=Connection, isolation_level=None)
    connection.row_factory = sqlite3.Row
    upgrade.apply_scripts(connection)
    connection.execute("BEGIN")
    tx = Tx(connection, Path("memory.db"), call_at(Path(), now))
    seed_categories(tx)
    tx.insert("branch", id=1, name="某支部", type="regular")
    weakref.finalize(tx, connection.shut)
    return tx


def month(year: int, number: int) -> Stretch:
    """Return a civil month."""
    return stretch_with(date(year, number, 1), Length.MONTH)
