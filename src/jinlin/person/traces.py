"""Where a person has left something: her own rows, texts that name her, and the history."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, NamedTuple

from jinlin.person.needles import INSTEAD, Needle, needles_of
from jinlin.person.rules import person_label
from jinlin.store.personal import ABOUT, COUNTED, FORGOTTEN, KEPT, PERSONAL, SCOPED, Content
from jinlin.store.tx import Reader

_WORDS: Final = frozenset(Content) - {Content.PARTICULARS}
"""Contents of columns in which anybody may be told of."""


class Edit(NamedTuple):
    """What forgetting does to one row.

    Attributes:
        table: where it is.
        row_id: its id.
        values: the new values.
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
        self.left = 0
        """In how many places a name stands that may be a namesake's."""
        for table in ABOUT:
            self.ids[table] = tuple(row["id"] for row in self._own_rows(table, "id"))

    @cached_property
    def edits(self) -> list[Edit]:
        """What is cleared in the tables as they are now."""
        own = [edit for table in ("person", *ABOUT) for edit in self._cleared(table)]
        return own + [
            edit for table in PERSONAL if table not in KEPT for edit in self._swept(table)
        ]

    @cached_property
    def changes(self) -> frozenset[int]:
        """The rows of the history whose values tell of her."""
        return frozenset([*self._changes_of_own_rows(), *self._changes_that_name_her()])

    @cached_property
    def kept(self) -> Mapping[str, int]:
        """In how many rows of accounts and sentences of the log her name stays."""
        names = [n for n in self.needles if n.content is Content.NAME and n.alone]
        counts = {table: self._telling(table, tuple(PERSONAL[table]), names) for table in KEPT}
        counts["entry"] = self._telling("entry", ("did", "reverse", "user"), names)
        return {table: count for table, count in counts.items() if count}

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
        """Return her own rows without what they tell of her."""
        told = [c for c in PERSONAL.get(table, {}) if c not in COUNTED.get(table, ())]
        if not told:
            return
        nullable = self._columns(table)
        empty = {column: None if nullable[column] else FORGOTTEN for column in told}
        for row in self._own_rows(table, f"id, {', '.join(told)}"):
            values = {column: value for column, value in empty.items() if row[column] != value}
            if values:
                yield Edit(table, row["id"], values, own=True)

    def _swept(self, table: str) -> Iterator[Edit]:
        """Return the rows of others that name her, with other words in place of her."""
        columns = _worded(table)
        if not columns or not self.needles:
            return
        home = ", household_id" if "household_id" in self._columns(table) else ""
        either, values = _any_of(columns, self.needles)
        own = set(self.ids.get(table, ()))
        for row in self.reader.rows(
            f"SELECT id, {', '.join(columns)}{home} FROM {table} WHERE {either}", values
        ):
            if row["id"] in own:
                continue
            near = bool(home and row["household_id"] in self.homes) or self._is_her(row, columns)
            changed = self._without(row, columns, [n for n in self.needles if n.alone or near])
            if changed:
                yield Edit(table, row["id"], changed, own=False)
            elif self._without(row, columns, self.needles):
                self.left += 1

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
        if not self.needles:
            return
        either, values = _any_of(
            {"before": Content.FREE_TEXT, "after": Content.FREE_TEXT}, self.needles
        )
        swept = {(edit.table, edit.row_id) for edit in self.edits if not edit.own}
        for row in self.reader.each(
            "SELECT id, table_name, row_id, before, after FROM row_change"
            f" WHERE salt IS NOT NULL AND ({either})",
            values,
        ):
            columns = {} if row["table_name"] in KEPT else _worded(row["table_name"])
            near = (row["table_name"], row["row_id"]) in swept
            needles = [needle for needle in self.needles if needle.alone or near]
            for side in ("before", "after"):
                kept = json.loads(row[side]) if row[side] else {}
                if self._without(kept, [c for c in columns if c in kept], needles):
                    yield row["id"]
                    break

    def _telling(self, table: str, columns: Collection[str], needles: Sequence[Needle]) -> int:
        if not needles:
            return 0
        either, values = _any_of(columns, needles)
        return sum(
            any(n.stands_in(str(row[c])) for n in needles for c in columns if row[c])
            for row in self.reader.rows(
                f"SELECT {', '.join(columns)} FROM {table} WHERE {either}", values
            )
        )

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


def _worded(table: str) -> dict[str, Content]:
    """Return the columns of a table in which anybody may be told of."""
    found = {c: what for c, what in PERSONAL.get(table, {}).items() if what in _WORDS}
    if table == "person":  # namesakes are called as they are
        return {c: what for c, what in found.items() if what is Content.FREE_TEXT}
    return found


def _any_of(columns: Collection[str], needles: Sequence[Needle]) -> tuple[str, list[object]]:
    pairs = [(column, needle.text) for column in columns for needle in needles]
    return " OR ".join(f"instr({column}, ?)" for column, _text in pairs), [t for _c, t in pairs]
