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
  schema parsed (`Resting`): SQLite parses some three hundred triggers at each opening. One test after
  the other finds its folder at the same place (`Place`), so that it stays open between them, too.
- A preparation is typed once, and its files are copied for each test that begins alike (`Typed`).
- Encryption is not age's, which lets every guess cost a second (the fixture `quick_age`).
- A command gives up at once where another window holds the file, not after ten seconds (the fixture
  `impatient`).
- What is compiled is kept (`__pycache__`), whatever the surroundings say: hundreds of files of tests are
  read by each worker, and the program by each process that a test starts.
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
import stat
import sys
from collections.abc import Callable, Hashable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

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
RESTS: Final = not REAL and os.name == "posix"
"""Whether databases stay open in between: elsewhere an open file can be neither moved nor deleted."""

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
    if RESTS:
        patch.setattr(command, "open_reading", READERS.open)
        patch.setattr(command, "open_writing", WRITERS.open)
    sys.dont_write_bytecode = False
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
    if sqlmodel := sys.modules.get("sqlmodel"):  # which knows the models that were in a cache
        sqlmodel.SQLModel._sa_registry.dispose()
        sqlmodel.SQLModel.metadata.clear()


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
    opened: tuple[int, int] | None
    stood: tuple[int, int, int, int] | None

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **{**named, "cached_statements": 2000})

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
                if self.still_there():
                    opens.rest(self)
                    self.bed.put(self)
                    return
        super().shut()

    def still_there(self) -> bool:
        """Return whether the file at its place is the one that it has open."""
        found = _stands(self.file)
        return found is not None and found[:2] == self.opened

    def turns(self) -> bool:
        """Look at the file again, whose content is another one; return whether it can be read."""
        try:
            self.execute("PRAGMA journal_mode = DELETE").fetchone()
            self.execute("SELECT 1 FROM setting LIMIT 0").fetchone()
            self.version = self.execute("PRAGMA data_version").fetchone()[0]
        except sqlite3.Error:
            return False
        self.stood = _stands(self.file)
        return True

    def wakes(self) -> bool:
        """Return whether what it knows of the file still holds.

        SQLite notices what was written through SQLite; what a test wrote into the file by hand it
        would not.
        """
        now = _stands(self.file)
        if not self.still_there():
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
    """Where the last connections of a kind rest, at most one for a file.

    Attributes:
        again: what is set again when it wakes, because a command may have changed it.
    """

    ROOM = 2

    def __init__(self, opened: Callable[[Path], Connection], *again: str) -> None:
        self._opened = opened
        self.again = again
        self._resting: dict[Path, Resting] = {}

    def put(self, one: Resting) -> None:
        """Keep a connection, in place of the one kept before."""
        self.end(one.file)
        self._resting[one.file] = one
        if len(self._resting) > self.ROOM:
            self.end(next(iter(self._resting)))

    def end(self, path: Path) -> None:
        """Close what rests on a file."""
        if path in self._resting:
            Connection.shut(self._resting.pop(path))

    def on(self, path: Path) -> Resting | None:
        """Return what rests on a file; on another one at its place it does not."""
        if (one := self._resting.get(path)) and one.still_there():
            return one
        self.end(path)
        return None

    def open(self, path: Path) -> Connection:
        """Open a database, or go on with the connection that rests.

        A test may have put something of its own in the program's place: nothing rests then.
        """
        if connection.Connection is not Connection or connection._connect is not CONNECT:
            return self._opened(path)
        if one := self._resting.pop(path, None):
            if one.wakes():
                opens.hold(one, path)
                return one
            Connection.shut(one)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(connection, "Connection", Resting)
            opened = self._opened(path)
        assert isinstance(opened, Resting)
        opened.file, opened.bed, found = path, self, _stands(path)
        opened.opened = found and found[:2]
        return opened


READERS: Final = Bed(connection.open_reading)
WRITERS: Final = Bed(
    connection.open_writing,
    "PRAGMA journal_mode = TRUNCATE",
    "PRAGMA cache_spill = ON",
)
BEDS: Final = READERS, WRITERS


def pour(path: Path, content: bytes) -> None:
    """Give a database file its content; what rests on it goes on resting, and knows nothing of the old.

    SQLite takes a file for changed where the counter in its head is another one, and then reads all
    but the schema again; the schema where its own counter is another one. So the head bears for a
    moment a counter that no file has.
    """
    resting = [one for bed in BEDS if (one := bed.on(path))]
    if not RESTS or not _same_schema(path, content):
        for one in resting:
            one.bed.end(path)
        path.write_bytes(content)
        return
    with path.open("r+b", buffering=0) as file:
        assert sys.platform != "win32"
        os.pwrite(file.fileno(), b"\xff\xff\xff\xf0", _CHANGES)
        asleep = [one for one in resting if one.turns()]
        file.write(content)
        file.truncate()
    for one in resting:
        if one not in asleep or not one.turns():
            one.bed.end(path)


_CHANGES: Final = 24
_SCHEMA: Final = slice(40, 44)
"""Where the head of a database file says how often it was changed, and its schema."""


def _same_schema(path: Path, content: bytes) -> bool:
    try:
        found = path.lstat()
    except OSError:
        return False
    if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:
        return False
    with path.open("rb") as file:
        return file.read(100)[_SCHEMA] == content[_SCHEMA]


class Place:
    """The folder of one test after the other; its database waits beside it in between."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._database, self._aside = folder / "jinlin.db", folder.with_name("jinlin.db")

    def leave(self) -> None:
        """Take the folder away, but not the database that is rested on."""
        found = self._database
        if found.exists() and not found.is_symlink() and any(bed.on(found) for bed in BEDS):
            found.rename(self._aside)
        shutil.rmtree(self.folder, ignore_errors=True)

    def lay(self, content: bytes) -> None:
        """Put a database there."""
        if self._aside.exists():
            self._aside.rename(self._database)
            self._database.chmod(0o600)
            pour(self._database, content)
        else:
            self._database.write_bytes(content)


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
                pour(jinlin.folder / path, content)


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
