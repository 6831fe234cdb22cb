"""Promises 6 and 7: a backup that says ok can be restored, and a damaged one is refused."""

from __future__ import annotations

import contextlib
import random
import shutil
import sqlite3
from pathlib import Path

import pytest
from conftest import Jinlin
from processes import in_fork, killed_after, needs_fork
from trust.conftest import SHARDS, Proving, share
from trust.stations import Stations, arrive, digest_of, whole

from jinlin.store.kept import backups_of, sidecar

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
        first, later = dice.sample(stations.all, 2)
        arrive(jinlin, first)
        jinlin(*first.words(jinlin), code=None)
        wanted = everything(jinlin.db)
        copy = jinlin("db", "backup", "--quiet").out.strip()
        jinlin(*later.words(jinlin), code=None)
        if dice.random() < 0.3:
            jinlin.db.write_bytes(jinlin.db.read_bytes()[: dice.randrange(200, 90_000)])
        told = jinlin("db", "restore", copy, "--yes", code=None)
        proof.check(told.code == 0 and everything(jinlin.db) == wanted, (first.line, told))


@needs_fork
@pytest.mark.parametrize("shard", SHARDS)
def test_a_killed_backup_leaves_a_usable_one(
    stations: Stations, proving: Proving, dice: random.Random, tmp_path: Path, shard: int
) -> None:
    proof = proving(6, "SIGKILL during a backup: the newest can be restored")
    jinlin = stations.stand(tmp_path / "at")
    for _trial in share(500, parts=PARTS):
        station = dice.choice(stations.all)
        arrive(jinlin, station)
        jinlin("db", "backup")
        moment = dice.uniform(0.001, 0.12)

        def act() -> int:
            killed_after(moment)  # noqa: B023  (called at once)
            return jinlin("db", "backup", code=None).code

        in_fork(act)
        newest = backups_of(jinlin.db)[0].path
        with contextlib.closing(sqlite3.connect(jinlin.db)) as connection:
            connection.execute("DROP TABLE issue_event")
        told = jinlin("db", "restore", newest, "--yes", code=None)
        proof.check(told.code == 0 and digest_of(jinlin.db) == station.before, (newest.name, told))


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
    for trial in share(2500, parts=PARTS):
        spoilt = damaged(content, dice, cut=trial % 5 == 4)
        copy.write_bytes(spoilt)
        told = jinlin("db", "restore", copy, "--yes", code=None)
        kept = jinlin.db.read_bytes() == live
        proof.check(told.code == 4 and kept and "Traceback" not in told.err, told)
        if trial % 5 != 4:
            alone.write_bytes(spoilt)
            control.check(not seems_whole(alone))
        if trial % 5 == 0:
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
