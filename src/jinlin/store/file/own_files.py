"""What is the database's own: no paper, table, page or folder of pages may be put there.

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
from jinlin.store.file.journals import beside

_KEPT: Final = (".db", ".age", ".sha256")
"""How the names of backups end."""
TEMPLATES: Final = "模板"
"""The folder beside the database in which Word templates are sought."""


def refuse_own(call: Call, file: Path) -> None:
    """Refuse a file that somebody named where it is the database's own, by whatever name.

    Raises:
        FileError: it is the database, a file of SQLite's beside it, or one of its backups.
    """
    if said := own_file(database_path(call), file):
        raise FileError(said, hint=_("Name another file."))


def refuse_own_folder(call: Call, folder: Path) -> None:
    """Refuse a folder to be filled where the database has its own.

    Raises:
        FileError: it has the name of a file of the database, or is a folder of its, or in one.
    """
    database = database_path(call).absolute()
    said = own_file(database, folder)
    if not said and any(_is_within(database.with_name(own), folder) for own in (FOLDER, TEMPLATES)):
        said = _("{path} is kept for the database.").format(path=folder)
    if said:
        raise FileError(said, hint=_("Name another folder."))


def own_file(database: Path, file: Path) -> str:
    """Return what a file is to a database, in the user's language; empty where it is another's."""
    if is_database(database, file):
        return _("{path} is the database itself.").format(path=file)
    if any(_is_named(file, name) for name, _ending in beside(database)):
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
        return os.path.lexists(file) and _real(folder) in _real(file).parents
    except (OSError, ValueError):
        return False


def _is_within(own: Path, folder: Path) -> bool:
    """Return whether a folder is another one, or lies in it; perhaps neither is there yet."""
    try:
        return _real(own) in (_real(folder), *_real(folder).parents)
    except (OSError, ValueError):
        return False


def _real(path: Path) -> Path:
    """Return where a path leads, as far as it does; `resolve` fails where links circle."""
    return Path(os.path.realpath(path))


FOLDER: Final = "备份"
