"""What is asked of 200 000 issues with 1.2 million events, over the start of a command.

    python benchmarks/questions.py [ROUNDS]

Goals, over the start of a command: `today` and `issue stats` within 0.5 s, `issue board` 0.2 s,
`issue list` and `show` 0.5 s, `report monthly` 1 s and its full edition 2 s, in less than 500 MB of
memory. From 20 000 issues to ten times as many none takes more than ten times as long, beyond what
it takes on 200.
"""

from __future__ import annotations

import subprocess
import sys

from measuring import Goal, Installed, installed, medians, report
from notebook import COUNTS, FEW, MANY, SOME, put_notebooks

REPORT = ("report", "monthly", "2026-09", "-o", "report.html", "--force")
QUESTIONS = {
    "today": (0.5, ("today",)),
    "stats": (0.5, ("issue", "stats")),
    "stats of a month": (
        0.5,
        ("issue", "stats", "--by", "category,building", "--month", "2026-09"),
    ),
    "board": (0.2, ("issue", "board")),
    "list": (0.5, ("issue", "list")),
    "show": (0.5, ("issue", "show", "2026-199")),
    "report": (1.0, REPORT),
    "full edition": (2.0, (*REPORT, "--full")),
}
"""How long each may take over the start of a command, and its line."""
GROWTH = 10.0
"""As many times as the issues become more."""
FELT = 0.05
"""Seconds below which growth is not told from the noise of a start."""
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
        lines = {
            f"{question}, {name}": [str(at.jinlin), *words, "--db", f"{name}.db"]
            for question, (_seconds, words) in QUESTIONS.items()
            for name in COUNTS
        }
        took = medians(
            at,
            {"start of a command": [at.jinlin, "db", "path", "--db", f"{FEW}.db"], **lines},
            rounds=rounds,
        )
        held = peak(at, lines[f"full edition, {MANY}"])
    start = took["start of a command"]
    report(
        "questions",
        took,
        [
            *(
                Goal(f"{question}: over the start", most, took[f"{question}, {MANY}"] - start, "s")
                for question, (most, _words) in QUESTIONS.items()
            ),
            *(
                Goal(f"{question}: growth", GROWTH, growth(took, question), "x")
                for question in QUESTIONS
            ),
            Goal("most memory held", 500, held, "MB"),
        ],
    )


def growth(took: dict[str, float], question: str) -> float:
    """Return how many times as long it takes where there are ten times as many issues."""
    few, some, many = (took[f"{question}, {name}"] for name in (FEW, SOME, MANY))
    return max(many - few, FELT) / max(some - few, FELT)


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
