"""What the issue room costs on 200 000 issues with 1.2 million events, against 200 with 1200.

    python benchmarks/issues.py [ROUNDS]

Goal: `list`, `show`, `board` and `stats` of a month each within half a second more.
"""

from __future__ import annotations

import sys

from measuring import Goal, installed, medians, report
from notebook import COUNTS, FEW, MANY, put_notebooks


def main() -> None:
    """Measure, print, and leave with 1 when a goal is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with installed() as at:
        put_notebooks(at)
        commands = {
            "list": ("list",),
            "show": ("show", "2026-199"),
            "board": ("board",),
            "stats of a month": ("stats", "--by", "category,building", "--month", "2026-09"),
        }
        took = medians(
            at,
            {
                f"{verb}, {name}": [at.jinlin, "issue", *words, "--db", f"{name}.db"]
                for verb, words in commands.items()
                for name in COUNTS
            },
            rounds=rounds,
        )
    report(
        "issues",
        took,
        [
            Goal(
                f"{verb}: more on 200 000",
                0.5,
                took[f"{verb}, {MANY}"] - took[f"{verb}, {FEW}"],
                "s",
            )
            for verb in commands
        ],
    )


main()
