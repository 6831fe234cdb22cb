"""Files as people have them, made by other programs than ours."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from books import book_of

SaveXlsx: TypeAlias = Callable[..., Path]
SaveText: TypeAlias = Callable[..., Path]


def saved(
    path: Path,
    sheets: Mapping[str, Sequence[Sequence[Any]]],
    *,
    merged: Sequence[str] = (),
    hidden: Sequence[str] = (),
) -> Path:
    """Save sheets of rows as a workbook; `merged` names joined ranges of the first sheet."""
    book = book_of(sheets, merged=merged)
    for name in hidden:
        book[name].sheet_state = "hidden"
    book.save(path)
    return path


@pytest.fixture
def save_xlsx(tmp_path: Path) -> SaveXlsx:
    """Save sheets of rows as a workbook in the folder of the test."""
    return partial(saved, tmp_path / "名册.xlsx")


@pytest.fixture
def save_text(tmp_path: Path) -> SaveText:
    """Save a text as a csv in some encoding."""

    def save(text: str, encoding: str = "utf-8") -> Path:
        path = tmp_path / "名册.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return save


def old_excel(cells: Mapping[tuple[int, int], str | float]) -> bytes:
    """Return an .xls of 1997 with one sheet, 名册, that holds these cells (row, column)."""

    def record(kind: int, body: bytes) -> bytes:
        return struct.pack("<HH", kind, len(body)) + body

    def begin(of: int) -> bytes:
        return record(0x809, struct.pack("<HHHHII", 0x600, of, 0x0DBB, 1996, 0, 6))

    sheet = begin(0x10)
    for (row, column), value in cells.items():
        place = struct.pack("<HHH", row, column, 0)
        if isinstance(value, str):
            text = struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")
            sheet += record(0x204, place + text)
        else:
            sheet += record(0x203, place + struct.pack("<d", value))
    sheet += record(0xA, b"")
    name = "名册".encode("utf-16-le")
    start = len(begin(5)) + 4 + 8 + len(name) + 4
    about = struct.pack("<IBBBB", start, 0, 0, 2, 1) + name
    stream = begin(5) + record(0x85, about) + record(0xA, b"") + sheet
    return _compound_file(stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0"))


def _compound_file(stream: bytes) -> bytes:
    """Return an OLE container with the one stream `Workbook`."""
    free, end = 0xFFFFFFFF, 0xFFFFFFFE
    count = len(stream) // 512
    fat = [0xFFFFFFFD, end, *range(3, count + 2), end]
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0)
        + struct.pack("<109I", 0, *[free] * 108)
    )

    def entry(name: str, kind: int, child: int, first: int, size: int) -> bytes:
        text = (name + "\0").encode("utf-16-le") if name else b""
        return (
            text.ljust(64, b"\0")
            + struct.pack("<HBBIII", len(text), kind, 1, free, free, child)
            + bytes(36)
            + struct.pack("<IQ", first, size)
        )

    directory = (
        entry("Root Entry", 5, 1, end, 0)
        + entry("Workbook", 2, free, 2, len(stream))
        + entry("", 0, free, 0, 0) * 2
    )
    table = struct.pack("<128I", *fat, *[free] * (128 - len(fat)))
    return header + table + directory + stream
