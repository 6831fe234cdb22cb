"""The window on a real terminal of its own (pty): its size, its keys, its encoding, two at once."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from harness import Jinlin
from processes import surroundings

pty = pytest.importorskip("pty")
fcntl = pytest.importorskip("fcntl")
termios = pytest.importorskip("termios")

import select  # noqa: E402
import struct  # noqa: E402
import sys  # noqa: E402

WAIT = 20.0
"""So long a busy machine may take; nothing waits so long otherwise."""
_STEERING = re.compile(rb"\x1b(?:\[[0-9;?]*[a-zA-Z]|[()][A-Z0-9]|[=>])")
PROMPT = "近邻>"
"""The terminal may be told to move on instead of being given the blank behind it."""


class Terminal:
    """A process on a terminal."""

    def __init__(self, folder: Path, encoding: str = "utf-8", **variables: str) -> None:
        self.encoding, self.seen = encoding, b""
        env = surroundings(folder, TERM="xterm", PYTHONIOENCODING=encoding, **variables)
        env.pop("COLUMNS")
        self.process, self.end = pty.fork()
        if not self.process:
            os.chdir(folder)
            os.execve(sys.executable, [sys.executable, "-m", "jinlin"], env)
        self.resize(24, 80)

    def resize(self, rows: int, columns: int) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self.end, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def type(self, text: str) -> None:
        """Type a text, or keys."""
        os.write(self.end, text.encode(self.encoding))

    def until(self, text: str, times: int = 1) -> str:
        """Return what stands on the terminal once a text stands there so often since the last time."""
        wanted, begun = text.encode(self.encoding), time.monotonic()
        while self.text.count(wanted) < times:
            assert time.monotonic() - begun < WAIT, self.text.decode(self.encoding, "replace")
            if select.select([self.end], [], [], 0.05)[0]:
                self._read()
        found, self.seen = self.text.decode(self.encoding, "replace"), b""
        return found

    @property
    def text(self) -> bytes:
        """What was written since, without what steers the terminal."""
        return _STEERING.sub(b"", self.seen)

    def _read(self) -> None:
        with suppress(OSError):
            self.seen += os.read(self.end, 65536)

    def left(self) -> int:
        """Return the exit code, once it has gone."""
        begun = time.monotonic()
        while time.monotonic() - begun < WAIT:
            if select.select([self.end], [], [], 0.05)[0]:
                self._read()
            gone, status = os.waitpid(self.process, os.WNOHANG)
            if gone:
                self.process = 0
                return os.waitstatus_to_exitcode(status)
        raise AssertionError(self.text)

    def close(self) -> None:
        """End it, whatever it does."""
        if self.process:
            with suppress(OSError):
                os.kill(self.process, signal.SIGKILL)
                os.waitpid(self.process, 0)
        os.close(self.end)


Opened = Callable[..., Terminal]


@pytest.fixture
def opened(jinlin: Jinlin) -> Iterator[Opened]:
    terminals: list[Terminal] = []

    def open_one(**variables: str) -> Terminal:
        terminals.append(Terminal(jinlin.folder, **variables))
        return terminals[-1]

    jinlin("issue", "add", "路灯不亮", "--category", "公共照明")
    yield open_one
    for each in terminals:
        each.close()


def test_a_day_on_a_terminal_of_80_columns(opened: Opened, jinlin: Jinlin) -> None:
    one = opened()
    first = one.until(PROMPT)
    assert "路灯不亮" in first
    assert "记一件事" in first
    assert all(len(line.encode("gbk", "replace")) <= 80 for line in first.splitlines())
    one.type("楼栋 新增 3\r")
    one.until("＝ 楼栋 新增 3")
    one.until(PROMPT)
    one.resize(30, 50)
    one.type("\x03")
    one.until("记一件事")
    two = opened()
    two.until(PROMPT)
    two.type("楼栋 新增 4\r")
    two.until("＝ 楼栋 新增 4")
    one.type("楼栋 列表\r")
    assert " 4 " in one.until("＝ 楼栋 列表")
    jinlin.db.rename(jinlin.folder / "elsewhere.db")
    one.type("楼栋 列表\r")
    one.until("错误：")
    (jinlin.folder / "elsewhere.db").rename(jinlin.db)
    one.type("楼栋 列表\r")
    one.until("＝ 楼栋 列表")
    one.until(PROMPT)
    two.type("\x04")
    assert two.left() == 0
    one.type("\x04")
    assert one.left() == 0


def test_on_a_console_of_gbk(opened: Opened, jinlin: Jinlin) -> None:
    one = opened(encoding="gbk")
    assert "路灯不亮" in one.until(PROMPT)
    one.type("楼栋 列表 \r")
    one.until("还没有")
    one.until(PROMPT)
    one.type("\x04")
    assert one.left() == 0
