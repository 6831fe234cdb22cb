"""The window on a real terminal of its own (pty): its size, its keys, its encoding, two at once."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
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

WAIT = 60.0
"""So long a busy machine may say nothing at all; nothing waits so long otherwise."""
_STEERING = re.compile(rb"\x1b(?:\[[0-9;?]*[a-zA-Z]|[()][A-Z0-9]|[=>])")
_ON_ITS_DAY = """
from datetime import datetime
from jinlin.core.call import Environment
real = Environment.of_process
day = datetime.fromisoformat("{day}")
Environment.of_process = lambda: real()._replace(now=lambda: day)
from jinlin.cli.main import main
main()
"""
"""The program on the day of the test: what the window shows is the same whenever it runs."""
MENU, LIST = "近邻 菜单>", "近邻 列表>"
"""What stands before a line, and says what a number means; the terminal may be told to move on
instead of being given the blank behind it."""


def _size(terminal: int, rows: int, columns: int) -> None:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


class Terminal:
    """A process on a terminal of 80 columns by 24."""

    def __init__(
        self, folder: Path, day: datetime, encoding: str = "utf-8", **variables: str
    ) -> None:
        self.encoding, self.seen = encoding, b""
        env = surroundings(folder, TERM="xterm", PYTHONIOENCODING=encoding, **variables)
        env.pop("COLUMNS")
        self.process, self.end = pty.fork()
        if not self.process:
            _size(0, 24, 80)
            os.chdir(folder)
            program = _ON_ITS_DAY.format(day=day.isoformat())
            os.execve(sys.executable, [sys.executable, "-c", program], env)

    def resize(self, rows: int, columns: int) -> None:
        """Give the terminal another size."""
        _size(self.end, rows, columns)

    def type(self, text: str) -> None:
        """Type a text, or keys."""
        os.write(self.end, text.encode(self.encoding))

    def until(self, text: str) -> str:
        """Return what stands on the terminal up to a text; what follows it is there for the next."""
        assert self.says(text, WAIT), self.text.decode(self.encoding, "replace")
        before, found, self.seen = self.text.partition(text.encode(self.encoding))
        return (before + found).decode(self.encoding, "replace")

    def says(self, text: str, wait: float) -> bool:
        """Return whether a text stands there, once nothing has come for so many seconds."""
        begun = time.monotonic()
        while text.encode(self.encoding) not in self.text and time.monotonic() - begun < wait:
            if self._read():
                begun = time.monotonic()
        return text.encode(self.encoding) in self.text

    @property
    def text(self) -> bytes:
        """What was written since, without what steers the terminal."""
        return _STEERING.sub(b"", self.seen)

    def _read(self) -> bool:
        """Read what has come meanwhile; return whether anything has."""
        if not select.select([self.end], [], [], 0.05)[0]:
            return False
        with suppress(OSError):
            read = os.read(self.end, 65536)
            self.seen += read
            return bool(read)
        return False

    def left(self) -> int:
        """Return the exit code, once it has gone."""
        begun = time.monotonic()
        while time.monotonic() - begun < WAIT:
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
        terminals.append(Terminal(jinlin.folder, jinlin.now, **variables))
        return terminals[-1]

    jinlin("issue", "add", "路灯不亮", "--category", "公共照明")
    yield open_one
    for each in terminals:
        each.close()


def test_a_day_on_a_terminal_of_80_columns(opened: Opened, jinlin: Jinlin) -> None:
    one = opened()
    first = one.until(MENU)
    assert "路灯不亮" in first
    assert "记一件事" in first
    assert all(len(line.encode("gbk", "replace")) <= 80 for line in first.splitlines())
    one.type("楼栋 新增 3\r")
    one.until("＝ 楼栋 新增 3")
    one.until(MENU)
    one.resize(30, 50)
    one.type("\x03")
    one.until("记一件事")
    one.until(MENU)
    two = opened()
    two.until(MENU)
    two.type("楼栋 新增 4\r")
    two.until("＝ 楼栋 新增 4")
    two.until(MENU)
    one.type("楼栋 列表\r")
    assert " 4 " in one.until("＝ 楼栋 列表")
    one.until(LIST)
    jinlin.db.rename(jinlin.folder / "elsewhere.db")
    one.type("楼栋 列表\r")
    one.until("错误：")
    one.until(LIST)
    (jinlin.folder / "elsewhere.db").rename(jinlin.db)
    one.type("楼栋 列表\r")
    one.until("＝ 楼栋 列表")
    one.until(LIST)
    two.type("\x04")
    assert two.left() == 0
    one.type("\x04")
    assert one.left() == 0


def test_on_a_console_of_gbk(opened: Opened, jinlin: Jinlin) -> None:
    one = opened(encoding="gbk")
    assert "路灯不亮" in one.until(MENU)
    one.type("\x04")
    assert one.left() == 0


def test_ctrl_c_at_any_moment_ends_no_window_and_leaves_no_trace(opened: Opened) -> None:
    one = opened()
    one.until(MENU)
    seen = ""
    for pause in range(12):
        one.type("楼栋 列表\r")
        time.sleep(pause / 100)
        for _each in range(5):
            one.type("\x03")
            time.sleep(pause / 1000)
        one.type("事项 查看 1\r")
        while not one.says("＝ 事项 查看 1", 2):  # a signal takes what was typed behind it along
            one.type("事项 查看 1\r")
        seen += one.until("＝ 事项 查看 1") + one.until("近邻")
    one.type("\x04")
    assert one.left() == 0
    assert "Traceback" not in seen
    assert "never awaited" not in seen
