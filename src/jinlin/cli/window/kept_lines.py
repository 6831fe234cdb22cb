"""The lines typed before (history), kept beside the database without what is personal."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

NAME: Final = "命令历史.txt"
MOST: Final = 1000
"""So many lines are kept."""


class KeptLines:
    """The lines of one database; where they cannot be read or written, there are none.

    Args:
        database: the database.
    """

    def __init__(self, database: Path) -> None:
        self.file = database.with_name(NAME)

    def latest(self) -> Iterator[str]:
        """Yield the lines, the latest first, each once."""
        seen: set[str] = set()
        with suppress(OSError, ValueError):
            for line in reversed(self.file.read_text("utf-8").splitlines()):
                if line and line not in seen:
                    seen.add(line)
                    yield line

    def add(self, line: str) -> None:
        """Keep a line; two windows may do so at once."""
        with suppress(OSError):
            number = os.open(self.file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            with open(number, "a", encoding="utf-8") as file:  # noqa: PTH123  (a descriptor)
                file.write(f"{line}\n")

    def shorten(self) -> None:
        """Let the oldest lines go, where there are too many."""
        kept = [*self.latest()][:MOST]
        with suppress(OSError):
            if kept and len(self.file.read_text("utf-8").splitlines()) > 2 * MOST:
                self.file.write_text("".join(f"{line}\n" for line in reversed(kept)), "utf-8")

    def forget(self) -> None:
        """Keep nothing any more, nor what was kept."""
        with suppress(OSError):
            self.file.unlink(missing_ok=True)
