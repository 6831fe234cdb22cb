"""Workbooks, opened in a process of their own (see `opener`), so that none can bring ours down."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from jinlin.exchange.file import refusals
from jinlin.exchange.file.looks import MAX_UNSAVED, Looks, Watcher
from jinlin.exchange.file.opener import OPEN, PASSWORD, TOO_MUCH
from jinlin.exchange.file.sheets import MAX_COLUMNS, MAX_ROWS, NO_RESULT, Line, Merge, Sheet

SECONDS: Final = 60
"""How long a workbook may take; 200 000 rows take a few seconds."""
_PYTHON: Final = re.compile(r"(python|pypy)w?[\d.]*(\.exe)?", re.IGNORECASE)
_BESIDE: Final = ("python.exe", "Scripts/python.exe", "bin/python3", "bin/python")
"""Where an installed Python stands, below its prefix."""


def workbook_sheets(path: Path, data: bytes, watcher: Watcher) -> list[Sheet]:
    """Return the sheets of a workbook, hidden ones too.

    Args:
        path: the file, for messages.
        data: its bytes.
        watcher: has looked on while it was unpacked.

    Raises:
        FileError: it is damaged, asks for a password, takes too much memory or time, or is full of
            formulas without a result.
    """
    import json

    found: list[tuple[dict[str, Any], list[bytes]]] = []
    for line in _opened(path, data).splitlines():
        if line.startswith(b"["):
            found[-1][1].append(line)
        else:
            found.append((json.loads(line), []))
    return [_sheet(path, about, rows, watcher.looks_of(about["number"])) for about, rows in found]


def _sheet(path: Path, about: Mapping[str, Any], rows: Sequence[bytes], looks: Looks) -> Sheet:
    if len(looks.unsaved) > MAX_UNSAVED:
        raise refusals.no_results(path, about["name"])
    return Sheet(
        name=about["name"],
        lines=_reading(path, rows, looks.unsaved),
        merges=tuple(Merge(column=c, first=f, last=t) for c, f, t in about["merged"]),
        hidden=about["hidden"],
        count=len(rows),
        looks=looks,
    )


def _opened(path: Path, data: bytes) -> bytes:
    """Return what the opener says of the workbook."""
    words = opening()
    if words is None:
        raise refusals.no_opener(path)
    try:
        done = subprocess.run(  # noqa: S603  (our own file; the workbook comes on standard input)
            words,
            input=data,
            capture_output=True,
            timeout=SECONDS,
            env={**os.environ, "RUST_BACKTRACE": "0"},  # telling it, out of memory, never ends
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise refusals.damaged(path, str(error)) from error
    if done.returncode == PASSWORD:
        raise refusals.locked(path)
    if done.returncode == TOO_MUCH:
        raise refusals.too_much(path)
    if done.returncode:
        raise refusals.damaged(path, done.stderr.decode("utf-8", "replace"))
    return done.stdout


def opening() -> list[str] | None:
    """Return what is run to open a workbook; None where nothing that runs Python is found.

    `sys.executable` is Python as a rule. It is the program itself where that was frozen into one
    file, which opens the workbook when it is run with `OPEN`; or a program with Python within it.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, OPEN]
    opener = Path(__file__).with_name("opener.py")
    if not opener.is_file():
        return None
    beside = (Path(prefix, name) for prefix in (sys.prefix, sys.base_prefix) for name in _BESIDE)
    for python in (Path(sys.executable or ""), *beside):
        if _PYTHON.fullmatch(python.name) and python.is_file():
            return [str(python), "-P", str(opener)]
    return None


def _reading(
    path: Path, rows: Sequence[bytes], unsaved: Collection[tuple[int, int]]
) -> Callable[[], Iterator[Line]]:
    """Return the function that reads these rows from the top.

    Args:
        path: the file, for messages.
        rows: what the opener wrote of each.
        unsaved: row and column of the formulas without a result: the opener sees nothing there.
    """
    import json

    formulas: dict[int, list[int]] = defaultdict(list)
    for number, column in unsaved:
        formulas[number].append(column)
    if formulas:
        told = {_number(row) for row in rows}
        rows = [*rows, *(b"[%d,[]]" % number for number in formulas if number not in told)]
        rows.sort(key=_number)

    def lines() -> Iterator[Line]:
        for count, row in enumerate(rows):
            number, cells = json.loads(row)
            if count == MAX_ROWS:
                raise refusals.too_many_rows(path)
            if len(cells) > MAX_COLUMNS:
                raise refusals.too_many_columns(path, number)
            for column in formulas.get(number, ()):
                cells += [""] * (column - len(cells))
                cells[column - 1] = cells[column - 1] or NO_RESULT
            yield number, cells

    return lines


def _number(row: bytes) -> int:
    return int(row[1 : row.index(b",")])
