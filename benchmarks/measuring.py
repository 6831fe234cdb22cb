"""What the benchmarks share: a fresh install of the wheel, whole processes, medians, a verdict."""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
COMPUTING = os.environ.get("JINLIN_BENCHMARK") == "cpu"


class Installed(NamedTuple):
    """jinlin as a user has it: the wheel, compiled, in a virtual environment of its own.

    Attributes:
        python: the interpreter.
        jinlin: the command.
        folder: a folder to work in; it goes away afterwards.
    """

    python: Path
    jinlin: Path
    folder: Path

    def seconds(self, words: Sequence[str | Path]) -> float:
        """Run one process to its end and return how long it took.

        With `JINLIN_BENCHMARK=cpu`, how long it was computing: on a machine that others use too.

        Raises:
            SystemExit: it failed.
        """
        now = _computing if COMPUTING else time.perf_counter
        start = now()
        done = subprocess.run(
            [*map(str, words)],
            cwd=self.folder,
            env=self.variables,
            capture_output=True,
            check=False,
        )
        taken = now() - start
        if done.returncode:
            raise SystemExit(f"{words} failed: {done.stderr.decode()}")
        return taken

    @property
    def variables(self) -> Mapping[str, str]:
        """The variables of the processes: nothing of the machine's but the path."""
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        return {**kept, "HOME": str(self.folder), "JINLIN_DB": str(self.folder / "jinlin.db")}


@contextmanager
def installed(extra: str = "") -> Iterator[Installed]:
    """Build the wheel, install it, compile it; all of it in a folder that goes away.

    Args:
        extra: which of its extras is installed with it.
    """
    folder = Path(tempfile.mkdtemp(prefix="jinlin-benchmark-"))
    try:
        venv = folder / "venv"
        _must(sys.executable, "-m", "venv", "--system-site-packages", str(venv))
        python = venv / ("Scripts" if os.name == "nt" else "bin") / "python"
        _must(str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
              f"{ROOT}[{extra}]" if extra else ROOT)  # fmt: skip
        work = folder / "work"
        work.mkdir()
        yield Installed(python, python.with_name("jinlin"), work)
    finally:
        shutil.rmtree(folder)


def _must(*words: str | Path) -> None:
    variables = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    subprocess.run([*map(str, words)], env=variables, check=True)


def medians(
    at: Installed, cases: Mapping[str, Sequence[str | Path]], *, rounds: int
) -> dict[str, float]:
    """Run all cases in turn, round after round, so that what disturbs one disturbs all.

    Returns:
        The median of each in seconds; the first round only warms the disk.
    """
    taken: dict[str, list[float]] = {name: [] for name in cases}
    for number in range(rounds + 1):
        for name, words in cases.items():
            seconds = at.seconds(words)
            if number:
                taken[name].append(seconds)
    return {name: statistics.median(values) for name, values in taken.items()}


def _computing() -> float:
    """Return how long the processes that have ended were computing, in seconds."""
    times = os.times()
    return times.children_user + times.children_system


class Goal(NamedTuple):
    """One goal and what was measured."""

    name: str
    at_most: float
    figure: float
    unit: str

    @property
    def met(self) -> bool:
        """Whether it was reached."""
        return self.figure <= self.at_most


def report(title: str, measured: Mapping[str, float], goals: Sequence[Goal]) -> None:
    """Print the machine, the medians and the goals; leave with 1 when a goal is missed."""
    print(f"{title}: {_machine()}{', seconds of computing' if COMPUTING else ''}")
    for name, seconds in measured.items():
        print(f"  {name:<44}{seconds * 1000:>9.0f} ms")
    for goal in goals:
        verdict = "ok" if goal.met else "NOT OK"
        print(
            f"  {goal.name:<44}{goal.figure:>9.2f} {goal.unit:<3} (goal: {goal.at_most}) {verdict}"
        )
    sys.exit(not all(goal.met for goal in goals))


def _machine() -> str:
    import sqlite3

    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors,"
        f" Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )
