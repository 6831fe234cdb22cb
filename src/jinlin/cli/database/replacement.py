"""What stands where `db restore` puts a backup, and whether it may be replaced."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path
from typing import NamedTuple

from jinlin.complex.building.queries import complex_name
from jinlin.core.call import Call
from jinlin.core.errors import StoreError
from jinlin.core.i18n import _
from jinlin.person.erasure.forgotten import forgotten_in
from jinlin.store.backup.kept import backups_of
from jinlin.store.command.command import looking_at
from jinlin.store.file.header import first_bytes, read_header
from jinlin.store.file.standing import look
from jinlin.store.file.unwritable import too_long
from jinlin.store.schema.upgrade import VERSION
from jinlin.store.transaction.tx import Reader


class DatabaseIdentity(NamedTuple):
    """What a database holds, so far as two can be compared.

    Attributes:
        complex: what the complex is called; empty where that cannot be read.
        commands: the digests of its commands, which no other database has; None where they cannot
            be read.
        forgotten: the numbers of those it has forgotten.
    """

    complex: str = ""
    commands: frozenset[str] | None = None
    forgotten: frozenset[int] = frozenset()


class Present(NamedTuple):
    """A database that is to be replaced.

    Attributes:
        seen: how its file lay there when it was read; None where there is none.
        newer: it is of a newer version, and what it holds was not read.
        held: what it holds.
    """

    seen: os.stat_result | None
    newer: bool
    held: DatabaseIdentity


def identity_of(reader: Reader) -> DatabaseIdentity:
    """Return what a database holds."""
    rows = reader.rows("SELECT digest FROM entry")
    commands = frozenset(str(row["digest"]) for row in rows)
    return DatabaseIdentity(complex_name(reader), commands, forgotten_in(reader))


def present(call: Call, target: Path) -> Present:
    """Return what a restore would replace.

    What is empty holds nothing; what has backups was a database, however damaged it is now.

    Raises:
        StoreError: it is no database of jinlin, or cannot be read, as while another window uses it.
    """
    held = DatabaseIdentity()
    if _version(target) > VERSION:
        return Present(look(target), newer=True, held=held)
    try:
        with looking_at(call) as reader:  # nobody can write meanwhile
            held = DatabaseIdentity(complex_name(reader))
            held = identity_of(reader)
            seen = look(target)
    except StoreError as error:
        if not error.lost:  # it holds what nobody has looked at
            raise
        seen = look(target)
    except (sqlite3.DatabaseError, ValueError):
        seen = look(target)
    return Present(seen, newer=False, held=held)


def _version(target: Path) -> int:
    """Return the version of the schema of a database; 0 where there is none or nobody can tell.

    Raises:
        StoreError: it is no database of jinlin, or cannot be read.
    """
    try:
        header = first_bytes(target)
    except (FileNotFoundError, NotADirectoryError):
        return 0
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise too_long(target, str(error)) from error
        raise StoreError(
            _("The database {path} cannot be read, and is not replaced.").format(path=target),
            hint=_("Check that it is a file and that you may read it."),
            detail=str(error),
        ) from error
    try:
        return read_header(target, header)
    except StoreError as error:
        spoilt = not header.strip(b"\0") or (target.suffix == ".db" and backups_of(target))
        if spoilt and target.is_file():
            return 0
        raise StoreError(
            _("{path} is not a jinlin database, and is not replaced.").format(path=target),
            hint=_(
                "Name another file with --db; if it was the database and is damaged, move it"
                " elsewhere and type the command again with --db {path}"
            ).format(path=target),
            detail=str(error),
        ) from error


def check_may_go(there: Present, coming: DatabaseIdentity, target: Path) -> None:
    """Refuse to replace what nobody can have meant; `--force` does it all the same.

    Args:
        there: the database.
        coming: what the backup holds.
        target: where the database is.

    Raises:
        StoreError: it is of another complex, or newer than this program.
    """
    if there.newer:
        raise StoreError(
            _(
                "The database {path} was made by a newer version of jinlin; it was not touched."
            ).format(path=target),
            hint=_("Update jinlin on this computer, or replace it all the same with --force."),
        )
    held = there.held
    related = held.commands and coming.commands and held.commands & coming.commands
    if held.complex not in {"", coming.complex} and not related:
        raise StoreError(
            _(
                "The backup is of {complex}, but the database {target} is of {other}; it was"
                " not touched."
            ).format(complex=coming.complex, target=target, other=held.complex),
            hint=_("Name another file with --db, or replace it all the same with --force."),
        )
