"""Every writing command there is, ready to be typed: the scenes of the generated reference.

scripts/reference.py has a line for each command that prints JSON, and a test holds it to that. They
are typed one after the other on the example complex; each after which the history is longer is a
station: its words, and the database before and after it. So a new verb is tried here without
anybody asking, whatever it is called.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from harness import Jinlin
from house.sources import script
from workers import made_once

from jinlin.store.schema.upgrade import OUTSIDE_HISTORY

ELSEWHERE = ("init", "demo", "db restore", "db backup", "db handover")
"""Commands that write other files than the database; test_whole_files.py and test_backups.py try them."""


_DIGESTS: dict[tuple[bytes, tuple[str, ...]], str] = {}

HERE = "{here}"
"""Stands in a line for the folder it is typed in."""


@dataclass(frozen=True)
class Station:
    """A writing command and the state on both sides of it.

    Attributes:
        place: where the database before it is kept.
        left: where the database after it is kept.
        undoable: the history has an entry of it with rows.
    """

    line: str
    place: Path
    left: Path
    undoable: bool

    @cached_property
    def before(self) -> str:
        """A digest of all rows before it."""
        return digest_of(self.place)

    @cached_property
    def after(self) -> str:
        """A digest of all rows after it."""
        return digest_of(self.left)

    def words(self, jinlin: Jinlin) -> list[str]:
        """Return what is typed in a folder."""
        return [*words_in(self.line, jinlin.folder), "--yes"]


def words_in(line: str, folder: Path) -> list[str]:
    """Return the words of a line as they are typed in a folder, in whose name may be blanks."""
    return [word.replace(HERE, str(folder)) for word in line.split(" ")]


@dataclass(frozen=True)
class Stations:
    """All stations, and what else was seen on the way.

    Attributes:
        folder: where the files are that their words name.
        all: the stations.
        shapes: what each command's JSON holds, as scripts/reference.py describes it.
    """

    folder: Path
    all: list[Station]
    shapes: dict[str, Any]

    def stand(self, at: Path) -> Jinlin:
        """Return a folder of one's own with those files; `arrive` brings the database."""
        at.mkdir(exist_ok=True)
        for file in self.folder.iterdir():
            if file.is_file() and not file.name.startswith("jinlin.db"):
                shutil.copy(file, at / file.name)
        return Jinlin(at)


def arrive(jinlin: Jinlin, station: Station) -> None:
    """Bring the database before a station into a folder, without what it is about to write."""
    forget_output(jinlin, station)
    for file in jinlin.folder.glob("jinlin.db*"):
        file.unlink()
    shutil.rmtree(jinlin.folder / "备份", ignore_errors=True)
    shutil.copyfile(station.place, jinlin.db)


def forget_output(jinlin: Jinlin, station: Station) -> None:
    """Take away the file that a station writes, which it would not write over."""
    words = station.words(jinlin)
    for option in ("-o", "--output"):
        if option in words:
            (jinlin.folder / words[words.index(option) + 1]).unlink(missing_ok=True)


def digest_of(path: Path, *, but: Collection[str] = ()) -> str:
    """Return a digest of all rows that undo is about, but those of some tables.

    A file that is to the byte one that was looked at before is not looked at again, unless there is
    a journal beside it, out of which SQLite may put it right.
    """
    content = hashlib.sha256(path.read_bytes()).digest(), tuple(but)
    half_done = path.with_name(f"{path.name}-journal").exists()
    if content in _DIGESTS and not half_done:
        return _DIGESTS[content]
    with contextlib.closing(sqlite3.connect(path)) as connection:
        found = digest_by(connection, but)
    if not half_done:
        _DIGESTS[content] = found
    return found


def digest_by(connection: sqlite3.Connection, but: Collection[str] = ()) -> str:
    """Return the same by a connection that is open."""
    told = hashlib.sha256()
    for (table,) in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " ORDER BY name"
    ).fetchall():
        if table not in {*OUTSIDE_HISTORY, *but}:
            told.update(table.encode())
            rows = connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
            told.update(repr(rows).encode())
    return told.hexdigest()


def version_of(watcher: sqlite3.Connection) -> int:
    """Return what is another number once somebody else has written the file."""
    return int(watcher.execute("PRAGMA data_version").fetchone()[0])


def whole(path: Path) -> bool:
    """Return whether a database is whole: pages, links, and no command left open."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return whole_by(connection)


def whole_by(connection: sqlite3.Connection) -> bool:
    """Return the same by a connection that is open."""
    found = connection.execute("PRAGMA integrity_check").fetchone()
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    half = connection.execute("SELECT 1 FROM entry WHERE digest IS NULL").fetchone()
    return bool(found == ("ok",) and broken is None and half is None)


def made(base: Path) -> Stations:
    """Return the stations; the first worker that asks makes them for all."""
    folder = base / "trust-stations"

    def walk() -> dict[str, Any]:
        old = os.umask(0)  # whatever a command leaves, it must itself keep from others
        try:
            found, shapes = _walk(folder)
        finally:
            os.umask(old)
        return {"stations": found, "shapes": shapes}

    told = made_once(folder, walk)
    kept = [
        Station(line, folder / place, folder / left, undoable)
        for line, place, left, undoable in told["stations"]
    ]
    return Stations(folder / "example", kept, told["shapes"])


def _walk(folder: Path) -> tuple[list[tuple[str, str, str, bool]], dict[str, Any]]:
    """Type every scene; return the stations, and the shape of what each command says as JSON."""
    reference, example = script("reference"), folder / "example"
    jinlin, found = Jinlin(example), []
    with reference.listening() as written:
        told = Jinlin(folder)("demo", example, "--json")
        shapes = dict([reference.shape_of("demo", written, told.out)])
        watcher = sqlite3.connect(jinlin.db, isolation_level=None)
        entries, version, place = _entries(watcher), version_of(watcher), "demo.db"
        shutil.copyfile(jinlin.db, folder / place)
        for number, scene in enumerate(reference.scenes(example)):
            line = scene.replace(str(example), HERE)
            told = jinlin(*words_in(line, example), "--json", "--yes", code=None)
            assert told.code == 0, (line, told)
            shapes |= [reference.shape_of(line, written, told.out)]
            if version_of(watcher) == version:
                continue
            left = f"{number:03}.db"
            shutil.copyfile(jinlin.db, folder / left)
            if _entries(watcher) != entries and not line.startswith(ELSEWHERE):
                found.append((line, place, left, _undoable(watcher)))
            entries, version, place = _entries(watcher), version_of(watcher), left
    return found, shapes


def _entries(watcher: sqlite3.Connection) -> int:
    return int(watcher.execute("SELECT max(seq) FROM entry").fetchone()[0])


def _undoable(watcher: sqlite3.Connection) -> bool:
    kind, command, rows = watcher.execute(
        "SELECT kind, command, (SELECT count(*) FROM row_change WHERE entry = seq) FROM entry"
        " ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    return bool(kind == "do" and command != "member forget" and rows > 0)
