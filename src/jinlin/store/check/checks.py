"""What `db check` looks at in a database; it says what it finds and repairs nothing."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from jinlin.core.i18n import N_, _
from jinlin.core.word import Word
from jinlin.store.backup.restore import strange_parts
from jinlin.store.check.proofs import FileState, attached, proof_state
from jinlin.store.file.sqlite_errors import is_undecodable
from jinlin.store.history.chain import first_unreadable, printed, strayed_rows, verify
from jinlin.store.history.outside import COUNTERS, DAYS_OFF, changed_outside
from jinlin.store.record.counters import lowered_counters, raised_counters
from jinlin.store.schema.upgrade import known_tables, tables_of
from jinlin.store.transaction.tx import Reader

NAMED: Final = 3
"""So many examples are named; the rest is a number."""


class State(Word):
    """How a check ended."""

    OK = "ok", N_("ok")
    WARNING = "warning", N_("note")
    PROBLEM = "problem", N_("problem")


LABELS: Final = {
    "pages": N_("every page of the file"),
    "links": N_("links between rows"),
    "schema": N_("tables and triggers"),
    "history": N_("chain of the history"),
    "rows": N_("rows against the history"),
    "numbers": N_("permanent numbers"),
    "papers": N_("attached papers"),
    "imports": N_("where imports come from"),
    "clock": N_("clock"),
    "head": N_("printed checksum"),
    "version": N_("version"),
    "sqlite": N_("SQLite version"),
    "folder": N_("folder"),
    "space": N_("room on the disk"),
    "readers": N_("who can read the file"),
    "backups": N_("backups"),
}
"""What each check is called; those of the rooms stand beside their rules."""


Said = tuple[State, str]
"""How something is, and what there is to say of it."""


class Finding(NamedTuple):
    """What was looked at, by its key, how it is, and what there is to say in the user's words."""

    what: str
    state: State
    said: str = ""


class Rule(NamedTuple):
    """Something that must hold of a room's rows.

    Attributes:
        key: its name in JSON.
        what: what is looked at, not yet translated.
        broken: what is wrong where it does not hold, not yet translated; `{names}` are the rows.
        sql: returns one row for each that breaks it: the name a user knows it by.
        grave: it cannot come from using the program: the data is damaged.
    """

    key: str
    what: str
    broken: str
    sql: str
    grave: bool = True


class RowNames(NamedTuple):
    """What people call what is in the file: a table by its name, a row by its table and id."""

    table: Callable[[str], str]
    row: Callable[[Reader, str, int], str]


def findings(reader: Reader, rules: Sequence[Rule], names: RowNames) -> Iterator[Finding]:
    """Look at everything inside the file and the papers it names."""

    def explored(what: str, look: Callable[[], Said]) -> Finding:
        return Finding(what, *_explored(reader, look))

    yield explored("pages", lambda: _pages(reader, names))
    yield explored("links", lambda: _links(reader, names))
    yield explored("schema", lambda: _parts(reader))
    yield explored("history", lambda: _chain(reader))
    yield explored("rows", lambda: _rows(reader, names))
    yield explored("numbers", lambda: _numbers(reader, names))
    for rule in rules:
        yield explored(rule.key, lambda rule=rule: _rule(reader, rule))  # type: ignore[misc]
    yield explored("papers", lambda: _papers(reader))
    yield explored("imports", lambda: _imports(reader))
    yield explored("clock", lambda: _clock(reader))


def _explored(reader: Reader, look: Callable[[], Said]) -> Said:
    """Carry out one check; where SQLite cannot read on, that is what it found.

    What SQLite says of a text that is none quotes it: whoever it tells of must not be shown.
    """
    try:
        return look()
    except _UNREADABLE as error:
        if not is_undecodable(error):
            return State.PROBLEM, _unreadable(error)
    reader.connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    try:
        state, said = look()
    except _UNREADABLE as error:
        return State.PROBLEM, _unreadable(error)
    finally:
        reader.connection.text_factory = str
    if state is State.PROBLEM:
        return state, said
    return State.PROBLEM, _("a text in it cannot be read")


_UNREADABLE = (sqlite3.DatabaseError, ValueError, TypeError, LookupError, AttributeError)
"""What reading a damaged file raises: one flipped bit makes bytes of a text, or another key."""


def _unreadable(error: Exception) -> str:
    if isinstance(error, sqlite3.OperationalError) and str(error).startswith("no such "):
        return _("a part of the file is missing")
    if isinstance(error, sqlite3.DatabaseError):
        return _("cannot be read: a page of the file is damaged")
    return _("what is kept there cannot be read")


def _pages(reader: Reader, names: RowNames) -> Said:
    try:
        found = "\n".join(str(row[0]) for row in reader.rows("PRAGMA integrity_check(20)"))
    except sqlite3.DatabaseError:  # the first page of a table
        return State.PROBLEM, _("damaged, so that it cannot be read: {names}").format(
            names=named([names.table(table) for table in _unreadable_tables(reader)])
        )
    if found == "ok":
        return State.OK, ""
    if pages := dict.fromkeys(re.findall(r"page (\d+)", found)):
        return State.PROBLEM, _("damaged pages: {names}").format(names=named([*pages]))
    tables = tables_of(reader.connection)
    if wrong := [names.table(t) for t in tables if re.search(rf"\b{re.escape(t)}\b", found)]:
        return State.PROBLEM, _("values that cannot be, in: {names}").format(names=named(wrong))
    return State.PROBLEM, _("an index does not fit its rows")


def _unreadable_tables(reader: Reader) -> Iterator[str]:
    """Return the tables of which not every row can be read."""
    tables = known_tables(reader.connection)
    reader.connection.text_factory = bytes
    try:
        for table in tables:
            try:
                for _row in reader.each(f"SELECT * FROM {table} NOT INDEXED"):
                    pass
            except sqlite3.DatabaseError:
                yield table
    finally:
        reader.connection.text_factory = str


def _links(reader: Reader, names: RowNames) -> Said:
    tables = sorted({str(row[0]) for row in reader.rows("PRAGMA foreign_key_check")})
    if not tables:
        return State.OK, ""
    return State.PROBLEM, _("rows that refer to nothing, in: {names}").format(
        names=named([names.table(table) for table in tables])
    )


def _parts(reader: Reader) -> Said:
    strange = strange_parts(reader.connection)
    if not strange:
        return State.OK, ""
    return State.PROBLEM, _("not as jinlin makes them: {names}").format(names=named(strange))


def _chain(reader: Reader) -> Said:
    try:
        verdict = verify(reader)
    except sqlite3.DatabaseError as error:
        if is_undecodable(error):
            raise
        return State.PROBLEM, _(
            "cannot be read from command {seq} on: a page of the file is damaged"
        ).format(seq=first_unreadable(reader))
    if verdict.broken:
        return State.PROBLEM, _("changed afterwards: commands {names}").format(
            names=named([str(seq) for seq in verdict.broken])
        )
    if verdict.odd:
        return State.PROBLEM, _("values are gone, and not by member forget: {count}").format(
            count=verdict.odd
        )
    return State.OK, _("{count} commands, checksum {head}").format(
        count=verdict.entries, head=printed(verdict.head)
    )


def _rows(reader: Reader, names: RowNames) -> Said:
    found = list(strayed_rows(reader))
    strayed = dict.fromkeys(names.row(reader, *one) for one in found)
    if DAYS_OFF in changed_outside(reader.connection) and DAYS_OFF not in {t for t, _id in found}:
        strayed[names.table(DAYS_OFF)] = None
    if not strayed:
        return State.OK, ""
    return State.PROBLEM, _("changed without a command: {names}").format(names=named([*strayed]))


def _numbers(reader: Reader, names: RowNames) -> Said:
    connection = reader.connection
    if tables := dict.fromkeys(names.table(table) for table in lowered_counters(connection)):
        return State.PROBLEM, _("the next number was given before, of: {names}").format(
            names=named([*tables])
        )
    if COUNTERS not in changed_outside(connection):
        return State.OK, ""
    tables = dict.fromkeys(names.table(table) for table in raised_counters(connection))
    return State.PROBLEM, _("changed without a command: {names}").format(
        names=named([*tables] or [names.table(COUNTERS)])
    )


def _rule(reader: Reader, rule: Rule) -> Said:
    broken = [str(row[0]) for row in reader.rows(rule.sql)]
    if not broken:
        return State.OK, ""
    state = State.PROBLEM if rule.grave else State.WARNING
    return state, _(rule.broken).format(names=named(broken))


def _papers(reader: Reader) -> Said:
    missing: list[str] = []
    changed: list[str] = []
    count = 0
    for path, digest in attached(reader):
        count += 1
        state = proof_state(path, digest, reader.path)
        if state is not FileState.THERE:
            (missing if state is FileState.MISSING else changed).append(Path(path).name)
    said = []
    if missing:
        said.append(_("missing: {names}").format(names=named(missing)))
    if changed:
        said.append(_("changed since: {names}").format(names=named(changed)))
    if said:
        return State.WARNING, _("; ").join(said)
    return State.OK, _("{count} files").format(count=count) if count else ""


def _imports(reader: Reader) -> Said:
    files = reader.rows(
        "SELECT file FROM import_origin WHERE source IS NULL OR basis IS NULL ORDER BY id"
    )
    if not files:
        return State.OK, ""
    return State.WARNING, _("source or basis not stated (PIPL 6, 17): {names}").format(
        names=named([str(row[0]) for row in files])
    )


def _clock(reader: Reader) -> Said:
    last = reader.value("SELECT max(at) FROM entry")
    if last is not None and last > reader.clock.stamp:
        return State.WARNING, _(
            "this computer's clock is behind the last command, {moment}"
        ).format(moment=f"{reader.clock.local(last):%Y-%m-%d %H:%M}")
    return State.OK, ""


def named(names: Sequence[str]) -> str:
    """Return the first of some names, and how many more there are."""
    said = _(", ").join(names[:NAMED])
    more = len(names) - NAMED
    return said if more <= 0 else _("{names} and {count} more").format(names=said, count=more)
