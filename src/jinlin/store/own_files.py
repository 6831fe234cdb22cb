"""The files that are the database's own: no paper, table or page may be one of them.

Whoever opens and closes the database file beside SQLite ends its locks; whoever writes it, ends it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from jinlin.core.call import Call
from jinlin.core.config import database_path
from jinlin.core.errors import FileError
from jinlin.core.i18n import _
from jinlin.store.kept import FOLDER

_BESIDE: Final = ("-journal", "-wal", "-shm")
"""How the names of SQLite's own files end."""
_KEPT: Final = (".db", ".age", ".sha256")
"""How the names of backups end."""


def refuse_own(call: Call, file: Path) -> None:
    """Refuse a file that somebody named where it is the database's own, by whatever name.

    Raises:
        FileError: it is the database, a file of SQLite's beside it, or one of its backups.
    """
    if said := own_file(database_path(call), file):
        raise FileError(said, hint=_("Name another file."))


def own_file(database: Path, file: Path) -> str:
    """Return what a file is to a database, in the user's language; empty where it is another's."""
    if is_database(database, file):
        return _("{path} is the database itself.").format(path=file)
    if any(_is_named(file, database.with_name(database.name + end)) for end in _BESIDE):
        return _("{path} belongs to the database.").format(path=file)
    if file.suffix in _KEPT and _is_in(database.parent / FOLDER, file):
        return _("{path} is a backup of the database.").format(path=file)
    return ""


def is_database(database: Path, file: Path) -> bool:
    """Return whether a file is the database: also by a link, a second name, or in capitals."""
    try:
        return database.samefile(file)
    except (OSError, ValueError):
        return _is_named(file, database)


def _is_named(file: Path, other: Path) -> bool:
    """Return whether two names mean one place, where perhaps nothing lies yet."""
    if file.name.casefold() != other.name.casefold():
        return False
    try:
        return file.parent.samefile(other.parent)
    except (OSError, ValueError):
        return False


def _is_in(folder: Path, file: Path) -> bool:
    try:
        return os.path.lexists(file) and folder.resolve() in file.resolve().parents
    except (OSError, ValueError, RuntimeError):
        return False
