"""Promises 1 to 5: killed programs, power cuts, bad disks, repeated commands, two windows."""

from __future__ import annotations

import os
import random
import shutil
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from calls import call_in
from conftest import Jinlin
from processes import Ended, forked, in_fork, killed_after, needs_fork
from trust.conftest import SHARDS, SHARE, Proving, share
from trust.disk import FULL, IOERR, Disk, Op, Shim, after_power_cut, shim
from trust.stations import Station, Stations, arrive, digest_of, forget_output, whole

from jinlin.store import file as store_file
from jinlin.store.command import writing

pytestmark = needs_fork
PARTS = len(SHARDS)


@pytest.fixture(scope="session")
def below() -> Shim:
    """The disk of our own."""
    made = shim()
    if made is None:
        pytest.skip("the sqlite3 module of this Python has its SQLite inside, out of reach")
    return made


def state_of(jinlin: Jinlin, station: Station, after: bytes | None = None) -> str:
    """Return in which state the next command finds a database, or what is wrong with it.

    Args:
        jinlin: where it is.
        station: what was typed there.
        after: the file as the command leaves it; one that is the same to the byte needs no looking.
    """
    try:
        store_file.check_header(jinlin.db)
        store_file.recover(jinlin.db)
        found = jinlin.db.read_bytes()
        if found == station.place.read_bytes():
            return "before" if station.after != station.before else "same"
        if found != after and not whole(jinlin.db):
            return "corrupt"
        rows = station.after if found == after else digest_of(jinlin.db)
    except Exception as error:  # noqa: BLE001  (whatever it is, the trial failed)
        return f"corrupt: {error}"
    if rows == station.after:
        return "after" if station.after != station.before else "same"
    return "before" if rows == station.before else "half"


def right(state: str, *, confirmed: bool) -> bool:
    return state in (("after", "same") if confirmed else ("before", "after", "same"))


def killed_while(jinlin: Jinlin, station: Station, dice: random.Random, *words: str) -> Ended:
    """Run a command in a fork and kill it at a moment of chance."""
    moment = dice.uniform(0.0005, station.seconds * 1.1)

    def act() -> int:
        killed_after(moment)
        return jinlin(*station.words(jinlin), *words, code=None).code

    return in_fork(act)


@pytest.mark.parametrize("shard", SHARDS)
def test_a_killed_command_is_done_or_not(
    stations: Stations, proving: Proving, dice: random.Random, tmp_path: Path, shard: int
) -> None:
    proof = proving(1, "SIGKILL at a random moment of a real command")
    jinlin = stations.stand(tmp_path / "at")
    for _trial in share(1000, parts=PARTS):
        station = dice.choice(stations.all)
        arrive(jinlin, station)
        ended = killed_while(jinlin, station, dice)
        state = state_of(jinlin, station)
        proof.check(right(state, confirmed=ended == Ended(result=0)), (station.line, ended, state))


@pytest.mark.parametrize("shard", SHARDS)
def test_a_repeated_operation_is_done_once(
    stations: Stations, proving: Proving, dice: random.Random, tmp_path: Path, shard: int
) -> None:
    proof = proving(4, "killed, then typed again with the same --operation")
    control = proving(4, "typed again without --operation", control=True)
    jinlin = stations.stand(tmp_path / "at")
    money = [
        one for one in stations.all if one.line.startswith(("branch fund income", "issue add"))
    ]
    for trial in share(1000, parts=PARTS):
        station = dice.choice(stations.all)
        arrive(jinlin, station)
        killed_while(jinlin, station, dice, "--operation", f"op{trial}")
        forget_output(jinlin, station)
        again = jinlin(*station.words(jinlin), "--operation", f"op{trial}", code=None)
        count = jinlin.sql("SELECT count(*) FROM entry WHERE operation = ?", f"op{trial}")
        state = state_of(jinlin, station)
        proof.check(
            again.code == 0 and right(state, confirmed=True) and count == [(1,)],
            (station.line, again, state, count),
        )
    for station in money[:2]:
        arrive(jinlin, station)
        for _time in "12":
            jinlin(*station.words(jinlin), code=None)
        control.check(right(state_of(jinlin, station), confirmed=True), station.line)


class Record(NamedTuple):
    """What a command asked of the disk, and the file it left."""

    ops: list[Op]
    after: bytes


def recorded(below: Shim, jinlin: Jinlin, station: Station) -> Record:
    """Run a command and return what it asked of the disk."""
    arrive(jinlin, station)
    with below.under(Disk()) as disk:
        assert jinlin(*station.words(jinlin), code=None).code == 0
    assert whole(jinlin.db)
    assert digest_of(jinlin.db) == station.after, station.line
    ops = [op for op in disk.ops if op.path.startswith(str(jinlin.db))]
    return Record(ops, jinlin.db.read_bytes())


def power_cut(
    jinlin: Jinlin, station: Station, record: Record, dice: random.Random, *, lies: bool = False
) -> tuple[bool, str]:
    """Cut the power at a moment of chance; return whether what is left is right, and what it is."""
    ops = record.ops
    until = len(ops) if dice.random() < 0.25 else dice.randrange(len(ops) + 1)
    before = {str(jinlin.db): station.place.read_bytes()}
    for path, content in after_power_cut(before, ops[:until], dice, lies=lies).items():
        Path(path).unlink(missing_ok=True)
        if content is not None:
            Path(path).write_bytes(content)
    for path in {op.path for op in ops} - before.keys():
        if path not in {op.path for op in ops[:until]}:
            Path(path).unlink(missing_ok=True)
    state = state_of(jinlin, station, record.after)
    return right(state, confirmed=until == len(ops)), state


@pytest.mark.parametrize("shard", SHARDS)
def test_a_power_cut_takes_nothing_that_was_confirmed(
    stations: Stations,
    proving: Proving,
    dice: random.Random,
    tmp_path: Path,
    below: Shim,
    shard: int,
) -> None:
    proof = proving(2, "power cut at a random operation of the disk")
    jinlin = stations.stand(tmp_path / "at")
    left = len(share(10_000, parts=PARTS))
    while left:
        station = dice.choice(stations.all)
        record = recorded(below, jinlin, station)
        assert record.ops, station.line
        shutil.rmtree(jinlin.folder / "备份", ignore_errors=True)
        for _cut in range(min(left, 25 if SHARE >= 0.1 else 8)):
            left -= 1
            kept, state = power_cut(jinlin, station, record, dice)
            proof.check(kept, (station.line, state))


@pytest.mark.parametrize("mode", ["OFF", "MEMORY"])
def test_without_a_journal_a_power_cut_destroys(
    stations: Stations,
    proving: Proving,
    dice: random.Random,
    tmp_path: Path,
    below: Shim,
    monkeypatch: pytest.MonkeyPatch,
    mode: str,
) -> None:
    control = proving(2, f"journal {mode.lower()}", control=True)
    connect = store_file._connect

    def careless(path: Path, *, mode: str, settings: str) -> store_file.Connection:
        spoilt = settings.replace("= TRUNCATE", f"= {wanted}")
        return connect(path, mode=mode, settings=spoilt)

    wanted = mode
    jinlin = stations.stand(tmp_path / "at")
    for _trial in range(max(4, len(share(100)))):
        station = dice.choice(stations.all)
        with monkeypatch.context() as patch:
            patch.setattr(store_file, "_connect", careless)
            record = recorded(below, jinlin, station)
        for _cut in range(8):
            control.check(*power_cut(jinlin, station, record, dice))


def test_a_disk_that_lies_loses_what_was_confirmed(
    stations: Stations, proving: Proving, dice: random.Random, tmp_path: Path, below: Shim
) -> None:
    control = proving(2, "a disk that says synced and is not", control=True)
    jinlin = stations.stand(tmp_path / "at")
    for _trial in range(max(4, len(share(100)))):
        station = dice.choice(stations.all)
        record = recorded(below, jinlin, station)
        for _cut in range(16):
            control.check(*power_cut(jinlin, station, record, dice, lies=True))


@pytest.mark.parametrize("shard", SHARDS)
def test_a_bad_disk_gives_one_sentence_and_the_old_data(
    stations: Stations,
    proving: Proving,
    dice: random.Random,
    tmp_path: Path,
    below: Shim,
    shard: int,
) -> None:
    """Each operation of each writing command fails, full or broken, once or from then on."""
    proof = proving(3, "a failing write, truncate, sync or delete in a real command")
    jinlin = stations.stand(tmp_path / "at")
    trials = []
    for station in stations.all[shard::PARTS]:
        if SHARE < 1 and dice.random() > max(SHARE * 20, 0.1):
            continue
        with below.under(Disk()) as disk:
            arrive(jinlin, station)
            jinlin(*station.words(jinlin), code=None)
        trials += [
            (station, number, kind, dice.random() < 0.5)
            for number, op in enumerate(disk.ops)
            if op.kind != "create"
            for kind in ("full", "broken")
        ]
    dice.shuffle(trials)
    for station, number, kind, lasting in trials[: len(share(12_000, parts=PARTS))]:
        arrive(jinlin, station)
        hit: list[int] = []

        def refuse(asked: int, what: str) -> int:
            if asked != number and not (lasting and hit):  # noqa: B023  (used at once)
                return 0
            hit.append(asked)  # noqa: B023
            return FULL if kind == "full" and what == "write" else IOERR[what]  # noqa: B023

        with below.under(Disk(refuse=refuse)):
            told = jinlin(*station.words(jinlin), code=None)
        state = state_of(jinlin, station)
        errors = [line for line in told.err.splitlines() if line.startswith("错误：")]
        saved = told.code == 0  # the fault met what is put right by itself, or was never reached
        unsure = "不能确定" in told.err or "已彻底删除并保存" in told.err
        kept = "Traceback" not in told.err + told.out and (
            right(state, confirmed=True)
            if saved
            else len(errors) == 1 and told.code in (4, 5) and (state != "after" or unsure)
        ) and right(state, confirmed=False)  # fmt: skip
        proof.check(kept, (station.line, number, kind, lasting, told, state))


def test_two_windows_lose_nothing(jinlin: Jinlin, proving: Proving) -> None:
    proof = proving(5, "increments by eight processes at once")
    writers, each = 8, len(share(300))

    def count_up(_writer: int) -> None:
        for _turn in range(each):
            with writing(call_in(jinlin.folder, command="config set")) as tx:
                value = int(tx.setting("trust") or 0)
                if value:
                    tx.write("UPDATE setting SET value = ? WHERE key = 'trust'", (str(value + 1),))
                else:
                    tx.insert("setting", key="trust", value="1")

    children = [forked(partial(count_up, writer)) for writer in range(writers)]
    ended = [os.waitpid(child, 0)[1] for child in children]
    [(total,)] = jinlin.sql("SELECT CAST(value AS INTEGER) FROM setting WHERE key = 'trust'")
    for number in range(writers * each):
        proof.check(number < total, (ended, total))
    proof.check(ended == [0] * writers and whole(jinlin.db), ended)
