"""Files that are written under a hidden name first, and what killed processes left of them."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from pathlib import Path


def draft_of(path: Path) -> Path:
    """Return where this process writes a file before it gets its name."""
    return path.with_name(f".{path.name}.{os.getpid()}.new")


def sweep(folder: Path, names: str) -> None:
    """Delete the drafts that processes which no longer run left in a folder.

    The digest goes too where a process was killed between writing it and naming its file.

    Args:
        folder: where they lie.
        names: a regular expression of the names the finished files would have got.
    """
    pattern = re.compile(rf"\.(?P<name>{names})\.(?P<process>\d+)\.new(?:-journal)?", re.DOTALL)
    with suppress(OSError):
        for file in list(folder.iterdir()):
            match = pattern.fullmatch(file.name)
            if match is None or file.is_dir() or _runs(int(match["process"])):
                continue
            with suppress(OSError):  # the next time tries again
                file.unlink()
                if not os.path.lexists(folder / match["name"]):
                    (folder / f"{match['name']}.sha256").unlink(missing_ok=True)


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
