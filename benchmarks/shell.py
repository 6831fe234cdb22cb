"""What the window costs: opening it, and a command in it, against commands by themselves.

    python benchmarks/shell.py [ROUNDS]

Goals: it opens within 1.5 times a cold `jinlin today`; a command in it takes 50 ms at the median,
and at most a quarter of what it takes in a process of its own. The wheel is installed into an
environment of its own first; the window stands on a terminal of its own (pty).
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import statistics
import struct
import sys
import termios
import time

from measuring import Goal, Installed, installed, report

STEERING = re.compile(rb"\x1b(?:\[[0-9;?]*[a-zA-Z]|[()][A-Z0-9]|[=>])")
PROMPT = "近邻".encode()
LONGEST = 30
COMMANDS = {
    "issue add": "issue add 路灯不亮 --category 公共照明",
    "issue list": "issue list",
    "issue close": "issue close {number} --result 已换灯泡",
    "today": "today",
}

FIRST = ("井盖松动", "水管漏水", "楼道堆物", "电梯异响", "墙皮脱落")


class Window:
    """The window on a terminal."""

    def __init__(self, at: Installed) -> None:
        self.seen = b""
        self.process, self.end = pty.fork()
        if not self.process:
            os.chdir(at.folder)
            os.execve(at.jinlin, [str(at.jinlin)], {**at.variables, "TERM": "xterm"})
        fcntl.ioctl(self.end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def wait(self, wanted: bytes) -> None:
        """Return once something stands on the screen; what stands behind it is kept."""
        while wanted not in (text := STEERING.sub(b"", self.seen)):
            if not select.select([self.end], [], [], LONGEST)[0]:
                raise SystemExit(f"never seen: {wanted.decode()}\n{text.decode()}")
            self.seen += os.read(self.end, 65536)
        self.seen = text.partition(wanted)[2]

    def seconds(self, line: str) -> float:
        """Type a line; return how long it takes from Enter to the line that says what was done."""
        os.write(self.end, line.encode())
        while select.select([self.end], [], [], 0.3)[0]:
            os.read(self.end, 65536)
        self.seen = b""
        start = time.perf_counter()
        os.write(self.end, b"\r")
        self.wait("＝ ".encode())
        taken = time.perf_counter() - start
        self.wait(PROMPT)
        return taken

    def leave(self) -> None:
        """Leave it."""
        os.write(self.end, b"\x04")
        os.waitpid(self.process, 0)
        os.close(self.end)


def opening(at: Installed) -> float:
    """Return how long the window takes until something can be typed."""
    start = time.perf_counter()
    window = Window(at)
    window.wait(PROMPT)
    taken = time.perf_counter() - start
    window.leave()
    return taken


def main() -> None:
    """Measure, print, and leave with 1 when a goal is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    took: dict[str, list[float]] = {}

    def note(name: str, seconds: float) -> None:
        took.setdefault(name, []).append(seconds)

    with installed() as at:
        at.seconds([at.jinlin, "init", "--name", "梅苑小区"])
        for title in FIRST:
            at.seconds([at.jinlin, "issue", "add", title, "--category", "设施"])
        opening(at)  # the copy of the day is made here
        window, number = Window(at), len(FIRST)
        window.wait(PROMPT)
        for round_ in range(rounds + 1):
            kept = note if round_ else lambda _name, _seconds: None
            kept("today, cold", at.seconds([at.jinlin, "today"]))
            kept("the window, opening", opening(at))
            for name, line in COMMANDS.items():
                kept(f"{name}, in the window", window.seconds(line.format(number=number + 1)))
                words = line.format(number=number + 2).split()
                kept(f"{name}, cold", at.seconds([at.jinlin, *words]))
            number += 2
        window.leave()
    medians = {name: statistics.median(values) for name, values in took.items()}
    opened = medians["the window, opening"] / medians["today, cold"]
    goals = [Goal("opening / cold today", 1.5, opened, "x")]
    for name in COMMANDS:
        warm, cold = medians[f"{name}, in the window"], medians[f"{name}, cold"]
        goals.append(Goal(f"{name} in the window", 50, warm * 1000, "ms"))
        goals.append(Goal(f"{name} in the window / cold", 0.25, warm / cold, "x"))
    report("shell", medians, goals)


if __name__ == "__main__":
    main()
