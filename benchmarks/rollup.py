"""What it costs to take in a month of a province of 10 206 branches, and to see who reported.

    python benchmarks/rollup.py [TIMES]

TIMES is how many times as many branches; 1 and 4 are measured where nothing is said. Processor
seconds, since other work on the machine makes wall time longer. The floor is a script that opens
each file, unpacks its three members, verifies one signature, and keeps nothing.

Goals: `rollup add` at most 3 times the floor, 10 s and 300 MB for one province; the same files
again at most a fifth of that; four provinces at most 4.4 times one; `rollup status` at most 0.2 s
over importing DuckDB; 200 bytes of lake and 150 of ledger for a branch and month, beside the tree
and the keys, which the ledger keeps once.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import NamedTuple

from measuring import Goal, Installed, installed, report

from jinlin.core.days.stretch import Length, stretch_with
from jinlin.rollup.example.province import handed_up
from jinlin.rollup.example.tree import ProvinceShape, units

FLOOR = """
import sys, zipfile
from pathlib import Path
from nacl.signing import SigningKey
from jinlin.rollup.rules.minisign import public_key, verify
import json
for path in Path(sys.argv[1]).iterdir():
    with zipfile.ZipFile(path) as archive:
        descriptor, cells, signature = (archive.read(name) for name in archive.namelist())
    verify(descriptor, signature, public_key(json.loads(descriptor)["jinlin"]["key"]))
"""
MONTH = stretch_with(date(2026, 10, 1), Length.MONTH)


class Cost(NamedTuple):
    """What a process took: processor seconds, and the most memory in MB."""

    seconds: float
    memory: float


def cost(at: Installed, words: Sequence[str | Path]) -> Cost:
    """Run one process to its end.

    Raises:
        SystemExit: it failed.
    """
    with subprocess.Popen(
        [*map(str, words)], cwd=at.folder, env=at.variables, stdout=subprocess.DEVNULL
    ) as process:
        _pid, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{words} failed")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def hand_up(folder: Path, shape: ProvinceShape) -> int:
    """Write the tree and what every branch hands up; return how many files that is."""
    stick = folder / "stick"
    stick.mkdir(parents=True)
    files = list(handed_up(shape, (MONTH,)))
    for one in files:
        (stick / one.file).write_bytes(one.content)
    rows = [",".join(unit) for unit in units(shape)]
    (folder / "tree.csv").write_text(
        "\n".join(["code,parent,level,name,since,until,contact,phone", *rows])
    )
    return len(files)


def size(folder: Path) -> int:
    """Return how many bytes a folder or file has."""
    return sum(path.stat().st_size for path in (folder, *folder.rglob("*")) if path.is_file())


def bundles_size(ledger: Path) -> int:
    """Return how many bytes of a ledger are what it knows of bundles."""
    with closing(sqlite3.connect(ledger)) as connection:
        found = connection.execute("SELECT sum(pgsize) FROM dbstat WHERE name = 'bundle'")
        return int(found.fetchone()[0])


def province(at: Installed, times: int) -> tuple[dict[str, Cost], list[Goal]]:
    """Measure one size."""
    room = at.folder / f"{times}x"
    count = hand_up(room, ProvinceShape(9, 9, 9, 2 * times, 7))
    office = room / "office"
    at.seconds([at.jinlin, "rollup", "init", "--organisation", "990000000000", "--name", "示例省",
                "--folder", office])  # fmt: skip
    at.seconds([at.jinlin, "rollup", "org", room / "tree.csv", "--folder", office])
    add: list[str | Path] = [at.jinlin, "rollup", "add", room / "stick", "--folder", office]
    costs = {
        "read, unpack, one signature": cost(at, [at.python, "-c", FLOOR, room / "stick"]),
        "rollup add": cost(at, add),
        "rollup add, the same again": cost(at, add),
        "import duckdb": cost(at, [at.python, "-c", "import duckdb"]),
        "rollup status": cost(at, [at.jinlin, "rollup", "status", str(MONTH), "--folder", office]),
    }
    floor, first, again, loaded, status = costs.values()
    goals = [
        Goal("add over reading, unpacking, one signature", 3, first.seconds / floor.seconds, "x"),
        Goal("the same again over the first time", 0.2, again.seconds / first.seconds, "x"),
        Goal("status over importing DuckDB", 0.2, status.seconds - loaded.seconds, "s"),
        Goal("lake for a branch and month", 200, size(office / "lake") / count, "B"),
        Goal("ledger for a bundle", 150, bundles_size(office / "rollup.db") / count, "B"),
    ]
    if times == 1:
        goals.append(Goal("add of one province", 10, first.seconds, "s"))
        goals.append(Goal("memory of adding one province", 300, first.memory, "MB"))
    return {f"{times}x {name}": one for name, one in costs.items()}, goals


def main() -> None:
    """Measure."""
    sizes = [int(word) for word in sys.argv[1:]] or [1, 4]
    with installed(extra="rollup") as at:
        measured: dict[str, Cost] = {}
        goals: list[Goal] = []
        for times in sizes:
            costs, those = province(at, times)
            measured |= costs
            goals += [goal._replace(name=f"{times}x {goal.name}") for goal in those]
        for name, one in measured.items():
            print(f"  {name:<44}{one.memory:>9.0f} MB")
        if sizes == [1, 4]:
            ratio = measured["4x rollup add"].seconds / measured["1x rollup add"].seconds
            goals.append(Goal("four provinces over one", 4.4, ratio, "x"))
        report("Roll-up", {name: one.seconds for name, one in measured.items()}, goals)


if __name__ == "__main__":
    main()
