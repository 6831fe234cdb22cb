"""The real command line against a real database in a temporary folder."""

from __future__ import annotations

import contextlib
import functools
import gc
import hashlib
import io
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyrage
import pytest
from hypothesis import HealthCheck, settings
from typer.utils import get_params_from_function

from jinlin.cli.main import run
from jinlin.core import i18n
from jinlin.core.call import Environment
from jinlin.store import upgrade
from jinlin.store.file import Connection
from jinlin.store.upgrade import OUTSIDE_HISTORY

# The same few examples on every machine, however slow; HYPOTHESIS_PROFILE=search looks for new ones.
settings.register_profile(
    "suite",
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "search", parent=settings.get_profile("suite"), max_examples=300, derandomize=False
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))

# Thousands of commands are typed in one process; Typer would read the same signatures anew for each.
pytest.MonkeyPatch().setattr(
    "typer.main.get_params_from_function", functools.cache(get_params_from_function)
)

# Databases are synced thousands of times, for which a disk takes longer than the commands. The full
# counts of tests/trust stay on the disk.
MEMORY = Path("/dev/shm")
if (
    "JINLIN_TRUST" not in os.environ
    and MEMORY.is_dir()
    and shutil.disk_usage(MEMORY).free > 2 << 30
):
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))

# A new database takes some six hundred statements: they are carried out once, then their pages copied.
# What looks at the statements themselves asks for `schema_by_statements`.
SCHEMA_BY_STATEMENTS = upgrade.apply_scripts


@functools.cache
def empty_database() -> bytes:
    """Return the file of a database that has its schema and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        connection = sqlite3.connect(path, factory=Connection, isolation_level=None)
        SCHEMA_BY_STATEMENTS(connection)
        connection.shut()
        return path.read_bytes()


def schema_by_copy(connection: Connection) -> None:
    """Bring a new file to this program's schema, and an older one as the program does."""
    if connection.execute("SELECT 1 FROM sqlite_schema").fetchone():
        SCHEMA_BY_STATEMENTS(connection)
        return
    made = sqlite3.connect(":memory:")
    made.deserialize(empty_database())
    made.backup(connection)
    made.close()


pytest.MonkeyPatch().setattr(upgrade, "apply_scripts", schema_by_copy)

# The heap is large and most of it stays: looking it through after every 700 objects takes long.
gc.set_threshold(100_000, 20, 20)

NOON = datetime(2026, 11, 5, 4, 0, tzinfo=UTC)
"""Thursday, 5 November 2026, noon in China."""


class Stream(io.TextIOWrapper):
    """A text stream over memory that may pretend to be a terminal."""

    def __init__(self, text: str = "", *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(text.encode()), "utf-8", newline="", write_through=True)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def written(self) -> bytes:
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue()


@dataclass(frozen=True)
class Outcome:
    """What a command left: exit code, output, errors."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The data of a JSON document."""
        document = json.loads(self.out)
        assert document["schema"] == 1
        return document["data"]

    @property
    def error(self) -> Any:
        """The error of a JSON document on standard error."""
        return json.loads(self.err.splitlines()[-1])["error"]


@dataclass
class Jinlin:
    """Runs commands in a folder with its own database, on a day that can be set."""

    folder: Path
    now: datetime = NOON
    variables: dict[str, str] = field(default_factory=dict)

    @property
    def db(self) -> Path:
        return self.folder / "jinlin.db"

    def __call__(
        self,
        *words: object,
        lang: str | None = None,
        typed: str | None = None,
        code: int | None = 0,
    ) -> Outcome:
        """Run one command.

        Args:
            words: the command line.
            lang: the language; Chinese otherwise.
            typed: what a person types on a terminal; without it there is no terminal.
            code: the exit code expected; None for any.
        """
        terminal = typed is not None
        stdin, stdout = Stream(typed or "", terminal=terminal), Stream(terminal=False)
        stderr = Stream(terminal=terminal)
        variables: Mapping[str, str] = {
            "JINLIN_DB": str(self.db),
            "JINLIN_CONFIG": str(self.folder / "settings.toml"),
            "COLUMNS": "80",
            **({"JINLIN_LANG": lang} if lang else {}),
            **self.variables,
        }
        environment = Environment(
            stdin=stdin,
            stdout=stdout,
            stderr=stderr,
            variables=variables,
            folder=self.folder,
            now=lambda: self.now,
        )
        with contextlib.redirect_stdout(stdout), contextlib.redirect_stderr(stderr):
            got = run([str(word) for word in words], environment)
        outcome = Outcome(got, stdout.written().decode(), stderr.written().decode())
        if code is not None:
            assert outcome.code == code, outcome
        return outcome

    def sql(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        """Look into the database behind the program's back."""
        with contextlib.closing(sqlite3.connect(self.db)) as connection:
            return connection.execute(question, values).fetchall()

    def dump(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return everything that undo is about: all tables but counters and the history."""
        with contextlib.closing(sqlite3.connect(self.db)) as connection:
            names = connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            ).fetchall()
            return {
                name: connection.execute(f"SELECT * FROM {name} ORDER BY id").fetchall()
                for (name,) in names
                if name not in OUTSIDE_HISTORY
            }


def seeded(build: Callable[..., Jinlin]) -> Callable[..., Jinlin]:
    """Make a fixture whose commands are typed once and whose files each test gets for itself.

    Args:
        build: types the commands in the folder it takes first, and returns that folder. What it
            leaves must be the same for every test.
    """
    files: dict[Path, bytes] = {}
    left: list[datetime] = []

    @pytest.fixture
    @functools.wraps(build)
    def ready(**given: Any) -> Jinlin:
        jinlin: Jinlin = next(iter(given.values()))
        if left:
            for path, content in files.items():
                (jinlin.folder / path).parent.mkdir(parents=True, exist_ok=True)
                (jinlin.folder / path).write_bytes(content)
            [jinlin.now] = left
        else:
            build(**given)
            there = (path for path in jinlin.folder.rglob("*") if path.is_file())
            files.update((path.relative_to(jinlin.folder), path.read_bytes()) for path in there)
            left.append(jinlin.now)
            i18n.install("en")
        return jinlin

    return ready


def taken_back(connection: sqlite3.Connection, *_words: object) -> None:
    """Stand in for a commit that the disk refuses.

    Raises:
        OperationalError: always; nothing is saved.
    """
    connection.execute("ROLLBACK")
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorname, error.sqlite_errorcode = "SQLITE_FULL", sqlite3.SQLITE_FULL
    raise error


@pytest.fixture(autouse=True)
def _english() -> None:
    """Messages are the English ids wherever no command has said otherwise."""
    i18n.install("en")


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One fresh database, copied for each test."""
    folder = tmp_path_factory.mktemp("made")
    Jinlin(folder)("init", "--name", "梅苑小区", "--street", "金山街道", "--community", "梅苑社区",
                   "--secretary", "林秀英")  # fmt: skip
    return folder / "jinlin.db"


@pytest.fixture
def bare(tmp_path: Path) -> Jinlin:
    """A folder without a database."""
    return Jinlin(tmp_path)


@pytest.fixture
def jinlin(tmp_path: Path, _made: Path) -> Jinlin:
    """A folder with the fresh database of 梅苑小区."""
    (tmp_path / "jinlin.db").write_bytes(_made.read_bytes())
    return Jinlin(tmp_path)


@pytest.fixture
def unchanged(jinlin: Jinlin) -> Iterator[Callable[[], None]]:
    """Check that a test leaves the database byte for byte as it was when it asked."""
    before = jinlin.db.read_bytes()

    def check() -> None:
        assert jinlin.db.read_bytes() == before
        assert not list(jinlin.folder.glob("jinlin.db-*"))

    yield check
    check()


@pytest.fixture
def schema_by_statements(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a new database be made statement by statement, as the program makes it."""
    monkeypatch.setattr(upgrade, "apply_scripts", SCHEMA_BY_STATEMENTS)


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

    monkeypatch.setattr(pyrage.passphrase, "encrypt", encrypt)
    monkeypatch.setattr(pyrage.passphrase, "decrypt", decrypt)
