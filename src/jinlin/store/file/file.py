"""Open the file: the right file, the right settings, the errors in words."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Final

from jinlin.core.errors import StoreError
from jinlin.core.files.disk import give_name, give_new_name, is_full
from jinlin.core.i18n import _
from jinlin.store.file.journals import refuse_strangers_beside
from jinlin.store.file.unwritable import gone, store_error, taken, too_long

APPLICATION_ID: Final = 0x4A4C494E
"""`JLIN` in ASCII: the file says which program it belongs to."""

BUSY_MILLISECONDS: Final = 10_000
CACHE_KIBIBYTES: Final = 128 * 1024
"""What a writer may hold: each page that does not fit waits for the disk in the middle of work."""
_LONGEST: Final = 512 - len("-journal")
"""So many bytes may the path of a database have with SQLite."""
_MAGIC: Final = b"SQLite format 3\x00"


class DamagedError(StoreError):
    """The file is damaged: SQLite, or a look at what is in it, says so."""


class Connection(sqlite3.Connection):
    """A connection whose transaction only the store ends.

    SQLAlchemy commits, rolls back and closes on its own account, at first connect and whenever
    a connection goes back to its pool; here that does nothing.
    """

    def commit(self) -> None:
        """Do nothing: the store says COMMIT."""

    def rollback(self) -> None:
        """Do nothing: the store says ROLLBACK."""

    def close(self) -> None:
        """Do nothing: the store calls `shut`."""

    def shut(self) -> None:
        """Close the file, leaving one file behind."""
        super().close()


def open_reading(path: Path) -> Connection:
    """Open a database for reading; `recover` it first."""
    return _connect(path, mode="ro", settings="")


def _connect(path: Path, *, mode: str, settings: str) -> Connection:
    """Open the file with the settings of every connection and its own; no failure leaves it open.

    Raises:
        StoreError: in place of the SQLite error.
    """
    refuse_too_long(path, named=path)
    with explained(path):
        connection: Connection = sqlite3.connect(
            f"{sqlite_address(path.absolute())}?mode={mode}",
            uri=True,
            factory=Connection,
            isolation_level=None,
        )
        connection.row_factory = sqlite3.Row
        try:
            connection.executescript(
                f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}; PRAGMA trusted_schema = OFF;{settings}"
            )
        except BaseException:
            connection.shut()
            raise
    return connection


def sqlite_address(path: PurePath) -> str:
    """Return the address by which SQLite finds a file; options may follow it.

    SQLite takes what follows two slashes for a computer and refuses any: a share in the network
    needs four.

    Args:
        path: the whole path.
    """
    address = path.as_uri()
    return address if address.startswith("file:///") else address.replace("//", "////", 1)


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps what a writer can still take back."""
    return path.with_name(path.name + "-journal")


def put_in_place(draft: Path, path: Path, *, new: bool) -> None:
    """Give a finished file the name of a database.

    A journal that lies there was left by another file; it would be rolled back into this one.

    Args:
        draft: the finished file; it may stay beside it.
        path: the name.
        new: no file may have it yet; otherwise it takes the place of the one that has it.

    Raises:
        TakenError: another file has it.
        StoreError: it has not got the name; or what would be taken for its journal is none.
    """
    if new and os.path.lexists(path):
        raise taken(path)
    refuse_strangers_beside(path)
    try:
        journal_of(path).unlink(missing_ok=True)
        (give_new_name if new else give_name)(draft, path)
    except FileExistsError as error:
        raise taken(path, str(error)) from error
    except OSError as error:
        raise StoreError(
            _("The database {path} cannot be written here.").format(path=path),
            hint=_("Free some space, then type the command again.")
            if is_full(error)
            else _("Close the other windows that use it, then try again."),
            detail=str(error),
        ) from error


def recover(path: Path) -> bool:
    """Roll back what a killed writer left half-done; a reader cannot do it itself.

    Returns:
        Whether there was anything to roll back.

    Raises:
        StoreError: the file cannot be written.
    """
    if not half_done(path):
        return False
    writer = open_writing(path)
    try:
        with explained(path):
            writer.execute("BEGIN IMMEDIATE")
            writer.execute("ROLLBACK")
    finally:
        shut_cleanly(writer)
    return True


def look(path: Path) -> os.stat_result | None:
    """Return how a file lies there, to see later whether anybody wrote it; None for no file."""
    try:
        return path.stat()
    except OSError:
        return None


def half_done(path: Path, ending: str = "-journal") -> bool:
    """Return whether a journal waits that takes back what is not committed."""
    try:
        return path.with_name(path.name + ending).stat().st_size > 0
    except OSError:  # there is none, or another window has just finished with it
        return False


def refuse_too_long(path: Path, *, named: Path) -> None:
    """Refuse a path that SQLite cannot open.

    Args:
        path: of a database.
        named: what the error names, where the file is a draft of it.

    Raises:
        StoreError: it is too long.
    """
    if len(os.fsencode(path.absolute())) > _LONGEST:
        raise too_long(named)


def open_writing(path: Path) -> Connection:
    """Open a database for writing, so that an acknowledged write survives a power cut.

    What SQLite puts aside for a moment stays in memory: an import would write each of its hundreds
    of thousands of statements to a file as well.
    """
    return _connect(
        path,
        mode="rw",
        settings=f"PRAGMA cache_size = -{CACHE_KIBIBYTES};"
        "PRAGMA temp_store = MEMORY;"
        "PRAGMA foreign_keys = ON;"
        "PRAGMA journal_mode = TRUNCATE;"
        "PRAGMA synchronous = EXTRA;"
        "PRAGMA secure_delete = ON;"
        "PRAGMA cell_size_check = ON;",
    )


def shut_cleanly(connection: Connection) -> None:
    """Close a writer so that the file can be copied by hand: no journal stays beside it."""
    try:
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    except sqlite3.DatabaseError:
        pass  # another window writes and will do it, or the file is damaged, which was said
    finally:
        connection.shut()


def check_header(path: Path) -> int:
    """Refuse a file that is not a jinlin database, before SQLite touches it.

    Returns:
        The version of its schema.

    Raises:
        StoreError: it is missing, unreadable or not ours, or something stands in its journal's
            place.
    """
    try:
        header = first_bytes(path)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise StoreError(
            _("There is no database at {path}.").format(path=path),
            hint=_("Create one with: jinlin init. To use another one: --db FILE."),
            lost=path,
        ) from error
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise too_long(path, str(error)) from error
        raise StoreError(
            _("The database {path} cannot be read.").format(path=path),
            hint=_("Check that it is a file and that you may read it."),
            detail=str(error),
        ) from error
    version = read_header(path, header)
    refuse_strangers_beside(path)
    return version


def first_bytes(path: Path) -> bytes:
    """Return the first hundred bytes of a database; none of a pipe, which would be waited for.

    Raises:
        OSError: there is no such file, or it cannot be read.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        return b""
    with path.open("rb") as file:
        return file.read(100)


def read_header(path: Path, header: bytes) -> int:
    """Return the version of the schema that the first hundred bytes of a database name.

    Raises:
        StoreError: they are not those of a jinlin database.
    """
    version = int.from_bytes(header[60:64])
    if (
        not header.startswith(_MAGIC)
        or int.from_bytes(header[68:72]) != APPLICATION_ID
        or version == 0
    ):
        raise StoreError(
            _("{path} is not a jinlin database.").format(path=path),
            hint=_(
                "Choose another file with --db; or move this one elsewhere, and create one with:"
                " jinlin init"
            ),
            lost=path,
        )
    return version


def new_private_file(path: Path, *, named: Path | None = None) -> None:
    """Make an empty file that only this user can read, and the folders it needs.

    Args:
        path: the file.
        named: what an error names, where the file is a draft of it.

    Raises:
        StoreError: it cannot be made there.
    """
    try:
        for folder in (*reversed(path.parent.parents), path.parent):
            if not folder.exists():
                folder.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise store_error(named or path, error) from error


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
