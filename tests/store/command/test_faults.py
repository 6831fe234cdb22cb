"""The machine fails: killed programs, full disks, read-only folders, two windows at once."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from calls import call_in
from harness import Jinlin, seeded
from processes import Ended, as_somebody, forked, in_fork, killed_after, needs_fork

from jinlin.store.command.command import writing
from jinlin.store.file import connection


def codes(jinlin: Jinlin) -> list[str]:
    """Return the buildings as the program itself lists them; it must not fail."""
    return [row["building"] for row in jinlin("building", "list", "--json").data]


def check_whole(jinlin: Jinlin) -> None:
    assert jinlin.sql(
        "SELECT integrity_check, (SELECT count(*) FROM entry WHERE digest IS NULL)"
        " FROM pragma_integrity_check"
    ) == [("ok", 0)]


@seeded
def warm(jinlin: Jinlin) -> Jinlin:
    """A database with one building, and everything a fork needs imported."""
    jinlin("building", "add", "1", "--floors", "7")
    return jinlin


class Killer(connection.Connection):
    """A connection that kills its process at its n-th statement."""

    at = 0

    def execute(self, *words: object) -> sqlite3.Cursor:
        type(self).at -= 1
        if type(self).at == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().execute(*words)  # type: ignore[arg-type]


@needs_fork
def test_a_program_killed_at_any_statement_leaves_the_old_state(
    warm: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading is tried on what every other statement leaves, writing on what the rest leaves."""
    before = codes(warm)
    saved = warm.db.read_bytes()

    def add(statement: int) -> int:
        Killer.at = statement
        return warm("building", "add", "2", code=None).code

    points = 0
    while True:
        monkeypatch.setattr(connection, "Connection", Killer)
        ended = in_fork(partial(add, points + 1))
        monkeypatch.setattr(connection, "Connection", Killer.__base__)
        if not ended.killed_by:
            break
        points += 1
        if points % 2:
            kept = codes(warm)
            assert all(path.stat().st_size == 0 for path in warm.folder.glob("jinlin.db-*"))
        else:
            warm("building", "add", "9")
            assert [path.name for path in warm.folder.iterdir()] == ["jinlin.db"]
            *kept, last = (row[0] for row in warm.sql("SELECT code FROM building ORDER BY id"))
            assert last == "9"
        assert kept in (before, [*before, "2"])
        check_whole(warm)
        warm.db.write_bytes(saved)
    assert ended.result == 0
    assert points > 10
    assert codes(warm) == [*before, "2"]


@needs_fork
@pytest.mark.parametrize("number", range(0, 24, 3))
def test_a_program_killed_at_a_moment_of_chance_loses_nothing_it_confirmed(
    warm: Jinlin, number: int
) -> None:
    def add() -> int:
        killed_after(0.0002 + number * 0.0006)
        code = warm("building", "add", "2", code=None).code
        signal.setitimer(signal.ITIMER_REAL, 0)
        return code

    ended = in_fork(add)
    kept = codes(warm)
    check_whole(warm)
    if ended == Ended(result=0):
        assert kept == ["1", "2"]
    else:
        assert ended.killed_by == signal.SIGALRM
        assert kept in (["1"], ["1", "2"])


@needs_fork
def test_two_windows_at_once_lose_nothing(warm: Jinlin) -> None:
    writers, each = 4, 5

    def add_all(writer: int) -> None:
        for n in range(each):
            with writing(call_in(warm.folder)) as tx:
                tx.insert("building", code=f"{writer + 1}{n:02d}", floors=tx.next_number("series"))

    children = [forked(partial(add_all, writer)) for writer in range(writers)]
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * writers
    assert len(codes(warm)) == 1 + writers * each
    check_whole(warm)
    assert warm.sql(
        "SELECT count(DISTINCT floors), max(floors) FROM building WHERE code <> '1'"
    ) == [(writers * each, writers * each)]
    assert warm.sql("SELECT count(DISTINCT previous) = count(*) FROM entry") == [(1,)]


@pytest.mark.usefixtures("impatient")
def test_a_database_that_another_window_holds_is_a_clear_error(warm: Jinlin) -> None:
    holder = sqlite3.connect(warm.db, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        for words in (("building", "add", "2"), ("building", "list")):
            error = warm(*words, "--json", code=4, lang="en").error
            assert error["kind"] == "database"
            assert "another window" in error["message"]
    finally:
        holder.close()
    assert codes(warm) == ["1"]


@needs_fork
@pytest.mark.parametrize("room", [0, 600, 5000, 20_000, 100_000])
def test_a_full_disk_is_one_clear_line_and_the_old_data(warm: Jinlin, room: int) -> None:
    resource = pytest.importorskip("resource")

    def add() -> tuple[int, str]:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        outcome = warm("building", "add", "2", lang="en", code=None)
        return outcome.code, outcome.err

    code, said = in_fork(add).result
    assert code == 4
    assert "The disk is full or failing" in said
    assert len(said.splitlines()) == 1
    assert codes(warm) == ["1"]
    check_whole(warm)


@needs_fork
def test_a_full_disk_while_the_database_is_made_leaves_no_file(bare: Jinlin) -> None:
    resource = pytest.importorskip("resource")

    def init() -> tuple[int, str]:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
        outcome = bare("init", "--name", "梅苑小区", lang="en", code=None)
        return outcome.code, outcome.err

    code, said = in_fork(init).result
    assert code == 4
    assert len(said.splitlines()) == 1
    assert list(bare.folder.iterdir()) == []


@pytest.fixture
def read_only(warm: Jinlin) -> Iterator[Jinlin]:
    """The same database in a folder that nobody may write to, but everybody may read."""
    folder = Path(tempfile.mkdtemp())
    shutil.copy(warm.db, folder / "jinlin.db")
    (folder / "jinlin.db").chmod(0o444)
    folder.chmod(0o555)
    yield Jinlin(folder)
    folder.chmod(0o700)
    shutil.rmtree(folder)


@needs_fork
@pytest.mark.parametrize("shut", ["jinlin.db", "甲.db"])
def test_a_restore_says_that_a_file_may_not_be_read(read_only: Jinlin, shut: str) -> None:
    shutil.copy(read_only.db, read_only.folder / "甲.db")
    (read_only.folder / shut).chmod(0)
    told = as_somebody(lambda: read_only("db", "restore", "甲.db", "--yes", code=4, lang="en").err)
    assert f"{read_only.folder / shut} cannot be read" in told.result
    assert "that you may read it" in told.result


@needs_fork
def test_a_read_only_folder_can_be_read_but_not_written(read_only: Jinlin) -> None:
    def both() -> tuple[list[str], int, str]:
        listed = codes(read_only)
        outcome = read_only("building", "add", "2", lang="en", code=None)
        return listed, outcome.code, outcome.err

    read_only("building", "list", "--json")
    listed, code, said = as_somebody(both).result
    assert listed == ["1"]
    assert code == 4
    assert "cannot be written here" in said
    assert len(said.splitlines()) == 1


@needs_fork
def test_nothing_is_made_in_a_read_only_folder(read_only: Jinlin) -> None:
    def init() -> tuple[int, str]:
        outcome = read_only("init", "--name", "梅苑小区", "--db", "new.db", lang="en", code=None)
        return outcome.code, outcome.err

    code, said = as_somebody(init).result
    assert code == 4
    assert "Nothing can be written in the folder" in said
    assert [path.name for path in read_only.folder.iterdir()] == ["jinlin.db"]
