"""Which files of the backup folder hold somebody, and which may: nobody looks into them all."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from jinlin.core.errors import StoreError
from jinlin.person.references.needles import Needle
from jinlin.store.backup.kept import folder_of
from jinlin.store.file.connection import sqlite_address
from jinlin.store.file.own_files import FOLDER, is_database
from jinlin.store.schema.retention import FORGOTTEN

_DIGEST = ".sha256"
_DATABASE = b"SQLite format 3\0"
_CHUNK = 2**22


class Copies(NamedTuple):
    """The files beside a database that tell of a person, by name.

    Attributes:
        holding: she stands in them.
        perhaps: she may; they are encrypted, damaged, or of another kind.
    """

    holding: tuple[str, ...]
    perhaps: tuple[str, ...]


def copies_telling(path: Path, number: int, needles: Collection[Needle]) -> Copies:
    """Return the files in the backup folder of a database that tell or may tell of a person.

    Args:
        path: the database.
        number: hers.
        needles: her names, phones and ids.
    """
    try:
        folder = folder_of(path)
    except StoreError:  # it leads to much else besides, into which nobody looks
        return Copies((), (FOLDER,))
    found = {
        name: _tells(file, number, needles)
        for name, file in _files(folder)
        if not is_database(path, file)
    }
    return Copies(
        tuple(name for name, tells in found.items() if tells),
        tuple(name for name, tells in found.items() if tells is None),
    )


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Return every file in a folder with its name in it, hidden ones too; no digests."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not (file.suffix == _DIGEST and file.with_suffix("").is_file()):
            yield file.relative_to(folder).as_posix(), file


def _tells(file: Path, number: int, needles: Collection[Needle]) -> bool | None:
    """Return whether a file tells of somebody; None where nobody can tell."""
    try:
        head, held = _found(file, [needle.text.encode() for needle in needles])
        said = [needle.alone for needle in needles if needle.text.encode() in held]
        if any(said):
            return True
        if not head.startswith(_DATABASE):
            return None if head else False
        address = f"{sqlite_address(file.absolute())}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as connection:
            row = connection.execute(
                "SELECT name FROM person WHERE number = ?", (number,)
            ).fetchone()
    except (OSError, sqlite3.Error):
        return None
    if row is not None and row[0] != FORGOTTEN:
        return True
    return None if said else False


def _found(file: Path, texts: Collection[bytes]) -> tuple[bytes, set[bytes]]:
    """Return how a file begins and which texts stand in it; it may be larger than the memory."""
    head, tail, held = b"", b"", set[bytes]()
    longest = max(map(len, texts), default=1)
    with file.open("rb") as content:
        while chunk := content.read(_CHUNK):
            head = head or chunk[: len(_DATABASE)]
            piece = tail + chunk
            held |= {text for text in texts if text in piece}
            tail = piece[1 - longest :] if longest > 1 else b""
    return head, held
