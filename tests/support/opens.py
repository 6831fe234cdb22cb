"""Notice where the program itself opens a database file that SQLite holds open for it.

Once any descriptor of a file is closed, all locks that the process has on it are gone: another window
writes while this one takes the file to stand still. So it is asked through SQLite meanwhile.
"""

from __future__ import annotations

import sqlite3
import sys
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import jinlin
from jinlin.store.file.connection import Connection

PROGRAM, TESTS = str(Path(jinlin.__file__).parent), str(Path(__file__).parents[1])
File = tuple[int, int]


class _Window:
    """One command: the database files that SQLite has open for it, and who opened them besides."""

    def __init__(self) -> None:
        self.held: list[tuple[weakref.ref[Connection], File]] = []
        self.opened: list[str] = []


_windows: list[_Window] = []
_asked: list[str] = [""]


@contextmanager
def watched() -> Iterator[list[str]]:
    """Watch a command; the list names the places that open a database under SQLite's hands.

    A command that is typed within another one, as by a second window, has its own connections.
    """
    if not _hooked:
        sys.addaudithook(_hear)
        _hooked.append(True)
    window = _Window()
    _windows.append(window)
    try:
        yield window.opened
    finally:
        _windows.remove(window)


def hold(connection: Connection, path: Path) -> None:
    """Watch a file for a connection that is open already and is read from again."""
    if _windows and (file := _file(path)):
        _windows[-1].held.append((weakref.ref(connection), file))


def rest(connection: Connection) -> None:
    """Watch no longer: nothing is read through it until it is held again."""
    for window in _windows:
        window.held = [(one, file) for one, file in window.held if one() is not connection]


_hooked: list[bool] = []


def _hear(event: str, words: tuple[Any, ...]) -> None:
    if not _windows:
        return
    if event == "sqlite3.connect":
        _asked[0] = str(words[0])
    elif event == "sqlite3.connect/handle" and isinstance(words[0], Connection):
        if _asked[0].startswith("file:") and (file := _file(unquote(urlsplit(_asked[0]).path))):
            _windows[-1].held.append((weakref.ref(words[0]), file))
    elif event == "open" and not isinstance(words[0], int) and _windows[-1].held:
        window, file = _windows[-1], _file(words[0])
        held = any(other == file and _is_open(one()) for one, other in window.held)
        if file and held and (place := _place()):
            window.opened.append(place)


def _file(path: str | Path) -> File | None:
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def _is_open(connection: Connection | None) -> bool:
    try:
        return connection is not None and connection.total_changes >= 0
    except sqlite3.ProgrammingError:
        return False


def _place() -> str:
    """Return where the program opens a file; nothing where a test does, in place of another window."""
    frame = sys._getframe(1)
    while frame := frame.f_back:  # type: ignore[assignment]
        name = frame.f_code.co_filename
        if name.startswith(PROGRAM):
            return f"{name.removeprefix(PROGRAM)}:{frame.f_lineno}"
        if name.startswith(TESTS) and name != __file__:
            return ""
    return ""
