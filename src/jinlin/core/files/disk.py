"""Bring new files and their names down to the disk: a power cut leaves the old or the new one."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

_TRIES: Final = 30
"""How often Windows is asked to replace what a window, a virus scanner or OneDrive has open."""
_PAUSE: Final = 0.1
_LONGEST_NAME: Final = 255
_LONGEST_PATH: Final = 260
"""Where nobody has told Windows otherwise."""


def write_new(path: Path, content: bytes | memoryview) -> None:
    """Write a new file that only this user can read.

    Raises:
        OSError: there is one already, or it cannot be written.
    """
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        write_through(file, content)


def make_folder(folder: Path) -> None:
    """Make a folder that only this user can read, and those it needs, where they are not there.

    Raises:
        OSError: it cannot be made.
    """
    for one in (*reversed(folder.parents), folder):
        if not one.exists():
            one.mkdir(mode=0o700, exist_ok=True)


def write_through(file: BinaryIO, content: bytes | memoryview) -> None:
    """Write into an open file, down to the disk.

    Raises:
        OSError: it cannot be written.
    """
    file.write(content)
    file.flush()
    os.fsync(file.fileno())


def give_name(draft: Path, path: Path) -> None:
    """Give a finished file its name, in the place of another too.

    Raises:
        OSError: it has not got it. Once it has it, nothing that fails is told.
    """
    replace(draft, path)
    sync_folder(path.parent)


def replace(draft: Path, path: Path) -> None:
    """Move a file or a folder, in the place of another file too.

    Raises:
        OSError: it cannot be moved, or what is in its way stays open.
    """
    _waiting(lambda: draft.replace(path))


def _waiting(move: Callable[[], object]) -> None:
    """Move something; on Windows, once nobody has it or what it replaces open any more.

    Raises:
        OSError: it cannot be moved, or stays open.
    """
    for left in reversed(range(_TRIES if sys.platform == "win32" else 1)):
        try:
            move()
        except PermissionError:
            if not left:
                raise
            time.sleep(_PAUSE)
        else:
            return


def give_new_name(draft: Path, path: Path) -> None:
    """Give a finished file its name, where no file has it; the draft may stay beside it.

    Raises:
        FileExistsError: another file has it.
        OSError: it has not got it. Once it has it, nothing that fails is told.
    """
    if sys.platform == "win32":
        _waiting(lambda: draft.rename(path))  # there it refuses by itself
    else:
        _link(draft, path)
    sync_folder(path.parent)


def _link(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # a USB stick knows no second names
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            draft.replace(path)
        finally:
            if os.path.lexists(draft):  # then what has the name is empty
                path.unlink()


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk where the system can; network drives often cannot."""
    if hasattr(os, "O_DIRECTORY"):
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def is_full(error: OSError) -> bool:
    """Return whether something could not be written because there is no room for it."""
    return error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def is_too_long(path: Path, error: OSError) -> bool:
    """Return whether a path is longer than the system takes, which Windows calls: not there."""
    if error.errno == errno.ENAMETOOLONG:
        return True
    return sys.platform == "win32" and (
        len(path.name) > _LONGEST_NAME or len(str(path)) >= _LONGEST_PATH
    )
