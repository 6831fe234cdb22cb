"""An older file is backed up and brought up to date, whole or not at all."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from importlib import resources
from pathlib import Path

import pytest
from harness import Jinlin
from store.meddling import guards_aside

from jinlin.store.backup.restore import in_memory, strange_parts
from jinlin.store.file.connection import Connection, open_writing, shut_cleanly
from jinlin.store.file.header import APPLICATION_ID
from jinlin.store.schema import upgrade
from jinlin.store.schema.filling import FILLED

pytestmark = pytest.mark.usefixtures("schema_by_statements")
Next = Callable[[str], None]


def schema_of(path: Path) -> list[tuple[str, str]]:
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()
    connection.close()
    return rows


def version_of(path: Path) -> int:
    connection = sqlite3.connect(path)
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    connection.close()
    return version


@pytest.fixture
def next_version(
    jinlin: Jinlin, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Next:
    """Give the program one more script; the database was made before it."""
    jinlin("building", "add", "3", "--floors", "7")

    def give(script: str) -> None:
        folder = tmp_path_factory.mktemp("schema")
        for name in upgrade.SCRIPTS:
            kept = resources.files("jinlin.store.schema").joinpath(name).read_text("utf-8")
            (folder / name).write_text(kept, "utf-8")
        new = f"{folder.name}.sql"  # a script of a name is read once
        (folder / new).write_text(script, "utf-8")
        packaged = resources.files
        monkeypatch.setattr(
            resources,
            "files",
            lambda package: folder if package == "jinlin.store.schema" else packaged(package),
        )
        monkeypatch.setattr(upgrade, "SCRIPTS", (*upgrade.SCRIPTS, new))
        monkeypatch.setattr(upgrade, "VERSION", upgrade.VERSION + 1)

    return give


MORE = """
ALTER TABLE building ADD COLUMN built_on TEXT;
CREATE TABLE lamp (id INTEGER PRIMARY KEY AUTOINCREMENT, place TEXT NOT NULL) STRICT;
INSERT INTO lamp (place) VALUES ('门口');
"""


def test_the_first_command_upgrades_backs_up_and_says_one_line(
    jinlin: Jinlin, next_version: Next
) -> None:
    before = jinlin.db.read_bytes()
    old = upgrade.VERSION
    next_version("ALTER TABLE building ADD COLUMN built_on TEXT;\n")
    outcome = jinlin("building", "list", "--json", lang="en")
    assert [row["building"] for row in outcome.data] == ["3"]
    assert outcome.err.startswith("The database was brought up to date; the old one is kept at")
    assert len(outcome.err.splitlines()) == 1
    assert version_of(jinlin.db) == old + 1
    [kept] = (jinlin.folder / "备份").glob("*.db")
    assert version_of(kept) == old
    assert schema_of(kept) != schema_of(jinlin.db)
    assert before != jinlin.db.read_bytes()
    assert jinlin("building", "list", lang="en").err == ""


def test_an_upgrade_that_stands_though_the_disk_failed_at_its_end_is_not_called_undone(
    jinlin: Jinlin, next_version: Next, monkeypatch: pytest.MonkeyPatch
) -> None:
    class FailsAfterCommit(Connection):
        def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
            cursor = super().execute(sql, *values)  # type: ignore[arg-type]
            if sql == "COMMIT":
                error = sqlite3.OperationalError("disk I/O error")
                error.sqlite_errorname = "SQLITE_IOERR_FSYNC"
                raise error
            return cursor

    next_version("ALTER TABLE building ADD COLUMN built_on TEXT;\n")
    monkeypatch.setattr("jinlin.store.file.connection.Connection", FailsAfterCommit)
    outcome = jinlin("building", "list", lang="en")
    assert outcome.err.startswith("The database was brought up to date")
    assert version_of(jinlin.db) == upgrade.VERSION


def test_new_columns_and_tables_are_in_the_history(jinlin: Jinlin, next_version: Next) -> None:
    next_version(MORE.rpartition("INSERT")[0])
    jinlin("building", "add", "4")
    triggers = {name for name, _sql in schema_of(jinlin.db) if name.startswith("history_lamp")}
    assert len(triggers) == 3
    [(after,)] = jinlin.sql("SELECT after FROM row_change ORDER BY id DESC LIMIT 1")
    assert '"built_on":null' in after
    jinlin("undo")
    assert [row["building"] for row in jinlin("building", "list", "--json").data] == ["3"]


def test_a_command_from_before_the_upgrade_can_still_be_undone(
    jinlin: Jinlin, next_version: Next
) -> None:
    next_version("ALTER TABLE building ADD COLUMN built_on TEXT;\n")
    jinlin("undo")
    assert jinlin("building", "list", "--json").data == []


def test_an_upgraded_file_is_like_a_new_one(jinlin: Jinlin, next_version: Next) -> None:
    next_version("CREATE TABLE lamp (id INTEGER PRIMARY KEY AUTOINCREMENT, place TEXT) STRICT;\n")
    jinlin("building", "list")
    jinlin("init", "--name", "桂园", "--db", "new.db")
    assert schema_of(jinlin.db) == schema_of(jinlin.folder / "new.db")


@pytest.mark.parametrize(
    "broken", [f"{MORE} SELECT no_such_function();\n", "ALTER TABLE nowhere ADD COLUMN x;\n"]
)
def test_an_upgrade_that_fails_leaves_the_file_as_it_was(
    jinlin: Jinlin, next_version: Next, broken: str
) -> None:
    before = jinlin.db.read_bytes()
    next_version(broken)
    jinlin("building", "list", code=1)
    assert jinlin.db.read_bytes() == before


def test_without_room_for_the_backup_nothing_is_upgraded(
    jinlin: Jinlin, next_version: Next
) -> None:
    before = jinlin.db.read_bytes()
    (jinlin.folder / "备份").write_text("a file where the folder should be")
    next_version(MORE)
    assert jinlin("building", "list", "--json", code=4).error["kind"] == "database"
    assert jinlin.db.read_bytes() == before


@pytest.fixture(scope="module")
def older_files() -> dict[int, bytes]:
    """An empty file of each version, made script by script; the guards are written as they stand."""
    files = {}
    made = sqlite3.connect(":memory:", factory=Connection, isolation_level=None)
    for version, name in enumerate(upgrade.SCRIPTS, start=1):
        made.executescript(upgrade._script(name))
        if name in FILLED:
            FILLED[name](made)
        made.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        made.execute(f"PRAGMA user_version = {version}")
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as guarded:
            guarded.deserialize(made.serialize())
            guarded.execute("PRAGMA writable_schema = ON")
            guarded.executemany(
                "INSERT INTO sqlite_schema VALUES ('trigger', ?, ?, 0, ?)",
                [(*sql.split()[2:7:4], sql) for sql in upgrade.history_parts(made)],
            )
            files[version] = guarded.serialize()
    made.shut()
    return files


@pytest.mark.parametrize("version", range(1, upgrade.VERSION + 1))
def test_every_older_schema_is_brought_to_what_a_new_file_has(
    jinlin: Jinlin, older_files: dict[int, bytes], version: int
) -> None:
    older = in_memory(Path("older.db"), older_files[version])
    upgrade.apply_scripts(older)
    assert upgrade.version_of(older) == upgrade.VERSION
    rows = older.execute("SELECT name, sql FROM sqlite_schema ORDER BY name")
    assert [tuple(row) for row in rows] == schema_of(jinlin.db)
    older.shut()


@pytest.mark.parametrize("version", [2, 7, upgrade.VERSION - 1])
def test_the_first_command_brings_an_older_file_up_to_date(
    jinlin: Jinlin, older_files: dict[int, bytes], version: int
) -> None:
    older = jinlin.folder / "older.db"
    older.write_bytes(older_files[version])
    connection = in_memory(older, older_files[version])
    assert strange_parts(connection) == []
    connection.shut()
    jinlin("building", "list", "--db", "older.db")
    assert version_of(older) == upgrade.VERSION
    assert schema_of(older) == schema_of(jinlin.db)


def test_the_shares_of_a_plan_are_kept_when_their_table_is_made_anew(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = jinlin.folder / "older.db"
    older.touch()
    connection = open_writing(older)
    with monkeypatch.context() as then:
        then.setattr(upgrade, "SCRIPTS", upgrade.SCRIPTS[:10])
        then.setattr(upgrade, "VERSION", 10)
        upgrade.apply_scripts(connection)
    with guards_aside(older, back=False) as meddled:
        for statement in (
            (
                "INSERT INTO plan (id, number, name, made_at, total, subsidy, scheme, mode, round_unit,"
                " request) VALUES (1, 1, '甲', '2026-11-05T04:00:00Z', 100, 0, 'jinlin', 'floor', 1, '{}')"
            ),
            (
                "INSERT INTO plan_share (id, plan_id, position, room, floor, coefficient, weight, exact,"
                " amount, cap, capped, status, owners)"
                " VALUES (70, 1, 1, '501', 5, '1', '1', '1', 100, 200, 0, 'pays', '张三'),"
                " (7, 1, 2, '502', 5, '1', '1', '1', 100, NULL, 0, 'pays', NULL)"
            ),
            "DELETE FROM plan_share WHERE id = 70",
        ):
            meddled.execute(statement)
    before = [tuple(row) for row in connection.execute("SELECT * FROM plan_share")]
    upgrade.apply_scripts(connection)
    assert [tuple(row) for row in connection.execute("SELECT * FROM plan_share")] == before
    [last] = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'plan_share'")
    assert last[0] == 70
    shut_cleanly(connection)
    with (
        guards_aside(older, back=False) as meddled,
        pytest.raises(sqlite3.IntegrityError, match="cap"),
    ):
        meddled.execute("UPDATE plan_share SET cap = -1")


def test_the_rehearsal_of_an_upgrade_refuses_what_the_upgrade_refuses(jinlin: Jinlin) -> None:
    with guards_aside(jinlin.db) as meddled:
        meddled.execute("CREATE TABLE mine (x)")
    for said in ("table mine", "made by a newer version"):
        for more in ((), ("--dry-run",)):
            error = jinlin("db", "upgrade", "--json", *more, code=4, lang="en").error
            assert said in error["message"]
        with contextlib.closing(sqlite3.connect(jinlin.db)) as connection:
            connection.execute(f"PRAGMA user_version = {upgrade.VERSION + 1}")


def test_the_scripts_are_numbered_and_none_is_forgotten() -> None:
    folder = resources.files("jinlin.store.schema")
    present = sorted(path.name for path in folder.iterdir() if path.name.endswith(".sql"))
    assert present == list(upgrade.SCRIPTS)
    assert [int(name[:4]) for name in present] == list(range(1, upgrade.VERSION + 1))
