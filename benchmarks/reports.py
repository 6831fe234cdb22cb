"""What the monthly report costs on 200 000 issues with 1.2 million events, against 200 with 1200.

    python benchmarks/reports.py [ROUNDS]

Goal: the report as html within three seconds more, the full edition with its trend of a year
within five, and in less than 500 MB of memory.
"""

from __future__ import annotations

import subprocess
import sys

from measuring import Goal, Installed, installed, medians, report
from notebook import COUNTS, FEW, MANY, put_notebooks

EDITIONS = {"page": (), "full edition": ("--full",)}
MORE = {"page": 3.0, "full edition": 5.0}
PEAK = (
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True,"
    " stderr=subprocess.DEVNULL); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)
"""Runs a command and prints the most memory it held, in kilobytes on Linux."""


def main() -> None:
    """Measure, print, and leave with 1 when a goal is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with installed() as at:
        put_notebooks(at)
        took = medians(
            at,
            {
                f"{edition}, {name}": command(at, name, *options)
                for edition, options in EDITIONS.items()
                for name in COUNTS
            },
            rounds=rounds,
        )
        held = peak(at, command(at, MANY, "--full"))
    report(
        "reports",
        took,
        [
            *(
                Goal(
                    f"{edition}: more on 200 000",
                    MORE[edition],
                    took[f"{edition}, {MANY}"] - took[f"{edition}, {FEW}"],
                    "s",
                )
                for edition in EDITIONS
            ),
            Goal("most memory held", 500, held, "MB"),
        ],
    )


def command(at: Installed, name: str, *options: str) -> list[str]:
    """Return the command that writes a report on a month in the midst of a notebook."""
    return [
        str(at.jinlin), "report", "monthly", "2026-09", *options, "-o", "report.html", "--force",
        "--db", f"{name}.db",
    ]  # fmt: skip


def peak(at: Installed, words: list[str]) -> float:
    """Return the most memory a command held, in megabytes."""
    done = subprocess.run(
        [str(at.python), "-c", PEAK, *words],
        cwd=at.folder,
        env=at.variables,
        capture_output=True,
        check=True,
    )
    return int(done.stdout) / 1024


main()
