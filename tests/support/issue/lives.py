"""A made-up notebook: issues with whole lives, written through the store; seeded, so always the same."""

from __future__ import annotations

import random
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from harness import Jinlin

from jinlin.core.call import Call, Environment
from jinlin.store.command.command import writing
from jinlin.store.transaction.tx import Tx

FIRST = datetime(2026, 8, 1, tzinfo=UTC)
CHANNELS = ("door", "phone", "wechat", "patrol")
LEVELS = ("complex", "friday", "community", "street")


@dataclass
class Life:
    """One issue as it is written."""

    number: int
    category: int
    building: int | None
    steward: int | None
    channel: str
    level: str
    reported: datetime
    events: list[tuple[datetime, str, str | None]] = field(default_factory=list)
    status: str = "reported"
    closed: datetime | None = None
    solved: datetime | None = None
    satisfaction: str | None = None
    reopened: int = 0
    merged: bool = False


def written(jinlin: Jinlin) -> AbstractContextManager[Tx]:
    """Open the database for rows that no command writes so."""
    environment = Environment.of_process()._replace(now=lambda: jinlin.now, variables={})
    return writing(Call(environment=environment, command="fill", database=str(jinlin.db)))


def _life(dice: random.Random, number: int) -> Life:
    now = FIRST + timedelta(minutes=dice.randrange(90 * 24 * 60))
    life = Life(
        number=number,
        category=dice.randint(1, 12),
        building=dice.choice((None, 1, 2)),
        steward=dice.choice((None, 1, 2)),
        channel=dice.choice(CHANNELS),
        level=dice.choice(LEVELS),
        reported=now,
    )
    life.events.append((now, "reported", "reported"))
    for _turn in range(dice.choice((1, 1, 1, 2, 3))):
        if dice.random() < 0.7:
            now += timedelta(minutes=dice.randrange(1, 3000))
            life.events.append((now, dice.choice(("accepted", "visited")), "in_progress"))
            life.status = "in_progress"
        if dice.random() < 0.2:
            return life
        now += timedelta(minutes=dice.randrange(1, 30000))
        after = dice.choice(("closed_solved", "closed_solved", "closed_unsolved", "declined"))
        kind = "closed" if after != "declined" else dice.choice(("declined", "merged"))
        life.events.append((now, kind, after))
        life.status, life.closed, life.merged = after, now, kind == "merged"
        life.solved = now if after == "closed_solved" else None
        if after != "declined" and dice.random() < 0.6:
            life.satisfaction = dice.choice(("satisfied", "basically_satisfied", "not_satisfied"))
            life.events.append((now, "rated", life.satisfaction))
        if dice.random() < 0.6:
            return life
        now += timedelta(minutes=dice.randrange(1, 20000))
        life.events.append((now, "reopened", "in_progress"))
        life.status, life.closed, life.solved, life.satisfaction = "in_progress", None, None, None
        life.merged = False
        life.reopened += 1
    return life


def lives(*, count: int = 120, seed: int = 4) -> list[Life]:
    """Make up the lives of so many issues."""
    dice = random.Random(seed)
    return [_life(dice, number) for number in range(1, count + 1)]


def write(jinlin: Jinlin, made: Sequence[Life]) -> None:
    """Write a notebook of such issues, with the buildings and the people they are about."""
    jinlin("building", "add", "1")
    jinlin("building", "add", "2")
    jinlin("member", "add", "李华")
    jinlin("member", "add", "王红")
    people = [row[0] for row in jinlin.sql("SELECT id FROM person ORDER BY id DESC LIMIT 2")]
    with written(jinlin) as tx:
        tx.insert_many(
            "issue",
            ("id", "year", "number", "title", "category_id", "building_id", "steward_id",
             "channel", "urgency", "status", "level", "reported_at", "due_on", "closed_at",
             "solved_at", "satisfaction", "reopened", "merged_into"),
            (
                (x.number, 2026, x.number, f"第{x.number}件", x.category, x.building,
                 x.steward and people[x.steward - 1], x.channel, "normal", x.status, x.level,
                 stamp(x.reported), "2026-12-31", x.closed and stamp(x.closed),
                 x.solved and stamp(x.solved), x.satisfaction, x.reopened,
                 1 if x.merged and x.number > 1 else None)
                for x in made
            ),
        )  # fmt: skip
        tx.insert_many(
            "issue_event",
            ("issue_id", "at", "kind", "to_status", "satisfaction", "user"),
            (
                (x.number, stamp(at), kind, *((None, to) if kind == "rated" else (to, None)), "林")
                for x in made
                for at, kind, to in x.events
            ),
        )


def stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
