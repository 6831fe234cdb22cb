"""What a test needs of a system that not every one has: each skip says which, and why."""

from __future__ import annotations

import stat
import sys
from pathlib import Path
from typing import Final

import pytest

WINDOWS: Final = sys.platform == "win32"


def _is_wine() -> bool:
    if sys.platform == "win32":
        import ctypes

        return hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")
    return False


needs_pipes_with_names = pytest.mark.skipif(WINDOWS, reason="pipes are no files there")
needs_links = pytest.mark.skipif(WINDOWS, reason="links need a privilege there, and Wine has none")
needs_limits = pytest.mark.skipif(_is_wine(), reason="Wine holds no process to its memory")
needs_posix_paths = pytest.mark.skipif(
    WINDOWS, reason="the pages show folders and quotes as another shell has them"
)
needs_windows = pytest.mark.skipif(not WINDOWS, reason="an open file is no hindrance here")
needs_plain_paths = pytest.mark.skipif(WINDOWS, reason="there it names a drive or a folder")
needs_home = pytest.mark.skipif(WINDOWS, reason="Windows tells by itself where documents are")


def is_private(path: Path) -> bool:
    """Return whether a file or folder is its owner's alone; on Windows its folder decides that."""
    wanted = 0o700 if path.is_dir() else 0o600
    return WINDOWS or stat.S_IMODE(path.stat().st_mode) == wanted
