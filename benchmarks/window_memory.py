"""What a window keeps: the memory of one process over 5 000 lines.

    python benchmarks/window_memory.py [LINES]

Goal: from the thousandth line on it grows by 2 MB at most, history and all. The lines are typed
into the real prompt through a pipe; they write, list, are refused, take back, and speak English.
"""

from __future__ import annotations

import gc
import io
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from measuring import Goal, report
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from jinlin.cli.main import run
from jinlin.cli.window.prompt import Offers, Prompt
from jinlin.cli.window.window import TypingWindow
from jinlin.core.call import Call, Environment

LINES: Final = 5000
WARM: Final = 5
"""Behind a fifth of the lines everything was loaded."""
ROUND: Final[Sequence[str]] = (
    "事项 新增 路灯不亮", "事项", "1", "办结 . 已换灯泡", "今天", "党员 列表", "撤销 --yes",
    "撤销 --yes", "事项 办结 9999", "这是什么", "issue list --lang en", "?", "菜单",
)  # fmt: skip


class _Nowhere(io.TextIOWrapper):
    def __init__(self) -> None:
        super().__init__(open(os.devnull, "wb"), "utf-8", write_through=True)  # noqa: PTH123, SIM115

    def isatty(self) -> bool:
        return True


class Typing(Prompt):
    """The prompt, into which the next line of the round is typed when it waits for one.

    Attributes:
        memory: by the number of lines what the process held then, in bytes.
    """

    def __init__(self, keys: PipeInput, count: int) -> None:
        super().__init__()
        self._keys, self._count, self._at, self._asked = keys, count, 0, False
        self.memory: dict[int, int] = {}

    def line(self, before: str, offers: Offers, hint: str) -> str:
        """Return the next line of the round, typed into the prompt."""
        if self._at in (self._count // WARM, self._count):
            gc.collect()
            self.memory[self._at] = resident()
        if self._at == self._count:
            raise EOFError
        self._keys.send_text(f"{ROUND[self._at % len(ROUND)]}\r")
        self._at, self._asked = self._at + 1, False
        return super().line(before, offers, hint)

    def answer(self, prompt: str, offers: Offers) -> str:
        """Return Enter, and behind it what leaves the form."""
        self._keys.send_text("取消\r" if self._asked else "\r")
        self._asked = True
        return super().answer(prompt, offers)


def resident() -> int:
    """Return what of this process stands in memory, in bytes."""
    pages = Path("/proc/self/statm").read_text("ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    """Measure, print, and leave with 1 where the goal is missed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else LINES
    with tempfile.TemporaryDirectory() as folder:
        environment = _environment(Path(folder))
        for words in (["init", "--name", "梅苑小区", "--yes"], ["member", "add", "林秀英"]):
            if run(words, environment):
                raise SystemExit(f"{words} failed")
        start = time.perf_counter()
        with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
            typing = Typing(keys, count)
            call: Any = Call(environment)
            TypingWindow(call, typing).stay()
        taken = time.perf_counter() - start
    warm, end = typing.memory.values()
    goal = Goal(f"grown from line {count // WARM} to {count}", 2, (end - warm) / 2**20, "MB")
    print(f"one window, {count} lines: {warm / 2**20:.1f} MB, then {end / 2**20:.1f} MB")
    report("window memory", {"a line": taken / count}, [goal])


def _environment(folder: Path) -> Environment:
    variables = {"JINLIN_DB": str(folder / "jinlin.db"), "JINLIN_CONFIG": os.devnull}
    return Environment(
        stdin=_Nowhere(), stdout=_Nowhere(), stderr=_Nowhere(), folder=folder, variables=variables,
        now=lambda: datetime.now(UTC),
    )  # fmt: skip


if __name__ == "__main__":
    main()
