"""Where a room lets everything be searched, declared as its `SEARCH`; `jinlin find` asks it.

Words are looked for where they stand, by reading the columns: SQLite's index for texts (FTS5) knows
words between blanks, or three characters in a row, and so finds nothing of 漏水 or 灯; what both
cost is measured by `benchmarks/searching.py`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, TypeAlias

from jinlin.core.columns import Personal
from jinlin.core.people.pinyin import lettered
from jinlin.output.listing.filter import Condition, any_of, having
from jinlin.store.transaction.tx import Reader

NOT_REMOVED: Final = "t.removed_at IS NULL"


class Sought(NamedTuple):
    """What is looked for.

    Attributes:
        text: as it was typed.
        words: the words of it, each of which must be found.
        letters: the letters of it where it may be initials (`ldbl`), in small letters.
        limit: how many of each kind at most; 0 for all.
    """

    text: str
    words: Sequence[str]
    letters: str | None
    limit: int


class Hit(NamedTuple):
    """A record that was found.

    Attributes:
        number: by which it is opened: `2026-0044`, `M3`, `3-1-702`.
        text: what it says.
        day: the day or moment that belongs to it, as it is kept.
        personal: what the text is, where it is somebody's name.
        aside: what is said beside it: what somebody is to the complex.
        private: it is nothing for everybody's eyes, and says so.
    """

    number: str
    text: str
    day: str | None = None
    personal: Personal = Personal.TEXT
    aside: str = ""
    private: bool = False


Ask: TypeAlias = Callable[[Reader, Sought], tuple[Sequence[Hit], int]]
"""Returns what was found, and how many there are in all."""


class Searched(NamedTuple):
    """One kind of record that is searched.

    Attributes:
        kind: what it is called, not yet translated.
        ask: looks for it.
        opened: its number typed alone shows it.
    """

    kind: str
    ask: Ask
    opened: bool = True


class Shown(NamedTuple):
    """What is shown of a record that was found, each as SQL.

    Attributes:
        number: its number.
        title: the column that is shown, and that initials are looked for in.
        day: the column of its day or moment.
        private: whether it is not public.
    """

    number: str
    title: str
    day: str = "NULL"
    private: str = "0"


def in_columns(
    table: str,
    shown: Shown,
    *,
    live: str = NOT_REMOVED,
    also: Sequence[str] = (),
    within: Sequence[tuple[str, str]] = (),
) -> Ask:
    """Return what looks for words in the columns of a table, the latest first.

    Args:
        table: the table as `t`, and what is joined to it.
        shown: what is shown of a record.
        live: SQL for what is not taken out.
        also: further columns in which words are looked for.
        within: tables that belong to a record, each as the question for the rows of `t`, with `{}`
            for the condition, and the column in it.
    """
    held = having(shown.title, *also)
    parts = tuple((question, having(column)) for question, column in within)

    def ask(reader: Reader, sought: Sought) -> tuple[Sequence[Hit], int]:
        where = Condition(live)
        for word in sought.words:
            where &= any_of(
                (
                    held((word,)),
                    *(inside(question, has((word,))) for question, has in parts),
                )
            )
        if sought.letters:
            reader.connection.create_function("lettered", 1, lettered, deterministic=True)
            sounds = Condition(f"{live} AND instr(lettered({shown.title}), ?)", (sought.letters,))
            where = any_of((where, sounds))
        rows = reader.rows(
            f"SELECT {shown.number} AS number, {shown.title} AS title, {shown.day} AS day,"  # noqa: S608  (our own columns)
            f" {shown.private} AS private, count(*) OVER () AS total FROM {table} WHERE {where.sql}"
            f" ORDER BY {shown.day} DESC, t.id DESC LIMIT ?",
            (*where.values, sought.limit or -1),
        )
        return [_found(row) for row in rows], rows[0]["total"] if rows else 0

    return ask


def inside(question: str, condition: Condition) -> Condition:
    """Return what asks a table that belongs to a record."""
    return Condition(question.format(condition.sql), condition.values)


def _found(row: sqlite3.Row) -> Hit:
    return Hit(row["number"], row["title"], row["day"], private=bool(row["private"]))
