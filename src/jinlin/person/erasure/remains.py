"""What stays of somebody who is forgotten: rows that are counted or kept, and their history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jinlin.person.erasure.traces import Traces, changes_with
from jinlin.person.references.personal_columns import any_of, worded_in
from jinlin.store.schema.personal import PERSONAL
from jinlin.store.schema.retention import COUNTED, KEPT
from jinlin.store.schema.upgrade import in_sql
from jinlin.store.transaction.tx import Reader


class Remains:
    """What a person leaves in a database after all that tells of her is cleared.

    Attributes:
        kept: in how many rows of a table something of her stays, or in their history.
        left: in how many more something stands that may be a namesake's.

    Args:
        reader: the database.
        traces: hers, not yet cleared.
    """

    def __init__(self, reader: Reader, traces: Traces) -> None:
        self._reader = reader
        self._traces = traces
        self.left: Counter[str] = Counter()
        self.kept = Counter(table for table, _row in self._staying())

    def _staying(self) -> Iterator[tuple[str, int]]:
        """Return each row in which something of her stays, in the row itself or in its history.

        Rows in which a namesake may be meant are counted apart.
        """
        if not self._traces.needles:
            return
        found: dict[tuple[str, int], None] = {}
        for table in self._traces.tables:
            if table not in self._traces.empty and table != "row_change":
                found |= dict.fromkeys((table, row) for row in self._staying_rows(table))
        found |= dict.fromkeys(self._staying_changes())
        yield from found

    def _staying_rows(self, table: str) -> Iterator[int]:
        swept = {} if table in KEPT else worded_in(table)
        columns = [
            row["name"]
            for row in self._reader.rows(f"PRAGMA table_info({in_sql(table)})")
            if row["type"] == "TEXT" and row["name"] not in swept
        ]
        if not columns:
            return
        cleared = set(PERSONAL.get(table, {})) - COUNTED.get(table, frozenset())
        own, needles = set(self._traces.ids.get(table, ())), self._traces.needles
        named = [in_sql(column) for column in columns]
        either, values = any_of(named, needles)
        for row in self._reader.rows(
            f"SELECT rowid AS row_id, {', '.join(named)} FROM {in_sql(table)} WHERE {either}",
            values,
        ):
            mine = row["row_id"] in own
            texts = [row[c] for c in columns if row[c] and not (mine and c in cleared)]
            if any(n.alone and n.stands_in(text) for n in needles for text in texts):
                yield row["row_id"]
            elif table != "person" and any(n.stands_in(t) for n in needles for t in texts):
                self.left[table] += 1

    def _staying_changes(self) -> Iterator[tuple[str, int]]:
        needles = [needle for needle in self._traces.needles if needle.alone]
        for row, sides in changes_with(self._reader, needles):
            if row["id"] not in self._traces.changes and any(
                needle.stands_in(text)
                for side in sides
                for text in side.values()
                if isinstance(text, str)
                for needle in needles
            ):
                yield row["table_name"], row["row_id"]
