"""Promises 6 and 7: a backup that says ok can be restored, and a damaged one is refused."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import sqlite3
import time
from pathlib import Path

import pytest
from harness import Jinlin
from processes import in_fork, killed_after, needs_fork
from trust.conftest import SHARDS, SHARE, Proving, share
from trust.stations import Stations, arrive, digest_of, whole

from jinlin.store.backup import backup, kept
from jinlin.store.backup.kept import backups_of, sidecar

PARTS = len(SHARDS)


FROM_SCRIPTS = ("category", "public_holiday", "venue_item")
"""Tables whose rows came with an upgrade: no command wrote them, so the history cannot vouch."""


def everything(path: Path) -> list[str]:
    """Return the logical dump of a database, its history too."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def test_a_backup_comes_back_as_it_was(
    stations: Stations, proving: Proving, dice: random.Random, tmp_path: Path
) -> None:
    proof = proving(6, "random databases, backed up, changed, restored: same dump")
    jinlin = stations.stand(tmp_path / "at")
    for _trial in share(200):
        first = dice.choice(stations.all)
        arrive(jinlin, first)
        jinlin(*first.words(jinlin), code=None)
        wanted = everything(jinlin.db)
        copy = jinlin("db", "backup", "--quiet").out.strip()
        changed(jinlin, stations, dice)
        if dice.random() < 0.3:
            jinlin.db.write_bytes(jinlin.db.read_bytes()[: dice.randrange(200, 90_000)])
        told = jinlin("db", "restore", copy, "--yes", code=None)
        proof.check(told.code == 0 and everything(jinlin.db) == wanted, (first.line, told))


def changed(jinlin: Jinlin, stations: Stations, dice: random.Random) -> None:
    """Carry out commands until one has changed the database; where it stands some must refuse."""
    before = jinlin.db.read_bytes()
    for _try in range(50):
        told = jinlin(*dice.choice(stations.all).words(jinlin), code=None)
        assert "jinlin-fault" not in told.err, told
        if told.code == 0 and jinlin.db.read_bytes() != before:
            return
    raise AssertionError("no command changed anything")


REFUSED = (
    "CREATE INDEX mine ON issue (title)",
    "CREATE TABLE mine (x)",
    "CREATE VIEW mine AS SELECT * FROM person",
    "CREATE TRIGGER mine AFTER INSERT ON issue BEGIN SELECT 1; END",
    "DROP INDEX building_code",
    "DROP TRIGGER entry_is_sealed",
    "ALTER TABLE building ADD COLUMN mine TEXT",
    "PRAGMA user_version = 3",
)
HARMLESS = ("ANALYZE", "PRAGMA auto_vacuum = FULL", "VACUUM")
"""What another program may do to the file, so that a restore refuses it, or all the same takes it."""


def test_what_a_restore_refuses_is_never_called_good(
    stations: Stations, proving: Proving, dice: random.Random, tmp_path: Path
) -> None:
    proof = proving(6, "a file that another program changed: ok, and restored, or neither")
    jinlin = stations.stand(tmp_path / "at")
    for trial in share(200):
        arrive(jinlin, dice.choice(stations.all))
        statement, code = dice.choice(REFUSED), 4
        if trial % 2:
            statement, code = dice.choice(HARMLESS), 0
        with contextlib.closing(sqlite3.connect(jinlin.db, isolation_level=None)) as connection:
            connection.execute(statement)
        told = jinlin("db", "backup", "--quiet", code=None)
        again = jinlin("db", "restore", told.out.strip(), "--yes", code=None)
        proof.check((told.code, again.code) == (code, code), (statement, told, again))


@needs_fork
@pytest.mark.parametrize("shard", SHARDS)
def test_a_killed_backup_leaves_a_usable_one(
    stations: Stations, proving: Proving, dice: random.Random, tmp_path: Path, shard: int
) -> None:
    proof = proving(6, "SIGKILL during a backup: the newest can be restored")
    tidy = proving(6, "what the killed one left goes with the next, an hour later")
    jinlin = stations.stand(tmp_path / "at")
    inside = 0
    for trial in share(500, parts=PARTS, dear=True):
        station = dice.choice(stations.all)
        arrive(jinlin, station)
        begun = time.monotonic()
        jinlin("db", "backup")
        took = time.monotonic() - begun
        killed_in_backup(jinlin, dice, took, writing=trial % 2 == 0)
        inside += bool(drafts(jinlin))
        newest = backups_of(jinlin.db)[0].path
        with contextlib.closing(sqlite3.connect(jinlin.db)) as connection:
            connection.execute("DROP TABLE issue_event")
        told = jinlin("db", "restore", newest, "--yes", code=None)
        proof.check(told.code == 0 and digest_of(jinlin.db) == station.before, (newest.name, told))
        for draft in drafts(jinlin):
            os.utime(draft, (0, 0))
        jinlin("db", "backup")
        tidy.check(not drafts(jinlin), drafts(jinlin))
    if SHARE >= 0.5:
        assert inside, "no kill met a backup while it was written"


def killed_in_backup(jinlin: Jinlin, dice: random.Random, took: float, *, writing: bool) -> None:
    """Kill a backup at a moment of the time it takes, or of the short time in which it writes."""

    moment = dice.uniform(0.0005, 0.02) if writing else dice.uniform(0.001, took)

    def write(draft: Path, content: bytes, *, named: Path) -> None:
        killed_after(moment)
        kept.write_private(draft, content, named=named)

    def act() -> None:
        if writing:
            pytest.MonkeyPatch().setattr(backup, "write_private", write)
        else:
            killed_after(moment)
        jinlin("db", "backup", code=None)

    in_fork(act)


def drafts(jinlin: Jinlin) -> list[Path]:
    """Return the half-written files beside the database, which no finished command leaves."""
    return list(jinlin.folder.rglob(".*.new*"))


def damaged(content: bytes, dice: random.Random, *, cut: bool) -> bytes:
    if cut:
        return content[: dice.randrange(len(content))]
    spoilt = bytearray(content)
    spoilt[dice.randrange(len(spoilt))] ^= 1 << dice.randrange(8)
    return bytes(spoilt)


@pytest.mark.parametrize("shard", SHARDS)
def test_damage_is_noticed(
    stations: Stations, proving: Proving, dice: random.Random, tmp_path: Path, shard: int
) -> None:
    proof = proving(7, "flipped bits and cut ends of a backup are refused")
    bare = proving(7, "the same without its digest: nothing wrong gets in")
    control = proving(7, "integrity_check alone", control=True)
    jinlin = stations.stand(tmp_path / "at")
    arrive(jinlin, stations.all[len(stations.all) // 2])
    copy = Path(jinlin("db", "backup", "--quiet").out.strip())
    content, wanted = copy.read_bytes(), digest_of(jinlin.db, but=FROM_SCRIPTS)
    live = jinlin.db.read_bytes()
    alone = tmp_path / "alone.db"
    alone.write_bytes(content)
    jinlin("db", "restore", alone, "--yes")  # undamaged, it is taken
    assert digest_of(jinlin.db, but=FROM_SCRIPTS) == wanted
    jinlin.db.write_bytes(live)
    for trial in share(2500, parts=PARTS):
        spoilt = damaged(content, dice, cut=trial % 5 == 4)
        copy.write_bytes(spoilt)
        told = jinlin("db", "restore", copy, "--yes", code=None)
        kept = jinlin.db.read_bytes() == live
        proof.check(told.code == 4 and kept and "Traceback" not in told.err, told)
        if trial % 5 != 4:
            alone.write_bytes(spoilt)
            control.check(not seems_whole(alone))
        if trial % 5 in (0, 4):
            alone.write_bytes(spoilt)
            told = jinlin("db", "restore", alone, "--yes", code=None)
            right = (
                digest_of(jinlin.db, but=FROM_SCRIPTS) == wanted
                if told.code == 0
                else told.code == 4
            )
            bare.check(right and "Traceback" not in told.err, told)
            if told.code == 0:
                jinlin.db.write_bytes(live)
    while not control.failed:  # chance has not met one yet
        alone.write_bytes(damaged(content, dice, cut=False))
        control.check(not seems_whole(alone))
    shutil.rmtree(copy.parent)


def seems_whole(path: Path) -> bool:
    with contextlib.suppress(sqlite3.Error, UnicodeDecodeError):
        return whole(path)
    return False


def test_the_digest_lies_beside_each_backup(jinlin: Jinlin) -> None:
    assert sidecar(Path(jinlin("db", "backup", "--quiet").out.strip())).is_file()
