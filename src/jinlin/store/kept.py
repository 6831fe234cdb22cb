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

from jinlin.core.disk import write_through
from jinlin.core.errors import StoreError
from jinlin.core.i18n import _
from jinlin.store.file import new_private_file

FOLDER: Final = "备份"
LATEST: Final = 10
"""So many of the latest backups stay."""
MONTHS: Final = 12
"""Of so many months, counted back from the latest, the last backup stays too."""


class Backup(NamedTuple):
    """A backup that jinlin made: the file, and the local time in its name."""

    path: Path
    made: datetime


def free_name(folder: Path, stem: str, ending: str = ".db") -> Path:
    """Return a name in the folder that is not taken."""
    for serial in count(1):
        name = folder / (f"{stem}-{serial}{ending}" if serial > 1 else f"{stem}{ending}")
        if not os.path.lexists(name):
            return name
    raise AssertionError


def backups_of(path: Path) -> list[Backup]:
    """Return the backups that jinlin made of a database in the folder beside it, latest first.

    They are known by their name and by the digest that lies beside each.
    """
    folder = path.parent / FOLDER
    pattern = re.compile(re.escape(path.stem) + r"-(\d{8}-\d{6})(?:-\d+)?\.db(?:\.age)?")
    found = []
    with suppress(OSError):
        for file in folder.iterdir():
            match = pattern.fullmatch(file.name)
            if match and file.is_file() and not file.is_symlink() and sidecar(file).is_file():
                with suppress(ValueError):
                    found.append(Backup(file, datetime.strptime(match[1], "%Y%m%d-%H%M%S")))  # noqa: DTZ007  (local time)
    return sorted(
        found, key=lambda one: (one.made, len(one.path.name), one.path.name), reverse=True
    )


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
                one.path.unlink()
                gone.append(one.path.name)
                sidecar(one.path).unlink(missing_ok=True)
    return gone


def newest_good(path: Path, *, but: Path) -> Path | None:
    """Return the latest backup of a database, other than one, that is as it was written."""
    for one in backups_of(path):
        if one.path.absolute() != but:
            with suppress(OSError, StoreError):
                if written_digest(one.path) == digest_of(one.path.read_bytes()):
                    return one.path
    return None


def sidecar(copy: Path) -> Path:
    """Return where the SHA-256 of a backup lies."""
    return copy.with_name(copy.name + ".sha256")


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of a file's content."""
    return hashlib.sha256(content).hexdigest()


def write_digest(copy: Path, digest: str) -> None:
    """Write the digest of a backup beside it, as `sha256sum -c` reads it.

    Raises:
        StoreError: it cannot be written.
    """
    beside = sidecar(copy)
    with explained_writing(beside):
        beside.unlink(missing_ok=True)
    write_private(beside, f"{digest}  {copy.name}\n".encode())


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
    """Write a new file that only this user can read, down to the disk.

    Args:
        path: the file.
        content: what is written.
        named: what an error names, where the file is a draft of it.

    Raises:
        StoreError: it cannot be written; what was written is taken away.
    """
    new_private_file(path)
    try:
        with explained_writing(named or path), path.open("wb") as file:
            write_through(file, content)
    except StoreError:
        path.unlink(missing_ok=True)
        raise


@contextmanager
def explained_writing(path: Path) -> Iterator[None]:
    """Say in words why a file cannot be written.

    Raises:
        StoreError: in place of the system's error.
    """
    try:
        yield
    except OSError as error:
        raise StoreError(
            _("The disk is full or failing; {path} could not be written.").format(path=path),
            hint=_("Free some space, then type the command again."),
            detail=str(error),
        ) from error
