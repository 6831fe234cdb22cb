"""Csv as people have it: UTF-8 or GB18030, commas, tabs or semicolons, with or without a BOM."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from jinlin.core.files.reading import decodings
from jinlin.exchange.file import refusals
from jinlin.exchange.file.sheets import MAX_COLUMNS, MAX_ROWS, Line, Sheet

DELIMITERS: Final = (",", "\t", ";")
GUARD: Final = "'"
"""What our own csv puts before text that could start a formula; exactly one is taken off."""

_SAMPLE_ROWS = 50
_SAMPLE_CHARACTERS = 50_000
_ENDLESS: Final = 20_000
"""A sheet is never so wide, not even where all its columns are formatted."""


def csv_sheet(path: Path, data: bytes) -> Sheet:
    """Return a csv as a sheet; read through once, so that nothing is begun with a broken one.

    Raises:
        FileError: it is no text, is badly quoted, or has too many rows or columns.
    """
    text = _decoded(path, data)
    delimiter = _delimiter(text)
    for _line in _lines(path, text, delimiter):
        pass

    def lines() -> Iterator[Line]:
        return _lines(path, text, delimiter)

    return Sheet(name="", lines=lines, count=text.count("\n"))


def _decoded(path: Path, data: bytes) -> str:
    for text in decodings(data):
        if "\0" not in text:
            return text
    raise refusals.no_text(path)


def _delimiter(text: str) -> str:
    """Return what cuts the first rows into most columns; the comma when nothing does."""
    sample = text[:_SAMPLE_CHARACTERS]

    def columns(delimiter: str) -> int:
        reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
        return sum(len(row) for row in islice(reader, _SAMPLE_ROWS))

    try:
        return max(DELIMITERS, key=columns)
    except csv.Error:
        return DELIMITERS[0]


def _pieces(path: Path, text: str, delimiter: str) -> Iterator[str]:
    """Yield the text line by line, as long as none would become a row that fills the memory."""
    for number, line in enumerate(io.StringIO(text, newline=""), start=1):
        if len(line) > _ENDLESS and line.count(delimiter) > _ENDLESS:
            raise refusals.too_many_columns(path, number)
        yield line


def _lines(path: Path, text: str, delimiter: str) -> Iterator[Line]:
    reader = csv.reader(_pieces(path, text, delimiter), delimiter=delimiter, strict=True)
    marked = GUARD in text
    kept = 0
    try:
        for number, row in enumerate(reader, start=1):
            if not "".join(row).strip():
                continue
            kept += 1
            if kept > MAX_ROWS:
                raise refusals.too_many_rows(path)
            if len(row) > MAX_COLUMNS and "".join(row[MAX_COLUMNS:]).strip():
                raise refusals.too_many_columns(path, number)
            yield number, [cell.removeprefix(GUARD) for cell in row] if marked else row
    except csv.Error as error:
        raise refusals.badly_quoted(path, reader.line_num, error) from error
