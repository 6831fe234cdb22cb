"""A question in somebody's own SQL: it may read, and change nothing (a read-only statement)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Final, NamedTuple

from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.store.schema.personal import PERSONAL, Content
from jinlin.store.transaction.tx import Reader

_TOLD: Final = frozenset({Content.ACTING, Content.FREE_TEXT})
"""What a listing may tell, with the names in it masked."""
WITHHELD: Final = frozenset(
    {
        *(
            (table, column)
            for table, columns in PERSONAL.items()
            for column, content in columns.items()
            if content not in _TOLD
        ),
        ("row_change", "before"),
        ("row_change", "after"),
        ("entry", "words"),
    }
)
"""Table and column of what is told of single people; the history keeps it as well."""
_ALLOWED: Final = frozenset(
    {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
)
_BEGINNINGS: Final = (["select"], ["with"])
_STEPS: Final = 100_000
"""After so many steps of SQLite a key that was pressed is noticed."""


class Answers(NamedTuple):
    """What a question brought.

    Attributes:
        columns: the names of its columns, no two alike.
        rows: a value a column; bytes as hexadecimal text.
        more: there are further rows than were wanted.
        withheld: the columns that were read as empty: `person.name`.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[object]]
    more: bool
    withheld: Sequence[str]


def ask(reader: Reader, sql: str, *, limit: int, unmask: bool) -> Answers:
    """Put a question to the database.

    Args:
        reader: the database.
        sql: one SELECT, or WITH and SELECT.
        limit: how many rows at most; 0 for all.
        unmask: whether columns that tell of single people are read; they are empty otherwise.

    Raises:
        UsageError: it is none, it would change something, or there is no such table or column.
    """
    if sql.lower().split()[:1] not in _BEGINNINGS:
        raise _only_a_question()
    withheld: set[str] = set()
    with _only_reading(reader, None if unmask else withheld):
        try:
            cursor = reader.connection.execute(sql)
            rows = [
                tuple(_plain(value) for value in row)
                for row in islice(cursor, limit + 1 if limit else None)
            ]
        except (sqlite3.Error, sqlite3.Warning) as problem:
            if getattr(problem, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
                raise KeyboardInterrupt from problem
            raise _refused(problem) from problem
    return Answers(
        columns=_apart([name for name, *_rest in cursor.description]),
        rows=rows[: limit or None],
        more=bool(limit) and len(rows) > limit,
        withheld=sorted(withheld),
    )


def tables(reader: Reader) -> Iterator[tuple[str, str, int]]:
    """Yield each table and view, its columns between blanks, and how many rows it has."""
    for row in reader.rows(
        "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')"
        " AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name"
    ):
        name = row["name"]
        columns = " ".join(
            one["name"] for one in reader.rows("SELECT name FROM pragma_table_info(?)", (name,))
        )
        yield name, columns, reader.value(f'SELECT count(*) FROM "{name}"')


@contextmanager
def _only_reading(reader: Reader, withheld: set[str] | None) -> Iterator[None]:
    """Let the database be read alone, and columns that tell of people be empty.

    Args:
        reader: the database.
        withheld: where the columns are noted that are read as empty; None reads all.
    """

    def allowed(action: int, table: str | None, column: str | None, *_where: str | None) -> int:
        if action not in _ALLOWED or column == "load_extension":
            return sqlite3.SQLITE_DENY
        if action == sqlite3.SQLITE_READ and withheld is not None and (table, column) in WITHHELD:
            withheld.add(f"{table}.{column}")
            return sqlite3.SQLITE_IGNORE
        return sqlite3.SQLITE_OK

    reader.connection.set_authorizer(allowed)
    reader.connection.set_progress_handler(lambda: 0, _STEPS)
    try:
        yield
    finally:
        reader.connection.set_authorizer(None)
        reader.connection.set_progress_handler(None, 0)


def _refused(problem: sqlite3.Error | sqlite3.Warning) -> UsageError:
    text = str(problem)
    if "authorized" in text or "one statement" in text:
        return _only_a_question()
    return UsageError(
        _("SQLite does not understand it: {problem}").format(problem=text),
        hint=_("The tables and their columns: jinlin sql"),
    )


def _only_a_question() -> UsageError:
    return UsageError(
        _("Only one question at a time, and it may only read."),
        hint=_("It begins with SELECT or WITH; what is changed, commands change."),
    )


def _plain(value: object) -> object:
    return value.hex() if isinstance(value, bytes) else value


def _apart(names: Sequence[str]) -> Sequence[str]:
    """Return names of which no two are alike: `number`, `number_2`."""
    told: list[str] = []
    for name in names:
        times = sum(one == name or one.startswith(f"{name}_") for one in told)
        told.append(f"{name}_{times + 1}" if name in told else name)
    return told
