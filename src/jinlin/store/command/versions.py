"""What is not ours or newer is refused before a command starts; what is older is upgraded."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from jinlin.core.call import Call
from jinlin.core.clock import computer_time
from jinlin.core.errors import StoreError
from jinlin.core.i18n import _
from jinlin.store.file.connection import (
    Connection,
    open_reading,
    open_writing,
    recover,
    shut_cleanly,
)
from jinlin.store.file.header import check_header
from jinlin.store.file.journals import half_done
from jinlin.store.file.sqlite_errors import explained
from jinlin.store.schema import upgrade


def bring_up_to_date(path: Path, call: Call) -> None:
    """Refuse what is not ours or newer; back up and upgrade what is older.

    Raises:
        StoreError: the file is missing, not ours, newer, has parts that are not ours, or cannot be
            upgraded; or it is older, and this is a rehearsal.
    """
    if checked_version(path) == upgrade.VERSION:
        return
    if call.dry_run:
        raise StoreError(
            _("{path} is of an older version, and a rehearsal leaves it as it is.").format(
                path=path
            ),
            hint=_("Bring it up to date first: jinlin db upgrade"),
        )
    refuse_strange(path)
    from jinlin.store.backup.backup import back_up, tell_removed

    kept = back_up(path, computer_time(call.environment.now()))
    connection = open_writing(path)
    try:
        with explained(path):
            upgrade.apply_scripts(connection)
    except StoreError:
        if not _brought_up(path, connection):
            raise
    finally:
        shut_cleanly(connection)
    call.environment.tell(
        _("The database was brought up to date; the old one is kept at {path}.").format(
            path=kept.path
        )
    )
    tell_removed(call, kept)


def _brought_up(path: Path, connection: Connection) -> bool:
    """Return whether an upgrade stands though the disk failed at its end."""
    try:
        return not half_done(path) and upgrade.version_of(connection) == upgrade.VERSION
    except sqlite3.DatabaseError:
        return False


def checked_version(path: Path) -> int:
    """Return the version of a database; what a killed writer left half-done is rolled back first.

    Raises:
        StoreError: it is missing, not ours or newer.
    """
    version = check_header(path)
    if recover(path):
        version = check_header(path)
    if version > upgrade.VERSION:
        raise StoreError(
            _("The database {path} was made by a newer version of jinlin.").format(path=path),
            hint=_("Update jinlin on this computer, then try again."),
        )
    return version


def refuse_strange(path: Path) -> None:
    """Refuse a file with our mark that has parts this program does not make, or lacks some.

    Raises:
        StoreError: it is such a file.
    """
    connection = open_reading(path)
    try:
        with explained(path):
            refuse_strange_parts(path, connection)
    finally:
        connection.shut()


_OURS: Final = (
    "entry_is_kept", "entry_is_sealed", "row_change_is_kept", "row_change_is_sealed",
    "row_change_needs_open_entry", "watch_refuses",
)  # fmt: skip
"""The triggers that the schema scripts make."""
_GUARDS: Final = ", ".join(
    f"'CREATE TRIGGER history_' || tbl_name || '_{event} BEFORE {event} ON ' || tbl_name ||"
    f" ' BEGIN INSERT INTO watch VALUES (''' || tbl_name || ' {event}''); END'"
    for event in upgrade.EVENTS
)
_STRANGE: Final = (
    f"SELECT tbl_name, sql FROM sqlite_schema WHERE type = 'trigger' AND name NOT IN {_OURS}"
    f" AND sql NOT IN ({_GUARDS})"
)


def refuse_strange_triggers(path: Path, connection: Connection) -> None:
    """Refuse to write where a trigger would act that this program has not made.

    Only what is not to the letter one of ours is looked at closer: every command does this. One
    of ours may be spelled otherwise, as its table, and does the same.

    Raises:
        StoreError: there is one.
    """
    for table, sql in connection.execute(_STRANGE).fetchall():
        ours = map(_plain, upgrade.guards_of(table))
        if _plain(str(sql)) not in ours:
            refuse_strange_parts(path, connection)


def _plain(sql: str) -> list[str]:
    return sql.replace('"', "").casefold().split()


def refuse_lowered_counters(path: Path, connection: Connection) -> None:
    """Refuse a database whose next number was given before.

    Raises:
        StoreError: it is such a database.
    """
    from jinlin.store.record.counters import counters_changed, lowered_counters

    if next(lowered_counters(connection), None):
        raise counters_changed(path)


def refuse_strange_parts(path: Path, connection: Connection) -> None:
    """Refuse an open file that has parts this program does not make, or lacks some.

    Raises:
        StoreError: it is such a file.
    """
    from jinlin.store.backup.restore import strange_parts

    if strange := strange_parts(connection):
        raise StoreError(
            _("{path} has parts that jinlin did not make, or lacks some: {parts}.").format(
                path=path, parts=_(", ").join(strange[:3])
            ),
            hint=_("Choose another file with --db, or restore a backup: jinlin db restore FILE"),
            lost=path,
        )
