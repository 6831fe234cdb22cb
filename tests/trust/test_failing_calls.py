"""Promise 3 for `db restore`: calls of the system fail below SQLite, and what is said is what is there."""

from __future__ import annotations

import errno
import os
import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from harness import Jinlin, Outcome, seeded
from processes import in_fork, needs_fork, run_jinlin
from trust.conftest import Proving, share
from trust.disk import IOERR, Disk, Shim

pytestmark = needs_fork
SOURCE = Path(__file__).parents[1] / "support" / "trust" / "failing.c"
RESTORE = ("db", "restore", "甲.db", "--yes")
TAIL = 6
"""The calls by which a pour is committed and the file shut are the last so many."""


@seeded
def with_copy(jinlin: Jinlin) -> Jinlin:
    """A backup without a building, and a database with one."""
    jinlin("db", "backup", "甲.db")
    jinlin("building", "add", "1")
    return jinlin


def buildings(jinlin: Jinlin, *words: object) -> int:
    return len(jinlin("building", "list", "--json", *words).data)


def truly_said(jinlin: Jinlin, told: Outcome) -> bool:
    """Return whether what a restore said is what is there; and the old one is there or kept."""
    restored = buildings(jinlin) == 0
    copies = list(jinlin.folder.glob("备份/*-replaced.db"))
    named = [copy for copy in copies if str(copy) in told.err]
    kept = any(buildings(jinlin, "--db", copy) == 1 for copy in copies)
    if told.code == 0 or "holds the backup now" in told.err:
        return restored and kept and bool(named)
    if "may hold the backup" in told.err:
        return kept and bool(named)
    return told.code == 4 and "is as it was before" in told.err and not restored


def refused_at(journal: int, kind: str) -> Callable[[Disk], Callable[[int, str], int]]:
    """Return a disk that fails one operation on the database's own journal, counted from the end."""

    def refuse(disk: Disk) -> Callable[[int, str], int]:
        def at(_number: int, asked: str) -> int:
            own = [op for op in disk.ops if op.path.endswith("/jinlin.db-journal")]
            here = asked == kind and disk.ops[-1].path.endswith("/jinlin.db-journal")
            cut = sum(op.kind == "truncate" for op in own)
            return IOERR[kind] if here and cut == journal else 0

        return at

    return refuse


@pytest.mark.parametrize(("kind", "said"), [
    ("sync", "holds the backup now"),
    ("write", "is as it was before"),
])  # fmt: skip
def test_a_disk_that_fails_once_the_journal_is_cut_is_told_with_what_is_there(
    with_copy: Jinlin, below: Shim, kind: str, said: str
) -> None:
    """Cut is the journal at the end of a commit: after that the new pages stand."""

    def act() -> Outcome:
        disk = Disk()
        disk.refuse = refused_at(kind == "sync", kind)(disk)
        with below.under(disk):
            return with_copy(*RESTORE, code=4, lang="en")

    told = in_fork(act).result
    assert said in told.err
    assert truly_said(with_copy, told)


@pytest.fixture(scope="session")
def failing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What makes calls of the system fail, compiled."""
    compiler, made = shutil.which("cc"), tmp_path_factory.mktemp("failing") / "failing.so"
    if compiler is None or not Path("/proc/self/fd").exists():
        pytest.skip("no C compiler here, or no Linux")
    words = [compiler, "-shared", "-fPIC", "-o", str(made), str(SOURCE), "-ldl"]
    if subprocess.run(words, check=False, capture_output=True).returncode:
        pytest.skip("the C compiler cannot make it")
    return made


def test_what_a_restore_says_of_a_failing_call_is_true(
    with_copy: Jinlin, failing: Path, proving: Proving, dice: random.Random
) -> None:
    proof = proving(
        3, "db restore: a failing system call, also below SQLite: what is said is there"
    )
    here, before = with_copy.folder, with_copy.db.read_bytes()
    told = here.parent / "calls.txt"
    surroundings = {
        "LD_PRELOAD": str(failing), "FAIL_UNDER": str(here), "FAIL_TOLD": str(told),
        "JINLIN_LANG": "en",
    }  # fmt: skip

    def restored(**more: str) -> Outcome:
        shutil.rmtree(here / "备份", ignore_errors=True)
        for left in here.glob("*jinlin.db*"):
            left.unlink()
        with_copy.db.write_bytes(before)
        done = run_jinlin(*RESTORE, folder=here, variables=surroundings | more)
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    assert truly_said(with_copy, restored())
    calls = int(told.read_text())
    for turn in share(200, dear=True):
        at = calls - 1 - turn if turn < TAIL else dice.randrange(calls)
        if turn == 0:
            at = calls - 4  # the sync behind the cut of the journal
        for fault in (errno.EIO, errno.ENOSPC):
            on = {"FAIL_ON": "1"} if dice.random() < 0.3 else {}
            said = restored(FAIL_AT=str(at), FAIL_WITH=str(fault), **on)
            proof.check(truly_said(with_copy, said), (at, os.strerror(fault), on, said))
