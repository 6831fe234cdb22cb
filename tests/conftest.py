"""What all tests share: how examples are chosen, what is made once, and the databases they begin with."""

from __future__ import annotations

import functools
import gc
import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pyrage
import pytest
from harness import Jinlin
from hypothesis import HealthCheck, settings
from typer.utils import get_params_from_function

from jinlin.core import i18n
from jinlin.store.file.file import Connection
from jinlin.store.schema import upgrade

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
    connection = sqlite3.connect(":memory:", factory=Connection, isolation_level=None)
    SCHEMA_BY_STATEMENTS(connection)
    content = connection.serialize()
    connection.shut()
    return content


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
