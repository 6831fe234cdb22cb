"""Where a person has left something: her own rows, texts that name her, and the history."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from jinlin.person.erasure.home_traces import HomeTraces
from jinlin.person.merge.merged_history import changes_while_merged
from jinlin.person.references.needles import INSTEAD, Needle, needles_of
from jinlin.person.references.personal_columns import any_of, told_in, worded_in
from jinlin.person.rules import person_label
from jinlin.store.schema.person_rows import ABOUT, SCOPED
from jinlin.store.schema.personal import PERSONAL, Content
from jinlin.store.schema.retention import AT_HOME, COUNTED, ENDED, FORGOTTEN, KEPT
from jinlin.store.schema.upgrade import tables_of, with_rows
from jinlin.store.transaction.tx import Reader


class Edit(NamedTuple):
    """What forgetting does to one row.

    Attributes:
        table: where it is.
        row_id: its id.
        values: the new values; none where the row is deleted.
        own: the row tells of her alone; otherwise it only names her.
    """

    table: str
    row_id: int
    values: Mapping[str, object]
    own: bool


class Traces:
    """Everything that tells of one person.

    Args:
        reader: the database.
        person_id: her row.
    """

    def __init__(self, reader: Reader, person_id: int) -> None:
        self.reader = reader
        number = reader.value("SELECT number FROM person WHERE id = ?", (person_id,))
        self.instead = f"{FORGOTTEN}{person_label(number)}"
        """What stands where a field held nothing but her name; two such are told apart."""
        merged = reader.rows("SELECT id FROM person WHERE merged_into = ?", (person_id,))
        self.ids: dict[str, tuple[int, ...]] = {
            "person": (person_id, *(int(row[0]) for row in merged))
        }
        self.needles = needles_of(reader, self.ids["person"])
        self.tables = tables_of(reader.connection)
        self.empty = set(self.tables) - with_rows(reader.connection, self.tables)
        """The tables that have no rows; one that is missing is none of them."""
        self.left: Counter[str] = Counter()
        """In how many rows of a table something stands that may be a namesake's."""
        for table in ABOUT:
            self.ids[table] = tuple(row["id"] for row in self._own_rows(table, "id"))
        self.at_home = HomeTraces(reader, self.ids["person"], self.homes, self.needles)
        for table, rows in self.at_home.rows.items():
            self.ids[table] = (*self.ids.get(table, ()), *(row["id"] for row in rows))
        own = [
            edit
            for table in dict.fromkeys(("person", *ABOUT, *AT_HOME))
            if table not in self.empty
            for edit in self._cleared(table)
        ]
        swept = [
            edit
            for table in PERSONAL
            if table not in self.empty and table not in KEPT
            for edit in self._swept(table)
        ]
        self.edits = own + swept
        """What is cleared in the tables as they are now."""

    @cached_property
    def changes(self) -> frozenset[int]:
        """The rows of the history whose values tell of her."""
        return frozenset(
            [
                *self._changes_of_own_rows(),
                *self.at_home.changes(),
                *changes_while_merged(self.reader, self.ids["person"]),
                *self._changes_that_name_her(),
            ]
        )

    @cached_property
    def homes(self) -> frozenset[int]:
        """The households that were ever hers."""
        return frozenset(
            row[0]
            for table in ABOUT
            if "household_id" in self._columns(table)
            for row in self._own_rows(table, "household_id")
        )

    def _columns(self, table: str) -> dict[str, bool]:
        """Return the columns of a table, and whether one may be empty."""
        return {
            row["name"]: not row["notnull"]
            for row in self.reader.rows(f"PRAGMA table_info({table})")
        }

    def _rows_of(self, table: str) -> Collection[sqlite3.Row]:
        """Return the rows of a table that tell of her, or of her home and so of her."""
        own = self._own_rows(table, "*") if table == "person" or table in ABOUT else []
        return {row["id"]: row for row in (*own, *self.at_home.rows.get(table, ()))}.values()

    def _own_rows(self, table: str, columns: str) -> list[sqlite3.Row]:
        """Return the rows of a table that tell of her."""
        if table == "person":
            return self._rows_with(table, columns, "id", self.ids["person"])
        key, parent = ABOUT[table]
        scoped = ""
        if table in SCOPED:
            column, other = SCOPED[table]
            scoped = f" AND {column} IN (SELECT id FROM {other} WHERE scope = '{parent}')"
        return self._rows_with(table, columns, key, self.ids[parent], scoped)

    def _rows_with(
        self, table: str, columns: str, key: str, values: Sequence[int], also: str = ""
    ) -> list[sqlite3.Row]:
        marks = ", ".join("?" * len(values))
        return self.reader.rows(
            f"SELECT {columns} FROM {table} WHERE {key} IN ({marks}){also}", values
        )

    def _cleared(self, table: str) -> Iterator[Edit]:
        """Return her own rows without what they tell of her; some end with it."""
        nullable = self._columns(table)
        empty: dict[str, object] = {c: None if nullable[c] else FORGOTTEN for c in told_in(table)}
        ending = "forgotten_at" if table == "person" else "removed_at"
        for row in self._rows_of(table):
            values = {column: value for column, value in empty.items() if row[column] != value}
            if table not in {"person", *ENDED}:
                if values:
                    yield Edit(table, row["id"], values, own=True)
            elif ending not in nullable:
                yield Edit(table, row["id"], {}, own=True)
            else:
                end = {} if row[ending] else {ending: self.reader.clock.stamp}
                if values or end:
                    yield Edit(table, row["id"], {**values, **end}, own=True)

    def _swept(self, table: str) -> Iterator[Edit]:
        """Return the rows of others that name her, with other words in place of her."""
        worded = worded_in(table)
        if not worded or not self.needles:
            return
        home = ", household_id" if "household_id" in self._columns(table) else ""
        either, values = any_of(worded, self.needles)
        own = set(self.ids.get(table, ()))
        for row in self.reader.rows(
            f"SELECT id, {', '.join(worded)}{home} FROM {table} WHERE {either}", values
        ):
            emptied = told_in(table) if row["id"] in own else ()
            columns = {c: what for c, what in worded.items() if c not in emptied}
            near = bool(home and row["household_id"] in self.homes) or self._is_her(row, columns)
            changed = self._without(row, columns, [n for n in self.needles if n.alone or near])
            if changed:
                yield Edit(table, row["id"], changed, own=False)
            elif self._without(row, columns, self.needles):
                self.left[table] += 1

    def _is_her(self, row: sqlite3.Row, columns: Mapping[str, Content]) -> bool:
        """Return whether a row gives both her name and her phone."""
        said = {
            content
            for column, content in columns.items()
            for needle in self.needles
            if content is needle.content and row[column] == needle.text
        }
        return {Content.NAME, Content.PHONE} <= said

    def _changes_of_own_rows(self) -> Iterator[int]:
        ids = {**self.ids}
        for table in ("person", *ABOUT):
            key = "id" if table == "person" else ABOUT[table][0]
            leading = ids["person"] if table == "person" else ids[ABOUT[table][1]]
            if not leading:
                continue
            marks = ", ".join("?" * len(leading))
            rows = self.reader.rows(
                "SELECT id, row_id FROM row_change WHERE table_name = ? AND salt IS NOT NULL"
                f" AND (json_extract(before, '$.{key}') IN ({marks})"
                f" OR json_extract(after, '$.{key}') IN ({marks}))",
                (table, *leading, *leading),
            )
            if table not in SCOPED:
                ids[table] = tuple({*ids[table], *(row["row_id"] for row in rows)})
            if set(PERSONAL.get(table, {})) - COUNTED.get(table, frozenset()):
                own = set(ids[table])
                yield from (row["id"] for row in rows if row["row_id"] in own)

    def _changes_that_name_her(self) -> Iterator[int]:
        """Return the changes whose values before or after name her in words."""
        swept = {(edit.table, edit.row_id) for edit in self.edits if not edit.own}
        for row, sides in changes_with(self.reader, self.needles):
            columns = {} if row["table_name"] in KEPT else worded_in(row["table_name"])
            near = (row["table_name"], row["row_id"]) in swept
            needles = [needle for needle in self.needles if needle.alone or near]
            if any(
                self._without(side, [c for c in columns if c in side], needles) for side in sides
            ):
                yield row["id"]

    def _without(
        self,
        row: Mapping[str, Any] | sqlite3.Row,
        columns: Collection[str],
        needles: Sequence[Needle],
    ) -> dict[str, object]:
        """Return the columns of a row that name her, with other words in place of her."""
        changed: dict[str, object] = {}
        for column in columns:
            text = row[column]
            if not text:
                continue
            for needle in needles:
                instead = self.instead if text == needle.text else INSTEAD[needle.content]
                text = needle.taken_out(text, instead=instead)
            if text != row[column]:
                changed[column] = text
        return changed


def changes_with(
    reader: Reader, needles: Sequence[Needle]
) -> Iterator[tuple[sqlite3.Row, list[dict[str, Any]]]]:
    """Return the changes in which any of some needles stands, and their values."""
    if not needles:
        return
    either, values = any_of(("before", "after"), needles)
    for row in reader.each(
        "SELECT id, table_name, row_id, before, after FROM row_change"
        f" WHERE salt IS NOT NULL AND ({either})",
        values,
    ):
        yield row, [json.loads(row[side]) for side in ("before", "after") if row[side]]
