"""What is kept of a person's home: whether it tells of that person, or of others there too."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from jinlin.person.duties import names_of
from jinlin.person.needles import Needle
from jinlin.store.personal import ABOUT, AT_HOME, ONCE
from jinlin.store.tx import Reader

_HOME: Final = "household"


class AtHome:
    """The care tags and visits of somebody's homes.

    A row of a home of hers tells of her when it names her as the one who consented or was met, or
    when nobody else is recorded there; unless it says whom it is about.

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
        self._shared = frozenset(self._of_others())
        self._names = frozenset(needle.text for needle in needles)
        self.rows: dict[str, list[sqlite3.Row]] = {table: [] for table in AT_HOME}
        """Her rows, by table."""
        self.left: Counter[str] = Counter()
        """How many rows stay since others are recorded in the home too, by table."""
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
        return tuple(names_of(self._reader, _HOME, rows))

    def changes(self) -> Iterator[int]:
        """Return the changes of the history that hold her rows as they are or once were."""
        for table, (named, _emptied) in AT_HOME.items():
            hers = {row["id"] for row in self.rows[table]}
            either = " OR ".join(
                f"json_extract({side}, '$.{key}') IN (SELECT value FROM json_each({values}))"
                for side in ("before", "after")
                for key, values in (("household_id", "?2"), (named, "?3"))
            )
            for change in self._reader.each(
                "SELECT id, row_id, before, after FROM row_change"
                f" WHERE table_name = ?1 AND salt IS NOT NULL AND ({either})",
                (table, json.dumps([*self._homes]), json.dumps([*self._names])),
            ):
                sides = [json.loads(change[side]) for side in ("before", "after") if change[side]]
                if change["row_id"] in hers or any(self._is_hers(table, side) for side in sides):
                    yield change["id"]

    def _of_others(self) -> Iterator[int]:
        """Return her homes in which somebody else is recorded now."""
        for table, (columns, _live) in ONCE.items():
            if "household_id" not in columns:
                continue
            known = {row["name"] for row in self._reader.rows(f"PRAGMA table_info({table})")}
            over = "".join(f" AND t.{c} IS NULL" for c in ("removed_at", "until") if c in known)
            for row in self._reader.rows(
                f"SELECT DISTINCT t.household_id FROM {table} AS t"
                f" JOIN person AS p ON p.id = t.{ABOUT[table][0]}"
                " WHERE t.household_id IN (SELECT value FROM json_each(?1))"
                " AND p.id NOT IN (SELECT value FROM json_each(?2))"
                f" AND p.forgotten_at IS NULL{over}",
                (json.dumps([*self._homes]), json.dumps(self._people)),
            ):
                yield row[0]

    def _near(self, table: str) -> list[sqlite3.Row]:
        """Return the rows of her homes, and those that name her elsewhere."""
        return self._reader.rows(
            f"SELECT * FROM {table} WHERE household_id IN (SELECT value FROM json_each(?1))"
            f" OR {AT_HOME[table].named} IN (SELECT value FROM json_each(?2)) ORDER BY id",
            (json.dumps([*self._homes]), json.dumps([*self._names])),
        )

    def _is_hers(self, table: str, row: Mapping[str, Any]) -> bool:
        return (
            row["household_id"] in self._homes
            and row.get("person_id") is None
            and (
                row["household_id"] not in self._shared or row[AT_HOME[table].named] in self._names
            )
        )

    def _may_be_hers(self, table: str, row: Mapping[str, Any]) -> bool:
        """Return whether a row still tells something, and may tell it of her."""
        named, emptied = AT_HOME[table]
        near = row["household_id"] in self._homes and row.get("person_id") is None
        return (
            row["removed_at"] is None
            and (near or row[named] in self._names)
            and row.get("person_id") not in self._people
            and any(row[column] for column in emptied)
        )
