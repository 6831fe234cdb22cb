"""Every writing command there is, ready to be typed: the scenes of the generated reference.

scripts/reference.py has a line for each command that prints JSON, and a test holds it to that. They
are typed one after the other on the example complex; each after which the history is longer is a
station: its words, and the database before and after it. So a new verb is tried here without
anybody asking, whatever it is called.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from conftest import Jinlin, Outcome
from processes import ROOT

from jinlin.store.upgrade import OUTSIDE_HISTORY

ELSEWHERE = ("init", "demo", "db restore", "db backup", "db handover")
"""Commands that write other files than the database; test_whole_files.py and test_backups.py try them."""


HERE = "{here}"
"""Stands in a line for the folder it is typed in."""


@dataclass(frozen=True)
class Station:
    """A writing command and the state on both sides of it, as digests of all rows.

    Attributes:
        place: where the database before it is kept.
        undoable: the history has an entry of it with rows.
    """

    line: str
    place: Path
    before: str
    after: str
    undoable: bool

    def words(self, jinlin: Jinlin) -> list[str]:
        """Return what is typed in a folder."""
        return [*self.line.replace(HERE, str(jinlin.folder)).split(" "), "--yes"]


@dataclass(frozen=True)
class Stations:
    """All stations, and the folder with the files their words name."""

    folder: Path
    all: list[Station]

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
    """Return a digest of all rows that undo is about, but those of some tables."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return _digest(connection, but)


def _digest(connection: sqlite3.Connection, but: Collection[str] = ()) -> str:
    told = hashlib.sha256()
    for (table,) in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " ORDER BY name"
    ).fetchall():
        if table not in {*OUTSIDE_HISTORY, *but}:
            told.update(table.encode())
            for row in connection.execute(f"SELECT * FROM {table} ORDER BY id"):
                told.update(repr(row).encode())
    return told.hexdigest()


def whole(path: Path) -> bool:
    """Return whether a database is whole: pages, links, and no command left open."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        found = connection.execute("PRAGMA integrity_check").fetchone()
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        half = connection.execute("SELECT 1 FROM entry WHERE digest IS NULL").fetchone()
        return bool(found == ("ok",) and broken is None and half is None)


def made(base: Path) -> Stations:
    """Return the stations; the first worker that asks makes them for all."""
    folder = base / "trust-stations"
    ready = folder / "ready.json"
    try:
        folder.mkdir()
    except FileExistsError:
        for _wait in range(3000):
            if ready.exists():
                break
            time.sleep(0.1)
    else:
        old = os.umask(0)  # whatever a command leaves, it must itself keep from others
        try:
            found = [vars(station) | {"place": str(station.place)} for station in _walk(folder)]
        finally:
            os.umask(old)
        draft = folder / "ready.new"
        draft.write_text(json.dumps(found), "utf-8")
        draft.rename(ready)
    told: list[dict[str, Any]] = json.loads(ready.read_text("utf-8"))
    kept = [Station(**{**one, "place": Path(one["place"])}) for one in told]
    return Stations(folder / "example", kept)


def _walk(folder: Path) -> Iterator[Station]:
    example = folder / "example"
    jinlin = Jinlin(example)
    Jinlin(folder)("demo", example, "--quiet")
    with contextlib.closing(sqlite3.connect(jinlin.db, isolation_level=None)) as watcher:
        before, entries = _digest(watcher), _entries(watcher)
        for number, line in enumerate(_lines(example)):
            place = folder / f"{number:03}.db"
            shutil.copyfile(jinlin.db, place)
            told: Outcome = jinlin(*line.split(" "), "--yes", code=None)
            assert told.code == 0, (line, told)
            if line.startswith("db restore"):
                place.unlink()
                break  # the last of the scenes: from here on it is another database
            now = _entries(watcher)
            if now == entries or line.startswith(ELSEWHERE):
                place.unlink()
                continue
            after = _digest(watcher)
            said = line.replace(str(example), HERE)
            yield Station(said, place, before, after, _undoable(watcher))
            before, entries = after, now


def _lines(example: Path) -> Iterator[str]:
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        scenes = import_module("reference").scenes
    finally:
        sys.path.pop(0)
    yield from scenes(example)


def _entries(watcher: sqlite3.Connection) -> int:
    return int(watcher.execute("SELECT max(seq) FROM entry").fetchone()[0])


def _undoable(watcher: sqlite3.Connection) -> bool:
    kind, command, rows = watcher.execute(
        "SELECT kind, command, (SELECT count(*) FROM row_change WHERE entry = seq) FROM entry"
        " ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    return bool(kind == "do" and command != "member forget" and rows > 0)
