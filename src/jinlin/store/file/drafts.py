"""Files that are written under a hidden name first, and what killed processes left of them."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

LONG_AGO: Final = 3600
"""After so many seconds nobody writes a draft any more."""


def draft_of(path: Path) -> Path:
    """Return where this process writes a file before it gets its name."""
    return path.with_name(f".{path.name}.{os.getpid()}.new")


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
    pattern = re.compile(rf"\.(?P<name>{names})\.(?P<process>\d+)\.new(?:-journal)?", re.DOTALL)
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
