"""Opens a workbook in a process of its own, because the parser can be made to abort the whole one.

A hostile or damaged workbook can claim a cell in the last corner of a sheet or a billion strings;
calamine then asks for more memory than there is and the process dies (calamine issue 693). So this
file is run by itself: bytes on standard input, one JSON line a sheet and a row on standard output.
It imports nothing of ours.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any, BinaryIO, Final

MEMORY: Final = 320 * 2**20
"""The bytes this process may take, where the system can hold it to that; as many cells as the gate
lets pass take less."""
MAX_ROWS: Final = 200_100
"""A few more than are allowed, so that the reader notices."""
MAX_COLUMNS: Final = 201
EXACT: Final = 10**15
"""A number of more digits has lost its last ones: spreadsheets keep fifteen."""
MAX_SHEETS: Final = 200
"""An xlsx has no more parts; an old workbook may claim any number."""
MAX_WRITTEN: Final = 200 * 2**20
"""The bytes written of all sheets together: one long text may stand in a million cells."""
OPEN: Final = "--open-workbook"
"""What a program frozen into one file is run with to do this instead of a command."""
PASSWORD: Final = 3
"""The exit code that says: protected by a password."""
TOO_MUCH: Final = 4
"""The exit code that says: more than `MAX_SHEETS` sheets, or more than `MAX_WRITTEN` bytes."""

_JOB_EXTENDED: Final = 9
_JOB_PROCESS_MEMORY: Final = 0x100
_NO_WINDOWS: Final = 3
"""No window says that a program has ended, nor that a disk is missing."""

_ENCODER: Final = json.JSONEncoder(check_circular=False)


class TooMuchError(Exception):
    """There is more in the workbook than is written."""


class Lines:
    """Writes JSON lines, as many as are allowed.

    Args:
        out: where to.
    """

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._left = MAX_WRITTEN

    def write(self, what: Any) -> None:
        """Write one line.

        Raises:
            TooMuchError: all lines together are more than `MAX_WRITTEN` bytes.
        """
        line = _ENCODER.encode(what).encode("ascii") + b"\n"
        self._left -= len(line)
        if self._left < 0:
            raise TooMuchError
        self._out.write(line)


def _number(value: float) -> str:
    if value.is_integer():
        return str(int(value)) if abs(value) < EXACT else f"{value:.14E}"
    return f"{value:.15g}"


def _moment(value: datetime) -> str:
    return f"{value:%Y-%m-%d %H:%M:%S}".removesuffix(":00").removesuffix(" 00:00")


def _duration(value: timedelta) -> str:
    minutes = round(value.total_seconds() / 60)
    return f"{minutes // 60}:{minutes % 60:02d}"


CELL_TEXT: Final[dict[type, Callable[[Any], str]]] = {
    str: str,
    float: _number,
    int: lambda value: _number(float(value)),
    bool: lambda value: "是" if value else "否",
    datetime: _moment,
    date: date.isoformat,
    time: lambda value: f"{value:%H:%M:%S}".removesuffix(":00"),
    timedelta: _duration,
}
"""Each type of cell as a person sees it, as far as that can be known."""


def write_sheets(data: bytes, out: Lines) -> None:
    """Write every worksheet: a line with its name, then a line for each row that is not blank.

    Raises:
        TooMuchError: there are too many sheets, or too much stands in them.
    """
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(BytesIO(data))
    if len(book.sheets_metadata) > MAX_SHEETS:
        raise TooMuchError
    worksheets = 0
    for index, about in enumerate(book.sheets_metadata):
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        worksheets += 1
        sheet = book.get_sheet_by_index(index)
        merged = [
            (left, top + 1, bottom + 1)
            for (top, left), (bottom, _right) in sheet.merged_cell_ranges or ()
            if bottom > top and left < MAX_COLUMNS
        ]
        hidden = about.visible is not SheetVisibleEnum.Visible
        head = {"name": about.name, "number": worksheets, "hidden": hidden}
        out.write({**head, "merged": merged[:MAX_ROWS]})
        kept = 0
        for number, row in enumerate(sheet.iter_rows() if sheet.start else (), start=1):
            cells = [CELL_TEXT[type(value)](value) for value in row]
            while cells and not cells[-1].strip():
                cells.pop()
            if cells:
                kept += 1
                out.write((number, cells[:MAX_COLUMNS]))
            if kept == MAX_ROWS:
                break


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class Limits(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION; what is not ours to set is not told apart."""

        _fields_ = (
            ("times", ctypes.c_int64 * 2),
            ("flags", wintypes.DWORD),
            ("sizes", ctypes.c_size_t * 2),
            ("processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priorities", wintypes.DWORD * 2),
            ("counted", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("other_memory", ctypes.c_size_t * 3),
        )

    def hold_to_memory() -> None:
        """Put this process into a job of its own that gives it no more than `MEMORY`.

        Raises:
            OSError: it is not let.
        """
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
        ours = wintypes.HANDLE(kernel.GetCurrentProcess())
        limits = Limits(flags=_JOB_PROCESS_MEMORY, process_memory=MEMORY)
        size = ctypes.sizeof(limits)
        if not (
            kernel.SetInformationJobObject(job, _JOB_EXTENDED, ctypes.byref(limits), size)
            and kernel.AssignProcessToJobObject(job, ours)
        ):
            raise ctypes.WinError(ctypes.get_last_error())
        kernel.SetErrorMode(_NO_WINDOWS)

else:

    def hold_to_memory() -> None:
        """Let the system give this process no more than `MEMORY`.

        Raises:
            ImportError: it cannot do that.
            OSError: it does not.
        """
        import resource

        most = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> int:
    """Read a workbook from standard input and write its sheets to standard output."""
    from python_calamine import PasswordError

    with contextlib.suppress(ImportError, ValueError, OSError):
        hold_to_memory()
    try:
        write_sheets(sys.stdin.buffer.read(), Lines(sys.stdout.buffer))
    except PasswordError:
        return PASSWORD
    except TooMuchError:
        return TOO_MUCH
    return 0


if __name__ == "__main__":
    sys.exit(main())
