"""What `db check` looks at in a database; it says what it finds and repairs nothing."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

from jinlin.core.i18n import N_, _
from jinlin.store.chain import printed, strayed_rows, verify
from jinlin.store.restore import strange_parts
from jinlin.store.tx import Reader
from jinlin.store.upgrade import columns_of

NAMED: Final = 3
"""So many examples are named; the rest is a number."""


class State(StrEnum):
    """How a check ended."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


STATE_LABELS: Final = {State.OK: N_("ok"), State.WARNING: N_("note"), State.PROBLEM: N_("problem")}


LABELS: Final = {
    "pages": N_("every page of the file"),
    "links": N_("links between rows"),
    "schema": N_("tables and triggers"),
    "history": N_("chain of the history"),
    "rows": N_("rows against the history"),
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


def findings(reader: Reader, rules: Sequence[Rule]) -> Iterator[Finding]:
    """Look at everything inside the file and the papers it names."""
    yield _explored("pages", lambda: _pages(reader))
    yield _explored("links", lambda: _links(reader))
    yield _explored("schema", lambda: _parts(reader))
    yield _explored("history", lambda: _chain(reader))
    yield _explored("rows", lambda: _rows(reader))
    for rule in rules:
        yield _explored(rule.key, lambda rule=rule: _rule(reader, rule))  # type: ignore[misc]
    yield _explored("papers", lambda: _papers(reader))
    yield _explored("imports", lambda: _imports(reader))
    yield _explored("clock", lambda: _clock(reader))


def _explored(what: str, look: Callable[[], tuple[State, str]]) -> Finding:
    """Carry out one check; where SQLite cannot read on, that is what it found."""
    try:
        return Finding(what, *look())
    except (sqlite3.DatabaseError, ValueError) as error:
        return Finding(what, State.PROBLEM, _("cannot be read: {error}").format(error=error))


def _pages(reader: Reader) -> tuple[State, str]:
    verdict = [str(row[0]) for row in reader.rows("PRAGMA integrity_check(5)")]
    return (State.OK, "") if verdict == ["ok"] else (State.PROBLEM, verdict[0])


def _links(reader: Reader) -> tuple[State, str]:
    tables = sorted({str(row[0]) for row in reader.rows("PRAGMA foreign_key_check")})
    if not tables:
        return State.OK, ""
    return State.PROBLEM, _("rows that refer to nothing, in: {names}").format(names=_named(tables))


def _parts(reader: Reader) -> tuple[State, str]:
    strange = strange_parts(reader.connection)
    if not strange:
        return State.OK, ""
    return State.PROBLEM, _("not as jinlin makes them: {names}").format(names=_named(strange))


def _chain(reader: Reader) -> tuple[State, str]:
    verdict = verify(reader)
    if verdict.broken:
        return State.PROBLEM, _("changed afterwards: commands {names}").format(
            names=_named([str(seq) for seq in verdict.broken])
        )
    if verdict.odd:
        return State.PROBLEM, _("values are gone though nobody was forgotten: {count}").format(
            count=verdict.odd
        )
    return State.OK, _("{count} commands, checksum {head}").format(
        count=verdict.entries, head=printed(verdict.head)
    )


def _rows(reader: Reader) -> tuple[State, str]:
    strayed = [f"{table} {row_id}" for table, row_id in strayed_rows(reader)]
    if not strayed:
        return State.OK, ""
    return State.PROBLEM, _("changed without a command: {names}").format(names=_named(strayed))


def _rule(reader: Reader, rule: Rule) -> tuple[State, str]:
    broken = [str(row[0]) for row in reader.rows(rule.sql)]
    if not broken:
        return State.OK, ""
    state = State.PROBLEM if rule.grave else State.WARNING
    return state, _(rule.broken).format(names=_named(broken))


def _papers(reader: Reader) -> tuple[State, str]:
    missing, changed, count = [], [], 0
    for path, digest in attached(reader):
        count += 1
        try:
            with (reader.path.absolute().parent / path).open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != digest:
                    changed.append(Path(path).name)
        except OSError:
            missing.append(Path(path).name)
    said = []
    if missing:
        said.append(_("missing: {names}").format(names=_named(missing)))
    if changed:
        said.append(_("changed since: {names}").format(names=_named(changed)))
    if said:
        return State.WARNING, _("; ").join(said)
    return State.OK, _("{count} files").format(count=count) if count else ""


def attached(reader: Reader) -> Iterator[tuple[str, str]]:
    """Return path and SHA-256 of each file that a row names.

    A column `voucher` has its digest in `voucher_sha256`; every such pair of a table counts.
    """
    for (table,) in reader.rows("SELECT name FROM sqlite_schema WHERE type = 'table'"):
        columns = columns_of(reader.connection, table)
        for path in columns:
            digest = f"{path}_sha256"
            if digest in columns:
                rows = reader.rows(
                    f"SELECT {path}, {digest} FROM {table}"
                    f" WHERE {path} IS NOT NULL AND {digest} IS NOT NULL ORDER BY id"
                )
                yield from ((str(row[0]), str(row[1])) for row in rows)


def _imports(reader: Reader) -> tuple[State, str]:
    files = reader.rows(
        "SELECT file FROM import_origin WHERE source IS NULL OR basis IS NULL ORDER BY id"
    )
    if not files:
        return State.OK, ""
    return State.WARNING, _("source or basis not stated (PIPL 6, 17): {names}").format(
        names=_named([str(row[0]) for row in files])
    )


def _clock(reader: Reader) -> tuple[State, str]:
    last = reader.value("SELECT max(at) FROM entry")
    if last is not None and last > reader.clock.stamp:
        return State.WARNING, _(
            "this computer's clock is behind the last command, {moment}"
        ).format(moment=f"{reader.clock.local(last):%Y-%m-%d %H:%M}")
    return State.OK, ""


def _named(names: Sequence[str]) -> str:
    said = _(", ").join(names[:NAMED])
    more = len(names) - NAMED
    return said if more <= 0 else _("{names} and {count} more").format(names=said, count=more)
