"""What is kept of a person's home: whether it tells of that person, or of others there too."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final, NamedTuple

from jinlin.core.people.nobody import RELATIONS
from jinlin.person.references.needles import Needle
from jinlin.person.references.places import places_of
from jinlin.store.schema.duties import DUTIES
from jinlin.store.schema.person_rows import ABOUT, ONCE
from jinlin.store.schema.retention import AT_HOME
from jinlin.store.transaction.tx import Reader

_HOME: Final = "household"


class _Stay(NamedTuple):
    """How long somebody is or was recorded in a home, as days in ISO text.

    Attributes:
        name: what she is called.
        since: the first day; empty where nobody knows it.
        until: the last day; None without an end.
    """

    name: str
    since: str
    until: str | None

    def holds(self, day: str) -> bool:
        """Return whether it was so on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


class HomeTraces:
    """The care tags, visits and answers of somebody's homes.

    A row of a home of hers tells of her when it names her as the one who consented or was met; or
    when it names nobody, and on its day she was recorded there and nobody else. One that says whom
    it is about is that person's.

    Args:
        reader: the database.
        person_ids: her row, and those that were merged into it.
        homes: the households that were ever hers.
        needles: her names, phones and ids.
    """

    def __init__(
        self,
        reader: Reader,
        person_ids: Collection[int],
        homes: Collection[int],
        needles: Collection[Needle],
    ) -> None:
        self._reader = reader
        self._people = [*person_ids]
        self._homes = frozenset(homes)
        self._names = frozenset(needle.text for needle in needles)
        self._stays: dict[int, list[_Stay]] = defaultdict(list)
        self._stays_of_others: dict[int, list[_Stay]] = defaultdict(list)
        self._read_stays()
        self.rows: dict[str, list[sqlite3.Row]] = {table: [] for table in AT_HOME}
        """Her rows, by table."""
        self.left: Counter[str] = Counter()
        """How many rows stay that may tell of others of the home as well, by table."""
        self._left_at: set[int] = set()
        for table in AT_HOME:
            for row in self._near(table):
                if self._is_hers(table, dict(row)):
                    self.rows[table].append(row)
                elif self._may_be_hers(table, dict(row)):
                    self.left[table] += 1
                    self._left_at.add(row["household_id"])

    def homes_left(self) -> tuple[str, ...]:
        """Return the homes of the rows that stay, as people write them."""
        rows = self._reader.rows(
            f"SELECT * FROM {_HOME} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
            (json.dumps([*self._left_at]),),
        )
        return tuple(places_of(self._reader, DUTIES[_HOME].building, rows))

    def changes(self) -> Iterator[int]:
        """Return the changes of the history that hold her rows as they are or once were."""
        for table, about in AT_HOME.items():
            hers = {row["id"] for row in self.rows[table]}
            others = {row["id"] for row in self._near(table)} - hers
            either = " OR ".join(
                f"json_extract({side}, '$.{key}') IN (SELECT value FROM json_each({values}))"
                for side in ("before", "after")
                for key, values in (("household_id", "?2"), (about.named or "NULL", "?3"))
            )
            for change in self._reader.each(
                "SELECT id, row_id, before, after FROM row_change"
                f" WHERE table_name = ?1 AND salt IS NOT NULL AND ({either})",
                (table, json.dumps([*self._homes]), json.dumps([*self._names])),
            ):
                sides = [json.loads(change[side]) for side in ("before", "after") if change[side]]
                tells = self._names_her if change["row_id"] in others else self._is_hers
                if change["row_id"] in hers or any(tells(table, side) for side in sides):
                    yield change["id"]

    def _read_stays(self) -> None:
        """Read who is or was recorded in her homes, and how long."""
        for table, (columns, _live) in ONCE.items():
            if "household_id" not in columns:
                continue
            known = {row["name"] for row in self._reader.rows(f"PRAGMA table_info({table})")}
            since, until = (f"t.{c}" if c in known else "NULL" for c in ("since", "until"))
            for row in self._reader.rows(
                f"SELECT t.household_id, p.id, p.name, {since} AS since, {until} AS until,"
                f" t.removed_at FROM {table} AS t JOIN person AS p ON p.id = t.{ABOUT[table][0]}"
                " WHERE t.household_id IN (SELECT value FROM json_each(?1))"
                " AND (p.forgotten_at IS NULL OR p.id IN (SELECT value FROM json_each(?2)))",
                (json.dumps([*self._homes]), json.dumps(self._people)),
            ):
                hers = row["id"] in self._people
                stays = self._stays if hers else self._stays_of_others
                end = row["until"] or self._day(row["removed_at"])
                stays[row["household_id"]].append(_Stay(row["name"], row["since"] or "", end))

    def _day(self, stamp: str | None) -> str | None:
        moment = self._reader.moment(stamp) if stamp else None
        return moment.date().isoformat() if moment else None

    def _near(self, table: str) -> list[sqlite3.Row]:
        """Return the rows of her homes, and those that name her elsewhere."""
        named = AT_HOME[table].named or "NULL"
        return self._reader.rows(
            f"SELECT * FROM {table} WHERE household_id IN (SELECT value FROM json_each(?1))"
            f" OR {named} IN (SELECT value FROM json_each(?2)) ORDER BY id",
            (json.dumps([*self._homes]), json.dumps([*self._names])),
        )

    def _is_hers(self, table: str, row: Mapping[str, Any]) -> bool:
        """Return whether a row tells of her and of nobody else."""
        if self._names_her(table, row):
            return True
        named, day = _named(table, row), row[AT_HOME[table].dated]
        return (
            row.get("person_id") is None
            and (not named or named in RELATIONS)
            and self._was_there(table, row)
            and not any(stay.holds(day) for stay in self._stays_of_others[row["household_id"]])
        )

    def _names_her(self, table: str, row: Mapping[str, Any]) -> bool:
        """Return whether a row of a home of hers names her, and no namesake in the same home."""
        named, home = _named(table, row), row["household_id"]
        return (
            home in self._homes
            and row.get("person_id") is None
            and named in self._names
            and all(stay.name != named for stay in self._stays_of_others[home])
        )

    def _was_there(self, table: str, row: Mapping[str, Any]) -> bool:
        """Return whether she was recorded in the home on the day of a row."""
        day = row[AT_HOME[table].dated]
        return any(stay.holds(day) for stay in self._stays[row["household_id"]])

    def _may_be_hers(self, table: str, row: Mapping[str, Any]) -> bool:
        """Return whether a row still tells something, and may tell it of her."""
        near = row.get("person_id") is None and self._was_there(table, row)
        return (
            row["removed_at"] is None
            and (near or _named(table, row) in self._names)
            and row.get("person_id") not in self._people
            and any(row[column] for column in AT_HOME[table].emptied)
        )


def _named(table: str, row: Mapping[str, Any]) -> str | None:
    """Return of whom a row says that it tells."""
    column = AT_HOME[table].named
    return row[column] if column else None
