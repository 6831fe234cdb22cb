"""Questions about posts: who holds what on a day, and who held it before."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import Final, NamedTuple

from jinlin.member.rules.posts import Body, Held
from jinlin.person.people.queries import PersonRow
from jinlin.store.schema.duties import FILLED_ANEW
from jinlin.store.transaction.tx import Reader


class PostRow(NamedTuple):
    """A post that somebody holds or held; days are ISO text, a month alone is one too.

    Attributes:
        id: the row's id.
        person: who.
        held: which post.
        started_on: None when nobody wrote it down.
        ended_on: the first day on which she no longer holds it; None without an end.
        source: the paper that says so.
        in_party: she is a full or probationary member of the Party.
        employer: where she works.
        term_to: the day her term is or was over, while neither her leaving nor a successor is
            recorded.
    """

    id: int
    person: PersonRow
    held: Held
    started_on: str | None
    ended_on: str | None
    source: str | None
    in_party: bool
    employer: str | None
    term_to: str | None = None

    def term_over(self, on: str) -> bool:
        """Return whether its term is over on a day, with neither leaving nor successor."""
        return self.term_to is not None and self.term_to <= on


SUCCEEDED: Final = FILLED_ANEW.format(posts="post", post="o")
"""That a post `o` was filled anew about the end of its term: the election was held."""

_SELECT: Final = (
    "SELECT o.id, o.person_id, o.body, o.title, o.unit, o.started_on, o.ended_on, o.source,"
    " p.number, p.name, p.phone, m.employer,"
    f" CASE WHEN NOT {SUCCEEDED} THEN o.term_to END AS term_to,"
    " ifnull(m.party_state IN ('full', 'probationary'), 0) AS in_party"
    " FROM post AS o JOIN person AS p ON p.id = o.person_id"
    " LEFT JOIN member AS m ON m.person_id = p.id AND m.removed_at IS NULL"
    " WHERE o.removed_at IS NULL AND p.removed_at IS NULL"
)
_ORDER = (
    " ORDER BY CASE o.body WHEN 'branch' THEN 0 WHEN 'owners_committee' THEN 1"
    " WHEN 'supervisory_board' THEN 2 WHEN 'property_company' THEN 3"
    " WHEN 'residents_committee' THEN 4 WHEN 'community_party' THEN 5 WHEN 'service_centre' THEN 6"
    " WHEN 'service_station' THEN 7 WHEN 'group' THEN 8 WHEN 'building' THEN 9"
    " WHEN 'team' THEN 10 ELSE 11 END, o.ended_on IS NOT NULL, o.ended_on DESC,"
    " CASE WHEN o.title GLOB '副*' THEN 1 WHEN o.title IN ('书记', '主任', '经理', '站长') THEN 0"
    " ELSE 2 END, o.started_on, o.id"
)


def held_on(reader: Reader, day: date, *, bodies: tuple[Body, ...] = ()) -> list[PostRow]:
    """Return the posts held on a day, by body.

    Args:
        reader: the database.
        day: the day.
        bodies: only posts in these bodies; empty for all.
    """
    return _rows(
        reader,
        f"{_in(bodies)} AND (o.started_on IS NULL OR o.started_on <= ?)"
        " AND (o.ended_on IS NULL OR o.ended_on > ?)",
        *bodies, day.isoformat(), day.isoformat(),
    )  # fmt: skip


def ever_held(reader: Reader, *, bodies: tuple[Body, ...] = ()) -> list[PostRow]:
    """Return all posts ever recorded, by body, those held today first, then the latest."""
    return _rows(reader, _in(bodies), *bodies)


def posts_of(reader: Reader, person_id: int) -> list[PostRow]:
    """Return the posts somebody holds or held, the earliest first."""
    found = _rows(reader, " AND o.person_id = ?", person_id)
    return sorted(found, key=lambda post: (post.started_on or "", post.id))


def ending_between(reader: Reader, after: date, until: date) -> list[PostRow]:
    """Return the posts that end after a day and not later than another, the nearest first."""
    found = _rows(
        reader,
        " AND o.ended_on > ? AND o.ended_on <= ?"
        " AND (o.started_on IS NULL OR o.started_on < o.ended_on)",
        after.isoformat(), until.isoformat(),
    )  # fmt: skip
    return sorted(found, key=lambda post: post.ended_on or "")


def expired(reader: Reader, on: date) -> list[PostRow]:
    """Return the posts whose term is over on a day, with neither leaving nor successor."""
    day = on.isoformat()
    found = [post for post in _rows(reader, " AND o.term_to <= ?", day) if post.term_over(day)]
    return sorted(found, key=lambda post: post.term_to or "")


def _in(bodies: tuple[Body, ...]) -> str:
    return f" AND o.body IN ({', '.join('?' * len(bodies))})" if bodies else ""


def _rows(reader: Reader, conditions: str, *values: object) -> list[PostRow]:
    return [_post(row) for row in reader.rows(f"{_SELECT}{conditions}{_ORDER}", values)]


def _post(row: sqlite3.Row) -> PostRow:
    return PostRow(
        id=row["id"],
        person=PersonRow(row["person_id"], row["number"], row["name"], row["phone"]),
        held=Held(Body(row["body"]), row["title"], row["unit"]),
        started_on=row["started_on"],
        ended_on=row["ended_on"],
        source=row["source"],
        in_party=bool(row["in_party"]),
        employer=row["employer"],
        term_to=row["term_to"],
    )
