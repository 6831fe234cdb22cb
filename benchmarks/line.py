"""What the forgiving line costs `issue add` in a process of its own.

    python benchmarks/line.py [ROUNDS]

Goals: the line as it is declared takes at most 3 % more than with the free reading switched out,
and one whose words are told by their shapes at most 15 % more than that. Compared is the time of
the processor, pair by pair, so that what else the machine does counts little; the free reading is
switched out from outside, by the way the process is started here.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from measuring import Goal, Installed, installed, report

START: Final = """
import sys
from jinlin.cli.main import main
from jinlin.cli.nouns import Root
from jinlin.output.command.grammar import Command
if sys.argv.pop(1) == "strict":
    Root.read_freely = lambda self, ctx, opts, rest, call: rest
    Command._as_named_here = lambda self, args: list(args)
main()
"""
DECLARED: Final = ("issue", "add", "路灯不亮", "--category", "公共照明")
LINES: Final[Mapping[str, Sequence[str]]] = {
    "as declared, free reading out": ("strict", *DECLARED),
    "as declared": ("free", *DECLARED),
    "in another order": ("free", "issue", "add", "公共照明", "路灯不亮"),
}


def seconds_of_processor(at: Installed, words: Sequence[str | Path]) -> float:
    """Run one process to its end; return how long it had the processor.

    Raises:
        SystemExit: it failed.
    """
    process = subprocess.Popen(
        [*map(str, words)], cwd=at.folder, env=at.variables,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{words} failed")
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Measure, print, and leave with 1 when a goal is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 41
    took: dict[str, list[float]] = {name: [] for name in LINES}
    with installed() as at:
        at.seconds([at.jinlin, "init", "--name", "梅苑小区"])
        start = at.folder / "start.py"
        start.write_text(START, encoding="utf-8")
        for round_ in range(rounds + 1):
            for name, words in LINES.items():
                seconds = seconds_of_processor(at, [at.python, start, *words])
                if round_:
                    took[name].append(seconds)
    strict, declared, free = took.values()
    goals = [
        Goal(name, at_most, 100 * (_middle(some, others) - 1), "%")
        for name, at_most, some, others in (
            ("as declared / free reading out", 3, declared, strict),
            ("in another order / as declared", 15, free, declared),
        )
    ]
    report("line", {name: statistics.median(each) for name, each in took.items()}, goals)


def _middle(some: Sequence[float], others: Sequence[float]) -> float:
    return statistics.median(one / other for one, other in zip(some, others, strict=True))


if __name__ == "__main__":
    main()
