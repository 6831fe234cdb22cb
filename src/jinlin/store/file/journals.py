"""What stands where SQLite looks for the journals of a database: they must be such."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final

from jinlin.core.errors import StoreError
from jinlin.core.i18n import _

_JOURNALS: Final = {
    "-journal": b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7",
    "-wal": b"\x37\x7f\x06",
}
"""How the names of SQLite's journals end, and what each begins with."""


def refuse_strangers_beside(path: Path) -> None:
    """Refuse to touch a database where SQLite would take something else for its journal.

    A folder there stops every command; a file that is no journal SQLite would delete. In one
    of its own that was not finished, zeros stand where the disk failed.

    Raises:
        StoreError: it names what stands there.
    """
    for real in {path, Path(os.path.realpath(path))}:
        for ending, begins in _JOURNALS.items():
            beside = real.with_name(real.name + ending)
            if _is_stranger(beside, begins):
                raise StoreError(
                    _(
                        "{path} stands where the database {database} keeps its journal, and is"
                        " none."
                    ).format(path=beside, database=path),
                    hint=_("Give it another name or move it elsewhere, then try again."),
                )


def _is_stranger(beside: Path, begins: bytes) -> bool:
    try:
        how = beside.lstat()
    except OSError:  # nothing stands there
        return False
    if not stat.S_ISREG(how.st_mode):
        return True
    if not how.st_size:
        return False
    try:
        with beside.open("rb") as file:
            head = file.read(len(begins))
    except OSError:  # SQLite says what is wrong with it
        return False
    return not head.startswith(b"\0") and any(
        byte not in (0, meant) for byte, meant in zip(head, begins, strict=False)
    )
