"""The window as somebody types in it: keys come from a pipe, what is said goes into memory."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass

from harness import Jinlin, Stream
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from jinlin.cli.main import run
from jinlin.core.call import Environment

LEAVE = "\x04"


@dataclass(frozen=True)
class Talk:
    """What a window said: results, and everything else."""

    code: int
    out: str
    err: str

    @property
    def ran(self) -> list[str]:
        """The lines that were carried out, as the window says them."""
        return [line[2:] for line in self.err.splitlines() if line.startswith("＝ ")]


_OUT = "\x03\x04" * 6
"""What ends a talk that waits where it should not: a test fails then, and never hangs."""


def talk(jinlin: Jinlin, *lines: str, words: Sequence[str] = (), leave: str = LEAVE) -> Talk:
    """Open a window, type lines, leave.

    Args:
        jinlin: the folder and the day.
        lines: each ends with Enter; keys such as Ctrl-C are typed as they are.
        words: what opens it; nothing otherwise.
        leave: what is typed at the end.
    """
    stdin, stdout, stderr = (Stream(terminal=True) for _each in range(3))
    environment = Environment(
        stdin=stdin,
        stdout=stdout,
        stderr=stderr,
        variables={
            "JINLIN_DB": str(jinlin.db),
            "JINLIN_CONFIG": str(jinlin.folder / "settings.toml"),
            "COLUMNS": "80",
            **jinlin.variables,
        },
        folder=jinlin.folder,
        now=lambda: jinlin.now,
    )
    typed = "".join(line if line in "\x03\x04" and line else f"{line}\r" for line in lines)
    try:
        with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
            keys.send_text(typed + leave + _OUT)
            code = run(words, environment)
    finally:
        gc.unfreeze()
    return Talk(code, stdout.written().decode(), stderr.written().decode())
