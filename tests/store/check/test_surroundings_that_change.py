"""What happens around a command: its file goes away, nobody hears it, clock and folders are wrong."""

from __future__ import annotations

import errno
import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from harness import Jinlin, seeded
from processes import needs_fork, run_jinlin

from jinlin.cli import main
from jinlin.core.call import Environment
from jinlin.store.command import command, replace
from jinlin.store.file.connection import Connection, open_writing


@seeded
def kept(jinlin: Jinlin) -> Jinlin:
    """A backup, and a building more."""
    jinlin("db", "backup", "甲.db")
    jinlin("building", "add", "1")
    return jinlin


def buildings(jinlin: Jinlin, *words: object) -> list[str]:
    return [row["building"] for row in jinlin("building", "list", "--json", *words).data]


def meanwhile(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    """Do something in another window just before a command commits."""
    commit = command._commit

    def late(connection: Connection, path: Path, seq: int) -> None:
        act()
        commit(connection, path, seq)

    monkeypatch.setattr(command, "_commit", late)


def test_a_database_that_is_deleted_during_a_command_is_missed(
    kept: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as then:
        meanwhile(then, kept.db.unlink)
        told = kept("building", "add", "2", code=4, lang="en")
    assert told.out == ""
    assert "was moved or deleted; what was entered is not there" in told.err
    assert not kept.db.exists()


def test_a_database_that_is_deleted_once_it_was_opened_is_missed(
    kept: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(path: Path) -> Connection:
        connection = open_writing(path)
        path.unlink()
        return connection

    monkeypatch.setattr(command, "open_writing", late)
    assert "was moved or deleted" in kept("building", "add", "2", code=4, lang="en").err


def test_a_database_that_is_replaced_during_a_command_is_not_taken_for_it(
    kept: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = kept.folder / "另.db"
    other.write_bytes(kept.db.read_bytes())
    with monkeypatch.context() as then:
        meanwhile(then, lambda: other.replace(kept.db))
        told = kept("meeting", "agenda", "--build", "-o", "议程.docx", code=4, lang="en")
    assert "another file has taken the place" in told.err
    assert not (kept.folder / "议程.docx").exists()
    assert buildings(kept) == ["1"]


def test_a_drive_that_numbers_its_files_anew_is_no_other_file(
    kept: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.path.samestat", lambda _one, _other: False)
    kept("building", "add", "2")
    assert buildings(kept) == ["1", "2"]


def test_a_database_that_goes_away_while_it_is_restored_is_missed(
    kept: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    pour = replace._pour

    def late(source: Connection, target: Connection, path: Path) -> None:
        pour(source, target, path)
        kept.db.unlink(missing_ok=True)

    monkeypatch.setattr(replace, "_pour", late)
    told = kept("db", "restore", "甲.db", "--yes", code=4, lang="en").err
    assert "was moved, deleted or replaced" in told
    [copy] = kept.folder.glob("备份/*-replaced.db")
    assert str(copy) in told
    assert buildings(kept, "--db", copy) == ["1"]


class Full:
    """A stream on a disk that is full."""

    encoding, errors = "utf-8", "strict"

    def write(self, _text: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    def flush(self) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def isatty(self) -> bool:
        return False

    def fileno(self) -> int:
        raise OSError(errno.EBADF, "none of the system's")


@pytest.mark.parametrize(
    "line", ["issue show 99", "building add 1", "issue add", "frob", "db check", "building add 2",
             "building add 3 --dry-run", "member import nowhere.csv", "building list -o 楼.csv"],
)  # fmt: skip
def test_where_nobody_hears_an_error_the_code_is_the_same(
    kept: Jinlin, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    before = kept.db.read_bytes()
    expected = kept(*line.split(), code=None).code
    kept.db.write_bytes(before)
    (kept.folder / "楼.csv").unlink(missing_ok=True)
    carry_out = main.run

    def deaf(words: list[str], environment: Environment) -> int:
        return carry_out(words, environment._replace(stderr=Full()))  # type: ignore[arg-type]

    monkeypatch.setattr("harness.run", deaf)
    kept(*line.split(), code=expected)


@needs_fork
def test_a_process_whose_errors_nobody_takes_ends_with_its_code(kept: Jinlin) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    script = 'exec "$0" -m jinlin issue show 99 2>/dev/full'
    import subprocess
    import sys

    from processes import surroundings

    done = subprocess.run(
        ["sh", "-c", script, sys.executable], cwd=kept.folder, env=surroundings(kept.folder),
        check=False, capture_output=True,
    )  # fmt: skip
    assert done.returncode == 3


@needs_fork
def test_a_zone_that_cannot_be_is_refused(kept: Jinlin) -> None:
    for words in (("db", "backup"), ("db", "check")):
        done = run_jinlin(*words, folder=kept.folder, variables={"TZ": "UTC-99"})
        assert done.returncode == 2
        assert "时区" in done.stderr.decode()


@pytest.mark.parametrize(
    "line",
    ["db backup", "db check", "issue add 灯 --category 设施", "today", "meeting calendar",
     "report monthly", "init --name 竹苑 --db 新.db", "db restore 甲.db", "db handover 单.docx",
     "meeting add 支委会 --type 支委会 --time 明天"],
)  # fmt: skip
@pytest.mark.parametrize("year", [9998, 9999])
def test_a_clock_far_ahead_is_refused(kept: Jinlin, line: str, year: int) -> None:
    kept.now = datetime(year, 12, 31, 20, tzinfo=UTC)
    before = kept.db.read_bytes()
    told = kept(*line.split(), "--yes", code=2, lang="en").err
    assert f"shows the year {year}" in told
    assert kept.db.read_bytes() == before


def test_backups_that_would_lie_among_everything_else_are_refused(kept: Jinlin) -> None:
    for target in ("/", kept.folder, kept.folder.parent):
        link = kept.folder / "备份"
        link.unlink(missing_ok=True)
        link.symlink_to(target, target_is_directory=True)
        for words in (("db", "backup"), ("db", "restore", "甲.db", "--yes")):
            assert f"leads to {target}" in kept(*words, code=4, lang="en").err
        rows = kept("db", "check", "--json").data
        assert next(row for row in rows if row["check"] == "backups")["state"] == "warning"
        kept("member", "add", "张美华")
        assert "备份" in kept("member", "forget", "张美华", "--yes").err


def test_backups_may_lie_on_another_disk(
    kept: Jinlin, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("盘")
    (kept.folder / "备份").symlink_to(other, target_is_directory=True)
    kept("db", "backup")
    assert len(list(other.glob("*.db"))) == 1


def test_a_flipped_bit_never_ends_a_backup_in_a_fault(kept: Jinlin) -> None:
    """Of the pages that say what the tables are each bit may make another sentence of it."""
    content = kept.db.read_bytes()
    dice, schema = random.Random(7), content.find(b"CREATE TABLE")
    places = [dice.randrange(len(content)) for _ in range(4)]
    places += [dice.randrange(schema, schema + 100_000) for _ in range(6)]
    places += [content.find(b"CREATE TABLE " + name) + 40 for name in (b"household (", b"person (")]
    for place in places:
        spoilt = bytearray(content)
        spoilt[place] ^= 1 << dice.randrange(8)
        kept.db.write_bytes(spoilt)
        assert kept("db", "backup", code=None).code in (0, 4), place


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("unable to serialize 'main'", None),
        ('foreign key mismatch - "care" referencing "home"', "SQLITE_ERROR"),
    ],
)
def test_what_sqlite_says_of_a_copy_is_damage(
    kept: Jinlin, monkeypatch: pytest.MonkeyPatch, message: str, name: str | None
) -> None:
    import sqlite3

    def fail(*_words: object) -> bytes:
        error = sqlite3.OperationalError(message)
        if name:
            error.sqlite_errorname = name
        raise error

    monkeypatch.setattr(Connection, "serialize", fail, raising=False)
    assert "is damaged" in kept("db", "backup", code=4, lang="en").err


@pytest.mark.parametrize("words", [("building", "list"), ("building", "add", "1"), ("init", "--name", "竹苑"),
                                   ("db", "check"), ("db", "restore", "甲.db", "--yes")])  # fmt: skip
@pytest.mark.parametrize("kind", ["many folders", "a long name"])
def test_a_path_that_is_too_long_is_called_that(
    kept: Jinlin, words: tuple[str, ...], kind: str
) -> None:
    deep = kept.folder
    if kind == "many folders":
        while len(bytes(deep)) < 495:
            deep /= "很深的文件夹"
        deep.mkdir(parents=True)
        path = deep / "小区的数据.db"
        path.write_bytes(kept.db.read_bytes())
        if words[0] == "init":
            path.unlink()
    else:
        path = deep / ("长" * 90 + ".db")
    told = kept(*words, "--db", path, code=4, lang="en").err
    assert "too long" in told
    assert "read-only" not in told
