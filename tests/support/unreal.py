"""What the suite does otherwise than the program at its user's, so that it takes minutes.

With `JINLIN_TESTS_REAL=1` none of this is done, and every test must hold as well:

- Typer reads a signature once. Thousands of commands are typed in one process, each of which would
  read the same functions anew.
- The program's own caches (`functools.cache`) live on from one command to the next, as they never do
  where each command is a process (`begin_anew`).
- Temporary folders are in memory: databases are synced thousands of times, for which a disk takes
  longer than the commands. The full counts of tests/trust stay on the disk in any case.
- A new database gets the pages of another instead of some six hundred statements (`schema_by_copy`);
  what looks at the statements themselves asks for the fixture `schema_by_statements`.
- A database that is read and written by one command after the other stays open in between, with its
  schema parsed (`Resting`): SQLite parses some three hundred triggers at each opening.
- A preparation is typed once, and its files are copied for each test that begins alike (`Typed`).
- Encryption is not age's, which lets every guess cost a second (the fixture `quick_age`).
- A command gives up at once where another window holds the file, not after ten seconds (the fixture
  `impatient`).
- Garbage is looked for seldom: the heap is large, and most of it stays.

Not here, and the same in both: what a test sets in order to say what happens (the clock, a terminal, a
bound made small, a refused write, more backups than are kept, rows of many months written through
the store), and how many examples are tried (`HYPOTHESIS_PROFILE`, `JINLIN_TRUST`).
"""

from __future__ import annotations

import contextlib
import functools
import gc
import hashlib
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Hashable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import opens
import pyrage
import pytest
from typer.utils import get_params_from_function

from jinlin.store.command import command
from jinlin.store.file import connection
from jinlin.store.file.connection import Connection
from jinlin.store.schema import upgrade

if TYPE_CHECKING:
    from harness import Jinlin

REAL: Final = os.environ.get("JINLIN_TESTS_REAL", "0") != "0"

MEMORY: Final = Path("/dev/shm")
STATEMENTS: Final = upgrade.apply_scripts
CONNECT: Final = connection._connect


def begin() -> None:
    """Change what is changed for all tests; done once, before the first."""
    if REAL:
        return
    patch = pytest.MonkeyPatch()
    patch.setattr("typer.main.get_params_from_function", functools.cache(get_params_from_function))
    patch.setattr(upgrade, "apply_scripts", schema_by_copy)
    patch.setattr(command, "open_reading", READERS.open)
    patch.setattr(command, "open_writing", WRITERS.open)
    gc.set_threshold(100_000, 20, 20)
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > 2 << 30
    if roomy and "JINLIN_TRUST" not in os.environ:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def begin_anew() -> None:
    """Let a command find nothing that an earlier one left in the program's caches."""
    if not REAL:
        return
    for name, module in list(sys.modules.items()):
        if name.startswith("jinlin."):
            for value in vars(module).values():
                if isinstance(value, functools._lru_cache_wrapper):
                    value.cache_clear()


@functools.cache
def empty_database() -> bytes:
    """Return the file of a database that has its schema and nothing else."""
    connection = sqlite3.connect(":memory:", factory=Connection, isolation_level=None)
    STATEMENTS(connection)
    content = connection.serialize()
    connection.shut()
    return content


def schema_by_copy(connection: Connection) -> None:
    """Bring a new file to this program's schema, and an older one as the program does."""
    if connection.execute("SELECT 1 FROM sqlite_schema").fetchone():
        STATEMENTS(connection)
        return
    made = sqlite3.connect(":memory:")
    made.deserialize(empty_database())
    made.backup(connection)
    made.close()


_WATCHING: Final = "SELECT name FROM sqlite_temp_schema WHERE type = 'trigger'"


class Resting(Connection):
    """A connection that is not closed when a command is done, until another is needed."""

    file: Path
    bed: Bed
    version: int
    stood: tuple[int, int, int, int] | None

    def shut(self) -> None:
        """Rest, unless something was made that the next command would find."""
        with contextlib.suppress(sqlite3.Error):
            if self.in_transaction:
                self.execute("ROLLBACK")
            for (watching,) in self.execute(_WATCHING).fetchall():
                self.execute(f"DROP TRIGGER temp.{watching}")
            if not self.execute("SELECT 1 FROM sqlite_temp_schema").fetchone():
                self.version = self.execute("PRAGMA data_version").fetchone()[0]
                self.stood = _stands(self.file)
                opens.rest(self)
                self.bed.put(self)
                return
        super().shut()

    def wakes(self) -> bool:
        """Return whether what it knows of the file still holds.

        SQLite notices what was written through SQLite; what a test wrote into the file by hand it
        would not.
        """
        now = _stands(self.file)
        if self.stood is None or now is None or now[:2] != self.stood[:2]:
            return False
        try:
            self.execute(f"PRAGMA busy_timeout = {connection.BUSY_MILLISECONDS}")
            for line in self.bed.again:
                self.execute(line).fetchone()
            return now == self.stood or (
                self.execute("PRAGMA data_version").fetchone()[0] != self.version
            )
        except sqlite3.Error:
            return False


class Bed:
    """Where the last connection of a kind rests.

    Attributes:
        again: what is set again when it wakes, because a command may have changed it.
    """

    def __init__(self, opened: Callable[[Path], Connection], *again: str) -> None:
        self._opened = opened
        self.again = again
        self._resting: list[Resting] = []

    def put(self, one: Resting) -> None:
        """Keep a connection, in place of the one kept before."""
        while self._resting:
            Connection.shut(self._resting.pop())
        self._resting.append(one)

    def open(self, path: Path) -> Connection:
        """Open a database, or go on with the connection that rests.

        A test may have put something of its own in the program's place: nothing rests then.
        """
        if connection.Connection is not Connection or connection._connect is not CONNECT:
            return self._opened(path)
        if self._resting and self._resting[0].file == path:
            one = self._resting.pop()
            if one.wakes():
                opens.hold(one, path)
                return one
            Connection.shut(one)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(connection, "Connection", Resting)
            opened = self._opened(path)
        assert isinstance(opened, Resting)
        opened.file, opened.bed = path, self
        return opened


READERS: Final = Bed(connection.open_reading)
WRITERS: Final = Bed(
    connection.open_writing,
    "PRAGMA journal_mode = TRUNCATE",
    "PRAGMA cache_spill = ON",
)


def _stands(path: Path) -> tuple[int, int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


class Typed:
    """What a preparation left in a folder, for each way in which the folder began."""

    def __init__(self) -> None:
        self.left: dict[Hashable, tuple[dict[Path, bytes], datetime]] = {}

    def bring(self, jinlin: Jinlin, began: Hashable, prepare: Callable[[], object]) -> None:
        """Prepare a folder, by copying what was left where it began like this before.

        Args:
            jinlin: the folder, and the day there.
            began: what must be alike for the same to be left.
            prepare: types the commands.
        """
        if REAL or began not in self.left:
            prepare()
            self.left[began] = files_of(jinlin.folder), jinlin.now
            return
        files, jinlin.now = self.left[began]
        before = files_of(jinlin.folder)
        for path in before.keys() - files.keys():
            (jinlin.folder / path).unlink()
        for path, content in files.items():
            if before.get(path) != content:
                (jinlin.folder / path).parent.mkdir(parents=True, exist_ok=True)
                (jinlin.folder / path).write_bytes(content)


def files_of(folder: Path) -> dict[Path, bytes]:
    """Return the content of all files below a folder."""
    there = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder): path.read_bytes() for path in there}


@pytest.fixture
def schema_by_statements(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a new database be made statement by statement, as the program makes it."""
    monkeypatch.setattr(upgrade, "apply_scripts", STATEMENTS)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give up at once where another window holds the file."""
    if not REAL:
        monkeypatch.setattr(connection, "BUSY_MILLISECONDS", 20)


@pytest.fixture
def quick_age(monkeypatch: pytest.MonkeyPatch) -> None:
    """Encrypt without the second that age lets every guess cost; test_keeping.py takes age itself."""

    def key(passphrase: str) -> bytes:
        return hashlib.sha256(passphrase.encode()).digest()

    def encrypt(content: bytes, passphrase: str) -> bytes:
        return b"age-encryption.org/v1\n" + key(passphrase) + content[::-1]

    def decrypt(content: bytes, passphrase: str) -> bytes:
        _head, _line, rest = content.partition(b"\n")
        if rest[:32] != key(passphrase):
            raise pyrage.DecryptError("Decryption failed")
        return rest[:31:-1]

    if not REAL:
        monkeypatch.setattr(pyrage.passphrase, "encrypt", encrypt)
        monkeypatch.setattr(pyrage.passphrase, "decrypt", decrypt)


begin()
