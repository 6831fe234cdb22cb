"""The files that SQLite has beside a database: its rollback journal, its write-ahead log."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from jinlin.core.errors import StoreError
from jinlin.core.i18n import _

JOURNAL: Final = "-journal"
"""How the name of a rollback journal ends."""
WAL: Final = "-wal"
"""How the name of a write-ahead log ends."""
BESIDE: Final = (JOURNAL, WAL, "-shm")
"""How the names of the files end that SQLite has beside a database."""
_BEGINS: Final = {JOURNAL: b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", WAL: b"\x37\x7f\x06"}
"""What each journal begins with."""


def beside(path: Path, endings: Iterable[str] = BESIDE) -> Iterator[tuple[Path, str]]:
    """Return where SQLite puts its own files, with their endings; beside what a link leads to."""
    for real in {path, Path(os.path.realpath(path))}:
        for ending in endings:
            yield real.with_name(real.name + ending), ending


def refuse_strangers_beside(path: Path) -> None:
    """Refuse to touch a database where SQLite would take something else for its journal.

    A folder there stops every command; a file that is no journal SQLite would delete. In one
    of its own that was not finished, zeros stand where the disk failed.

    Raises:
        StoreError: it names what stands there.
    """
    for file, ending in beside(path, _BEGINS):
        if _is_stranger(file, _BEGINS[ending]):
            raise StoreError(
                _(
                    "{path} stands where the database {database} keeps its journal, and is none."
                ).format(path=file, database=path),
                hint=_("Give it another name or move it elsewhere, then try again."),
            )


def _is_stranger(file: Path, begins: bytes) -> bool:
    try:
        how = file.lstat()
    except OSError:  # nothing stands there
        return False
    if not stat.S_ISREG(how.st_mode):
        return True
    if not how.st_size:
        return False
    try:
        with file.open("rb") as opened:
            head = opened.read(len(begins))
    except OSError:  # SQLite says what is wrong with it
        return False
    return not head.startswith(b"\0") and any(
        byte not in (0, meant) for byte, meant in zip(head, begins, strict=False)
    )


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps what a writer can still take back."""
    return path.with_name(path.name + JOURNAL)


def half_done(path: Path, ending: str = JOURNAL) -> bool:
    """Return whether a journal waits that takes back what is not committed."""
    try:
        return path.with_name(path.name + ending).stat().st_size > 0
    except OSError:  # there is none, or another window has just finished with it
        return False
