"""Promises 1, 3 and 6 for the commands that write whole files: init, demo, backup, restore, handover.

A process of its own types them; what SQLite asks of the disk and what Python asks of the system
below one folder is counted alike, and one step is the last, or fails.
"""

from __future__ import annotations

import errno
import math
import os
import random
import shutil
import signal
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from enum import StrEnum
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any, NamedTuple

import pytest
from harness import Jinlin, Outcome
from processes import in_fork, needs_fork
from trust.conftest import SHARDS, Proving, share
from trust.disk import FULL, IOERR, Disk, Shim
from trust.stations import Station, Stations, arrive, digest_of, whole

import jinlin as jinlin_program
from jinlin.store.backup.kept import LATEST, backups_of, written_digest
from jinlin.store.backup.kept import digest_of as digest_of_bytes

pytestmark = needs_fork
PARTS = len(SHARDS)
STOPPED = 130
PROGRAM = str(Path(jinlin_program.__file__).parent)
CHANGES = frozenset({"os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "os.chmod"})


class How(StrEnum):
    """What happens at a step."""

    KILLED = "killed"
    FULL = "full"
    BROKEN = "broken"
    STOPPED = "stopped by Ctrl-C"
    NO_ROOM = "no room for files so long"


class Steps:
    """Counts the steps of this process below a folder, and does at one what it is told."""

    def __init__(self, folder: Path, at: int, how: How) -> None:
        self.count = 0
        self._stack = ExitStack()
        self._folder, self._at, self._how = str(folder), at, how

    def begin(self, below: Shim) -> None:
        """Watch from now on, until this process ends."""
        if self._how == How.NO_ROOM:
            import resource

            resource.setrlimit(resource.RLIMIT_FSIZE, (self._at, self._at))
            return
        self._stack.enter_context(below.under(Disk(refuse=self._disk)))
        sys.addaudithook(self._system)

    def _meets(self) -> bool:
        self.count += 1
        if self.count - 1 != self._at:
            return False
        if self._how == How.KILLED:
            os.kill(os.getpid(), signal.SIGKILL)
        if self._how == How.STOPPED:
            sys.settrace(stopped)
            return False
        return True

    def _disk(self, _number: int, kind: str) -> int:
        if not self._meets():
            return 0
        return FULL if self._how == How.FULL and kind == "write" else IOERR[kind]

    def _system(self, event: str, words: tuple[Any, ...]) -> None:
        path = words[0] if words else ""
        if not isinstance(path, str | Path) or not str(path).startswith(self._folder):
            return
        writes = event == "open" and words[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if (writes or event in CHANGES) and self._meets():
            raise OSError(errno.ENOSPC if self._how == How.FULL else errno.EIO, "worn out")


def stopped(frame: FrameType, _event: str, _more: object) -> None:
    """Press Ctrl-C: the program hears of it at the next function it calls, after the step.

    Raises:
        KeyboardInterrupt: in the program; what stands below SQLite would swallow it.
    """
    if frame.f_code.co_filename.startswith(PROGRAM):
        sys.settrace(None)
        raise KeyboardInterrupt


class Ended(NamedTuple):
    """What a command left: its outcome, unless it was killed, and how many steps it made."""

    told: Outcome | None
    steps: int


def struck(below: Shim, jinlin: Jinlin, words: list[str], at: int, how: How) -> Ended:
    """Type a command of which one step is the last, or fails."""

    def act() -> tuple[Outcome, int]:
        steps = Steps(jinlin.folder, at, how)
        steps.begin(below)
        return jinlin(*words, code=None), steps.count

    ended = in_fork(act)
    return Ended(*ended.result) if ended.result else Ended(None, at)


class Scene(NamedTuple):
    """A command that writes files of its own.

    Attributes:
        words: what is typed.
        size: no file it writes is larger, in bytes.
        prepare: brings a folder into the state before it.
        wrong: looks at the folder after it and says what is wrong; the other value is its outcome.
    """

    words: list[str]
    size: int
    prepare: Callable[[Jinlin, random.Random], None]
    wrong: Callable[[Jinlin, Outcome | None], Iterator[str]]


def scenes(stations: Stations) -> dict[str, Scene]:
    """Return the five commands; each has a database of many tables before it."""
    one, other = stations.all[len(stations.all) // 2], stations.all[20]
    return {
        "init": Scene(["init", "--name", "桂园"], 400_000, empty, wrong_of_init),
        "demo": Scene(["demo", "例", "--quiet"], 600_000, empty, wrong_of_demo),
        "db backup": Scene(
            ["db", "backup"], 600_000,
            lambda jinlin, dice: with_backups(jinlin, one, dice),
            lambda jinlin, told: wrong_of_backup(jinlin, one, told),
        ),
        "db restore": Scene(
            ["db", "restore", "另.db", "--yes"], 600_000,
            lambda jinlin, _dice: with_another(jinlin, one, other),
            lambda jinlin, told: wrong_of_restore(jinlin, one, other, told),
        ),
        "db handover": Scene(
            ["db", "handover", "移交.docx"], 600_000,
            lambda jinlin, _dice: cleared(jinlin, one),
            lambda jinlin, told: wrong_of_handover(jinlin, one, told),
        ),
    }  # fmt: skip


def empty(jinlin: Jinlin, _dice: random.Random) -> None:
    """Leave a folder with nothing in it."""
    shutil.rmtree(jinlin.folder)
    jinlin.folder.mkdir()


def cleared(jinlin: Jinlin, station: Station) -> None:
    """Leave a folder with one database in it."""
    shutil.rmtree(jinlin.folder)
    jinlin.folder.mkdir()
    arrive(jinlin, station)


@cache
def backup_of(station: Station) -> bytes:
    """Return a backup of the database before a station, typed once."""
    with TemporaryDirectory() as folder:
        jinlin = Jinlin(Path(folder))
        arrive(jinlin, station)
        return Path(jinlin("db", "backup", "--quiet").out.strip()).read_bytes()


def lay(copy: bytes, at: Path) -> None:
    """Lay a backup somewhere, with its digest beside it."""
    at.parent.mkdir(0o700, exist_ok=True)
    at.write_bytes(copy)
    at.with_name(f"{at.name}.sha256").write_text(f"{digest_of_bytes(copy)}  {at.name}\n", "utf-8")


def with_backups(jinlin: Jinlin, station: Station, dice: random.Random) -> None:
    """Lay so many older backups beside the database that some have to go."""
    cleared(jinlin, station)
    for day in range(1, LATEST + dice.randint(2, 8)):
        lay(backup_of(station), jinlin.folder / "备份" / f"jinlin-202610{day:02}-120000.db")


def with_another(jinlin: Jinlin, one: Station, other: Station) -> None:
    """Lay a backup of another state beside the database."""
    cleared(jinlin, one)
    lay(backup_of(other), jinlin.folder / "另.db")


def wrong_of_init(jinlin: Jinlin, told: Outcome | None) -> Iterator[str]:
    """Say what is wrong after init: a database is there whole, or none is and init works again."""
    if jinlin.db.exists():
        if not whole(jinlin.db) or jinlin("building", "list", code=None).code:
            yield "not a whole database"
        if told and not confirmed(told):
            yield "not confirmed, and there"
    elif told and confirmed(told):
        yield "confirmed, and not there"
    elif jinlin("init", "--name", "桂园", code=None).code:
        yield "cannot be typed again"
    if told and told.code and jinlin.folder.joinpath("jinlin.db-journal").exists():
        yield "a journal stays"


def wrong_of_demo(jinlin: Jinlin, told: Outcome | None) -> Iterator[str]:
    """Say what is wrong after demo: what is there is whole; a failure leaves no database.

    A demonstration killed halfway may stay in the way of the next one, which says so.
    """
    database = jinlin.folder / "例" / "jinlin.db"
    if database.exists() and (jinlin("db", "check", "--db", database).code or not whole(database)):
        yield "not a whole database"
    elif told and told.code == 0 and not database.exists():
        yield "confirmed, and not there"
    if told and told.code and database.exists():
        yield "the database of a failed demonstration stays"


def wrong_of_backup(jinlin: Jinlin, station: Station, told: Outcome | None) -> Iterator[str]:
    """Say what is wrong after a backup: every listed one is whole, the newest can be restored."""
    if jinlin.db.read_bytes() != station.place.read_bytes():
        yield "the database changed"
    found = [one.path for one in backups_of(jinlin.db)]
    if len(found) < LATEST:
        yield "too many are gone"
    if any(written_digest(path) != digest_of_bytes(path.read_bytes()) for path in found):
        yield "one of them is not as it was written"
    new = found[0].name.startswith("jinlin-202611")
    if told and told.code != STOPPED and new != (told.code == 0):
        yield f"a new backup is there: {new}"
    yield from not_restored(jinlin, found[0], station)


def wrong_of_restore(
    jinlin: Jinlin, one: Station, other: Station, told: Outcome | None
) -> Iterator[str]:
    """Say what is wrong after a restore: the database is one or the other, and the old one kept."""
    if jinlin("building", "list", code=None).code or not whole(jinlin.db):
        yield "not a whole database"
        return
    state = digest_of(jinlin.db)
    if told and "里可能是备份的内容" in told.err:
        told = None  # nobody could tell
    if told and confirmed(told) and state != other.before:
        yield "confirmed, and the old one is there"
    if told and not confirmed(told) and state != one.before:
        yield "failed, and the old one is not there"
    if state not in (one.before, other.before):
        yield "neither"
    if state == other.before:
        kept = list(jinlin.folder.glob("备份/*replaced*.db"))
        if not any(digest_of(path) == one.before for path in kept):
            yield "the replaced one is not kept"


def wrong_of_handover(jinlin: Jinlin, station: Station, told: Outcome | None) -> Iterator[str]:
    """Say what is wrong after a handover: list and backup are whole or not there."""
    if digest_of(jinlin.db) != station.before:
        yield "the database changed"
    paper, copy = jinlin.folder / "移交.docx", jinlin.folder / "移交.db"
    if told and told.code == 0 and not (paper.exists() and copy.exists()):
        yield "confirmed, and not there"
    if paper.exists() and not (zipfile.is_zipfile(paper) and copy.exists()):
        yield "the list is there, and not whole or without its backup"
    if copy.exists():
        yield from not_restored(jinlin, copy, station)


def not_restored(jinlin: Jinlin, copy: Path, station: Station) -> Iterator[str]:
    """Say what is wrong when a backup is restored."""
    jinlin.db.unlink()
    told = jinlin("db", "restore", copy, "--yes", code=None)
    if told.code or digest_of(jinlin.db) != station.before:
        yield f"{copy.name} cannot be restored: {told}"


def confirmed(told: Outcome) -> bool:
    """Return whether a command said that it was carried out, be it stopped afterwards."""
    late = "里现在已经是备份的内容" in told.err
    return told.code == 0 or late or told.err.startswith("命令存好之后才停止")


def badly_said(told: Outcome | None) -> str:
    """Return what is wrong with how a failure was told; nothing where there was none."""
    if told is None or told.code == 0:
        return ""
    if told.code == STOPPED:
        return "" if told.err.count("\n") == 1 else str(told)
    errors = [line for line in told.err.splitlines() if line.startswith("错误：")]
    good = told.code in (4, 5) and len(errors) == 1 and "Traceback" not in told.err
    return "" if good else str(told)


COUNTS = {"init": 100, "demo": 100, "db backup": 100, "db restore": 100, "db handover": 100}
"""Rounds of five trials each."""
STEPS_OF_DEMO = 2100


@pytest.mark.parametrize("shard", SHARDS)
@pytest.mark.parametrize("name", COUNTS)
def test_a_file_is_whole_or_not_there(
    stations: Stations,
    proving: Proving,
    dice: random.Random,
    tmp_path: Path,
    below: Shim,
    name: str,
    shard: int,
) -> None:
    """Of the many steps of demo the early ones are tried more often: they cost less."""
    kills = proving(1, f"{name}: SIGKILL at a step of its files")
    stops = proving(1, f"{name}: Ctrl-C at a step of its files")
    faults = proving(3, f"{name}: a failing step of its files")
    jinlin = stations.stand(tmp_path / "at")
    scene = scenes(stations)[name]
    steps = STEPS_OF_DEMO if name == "demo" else 0
    if not steps:
        scene.prepare(jinlin, dice)
        steps = struck(below, jinlin, scene.words, -1, How.KILLED).steps
    for _trial in share(COUNTS[name], parts=PARTS):
        for how in How:
            scene.prepare(jinlin, dice)
            last = scene.size if how == How.NO_ROOM else steps
            even = dice.randrange(last)
            at = round(math.exp(dice.uniform(0, math.log(last)))) if name == "demo" else even
            told = struck(below, jinlin, scene.words, at, how).told
            wrong = [*scene.wrong(jinlin, told), badly_said(told)]
            proof = {How.KILLED: kills, How.STOPPED: stops}.get(how, faults)
            proof.check(not any(wrong), (name, how, at, told, wrong))


def test_a_file_written_at_its_place_is_found_half(
    stations: Stations,
    proving: Proving,
    tmp_path: Path,
    below: Shim,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    control = proving(6, "written at its place instead of beside it", control=True)
    from jinlin.store.backup import backup, kept

    jinlin = stations.stand(tmp_path / "at")
    scene = scenes(stations)["db backup"]
    dice = random.Random(1)

    def at_once(draft: Path, content: bytes, *, named: Path) -> None:
        """Write the backup at its place, beside the digest that it will have once it is whole."""
        named.parent.mkdir(exist_ok=True)
        digest = named.with_name(f"{named.name}.sha256")
        digest.write_text(f"{digest_of_bytes(content)}  {named.name}\n")
        for start in range(0, len(content), 10_000):
            with named.open("ab") as file:
                file.write(content[start : start + 10_000])
        named.unlink()
        digest.unlink()
        written(draft, content, named=named)

    written = kept.write_private
    monkeypatch.setattr(backup, "write_private", at_once)
    scene.prepare(jinlin, dice)
    ended = struck(below, jinlin, scene.words, -1, How.KILLED)
    assert not [*scene.wrong(jinlin, ended.told)], "a whole one is not taken for half of one"
    for at in (5, 10, 20):
        scene.prepare(jinlin, dice)
        told = struck(below, jinlin, scene.words, at, How.KILLED).told
        control.check(not [*scene.wrong(jinlin, told)])
