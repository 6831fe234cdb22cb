"""Files that are written under a hidden name first; what killed processes left of them."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from jinlin.core.errors import StoreError
from jinlin.core.files.disk import give_name, give_new_name, is_full, make_folder
from jinlin.core.i18n import _
from jinlin.store.file.journals import JOURNAL, journal_of, refuse_strangers_beside
from jinlin.store.file.unwritable import store_error, taken

LONG_AGO: Final = 3600
"""After so many seconds nobody writes a draft any more."""


def draft_of(path: Path) -> Path:
    """Return where this process writes a file before it gets its name."""
    return path.with_name(f".{path.name}.{os.getpid()}.new")


def new_private_file(path: Path, *, named: Path | None = None) -> None:
    """Make an empty file that only this user can read, and the folders it needs.

    Args:
        path: the file.
        named: what an error names, where the file is a draft of it.

    Raises:
        StoreError: it cannot be made there.
    """
    try:
        make_folder(path.parent)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise store_error(named or path, error) from error


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


def sweep(folder: Path, names: str) -> None:
    """Delete the drafts that were abandoned in a folder.

    The digest goes too where a process was killed between writing it and naming its file.

    Args:
        folder: where they lie.
        names: a regular expression of the names the finished files would have got.
    """
    for draft, file in abandoned(folder, names):
        with suppress(OSError):  # the next time tries again
            draft.unlink()
            if not os.path.lexists(file):
                file.with_name(f"{file.name}.sha256").unlink(missing_ok=True)


def abandoned(folder: Path, names: str) -> Iterator[tuple[Path, Path]]:
    """Yield each draft that a process which no longer runs left, and what it would have become.

    They are an hour old besides: in a shared folder another computer, whose processes nobody sees
    here, may be writing one.

    Args:
        folder: where they lie.
        names: a regular expression of the names the finished files would have got.
    """
    pattern = re.compile(rf"\.(?P<name>{names})\.(?P<process>\d+)\.new(?:{JOURNAL})?", re.DOTALL)
    with suppress(OSError):
        for file in list(folder.iterdir()):
            match = pattern.fullmatch(file.name)
            if match and not file.is_dir() and not _runs(int(match["process"])) and _old(file):
                yield file, folder / match["name"]


def _old(file: Path) -> bool:
    try:
        return time.time() - file.stat().st_mtime > LONG_AGO
    except OSError:  # somebody has just taken it away
        return False


def _runs(process: int) -> bool:
    """Return whether another process of this number runs; where nobody can tell, it does."""
    if process == os.getpid():
        return False  # an earlier one had the number that is ours now
    if sys.platform == "win32":  # os.kill would end it there
        import ctypes

        query, denied = 0x1000, 5
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle = kernel.OpenProcess(query, 0, process)
        if not handle:
            return bool(ctypes.get_last_error() == denied)
        kernel.CloseHandle(handle)
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
