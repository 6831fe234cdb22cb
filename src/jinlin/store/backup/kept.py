"""The backups beside a database: their names, their digests, and which of them stay."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Final, NamedTuple

from jinlin.core.errors import StoreError
from jinlin.core.files.disk import give_new_name, write_through
from jinlin.core.i18n import _
from jinlin.store.file.drafts import new_private_file
from jinlin.store.file.journals import journal_of
from jinlin.store.file.own_files import FOLDER
from jinlin.store.file.public_folders import public_folder
from jinlin.store.file.unwritable import failing, store_error

LATEST: Final = 10
"""So many of the latest backups stay."""
MONTHS: Final = 12
"""Of so many months, counted back from the latest, the last backup stays too."""

_MOST: Final = 1 << 30
"""So many bytes of a database SQLite opens in memory, unless it was built to take more."""
_PIECE: Final = 1 << 20
_DATED: Final = r"-(\d{8}-\d{6})(?:-\d+)?\.db(?:\.age)?"
_DATED_FOR_ANY: Final = re.compile(r".+-\d{8}-\d{6}(?:-.+)?\.db(?:\.age)?")
"""Names that jinlin gave, to whatever backup of whatever database."""


class Backup(NamedTuple):
    """A backup that jinlin made: the file, and when in local time."""

    path: Path
    made: datetime


def folder_of(path: Path) -> Path:
    """Return the folder of a database's backups; it may be a link, as to another disk.

    Raises:
        StoreError: it leads nowhere, or to a folder in which the database itself lies, such as `/`;
            or it is a site, which everybody reads.
    """
    folder = path.absolute().parent / FOLDER
    if folder.is_symlink():
        target = Path(os.path.realpath(folder))
        said = ""
        if not os.path.exists(folder):  # noqa: PTH110  (Path.exists raises where links circle)
            said = _("{folder} is a link that leads nowhere.")
        elif target in Path(os.path.realpath(path)).parents:
            said = _("{folder} leads to {target}, in which the database itself lies.")
        if said:
            raise StoreError(
                said.format(folder=folder, target=target),
                hint=_("Delete this link; jinlin makes a folder of that name."),
            )
    if said := public_folder(folder):
        raise StoreError(said, hint=_("Move the site elsewhere, then type the command again."))
    return folder


def free_name(folder: Path, stem: str, ending: str = ".db") -> Path:
    """Return a name in the folder at which nothing stands (see `in_the_way`)."""
    for serial in count(1):
        name = folder / (f"{stem}-{serial}{ending}" if serial > 1 else f"{stem}{ending}")
        if in_the_way(name) is None:
            return name
    raise AssertionError


def in_the_way(copy: Path) -> Path | None:
    """Return what stands where a backup would go: a file, a journal or a digest; else None."""
    return next(filter(os.path.lexists, (copy, journal_of(copy), sidecar(copy))), None)


def backups_of(path: Path) -> list[Backup]:
    """Return the backups of a database that jinlin named itself, latest first: those it may delete.

    They lie in the folder beside it, each with its digest. Those that are flawed, or have a name
    that somebody gave them, are not among them.
    """
    pattern = re.compile(re.escape(path.stem) + _DATED)
    found = []
    for file in _digested(path.parent / FOLDER):
        if match := pattern.fullmatch(file.name):
            with suppress(ValueError):
                found.append(Backup(file, datetime.strptime(match[1], "%Y%m%d-%H%M%S")))  # noqa: DTZ007  (local time)
    return sorted(
        found, key=lambda one: (one.made, len(one.path.name), one.path.name), reverse=True
    )


def kept_on(path: Path, moment: datetime) -> bool:
    """Return whether a database has a backup of the day of a moment, in local time."""
    return any(copy.made.date() == moment.date() for copy in backups_of(path))


def backups_beside(path: Path) -> list[Backup]:
    """Return the backups of a database in the folder beside it, latest first.

    Those to which somebody gave a name count only where no other database, whose they might be,
    lies beside this one; when they were made is told by the file.
    """
    found = backups_of(path)
    with suppress(OSError):
        others = (file for file in path.parent.glob("*.db") if file != path)
        if not all(sidecar(file).is_file() for file in others):
            return found
        for file in _digested(path.parent / FOLDER):
            if file.suffix in {".db", ".age"} and not _DATED_FOR_ANY.fullmatch(file.name):
                made = datetime.fromtimestamp(file.stat().st_mtime)  # noqa: DTZ006  (local time)
                found.append(Backup(file, made))
    return sorted(found, key=lambda one: one.made, reverse=True)


def _digested(folder: Path) -> list[Path]:
    """Return the files of a folder beside which a digest lies."""
    with suppress(OSError):
        return [
            file
            for file in folder.iterdir()
            if file.is_file() and not file.is_symlink() and sidecar(file).is_file()
        ]
    return []


def superfluous(backups: Sequence[Backup]) -> list[Backup]:
    """Return the backups that need not stay; the latest come first in what is given."""
    months: dict[tuple[int, int], Backup] = {}
    for one in backups:
        months.setdefault((one.made.year, one.made.month), one)
    staying = {one.path for one in [*backups[:LATEST], *list(months.values())[:MONTHS]]}
    return [one for one in backups if one.path not in staying]


def clear_out(path: Path, *, newest: Path) -> list[str]:
    """Delete the backups that need not stay; never what jinlin did not make, nor the newest one.

    Where the clock went backwards the newest is not the latest by its name.

    Returns:
        The names of those that were deleted.
    """
    gone = []
    for one in superfluous(backups_of(path)):
        if one.path != newest:
            with suppress(OSError):  # it is in use; the next backup tries again
                remove(one.path)
                gone.append(one.path.name)
    return gone


def remove(copy: Path) -> None:
    """Delete a backup and its digest.

    Raises:
        OSError: it is in use.
    """
    copy.unlink()
    with suppress(OSError):  # alone it does no harm
        sidecar(copy).unlink()


def newest_good(path: Path, *, but: Path | None = None) -> Path | None:
    """Return the latest backup beside a database, other than one, that is as it was written."""
    for one in backups_beside(path):
        if one.path.absolute() != but and is_as_written(one.path):
            return one.path
    return None


def is_as_written(copy: Path) -> bool:
    """Return whether a backup has the digest that was written beside it."""
    try:
        with copy.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == written_digest(copy)
    except (OSError, StoreError):
        return False


def place(draft: Path, copy: Path, digest: str) -> None:
    """Lay the digest of a finished backup where it belongs, and give the backup its name.

    Of two windows that want a name the one whose digest is there first has it. As the digest comes
    first, what has a name and no digest was never called a backup.

    Args:
        draft: the finished backup.
        copy: its name.
        digest: its SHA-256, which is written as `sha256sum -c` reads it.

    Raises:
        TakenError: there is such a file, or such a digest.
        StoreError: it cannot be written; nothing is left of it.
    """
    beside = sidecar(copy)
    write_private(beside, f"{digest}  {copy.name}\n".encode())
    try:
        with explained_writing(copy):
            give_new_name(draft, copy)
    finally:
        if not os.path.lexists(copy):
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def check_size(path: Path, size: int) -> None:
    """Refuse what is too large to be looked at in memory: a copy that was not is never trusted.

    Args:
        path: the database, or its backup.
        size: how many bytes it has.

    Raises:
        StoreError: it is larger than that.
    """
    if size > _MOST:
        raise StoreError(
            _("{path} is larger than 1 GiB: more than jinlin backs up and restores.").format(
                path=path
            ),
            hint=_("Close all windows, and copy the file itself."),
        )


def is_lone_digest(file: Path) -> bool:
    """Return whether a file is the digest of a backup that is no longer there."""
    copy = file.with_suffix("")
    try:
        said = file.read_bytes()
    except OSError:
        return False
    return not os.path.lexists(copy) and bool(
        re.fullmatch(rb"[0-9a-f]{64}  " + re.escape(copy.name.encode()) + rb"\n", said)
    )


def drop_lone_digest(copy: Path) -> None:
    """Delete the digest that stayed where a backup was deleted, to make place for another one."""
    if is_lone_digest(sidecar(copy)):
        with suppress(OSError):
            sidecar(copy).unlink()


def sidecar(copy: Path) -> Path:
    """Return where the SHA-256 of a backup lies."""
    return copy.with_name(copy.name + ".sha256")


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of a file's content."""
    return hashlib.sha256(content).hexdigest()


def written_digest(copy: Path) -> str | None:
    """Return the digest that was written beside a backup; None where there is none.

    Raises:
        StoreError: it cannot be read.
    """
    try:
        return sidecar(copy).read_bytes().partition(b" ")[0].decode("ascii", "replace")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(
            _("{path} cannot be read.").format(path=sidecar(copy)),
            hint=_("Check that it is a file and that you may read it."),
            detail=str(error),
        ) from error


def write_private(path: Path, content: bytes, *, named: Path | None = None) -> None:
    """Write a new file that only this user can read, down to the disk, and read it back.

    Args:
        path: the file.
        content: what is written.
        named: what an error names, where the file is a draft of it.

    Raises:
        StoreError: it cannot be written, or comes back otherwise; what was written is taken away.
    """
    named = named or path
    new_private_file(path, named=named)
    whole = False
    try:
        with explained_writing(named):
            with path.open("wb") as file:
                write_through(file, content)
            whole = _holds(path, content)
    finally:
        if not whole:
            with suppress(OSError):
                path.unlink()
    if not whole:
        raise failing(named, "it comes back otherwise")


def _holds(path: Path, content: bytes) -> bool:
    """Return whether a file holds just this; it is never in memory as a whole."""
    with path.open("rb") as file:
        starts = range(0, len(content), _PIECE)
        same = all(file.read(_PIECE) == content[start : start + _PIECE] for start in starts)
        return same and not file.read(1)


@contextmanager
def explained_writing(path: Path) -> Iterator[None]:
    """Say in words why a file cannot be written.

    Raises:
        StoreError: in place of the system's error.
    """
    try:
        yield
    except OSError as error:
        raise store_error(path, error) from error
