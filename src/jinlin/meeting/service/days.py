"""A service day as it is kept: a meeting, its volunteers counted, what was taken by how many."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.i18n import N_
from jinlin.meeting.record.held import HELD
from jinlin.meeting.record.queries import (
    OF_TYPE,
    MeetingRow,
    count_meetings,
    held_within,
    meeting_of,
)
from jinlin.meeting.rules.kinds import parse_service_type, service_types, type_name
from jinlin.meeting.rules.services import ServedItem
from jinlin.output.listing.filter import Condition, Filter, FilterTerm, having, moments
from jinlin.store.transaction.tx import Reader


class ServiceDay(NamedTuple):
    """A service day, planned or held.

    Attributes:
        meeting: the meeting it is.
        held: it took place.
        registered: volunteers of the register.
        others: volunteers of whom only the name is known.
        unnamed: volunteers whom nobody named.
        minors: volunteers under 14.
        each: how many minutes each volunteer served; None where nobody said.
        saved: what it spared the owners; fen.
        items: what was offered, and to how many.
        teams: the teams that took part.
    """

    meeting: MeetingRow
    held: bool
    registered: int
    others: int
    unnamed: int
    minors: int
    each: int | None
    saved: int | None
    items: tuple[ServedItem, ...]
    teams: tuple[str, ...]

    @property
    def day(self) -> date:
        """The civil day."""
        return self.meeting.held_at.date()

    @property
    def type_name(self) -> str:
        """What its kind is called, in the user's language."""
        return type_name(self.meeting.type)

    @property
    def volunteers(self) -> int:
        """How many served, with and without a name (人次)."""
        return self.registered + self.others + self.unnamed + self.minors

    @property
    def minutes(self) -> int | None:
        """How long they served together; None where nobody said."""
        return None if self.each is None else self.each * self.volunteers

    @property
    def served(self) -> int | None:
        """How many times residents took something (人次); None where nobody counted."""
        counted = [one.served for one in self.items if one.served is not None]
        return sum(counted) if counted else None


_CAME: Final = (
    "(SELECT {} FROM attendance AS a WHERE a.meeting_id = m.id AND a.removed_at IS NULL"
    " AND a.state IN ('present', 'late'))"
)
_BY_NAME: Final = "a.person_id IS NULL AND a.name IS NOT a.door"
_BY_DOOR: Final = "a.person_id IS NULL AND a.name IS a.door"
_DAYS: Final = (
    f"SELECT m.*, {HELD} AS held,"  # noqa: S608  (our own words)
    f" {_CAME.format('count(a.person_id)')} AS registered,"
    f" {_CAME.format(f'total({_BY_NAME})')} AS others,"
    f" ifnull(d.unnamed, 0) + {_CAME.format(f'total(a.more + ({_BY_DOOR}))')} AS unnamed,"
    " ifnull(d.minors, 0) AS minors, d.minutes AS each, d.saved"
    " FROM meeting AS m LEFT JOIN service_day AS d ON d.meeting_id = m.id"
    " WHERE m.removed_at IS NULL AND"
)
WAS_HELD: Final = Condition(HELD)
SERVICE_DAYS: Final = Filter(
    (
        FilterTerm(
            "type", N_("Such as 爱心日."), N_("KIND"),
            read=lambda word: parse_service_type(word).code, where=OF_TYPE,
        ),
        *moments("m.held_at"),
        FilterTerm(
            "text", N_("Words in title, place or remark."), N_("TEXT"),
            where=having("m.title", "m.place", "m.note"),
        ),
    )
)  # fmt: skip
"""What service days can be asked for."""


def service_days(reader: Reader, where: Condition, *, limit: int = 0) -> list[ServiceDay]:
    """Return the service days asked for, the latest first; a limit of 0 means all."""
    asked = OF_TYPE(tuple(service_types())) & where
    rows = reader.rows(
        f"{_DAYS} {asked.sql} ORDER BY m.held_at DESC, m.number DESC LIMIT ?",
        (*asked.values, limit or -1),
    )
    items = _items(reader, [row["id"] for row in rows])
    teams = _teams(reader, [row["id"] for row in rows])
    return [_day(reader, row, items, teams) for row in rows]


def count_service_days(reader: Reader, where: Condition) -> int:
    """Return how many service days are asked for."""
    return count_meetings(reader, OF_TYPE(tuple(service_types())) & where)


def kinds_kept(reader: Reader) -> list[str]:
    """Return the kinds of service days that are on record here, or of which is said what is usual.

    They are in the order of the kinds, by their stored words.
    """
    rows = reader.rows(
        "SELECT DISTINCT type FROM meeting WHERE removed_at IS NULL"
        " UNION SELECT type FROM service_kind"
    )
    known = {row["type"] for row in rows}
    return [code for code in service_types() if code in known]


def on_days(reader: Reader, first: date, last: date) -> Condition:
    """Return what asks for service days between two days, both included."""
    following = date.fromordinal(last.toordinal() + 1)
    return held_within(reader.clock.moment(first), reader.clock.moment(following))


def _day(
    reader: Reader,
    row: sqlite3.Row,
    items: Mapping[int, tuple[ServedItem, ...]],
    teams: Mapping[int, tuple[str, ...]],
) -> ServiceDay:
    return ServiceDay(
        meeting=meeting_of(reader, row),
        held=bool(row["held"]),
        registered=row["registered"],
        others=int(row["others"]),
        unnamed=int(row["unnamed"]),
        minors=row["minors"],
        each=row["each"],
        saved=row["saved"],
        items=items.get(row["id"], ()),
        teams=teams.get(row["id"], ()),
    )


def _items(reader: Reader, meetings: list[int]) -> dict[int, tuple[ServedItem, ...]]:
    found: dict[int, tuple[ServedItem, ...]] = {}
    for row in reader.rows(
        "SELECT meeting_id, what, served FROM service_item WHERE removed_at IS NULL AND meeting_id"
        " IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(meetings),),
    ):
        item = ServedItem(row["what"], row["served"])
        found[row["meeting_id"]] = (*found.get(row["meeting_id"], ()), item)
    return found


def _teams(reader: Reader, meetings: list[int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for row in reader.rows(
        "SELECT s.meeting_id, t.name FROM service_team AS s JOIN team AS t ON t.id = s.team_id"
        " AND t.removed_at IS NULL WHERE s.meeting_id IN (SELECT value FROM json_each(?))"
        " ORDER BY s.id",
        (json.dumps(meetings),),
    ):
        found[row["meeting_id"]] = (*found.get(row["meeting_id"], ()), row["name"])
    return found
