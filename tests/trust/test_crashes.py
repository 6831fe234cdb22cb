"""Promises 1 to 5: killed programs, power cuts, bad disks, repeated commands, two windows."""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from harness import Jinlin, Stream
from processes import forked, killed_after, needs_fork
from trust.conftest import SHARDS, SHARE, Proof, Proving, share
from trust.disk import FULL, IOERR, Disk, Op, Shim, after_power_cut
from trust.stations import Station, Stations, arrive, digest_by, forget_output, whole, whole_by

from jinlin.cli.main import run
from jinlin.core.call import Environment
from jinlin.output.delivery import saving
from jinlin.store.command import command as store_command
from jinlin.store.file import connection as store_file
from jinlin.store.file import header, journals, sqlite_errors

pytestmark = needs_fork
PARTS = len(SHARDS)


def state_of(jinlin: Jinlin, station: Station, after: bytes | None = None) -> str:
    """Return in which state the next command finds a database, or what is wrong with it.

    Args:
        jinlin: where it is.
        station: what was typed there.
        after: the file as the command leaves it; one that is the same to the byte needs no looking.
    """
    try:
        header.check_header(jinlin.db)
        store_file.recover(jinlin.db)
        found = jinlin.db.read_bytes()
        if found == station.place.read_bytes():
            return "before" if station.after != station.before else "same"
        rows = station.after
        if found != after:
            with contextlib.closing(sqlite3.connect(jinlin.db)) as connection:
                if not whole_by(connection):
                    return "corrupt"
                rows = digest_by(connection)
    except Exception as error:  # noqa: BLE001  (whatever it is, the trial failed)
        return f"corrupt: {error}"
    if rows == station.after:
        return "after" if station.after != station.before else "same"
    return "before" if rows == station.before else "half"


def right(state: str, *, confirmed: bool) -> bool:
    return state in (("after", "same") if confirmed else ("before", "after", "same"))


class Phase(StrEnum):
    """Where a killed command was: as its files and its output show before anything is put right."""

    BEFORE = "before anything is in the file"
    HOT = "with a hot journal"
    SAVED = "saved and not confirmed yet"
    TOLD = "saved and confirmed"


class Mouth(io.FileIO):
    """A pipe to whoever reads standard output; `then` is called once something has gone through."""

    def __init__(self, pipe: int, then: Callable[[], None]) -> None:
        super().__init__(pipe, "wb")
        self.then = then

    def write(self, data: object) -> int:
        """Let it through, then do what was to be done."""
        written = super().write(data)  # type: ignore[arg-type]
        self.then()
        return written


class End(NamedTuple):
    """What is known of a command in another process: its exit code, if it had one, and its words."""

    code: int | None
    said: bytes


def nothing() -> None:
    """Be no trouble."""


def die() -> None:
    """Let the kernel end this process, without a word."""
    os.kill(os.getpid(), signal.SIGKILL)


def enter(jinlin: Jinlin, words: list[str], stdout: io.TextIOWrapper) -> int:
    """Type a command whose output goes where it is told."""
    environment = Environment(
        stdin=io.StringIO(),
        stdout=stdout,
        stderr=Stream(),
        variables={
            "JINLIN_DB": str(jinlin.db),
            "JINLIN_CONFIG": str(jinlin.folder / "settings.toml"),
            "COLUMNS": "80",
        },
        folder=jinlin.folder,
        now=lambda: jinlin.now,
    )
    with contextlib.redirect_stdout(stdout):
        return run(words, environment)


def in_a_process(
    jinlin: Jinlin,
    words: list[str],
    *,
    first: Callable[[], object] = nothing,
    then: Callable[[], None] = nothing,
) -> End:
    """Type a command in a process of its own, with a pipe at its standard output.

    Args:
        jinlin: where.
        words: what is typed.
        first: what the process does before it.
        then: what it does whenever something has reached the pipe.
    """
    reader, writer = os.pipe()

    def act() -> None:
        first()
        with io.TextIOWrapper(Mouth(writer, then), "utf-8", write_through=True) as stdout:
            code = enter(jinlin, words, stdout)
            os._exit(code)

    child = forked(act)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read()
    status = os.waitpid(child, 0)[1]
    return End(os.WEXITSTATUS(status) if os.WIFEXITED(status) else None, said)


def killed_sometime(jinlin: Jinlin, station: Station, dice: random.Random, *words: str) -> bool:
    """Kill a command at a moment of chance, half of them near its end; return whether it confirmed.

    How long it takes now is found out just before.
    """
    typed = [*station.words(jinlin), *words]
    arrive(jinlin, station)
    began = time.perf_counter()
    assert in_a_process(jinlin, typed).code == 0, station.line
    took = time.perf_counter() - began
    arrive(jinlin, station)
    moment = dice.uniform(dice.choice((0.01, 0.7)), 1.1) * took
    end = in_a_process(jinlin, typed, first=partial(killed_after, moment))
    return end.code == 0 or end.said != b""


class Hasty(io.TextIOWrapper):
    """In place of what holds back what is printed: the printer itself."""

    def __init__(self, stream: Any) -> None:
        super().__init__(stream.buffer, "utf-8", write_through=True)

    def let_go(self) -> None:
        """Let the stream live on."""
        self.detach()


class Course(NamedTuple):
    """What a command does when it is left alone.

    Attributes:
        asked: the numbers of what it asks of the disk, by the phase it is in just before.
        early: how many bytes it has said before its last page is in the file.
    """

    asked: dict[Phase, list[int]]
    early: int


def course_of(below: Shim, jinlin: Jinlin, station: Station) -> Course:
    """Find out what a command does."""
    arrive(jinlin, station)
    stdout, said = Stream(), {}

    def note(number: int, _kind: str) -> int:
        said[number] = len(stdout.written())
        return 0

    with below.under(Disk(refuse=note)) as disk:
        assert enter(jinlin, station.words(jinlin), stdout) == 0, station.line
    pages = [n for n in said if disk.ops[n].path == str(jinlin.db) and disk.ops[n].kind == "write"]
    asked = {
        Phase.BEFORE: [n for n in said if n <= pages[0]],
        Phase.HOT: [n for n in said if pages[0] < n <= pages[-1]],
        Phase.SAVED: [n for n in said if n > pages[-1]],
        Phase.TOLD: [],
    }
    return Course(asked, said[pages[-1]])


def killed_in(
    below: Shim,
    jinlin: Jinlin,
    station: Station,
    course: Course,
    aim: Phase,
    dice: random.Random,
    *words: str,
) -> bool:
    """Kill a command in a phase; return whether its confirmation had reached the pipe."""
    at = dice.choice(course.asked[aim]) if course.asked[aim] else -1
    last = max(course.asked[Phase.SAVED])
    disk = Disk(refuse=lambda number, _kind: die() or 0 if number == at else 0)  # type: ignore[func-returns-value]

    def once_saved() -> None:
        if aim == Phase.TOLD and len(disk.ops) > last:
            die()

    arrive(jinlin, station)
    stack = contextlib.ExitStack()
    end = in_a_process(
        jinlin,
        [*station.words(jinlin), *words],
        first=lambda: stack.enter_context(below.under(disk)),
        then=once_saved,
    )
    return end.code == 0 or end.said != b""


def phase_of(jinlin: Jinlin, station: Station, *, confirmed: bool) -> Phase | None:
    """Return where a command was killed; None where only the state can tell whether it is saved."""
    if confirmed:
        return Phase.TOLD
    if jinlin.db.read_bytes() == station.place.read_bytes():
        return Phase.BEFORE
    return Phase.HOT if journals.half_done(jinlin.db) else None


def changing(stations: Stations, dice: random.Random) -> Iterator[Station]:
    """Return by chance stations on whose sides the rows differ: elsewhere nothing could be lost."""
    for one in dice.sample(stations.all, len(stations.all)):
        if one.before != one.after:
            yield one


@pytest.mark.parametrize("shard", SHARDS)
def test_a_killed_command_is_done_or_not(
    stations: Stations, proving: Proving, dice: random.Random, tmp_path: Path, shard: int
) -> None:
    proofs: dict[Phase, Proof] = {}
    jinlin = stations.stand(tmp_path / "at")
    for _trial in share(1000, parts=PARTS):
        station = next(changing(stations, dice))
        confirmed = killed_sometime(jinlin, station, dice)
        phase = phase_of(jinlin, station, confirmed=confirmed)
        state = state_of(jinlin, station)
        if phase is None or (phase == Phase.HOT and state == "after"):
            phase = Phase.SAVED
        if phase not in proofs:
            proofs[phase] = proving(1, f"SIGKILL at a random moment, {phase}")
        proofs[phase].check(right(state, confirmed=confirmed), (station.line, confirmed, state))
    if SHARE >= 1:
        assert proofs.keys() == {*Phase}


@pytest.mark.parametrize("shard", SHARDS)
def test_a_command_killed_at_an_operation_of_the_disk_is_done_or_not(
    stations: Stations,
    proving: Proving,
    dice: random.Random,
    tmp_path: Path,
    below: Shim,
    shard: int,
) -> None:
    proofs = {phase: proving(1, f"SIGKILL at an operation of the disk, {phase}") for phase in Phase}
    silent = proving(1, "a command that prints nothing before it is saved")
    jinlin = stations.stand(tmp_path / "at")
    least, made = len(share(200, parts=PARTS)), 0
    while made < least or not all(proof.tried for proof in proofs.values()):
        made += 1
        assert made <= 20 * least, "a phase is never met"
        station = next(changing(stations, dice))
        course = course_of(below, jinlin, station)
        silent.check(not course.early, station.line)
        for aim in (*Phase, Phase.HOT):
            confirmed = killed_in(below, jinlin, station, course, aim, dice)
            phase = phase_of(jinlin, station, confirmed=confirmed)
            state = state_of(jinlin, station)
            if phase is None or (phase == Phase.HOT and state == "after"):
                phase = Phase.SAVED
            kept = right(state, confirmed=confirmed or phase == Phase.SAVED)
            proofs[phase].check(kept, (station.line, aim, confirmed, state))


@pytest.mark.parametrize("shard", SHARDS)
def test_what_saves_badly_is_found_out(
    stations: Stations,
    proving: Proving,
    dice: random.Random,
    tmp_path: Path,
    below: Shim,
    monkeypatch: pytest.MonkeyPatch,
    shard: int,
) -> None:
    bare = proving(1, "SIGKILL while it writes without a journal", control=True)
    empty = proving(1, "confirmed, and never committed", control=True)
    hasty = proving(1, "printed before it is saved", control=True)
    jinlin = stations.stand(tmp_path / "at")
    for _trial in share(100, parts=PARTS):
        station = next(changing(stations, dice))
        with monkeypatch.context() as patch:
            patch.setattr(store_file, "_connect", careless("OFF"))
            course = course_of(below, jinlin, station)
            for _again in "123":
                confirmed = killed_in(below, jinlin, station, course, Phase.HOT, dice)
                bare.check(right(state_of(jinlin, station), confirmed=confirmed))
        course = course_of(below, jinlin, station)
        with monkeypatch.context() as patch:
            patch.setattr(store_command, "_commit", lambda *_words: None)
            confirmed = killed_in(below, jinlin, station, course, Phase.TOLD, dice)
            empty.check(right(state_of(jinlin, station), confirmed=confirmed))
    monkeypatch.setattr(saving, "_Waiting", Hasty)
    [filing] = [one for one in stations.all if one.line.endswith("--final")]
    hasty.check(not course_of(below, jinlin, filing).early)


@pytest.mark.parametrize("shard", SHARDS)
def test_a_repeated_operation_is_done_once(
    stations: Stations,
    proving: Proving,
    dice: random.Random,
    tmp_path: Path,
    below: Shim,
    shard: int,
) -> None:
    proof = proving(4, "killed, then typed again with the same --operation")
    control = proving(4, "typed again without --operation", control=True)
    jinlin = stations.stand(tmp_path / "at")
    money = [
        one for one in stations.all if one.line.startswith(("branch fund income", "issue add"))
    ]
    for trial in share(1000, parts=PARTS, dear=True):
        station = next(changing(stations, dice))
        words = "--operation", f"op{trial}"
        if trial % 5:
            course = course_of(below, jinlin, station)
            killed_in(below, jinlin, station, course, [*Phase][trial % 4], dice, *words)
        else:
            killed_sometime(jinlin, station, dice, *words)
        forget_output(jinlin, station)
        again = jinlin(*station.words(jinlin), *words, code=None)
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
    with contextlib.closing(sqlite3.connect(jinlin.db)) as connection:
        assert whole_by(connection)
        assert digest_by(connection) == station.after, station.line
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


def careless(journal: str) -> Callable[..., store_file.Connection]:
    """Return what opens a database with another journal."""
    connect = store_file._connect

    def opened(path: Path, *, mode: str, settings: str) -> store_file.Connection:
        return connect(path, mode=mode, settings=settings.replace("= TRUNCATE", f"= {journal}"))

    return opened


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
    jinlin = stations.stand(tmp_path / "at")
    for _trial in range(max(4, len(share(100)))):
        station = dice.choice(stations.all)
        with monkeypatch.context() as patch:
            patch.setattr(store_file, "_connect", careless(mode))
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


ALL_OF = 120
"""So many operations of a command are all tried; of more, the first, the last, and some between."""


class Fault(NamedTuple):
    """An operation of a command that fails, full or broken, once or from then on."""

    number: int
    full: bool
    lasting: bool


def faults_of(below: Shim, jinlin: Jinlin, station: Station, dice: random.Random) -> list[Fault]:
    """Return the faults to try of a command; only a write can find the disk full."""
    with below.under(Disk()) as disk:
        arrive(jinlin, station)
        jinlin(*station.words(jinlin), code=None)
    numbers = [number for number, op in enumerate(disk.ops) if op.kind != "create"]
    if len(numbers) > ALL_OF:
        some = ALL_OF // 3
        between = numbers[some:-some]
        numbers = [*numbers[:some], *between[:: len(between) // some + 1], *numbers[-some:]]
    return [
        Fault(number, full, dice.random() < 0.5)
        for number in numbers
        for full in ((True, False) if disk.ops[number].kind == "write" else (False,))
    ]


def one_sentence(
    below: Shim, jinlin: Jinlin, station: Station, fault: Fault
) -> tuple[bool, object]:
    """Type a command on a bad disk; return whether it said so and kept the old data, and what."""
    arrive(jinlin, station)
    hit: list[int] = []

    def refuse(asked: int, what: str) -> int:
        if asked != fault.number and not (fault.lasting and hit):
            return 0
        hit.append(asked)
        return FULL if fault.full and what == "write" else IOERR[what]

    with below.under(Disk(refuse=refuse)):
        told = jinlin(*station.words(jinlin), code=None)
    state = state_of(jinlin, station)
    errors = [line for line in told.err.splitlines() if line.startswith("错误：")]
    saved = told.code == 0  # the fault met what is put right by itself
    unsure = "不能确定" in told.err or "已彻底删除并保存" in told.err
    kept = "Traceback" not in told.err + told.out and (
        right(state, confirmed=True)
        if saved
        else len(errors) == 1 and told.code in (4, 5) and (state != "after" or unsure)
    ) and right(state, confirmed=False)  # fmt: skip
    return kept, (station.line, fault, told, state)


@pytest.mark.parametrize("shard", SHARDS)
def test_a_bad_disk_gives_one_sentence_and_the_old_data(
    stations: Stations,
    proving: Proving,
    dice: random.Random,
    tmp_path: Path,
    below: Shim,
    shard: int,
) -> None:
    """Each write finds the disk full and broken, each truncate, sync and delete broken.

    Chance says whether once or from then on. Of a command that asks much of the disk, see `ALL_OF`;
    below the full count, the same of some commands.
    """
    proof = proving(3, "a failing write, truncate, sync or delete in a real command")
    jinlin = stations.stand(tmp_path / "at")
    mine = stations.all[shard::PARTS]
    if SHARE < 1:
        mine = dice.sample(mine, max(1, round(len(mine) * min(1, SHARE * 3))))
    for station in mine:
        faults = faults_of(below, jinlin, station, dice)
        for fault in dice.sample(faults, round(len(faults) * min(1, max(SHARE * 5, 0.1)))):
            proof.check(*one_sentence(below, jinlin, station, fault))


def test_without_words_for_it_a_bad_disk_is_an_inner_fault(
    stations: Stations,
    proving: Proving,
    dice: random.Random,
    tmp_path: Path,
    below: Shim,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    control = proving(3, "the same with SQLite's errors as they are", control=True)
    jinlin = stations.stand(tmp_path / "at")
    monkeypatch.setattr(sqlite_errors, "explanation", lambda _path, error: error)
    for station in islice(changing(stations, dice), 3):
        faults = faults_of(below, jinlin, station, dice)
        control.check(*one_sentence(below, jinlin, station, faults[0]))


WRITERS = 8
LONGEST = 30
"""So many seconds may a command wait for the seven other windows."""


def test_two_windows_lose_nothing(jinlin: Jinlin, proving: Proving) -> None:
    """Eight windows note things on one issue, and by twos edit different fields of one record."""
    proof = proving(5, "commands typed in eight windows at once: done, within 30 s")
    notes = proving(5, "notes on one issue are all there")
    edits = proving(5, "edits of one record's fields change nothing else, and stand")
    jinlin("issue", "add", "漏水", "--category", "设施")
    for number in range(WRITERS // 2):
        jinlin("member", "add", f"乙{number}", "--phone", "13805910000", "--employer", "某厂")
    turns, before = share(300), jinlin.sql("SELECT count(*) FROM entry")[0][0]

    def window(writer: int) -> None:
        for turn in turns:
            field = (
                ("--phone", f"1380591{turn + 1:04}", "--skill", f"会{turn}")
                if writer % 2
                else ("--employer", f"厂{turn}")
            )
            for words in (
                ["issue", "note", "1", f"{writer}看过{turn}"],
                ["member", "edit", f"乙{writer // 2}", *field],
            ):
                began = time.perf_counter()
                assert jinlin(*words, "--quiet").code == 0
                assert time.perf_counter() - began < LONGEST

    children = [forked(partial(window, writer)) for writer in range(WRITERS)]
    ended = [os.waitpid(child, 0)[1] for child in children]
    typed = 2 * WRITERS * len(turns)
    done = jinlin.sql("SELECT count(*) FROM entry")[0][0] - before
    for number in range(typed):
        proof.check(number < done and ended == [0] * WRITERS, (ended, done))
    proof.check(done == typed and whole(jinlin.db), (done, typed))
    said = {text for (text,) in jinlin.sql("SELECT after FROM row_change WHERE after IS NOT NULL")}
    for writer in range(WRITERS):
        for turn in turns:
            notes.check(any(f'{writer}看过{turn}"' in text for text in said), (writer, turn))
    changes = jinlin.sql(
        "SELECT before, after FROM row_change JOIN entry ON seq = entry"
        " WHERE command = 'member edit' AND table_name = 'member'"
    )
    edits.check(len(changes) == WRITERS * len(turns), len(changes))
    for one, other in changes:
        was, now = json.loads(one), json.loads(other)
        changed = {key for key in now if now[key] != was[key]}
        edits.check(changed in ({"skills"}, {"employer"}), changed)
    last = jinlin.sql(
        "SELECT phone, skills, employer FROM person JOIN member ON person_id = person.id"
    )
    turn = len(turns) - 1
    stand = (f"1380591{turn + 1:04}", f"会{turn}", f"厂{turn}")
    edits.check(last.count(stand) == WRITERS // 2, last)


def test_windows_that_look_beside_windows_that_write_find_nothing_wrong(
    jinlin: Jinlin, proving: Proving
) -> None:
    """Five windows write, one of them imports; two check the database, and one backs it up."""
    proof = proving(5, "db check, db backup and an import beside five windows that write")
    jinlin("issue", "add", "漏水", "--category", "设施")
    turns = share(300, dear=True)

    def words(writer: int, turn: int) -> tuple[object, ...]:
        match writer:
            case 0 | 1:
                return ("db", "check")
            case 2:
                return ("db", "backup", f"副本{turn}.db")
            case 3:
                first, last = (1, 60) if turn == 0 else (58 + 3 * turn, 60 + 3 * turn)
                rows = "".join(f"{number},6\n" for number in range(first, last + 1))
                sheet = jinlin.folder / f"楼栋{turn}.csv"
                sheet.write_text(f"楼栋,层数\n{rows}", "utf-8")
                return ("building", "import", sheet.name, "--source", "社区", "--basis", "同意")
            case _:
                return ("issue", "note", "1", f"{writer}看过{turn}")

    def window(writer: int) -> None:
        for turn in turns:
            assert jinlin(*words(writer, turn), "--quiet", "--yes").code == 0

    children = [forked(partial(window, writer)) for writer in range(WRITERS)]
    for writer, child in enumerate(children):
        ended = os.waitpid(child, 0)[1]
        for _turn in turns:
            proof.check(ended == 0, words(writer, 0)[:2])
    written = jinlin.sql("SELECT count(*) FROM entry WHERE command = 'issue note'")
    proof.check(written == [(4 * len(turns),)] and whole(jinlin.db), written)
    assert jinlin("db", "check").code == 0


def test_without_one_transaction_two_windows_lose(tmp_path: Path, proving: Proving) -> None:
    control = proving(5, "increments read and written without one transaction", control=True)
    path = tmp_path / "count.db"
    signal_to_begin, begin = os.pipe()

    def count_up(_writer: int) -> None:
        os.close(begin)
        os.read(signal_to_begin, 1)  # until nobody can give it any more: all begin at once
        with contextlib.closing(sqlite3.connect(path, timeout=30, isolation_level=None)) as file:
            for _turn in range(5):
                [(value,)] = file.execute("SELECT value FROM number").fetchall()
                time.sleep(0.001)
                file.execute("UPDATE number SET value = ?", (value + 1,))

    with contextlib.closing(sqlite3.connect(path)) as file:
        file.executescript("CREATE TABLE number (value); INSERT INTO number VALUES (0)")
    children = [forked(partial(count_up, writer)) for writer in range(WRITERS)]
    os.close(begin)
    for child in children:
        os.waitpid(child, 0)
    os.close(signal_to_begin)
    with contextlib.closing(sqlite3.connect(path)) as file:
        [(value,)] = file.execute("SELECT value FROM number").fetchall()
    for number in range(5 * WRITERS):
        control.check(number < value)
