"""A long result on a terminal, screen by screen.

No other program is started for it: what is shown names people, and `more` of Windows would have it
written to a file first.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final, TextIO, cast

from jinlin.core.call import Call
from jinlin.core.config import database_path
from jinlin.core.i18n import N_, _
from jinlin.core.text import width

PAGING: Final = N_("paging")
"""Whether a long result stops at each full screen: this, set to `OFF`, lets it run through."""
OFF: Final = "off"
_STEERING: Final = re.compile(r"\x1b\[[0-9;]*m")
_ALL: Final = ("a", "all", "全", "全部", "看完")
_NO_MORE: Final = ("q", "quit", "n", "否", "不看", "不看了", "退出", "取消", "返回")
_BELOW: Final = 2
"""So many lines of a screen are left: one for what is asked, one for what was read last."""
_LEAST: Final = 5


class _EnoughError(Exception):
    """Nothing more of a result is wanted."""


@contextmanager
def by_screens(call: Call) -> Iterator[Call]:
    """Hand out a call whose text stops at each full screen, where somebody sits before one.

    It does not with `--yes` or `--quiet`, in the window, where the variable `PAGER` is empty or
    `cat`, or the setting is off.
    """
    environment = call.environment
    stdout, wanted = environment.stdout, environment.variables.get("PAGER", "more")
    if (
        call.yes
        or call.quiet
        or environment.window is not None
        or wanted.strip() in ("", "cat")
        or not (stdout.isatty() and environment.interactive)
        or getattr(stdout, "waits", False)
    ):
        yield call
        return
    screens = cast("TextIO", _Screens(call))
    try:
        yield call._replace(environment=environment._replace(stdout=screens))
    except _EnoughError:
        return


class _Screens:
    """A terminal that lets a screen be read before it shows the next.

    Args:
        call: whose result it shows.
    """

    def __init__(self, call: Call) -> None:
        self._call, self._stream = call, call.environment.stdout
        size = shutil.get_terminal_size()
        self._columns, self._lines = size.columns, max(_LEAST, size.lines - _BELOW)
        self._filled = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """Write, and wait at each full screen."""
        for line in text.splitlines(keepends=True):
            taken = max(1, -(-width(_STEERING.sub("", line.rstrip("\n"))) // self._columns))
            if self._filled and self._filled + taken > self._lines:
                self._wait()
            self._stream.write(line)
            self._filled += taken * line.endswith("\n")
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write, and wait at each full screen."""
        for line in lines:
            self.write(line)

    def _wait(self) -> None:
        environment = self._call.environment
        self._stream.flush()
        self._filled = 0
        if _is_off(self._call):
            self._lines = 10**9
            return
        environment.stderr.write(_("— Enter: the next screen; a: all of it; q: no more — "))
        environment.stderr.flush()
        answer = environment.stdin.readline()
        if not answer.endswith("\n"):  # the end of what is typed
            environment.stderr.write("\n")
        said = answer.strip().lower()
        if said in _NO_MORE:
            raise _EnoughError
        if said in _ALL or not answer:
            self._lines = 10**9


def _is_off(call: Call) -> bool:
    from jinlin.store.command.command import open_or_reading

    if not database_path(call).is_file():
        return False
    with open_or_reading(call) as reader:
        return reader.setting(PAGING) == OFF
