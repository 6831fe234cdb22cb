"""What SQLite reports about the file, in the user's words."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinlin.core.errors import StoreError
from jinlin.core.i18n import _
from jinlin.store.file.unwritable import gone


class DamagedError(StoreError):
    """The file is damaged: SQLite, or a look at what is in it, says so."""


@contextmanager
def explained(path: Path, *, damage: bool = False) -> Iterator[None]:
    """Say in words what SQLite reports about the file itself.

    Args:
        path: the file.
        damage: whatever else SQLite may say comes from the file, as where it is only copied.

    Raises:
        StoreError: in place of the SQLite error.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        found = explanation(path, error)
        raise (damaged(path, str(error)) if found is error and damage else found) from error
    except UnicodeDecodeError as error:  # what SQLite says quotes bytes that are no text
        raise damaged(path, "UnicodeDecodeError") from error


def explanation(path: Path, error: sqlite3.DatabaseError) -> Exception:
    """Return the error in the user's words; the error itself where it is a fault of ours."""
    name = getattr(error, "sqlite_errorname", "") or ""
    detail = f"{name}: {error}"
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreError(
            _("The database {path} is being used by another window.").format(path=path),
            hint=_("Close the other window or wait a moment, then try again."),
            detail=detail,
        )
    if name == "SQLITE_READONLY_DBMOVED":
        return gone(path, replaced=os.path.lexists(path))
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
        return StoreError(
            _("The database {path} cannot be written here.").format(path=path),
            hint=_("Check that the file and its folder are not read-only."),
            detail=detail,
        )
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return StoreError(
            _("The disk is full or failing; {path} is as it was before.").format(path=path),
            hint=_("Free some space, then type the command again."),
            detail=detail,
        )
    if is_undecodable(error) or name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return damaged(path, detail)
    return error


def is_undecodable(error: Exception) -> bool:
    """Return whether a text was met that is none; Python's own error, which has no name."""
    return isinstance(error, UnicodeDecodeError) or str(error).startswith("Could not decode")


def damaged(path: Path, detail: str) -> DamagedError:
    """Return the error about a database that is damaged."""
    return DamagedError(
        _("The database {path} is damaged.").format(path=path),
        hint=_("Keep the file as it is, and look for a backup of it: jinlin db restore FILE"),
        detail=detail,
        lost=path,
    )
