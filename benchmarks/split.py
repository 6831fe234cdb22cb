"""What `elevator split` costs on a csv of up to 100 000 households.

    python benchmarks/split.py [ROUNDS]

Goals: 100 000 households within 3 s, and growth no faster than n log n from 25 000 on (with a
fifth to spare for the noise of a shared machine).
"""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from measuring import Goal, installed, medians, report

SIZES = (25_000, 50_000, 100_000)
FLOORS = 30
SPARE = 1.2


def write_households(path: Path, count: int) -> None:
    """Write a csv of so many households on thirty floors."""
    lines = ["房号,楼层,面积"]
    lines += [
        f"{n % FLOORS + 1}{n // FLOORS + 1:05d},{n % FLOORS + 1},{60 + n % 90}.{n % 100:02d}"
        for n in range(count)
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Measure, print, and leave with 1 when a goal is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with installed() as at:
        cases: dict[str, Sequence[str | Path]] = {"jinlin --help": [at.jinlin, "--help"]}
        for count in SIZES:
            write_households(at.folder / f"{count}.csv", count)
            cases[f"{count} households"] = [
                at.jinlin, "elevator", "split", "--households", f"{count}.csv",
                "--total", "10亿",
            ]  # fmt: skip
        cases["100000 households as JSON"] = [*cases["100000 households"], "--json"]
        took = medians(at, cases, rounds=rounds)
    work = {count: took[f"{count} households"] - took["jinlin --help"] for count in SIZES}
    goals = [Goal("100 000 households", 3, took["100000 households"], "s")]
    for less, more in pairwise(SIZES):
        ideal = more * math.log(more) / (less * math.log(less))
        growth = work[more] / work[less] / ideal
        goals.append(Goal(f"growth {less} to {more} / n log n", SPARE, growth, "x"))
    report("split", took, goals)


main()
